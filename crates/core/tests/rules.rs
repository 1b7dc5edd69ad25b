//! Every example of every built-in rule is a named test, run against the full set.

use breachscan::{Confidence, Finding, Hit, Miss, Rule, Scanner};
use libtest_mimic::{Arguments, Failed, Trial};

fn main() {
    let scanner = Scanner::builtin();
    let trials = scanner.rules().iter().flat_map(|rule| {
        let id = rule.id().to_owned();
        let hits = rule.hits().iter().map(move |hit| {
            let (id, hit) = (id.clone(), hit.clone());
            Trial::test(format!("{id} hit: {}", hit.why()), move || {
                check_hit(&id, &hit)
            })
        });
        let id = rule.id().to_owned();
        let misses = rule.misses().iter().map(move |miss| {
            let (id, miss) = (id.clone(), miss.clone());
            Trial::test(format!("{id} miss: {}", miss.why()), move || {
                check_miss(&id, &miss)
            })
        });
        hits.chain(misses)
    });
    let catalogue = Trial::test("every section of the catalogue has its rule", || {
        let ids: Vec<&str> = CATALOGUE.split_whitespace().collect();
        let scanner = Scanner::builtin();
        let have: Vec<&str> = scanner.rules().iter().map(Rule::id).collect();
        let missing: Vec<&&str> = ids.iter().filter(|id| !have.contains(*id)).collect();
        if missing.is_empty() {
            Ok(())
        } else {
            Err(format!("missing: {missing:?}").into())
        }
    });
    let trials = trials.chain([catalogue]).collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

fn findings<'h>(scanner: &'h Scanner, id: &str, text: &'h str) -> Vec<Finding<'h>> {
    scanner
        .find_iter(text.as_bytes())
        .filter(|finding| finding.rule().id() == id)
        .collect()
}

fn check_hit(id: &str, hit: &Hit) -> Result<(), Failed> {
    let scanner = Scanner::builtin();
    let found = findings(&scanner, id, hit.text());
    let Some(finding) = found.iter().find(|finding| finding.span() == hit.span()) else {
        return Err(format!("{:?}: want {:?}, found {found:?}", hit.text(), hit.span()).into());
    };
    match hit.confidence() {
        Some(want) if want != finding.confidence() => Err(format!(
            "{:?}: want {want}, have {} ({})",
            hit.text(),
            finding.confidence(),
            finding.why()
        )
        .into()),
        _ => Ok(()),
    }
}

fn check_miss(id: &str, miss: &Miss) -> Result<(), Failed> {
    let scanner = Scanner::builtin();
    let found = findings(&scanner, id, miss.text());
    match found
        .iter()
        .find(|finding| finding.confidence() >= Confidence::REPORT)
    {
        Some(finding) => {
            Err(format!("{:?}: found {finding:?} ({})", miss.text(), finding.why()).into())
        }
        None => Ok(()),
    }
}

/// The identifiers, markings and term lists that the built-in set promises.
const CATALOGUE: &str = "
    nino nino-administrative hmrc-trn nhs-number chi-number hsc-number-ni utr paye-reference sdlt-utrn upn uk-passport
    uk-passport-old mrz gb-driving-licence ni-driving-licence brp-number arc-number home-office-reference gwf-number
    electoral-roll-number dbs-certificate-number date-of-birth ethnicity-self-defined ethnicity-observed
    person-name-police pnc-id cro-number arrest-summons-number court-case-reference police-urn crime-reference
    incident-reference custody-record-number dscc-reference prison-number prison-booking-number probation-crn
    crown-court-case-number libra-case-number maat-reference laa-ufn scottish-ni-records collar-number
    cjs-offence-code home-office-offence-code pnc-warning-signal hmpps-alert intelligence-grading security-marking
    mg-form visor marac-mappa anpr sex-offender-register witness-victim-marker operation-name covert-source
    police-system-name exhibit-reference vrm vrm-exception vrm-diplomatic vrm-trade vin vin-shape
    v5c-document-reference payment-card iban uk-bank-account bic crypto-btc crypto-eth vat-gb uk-phone uk-phone-mobile
    email ip-address mac-address imei imsi iccid uk-postcode uk-address-line uprn os-grid-ref lat-long what3words
    social-handle social-link file-share-link tor-onion url usb-device s10-parcel shipping-container
    secret-password-in-text secret-private-key jwt secret-aws-access-key
";
