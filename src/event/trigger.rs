//! Candidates: the verbs and nouns of a sentence that may name an event.

use crate::model::Kind;
use crate::text::{Tense, VerbGroup, WordClass, noun_lemma};

use super::announced::is_announced;
use super::headline;
use super::lexicon::{Class, Grammar, Sense, Triggers, is_governor};
use super::minor;
use super::senses::Meaning;
use super::status_clause::is_case;
use super::title_phrase::noun_phrase_end;
use super::view::{View, is_finite};

/// A word or phrase that may name an event.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts about one word"
)]
pub(super) struct Candidate {
    /// Tokens `first..=last`.
    pub(super) first: usize,
    pub(super) last: usize,
    /// The last word of a phrase around an object (`left five people dead`).
    pub(super) complement: Option<usize>,
    /// Base form of the head.
    pub(super) lemma: String,
    /// Index of the trigger class.
    pub(super) class: usize,
    pub(super) kind: Kind,
    pub(super) is_strong: bool,
    /// The verb group that is the trigger, or that governs the noun.
    pub(super) group: Option<usize>,
    pub(super) is_noun: bool,
    /// `said` with a clause that matters.
    pub(super) is_report: bool,
    /// Told only in passing: a minor event at most.
    pub(super) is_aside: bool,
}

impl Candidate {
    /// The id of its trigger class.
    pub(super) fn class_id(&self) -> &'static str {
        let class = Triggers::get().classes.get(self.class);
        class.map_or("event", |class| class.id.as_str())
    }

    /// Whether the tokens `first..=last` touch it or stand one word behind it: `its launch in 2003`.
    pub(super) fn is_beside(&self, first: usize, last: usize) -> bool {
        first <= self.last + 2 && self.first <= last + 1
    }
}

/// All candidates of a sentence by position.
pub(super) fn candidates(view: &View<'_>) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    let mut at = 0;
    while at < view.len() {
        let candidate = match view.group_at(at) {
            Some(group) if view.sentence.verbs.get(group).is_some_and(|g| g.head == at) => {
                verb(view, group)
            }
            Some(_) => None,
            None => noun(view, at),
        };
        at = candidate.as_ref().map_or(at, |candidate| candidate.last) + 1;
        found.extend(candidate.and_then(|candidate| in_context(view, candidate)));
    }
    found
}

/// The candidate with the class and kind that the words of its sentence give it; none if they make a
/// thing of it.
fn in_context(view: &View<'_>, candidate: Candidate) -> Option<Candidate> {
    let is_phrase = candidate.first < candidate.last;
    let clause = view.clauses.get(view.clause_of(candidate.first));
    let clause = clause.and_then(|clause| view.words.get(clause.first..=clause.last));
    let meaning = Meaning::of(&candidate.lemma, clause.unwrap_or(&[]), &view.words)
        .filter(|_| !is_phrase);
    let class = meaning.and_then(Meaning::class).unwrap_or(candidate.class);
    let kind = meaning
        .and_then(Meaning::kind)
        .unwrap_or_else(|| kind_of(class));
    let is_thing = candidate.is_noun && meaning.is_some_and(|meaning| meaning.is_thing);
    (!is_thing).then_some(Candidate {
        class,
        kind,
        ..candidate
    })
}

fn kind_of(class: usize) -> Kind {
    let class = Triggers::get().classes.get(class);
    class.map_or(Kind::Other, Class::kind)
}

fn verb(view: &View<'_>, index: usize) -> Option<Candidate> {
    let group = view.sentence.verbs.get(index)?;
    let triggers = Triggers::get();
    if is_first_of_chain(view, group.head) {
        return None;
    }
    let phrase = triggers
        .phrases(&group.lemma)
        .iter()
        .find_map(|(rest, class)| Some((phrase_end(view, group.last, rest)?, *class)));
    let mut is_aside = false;
    let mut complement = None;
    let (last, sense) = if let Some((end, class)) = phrase {
        let is_strong = true;
        complement = Some(end.last).filter(|_| end.is_apart);
        let last = if end.is_apart { group.head } else { end.last };
        (last, Sense { class, is_strong })
    } else {
        // `was born`, not `bore the costs`
        let is_other =
            Grammar::get().undergone_only.contains(&group.lemma) && !group.is_passive;
        let listed = triggers.verb(&group.lemma).filter(|_| !is_other);
        if listed.is_none() && leads_on(view, group) {
            return None;
        }
        let named = listed.or_else(|| action(view, group));
        is_aside = named.is_none();
        // `according to media reports`
        let minor = || minor::action(group).filter(|_| !is_case(view, index));
        (group.head, named.or_else(minor)?)
    };
    Some(Candidate {
        first: group.head,
        last,
        complement,
        lemma: group.lemma.clone(),
        class: sense.class,
        kind: kind_of(sense.class),
        is_strong: sense.is_strong,
        group: Some(index),
        is_noun: false,
        is_report: false,
        is_aside,
    })
}

