//! Families of rules that patterns name together.

/// A family: its name and the rules in it.
pub(super) type Concept = (&'static str, &'static [&'static str]);

/// Every family. A rule may be in several.
pub(super) const CONCEPTS: &[Concept] = &[
    ("personal-identifier", PERSONAL),
    ("unique-number", UNIQUE),
    ("person-name", &["person-name-police", "full-name"]),
    ("dwelling", &["uk-postcode", "uk-address-line", "lives-at"]),
    ("telephone", &["uk-phone", "uk-phone-mobile"]),
    ("vehicle", &["vrm", "vrm-exception", "vin", "vin-shape"]),
    ("police-reference", REFERENCES),
    ("identity-number", DOCUMENTS),
];

/// What says who somebody is or where to find them.
#[rustfmt::skip]
const PERSONAL: &[&str] = &[
    "person-name-police", "full-name", "date-of-birth", "uk-phone", "uk-phone-mobile", "uk-postcode", "uk-address-line",
    "vrm", "vin", "pnc-id", "cro-number", "nhs-number", "chi-number", "hsc-number-ni", "nino", "uk-passport",
    "gb-driving-licence", "ni-driving-licence", "brp-number", "arc-number", "prison-number", "arrest-summons-number",
    "payment-card", "uk-bank-account", "iban", "imei", "imsi", "lives-at", "birth-date-told", "custody-record-number",
];

/// Numbers that one person has.
#[rustfmt::skip]
const UNIQUE: &[&str] = &[
    "pnc-id", "cro-number", "nhs-number", "chi-number", "hsc-number-ni", "nino", "uk-passport", "uk-passport-old",
    "gb-driving-licence", "ni-driving-licence", "brp-number", "arc-number", "prison-number", "arrest-summons-number",
    "custody-record-number", "mrz", "utr", "upn", "scottish-ni-records", "payment-card", "iban",
];

/// Numbers of identity documents.
#[rustfmt::skip]
const DOCUMENTS: &[&str] = &[
    "uk-passport", "uk-passport-old", "gb-driving-licence", "ni-driving-licence", "brp-number", "arc-number", "mrz",
    "home-office-reference",
];

/// References of police work.
#[rustfmt::skip]
const REFERENCES: &[&str] = &[
    "crime-reference", "incident-reference", "custody-record-number", "arrest-summons-number", "pnc-id", "cro-number",
    "police-urn", "exhibit-reference", "intelligence-grading", "mg-form", "operation-name", "cjs-offence-code",
];
