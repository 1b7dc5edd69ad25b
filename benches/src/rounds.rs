//! Interleaved timing: every engine once a round, so that a busy moment of the machine meets them all.

use std::time::{Duration, Instant};

use crate::peers::Peer;

/// The longest that one engine may take for one round; slower ones read the beginning of the text only.
const ROUND: Duration = Duration::from_millis(400);
/// Text with which an engine's speed is guessed.
const TRIAL: usize = 256 << 10;

/// What one engine did.
#[derive(Debug, Clone)]
pub struct Measured {
    /// The engine.
    pub name: &'static str,
    /// What it was asked to do.
    pub about: String,
    /// Matches in what it read.
    pub found: usize,
    /// Bytes it read each round.
    pub bytes: usize,
    /// The median of the rounds.
    pub median: Duration,
}

impl Measured {
    /// Megabytes a second.
    pub fn speed(&self) -> f64 {
        self.bytes as f64 / self.median.as_secs_f64() / 1e6
    }
}

/// Runs every peer `rounds` times over `text`.
pub fn measure(peers: &mut [Peer<'_>], text: &[u8], rounds: usize) -> Vec<Measured> {
    let plans: Vec<(usize, usize)> = peers.iter_mut().map(|peer| plan(peer, text)).collect();
    let mut times = vec![Vec::with_capacity(rounds); peers.len()];
    for _ in 0..rounds {
        for ((peer, &(bytes, found)), times) in peers.iter_mut().zip(&plans).zip(&mut times) {
            let start = Instant::now();
            let again = peer.run(&text[..bytes]);
            times.push(start.elapsed());
            assert_eq!(again, found, "{} finds another number each time", peer.name);
        }
    }
    let measured = peers.iter().zip(plans).zip(times);
    measured
        .map(|((peer, (bytes, found)), times)| Measured {
            name: peer.name,
            about: peer.about.clone(),
            found,
            bytes,
            median: median(times),
        })
        .collect()
}

/// How much of the text the peer reads in a round, and what it finds there.
fn plan(peer: &mut Peer<'_>, text: &[u8]) -> (usize, usize) {
    let trial = &text[..text.len().min(TRIAL)];
    peer.run(trial);
    let start = Instant::now();
    peer.run(trial);
    let share = ROUND.as_secs_f64() / start.elapsed().as_secs_f64().max(1e-9);
    let bytes = ((trial.len() as f64 * share) as usize).clamp(trial.len(), text.len());
    (bytes, peer.run(&text[..bytes]))
}

/// The middle one; zero of none.
pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
