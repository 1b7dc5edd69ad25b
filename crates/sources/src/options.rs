//! What the caller can say about a file.

use crate::{DateOrder, Format, Mapping};

/// What the caller knows better than the file says. By default nothing.
#[derive(Clone, Debug)]
pub struct Options {
    pub(crate) format: Option<Format>,
    pub(crate) date_order: Option<DateOrder>,
    pub(crate) mapping: Mapping,
    pub(crate) own_domains: Vec<String>,
    pub(crate) max_unpacked: usize,
}

impl Default for Options {
    fn default() -> Options {
        Options::new()
    }
}

impl Options {
    /// Everything is worked out from the file.
    pub fn new() -> Options {
        Options {
            format: None,
            date_order: None,
            mapping: Mapping::default(),
            own_domains: Vec::new(),
            max_unpacked: 1 << 30,
        }
    }

    /// The file is of this format; by default its content decides. Files inside an archive are still recognised.
    pub fn format(mut self, format: Format) -> Options {
        self.format = Some(format);
        self
    }

    /// Dates written in numbers are of this order; by default each file's dates decide, and where they leave it open
    /// the day comes first.
    pub fn date_order(mut self, order: DateOrder) -> Options {
        self.date_order = Some(order);
        self
    }

    /// Which columns of an audit log hold what; by default their names decide.
    pub fn mapping(mut self, mapping: Mapping) -> Options {
        self.mapping = mapping;
        self
    }

    /// A mail domain that is the organisation's own, as are its subdomains; by default those of the police are.
    pub fn own_domain(mut self, domain: impl Into<String>) -> Options {
        self.own_domains.push(domain.into().to_ascii_lowercase());
        self
    }

    /// How many bytes the files of an archive may have together when unpacked; by default 1 GiB.
    pub fn max_unpacked(mut self, bytes: usize) -> Options {
        self.max_unpacked = bytes;
        self
    }
}
