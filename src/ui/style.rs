//! Colours, type and spacing of the window, from the tokens that pictures are made with.

use std::sync::LazyLock;

use eframe::egui::style::{Selection, WidgetVisuals, Widgets};
use eframe::egui::{
    self, Color32, CornerRadius, FontDefinitions, FontFamily, FontId, Margin, Shadow, Stroke,
    Style, TextStyle, Theme, ThemePreference, Visuals,
};

use super::paint::color32;
use crate::model::Kind;
use crate::scene::Color;
use crate::session::ThemeChoice;

/// The one scale of distances.
pub const SPACE_XS: f32 = 4.0;
/// Between things that belong together.
pub const SPACE_S: f32 = 8.0;
/// Between groups.
pub const SPACE_M: f32 = 12.0;
/// Edge of panels.
pub const SPACE_L: f32 = 16.0;
/// Between sections.
pub const SPACE_XL: f32 = 24.0;
/// Corners of buttons and rows.
pub const RADIUS_S: f32 = 6.0;
/// Corners of cards and dialogs.
pub const RADIUS_L: f32 = 8.0;

/// Section heads.
pub const HEAD_PX: f32 = 11.0;
/// Secondary text.
pub const SECONDARY_PX: f32 = 12.0;
/// Body text.
pub const BODY_PX: f32 = 13.0;
/// The title of an event.
pub const TITLE_PX: f32 = 18.0;

/// The colours of one theme.
#[derive(Debug)]
#[expect(missing_docs, reason = "the names are those of the theme files")]
pub struct Palette {
    pub ground: Color32,
    pub panel: Color32,
    pub raised: Color32,
    pub line: Color32,
    pub text: Color32,
    pub secondary: Color32,
    pub faint: Color32,
    pub accent: Color32,
    pub on_accent: Color32,
    pub selection: Color32,
    pub warning: Color32,
    kinds: [Color32; 13],
}

impl Palette {
    /// The colour of a kind of event.
    pub fn kind(&self, kind: Kind) -> Color32 {
        let index = Kind::ALL.iter().position(|one| *one == kind);
        let color = index.and_then(|index| self.kinds.get(index));
        color.copied().unwrap_or(self.faint)
    }
}

static LIGHT: LazyLock<Palette> = LazyLock::new(|| Palette {
    ground: hex(0xF6F5F1),
    panel: hex(0xFFFFFF),
    raised: hex(0xFBFAF8),
    line: hex(0xE4E1DA),
    text: hex(0x1D2329),
    secondary: hex(0x5C646D),
    faint: hex(0x8B929A),
    accent: hex(0x1F5FA8),
    on_accent: hex(0xFFFFFF),
    selection: hex(0xE8F0FA),
    warning: hex(0xA15C00),
    kinds: [
        0xB5403A, 0x6C5B9E, 0x1F6FB2, 0x3C7D5A, 0x3C7D5A, 0x3C7D5A, 0x3C7D5A, 0xB7791F,
        0x3C7D5A, 0x3C7D5A, 0x3C7D5A, 0x7A7F87, 0x7A7F87,
    ]
    .map(hex),
});
static DARK: LazyLock<Palette> = LazyLock::new(|| Palette {
    ground: hex(0x14171A),
    panel: hex(0x1B1F23),
    raised: hex(0x20252A),
    line: hex(0x2D333A),
    text: hex(0xE8EAED),
    secondary: hex(0xA7AFB8),
    faint: hex(0x7A838C),
    accent: hex(0x6FA8E8),
    on_accent: hex(0x14171A),
    selection: hex(0x22344A),
    warning: hex(0xE0A458),
    kinds: [
        0xE5837C, 0xA999DB, 0x6FB1E8, 0x7BC29A, 0x7BC29A, 0x7BC29A, 0x7BC29A, 0xE0B25A,
        0x7BC29A, 0x7BC29A, 0x7BC29A, 0xA7AFB8, 0xA7AFB8,
    ]
    .map(hex),
});

fn hex(rgb: u32) -> Color32 {
    let [_, r, g, b] = rgb.to_be_bytes();
    color32(Color { r, g, b, a: 255 })
}

/// The colours of the theme that `ui` is painted in.
pub fn palette(ui: &egui::Ui) -> &'static Palette {
    if ui.visuals().dark_mode {
        &DARK
    } else {
        &LIGHT
    }
}

