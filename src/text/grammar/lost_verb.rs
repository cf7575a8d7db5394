//! Sentences that were read without a verb: `The king dissolved parliament.` has one, though `dissolved parliament` may
//! be a phrase.

use super::lexicon::Known;
use super::look::{Hash, Look};
use super::model::Model;

/// Small words of verbs.
const PARTICLES: [&str; 5] = ["down", "up", "off", "out", "back"];

/// A verb that was not found at first.
pub(super) struct Lost {
    /// Which word it is.
    pub(super) at: usize,
    /// The number of its class.
    pub(super) tag: u16,
    /// It is the sentence's own, not that of a clause.
    pub(super) is_root: bool,
}

/// The word that is the verb of a sentence in which none was found, and its class: a participle between two nouns that
/// may as well be the past, or a plural before an infinitive. None for what has another verb or no full stop. A clause
/// behind `when` needs one of its own.
pub(super) fn lost_verb(
    model: &Model,
    forms: &[&str],
    looks: &[Look],
    tags: &[u16],
) -> Option<Lost> {
    let sentence = Tagged {
        model,
        forms,
        looks,
        tags,
    };
    let main = sentence.main_verb();
    let (at, form) = main.or_else(|| sentence.verb_behind_when())?;
    let tag = model
        .tags
        .iter()
        .position(|tag| tag.xpos == form && tag.upos == super::Upos::Verb)?;
    Some(Lost {
        at,
        tag: u16::try_from(tag).ok()?,
        is_root: main.is_some(),
    })
}

/// A sentence with the classes found at first.
struct Tagged<'a> {
    model: &'a Model,
    forms: &'a [&'a str],
    looks: &'a [Look],
    tags: &'a [u16],
}

impl Tagged<'_> {
    fn main_verb(&self) -> Option<(usize, &'static str)> {
        let is_sentence = self.forms.last() == Some(&".") && self.class(0) != "VB";
        let is_told = |at: usize| self.is_tensed(at) && !self.is_relative(at);
        let has_none = is_sentence && !(0..self.tags.len()).any(is_told);
        let mut all = (1..self.tags.len()).filter(|_| has_none);
        all.find_map(|at| Some((at, self.verb(at)?)))
    }

    /// The class of the verb that the word may be.
    fn verb(&self, at: usize) -> Option<&'static str> {
        let subject = subject_before(self.forms, at)?;
        let goes_on = || {
            self.opens(at + 1)
                || self.class(at + 1) == "IN" && (0..at).any(|at| self.is_told_relative(at))
        };
        match self.class(at) {
            "VBN" if self.is_noun(subject) && goes_on() && self.may_be(at, Known::Past) => {
                Some("VBD")
            }
            // `An earthquake of magnitude 7.8 struck southern Chile.`
            "JJ" if (self.is_noun(subject) || self.class(subject) == "CD")
                && self.opens(at + 1)
                && self.may_be(at, Known::Past) =>
            {
                Some("VBD")
            }
            // `Iran, for its part, plans to hold a drill.`
            "NNS" if self.class(at + 1) == "TO" && self.may_be(at, Known::Third) => Some("VBZ"),
            // `The mayor steps down in May.`
            "NNS"
                if self.is_noun(at - 1)
                    && PARTICLES.contains(self.forms.get(at + 1)?)
                    && self.may_be(at, Known::Third) =>
            {
                Some("VBZ")
            }
            _ => None,
        }
    }

    /// `when a bus overturned in Lima`
    fn verb_behind_when(&self) -> Option<(usize, &'static str)> {
        let n_words = self.tags.len();
        let when = (0..n_words).find(|at| self.class(*at) == "WRB")?;
        let is_end = |at: &usize| [",", "."].contains(&self.forms[*at]);
        let end = (when + 1..n_words).find(is_end).unwrap_or(n_words);
        let has_none = !(when..end).any(|at| self.is_tensed(at));
        let mut all = (when + 1..end).filter(|_| has_none);
        let at = all.find(|at| {
            self.class(*at) == "VBN" && self.is_noun(at - 1) && self.may_be(*at, Known::Past)
        })?;
        Some((at, "VBD"))
    }

    fn class(&self, at: usize) -> &'static str {
        self.model.xpos(self.tags, at)
    }

    fn is_tensed(&self, at: usize) -> bool {
        matches!(self.class(at), "VBD" | "VBZ" | "VBP" | "MD")
    }

    fn is_noun(&self, at: usize) -> bool {
        matches!(self.class(at), "NN" | "NNS" | "NNP" | "NNPS")
    }

    /// Whether the word may open a noun phrase.
    fn opens(&self, at: usize) -> bool {
        self.is_noun(at) || matches!(self.class(at), "DT" | "JJ" | "CD" | "PRP$")
    }

    /// `who lost their jobs`: whether the word is the verb of such a clause.
    fn is_relative(&self, at: usize) -> bool {
        let before = at.checked_sub(1);
        before.is_some_and(|at| matches!(self.class(at), "WP" | "WDT"))
    }

    fn is_told_relative(&self, at: usize) -> bool {
        self.is_tensed(at) && self.is_relative(at)
    }

    fn may_be(&self, at: usize, form: Known) -> bool {
        let look = self.looks.get(at);
        look.is_some_and(|look| look.known & form as Hash != 0)
    }
}

