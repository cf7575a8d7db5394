//! Event mentions: trigger, status, date, participants, places, title.

mod arguments;
mod clause;
mod date;
mod lexicon;
mod phrase;
mod reader;
mod select;
mod status;
mod title;
mod trigger;
mod view;

use crate::model::{Article, Mention, Timex};
use crate::text::{Document, names};

/// The event mentions of one article in text order. `timexes` are those of [`crate::time::tag`].
pub fn mentions(article: &Article, document: &Document, timexes: &[Timex]) -> Vec<Mention> {
    let names = names(&article.text, document);
    let reader = reader::Reader {
        article,
        names: &names,
        timexes,
    };
    let drafts = reader.drafts(document);
    select::select(drafts, document)
}
