//! How sure a finding is.

use core::fmt;

use serde::{Deserialize, Serialize};

/// A confidence from 0.00 to 1.00 in steps of a hundredth.
///
/// The value is evidence graded by the rule's author from the chance that an unrelated text passes (see the
/// rule's `[confidence]` table): it orders findings and is compared with a floor, it is not a probability.
///
/// ```
/// use breachscan::Confidence;
///
/// let sure = Confidence::from_f64(0.97).unwrap();
/// assert!(sure > Confidence::REPORT);
/// assert_eq!(sure.to_string(), "0.97");
/// assert!(Confidence::from_f64(1.2).is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Confidence(u8);

impl Confidence {
    /// 0.00: nothing speaks for it.
    pub const ZERO: Confidence = Confidence(0);
    /// 0.05: what is left of a shape directly after a word that says it is something else.
    pub const REFUTED: Confidence = Confidence(5);
    /// 0.50: findings at or above it are reported unless the caller says otherwise.
    pub const REPORT: Confidence = Confidence(50);
    /// 0.80: findings at or above it deserve a person's attention.
    pub const ALERT: Confidence = Confidence(80);
    /// 1.00.
    pub const ONE: Confidence = Confidence(100);

    /// `hundredths` / 100, or `None` above 100.
    pub fn from_hundredths(hundredths: u8) -> Option<Confidence> {
        (hundredths <= 100).then_some(Confidence(hundredths))
    }

    /// The nearest hundredth, or `None` outside 0.0 to 1.0 and for NaN.
    pub fn from_f64(value: f64) -> Option<Confidence> {
        if !(0.0..=1.0).contains(&value) {
            return None;
        }
        Some(Confidence((value * 100.0).round() as u8))
    }

    /// The confidence in hundredths, 0 to 100.
    pub fn hundredths(self) -> u8 {
        self.0
    }

    /// The confidence as a number from 0.0 to 1.0.
    pub fn as_f64(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}