/// The verb in the past that hangs on a noun which is the root, though that is its subject: `Acme shares that trade in
/// London fell on Friday.`
pub(super) fn misplaced_verb<'m>(
    forms: &[&str],
    arcs: &[(usize, &str)],
    xpos: impl Fn(usize) -> &'m str,
) -> Option<usize> {
    let root = arcs.iter().position(|(head, _)| *head == 0)?;
    let hangs = |at: usize, relations: &[&str]| {
        arcs.iter()
            .any(|(head, relation)| *head == at + 1 && relations.contains(relation))
    };
    let relation = |at: usize| arcs.get(at).map_or("", |(_, relation)| *relation);
    let is_misplaced = |at: &usize| {
        let head = arcs.get(*at).map_or(0, |(head, _)| *head);
        let is_below = head
            .checked_sub(1)
            .is_some_and(|head| head == root || relation(head) == "acl:relcl" && head < *at);
        let is_loose = match relation(*at) {
            "ccomp" | "acl" | "dep" | "parataxis" | "xcomp" => true,
            // `Residents of Brel, where two died, marched on Friday.`
            "conj" => forms.get(at - 1) == Some(&","),
            _ => false,
        };
        let has_subject = hangs(*at, &["nsubj", "nsubj:pass", "csubj", "expl", "mark"]);
        xpos(*at) == "VBD" && is_below && is_loose && !has_subject
    };
    let may_be = forms.last() == Some(&".") && xpos(root).starts_with("NN");
    let mut all = (root + 1..arcs.len()).filter(|_| may_be && !hangs(root, &["cop", "nsubj"]));
    all.find(is_misplaced)
}

/// Where the subject of the verb at `at` would end: right before it, or before what two commas take out (`The governor,
/// hoping to calm the markets, raised rates`).
fn subject_before(forms: &[&str], at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    if forms.get(before) != Some(&",") {
        return Some(before);
    }
    let opening = forms.get(..before)?.iter().rposition(|form| *form == ",")?;
    opening.checked_sub(1)
}

/// Makes the word `at` the root of the tree that `arcs` are (the head of each word, from 1 on, and its relation), if that
/// is a noun before it: with the verb found, that one is its subject.
pub(super) fn raise(
    arcs: &mut [(usize, &'static str)],
    at: usize,
    is_noun: impl Fn(usize) -> bool,
) {
    let Some(subject) = arcs.iter().position(|(head, _)| *head == 0) else {
        return;
    };
    if at <= subject || !is_noun(subject) {
        return;
    }
    for (behind, (head, _)) in arcs.iter_mut().enumerate() {
        if at < behind && *head == subject + 1 {
            *head = at + 1;
        }
    }
    for (index, arc) in [(subject, (at + 1, "nsubj")), (at, (0, "root"))] {
        if let Some(own) = arcs.get_mut(index) {
            *own = arc;
        }
    }
}
