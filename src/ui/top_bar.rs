//! Menus, search, lanes, as-of and export, in one bar.

use eframe::egui::{Align, ComboBox, Id, Layout, TextEdit, Ui, vec2};

use super::{Drafts, as_of, menu, shortcuts, style, widgets};
use crate::layout::LaneBy;
use crate::session::{Command, Dialog, State};

const SEARCH_PX: f32 = 250.0;
const MIN_SEARCH_PX: f32 = 110.0;
/// What lanes, as-of and export need beside the search field.
const REST_PX: f32 = 500.0;

/// The bar at the top.
pub(super) fn top_bar_ui(ui: &mut Ui, state: &State, drafts: &mut Drafts) -> Vec<Command> {
    let mut commands = Vec::new();
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = style::SPACE_S;
        commands.extend(menu::menu_ui(ui, state, drafts));
        ui.add_space(style::SPACE_S);
        let width = (ui.available_width() - REST_PX).clamp(MIN_SEARCH_PX, SEARCH_PX);
        commands.extend(search_ui(ui, state, drafts, width));
        ui.add_space(style::SPACE_S);
        commands.extend(lanes_ui(ui, state));
        ui.add_space(style::SPACE_S);
        commands.extend(as_of::as_of_ui(ui, state));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let can_export = !state.found.events.is_empty();
            ui.add_enabled_ui(can_export, |ui| {
                let button = widgets::primary_button(ui, "Export…")
                    .on_hover_text("Write the timeline as a picture or as data (Ctrl+E)")
                    .on_disabled_hover_text("There are no events to export yet");
                if button.clicked() {
                    commands.push(Command::OpenDialog(Dialog::Export));
                }
            });
        });
    });
    commands
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

fn lanes_ui(ui: &mut Ui, state: &State) -> Option<Command> {
    let mut lanes = state.view.lanes;
    ui.label(widgets::secondary(ui, "Lanes"));
    let combo = ComboBox::from_id_salt("lanes")
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
pub(super) const LANES: [LaneBy; 5] = [
    LaneBy::Kind,
    LaneBy::Status,
    LaneBy::Source,
    LaneBy::Article,
    LaneBy::None,
];

/// What a way to make lanes is called.
pub(super) fn lane_words(lanes: LaneBy) -> &'static str {
    match lanes {
        LaneBy::Kind => "Kind",
        LaneBy::Article => "Article",
        LaneBy::Status => "Status",
        LaneBy::Source => "Source",
        LaneBy::None => "No lanes",
    }
}
