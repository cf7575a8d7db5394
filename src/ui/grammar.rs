//! The grammar of one sentence of the article in the reader view: a tree as arcs above its words.

use std::sync::Arc;

use eframe::egui::{self, Frame, Id, Margin, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo};

use super::ink::Ink;
use super::memo::{Same, memo};
use super::paint::{paint_scene, screen_rect};
use super::parts::{BODY_PX, HEAD_PX, SMALL_PX, link, words};
use super::reader_marks::focus;
use crate::layout::{ArcWord, Arcs, FontMeasure, Weight, arcs};
use crate::model::Article;
use crate::scene::{Theme, grammar};
use crate::session::{Command, Sentences, State, Tree, TreeWord};

/// A tree and where its parts stand.
#[derive(Debug)]
struct Drawn {
    tree: Tree,
    arcs: Arcs,
}

/// Shows the sentence that was clicked, else the excerpt in focus, else the first.
pub(super) fn grammar_ui(ui: &mut Ui, state: &State, theme: &Theme) -> Vec<Command> {
    let ink = Ink::of(theme);
    let Some(article) = state.reader.and_then(|id| state.article(id)) else {
        return Vec::new();
    };
    let id = ui.scope_id().with("grammar");
    let key = Same(Arc::clone(&article.text));
    let sentences = memo(ui.ctx(), id.with("sentences"), key, |_| {
        Sentences::of(article)
    });
    let Some(index) = sentences.at(looked_at(state, article)) else {
        remark_ui(ui, "This article has no sentences", &ink);
        return Vec::new();
    };
    let key = (Same(Arc::clone(&article.text)), index);
    let drawn = memo(ui.ctx(), id.with("tree"), key, |_| drawn(&sentences, index));
    let commands = head_ui(ui, &sentences, index, &drawn, &ink);
    if !drawn.tree.is_understood() {
        remark_ui(ui, "Nothing is known of the grammar of these words", &ink);
        return commands;
    }
    ScrollArea::both()
        .id_salt((id, index))
        .auto_shrink([false, false])
        // The words come first, however high their tree is.
        .stick_to_bottom(true)
        .show(ui, |ui| tree_ui(ui, id, &drawn, theme, &ink));
    commands
}

fn remark_ui(ui: &mut Ui, remark: &str, ink: &Ink) {
    ui.centered_and_justified(|ui| {
        ui.label(words(remark, BODY_PX, Weight::Regular, ink.secondary));
    });
}

/// The byte whose sentence is shown.
fn looked_at(state: &State, article: &Article) -> usize {
    let excerpt = || {
        let (event, index) = focus(state, article.id)?;
        Some(event.mentions.get(index)?.trigger.start)
    };
    state.pointed.or_else(excerpt).unwrap_or(0)
}

fn drawn(sentences: &Sentences, index: usize) -> Drawn {
    let tree = sentences.tree(index);
    let placed: Vec<ArcWord<'_>> = tree
        .words
        .iter()
        .map(|word| ArcWord {
            words: &word.words,
            class: word.class,
            lemma: shown_lemma(word),
            head: word.head,
            relation: word.relation,
        })
        .collect();
    let arcs = arcs(&placed, FontMeasure::bundled());
    Drawn { tree, arcs }
}

/// The base form, where it tells something new.
fn shown_lemma(word: &TreeWord) -> &str {
    let is_same = word.lemma.to_lowercase() == word.words.to_lowercase();
    if is_same { "" } else { &word.lemma }
}

fn head_ui(
    ui: &mut Ui,
    sentences: &Sentences,
    index: usize,
    drawn: &Drawn,
    ink: &Ink,
) -> Vec<Command> {
    let mut commands = Vec::new();
    let margin = Margin::symmetric(16, 6);
    Frame::NONE.inner_margin(margin).show(ui, |ui| {
        ui.horizontal(|ui| {
            let head = words("GRAMMAR", HEAD_PX, Weight::Semibold, ink.secondary);
            ui.label(head.extra_letter_spacing(0.4));
            ui.label(words(told(drawn), SMALL_PX, Weight::Regular, ink.secondary));
            let right = egui::Layout::right_to_left(egui::Align::Center);
            ui.with_layout(right, |ui| {
                if link(ui, ink, "Hide").on_hover_text("Ctrl+4").clicked() {
                    commands.push(Command::ShowGrammar(false));
                }
                let to = |index: Option<usize>| {
                    let span = index.and_then(|index| sentences.span(index));
                    span.map(|span| Command::PointAt(span.start))
                };
                commands.extend(step_ui(ui, ink, "›", "Next sentence", to(Some(index + 1))));
                let of = format!("sentence {} of {}", index + 1, sentences.len());
                ui.label(words(of, SMALL_PX, Weight::Regular, ink.secondary));
                let before = to(index.checked_sub(1));
                commands.extend(step_ui(ui, ink, "‹", "Previous sentence", before));
            });
        });
    });
    commands
}

