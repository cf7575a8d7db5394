//! What was found of a word as written, kept for when it comes again: most words of a text do.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::base::{Asked, base_form};
use super::inputs::{own_hashes, vectors};
use super::look::{Hash, Look, hash_bytes};
use super::model::Model;
use super::names::known_flags;
use super::tagger::Tagger;
use super::word_scores::WordScores;

/// So many words are kept, in some 25 MB: those that come first, among them all common ones.
const N_FORMS: usize = 1 << 14;
/// A word of more bytes hardly comes again.
const LONGEST: usize = 24;
/// A word that finds so many others in its place is not kept.
const N_TRIES: usize = 4;
/// So many base forms of a word are kept: one for each class, mostly.
const N_BASES: usize = 3;

/// The words that were asked for first. It changes how long answers take, never what they are.
#[derive(Debug)]
pub struct Memory {
    forms: Vec<OnceLock<Box<KnownForm>>>,
    outside: OnceLock<WordScores>,
}

/// A word as written, and what was found of it so far.
#[derive(Clone, Debug)]
pub struct KnownForm {
    form: Box<str>,
    /// Its looks.
    pub look: Look,
    /// The hash of the word as written.
    pub hash: Hash,
    /// Whether it has a capital anywhere.
    pub has_capital: bool,
    scores: OnceLock<WordScores>,
    bases: [OnceLock<Base>; N_BASES],
    in_names: OnceLock<u32>,
    /// What it brings along to the network.
    in_network: OnceLock<Vec<f32>>,
}

/// What a word is in some class.
#[derive(Clone, Debug)]
struct Base {
    /// The number of the class, and whether the word opens its sentence.
    of: (u16, bool),
    lemma: String,
    feats: &'static str,
}

impl Default for Memory {
    fn default() -> Self {
        Self {
            forms: std::iter::repeat_with(OnceLock::new)
                .take(N_FORMS)
                .collect(),
            outside: OnceLock::new(),
        }
    }
}

impl Memory {
    /// A word, remembered or looked at.
    pub fn of(&self, form: &str) -> Cow<'_, KnownForm> {
        let hash = hash_bytes(form.as_bytes());
        let home = hash as usize;
        let n_tries = if form.len() <= LONGEST { N_TRIES } else { 0 };
        for at in home..home + n_tries {
            let Some(slot) = self.forms.get(at % N_FORMS) else {
                break;
            };
            let known = slot.get_or_init(|| Box::new(KnownForm::of(form, hash)));
            if known.hash == hash && *known.form == *form {
                return Cow::Borrowed(known);
            }
        }
        Cow::Owned(KnownForm::of(form, hash))
    }

    /// What the ends of a sentence add to the scores of classes.
    pub(super) fn outside(&self, tagger: &Tagger) -> &WordScores {
        self.outside.get_or_init(|| WordScores::outside(tagger))
    }
}

impl KnownForm {
    fn of(form: &str, hash: Hash) -> Self {
        Self {
            look: Look::of(form, &mut Vec::new()),
            hash,
            has_capital: form.chars().any(char::is_uppercase),
            form: form.into(),
            scores: OnceLock::new(),
            bases: std::array::from_fn(|_| OnceLock::new()),
            in_names: OnceLock::new(),
            in_network: OnceLock::new(),
        }
    }

    /// What it adds to the scores of classes. It must always be the same tagger that asks.
    pub(super) fn scores(&self, tagger: &Tagger) -> &WordScores {
        let found = || WordScores::of(tagger, &self.look);
        self.scores.get_or_init(found)
    }

    /// What common knowledge says of it as part of a name.
    pub(super) fn in_names(&self) -> u32 {
        *self.in_names.get_or_init(|| known_flags(&self.look))
    }

    /// What it brings along to the network. It must always be the same model that asks.
    pub(super) fn in_network(&self, model: &Model) -> &[f32] {
        self.in_network.get_or_init(|| {
            let rows = own_hashes(&self.look).into_iter();
            let rows = rows.filter_map(|hash| model.inputs.get(hash).map(|row| row as u32));
            let vector = vectors(std::iter::once(self.look.lower));
            model.network.of_word(&rows.collect::<Vec<u32>>(), &vector)
        })
    }

    /// Its base form and its forms in a class. It must always be the same model that asks.
    pub(super) fn base(
        &self,
        model: &Model,
        class: u16,
        is_first: bool,
    ) -> (String, &'static str) {
        let of = (class, is_first);
        let found = || self.find_base(model, of);
        let kept = self.bases.iter().map(|slot| slot.get_or_init(found));
        let mut fitting = kept.filter(|base| base.of == of);
        let base = fitting
            .next()
            .map_or_else(|| Cow::Owned(found()), Cow::Borrowed);
        (base.lemma.clone(), base.feats)
    }

    fn find_base(&self, model: &Model, (number, is_first): (u16, bool)) -> Base {
        let asked = |class| Asked {
            form: &self.form,
            number,
            class,
            is_first,
        };
        let class = model.tags.get(usize::from(number)).copied();
        Base {
            of: (number, is_first),
            lemma: class
                .map_or_else(String::new, |class| base_form(&model.lemmas, asked(class))),
            feats: model.feats.of(self.look.lower, number),
        }
    }
}
