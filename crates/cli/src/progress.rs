//! The bar on a terminal.

use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::walk::Input;

/// Bytes read of all that is to be read, on standard error and only if that is a terminal.
pub struct Progress(ProgressBar);

impl Progress {
    pub fn over(inputs: &[Input]) -> Progress {
        if !std::io::stderr().is_terminal() {
            return Progress(ProgressBar::hidden());
        }
        let bar = ProgressBar::new(inputs.iter().filter_map(Input::size).sum());
        let style = ProgressStyle::with_template("{bar:40} {bytes}/{total_bytes} {bytes_per_sec}");
        if let Ok(style) = style {
            bar.set_style(style);
        }
        Progress(bar)
    }

    /// A sign of life while something takes long whose end cannot be foretold.
    pub fn waiting(what: &'static str) -> Progress {
        if !std::io::stderr().is_terminal() {
            return Progress(ProgressBar::hidden());
        }
        let bar = ProgressBar::new_spinner().with_message(what);
        bar.enable_steady_tick(Duration::from_millis(100));
        Progress(bar)
    }

    /// Counts an input that is done.
    pub fn done(&self, input: &Input) {
        self.0.inc(input.size().unwrap_or(0));
    }

    /// Takes the bar away while `write` writes, so that they do not mix.
    pub fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        self.0.suspend(write)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
