//! What a dependency tree says in plain terms: whose clause a word is in, who does what to whom, when,
//! whether it is denied, who says so.

mod actor;
mod arguments;
mod headline;
mod predicate;
mod speech;
mod word_lists;

use std::ops::Range;

use super::{Upos, Word};

pub use actor::{Actor, ActorLink};
pub use arguments::{Oblique, Subject};
pub use headline::Breadth;
pub use predicate::{Modality, Predicate, Tense};
pub use speech::Report;

/// A parsed sentence to ask questions of. Words are named by their index from 0; an index that is
/// none gets an empty answer.
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    forms: &'a [&'a str],
    words: &'a [Word],
    /// Dependents of each word, in order.
    children: Vec<Vec<usize>>,
}

/// Relations whose dependent heads a clause.
const CLAUSES: &[&str] = &["root", "csubj", "ccomp", "xcomp", "advcl", "acl"];
/// Relations that make a clause only of a verb or of what has a subject.
const MAYBE_CLAUSES: &[&str] = &["conj", "parataxis", "appos", "list", "dep"];

impl<'a> Reading<'a> {
    /// Of a sentence with its words as [`super::parse`] gives them.
    pub fn new(forms: &'a [&'a str], words: &'a [Word]) -> Self {
        let mut children = vec![Vec::new(); words.len()];
        for (at, word) in words.iter().enumerate() {
            let head = word.head_index().filter(|head| *head != at);
            if let Some(list) = head.and_then(|head| children.get_mut(head)) {
                list.push(at);
            }
        }
        Self {
            forms,
            words,
            children,
        }
    }

    /// The predicate of the clause that the word `at` stands in; the word itself if it is one.
    pub fn clause_of(&self, at: usize) -> Option<usize> {
        self.ancestors(at).find(|at| self.is_predicate(*at))
    }

    /// All predicates of the sentence, in order.
    pub fn predicates(&self) -> Vec<usize> {
        (0..self.words.len())
            .filter(|at| self.is_predicate(*at))
            .collect()
    }

    /// Whether the word `at` heads a clause.
    pub fn is_predicate(&self, at: usize) -> bool {
        let relation = self.relation(at);
        let is_clausal = || {
            self.upos(at) == Some(Upos::Verb)
                || self.child(at, &["nsubj", "csubj", "cop"]).is_some()
        };
        match relation {
            // A heading without a verb has a root and no clause.
            "root" => {
                is_clausal()
                    || self
                        .children_of(at)
                        .iter()
                        .any(|c| self.relation(*c) == "aux")
            }
            _ => {
                CLAUSES.contains(&relation) || MAYBE_CLAUSES.contains(&relation) && is_clausal()
            }
        }
    }

    /// The word `at` with all that is joined to it by commas and `and`: for `Ruiz and Okoye` both,
    /// whichever is asked for.
    pub fn conjuncts(&self, at: usize) -> Vec<usize> {
        let first = self
            .ancestors(at)
            .find(|at| self.relation(*at) != "conj")
            .unwrap_or(at);
        self.reached(first, |child| self.relation(child) == "conj")
    }

    /// The phrase that the word `at` heads, from its first to its last word.
    pub fn phrase(&self, at: usize) -> Range<usize> {
        self.extent(at, |_| true)
    }

    /// The phrase of one conjunct, without those joined to it and without its own preposition and
    /// apposition.
    pub fn phrase_alone(&self, at: usize) -> Range<usize> {
        const APART: &[&str] = &[
            "conj",
            "cc",
            "case",
            "punct",
            "appos",
            "parataxis",
            "mark",
            "acl",
        ];
        self.extent(at, |child| !APART.contains(&self.relation(child)))
    }

    /// The extent of `at` and of those of its direct dependents that `keep` wants, with all below them.
    fn extent(&self, at: usize, keep: impl Fn(usize) -> bool) -> Range<usize> {
        if at >= self.words.len() {
            return at..at;
        }
        let mut range = at..at + 1;
        for child in self.children_of(at).iter().filter(|child| keep(**child)) {
            for below in self.below(*child) {
                range = range.start.min(below)..range.end.max(below + 1);
            }
        }
        range
    }

    /// The word `at` and all words below it, in order.
    fn below(&self, at: usize) -> Vec<usize> {
        self.below_without(at, |_| false)
    }

    /// As [`Self::below`], without the words for which `cut` holds and what hangs on them.
    fn below_without(&self, at: usize, cut: impl Fn(usize) -> bool) -> Vec<usize> {
        self.reached(at, |child| !cut(child))
    }

    /// The word `at` and what is reached from it through dependents that `follow` wants, in order. Should
    /// the tree have a circle, it is walked once.
    fn reached(&self, at: usize, follow: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut is_found = vec![false; self.words.len()];
        let mut found = vec![at];
        let mut next = 0;
        while let Some(at) = found.get(next).copied() {
            next += 1;
            for child in self.children_of(at).iter().filter(|child| follow(**child)) {
                if let Some(is_new) = is_found.get_mut(*child).filter(|is_found| !**is_found) {
                    *is_new = true;
                    found.push(*child);
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The word `at`, its head, the head's head and so on.
    pub fn ancestors(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let first = self.words.get(at).map(|_| at);
        std::iter::successors(first, |at| self.head(*at)).take(self.words.len())
    }

    fn head(&self, at: usize) -> Option<usize> {
        let head = self.words.get(at)?.head_index()?;
        (head < self.words.len()).then_some(head)
    }

    fn children_of(&self, at: usize) -> &[usize] {
        self.children.get(at).map_or(&[], Vec::as_slice)
    }

    /// The dependents of `at` by a relation, whatever its subtype.
    fn children_by<'s>(
        &'s self,
        at: usize,
        relation: &'s str,
    ) -> impl Iterator<Item = usize> + 's {
        let children = self.children_of(at).iter().copied();
        children.filter(move |child| self.relation(*child) == relation)
    }

    /// The first dependent of `at` by one of `relations`.
    pub fn child(&self, at: usize, relations: &[&str]) -> Option<usize> {
        let mut children = self.children_of(at).iter().copied();
        children.find(|child| relations.contains(&self.relation(*child)))
    }

    fn relation(&self, at: usize) -> &'static str {
        self.words.get(at).map_or("", Word::relation)
    }

    fn deprel(&self, at: usize) -> &'static str {
        self.words.get(at).map_or("", |word| word.deprel)
    }

    fn upos(&self, at: usize) -> Option<Upos> {
        self.words.get(at).map(|word| word.upos)
    }

    fn xpos(&self, at: usize) -> &'static str {
        self.words.get(at).map_or("", |word| word.xpos)
    }

    fn lemma(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.lemma.as_ref())
    }

    fn form(&self, at: usize) -> &'a str {
        self.forms.get(at).copied().unwrap_or("")
    }
}
