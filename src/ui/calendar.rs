//! The calendar as the reader wants it, and the menu that chooses it.

use std::sync::Arc;

use eframe::egui::{Context, Id, Ui};

use super::memo::memo;
use super::{style, widgets};
use crate::layout::{Calendar, CalendarChoice, CalendarNames, WeekStart};
use crate::session::{Command, Settings, State};

const NAMES: [(CalendarNames, &str); 2] = [
    (CalendarNames::System, "As the system"),
    (CalendarNames::English, "English"),
];
const WEEK_STARTS: [(WeekStart, &str); 4] = [
    (WeekStart::System, "As the system"),
    (WeekStart::Monday, "Monday"),
    (WeekStart::Saturday, "Saturday"),
    (WeekStart::Sunday, "Sunday"),
];

/// The calendar of `state`; its names are put together once.
pub(super) fn calendar(ctx: &Context, state: &State) -> Arc<Calendar> {
    let key = (state.settings.calendar, state.place.clone());
    memo(ctx, Id::unique("calendar"), key, |(choice, place)| {
        Calendar::new(*choice, place.as_deref())
    })
}

/// Whose names, how weeks are numbered, and with which day they begin.
pub(super) fn calendar_menu_ui(ui: &mut Ui, state: &State) -> Option<Command> {
    let mut choice = state.settings.calendar;
    let CalendarChoice {
        names,
        week_start,
        has_iso_weeks,
    } = &mut choice;
    ui.spacing_mut().item_spacing.y = 1.0;
    head_ui(ui, "Months and days");
    for (value, words) in NAMES {
        ui.radio_value(names, value, words);
    }
    ui.separator();
    head_ui(ui, "Weeks begin on");
    ui.add_enabled_ui(!*has_iso_weeks, |ui| {
        for (value, words) in WEEK_STARTS {
            ui.radio_value(week_start, value, words);
        }
    });
    ui.separator();
    let numbered = widgets::check_box(ui, has_iso_weeks, "ISO weeks (W7)");
    numbered.on_hover_text("Number the weeks as ISO 8601 does, from Monday on");
    (choice != state.settings.calendar).then(|| {
        Command::SetSettings(Settings {
            calendar: choice,
            ..state.settings.clone()
        })
    })
}

fn head_ui(ui: &mut Ui, words: &str) {
    ui.add_space(style::SPACE_XS);
    ui.label(widgets::secondary(ui, words));
}
