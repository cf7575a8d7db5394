//! The reader view: a whole article over the timeline, its evidence underlined, linked both ways.

use std::sync::{Arc, Mutex, PoisonError};

use eframe::egui::{
    self, Context, Frame, Id, Key, Label, Margin, Modifiers, Rect, ScrollArea, Ui, pos2,
};

use super::inferred;
use super::ink::Ink;
use super::memo::{Same, memo};
use super::paint::font;
use super::parts::{BODY_PX, TITLE_PX, link, words};
use super::reader_marks::{EvidenceIndex, focus};
use super::reader_paragraph::Page;
use super::reader_text::{Heights, paragraph_at, paragraphs};
use crate::layout::Weight;
use crate::model::{Article, ArticleId, Span};
use crate::scene::Theme;
use crate::session::{Command, Dialog, State};

/// Size and line distance of the text.
pub(super) const TEXT_PX: f32 = 15.0;
pub(super) const LINE_PX: f32 = 24.0;
/// Between paragraphs.
pub(super) const GAP_PX: f32 = 12.0;
/// A line holds about so many characters; more are tiring to read.
const LINE_CHARS: f32 = 70.0;
/// One press of an arrow key.
const STEP_PX: f32 = 48.0;
/// What is scrolled to stands so far down, as a share of the height.
const TARGET_SHARE: f32 = 0.25;

/// Asks the reader view to scroll to its place again, though the state may not change.
pub(super) fn ask_to_scroll(ctx: &Context) {
    ctx.data_mut(|data| data.remove_temp::<Aim>(aim_id()));
}

/// What the reader view was last scrolled to.
#[derive(Clone, Debug, Default, PartialEq)]
struct Aim {
    article: ArticleId,
    asked: Option<Span>,
    focus: Option<Span>,
}

fn aim_id() -> Id {
    Id::unique("reader aim")
}

/// Shows the article that is open on all that is left of `ui`; nothing if none is open.
pub fn reader_ui(ui: &mut Ui, state: &State, theme: &Theme) -> Vec<Command> {
    let ink = Ink::of(theme);
    let Some(article) = state.reader.and_then(|id| state.article(id)) else {
        return Vec::new();
    };
    let mut commands = Vec::new();
    if state.dialog.is_none() && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape)) {
        commands.push(Command::CloseReader);
    }
    let char_px = ui.fonts_mut(|fonts| fonts.glyph_width(&font(TEXT_PX, Weight::Regular), 'e'));
    let margin_px = (ui.available_width() * 0.06).clamp(16.0, 48.0);
    let width_px = (ui.available_width() - 2.0 * margin_px).min(LINE_CHARS * char_px * 0.93);
    let margin = Margin {
        left: margin_px as i8,
        right: 0,
        top: 12,
        bottom: 0,
    };
    Frame::NONE.inner_margin(margin).show(ui, |ui| {
        commands.extend(head_ui(ui, state, article, width_px, &ink));
        ui.add_space(8.0);
        commands.extend(text_ui(ui, state, article, width_px, &ink));
    });
    commands
}

fn head_ui(
    ui: &mut Ui,
    state: &State,
    article: &Article,
    width_px: f32,
    ink: &Ink,
) -> Vec<Command> {
    let mut commands = Vec::new();
    ui.spacing_mut().item_spacing.y = 6.0;
    let back = link(ui, ink, "‹ Back to timeline");
    if back.on_hover_text("Esc").clicked() {
        commands.push(Command::CloseReader);
    }
    ui.add_space(4.0);
    ui.scope(|ui| {
        ui.set_max_width(width_px);
        let title = words(&article.title, TITLE_PX, Weight::Semibold, ink.text);
        ui.add(Label::new(title.line_height(Some(23.0))).wrap());
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            let (about, weight) = about_words(article);
            ui.label(words(about, BODY_PX, weight, ink.secondary));
            if link(ui, ink, "Set title, source, date…").clicked() {
                let dialog = Dialog::Details(vec![article.id]);
                commands.push(Command::OpenDialog(dialog));
            }
            if let Some(inference) = inferred::of(state, article) {
                let accept = link(ui, ink, "Accept the inferred date");
                let accept = accept.on_hover_text(inferred::words(state, article));
                if accept.clicked() {
                    commands.push(inferred::accept(article.id, inference));
                }
            }
        });
    });
    commands
}

/// `Source · 3 February 2026, stated near the top`.
fn about_words(article: &Article) -> (String, Weight) {
    let published = &article.published;
    let basis = published.basis;
    let (date, weight) = match &published.when {
        Some(when) if basis == crate::model::Basis::Inferred => {
            (format!("{}, inferred", when.in_words()), Weight::Italic)
        }
        Some(when) => {
            let date = format!("{}, {}", when.in_words(), basis.words());
            (date, Weight::Regular)
        }
        None => ("publication date not known".to_owned(), Weight::Italic),
    };
    match &article.source {
        Some(source) => (format!("{source} · {date}"), weight),
        None => (date, weight),
    }
}

