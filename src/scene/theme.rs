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
    /// Behind what is selected.
    pub selection: Color,
    /// Conflicts and problems.
    pub warning: Color,
    /// Words on dark fills.
    pub on_dark: Color,
    /// Words on light fills.
    pub on_light: Color,
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
