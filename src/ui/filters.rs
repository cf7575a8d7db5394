//! Which kinds and statuses are shown, with how many events there are of each.

use eframe::egui::{
    Align2, Color32, Rect, Response, Role, ScrollArea, Sense, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::{glyph, numbers, style, widgets};
use crate::model::{Kind, Status};
use crate::session::{Command, Counts, State, Visible};

const ROW_PX: f32 = 24.0;
const HEAD_PX: f32 = 26.0;
const EDGE_PX: f32 = 16.0;
/// What a click on a row shows or hides.
const ONE_TIP: &str = "these events; a right click offers to show only these";
const MINOR_TIP: &str = "what the articles tell in passing";
/// The list of articles keeps at least the rest of the panel.
const MAX_SHARE: f32 = 0.6;
/// The least width of a column of kinds, and of one of statuses.
const KIND_PX: f32 = 104.0;
const STATUS_PX: f32 = 136.0;

/// The filters, below the list of articles.
pub(super) fn filters_ui(ui: &mut Ui, state: &State, plan: Plan) -> Vec<Command> {
    let counts = counts(state);
    let mut commands = Vec::new();
    let (kinds, statuses) = (kinds(state, &counts), statuses(state, &counts));
    if kinds.is_empty() {
        return commands;
    }
    ui.add_space(style::SPACE_S);
    widgets::inset_ui(ui, widgets::rule);
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    ScrollArea::vertical()
        .id_salt("filters")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            head_ui(ui, "Kind");
            rows_ui(ui, &kinds, plan.kind_columns, |ui, kind| {
                let is_narrow = plan.kind_columns > 1;
                commands.extend(kind_ui(ui, state, &counts, (kind, is_narrow)));
            });
            head_ui(ui, "Status");
            rows_ui(ui, &statuses, plan.status_columns, |ui, status| {
                let is_narrow = plan.status_columns > 1;
                commands.extend(status_ui(ui, state, &counts, (status, is_narrow)));
            });
            if has_minor(state, &counts) {
                commands.extend(minor_ui(ui, state, &counts));
            }
            ui.add_space(style::SPACE_S);
        });
    commands
}

/// How the filters share the panel with the articles.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    /// Their height.
    pub(super) height_px: f32,
    kind_columns: usize,
    status_columns: usize,
}

/// In one column if that leaves the articles enough of `room_px`, else in two where names fit.
pub(super) fn plan(state: &State, width_px: f32, room_px: f32) -> Plan {
    let counts = counts(state);
    let (n_kinds, n_statuses) = (kinds(state, &counts).len(), statuses(state, &counts).len());
    let most_px = room_px * MAX_SHARE;
    let minor_px = if has_minor(state, &counts) {
        ROW_PX
    } else {
        0.0
    };
    let wanted_px = |kind_columns: usize, status_columns: usize| {
        let n_rows = n_kinds.div_ceil(kind_columns) + n_statuses.div_ceil(status_columns);
        2.0 * HEAD_PX + minor_px + n_rows as f32 * ROW_PX + 2.0 * style::SPACE_S + 5.0
    };
    let two_if = |fits: bool| if fits { 2 } else { 1 };
    let is_tight = most_px < wanted_px(1, 1);
    let kind_columns = two_if(is_tight && 2.0 * KIND_PX <= width_px);
    let is_tight = most_px < wanted_px(kind_columns, 1);
    let status_columns = two_if(is_tight && 2.0 * STATUS_PX <= width_px);
    let height_px = if n_kinds + n_statuses == 0 {
        0.0
    } else {
        wanted_px(kind_columns, status_columns).min(most_px)
    };
    Plan {
        height_px,
        kind_columns,
        status_columns,
    }
}

