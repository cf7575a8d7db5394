//! The things on the timeline that can be clicked: their names, clicks and tips.

use std::collections::BTreeMap;

use eframe::egui::{self, CursorIcon, Id, Key, Modifiers, Pos2, Rect, Response, Ui};

use super::canvas_input::Sight;
use super::canvas_lanes::sense;
use super::canvas_scene::Drawn;
use super::canvas_tip::{more_list_ui, tip_ui};
use super::ink::Ink;
use super::marks;
use super::paint::screen_rect;
use super::parts::name_button;
use super::reader::ask_to_scroll;
use crate::layout::{LISTED_DAYS, TimeWindow};
use crate::model::{Event, EventId};
use crate::scene::{Group, Shape, Target};
use crate::session::{Command, State};

/// On each side of events that are zoomed to.
const MARGIN: f64 = 0.15;
/// Width of such a list.
const LIST_PX: f32 = 320.0;

/// A thing of the scene that can be clicked.
pub(super) struct Mark<'a> {
    /// Its shapes and what it stands for.
    pub(super) group: &'a Group,
    /// What the pointer and the focus do to it.
    pub(super) response: Response,
}

impl Mark<'_> {
    /// Whether it is another, or stands for the same event in another lane.
    pub(super) fn is_same_event(&self, other: &Self) -> bool {
        match (&self.group.target, &other.group.target) {
            (Target::Event(id), Target::Event(other)) => id == other,
            _ => self.response.id == other.response.id,
        }
    }
}

/// Tells scripts and tests where the marks stand.
pub(super) fn remember_marks(ui: &Ui, state: &State, marks: &[Mark<'_>]) {
    let events = marks.iter().filter_map(|mark| match &mark.group.target {
        Target::Event(id) => Some((state.event(id)?, mark.response.rect)),
        _ => None,
    });
    marks::remember(ui.ctx(), events);
}

/// Puts an invisible, named button over each group. An event senses clicks only, so that a drag
/// that begins on it moves the timeline.
pub(super) fn marks_of<'a>(
    ui: &Ui,
    id: Id,
    state: &State,
    drawn: &'a Drawn,
    rect: Rect,
) -> Vec<Mark<'a>> {
    let mut groups = Vec::new();
    collect(&drawn.scene.shapes, rect.min, rect, &mut groups);
    let mut n_seen: BTreeMap<(u8, &str), usize> = BTreeMap::new();
    groups
        .into_iter()
        .map(|(group, bounds)| {
            let key = target_key(group);
            let n = n_seen.entry(key).or_default();
            *n += 1;
            let response = ui.interact(bounds, id.with((key, *n)), sense(&group.target));
            name_button(&response, is_selected(state, &group.target), &group.name);
            describe(&response, group, drawn);
            Mark { group, response }
        })
        .collect()
}

/// Tells screen readers which lane a mark stands in.
fn describe(response: &Response, group: &Group, drawn: &Drawn) {
    let has_lane = matches!(
        group.target,
        Target::Event(_) | Target::Chip(_) | Target::More { .. }
    );
    let y = group.bounds.center_y();
    let mut lanes = drawn.layout.lanes.iter();
    let lane = lanes.find(|lane| lane.bounds.y <= y && y < lane.bounds.bottom());
    let lane = lane.filter(|lane| has_lane && !lane.full_name.is_empty());
    if let Some(lane) = lane {
        response.ctx.accesskit_node_builder(response.id, |node| {
            node.set_description(format!("Lane {}", lane.full_name));
        });
    }
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
        Target::Lane { name, .. } => (6, name),
        Target::Still => (5, ""),
    }
}

/// What a click, Enter or the resting pointer does on a mark.
pub(super) fn mark_ui(state: &State, mark: Mark<'_>, sight: &Sight, ink: &Ink) -> Vec<Command> {
    let Mark { group, response } = mark;
    let mut commands = Vec::new();
    let held = response.ctx.input(|input| input.modifiers);
    if response.clicked() {
        let several = several(&group.target, held);
        commands.extend(several.map_or_else(
            || clicked(state, &group.target, sight),
            |several| vec![several],
        ));
    }
    let is_again = by_enter(&response) && is_shown(state, &group.target);
    if (response.double_clicked() || is_again)
        && !held.any()
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
    let is_listed = window.is_none_or(|_| sight.target.width_days() < LISTED_DAYS);
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

/// Whether it stands for a selected event.
pub(super) fn is_selected(state: &State, target: &Target) -> bool {
    match target {
        Target::Event(id) | Target::Undated(id) => state.selection.contains(id),
        _ => false,
    }
}

/// Whether it stands for the event whose evidence is shown.
pub(super) fn is_shown(state: &State, target: &Target) -> bool {
    match target {
        Target::Event(id) | Target::Undated(id) => state.selection.event.as_ref() == Some(id),
        _ => false,
    }
}

/// With Ctrl an event is added or taken out, with Shift all up to it are selected.
fn several(target: &Target, held: Modifiers) -> Option<Command> {
    let (Target::Event(id) | Target::Undated(id) | Target::Chip(id)) = target else {
        return None;
    };
    if held.command {
        return Some(Command::ToggleEvent(id.clone()));
    }
    held.shift.then(|| Command::SelectThrough(id.clone()))
}

fn clicked(state: &State, target: &Target, sight: &Sight) -> Vec<Command> {
    match target {
        Target::Event(id) | Target::Undated(id)
            if state.selection.event.as_ref() == Some(id)
                && state.selection.also.is_empty() =>
        {
            Vec::new()
        }
        Target::Event(id) | Target::Undated(id) => {
            vec![Command::SelectEvent(Some(id.clone()))]
        }
        Target::Chip(id) => {
            let mut commands = vec![Command::SelectEvent(Some(id.clone()))];
            let window = go_to(state, id, sight.target);
            commands.extend(window.map(|window| Command::Reveal {
                window: Some(window),
                scroll_px: None,
            }));
            commands
        }
        Target::More { window, .. } => match window {
            Some(window) if LISTED_DAYS <= sight.target.width_days() => {
                vec![set_window(closer(*window, sight.target))]
            }
            _ => Vec::new(),
        },
        Target::Publication(ids) => vec![Command::SelectArticles(ids.clone())],
        Target::Lane { .. } | Target::Still => Vec::new(),
    }
}

fn set_window(window: TimeWindow) -> Command {
    Command::SetWindow(Some(window))
}

/// Opens the article of the first mention.
pub(super) fn read(event: &Event) -> Option<Command> {
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
pub(super) fn days_of(event: &Event) -> Option<(f64, f64)> {
    let when = event.when.as_ref()?;
    let first = when.earliest().or(when.latest())?;
    let last = when.latest().unwrap_or(first);
    let days = TimeWindow::days_from_date;
    Some((days(first), days(last) + 1.0))
}
