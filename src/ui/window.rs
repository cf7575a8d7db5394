//! How the panels stand in the window.

use eframe::egui::{CentralPanel, Frame, Id, Margin, Panel, Rangef, ScrollArea, Ui};

use super::details::DetailsForm;
use super::export_form::ExportForm;
use super::paste::PasteForm;
use super::{
    OVERVIEW_PX, about, articles, canvas_ui, changes, details, evidence_ui, export_dialog,
    grammar, keys, legend_ui, nothing, open_path, overview_ui, paste, problems, reader_ui,
    replay, shortcuts, status, style, top_bar, welcome,
};
use crate::session::{Command, Dialog, State, shown};

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

/// The timeline keeps so much of a narrow window.
const CENTRE_PX: f32 = 400.0;
/// What the legend may take of the height above the overview.
const LEGEND_SHARE: f32 = 0.34;
/// Least and usual height of the grammar below an article, and the most it may take.
const GRAMMAR_PX: Rangef = Rangef {
    min: 120.0,
    max: 270.0,
};
const GRAMMAR_SHARE: f32 = 0.6;
/// What the articles may take of the rest.
const ARTICLES_SHARE: f32 = 0.42;

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
    let room_px = (ui.available_width() - CENTRE_PX).max(0.0);
    if settings.shows_articles && has_articles {
        let width = Width::new(ui, "articles", ARTICLES_PX, room_px * ARTICLES_SHARE);
        let left = Panel::left("articles")
            .size_range(width.range(settings.articles_width_px))
            .frame(frame)
            .show(ui, |ui| {
                ui.set_min_width(ui.available_width());
                commands.extend(articles::articles_and_filters_ui(ui, state, drafts));
            });
        width.keep(
            ui,
            left.response.rect.width(),
            &mut settings.articles_width_px,
        );
    }
    if settings.shows_evidence && has_articles {
        let width = Width::new(
            ui,
            "evidence",
            EVIDENCE_PX,
            room_px * (1.0 - ARTICLES_SHARE),
        );
        let right = Panel::right("evidence")
            .size_range(width.range(settings.evidence_width_px))
            .frame(frame)
            .show(ui, |ui| {
                ui.set_min_width(ui.available_width());
                commands.extend(evidence_ui(ui, state, palette.theme()));
            });
        width.keep(
            ui,
            right.response.rect.width(),
            &mut settings.evidence_width_px,
        );
    }
    if settings != state.settings {
        commands.push(Command::SetSettings(settings));
    }
    commands
}

/// The width of a side panel: what the reader chose, as far as the window has room for it. It
/// follows the pointer while the panel's edge is dragged.
struct Width {
    id: Id,
    range: Rangef,
    dragged: Option<f32>,
    is_held: bool,
}

impl Width {
    fn new(ui: &Ui, name: &str, limits: Rangef, room_px: f32) -> Self {
        let id = Id::unique(("width of", name));
        Self {
            id,
            range: Rangef::new(limits.min, limits.max.min(room_px).max(limits.min)),
            dragged: ui.data(|data| data.get_temp(id)),
            is_held: ui.input(|input| input.pointer.any_down()),
        }
    }

    fn range(&self, chosen_px: f32) -> Rangef {
        if self.is_held {
            return self.range;
        }
        Rangef::point(self.range.clamp(self.dragged.unwrap_or(chosen_px)))
    }

    /// Once the edge is let go, its place is the reader's choice.
    fn keep(&self, ui: &Ui, shown_px: f32, chosen_px: &mut f32) {
        if self.is_held {
            ui.data_mut(|data| data.insert_temp(self.id, shown_px));
        } else if let Some(dragged_px) = self.dragged {
            ui.data_mut(|data| data.remove::<f32>(self.id));
            let is_new = (dragged_px - self.range.clamp(*chosen_px)).abs() > 0.5;
            if is_new {
                *chosen_px = dragged_px.round();
            }
        }
    }
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
    if let Some(day) = state.view.as_of {
        Panel::top("replay")
            .exact_size(replay::REPLAY_PX)
            .resizable(false)
            .frame(replay::frame(ui))
            .show(ui, |ui| commands.extend(replay::replay_ui(ui, state, day)));
    }
    if state.reader.is_some() {
        let page = Frame::new().fill(palette.panel);
        if state.settings.shows_grammar {
            let range = Rangef::new(GRAMMAR_PX.min, ui.available_height() * GRAMMAR_SHARE);
            Panel::bottom("grammar")
                .size_range(range)
                .default_size(GRAMMAR_PX.max.min(range.max))
                .frame(page)
                .show(ui, |ui| {
                    commands.extend(grammar::grammar_ui(ui, state, palette.theme()));
                });
        }
        CentralPanel::no_frame().frame(page).show(ui, |ui| {
            commands.extend(reader_ui(ui, state, palette.theme()));
        });
        return commands;
    }
    if state.settings.shows_legend {
        // A low window keeps most of its height for the timeline.
        let most_px = ui.available_height() * LEGEND_SHARE;
        Panel::bottom("legend")
            .resizable(false)
            .frame(Frame::new().fill(palette.panel))
            .show(ui, |ui| {
                ScrollArea::vertical()
                    .id_salt("legend")
                    .max_height(most_px)
                    .min_scrolled_height(most_px)
                    .auto_shrink([false, true])
                    .show(ui, |ui| legend_ui(ui, state, palette.theme()));
            });
    }
    if shown(state).events().is_empty() && state.work.is_none() {
        commands.extend(nothing::nothing_ui(ui, state));
    } else {
        let area = ui.available_rect_before_wrap();
        commands.extend(canvas_ui(ui, state, palette.theme()));
        commands.extend(nothing::unplaced_ui(ui, state, area));
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
        Some(Dialog::Changes { from, to }) => changes::changes_ui(ctx, state, (*from, *to)),
        Some(Dialog::Keys) => keys::keys_ui(ctx),
        Some(Dialog::About) => about::about_ui(ctx),
    }
}
