//! What the model for names sees of a word: itself, its neighbours, what is known of them, the run of
//! capitals it stands in, and what the rest of the text says.

use std::ops::Range;

use super::super::Upos;
use super::super::look::{Hash, Look, feature, hash_bytes};
use super::super::model::Model;
use super::Tagged;
use super::evidence::{Evidence, FOR_NEIGHBOURS};
use super::known::{BODY_WORD, Known, TITLE};

/// The longest chain of links inside a name.
const MOST_LINKS: usize = 2;

/// A word as the model sees it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Its looks.
    pub look: Look,
    /// The hash of the word as written.
    pub form: Hash,
    /// The hash of its class.
    pub xpos: Hash,
    /// Its class.
    pub upos: Upos,
    /// Can be the core of a name: it has a capital or is tagged as a name.
    pub is_strong: bool,
    /// What is known of it by itself.
    pub(super) known: u32,
}

impl Seen {
    /// What is known of it, no matter how it is written.
    pub(super) fn named(&self) -> u32 {
        // A title or body word in small letters has its own flags.
        self.known | (self.known >> 9) & (TITLE | BODY_WORD)
    }

    fn is_link(&self) -> bool {
        let links = &Known::get().cues.links;
        self.upos == Upos::Num || links.contains(&self.look.lower)
    }
}

/// Looks at each word of a sentence.
pub fn see(sentence: &Tagged<'_>) -> Vec<Seen> {
    let known = Known::get();
    let memory = &Model::get().memory;
    let mut seen: Vec<Seen> = sentence
        .forms
        .iter()
        .zip(sentence.words)
        .map(|(form, word)| {
            let form = memory.of(form);
            Seen {
                look: form.look,
                form: form.hash,
                xpos: hash_bytes(word.xpos.as_bytes()),
                upos: word.upos,
                is_strong: word.upos == Upos::Propn || form.has_capital,
                known: form.in_names(),
            }
        })
        .collect();
    let forms: Vec<Hash> = seen.iter().map(|seen| seen.form).collect();
    known.mark_phrases(&forms, |at, flags| {
        if let Some(seen) = seen.get_mut(at) {
            seen.known |= flags;
        }
    });
    seen
}

/// Stretches of words that may hold names: capitals with links between them. Nothing else can be part
/// of a name.
pub fn runs(sentence: &[Seen]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, _) in sentence
        .iter()
        .enumerate()
        .filter(|(_, seen)| seen.is_strong)
    {
        let is_linked = |run: &&mut Range<usize>| {
            let between = sentence.get(run.end..at).unwrap_or_default();
            between.len() <= MOST_LINKS && between.iter().all(Seen::is_link)
        };
        match runs.last_mut().filter(is_linked) {
            Some(run) => run.end = at + 1,
            None => runs.push(at..at + 1),
        }
    }
    for run in &mut runs {
        let next = sentence.get(run.end);
        let is_number = next.is_some_and(|seen| seen.upos == Upos::Num && !seen.is_strong);
        run.end += usize::from(is_number);
    }
    runs
}

/// Templates of features.
#[derive(Clone, Copy)]
enum Kind {
    Bias,
    Form,
    Word(i8),
    WordPair(i8),
    Shape,
    ShapePair(i8),
    Xpos,
    XposPair(i8),
    XposThree(i8),
    UposShape,
    Prefix(u8),
    Suffix(u8),
    Opens,
    Known(i8),
    KnownBit(i8),
    KnownPair(i8),
    KnownWord(i8),
    Run(u8),
    RunBit(u8),
    Gap(u8),
    Text(i8),
}

impl Kind {
    fn number(self) -> u32 {
        let signed = |base: u32, at: i8| base + (i32::from(at) + 3).unsigned_abs();
        match self {
            Self::Bias => 1,
            Self::Form => 2,
            Self::Shape => 3,
            Self::Xpos => 4,
            Self::UposShape => 5,
            Self::Opens => 6,
            Self::Word(at) => signed(10, at),
            Self::WordPair(at) => signed(20, at),
            Self::ShapePair(at) => signed(30, at),
            Self::XposPair(at) => signed(40, at),
            Self::XposThree(at) => signed(50, at),
            Self::Known(at) => signed(60, at),
            Self::KnownBit(at) => signed(70, at),
            Self::KnownPair(at) => signed(80, at),
            Self::KnownWord(at) => signed(90, at),
            Self::Text(at) => signed(100, at),
            Self::Prefix(n) => 110 + u32::from(n),
            Self::Suffix(n) => 120 + u32::from(n),
            Self::Run(n) => 130 + u32::from(n),
            Self::RunBit(n) => 150 + u32::from(n),
            Self::Gap(n) => 160 + u32::from(n),
        }
    }
}

