//! Which bare forms in -ed tell what happened, and which only describe the noun before them.

use super::classes::WordClass;
use super::lemma::Form;
use super::lexicon::Verbs;
use super::{Tense, Token, VerbGroup};

/// Words that end what one verb can govern.
const STOPS: [&str; 6] = [";", ":", "–", "—", ".", "…"];
/// Small words that belong to the verb before them (`lifted off`).
const PARTICLES: [&str; 5] = ["back", "off", "up", "down", "out"];

/// Gives `will` its future tense, and tells `the deal signed in Rome collapsed` from `they signed it`.
pub(super) fn settle_participles(
    groups: &mut [VerbGroup],
    classes: &[WordClass],
    tokens: &[Token],
    text: &str,
) {
    let words = Words {
        classes,
        tokens,
        text,
    };
    let has_finite = groups.iter().any(|group| is_finite(group.tense));
    if let Some(group) = groups.first_mut().filter(|_| !has_finite)
        && words.is_told_of_number(group)
    {
        group.tense = Tense::Past;
    }
    let mut settled = groups.to_vec();
    for (at, group) in settled.iter_mut().enumerate() {
        if matches!(group.modal.as_deref(), Some("will" | "shall")) {
            group.tense = Tense::Future;
        } else if group.first == group.last {
            group.tense = match group.tense {
                Tense::Participle if words.tells(groups, at) => Tense::Past,
                Tense::Past if words.describes(groups, at) => Tense::Participle,
                tense => tense,
            };
        }
    }
    let is_told = settled.iter().any(|group| is_finite(group.tense));
    if let Some(at) = words.only_told(&settled).filter(|_| !is_told)
        && let Some(group) = settled.get_mut(at)
    {
        group.tense = Tense::Past;
    }
    groups.clone_from_slice(&settled);
}

/// The words of a sentence.
struct Words<'a> {
    classes: &'a [WordClass],
    tokens: &'a [Token],
    text: &'a str,
}

