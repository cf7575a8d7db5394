//! The slider that goes back to what was known on a day.

use eframe::egui::{Label, RichText, Slider, Ui, vec2};
use jiff::civil::Date;

use super::style;
use crate::layout::TimeWindow;
use crate::model::When;
use crate::session::{Command, State};

const SLIDER_PX: f32 = 120.0;
const DATE_PX: f32 = 84.0;

/// The switch, the slider and its day.
pub(super) fn as_of_ui(ui: &mut Ui, state: &State) -> Option<Command> {
    let days = publication_days(state);
    let mut command = None;
    ui.add_enabled_ui(days.is_some(), |ui| {
        let (first, last) = days.unwrap_or((Date::MIN, Date::MIN));
        let mut is_on = state.view.as_of.is_some();
        let tip = "Show only what had been published by a day";
        let none = "Needs articles published on at least two days";
        let toggle = ui.checkbox(&mut is_on, RichText::new("As of").small());
        if toggle
            .on_hover_text(tip)
            .on_disabled_hover_text(none)
            .changed()
        {
            command = Some(Command::SetAsOf(is_on.then_some(last)));
        }
        let shown = state.view.as_of.unwrap_or(last);
        if let Some(day) = slider_ui(ui, first, last, shown) {
            command = Some(Command::SetAsOf(Some(day)));
        }
        let words = match state.view.as_of {
            Some(day) => When::day(day).in_short(),
            None => "all".to_owned(),
        };
        let words = RichText::new(words).font(style::semibold(style::SECONDARY_PX));
        ui.add_sized(
            vec2(DATE_PX, 20.0),
            Label::new(words).halign(eframe::egui::Align::Min),
        );
    });
    command
}

fn slider_ui(ui: &mut Ui, first: Date, last: Date, shown: Date) -> Option<Date> {
    let days = |day| TimeWindow::days_from_date(day) as i64;
    let mut at = days(shown);
    ui.spacing_mut().slider_width = SLIDER_PX;
    let slider = Slider::new(&mut at, days(first)..=days(last)).show_value(false);
    let response = ui.add(slider).accessible_name("As of day");
    let response = response.on_hover_text(When::day(shown).in_words());
    response
        .changed()
        .then(|| TimeWindow::date_from_days(at as f64))
}

/// From the first to the last day on which an article was published, if they differ.
fn publication_days(state: &State) -> Option<(Date, Date)> {
    let whens = state
        .articles
        .iter()
        .filter_map(|a| a.published.when.as_ref());
    let days: Vec<Date> = whens
        .filter_map(|when| when.latest().or(when.earliest()))
        .collect();
    let (first, last) = (*days.iter().min()?, *days.iter().max()?);
    (first < last).then_some((first, last))
}