/// Collects the features of one word of a sentence.
pub struct Features<'a> {
    sentence: &'a [Seen],
    evidence: &'a Evidence,
    found: Vec<Hash>,
    words: usize,
}

impl<'a> Features<'a> {
    /// Of the words of `sentence` in a text with this `evidence`.
    pub fn new(sentence: &'a [Seen], evidence: &'a Evidence) -> Self {
        Self {
            sentence,
            evidence,
            found: Vec::with_capacity(96),
            words: 0,
        }
    }

    /// The features of the word `at`, which is part of `run`. The first [`Features::n_lexical`] of them
    /// are the words themselves.
    pub fn of(&mut self, at: usize, run: &Range<usize>) -> &[Hash] {
        self.found.clear();
        let Some(own) = self.sentence.get(at) else {
            return &self.found;
        };
        self.lexical(own, at, run);
        self.words = self.found.len();
        self.looks(own, at);
        self.classes(own, at);
        self.known(own, at);
        if own.is_strong {
            self.in_run(at, run);
        } else {
            self.in_gap(own, at);
        }
        self.text(at);
        &self.found
    }

    /// How many of the features found last are words as such; training hides them at times, so that the
    /// model does not rely on the names it has seen.
    pub fn n_lexical(&self) -> usize {
        self.words
    }

