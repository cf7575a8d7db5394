//! The excerpts an event rests on, with the words of event, date, place and status marked.

use eframe::egui::{self, Label, Rect, Sense, Ui, UiBuilder, pos2};

use super::ink::Ink;
use super::parts::{BODY_PX, SMALL_PX, focus_ring, link, name_button, words};
use super::reader::ask_to_scroll;
use super::rich::{Body, Look, Marked, rich_job, shorten};
use crate::layout::Weight;
use crate::model::{Article, Aspect, Basis, Event, Mention};
use crate::session::{Command, State};

/// More excerpts than this are shown on demand.
const FIRST_EXCERPTS: usize = 60;
/// A 'sentence' longer than this (bytes) is cut around its trigger.
const MAX_EXCERPT: usize = 700;
/// Left of the words stands a bar in the colour of the kind.
const INDENT_PX: f32 = 12.0;
const BAR_PX: f32 = 3.0;

/// Shows all excerpts; the one in focus can be opened in its article.
pub(super) fn excerpts_ui(
    ui: &mut Ui,
    state: &State,
    event: &Event,
    ink: &Ink,
) -> Vec<Command> {
    let mut commands = Vec::new();
    let all_id = ui.scope_id().with(("all excerpts", &event.id.0));
    let shows_all = ui.data(|data| data.get_temp(all_id)).unwrap_or(false);
    let n_shown = if shows_all {
        usize::MAX
    } else {
        FIRST_EXCERPTS
    };
    let in_focus = state.selection.mention.unwrap_or(0);
    for (index, mention) in event.mentions.iter().enumerate() {
        if index >= n_shown && index != in_focus {
            continue;
        }
        if let Some(article) = state.article(mention.article) {
            let one = Excerpt {
                event,
                mention,
                index,
                article,
                is_in_focus: index == in_focus,
            };
            commands.extend(one.show(ui, state, ink));
            ui.add_space(12.0);
        }
    }
    let n_left = event.mentions.len().saturating_sub(n_shown);
    if n_left > 0 && link(ui, ink, &format!("Show {n_left} more")).clicked() {
        ui.data_mut(|data| data.insert_temp(all_id, true));
    }
    commands
}

struct Excerpt<'a> {
    event: &'a Event,
    mention: &'a Mention,
    index: usize,
    article: &'a Article,
    is_in_focus: bool,
}

