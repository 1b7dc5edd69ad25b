//! International mobile subscriber identity: country (3), network (2 or 3), subscriber, fifteen digits in all.
//!
//! There is no check digit; the country must be assigned. The United Kingdom has 234 and 235. Authority: ITU-T E.212,
//! list of mobile country codes.

use super::digits;

pub(crate) fn is_valid(text: &[u8]) -> bool {
    text.len() == 15 && digits::all(text) && digits::number(&text[..3]).is_some_and(is_country)
}

fn is_country(code: u64) -> bool {
    matches!(
        code,
        202 | 204 | 206 | 208 | 212..=214 | 216 | 218..=222 | 226 | 228 | 230..=232 | 234..=235 | 238 | 240 | 242 | 244 | 246..=248 | 250 | 255 | 257 | 259..=260 | 262 | 266 | 268 | 270 | 272 | 274 | 276 | 278 | 280 | 282..=284 | 286 | 288..=290 | 292..=295 | 297 | 302 | 308 | 310..=314 | 316 | 330 | 334 | 338 | 340 | 342 | 344 | 346 | 348 | 350 | 352 | 354 | 356 | 358 | 360 | 362..=366 | 368 | 370 | 372 | 374 | 376 | 400..=402 | 404..=405 | 410 | 412..=422 | 424..=429 | 432 | 434 | 436..=438 | 440..=441 | 450 | 452 | 454..=457 | 460 | 466..=467 | 470 | 472 | 502 | 505 | 510 | 514..=515 | 520 | 525 | 528 | 530 | 536..=537 | 539..=555 | 602..=643 | 645..=655 | 657..=659 | 702 | 704 | 706 | 708 | 710 | 712 | 714 | 716 | 722 | 724 | 730 | 732 | 734 | 736 | 738 | 740 | 742 | 744 | 746 | 748 | 750
    )
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn country_and_length_hold() {
        judge(
            super::is_valid,
            &["234159999999999", "235940000000001"],
            &[
                ("439011234567890", "439 is no country"),
                ("23415999999999", "fourteen digits"),
                ("23415999999999A", "a letter"),
                ("123456789012345", "no such zone"),
            ],
        );
    }
}
