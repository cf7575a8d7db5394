//! Base forms: what to cut off the end of a word of some class and what to put there instead.

use std::borrow::Cow;

use super::bytes::{Reader, Writer};
use super::index::Index;
use super::look::{Hash, feature, hash_bytes};

/// Endings of up to so many bytes decide for unknown words.
pub const LONGEST_ENDING: usize = 6;

/// One way to make a base form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rule {
    /// So many bytes go.
    pub cut: u8,
    /// Capitals stay; else all letters are made small first.
    pub keeps_case: bool,
    /// This comes instead.
    pub add: Cow<'static, str>,
}

impl Rule {
    /// The rule that makes `lemma` of `form`, for small letters or capitals as they are.
    pub fn between(form: &str, lemma: &str, keeps_case: bool) -> Self {
        let form = if keeps_case {
            form.to_owned()
        } else {
            form.to_lowercase()
        };
        let same = form.chars().zip(lemma.chars()).take_while(|(a, b)| a == b);
        let n_same: usize = same.map(|(c, _)| c.len_utf8()).sum();
        Self {
            cut: (form.len() - n_same).min(255) as u8,
            keeps_case,
            add: Cow::Owned(lemma.get(n_same..).unwrap_or_default().to_owned()),
        }
    }

    /// Makes the base form; `None` if the form is too short.
    pub fn apply(&self, form: &str) -> Option<String> {
        let is_small = self.keeps_case || !form.chars().any(char::is_uppercase);
        let form = if is_small {
            Cow::Borrowed(form)
        } else {
            Cow::Owned(form.to_lowercase())
        };
        let stem = form.get(..form.len().checked_sub(usize::from(self.cut))?)?;
        let mut lemma = String::with_capacity(stem.len() + self.add.len());
        lemma.push_str(stem);
        lemma.push_str(&self.add);
        (!lemma.is_empty()).then_some(lemma)
    }
}

/// Base forms of words by class.
#[derive(Debug, Default)]
pub struct Lemmas {
    /// All rules.
    pub rules: Vec<Rule>,
    /// Rules of whole words and of endings, by [`word_key`] and [`ending_keys`].
    pub keys: Index,
    /// The rule of each key.
    pub numbers: Vec<u16>,
}

impl Lemmas {
    /// The base form of `form` in class `tag`.
    pub fn lemma(&self, form: &str, tag: u16) -> String {
        self.rule(form, tag)
            .and_then(|rule| rule.apply(form))
            .unwrap_or_else(|| form.to_owned())
    }

    /// Whether it was learnt of the whole word.
    pub fn knows(&self, form: &str, tag: u16) -> bool {
        self.keys.get(word_key(form, tag)).is_some()
    }

    fn rule(&self, form: &str, tag: u16) -> Option<&Rule> {
        let of_word = self.keys.get(word_key(form, tag));
        let endings = ending_keys(form, tag);
        let place =
            of_word.or_else(|| endings.into_iter().find_map(|key| self.keys.get(key)))?;
        self.rules.get(usize::from(*self.numbers.get(place)?))
    }

    /// Writes rules and keys.
    pub fn write(&self, out: &mut Writer) {
        out.u32(self.rules.len() as u32);
        for rule in &self.rules {
            out.u8(rule.cut);
            out.u8(u8::from(rule.keeps_case));
            out.text(&rule.add);
        }
        self.keys.write(out);
        for number in &self.numbers {
            out.u16(*number);
        }
    }

    /// Reads what [`Lemmas::write`] wrote.
    pub fn read(bytes: &mut Reader<'static>) -> Option<Self> {
        let n_rules = bytes.u32()?;
        let rules = (0..n_rules)
            .map(|_| {
                Some(Rule {
                    cut: bytes.u8()?,
                    keeps_case: bytes.u8()? == 1,
                    add: Cow::Borrowed(bytes.text()?),
                })
            })
            .collect::<Option<_>>()?;
        let keys = Index::read(bytes)?;
        let numbers = bytes.take(keys.len() * 2)?.as_chunks().0;
        Some(Self {
            rules,
            numbers: numbers.iter().map(|n| u16::from_le_bytes(*n)).collect(),
            keys,
        })
    }
}

/// The key of a whole word of class `tag`.
pub fn word_key(form: &str, tag: u16) -> Hash {
    feature(1, hash_bytes(form.as_bytes()), Hash::from(tag))
}

/// The keys of the endings of a word of class `tag`, the longest first; the last one is that of no ending.
pub fn ending_keys(form: &str, tag: u16) -> [Hash; LONGEST_ENDING + 1] {
    let mut tail = [0_u8; LONGEST_ENDING];
    let n = form.len().min(LONGEST_ENDING);
    let ending = form.as_bytes().iter().rev().take(n);
    for (to, from) in tail.iter_mut().rev().zip(ending) {
        *to = from.to_ascii_lowercase();
    }
    std::array::from_fn(|cut| {
        let ending = tail.get(cut..).unwrap_or_default();
        feature(2 + cut as u32, hash_bytes(ending), Hash::from(tag))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_make_base_forms() {
        for (form, lemma, keeps_case) in [
            ("sank", "sink", false),
            ("Parties", "party", false),
            ("went", "go", false),
            ("Balkans", "Balkan", true),
            ("ÉTÉ", "été", false),
        ] {
            let rule = Rule::between(form, lemma, keeps_case);
            assert_eq!(rule.apply(form).as_deref(), Some(lemma));
        }
        let rule = Rule::between("parties", "party", false);
        assert_eq!(rule.apply("Cities").as_deref(), Some("city"));
        assert_eq!(rule.apply("es"), None);
        assert_eq!(rule.apply("a😀"), None);
    }

    #[test]
    fn a_word_goes_before_its_ending() {
        let rule = |cut| Rule {
            cut,
            keeps_case: false,
            add: Cow::Borrowed(""),
        };
        let [.., ending, _] = ending_keys("cats", 7);
        let lemmas = Lemmas {
            rules: vec![rule(1), rule(0)],
            keys: Index::new(vec![ending, word_key("gas", 7)]),
            numbers: vec![0, 1],
        };
        for (form, tag, lemma) in [
            ("Cats", 7, "cat"),
            ("gas", 7, "gas"),
            ("cats", 3, "cats"),
            ("", 7, ""),
        ] {
            assert_eq!(lemmas.lemma(form, tag), lemma);
        }
    }
}
