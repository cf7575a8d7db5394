//! Reads an article's sentences one by one and drafts the mentions it finds.

use crate::model::{Article, Kind, Mention, Name, NameClass, Span, Status, Timex, When};
use crate::text::{Document, Tense, VerbGroup, WordClass};

use super::arguments::{Arguments, arguments};
use super::date::{Dated, date};
use super::lexicon::{ACTION, Grammar, Triggers};
use super::status::{chain, status};
use super::title::{Subject, title};
use super::trigger::{Candidate, candidates, report};
use super::view::View;

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
    /// Whether the sentence itself dates it.
    pub(super) has_own_date: bool,
    /// The verb group it is or hangs on.
    pub(super) group: Option<usize>,
    /// Whether its verb is only a carrier for nouns.
    pub(super) is_light: bool,
    pub(super) is_heading: bool,
}

/// What is known of the whole article.
pub(super) struct Reader<'a> {
    pub(super) article: &'a Article,
    pub(super) names: &'a [Name],
    pub(super) timexes: &'a [Timex],
}

impl Reader<'_> {
    pub(super) fn drafts(&self, document: &Document) -> Vec<Draft> {
        let mut found = Vec::new();
        let mut antecedent: Option<String> = None;
        for (number, sentence) in document.sentences.iter().enumerate() {
            if self.article.is_boilerplate(sentence.span) || 400 < sentence.tokens.len() {
                continue;
            }
            let view = View::new(&self.article.text, sentence, self.names, self.timexes);
            for candidate in all_candidates(&view) {
                found.extend(self.draft(&view, &candidate, number, antecedent.as_deref()));
            }
            antecedent = subject_name(&view).or(antecedent);
        }
        found
    }

    fn draft(
        &self,
        view: &View<'_>,
        candidate: &Candidate,
        number: usize,
        antecedent: Option<&str>,
    ) -> Option<Draft> {
        let (mut status, status_span) = status(view, candidate)?;
        let published = self.article.published.day();
        let dated = date(view, candidate, status, published);
        let arguments = arguments(view, candidate);
        let is_state = is_lasting_lack(view, candidate, &dated, status);
        if is_state || !is_supported(view, candidate, &dated, &arguments, status) {
            return None;
        }
        let is_ahead = |when: &When| published.zip(when.earliest()).is_some_and(|(p, e)| p < e);
        let is_open = matches!(status, Status::Happened | Status::Ongoing);
        let group = candidate.group.and_then(|at| view.sentence.verbs.get(at));
        let is_past = chain(view, candidate)
            .last()
            .is_some_and(|group| group.tense == Tense::Past);
        if is_open && !is_past && dated.when.as_ref().is_some_and(is_ahead) {
            status = Status::Planned;
        }
        let subject = Subject {
            participants: &arguments.participants,
            places: &arguments.places,
            status,
            antecedent,
        };
        let class = Triggers::get().classes.get(candidate.class)?;
        let mention = Mention {
            article: self.article.id,
            excerpt: view.sentence.span,
            trigger: view.span(candidate.first, candidate.last),
            lemma: candidate.lemma.clone(),
            class: if class.id == ACTION {
                format!("{ACTION}-{}", candidate.lemma)
            } else {
                class.id.clone()
            },
            kind: class.kind(),
            status,
            status_span,
            title: title(view, candidate, &subject),
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
            clause: view.clause_of(candidate.first),
            is_strong: candidate.is_strong,
            is_noun: candidate.is_noun,
            has_own_date: dated.is_own,
            group: candidate.group,
            is_light: group.is_some_and(|group| Grammar::get().light.contains(&group.lemma)),
            is_heading: view.sentence.is_heading,
            mention,
        })
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

