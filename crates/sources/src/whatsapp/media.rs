//! Lines that stand for files.

use breachscan::Span;
use breachscan::message::{Attachment, AttachmentKind};

use crate::clock::is_mark;
use crate::kind;

/// A file that a body stands for, and what the sender wrote beside it.
pub(super) struct Media {
    pub(super) attachment: Attachment,
    /// Where in the body the sender's own words are.
    pub(super) captions: Vec<Span>,
}

/// The file that a body stands for. `is_marked` tells whether the line began with a mark, `is_led` whether the body
/// did: iOS sets both where a file belongs.
pub(super) fn find(body: &str, is_marked: bool, is_led: bool) -> Option<Media> {
    let first = body.split('\n').next().unwrap_or_default();
    let first = first.strip_suffix('\r').unwrap_or(first);
    let (attachment, words) = tagged(first)
        .or_else(|| named(first, is_led))
        .or_else(|| left_out(first))
        .or_else(|| is_marked.then(|| marked(first)).flatten())?;
    let mut captions = Vec::new();
    if !words.is_empty() {
        captions.push(words);
    }
    let rest = body.len() - body[first.len()..].trim_start().len();
    if rest < body.len() {
        captions.push(Span::new(rest, body.len()));
    }
    Some(Media {
        attachment,
        captions,
    })
}

/// `<attached: 00000042-PHOTO-2020-06-07-15-13-20.jpg>` in any language, words or the file's title before it.
fn tagged(line: &str) -> Option<(Attachment, Span)> {
    let inner = line.trim_end_matches(is_blank).strip_suffix('>')?;
    let open = inner.rfind('<')?;
    let (word, name) = inner[open + 1..].split_once(':')?;
    let name = name.trim_matches(is_blank);
    if word.chars().count() > 24 || !has_ending(name) {
        return None;
    }
    let (title, words) = title_or_words(&line[..open]);
    let mut attachment = Attachment::new(kind::of_name(name));
    attachment.name = Some(title.unwrap_or(name).to_owned());
    attachment.included = true;
    Some((attachment, words))
}

/// `IMG-20210101-WA0001.jpg (file attached)`, or with `<attached>` behind.
fn named(line: &str, is_led: bool) -> Option<(Attachment, Span)> {
    const WORDS: [&str; 9] = [
        "file attached",
        "attached",
        "datei angehängt",
        "archivo adjunto",
        "arquivo anexado",
        "ficheiro anexado",
        "fichier joint",
        "file allegato",
        "bestand bijgevoegd",
    ];
    let inner = line.trim_end_matches(is_blank);
    let open = inner
        .strip_suffix(')')
        .and_then(|inner| inner.rfind('('))
        .or(inner.strip_suffix('>').and_then(|inner| inner.rfind('<')))?;
    let word = inner[open + 1..inner.len() - 1].trim_matches(is_blank);
    let name = inner[..open].trim_matches(is_blank);
    if !has_ending(name) || !(is_led || WORDS.contains(&word.to_lowercase().as_str())) {
        return None;
    }
    let mut attachment = Attachment::new(kind_of_shape(name));
    attachment.name = Some(name.to_owned());
    attachment.included = true;
    Some((attachment, Span::new(0, 0)))
}

/// `<Media omitted>` in any language, `image omitted`.
fn left_out(line: &str) -> Option<(Attachment, Span)> {
    let line = line.trim_matches(is_blank);
    let in_angles = line
        .strip_prefix('<')
        .and_then(|line| line.strip_suffix('>'));
    let is_words = |text: &str| {
        text.chars().count() <= 32 && text.chars().all(|c| c.is_alphabetic() || c == ' ')
    };
    let kind = match in_angles {
        Some(words) if words.contains(' ') && is_words(words) => AttachmentKind::Media,
        Some(_) => return None,
        None => kind_of_words(line.strip_suffix(" omitted").filter(|words| {
            [
                "image",
                "video",
                "audio",
                "sticker",
                "GIF",
                "document",
                "Contact card",
                "video note",
            ]
            .contains(words)
        })?),
    };
    Some((Attachment::new(kind), Span::new(0, 0)))
}

/// `Report.pdf • 2 pages document omitted`: a marked line's last words, after a mark, say what was left out.
fn marked(line: &str) -> Option<(Attachment, Span)> {
    let mark = line.char_indices().rev().find(|(_, char)| is_mark(*char));
    let (before, words) = match mark {
        Some((at, char)) => (&line[..at], &line[at + char.len_utf8()..]),
        None => ("", line),
    };
    if words.is_empty() || words.chars().count() > 40 {
        return None;
    }
    let (title, caption) = title_or_words(before);
    let kind = title
        .filter(|title| has_ending(title))
        .map_or_else(|| kind_of_words(words), kind::of_name);
    let mut attachment = Attachment::new(kind);
    attachment.name = title.map(str::to_owned);
    Some((attachment, caption))
}

