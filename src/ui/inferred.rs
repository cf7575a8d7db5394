//! The publication date that is inferred for an article: its clues, and the offer to accept it.

use eframe::egui::Ui;

use super::{style, widgets};
use crate::model::{Anchor, Article, ArticleId};
use crate::session::{Command, Inference, State};

/// What is inferred for an article whose date nobody states.
pub(super) fn of<'s>(state: &'s State, article: &Article) -> Option<&'s Inference> {
    let inferred = state.found.inferred.get(&article.id);
    inferred.filter(|_| !article.published.is_stated())
}

/// The range and its clues, a line each; empty if nothing is inferred.
pub(super) fn words(state: &State, article: &Article) -> String {
    let Some(inference) = of(state, article) else {
        return String::new();
    };
    let mut words = heading(inference);
    for clue in &inference.clues {
        words += "\n• ";
        words += &clue.words;
    }
    words
}

/// Makes the range the article's publication date; it can be undone.
pub(super) fn accept(id: ArticleId, inference: &Inference) -> Command {
    Command::SetPublished(vec![id], Some(inference.when.clone()))
}

/// In a menu: accepts the range of each of the articles that has one.
pub(super) fn accept_button_ui(ui: &mut Ui, state: &State, ids: &[ArticleId]) -> Vec<Command> {
    let articles = ids.iter().filter_map(|id| state.article(*id));
    let inferred = articles.filter_map(|article| Some((article.id, of(state, article)?)));
    let offers: Vec<(ArticleId, &Inference)> = inferred.collect();
    let label = match offers.as_slice() {
        [] => return Vec::new(),
        [(_, inference)] => format!("Accept inferred date: {}", inference.when.in_short()),
        offers => format!("Accept inferred dates of {}", offers.len()),
    };
    if !ui.button(label).clicked() {
        return Vec::new();
    }
    let commands = offers
        .into_iter()
        .map(|(id, inference)| accept(id, inference));
    commands.collect()
}

/// In the article's details: the range, each clue with a way to its words, and the offer.
pub(super) fn offer_ui(ui: &mut Ui, state: &State, article: &Article) -> Vec<Command> {
    let mut commands = Vec::new();
    let Some(inference) = of(state, article) else {
        return commands;
    };
    ui.add_space(style::SPACE_S);
    ui.label(heading(inference));
    for clue in &inference.clues {
        ui.label(widgets::secondary(ui, format!("• {}", clue.words)));
        let Some(span) = clue.span else {
            continue;
        };
        if widgets::link(ui, "Show the words").clicked() {
            commands.push(Command::CloseDialog);
            commands.push(Command::Read(article.id, Some(span)));
        }
    }
    let tip = "Makes it the publication date; a date typed above is surer";
    let button = widgets::plain_button(ui, "Accept the inferred date");
    if button.on_hover_text(tip).clicked() {
        commands.push(accept(article.id, inference));
        commands.push(Command::CloseDialog);
    }
    ui.add_space(style::SPACE_S);
    commands
}

/// What dates such as `in May` or `two days later` count from, and the choice of it.
pub(super) fn anchor_ui(ui: &mut Ui, state: &State, article: &Article) -> Vec<Command> {
    let is_story = state.found.stories.contains(&article.id);
    let found = if is_story {
        "As its text tells: the story"
    } else {
        "As its text tells: publication"
    };
    let mut commands = Vec::new();
    ui.label("Dates that leave the year or day open count from");
    ui.horizontal_wrapped(|ui| {
        for (anchor, label, tip) in [
            (
                None,
                found,
                "A history with many years counts from the date last named",
            ),
            (Some(Anchor::Publication), "Publication", "As news does"),
            (
                Some(Anchor::Story),
                "The story",
                "The date last named, as histories do",
            ),
        ] {
            let choice = ui.selectable_label(article.anchor == anchor, label);
            if choice.on_hover_text(tip).clicked() && article.anchor != anchor {
                commands.push(Command::SetAnchor(vec![article.id], anchor));
            }
        }
    });
    commands
}

/// `Inferred: between 1 and 13 February 2026, from 3 clues`.
fn heading(inference: &Inference) -> String {
    format!("Inferred: {}", inference.words())
}