/// Whether the sentence gives enough to call the candidate an event.
fn is_supported(
    view: &View<'_>,
    candidate: &Candidate,
    dated: &Dated,
    arguments: &Arguments,
    status: Status,
) -> bool {
    if candidate.is_report {
        return true;
    }
    let has_name = !arguments.participants.is_empty() || !arguments.places.is_empty();
    let group = candidate.group.and_then(|at| view.sentence.verbs.get(at));
    if candidate.is_noun {
        return is_supported_noun(view, candidate, dated, has_name);
    }
    let Some(group) = group else {
        return false;
    };
    if is_first_person(view, candidate) && !dated.is_close {
        return false;
    }
    let is_bare_present = group.tense == Tense::Present
        && !group.is_perfect
        && !group.is_progressive
        && group.modal.is_none()
        && !group.is_passive;
    let is_stative = is_bare_present && !view.sentence.is_heading;
    match (candidate.is_strong, is_stative) {
        (true, false) => {
            dated.is_own || has_name || matches!(status, Status::Happened | Status::Denied)
        }
        (true, true) => dated.is_close || starts_with_name(view, group.first),
        (false, false) => {
            dated.is_close && group.modal.is_none()
                || has_name && is_eventive(view, candidate, arguments)
                || group.tense == Tense::Past && is_told_of_something(view, candidate, group)
        }
        (false, true) => dated.is_close,
    }
}

/// `has not won since 1998` tells how things stand, not what came to nothing on a day.
fn is_lasting_lack(
    view: &View<'_>,
    candidate: &Candidate,
    dated: &Dated,
    status: Status,
) -> bool {
    let group = candidate.group.and_then(|at| view.sentence.verbs.get(at));
    let is_since = dated.timex.is_some_and(|timex| {
        let (first, _) = view.tokens_of(timex);
        let before = first.checked_sub(1).map_or("", |at| view.word(at));
        view.word(first) == "since" || before == "since"
    });
    status == Status::Denied && is_since && group.is_some_and(|group| group.is_perfect)
}

/// What a speaker says of himself is opinion more often than event.
fn is_first_person(view: &View<'_>, candidate: &Candidate) -> bool {
    let Some(clause) = view.clauses.get(view.clause_of(candidate.first)) else {
        return false;
    };
    (clause.first..=clause.last).any(|at| ["i", "we", "you"].contains(&view.word(at)))
}

/// A weak verb counts with a name as its subject, in a tense that tells of one time.
fn is_eventive(view: &View<'_>, candidate: &Candidate, arguments: &Arguments) -> bool {
    let Some(group) = candidate.group.and_then(|at| view.sentence.verbs.get(at)) else {
        return false;
    };
    let is_told = matches!(group.tense, Tense::Past | Tense::Future)
        || group.is_perfect
        || group.is_progressive;
    let trigger = view.span(candidate.first, candidate.last);
    let is_near = arguments
        .participants
        .iter()
        .chain(&arguments.places)
        .any(|name| {
            let gap = if name.span.end <= trigger.start {
                trigger.start - name.span.end
            } else {
                name.span.start.saturating_sub(trigger.end)
            };
            gap < 40
        });
    let has_actor = is_near || has_counted_or_known_subject(view, group.first);
    has_actor && is_told || is_near && view.sentence.is_heading
}

/// A listed verb with its object, or in the passive: `firefighters rescued …`, `the road was closed`.
fn is_told_of_something(view: &View<'_>, candidate: &Candidate, group: &VerbGroup) -> bool {
    let classes = &Triggers::get().classes;
    let is_listed = classes
        .get(candidate.class)
        .is_some_and(|class| class.id != ACTION && class.kind() != Kind::Other);
    let has_object = matches!(
        view.class(candidate.last + 1),
        Some(WordClass::Determiner | WordClass::Number)
    ) && view.word(candidate.last + 1) != "many";
    is_listed && !group.is_negated && group.modal.is_none() && (group.is_passive || has_object)
}

