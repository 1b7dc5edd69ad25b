//! Whose a mail domain is.

use crate::Options;

/// Whether a mail domain is a police force's by its name: it ends in `police.uk`, or one of its labels is `police`,
/// `pnn` or `force`.
///
/// ```
/// use breachscan_sources::is_police_domain;
///
/// assert!(is_police_domain("westmarch.police.example"));
/// assert!(is_police_domain("WESTMARCH.PNN.POLICE.UK"));
/// assert!(!is_police_domain("policeauction.example"));
/// ```
pub fn is_police_domain(domain: &str) -> bool {
    let labels = domain.trim_end_matches('.').split('.');
    labels.into_iter().any(|label| {
        ["police", "pnn", "force"]
            .iter()
            .any(|own| label.eq_ignore_ascii_case(own))
    })
}

/// Whether a mail domain is that of a provider of private mailboxes.
///
/// ```
/// use breachscan_sources::is_consumer_domain;
///
/// assert!(is_consumer_domain("gmail.com"));
/// assert!(is_consumer_domain("yahoo.co.uk"));
/// assert!(!is_consumer_domain("gmail.westmarch.police.example"));
/// ```
pub fn is_consumer_domain(domain: &str) -> bool {
    let domain = domain.trim_end_matches('.').to_ascii_lowercase();
    let mut labels = domain.split('.');
    let first = labels.next().unwrap_or_default();
    let suffix: Vec<_> = labels.collect();
    let is_suffix = match suffix[..] {
        [_] => true,
        [second, country] => second.len() <= 3 && country.len() == 2,
        _ => false,
    };
    is_suffix && PROVIDERS.contains(&first)
}

/// First labels of the domains of providers, under whichever suffix.
const PROVIDERS: &[&str] = &[
    "163",
    "aim",
    "aol",
    "blueyonder",
    "btconnect",
    "btinternet",
    "btopenworld",
    "duck",
    "email",
    "fastmail",
    "free",
    "freeserve",
    "fsmail",
    "gmail",
    "gmx",
    "googlemail",
    "hey",
    "hotmail",
    "hushmail",
    "icloud",
    "inbox",
    "laposte",
    "lineone",
    "live",
    "mac",
    "mail",
    "mailbox",
    "me",
    "msn",
    "ntlworld",
    "o2",
    "orange",
    "outlook",
    "pm",
    "posteo",
    "proton",
    "protonmail",
    "qq",
    "rocketmail",
    "sky",
    "talk21",
    "talktalk",
    "tiscali",
    "tuta",
    "tutanota",
    "virgin",
    "virginmedia",
    "wanadoo",
    "web",
    "webmail",
    "wp",
    "yahoo",
    "yandex",
    "ymail",
    "zoho",
];

/// Whether a domain is the organisation's own.
pub(crate) fn is_own(domain: &str, options: &Options) -> bool {
    let domain = domain.trim_end_matches('.').to_ascii_lowercase();
    let is_under = |own: &String| {
        domain == *own
            || domain
                .strip_suffix(own)
                .is_some_and(|rest| rest.ends_with('.'))
    };
    is_police_domain(&domain) || options.own_domains.iter().any(is_under)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_domains_are_added() {
        let options = Options::new().own_domain("Council.example");
        assert!(is_own("mail.council.example", &options));
        assert!(is_own("council.example", &options));
        assert!(!is_own("notcouncil.example", &options));
        assert!(!is_consumer_domain("council.example"));
    }
}
