//! What the model says about one word, in the terms of Universal Dependencies.

use std::borrow::Cow;

/// One word of a parsed sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Universal class: `Upos::Verb`.
    pub upos: Upos,
    /// Class of the Penn Treebank: `VBD`.
    pub xpos: &'static str,
    /// Forms as CoNLL-U writes them: `Mood=Ind|Tense=Past|VerbForm=Fin`; `_` if none.
    pub feats: &'static str,
    /// Base form: `sink` of `sank`.
    pub lemma: Cow<'static, str>,
    /// Number of the word this one hangs on, counted from 1; 0 for the root.
    pub head: u32,
    /// Relation to the head with its subtype: `nsubj:pass`.
    pub deprel: &'static str,
}

impl Word {
    /// A word of which nothing is known but its form.
    pub fn unknown(form: &str) -> Self {
        Self {
            upos: Upos::X,
            xpos: "FW",
            feats: "_",
            lemma: Cow::Owned(form.to_lowercase()),
            head: 0,
            deprel: "dep",
        }
    }

    /// The value of one form: `feat("Tense")` is `Some("Past")`.
    pub fn feat(&self, name: &str) -> Option<&'static str> {
        self.feats.split('|').find_map(|pair| {
            let (key, value) = pair.split_once('=')?;
            (key == name).then_some(value)
        })
    }

    /// The relation without its subtype: `nsubj` of `nsubj:pass`.
    pub fn relation(&self) -> &'static str {
        self.deprel.split(':').next().unwrap_or(self.deprel)
    }

    /// Index of the head among the words of the sentence; `None` for the root.
    pub fn head_index(&self) -> Option<usize> {
        (self.head as usize).checked_sub(1)
    }
}

/// The seventeen universal word classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Upos {
    /// Adjective.
    Adj,
    /// Preposition.
    Adp,
    /// Adverb.
    Adv,
    /// Auxiliary verb.
    Aux,
    /// Coordinating conjunction.
    Cconj,
    /// Determiner.
    Det,
    /// Interjection.
    Intj,
    /// Noun.
    Noun,
    /// Numeral.
    Num,
    /// Particle: `to`, `not`, `'s`.
    Part,
    /// Pronoun.
    Pron,
    /// Proper noun.
    Propn,
    /// Punctuation.
    Punct,
    /// Subordinating conjunction.
    Sconj,
    /// Symbol.
    Sym,
    /// Verb.
    Verb,
    /// Anything else.
    X,
}

impl Upos {
    /// All classes with their names in CoNLL-U, in order.
    pub const ALL: [(Self, &'static str); 17] = [
        (Self::Adj, "ADJ"),
        (Self::Adp, "ADP"),
        (Self::Adv, "ADV"),
        (Self::Aux, "AUX"),
        (Self::Cconj, "CCONJ"),
        (Self::Det, "DET"),
        (Self::Intj, "INTJ"),
        (Self::Noun, "NOUN"),
        (Self::Num, "NUM"),
        (Self::Part, "PART"),
        (Self::Pron, "PRON"),
        (Self::Propn, "PROPN"),
        (Self::Punct, "PUNCT"),
        (Self::Sconj, "SCONJ"),
        (Self::Sym, "SYM"),
        (Self::Verb, "VERB"),
        (Self::X, "X"),
    ];

    /// The name in CoNLL-U: `VERB`.
    pub fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find_map(|(class, name)| (*class == self).then_some(*name))
            .unwrap_or("X")
    }

    /// The class of that name in CoNLL-U.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find_map(|(class, known)| (*known == name).then_some(*class))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_tells_its_forms_and_relation() {
        let word = Word {
            feats: "Mood=Ind|Tense=Past|VerbForm=Fin",
            deprel: "nsubj:pass",
            head: 3,
            ..Word::unknown("sank")
        };
        assert_eq!(word.feat("Tense"), Some("Past"));
        assert_eq!(word.feat("Mood=Ind"), None);
        assert_eq!(word.feat("Case"), None);
        assert_eq!(word.relation(), "nsubj");
        assert_eq!(word.head_index(), Some(2));
        assert_eq!(Word::unknown("😀").head_index(), None);
    }

    #[test]
    fn classes_have_names_in_both_directions() {
        for (class, name) in Upos::ALL {
            assert_eq!(class.name(), name);
            assert_eq!(Upos::of_name(name), Some(class));
        }
        assert_eq!(Upos::of_name("verb"), None);
    }
}
