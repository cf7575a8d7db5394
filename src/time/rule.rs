//! The rules of a language, compiled into one tree of patterns.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::direction::is_after_modal;
use super::language::{Pack, Sources};
use super::lex::Lexed;
use super::matcher::Match;
use super::pattern::Tree;
use super::signal::Signals;
use super::slot::{Slot, named_value};
use super::words::digit_class;
use crate::text::TokenShape;

pub(super) use around::is_noun_like;
use around::{fits_any, is_amount, is_function_word, is_name, is_plural, listed};

mod around;

/// How many words before a rate (`hundreds of calls a day`) may hold its amount.
const WORDS_OF_AMOUNT: usize = 5;

/// The rules of a language with its words and the tree of their patterns.
pub(super) struct Rules {
    pub(super) pack: Pack,
    pub(super) tree: Tree,
    pub(super) signals: Signals,
    all: Vec<Rule>,
}

/// How the parts that a match filled in become a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Make {
    /// A place on the calendar, what is missing filled in from what it counts from.
    Calendar,
    /// The unit before, around or after what it counts from.
    Shift,
    /// So many units before or after what it counts from.
    Offset,
    /// The last or the next weekend.
    Weekend,
    /// Two ends.
    Range,
    Duration,
    Set,
    /// Now, once, soon.
    Ref,
    /// A part of a day that counts only beside that day.
    Part,
    /// A length that counts from the date that follows it.
    Lead,
    /// One of the weeks, weekdays or days of a longer period.
    Nth,
    /// No time at all (`three quarters of the crew`): no other rule reads the words.
    Nothing,
}

/// What a date begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

/// One rule as its file has it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "a rule's file has this many independent marks"
)]
pub(super) struct Rule {
    pub(super) name: String,
    pattern: String,
    pub(super) make: Make,
    #[serde(default)]
    set: BTreeMap<Slot, SetValue>,
    #[serde(default)]
    prev: Vec<String>,
    #[serde(default)]
    prev_not: Vec<String>,
    #[serde(default)]
    next: Vec<String>,
    #[serde(default)]
    next_not: Vec<String>,
    /// The word behind the next.
    #[serde(default)]
    next_word: Vec<String>,
    /// The word before the previous.
    #[serde(default)]
    prev_word: Vec<String>,
    /// Words that stand nowhere in the sentence.
    #[serde(default)]
    sentence_not: Vec<String>,
    #[serde(default)]
    prev_number: bool,
    #[serde(default)]
    lower: bool,
    /// Its last word has no capital within a sentence: `60 Minutes` is a name.
    #[serde(default)]
    lower_unit: bool,
    /// Counts only after a verb with `will` or the like.
    #[serde(default)]
    ahead: bool,
    /// Whether its dates begin with the day or with the month.
    pub(super) order: Option<Order>,
    min_year: Option<i32>,
    max_year: Option<i32>,
    accept: Vec<String>,
    reject: Vec<String>,
    /// Publication date of the examples.
    #[serde(skip)]
    published: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum SetValue {
    Number(f64),
    Name(String),
}

#[derive(Deserialize)]
struct RuleFile {
    published: String,
    #[serde(default)]
    macros: BTreeMap<String, String>,
    rule: Vec<Rule>,
}

impl Rules {
    /// Compiles a language's files; the second part names what is wrong in them.
    pub(super) fn compile(sources: &Sources) -> (Self, Vec<String>) {
        let mut faults = Vec::new();
        let groups: BTreeMap<String, Vec<String>> = toml::from_str(sources.groups)
            .unwrap_or_else(|error| {
                faults.push(error.to_string());
                BTreeMap::new()
            });
        let mut rules = Self {
            pack: Pack::read(sources),
            tree: Tree::default(),
            signals: Signals::default(),
            all: Vec::new(),
        };
        for source in sources.rules {
            match toml::from_str::<RuleFile>(source) {
                Ok(file) => rules.add_file(file, &groups, &mut faults),
                Err(error) => faults.push(error.to_string()),
            }
        }
        let rows = rules.tree.finish();
        let weak = groups.get("weak").into_iter().flatten().cloned().collect();
        rules.signals = Signals::new(rows.iter(), &rules.pack.words, &weak);
        (rules, faults)
    }

    /// All rules in order.
    #[cfg(test)]
    fn iter(&self) -> impl Iterator<Item = &Rule> {
        self.all.iter()
    }

    pub(super) fn get(&self, index: usize) -> Option<&Rule> {
        self.all.get(index)
    }

