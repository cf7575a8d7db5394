//! What a mark says when the pointer rests on it.

use eframe::egui::{Button, Label, ScrollArea, Ui};

use super::evidence::plan_words;
use super::evidence_excerpts::{marks, source_words};
use super::ink::Ink;
use super::numbers::counted;
use super::parts::{BODY_PX, SMALL_PX, swatch, words};
use super::rich::{Body, rich_job, shorten};
use crate::layout::{Fold, Weight};
use crate::model::{ArticleId, Event, EventId, When};
use crate::scene::{Group, Target};
use crate::session::State;

const WIDTH_PX: f32 = 300.0;
/// Bytes of the first excerpt that are shown.
const EXCERPT: usize = 180;
/// Titles listed of several events or articles.
const MAX_TITLES: usize = 8;
/// A list of counted events is at most so tall.
const LIST_PX: f32 = 320.0;

/// Shows what `group` stands for.
pub(super) fn tip_ui(ui: &mut Ui, state: &State, group: &Group, ink: &Ink) {
    ui.set_max_width(WIDTH_PX);
    ui.spacing_mut().item_spacing.y = 4.0;
    match &group.target {
        Target::Event(id) | Target::Chip(id) | Target::Undated(id) => {
            if let Some(event) = state.event(id) {
                event_ui(ui, state, event, ink);
            }
        }
        Target::More { events, count, .. } => more_ui(ui, state, events, *count, ink),
        Target::Publication(ids) => published_ui(ui, state, ids, &group.name, ink),
        Target::Lane { fold, .. } => small(ui, fold_words(*fold), ink),
        Target::Still => (),
    }
}

fn fold_words(fold: Fold) -> &'static str {
    match fold {
        Fold::Open => "Click to collapse this lane, drag to move it",
        Fold::Collapsed => "Click to open this lane, drag to move it",
    }
}

fn event_ui(ui: &mut Ui, state: &State, event: &Event, ink: &Ink) {
    let title = words(&event.title, BODY_PX, Weight::Semibold, ink.text);
    ui.add(Label::new(title).wrap());
    let date = event.when.as_ref().map(When::in_words);
    let date = date.unwrap_or_else(|| "Undated".to_owned());
    let date = words(date, BODY_PX, Weight::Regular, ink.text);
    ui.add(Label::new(date).wrap());
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        swatch(ui, ink.kind(event.kind));
        let status = event.status.name().to_lowercase();
        let kind = format!("{} · {status}", event.kind.name());
        ui.label(words(kind, SMALL_PX, Weight::Regular, ink.secondary));
    });
    for remark in plan_words(event, state.view.as_of) {
        small(ui, &remark, ink);
    }
    if !event.places.is_empty() {
        small(ui, &event.places.join(", "), ink);
    }
    let articles: std::collections::BTreeSet<ArticleId> = event
        .mentions
        .iter()
        .map(|mention| mention.article)
        .collect();
    let origins = counted(event.origins as usize, "origin");
    small(
        ui,
        &format!("{origins} in {}", counted(articles.len(), "article")),
        ink,
    );
    for conflict in &event.conflicts {
        let values: Vec<&str> = conflict.claims.iter().map(|c| c.value.as_str()).collect();
        let about = conflict.about.words();
        let says = format!("Disagreement about the {about}: {}", values.join(" or "));
        let says = words(says, SMALL_PX, Weight::Regular, ink.warning);
        ui.add(Label::new(says).wrap());
    }
    excerpt_ui(ui, state, event, ink);
}

fn excerpt_ui(ui: &mut Ui, state: &State, event: &Event, ink: &Ink) {
    let Some(mention) = event.mentions.first() else {
        return;
    };
    let Some(article) = state.article(mention.article) else {
        return;
    };
    let span = mention.excerpt.trim(&article.text);
    let shown = shorten(&article.text, span, mention.trigger, EXCERPT);
    let body = Body {
        size_px: SMALL_PX,
        line_px: 17.0,
        color: ink.text,
        wrap_px: WIDTH_PX,
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
    let marks = marks(event, mention);
    let rich = rich_job((&article.text, shown), &marks, body, ink, [before, after]);
    ui.add_space(2.0);
    rich.still(ui);
    small(ui, source_words(article), ink);
}

fn more_ui(ui: &mut Ui, state: &State, ids: &[EventId], n_events: usize, ink: &Ink) {
    let titles = ids.iter().filter_map(|id| state.event(id));
    titles_ui(ui, titles.map(|event| event.title.as_str()), n_events, ink);
    small(ui, "Click to see them", ink);
}

/// The titles of counted events, to choose one.
pub(super) fn more_list_ui(ui: &mut Ui, state: &State, ids: &[EventId]) -> Option<EventId> {
    let mut chosen = None;
    ScrollArea::vertical().max_height(LIST_PX).show(ui, |ui| {
        for event in ids.iter().filter_map(|id| state.event(id)) {
            if ui.add(Button::new(&event.title).truncate()).clicked() {
                chosen = Some(event.id.clone());
            }
        }
    });
    chosen
}

fn published_ui(ui: &mut Ui, state: &State, ids: &[ArticleId], name: &str, ink: &Ink) {
    small(ui, name, ink);
    let articles = ids.iter().filter_map(|id| state.article(*id));
    titles_ui(
        ui,
        articles.map(|article| article.title.as_str()),
        ids.len(),
        ink,
    );
}

fn titles_ui<'a>(
    ui: &mut Ui,
    titles: impl Iterator<Item = &'a str>,
    n_titles: usize,
    ink: &Ink,
) {
    for title in titles.take(MAX_TITLES) {
        let title = words(title, BODY_PX, Weight::Regular, ink.text);
        ui.add(Label::new(title).truncate());
    }
    if n_titles > MAX_TITLES {
        small(ui, &format!("and {} more", n_titles - MAX_TITLES), ink);
    }
}

fn small(ui: &mut Ui, text: &str, ink: &Ink) {
    let text = words(text, SMALL_PX, Weight::Regular, ink.secondary);
    ui.add(Label::new(text).wrap());
}
