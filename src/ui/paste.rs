//! The form that adds an article from pasted text.

use eframe::egui::{Align, Context, Key, Layout, Modifiers, ScrollArea, TextEdit, Ui, vec2};

use super::date_field::{Typed, date_field_ui};
use super::{dialog, style, widgets};
use crate::session::Command;

/// What is in the form.
#[derive(Clone, Debug, Default)]
pub(super) struct PasteForm {
    text: String,
    title: String,
    source: String,
    date: String,
}

impl PasteForm {
    fn command(&self) -> Option<Command> {
        let published = match Typed::of(&self.date) {
            Typed::Empty => None,
            Typed::Understood(when) => Some(when),
            Typed::Unclear => return None,
        };
        (!self.text.trim().is_empty()).then(|| Command::Paste {
            text: self.text.clone(),
            title: self.title.clone(),
            source: self.source.clone(),
            published,
        })
    }
}

/// Text, title, source, date.
pub(super) fn paste_ui(ctx: &Context, form: &mut PasteForm) -> Vec<Command> {
    let mut commands = Vec::new();
    let is_left = dialog::dialog_ui(ctx, "Paste an article", 560.0, |ui| {
        text_ui(ui, form);
        widgets::field(ui, "Title", "the first line", &mut form.title);
        widgets::field(ui, "Source", "none", &mut form.source);
        let empty = "Without a date, one stated in the text is taken";
        date_field_ui(ui, "Publication date", empty, &mut form.date);
        ui.add_space(style::SPACE_M);
        commands.extend(buttons_ui(ui, form));
    });
    if is_left {
        commands.push(Command::CloseDialog);
    }
    if commands
        .iter()
        .any(|command| matches!(command, Command::Paste { .. }))
    {
        *form = PasteForm::default();
    }
    commands
}

fn text_ui(ui: &mut Ui, form: &mut PasteForm) {
    let label = ui.label(widgets::secondary(ui, "Text"));
    let height = (ui.ctx().content_rect().height() - 420.0).clamp(80.0, 300.0);
    ScrollArea::vertical()
        .max_height(height)
        .min_scrolled_height(height)
        .show(ui, |ui| {
            let field = TextEdit::multiline(&mut form.text)
                .hint_text(widgets::faint(ui, "Paste the whole article here"))
                .margin(vec2(8.0, 6.0))
                .min_size(vec2(0.0, height - 4.0))
                .desired_width(f32::INFINITY);
            let response = ui.add(field).labelled_by(label.id);
            if form.text.is_empty() && ui.memory(|memory| memory.focused().is_none()) {
                response.request_focus();
            }
        });
}

fn buttons_ui(ui: &mut Ui, form: &PasteForm) -> Option<Command> {
    let command = form.command();
    let mut answer = None;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.add_enabled_ui(command.is_some(), |ui| {
            let tip = "Add it to the set (Ctrl+Enter)";
            let why = "Needs some text, and a date that is understood or none";
            let add = widgets::primary_button(ui, "Add article");
            let add = add.on_hover_text(tip).on_disabled_hover_text(why);
            let key = ui.input_mut(|i| i.consume_key(Modifiers::COMMAND, Key::Enter));
            if add.clicked() || (key && command.is_some()) {
                answer = command;
            }
        });
        if widgets::plain_button(ui, "Cancel").clicked() {
            answer = Some(Command::CloseDialog);
        }
    });
    answer
}
