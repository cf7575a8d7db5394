//! The bundled faces: Inter under the OFL, cut down to Latin, Greek, Cyrillic and signs, with
//! tabular figures as its default figures (see `assets/fonts`).

/// Body text.
pub const REGULAR: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.otf");
/// Heads, and the label of the selected event.
pub const SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.otf");
/// What is inferred.
pub const ITALIC: &[u8] = include_bytes!("../../assets/fonts/Inter-Italic.otf");
