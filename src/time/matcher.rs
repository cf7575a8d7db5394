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
pub(super) fn matches_at<'l>(
    tree: &'l Tree,
    lexed: &'l Lexed<'_>,
    at: usize,
) -> impl Iterator<Item = Match> + use<'l> {
    let mut search = Search {
        tree,
        lexed,
        path: Vec::new(),
        found: Vec::new(),
    };
    search.walk(0, at);
    let mut found = search.found;
    found.sort_by_key(|found| (std::cmp::Reverse(found.end), found.rule));
    // Mostly the first is taken: the parts of the others need not be made.
    found.into_iter().map(move |found| Match {
        rule: found.rule,
        first: at,
        end: found.end,
        parts: parts(&found.path, lexed),
    })
}

/// A step of a match: its slot, its value, and the tokens `from..to`.
#[derive(Clone, Copy)]
struct Taken {
    slot: Slot,
    value: f64,
    from: usize,
    to: usize,
}

struct Bare {
    rule: usize,
    end: usize,
    path: Vec<Taken>,
}

struct Search<'l, 't> {
    tree: &'l Tree,
    lexed: &'l Lexed<'t>,
    /// The steps so far.
    path: Vec<Taken>,
    found: Vec<Bare>,
}

impl Search<'_, '_> {
    fn walk(&mut self, node: usize, at: usize) {
        let tree = self.tree;
        let lexed = self.lexed;
        for rule in tree.rules(node) {
            self.found.push(Bare {
                rule: *rule,
                end: at,
                path: self.path.clone(),
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
                    let to = at + hit.len;
                    self.path.push(Taken {
                        slot: element.slot,
                        value: hit.value,
                        from: at,
                        to,
                    });
                    self.walk(*child, to);
                    self.path.pop();
                }
            }
        }
    }
}

fn parts(path: &[Taken], lexed: &Lexed<'_>) -> Parts {
    let mut parts = Parts::default();
    for taken in path.iter().filter(|taken| taken.slot != Slot::None) {
        let first = lexed.tokens.get(taken.from).map(|token| token.span);
        let last = (taken.to.checked_sub(1)).and_then(|last| lexed.tokens.get(last));
        let span = first.zip(last).map(|(first, last)| first.cover(last.span));
        match taken.slot {
            Slot::DayHour => {
                parts.set(Slot::Day, (taken.value / 100.0).trunc(), span);
                parts.set(Slot::Hour, taken.value % 100.0, span);
            }
            Slot::ClockRest => {
                parts.set(Slot::Minute, taken.value % 100.0, span);
                if taken.value >= 100.0 {
                    parts.set(Slot::Zone, 0.0, span);
                }
            }
            Slot::Second if taken.value >= 100.0 => {
                parts.set(Slot::Second, taken.value % 100.0, span);
                parts.set(Slot::Zone, 0.0, span);
            }
            slot => parts.set(slot, taken.value, span),
        }
    }
    parts
}
