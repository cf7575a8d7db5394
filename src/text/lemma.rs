//! Base forms: which verb a word may be a form of, and the singular of a noun.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::inflect::{with_ed, with_ing, with_s};
use super::lexicon::Verbs;
use super::word_map::WordMap;

/// The grammatical form of a word read as a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// `meet`
    Base,
    /// `meets`
    Third,
    /// `took`
    Past,
    /// `taken`
    Participle,
    /// `held`: past or participle.
    PastOrParticiple,
    /// `meeting`
    Ing,
}

/// One way to read a word as a verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Base form.
    pub lemma: String,
    /// Which form of it the word is.
    pub form: Form,
}

/// All ways to read a lower-case `word` as a verb; empty if it is none. Known verbs only, and words
/// whose ending leaves no other reading.
pub fn verb_readings(word: &str) -> Cow<'static, [Reading]> {
    static FORMS: LazyLock<WordMap<Vec<Reading>>> = LazyLock::new(all_forms);
    match FORMS.get(word) {
        Some(readings) => Cow::Borrowed(readings),
        None => guess(word).into_iter().collect(),
    }
}

/// The participle of a verb whose base form is `lemma`, if it is not made with `-ed`: `send` → `sent`.
pub fn irregular_participle(lemma: &str) -> Option<&'static str> {
    let mut lines = Verbs::get().irregular.iter();
    lines.find_map(|line| {
        let mut parts = line.split_whitespace();
        let is_it = parts.next()?.trim_end_matches('+') == lemma;
        parts.nth(1).filter(|_| is_it)?.split('/').next()
    })
}

/// The singular of a lower-case noun: `strikes` → `strike`, `parties` → `party`; the word itself if it
/// is singular.
pub fn noun_lemma(word: &str) -> String {
    if let Some((_, singular)) = IRREGULAR_PLURALS.iter().find(|(plural, _)| *plural == word) {
        return (*singular).to_owned();
    }
    let Some(stem) = word.strip_suffix('s').filter(|stem| stem.len() > 2) else {
        return word.to_owned();
    };
    if let Some(root) = stem.strip_suffix("ie").filter(|root| root.len() > 1) {
        return format!("{root}y");
    }
    if stem.ends_with(['s', 'u', 'i']) && !stem.ends_with("ski") {
        return word.to_owned();
    }
    match stem.strip_suffix('e') {
        Some(root)
            if ["sh", "ch", "ss", "x", "zz"]
                .iter()
                .any(|end| root.ends_with(end)) =>
        {
            root.to_owned()
        }
        _ => stem.to_owned(),
    }
}

const IRREGULAR_PLURALS: [(&str, &str); 8] = [
    ("men", "man"),
    ("women", "woman"),
    ("children", "child"),
    ("people", "person"),
    ("crises", "crisis"),
    ("coups", "coup"),
    ("wives", "wife"),
    ("lives", "life"),
];

fn all_forms() -> WordMap<Vec<Reading>> {
    let mut forms = WordMap::default();
    let verbs = Verbs::get();
    for line in &verbs.irregular {
        add_irregular(&mut forms, line);
    }
    let irregular: BTreeSet<&str> = verbs
        .irregular
        .iter()
        .filter_map(|line| line.split(['+', ' ']).next())
        .collect();
    for word in verbs.regular.split_whitespace() {
        if !irregular.contains(word.trim_end_matches('+')) {
            add_regular(&mut forms, word);
        }
    }
    for word in verbs.not_past.split_whitespace() {
        if let Some(readings) = forms.get_mut(word) {
            readings.retain(|reading| reading.form != Form::PastOrParticiple);
        }
    }
    forms
}