/// Rows one below the other, or two side by side.
fn rows_ui<T: Copy>(
    ui: &mut Ui,
    rows: &[T],
    n_columns: usize,
    mut row_ui: impl FnMut(&mut Ui, T),
) {
    if n_columns == 1 {
        for row in rows {
            row_ui(ui, *row);
        }
        return;
    }
    // Down the first column, then down the second, as lists are read.
    let n_rows = rows.len().div_ceil(n_columns);
    let (_, area) = ui.allocate_space(vec2(ui.available_width(), n_rows as f32 * ROW_PX));
    let column_px = (area.width() - EDGE_PX) / n_columns as f32;
    for (at, rows) in rows.chunks(n_rows).enumerate() {
        let left_top = area.left_top() + vec2(column_px * at as f32, 0.0);
        let column = Rect::from_min_size(left_top, vec2(column_px, area.height()));
        // Not a scope: a shorter second column would draw what follows up beside the first.
        let mut column = ui.new_child(UiBuilder::new().max_rect(column));
        for row in rows {
            row_ui(&mut column, *row);
        }
    }
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

fn kind_ui(
    ui: &mut Ui,
    state: &State,
    counts: &Counts,
    (kind, is_narrow): (Kind, bool),
) -> Vec<Command> {
    let is_on = !state.view.filters.hidden_kinds.contains(&kind);
    let count = counts.kinds.get(&kind).copied().unwrap_or(0);
    let row = Row {
        name: kind.name(),
        count,
        is_on,
        text_px: if is_narrow { 34.0 } else { 36.0 },
        is_narrow,
    };
    let (rect, response) = row.show(ui, ONE_TIP);
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

fn status_ui(
    ui: &mut Ui,
    state: &State,
    counts: &Counts,
    (status, is_narrow): (Status, bool),
) -> Vec<Command> {
    let is_on = !state.view.filters.hidden_statuses.contains(&status);
    let count = counts.statuses.get(&status).copied().unwrap_or(0);
    let row = Row {
        name: status.name(),
        count,
        is_on,
        text_px: 48.0,
        is_narrow,
    };
    let (rect, response) = row.show(ui, ONE_TIP);
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

fn has_minor(state: &State, counts: &Counts) -> bool {
    counts.minor != 0 || state.view.filters.shows_minor
}

/// The row that shows what the articles tell in passing.
fn minor_ui(ui: &mut Ui, state: &State, counts: &Counts) -> Option<Command> {
    let is_on = state.view.filters.shows_minor;
    let row = Row {
        name: "Minor events",
        count: counts.minor,
        is_on,
        text_px: 48.0,
        is_narrow: false,
    };
    let (rect, response) = row.show(ui, MINOR_TIP);
    let palette = style::palette(ui);
    let center = rect.left_center() + vec2(27.0, 0.0);
    if is_on {
        ui.painter().circle_filled(center, 3.0, palette.secondary);
    } else {
        ui.painter()
            .circle_stroke(center, 3.0, (1.2, palette.faint));
    }
    response.clicked().then_some(Command::ShowMinor(!is_on))
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

/// One row: a sign is painted left of `text_px` by the caller.
struct Row {
    name: &'static str,
    count: usize,
    is_on: bool,
    text_px: f32,
    is_narrow: bool,
}

impl Row {
    fn show(&self, ui: &mut Ui, tip: &str) -> (Rect, Response) {
        let size = vec2(ui.available_width(), ROW_PX);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let name = format!("Show {}", self.name);
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, self.is_on, &name));
        let palette = style::palette(ui);
        let side_px = if self.is_narrow { 6.0 } else { 8.0 };
        let ground = rect.shrink2(vec2(side_px, 1.0));
        let painter = ui.painter();
        if response.hovered() {
            painter.rect_filled(ground, style::RADIUS_S, palette.raised);
        }
        if response.has_focus() {
            let edge = (1.5, palette.accent);
            painter.rect_stroke(ground, style::RADIUS_S, edge, StrokeKind::Inside);
        }
        self.words_ui(ui, rect);
        let does = if self.is_on { "hides" } else { "shows" };
        (
            rect,
            response.on_hover_text(format!(
                "{}. A click {does} {tip}",
                numbers::counted(self.count, "event")
            )),
        )
    }

    /// The name, and the count at the row's end; in a narrow row right after the name.
    fn words_ui(&self, ui: &Ui, rect: Rect) {
        let palette = style::palette(ui);
        let color = if self.is_on {
            palette.text
        } else {
            palette.faint
        };
        let count = if self.is_narrow {
            numbers::short(self.count)
        } else {
            numbers::grouped(self.count)
        };
        let at = rect.left() + self.text_px;
        let size_px = if self.is_narrow {
            style::SECONDARY_PX
        } else {
            style::BODY_PX
        };
        let middle = rect.center().y;
        let left = Align2::LEFT_CENTER;
        let name = text(ui, (at, middle), left, self.name, (size_px, color));
        let count_look = (style::SECONDARY_PX, palette.secondary);
        if self.is_narrow {
            let after = (name.right() + style::SPACE_XS, middle);
            text(ui, after, left, &count, count_look);
        } else {
            let end = (rect.right() - EDGE_PX, middle);
            text(ui, end, Align2::RIGHT_CENTER, &count, count_look);
        }
    }
}

fn text(
    ui: &Ui,
    at: (f32, f32),
    align: Align2,
    words: &str,
    (size_px, color): (f32, Color32),
) -> Rect {
    ui.painter().text(
        pos2(at.0, at.1),
        align,
        words,
        style::regular(size_px),
        color,
    )
}
