//! What wheel, pinch and drag mean on the canvas, as functions of the visible window.
//!
//! The wheel zooms at the pointer; over the heads of the lanes, or with Alt, it scrolls the lanes.
//! With Shift, or turned sideways, it pans. A pinch, or the wheel with Ctrl, zooms.

use eframe::egui::{Pos2, Rect, Ui, Vec2};

use crate::layout::TimeWindow;
use crate::session::Command;

/// Wheel pixels that zoom by a factor of e; a notch (40 px) zooms by a quarter.
const ZOOM_PX: f64 = 180.0;
/// The middle of the window stays on the civil calendar (years -9999 to 9999).
const FIRST_DAYS: f64 = -4_371_000.0;
const LAST_DAYS: f64 = 2_932_000.0;

/// What is visible of the timeline and where on the screen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sight {
    /// The visible stretch of time.
    pub(super) window: TimeWindow,
    /// Where the window is on its way to; the same if it is at rest.
    pub(super) target: TimeWindow,
    /// Where it stands on the screen.
    pub(super) plot: Rect,
    /// How far the lanes are scrolled.
    pub(super) scroll_px: f32,
    /// How far they can be scrolled.
    pub(super) max_scroll_px: f32,
}

/// Wheel and pinch at one moment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wheel {
    /// Where the pointer is.
    pub(super) at: Pos2,
    /// How the content should move.
    pub(super) delta: Vec2,
    /// Pinch; 1 is none.
    pub(super) zoom: f32,
    /// Alt is held.
    pub(super) scrolls: bool,
}

/// Two or more fingers at one moment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fingers {
    /// The point between them.
    pub(super) at: Pos2,
    /// How it moved.
    pub(super) delta: Vec2,
    /// How they parted; 1 is not at all.
    pub(super) zoom: f32,
}

impl Fingers {
    /// What the fingers did over `rect` since the last frame, if there are several.
    pub(super) fn over(ui: &Ui, rect: Rect) -> Option<Self> {
        let touch = ui.input(eframe::egui::InputState::multi_touch)?;
        rect.contains(touch.start_pos).then_some(Self {
            at: touch.center_pos,
            delta: touch.translation_delta,
            zoom: touch.zoom_delta,
        })
    }
}

impl Wheel {
    /// What the wheel did over `rect` since the last frame, if anything.
    pub(super) fn over(ui: &Ui, rect: Rect) -> Option<Self> {
        if !ui.rect_contains_pointer(rect) {
            return None;
        }
        ui.input(|input| {
            let wheel = Self {
                at: input.pointer.hover_pos()?,
                delta: input.smooth_scroll_delta(),
                zoom: input.zoom_delta(),
                scrolls: input.modifiers.alt,
            };
            let is_still = wheel.delta == Vec2::ZERO && (wheel.zoom - 1.0).abs() < f32::EPSILON;
            (!is_still).then_some(wheel)
        })
    }
}

impl Sight {
    /// The wheel's commands.
    pub(super) fn wheel(&self, wheel: Wheel) -> Vec<Command> {
        let mut commands = Vec::new();
        let over_heads = wheel.at.x < self.plot.left();
        let mut window = self.window;
        if over_heads || wheel.scrolls {
            commands.extend(self.scroll(wheel.delta.y));
        } else if wheel.delta.y.abs() > wheel.delta.x.abs() {
            let factor = (f64::from(wheel.delta.y) / ZOOM_PX).exp();
            window = self.zoom_at(wheel.at.x, factor);
        }
        if wheel.delta.x.abs() >= wheel.delta.y.abs() {
            window = self.dragged(wheel.delta.x);
        }
        if (wheel.zoom - 1.0).abs() > f32::EPSILON {
            window = self.zoom_at(wheel.at.x, f64::from(wheel.zoom));
        }
        if window != self.window {
            commands.push(Command::MoveTo(window));
        }
        commands
    }

    /// The commands of a drag by so many pixels.
    pub(super) fn drag(&self, delta: Vec2) -> Vec<Command> {
        let mut commands = Vec::new();
        if delta.x != 0.0 {
            commands.push(Command::MoveTo(self.dragged(delta.x)));
        }
        commands.extend(self.scroll(delta.y));
        commands
    }

    /// The commands of fingers: what is under them stays under them.
    pub(super) fn pinch(&self, fingers: Fingers) -> Vec<Command> {
        let moved = Self {
            window: self.dragged(fingers.delta.x),
            ..*self
        };
        let window = moved.zoom_at(fingers.at.x, f64::from(fingers.zoom));
        let mut commands = Vec::new();
        if window != self.window {
            commands.push(Command::MoveTo(window));
        }
        commands.extend(self.scroll(fingers.delta.y));
        commands
    }

