//! Where words stand among other words: what the company they kept in billions of words says of those
//! that the training texts never showed.

use std::sync::LazyLock;

use super::bytes::{Reader, Writer};
use super::index::Index;
use super::look::Hash;

static BYTES: &[u8] = include_bytes!("../../../assets/models/en/vectors.bin");
/// Numbers of a word.
pub const N_NUMBERS: usize = 64;
/// The file counts in this; numbers are about as far from 0 as 1 is.
pub const STEP: f32 = 1.0 / 32.0;

/// The numbers of a word, in steps of [`STEP`].
pub type Vector = [i8; N_NUMBERS];

/// Vectors by the hash of the small letters of a word.
#[derive(Debug, Default)]
pub struct Vectors {
    words: Index,
    vectors: Vec<Vector>,
}

impl Vectors {
    /// The vectors of the program, made ready at first use.
    pub fn get() -> &'static Self {
        static VECTORS: LazyLock<Vectors> =
            LazyLock::new(|| Vectors::read(&mut Reader::new(BYTES)).unwrap_or_default());
        &VECTORS
    }

    /// Of words with a vector each; of equal words the first counts.
    pub fn new(words: &[Hash], vectors: Vec<Vector>) -> Self {
        Self {
            words: Index::new(words.to_vec()),
            vectors,
        }
    }

    /// The vector of a word, if it has one.
    #[inline]
    pub fn of(&self, word: Hash) -> Option<&Vector> {
        self.vectors.get(self.words.get(word)?)
    }

    /// The file of the vectors.
    pub fn write(&self) -> Vec<u8> {
        let mut out = Writer::default();
        self.words.write(&mut out);
        for number in self.vectors.as_flattened() {
            out.u8(number.cast_unsigned());
        }
        out.into_bytes()
    }

    /// Reads what [`Vectors::write`] wrote.
    pub fn read(bytes: &mut Reader<'_>) -> Option<Self> {
        let words = Index::read(bytes)?;
        let numbers = bytes.take(words.len().checked_mul(N_NUMBERS)?)?;
        let vectors = numbers.as_chunks::<N_NUMBERS>().0.iter();
        Some(Self {
            words,
            vectors: vectors
                .map(|numbers| numbers.map(u8::cast_signed))
                .collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::grammar::look::Look;

    fn vector(word: &str) -> Option<&'static Vector> {
        Vectors::get().of(Look::of(word, &mut Vec::new()).lower)
    }

    fn likeness(a: &str, b: &str) -> f32 {
        let [a, b] = [a, b].map(|word| vector(word).expect("a common word").map(f32::from));
        let product =
            |a: &[f32], b: &[f32]| -> f32 { a.iter().zip(b).map(|(a, b)| a * b).sum() };
        product(&a, &b) / (product(&a, &a) * product(&b, &b)).sqrt()
    }

    #[test]
    fn words_of_like_company_are_alike() {
        for (word, near, far) in [
            ("treaty", "accord", "guitar"),
            ("frigate", "warship", "minister"),
            ("Tuesday", "Friday", "cabbage"),
            ("Nairobi", "Kampala", "quickly"),
        ] {
            assert!(likeness(word, near) > likeness(word, far) + 0.2, "{word}");
        }
        assert_eq!(vector("Lyonesse-on-Sea"), None);
    }

    #[test]
    fn a_cut_file_is_no_vectors() {
        let bytes = Vectors::new(&[7, 9], vec![[1; N_NUMBERS], [2; N_NUMBERS]]).write();
        let whole = Vectors::read(&mut Reader::new(&bytes)).expect("whole");
        assert_eq!(whole.of(9), Some(&[2; N_NUMBERS]));
        assert_eq!(whole.of(8), None);
        for n in 0..bytes.len() {
            assert!(
                Vectors::read(&mut Reader::new(bytes.get(..n).unwrap_or_default())).is_none()
            );
        }
    }
}
