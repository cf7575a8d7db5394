//! The theme's colours as egui has them.

use std::collections::BTreeMap;

use eframe::egui::Color32;

use super::paint::color32;
use crate::model::Kind;
use crate::scene::Theme;

/// Colours to paint with.
#[derive(Clone, Debug)]
pub(crate) struct Ink {
    /// What stands out of a panel.
    pub(crate) raised: Color32,
    /// Lines between parts.
    pub(crate) line: Color32,
    /// Body text.
    pub(crate) text: Color32,
    /// Secondary text.
    pub(crate) secondary: Color32,
    /// What may be missed.
    pub(crate) faint: Color32,
    /// Links and what has the focus.
    pub(crate) accent: Color32,
    /// Behind what is selected.
    pub(crate) selection: Color32,
    /// Conflicts and problems.
    pub(crate) warning: Color32,
    /// Strength of what stands behind, at least.
    pub(crate) aside: f32,
    kinds: BTreeMap<Kind, Color32>,
}

impl Ink {
    /// The colours of a theme.
    pub(crate) fn of(theme: &Theme) -> Self {
        let kinds = Kind::ALL.map(|kind| (kind, color32(theme.kind(kind))));
        Self {
            raised: color32(theme.raised),
            line: color32(theme.line),
            text: color32(theme.text),
            secondary: color32(theme.secondary),
            faint: color32(theme.faint),
            accent: color32(theme.accent),
            selection: color32(theme.selection),
            warning: color32(theme.warning),
            aside: theme.aside,
            kinds: kinds.into_iter().collect(),
        }
    }

    /// The colour of a kind of event.
    pub(crate) fn kind(&self, kind: Kind) -> Color32 {
        self.kinds.get(&kind).copied().unwrap_or(self.secondary)
    }
}
