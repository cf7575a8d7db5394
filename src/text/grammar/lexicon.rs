//! What a dictionary says a word may be: it knows the words that the training texts never showed.

use std::sync::LazyLock;

use super::bytes::{Reader, Writer};
use super::look::{Hash, hash_bytes};

static BYTES: &[u8] = include_bytes!("../../../assets/models/en/lexicon.bin");

/// A form that a word may be; a word may be several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// `treaty`
    Noun = 1,
    /// `treaties`
    Plural = 1 << 1,
    /// `resume`
    Verb = 1 << 2,
    /// `resumes`
    Third = 1 << 3,
    /// `withdrew`
    Past = 1 << 4,
    /// `withdrawn`
    Participle = 1 << 5,
    /// `withdrawing`
    Ing = 1 << 6,
    /// `joint`
    Adjective = 1 << 7,
    /// `soon`
    Adverb = 1 << 8,
}

/// Words by the hash of their small letters, each with the sum of the forms it may be.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// Open addressing; sum 0 is an empty slot. The length is a power of two.
    slots: Vec<(Hash, u16)>,
}

impl Lexicon {
    /// The lexicon of the program, made ready at first use.
    pub fn get() -> &'static Self {
        static LEXICON: LazyLock<Lexicon> =
            LazyLock::new(|| Lexicon::read(BYTES).unwrap_or_default());
        &LEXICON
    }

    /// The sum of the [`Known`] forms of a word; 0 of an unknown one.
    #[inline]
    pub fn forms(&self, word: Hash) -> u16 {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = word as usize & mask;
        while let Some((key, forms)) = self.slots.get(at) {
            if *key == word || *forms == 0 {
                return *forms;
            }
            at = (at + 1) & mask;
        }
        0
    }

    /// Whether it has `word`, however that is written.
    pub fn knows(&self, word: &str) -> bool {
        self.forms(hash_bytes(word.to_lowercase().as_bytes())) != 0
    }

    /// The file of a lexicon: `words` sorted, without doubles and without sums of 0.
    pub fn write(words: &[(Hash, u16)]) -> Vec<u8> {
        let mut out = Writer::default();
        out.u32(words.len() as u32);
        for (word, _) in words {
            out.u32(*word);
        }
        for (_, forms) in words {
            out.u16(*forms);
        }
        out.into_bytes()
    }

    /// Reads what [`Lexicon::write`] wrote.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let bytes = &mut Reader::new(bytes);
        let n = bytes.u32()? as usize;
        let words = bytes.take(n.checked_mul(4)?)?.as_chunks().0;
        let forms = bytes.take(n.checked_mul(2)?)?.as_chunks().0;
        let mut slots = vec![(0, 0); (n * 2).next_power_of_two()];
        let mask = slots.len() - 1;
        for (word, forms) in words.iter().zip(forms) {
            let word = Hash::from_le_bytes(*word);
            let mut at = word as usize & mask;
            while slots.get(at).is_some_and(|(_, forms)| *forms != 0) {
                at = (at + 1) & mask;
            }
            *slots.get_mut(at)? = (word, u16::from_le_bytes(*forms));
        }
        Some(Self { slots })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::grammar::look::Look;

    #[test]
    fn words_may_be_what_the_dictionary_says() {
        let check = |word: &str, expected: &[Known]| {
            let expected: u16 = expected.iter().map(|form| *form as u16).sum();
            let found = Look::of(word, &mut Vec::new()).known;
            assert_eq!(found, u32::from(expected), "{word}");
        };
        check("Withdrew", &[Known::Past]);
        check("treaties", &[Known::Plural]);
        check("began", &[Known::Past]);
        check("begun", &[Known::Participle]);
        check("resuming", &[Known::Ing]);
        check("arrests", &[Known::Plural, Known::Third]);
        check("Lyonesse-on-Sea", &[]);
    }

    #[test]
    fn a_cut_file_is_no_lexicon() {
        let bytes = Lexicon::write(&[(7, 3), (9, 1)]);
        assert_eq!(
            Lexicon::read(&bytes).map(|lexicon| lexicon.forms(7)),
            Some(3)
        );
        assert_eq!(
            Lexicon::read(&bytes).map(|lexicon| lexicon.forms(8)),
            Some(0)
        );
        for n in 0..bytes.len() {
            assert!(Lexicon::read(bytes.get(..n).unwrap_or_default()).is_none());
        }
    }
}
