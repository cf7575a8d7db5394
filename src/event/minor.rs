//! Minor events: what an article tells in passing. They are kept with a low salience, and shown only to
//! those who ask.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{MINOR_BELOW, Status};
use crate::text::{Tense, VerbGroup, WordClass};

use super::lexicon::{Grammar, Sense, Triggers};
use super::reader::{Draft, Told};
use super::select::{one_of_a_class, salience, without_carriers};
use super::status::chain;
use super::support::{Found, has_determiner, is_bare_present, is_first_person};

/// Minor events for each sentence of an article, at most.
const PER_SENTENCE: f32 = 0.9;
/// What an article may have however short it is.
const AT_LEAST: usize = 3;

/// A verb that no list names in a form that may tell of one time, if it tells of events at all.
pub(super) fn action(group: &VerbGroup) -> Option<Sense> {
    let is_told = !group.is_negated && group.modal.is_none();
    let is_untold = Grammar::get().untold.contains(&group.lemma);
    (is_told && !is_untold).then(|| Triggers::get().action())?
}

impl Found<'_, '_> {
    /// Whether it is told as something that took place, or as something of a certain day, though too
    /// little is said of it to make it an event of the story.
    pub(super) fn is_told_aside(&self) -> bool {
        let is_dated = self.dated.is_close;
        let is_opinion = is_first_person(self.view, self.candidate) && !is_dated;
        if is_opinion || self.is_lasting_lack() || self.is_nobodys() || self.is_no_act() {
            return false;
        }
        if self.status == Status::Denied || self.status != Status::Happened && !is_dated {
            return false;
        }
        if self.candidate.is_noun {
            return is_dated || self.is_told_noun();
        }
        self.group().is_some_and(|group| {
            let is_open = match group.tense {
                Tense::Future => true,
                Tense::Present => !group.is_perfect && !self.view.sentence.is_heading,
                Tense::Infinitive => !self.is_brought_about(),
                _ => false,
            };
            let is_vague = self.is_means() || self.is_open_object();
            let is_bare = group.first == group.last && group.tense == Tense::Participle;
            let is_any = is_bare && self.is_open_noun();
            !is_any && (is_dated || !is_open && !is_vague && !self.leads_to_nothing(group))
        })
    }
}

impl Found<'_, '_> {
    /// `after the verdict`, `her injuries`: one thing that took place, not what things are like.
    fn is_told_noun(&self) -> bool {
        let group = self.group();
        let is_heading = self.view.sentence.is_heading;
        let is_past = group.is_some_and(|g| g.tense == Tense::Past || g.is_perfect);
        let is_stative = !is_heading && group.is_some_and(is_bare_present);
        let is_one = has_determiner(self.view, self.candidate) && !self.is_open_noun();
        is_one && !is_stative && (self.candidate.is_strong || is_past)
    }

    /// `any attack`, `fears of an attack`, `any war started by them`
    fn is_open_noun(&self) -> bool {
        let first = self.candidate.first;
        let words = &Grammar::get().open_determiners;
        (first.saturating_sub(3)..first).any(|at| words.contains(self.view.word(at)))
    }

    /// `by arranging a deal`: how, not what.
    pub(super) fn is_means(&self) -> bool {
        let group = self.group().filter(|group| group.tense == Tense::Gerund);
        let before = group.and_then(|group| group.first.checked_sub(1));
        let opens = |at| Grammar::get().before_means.contains(self.view.word(at));
        before.is_some_and(opens)
    }

    /// `in a statement issued on Monday`: where something was told, and that it was published.
    pub(super) fn is_where_it_was_told(&self) -> bool {
        let (view, grammar) = (self.view, Grammar::get());
        let is_telling = |at: usize| grammar.told_in.contains(view.word(at));
        let hangs = |noun: usize| {
            let before = (noun.saturating_sub(4)..noun).rev().find(|at| {
                view.class(*at)
                    .is_none_or(|class| *class == WordClass::Preposition)
            });
            before.is_some_and(|at| view.word(at) == "in")
        };
        if self.candidate.is_noun {
            let last = self.candidate.last;
            return is_telling(last) && hangs(self.candidate.first);
        }
        let noun = self.candidate.first.checked_sub(1);
        let is_publishing = self.group().is_some_and(|group| {
            group.first == group.last && grammar.publishing.contains(&group.lemma)
        });
        is_publishing && noun.is_some_and(|noun| is_telling(noun) && hangs(noun))
    }

    /// `declined to say`: what follows is no event either.
    fn leads_to_nothing(&self, group: &VerbGroup) -> bool {
        let mut verbs = self.view.sentence.verbs.iter();
        let next = verbs.find(|other| other.first == group.last + 1);
        next.is_some_and(|other| {
            other.tense == Tense::Infinitive && Grammar::get().untold.contains(&other.lemma)
        })
    }

