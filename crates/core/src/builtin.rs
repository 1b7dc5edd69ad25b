//! The image of the built-in rules, made when the crate is built.

use std::sync::{Arc, LazyLock};

use crate::engine::Image;

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/builtin.image"));

static SIGNALS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/signals.image"));

static SIGNS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/signs.image"));

/// The built-in breach patterns: the name of each file and its text.
pub(crate) static PATTERNS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/patterns.rs"));

/// The built-in image, shared by every scanner of the process.
pub(crate) fn image() -> Arc<Image> {
    static IMAGE: LazyLock<Arc<Image>> = LazyLock::new(|| {
        Arc::new(Image::from_embedded(BYTES).expect("the build made the image for this library"))
    });
    Arc::clone(&IMAGE)
}

/// The images of the signals that breach patterns combine and of the signs that weigh in texts as a whole, apart from the
/// rules: a scan pays nothing for them.
pub(crate) fn signals() -> [Arc<Image>; 2] {
    static IMAGES: LazyLock<[Arc<Image>; 2]> = LazyLock::new(|| {
        [SIGNALS, SIGNS].map(|bytes| {
            Arc::new(
                Image::from_embedded(bytes).expect("the build made the image for this library"),
            )
        })
    });
    IMAGES.clone()
}
