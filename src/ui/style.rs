//! Colours, type and spacing of the window, from the tokens that pictures are made with.

use std::sync::{Arc, LazyLock};

use eframe::egui::style::{Selection, WidgetVisuals, Widgets};
use eframe::egui::{
    self, Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Id, Margin,
    Shadow, Stroke, Style, TextStyle, ThemePreference, Visuals,
};

use super::paint::color32;
use crate::layout::fonts;
use crate::model::Kind;
use crate::scene::Theme;
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

/// How long what moves takes to its place, in seconds.
pub const MOTION_S: f32 = 0.2;

/// Section heads.
pub const HEAD_PX: f32 = 11.0;
/// Secondary text.
pub const SECONDARY_PX: f32 = 12.0;
/// Body text.
pub const BODY_PX: f32 = 13.0;
/// The title of an event.
pub const TITLE_PX: f32 = 18.0;

/// The colours of one theme, as egui has them.
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
    theme: &'static Theme,
}

impl Palette {
    /// The colour of a kind of event.
    pub fn kind(&self, kind: Kind) -> Color32 {
        color32(self.theme.kind(kind))
    }

    /// The theme it is taken from.
    pub fn theme(&self) -> &'static Theme {
        self.theme
    }

    fn of(theme: &'static Theme) -> Self {
        Self {
            ground: color32(theme.ground),
            panel: color32(theme.panel),
            raised: color32(theme.raised),
            line: color32(theme.line),
            text: color32(theme.text),
            secondary: color32(theme.secondary),
            faint: color32(theme.faint),
            accent: color32(theme.accent),
            on_accent: color32(theme.on(theme.accent)),
            selection: color32(theme.selection),
            warning: color32(theme.warning),
            theme,
        }
    }
}

static LIGHT: LazyLock<Palette> = LazyLock::new(|| Palette::of(Theme::light()));
static DARK: LazyLock<Palette> = LazyLock::new(|| Palette::of(Theme::dark()));
static HIGH_CONTRAST: LazyLock<Palette> = LazyLock::new(|| Palette::of(Theme::high_contrast()));

/// The colours of the theme that `ui` is painted in.
pub fn palette(ui: &egui::Ui) -> &'static Palette {
    if !ui.visuals().dark_mode {
        &LIGHT
    } else if is_high_contrast(ui.ctx()) {
        &HIGH_CONTRAST
    } else {
        &DARK
    }
}

/// egui knows light and dark only: the high-contrast theme takes the place of the dark one.
fn is_high_contrast(ctx: &egui::Context) -> bool {
    ctx.data(|data| data.get_temp(Id::unique(HIGH)).unwrap_or(false))
}

const HIGH: &str = "high contrast";

/// Sets fonts and both themes up; once, at the start.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(font_definitions());
    ctx.set_style_of(egui::Theme::Light, style(&LIGHT, Visuals::light()));
    ctx.set_style_of(egui::Theme::Dark, style(&DARK, Visuals::dark()));
    ctx.options_mut(|options| options.fallback_theme = egui::Theme::Light);
}

/// Follows the system's theme or the reader's.
pub fn choose(ctx: &egui::Context, theme: ThemeChoice) {
    let is_high = theme == ThemeChoice::HighContrast;
    if is_high != is_high_contrast(ctx) {
        ctx.data_mut(|data| data.insert_temp(Id::unique(HIGH), is_high));
        let palette = if is_high { &HIGH_CONTRAST } else { &DARK };
        ctx.set_style_of(egui::Theme::Dark, style(palette, Visuals::dark()));
    }
    ctx.set_theme(match theme {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::Dark | ThemeChoice::HighContrast => ThemePreference::Dark,
    });
}

/// Whether what moves to its place does so at once.
pub fn move_less(ctx: &egui::Context, is_wanted: bool) {
    let wanted_s = if is_wanted { 0.0 } else { MOTION_S };
    let is_set = |style: &Style| (style.animation_time - wanted_s).abs() < f32::EPSILON;
    if !is_set(&ctx.global_style()) {
        ctx.all_styles_mut(|style| style.animation_time = wanted_s);
    }
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

/// Inter first; egui's own faces fill the gaps on the screen.
fn font_definitions() -> FontDefinitions {
    let mut definitions = FontDefinitions::default();
    let gaps = definitions.families.get(&FontFamily::Proportional);
    let gaps = gaps.cloned().unwrap_or_default();
    for (name, bytes, family) in [
        ("inter", fonts::REGULAR, FontFamily::Proportional),
        (
            "inter semibold",
            fonts::SEMIBOLD,
            FontFamily::Name("semibold".into()),
        ),
        (
            "inter italic",
            fonts::ITALIC,
            FontFamily::Name("italic".into()),
        ),
    ] {
        let data = Arc::new(FontData::from_static(bytes));
        definitions.font_data.insert(name.to_owned(), data);
        let mut faces = vec![name.to_owned()];
        faces.extend(gaps.iter().cloned());
        definitions.families.insert(family, faces);
    }
    definitions
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
    // Words that fade at the edge of a list are weaker than the high-contrast theme allows.
    if std::ptr::eq(palette.theme, Theme::high_contrast()) {
        spacing.scroll.fade.strength = 0.0;
    }
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
        disabled_alpha: palette.theme.disabled,
        ..base
    }
}

fn widgets(palette: &Palette) -> Widgets {
    let base = WidgetVisuals {
        bg_fill: color32(palette.theme.control),
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