/// `push` of `push-ups`
fn is_first_of_chain(view: &View<'_>, at: usize) -> bool {
    let is_hyphen = matches!(view.class(at + 1), Some(WordClass::Hyphen));
    is_hyphen && view.is_glued(at)
}

/// The last word of a phrase around the object of `group`.
pub(super) fn complement(view: &View<'_>, group: &VerbGroup) -> Option<usize> {
    let phrases = Triggers::get().phrases(&group.lemma).iter();
    let mut ends = phrases.filter_map(|(rest, _)| phrase_end(view, group.last, rest));
    ends.find(|end| end.is_apart).map(|end| end.last)
}

/// `found dead`, with nobody between: the one whom it is about stands before it.
pub(super) fn lacks_object(view: &View<'_>, group: &VerbGroup) -> bool {
    let phrases = Triggers::get().phrases(&group.lemma).iter();
    let mut open = phrases.filter(|(rest, _)| rest.first().is_some_and(|mark| mark == "~"));
    let ends = |rest: &[String]| phrase_end(view, group.last, rest).filter(|end| !end.is_apart);
    open.any(|(rest, _)| {
        ends(rest).is_some_and(|end| {
            let is_quality = matches!(view.class(end.last), Some(WordClass::Adjective));
            is_quality && noun_phrase_end(view, end.last + 1).is_none()
        })
    })
}

/// `is set to visit`: the visit is told.
fn leads_on(view: &View<'_>, group: &VerbGroup) -> bool {
    is_governor(&group.lemma) && view.class(group.last + 1) == Some(&WordClass::To)
}

/// A verb that no list names, in a tense that tells of one time: in a heading the present does.
fn action(view: &View<'_>, group: &VerbGroup) -> Option<Sense> {
    let grammar = Grammar::get();
    if headline::is_told(view, group) {
        return Triggers::get().action();
    }
    let is_headed = view.sentence.is_heading
        && group.tense == Tense::Present
        && group.first == group.last
        && 0 < group.first;
    let tells = group.tense == Tense::Past || group.is_perfect || is_headed;
    let lists = [&grammar.speech, &grammar.light, &grammar.states];
    let is_listed =
        lists.iter().any(|list| list.contains(&group.lemma)) && !has_own_object(view, group);
    let is_told = tells && !group.is_negated && !group.is_progressive && group.modal.is_none();
    (is_told && !is_listed || is_announced(view, group)).then(|| Triggers::get().action())?
}

/// `received the top prize`, `faces a court`: a light verb whose object names no event.
pub(super) fn has_own_object(view: &View<'_>, group: &VerbGroup) -> bool {
    if !Grammar::get().own_objects.contains(&group.lemma) {
        return false;
    }
    // `received on Sunday the top prize`
    let is_time = |at: &usize| {
        view.is_time(*at)
            || matches!(view.class(*at), Some(WordClass::Preposition)) && view.is_time(at + 1)
    };
    let first = (group.last + 1..view.len()).find(|at| !is_time(at));
    let first = first.unwrap_or(group.last + 1);
    let is_event = |at: usize| {
        let word = view.word(at);
        let triggers = Triggers::get();
        triggers.noun(word).is_some() || triggers.noun(&noun_lemma(word)).is_some()
    };
    let end = noun_phrase_end(view, first);
    end.is_some_and(|last| !(first..=last).any(is_event))
}

/// Where a phrase ends.
struct PhraseEnd {
    last: usize,
    /// Whether its object stands before its last word: then the verb alone is the trigger.
    is_apart: bool,
}

/// The end of a phrase whose words after the verb at `head` are `rest`. For `~` its object may stand
/// between.
fn phrase_end(view: &View<'_>, head: usize, rest: &[String]) -> Option<PhraseEnd> {
    let (is_open, rest) = match rest.split_first() {
        Some((mark, rest)) if mark == "~" => (true, rest),
        _ => (false, rest),
    };
    let fits = |gap: usize| {
        let mut words = rest.iter().enumerate();
        words.all(|(n, word)| view.word(head + 1 + gap + n) == word)
    };
    if fits(0) {
        return Some(PhraseEnd {
            last: head + rest.len(),
            is_apart: false,
        });
    }
    let is_of_object = |at: usize| {
        let class = view.class(at);
        let ends = matches!(
            class,
            Some(WordClass::Sign | WordClass::Subordinator | WordClass::Modal) | None
        );
        !ends && view.group_at(at).is_none()
    };
    let mut gaps = (1..=5).take_while(|gap| is_open && is_of_object(head + gap));
    let gap = gaps.find(|gap| fits(*gap))?;
    Some(PhraseEnd {
        last: head + gap + rest.len(),
        is_apart: true,
    })
}

