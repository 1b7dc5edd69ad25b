//! Person's name in police style: not a heading, a place or an ordinary word.
//!
//! No authority lists names, and no list of them would be complete; this refuses what stands in capitals or after a
//! title in ordinary documents and is no name. Surnames that are also words (Day, Law, Page, West) are let through,
//! cities and counties are not: `LEEDS, West Yorkshire` is more frequent than a Mr Leeds.

pub(crate) fn is_valid(text: &[u8]) -> bool {
    let mut names = text
        .split(|byte| !is_name_byte(*byte))
        .filter(|word| word.len() > 1 && word[0].is_ascii_uppercase() && !is_in(TITLES, word));
    let Some(first) = names.next() else {
        return false;
    };
    let second = names.next().unwrap_or_default();
    !is_in(NO_NAMES, first) && !is_in(NO_NAMES, second) && !is_in(NO_FORENAMES, second)
}

/// Bytes of a letter outside ASCII belong to the word.
fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte >= 0x80 || byte == b'\'' || byte == b'-'
}

fn is_in(words: &[&str], word: &[u8]) -> bool {
    let folded = word.iter().map(u8::to_ascii_lowercase);
    words
        .binary_search_by(|probe| probe.bytes().cmp(folded.clone()))
        .is_ok()
}

/// Titles, ranks and roles that a match may begin with, sorted.
#[rustfmt::skip]
const TITLES: &[&str] = &[
    "ag", "ch", "ci", "con", "const", "constable", "dc", "dci", "dcs", "det", "detective", "di", "dr", "ds",
    "dsupt", "insp", "inspector", "miss", "mr", "mrs", "ms", "mx", "pc", "pcso", "police", "ps", "sergeant",
    "sgt", "spc", "superintendent", "supt", "tdc", "temp", "wpc",
];