impl Words<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| t.span.of(self.text))
    }

    fn class(&self, at: usize) -> Option<&WordClass> {
        self.classes.get(at)
    }

    fn class_before(&self, at: usize) -> Option<&WordClass> {
        self.class(at.checked_sub(1)?)
    }

    /// Whether what looks like a participle is the verb of its clause.
    fn tells(&self, groups: &[VerbGroup], at: usize) -> bool {
        let Some(group) = groups.get(at) else {
            return false;
        };
        self.says_that(group)
            || self.is_of_what_is_said(groups, at)
            || self.is_of_clause(groups, at)
            || self.is_first_of_all(groups, at)
            || self.joins_past(groups, at)
            || self.is_only_verb(groups, group)
            || self.is_joined_by_finite(groups, at)
    }

    /// Whether what looks like a past tense only describes a noun.
    fn describes(&self, groups: &[VerbGroup], at: usize) -> bool {
        let Some(group) = groups.get(at) else {
            return false;
        };
        let is_open = matches!(
            self.class(group.head),
            Some(WordClass::Verb {
                form: Form::PastOrParticiple,
                ..
            })
        );
        let next_word = self.word(group.last + 1);
        let before = self.class_before(group.first);
        // What is said is a clause, so `said on Tuesday the talks …` needs no object.
        let has_own_subject = matches!(before, Some(WordClass::SubjectPronoun))
            || group.lemma == "say" && next_word != "by"
            || self.says_that(group);
        let has_no_object = matches!(
            self.class(group.last + 1),
            None | Some(
                WordClass::Preposition
                    | WordClass::Adverb
                    | WordClass::Sign
                    | WordClass::Subordinator
            )
        );
        let is_after_comma = matches!(before, Some(WordClass::Sign)) && has_no_object;
        let is_within = has_no_object && self.finite_follows(groups, at);
        is_open && !has_own_subject && (next_word == "by" || is_after_comma || is_within)
    }

    /// `Lee, an aide, confirmed on Tuesday that …`: a clause with `that` a few words on, before any sign,
    /// is what somebody says.
    fn says_that(&self, group: &VerbGroup) -> bool {
        const NEAR: usize = 4;
        let mut after = group.last + 1..=group.last + NEAR;
        Verbs::get().is_telling(&group.lemma) && after.any(|at| self.word(at) == "that")
    }

    /// `said the engine stalled`: the only verb of what somebody says, right behind its subject.
    fn is_of_what_is_said(&self, groups: &[VerbGroup], at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| groups.get(before));
        let (Some(teller), Some(group)) = (before, groups.get(at)) else {
            return false;
        };
        let is_telling = teller.lemma == "say" || Verbs::get().is_telling(&teller.lemma);
        let is_told = is_finite(teller.tense) && !teller.is_passive && is_telling;
        let is_subject_word = |class: &WordClass| {
            matches!(
                class,
                WordClass::Determiner
                    | WordClass::Adjective
                    | WordClass::Noun
                    | WordClass::Name
                    | WordClass::Number
                    | WordClass::SubjectPronoun
            )
        };
        let subject = self.classes.get(teller.last + 1..group.first);
        let has_subject =
            subject.is_some_and(|words| !words.is_empty() && words.iter().all(is_subject_word));
        is_told
            && has_subject
            && self.word(group.last + 1) != "by"
            && !self.finite_follows(groups, at)
    }

    /// `after two officers shot a boy`, `while crowds clashed with police`: behind its subject in a clause that a
    /// small word opens, with an object of its own or as the only verb that can have the subject.
    fn is_of_clause(&self, groups: &[VerbGroup], at: usize) -> bool {
        let Some(group) = groups.get(at) else {
            return false;
        };
        let opens = |at: &usize| matches!(self.class(*at), Some(WordClass::Subordinator));
        let Some(opener) = (0..group.first).rev().find(opens) else {
            return false;
        };
        let subject = self.classes.get(opener + 1..group.first).unwrap_or(&[]);
        let is_subject_word = |class: &WordClass| {
            matches!(
                class,
                WordClass::Determiner
                    | WordClass::Adjective
                    | WordClass::Adverb
                    | WordClass::Noun
                    | WordClass::Name
                    | WordClass::Number
            )
        };
        let is_noun = |class: &WordClass| matches!(class, WordClass::Noun | WordClass::Name);
        let has_verb = || self.word(group.last + 1) != "by" && !self.finite_follows(groups, at);
        subject.iter().all(is_subject_word)
            && subject.iter().any(is_noun)
            && (self.has_object(group) || has_verb())
    }

    /// `The court on Monday struck down a law that …`: the first verb of all that can be one, with an object.
    fn is_first_of_all(&self, groups: &[VerbGroup], at: usize) -> bool {
        let Some((group, before)) = groups.get(at).zip(groups.get(..at)) else {
            return false;
        };
        let mut subject = self.classes.get(..group.first).unwrap_or(&[]).iter();
        let is_noun = |class: &WordClass| matches!(class, WordClass::Noun | WordClass::Name);
        !before.iter().any(|group| is_finite(group.tense))
            && subject.any(is_noun)
            && !self.finite_follows(groups, at)
            && self.has_object(group)
    }

    /// `The storm killed three and injured nine people`: joined to a verb in the past, with an object of
    /// its own.
    fn joins_past(&self, groups: &[VerbGroup], at: usize) -> bool {
        let mut before = groups.get(..at).unwrap_or(&[]).iter().rev();
        let before = before.find(|group| is_finite(group.tense));
        let (Some(before), Some(group)) = (before, groups.get(at)) else {
            return false;
        };
        let is_past = before.tense == Tense::Past && !before.is_passive;
        let between = self.classes.get(before.last + 1..group.first);
        let between = between.unwrap_or(&[]);
        let is_joined = matches!(between.last(), Some(WordClass::Coordinator));
        let is_one_clause = !between
            .iter()
            .any(|class| matches!(class, WordClass::Subordinator | WordClass::SubjectPronoun));
        is_past && is_joined && is_one_clause && self.has_object(group)
    }

    /// A noun phrase right behind the verb, or its small word (`sent back pictures`).
    fn has_object(&self, group: &VerbGroup) -> bool {
        let next = group.last + 1;
        let opens_object = matches!(
            self.class(next),
            Some(
                WordClass::Determiner
                    | WordClass::Number
                    | WordClass::Name
                    | WordClass::Pronoun
            )
        );
        // `injured about 80`
        let is_counted = Verbs::get().is_before_count(self.word(next))
            && matches!(self.class(next + 1), Some(WordClass::Number));
        // `shot several people`
        let is_described = matches!(
            (self.class(next), self.class(next + 1)),
            (Some(WordClass::Adjective), Some(WordClass::Noun))
        );
        PARTICLES.contains(&self.word(next))
            || is_counted
            || is_described
            || opens_object && self.word(next) != "by"
    }

    /// `Then, on 3 May, rebels attacked; …`: the only verb from one stop to the next, right behind its
    /// subject and without a phrase on it.
    fn is_only_verb(&self, groups: &[VerbGroup], group: &VerbGroup) -> bool {
        let ends = |at: usize| STOPS.contains(&self.word(at));
        let stop_before = (0..group.first).rev().find(|at| ends(*at));
        let from = stop_before.map_or(0, |at| at + 1);
        let Some(upto) = (group.last + 1..self.tokens.len()).find(|at| ends(*at)) else {
            return false;
        };
        let inside = |other: &&VerbGroup| {
            from <= other.first && other.first < upto && other.first != group.first
        };
        let mut others = groups.iter().filter(inside);
        let is_only = others.all(|other| group.first < other.first && !is_finite(other.tense));
        let has_subject = matches!(
            self.class_before(group.first),
            Some(WordClass::Noun | WordClass::Name | WordClass::Number)
        );
        is_only && has_subject && (ends(group.last + 1) || self.has_object(group))
    }

    /// `The lander, Vikram, separated on Thursday and has moved since`: the first verb, to which the next
    /// one, which is finite, is joined without a subject.
    fn is_joined_by_finite(&self, groups: &[VerbGroup], at: usize) -> bool {
        let mut before = groups.iter().take(at);
        let has_finite_before = before.any(|group| is_finite(group.tense));
        let next = groups.get(at + 1).filter(|group| is_finite(group.tense));
        let joint = next.and_then(|next| self.class_before(next.first));
        !has_finite_before && matches!(joint, Some(WordClass::Coordinator))
    }

    /// `The rocket, built by a firm in Kourou, exploded`: in a sentence without another verb the one behind what the
    /// commas enclose.
    fn only_told(&self, groups: &[VerbGroup]) -> Option<usize> {
        let is_sentence = self.tokens.len().checked_sub(1).map(|at| self.word(at)) == Some(".");
        let told = |group: &VerbGroup| {
            let commas = (0..group.first).filter(|at| self.word(*at) == ",").count();
            let is_behind = group
                .first
                .checked_sub(1)
                .is_some_and(|at| self.word(at) == ",");
            group.first == group.last
                && group.tense == Tense::Participle
                && is_behind
                && commas == 2
                && self.word(group.last + 1) != "by"
        };
        groups.iter().position(told).filter(|_| is_sentence)
    }

    /// `Thousands protested`: the only verb of a sentence that begins with a number.
    fn is_told_of_number(&self, group: &VerbGroup) -> bool {
        let is_open = matches!(
            self.class(group.head),
            Some(WordClass::Verb {
                form: Form::PastOrParticiple | Form::Past,
                ..
            })
        );
        let starts = self.classes.get(..group.first).unwrap_or(&[]);
        let is_number = |class: &WordClass| matches!(class, WordClass::Number);
        let is_of_number = !starts.is_empty() && starts.iter().all(is_number);
        let is_sentence = self.tokens.len().checked_sub(1).map(|at| self.word(at)) == Some(".");
        is_open && is_of_number && is_sentence && self.word(group.last + 1) != "by"
    }

    /// Whether a finite verb follows in the clause of the group `at`.
    fn finite_follows(&self, groups: &[VerbGroup], at: usize) -> bool {
        let (Some(group), Some(next)) = (groups.get(at), groups.get(at + 1)) else {
            return false;
        };
        let between = self.classes.get(group.last + 1..next.first).unwrap_or(&[]);
        let ends = |class: &WordClass| {
            matches!(
                class,
                WordClass::Sign
                    | WordClass::Coordinator
                    | WordClass::Subordinator
                    | WordClass::SubjectPronoun
            )
        };
        is_finite(next.tense) && !between.iter().any(ends)
    }
}

fn is_finite(tense: Tense) -> bool {
    matches!(tense, Tense::Past | Tense::Present | Tense::Future)
}
