//! The evidence panel: what an event is, how sure its date is, who says so and who disagrees.

use eframe::egui::{self, Frame, Label, Margin, ScrollArea, Stroke, Ui};

use jiff::civil::Date;

use super::evidence_excerpts::excerpts_ui;
use super::evidence_list::list_ui;
use super::evidence_several::several_ui;
use super::ink::Ink;
use super::numbers::counted;
use super::parts::{
    BODY_PX, SMALL_PX, TITLE_PX, link, one_line, pill, section_head, swatch, words,
};
use super::reader::ask_to_scroll;
use crate::layout::Weight;
use crate::model::{Article, ArticleId, Claim, Conflict, Event, LAPSED_WORDS, Mention, When};
use crate::scene::Theme;
use crate::session::{Command, Dialog, State};

/// Free space in the panel.
pub(super) const MARGIN: Margin = Margin::same(16);
/// So many names are listed.
const MAX_NAMES: usize = 8;
/// Width of the words before a list of names.
const KEY_PX: f32 = 84.0;

/// Shows the evidence of the selected event, with the list of all selected where several are, or the list of events if none is selected.
pub fn evidence_ui(ui: &mut Ui, state: &State, theme: &Theme) -> Vec<Command> {
    let ink = Ink::of(theme);
    let mut commands = Vec::new();
    if state.selection.n_events() > 1 {
        commands.extend(several_ui(ui, state, &ink));
    }
    commands.extend(match state.selected_event() {
        Some(event) => event_ui(ui, state, event, &ink),
        None => list_ui(ui, state, &ink),
    });
    commands
}

fn event_ui(ui: &mut Ui, state: &State, event: &Event, ink: &Ink) -> Vec<Command> {
    let mut commands = Vec::new();
    ScrollArea::vertical()
        .id_salt(("evidence", &event.id.0))
        .auto_shrink([false, false])
        .show(ui, |ui| {
            // The margins stand inside, so that the scroll bar has the right one to itself.
            Frame::NONE.inner_margin(MARGIN).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                ui.spacing_mut().interact_size.y = 18.0;
                commands.extend(parts_ui(ui, state, event, ink));
            });
        });
    commands
}

fn parts_ui(ui: &mut Ui, state: &State, event: &Event, ink: &Ink) -> Vec<Command> {
    let mut commands = Vec::new();
    head_ui(ui, event, ink);
    commands.extend(when_ui(ui, state, event, ink));
    for remark in plan_words(event, state.view.as_of) {
        let remark = words(remark, SMALL_PX, Weight::Regular, ink.secondary);
        ui.add(Label::new(remark).wrap());
    }
    ui.add_space(8.0);
    names_ui(ui, ink, "Places", &event.places);
    names_ui(ui, ink, "Participants", &event.participants);
    for conflict in &event.conflicts {
        ui.add_space(6.0);
        commands.extend(conflict_ui(ui, state, event, conflict, ink));
    }
    ui.add_space(14.0);
    section_head(ui, ink, "EXCERPTS", &attestation(event));
    ui.add_space(6.0);
    commands.extend(excerpts_ui(ui, state, event, ink));
    commands
}

fn head_ui(ui: &mut Ui, event: &Event, ink: &Ink) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        swatch(ui, ink.kind(event.kind));
        let status = event.status.name().to_lowercase();
        let kind = format!("{} · {status}", event.kind.name());
        ui.label(words(kind, SMALL_PX, Weight::Regular, ink.secondary));
    });
    ui.add_space(2.0);
    let title = words(&event.title, TITLE_PX, Weight::Semibold, ink.text);
    ui.add(Label::new(title.line_height(Some(23.0))).wrap());
    ui.add_space(4.0);
}

