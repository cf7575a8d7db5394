//! Forms of a word (tense, number, voice): those most often seen with the word and its class.

use super::bytes::{Reader, Writer};
use super::index::Index;
use super::look::{Hash, feature};

/// Forms by word and class, or by class alone.
#[derive(Debug, Default)]
pub struct Feats {
    /// All forms as CoNLL-U writes them.
    pub names: Vec<&'static str>,
    /// Keys of words and of classes.
    pub keys: Index,
    /// The forms of each key.
    pub numbers: Vec<u16>,
}

impl Feats {
    /// The forms of a word, by the hash of its small letters and its class.
    pub fn of(&self, lower: Hash, tag: u16) -> &'static str {
        let place = self.keys.get(word_key(lower, tag));
        place
            .or_else(|| self.keys.get(class_key(tag)))
            .and_then(|place| self.numbers.get(place))
            .and_then(|number| self.names.get(usize::from(*number)))
            .copied()
            .unwrap_or("_")
    }

    /// Writes names and keys.
    pub fn write(&self, out: &mut Writer) {
        out.u32(self.names.len() as u32);
        for name in &self.names {
            out.text(name);
        }
        self.keys.write(out);
        for number in &self.numbers {
            out.u16(*number);
        }
    }

    /// Reads what [`Feats::write`] wrote.
    pub fn read(bytes: &mut Reader<'static>) -> Option<Self> {
        let n_names = bytes.u32()?;
        let names = (0..n_names).map(|_| bytes.text()).collect::<Option<_>>()?;
        let keys = Index::read(bytes)?;
        let numbers = (0..keys.len())
            .map(|_| bytes.u16())
            .collect::<Option<_>>()?;
        Some(Self {
            names,
            keys,
            numbers,
        })
    }
}

/// The key of a word of class `tag`.
pub fn word_key(lower: Hash, tag: u16) -> Hash {
    feature(20, lower, Hash::from(tag))
}

/// The key of all other words of class `tag`.
pub fn class_key(tag: u16) -> Hash {
    feature(21, 0, Hash::from(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_goes_before_its_class() {
        let feats = Feats {
            names: vec!["_", "Number=Sing", "Number=Plur"],
            keys: Index::new(vec![class_key(3), word_key(7, 3)]),
            numbers: vec![1, 2],
        };
        assert_eq!(feats.of(9, 3), "Number=Sing");
        assert_eq!(feats.of(7, 3), "Number=Plur");
        assert_eq!(feats.of(7, 4), "_");
    }
}
