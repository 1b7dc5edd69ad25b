//! Where messages were sent.

/// The application, service or system that carried messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum App {
    /// WhatsApp.
    WhatsApp,
    /// Telegram.
    Telegram,
    /// Signal.
    Signal,
    /// Snapchat.
    Snapchat,
    /// Slack.
    Slack,
    /// Microsoft Teams.
    Teams,
    /// Text messages.
    Sms,
    /// E-mail.
    Email,
    /// A post on a social network.
    Social,
    /// An audit log of look-ups.
    AuditLog,
    /// A spreadsheet.
    Spreadsheet,
    /// Notes, letters, logs and other text.
    Document,
}

/// The shape of the audience.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ChannelKind {
    /// Two people.
    Direct,
    /// A group with members.
    Group,
    /// One sender, any number of readers.
    Broadcast,
    /// Messages with recipients of their own.
    Mailbox,
    /// Text that nobody sent: a note, a log, a file.
    File,
}

/// Where messages were sent, and to how many. What is not known is `None`, never guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Channel {
    /// The application or system.
    pub app: App,
    /// The shape of the audience.
    pub kind: ChannelKind,
    /// The group's name or the mailbox.
    pub name: Option<String>,
    /// Whether the organisation runs or approved the channel.
    pub official: Option<bool>,
    /// Number of members: stated by the source, or else the people seen in it.
    pub members: Option<u32>,
    /// Whether people from outside the organisation take part.
    pub outsiders: Option<bool>,
}

impl Channel {
    /// A channel of which nothing else is known.
    pub fn new(app: App, kind: ChannelKind) -> Channel {
        Channel {
            app,
            kind,
            name: None,
            official: None,
            members: None,
            outsiders: None,
        }
    }
}
