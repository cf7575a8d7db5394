//! The timeline: paints the scene and lets the reader move in it and click what stands there.

use std::collections::BTreeMap;

use eframe::egui::{
    self, CursorIcon, EventFilter, Id, Key, Pos2, Rect, Response, Role, Sense, Stroke, Ui,
    Vec2, WidgetInfo, pos2,
};

use super::canvas_input::{Sight, Wheel, keys};
use super::canvas_reveal::reveal;
use super::canvas_scene::{Drawn, drawn};
use super::canvas_tip::{more_list_ui, tip_ui};
use super::ink::Ink;
use super::marks;
use super::paint::{color32, paint_scene, screen_rect};
use super::parts::name_button;
use super::reader::ask_to_scroll;
use crate::layout::TimeWindow;
use crate::model::{Event, EventId};
use crate::scene::{Group, Shape, Target, Theme};
use crate::session::{Command, State};

/// Width of the bar that scrolls the lanes.
const SCROLL_BAR_PX: f32 = 6.0;
/// On each side of events that are zoomed to.
const MARGIN: f64 = 0.15;
/// Below that, what still does not fit is listed: most events have a day and no hour.
const CLOSEST_DAYS: f64 = 4.0;
/// Width of such a list.
const LIST_PX: f32 = 320.0;

/// Shows the timeline on all that is left of `ui`.
pub fn canvas_ui(ui: &mut Ui, state: &State, theme: &Theme) -> Vec<Command> {
    let ink = Ink::of(theme);
    let (_, rect) = ui.allocate_space(ui.available_size().max(Vec2::splat(1.0)));
    let id = ui.scope_id().with("timeline");
    let drawn = drawn(ui.ctx(), id, state, theme, rect.size());
    let sight = sight_of(&drawn, rect.min);
    let ground = ui.interact(rect, id, Sense::click_and_drag());
    let name = format!("Timeline, {}", window_words(sight.window));
    ground.widget_info(|| WidgetInfo::labeled(Role::Group, true, &name));
    let marks = marks_of(ui, id, state, &drawn, rect);

    remember_marks(ui, state, &marks);

    let mut commands = pointer(ui, &ground, &sight);
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 0.0, color32(drawn.scene.background));
    for mark in marks.iter().filter(|mark| mark.response.hovered()) {
        painter.rect_filled(mark.response.rect.expand(2.0), 6.0, ink.raised);
    }
    paint_scene(&painter, rect.min, &drawn.scene);
    for mark in marks.iter().filter(|mark| mark.response.has_focus()) {
        let ring = Stroke::new(2.0, ink.accent);
        let around = mark.response.rect.expand(2.0);
        painter.rect_stroke(around, 6.0, ring, egui::StrokeKind::Middle);
    }
    commands.extend(scroll_bar(ui, id, &sight, &ink));
    commands.extend(keyboard(ui, state, &ground, &marks, &sight));
    for mark in marks {
        commands.extend(mark_ui(state, mark, &sight, &ink));
    }
    commands.extend(reveal(ui, id, state, &drawn.layout, &sight));
    commands
}

/// What is visible, in screen places.
fn sight_of(drawn: &Drawn, origin: Pos2) -> Sight {
    let layout = &drawn.layout;
    Sight {
        window: layout.window,
        plot: screen_rect(origin, layout.plot),
        scroll_px: layout.scroll_px,
        max_scroll_px: (layout.content_px - layout.plot.height).max(0.0),
    }
}

fn window_words(window: TimeWindow) -> String {
    let first = TimeWindow::date_from_days(window.start_days);
    let last = TimeWindow::date_from_days(window.end_days);
    format!("{first} to {last}")
}

fn pointer(ui: &Ui, ground: &Response, sight: &Sight) -> Vec<Command> {
    let mut commands = Vec::new();
    if let Some(wheel) = Wheel::over(ui, ground.rect) {
        commands.extend(sight.wheel(wheel));
    }
    if ground.dragged() {
        ui.set_cursor_icon(CursorIcon::Grabbing);
        commands.extend(sight.drag(ground.drag_delta()));
    }
    if ground.double_clicked() {
        commands.push(Command::SetWindow(None));
    }
    commands
}

/// A thing of the scene that can be clicked.
struct Mark<'a> {
    group: &'a Group,
    response: Response,
}

