//! Checks: what arithmetic, a calendar or a published list says about a value that a pattern matched.
//!
//! A check takes any bytes, parses them itself and is right even if the pattern was wrong: text that does not have the
//! check's shape fails. It allocates nothing and cannot panic. This room names no other of the crate, since the build
//! script compiles it too. Each check's authority stands at the head of its file.

// Shared arithmetic, lists and reading.
mod base58; // Base58Check
mod bech32; // witness programs
mod cjs_act_years; // acts and years of offence codes
mod compact; // a reference without its separators
mod countries; // ISO 3166-1
mod date; // the calendar
mod digits; // digits as values
mod hmrc_mod23; // HMRC's check letters
mod luhn; // the Luhn formula
mod mod11; // the NHS modulus 11
mod mod23_letter; // the Police National Computer's check letters
mod mod97; // ISO/IEC 7064 MOD 97-10
mod uk_area_codes; // telephone areas

// Checks, a file each.
mod arrest_summons_number; // PNC letter over force, system, year, serial
mod bic; // country list
mod chi_number; // date and modulus 11
mod cjs_offence_code; // list of acts and years
mod court_case_reference; // PNC letter over year, court, serial
mod cro_number; // PNC letter over year and serial
mod crown_court_case_number; // letter and year
mod crypto_btc; // Base58Check or bech32
mod crypto_eth; // EIP-55 capitals
mod date_of_birth; // calendar
mod email; // lengths and labels
mod ethnicity_observed; // list of IC codes
mod ethnicity_self_defined; // list of 16+1 and 18+1
mod gb_driving_licence; // structure and calendar
mod hsc_number_ni; // range and modulus 11
mod iban; // layouts and MOD 97-10
mod iccid; // 89 and Luhn
mod imei; // Luhn
mod imsi; // country list
mod intelligence_grading; // ranges of 3x5x2 and 5x5x5
mod ip_address; // RFC 791 and 4291
mod jwt; // decodes to two objects
mod laa_ufn; // calendar
mod lat_long; // ranges
mod mac_address; // uniform separator
mod mg_form; // list of forms
mod mrz; // ICAO 9303 check digits
mod nhs_number; // range and modulus 11
mod nino; // prefixes and suffix
mod nino_administrative; // prefixes
mod os_grid_ref; // squares and balance
mod paye_accounts_office; // HMRC letter
mod payment_card; // issuer, length, Luhn
mod person_name;
mod pnc_id; // PNC letter over year and serial
mod police_urn; // force table
mod s10_parcel; // check digit and country
mod sdlt_utrn; // HMRC letter
mod secret_value; // no mask, placeholder, look-up or prose
mod shipping_container; // ISO 6346 check digit
mod tor_onion; // SHA3 checksum
mod uk_phone; // Ofcom's ranges and lengths
mod uk_postcode; // areas and grammar
mod upn; // check letter and authority
mod utr; // check digit
mod vat_gb; // modulus 97
mod vin; // ISO 3779 check digit
mod vin_shape; // alphabet and serial
mod vrm; // grammars and age

#[cfg(test)]
mod testing; // how tests state what they expect

/// Does this text hold what its identifier demands?
pub(crate) type Check = fn(&[u8]) -> bool;

/// Every check under the name that rules call it by, sorted.
pub(crate) const CHECKS: &[(&str, Check)] = &[
    ("arrest-summons-number", arrest_summons_number::is_valid),
    ("bic", bic::is_valid),
    ("chi-number", chi_number::is_valid),
    ("cjs-offence-code", cjs_offence_code::is_valid),
    ("court-case-reference", court_case_reference::is_valid),
    ("cro-number", cro_number::is_valid),
    ("crown-court-case-number", crown_court_case_number::is_valid),
    ("crypto-btc", crypto_btc::is_valid),
    ("crypto-eth", crypto_eth::is_valid),
    ("date-of-birth", date_of_birth::is_valid),
    ("email", email::is_valid),
    ("ethnicity-observed", ethnicity_observed::is_valid),
    ("ethnicity-self-defined", ethnicity_self_defined::is_valid),
    ("gb-driving-licence", gb_driving_licence::is_valid),
    ("hsc-number-ni", hsc_number_ni::is_valid),
    ("iban", iban::is_valid),
    ("iccid", iccid::is_valid),
    ("imei", imei::is_valid),
    ("imsi", imsi::is_valid),
    ("intelligence-grading", intelligence_grading::is_valid),
    ("ip-address", ip_address::is_valid),
    ("jwt", jwt::is_valid),
    ("laa-ufn", laa_ufn::is_valid),
    ("lat-long", lat_long::is_valid),
    ("mac-address", mac_address::is_valid),
    ("mg-form", mg_form::is_valid),
    ("mrz", mrz::is_valid),
    ("nhs-number", nhs_number::is_valid),
    ("nino", nino::is_valid),
    ("nino-administrative", nino_administrative::is_valid),
    ("os-grid-ref", os_grid_ref::is_valid),
    ("paye-accounts-office", paye_accounts_office::is_valid),
    ("payment-card", payment_card::is_valid),
    ("person-name", person_name::is_valid),
    ("pnc-id", pnc_id::is_valid),
    ("police-urn", police_urn::is_valid),
    ("s10-parcel", s10_parcel::is_valid),
    ("sdlt-utrn", sdlt_utrn::is_valid),
    ("secret-value", secret_value::is_valid),
    ("shipping-container", shipping_container::is_valid),
    ("tor-onion", tor_onion::is_valid),
    ("uk-phone", uk_phone::is_valid),
    ("uk-postcode", uk_postcode::is_valid),
    ("upn", upn::is_valid),
    ("utr", utr::is_valid),
    ("vat-gb", vat_gb::is_valid),
    ("vin", vin::is_valid),
    ("vin-shape", vin_shape::is_valid),
    ("vrm", vrm::is_valid),
];

/// The check of this name.
pub(crate) fn by_name(name: &str) -> Option<Check> {
    let found = CHECKS
        .binary_search_by(|(known, _)| known.cmp(&name))
        .ok()?;
    Some(CHECKS[found].1)
}

/// The names of all checks, sorted.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    CHECKS.iter().map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_are_sorted_by_name_and_found_by_it() {
        assert!(CHECKS.is_sorted_by(|a, b| a.0 < b.0));
        for name in names() {
            assert!(by_name(name).is_some(), "{name}");
        }
        assert!(by_name("no-such-check").is_none());
    }

    #[test]
    fn any_bytes_are_judged_without_panic() {
        const ALPHABET: &[u8] =
            b"0123456789019ABCDEFGPTVXZabcox /-.:<@%[]()+'\"\n\xc3\x97\xc2\xb0\xff\x00";
        let mut state = 1_u64;
        let mut next = move || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize
        };
        for _ in 0..20_000 {
            let text: Vec<u8> = (0..next() % 100)
                .map(|_| ALPHABET[next() % ALPHABET.len()])
                .collect();
            for (_, check) in CHECKS {
                check(&text);
            }
        }
    }
}
