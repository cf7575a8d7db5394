//! Makes the lexicon of the grammar model from the dictionary files of `WordNet`.
//!
//! `cargo run --release --example lexicon -- WORDNET_DIR MODEL_DIR`, where `WORDNET_DIR` holds `index.noun`,
//! `noun.exc` and their like. The same dictionary gives the same bytes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use dateline::text::grammar::lexicon::{Known, Lexicon};
use dateline::text::grammar::look::{Hash, Look};
use dateline::text::{with_ed, with_ing, with_s};

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [wordnet, models] = args.as_slice() else {
        bail!("usage: lexicon WORDNET_DIR MODEL_DIR");
    };
    let mut words = Words::default();
    let dictionary = Dictionary {
        dir: Path::new(wordnet),
    };
    words.add_nouns(&dictionary)?;
    words.add_verbs(&dictionary)?;
    for (part, form) in [("adj", Known::Adjective), ("adv", Known::Adverb)] {
        for lemma in dictionary.lemmas(part)? {
            words.add(&lemma, form);
        }
    }
    fs::write(Path::new(models).join("lexicon.bin"), words.file())?;
    Ok(())
}

struct Dictionary<'d> {
    dir: &'d Path,
}

impl Dictionary<'_> {
    fn read(&self, name: &str) -> Result<String> {
        let path = self.dir.join(name);
        fs::read_to_string(&path).with_context(|| format!("{}", path.display()))
    }

    /// The words of a class, without those of several words.
    fn lemmas(&self, part: &str) -> Result<Vec<String>> {
        let index = self.read(&format!("index.{part}"))?;
        let lines = index.lines().filter(|line| !line.starts_with(' '));
        let words = lines.filter_map(|line| line.split(' ').next());
        let is_word = |word: &&str| word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        Ok(words.filter(is_word).map(str::to_owned).collect())
    }

    /// The irregular forms of each word.
    fn exceptions(&self, part: &str) -> Result<BTreeMap<String, Vec<String>>> {
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for line in self.read(&format!("{part}.exc"))?.lines() {
            let mut words = line.split(' ').map(str::to_owned);
            let Some(form) = words.next() else { continue };
            for lemma in words {
                found.entry(lemma).or_default().push(form.clone());
            }
        }
        Ok(found)
    }
}

#[derive(Default)]
struct Words(BTreeMap<String, u16>);

impl Words {
    fn add(&mut self, word: &str, form: Known) {
        *self.0.entry(word.to_owned()).or_default() |= form as u16;
    }

    fn add_nouns(&mut self, dictionary: &Dictionary<'_>) -> Result<()> {
        let exceptions = dictionary.exceptions("noun")?;
        for lemma in dictionary.lemmas("noun")? {
            self.add(&lemma, Known::Noun);
            match exceptions.get(&lemma) {
                Some(plurals) => plurals
                    .iter()
                    .for_each(|form| self.add(form, Known::Plural)),
                None => self.add(&with_s(&lemma), Known::Plural),
            }
        }
        Ok(())
    }

    fn add_verbs(&mut self, dictionary: &Dictionary<'_>) -> Result<()> {
        let exceptions = dictionary.exceptions("verb")?;
        for lemma in dictionary.lemmas("verb")? {
            self.add(&lemma, Known::Verb);
            self.add(&with_s(&lemma), Known::Third);
            let irregular = exceptions.get(&lemma).map_or(&[][..], Vec::as_slice);
            let (ing, past): (Vec<_>, Vec<_>) = irregular
                .iter()
                .filter(|form| !form.ends_with('s'))
                .cloned()
                .partition(|form| form.ends_with("ing"));
            for form in if ing.is_empty() {
                vec![with_ing(&lemma, doubles(&lemma))]
            } else {
                ing
            } {
                self.add(&form, Known::Ing);
            }
            let past = if past.is_empty() {
                vec![with_ed(&lemma, doubles(&lemma))]
            } else {
                past
            };
            self.add_past(&past);
            if UNCHANGED.contains(&lemma.as_str()) {
                self.add_past(&[lemma]);
            }
        }
        Ok(())
    }

    /// The dictionary does not tell `took` from `taken`; their endings and vowels do.
    fn add_past(&mut self, forms: &[String]) {
        let is_participle = |form: &str| {
            let stem = form.trim_end_matches(['g', 'k', 'm']);
            (form.ends_with('n') || form.ends_with("ne") || stem.ends_with('n'))
                && !is_vowel_past(form)
        };
        let has_participle = forms.iter().any(|form| is_participle(form));
        for form in forms {
            let is_one = forms.len() == 1 || !has_participle;
            if is_one || !is_participle(form) {
                self.add(form, Known::Past);
            }
            if is_one || is_participle(form) {
                self.add(form, Known::Participle);
            }
        }
    }

    fn file(&self) -> Vec<u8> {
        let mut buffer = Vec::new();
        let words: BTreeMap<Hash, u16> = self
            .0
            .iter()
            .map(|(word, forms)| (Look::of(word, &mut buffer).lower, *forms))
            .collect();
        Lexicon::write(&words.into_iter().collect::<Vec<_>>())
    }
}

/// Verbs whose past form is the base form; the dictionary is silent about them.
const UNCHANGED: [&str; 22] = [
    "beat",
    "bet",
    "broadcast",
    "burst",
    "cast",
    "cost",
    "cut",
    "forecast",
    "hit",
    "hurt",
    "let",
    "put",
    "quit",
    "read",
    "rid",
    "set",
    "shed",
    "shut",
    "slit",
    "split",
    "spread",
    "upset",
];

/// `began`, `rang`, `sank`, `swam`, `ran`
fn is_vowel_past(form: &str) -> bool {
    ["an", "ang", "ank", "am"]
        .iter()
        .any(|end| form.ends_with(end))
}

fn is_vowel(byte: u8) -> bool {
    b"aeiou".contains(&byte)
}

/// `stop`, `ban`: one short vowel and one consonant.
fn doubles(word: &str) -> bool {
    let bytes = word.as_bytes();
    let n_vowels = bytes.iter().filter(|byte| is_vowel(**byte)).count();
    let [.., vowel, last] = bytes else {
        return false;
    };
    n_vowels == 1 && is_vowel(*vowel) && !is_vowel(*last) && !b"wxy".contains(last)
}