fn remember_marks(ui: &Ui, state: &State, marks: &[Mark<'_>]) {
    let events = marks.iter().filter_map(|mark| match &mark.group.target {
        Target::Event(id) => Some((state.event(id)?, mark.response.rect)),
        _ => None,
    });
    marks::remember(ui.ctx(), events);
}

/// Puts an invisible, named button over each group. It senses clicks only, so that a drag that
/// begins on it moves the timeline.
fn marks_of<'a>(ui: &Ui, id: Id, state: &State, drawn: &'a Drawn, rect: Rect) -> Vec<Mark<'a>> {
    let mut groups = Vec::new();
    collect(&drawn.scene.shapes, rect.min, rect, &mut groups);
    let mut n_seen: BTreeMap<(u8, &str), usize> = BTreeMap::new();
    groups
        .into_iter()
        .map(|(group, bounds)| {
            let key = target_key(group);
            let n = n_seen.entry(key).or_default();
            *n += 1;
            let response = ui.interact(bounds, id.with((key, *n)), Sense::click());
            name_button(&response, is_selected(state, &group.target), &group.name);
            Mark { group, response }
        })
        .collect()
}

/// All groups with a target, at any depth, with what is visible of their bounds.
fn collect<'a>(
    shapes: &'a [Shape],
    origin: Pos2,
    clip: Rect,
    found: &mut Vec<(&'a Group, Rect)>,
) {
    for shape in shapes {
        let Shape::Group(group) = shape else {
            continue;
        };
        let inner = match group.clip {
            Some(inner) => clip.intersect(screen_rect(origin, inner)),
            None => clip,
        };
        let bounds = inner.intersect(screen_rect(origin, group.bounds));
        if group.target != Target::Still && bounds.is_positive() {
            found.push((group, bounds));
        }
        collect(&group.shapes, origin, inner, found);
    }
}

/// What tells a group from others, whatever the window shows.
fn target_key(group: &Group) -> (u8, &str) {
    match &group.target {
        Target::Event(id) => (0, &id.0),
        Target::Chip(id) => (1, &id.0),
        Target::Undated(id) => (2, &id.0),
        Target::More { events, .. } => (3, events.first().map_or("", |id| id.0.as_str())),
        Target::Publication(_) => (4, &group.name),
        Target::Still => (5, ""),
    }
}

fn mark_ui(state: &State, mark: Mark<'_>, sight: &Sight, ink: &Ink) -> Vec<Command> {
    let Mark { group, response } = mark;
    let mut commands = Vec::new();
    if response.clicked() {
        commands.extend(clicked(state, &group.target, sight));
    }
    let is_again = by_enter(&response) && is_selected(state, &group.target);
    if (response.double_clicked() || is_again)
        && let Target::Event(id) | Target::Undated(id) = &group.target
    {
        ask_to_scroll(&response.ctx);
        commands.extend(state.event(id).and_then(read));
    }
    commands.extend(listed(state, group, &response, sight));
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if state.dialog.is_none() && !egui::Popup::is_any_open(&response.ctx) {
        response.on_hover_ui(|ui| tip_ui(ui, state, group, ink));
    }
    commands
}

/// Counted events that no closer look would part are listed instead.
fn listed(state: &State, group: &Group, response: &Response, sight: &Sight) -> Option<Command> {
    let Target::More { events, window, .. } = &group.target else {
        return None;
    };
    let is_listed = window.is_none_or(|_| sight.window.width_days() < CLOSEST_DAYS);
    if !is_listed {
        return None;
    }
    let popup = egui::Popup::menu(response).width(LIST_PX);
    let shown = popup.show(|ui| more_list_ui(ui, state, events));
    let chosen = shown.and_then(|shown| shown.inner)?;
    Some(Command::SelectEvent(Some(chosen)))
}

fn by_enter(response: &Response) -> bool {
    response.clicked() && response.ctx.input(|input| input.key_pressed(Key::Enter))
}

fn is_selected(state: &State, target: &Target) -> bool {
    match target {
        Target::Event(id) | Target::Undated(id) => state.selection.event.as_ref() == Some(id),
        _ => false,
    }
}

fn clicked(state: &State, target: &Target, sight: &Sight) -> Vec<Command> {
    match target {
        Target::Event(id) | Target::Undated(id)
            if state.selection.event.as_ref() == Some(id) =>
        {
            Vec::new()
        }
        Target::Event(id) | Target::Undated(id) => {
            vec![Command::SelectEvent(Some(id.clone()))]
        }
        Target::Chip(id) => {
            let mut commands = vec![Command::SelectEvent(Some(id.clone()))];
            let window = go_to(state, id, sight.window);
            commands.extend(window.map(|window| Command::Reveal {
                window: Some(window),
                scroll_px: None,
            }));
            commands
        }
        Target::More { window, .. } => match window {
            Some(window) if CLOSEST_DAYS <= sight.window.width_days() => {
                vec![set_window(closer(*window, sight.window))]
            }
            _ => Vec::new(),
        },
        Target::Publication(ids) => vec![Command::SelectArticles(ids.clone())],
        Target::Still => Vec::new(),
    }
}

