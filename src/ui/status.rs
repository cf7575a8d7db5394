//! The bar at the foot: what is loaded, what is missing, what is being done.

use eframe::egui::{Align, Layout, ProgressBar, Ui};

use super::numbers::{counted, grouped};
use super::{style, widgets};
use crate::model::{ArticleId, Basis};
use crate::session::{Command, Dialog, State, Work, shown};

/// Counts, problems, progress.
pub(super) fn status_ui(ui: &mut Ui, state: &State) -> Vec<Command> {
    let mut commands = Vec::new();
    ui.style_mut().override_font_id = Some(style::regular(style::SECONDARY_PX));
    ui.spacing_mut().interact_size.y = 20.0;
    ui.spacing_mut().button_padding.y = 1.0;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if let Some(work) = &state.work {
            commands.extend(work_ui(ui, work));
        } else {
            let privacy = widgets::faint(ui, "all on this machine");
            ui.label(privacy).on_hover_text("Nothing is sent anywhere");
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = style::SPACE_XS;
            commands.extend(left_ui(ui, state));
        });
    });
    commands
}

fn left_ui(ui: &mut Ui, state: &State) -> Vec<Command> {
    let mut commands = Vec::new();
    if !state.articles.is_empty() {
        ui.label(widgets::secondary(ui, counts_words(state)));
    }
    let undated = without_date(state);
    if !undated.is_empty() {
        ui.label(widgets::secondary(
            ui,
            format!("· {} without date:", articles(undated.len())),
        ));
        let tip = "Set the publication date of these articles";
        if widgets::link(ui, "set it").on_hover_text(tip).clicked() {
            commands.push(Command::SelectArticles(undated.clone()));
            commands.push(Command::OpenDialog(Dialog::Details(undated)));
        }
    }
    let n_problems = state.problems.len() + state.found.problems.len();
    if n_problems != 0 {
        let words = if n_problems == 1 {
            "1 problem".to_owned()
        } else {
            format!("{n_problems} problems")
        };
        ui.label(widgets::secondary(ui, "·"));
        if widgets::link(ui, &words)
            .on_hover_text("What could not be read or understood")
            .clicked()
        {
            commands.push(Command::OpenDialog(Dialog::Problems));
        }
    }
    if state.is_stale && state.work.is_none() {
        ui.label(widgets::secondary(ui, "· events are not up to date:"));
        if widgets::link(ui, "find them").clicked() {
            commands.push(Command::ExtractAgain);
        }
    }
    if let Some(notice) = &state.notice {
        let dot = if state.articles.is_empty() { "" } else { "· " };
        ui.label(widgets::secondary(ui, format!("{dot}{notice}")));
    }
    commands
}

/// `8 articles · 21 events · 9 minor hidden · 2 undated · 1 publication date inferred`.
fn counts_words(state: &State) -> String {
    let visible = shown(state).visible;
    let n_events = visible.counts.weighty;
    let all = counted(n_events, "event");
    let mut words = vec![articles(state.articles.len())];
    words.push(if visible.events.len() == n_events {
        all
    } else {
        format!("{} of {all}", grouped(visible.events.len()))
    });
    let n_hidden = state.found.events.len() - n_events;
    if n_hidden != 0 {
        words.push(format!("{} minor hidden", grouped(n_hidden)));
    }
    if visible.n_undated != 0 {
        words.push(format!("{} undated", grouped(visible.n_undated)));
    }
    let bases = state.articles.iter().map(|article| article.published.basis);
    let inferred = bases.filter(|basis| *basis == Basis::Inferred).count();
    if inferred != 0 {
        words.push(format!(
            "{} inferred",
            counted(inferred, "publication date")
        ));
    }
    words.join(" · ")
}

fn without_date(state: &State) -> Vec<ArticleId> {
    let undated = state.articles.iter().filter(|a| !a.published.is_stated());
    undated.map(|article| article.id).collect()
}

fn articles(n: usize) -> String {
    counted(n, "article")
}

fn work_ui(ui: &mut Ui, work: &Work) -> Option<Command> {
    let cancel = ui
        .button("Cancel")
        .on_hover_text("Stop this work; what is loaded stays");
    let bar = if work.total == 0 {
        ProgressBar::new(0.0).animate(true)
    } else {
        ProgressBar::new(work.done as f32 / work.total as f32)
    };
    let accent = style::palette(ui).accent;
    ui.add(bar.desired_width(120.0).desired_height(6.0).fill(accent));
    let of = if work.total == 0 {
        String::new()
    } else {
        format!("/{}", work.total)
    };
    let words = format!("{} {}{of}", work.task.words(), work.done);
    ui.label(widgets::secondary(ui, words));
    cancel.clicked().then_some(Command::Cancel)
}
