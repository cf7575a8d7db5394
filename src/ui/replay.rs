//! The strip above the timeline that goes through the days of a story: step, play, what changed.

use eframe::egui::{
    Align, Button, Color32, ComboBox, Frame, Id, Layout, Margin, Response, RichText, Shape,
    Stroke, Ui, pos2, vec2,
};
use jiff::civil::Date;

use super::changes::changed;
use super::{shortcuts, style, widgets};
use crate::model::When;
use crate::session::{
    Command, Dialog, Speed, State, change_words, day_before, is_known_by, news_day, news_days,
};

/// Height of the strip.
pub(super) const REPLAY_PX: f32 = 40.0;
const BUTTON_PX: f32 = 28.0;
/// Half the height of the triangles on buttons.
const SIGN_PX: f32 = 5.0;
const SPEED_PX: f32 = 56.0;
/// A narrower strip says less.
const ROOMY_PX: f32 = 640.0;

/// The frame of the strip.
pub(super) fn frame(ui: &Ui) -> Frame {
    Frame::new()
        .fill(style::palette(ui).panel)
        .inner_margin(Margin::symmetric(16, 0))
}

/// Step, play, speed; the day and what it brought.
pub(super) fn replay_ui(ui: &mut Ui, state: &State, day: Date) -> Vec<Command> {
    let mut commands = Vec::new();
    let is_roomy = ROOMY_PX < ui.available_width();
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = style::SPACE_XS;
        commands.extend(buttons_ui(ui, state, day));
        commands.extend(speed_ui(ui, state));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            commands.extend(changed_ui(ui, state, day, is_roomy));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(style::SPACE_S);
                words_ui(ui, state, day, is_roomy);
            });
        });
    });
    commands.extend(clock(ui, state, day));
    commands
}

fn buttons_ui(ui: &mut Ui, state: &State, day: Date) -> Vec<Command> {
    let mut commands = Vec::new();
    let days = news_days(state);
    let has_before = days.first().is_some_and(|first| *first < day);
    let has_after = days.last().is_some_and(|last| day < *last);
    let plays = state.replay.is_playing;
    let key = |key| ui.ctx().format_shortcut(&key);
    let previous = (
        Sign::Back,
        "Previous day with news",
        key(shortcuts::DAY_BEFORE),
    );
    let (sign, name) = if plays {
        (Sign::Pause, "Pause")
    } else {
        (Sign::Play, "Play")
    };
    let play = (sign, name, key(shortcuts::PLAY));
    let next = (
        Sign::Forward,
        "Next day with news",
        key(shortcuts::DAY_AFTER),
    );
    for (is_enabled, (sign, name, key), command) in [
        (has_before, previous, Command::StepDay(-1)),
        (1 < days.len(), play, Command::Play(!plays)),
        (has_after, next, Command::StepDay(1)),
    ] {
        let button = ui.add_enabled_ui(is_enabled, |ui| sign_button(ui, sign, name));
        let tip = format!("{name} ({key})");
        let is_clicked = button.inner.on_hover_text(tip).clicked();
        commands.extend(is_clicked.then_some(command));
    }
    commands
}

fn speed_ui(ui: &mut Ui, state: &State) -> Option<Command> {
    let mut speed = state.replay.speed;
    let combo = ComboBox::from_id_salt("speed")
        .width(SPEED_PX)
        .selected_text(speed.words())
        .show_ui(ui, |ui| {
            for choice in Speed::ALL {
                ui.selectable_value(&mut speed, choice, choice.words());
            }
        });
    let tip = "How fast the days are played: at 1× a day with news a second";
    combo.response.accessible_name("Speed").on_hover_text(tip);
    (speed != state.replay.speed).then_some(Command::SetSpeed(speed))
}

