//! Compares a CoNLL-U file with the gold one, by the definitions of the `CoNLL` 2018 shared task.
//!
//! `cargo run --release --example score_conllu -- GOLD.conllu SYSTEM.conllu`
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "an example prints"
)]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::Range;
use std::process::ExitCode;

use dateline::text::grammar::conllu::{self, Id, Row, Sentence};

/// Features that count; others belong to single languages.
const UNIVERSAL: &[&str] = &[
    "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number",
    "Case", "Definite", "Degree", "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident",
    "Polarity", "Person", "Polite",
];

fn main() -> ExitCode {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    let [gold, system] = paths.as_slice() else {
        eprintln!("usage: score_conllu GOLD.conllu SYSTEM.conllu");
        return ExitCode::from(2);
    };
    match score(gold, system) {
        Ok(table) => {
            print!("{table}");
            ExitCode::SUCCESS
        }
        Err(told) => {
            eprintln!("{told}");
            ExitCode::FAILURE
        }
    }
}

fn score(gold: &str, system: &str) -> Result<String, String> {
    let load = |path: &str| std::fs::read_to_string(path).map_err(|e| format!("{path}: {e}"));
    let texts = (load(gold)?, load(system)?);
    let gold = conllu::read(&texts.0).map_err(|fault| format!("{gold}: {fault}"))?;
    let system = conllu::read(&texts.1).map_err(|fault| format!("{system}: {fault}"))?;
    let (gold, system) = (Text::of(&gold), Text::of(&system));
    match first_difference(&gold.characters, &system.characters) {
        None => Ok(table(&gold, &system)),
        Some(at) => Err(format!(
            "the texts differ: gold has {:?}, system has {:?}",
            gold.around(at),
            system.around(at)
        )),
    }
}

/// A text without its white space, cut into sentences, tokens and words.
#[derive(Default)]
struct Text<'t> {
    characters: Vec<char>,
    sentences: Vec<Range<usize>>,
    tokens: Vec<Range<usize>>,
    words: Vec<Word<'t>>,
}

struct Word<'t> {
    row: &'t Row<'t>,
    /// Of the whole token, if that has several words.
    span: Range<usize>,
    /// Whether its token has several words.
    is_part: bool,
    /// Index of its head among the words of the text.
    head: Option<usize>,
}

impl<'t> Text<'t> {
    fn of(sentences: &'t [Sentence<'t>]) -> Self {
        let mut text = Self::default();
        for sentence in sentences {
            text.add(sentence);
        }
        text
    }

    fn add(&mut self, sentence: &'t Sentence<'t>) {
        let start = self.characters.len();
        let first_word = self.words.len();
        let (mut last_part, mut whole) = (0, 0..0);
        for row in &sentence.rows {
            let (span, is_part) = match row.id {
                Id::Empty(..) => continue,
                Id::Range(_, last) => {
                    last_part = last;
                    whole = self.token(&row.form);
                    continue;
                }
                Id::Word(number) if number <= last_part => (whole.clone(), true),
                Id::Word(_) => (self.token(&row.form), false),
            };
            let head = row.head.and_then(|head| head.checked_sub(1));
            self.words.push(Word {
                row,
                span,
                is_part,
                head: head.map(|head| first_word + head),
            });
        }
        self.sentences.push(start..self.characters.len());
    }

    fn token(&mut self, form: &str) -> Range<usize> {
        let start = self.characters.len();
        let written = form.chars().filter(|c| !c.is_whitespace());
        self.characters.extend(written);
        let span = start..self.characters.len();
        self.tokens.push(span.clone());
        span
    }

    fn around(&self, at: usize) -> String {
        let shown = self.characters.iter().skip(at.saturating_sub(15));
        shown.take(30).collect()
    }
}

fn first_difference(gold: &[char], system: &[char]) -> Option<usize> {
    let differs = gold.iter().zip(system).position(|(a, b)| a != b);
    differs.or((gold.len() != system.len()).then_some(gold.len().min(system.len())))
}

fn table(gold: &Text<'_>, system: &Text<'_>) -> String {
    let pairs = aligned(&gold.words, &system.words);
    let mut lines = format!(
        "{:<10}{:>10}{:>10}{:>10}{:>10}\n",
        "", "Precision", "Recall", "F1", "Aligned"
    );
    for (name, gold, system) in [
        ("Tokens", &gold.tokens, &system.tokens),
        ("Sentences", &gold.sentences, &system.sentences),
    ] {
        let correct = shared(gold, system);
        line(&mut lines, name, correct, (gold.len(), system.len()), None);
    }
    let totals = (gold.words.len(), system.words.len());
    line(&mut lines, "Words", pairs.len(), totals, None);
    let both = Both {
        gold: &gold.words,
        system: &system.words,
        pairs: &pairs,
    };
    for (name, is_right) in MEASURES {
        let correct = pairs.iter().filter(|pair| is_right(&both, pair)).count();
        line(&mut lines, name, correct, totals, Some(pairs.len()));
    }
    lines
}