fn set_window(window: TimeWindow) -> Command {
    Command::SetWindow(Some(window))
}

/// Opens the article of the first mention.
fn read(event: &Event) -> Option<Command> {
    let mention = event.mentions.first()?;
    Some(Command::Read(mention.article, Some(mention.excerpt)))
}

/// The window moved so that an event stands in its middle, wider if the event is.
pub(super) fn go_to(state: &State, id: &EventId, window: TimeWindow) -> Option<TimeWindow> {
    let (first, last) = days_of(state.event(id)?)?;
    let width = window
        .width_days()
        .max((last - first) * (1.0 + 2.0 * MARGIN));
    let middle = f64::midpoint(first, last);
    Some(TimeWindow::new(middle - width / 2.0, middle + width / 2.0))
}

/// The window that shows counted events; a closer look at their middle if it is no closer.
fn closer(wanted: TimeWindow, window: TimeWindow) -> TimeWindow {
    if wanted.width_days() < window.width_days() * 0.9 {
        return wanted;
    }
    let middle = f64::midpoint(wanted.start_days, wanted.end_days);
    window.zoom_at(middle.clamp(window.start_days, window.end_days), 2.0)
}

/// From the start of its first to the end of its last day.
fn days_of(event: &Event) -> Option<(f64, f64)> {
    let when = event.when.as_ref()?;
    let first = when.earliest().or(when.latest())?;
    let last = when.latest().unwrap_or(first);
    let days = TimeWindow::days_from_date;
    Some((days(first), days(last) + 1.0))
}

/// Keys work when nothing else has the focus; a mark that has it hands it on to the event that
/// the arrows step to.
fn keyboard(
    ui: &Ui,
    state: &State,
    ground: &Response,
    marks: &[Mark<'_>],
    sight: &Sight,
) -> Vec<Command> {
    let focused = ui.memory(egui::Memory::focused);
    let has_mark = marks.iter().any(|mark| mark.response.has_focus());
    let is_ours = focused.is_none() || has_mark || ground.has_focus();
    if !is_ours || state.dialog.is_some() || egui::Popup::is_any_open(ui.ctx()) {
        return Vec::new();
    }
    if let Some(id) = focused {
        let filter = EventFilter {
            tab: false,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: false,
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    }
    let moves = ground.id.with("focus moves");
    if has_mark && ui.input(|i| i.key_pressed(Key::ArrowLeft) || i.key_pressed(Key::ArrowRight))
    {
        ui.data_mut(|data| data.insert_temp(moves, true));
    } else if ui
        .data_mut(|data| data.remove_temp::<bool>(moves))
        .is_some()
    {
        let next = marks
            .iter()
            .find(|mark| is_selected(state, &mark.group.target));
        next.inspect(|mark| mark.response.request_focus());
    }
    let mut commands = keys(ui, state, sight);
    if !has_mark && ui.input_mut(|i| i.consume_key(egui::Modifiers::NONE, Key::Enter)) {
        ask_to_scroll(ui.ctx());
        commands.extend(state.selected_event().and_then(read));
    }
    commands
}

/// A slim bar at the right when there are more lanes than fit.
fn scroll_bar(ui: &Ui, id: Id, sight: &Sight, ink: &Ink) -> Option<Command> {
    if sight.max_scroll_px <= 0.0 {
        return None;
    }
    let track = Rect::from_min_max(
        pos2(
            sight.plot.right() - SCROLL_BAR_PX - 2.0,
            sight.plot.top() + 2.0,
        ),
        pos2(sight.plot.right() - 2.0, sight.plot.bottom() - 2.0),
    );
    let content_px = sight.plot.height() + sight.max_scroll_px;
    let scale = track.height() / content_px;
    let height_px = (sight.plot.height() * scale).max(24.0);
    let free_px = track.height() - height_px;
    let thumb_top_px = track.top() + free_px * sight.scroll_px / sight.max_scroll_px;
    let size = egui::vec2(SCROLL_BAR_PX, height_px);
    let thumb = Rect::from_min_size(pos2(track.left(), thumb_top_px), size);
    let response = ui.interact(thumb.expand(3.0), id.with("scroll bar"), Sense::drag());
    response
        .widget_info(|| WidgetInfo::slider(true, f64::from(sight.scroll_px), "Scroll lanes"));
    let is_held = response.hovered() || response.dragged();
    let color = if is_held { ink.secondary } else { ink.line };
    ui.painter().rect_filled(thumb, SCROLL_BAR_PX / 2.0, color);
    let delta_px = response.drag_delta().y * sight.max_scroll_px / free_px.max(1.0);
    let to_px = (sight.scroll_px + delta_px).clamp(0.0, sight.max_scroll_px);
    response.dragged().then_some(Command::ScrollTo(to_px))
}
