//! The picture as PNG, with a short text on where it comes from.

use resvg::tiny_skia::{Pixmap, Transform};

use super::{Evidence, ExportError, fonts};

/// 400 MB of memory while drawing.
const MAX_MEGAPIXELS: u64 = 100;
const MAX_SIDE_PX: u64 = 32_000;
const SCALES: (f32, f32) = (1.0, 4.0);
/// Signature (8), length, name, 13 bytes and checksum of the first chunk.
const HEADER_LEN: usize = 33;

/// Draws an SVG picture `scale` (1 to 4) times as large as its size says.
pub fn to_png(svg: &str, scale: f32, evidence: &Evidence<'_>) -> Result<Vec<u8>, ExportError> {
    if !(SCALES.0..=SCALES.1).contains(&scale) {
        return Err(ExportError::Size {
            what: "the scale",
            given: scale.to_string(),
            least: SCALES.0 as u32,
            most: SCALES.1 as u32,
        });
    }
    let tree = fonts::tree(svg, "PNG")?;
    let mut pixels = pixmap(tree.size(), scale)?;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    let bytes = pixels
        .encode_png()
        .map_err(|error| failed(&error.to_string()))?;
    with_texts(&bytes, evidence)
}

/// Rows of pixels: red, green, blue, alpha.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels to the right.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Four bytes a pixel; alpha is premultiplied.
    pub rgba: Vec<u8>,
}

/// Draws an SVG picture `width_px` wide, cut off below `max_height_px`.
pub(super) fn to_pixels(
    svg: &str,
    width_px: u32,
    max_height_px: u32,
) -> Result<Pixels, ExportError> {
    let tree = fonts::tree(svg, "PNG")?;
    let scale = width_px as f32 / tree.size().width();
    let height_px = (tree.size().height() * scale).round() as u32;
    let height_px = height_px.clamp(1, max_height_px.max(1));
    let mut pixels =
        Pixmap::new(width_px, height_px).ok_or_else(|| failed("it has no area"))?;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    Ok(Pixels {
        width: width_px,
        height: height_px,
        rgba: pixels.take(),
    })
}

fn pixmap(size: resvg::usvg::Size, scale: f32) -> Result<Pixmap, ExportError> {
    let width_px = (size.width() * scale).round() as u64;
    let height_px = (size.height() * scale).round() as u64;
    let fits = width_px * height_px <= MAX_MEGAPIXELS * 1_000_000
        && width_px.max(height_px) <= MAX_SIDE_PX;
    if !fits {
        return Err(ExportError::TooLarge {
            width_px,
            height_px,
            most_megapixels: MAX_MEGAPIXELS,
        });
    }
    Pixmap::new(width_px as u32, height_px as u32).ok_or_else(|| failed("it has no area"))
}

/// Puts the texts right after the header, where readers look for them.
fn with_texts(png: &[u8], evidence: &Evidence<'_>) -> Result<Vec<u8>, ExportError> {
    let (header, rest) = png
        .split_at_checked(HEADER_LEN)
        .ok_or_else(|| failed("its header is missing"))?;
    let title = text_chunk("Title", evidence.title);
    let description = text_chunk("Description", &evidence.in_text());
    let software = text_chunk("Software", "Dateline");
    Ok([header, &title, &description, &software, rest].concat())
}

/// An `iTXt` chunk: international text, not compressed.
fn text_chunk(keyword: &str, text: &str) -> Vec<u8> {
    let mut body = b"iTXt".to_vec();
    body.extend(keyword.bytes());
    // End of keyword, not compressed, no method, no language, no translated keyword.
    body.extend([0, 0, 0, 0, 0]);
    body.extend(text.replace('\0', "\u{fffd}").bytes());
    let length = u32::try_from(body.len() - 4).unwrap_or(u32::MAX);
    [
        &length.to_be_bytes()[..],
        &body,
        &crc32(&body).to_be_bytes(),
    ]
    .concat()
}

/// The checksum of PNG chunks (ISO 3309).
fn crc32(bytes: &[u8]) -> u32 {
    let crc = bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
        })
    });
    !crc
}

fn failed(reason: &str) -> ExportError {
    ExportError::Failed {
        format: "PNG",
        reason: reason.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksum_is_that_of_the_standard() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b"IEND"), 0xae42_6082);
    }
}