fn text_ui(
    ui: &mut Ui,
    state: &State,
    article: &Article,
    width_px: f32,
    ink: &Ink,
) -> Vec<Command> {
    let id = ui.scope_id().with(("text", article.id.0));
    let spans = memo(ui.ctx(), id, Same(Arc::clone(&article.text)), |text| {
        paragraphs(&text.0)
    });
    let filters = &state.view.filters;
    let key = (Same(Arc::clone(&state.found)), article.id, filters.clone());
    let evidence = memo(ui.ctx(), id.with("evidence"), key, |(found, article, _)| {
        EvidenceIndex::of(&found.0.events, filters, *article)
    });
    let ppp = ui.pixels_per_point().to_bits();
    let key = (Same(Arc::clone(&article.text)), width_px.to_bits(), ppp);
    let heights = memo(ui.ctx(), id.with("heights"), key, |_| {
        let chars = width_px / (TEXT_PX * 0.5);
        Mutex::new(Heights::guess(&spans, chars, LINE_PX, GAP_PX))
    });
    let page = Page {
        state,
        article,
        spans: &spans,
        evidence: &evidence,
        width_px,
        ink,
    };
    let mut heights = heights.lock().unwrap_or_else(PoisonError::into_inner);
    scrolled(ui, &page, &mut heights, id)
}

fn scrolled(ui: &mut Ui, page: &Page<'_>, heights: &mut Heights, id: Id) -> Vec<Command> {
    let mut area = ScrollArea::vertical()
        .id_salt(id)
        .auto_shrink([false, false]);
    let view_px = ui.available_height();
    let offset_id = id.with("offset");
    let offset_px: f32 = ui.data(|data| data.get_temp(offset_id)).unwrap_or(0.0);
    let to_px = match aimed(ui, page, heights, (offset_px, view_px)) {
        Some(to_px) => Some(to_px),
        None => keyed(ui, page.state, heights, (offset_px, view_px)),
    };
    if let Some(to_px) = to_px {
        let most_px = (heights.total_px() - view_px).max(0.0);
        area = area.vertical_scroll_offset(to_px.clamp(0.0, most_px));
    }
    let mut commands = Vec::new();
    let output = area.show_viewport(ui, |ui, viewport| {
        ui.set_height(heights.total_px());
        commands.extend(in_sight(ui, page, heights, viewport));
    });
    ui.data_mut(|data| data.insert_temp(offset_id, output.state.clamped_offset().y));
    commands
}

/// Lays out and shows the paragraphs in sight, and learns their heights.
fn in_sight(
    ui: &mut Ui,
    page: &Page<'_>,
    heights: &mut Heights,
    viewport: Rect,
) -> Vec<Command> {
    let mut commands = Vec::new();
    let (left, top) = (ui.max_rect().left(), ui.max_rect().top());
    let mut index = heights.index_at(viewport.top());
    let mut y_px = heights.top_px(index);
    let mut is_changed = false;
    while index < page.spans.len() && y_px < viewport.bottom() + LINE_PX {
        let at = pos2(left, top + y_px);
        let (height_px, found) = page.paragraph_ui(ui, index, at);
        commands.extend(found);
        is_changed |= heights.measured(index, height_px);
        y_px += height_px;
        index += 1;
    }
    if is_changed {
        heights.settle();
        ui.request_repaint();
    }
    commands
}

/// Where to scroll if what the reader view should show has changed since it was last scrolled.
fn aimed(
    ui: &Ui,
    page: &Page<'_>,
    heights: &Heights,
    (offset_px, view_px): (f32, f32),
) -> Option<f32> {
    let focused = focus(page.state, page.article.id)
        .and_then(|(event, index)| event.mentions.get(index))
        .map(|mention| mention.excerpt);
    let aim = Aim {
        article: page.article.id,
        asked: page.state.reader_span,
        focus: focused,
    };
    let last: Option<Aim> = ui.data(|data| data.get_temp(aim_id()));
    if last.as_ref() == Some(&aim) {
        return None;
    }
    ui.data_mut(|data| data.insert_temp(aim_id(), aim.clone()));
    let is_new_focus = last.as_ref().is_some_and(|last| {
        last.article == aim.article && last.asked == aim.asked && last.focus != aim.focus
    });
    let target = if is_new_focus {
        aim.focus
    } else {
        aim.asked.or(aim.focus)
    };
    let Some(target) = target else {
        let is_other = last.is_none_or(|last| last.article != aim.article);
        return is_other.then_some(0.0);
    };
    let top_px = page.place_of(ui, heights, target.start);
    let is_in_sight = top_px >= offset_px && top_px + LINE_PX * 2.0 <= offset_px + view_px;
    (!is_in_sight || !is_new_focus).then_some(top_px - view_px * TARGET_SHARE)
}

/// Where the keys scroll to.
fn keyed(
    ui: &Ui,
    state: &State,
    heights: &Heights,
    (offset_px, view_px): (f32, f32),
) -> Option<f32> {
    let has_focus = ui.memory(egui::Memory::focused).is_some();
    if has_focus || state.dialog.is_some() || egui::Popup::is_any_open(ui.ctx()) {
        return None;
    }
    let page_px = (view_px - LINE_PX).max(LINE_PX);
    let table = [
        (Key::ArrowDown, offset_px + STEP_PX),
        (Key::ArrowUp, offset_px - STEP_PX),
        (Key::PageDown, offset_px + page_px),
        (Key::Space, offset_px + page_px),
        (Key::PageUp, offset_px - page_px),
        (Key::Home, 0.0),
        (Key::End, heights.total_px()),
    ];
    let took = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let mut taken = table.into_iter().filter(|(key, _)| took(*key));
    taken.next().map(|(_, to_px)| to_px)
}

impl Page<'_> {
    /// How far down the line with a byte of the text stands.
    fn place_of(&self, ui: &Ui, heights: &Heights, byte: usize) -> f32 {
        let index = paragraph_at(self.spans, byte);
        heights.top_px(index) + self.line_top_px(ui, index, byte)
    }
}
