//! Learns base forms and forms of words by counting.

use std::collections::{BTreeMap, BTreeSet};

use dateline::text::grammar::feats::{self, Feats};
use dateline::text::grammar::index::Index;
use dateline::text::grammar::lemma::{Lemmas, Rule, ending_keys, word_key};

use crate::data::Sentence;

/// A rule for an ending must have made so many different words.
const LEAST_WORDS: usize = 2;
/// A rule that adds more than so many bytes is not for endings: it is one irregular word.
const LONGEST_ADDED: usize = 3;

type Counts<K> = BTreeMap<u32, BTreeMap<K, usize>>;

/// Learns rules for lemmas; `is_name` tells which classes keep their capitals.
pub(crate) fn train(sentences: &[&Sentence], is_name: &[bool]) -> Lemmas {
    let mut words: BTreeMap<(&str, u16), BTreeMap<Rule, usize>> = BTreeMap::new();
    for word in sentences.iter().flat_map(|sentence| &sentence.words) {
        let rule = Rule::between(&word.form, &word.lemma, is_name[usize::from(word.tag)]);
        *words
            .entry((&word.form, word.tag))
            .or_default()
            .entry(rule)
            .or_default() += 1;
    }
    let best: Vec<(&str, u16, &Rule)> = words
        .iter()
        .filter_map(|((form, tag), rules)| Some((*form, *tag, most_frequent(rules)?)))
        .collect();
    let endings = endings(&best);
    let mut learnt = Builder::default();
    for (key, rule) in &endings {
        learnt.add(*key, rule);
    }
    let by_endings = learnt.build();
    for (form, tag, rule) in &best {
        // Only the words that the endings get wrong need a place of their own.
        if by_endings.lemma(form, *tag) != rule.apply(form).unwrap_or_default() {
            learnt.add(word_key(form, *tag), rule);
        }
    }
    learnt.build()
}

/// The most frequent rule of each ending that says something new.
fn endings(words: &[(&str, u16, &Rule)]) -> BTreeMap<u32, Rule> {
    let mut counts: Counts<Rule> = BTreeMap::new();
    let mut parents: BTreeMap<u32, u32> = BTreeMap::new();
    for (form, tag, rule) in words {
        if rule.add.len() > LONGEST_ADDED {
            continue;
        }
        let keys = ending_keys(form, *tag);
        for key in &keys {
            *counts
                .entry(*key)
                .or_default()
                .entry((*rule).clone())
                .or_default() += 1;
        }
        parents.extend(keys.windows(2).map(|pair| (pair[0], pair[1])));
    }
    counts.retain(|_, rules| rules.values().sum::<usize>() >= LEAST_WORDS);
    let best: BTreeMap<u32, Rule> = counts
        .iter()
        .filter_map(|(key, rules)| Some((*key, most_frequent(rules)?.clone())))
        .collect();
    let says_new = |key: &u32, rule: &Rule| {
        let mut parent = parents.get(key);
        while let Some(shorter) = parent {
            if let Some(known) = best.get(shorter) {
                return known != rule;
            }
            parent = parents.get(shorter);
        }
        true
    };
    let kept: BTreeSet<u32> = best
        .iter()
        .filter(|(key, rule)| says_new(key, rule))
        .map(|(key, _)| *key)
        .collect();
    best.into_iter()
        .filter(|(key, _)| kept.contains(key))
        .collect()
}

fn most_frequent<K: Ord>(counts: &BTreeMap<K, usize>) -> Option<&K> {
    let mut found: Option<(&K, usize)> = None;
    for (key, n) in counts {
        if found.is_none_or(|(_, most)| *n > most) {
            found = Some((key, *n));
        }
    }
    found.map(|(key, _)| key)
}

#[derive(Default)]
struct Builder {
    rules: BTreeMap<Rule, u16>,
    keys: Vec<u32>,
    numbers: Vec<u16>,
}

impl Builder {
    fn add(&mut self, key: u32, rule: &Rule) {
        let next = self.rules.len() as u16;
        self.keys.push(key);
        self.numbers
            .push(*self.rules.entry(rule.clone()).or_insert(next));
    }

    fn build(&self) -> Lemmas {
        let mut rules: Vec<(&Rule, &u16)> = self.rules.iter().collect();
        rules.sort_by_key(|(_, number)| **number);
        Lemmas {
            rules: rules.into_iter().map(|(rule, _)| rule.clone()).collect(),
            keys: Index::new(self.keys.clone()),
            numbers: self.numbers.clone(),
        }
    }
}

/// The most frequent forms of each class, and of each word that differs from its class.
pub(crate) fn forms(sentences: &[&Sentence], names: &[&'static str]) -> Feats {
    let mut classes: Counts<u16> = BTreeMap::new();
    let mut words: BTreeMap<(u32, u32), BTreeMap<u16, usize>> = BTreeMap::new();
    for sentence in sentences {
        for (word, look) in sentence.words.iter().zip(&sentence.looks) {
            let (class, key) = (
                feats::class_key(word.tag),
                feats::word_key(look.lower, word.tag),
            );
            *classes
                .entry(class)
                .or_default()
                .entry(word.feats)
                .or_default() += 1;
            *words
                .entry((class, key))
                .or_default()
                .entry(word.feats)
                .or_default() += 1;
        }
    }
    let mut keys: Vec<(u32, u16)> = Vec::new();
    for (class, counts) in &classes {
        keys.extend(most_frequent(counts).map(|feats| (*class, *feats)));
    }
    for ((class, key), counts) in &words {
        let of_class = classes.get(class).and_then(most_frequent);
        let of_word = most_frequent(counts);
        keys.extend(
            of_word
                .filter(|_| of_word != of_class)
                .map(|feats| (*key, *feats)),
        );
    }
    Feats {
        names: names.to_vec(),
        keys: Index::new(keys.iter().map(|(key, _)| *key).collect()),
        numbers: keys.iter().map(|(_, feats)| *feats).collect(),
    }
}
