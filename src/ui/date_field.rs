//! A field for a date that says at once what was understood.

use eframe::egui::{Response, RichText, Ui};

use super::{style, widgets};
use crate::model::When;
use crate::session::understand_date;

/// What is typed into a date field.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Typed {
    /// Nothing.
    Empty,
    /// A date.
    Understood(When),
    /// Something that is no date.
    Unclear,
}

impl Typed {
    /// Reads the words of the field.
    pub(super) fn of(words: &str) -> Self {
        if words.trim().is_empty() {
            return Self::Empty;
        }
        understand_date(words).map_or(Self::Unclear, Self::Understood)
    }
}

/// The field, and below it what was understood.
pub(super) fn date_field_ui(
    ui: &mut Ui,
    label: &str,
    empty: &str,
    words: &mut String,
) -> Response {
    let hint = "6 February 2026, 2026-02-06, February 2026";
    let response = widgets::field(ui, label, hint, words);
    let palette = style::palette(ui);
    let (understood, color) = match Typed::of(words) {
        Typed::Empty => (empty.to_owned(), palette.secondary),
        Typed::Understood(when) => (
            format!("Understood as {}", when.in_words()),
            palette.secondary,
        ),
        Typed::Unclear => {
            let words = "Not understood as a date. Write it like 6 February 2026 or 2026-02-06";
            (words.to_owned(), palette.warning)
        }
    };
    ui.label(
        RichText::new(understood)
            .font(style::regular(style::SECONDARY_PX))
            .color(color),
    );
    response
}