    fn beside(&self, at: usize, by: i8) -> Option<&'a Seen> {
        self.sentence.get(at.checked_add_signed(isize::from(by))?)
    }

    fn word(&self, at: usize, by: i8) -> Hash {
        self.beside(at, by).map_or(0, |seen| seen.look.lower)
    }

    fn known_at(&self, at: usize, by: i8) -> u32 {
        self.beside(at, by).map_or(0, |seen| seen.known)
    }

    fn xpos(&self, at: usize, by: i8) -> Hash {
        self.beside(at, by).map_or(0, |seen| seen.xpos)
    }

    fn add(&mut self, kind: Kind, a: Hash, b: Hash) {
        self.found.push(feature(kind.number(), a, b));
    }

    fn add_three(&mut self, kind: Kind, a: Hash, b: Hash, c: Hash) {
        self.add(kind, feature(7, a, b), c);
    }

    fn add_bits(&mut self, kind: Kind, bits: u32) {
        let mut rest = bits;
        while rest != 0 {
            self.add(kind, rest.trailing_zeros(), 0);
            rest &= rest - 1;
        }
    }

    /// The run of capitals around the word `at`.
    fn capitals(&self, at: usize, run: &Range<usize>) -> (usize, usize) {
        let is_strong = |at: &usize| self.sentence.get(*at).is_some_and(|seen| seen.is_strong);
        let first = (run.start..=at).rev().take_while(is_strong).last();
        let last = (at..run.end).take_while(is_strong).last();
        (first.unwrap_or(at), last.unwrap_or(at))
    }

    fn lexical(&mut self, own: &Seen, at: usize, run: &Range<usize>) {
        let lower = own.look.lower;
        self.add(Kind::Word(0), lower, 0);
        self.add(Kind::Form, own.form, 0);
        self.add(Kind::WordPair(-1), self.word(at, -1), lower);
        self.add(Kind::WordPair(1), lower, self.word(at, 1));
        if own.is_strong {
            let (first, last) = self.capitals(at, run);
            let words = self.sentence.get(first..=last).unwrap_or_default();
            let all = words
                .iter()
                .fold(0, |sum, seen| feature(8, sum, seen.look.lower));
            self.add(Kind::Run(0), all, place(at, first, last));
        }
    }

    fn looks(&mut self, own: &Seen, at: usize) {
        let shape = own.look.shape;
        let side = |by| self.beside(at, by).map_or(0, |seen| seen.look.shape);
        let (left, right) = (side(-1), side(1));
        self.add(Kind::Bias, 0, 0);
        self.add(Kind::Shape, shape, 0);
        self.add(Kind::ShapePair(-1), left, shape);
        self.add(Kind::ShapePair(1), shape, right);
        self.add_three(Kind::ShapePair(0), left, shape, right);
        for (n, hash) in (0..).zip(own.look.prefixes) {
            self.add(Kind::Prefix(n), hash, 0);
        }
        for (n, hash) in (0..).zip(own.look.suffixes) {
            self.add(Kind::Suffix(n), hash, 0);
        }
        if at == 0 {
            self.add(Kind::Opens, shape, 0);
            self.add(Kind::Opens, own.xpos, 1);
        }
        for by in [-2, -1, 1, 2] {
            self.add(Kind::Word(by), self.word(at, by), 0);
        }
    }

    fn classes(&mut self, own: &Seen, at: usize) {
        let (left, right) = (self.xpos(at, -1), self.xpos(at, 1));
        self.add(Kind::Xpos, own.xpos, 0);
        self.add(Kind::XposPair(-1), left, own.xpos);
        self.add(Kind::XposPair(1), own.xpos, right);
        self.add_three(Kind::XposThree(1), own.xpos, right, self.xpos(at, 2));
        self.add_three(Kind::XposThree(-1), self.xpos(at, -2), left, own.xpos);
        self.add(Kind::UposShape, own.upos as u32, own.look.shape);
    }

    fn known(&mut self, own: &Seen, at: usize) {
        let (left, right) = (self.known_at(at, -1), self.known_at(at, 1));
        self.add_bits(Kind::KnownBit(0), own.known);
        self.add_bits(Kind::KnownBit(1), right);
        self.add_bits(Kind::KnownBit(-1), left);
        self.add(Kind::Known(0), own.known, 0);
        self.add(Kind::KnownPair(-1), left, own.known);
        self.add(Kind::KnownPair(1), own.known, right);
        self.add(Kind::KnownWord(1), own.known, self.word(at, 1));
        self.add(Kind::KnownWord(-1), own.known, self.word(at, -1));
    }

    fn in_run(&mut self, at: usize, run: &Range<usize>) {
        let (first, last) = self.capitals(at, run);
        let place = place(at, first, last);
        let length = (last - first).min(4) as u32;
        let (head, start) = (self.word(last, 0), self.word(first, 0));
        let (before, after) = (self.word(first, -1), self.word(last, 1));
        self.add(Kind::Run(1), place, length);
        self.add(Kind::Run(2), head, place);
        self.add(Kind::Run(3), start, place);
        self.add(Kind::Run(4), before, place);
        self.add(Kind::Run(5), after, place);
        self.add(Kind::Run(6), before, after);
        self.add_three(Kind::Run(7), after, self.word(last, 2), place);
        let ending = self.beside(last, 0).map_or(0, |seen| seen.look.suffixes[2]);
        self.add(Kind::Run(8), ending, 0);
        let (known_first, known_last) = (self.known_at(first, 0), self.known_at(last, 0));
        self.add_bits(Kind::RunBit(0), known_first);
        self.add_bits(Kind::RunBit(1), known_last);
        self.add_three(Kind::Run(9), known_first, known_last, place);
        let (left, right) = (self.xpos(first, -1), self.xpos(last, 1));
        self.add_three(Kind::Run(10), left, right, place);
        self.add(Kind::Run(11), left, length);
        self.add(Kind::Run(12), right, length);
    }

    fn in_gap(&mut self, own: &Seen, at: usize) {
        let (left, right) = (self.word(at, -1), self.word(at, 1));
        self.add_three(Kind::Gap(0), left, own.look.lower, right);
        let (left, right) = (self.xpos(at, -1), self.xpos(at, 1));
        self.add_three(Kind::Gap(1), left, own.look.lower, right);
        self.add_bits(Kind::Gap(2), self.known_at(at, -1));
        self.add_bits(Kind::Gap(3), self.known_at(at, 1));
    }

    fn text(&mut self, at: usize) {
        for by in [0, 1, -1] {
            let mask = if by == 0 { u32::MAX } else { FOR_NEIGHBOURS };
            match self.evidence.get(self.word(at, by)) {
                Some(flags) => self.add_bits(Kind::Text(by), flags & mask),
                None if by == 0 => self.add(Kind::Text(2), 0, 0),
                None => (),
            }
        }
    }
}

/// Whether a word is the only, first, last or an inner one of its run.
fn place(at: usize, first: usize, last: usize) -> u32 {
    match (at == first, at == last) {
        (true, true) => 0,
        (true, false) => 1,
        (false, true) => 2,
        (false, false) => 3,
    }
}
