//! Trains and scores the model for names on documents whose names are annotated.

mod fit;
mod gold;
mod score;

use dateline::text::grammar::Upos;
use dateline::text::grammar::model::Model;
use dateline::text::grammar::names::model::NameModel;

use crate::data::Part;
pub(crate) use gold::{Document, documents};
pub(crate) use score::Report;

/// Trains on the documents of all parts. `tags` has the classes of all their sentences, each found by a
/// tagger that has not seen it: names shall be learnt from classes as good and as bad as in use.
pub(crate) fn train(
    parts: &[Part],
    tags: &[Vec<u16>],
    class_of: impl Fn(u16) -> (Upos, &'static str),
) -> NameModel {
    let mut documents = Vec::new();
    let mut tags = tags.iter();
    for part in parts {
        let tags: Vec<Vec<(Upos, &'static str)>> = tags
            .by_ref()
            .take(part.sentences.len())
            .map(|tags| tags.iter().map(|tag| class_of(*tag)).collect())
            .collect();
        let mut own = part.documents.clone();
        gold::retag(&mut own, &tags);
        documents.extend(own);
    }
    fit::fit(&documents, &fit::Options::default())
}

/// Scores `names` on the documents of `part`, with classes found by the tagger of `model`.
pub(crate) fn report(names: &NameModel, model: &Model, part: &Part) -> Report {
    let mut documents = part.documents.clone();
    for sentence in documents
        .iter_mut()
        .flat_map(|document| &mut document.sentences)
    {
        let forms: Vec<&str> = sentence.forms.iter().map(String::as_str).collect();
        sentence.words = model.tag(&forms);
    }
    score::score(names, &documents)
}
