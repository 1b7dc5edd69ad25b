//! A rule of one's own beside the built-in ones, compiled once, saved, and loaded again.
//!
//! `cargo run -p breachscan --example own_rules`

use breachscan::{Config, Error, Scanner};

const RULE: &str = r#"
id = "quay-locker"
name = "Quay locker"
about = "A locker of the invented Quayside property store."
kind = "identifier"
status = "shape"
sources = ["Quayside property store, register of lockers"]
edges = "number"

[confidence]
bare = 0.40
near = 0.70
label = 0.95

[context]
labels = ["locker", "locker no"]
words = ["property store", "seized"]

[[pattern]]
regex = 'QL[ -]?\d{2}-\d{3}'

[[hit]]
text = "Bag sealed, locker QL-04-118."
span = [19, 28]
confidence = 0.95
why = "beside its label"

[[hit]]
text = "QL 04-119 holds what was seized"
span = [0, 9]
confidence = 0.70
why = "a supporting word"

[[miss]]
text = "part QL-04-1180"
why = "one digit too long"
"#;

fn main() -> Result<(), Error> {
    let scanner = Scanner::with_rules([("quay-locker.toml", RULE)])?;
    let image = scanner.to_image()?;

    let loaded = Scanner::from_image_bytes(&image)?;
    let loaded = loaded.with_config(Config::new().disable("uk-postcode"))?;
    let text = b"Phone 07700 900461 went to locker QL-04-118.";
    let found: Vec<_> = loaded
        .find_iter(text)
        .map(|finding| (finding.rule().id(), finding.span().range()))
        .collect();
    assert_eq!(found, [("uk-phone", 6..18), ("quay-locker", 34..43)]);
    println!("{found:?}");

    let wrong = RULE.replace(r"\d{3}'", r"\d+'");
    let error = Scanner::with_rules([("quay-locker.toml", wrong.as_str())]).unwrap_err();
    println!("refused: {error}");
    Ok(())
}