fn when_ui(ui: &mut Ui, state: &State, event: &Event, ink: &Ink) -> Vec<Command> {
    let mut commands = Vec::new();
    let why_id = ui.scope_id().with(("why", &event.id.0));
    let mut is_open = ui.data(|data| data.get_temp(why_id)).unwrap_or(false);
    let explained = explained_mention(state, event);
    let in_words = match &event.when {
        Some(when) => when.in_words(),
        None => "Undated".to_owned(),
    };
    let in_words = words(in_words, BODY_PX, Weight::Regular, ink.text);
    ui.add(Label::new(in_words).wrap());
    ui.horizontal(|ui| {
        let edtf = match &event.when {
            Some(when) => when.to_edtf(),
            None => undated_words(state, event),
        };
        ui.label(words(edtf, SMALL_PX, Weight::Regular, ink.faint));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if explained.is_some() && pill(ui, ink, "Why here?", is_open).clicked() {
                is_open = !is_open;
                ui.data_mut(|data| data.insert_temp(why_id, is_open));
            }
        });
    });
    if event.when.is_none()
        && let Some(article) = undated_article(state, event)
        && link(ui, ink, "Set the article's date…").clicked()
    {
        commands.push(Command::OpenDialog(Dialog::Details(vec![article])));
    }
    if let Some(mention) = explained.filter(|_| is_open) {
        commands.extend(steps_ui(ui, mention, ink));
    }
    commands
}

/// The mention whose steps explain the event's date.
fn explained_mention<'a>(state: &State, event: &'a Event) -> Option<&'a Mention> {
    let in_focus = (state.selection.mention)
        .and_then(|index| event.mentions.get(index))
        .filter(|mention| !mention.why.is_empty());
    let says_it = |mention: &&Mention| !mention.why.is_empty() && mention.when == event.when;
    in_focus
        .or_else(|| event.mentions.iter().find(says_it))
        .or_else(|| event.mentions.iter().find(|m| !m.why.is_empty()))
}

fn undated_words(state: &State, event: &Event) -> String {
    let mention = event.mentions.first();
    let text = mention.and_then(|mention| state.article(mention.article));
    let timex = mention.and_then(|mention| mention.timex);
    match (text, timex) {
        (Some(article), Some(timex)) => format!("“{}”", timex.of(&article.text)),
        _ => "no date in its words".to_owned(),
    }
}

/// An article of the event that has no publication date to count from.
fn undated_article(state: &State, event: &Event) -> Option<ArticleId> {
    let mut ids = event.mentions.iter().map(|mention| mention.article);
    ids.find(|id| {
        let article = state.article(*id);
        article.is_some_and(|article| !article.published.is_stated())
    })
}

fn steps_ui(ui: &mut Ui, mention: &Mention, ink: &Ink) -> Option<Command> {
    let mut command = None;
    card(ink).show(ui, |ui| {
        ui.set_width(ui.available_width());
        for (index, step) in mention.why.iter().enumerate() {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                let number = format!("{}.", index + 1);
                ui.label(words(number, SMALL_PX, Weight::Regular, ink.secondary));
                let says = words(&step.words, SMALL_PX, Weight::Regular, ink.text);
                ui.add(Label::new(says).wrap());
            });
        }
        let rests_on = mention.why.iter().find_map(|step| step.span);
        if let Some(span) = rests_on
            && link(ui, ink, "Show the words in the article").clicked()
        {
            ask_to_scroll(ui.ctx());
            command = Some(Command::Read(mention.article, Some(span)));
        }
    });
    command
}

fn names_ui(ui: &mut Ui, ink: &Ink, key: &str, names: &[String]) {
    if names.is_empty() {
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.allocate_ui(egui::vec2(KEY_PX, 16.0), |ui| {
            ui.set_width(KEY_PX);
            ui.label(words(key, SMALL_PX, Weight::Regular, ink.secondary));
        });
        let names = words(listed(names), SMALL_PX, Weight::Regular, ink.text);
        ui.add(Label::new(names).wrap());
    });
}

/// Names in a row; the last of very many are only counted.
fn listed(names: &[String]) -> String {
    let first: Vec<&str> = names.iter().take(MAX_NAMES).map(String::as_str).collect();
    let n_left = names.len().saturating_sub(MAX_NAMES);
    if n_left == 0 {
        return first.join(", ");
    }
    format!("{} and {n_left} more", first.join(", "))
}

