//! The form that sets date, title and source of one or many articles.

use eframe::egui::{Align, Context, Key, Layout, Modifiers, Ui};

use super::date_field::{Typed, date_field_ui};
use super::{dialog, inferred, style, widgets};
use crate::model::{Article, ArticleId, Basis};
use crate::session::{Command, State};

/// What is in the form, and what was there when it opened.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct DetailsForm {
    ids: Vec<ArticleId>,
    fields: Fields,
    before: Fields,
    is_focused: bool,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Fields {
    title: String,
    source: String,
    date: String,
}

impl DetailsForm {
    fn of(state: &State, ids: &[ArticleId]) -> Self {
        let articles: Vec<&Article> = ids.iter().filter_map(|id| state.article(*id)).collect();
        let fields = Fields {
            title: common(&articles, |article| article.title.clone()),
            source: common(&articles, |article| {
                article.source.clone().unwrap_or_default()
            }),
            date: common(&articles, |article| {
                let published = &article.published;
                let when = published.when.as_ref().filter(|_| published.is_stated());
                when.map(crate::model::When::to_edtf).unwrap_or_default()
            }),
        };
        Self {
            ids: ids.to_vec(),
            before: fields.clone(),
            fields,
            is_focused: false,
        }
    }

    /// What saving would change; `None` if the date is not understood.
    fn commands(&self) -> Option<Vec<Command>> {
        let mut commands = Vec::new();
        if self.fields.date != self.before.date {
            match Typed::of(&self.fields.date) {
                Typed::Empty => commands.push(Command::SetPublished(self.ids.clone(), None)),
                Typed::Understood(when) => {
                    commands.push(Command::SetPublished(self.ids.clone(), Some(when)));
                }
                Typed::Unclear => return None,
            }
        }
        if let ([id], true) = (self.ids.as_slice(), self.fields.title != self.before.title) {
            commands.push(Command::SetTitle(*id, self.fields.title.trim().to_owned()));
        }
        if self.fields.source != self.before.source {
            let source = self.fields.source.trim().to_owned();
            commands.push(Command::SetSource(self.ids.clone(), source));
        }
        commands.push(Command::CloseDialog);
        Some(commands)
    }
}

/// The form for `ids`.
pub(super) fn details_ui(
    ctx: &Context,
    state: &State,
    ids: &[ArticleId],
    draft: &mut Option<DetailsForm>,
) -> Vec<Command> {
    if draft.as_ref().is_none_or(|form| form.ids != ids) {
        *draft = Some(DetailsForm::of(state, ids));
    }
    let Some(form) = draft else {
        return Vec::new();
    };
    let mut commands = Vec::new();
    let is_left = dialog::dialog_ui(ctx, &heading(state, ids), 480.0, |ui| {
        commands.extend(fields_ui(ui, state, form));
        ui.add_space(style::SPACE_M);
        commands.extend(buttons_ui(ui, state, form));
    });
    if is_left {
        commands.push(Command::CloseDialog);
    }
    commands
}

fn heading(state: &State, ids: &[ArticleId]) -> String {
    match ids {
        [id] if state.article(*id).is_some() => "Article details".to_owned(),
        ids => format!("Details of {} articles", ids.len()),
    }
}

fn fields_ui(ui: &mut Ui, state: &State, form: &mut DetailsForm) -> Vec<Command> {
    let mut commands = Vec::new();
    let empty = "Empty: the date that the article itself states, if any";
    let date = date_field_ui(ui, "Publication date", empty, &mut form.fields.date);
    if !std::mem::replace(&mut form.is_focused, true) {
        date.request_focus();
    }
    if let [id] = form.ids.as_slice() {
        if let Some(article) = state.article(*id) {
            let basis = format!("Now: {}", article.published.basis.words());
            ui.label(widgets::secondary(ui, basis));
            commands = inferred::offer_ui(ui, state, article);
            commands.extend(inferred::anchor_ui(ui, state, article));
        }
        widgets::field(ui, "Title", "not empty", &mut form.fields.title);
    }
    let hint = if form.ids.len() == 1 {
        "none"
    } else {
        "as they are"
    };
    widgets::field(ui, "Source", hint, &mut form.fields.source);
    commands
}

fn buttons_ui(ui: &mut Ui, state: &State, form: &DetailsForm) -> Vec<Command> {
    let mut answer = Vec::new();
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let commands = form.commands();
        ui.add_enabled_ui(commands.is_some(), |ui| {
            let save = widgets::primary_button(ui, "Save").on_hover_text("Enter saves too");
            let enter = ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter));
            if let (true, Some(commands)) = (save.clicked() || enter, commands) {
                answer = commands;
            }
        });
        if widgets::plain_button(ui, "Cancel").clicked() {
            answer.push(Command::CloseDialog);
        }
        if is_set_by_reader(state, &form.ids) {
            let tip = "Back to the date that the article itself states, if any";
            if widgets::plain_button(ui, "Unset date")
                .on_hover_text(tip)
                .clicked()
            {
                answer.push(Command::SetPublished(form.ids.clone(), None));
                answer.push(Command::CloseDialog);
            }
        }
    });
    answer
}

fn is_set_by_reader(state: &State, ids: &[ArticleId]) -> bool {
    let mut articles = ids.iter().filter_map(|id| state.article(*id));
    articles.any(|article| article.published.basis == Basis::Reader)
}

/// What all have in common, else nothing.
fn common(articles: &[&Article], value: impl Fn(&Article) -> String) -> String {
    let Some(first) = articles.first().map(|article| value(article)) else {
        return String::new();
    };
    let is_shared = articles.iter().all(|article| value(article) == first);
    if is_shared { first } else { String::new() }
}
