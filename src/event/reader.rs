//! Reads an article's sentences one by one and drafts the mentions it finds.

use jiff::civil::Date;

use crate::model::{Article, Mention, Name, Span, Status, Timex, TimexType, When};
use crate::text::grammar::TextGrammar;
use crate::text::{Document, Tense, VerbGroup, WordClass};

use super::antecedent::Antecedent;
use super::arguments::{arguments, reaction};
use super::clause::Link;
use super::date::date;
use super::date_past::taken_back;
use super::echo::{Echo, echo};
use super::lexicon::{ACTION, Class, Grammar, Triggers};
use super::status::{chain, status};
use super::support::Found;
use super::title::{Subject, title, title_with_verb};
use super::title_pronoun::persons_meant;
use super::trigger::{Candidate, candidates, report};
use super::view::View;

const QUOTES: [&str; 3] = ["“", "”", "\""];

/// A mention with what choosing among mentions needs.
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts that only weigh in the choice"
)]
pub(super) struct Draft {
    pub(super) mention: Mention,
    /// Number of its sentence.
    pub(super) sentence: usize,
    pub(super) clause: usize,
    pub(super) is_strong: bool,
    pub(super) is_noun: bool,
    pub(super) is_passive: bool,
    /// Whether the sentence itself dates it.
    pub(super) has_own_date: bool,
    /// The verb group it is or hangs on.
    pub(super) group: Option<usize>,
    /// The verb group of its sentence that it goes with, by a form in -ing: `came home, finding …`.
    pub(super) goes_with: Option<usize>,
    /// Whether its verb is only a carrier for nouns.
    pub(super) is_light: bool,
    /// A noun that the verb of its clause only speaks of.
    pub(super) is_spoken_of: bool,
    pub(super) is_heading: bool,
    /// Told in passing, without what an event of the story has.
    pub(super) is_minor: bool,
    /// Whether only a time of the day dates it (`by 8:30 pm`), on whatever day.
    pub(super) is_by_clock: bool,
    /// A noun that names what the event of its verb was part of (`killed in the riot`).
    pub(super) is_circumstance: bool,
    /// A noun that names why the event of its verb happened (`closed because of the storm`).
    pub(super) is_cause: bool,
    /// In a clause that describes somebody or something (`, which …`).
    pub(super) is_relative: bool,
    /// In the first sentence of the article.
    pub(super) is_opening: bool,
    pub(super) told: Told,
}

/// How the author, not a speaker, tells what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// In the simple past, as the next step of a story.
    Step,
    /// In the present perfect, as news.
    News,
    Otherwise,
}

/// What is known of the whole article.
pub(super) struct Reader<'a> {
    pub(super) article: &'a Article,
    pub(super) names: &'a [Name],
    pub(super) timexes: &'a [Timex],
}

impl Reader<'_> {
    /// The drafts, and what may only come back to an event, if the article tells it.
    pub(super) fn drafts(&self, document: &Document) -> (Vec<Draft>, Vec<Echo>) {
        let grammar = TextGrammar::new(&self.article.text, &document.sentences);
        let mut found = Vec::new();
        let mut echoes = Vec::new();
        let mut opening = None;
        let mut antecedent: Option<Antecedent<'_>> = None;
        for (number, sentence) in document.sentences.iter().enumerate() {
            if self.article.is_boilerplate(sentence.span) || 400 < sentence.tokens.len() {
                continue;
            }
            let numbered = (number, sentence);
            let text = &self.article.text;
            let view = View::new(text, numbered, self.names, self.timexes, &grammar);
            for candidate in all_candidates(&view) {
                match self.draft(&view, &candidate, number, antecedent.as_ref()) {
                    Some(draft) => found.push(draft),
                    None => echoes.extend(echo(self.article.id, &view, &candidate)),
                }
            }
            if !sentence.is_heading {
                opening.get_or_insert(number);
            }
            antecedent = Antecedent::after(view, antecedent);
        }
        for draft in &mut found {
            draft.is_opening = Some(draft.sentence) == opening;
        }
        (found, echoes)
    }

    /// Whether what is told as a fact is dated after the publication.
    fn lies_ahead(&self, status: Status, when: Option<&When>) -> bool {
        let is_open = matches!(status, Status::Happened | Status::Ongoing);
        let published = self.article.published.day();
        let first = when.and_then(When::earliest);
        is_open && published.zip(first).is_some_and(|(day, first)| day < first)
    }

    fn draft(
        &self,
        view: &View<'_>,
        candidate: &Candidate,
        number: usize,
        antecedent: Option<&Antecedent<'_>>,
    ) -> Option<Draft> {
        let (mut status, status_span) = status(view, candidate)?;
        let published = self.article.published.day();
        let dated = date(view, candidate, status, published);
        let dated = taken_back(dated, view, candidate, status, published);
        let mut arguments = arguments(view, candidate);
        let found = Found {
            view,
            candidate,
            dated: &dated,
            arguments: &arguments,
            status,
            sentence: number,
        };
        let is_supported = !candidate.is_aside && found.is_supported();
        if !is_supported && !found.is_told_aside() {
            return None;
        }
        let outer = chain(view, candidate).last().copied();
        if self.lies_ahead(status, dated.when.as_ref()) {
            status = Status::Planned;
        }
        let subject = Subject {
            participants: &arguments.participants,
            places: &arguments.places,
            status,
            antecedent,
        };
        let class = Triggers::get().classes.get(candidate.class)?;
        let (title, is_minor) = headline(&found, &subject, is_supported)?;
        arguments.add_participants(persons_meant(view, candidate.first, antecedent));
        let mention = Mention {
            article: self.article.id,
            excerpt: view.sentence.span,
            trigger: trigger_span(view, candidate),
            lemma: candidate.lemma.clone(),
            class: class_id(class, candidate),
            kind: candidate.kind,
            status,
            status_span,
            title,
            when: dated.when,
            timex: dated.timex,
            why: dated.why,
            places: arguments.places,
            participants: arguments.participants,
            quantities: arguments.quantities,
            salience: 0.0,
        };
        Some(Draft {
            sentence: number,
            has_own_date: dated.is_own,
            is_by_clock: is_by_clock(view, &mention, published),
            is_minor,
            told: told(view, candidate, outer),
            ..weigh(view, candidate, class, mention)
        })
    }
}