/// One line of the table: how many of `gold` and of `system` are right, and of those aligned.
fn line(
    lines: &mut String,
    name: &str,
    correct: usize,
    (gold, system): (usize, usize),
    n_aligned: Option<usize>,
) {
    let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    let aligned = n_aligned.map_or(String::new(), |n| format!("{:.2}", percent(correct, n)));
    let written = writeln!(
        lines,
        "{name:<10}{:>10.2}{:>10.2}{:>10.2}{aligned:>10}",
        percent(correct, system),
        percent(correct, gold),
        percent(2 * correct, gold + system),
    );
    written.expect("a string takes all");
}

fn shared(gold: &[Range<usize>], system: &[Range<usize>]) -> usize {
    let key = |span: &Range<usize>| (span.start, span.end);
    let gold: BTreeSet<_> = gold.iter().map(key).collect();
    let is_shared = |span: &&Range<usize>| gold.contains(&key(span));
    system.iter().filter(is_shared).count()
}

/// The words of two texts, and which stand for each other (indices, sorted).
struct Both<'a> {
    gold: &'a [Word<'a>],
    system: &'a [Word<'a>],
    pairs: &'a [(usize, usize)],
}

type Measure = fn(&Both<'_>, &(usize, usize)) -> bool;

const MEASURES: [(&str, Measure); 7] = [
    ("UPOS", |both, pair| {
        both.agree(pair, |row| row.upos.to_string())
    }),
    ("XPOS", |both, pair| {
        both.agree(pair, |row| row.xpos.to_string())
    }),
    ("UFeats", |both, pair| both.agree(pair, universal)),
    ("AllTags", |both, pair| {
        let all = |row: &Row<'_>| format!("{} {} {}", row.upos, row.xpos, universal(row));
        both.agree(pair, all)
    }),
    ("Lemmas", |both, pair| both.share_lemma(pair)),
    ("UAS", |both, pair| both.share_head(pair)),
    ("LAS", |both, pair| {
        both.share_head(pair) && both.agree(pair, relation)
    }),
];

impl Both<'_> {
    fn agree(&self, (gold, system): &(usize, usize), of: fn(&Row<'_>) -> String) -> bool {
        of(self.gold[*gold].row) == of(self.system[*system].row)
    }

    /// A lemma that gold does not know may be anything.
    fn share_lemma(&self, (gold, system): &(usize, usize)) -> bool {
        let gold = &self.gold[*gold].row.lemma;
        gold == conllu::NOTHING || *gold == self.system[*system].row.lemma
    }

    fn share_head(&self, (gold, system): &(usize, usize)) -> bool {
        let partner = |head: usize| {
            let at = self.pairs.binary_search_by_key(&head, |pair| pair.0);
            at.ok().map(|at| self.pairs[at].1)
        };
        let (gold, system) = (&self.gold[*gold], &self.system[*system]);
        match gold.head {
            None => system.row.head == gold.row.head,
            Some(head) => system.head.is_some() && partner(head) == system.head,
        }
    }
}

fn relation(row: &Row<'_>) -> String {
    row.deprel.split(':').next().unwrap_or("").to_owned()
}

fn universal(row: &Row<'_>) -> String {
    let is_universal = |feature: &&str| {
        let key = feature.split('=').next();
        key.is_some_and(|key| UNIVERSAL.contains(&key))
    };
    let mut features: Vec<&str> = row.feats.split('|').filter(is_universal).collect();
    features.sort_unstable();
    features.join("|")
}

/// The words that stand for each other: those of one span, and where a token has several words, the
/// longest common subsequence of the words around it.
fn aligned(gold: &[Word<'_>], system: &[Word<'_>]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let (mut g, mut s) = (0, 0);
    while let (Some(ours), Some(theirs)) = (gold.get(g), system.get(s)) {
        if ours.is_part || theirs.is_part {
            let region = region(gold, system, g, s);
            let found = common(&gold[region.0.clone()], &system[region.1.clone()]);
            let placed = found.into_iter();
            pairs.extend(placed.map(|(a, b)| (region.0.start + a, region.1.start + b)));
            (g, s) = (region.0.end, region.1.end);
        } else if ours.span == theirs.span {
            pairs.push((g, s));
            (g, s) = (g + 1, s + 1);
        } else if ours.span.start <= theirs.span.start {
            g += 1;
        } else {
            s += 1;
        }
    }
    pairs
}

/// The smallest region from `g` and `s` on that no token of several words leaves.
fn region(
    gold: &[Word<'_>],
    system: &[Word<'_>],
    mut g: usize,
    mut s: usize,
) -> (Range<usize>, Range<usize>) {
    let mut end = if gold[g].is_part {
        s += usize::from(!system[s].is_part && system[s].span.start < gold[g].span.start);
        gold[g].span.end
    } else {
        g += usize::from(!gold[g].is_part && gold[g].span.start < system[s].span.start);
        system[s].span.end
    };
    let (g_start, s_start) = (g, s);
    let is_beyond = |word: Option<&Word<'_>>, end: usize| match word {
        None => true,
        Some(word) if word.is_part => word.span.start >= end,
        Some(word) => word.span.end > end,
    };
    while !is_beyond(gold.get(g), end) || !is_beyond(system.get(s), end) {
        let is_gold_next = match (gold.get(g), system.get(s)) {
            (Some(ours), Some(theirs)) => ours.span.start <= theirs.span.start,
            (ours, _) => ours.is_some(),
        };
        let next = if is_gold_next {
            gold.get(g)
        } else {
            system.get(s)
        };
        if let Some(word) = next.filter(|word| word.is_part) {
            end = end.max(word.span.end);
        }
        g += usize::from(is_gold_next);
        s += usize::from(!is_gold_next);
    }
    (g_start..g, s_start..s)
}

/// The longest common subsequence by form, whatever the case.
fn common(gold: &[Word<'_>], system: &[Word<'_>]) -> Vec<(usize, usize)> {
    let lower = |words: &[Word<'_>]| -> Vec<String> {
        words
            .iter()
            .map(|word| word.row.form.to_lowercase())
            .collect()
    };
    let (gold, system) = (lower(gold), lower(system));
    let mut longest = vec![vec![0_usize; system.len() + 1]; gold.len() + 1];
    for g in (0..gold.len()).rev() {
        for s in (0..system.len()).rev() {
            let with_both = usize::from(gold[g] == system[s]) * (1 + longest[g + 1][s + 1]);
            longest[g][s] = with_both.max(longest[g + 1][s]).max(longest[g][s + 1]);
        }
    }
    let mut pairs = Vec::new();
    let (mut g, mut s) = (0, 0);
    while g < gold.len() && s < system.len() {
        if gold[g] == system[s] {
            pairs.push((g, s));
            (g, s) = (g + 1, s + 1);
        } else if longest[g][s] == longest[g + 1][s] {
            g += 1;
        } else {
            s += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(rows: &[(&str, &str, &str)]) -> String {
        rows.iter()
            .map(|(id, form, head)| format!("{id}\t{form}\t_\tX\t_\t_\t{head}\tdep\t_\t_\n"))
            .collect()
    }

    /// Correct words, heads and tokens.
    fn check(gold: &str, system: &str, expected: [usize; 3]) {
        let (gold, system) = (conllu::read(gold), conllu::read(system));
        let (gold, system) = (gold.expect("sound"), system.expect("sound"));
        let (gold, system) = (Text::of(&gold), Text::of(&system));
        let pairs = aligned(&gold.words, &system.words);
        let both = Both {
            gold: &gold.words,
            system: &system.words,
            pairs: &pairs,
        };
        let n_heads = pairs.iter().filter(|pair| both.share_head(pair)).count();
        let n_tokens = shared(&gold.tokens, &system.tokens);
        assert_eq!([pairs.len(), n_heads, n_tokens], expected);
    }

    #[test]
    fn words_are_aligned_by_their_characters() {
        let gold = text(&[
            ("1", "I", "3"),
            ("2-3", "don't", "_"),
            ("2", "do", "3"),
            ("3", "n't", "0"),
            ("4", "know", "3"),
        ]);
        check(&gold, &gold, [4, 4, 3]);
        let glued = text(&[("1", "I", "2"), ("2", "don't", "0"), ("3", "know", "2")]);
        check(&gold, &glued, [2, 0, 3]);
        let split = text(&[
            ("1", "I", "3"),
            ("2", "do", "3"),
            ("3", "n't", "0"),
            ("4", "kn", "3"),
            ("5", "ow", "3"),
        ]);
        check(&gold, &split, [3, 3, 1]);
    }
}
