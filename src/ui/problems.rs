//! What could not be read or understood, with what to do about it.

use eframe::egui::{Align, Context, Layout, RichText, ScrollArea, Ui};

use super::{dialog, style, widgets};
use crate::model::Problem;
use crate::session::{Command, State};

/// One entry a problem.
pub(super) fn problems_ui(ctx: &Context, state: &State) -> Vec<Command> {
    let mut commands = Vec::new();
    let problems: Vec<&Problem> = state.problems.iter().chain(&state.found.problems).collect();
    let is_left = dialog::dialog_ui(ctx, "Problems", 560.0, |ui| {
        if problems.is_empty() {
            ui.label("Everything was read and understood.");
        }
        let height = (ui.ctx().content_rect().height() - 220.0).max(120.0);
        ScrollArea::vertical()
            .max_height(height)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                for problem in problems {
                    problem_ui(ui, problem);
                }
            });
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

fn problem_ui(ui: &mut Ui, problem: &Problem) {
    ui.add_space(style::SPACE_XS);
    ui.label(RichText::new(&problem.message).font(style::semibold(style::BODY_PX)));
    if !problem.path.is_empty() {
        ui.label(widgets::secondary(ui, &problem.path));
    }
    if !problem.hint.is_empty() {
        ui.label(&problem.hint);
    }
    ui.add_space(style::SPACE_S);
    widgets::rule(ui);
}
