//! The rectangle that is drawn with Shift to select what it touches.

use eframe::egui::{CursorIcon, Painter, Pos2, Rect, Response, Stroke, StrokeKind, Ui};

use super::canvas_marks::Mark;
use super::ink::Ink;
use crate::model::EventId;
use crate::scene::Target;
use crate::session::Command;

/// A rectangle that is being drawn, or was let go in this frame.
#[derive(Clone, Copy, Debug)]
pub(super) struct Band {
    rect: Rect,
    is_done: bool,
}

impl Band {
    /// The rectangle that is drawn on `ground`, if one is.
    pub(super) fn of(ui: &Ui, ground: &Response) -> Option<Self> {
        let key = ground.id.with("band");
        let has_shift = ui.input(|input| input.modifiers.shift);
        if has_shift && (ground.hovered() || ground.dragged()) {
            ui.set_cursor_icon(CursorIcon::Crosshair);
        }
        if has_shift && ground.drag_started() {
            let origin = ui.input(|input| input.pointer.press_origin())?;
            ui.data_mut(|data| data.insert_temp(key, origin));
        }
        let origin: Pos2 = ui.data(|data| data.get_temp(key))?;
        let is_done = !ground.dragged();
        if is_done {
            ui.data_mut(|data| data.remove::<Pos2>(key));
        }
        let to = ui.input(|input| input.pointer.latest_pos())?;
        let rect = Rect::from_two_pos(origin, to).intersect(ground.rect);
        Some(Self { rect, is_done })
    }

    /// Selects what it touches once it is let go.
    pub(super) fn command(&self, marks: &[Mark<'_>]) -> Option<Command> {
        let events = self.touched(marks).map(|(id, _)| id.clone());
        self.is_done
            .then(|| Command::SelectEvents(events.collect()))
    }

    /// Paints it, and a ring around what it touches.
    pub(super) fn paint(&self, painter: &Painter, marks: &[Mark<'_>], ink: &Ink) {
        let line = Stroke::new(1.0, ink.accent);
        painter.rect_filled(self.rect, 2.0, ink.accent.gamma_multiply(0.08));
        painter.rect_stroke(self.rect, 2.0, line, StrokeKind::Inside);
        for (_, rect) in self.touched(marks) {
            painter.rect_stroke(rect.expand(2.0), 6.0, line, StrokeKind::Middle);
        }
    }

    fn touched<'a>(
        &self,
        marks: &'a [Mark<'_>],
    ) -> impl Iterator<Item = (&'a EventId, Rect)> + use<'a> {
        let band = self.rect;
        marks
            .iter()
            .filter_map(move |mark| match &mark.group.target {
                Target::Event(id) | Target::Undated(id)
                    if band.intersects(mark.response.rect) =>
                {
                    Some((id, mark.response.rect))
                }
                _ => None,
            })
    }
}
