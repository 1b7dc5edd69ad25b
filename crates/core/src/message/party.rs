//! Who sent and who received.

/// A person or mailbox, as the source names it.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct Party {
    /// The name shown, if there is one.
    pub name: Option<String>,
    /// The address, telephone number or user id, if there is one.
    pub address: Option<String>,
}

impl Party {
    /// A party known by the name that is shown.
    pub fn named(name: impl Into<String>) -> Party {
        Party {
            name: Some(name.into()),
            address: None,
        }
    }

    /// A party known by an address, a number or an id.
    pub fn at(address: impl Into<String>) -> Party {
        Party {
            name: None,
            address: Some(address.into()),
        }
    }

    /// What tells this party from others: the address, else the name.
    pub fn key(&self) -> &str {
        self.address
            .as_deref()
            .or(self.name.as_deref())
            .unwrap_or("")
    }

    /// The domain of an e-mail address, as written.
    pub fn domain(&self) -> Option<&str> {
        self.address
            .as_deref()?
            .rsplit_once('@')
            .map(|(_, domain)| domain)
    }
}

impl core::fmt::Debug for Party {
    /// Shows what is known, never who it is.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Party")
            .field("name", &self.name.is_some())
            .field("address", &self.address.is_some())
            .finish()
    }
}

/// How a recipient was addressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecipientRole {
    /// Named among the first recipients.
    To,
    /// Copied openly.
    Cc,
    /// Copied without the others seeing it.
    Bcc,
}

/// One recipient of a message.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Recipient {
    /// Who.
    pub party: Party,
    /// How.
    pub role: RecipientRole,
}
