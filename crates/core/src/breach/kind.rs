//! The kinds of breach that patterns are mapped to.

/// A kind of breach, as press and regulators have described it: `K01` to `K21`.
///
/// Forces count differently; a code is what a table of local categories starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BreachKind(u8);

/// What each kind is, K01 first.
const NAMES: [&str; 21] = [
    "suspects' details passed round in a messaging group",
    "audience far too wide: other forces, other countries, people outside policing",
    "unofficial group founded and run on a private phone",
    "group and its content carried from one application to another",
    "people who left still receive the data",
    "identity document photographed and uploaded",
    "data got on duty kept on a private device or account",
    "picture of a screen that shows a police system",
    "look-up out of curiosity",
    "look-up of relatives, partners, neighbours, acquaintances",
    "look-up for one's own civil case or quarrel",
    "information passed to an outsider",
    "person researched and the result disclosed",
    "victim photographed or mocked for amusement",
    "removable media given to or lost with an outsider",
    "misuse of e-mail: private mailbox, wrong or open recipients",
    "misuse of social media",
    "misuse of crime-recording or criminal-record systems",
    "shared log-in or another person's session",
    "several people open one record without a part in it",
    "known breach not reported or covered up",
];

impl BreachKind {
    /// The kind with this code, `K01` to `K21`.
    ///
    /// ```
    /// use breachscan::breach::BreachKind;
    ///
    /// let kind = BreachKind::from_code("K06").unwrap();
    /// assert_eq!(kind.name(), "identity document photographed and uploaded");
    /// assert!(BreachKind::from_code("K22").is_none());
    /// ```
    pub fn from_code(code: &str) -> Option<BreachKind> {
        let number: u8 = code
            .strip_prefix('K')
            .filter(|digits| digits.len() == 2)?
            .parse()
            .ok()?;
        (1..=NAMES.len())
            .contains(&usize::from(number))
            .then_some(BreachKind(number))
    }

    /// The code, for example `K06`.
    pub fn code(self) -> String {
        format!("K{:02}", self.0)
    }

    /// The kind in words.
    pub fn name(self) -> &'static str {
        NAMES[usize::from(self.0) - 1]
    }
}

impl core::fmt::Display for BreachKind {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "K{:02}", self.0)
    }
}
