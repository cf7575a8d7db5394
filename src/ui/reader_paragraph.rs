//! One paragraph of the reader view: its text can be selected, its underlined sentences clicked.

use std::sync::Arc;

use eframe::egui::text::CCursor;
use eframe::egui::{
    CursorIcon, Galley, Pos2, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2,
};

use super::ink::Ink;
use super::parts::{SMALL_PX, focus_ring, name_button};
use super::reader::{GAP_PX, LINE_PX, TEXT_PX};
use super::reader_marks::{Evidence, EvidenceIndex, focus, marks_in, resolve};
use super::rich::{Body, rich_job};
use super::rich_paint::{Underline, paint_selectable, paint_underlines};
use crate::model::{Article, Event, Span};
use crate::session::{Command, State};

/// Lines that are not the article stand smaller and closer together.
const ASIDE_LINE_PX: f32 = 18.0;
const ASIDE_GAP_PX: f32 = 2.0;

/// What the paragraphs of one article share.
pub(super) struct Page<'a> {
    pub(super) state: &'a State,
    pub(super) article: &'a Article,
    pub(super) spans: &'a [Span],
    pub(super) evidence: &'a EvidenceIndex,
    pub(super) width_px: f32,
    pub(super) ink: &'a Ink,
}

impl Page<'_> {
    /// Shows a paragraph at a place; returns its height with the free space below it.
    pub(super) fn paragraph_ui(&self, ui: &Ui, index: usize, at: Pos2) -> (f32, Vec<Command>) {
        let Some(span) = self.spans.get(index).copied() else {
            return (0.0, Vec::new());
        };
        let evidence = self.evidence.within(span);
        let (galley, underlines) = self.galley(ui, span, &evidence);
        let size = vec2(self.width_px, galley.size().y);
        let rect = Rect::from_min_size(at, size);
        let id = ui.scope_id().with(("paragraph", span.start));
        let words = ui.interact(rect, id, Sense::click_and_drag());
        words.widget_info(|| {
            WidgetInfo::labeled(Role::Label, true, span.of(&self.article.text))
        });
        let mut commands = self.sentences_ui(ui, span, &evidence, (&galley, at));
        let under_pointer = words
            .hover_pos()
            .and_then(|pointer| self.at_pointer(span, &evidence, &galley, pointer - at));
        if under_pointer.is_some() {
            ui.set_cursor_icon(CursorIcon::PointingHand);
        }
        if words.clicked() {
            commands.extend(
                under_pointer
                    .map(|found| self.select(found))
                    .unwrap_or_default(),
            );
            let pointer = words.interact_pointer_pos();
            let byte = pointer.and_then(|pointer| self.byte_at(span, &galley, pointer - at));
            commands.extend(byte.map(Command::PointAt));
        }
        let height_px = galley.size().y + self.gap_px(index);
        paint_selectable(ui, &words, at, &galley);
        paint_underlines(ui.painter(), at, &galley, &underlines);
        (height_px, commands)
    }

    /// Whether all of a paragraph is not the article: front matter, share bars, disclaimers.
    fn is_aside(&self, span: Span) -> bool {
        let boilerplate = &self.article.boilerplate;
        let next = boilerplate.partition_point(|one| one.end <= span.start);
        let grey = boilerplate.get(next);
        grey.is_some_and(|one| one.start <= span.start && span.end <= one.end)
    }

    /// Free space below a paragraph; lines of one aside stand together.
    fn gap_px(&self, index: usize) -> f32 {
        let is_aside = |index: usize| self.spans.get(index).is_some_and(|s| self.is_aside(*s));
        if is_aside(index) && is_aside(index + 1) {
            ASIDE_GAP_PX
        } else {
            GAP_PX
        }
    }

    /// How far below its paragraph's top the line with a byte stands.
    pub(super) fn line_top_px(&self, ui: &Ui, index: usize, byte: usize) -> f32 {
        let Some(span) = self.spans.get(index).copied() else {
            return 0.0;
        };
        let (galley, _) = self.galley(ui, span, &self.evidence.within(span));
        galley.pos_from_cursor(self.cursor(span, byte)).top()
    }

    fn galley(
        &self,
        ui: &Ui,
        span: Span,
        evidence: &[Evidence],
    ) -> (Arc<Galley>, Vec<Underline>) {
        let (size_px, line_px) = if self.is_aside(span) {
            (SMALL_PX, ASIDE_LINE_PX)
        } else {
            (TEXT_PX, LINE_PX)
        };
        let body = Body {
            size_px,
            line_px,
            color: self.ink.text,
            wrap_px: self.width_px,
        };
        let marks = marks_in(self.state, self.article, span, evidence, self.ink);
        let text = (self.article.text.as_ref(), span);
        let rich = rich_job(text, &marks, body, self.ink, ["", ""]);
        (ui.painter().layout_job(rich.job), rich.underlines)
    }

    /// A named place at the first line of each sentence, for the keyboard and screen readers; the
    /// pointer is served by the paragraph as a whole.
    fn sentences_ui(
        &self,
        ui: &Ui,
        span: Span,
        evidence: &[Evidence],
        (galley, at): (&Galley, Pos2),
    ) -> Vec<Command> {
        let mut commands = Vec::new();
        for one in evidence.iter().filter(|one| one.span.start >= span.start) {
            let Some((event, _)) = resolve(self.state, one) else {
                continue;
            };
            let start = galley.pos_from_cursor(self.cursor(span, one.span.start));
            let size = vec2((self.width_px - start.left()).max(8.0), LINE_PX);
            let rect = Rect::from_min_size(at + start.min.to_vec2(), size);
            let id = ui.scope_id().with(("sentence", one.event, one.mention));
            let response = ui.interact(rect, id, Sense::FOCUSABLE);
            let is_focus = self.is_focus(event, one);
            name_button(
                &response,
                is_focus,
                &format!("Sentence about {}", event.title),
            );
            focus_ring(ui, self.ink, &response, 4.0);
            if is_pressed(ui, &response) {
                commands.extend(self.select(*one));
            }
        }
        commands
    }

    fn is_focus(&self, event: &Event, one: &Evidence) -> bool {
        let focus = focus(self.state, self.article.id);
        focus.is_some_and(|(e, m)| e.id == event.id && m == one.mention)
    }

    /// The evidence under the pointer; where several events rest on one sentence, the one after
    /// that in focus, so that clicks go round.
    fn at_pointer(
        &self,
        span: Span,
        evidence: &[Evidence],
        galley: &Galley,
        pointer: eframe::egui::Vec2,
    ) -> Option<Evidence> {
        let byte = self.byte_at(span, galley, pointer)?;
        let here: Vec<Evidence> = evidence
            .iter()
            .filter(|one| (one.span.start..one.span.end).contains(&byte))
            .copied()
            .collect();
        let in_focus = here.iter().position(|one| {
            resolve(self.state, one).is_some_and(|(event, _)| self.is_focus(event, one))
        });
        let next = in_focus.map_or(0, |index| index + 1);
        here.get(next).or(here.first()).copied()
    }

    /// The byte of the text under the pointer, unless that is beyond the end of a line.
    fn byte_at(
        &self,
        span: Span,
        galley: &Galley,
        pointer: eframe::egui::Vec2,
    ) -> Option<usize> {
        let row = galley
            .rows
            .iter()
            .find(|row| row.rect().y_range().contains(pointer.y))?;
        if pointer.x > row.rect().right() {
            return None;
        }
        let cursor = galley.cursor_from_pos(pointer);
        let text = span.of(&self.article.text);
        let (at, _) = text.char_indices().nth(cursor.index.0)?;
        Some(span.start + at)
    }

    fn select(&self, evidence: Evidence) -> Vec<Command> {
        match resolve(self.state, &evidence) {
            Some((event, _)) => vec![
                Command::SelectEvent(Some(event.id.clone())),
                Command::SelectMention(evidence.mention),
            ],
            None => Vec::new(),
        }
    }

    fn cursor(&self, span: Span, byte: usize) -> CCursor {
        let before = Span::new(span.start, byte.clamp(span.start, span.end));
        CCursor::new(before.of(&self.article.text).chars().count())
    }
}

fn is_pressed(ui: &Ui, response: &Response) -> bool {
    use eframe::egui::Key;
    let by_key = response.has_focus()
        && ui.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::Space));
    let click = eframe::egui::accesskit::Action::Click;
    by_key || ui.input(|input| input.has_accesskit_action_request(response.id, click))
}
