//! How the text around a timeline is set, in the colours of its theme.

use super::pen::Style;
use crate::layout::Weight;
use crate::scene::Theme;

/// All styles of text.
pub(super) struct Styles {
    /// The heading.
    pub(super) title: Style,
    /// Under the heading.
    pub(super) subtitle: Style,
    /// Head of a section.
    pub(super) section: Style,
    /// A note's number.
    pub(super) number: Style,
    /// A note's title.
    pub(super) note_title: Style,
    /// Excerpts.
    pub(super) body: Style,
    /// Dates and sources.
    pub(super) secondary: Style,
    /// Disagreements.
    pub(super) warning: Style,
}

impl Styles {
    /// The styles in a theme's colours.
    pub(super) fn new(theme: &Theme) -> Self {
        let style = |size_px, line_px, weight, color| Style {
            size_px,
            line_px,
            weight,
            color,
        };
        Self {
            title: style(20.0, 26.0, Weight::Semibold, theme.text),
            subtitle: style(13.0, 18.0, Weight::Regular, theme.secondary),
            section: style(12.0, 18.0, Weight::Semibold, theme.secondary),
            number: style(13.0, 18.0, Weight::Semibold, theme.accent),
            note_title: style(13.0, 18.0, Weight::Semibold, theme.text),
            body: style(12.0, 16.0, Weight::Regular, theme.text),
            secondary: style(12.0, 16.0, Weight::Regular, theme.secondary),
            warning: style(12.0, 16.0, Weight::Regular, theme.warning),
        }
    }
}
