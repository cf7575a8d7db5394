//! Names of persons, organisations, countries, places and ships, with the full form of a short one.

use std::collections::BTreeMap;

use super::full_names::{complete, complete_bodies, drop_openers, is_common};
use super::gazetteer::Gazetteer;
use super::learned_names::mended;
use super::{Document, Sentence, TokenShape};
use crate::model::{Name, NameClass, Span};

/// The names of a text in order, disjoint. A later `Araujo` has the full form of an earlier
/// `Maria Araujo`.
pub fn names(text: &str, document: &Document) -> Vec<Name> {
    let mut found = Vec::new();
    let (headings, body): (Vec<&Sentence>, Vec<&Sentence>) = document
        .sentences
        .iter()
        .partition(|sentence| sentence.is_heading);
    for sentence in body {
        Reader {
            text,
            sentence,
            known: None,
        }
        .read(&mut found);
    }
    // `US$4,900`
    let is_money = |name: &Name| {
        text.get(name.span.end..)
            .is_some_and(|rest| rest.starts_with('$'))
    };
    found.retain(|name| !is_money(name));
    drop_openers(&mut found, text, document);
    found.sort_by_key(|name| name.span.start);
    let mut found = mended(found, text, document);
    let known: BTreeMap<String, (String, NameClass)> = found
        .iter()
        .map(|name| {
            (
                name.span.of(text).to_owned(),
                (name.full.clone(), name.class),
            )
        })
        .collect();
    for sentence in headings {
        Reader {
            text,
            sentence,
            known: Some(&known),
        }
        .read(&mut found);
    }
    found.sort();
    found.sort_by_key(|name| name.span.start);
    complete(&mut found, text);
    complete_bodies(&mut found);
    found
}

/// The country whose government acts when `name` does (`Lima` for Peru), if it is such a seat.
pub fn government(name: &str) -> Option<&'static str> {
    Gazetteer::get().government(name)
}

/// Whether `word` is an adjective or a word for the people of a country.
pub fn is_demonym(word: &str) -> bool {
    Gazetteer::get().is_demonym(word)
}

/// `words` with one space between two.
pub(super) fn in_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<&str>>().join(" ")
}

