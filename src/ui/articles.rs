//! The list of articles: title, source, and publication date with how it is known.

use std::collections::BTreeSet;
use std::ops::Range;

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Color32, FontId, Id, Rect, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::{Drafts, filters, inferred, numbers, style, widgets};
use crate::model::{Article, ArticleId, Basis};
use crate::session::{Command, Dialog, State, is_known_by};

const ROW_PX: f32 = 52.0;
const EDGE_PX: f32 = 16.0;

/// The list, as tall as the filters below leave room, and the filters.
pub(super) fn articles_and_filters_ui(
    ui: &mut Ui,
    state: &State,
    drafts: &mut Drafts,
) -> Vec<Command> {
    let mut commands = Vec::new();
    let shown = shown_articles(state);
    head_ui(ui, state, shown.len());
    let plan = filters::plan(state, ui.available_width(), ui.available_height());
    let list_px = (ui.available_height() - plan.height_px).max(ROW_PX);
    commands.extend(list_ui(ui, state, drafts, &shown, list_px));
    commands.extend(filters::filters_ui(ui, state, plan));
    commands
}

fn head_ui(ui: &mut Ui, state: &State, n_shown: usize) {
    let count = if n_shown == state.articles.len() {
        numbers::grouped(n_shown)
    } else {
        format!("{n_shown} of {}", state.articles.len())
    };
    ui.add_space(style::SPACE_M);
    widgets::inset_ui(ui, |ui| widgets::section_head(ui, "Articles", &count));
}

fn list_ui(
    ui: &mut Ui,
    state: &State,
    drafts: &mut Drafts,
    shown: &[&Article],
    height_px: f32,
) -> Vec<Command> {
    let mut commands = Vec::new();
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical()
        .id_salt("articles")
        .max_height(height_px)
        .auto_shrink([false, true])
        .show_rows(ui, ROW_PX, shown.len(), |ui, rows| {
            scroll_to_selected(ui, state, shown, &rows);
            for row in rows {
                commands.extend(row_ui(ui, state, drafts, shown, row));
            }
        });
    commands
}

fn shown_articles(state: &State) -> Vec<&Article> {
    match &state.visible {
        Some(visible) => {
            let indexes = visible.articles.iter();
            indexes
                .filter_map(|index| state.articles.get(*index))
                .collect()
        }
        None => state.articles.iter().collect(),
    }
}

/// Articles selected elsewhere, with an event or in the reader, come into sight.
fn scroll_to_selected(ui: &Ui, state: &State, shown: &[&Article], rows: &Range<usize>) {
    let id = Id::unique("articles scrolled to");
    let selected = &state.selection.articles;
    let before: Option<BTreeSet<ArticleId>> = ui.data(|data| data.get_temp(id));
    if before.as_ref() == Some(selected) {
        return;
    }
    ui.data_mut(|data| data.insert_temp(id, selected.clone()));
    let place = |row: usize| {
        let top = ui.max_rect().top() + (row as f32 - rows.start as f32) * ROW_PX;
        Rect::from_min_size(pos2(ui.max_rect().left(), top), vec2(1.0, ROW_PX))
    };
    let chosen = shown.iter().enumerate();
    let chosen = chosen.filter(|(_, article)| selected.contains(&article.id));
    let mut places = chosen.map(|(row, _)| place(row)).peekable();
    let first = places.peek().copied();
    let sight = ui.clip_rect().y_range();
    if let Some(first) = first
        && !places.any(|place| sight.contains(place.top()) && sight.contains(place.bottom()))
    {
        ui.scroll_to_rect(first, None);
    }
}

fn row_ui(
    ui: &mut Ui,
    state: &State,
    drafts: &mut Drafts,
    shown: &[&Article],
    row: usize,
) -> Vec<Command> {
    let Some(article) = shown.get(row) else {
        return Vec::new();
    };
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), ROW_PX), Sense::click());
    let is_selected = state.selection.articles.contains(&article.id);
    response.widget_info(|| {
        WidgetInfo::selected(Role::ListBoxOption, true, is_selected, row_name(article))
    });
    if ui.is_rect_visible(rect) {
        paint_row(ui, state, article, rect, (is_selected, &response));
    }
    let mut commands = Vec::new();
    if response.double_clicked() {
        commands.push(Command::Read(article.id, None));
    } else if response.clicked() || (response.secondary_clicked() && !is_selected) {
        commands.push(Command::SelectArticles(picked(
            ui, state, drafts, shown, row,
        )));
    }
    response.context_menu(|ui| commands.extend(context_ui(ui, state, article)));
    response.on_hover_text(tooltip(state, article));
    commands
}

