//! The strip over all time: how much falls on each day, week or month, with the visible window as
//! a brush that can be moved and resized.

use eframe::egui::{
    self, CursorIcon, Id, Key, Label, Modifiers, Painter, Rect, Response, Role, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::ink::Ink;
use super::memo::{Same, memo};
use super::overview_density::density_ui;
use super::overview_labels::labels_ui;
use super::overview_signs::{overview_words, signs_ui};
use super::parts::{SMALL_PX, focus_ring, words};
use crate::layout::{TimeWindow, Weight, fit};
use crate::model::Event;
use crate::scene::Theme;
use crate::session::{Command, State, shown_window};

/// Height of the strip.
pub const OVERVIEW_PX: f32 = 92.0;
/// Free space left and right of the bars.
pub(super) const SIDE_PX: f32 = 14.0;
/// From the strip's top to the brush and to the bars' feet.
const BRUSH_TOP_PX: f32 = 8.0;
const BRUSH_BOTTOM_PX: f32 = 62.0;
const FEET_PX: f32 = 58.0;
/// The brush is never narrower than can be grasped.
const MIN_BRUSH_PX: f32 = 8.0;
/// Half the width of the grip at an edge.
const GRIP_PX: f32 = 6.0;
/// One press of an arrow key moves by this share of the window.
const KEY_SHARE: f64 = 0.1;

/// Shows the strip on the next [`OVERVIEW_PX`] of `ui`.
pub fn overview_ui(ui: &mut Ui, state: &State, theme: &Theme) -> Vec<Command> {
    let ink = Ink::of(theme);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), OVERVIEW_PX));
    ui.painter().rect_filled(rect, 0.0, ink.raised);
    if !has_dates(state) {
        blank_ui(ui, rect, &ink);
        return Vec::new();
    }
    let bars = Rect::from_x_y_ranges(
        rect.left() + SIDE_PX..=rect.right() - SIDE_PX,
        rect.top() + BRUSH_TOP_PX..=rect.top() + FEET_PX,
    );
    let id = ui.scope_id().with("overview");
    let window = shown_window(state);
    let span = span_of(ui, id, state, window);
    let bins = density_ui(ui, id, state, (span, bars), &ink);
    labels_ui(ui, state, (span, bars), rect.bottom(), &ink);
    let strip = Strip {
        id,
        rect,
        bars,
        span,
        window,
    };
    let commands = strip.brush_ui(ui, &overview_words(state), &ink);
    signs_ui(ui, id, state, (span, bars), &bins, &ink);
    commands
}

/// Whether anything stands in time at all.
fn has_dates(state: &State) -> bool {
    let mut events = weighty_events(state);
    let mut articles = state.articles.iter();
    events.any(|event| event.when.is_some())
        || articles.any(|article| article.published.when.is_some())
}

/// All events that weigh enough to be shown, filtered out or not.
fn weighty_events(state: &State) -> impl Iterator<Item = &Event> {
    let filters = &state.view.filters;
    let events = state.found.events.iter();
    events.filter(|event| filters.shows_salience(event))
}

fn blank_ui(ui: &mut Ui, rect: Rect, ink: &Ink) {
    let told = "All time is shown here once events have dates";
    let told = words(told, SMALL_PX, Weight::Regular, ink.secondary);
    ui.put(rect, Label::new(told));
}

/// All time that events and articles fall on, and some margin.
fn span_of(ui: &Ui, id: Id, state: &State, window: TimeWindow) -> TimeWindow {
    let key = (
        Same(std::sync::Arc::clone(&state.found)),
        state.visible.clone().map(Same),
    );
    let all = memo(ui.ctx(), id.with("span"), key, |_| {
        let events: Vec<&Event> = weighty_events(state).collect();
        fit(&events, &state.articles)
    });
    let margin = all.width_days() * 0.02;
    if state.found.events.is_empty() {
        return window;
    }
    TimeWindow::new(all.start_days - margin, all.end_days + margin)
}

struct Strip {
    id: Id,
    rect: Rect,
    bars: Rect,
    span: TimeWindow,
    window: TimeWindow,
}

impl Strip {
    fn x(&self, days: f64) -> f32 {
        self.bars.left() + self.span.x_from_days(days, self.bars.width()) as f32
    }

    fn days(&self, x_px: f32) -> f64 {
        let x_px = f64::from(x_px - self.bars.left());
        self.span.days_from_x(x_px, self.bars.width())
    }

    /// The visible window on the strip, kept graspable and on the strip.
    fn brush(&self) -> Rect {
        let (low, high) = (self.rect.left() + 2.0, self.rect.right() - 2.0);
        let left = self
            .x(self.window.start_days)
            .clamp(low, high - MIN_BRUSH_PX);
        let right = self.x(self.window.end_days).clamp(left, high);
        let right = right.max(left + MIN_BRUSH_PX);
        let (top, bottom) = (BRUSH_TOP_PX, BRUSH_BOTTOM_PX);
        Rect::from_x_y_ranges(
            left..=right,
            self.rect.top() + top..=self.rect.top() + bottom,
        )
    }