fn words_ui(ui: &mut Ui, state: &State, day: Date, is_roomy: bool) {
    let date = When::day(day).in_short();
    ui.label(RichText::new(date).font(style::semibold(style::BODY_PX)));
    if !is_roomy {
        return;
    }
    ui.add_space(style::SPACE_XS);
    let days = news_days(state);
    let n_days = days.partition_point(|news| *news <= day);
    let n_out = state
        .articles
        .iter()
        .filter(|a| is_known_by(a, day))
        .count();
    let (days, articles) = (days.len(), state.articles.len());
    let words = format!("day {n_days} of {days} with news · {n_out} of {articles} articles");
    ui.add(eframe::egui::Label::new(widgets::secondary(ui, words)).truncate());
}

/// What the day brought, as a link to the whole list.
fn changed_ui(ui: &mut Ui, state: &State, day: Date, is_roomy: bool) -> Option<Command> {
    let to = news_day(state, day);
    let before = day_before(state, day);
    let changes = before.and_then(|from| changed(ui.ctx(), state, "strip", (from, day)));
    let words = changes.map(|changes| change_words(&changes));
    let words = words.filter(|words| is_roomy && !words.is_empty());
    let words = words.unwrap_or_else(|| "What changed…".to_owned());
    let shown = ui.add_enabled_ui(before.is_some(), |ui| widgets::link(ui, &words));
    let response = shown
        .inner
        .accessible_name("What changed")
        .on_hover_text("List what changed since the day with news before")
        .on_disabled_hover_text("This is the first day with news");
    let from = before.filter(|_| response.clicked())?;
    Some(Command::OpenDialog(Dialog::Changes { from, to }))
}

/// While the story is played: says when the day was shown long enough.
fn clock(ui: &Ui, state: &State, day: Date) -> Option<Command> {
    let id = Id::unique("as-of day is shown since");
    let now = ui.input(|input| input.time);
    let since: Option<(Date, f64)> = ui.data(|data| data.get_temp(id));
    let since = since.filter(|(shown, _)| *shown == day && !state.replay.is_weaving());
    let Some((_, since)) = since.filter(|_| state.replay.is_playing) else {
        ui.data_mut(|data| data.insert_temp(id, (day, now)));
        if state.replay.is_playing {
            ui.ctx().request_repaint();
        }
        return None;
    };
    let left_s = since + state.replay.speed.seconds_a_day() - now;
    if left_s <= 0.0 && state.dialog.is_none() {
        return Some(Command::Tick);
    }
    let wait = std::time::Duration::from_secs_f64(left_s.max(0.05));
    ui.ctx().request_repaint_after(wait);
    None
}

#[derive(Clone, Copy)]
enum Sign {
    Back,
    Play,
    Pause,
    Forward,
}

/// A square button with a painted sign.
fn sign_button(ui: &mut Ui, sign: Sign, name: &str) -> Response {
    let size = vec2(BUTTON_PX, BUTTON_PX);
    let response = ui.add(Button::new("").min_size(size)).accessible_name(name);
    let color = ui.style().interact(&response).text_color();
    let color = if ui.is_enabled() {
        color
    } else {
        style::palette(ui).faint
    };
    for shape in sign.shapes(response.rect.center().x, response.rect.center().y, color) {
        ui.painter().add(shape);
    }
    response
}

impl Sign {
    fn shapes(self, x: f32, y: f32, color: Color32) -> Vec<Shape> {
        // A triangle whose tip points to `x + tip`, from a base at `x - tip`.
        let triangle = |x: f32, tip: f32| {
            let points = vec![
                pos2(x - tip, y - SIGN_PX),
                pos2(x + tip, y),
                pos2(x - tip, y + SIGN_PX),
            ];
            Shape::convex_polygon(points, color, Stroke::NONE)
        };
        let bar = |x: f32| {
            let ends = [pos2(x, y - SIGN_PX), pos2(x, y + SIGN_PX)];
            Shape::line_segment(ends, Stroke::new(2.0, color))
        };
        match self {
            Self::Play => vec![triangle(x + 1.0, SIGN_PX - 1.0)],
            Self::Pause => vec![bar(x - 2.5), bar(x + 2.5)],
            Self::Back => vec![bar(x - 5.0), triangle(x + 1.0, 1.0 - SIGN_PX)],
            Self::Forward => vec![triangle(x - 1.0, SIGN_PX - 1.0), bar(x + 5.0)],
        }
    }
}