fn noun(view: &View<'_>, at: usize) -> Option<Candidate> {
    // In a headline in title case common nouns have a capital, and so has the first word.
    let is_titled = (view.sentence.is_heading || at == 0) && view.name_at(at).is_none();
    let class = view.class(at)?;
    let is_noun = matches!(class, WordClass::Noun | WordClass::Adjective)
        || is_titled && matches!(class, WordClass::Name);
    let in_time = view.is_time(at);
    if !is_noun || in_time {
        return None;
    }
    let triggers = Triggers::get();
    let word = view.word(at);
    let singular = noun_lemma(word);
    let phrase = triggers.phrases(word).iter().find(|(rest, _)| {
        rest.iter().enumerate().all(|(n, part)| {
            let next = view.word(at + 1 + n);
            next == part || noun_lemma(next) == *part
        })
    });
    let (last, sense, lemma) = if let Some((rest, class)) = phrase {
        let last = at + rest.len();
        let sense = Sense {
            class: *class,
            is_strong: true,
        };
        (last, sense, noun_lemma(view.word(last)))
    } else {
        let raw = triggers.noun(word).map(|sense| (sense, word.to_owned()));
        let (sense, lemma) =
            raw.or_else(|| triggers.noun(&singular).map(|sense| (sense, singular)))?;
        (at, sense, lemma)
    };
    let is_start = triggers
        .classes
        .get(sense.class)
        .is_some_and(|c| c.id == "beginning");
    // `the start of the trial` is the trial's.
    if is_start && view.word(last + 1) == "of" {
        return None;
    }
    if phrase.is_none() && is_modifier(view, last) {
        return None;
    }
    Some(Candidate {
        first: at,
        last,
        complement: None,
        lemma,
        class: sense.class,
        kind: kind_of(sense.class),
        is_strong: sense.is_strong,
        group: governor(view, at, last),
        is_noun: true,
        is_report: false,
        is_aside: false,
    })
}

/// `strike group`, `election campaign`: the noun only describes the next one.
fn is_modifier(view: &View<'_>, at: usize) -> bool {
    let next_is_noun =
        matches!(view.class(at + 1), Some(WordClass::Noun)) && !view.is_time(at + 1);
    let is_hyphen = |at: usize| matches!(view.class(at), Some(WordClass::Hyphen));
    // `a three-game streak`
    let is_measure = || {
        let number = at.checked_sub(2).filter(|_| is_hyphen(at - 1));
        number.is_some_and(|at| matches!(view.class(at), Some(WordClass::Number)))
    };
    next_is_noun || is_hyphen(at + 1) || is_measure() && !ends_noun_phrase(view, at)
}

/// Whether no further word describes or names the thing behind `at`.
fn ends_noun_phrase(view: &View<'_>, at: usize) -> bool {
    !matches!(
        view.class(at + 1),
        Some(WordClass::Noun | WordClass::Adjective | WordClass::Verb { .. } | WordClass::Name)
    )
}

/// The verb group that the noun at `at` belongs to: the one it is the object of, else the subject.
fn governor(view: &View<'_>, at: usize, last: usize) -> Option<usize> {
    let clause = view.clauses.get(view.clause_of(at))?;
    let inside = |first: usize| clause.first <= first && first <= clause.last;
    let verbs = &view.sentence.verbs;
    let before = verbs
        .iter()
        .rposition(|group| group.last < at && inside(group.first));
    let after = || {
        let follows = |group: &VerbGroup| group.first > last && inside(group.first);
        verbs.iter().position(follows)
    };
    // `The talks, which …, were postponed`
    let is_parted = (last + 1..last + 8).any(|at| view.word(at) == ",");
    let by_tree = || {
        let syntax = is_parted.then(|| view.syntax()).flatten();
        view.group_at(syntax?.verb_of_subject(last)?)
    };
    before.or_else(after).or_else(by_tree)
}

/// `said it has been invited`: speech that is itself the event.
pub(super) fn report(view: &View<'_>, index: usize) -> Option<Candidate> {
    let (speech, content) = (
        view.sentence.verbs.get(index)?,
        view.sentence.verbs.get(index + 1)?,
    );
    let grammar = Grammar::get();
    let says = grammar.announcing.contains(&speech.lemma);
    let matters = grammar.said_matters.contains(&content.lemma)
        && (content.is_perfect || content.is_passive)
        && is_finite(content);
    let one_after = view.clause_of(content.first) == view.clause_of(speech.first) + 1;
    let is_past = speech.tense == Tense::Past;
    let class = Triggers::get()
        .verb(&content.lemma)
        .map_or(0, |sense| sense.class);
    (says && matters && one_after && is_past).then(|| Candidate {
        first: speech.head,
        last: speech.head,
        complement: None,
        lemma: content.lemma.clone(),
        class,
        kind: kind_of(class),
        is_strong: true,
        group: Some(index),
        is_noun: false,
        is_report: true,
        is_aside: false,
    })
}