/// What stands before a file's tag: the file's own title, or else the sender's words.
fn title_or_words(before: &str) -> (Option<&str>, Span) {
    let title = before.split('\u{2022}').next().unwrap_or_default();
    let title = title.trim_matches(is_blank);
    if has_ending(title) {
        return (Some(title), Span::new(0, 0));
    }
    let words = before.trim_end_matches(is_blank);
    let start = words.len() - words.trim_start_matches(is_blank).len();
    (None, Span::new(start, words.len()))
}

fn is_blank(char: char) -> bool {
    is_mark(char) || char.is_whitespace()
}

/// Whether a name ends as a file's does.
fn has_ending(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(stem, ending)| {
        !stem.is_empty()
            && (2..=5).contains(&ending.len())
            && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && ending.bytes().any(|byte| byte.is_ascii_alphabetic())
    })
}

/// Android names a sticker `STK-…` and a voice message `PTT-…`.
fn kind_of_shape(name: &str) -> AttachmentKind {
    match name.get(..4) {
        Some("STK-") => AttachmentKind::Sticker,
        Some("PTT-" | "AUD-") => AttachmentKind::Audio,
        _ => kind::of_name(name),
    }
}

/// What was left out, by the beginnings of words in the languages exports come in.
fn kind_of_words(words: &str) -> AttachmentKind {
    const STEMS: &[(AttachmentKind, &[&str])] = &[
        (
            AttachmentKind::Sticker,
            &[
                "sticker",
                "stiker",
                "gif",
                "наліпк",
                "стикер",
                "nálepk",
                "ステッカー",
                "ملصق",
                "สติกเกอร์",
            ],
        ),
        (
            AttachmentKind::Contact,
            &[
                "contact",
                "kontakt",
                "contact card",
                "tarjeta",
                "cartão",
                "contato",
                "візитк",
                "контакт",
            ],
        ),
        (
            AttachmentKind::Document,
            &["docum", "dokum", "докум", "文書", "مستند", "เอกสาร"],
        ),
        (
            AttachmentKind::Video,
            &[
                "video",
                "vídeo",
                "vidéo",
                "відео",
                "видео",
                "動画",
                "ビデオ",
                "فيديو",
                "วิดีโอ",
            ],
        ),
        (
            AttachmentKind::Audio,
            &[
                "audio",
                "áudio",
                "аудіо",
                "аудио",
                "オーディオ",
                "音声",
                "صوت",
                "เสียง",
            ],
        ),
        (
            AttachmentKind::Image,
            &[
                "imag",
                "bild",
                "gambar",
                "obráz",
                "зображ",
                "изображ",
                "画像",
                "صورة",
                "ภาพ",
                "photo",
                "foto",
            ],
        ),
    ];
    let words = words.to_lowercase();
    let stem = STEMS
        .iter()
        .find(|(_, stems)| stems.iter().any(|stem| words.contains(stem)));
    stem.map_or(AttachmentKind::Document, |&(kind, _)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name_and_kind(body: &str, is_marked: bool) -> Option<(Option<String>, AttachmentKind)> {
        find(body, is_marked, false).map(|media| (media.attachment.name, media.attachment.kind))
    }

    #[test]
    fn files_of_both_systems() {
        let photo = "<attached: 00000042-PHOTO-2020-06-07-15-13-20.jpg>";
        let name = "00000042-PHOTO-2020-06-07-15-13-20.jpg".to_owned();
        assert_eq!(
            name_and_kind(photo, false),
            Some((Some(name), AttachmentKind::Image))
        );
        let voice = "PTT-20210101-WA0001.opus (file attached)";
        assert_eq!(
            name_and_kind(voice, false),
            Some((
                Some("PTT-20210101-WA0001.opus".into()),
                AttachmentKind::Audio
            ))
        );
        assert_eq!(
            name_and_kind("<Média vynechány>", false),
            Some((None, AttachmentKind::Media))
        );
        assert_eq!(
            name_and_kind("\u{200E}Bild weggelassen", true),
            Some((None, AttachmentKind::Image))
        );
        assert_eq!(
            name_and_kind("MG11.pdf • \u{200E}2 pages \u{200E}document omitted", true),
            Some((Some("MG11.pdf".into()), AttachmentKind::Document))
        );
    }

    #[test]
    fn captions_are_kept() {
        let body = "IMG-20210101-WA0001.jpg (file attached)\r\nlook at him";
        let media = find(body, false, false).unwrap();
        assert_eq!(&body[media.captions[0].range()], "look at him");
        let body = "look at him \u{200E}<attached: 1.jpg>";
        let media = find(body, true, false).unwrap();
        assert_eq!(&body[media.captions[0].range()], "look at him");
    }

    #[test]
    fn words_are_no_files() {
        for body in [
            "<3",
            "<b>",
            "see (page 3)",
            "a.b (c)",
            "image",
            "meet at 10.30 (file attached)",
        ] {
            assert!(find(body, false, false).is_none(), "{body}");
        }
    }
}
