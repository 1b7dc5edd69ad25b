//! How severe a candidate would be if a person found it to be a breach.

use core::fmt;

/// The bands of ENISA's method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Band {
    /// Below 2.00.
    Low,
    /// From 2.00.
    Medium,
    /// From 3.00.
    High,
    /// From 4.00.
    VeryHigh,
}

/// ENISA's severity of a personal data breach (2013), `SE = DPC × EI + CB`, with every factor and why it has its value.
///
/// DPC is the data processing context (1 simple, 2 behavioural, 3 financial, 4 sensitive), EI the ease of
/// identification, CB the circumstances of the breach. All but DPC are in hundredths.
///
/// ```
/// use breachscan::breach::{Band, Severity};
///
/// let severity = Severity::new(4, "criminal-offence data")
///     .identified(75, "name and date of birth")
///     .circumstance(50, "more than 10 recipients");
/// assert_eq!(severity.score_hundredths(), 350);
/// assert_eq!(severity.band(), Band::High);
/// assert_eq!(
///     severity.to_string(),
///     "DPC 4 (criminal-offence data) × EI 0.75 (name and date of birth) + CB 0.50 (more than 10 recipients) = 3.50: high"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Severity {
    dpc: u32,
    dpc_why: &'static str,
    ei: u32,
    ei_why: &'static str,
    circumstances: Vec<(u32, &'static str)>,
    floor: Option<(Band, &'static str)>,
    subjects: usize,
}

/// More people than this raise a candidate by one band.
const MANY_SUBJECTS: usize = 100;

impl Severity {
    /// A severity with this data processing context, 1 to 4, and why it has that value.
    pub fn new(dpc: u32, why: &'static str) -> Severity {
        Severity {
            dpc: dpc.clamp(1, 4),
            dpc_why: why,
            ei: 100,
            ei_why: "assumed",
            circumstances: Vec::new(),
            floor: None,
            subjects: 0,
        }
    }

    /// With this ease of identification, in hundredths: 25, 50, 75 or 100.
    pub fn identified(mut self, hundredths: u32, why: &'static str) -> Severity {
        self.ei = hundredths.min(100);
        self.ei_why = why;
        self
    }

    /// With one more circumstance, in hundredths.
    pub fn circumstance(mut self, hundredths: u32, why: &'static str) -> Severity {
        self.circumstances.push((hundredths, why));
        self
    }

    /// Never below this band.
    pub fn floor(mut self, band: Band, why: &'static str) -> Severity {
        self.floor = Some((band, why));
        self
    }

    /// With this number of people whose data it is; more than 100 raise the band by one.
    pub fn subjects(mut self, subjects: usize) -> Severity {
        self.subjects = subjects;
        self
    }

    /// The data processing context, 1 to 4.
    pub fn dpc(&self) -> u32 {
        self.dpc
    }

    /// The ease of identification, in hundredths.
    pub fn ei_hundredths(&self) -> u32 {
        self.ei
    }

    /// The circumstances of the breach, in hundredths, and what each is.
    pub fn circumstances(&self) -> &[(u32, &'static str)] {
        &self.circumstances
    }

    /// The score, in hundredths: `DPC × EI + CB`.
    pub fn score_hundredths(&self) -> u32 {
        self.dpc * self.ei + self.circumstances.iter().map(|(cb, _)| cb).sum::<u32>()
    }

    /// The score as a number, for example 3.5.
    pub fn score(&self) -> f64 {
        f64::from(self.score_hundredths()) / 100.0
    }

    /// The band of the score alone.
    pub fn computed_band(&self) -> Band {
        match self.score_hundredths() {
            0..200 => Band::Low,
            200..300 => Band::Medium,
            300..400 => Band::High,
            _ => Band::VeryHigh,
        }
    }

    /// The band, with the pattern's floor and the number of people taken into account.
    pub fn band(&self) -> Band {
        let band = self.floor.map_or(self.computed_band(), |(floor, _)| {
            floor.max(self.computed_band())
        });
        if self.subjects > MANY_SUBJECTS {
            band.next()
        } else {
            band
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = |value: u32| format!("{}.{:02}", value / 100, value % 100);
        let (dpc, ei) = (self.dpc, hundredths(self.ei));
        write!(
            f,
            "DPC {dpc} ({}) × EI {ei} ({})",
            self.dpc_why, self.ei_why
        )?;
        for (cb, why) in &self.circumstances {
            write!(f, " + CB {} ({why})", hundredths(*cb))?;
        }
        let score = hundredths(self.score_hundredths());
        write!(f, " = {score}: {}", self.computed_band())?;
        if let Some((floor, why)) = self.floor
            && floor > self.computed_band()
        {
            write!(f, "; raised to {floor} ({why})")?;
        }
        if self.subjects > MANY_SUBJECTS {
            write!(f, "; {} people: raised to {}", self.subjects, self.band())?;
        }
        Ok(())
    }
}

impl Band {
    /// The band's name: `low`, `medium`, `high`, `very-high`.
    pub fn as_str(self) -> &'static str {
        match self {
            Band::Low => "low",
            Band::Medium => "medium",
            Band::High => "high",
            Band::VeryHigh => "very-high",
        }
    }

    /// The band of that name.
    pub(super) fn parse(name: &str) -> Option<Band> {
        [Band::Low, Band::Medium, Band::High, Band::VeryHigh]
            .into_iter()
            .find(|band| band.as_str() == name)
    }

    fn next(self) -> Band {
        match self {
            Band::Low => Band::Medium,
            Band::Medium => Band::High,
            Band::High | Band::VeryHigh => Band::VeryHigh,
        }
    }
}

impl fmt::Display for Band {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floors_and_numbers_raise_the_band_and_say_so() {
        let licence = Severity::new(2, "document usable for fraud")
            .identified(100, "unique number")
            .circumstance(50, "more than 10 recipients")
            .floor(Band::High, "identity document");
        assert_eq!(licence.score_hundredths(), 250);
        assert_eq!(licence.band(), Band::High);
        assert!(
            licence
                .to_string()
                .ends_with("= 2.50: medium; raised to high (identity document)")
        );
        let many = Severity::new(4, "staff in a threat context")
            .identified(75, "name and one more")
            .circumstance(50, "public")
            .subjects(9483);
        assert_eq!(many.band(), Band::VeryHigh);
        assert!(
            many.to_string()
                .ends_with("= 3.50: high; 9483 people: raised to very-high")
        );
    }
}
