//! Finds where the patterns of the rules match in a sentence.

use super::lex::Lexed;
use super::pattern::Tree;
use super::slot::{Parts, Slot};

/// A match of one rule.
#[derive(Clone, Debug)]
pub(super) struct Match {
    pub(super) rule: usize,
    /// Its tokens are `first..end`.
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) parts: Parts,
}

/// All matches that begin at token `at`: the longest first, then by the order of the rules.
pub(super) fn matches_at(tree: &Tree, lexed: &Lexed<'_>, at: usize) -> Vec<Match> {
    let mut search = Search {
        tree,
        lexed,
        first: at,
        path: Vec::new(),
        found: Vec::new(),
    };
    search.walk(0, at);
    search
        .found
        .sort_by_key(|found| (std::cmp::Reverse(found.end), found.rule));
    search.found
}

struct Search<'s, 't> {
    tree: &'s Tree,
    lexed: &'s Lexed<'t>,
    first: usize,
    /// Slot, value and token range of each step so far.
    path: Vec<(Slot, f64, usize, usize)>,
    found: Vec<Match>,
}

impl Search<'_, '_> {
    fn walk(&mut self, node: usize, at: usize) {
        let tree = self.tree;
        let lexed = self.lexed;
        for rule in tree.rules(node) {
            let parts = self.parts();
            self.found.push(Match {
                rule: *rule,
                first: self.first,
                end: at,
                parts,
            });
        }
        let branches = tree.next(node);
        if branches.is_empty() {
            return;
        }
        for hit in lexed.hits(at) {
            let from = branches.partition_point(|(element, _)| element.class < hit.class);
            let same = branches.get(from..).unwrap_or(&[]).iter();
            for (element, child) in same.take_while(|(element, _)| element.class == hit.class) {
                if !element.is_glued || lexed.is_glued(at) {
                    self.path.push((element.slot, hit.value, at, at + hit.len));
                    self.walk(*child, at + hit.len);
                    self.path.pop();
                }
            }
        }
    }

    fn parts(&self) -> Parts {
        let mut parts = Parts::default();
        for (slot, value, from, to) in &self.path {
            if *slot == Slot::None {
                continue;
            }
            let first = self.lexed.tokens.get(*from).map(|token| token.span);
            let last = to
                .checked_sub(1)
                .and_then(|last| self.lexed.tokens.get(last));
            let span = first.zip(last).map(|(first, last)| first.cover(last.span));
            parts.set(*slot, *value, span);
        }
        parts
    }
}