    fn brush_ui(&self, ui: &Ui, label: &str, ink: &Ink) -> Vec<Command> {
        let brush = self.brush();
        let mut commands = Vec::new();
        let ground = ui.interact(
            self.rect,
            self.id.with("ground"),
            Sense::CLICK | Sense::DRAG,
        );
        name(&ground, Role::Group, label);
        let body = ui.interact(brush, self.id.with("brush"), Sense::click_and_drag());
        name(
            &body,
            Role::Slider,
            &format!("Visible time, {}", self.words()),
        );
        let grips = [
            (brush.left(), "Start of the visible time", true),
            (brush.right(), "End of the visible time", false),
        ];
        for (x, label, is_start) in grips {
            let area = Rect::from_center_size(
                pos2(x, brush.center().y),
                vec2(GRIP_PX * 2.0, brush.height()),
            );
            let grip = ui.interact(area, self.id.with(label), Sense::click_and_drag());
            name(&grip, Role::Slider, label);
            commands.extend(self.grip(ui, &grip, is_start));
            focus_ring(ui, ink, &grip, 3.0);
        }
        commands.extend(self.moved(ui, &ground, &body));
        let is_held = body.hovered() || body.dragged();
        paint_brush(&ui.painter_at(self.rect), brush, is_held, ink);
        focus_ring(ui, ink, &body, 4.0);
        body.on_hover_cursor(CursorIcon::Grab);
        commands
    }

    fn moved(&self, ui: &Ui, ground: &Response, body: &Response) -> Option<Command> {
        if ground.double_clicked() || body.double_clicked() {
            return Some(Command::SetWindow(None));
        }
        if body.dragged() {
            ui.set_cursor_icon(CursorIcon::Grabbing);
            let share = f64::from(body.drag_delta().x / self.bars.width().max(1.0));
            return Some(set(self.window.pan(share * self.span.width_days())));
        }
        if ground.clicked() || ground.dragged() {
            let pointer = ground.interact_pointer_pos()?;
            let middle = f64::midpoint(self.window.start_days, self.window.end_days);
            let window = self.window.pan(self.days(pointer.x) - middle);
            // A click is a leap that can be taken back; a drag goes on.
            return Some(if ground.clicked() {
                Command::SetWindow(Some(window))
            } else {
                set(window)
            });
        }
        self.keyed(ui, body)
    }

    fn keyed(&self, ui: &Ui, body: &Response) -> Option<Command> {
        if !body.has_focus() {
            return None;
        }
        lock_arrows(ui, body.id);
        let took = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let step_days = self.window.width_days() * KEY_SHARE;
        if took(Key::ArrowLeft) {
            return Some(set(self.window.pan(-step_days)));
        }
        took(Key::ArrowRight).then(|| set(self.window.pan(step_days)))
    }

    fn grip(&self, ui: &Ui, grip: &Response, is_start: bool) -> Option<Command> {
        if grip.hovered() || grip.dragged() {
            ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
        }
        let mut delta_days = 0.0;
        if grip.dragged() {
            let share = f64::from(grip.drag_delta().x / self.bars.width().max(1.0));
            delta_days = share * self.span.width_days();
        } else if grip.has_focus() {
            lock_arrows(ui, grip.id);
            let took = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
            let step_days = self.window.width_days() * KEY_SHARE;
            delta_days -= if took(Key::ArrowLeft) { step_days } else { 0.0 };
            delta_days += if took(Key::ArrowRight) {
                step_days
            } else {
                0.0
            };
        }
        let TimeWindow {
            start_days,
            end_days,
        } = self.window;
        let least_days = self.span.width_days() * f64::from(MIN_BRUSH_PX / self.bars.width());
        let least_days = least_days.min(self.window.width_days());
        let window = if is_start {
            let start = (start_days + delta_days).min(end_days - least_days);
            TimeWindow::new(start, end_days)
        } else {
            let end = (end_days + delta_days).max(start_days + least_days);
            TimeWindow::new(start_days, end)
        };
        (delta_days != 0.0).then(|| set(window))
    }

    fn words(&self) -> String {
        let first = TimeWindow::date_from_days(self.window.start_days);
        let last = TimeWindow::date_from_days(self.window.end_days);
        format!("{first} to {last}")
    }
}

fn set(window: TimeWindow) -> Command {
    Command::MoveTo(window)
}

fn name(response: &Response, role: Role, label: &str) {
    response.widget_info(|| WidgetInfo::labeled(role, true, label));
}

fn lock_arrows(ui: &Ui, id: Id) {
    let filter = egui::EventFilter {
        horizontal_arrows: true,
        ..egui::EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
}

fn paint_brush(painter: &Painter, brush: Rect, is_held: bool, ink: &Ink) {
    let strength = if is_held { 0.16 } else { 0.09 };
    painter.rect_filled(brush, 4.0, ink.accent.gamma_multiply(strength));
    let edge = Stroke::new(1.5, ink.accent);
    painter.rect_stroke(brush, 4.0, edge, StrokeKind::Middle);
    for x in [brush.left(), brush.right()] {
        let grip = Rect::from_center_size(pos2(x, brush.center().y), vec2(5.0, 22.0));
        painter.rect_filled(grip, 2.5, ink.accent);
    }
}
