//! The slider that goes back to what was known on a day.

use eframe::egui::{Color32, Rect, RichText, Slider, Stroke, Ui, pos2};
use jiff::civil::Date;

use super::{style, widgets};
use crate::layout::TimeWindow;
use crate::model::When;
use crate::session::{Command, State};

const SLIDER_PX: f32 = 130.0;
const NARROW_SLIDER_PX: f32 = 64.0;
const HANDLE_PX: f32 = 7.0;
const RAIL_PX: f32 = 4.0;

/// The switch, the slider and its day; a shorter slider in a narrow window.
pub(super) fn as_of_ui(ui: &mut Ui, state: &State, is_narrow: bool) -> Option<Command> {
    let days = publication_days(state);
    let mut command = None;
    let slider_px = if is_narrow {
        NARROW_SLIDER_PX
    } else {
        SLIDER_PX
    };
    ui.add_enabled_ui(days.is_some(), |ui| {
        let (first, last) = days.unwrap_or((Date::MIN, Date::MIN));
        let mut is_on = state.view.as_of.is_some();
        let tip = "Show only what had been published by a day";
        let none = "Needs articles published on at least two days";
        let toggle = widgets::check_box(ui, &mut is_on, RichText::new("As of").small());
        if toggle
            .on_hover_text(tip)
            .on_disabled_hover_text(none)
            .changed()
        {
            command = Some(Command::SetAsOf(is_on.then_some(last)));
        }
        let shown = state.view.as_of.unwrap_or(last).clamp(first, last);
        if let Some(day) = slider_ui(ui, (first, last), shown, (is_on, slider_px)) {
            command = Some(Command::SetAsOf(Some(day)));
        }
        let words = match state.view.as_of {
            Some(day) => When::day(day).in_short(),
            None => "all days".to_owned(),
        };
        ui.label(RichText::new(words).font(style::semibold(style::SECONDARY_PX)));
    });
    command
}

fn slider_ui(
    ui: &mut Ui,
    ends: (Date, Date),
    shown: Date,
    (is_on, width_px): (bool, f32),
) -> Option<Date> {
    let days = |day| TimeWindow::days_from_date(day) as i64;
    let (first, last) = (days(ends.0), days(ends.1));
    let mut at = days(shown);
    let response = ui
        .scope(|ui| {
            hide(ui, width_px);
            ui.add(Slider::new(&mut at, first..=last).show_value(false))
        })
        .inner
        .accessible_name("As of day");
    let share = (at - first) as f32 / (last - first).max(1) as f32;
    let palette = style::palette(ui);
    let accent = if is_on { palette.accent } else { palette.faint };
    let edge_px = if response.has_focus() { 3.0 } else { 2.0 };
    paint(ui, response.rect, share, Stroke::new(edge_px, accent));
    let response = response.on_hover_text(When::day(shown).in_words());
    response
        .changed()
        .then(|| TimeWindow::date_from_days(at as f64))
}

/// The slider's own looks give way to those of [`paint`].
fn hide(ui: &mut Ui, width_px: f32) {
    ui.spacing_mut().slider_width = width_px;
    let visuals = ui.visuals_mut();
    visuals.selection.bg_fill = Color32::TRANSPARENT;
    let widgets = &mut visuals.widgets;
    for look in [
        &mut widgets.inactive,
        &mut widgets.hovered,
        &mut widgets.active,
    ] {
        look.bg_fill = Color32::TRANSPARENT;
        look.fg_stroke = Stroke::NONE;
    }
}

fn paint(ui: &Ui, rect: Rect, share: f32, edge: Stroke) {
    let palette = style::palette(ui);
    let (left, right) = (rect.left() + HANDLE_PX, rect.right() - HANDLE_PX);
    let at = pos2(left + share * (right - left), rect.center().y);
    let rail = |from: f32, to: f32| {
        let middle = rect.center().y;
        Rect::from_x_y_ranges(from..=to, middle - RAIL_PX / 2.0..=middle + RAIL_PX / 2.0)
    };
    let painter = ui.painter();
    painter.rect_filled(rail(left, right), RAIL_PX / 2.0, palette.line);
    painter.rect_filled(rail(left, at.x), RAIL_PX / 2.0, edge.color);
    painter.circle(at, HANDLE_PX, palette.panel, edge);
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