/// Words that are neither surname nor forename, sorted.
#[rustfmt::skip]
const NO_NAMES: &[&str] = &[
    "aberdeen", "about", "above", "ac", "access", "according", "action", "actually", "add", "address", "adult",
    "afaik", "afair", "after", "again", "age", "air", "alert", "all", "also", "although", "always", "am",
    "amended", "america", "american", "an", "and", "annex", "another", "any", "apart", "api", "appendix", "are",
    "area", "army", "article", "as", "assistant", "at", "attached", "attention", "authority", "avon", "aware",
    "bail", "bank", "bbc", "because", "bedfordshire", "been", "before", "belfast", "beware", "bin",
    "birmingham", "board", "book", "both", "bradford", "brexit", "bristol", "britain", "british", "bst", "btw",
    "build", "but", "button", "by", "call", "called", "cambridge", "cambridgeshire", "can", "cannot", "cardiff",
    "case", "caution", "cctv", "cdt", "central", "centre", "channel", "chapter", "charge", "charged", "check",
    "cheshire", "chief", "circuit", "city", "civil", "class", "cleveland", "click", "closed", "club", "code",
    "college", "comics", "comment", "company", "complete", "computer", "conclusion", "confidential", "contact",
    "contents", "control", "cornwall", "corp", "could", "council", "counterfactual", "court", "coventry", "cps",
    "cpu", "crime", "criminal", "crown", "cst", "cumbria", "custody", "daily", "data", "date", "dc", "dear",
    "december", "defendant", "delete", "department", "derby", "derbyshire", "detail", "details", "detective",
    "device", "devon", "did", "direct", "director", "disk", "district", "division", "dns", "do", "dob",
    "document", "does", "done", "dorset", "double", "download", "driver", "drop", "dublin", "due", "dundee",
    "durham", "duty", "dvla", "each", "eastern", "edinburgh", "edit", "edition", "edt", "emergency", "empty",
    "end", "england", "english", "entry", "error", "essex", "est", "et", "europe", "european", "even", "every",
    "everyone", "exeter", "exhibit", "false", "fbi", "february", "female", "figure", "file", "files", "final",
    "finally", "first", "five", "follow", "following", "font", "football", "for", "force", "forum", "four",
    "france", "friday", "from", "ftp", "full", "further", "fyi", "games", "general", "german", "germany", "get",
    "give", "given", "glasgow", "gloucestershire", "gmbh", "gmt", "gnu", "go", "good", "google", "government",
    "group", "guidance", "gwent", "had", "hampshire", "hardware", "has", "have", "he", "heading", "heathrow",
    "hello", "help", "helvetica", "her", "here", "hers", "hertfordshire", "high", "him", "his", "hmp", "hmpps",
    "hmrc", "home", "hospital", "hotel", "how", "however", "html", "http", "https", "hull", "humberside", "i",
    "if", "ii", "iii", "iirc", "image", "imap", "imho", "imo", "important", "in", "inc", "incident", "included",
    "indeed", "index", "india", "info", "information", "input", "inquiry", "instead", "internet", "into",
    "iopc", "ireland", "is", "iso", "it", "item", "its", "january", "java", "jpeg", "july", "just", "key",
    "kill", "kingdom", "know", "known", "label", "lancashire", "last", "later", "leeds", "legal", "leicester",
    "leicestershire", "less", "let", "level", "limited", "lincolnshire", "line", "link", "linux", "list",
    "liverpool", "llp", "local", "location", "log", "lol", "london", "look", "low", "ltd", "mac", "magistrates",
    "mail", "main", "make", "male", "manchester", "manual", "many", "map", "me", "media", "meeting", "member",
    "men", "merseyside", "message", "metropolitan", "microsoft", "middlesbrough", "midlands", "minister",
    "ministry", "mobile", "mod", "mode", "monday", "more", "most", "mr", "mrs", "ms", "mst", "much", "music",
    "must", "my", "name", "nasa", "national", "need", "network", "never", "new", "newcastle", "news", "next",
    "nfa", "nfd", "nhs", "night", "nil", "no", "nobody", "nominal", "none", "norfolk", "northamptonshire",
    "northumbria", "norwich", "not", "note", "notes", "nothing", "notice", "nottingham", "nottinghamshire",
    "november", "now", "number", "object", "october", "of", "off", "offence", "office", "officer", "official",
    "offline", "ok", "okay", "on", "once", "one", "online", "only", "open", "operation", "option", "options",
    "or", "order", "original", "os", "other", "otherwise", "otoh", "our", "out", "output", "over", "oxford",
    "oxfordshire", "paris", "part", "party", "password", "pay", "pc", "pdf", "pdt", "people", "per", "person",
    "petrol", "phone", "php", "plan", "play", "plc", "please", "plus", "plymouth", "pm", "pnc", "point",
    "police", "pop", "port", "portsmouth", "post", "power", "president", "press", "print", "prison", "private",
    "product", "professor", "project", "property", "pst", "public", "put", "question", "quick", "quote",
    "radio", "ram", "re", "real", "really", "record", "red", "redacted", "ref", "refused", "region", "remember",
    "remote", "reply", "report", "republic", "request", "result", "review", "right", "road", "rom", "royal",
    "rtc", "run", "russia", "safety", "said", "same", "saturday", "save", "school", "scotland", "scottish",
    "search", "second", "secret", "secretary", "section", "security", "see", "send", "senior", "sensitive",
    "september", "server", "service", "session", "set", "several", "she", "sheffield", "should", "site", "six",
    "small", "smtp", "so", "software", "some", "someone", "somerset", "sorry", "source", "southampton",
    "special", "sql", "ssh", "ssl", "staffordshire", "standard", "start", "state", "statement", "station",
    "status", "step", "still", "stock", "stop", "store", "street", "subject", "such", "suffolk", "summary",
    "sunday", "sunderland", "supplier", "support", "sure", "surrey", "suspect", "sussex", "swansea", "switch",
    "system", "table", "take", "tba", "tbc", "tcp", "team", "tel", "ten", "text", "thames", "than", "thank",
    "thanks", "that", "the", "their", "them", "then", "there", "therefore", "these", "they", "thing", "things",
    "think", "this", "those", "though", "three", "through", "thursday", "time", "title", "tk", "to", "today",
    "together", "tomorrow", "too", "top", "total", "trace", "traffic", "true", "tuesday", "two", "type", "udp",
    "uk", "unable", "undated", "under", "union", "unit", "united", "university", "unknown", "unless", "unnamed",
    "until", "untitled", "up", "update", "upload", "upon", "url", "us", "usa", "usb", "use", "used", "user",
    "usual", "utc", "version", "very", "via", "victim", "video", "view", "vs", "wakefield", "wales", "war",
    "warning", "warwickshire", "was", "watch", "we", "wearing", "website", "wednesday", "week", "well", "were",
    "what", "when", "where", "whether", "which", "while", "whilst", "who", "whole", "whose", "why", "wiltshire",
    "windows", "with", "within", "without", "witness", "wolverhampton", "worcestershire", "world", "would",
    "wrote", "www", "xml", "year", "years", "yes", "yesterday", "yet", "york", "yorkshire", "you", "your",
    "zone",
];

/// Words that may be a surname but do not follow one, sorted.
#[rustfmt::skip]
const NO_FORENAMES: &[&str] = &[
    "apr", "aug", "avenue", "beach", "borough", "bridge", "calif", "cathedral", "close", "coast", "common",
    "county", "crescent", "dec", "drive", "east", "feb", "gardens", "great", "greater", "green", "hall",
    "heath", "hill", "house", "inner", "isle", "jan", "lane", "market", "mass", "mills", "mount", "north",
    "northern", "nov", "oct", "outer", "palace", "park", "place", "quay", "sept", "south", "southern", "square",
    "upper", "vale", "valley", "west", "western",
];

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn lists_are_sorted() {
        for list in [super::TITLES, super::NO_NAMES, super::NO_FORENAMES] {
            assert!(list.is_sorted());
        }
    }

    #[test]
    fn names_pass_and_headings_do_not() {
        judge(
            super::is_valid,
            &[
                "EXAMPLE, John David",
                "SAMPLE John 01/02/1980",
                "PC 1234 TESTER",
                "Mrs J. Sample",
                "WEST, Jane",
                "O'TEST-SAMPLE, Mary",
            ],
            &[
                ("NOTE, This", "heading"),
                ("LEEDS, West Yorkshire", "city"),
                ("WEST, North", "points of the compass"),
                ("LONDON, Monday", "dateline"),
                ("PC World", "shop"),
                ("Unknown Male", "no name given"),
                ("PC 1234", "nobody named"),
                ("", "empty"),
            ],
        );
    }
}