/// Sets fonts and both themes up; once, at the start.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(font_definitions());
    ctx.set_style_of(Theme::Light, style(&LIGHT, Visuals::light()));
    ctx.set_style_of(Theme::Dark, style(&DARK, Visuals::dark()));
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
}

/// Follows the system's theme or the reader's.
pub fn choose(ctx: &egui::Context, theme: ThemeChoice) {
    ctx.set_theme(match theme {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::Dark => ThemePreference::Dark,
    });
}

/// The face for heads.
pub fn semibold(size_px: f32) -> FontId {
    FontId::new(size_px, FontFamily::Name("semibold".into()))
}

/// The face for what is inferred.
pub fn italic(size_px: f32) -> FontId {
    FontId::new(size_px, FontFamily::Name("italic".into()))
}

/// The face for running text.
pub fn regular(size_px: f32) -> FontId {
    FontId::proportional(size_px)
}

/// The face of titles.
pub fn title_font() -> FontId {
    semibold(TITLE_PX)
}

fn font_definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let usual = fonts.families.get(&FontFamily::Proportional).cloned();
    let usual = usual.unwrap_or_default();
    for name in ["semibold", "italic"] {
        fonts
            .families
            .insert(FontFamily::Name(name.into()), usual.clone());
    }
    fonts
}

fn style(palette: &Palette, visuals: Visuals) -> Style {
    let mut style = Style {
        visuals: self::visuals(palette, visuals),
        ..Style::default()
    };
    style.text_styles = [
        (TextStyle::Small, regular(SECONDARY_PX)),
        (TextStyle::Body, regular(BODY_PX)),
        (TextStyle::Button, regular(BODY_PX)),
        (TextStyle::Heading, title_font()),
        (TextStyle::Monospace, FontId::monospace(SECONDARY_PX)),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = egui::vec2(SPACE_S, SPACE_S);
    spacing.button_padding = egui::vec2(10.0, 5.0);
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = Margin::same(24);
    spacing.interact_size.y = 28.0;
    spacing.combo_width = 92.0;
    spacing.icon_width = 16.0;
    spacing.icon_width_inner = 10.0;
    spacing.slider_rail_height = 4.0;
    spacing.tooltip_width = 360.0;
    spacing.menu_width = 240.0;
    spacing.scroll.bar_width = 8.0;
    spacing.scroll.floating_width = 4.0;
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    style
}

fn visuals(palette: &Palette, base: Visuals) -> Visuals {
    let edge = Stroke::new(1.0, palette.line);
    let shadow = Shadow {
        offset: [0, 6],
        blur: 24,
        spread: 0,
        color: Color32::from_black_alpha(if base.dark_mode { 110 } else { 36 }),
    };
    Visuals {
        weak_text_color: Some(palette.secondary),
        widgets: widgets(palette),
        selection: Selection {
            bg_fill: palette.selection,
            stroke: Stroke::new(1.0, palette.accent),
        },
        hyperlink_color: palette.accent,
        faint_bg_color: palette.raised,
        extreme_bg_color: palette.ground,
        text_edit_bg_color: Some(palette.ground),
        code_bg_color: palette.raised,
        warn_fg_color: palette.warning,
        error_fg_color: palette.warning,
        window_corner_radius: CornerRadius::same(10),
        window_shadow: shadow,
        window_fill: palette.panel,
        window_stroke: edge,
        menu_corner_radius: CornerRadius::same(8),
        popup_shadow: shadow,
        panel_fill: palette.panel,
        slider_trailing_fill: true,
        interact_cursor: None,
        ..base
    }
}

fn widgets(palette: &Palette) -> Widgets {
    let base = WidgetVisuals {
        bg_fill: palette.line,
        weak_bg_fill: palette.raised,
        bg_stroke: Stroke::new(1.0, palette.line),
        corner_radius: CornerRadius::same(6),
        fg_stroke: Stroke::new(1.0, palette.text),
        expansion: 0.0,
    };
    let hovered = WidgetVisuals {
        weak_bg_fill: palette.selection,
        bg_fill: palette.selection,
        bg_stroke: Stroke::new(1.0, palette.accent),
        ..base
    };
    Widgets {
        noninteractive: WidgetVisuals {
            bg_fill: palette.panel,
            ..base
        },
        inactive: base,
        hovered,
        active: WidgetVisuals {
            fg_stroke: Stroke::new(1.5, palette.text),
            ..hovered
        },
        open: WidgetVisuals {
            weak_bg_fill: palette.selection,
            ..base
        },
    }
}
