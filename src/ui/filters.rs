//! Which kinds and statuses are shown, with how many events there are of each.

use eframe::egui::{
    Align2, Color32, Rect, Response, Role, ScrollArea, Sense, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use super::{glyph, style, widgets};
use crate::model::{Kind, Status};
use crate::session::{Command, Counts, State, Visible};

const ROW_PX: f32 = 24.0;
const HEAD_PX: f32 = 26.0;
const EDGE_PX: f32 = 16.0;
/// The list of articles keeps at least the rest of the panel.
const MAX_SHARE: f32 = 0.56;

/// The filters, below the list of articles.
pub(super) fn filters_ui(ui: &mut Ui, state: &State) -> Vec<Command> {
    let counts = counts(state);
    let mut commands = Vec::new();
    if kinds(state, &counts).is_empty() {
        return commands;
    }
    ui.add_space(style::SPACE_S);
    widgets::inset_ui(ui, widgets::rule);
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical()
        .id_salt("filters")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            head_ui(ui, "Kind");
            for kind in kinds(state, &counts) {
                commands.extend(kind_ui(ui, state, &counts, kind));
            }
            head_ui(ui, "Status");
            for status in statuses(state, &counts) {
                commands.extend(status_ui(ui, state, &counts, status));
            }
            ui.add_space(style::SPACE_S);
        });
    commands
}

/// How much of `room_px` the filters take.
pub(super) fn height_px(state: &State, room_px: f32) -> f32 {
    let counts = counts(state);
    let n_rows = kinds(state, &counts).len() + statuses(state, &counts).len();
    if n_rows == 0 {
        return 0.0;
    }
    let wanted = 2.0 * HEAD_PX + n_rows as f32 * ROW_PX + 2.0 * style::SPACE_S + 5.0;
    wanted.min(room_px * MAX_SHARE)
}

fn counts(state: &State) -> Counts {
    match &state.visible {
        Some(visible) => visible.counts.clone(),
        None => Visible::of(state).counts,
    }
}

/// Those that there are, and those that are switched off.
fn kinds(state: &State, counts: &Counts) -> Vec<Kind> {
    let hidden = &state.view.filters.hidden_kinds;
    let all = Kind::ALL.into_iter();
    all.filter(|kind| counts.kinds.contains_key(kind) || hidden.contains(kind))
        .collect()
}

fn statuses(state: &State, counts: &Counts) -> Vec<Status> {
    let hidden = &state.view.filters.hidden_statuses;
    let all = Status::ALL.into_iter();
    all.filter(|status| counts.statuses.contains_key(status) || hidden.contains(status))
        .collect()
}

fn head_ui(ui: &mut Ui, words: &str) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD_PX), Sense::hover());
    let at = pos2(rect.left() + EDGE_PX, rect.bottom() - 6.0);
    let font = style::semibold(style::HEAD_PX);
    let color = style::palette(ui).secondary;
    ui.painter()
        .text(at, Align2::LEFT_BOTTOM, words.to_uppercase(), font, color);
}

fn kind_ui(ui: &mut Ui, state: &State, counts: &Counts, kind: Kind) -> Vec<Command> {
    let is_on = !state.view.filters.hidden_kinds.contains(&kind);
    let count = counts.kinds.get(&kind).copied().unwrap_or(0);
    let (rect, response) = row_ui(ui, kind.name(), count, is_on, 36.0);
    let swatch = Rect::from_center_size(rect.left_center() + vec2(22.0, 0.0), vec2(12.0, 12.0));
    let color = style::palette(ui).kind(kind);
    if is_on {
        ui.painter().rect_filled(swatch, 3.0, color);
    } else {
        ui.painter()
            .rect_stroke(swatch, 3.0, (1.2, color), StrokeKind::Inside);
    }
    let only = Kind::ALL
        .into_iter()
        .map(|one| Command::ShowKind(one, one == kind));
    answer(&response, Command::ShowKind(kind, !is_on), only.collect())
}

fn status_ui(ui: &mut Ui, state: &State, counts: &Counts, status: Status) -> Vec<Command> {
    let is_on = !state.view.filters.hidden_statuses.contains(&status);
    let count = counts.statuses.get(&status).copied().unwrap_or(0);
    let (rect, response) = row_ui(ui, status.name(), count, is_on, 48.0);
    let palette = style::palette(ui);
    let sign = Rect::from_center_size(rect.left_center() + vec2(27.0, 0.0), vec2(22.0, 9.0));
    let color = if is_on {
        palette.secondary
    } else {
        palette.faint
    };
    glyph::paint_status(ui.painter(), sign, status, color);
    let only = Status::ALL
        .into_iter()
        .map(|one| Command::ShowStatus(one, one == status));
    answer(
        &response,
        Command::ShowStatus(status, !is_on),
        only.collect(),
    )
}

fn answer(response: &Response, toggle: Command, only: Vec<Command>) -> Vec<Command> {
    let mut commands = Vec::new();
    if response.clicked() {
        commands.push(toggle);
    }
    response.context_menu(|ui| {
        if ui.button("Show only this").clicked() {
            commands = only;
        }
        if ui.button("Show all").clicked() {
            commands = vec![Command::ClearFilters];
        }
    });
    commands
}

fn row_ui(
    ui: &mut Ui,
    name: &str,
    count: usize,
    is_on: bool,
    text_px: f32,
) -> (Rect, Response) {
    let size = vec2(ui.available_width(), ROW_PX);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(Role::CheckBox, true, is_on, format!("Show {name}"))
    });
    let palette = style::palette(ui);
    let ground = rect.shrink2(vec2(8.0, 1.0));
    if response.hovered() {
        ui.painter()
            .rect_filled(ground, style::RADIUS_S, palette.raised);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(
            ground,
            style::RADIUS_S,
            (1.5, palette.accent),
            StrokeKind::Inside,
        );
    }
    let color = if is_on { palette.text } else { palette.faint };
    let middle = rect.center().y;
    text(
        ui,
        (rect.left() + text_px, middle),
        Align2::LEFT_CENTER,
        name,
        (style::BODY_PX, color),
    );
    let end = (rect.right() - EDGE_PX, middle);
    let count_look = (style::SECONDARY_PX, palette.secondary);
    text(
        ui,
        end,
        Align2::RIGHT_CENTER,
        &count.to_string(),
        count_look,
    );
    let tip = if is_on { "hides" } else { "shows" };
    let tip = format!("A click {tip} these events; a right click offers to show only these");
    (rect, response.on_hover_text(tip))
}

fn text(ui: &Ui, at: (f32, f32), align: Align2, words: &str, look: (f32, Color32)) {
    let (size_px, color) = look;
    ui.painter().text(
        pos2(at.0, at.1),
        align,
        words,
        style::regular(size_px),
        color,
    );
}