fn conflict_ui(
    ui: &mut Ui,
    state: &State,
    event: &Event,
    conflict: &Conflict,
    ink: &Ink,
) -> Option<Command> {
    let mut command = None;
    card(ink).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let about = format!("Sources disagree about the {}", conflict.about.words());
        let about = words(about, BODY_PX, Weight::Semibold, ink.warning);
        ui.add(Label::new(about).wrap());
        for claim in &conflict.claims {
            let remark = claim_remark(state, event, claim);
            let response = claim_ui(ui, claim, &remark, ink);
            if response.clicked() {
                command = claim.mentions.first().map(|i| Command::SelectMention(*i));
            }
        }
    });
    command
}

fn claim_ui(ui: &mut Ui, claim: &Claim, remark: &str, ink: &Ink) -> egui::Response {
    let value = words(&claim.value, BODY_PX, Weight::Semibold, ink.text);
    let said = words(remark, SMALL_PX, Weight::Regular, ink.secondary);
    let px = |text: &str, size_px, weight| {
        let galley = one_line(ui, text, (size_px, weight), ink.text, f32::INFINITY);
        galley.size().x
    };
    let value_px = px(&claim.value, BODY_PX, Weight::Semibold);
    let fits = value_px + px(remark, SMALL_PX, Weight::Regular) + 12.0 < ui.available_width();
    let says = if fits {
        ui.horizontal(|ui| {
            ui.add(Label::new(value).selectable(false));
            let right = egui::Layout::right_to_left(egui::Align::Center);
            ui.with_layout(right, |ui| ui.add(Label::new(said).selectable(false)));
        })
    } else {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.set_width(ui.available_width());
            ui.add(Label::new(value).selectable(false).wrap());
            ui.add(Label::new(said).selectable(false).wrap());
        })
    };
    let id = says.response.id.with("claim");
    let response = ui.interact(says.response.rect, id, egui::Sense::click());
    super::parts::name_button(&response, false, &format!("{}: {remark}", claim.value));
    super::parts::focus_ring(ui, ink, &response, 4.0);
    response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .on_hover_text("Show the excerpt that says so")
}

/// `2 sources · 3 Feb 2026`: who says it, and when it was said last.
fn claim_remark(state: &State, event: &Event, claim: &Claim) -> String {
    let mentions = claim.mentions.iter().filter_map(|i| event.mentions.get(*i));
    let articles: Vec<&Article> = mentions.filter_map(|m| state.article(m.article)).collect();
    let sources = counted(distinct(articles.iter().map(|a| source_key(a))), "source");
    let latest = articles
        .iter()
        .filter_map(|article| article.published.when.as_ref())
        .max_by_key(|when| when.latest().or(when.earliest()));
    match latest {
        Some(when) => format!("{sources} · {}", when.in_short()),
        None => sources,
    }
}

fn source_key(article: &Article) -> String {
    let path = || article.path.clone();
    article.source.clone().unwrap_or_else(path)
}

/// `3 articles, 2 origins`.
fn attestation(event: &Event) -> String {
    let n_articles = distinct(event.mentions.iter().map(|mention| mention.article));
    let n_origins = event.origins as usize;
    format!(
        "{}, {}",
        counted(n_articles, "article"),
        counted(n_origins, "origin")
    )
}

fn distinct<T: Ord>(things: impl Iterator<Item = T>) -> usize {
    things.collect::<std::collections::BTreeSet<T>>().len()
}

/// What became of a plan: that it is due without a report by the as-of day, and when it was planned
/// for before.
pub(super) fn plan_words(event: &Event, as_of: Option<Date>) -> Vec<String> {
    let lapsed = as_of.filter(|day| event.is_lapsed(*day));
    let lapsed = lapsed.map(|day| {
        let day = When::day(day).in_short();
        let mut words = LAPSED_WORDS.to_owned();
        if let Some(first) = words.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        format!("{words} by {day}")
    });
    let moved = event.earlier.iter().rev().map(|plan| {
        let (when, reported) = (plan.when.in_words(), When::day(plan.reported).in_short());
        format!("Was planned for {when}, reported {reported}")
    });
    lapsed.into_iter().chain(moved).collect()
}

fn card(ink: &Ink) -> Frame {
    Frame::NONE
        .fill(ink.raised)
        .stroke(Stroke::new(1.0, ink.line))
        .corner_radius(8)
        .inner_margin(Margin::symmetric(12, 10))
}