    fn scroll(&self, delta_px: f32) -> Option<Command> {
        let to_px = (self.scroll_px - delta_px).clamp(0.0, self.max_scroll_px);
        let is_new = (to_px - self.scroll_px).abs() > f32::EPSILON;
        is_new.then_some(Command::ScrollTo(to_px))
    }

    fn dragged(&self, delta_px: f32) -> TimeWindow {
        let share = f64::from(delta_px) / f64::from(self.plot.width().max(1.0));
        on_calendar(self.window.pan(-share * self.window.width_days()))
    }

    fn zoom_at(&self, x_px: f32, factor: f64) -> TimeWindow {
        let x_px = f64::from(x_px - self.plot.left());
        let at_days = self.window.days_from_x(x_px, self.plot.width());
        on_calendar(self.window.zoom_at(at_days, factor))
    }
}

/// The window with its middle on the calendar.
pub(super) fn on_calendar(window: TimeWindow) -> TimeWindow {
    let middle = f64::midpoint(window.start_days, window.end_days);
    window.pan(middle.clamp(FIRST_DAYS, LAST_DAYS) - middle)
}

#[cfg(test)]
mod tests {
    use eframe::egui::{pos2, vec2};

    use super::*;

    fn sight() -> Sight {
        Sight {
            window: TimeWindow::new(100.0, 200.0),
            target: TimeWindow::new(100.0, 200.0),
            plot: Rect::from_min_max(pos2(100.0, 50.0), pos2(1100.0, 500.0)),
            scroll_px: 10.0,
            max_scroll_px: 300.0,
        }
    }

    fn wheel(at_x: f32, delta: Vec2) -> Wheel {
        Wheel {
            at: pos2(at_x, 300.0),
            delta,
            zoom: 1.0,
            scrolls: false,
        }
    }

    fn window_of(commands: &[Command]) -> TimeWindow {
        match commands {
            [Command::MoveTo(window)] => *window,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_wheel_zooms_at_the_pointer() {
        for (delta_y, narrower) in [(40.0, true), (-40.0, false)] {
            let window = window_of(&sight().wheel(wheel(350.0, vec2(0.0, delta_y))));
            assert_eq!(window.width_days() < 100.0, narrower);
            let at = window.days_from_x(250.0, 1000.0);
            assert!((at - 125.0).abs() < 1e-6, "{at}");
        }
    }

    #[test]
    fn sideways_it_pans_and_over_the_heads_it_scrolls() {
        let panned = window_of(&sight().wheel(wheel(350.0, vec2(-100.0, 0.0))));
        assert!((panned.start_days - 110.0).abs() < 1e-6);
        let scrolled = sight().wheel(wheel(50.0, vec2(0.0, -40.0)));
        assert!(matches!(scrolled[..], [Command::ScrollTo(to)] if (to - 50.0).abs() < 1e-3));
    }

    #[test]
    fn a_drag_moves_time_with_the_pointer_and_scrolls_no_further_than_the_lanes() {
        let commands = sight().drag(vec2(200.0, -1000.0));
        match commands[..] {
            [Command::MoveTo(window), Command::ScrollTo(to)] => {
                assert!((window.start_days - 80.0).abs() < 1e-6);
                assert!((to - 300.0).abs() < 1e-3);
            }
            ref other => panic!("{other:?}"),
        }
    }

    #[test]
    fn fingers_keep_what_is_under_them() {
        let fingers = Fingers {
            at: pos2(400.0, 300.0),
            delta: vec2(50.0, 0.0),
            zoom: 2.0,
        };
        let window = window_of(&sight().pinch(fingers));
        assert!((window.width_days() - 50.0).abs() < 1e-6);
        // Before, the point between the fingers stood 250 px from the plot's edge, at day 125.
        let at = window.days_from_x(300.0, 1000.0);
        assert!((at - 125.0).abs() < 1e-6, "{at}");
    }

    #[test]
    fn no_way_leads_off_the_calendar() {
        let far = TimeWindow::new(2.0e7, 2.1e7);
        let back = on_calendar(far);
        assert!(f64::midpoint(back.start_days, back.end_days) <= LAST_DAYS);
        assert!((back.width_days() - far.width_days()).abs() < 1.0);
    }
}
