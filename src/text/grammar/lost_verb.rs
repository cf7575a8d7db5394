//! Sentences that were read without a verb: `The king dissolved parliament.` has one, though `dissolved parliament` may
//! be a phrase.

use super::lexicon::Known;
use super::look::{Hash, Look};
use super::model::Model;

/// The word that is the verb of a sentence in which none was found, and its class: a participle between two nouns that
/// may as well be the past, or a plural before an infinitive. None for what has another verb or no full stop.
pub(super) fn lost_verb(
    model: &Model,
    forms: &[&str],
    looks: &[Look],
    tags: &[u16],
) -> Option<(usize, u16)> {
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
    let has_none =
        forms.last() == Some(&".") && class(0) != "VB" && !(0..tags.len()).any(is_tensed);
    let verb = |at: usize| match class(at) {
        "VBN" if is_noun(at - 1) && opens(at + 1) && may_be(at, Known::Past) => Some("VBD"),
        // `Iran, for its part, plans to hold a drill.`
        "NNS" if class(at + 1) == "TO" && may_be(at, Known::Third) => Some("VBZ"),
        _ => None,
    };
    let mut all = (1..tags.len()).filter(|_| has_none);
    let (at, form) = all.find_map(|at| Some((at, verb(at)?)))?;
    let tag = model
        .tags
        .iter()
        .position(|tag| tag.xpos == form && tag.upos == super::Upos::Verb)?;
    Some((at, u16::try_from(tag).ok()?))
}
