//! Colours of a theme, read from `assets/theme`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::Color;
use crate::model::Kind;

/// All colours that the window and the exports use.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Behind the timeline.
    pub ground: Color,
    /// Panels, the axis, chips.
    pub panel: Color,
    /// What stands out of a panel: fields, counts, the overview.
    pub raised: Color,
    /// Lines between parts.
    pub line: Color,
    /// Lines of the calendar.
    pub grid: Color,
    /// Behind what lies after the as-of day.
    pub veil: Color,
    /// Body text.
    pub text: Color,
    /// Secondary text.
    pub secondary: Color,
    /// What may be missed.
    pub faint: Color,
    /// Links, the selected event's ring, the as-of line.
    pub accent: Color,
    /// Inside of check boxes and knobs.
    pub control: Color,
    /// Behind what is selected.
    pub selection: Color,
    /// Conflicts and problems.
    pub warning: Color,
    /// Words on dark fills.
    pub on_dark: Color,
    /// Words on light fills.
    pub on_light: Color,
    /// Share of the veil in marks after the as-of day.
    pub later: f32,
    /// The most of the ground that is in ghosts and in plans that have lapsed.
    pub set_back: f32,
    /// Strength of lines that do not touch what is looked at.
    pub aside: f32,
    /// Strength of what cannot be used.
    pub disabled: f32,
    kinds: BTreeMap<Kind, Color>,
}

/// Steps of the one scale of distances.
pub const SPACING_PX: [f32; 5] = [4.0, 8.0, 12.0, 16.0, 24.0];
/// Sizes of type: section heads, secondary, body, event title.
pub const TYPE_PX: [f32; 4] = [11.0, 12.0, 13.0, 18.0];

impl Theme {
    /// The light theme.
    pub fn light() -> &'static Self {
        static LIGHT: LazyLock<Theme> =
            LazyLock::new(|| read(include_str!("../../assets/theme/light.toml")));
        &LIGHT
    }

    /// The dark theme.
    pub fn dark() -> &'static Self {
        static DARK: LazyLock<Theme> =
            LazyLock::new(|| read(include_str!("../../assets/theme/dark.toml")));
        &DARK
    }

    /// The theme for those who need strong contrasts: light on black.
    pub fn high_contrast() -> &'static Self {
        static HIGH: LazyLock<Theme> =
            LazyLock::new(|| read(include_str!("../../assets/theme/high-contrast.toml")));
        &HIGH
    }

    /// All themes.
    pub fn all() -> [&'static Self; 3] {
        [Self::light(), Self::dark(), Self::high_contrast()]
    }

    /// The colour of a kind of event.
    pub fn kind(&self, kind: Kind) -> Color {
        self.kinds.get(&kind).copied().unwrap_or(self.secondary)
    }

    /// The colour of words on a fill: the one that stands out more.
    pub fn on(&self, fill: Color) -> Color {
        if fill.contrast(self.on_dark) < fill.contrast(self.on_light) {
            self.on_light
        } else {
            self.on_dark
        }
    }
}

/// A theme that cannot be read is all black; a test keeps that from happening.
fn read(toml: &str) -> Theme {
    toml::from_str(toml).unwrap_or_default()
}