struct Reader<'a> {
    text: &'a str,
    sentence: &'a Sentence,
    /// In a heading only names that the body knows, or that have cues, count.
    known: Option<&'a BTreeMap<String, (String, NameClass)>>,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        self.sentence
            .tokens
            .get(at)
            .map_or("", |token| token.span.of(self.text))
    }

    fn read(&self, found: &mut Vec<Name>) {
        let mut at = 0;
        while at < self.sentence.tokens.len() {
            match self.name_at(at) {
                Some((last, name)) => {
                    found.push(name);
                    at = last + 1;
                }
                None => at += 1,
            }
        }
    }

    fn name_at(&self, at: usize) -> Option<(usize, Name)> {
        let token = self.sentence.tokens.get(at)?;
        if !self.is_capital(at) {
            return None;
        }
        let gazetteer = Gazetteer::get();
        let ship = gazetteer.cues.ship_prefixes.contains(self.word(at));
        let run_last = self.run_end(at);
        let rest = self.text.get(token.span.start..self.sentence.span.end)?;
        if let Some(entry) = gazetteer.longest(rest).filter(|_| !ship) {
            let end = token.span.start + entry.words.len();
            let is_whole = self
                .sentence
                .tokens
                .get(run_last)
                .is_none_or(|t| t.span.end <= end);
            let is_adjective =
                gazetteer.is_demonym(&entry.words) || entry.class == NameClass::Country;
            if is_whole || !self.is_part_of_name(at, run_last, is_adjective) {
                let last = self.last_before(at, end);
                let name = Name {
                    full: entry.full.clone(),
                    span: Span::new(token.span.start, end),
                    class: entry.class,
                };
                return Some((last, name));
            }
        }
        self.unknown_run(at, run_last)
    }

    /// Whether a known place at the start of a longer run belongs to that run (`Delhi University`).
    fn is_part_of_name(&self, at: usize, last: usize, is_country: bool) -> bool {
        let cues = &Gazetteer::get().cues;
        let last_word = self.word(last).to_lowercase();
        let has_organisation_word = cues.organisation_words.contains(&last_word);
        let has_place_word = cues.place_after.contains(self.word(last));
        last > at && !is_country && (has_organisation_word || has_place_word)
    }

    fn last_before(&self, at: usize, end: usize) -> usize {
        let inside = self
            .sentence
            .tokens
            .iter()
            .skip(at)
            .take_while(|t| t.span.start < end);
        at + inside.count().saturating_sub(1)
    }

    fn is_capital(&self, at: usize) -> bool {
        self.sentence
            .tokens
            .get(at)
            .is_some_and(|token| match token.shape {
                TokenShape::Capitalised | TokenShape::Upper => true,
                TokenShape::Mixed => token
                    .span
                    .of(self.text)
                    .starts_with(|c: char| c.is_uppercase()),
                _ => false,
            })
    }

    /// The last token of the run of capitals that starts at `at`, small connectors inside included.
    fn run_end(&self, at: usize) -> usize {
        let cues = &Gazetteer::get().cues;
        let mut last = at;
        let mut next = at + 1;
        while next < self.sentence.tokens.len() && next < at + 9 {
            let word = self.word(next);
            let is_glued = |at: usize| {
                let (a, b) = (
                    self.sentence.tokens.get(at),
                    self.sentence.tokens.get(at + 1),
                );
                a.zip(b).is_some_and(|(a, b)| a.span.end == b.span.start)
            };
            let no_name = cues.no_names.contains(&word.to_lowercase())
                && next > at
                && !cues.titles.contains(&word.to_lowercase());
            if self.is_capital(next) && !no_name {
                last = next;
                next += 1;
            } else if (cues.connectors.contains(word) && self.connects(at, next))
                || (word == "-" && is_glued(next) && is_glued(last))
                    && self.is_capital(next + 1)
                || word == "&"
                || self.is_owner_of_house(next)
            {
                next += 1;
            } else {
                break;
            }
        }
        last
    }

    /// `of`, `for` only inside the names of bodies and after place words; `de`, `bin` anywhere.
    fn connects(&self, first: usize, at: usize) -> bool {
        let cues = &Gazetteer::get().cues;
        let follows = self.is_capital(at + 1)
            || cues.connectors.contains(self.word(at + 1)) && self.is_capital(at + 2);
        let before = self.word(at.saturating_sub(1)).to_lowercase();
        match self.word(at) {
            "of" | "for" | "the" => {
                let head = self.word(first);
                let is_place = cues
                    .place_before
                    .iter()
                    .any(|cue| cue.starts_with(head) && cue.ends_with(" of"));
                follows
                    && (cues.organisation_heads.contains(&before) || is_place || before == "of")
            }
            _ => follows,
        }
    }

    fn unknown_run(&self, at: usize, run_last: usize) -> Option<(usize, Name)> {
        let cues = &Gazetteer::get().cues;
        let mut first = at;
        // `Vice-President Ruth Klein`
        let is_within =
            |mark: usize| self.word(mark) == "-" && at < mark && self.is_title(mark + 1);
        while first < run_last && (self.is_title(first) || is_within(first)) {
            first += 1;
        }
        if cues.no_names.contains(&self.word(first).to_lowercase())
            || first == run_last && self.is_title(first)
        {
            return None;
        }
        let (start, end) = (
            self.sentence.tokens.get(first)?.span.start,
            self.sentence.tokens.get(run_last)?.span.end,
        );
        let span = Span::new(start, end);
        let words = span.of(self.text);
        let class = self.class(first, run_last, first > at);
        if !self.is_believable(first, run_last, words, class) {
            return None;
        }
        let full = match self.known.and_then(|known| known.get(words)) {
            Some((full, known_class)) => {
                let name = Name {
                    full: full.clone(),
                    span,
                    class: *known_class,
                };
                return Some((run_last, name));
            }
            None => in_one_line(words),
        };
        Some((run_last, Name { full, span, class }))
    }

    fn is_title(&self, at: usize) -> bool {
        let cues = &Gazetteer::get().cues;
        let is_saint = cues.saints.contains(self.word(at)) && self.is_capital(at + 1);
        !is_saint && cues.titles.contains(&self.word(at).to_lowercase())
    }

    /// `St. Mary's Hospital`, `King's College`
    fn is_owner_of_house(&self, at: usize) -> bool {
        let houses = &Gazetteer::get().cues.houses;
        ["'s", "’s", "'", "’"].contains(&self.word(at)) && houses.contains(self.word(at + 1))
    }

    /// The first word of a sentence, and any word of a heading, needs more than its capital.
    fn is_believable(&self, first: usize, last: usize, words: &str, class: NameClass) -> bool {
        let lower = self.word(first).to_lowercase();
        let is_word = is_common(&lower);
        match self.known {
            Some(known) => {
                known.contains_key(words)
                    || first < last && class != NameClass::Unknown && !is_word
            }
            None if first == 0 || self.opens_quote(first) => !is_word,
            None => first < last || !is_word || class != NameClass::Unknown,
        }
    }

    fn opens_quote(&self, at: usize) -> bool {
        at.checked_sub(1)
            .is_some_and(|before| ["“", "\"", "‘", ":", "•", "-"].contains(&self.word(before)))
    }

    fn class(&self, first: usize, last: usize, has_title: bool) -> NameClass {
        let cues = &Gazetteer::get().cues;
        let (first_word, last_word) = (self.word(first), self.word(last));
        let words: Vec<&str> = (first..=last).map(|at| self.word(at)).collect();
        let joined = words.join(" ");
        let is_upper = self
            .sentence
            .tokens
            .get(last)
            .is_some_and(|t| t.shape == TokenShape::Upper);
        let before = first
            .checked_sub(1)
            .map_or(String::new(), |at| self.word(at).to_lowercase());
        if cues.ship_prefixes.contains(first_word) && last > first {
            NameClass::Vessel
        } else if cues.place_after.contains(last_word) && last > first
            || cues
                .place_before
                .iter()
                .any(|cue| joined.starts_with(&format!("{cue} ")))
        {
            NameClass::Place
        } else if cues.organisation_words.contains(&last_word.to_lowercase())
            || last > first && cues.organisation_heads.contains(&first_word.to_lowercase())
            || first == last
                && is_upper
                && !cues.no_organisations.contains(last_word)
                && first_word.len() > 1
        {
            NameClass::Organisation
        } else if has_title
            || cues.titles.contains(&before)
            || (2..=4).contains(&words.len()) && self.speaks(first, last)
        {
            NameClass::Person
        } else {
            NameClass::Unknown
        }
    }

    /// `Maria Araujo said`, `Maria Araujo, 45,`.
    fn speaks(&self, first: usize, last: usize) -> bool {
        let next = self.word(last + 1);
        let before = first.checked_sub(1).map_or("", |at| self.word(at));
        let said = ["said", "says", "told", "wrote", "added", "tweeted"];
        let is_age = next == ","
            && self.word(last + 2).len() == 2
            && self.word(last + 2).bytes().all(|b| b.is_ascii_digit());
        said.contains(&next) || said.contains(&before) || is_age || next == "," && before == ","
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::text::analyse;

    /// Holds the names of `text` in their full form against those expected.
    pub(in crate::text) fn check(text: &str, expected: &[(&str, NameClass)]) {
        let found = names(text, &analyse(text, &[]));
        let short: Vec<(&str, NameClass)> = found
            .iter()
            .map(|name| (name.full.as_str(), name.class))
            .collect();
        assert_eq!(short, expected, "{text}");
        assert!(found.iter().all(|name| name.span.fits(text)));
        let apart = |pair: &[Name]| matches!(pair, [a, b] if a.span.end <= b.span.start);
        assert!(found.windows(2).all(apart), "{text}: {found:?}");
    }

    #[test]
    fn names_have_class_and_full_form() {
        use NameClass::{Country, Organisation, Person, Place, Vessel};
        check(
            "President Maria Araujo met British officials in Lagos. Araujo left on Monday.",
            &[
                ("Maria Araujo", Person),
                ("United Kingdom", Country),
                ("Lagos", Place),
                ("Maria Araujo", Person),
            ],
        );
        check(
            "The frigate HMS Argo sailed to the Gulf of Aden, the Ministry of Defence said.",
            &[
                ("HMS Argo", Vessel),
                ("Gulf of Aden", Place),
                ("Ministry of Defence", Organisation),
            ],
        );
        check(
            "Shares of Acme Corp fell after NATO and the U.S. Senate met near Lake Turkana.",
            &[
                ("Acme Corp", Organisation),
                ("NATO", Organisation),
                ("United States", Country),
                ("Senate", Organisation),
                ("Lake Turkana", Place),
            ],
        );
        check("Officials said nothing. Talks failed.", &[]);
    }
}
