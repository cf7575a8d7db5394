//! Menus, search, lanes, as-of and export, in one bar.

use eframe::egui::{Align, ComboBox, Id, Layout, TextEdit, Ui, vec2};

use super::{Drafts, as_of, menu, shortcuts, style, widgets};
use crate::layout::LaneBy;
use crate::session::{Command, Dialog, State};

const SEARCH_PX: f32 = 250.0;
/// All ways to make lanes fit into the list without a scroll.
const LANES_MENU_PX: f32 = 320.0;
const MIN_SEARCH_PX: f32 = 90.0;
/// What lanes and as-of need beside the search field.
const REST_PX: f32 = 452.0;
/// The same in a narrow window.
const NARROW_REST_PX: f32 = 330.0;
/// The choice of lanes.
const LANES_PX: f32 = 92.0;
const NARROW_LANES_PX: f32 = 60.0;

/// The bar at the top.
pub(super) fn top_bar_ui(ui: &mut Ui, state: &State, drafts: &mut Drafts) -> Vec<Command> {
    let mut commands = Vec::new();
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = style::SPACE_S;
        commands.extend(menu::menu_ui(ui, state, drafts));
        // The button comes before what may have to do with less room.
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            commands.extend(export_ui(ui, state));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                commands.extend(controls_ui(ui, state, drafts));
            });
        });
    });
    commands
}

/// Search, lanes and as-of; a narrow window has them closer together and without names.
fn controls_ui(ui: &mut Ui, state: &State, drafts: &mut Drafts) -> Vec<Command> {
    let mut commands = Vec::new();
    let room = ui.available_width();
    let is_narrow = room < REST_PX + MIN_SEARCH_PX;
    let rest = if is_narrow { NARROW_REST_PX } else { REST_PX };
    let gap = if is_narrow { 0.0 } else { style::SPACE_S };
    ui.add_space(gap);
    let width = (room - rest).clamp(MIN_SEARCH_PX, SEARCH_PX);
    commands.extend(search_ui(ui, state, drafts, width));
    ui.add_space(gap);
    commands.extend(lanes_ui(ui, state, is_narrow));
    ui.add_space(gap);
    commands.extend(as_of::as_of_ui(ui, state, is_narrow));
    commands
}

fn export_ui(ui: &mut Ui, state: &State) -> Option<Command> {
    let can_export = !state.found.events.is_empty();
    let shown = ui.add_enabled_ui(can_export, |ui| {
        widgets::primary_button(ui, "Export…")
            .on_hover_text("Write the timeline as a picture or as data (Ctrl+E)")
            .on_disabled_hover_text("There are no events to export yet")
    });
    let is_clicked = shown.inner.clicked();
    is_clicked.then_some(Command::OpenDialog(Dialog::Export))
}

fn search_ui(
    ui: &mut Ui,
    state: &State,
    drafts: &mut Drafts,
    width_px: f32,
) -> Option<Command> {
    let mut words = state.view.search.clone();
    let words_are_empty = words.is_empty() && MIN_SEARCH_PX + 60.0 < width_px;
    let shortcut = ui.ctx().format_shortcut(&shortcuts::SEARCH);
    let field = TextEdit::singleline(&mut words)
        .id(Id::unique("search"))
        .hint_text(widgets::faint(ui, "Search events and articles"))
        .margin(vec2(12.0, 6.0))
        .desired_width(width_px);
    let field = if words_are_empty {
        field.suffix(widgets::faint(ui, &shortcut))
    } else {
        field
    };
    let response = ui
        .add(field)
        .accessible_name("Search events and articles")
        .on_hover_text(format!("Show only what holds these words ({shortcut})"));
    if std::mem::take(&mut drafts.wants_search) {
        response.request_focus();
    }
    response.changed().then_some(Command::Search(words))
}

fn lanes_ui(ui: &mut Ui, state: &State, is_narrow: bool) -> Option<Command> {
    let mut lanes = state.view.lanes;
    if !is_narrow {
        ui.label(widgets::secondary(ui, "Lanes"));
    }
    let combo = ComboBox::from_id_salt("lanes")
        .width(if is_narrow { NARROW_LANES_PX } else { LANES_PX })
        .height(LANES_MENU_PX)
        .selected_text(lane_words(lanes))
        .show_ui(ui, |ui| {
            for choice in LANES {
                ui.selectable_value(&mut lanes, choice, lane_words(choice));
            }
        });
    let tip = "What the lanes of the timeline stand for";
    combo.response.accessible_name("Lanes").on_hover_text(tip);
    (lanes != state.view.lanes).then_some(Command::SetLanes(lanes))
}

/// All ways to make lanes, in the order of menus.
pub(super) const LANES: [LaneBy; 7] = [
    LaneBy::Kind,
    LaneBy::Status,
    LaneBy::Source,
    LaneBy::Article,
    LaneBy::Participant,
    LaneBy::Place,
    LaneBy::None,
];

/// What a way to make lanes is called.
pub(super) fn lane_words(lanes: LaneBy) -> &'static str {
    match lanes {
        LaneBy::Kind => "Kind",
        LaneBy::Article => "Article",
        LaneBy::Status => "Status",
        LaneBy::Source => "Source",
        LaneBy::Participant => "Participant",
        LaneBy::Place => "Place",
        LaneBy::None => "No lanes",
    }
}
