//! The legal hooks a pattern names, worded as far as they go and no further.

use core::fmt;

/// A provision that may be engaged. Whether it is, a person decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum LegalHook {
    /// UK GDPR Article 4(12): what a personal data breach is.
    GdprBreach,
    /// UK GDPR Articles 5(1)(f) and 32: security of processing.
    GdprSecurity,
    /// UK GDPR Articles 33 and 34: telling the Commissioner and the people concerned, general processing.
    GdprNotification,
    /// Data Protection Act 2018 sections 40 and 66: security, law-enforcement processing.
    DpaSecurity,
    /// Data Protection Act 2018 sections 67 and 68: telling the Commissioner and the people concerned, law-enforcement
    /// processing.
    DpaNotification,
    /// Data Protection Act 2018 section 62: logs of use.
    DpaLogging,
    /// Data Protection Act 2018 section 170: obtaining, disclosing, procuring, retaining.
    Dpa170,
    /// Data Protection Act 2018 section 170(4) to (5): selling.
    Dpa170Sale,
    /// Computer Misuse Act 1990 section 1: unauthorised access.
    ComputerMisuse,
    /// Misconduct in public office, common law.
    Misconduct,
    /// Perverting the course of justice, common law.
    CourseOfJustice,
    /// The Standards of Professional Behaviour of police officers.
    Standards,
}

impl LegalHook {
    pub(super) const ALL: [LegalHook; 12] = [
        LegalHook::GdprBreach,
        LegalHook::GdprSecurity,
        LegalHook::GdprNotification,
        LegalHook::DpaSecurity,
        LegalHook::DpaNotification,
        LegalHook::DpaLogging,
        LegalHook::Dpa170,
        LegalHook::Dpa170Sale,
        LegalHook::ComputerMisuse,
        LegalHook::Misconduct,
        LegalHook::CourseOfJustice,
        LegalHook::Standards,
    ];

    /// The name pattern files use.
    pub fn id(self) -> &'static str {
        match self {
            LegalHook::GdprBreach => "uk-gdpr-4-12",
            LegalHook::GdprSecurity => "uk-gdpr-32",
            LegalHook::GdprNotification => "uk-gdpr-33",
            LegalHook::DpaSecurity => "dpa-66",
            LegalHook::DpaNotification => "dpa-67",
            LegalHook::DpaLogging => "dpa-62",
            LegalHook::Dpa170 => "dpa-170",
            LegalHook::Dpa170Sale => "dpa-170-sale",
            LegalHook::ComputerMisuse => "cma-1",
            LegalHook::Misconduct => "misconduct-in-public-office",
            LegalHook::CourseOfJustice => "course-of-justice",
            LegalHook::Standards => "standards",
        }
    }

    /// The provision, for a heading.
    pub fn name(self) -> &'static str {
        match self {
            LegalHook::GdprBreach => "UK GDPR Article 4(12)",
            LegalHook::GdprSecurity => "UK GDPR Articles 5(1)(f) and 32",
            LegalHook::GdprNotification => "UK GDPR Articles 33 and 34",
            LegalHook::DpaSecurity => "Data Protection Act 2018 sections 40 and 66",
            LegalHook::DpaNotification => "Data Protection Act 2018 sections 67 and 68",
            LegalHook::DpaLogging => "Data Protection Act 2018 section 62",
            LegalHook::Dpa170 => "Data Protection Act 2018 section 170",
            LegalHook::Dpa170Sale => "Data Protection Act 2018 section 170(4) to (5)",
            LegalHook::ComputerMisuse => "Computer Misuse Act 1990 section 1",
            LegalHook::Misconduct => "Misconduct in public office (common law)",
            LegalHook::CourseOfJustice => "Perverting the course of justice (common law)",
            LegalHook::Standards => "Standards of Professional Behaviour",
        }
    }

    /// What it says, and what it needs that no software sees.
    pub fn note(self) -> &'static str {
        match self {
            LegalHook::GdprBreach => {
                "may be engaged: a breach of security leading to accidental or unlawful destruction, loss, alteration, \
                 disclosure of, or access to, personal data; a look-up alone can be one"
            }
            LegalHook::GdprSecurity => {
                "may be engaged: appropriate security, technical and organisational, for general processing"
            }
            LegalHook::GdprNotification => {
                "may be engaged where the purpose is not law enforcement: 72 hours from becoming aware, unless risk is \
                 unlikely; the people concerned where the risk is high"
            }
            LegalHook::DpaSecurity => {
                "may be engaged: appropriate security for law-enforcement processing"
            }
            LegalHook::DpaNotification => {
                "may be engaged where the purpose is law enforcement: without undue delay and, where feasible, within 72 \
                 hours of becoming aware, unless risk is unlikely; nature, categories and approximate numbers of people \
                 and records, likely consequences, measures; facts, effects and remedial action are recorded in any case"
            }
            LegalHook::DpaLogging => {
                "logs of use may be read to verify lawfulness, for self-monitoring and disciplinary matters, for integrity \
                 and security, and for criminal proceedings; a log need not hold a reason"
            }
            LegalHook::Dpa170 => {
                "may be engaged: knowingly or recklessly obtaining, disclosing, procuring or retaining personal data \
                 without the controller's consent"
            }
            LegalHook::Dpa170Sale => {
                "may be engaged: selling, or offering to sell, personal data so obtained"
            }
            LegalHook::ComputerMisuse => {
                "may be engaged: access that the person knew to be unauthorised; what training and notices said matters \
                 more than the entry in the log"
            }
            LegalHook::Misconduct => {
                "may be engaged: wilful neglect or misconduct to such a degree as to abuse the public's trust"
            }
            LegalHook::CourseOfJustice => {
                "may be engaged: an act tending and intended to pervert the course of justice"
            }
            LegalHook::Standards => {
                "may be engaged: confidentiality; discreditable conduct; orders and instructions"
            }
        }
    }

    /// Defences and exceptions that the provision itself names.
    pub fn defences(self) -> &'static [&'static str] {
        match self {
            LegalHook::Dpa170 | LegalHook::Dpa170Sale => &[
                "necessary for preventing or detecting crime",
                "required or authorised by an enactment, a rule of law or a court",
                "justified in the public interest",
                "reasonable belief in a legal right, or that the controller would have consented",
                "journalism, academia, art or literature with a view to publication, in the reasonable belief that it \
                 was in the public interest",
            ],
            _ => &[],
        }
    }

    pub(super) fn parse(id: &str) -> Option<LegalHook> {
        LegalHook::ALL.into_iter().find(|hook| hook.id() == id)
    }
}

impl fmt::Display for LegalHook {
    /// The provision and what it says.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name(), self.note())
    }
}
