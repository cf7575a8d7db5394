//! The grammar of a whole text: each sentence is read when it is first asked for, and only once.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::{Form, Name, Reading, Tagged, Word, forms, names_of_text, parse, tag};
use crate::text::Sentence;
use crate::text::truecase::cased;

/// A text whose sentences can be asked for their grammar. Costs nothing until asked.
#[derive(Debug)]
pub struct TextGrammar<'t> {
    text: &'t str,
    sentences: &'t [Sentence],
    read: Vec<OnceLock<ReadSentence<'t>>>,
    names: OnceLock<Vec<Vec<Name>>>,
}

/// A sentence with its words, which differ from its tokens here and there.
#[derive(Debug)]
pub struct ReadSentence<'t> {
    /// Where each word stands.
    pub forms: Vec<Form>,
    /// Each word as written.
    pub written: Vec<&'t str>,
    /// What the model says of each word.
    pub words: Cow<'t, [Word]>,
}

impl<'t> TextGrammar<'t> {
    /// Of `text`, cut into `sentences`.
    pub fn new(text: &'t str, sentences: &'t [Sentence]) -> Self {
        Self {
            text,
            sentences,
            read: sentences.iter().map(|_| OnceLock::new()).collect(),
            names: OnceLock::new(),
        }
    }

    /// The sentence `index` with its tree.
    pub fn sentence(&self, index: usize) -> Option<&ReadSentence<'t>> {
        let sentence = self.sentences.get(index)?;
        let read = self.read.get(index)?;
        Some(read.get_or_init(|| ReadSentence::of(self.text, sentence)))
    }

    /// The names in the sentence `index`, by its words. The first question reads the names of the whole
    /// text, for its sentences explain one another.
    pub fn names(&self, index: usize) -> &[Name] {
        let names = self.names.get_or_init(|| self.all_names());
        names.get(index).map_or(&[], Vec::as_slice)
    }

    /// The names of all sentences.
    pub fn into_names(self) -> Vec<Vec<Name>> {
        self.names.get_or_init(|| self.all_names());
        self.names.into_inner().unwrap_or_default()
    }

    fn all_names(&self) -> Vec<Vec<Name>> {
        let of = |sentence: &'t Sentence| {
            let written = written(self.text, &forms_of(self.text, sentence));
            let words = if sentence.words.len() == written.len() {
                Cow::Borrowed(sentence.words.as_slice())
            } else {
                Cow::Owned(tag(&written))
            };
            (written, words)
        };
        let read: Vec<_> = self.sentences.iter().map(of).collect();
        let tagged = read.iter().map(|(forms, words)| Tagged { forms, words });
        names_of_text(&tagged.collect::<Vec<_>>())
    }
}

impl<'t> ReadSentence<'t> {
    fn of(text: &'t str, sentence: &'t Sentence) -> Self {
        let forms = forms_of(text, sentence).into_owned();
        let written = written(text, &forms);
        let words = if sentence.has_tree() {
            Cow::Borrowed(sentence.words.as_slice())
        } else {
            Cow::Owned(read_cased(parse, &written, &forms, &sentence.lowered))
        };
        Self {
            forms,
            written,
            words,
        }
    }

    /// Clauses, subjects, objects and so on, by the indices of words.
    pub fn reading(&self) -> Reading<'_> {
        Reading::new(&self.written, &self.words)
    }

    /// The index of the word that the byte `at` of the text lies in.
    pub fn word_at(&self, at: usize) -> Option<usize> {
        let word = self.forms.partition_point(|form| form.span.end <= at);
        self.forms
            .get(word)
            .is_some_and(|form| form.span.start <= at)
            .then_some(word)
    }

    /// The index of the word that the token `token` of the sentence is or begins in.
    pub fn word_of_token(&self, token: usize) -> Option<usize> {
        let word = self.forms.partition_point(|form| form.last < token);
        self.forms
            .get(word)
            .is_some_and(|form| form.first <= token)
            .then_some(word)
    }
}

/// What the `model` says of the words `written` at `forms`, those at the `lowered` tokens read as if
/// written small.
pub(in crate::text) fn read_cased(
    model: impl FnOnce(&[&str]) -> Vec<Word>,
    written: &[&str],
    forms: &[Form],
    lowered: &[usize],
) -> Vec<Word> {
    if lowered.is_empty() {
        return model(written);
    }
    let cased = cased(written, forms, lowered);
    model(&cased.iter().map(AsRef::as_ref).collect::<Vec<&str>>())
}

/// The forms of a sentence, found now if it was only split.
pub(in crate::text) fn forms_of<'s>(text: &str, sentence: &'s Sentence) -> Cow<'s, [Form]> {
    if sentence.forms.is_empty() {
        Cow::Owned(forms(text, sentence))
    } else {
        Cow::Borrowed(&sentence.forms)
    }
}

/// The `forms` as they stand in `text`.
pub(in crate::text) fn written<'t>(text: &'t str, forms: &[Form]) -> Vec<&'t str> {
    forms.iter().map(|form| form.span.of(text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::split;

    const TEXT: &str =
        "The ferry sank on Friday. Mr. Okoye didn't drown, said the mayor of Recife.";

    #[test]
    fn sentences_are_read_when_asked_for() {
        let document = split(TEXT, &[]);
        let grammar = TextGrammar::new(TEXT, &document.sentences);
        let second = grammar.sentence(1).expect("two sentences");
        assert!(
            grammar
                .read
                .iter()
                .map(|one| one.get().is_some())
                .eq([false, true])
        );
        assert!(grammar.names.get().is_none());
        let drown = second
            .word_at(TEXT.find("drown").expect("there"))
            .expect("a word");
        assert_eq!(second.written.get(drown), Some(&"drown"));
        assert!(second.reading().predicate(drown).is_denied);
        assert!(grammar.sentence(2).is_none());
    }

    #[test]
    fn names_are_found_by_words() {
        let document = split(TEXT, &[]);
        let grammar = TextGrammar::new(TEXT, &document.sentences);
        let sentence = grammar.sentence(1).expect("two sentences");
        let names = grammar.names(1).iter();
        let shown: Vec<String> = names
            .map(|name| {
                sentence
                    .written
                    .get(name.tokens.clone())
                    .unwrap_or_default()
                    .join(" ")
            })
            .collect();
        assert!(shown.contains(&"Recife".to_owned()), "{shown:?}");
        assert!(grammar.names(7).is_empty());
    }

    #[test]
    fn words_are_found_by_byte_and_token() {
        let document = split(TEXT, &[]);
        let sentence = document.sentences.get(1).expect("two sentences");
        let read = ReadSentence::of(TEXT, sentence);
        for (n, token) in sentence.tokens.iter().enumerate() {
            let word = read.word_at(token.span.start).expect("a word");
            assert_eq!(read.word_of_token(n), Some(word), "{}", token.span.of(TEXT));
        }
        assert_eq!(read.word_at(0), None);
        assert_eq!(read.word_of_token(99), None);
    }
}
