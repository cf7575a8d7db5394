//! The panels around a state, driven by accessible names; commands are kept and carried out.

use std::sync::Arc;

use dateline::layout::{TimeWindow, fonts};
use dateline::scene::Theme;
use dateline::session::{Command, State, shown_window, update};
use dateline::ui::{OVERVIEW_PX, canvas_ui, evidence_ui, overview_ui, reader_ui};
use eframe::egui::{self, CentralPanel, FontData, FontDefinitions, FontFamily, Frame, Panel};
use egui_kittest::Harness;

use super::soft::SoftPainter;

/// A state, and every command that the panels gave.
pub(crate) struct Bench {
    /// The state.
    pub(crate) state: State,
    /// The commands so far.
    pub(crate) commands: Vec<Command>,
    /// The theme.
    pub(crate) theme: &'static Theme,
}

impl Bench {
    /// The visible stretch of time.
    pub(crate) fn window(&self) -> TimeWindow {
        shown_window(&self.state)
    }

    /// The id of the selected event.
    pub(crate) fn selected(&self) -> Option<&str> {
        self.state.selection.event.as_ref().map(|id| id.0.as_str())
    }

    fn ui(&mut self, ui: &mut egui::Ui) {
        let mut commands = Vec::new();
        let (state, theme) = (&self.state, self.theme);
        let fill = |color| Frame::NONE.fill(dateline::ui::paint::color32(color));
        Panel::right("evidence")
            .exact_size(316.0)
            .frame(fill(theme.panel))
            .show(ui, |ui| commands.extend(evidence_ui(ui, state, theme)));
        Panel::bottom("overview")
            .exact_size(OVERVIEW_PX)
            .frame(fill(theme.raised))
            .show(ui, |ui| commands.extend(overview_ui(ui, state, theme)));
        CentralPanel::no_frame()
            .frame(fill(theme.ground))
            .show(ui, |ui| {
                let shown = match state.reader {
                    Some(_) => reader_ui(ui, state, theme),
                    None => canvas_ui(ui, state, theme),
                };
                commands.extend(shown);
            });
        for command in commands {
            self.commands.push(command.clone());
            update(&mut self.state, command);
        }
    }
}

/// The panels around `state` in a window of common size.
pub(crate) fn harness(state: State, theme: &'static Theme) -> Harness<'static, Bench> {
    harness_of([1280.0, 720.0], state, theme)
}

/// The panels around `state` in a window of `size`.
pub(crate) fn harness_of(
    size: [f32; 2],
    state: State,
    theme: &'static Theme,
) -> Harness<'static, Bench> {
    let bench = Bench {
        state,
        commands: Vec::new(),
        theme,
    };
    let is_dark = theme == Theme::dark();
    let mut harness = Harness::builder()
        .with_size(size)
        .with_theme(if is_dark {
            egui::Theme::Dark
        } else {
            egui::Theme::Light
        })
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(120)
        .with_context_setup(|ctx| ctx.set_fonts(font_definitions()))
        .renderer(SoftPainter::default())
        .build_ui_state(|ui, bench: &mut Bench| bench.ui(ui), bench);
    harness.run();
    harness
}

fn font_definitions() -> FontDefinitions {
    let mut definitions = FontDefinitions::default();
    let faces = [
        ("regular", fonts::REGULAR, FontFamily::Proportional),
        (
            "semibold",
            fonts::SEMIBOLD,
            FontFamily::Name("semibold".into()),
        ),
        ("italic", fonts::ITALIC, FontFamily::Name("italic".into())),
    ];
    for (name, bytes, family) in faces {
        let data = Arc::new(FontData::from_static(bytes));
        definitions.font_data.insert(name.to_owned(), data);
        let fallbacks = definitions.families.get(&FontFamily::Proportional).cloned();
        let chain = definitions.families.entry(family).or_default();
        if chain.is_empty() {
            chain.extend(fallbacks.unwrap_or_default());
        }
        chain.insert(0, name.to_owned());
    }
    definitions
}