/// The words that name the event; the last of a phrase whose verb alone does not (`left five dead`), unless that is a
/// small word (`checked herself into`).
fn trigger_span(view: &View<'_>, candidate: &Candidate) -> Span {
    let is_named = Triggers::get()
        .verb(&candidate.lemma)
        .is_some_and(|sense| sense.is_strong);
    let is_small = |at: &usize| {
        matches!(
            view.class(*at),
            Some(WordClass::Preposition | WordClass::Adverb | WordClass::Subordinator)
        )
    };
    let complement = candidate.complement.filter(|at| !is_named && !is_small(at));
    match complement {
        Some(at) => view.span(at, at),
        None => view.span(candidate.first, candidate.last),
    }
}

/// The headline, and whether it says too little for more than a minor event; none for what is no event.
fn headline(
    found: &Found<'_, '_>,
    subject: &Subject<'_, '_>,
    is_supported: bool,
) -> Option<(String, bool)> {
    let (view, candidate) = (found.view, found.candidate);
    let mut title = title(view, candidate, subject);
    let is_minor = !is_supported || title.is_empty() || !found.is_told_enough(&title);
    if is_minor && candidate.is_noun && !title.contains(' ') {
        title = title_with_verb(view, candidate, subject);
    }
    let is_empty = title.is_empty() || is_minor && !found.is_worth_an_aside(&title);
    (!is_empty).then_some((title, is_minor))
}

/// The mention with what its own sentence says of its weight.
fn weigh(view: &View<'_>, candidate: &Candidate, class: &Class, mention: Mention) -> Draft {
    let group = candidate.group.and_then(|at| view.sentence.verbs.get(at));
    Draft {
        sentence: 0,
        clause: view.clause_of(candidate.first),
        is_strong: candidate.is_strong,
        is_noun: candidate.is_noun,
        is_passive: group.is_some_and(|group| group.is_passive),
        has_own_date: false,
        group: candidate.group,
        goes_with: goes_with(view, candidate),
        is_light: is_light(candidate, class, group),
        is_spoken_of: reaction(view, candidate).is_some(),
        is_heading: view.sentence.is_heading,
        is_by_clock: false,
        is_circumstance: candidate.is_noun && is_around(view, candidate, group),
        is_cause: candidate.is_noun && is_cause(view, candidate, group),
        is_relative: view
            .clauses
            .get(view.clause_of(candidate.first))
            .is_some_and(|clause| clause.link == Link::Relative),
        is_opening: false,
        is_minor: false,
        told: Told::Otherwise,
        mention,
    }
}

/// `at 14:00`, `around 8:30 p.m. local time`: no word says which day.
fn is_by_clock(view: &View<'_>, mention: &Mention, published: Option<Date>) -> bool {
    let timex = (view.timexes.iter()).find(|timex| Some(timex.span) == mention.timex);
    let words = &Grammar::get().clock_words;
    timex.is_some_and(|timex| {
        let is_of_publication = timex.counts_from_publication
            || published.is_some_and(|day| {
                let latest = timex.when.as_ref().and_then(When::latest);
                latest == Some(day)
            });
        let text = timex.span.of(view.text).to_lowercase();
        let mut parts = text.split(|c: char| !c.is_alphanumeric());
        let is_clock = |part: &str| {
            part.trim_start_matches(|c: char| c.is_ascii_digit())
                .is_empty()
                || words.contains(part.trim_start_matches(|c: char| c.is_ascii_digit()))
        };
        timex.kind == TimexType::Time && is_of_publication && parts.all(is_clock)
    })
}

