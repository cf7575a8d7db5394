//! From bytes to text: UTF-8, UTF-16 with a byte order mark, else what the bytes look like.

use encoding_rs::{Encoding, UTF_8};

/// Larger files are no articles; refusing them keeps the window quick.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

/// In a text, at most one character in this many may be a control character.
const CHARS_PER_CONTROL: usize = 100;
/// With at least this many good characters beyond ASCII for each bad byte, it is damaged UTF-8.
const GOOD_PER_BAD: usize = 4;

/// Text with its line ends as LF.
#[derive(Debug)]
pub(super) struct Decoded {
    /// The text.
    pub(super) text: String,
    /// Message and hint, if it is not wholly as it was meant.
    pub(super) note: Option<(&'static str, &'static str)>,
}

/// Why bytes are no article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    Empty,
    OnlySpace,
    TooLarge,
    Binary,
    Pdf,
    Zip,
    Html,
}

impl Refusal {
    /// Message and hint.
    pub(super) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Empty => (
                "The file is empty.",
                "Check that it was saved or downloaded completely.",
            ),
            Self::OnlySpace => (
                "The file holds only white space.",
                "Check that it was saved or downloaded completely.",
            ),
            Self::TooLarge => (
                "The file is larger than 20 MB.",
                "Split it into one file for each article.",
            ),
            Self::Binary => (
                "The file is not text.",
                "Save the article as plain text (UTF-8) with the ending .txt or .md.",
            ),
            Self::Pdf => (
                "The file is a PDF, not text.",
                "Copy its text into a .txt file, or paste it with Edit > Paste article.",
            ),
            Self::Zip => (
                "The file is a ZIP archive or an office document, not text.",
                "Unpack it, or save the document as plain text (.txt).",
            ),
            Self::Html => (
                "The file is a web page, not plain text.",
                "Copy the article's text into a .txt file, or paste it with Edit > Paste article.",
            ),
        }
    }
}

/// Decodes the bytes of one file.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if MAX_BYTES < bytes.len() {
        return Err(Refusal::TooLarge);
    }
    if let Some(refusal) = known_binary(bytes) {
        return Err(refusal);
    }
    let (text, note) = to_text(bytes);
    if is_binary(&text) {
        return Err(Refusal::Binary);
    }
    if text.trim().is_empty() {
        return Err(Refusal::OnlySpace);
    }
    if is_web_page(&text) {
        return Err(Refusal::Html);
    }
    let text = if text.contains("\r\n") {
        text.replace("\r\n", "\n")
    } else {
        text
    };
    Ok(Decoded { text, note })
}

fn known_binary(bytes: &[u8]) -> Option<Refusal> {
    if bytes.starts_with(b"%PDF-") {
        return Some(Refusal::Pdf);
    }
    bytes.starts_with(b"PK\x03\x04").then_some(Refusal::Zip)
}

fn to_text(bytes: &[u8]) -> (String, Option<(&'static str, &'static str)>) {
    const DAMAGED: (&str, &str) = (
        "Some bytes are not valid UTF-8; they are shown as \u{fffd}.",
        "Save the file again as UTF-8 if words look wrong.",
    );
    if let Some((encoding, bom_len)) = Encoding::for_bom(bytes) {
        let body = bytes.get(bom_len..).unwrap_or_default();
        let (text, has_errors) = encoding.decode_without_bom_handling(body);
        return (text.into_owned(), has_errors.then_some(DAMAGED));
    }
    if let Ok(text) = str::from_utf8(bytes) {
        return (text.to_owned(), None);
    }
    if is_damaged_utf8(bytes) {
        return (String::from_utf8_lossy(bytes).into_owned(), Some(DAMAGED));
    }
    let (text, _) = guess(bytes).decode_without_bom_handling(bytes);
    (text.into_owned(), None)
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, chardetng::Utf8Detection::Deny);
    if encoding == UTF_8 {
        encoding_rs::WINDOWS_1252
    } else {
        encoding
    }
}

/// Mostly right UTF-8 with a few bytes lost, as a cut-off download has it.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut n_good, mut n_bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        n_good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        n_bad += usize::from(!chunk.invalid().is_empty());
    }
    n_bad * GOOD_PER_BAD <= n_good
}

fn is_binary(text: &str) -> bool {
    if text.contains('\0') {
        return true;
    }
    let is_control = |c: &char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}');
    let n_controls = text.chars().filter(is_control).count();
    text.len() / CHARS_PER_CONTROL < n_controls
}

fn is_web_page(text: &str) -> bool {
    let start = text.trim_start();
    ["<!doctype html", "<html"].iter().any(|tag| {
        start
            .get(..tag.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(tag))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(decode(bytes).map(|d| d.text).as_deref(), Ok(expected));
    }

    #[test]
    fn encodings_are_told_apart() {
        check(b"plain\r\ntext\r\n", "plain\ntext\n");
        check(b"\xef\xbb\xbfT\xc3\xbcrkiye", "Türkiye");
        check(b"\xff\xfeT\0\xfc\0r\0", "Tür");
        check(b"\xfe\xff\0T\0\xfc\0r", "Tür");
        check(
            b"the \x93so-called\x94 caf\xe9 \x96 closed",
            "the “so-called” café – closed",
        );
        check(b"lone \r stays", "lone \r stays");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for (bytes, refusal) in [
            (&b""[..], Refusal::Empty),
            (b" \n\t\r\n", Refusal::OnlySpace),
            (b"a\0b", Refusal::Binary),
            (b"\x01\x02\x03\x04 text", Refusal::Binary),
            (b"%PDF-1.7 ...", Refusal::Pdf),
            (b"PK\x03\x04...", Refusal::Zip),
            (b"\n<!DOCTYPE html><p>x", Refusal::Html),
        ] {
            assert_eq!(decode(bytes).err(), Some(refusal), "{bytes:?}");
        }
    }

    #[test]
    fn a_damaged_download_stays_utf8() {
        let mut bytes = "„Äpfel“ und „Öl“, über Käse".as_bytes().to_vec();
        bytes.extend(b"\xe2\x80");
        let decoded = decode(&bytes).expect("it is text");
        assert!(decoded.text.starts_with("„Äpfel“") && decoded.note.is_some());
    }
}
