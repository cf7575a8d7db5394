//! From characters to words: sentences, tokens, word classes, verb groups, names. Knows nothing of
//! dates or events.

mod abbreviation;
mod beside;
mod block;
mod classes;
mod dateline;
mod document;
mod filter;
mod full_names;
mod gazetteer;
pub mod grammar;
mod guess;
mod inflect;
mod learned_names;
mod lemma;
mod lexicon;
mod markup;
mod mend;
mod names;
mod participles;
mod sentence;
mod stop;
mod tagged;
mod token;
mod token_len;
mod truecase;
mod verbs;
mod word_list;
mod word_map;

pub use classes::{Auxiliary, WordClass};
pub use document::{Document, Sentence, Tense, Token, TokenShape, VerbGroup, analyse, split};
pub use filter::WordFilter;
pub use gazetteer::{class_of, is_organisation_word, is_title};
pub use inflect::{with_ed, with_ing, with_s};
pub use lemma::{Form, Reading, irregular_participle, noun_lemma, verb_readings};
pub use names::{government, is_demonym, names};
pub use word_map::{WordMap, WordSet};
