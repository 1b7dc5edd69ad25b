//! The whole scan beside its peers, in one run over one text: a table in Markdown.
//!
//! `BREACHSCAN_CORPUS=path` reads a text of one's own.

use breachscan::{Scanner, Scratch};
use breachscan_benches::corpus::{Corpus, DEFAULT_LEN};
use breachscan_benches::peers::{self, Peer};
use breachscan_benches::rounds::{Measured, measure};
use breachscan_benches::{count, is_smoke_test, patterns, tenth_of_the_rules, verified_count};

fn main() {
    let (len, rounds) = if is_smoke_test() {
        (1 << 17, 1)
    } else {
        (DEFAULT_LEN, 9)
    };
    let scanner = Scanner::builtin();
    let mixed = Corpus::from_env(len);
    let prose = Corpus::prose(len);
    let found = verified_count(&scanner, &mixed);
    assert_eq!(verified_count(&scanner, &prose), 0, "prose holds no values");
    println!(
        "{} bytes, {found} findings, medians of {rounds} interleaved rounds\n",
        mixed.text().len()
    );
    let tenth = tenth_of_the_rules();
    let mut peers = peers(&scanner);
    peers.push(ours(&tenth, "the same"));
    let mut measured = measure(&mut peers, mixed.text(), rounds);
    measured.push(measure(&mut [ours(&scanner, "clean prose")], prose.text(), rounds).remove(0));
    print(&measured);
}

/// The scan itself comes first.
fn peers(scanner: &Scanner) -> Vec<Peer<'_>> {
    let all = patterns::all(scanner);
    let simple = patterns::of(scanner, &peers::SIMPLE_RULES);
    let mut peers = vec![
        ours(scanner, "checks, context and order included"),
        peers::newlines(),
        peers::regex_set(&all),
        peers::meta(&all),
        peers::lazy_dfa(&all),
    ];
    match peers::dense_dfa(&simple) {
        Some(peer) => peers.push(peer),
        None => println!("the simple rules no longer fit a dense DFA: left out"),
    }
    #[cfg(libhs)]
    for starts in [false, true] {
        match breachscan_benches::vectorscan::vectorscan(&all, starts) {
            Some(peer) => peers.push(peer),
            None => {
                println!("Vectorscan takes the patterns not at all (starts: {starts}): left out")
            }
        }
    }
    #[cfg(not(libhs))]
    println!("without Vectorscan: the feature is off or libhs is missing");
    peers
}

fn ours<'s>(scanner: &'s Scanner, about: &str) -> Peer<'s> {
    let mut scratch = Scratch::new();
    let about = format!("{} rules, {about}", scanner.rules().len());
    Peer::new("breachscan", about, move |text| {
        count(scanner, &mut scratch, text)
    })
}

fn print(measured: &[Measured]) {
    let ours = measured[0].speed();
    println!("| engine | what | matches | read, MiB | MB/s | breachscan / it |");
    println!("|---|---|---:|---:|---:|---:|");
    for engine in measured {
        println!(
            "| {} | {} | {} | {:.1} | {:.0} | {:.3} |",
            engine.name,
            engine.about,
            engine.found,
            engine.bytes as f64 / f64::from(1 << 20),
            engine.speed(),
            ours / engine.speed()
        );
    }
}
