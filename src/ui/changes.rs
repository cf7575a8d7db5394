//! The dialog 'What changed': the story on two days set against each other.

use std::sync::Arc;

use eframe::egui::{
    Align, ComboBox, Context, Id, Label, Layout, RichText, ScrollArea, Ui, WidgetText,
};
use jiff::civil::Date;

use super::memo::{Same, memo};
use super::{dialog, style, widgets};
use crate::model::{Article, LAPSED_WORDS, When};
use crate::session::{
    Change, Command, Dialog, Difference, Extraction, Known, State, changes, day_before,
    known_on, news_day, news_days,
};

/// Two days with what was known on them, and whether minor events count.
type Key = (Same<Extraction>, Same<Extraction>, (Date, Date), bool);

const WIDTH_PX: f32 = 560.0;
const DAY_PX: f32 = 120.0;
/// What the dialog needs beside its list.
const REST_PX: f32 = 260.0;

/// What changed from the end of one day to the end of another; each line leads to its event.
pub(super) fn changes_ui(
    ctx: &Context,
    state: &State,
    (from, to): (Date, Date),
) -> Vec<Command> {
    let mut commands = Vec::new();
    let is_left = dialog::dialog_ui(ctx, "What changed", WIDTH_PX, |ui| {
        commands.extend(days_ui(ui, state, (from, to)));
        ui.add_space(style::SPACE_S);
        widgets::rule(ui);
        let height = (ui.ctx().content_rect().height() - REST_PX).max(120.0);
        ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink([false, true])
            .show(ui, |ui| commands.extend(list_ui(ui, state, (from, to))));
        ui.add_space(style::SPACE_M);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if widgets::plain_button(ui, "Close").clicked() {
                commands.push(Command::CloseDialog);
            }
        });
    });
    if is_left {
        commands.push(Command::CloseDialog);
    }
    commands
}

/// The dialog for the day that is looked at, or the last, and the day with news before.
pub(super) fn latest(state: &State) -> Option<Dialog> {
    let last = news_days(state).last().copied();
    let to = news_day(state, state.view.as_of.or(last)?);
    let from = day_before(state, to)?;
    Some(Dialog::Changes { from, to })
}

/// What changed between two days, made afresh for each asker only if they are others; none until
/// both are woven.
pub(super) fn changed(
    ctx: &Context,
    state: &State,
    asker: &str,
    (from, to): (Date, Date),
) -> Option<Arc<Vec<Change>>> {
    let same = |day| known_on(state, day).cloned().map(Same);
    let with_minor = state.view.filters.shows_minor;
    let key = (same(from)?, same(to)?, (from, to), with_minor);
    let id = Id::unique(("what changed", asker));
    Some(memo(ctx, id, key, |(before, after, _, _): &Key| {
        let known = |day, found| Known { day, found };
        changes(known(from, &before.0), known(to, &after.0), with_minor)
    }))
}

fn days_ui(ui: &mut Ui, state: &State, (from, to): (Date, Date)) -> Option<Command> {
    let days = news_days(state);
    let (mut new_from, mut new_to) = (from, to);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = style::SPACE_S;
        ui.label(widgets::secondary(ui, "From the end of"));
        let before = days.iter().filter(|day| **day < to);
        day_ui(ui, "From day", &mut new_from, before);
        ui.label(widgets::secondary(ui, "to the end of"));
        let after = days.iter().filter(|day| from < **day);
        day_ui(ui, "To day", &mut new_to, after);
    });
    let (from_to, new) = ((from, to), (new_from, new_to));
    let dialog = Dialog::Changes {
        from: new_from,
        to: new_to,
    };
    (from_to != new).then_some(Command::OpenDialog(dialog))
}

fn day_ui<'d>(
    ui: &mut Ui,
    name: &str,
    chosen: &mut Date,
    days: impl Iterator<Item = &'d Date>,
) {
    let words = |day: Date| When::day(day).in_short();
    let combo = ComboBox::from_id_salt(name)
        .width(DAY_PX)
        .selected_text(words(*chosen))
        .show_ui(ui, |ui| {
            for day in days {
                ui.selectable_value(chosen, *day, words(*day));
            }
        });
    combo.response.accessible_name(name);
}

fn list_ui(ui: &mut Ui, state: &State, days: (Date, Date)) -> Vec<Command> {
    let mut commands = Vec::new();
    let Some(all) = changed(ui.ctx(), state, "dialog", days) else {
        ui.add_space(style::SPACE_M);
        ui.label(widgets::secondary(ui, "Looking what was known…"));
        return commands;
    };
    if all.is_empty() {
        ui.add_space(style::SPACE_M);
        ui.label(widgets::secondary(
            ui,
            "Nothing changed between these days.",
        ));
    }
    for of_head in all.chunk_by(|a, b| a.what.head() == b.what.head()) {
        let head = of_head.first().map_or(0, |change| change.what.head());
        let words = Difference::HEADS.get(head).copied().unwrap_or_default();
        ui.add_space(style::SPACE_M);
        widgets::section_head(ui, words, &of_head.len().to_string());
        for change in of_head {
            if change_ui(ui, state, change) {
                commands = go_to(state, change, days.1);
            }
        }
    }
    commands
}

/// A line: the event, and below it what is different. True if it was clicked.
fn change_ui(ui: &mut Ui, state: &State, change: &Change) -> bool {
    ui.add_space(style::SPACE_S);
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.spacing_mut().interact_size.y = style::SPACE_L;
    ui.spacing_mut().button_padding.y = 0.0;
    let is_clicked = widgets::link(ui, &change.title).clicked();
    let words: WidgetText = details(ui, state, &change.what).into();
    ui.add(Label::new(words).wrap());
    is_clicked
}

fn details(ui: &Ui, state: &State, what: &Difference) -> RichText {
    let when = |when: &When| when.in_words();
    let words = match what {
        Difference::New(status, date) => {
            let date = date.as_ref().map_or("undated".to_owned(), when);
            format!("{}, {date}", status.name().to_lowercase())
        }
        Difference::Status(from, to) => {
            let name = |status: &crate::model::Status| status.name().to_lowercase();
            format!("{} → {}", name(from), name(to))
        }
        Difference::Moved(from, to) => format!("{} → {}", when(from), when(to)),
        Difference::Lapsed(due) => format!("{LAPSED_WORDS}: {}", when(due)),
        Difference::Told(ids) => {
            let articles = ids.iter().filter_map(|id| state.article(*id));
            let names: Vec<&str> = articles.map(source).collect();
            format!("told by {}", names.join(", "))
        }
    };
    widgets::secondary(ui, words)
}

fn source(article: &Article) -> &str {
    article.source.as_deref().unwrap_or(&article.title)
}

/// Shows the event as it was known on the later day.
fn go_to(state: &State, change: &Change, day: Date) -> Vec<Command> {
    let mut commands = vec![Command::CloseDialog];
    let is_shown = known_on(state, day).is_some_and(|known| Arc::ptr_eq(known, &state.found));
    if !is_shown {
        commands.push(Command::SetAsOf(Some(day)));
    }
    commands.push(Command::SelectEvent(Some(change.event.clone())));
    commands
}
