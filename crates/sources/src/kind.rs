//! What an attached file is, by its name or its declared type.

use breachscan::message::AttachmentKind;

/// By the ending of its name.
pub(crate) fn of_name(name: &str) -> AttachmentKind {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    match ending.to_ascii_lowercase().as_str() {
        "jpg" | "jpeg" | "png" | "gif" | "heic" | "heif" | "bmp" | "tif" | "tiff" => {
            AttachmentKind::Image
        }
        "webp" | "tgs" => AttachmentKind::Sticker,
        "mp4" | "mov" | "avi" | "mkv" | "3gp" | "webm" | "m4v" | "wmv" => AttachmentKind::Video,
        "opus" | "ogg" | "oga" | "mp3" | "m4a" | "aac" | "wav" | "amr" | "flac" => {
            AttachmentKind::Audio
        }
        "xlsx" | "xls" | "xlsm" | "xlsb" | "ods" | "csv" | "tsv" => AttachmentKind::Spreadsheet,
        "zip" | "7z" | "rar" | "gz" | "tar" => AttachmentKind::Archive,
        "vcf" => AttachmentKind::Contact,
        _ => AttachmentKind::Document,
    }
}

/// Whether a file is a picture, film, sound or sticker by its name: it came with a message and holds no text itself.
///
/// ```
/// use breachscan_sources::is_media;
///
/// assert!(is_media("photos/photo_7@14-02-2021_21-16-02.jpg"));
/// assert!(!is_media("_chat.txt"));
/// ```
pub fn is_media(path: &str) -> bool {
    use AttachmentKind::{Audio, Image, Sticker, Video};
    let name = path.rsplit('/').next().unwrap_or_default();
    matches!(of_name(name), Image | Video | Audio | Sticker)
}

/// By its media type, as `image/png`, and by its name where the type says nothing.
pub(crate) fn of_type(media_type: &str, name: Option<&str>) -> AttachmentKind {
    let lower = media_type.to_ascii_lowercase();
    let (kind, subtype) = lower.split_once('/').unwrap_or((&lower, ""));
    match (kind, subtype) {
        ("image", _) => AttachmentKind::Image,
        ("video", _) => AttachmentKind::Video,
        ("audio", _) => AttachmentKind::Audio,
        (_, "vcard" | "x-vcard" | "directory") => AttachmentKind::Contact,
        (_, "csv" | "tab-separated-values") => AttachmentKind::Spreadsheet,
        (_, "zip" | "x-zip-compressed" | "gzip" | "x-7z-compressed") => AttachmentKind::Archive,
        (_, subtype) if subtype.contains("spreadsheet") || subtype.contains("ms-excel") => {
            AttachmentKind::Spreadsheet
        }
        _ => name.map_or(AttachmentKind::Document, of_name),
    }
}