/// `was murdered a few weeks after posting it`: it has a day of its own, counted from another event.
fn counts_from_other(view: &View<'_>, candidate: &Candidate) -> bool {
    let grammar = Grammar::get();
    let clause = view.clause_of(candidate.first);
    view.timexes.iter().any(|timex| {
        let (first, last) = view.tokens_of(timex.span);
        let next = view.word(last + 1);
        timex.kind == TimexType::Duration
            && candidate.last < first
            && view.clause_of(first) == clause
            && (grammar.offset_later.contains(next) || grammar.offset_earlier.contains(next))
    })
}

fn goes_with(view: &View<'_>, candidate: &Candidate) -> Option<usize> {
    let is_earlier = |at: usize| Grammar::get().apart_openers.contains(view.word(at));
    let is_verb = !candidate.is_noun;
    let syntax = is_verb.then(|| view.syntax()).flatten()?;
    view.group_at(syntax.goes_with(candidate.first, is_earlier)?)
}

fn is_around(view: &View<'_>, candidate: &Candidate, group: Option<&VerbGroup>) -> bool {
    let after = group.map_or(candidate.first, |group| group.last + 1);
    let mut before = (after..candidate.first).rev();
    let last = before.find(|at| matches!(view.class(*at), Some(WordClass::Preposition)));
    last.is_some_and(|at| Grammar::get().within.contains(view.word(at)))
}

fn is_cause(view: &View<'_>, candidate: &Candidate, group: Option<&VerbGroup>) -> bool {
    let mut between = group.map_or(candidate.first, |group| group.last + 1)..candidate.first;
    between.any(|at| Grammar::get().causes.contains(view.word(at)))
}

/// The id that tells mentions of one kind of event: that of the class, with the verb if no list names it.
fn class_id(class: &Class, candidate: &Candidate) -> String {
    if class.id == ACTION {
        format!("{ACTION}-{}", candidate.lemma)
    } else {
        class.id.clone()
    }
}

fn all_candidates(view: &View<'_>) -> Vec<Candidate> {
    let reports = (0..view.sentence.verbs.len()).filter_map(|group| report(view, group));
    let mut all: Vec<Candidate> = reports.collect();
    let reported: Vec<usize> = all
        .iter()
        .filter_map(|r| r.group.map(|group| group + 1))
        .collect();
    let others = candidates(view).into_iter().filter(|candidate| {
        candidate.is_noun
            || candidate
                .group
                .is_none_or(|group| !reported.contains(&group))
    });
    all.extend(others);
    all
}

/// Whether the verb only carries the noun that names the event; a phrase does if its class is one of
/// changes to other events (`called off`).
fn is_light(candidate: &Candidate, class: &Class, group: Option<&VerbGroup>) -> bool {
    let grammar = Grammar::get();
    let is_apart = candidate.complement.is_some();
    let is_phrase = (candidate.first < candidate.last || is_apart) && !candidate.is_noun;
    if is_phrase {
        return grammar.carriers.contains(&class.id);
    }
    group.is_some_and(|group| grammar.light.contains(&group.lemma))
}

/// `outer` is the verb that gives the candidate its tense. What is quoted or stands after `after` is no
/// step of the story.
fn told(view: &View<'_>, candidate: &Candidate, outer: Option<&VerbGroup>) -> Told {
    let clause = view.clauses.get(view.clause_of(candidate.first));
    let opens_earlier =
        clause.is_some_and(|c| Grammar::get().earlier_openers.contains(view.word(c.first)));
    let marks = (0..candidate.first).filter(|at| QUOTES.contains(&view.word(*at)));
    if opens_earlier || marks.count() % 2 == 1 || counts_from_other(view, candidate) {
        return Told::Otherwise;
    }
    let own = candidate.group.and_then(|at| view.sentence.verbs.get(at));
    // `Reports say nine people were hurt`
    let is_reported = |group: &VerbGroup| {
        let is_past = own.is_some_and(|own| own.tense == Tense::Past && !own.is_perfect);
        is_past && Grammar::get().speech.contains(&group.lemma)
    };
    match outer.map(|group| (group.tense, group.is_perfect, group.modal.is_some())) {
        Some((Tense::Past, false, false)) => Told::Step,
        Some((Tense::Present, false, false)) if outer.is_some_and(is_reported) => Told::Step,
        Some((Tense::Present, true, false)) => Told::News,
        _ => Told::Otherwise,
    }
}
