//! The timeline: paints the scene and lets the reader move in it and click what stands there.

use eframe::egui::{
    self, CursorIcon, Id, Pos2, Rect, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2,
};

use super::canvas_band::Band;
use super::canvas_input::{Fingers, Sight, Wheel};
use super::canvas_keys::keyboard;
use super::canvas_lanes::head_ui;
use super::canvas_marks::{Mark, is_selected, mark_ui, marks_of, remember_marks};
use super::canvas_motion::{follow_hand, gliding, sliding};
use super::canvas_reveal::reveal;
use super::canvas_scene::{Drawn, drawn};
use super::ink::Ink;
use super::paint::{color32, paint_fading, screen_rect};
use crate::layout::TimeWindow;
use crate::scene::{Group, Theme};
use crate::session::{Command, State, shown_window};

/// Width of the bar that scrolls the lanes.
const SCROLL_BAR_PX: f32 = 6.0;

/// Shows the timeline on all that is left of `ui`.
pub fn canvas_ui(ui: &mut Ui, state: &State, theme: &Theme) -> Vec<Command> {
    let ink = Ink::of(theme);
    let (_, rect) = ui.allocate_space(ui.available_size().max(Vec2::splat(1.0)));
    let id = ui.scope_id().with("timeline");
    let target = shown_window(state);
    let window = gliding(ui.ctx(), id, target);
    let drawn = drawn(ui.ctx(), id, state, theme, (window, rect.size()));
    let sliding = sliding(ui.ctx(), id, drawn, theme);
    let drawn = &*sliding.drawn;
    let sight = sight_of(drawn, rect.min, target);
    let ground = ui.interact(rect, id, Sense::click_and_drag());
    let name = format!("Timeline, {}", window_words(sight.window));
    ground.widget_info(|| WidgetInfo::labeled(Role::Group, true, &name));
    let marks = marks_of(ui, id, state, drawn, rect);

    remember_marks(ui, state, &marks);

    let band = Band::of(ui, &ground);
    let mut commands = match band {
        Some(band) => band.command(&marks).into_iter().collect(),
        None => pointer(ui, &ground, &sight),
    };
    if commands
        .iter()
        .any(|command| matches!(command, Command::MoveTo(_)))
    {
        follow_hand(ui.ctx(), id);
    }
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 0.0, color32(drawn.scene.background));
    let pointed = marks.iter().find(|mark| mark.response.hovered());
    if let Some(pointed) = pointed {
        let is_same = |mark: &&Mark<'_>| mark.is_same_event(pointed);
        for mark in marks.iter().filter(is_same) {
            painter.rect_filled(mark.response.rect.expand(2.0), 6.0, ink.raised);
        }
    }
    let opacity = |group: &Group| sliding.opacity(group);
    paint_fading(&painter, rect.min, &drawn.scene, &opacity);
    for mark in marks.iter().filter(|mark| mark.response.has_focus()) {
        // What is selected has a ring of its own already.
        let is_ringed = is_selected(state, &mark.group.target);
        let width_px = if is_ringed { 1.0 } else { 2.0 };
        let ring = Stroke::new(width_px, ink.accent);
        let around = mark.response.rect.expand(2.0);
        painter.rect_stroke(around, 6.0, ring, egui::StrokeKind::Middle);
    }
    if let Some(band) = band {
        band.paint(&painter, &marks, &ink);
    }
    commands.extend(scroll_bar(ui, id, &sight, &ink));
    commands.extend(keyboard(ui, state, &ground, &marks, &sight));
    for mark in marks {
        commands.extend(head_ui(ui, state, &mark, (drawn, rect.min), &ink));
        commands.extend(mark_ui(state, mark, &sight, &ink));
    }
    commands.extend(reveal(ui, id, state, &drawn.layout, &sight));
    commands
}

/// What is visible, in screen places.
fn sight_of(drawn: &Drawn, origin: Pos2, target: TimeWindow) -> Sight {
    let layout = &drawn.layout;
    Sight {
        window: layout.window,
        target,
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
    // One finger drags like a mouse; two move and pinch at once.
    if let Some(fingers) = Fingers::over(ui, ground.rect) {
        return sight.pinch(fingers);
    }
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