/// `112 inmates escaped`, `she resigned`: the subject is counted or was named before.
fn has_counted_or_known_subject(view: &View<'_>, before: usize) -> bool {
    let clause = view.clauses.get(view.clause_of(before));
    let first = clause.map_or(0, |clause| clause.first);
    (first.max(before.saturating_sub(5))..before).any(|at| {
        let is_counted = matches!(view.class(at), Some(WordClass::Number)) && !view.is_time(at);
        is_counted || ["he", "she", "they", "it"].contains(&view.word(at))
    })
}

fn starts_with_name(view: &View<'_>, before: usize) -> bool {
    let clause = view.clauses.get(view.clause_of(before));
    let first = clause.map_or(0, |clause| clause.first);
    (first..before).any(|at| view.name_at(at).is_some())
}

fn is_supported_noun(
    view: &View<'_>,
    candidate: &Candidate,
    dated: &Dated,
    has_name: bool,
) -> bool {
    let group = candidate.group.and_then(|at| view.sentence.verbs.get(at));
    let grammar = Grammar::get();
    let is_object =
        group.is_some_and(|g| g.last < candidate.first && candidate.first - g.last < 8);
    let is_carried = group.is_some_and(|group| {
        is_object && grammar.light.contains(&group.lemma)
            || !is_object
                && (grammar.happening.contains(&group.lemma)
                    || group.is_passive && grammar.light.contains(&group.lemma))
    });
    let is_near_date = dated.is_close
        && dated
            .timex
            .is_some_and(|timex| near(view, candidate, timex));
    let is_definite = has_determiner(view, candidate);
    let is_past = group.is_some_and(|group| group.tense == Tense::Past || group.is_perfect);
    if candidate.is_strong {
        is_near_date
            || is_carried && (has_name || dated.is_own || is_past)
            || is_past && is_definite && follows_time_word(view, candidate)
            || dated.is_own && has_name
            || has_name && names_parties(view, candidate) && is_definite
    } else {
        is_near_date || is_carried && (has_name || dated.is_own) && is_object
    }
}

/// A time expression a few words away with no verb between.
fn near(view: &View<'_>, candidate: &Candidate, timex: Span) -> bool {
    let (first, last) = view.tokens_of(timex);
    let (from, upto) = if last < candidate.first {
        (last, candidate.first)
    } else {
        (candidate.last, first)
    };
    upto.saturating_sub(from) < 12
}

/// `after the blast`, `following an eruption`, `led to an explosion`.
fn follows_time_word(view: &View<'_>, candidate: &Candidate) -> bool {
    let window = candidate.first.saturating_sub(4)..candidate.first;
    let words = [
        "after",
        "following",
        "during",
        "before",
        "since",
        "amid",
        "to",
        "by",
        "in",
    ];
    window.into_iter().any(|at| words.contains(&view.word(at)))
}

fn has_determiner(view: &View<'_>, candidate: &Candidate) -> bool {
    let window = candidate.first.saturating_sub(4)..candidate.first;
    window.into_iter().any(|at| {
        matches!(
            view.class(at),
            Some(WordClass::Determiner | WordClass::Number)
        )
    }) || view.word(candidate.last).ends_with('s')
}

/// `talks between …`, `Peru's election`: names right beside the noun.
fn names_parties(view: &View<'_>, candidate: &Candidate) -> bool {
    let next = candidate.last + 1;
    let follows = [
        "between", "with", "of", "in", "on", "against", "by", "at", "near", "to",
    ]
    .contains(&view.word(next))
        && (next + 1..next + 4).any(|at| view.name_at(at).is_some());
    let precedes = (candidate.first.saturating_sub(3)..candidate.first)
        .any(|at| view.name_at(at).is_some());
    follows || precedes
}

/// The name that a pronoun in the next sentence most likely stands for: this sentence's subject.
fn subject_name(view: &View<'_>) -> Option<String> {
    let before = view
        .sentence
        .verbs
        .first()
        .map(|group| view.span(group.first, group.last).start)?;
    let name = view.names.iter().find(|name| {
        name.span.start < before
            && matches!(
                name.class,
                NameClass::Person | NameClass::Organisation | NameClass::Country
            )
    })?;
    Some(name.full.clone())
}
