//! A predicate with its auxiliaries: tense, modality, denial, voice.

use super::Reading;
use super::word_lists::WordLists;

/// A verb, or the noun or adjective after `be`, with what its auxiliaries say.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a trait of grammar by itself"
)]
pub struct Predicate {
    /// The verb, noun or adjective.
    pub at: usize,
    /// Its auxiliaries and its form of `be`, in order; also those shared with a verb joined before it.
    pub auxiliaries: Vec<usize>,
    /// When it is said to happen.
    pub tense: Tense,
    /// `has sunk`
    pub is_perfect: bool,
    /// `is sinking`
    pub is_progressive: bool,
    /// `was sunk`
    pub is_passive: bool,
    /// `not`, `never`, `no longer`
    pub is_denied: bool,
    /// `may`, `must`, `would`
    pub modality: Option<Modality>,
}

/// Tense of a predicate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tense {
    /// `sank`, `was sinking`, `had sunk`
    Past,
    /// `sinks`, `has sunk`
    Present,
    /// `will sink`
    Future,
    /// None of its own: `to sink`, `sinking`.
    Open,
}

/// What a modal verb says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Modality {
    /// `can`, `could`, `may`, `might`
    Possible,
    /// `must`, `should`, `ought`
    Required,
    /// `would`
    Conditional,
}

impl Reading<'_> {
    /// The predicate that the word `at` heads, with its auxiliaries.
    pub fn predicate(&self, at: usize) -> Predicate {
        let auxiliaries = self.auxiliaries(at);
        let modal = auxiliaries
            .iter()
            .copied()
            .find(|aux| self.xpos(*aux) == "MD");
        let has = |lemma: &str| auxiliaries.iter().any(|aux| self.lemma(*aux) == lemma);
        let is_participle = matches!(self.xpos(at), "VBN" | "VBD");
        Predicate {
            at,
            tense: self.tense(at, &auxiliaries, modal),
            is_perfect: has("have")
                && (is_participle || self.xpos(at) == "VBG" || self.is_copular(at)),
            is_progressive: has("be") && self.xpos(at) == "VBG",
            is_passive: self.is_passive(at),
            is_denied: self.is_denied(at),
            modality: modal.and_then(|modal| self.modality(modal)),
            auxiliaries,
        }
    }

    /// Whether the subject of `at` undergoes what it says.
    pub fn is_passive(&self, at: usize) -> bool {
        let is_pass =
            |at: &usize| matches!(self.deprel(*at), "aux:pass" | "nsubj:pass" | "csubj:pass");
        if self.children_of(at).iter().any(is_pass) {
            return true;
        }
        if self.xpos(at) != "VBN" || self.own_auxiliary(at) {
            return false;
        }
        match (self.relation(at), self.head(at)) {
            ("acl" | "advcl", _) => true,
            ("conj", Some(first)) => self.is_passive(first),
            _ => false,
        }
    }

    fn is_copular(&self, at: usize) -> bool {
        self.child(at, &["cop"]).is_some()
    }

    fn own_auxiliary(&self, at: usize) -> bool {
        self.child(at, &["aux", "cop"]).is_some()
    }

    /// Its own auxiliaries; a joined verb of the same form without any has those of the first.
    fn auxiliaries(&self, at: usize) -> Vec<usize> {
        let mut at = at;
        for _ in 0..self.words.len() {
            let children = self.children_of(at).iter().copied();
            let found: Vec<usize> = children
                .filter(|child| matches!(self.relation(*child), "aux" | "cop"))
                .collect();
            let first = self.head(at).filter(|_| self.relation(at) == "conj");
            match first.filter(|first| self.shares_auxiliaries(at, *first)) {
                Some(first) if found.is_empty() => at = first,
                _ => return found,
            }
        }
        Vec::new()
    }

    fn shares_auxiliaries(&self, at: usize, first: usize) -> bool {
        let form = self.xpos(at);
        form == self.xpos(first)
            && matches!(form, "VB" | "VBN" | "VBG")
            && self.child(at, &["nsubj", "mark"]).is_none()
    }

    fn tense(&self, at: usize, auxiliaries: &[usize], modal: Option<usize>) -> Tense {
        if let Some(modal) = modal {
            let form = self.form(modal).to_lowercase();
            return if WordLists::get().modals.future.contains(&form) {
                Tense::Future
            } else {
                Tense::Open
            };
        }
        let finite = auxiliaries.first().copied().unwrap_or(at);
        match self.xpos(finite) {
            "VBD" => Tense::Past,
            "VBZ" | "VBP" => Tense::Present,
            _ => Tense::Open,
        }
    }

    fn modality(&self, modal: usize) -> Option<Modality> {
        let form = self.form(modal).to_lowercase();
        let modals = &WordLists::get().modals;
        let kinds = [
            (&modals.possible, Modality::Possible),
            (&modals.required, Modality::Required),
            (&modals.conditional, Modality::Conditional),
        ];
        let found = kinds.into_iter().find(|(words, _)| words.contains(&form));
        found.map(|(_, modality)| modality)
    }

    fn is_denied(&self, at: usize) -> bool {
        let denials = &WordLists::get().denials;
        self.children_of(at).iter().any(|child| {
            let form = self.form(*child).to_lowercase();
            let is_word = matches!(self.relation(*child), "advmod" | "cc" | "preconj");
            let is_no_longer = self
                .children_of(*child)
                .iter()
                .any(|below| self.form(*below).eq_ignore_ascii_case("no"));
            is_word && (denials.contains(&form) || form == "longer" && is_no_longer)
        })
    }
}