fn told(drawn: &Drawn) -> String {
    match drawn.tree.n_left_out {
        0 => "Click a sentence above; point at a word for its forms".to_owned(),
        n => format!("The last {n} words of this sentence are left out"),
    }
}

fn step_ui(
    ui: &mut Ui,
    ink: &Ink,
    sign: &str,
    name: &str,
    command: Option<Command>,
) -> Option<Command> {
    let shown = ui.add_enabled_ui(command.is_some(), |ui| link(ui, ink, sign));
    let response = shown.inner.on_hover_text(name);
    let is_enabled = command.is_some();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, is_enabled, name));
    response.clicked().then_some(command).flatten()
}

fn tree_ui(ui: &mut Ui, id: Id, drawn: &Drawn, theme: &Theme, ink: &Ink) {
    let (width_px, height_px) = (drawn.arcs.width_px, drawn.arcs.height_px);
    // A low tree stands at the foot of its panel, a narrow one at the left.
    let room = ui.available_size();
    let size = egui::vec2(width_px.max(room.x), height_px.max(room.y));
    let (_, rect) = ui.allocate_space(size);
    let origin = egui::pos2(rect.left(), rect.bottom() - height_px);
    let pointer = ui.ctx().pointer_hover_pos();
    let pointer = pointer.filter(|at| ui.clip_rect().contains(*at));
    let place = |index: usize| -> Option<Rect> {
        let word = drawn.arcs.words.get(index)?;
        Some(screen_rect(origin, word.bounds).expand2(egui::vec2(6.0, 0.0)))
    };
    let all = 0..drawn.arcs.words.len();
    let mut focus = pointer.and_then(|at| {
        all.clone()
            .find(|index| place(*index).is_some_and(|place| place.contains(at)))
    });
    for (index, word) in drawn.tree.words.iter().enumerate() {
        let Some(place) = place(index).filter(|place| ui.is_rect_visible(*place)) else {
            continue;
        };
        let response = ui.interact(place, id.with(("word", index)), Sense::FOCUSABLE);
        let name = spoken(index, word, &drawn.tree);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
        if response.has_focus() {
            focus = Some(index);
        }
        response.on_hover_ui(|ui| tip_ui(ui, index, word, &drawn.tree, ink));
    }
    let scene = grammar(&drawn.arcs, theme, focus);
    paint_scene(&ui.painter_at(ui.clip_rect()), origin, &scene);
}

/// `sank, VERB, nsubj of "ferry"`, and the name it is part of.
fn spoken(index: usize, word: &TreeWord, tree: &Tree) -> String {
    let told = format!("{}, {}, {}", word.words, word.class, relation(word, tree));
    match named(index, tree) {
        name if name.is_empty() => told,
        name => format!("{told}, {name}"),
    }
}

/// `Baltic Sea: place`; empty outside of names.
fn named(index: usize, tree: &Tree) -> String {
    let name = tree.name_of(index);
    name.map_or_else(String::new, |(words, class)| format!("{words}: {class}"))
}

/// `clause of “sank”`; empty for that word itself.
fn clause(index: usize, word: &TreeWord, tree: &Tree) -> String {
    let predicate = word.clause.filter(|clause| *clause != index);
    let predicate = predicate.and_then(|clause| tree.words.get(clause));
    predicate.map_or_else(String::new, |word| format!("clause of “{}”", word.words))
}

fn relation(word: &TreeWord, tree: &Tree) -> String {
    let head = word.head.and_then(|head| tree.words.get(head));
    match head {
        Some(head) => format!("{} of “{}”", word.relation, head.words),
        None => word.relation.to_owned(),
    }
}

fn tip_ui(ui: &mut Ui, index: usize, word: &TreeWord, tree: &Tree, ink: &Ink) {
    ui.spacing_mut().item_spacing.y = 3.0;
    let class = format!("{} · {}", word.class, word.fine_class);
    for (line, weight, color) in [
        (word.words.clone(), Weight::Semibold, ink.text),
        (class, Weight::Regular, ink.secondary),
        (relation(word, tree), Weight::Regular, ink.text),
        (clause(index, word, tree), Weight::Regular, ink.secondary),
        (named(index, tree), Weight::Regular, ink.text),
        (
            format!("base form {}", word.lemma),
            Weight::Regular,
            ink.secondary,
        ),
        (
            word.forms.replace('|', "\n"),
            Weight::Regular,
            ink.secondary,
        ),
    ] {
        if !line.is_empty() {
            ui.label(words(line, SMALL_PX, weight, color));
        }
    }
}