impl Excerpt<'_> {
    fn show(&self, ui: &mut Ui, state: &State, ink: &Ink) -> Vec<Command> {
        let mut commands = Vec::new();
        let ground = ui.painter().add(egui::Shape::Noop);
        let builder = UiBuilder::new()
            .id_salt(("excerpt", self.index))
            .sense(Sense::click());
        let mut clicks = (false, false);
        let mut opens = false;
        let whole = ui.scope_builder(builder, |ui| {
            ui.set_width(ui.available_width());
            let mut inner = ui.available_rect_before_wrap();
            inner.min.x += INDENT_PX;
            ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
                self.source_ui(ui, ink);
                clicks = self.words_ui(ui, ink);
                opens = self.is_in_focus && link(ui, ink, "Open in article").clicked();
            });
        });
        let response = whole.response;
        name_button(&response, self.is_in_focus, &self.name());
        let rect = response.rect;
        if self.is_in_focus && self.event.mentions.len() > 1 {
            let wash = egui::Shape::rect_filled(
                rect.expand2(egui::vec2(4.0, 4.0)),
                4.0,
                ink.selection,
            );
            ui.painter().set(ground, wash);
        }
        let bar = Rect::from_min_max(rect.min, pos2(rect.left() + BAR_PX, rect.bottom()));
        ui.painter()
            .rect_filled(bar, 1.5, ink.kind(self.event.kind));
        focus_ring(ui, ink, &response, 4.0);
        if response.clicked() || clicks.0 {
            commands.push(Command::SelectMention(self.index));
            if state.reader.is_some() {
                commands.push(self.read(ui));
            }
        }
        if response.double_clicked() || clicks.1 || opens {
            commands.push(self.read(ui));
        }
        commands
    }

    fn read(&self, ui: &Ui) -> Command {
        ask_to_scroll(ui.ctx());
        Command::Read(self.article.id, Some(self.mention.excerpt))
    }

    fn source_ui(&self, ui: &mut Ui, ink: &Ink) {
        ui.horizontal(|ui| {
            let right = egui::Layout::right_to_left(egui::Align::Center);
            ui.with_layout(right, |ui| {
                let (date, weight, color) = published(self.article, ink);
                let date = words(date, SMALL_PX, weight, color);
                ui.add(Label::new(date).selectable(false));
                let left = egui::Layout::left_to_right(egui::Align::Center);
                ui.with_layout(left, |ui| {
                    let source = source_words(self.article);
                    let source = words(source, SMALL_PX, Weight::Semibold, ink.secondary);
                    ui.add(Label::new(source).selectable(false).truncate());
                });
            });
        });
    }

    /// The words can be selected for copying; says whether they were clicked and double-clicked.
    fn words_ui(&self, ui: &mut Ui, ink: &Ink) -> (bool, bool) {
        let text = &self.article.text;
        let mention = self.mention;
        let span = mention.excerpt.trim(text);
        let shown = shorten(text, span, mention.trigger, MAX_EXCERPT);
        let body = Body {
            size_px: BODY_PX,
            line_px: 20.0,
            color: ink.text,
            wrap_px: ui.available_width(),
        };
        let before = if shown.start > span.start {
            "“… "
        } else {
            "“"
        };
        let after = if shown.end < span.end {
            " …”"
        } else {
            "”"
        };
        let marks = marks(self.event, mention);
        let label = rich_job((text, shown), &marks, body, ink, [before, after]).label(ui);
        (label.clicked(), label.double_clicked())
    }

    fn name(&self) -> String {
        let source = source_words(self.article);
        let (date, ..) = published_words(self.article);
        let text = &self.article.text;
        let excerpt = self.mention.excerpt.trim(text);
        let shown = shorten(text, excerpt, self.mention.trigger, MAX_EXCERPT);
        format!("{source}, {date}: {}", shown.of(text).replace('\n', " "))
    }
}

/// The marks of a mention's words.
pub(super) fn marks(event: &Event, mention: &Mention) -> Vec<Marked> {
    let mut marks = Vec::new();
    let mut mark = |span, look| marks.push(Marked { span, look });
    if let Some(span) = mention.status_span {
        mark(span, Look::Status);
    }
    mark(mention.trigger, Look::Trigger);
    if let Some(span) = mention.timex {
        mark(span, Look::Time);
    }
    let is_disputed = event.conflicts.iter().any(|c| c.about == Aspect::Place);
    for place in mention.places.iter().filter(|_| is_disputed) {
        mark(place.span, Look::Disputed);
    }
    marks
}

/// Who says it: the source, else the title, which every article has.
pub(super) fn source_words(article: &Article) -> &str {
    article.source.as_deref().unwrap_or(&article.title)
}

/// The publication date in short, in italics if inferred.
fn published(article: &Article, ink: &Ink) -> (String, Weight, egui::Color32) {
    match published_words(article) {
        (date, None) => (date, Weight::Italic, ink.warning),
        (date, Some(Basis::Inferred)) => (date, Weight::Italic, ink.secondary),
        (date, Some(_)) => (date, Weight::Regular, ink.secondary),
    }
}

fn published_words(article: &Article) -> (String, Option<Basis>) {
    let basis = article.published.basis;
    match &article.published.when {
        Some(when) if basis == Basis::Inferred => {
            (format!("{}, inferred", when.in_short()), Some(basis))
        }
        Some(when) => (when.in_short(), Some(basis)),
        None => ("no date".to_owned(), None),
    }
}
