//! How a word looks, as numbers: its small letters, its beginning and end, its shape.

use super::lexicon::Lexicon;

/// A hash stands for a word or a piece of one; two different ones practically never share it.
pub type Hash = u32;

/// The looks of one word; what the models see of it besides its neighbours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The word in small letters, digits made alike.
    pub lower: Hash,
    /// The last one to four bytes.
    pub suffixes: [Hash; 4],
    /// The first one to three bytes.
    pub prefixes: [Hash; 3],
    /// Capitals, small letters, digits and signs in their order, runs made one.
    pub shape: Hash,
    /// Begins with a capital letter.
    pub is_capital: bool,
    /// The forms that it may be, as the [`Lexicon`] has it.
    pub known: Hash,
}

impl Look {
    /// Looks at `form`; `buffer` is scratch space.
    pub fn of(form: &str, buffer: &mut Vec<u8>) -> Self {
        fold(form, buffer);
        let n = buffer.len();
        let end = |k: usize| hash_bytes(buffer.get(n.saturating_sub(k)..).unwrap_or_default());
        let start = |k: usize| hash_bytes(buffer.get(..k.min(n)).unwrap_or_default());
        let lower = hash_bytes(buffer);
        Self {
            lower,
            known: Hash::from(Lexicon::get().forms(lower)),
            suffixes: [end(1), end(2), end(3), end(4)],
            prefixes: [start(1), start(2), start(3)],
            shape: shape(form),
            is_capital: form.chars().next().is_some_and(char::is_uppercase),
        }
    }
}

/// Small letters, and every digit a zero.
fn fold(form: &str, buffer: &mut Vec<u8>) {
    buffer.clear();
    if form.is_ascii() {
        buffer.extend(form.bytes().map(|byte| match byte {
            b'0'..=b'9' => b'0',
            _ => byte.to_ascii_lowercase(),
        }));
        return;
    }
    let mut utf8 = [0; 4];
    for c in form.chars().flat_map(char::to_lowercase) {
        let plain = match c {
            '’' | '‘' => '\'',
            '“' | '”' => '"',
            _ if c.is_ascii_digit() => '0',
            _ => c,
        };
        buffer.extend(plain.encode_utf8(&mut utf8).bytes());
    }
}

/// `Ab9-` for `McDonald-2000s`: each kind of character once per run, at most eight runs.
fn shape(form: &str) -> Hash {
    let mut runs = [0_u8; 8];
    let (mut n, mut last, mut last_run) = (0, 0, 1);
    for c in form.chars() {
        let kind = kind(c);
        last_run = if kind == last { last_run + 1 } else { 1 };
        last = kind;
        // A run of two capitals is not one capital: `Mr` against `USA`.
        if last_run > 2 || (last_run == 2 && kind != b'A') {
            continue;
        }
        match runs.get_mut(n) {
            Some(slot) => *slot = kind,
            None => break,
        }
        n += 1;
    }
    hash_bytes(&runs)
}

fn kind(c: char) -> u8 {
    match c {
        'a'..='z' => b'a',
        'A'..='Z' => b'A',
        '0'..='9' => b'0',
        _ if c.is_ascii() => c as u8,
        _ if c.is_uppercase() => b'A',
        _ if c.is_lowercase() => b'a',
        _ if c.is_alphabetic() => b'w',
        _ if c.is_numeric() => b'0',
        _ => b'?',
    }
}

/// The hash of a piece of text.
pub fn hash_bytes(bytes: &[u8]) -> Hash {
    let mut hash = 0x9E37_79B9_7F4A_7C15_u64 ^ bytes.len() as u64;
    let (whole, rest) = bytes.as_chunks::<8>();
    let whole = whole.iter().map(|word| u64::from_le_bytes(*word));
    let last = (!rest.is_empty()).then(|| few_bytes(rest));
    for word in whole.chain(last) {
        hash = (hash ^ word).wrapping_mul(0xA076_1D64_78BD_642F);
        hash ^= hash >> 32;
    }
    (hash ^ (hash >> 29)) as u32
}

/// Up to eight bytes as one number, the first the lowest: read by overlapping parts, for to walk over the
/// bytes of every word takes long.
#[inline]
fn few_bytes(bytes: &[u8]) -> u64 {
    let n = bytes.len();
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let [first, last] = [first, last].map(|part| u64::from(u32::from_le_bytes(*part)));
        return first | last << (8 * (n - 4));
    }
    let byte = |at: usize| bytes.get(at).map_or(0, |byte| u64::from(*byte) << (8 * at));
    byte(0) | byte(1) | byte(2)
}

/// The hash of a feature: template `kind` filled with `a` and `b`.
#[inline]
pub fn feature(kind: u32, a: Hash, b: Hash) -> Hash {
    let mixed = (u64::from(a) ^ (u64::from(b) << 32) ^ (u64::from(kind) << 57))
        .wrapping_mul(0xE703_7ED1_A0B4_28DB);
    let mixed = (mixed ^ (mixed >> 31) ^ u64::from(kind)).wrapping_mul(0x8EBC_6AF0_9C88_C6E3);
    (mixed >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(form: &str) -> Look {
        Look::of(form, &mut Vec::new())
    }

    #[test]
    fn alike_words_look_alike() {
        for (a, b) in [("Sank", "sank"), ("1984", "2026"), ("ÉTÉ", "été")] {
            assert_eq!(look(a).lower, look(b).lower, "{a} {b}");
        }
        for (a, b) in [
            ("Mr", "Dr"),
            ("USA", "NATO"),
            ("ran", "walked"),
            ("12", "7"),
        ] {
            assert_eq!(look(a).shape, look(b).shape, "{a} {b}");
        }
        for (a, b) in [("Mr", "USA"), ("a", "A"), ("😀", "a"), ("", "a")] {
            assert_ne!(look(a).shape, look(b).shape, "{a} {b}");
        }
        assert_eq!(look("talking").suffixes[2], look("sinking").suffixes[2]);
        assert_ne!(look("talking").suffixes[3], look("sing").suffixes[3]);
    }
}
