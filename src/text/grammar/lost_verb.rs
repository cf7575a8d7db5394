//! Sentences that were read without a verb: `The king dissolved parliament.` has one, though `dissolved parliament` may
//! be a phrase.

use super::lexicon::Known;
use super::look::{Hash, Look};
use super::model::Model;

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
    let class = |at: usize| -> &str {
        let tag = tags
            .get(at)
            .and_then(|tag| model.tags.get(usize::from(*tag)));
        tag.map_or("", |tag| tag.xpos)
    };
    let is_tensed = |at: usize| matches!(class(at), "VBD" | "VBZ" | "VBP" | "MD");
    let is_noun = |at: usize| matches!(class(at), "NN" | "NNS" | "NNP" | "NNPS");
    let opens = |at: usize| is_noun(at) || matches!(class(at), "DT" | "JJ" | "CD" | "PRP$");
    let may_be = |at: usize, form: Known| {
        let look = looks.get(at);
        look.is_some_and(|look| look.known & form as Hash != 0)
    };
    let before = |at: usize| subject_before(forms, at);
    let has_subject = |at: usize| before(at).is_some_and(is_noun);
    let verb = |at: usize| match class(at) {
        "VBN" if has_subject(at) && opens(at + 1) && may_be(at, Known::Past) => Some("VBD"),
        // `An earthquake of magnitude 7.8 struck southern Chile.`
        "JJ" if before(at).is_some_and(|at| is_noun(at) || class(at) == "CD")
            && opens(at + 1)
            && may_be(at, Known::Past) =>
        {
            Some("VBD")
        }
        // `Iran, for its part, plans to hold a drill.`
        "NNS" if class(at + 1) == "TO" && may_be(at, Known::Third) => Some("VBZ"),
        _ => None,
    };
    let in_sentence = || {
        let is_one = forms.last() == Some(&".") && class(0) != "VB";
        let has_none = is_one && !(0..tags.len()).any(is_tensed);
        let mut all = (1..tags.len()).filter(|_| has_none);
        all.find_map(|at| Some((at, verb(at)?)))
    };
    // `when a bus overturned in Lima`
    let in_clause = || {
        let when = (0..tags.len()).find(|at| class(*at) == "WRB")?;
        let rest = || when + 1..tags.len();
        let end = rest()
            .find(|at| [",", "."].contains(&forms[*at]))
            .unwrap_or(tags.len());
        let has_none = !(when..end).any(is_tensed);
        let mut all = (when + 1..end).filter(|_| has_none);
        let at =
            all.find(|at| class(*at) == "VBN" && is_noun(at - 1) && may_be(*at, Known::Past))?;
        Some((at, "VBD"))
    };
    let main = in_sentence();
    let (at, form) = main.or_else(in_clause)?;
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