    fn add_file(
        &mut self,
        file: RuleFile,
        groups: &BTreeMap<String, Vec<String>>,
        faults: &mut Vec<String>,
    ) {
        for mut rule in file.rule {
            let mut pattern = rule.pattern.clone();
            for (name, meaning) in &file.macros {
                pattern = pattern.replace(&format!("{{{name}}}"), meaning);
            }
            for list in [
                &mut rule.prev,
                &mut rule.prev_not,
                &mut rule.next,
                &mut rule.next_not,
                &mut rule.sentence_not,
            ] {
                *list = with_groups(list, groups);
            }
            if rule.accept.is_empty() || rule.reject.is_empty() {
                faults.push(format!(
                    "{}: no accepted or no rejected examples",
                    rule.name
                ));
            }
            rule.published.clone_from(&file.published);
            if let Err(fault) = self
                .tree
                .add(&pattern, self.all.len(), &mut self.pack.words)
            {
                faults.push(format!("{}: {fault}", rule.name));
            }
            self.all.push(rule);
        }
    }
}

fn with_groups(list: &[String], groups: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for word in list {
        match word.strip_prefix('@').and_then(|name| groups.get(name)) {
            Some(group) => all.extend(group.iter().cloned()),
            None => all.push(word.clone()),
        }
    }
    all
}

impl Rule {
    /// Whether its dates have their month in numbers.
    pub(super) fn is_numeric(&self) -> bool {
        self.pattern.contains("MONTHNUM")
    }

    /// Puts the rule's own values into a match; false if its surroundings forbid it.
    pub(super) fn accepts(&self, found: &mut Match, lexed: &Lexed<'_>) -> bool {
        for (slot, value) in &self.set {
            let number = match value {
                SetValue::Number(number) => Some(*number),
                SetValue::Name(name) => named_value(*slot, name),
            };
            if *slot == Slot::N
                && let Some(n) = found
                    .parts
                    .number(Slot::N)
                    .filter(|_| self.adds_to_number())
            {
                found.parts.set(Slot::N, n + 0.5, None);
            } else if let Some(number) = number {
                found.parts.set(*slot, number, None);
            }
        }
        self.fits_before(found, lexed)
            && self.fits_after(found, lexed)
            && self.fits_year(found)
            && !lexed.has_around(&self.sentence_not, found.first)
            && (!self.ahead || is_after_modal(lexed, found.first))
    }

    /// `two years and a half` adds to the number that the words give.
    fn adds_to_number(&self) -> bool {
        self.name == "and-a-half"
    }

    fn fits_before(&self, found: &Match, lexed: &Lexed<'_>) -> bool {
        let before = found.first.checked_sub(1);
        let word = before.map_or("^", |at| lexed.word(at));
        let shape = before.and_then(|at| lexed.shape(at));
        if !self.prev.is_empty() && !fits_any(&self.prev, word, shape) {
            return false;
        }
        if !self.prev_word.is_empty() {
            let at = found.first.checked_sub(2);
            let is_year = at.is_some_and(|at| lexed.is_of(at, digit_class::YEAR));
            let word = at.map_or("^", |at| lexed.word(at));
            let mut all = self.prev_word.iter();
            if !all.any(|listed| listed == word || (is_year && listed == "@year")) {
                return false;
            }
        }
        if self.lower && found.first > 0 && lexed.shape(found.first) != Some(TokenShape::Lower)
        {
            return false;
        }
        let from = found.first.saturating_sub(WORDS_OF_AMOUNT);
        let has_number = (from..found.first).any(|at| is_amount(at, lexed));
        (!self.prev_number || has_number) && !fits_any(&self.prev_not, word, shape)
    }

    fn fits_after(&self, found: &Match, lexed: &Lexed<'_>) -> bool {
        let shape = lexed.shape(found.end);
        let word = shape.map_or("^", |_| lexed.word(found.end));
        let is_lower = shape == Some(TokenShape::Lower);
        let is_noun = is_lower && !is_function_word(word);
        let fits = |listed: &String| listed == word || (is_noun && listed == "@lowernoun");
        if !self.next.is_empty() && !self.next.iter().any(fits) {
            return false;
        }
        if !self.next_word.is_empty() && !listed(&self.next_word, lexed.word(found.end + 1)) {
            return false;
        }
        if self.lower_unit && is_name(found, lexed) {
            return false;
        }
        !self.next_not.iter().any(|name| match name.as_str() {
            "@lowernoun" => is_noun,
            "@capital" => matches!(shape, Some(TokenShape::Capitalised | TokenShape::Upper)),
            "@number" => shape == Some(TokenShape::Number),
            "@lowerplural" => is_lower && is_plural(word),
            "-" => lexed.is_hyphen(found.end),
            name => name == word,
        })
    }

    fn fits_year(&self, found: &Match) -> bool {
        let Some(year) = found.parts.get(Slot::Year) else {
            return true;
        };
        self.min_year.is_none_or(|least| least <= year)
            && self.max_year.is_none_or(|most| year <= most)
    }
}

#[cfg(test)]
mod tests;
