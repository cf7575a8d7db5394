//! Patterns over word classes, put together in one tree that all rules share.
//!
//! A pattern is a row of words and CLASSES; `[x]` may be left out, `(a|b)` is a choice, `~x` has no
//! space before it, and `CLASS:slot` fills another slot than the class's own.

use super::slot::Slot;
use super::words::{ClassId, Words};
use serde::Deserialize as _;

/// More alternatives than this in one rule are a mistake in it.
const MOST_ALTERNATIVES: usize = 6_000;

/// One step of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Element {
    pub(super) class: ClassId,
    pub(super) slot: Slot,
    pub(super) is_glued: bool,
}

/// All patterns as a tree of elements.
#[derive(Clone, Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    /// All rows, until they are finished with.
    rows: Vec<Row>,
}

/// A row of a pattern without choices.
pub(super) type Row = Vec<Element>;

#[derive(Clone, Debug, Default)]
struct Node {
    next: Vec<(Element, usize)>,
    rules: Vec<usize>,
}

impl Default for Tree {
    fn default() -> Self {
        Self {
            nodes: vec![Node::default()],
            rows: Vec::new(),
        }
    }
}

impl Tree {
    /// Adds every alternative of a pattern for `rule`.
    pub(super) fn add(
        &mut self,
        pattern: &str,
        rule: usize,
        words: &mut Words,
    ) -> Result<(), String> {
        for row in expand(pattern)? {
            let elements = row
                .iter()
                .map(|piece| element(piece, words))
                .collect::<Result<Row, String>>()?;
            let at = (elements.iter()).fold(0, |at, element| self.child(at, *element));
            self.rows.push(elements);
            if let Some(node) = self.nodes.get_mut(at).filter(|_| at > 0)
                && !node.rules.contains(&rule)
            {
                node.rules.push(rule);
            }
        }
        Ok(())
    }

    /// Where the elements that follow `node` lead.
    pub(super) fn next(&self, node: usize) -> &[(Element, usize)] {
        self.nodes.get(node).map_or(&[], |node| &node.next)
    }

    /// The rules whose pattern ends at `node`.
    pub(super) fn rules(&self, node: usize) -> &[usize] {
        self.nodes.get(node).map_or(&[], |node| &node.rules)
    }

    /// Sorts the branches, so that a class is found by bisection, and gives up the rows.
    pub(super) fn finish(&mut self) -> Vec<Row> {
        for node in &mut self.nodes {
            node.next.sort_unstable();
        }
        std::mem::take(&mut self.rows)
    }

    fn child(&mut self, at: usize, element: Element) -> usize {
        let known = self
            .next(at)
            .iter()
            .find(|(known, _)| *known == element)
            .map(|(_, child)| *child);
        known.unwrap_or_else(|| {
            let child = self.nodes.len();
            self.nodes.push(Node::default());
            if let Some(node) = self.nodes.get_mut(at) {
                node.next.push((element, child));
            }
            child
        })
    }
}

fn element(piece: &str, words: &mut Words) -> Result<Element, String> {
    let (name, is_glued) = match piece.strip_prefix('~') {
        Some(name) if !name.is_empty() => (name, true),
        _ => (piece, false),
    };
    let (name, slot) = match name.split_once(':') {
        Some((class, slot)) if !class.is_empty() && !slot.is_empty() => {
            (class, Some(slot_named(slot)?))
        }
        _ => (name, None),
    };
    let class = words
        .intern(name)
        .ok_or_else(|| format!("no class {name}"))?;
    Ok(Element {
        class,
        slot: slot.unwrap_or_else(|| words.slot(class)),
        is_glued,
    })
}

fn slot_named(name: &str) -> Result<Slot, String> {
    type Reader<'n> = serde::de::value::StrDeserializer<'n, serde::de::value::Error>;
    let reader: Reader<'_> = serde::de::IntoDeserializer::into_deserializer(name);
    Slot::deserialize(reader).map_err(|error| error.to_string())
}

type Rows = Vec<Vec<String>>;

/// All rows of pieces that a pattern stands for.
fn expand(pattern: &str) -> Result<Rows, String> {
    let spaced = ["(", ")", "[", "]", "|"]
        .iter()
        .fold(pattern.to_owned(), |text, sign| {
            text.replace(sign, &format!(" {sign} "))
        });
    let mut pieces = spaced.split_whitespace().peekable();
    let rows = choice(&mut pieces)?;
    if pieces.next().is_some() {
        return Err(format!("unbalanced brackets in {pattern:?}"));
    }
    Ok(rows)
}

type Pieces<'p> = std::iter::Peekable<std::str::SplitWhitespace<'p>>;

fn choice(pieces: &mut Pieces<'_>) -> Result<Rows, String> {
    let mut all = row(pieces)?;
    while pieces.next_if_eq(&"|").is_some() {
        all.extend(row(pieces)?);
    }
    Ok(all)
}

fn row(pieces: &mut Pieces<'_>) -> Result<Rows, String> {
    let mut rows: Rows = vec![Vec::new()];
    while let Some(piece) = pieces.next_if(|piece| !matches!(*piece, "|" | ")" | "]")) {
        let options = match piece {
            "(" | "[" => {
                let mut inside = choice(pieces)?;
                pieces.next().ok_or("a bracket is not closed")?;
                if piece == "[" {
                    inside.push(Vec::new());
                }
                inside
            }
            word => vec![vec![word.to_owned()]],
        };
        rows = rows
            .iter()
            .flat_map(|row| {
                options
                    .iter()
                    .map(move |option| [row.as_slice(), option].concat())
            })
            .collect();
        if rows.len() > MOST_ALTERNATIVES {
            return Err("too many alternatives".to_owned());
        }
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_expand() {
        let rows = |pattern| -> Vec<String> {
            expand(pattern)
                .expect(pattern)
                .iter()
                .map(|row| row.join(" "))
                .collect()
        };
        assert_eq!(rows("a [b] (c|d e)"), ["a b c", "a b d e", "a c", "a d e"]);
        assert_eq!(rows("~a:x"), ["~a:x"]);
        assert!(expand("a )").is_err() && expand("( a").is_err());
    }
}