/// A line `take took taken`; a `+` after the base doubles its last letter before -ing.
fn add_irregular(forms: &mut WordMap<Vec<Reading>>, line: &str) {
    let mut parts = line.split_whitespace();
    let (Some(word), Some(past), Some(participle)) = (parts.next(), parts.next(), parts.next())
    else {
        return;
    };
    let base = word.trim_end_matches('+');
    add(forms, base, base, Form::Base);
    add(forms, &with_s(base), base, Form::Third);
    add(forms, &with_ing(base, word.ends_with('+')), base, Form::Ing);
    for word in past.split('/') {
        let is_both = participle.split('/').any(|other| other == word);
        add(
            forms,
            word,
            base,
            if is_both {
                Form::PastOrParticiple
            } else {
                Form::Past
            },
        );
    }
    let is_past = |word: &&str| past.split('/').any(|other| other == *word);
    for word in participle.split('/').filter(|word| !is_past(word)) {
        add(forms, word, base, Form::Participle);
    }
}

fn add_regular(forms: &mut WordMap<Vec<Reading>>, word: &str) {
    let (base, doubles) = (word.trim_end_matches('+'), word.ends_with('+'));
    add(forms, base, base, Form::Base);
    add(forms, &with_s(base), base, Form::Third);
    add(forms, &with_ed(base, doubles), base, Form::PastOrParticiple);
    add(forms, &with_ing(base, doubles), base, Form::Ing);
    // American and British spelling differ after l: `cancelled`, `canceled`.
    if base.ends_with('l') && !doubles {
        add(forms, &with_ed(base, true), base, Form::PastOrParticiple);
        add(forms, &with_ing(base, true), base, Form::Ing);
    }
}

fn add(forms: &mut WordMap<Vec<Reading>>, word: &str, lemma: &str, form: Form) {
    let reading = Reading {
        lemma: lemma.to_owned(),
        form,
    };
    let readings = forms.entry(word.to_owned()).or_default();
    if !readings.contains(&reading) {
        readings.push(reading);
    }
}

/// A verb that the list lacks, by its ending.
fn guess(word: &str) -> Option<Reading> {
    if word.len() < 6 || !word.is_ascii() {
        return None;
    }
    let (stem, form) = match word.strip_suffix("ed") {
        Some(stem) => (stem, Form::PastOrParticiple),
        None => (word.strip_suffix("ing")?, Form::Ing),
    };
    let verbs = Verbs::get();
    let is_word = stem.len() > 2 && stem.bytes().all(|b| b.is_ascii_lowercase());
    let is_verb = is_word && !verbs.is_not_past(word) && !verbs.is_ing_noun(word);
    is_verb.then(|| Reading {
        lemma: stem.to_owned(),
        form,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_have_their_forms() {
        for (word, lemma, form) in [
            ("met", "meet", Form::PastOrParticiple),
            ("taken", "take", Form::Participle),
            ("went", "go", Form::Past),
            ("stopping", "stop", Form::Ing),
            ("cancelled", "cancel", Form::PastOrParticiple),
            ("canceled", "cancel", Form::PastOrParticiple),
            ("denies", "deny", Form::Third),
            ("dying", "die", Form::Ing),
            ("agreed", "agree", Form::PastOrParticiple),
            ("launches", "launch", Form::Third),
            ("carried", "carry", Form::PastOrParticiple),
            ("teleported", "teleport", Form::PastOrParticiple),
        ] {
            let reading = Reading {
                lemma: lemma.to_owned(),
                form,
            };
            assert!(
                verb_readings(word).contains(&reading),
                "{word}: {:?}",
                verb_readings(word)
            );
        }
        for word in [
            "united",
            "table-tennis",
            "hundred",
            "everything",
            "minister",
            "",
        ] {
            assert!(
                verb_readings(word).iter().all(|r| r.form == Form::Base),
                "{word}"
            );
        }
    }

    #[test]
    fn nouns_have_a_singular() {
        for (plural, singular) in [
            ("strikes", "strike"),
            ("parties", "party"),
            ("clashes", "clash"),
            ("elections", "election"),
            ("crisis", "crisis"),
            ("virus", "virus"),
            ("talks", "talk"),
            ("press", "press"),
            ("releases", "release"),
        ] {
            assert_eq!(noun_lemma(plural), singular);
        }
    }
}
