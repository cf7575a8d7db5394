//! The bundled faces as a font database, and SVG read with them alone.

use std::sync::{Arc, LazyLock};

use resvg::usvg::{self, fontdb};

use super::ExportError;
use crate::layout::fonts::{ITALIC, REGULAR, SEMIBOLD};

/// Only the bundled faces: what fonts a machine has must not change a picture.
static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for bytes in [REGULAR, SEMIBOLD, ITALIC] {
        fonts.load_font_data(bytes.to_vec());
    }
    Arc::new(fonts)
});

/// The picture as a tree that can be drawn.
pub(super) fn tree(svg: &str, format: &'static str) -> Result<usvg::Tree, ExportError> {
    let options = usvg::Options {
        fontdb: Arc::clone(&FONTS),
        font_family: "Inter".to_owned(),
        ..usvg::Options::default()
    };
    usvg::Tree::from_str(svg, &options).map_err(|error| ExportError::Failed {
        format,
        reason: error.to_string(),
    })
}
