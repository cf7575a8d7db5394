//! How the panels stand in the window.

use eframe::egui::{CentralPanel, Frame, Margin, Panel, Rangef, Ui};

use super::details::DetailsForm;
use super::export_form::ExportForm;
use super::paste::PasteForm;
use super::{
    OVERVIEW_PX, about, articles, canvas_ui, details, evidence_ui, export_dialog, filters,
    keys, legend_ui, nothing, open_path, overview_ui, paste, problems, reader_ui, shortcuts,
    status, style, top_bar, welcome,
};
use crate::session::{Command, Dialog, Settings, State, visible_events};

const TOP_BAR_PX: f32 = 44.0;
const STATUS_BAR_PX: f32 = 26.0;
const ARTICLES_PX: Rangef = Rangef {
    min: 180.0,
    max: 420.0,
};
const EVIDENCE_PX: Rangef = Rangef {
    min: 240.0,
    max: 520.0,
};

/// What is typed but not yet said: the forms of dialogs.
#[derive(Clone, Debug, Default)]
pub struct Drafts {
    /// The form for pasted text.
    pub(super) paste: PasteForm,
    /// The form for title, source and date.
    pub(super) details: Option<DetailsForm>,
    /// What is chosen in the export dialog.
    pub(super) export: Option<ExportForm>,
    /// A typed path.
    pub(super) path: String,
    /// Where a selection with Shift began in the list of articles.
    pub(super) anchor: Option<usize>,
    /// The search field is to be focused.
    pub(super) wants_search: bool,
}

impl Drafts {
    /// The form of the export dialog, for its preview.
    pub fn export_form(&mut self) -> Option<&mut ExportForm> {
        self.export.as_mut()
    }
}

/// The whole window.
pub fn window_ui(ui: &mut Ui, state: &State, drafts: &mut Drafts) -> Vec<Command> {
    let mut commands = shortcuts::commands(ui.ctx(), state, drafts);
    let palette = style::palette(ui);
    let bar = Frame::new()
        .fill(palette.panel)
        .inner_margin(Margin::symmetric(16, 0));
    Panel::top("top bar")
        .exact_size(TOP_BAR_PX)
        .resizable(false)
        .frame(bar)
        .show(ui, |ui| {
            commands.extend(top_bar::top_bar_ui(ui, state, drafts));
        });
    Panel::bottom("status bar")
        .exact_size(STATUS_BAR_PX)
        .resizable(false)
        .frame(bar)
        .show(ui, |ui| commands.extend(status::status_ui(ui, state)));
    commands.extend(sides_ui(ui, state, drafts));
    CentralPanel::no_frame()
        .frame(Frame::new().fill(palette.ground))
        .show(ui, |ui| commands.extend(centre_ui(ui, state)));
    commands.extend(dialog_ui(ui, state, drafts));
    commands
}

fn sides_ui(ui: &mut Ui, state: &State, drafts: &mut Drafts) -> Vec<Command> {
    let mut commands = Vec::new();
    let palette = style::palette(ui);
    let frame = Frame::new().fill(palette.panel);
    let mut settings = state.settings.clone();
    let has_articles = !state.articles.is_empty();
    if settings.shows_articles && has_articles {
        let left = Panel::left("articles")
            .default_size(settings.articles_width_px)
            .size_range(ARTICLES_PX)
            .frame(frame)
            .show(ui, |ui| {
                ui.set_min_width(ui.available_width());
                commands.extend(articles::articles_ui(ui, state, drafts));
                commands.extend(filters::filters_ui(ui, state));
            });
        settings.articles_width_px = left.response.rect.width().round();
    }
    if settings.shows_evidence && has_articles {
        let right = Panel::right("evidence")
            .default_size(settings.evidence_width_px)
            .size_range(EVIDENCE_PX)
            .frame(frame)
            .show(ui, |ui| {
                ui.set_min_width(ui.available_width());
                commands.extend(evidence_ui(ui, state, palette.theme()));
            });
        settings.evidence_width_px = right.response.rect.width().round();
    }
    commands.extend(widths_command(ui, state, settings));
    commands
}

/// Panels that were resized keep their widths, once the edge is let go.
fn widths_command(ui: &Ui, state: &State, settings: Settings) -> Option<Command> {
    let is_dragging = ui.input(|input| input.pointer.any_down());
    let is_new = settings != state.settings;
    (is_new && !is_dragging).then_some(Command::SetSettings(settings))
}

fn centre_ui(ui: &mut Ui, state: &State) -> Vec<Command> {
    if state.articles.is_empty() {
        return welcome::welcome_ui(ui, state);
    }
    let palette = style::palette(ui);
    let mut commands = Vec::new();
    Panel::bottom("overview")
        .exact_size(OVERVIEW_PX)
        .resizable(false)
        .frame(Frame::new().fill(palette.raised))
        .show(ui, |ui| {
            commands.extend(overview_ui(ui, state, palette.theme()));
        });
    if state.reader.is_some() {
        let page = Frame::new().fill(palette.panel);
        CentralPanel::no_frame().frame(page).show(ui, |ui| {
            commands.extend(reader_ui(ui, state, palette.theme()));
        });
        return commands;
    }
    if state.settings.shows_legend {
        Panel::bottom("legend")
            .resizable(false)
            .frame(Frame::new().fill(palette.panel))
            .show(ui, |ui| legend_ui(ui, palette.theme()));
    }
    if visible_events(state).is_empty() && state.work.is_none() {
        commands.extend(nothing::nothing_ui(ui, state));
    } else {
        commands.extend(canvas_ui(ui, state, palette.theme()));
    }
    commands
}

fn dialog_ui(ui: &Ui, state: &State, drafts: &mut Drafts) -> Vec<Command> {
    let ctx = ui.ctx();
    if !matches!(state.dialog, Some(Dialog::Details(_))) {
        drafts.details = None;
    }
    match &state.dialog {
        None => Vec::new(),
        Some(Dialog::Export) => {
            let form = || ExportForm::new(state, ui.visuals().dark_mode);
            let form = drafts.export.get_or_insert_with(form);
            export_dialog::export_dialog_ui(ctx, state, form)
        }
        Some(Dialog::Paste) => paste::paste_ui(ctx, &mut drafts.paste),
        Some(Dialog::Details(ids)) => details::details_ui(ctx, state, ids, &mut drafts.details),
        Some(Dialog::OpenPath) => open_path::open_path_ui(ctx, &mut drafts.path),
        Some(Dialog::Problems) => problems::problems_ui(ctx, state),
        Some(Dialog::Keys) => keys::keys_ui(ctx),
        Some(Dialog::About) => about::about_ui(ctx),
    }
}