    /// Whether it is told aside, and its headline says what.
    pub(super) fn is_worth_an_aside(&self, title: &str) -> bool {
        self.is_told_aside() && self.is_title_enough(title)
    }

    /// Whether a headline says what happened: more than a word, and of no mood or prospect (`the
    /// spectre of war looms`).
    fn is_title_enough(&self, title: &str) -> bool {
        const SUBJECT_WORDS: usize = 3;
        let mut subject = title.split(' ').take(SUBJECT_WORDS).map(str::to_lowercase);
        let abstracts = &Grammar::get().abstract_subjects;
        let is_abstract = subject.any(|word| abstracts.contains(&word));
        self.dated.is_close || title.contains(' ') && !is_abstract
    }

    /// `were forced to walk`: what took place with the verb that it hangs on. `a contract to supply
    /// aircraft` only says what for.
    fn is_brought_about(&self) -> bool {
        let chain = chain(self.view, self.candidate);
        let governor = chain.get(1);
        governor.is_some_and(|group| Grammar::get().bringing_about.contains(&group.lemma))
    }
}

/// The minor events of an article with `n_sentences` beside those `kept`: the `rest` of the others, and
/// what was told in passing.
pub(super) fn beside(
    kept: &[Draft],
    rest: Vec<Draft>,
    aside: Vec<Draft>,
    n_sentences: usize,
) -> Vec<Draft> {
    let (mut aside, _) = without_carriers(aside);
    let mut others: BTreeMap<usize, Vec<&Draft>> = BTreeMap::new();
    for draft in kept.iter().chain(&rest) {
        others.entry(draft.sentence).or_default().push(draft);
    }
    aside.retain(|draft| {
        let beside = others.get(&draft.sentence).into_iter().flatten();
        !is_told_by_another(draft, beside.copied())
    });
    let told: BTreeSet<usize> = kept.iter().map(|draft| draft.sentence).collect();
    let mut minor = rest;
    minor.extend(aside);
    minor.sort_by_key(|draft| (draft.sentence, draft.mention.trigger));
    for draft in &mut minor {
        draft.mention.salience = MINOR_BELOW * weight(draft, &told);
    }
    let mut minor = one_of_a_class(without_subjects(minor));
    let most = ((n_sentences as f32 * PER_SENTENCE) as usize).max(AT_LEAST);
    minor.sort_by(|a, b| {
        let by_weight = b.mention.salience.total_cmp(&a.mention.salience);
        by_weight.then(a.mention.trigger.cmp(&b.mention.trigger))
    });
    minor.truncate(most);
    minor
}

/// Without the nouns that another headline of their sentence tells of: `Second storm` beside `Second storm could arrive`.
fn without_subjects(minor: Vec<Draft>) -> Vec<Draft> {
    let titles: Vec<(usize, String)> = (minor.iter())
        .map(|draft| (draft.sentence, draft.mention.title.clone()))
        .collect();
    let is_said_fuller = |draft: &Draft| {
        let of_sentence = titles.partition_point(|(sentence, _)| *sentence < draft.sentence);
        let beside = titles.iter().skip(of_sentence);
        let mut beside = beside.take_while(|(sentence, _)| *sentence == draft.sentence);
        draft.is_noun
            && beside.any(|(_, title)| {
                let rest = title.strip_prefix(&draft.mention.title);
                rest.is_some_and(|rest| rest.starts_with(' '))
            })
    };
    minor
        .into_iter()
        .filter(|draft| !is_said_fuller(draft))
        .collect()
}

/// Whether `draft` only carries an event that is kept, or is carried by it.
fn is_told_by_another<'d>(draft: &Draft, mut kept: impl Iterator<Item = &'d Draft>) -> bool {
    kept.any(|other| {
        let is_pair = draft.group.is_some()
            && draft.group == other.group
            && draft.is_noun != other.is_noun;
        let overlaps = draft.mention.trigger.overlaps(other.mention.trigger);
        overlaps || is_pair && draft.is_light
    })
}

/// How much it matters, 0 to below 1: what no other event of its sentence makes known comes first.
fn weight(draft: &Draft, told: &BTreeSet<usize>) -> f32 {
    let mut score = 0.6 * salience(draft, &BTreeMap::new());
    score += if told.contains(&draft.sentence) {
        0.0
    } else {
        0.2
    };
    score += match draft.told {
        Told::Step => 0.15,
        Told::News => 0.1,
        Told::Otherwise => 0.0,
    };
    score.clamp(0.0, 0.99)
}
