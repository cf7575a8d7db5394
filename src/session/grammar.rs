//! The grammar of an article's sentences, for the view that draws a tree above the words.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use crate::model::{Article, Span};
use crate::text::grammar::{Name, NameClass, ReadSentence, Reading, TextGrammar};
use crate::text::{self, Sentence};

/// More words of one sentence are not drawn.
const MAX_WORDS: usize = 240;

/// The class of words of which nothing is known.
const UNKNOWN: &str = "X";

/// The sentences of one article.
#[derive(Clone, Debug, Default)]
pub struct Sentences {
    text: Arc<str>,
    found: Vec<Sentence>,
    /// Of each sentence; found when the first tree is wanted.
    names: OnceLock<Vec<Vec<Name>>>,
}

/// One sentence as a tree.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tree {
    /// Its words in order.
    pub words: Vec<TreeWord>,
    /// Its names, as stretches of words, with what they name: `place`.
    pub names: Vec<(Range<usize>, &'static str)>,
    /// How many words at its end are left out.
    pub n_left_out: usize,
}

impl Tree {
    /// Whether anything is known of its words: nothing is of those of another language.
    pub fn is_understood(&self) -> bool {
        self.words.iter().any(|word| word.class != UNKNOWN)
    }

    /// The name that a word is part of: its words, and what it names.
    pub fn name_of(&self, index: usize) -> Option<(String, &'static str)> {
        let (range, class) = self
            .names
            .iter()
            .find(|(range, _)| range.contains(&index))?;
        let words = self.words.get(range.clone())?;
        let words: Vec<&str> = words.iter().map(|word| word.words.as_str()).collect();
        Some((words.join(" "), class))
    }
}

/// A word of a tree.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TreeWord {
    /// Where it stands in the article.
    pub span: Span,
    /// As it is written.
    pub words: String,
    /// Base form.
    pub lemma: String,
    /// Universal class: `VERB`.
    pub class: &'static str,
    /// Class of the Penn Treebank: `VBD`.
    pub fine_class: &'static str,
    /// Forms: `Tense=Past|VerbForm=Fin`; empty if none.
    pub forms: &'static str,
    /// Index of the word it hangs on; none for the root, or if that word is left out.
    pub head: Option<usize>,
    /// What it is to that word: `nsubj:pass`.
    pub relation: &'static str,
    /// Index of the predicate of its clause.
    pub clause: Option<usize>,
}

impl Sentences {
    /// Cuts an article's text into sentences; what is not the article has none.
    pub fn of(article: &Article) -> Self {
        let document = text::analyse(&article.text, &article.boilerplate);
        Self {
            text: Arc::clone(&article.text),
            found: document.sentences,
            names: OnceLock::new(),
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The sentence that holds a byte of the text, else the last before it, else the first.
    pub fn at(&self, byte: usize) -> Option<usize> {
        let after = self.found.partition_point(|one| one.span.start <= byte);
        (!self.found.is_empty()).then(|| after.saturating_sub(1))
    }

    /// Where a sentence stands.
    pub fn span(&self, index: usize) -> Option<Span> {
        self.found.get(index).map(|sentence| sentence.span)
    }

    /// Parses a sentence.
    pub fn tree(&self, index: usize) -> Tree {
        let grammar = TextGrammar::new(&self.text, &self.found);
        let Some(read) = grammar.sentence(index) else {
            return Tree::default();
        };
        let n_shown = read.words.len().min(MAX_WORDS);
        let reading = read.reading();
        let words = (0..n_shown).filter_map(|at| tree_word(read, &reading, at, n_shown));
        let names = self.names_of(index).iter();
        let shown = names.filter(|name| name.tokens.end <= n_shown);
        Tree {
            words: words.collect(),
            names: shown
                .map(|name| (name.tokens.clone(), NameClass::name(name.class)))
                .collect(),
            n_left_out: read.words.len() - n_shown,
        }
    }

    fn names_of(&self, index: usize) -> &[Name] {
        let all = || TextGrammar::new(&self.text, &self.found).into_names();
        let names = self.names.get_or_init(all);
        names.get(index).map_or(&[], Vec::as_slice)
    }
}

fn tree_word(
    read: &ReadSentence<'_>,
    reading: &Reading<'_>,
    at: usize,
    n_shown: usize,
) -> Option<TreeWord> {
    let (form, word) = (read.forms.get(at)?, read.words.get(at)?);
    let is_shown = |at: &usize| *at < n_shown;
    Some(TreeWord {
        span: form.span,
        words: read.written.get(at)?.replace('\n', " "),
        lemma: word.lemma.clone().into_owned(),
        class: word.upos.name(),
        fine_class: word.xpos,
        forms: if word.feats == "_" { "" } else { word.feats },
        head: word.head_index().filter(is_shown),
        relation: word.deprel,
        clause: reading.clause_of(at).filter(is_shown),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ArticleId;

    fn article(text: &str) -> Article {
        Article {
            id: ArticleId(0),
            path: "a.txt".to_owned(),
            text: text.into(),
            title: "A".to_owned(),
            ..Article::default()
        }
    }

    #[test]
    fn sentences_are_found_by_place_and_each_is_a_tree() {
        let text = "The ferry sank. Divers don't search at night.\n";
        let sentences = Sentences::of(&article(text));
        assert_eq!(sentences.len(), 2);
        for (byte, expected) in [(0, 0), (10, 0), (16, 1), (400, 1)] {
            assert_eq!(sentences.at(byte), Some(expected), "at {byte}");
        }
        let tree = sentences.tree(1);
        let words: Vec<&str> = tree.words.iter().map(|w| w.words.as_str()).collect();
        assert_eq!(words, ["Divers", "do", "n't", "search", "at", "night", "."]);
        assert_eq!(tree.words.iter().filter(|w| w.head.is_none()).count(), 1);
        assert!(tree.words.iter().all(|w| w.clause == Some(3)), "{tree:?}");
        assert!(
            tree.words
                .iter()
                .all(|word| word.span.of(text) == word.words)
        );
    }

    #[test]
    fn a_very_long_sentence_is_cut_and_nothing_has_no_tree() {
        let long = format!("{}.", "the ferry and ".repeat(400));
        let tree = Sentences::of(&article(&long)).tree(0);
        assert_eq!(tree.words.len(), MAX_WORDS);
        assert!(tree.n_left_out > 0);
        assert!(
            tree.words
                .iter()
                .all(|w| w.head.is_none_or(|h| h < MAX_WORDS))
        );
        let none = Sentences::of(&article(""));
        assert!(none.is_empty() && none.at(0).is_none() && none.tree(0).words.is_empty());
    }
}