/// What a click selects: one; with Ctrl one more or less; with Shift all from the last click on.
fn picked(
    ui: &Ui,
    state: &State,
    drafts: &mut Drafts,
    shown: &[&Article],
    row: usize,
) -> Vec<ArticleId> {
    let Some(article) = shown.get(row) else {
        return Vec::new();
    };
    let modifiers = ui.input(|input| input.modifiers);
    if modifiers.shift {
        let anchor = drafts.anchor.unwrap_or(row);
        let range = anchor.min(row)..=anchor.max(row);
        let between = shown.get(range).unwrap_or_default();
        return between.iter().map(|article| article.id).collect();
    }
    drafts.anchor = Some(row);
    if !modifiers.command {
        return vec![article.id];
    }
    let mut selected = state.selection.articles.clone();
    if !selected.remove(&article.id) {
        selected.insert(article.id);
    }
    selected.into_iter().collect()
}

fn context_ui(ui: &mut Ui, state: &State, article: &Article) -> Vec<Command> {
    let mut ids: Vec<ArticleId> = state.selection.articles.iter().copied().collect();
    if !ids.contains(&article.id) {
        ids = vec![article.id];
    }
    let many = if ids.len() == 1 {
        String::new()
    } else {
        format!(" of {}", ids.len())
    };
    let mut commands = Vec::new();
    if ui.button("Open in reader").clicked() {
        commands.push(Command::Read(article.id, None));
    }
    if ui
        .button(format!("Date, title and source{many}…"))
        .clicked()
    {
        commands.push(Command::OpenDialog(Dialog::Details(ids.clone())));
    }
    commands.extend(inferred::accept_button_ui(ui, state, &ids));
    ui.separator();
    if ui.button(format!("Remove{many} from the set")).clicked() {
        commands.push(Command::Remove(ids));
    }
    commands
}

fn paint_row(
    ui: &Ui,
    state: &State,
    article: &Article,
    rect: Rect,
    (is_selected, response): (bool, &Response),
) {
    let palette = style::palette(ui);
    let ground = rect.shrink2(vec2(8.0, 2.0));
    if is_selected {
        ui.painter()
            .rect_filled(ground, style::RADIUS_S, palette.selection);
    } else if response.hovered() {
        ui.painter()
            .rect_filled(ground, style::RADIUS_S, palette.raised);
    }
    if response.has_focus() {
        let edge = (1.5, palette.accent);
        ui.painter().rect_stroke(
            ground,
            style::RADIUS_S,
            edge,
            eframe::egui::StrokeKind::Inside,
        );
    }
    let is_later = state
        .view
        .as_of
        .is_some_and(|day| !is_known_by(article, day));
    let fade = |color: Color32| if is_later { palette.faint } else { color };
    let (left, right) = (rect.left() + EDGE_PX, rect.right() - EDGE_PX);
    let title_font = style::regular(style::BODY_PX);
    line(
        ui,
        pos2(left, rect.top() + 8.0),
        right - left,
        &article.title,
        (title_font, fade(palette.text)),
    );
    let (date, is_sure) = date_words(article);
    let font = if is_sure {
        style::regular(style::SECONDARY_PX)
    } else {
        style::italic(style::SECONDARY_PX)
    };
    let color = if is_sure {
        palette.secondary
    } else {
        palette.warning
    };
    let date = ui.painter().layout_no_wrap(date, font, fade(color));
    let date_left = right - date.size().x;
    let y = rect.top() + 27.0;
    ui.painter().galley(pos2(date_left, y), date, color);
    let source = article.source.as_deref().unwrap_or("no source");
    let source_look = (style::regular(style::SECONDARY_PX), fade(palette.secondary));
    line(
        ui,
        pos2(left, y),
        date_left - style::SPACE_S - left,
        source,
        source_look,
    );
}

/// One line, cut with an ellipsis where it is too long.
fn line(ui: &Ui, at: eframe::egui::Pos2, width_px: f32, words: &str, look: (FontId, Color32)) {
    let (font, color) = look;
    let mut job = LayoutJob::simple_singleline(words.to_owned(), font, color);
    job.wrap = TextWrapping::truncate_at_width(width_px.max(0.0));
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(at, galley, color);
}

/// The date in short and whether it is as the article or the reader says.
fn date_words(article: &Article) -> (String, bool) {
    match &article.published.when {
        None => ("no date: set".to_owned(), false),
        Some(when) => (when.in_short(), article.published.basis < Basis::Inferred),
    }
}

fn row_name(article: &Article) -> String {
    let source = article.source.as_deref().unwrap_or("no source");
    let (date, is_sure) = date_words(article);
    let inferred = match &article.published.when {
        Some(_) if !is_sure => ", inferred",
        _ => "",
    };
    format!("{}, {source}, {date}{inferred}", article.title)
}

fn tooltip(state: &State, article: &Article) -> String {
    let date = match &article.published.when {
        _ if inferred::of(state, article).is_some() => inferred::words(state, article),
        Some(when) => format!("{} ({})", when.in_words(), article.published.basis.words()),
        None => "Publication date not known: Ctrl+D sets it".to_owned(),
    };
    format!("{}\n{date}\n{}", article.title, article.path)
}
