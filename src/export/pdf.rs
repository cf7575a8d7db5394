//! The picture as a PDF of one page: vector shapes, embedded subset fonts, text that can be found.

use krilla::geom::Size;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::{Document, SerializeSettings};
use krilla_svg::{SurfaceExt as _, SvgSettings};

use super::{Evidence, ExportError, fonts};

/// A pixel is 1/96 inch, a point 1/72.
const POINTS_PER_PIXEL: f32 = 0.75;
/// Viewers refuse pages larger than 200 inches; such a picture is made smaller.
const MAX_SIDE_POINTS: f32 = 14_400.0;

/// Writes an SVG picture as PDF.
pub fn to_pdf(svg: &str, evidence: &Evidence<'_>) -> Result<Vec<u8>, ExportError> {
    let tree = fonts::tree(svg, "PDF")?;
    let (width_px, height_px) = (tree.size().width(), tree.size().height());
    let points = POINTS_PER_PIXEL.min(MAX_SIDE_POINTS / width_px.max(height_px));
    let size = Size::from_wh(width_px * points, height_px * points)
        .ok_or_else(|| failed("it has no area"))?;
    let mut document = Document::new_with(SerializeSettings::default());
    document.set_metadata(metadata(evidence));
    let mut page = document.start_page_with(PageSettings::new(size));
    let mut surface = page.surface();
    let drawn = surface.draw_svg(&tree, size, SvgSettings::default());
    surface.finish();
    page.finish();
    drawn.ok_or_else(|| failed("it has no area"))?;
    document
        .finish()
        .map_err(|error| failed(&format!("{error:?}")))
}

fn metadata(evidence: &Evidence<'_>) -> Metadata {
    Metadata::new()
        .title(evidence.title.to_owned())
        .description(evidence.in_text())
        .creator("Dateline".to_owned())
        .producer("Dateline".to_owned())
        .language("en".to_owned())
}

fn failed(reason: &str) -> ExportError {
    ExportError::Failed {
        format: "PDF",
        reason: reason.to_owned(),
    }
}
