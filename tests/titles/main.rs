//! Headlines, places and participants of events on many subjects, each from one or two sentences of
//! `cases.toml`.
#![expect(clippy::expect_used, reason = "a test may panic")]

#[path = "../support/article.rs"]
mod article;

use std::collections::BTreeSet;

use article::mentions_in;
use dateline::model::Name;
use jiff::civil::Date;
use serde::Deserialize;

/// What `cases.toml` holds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    published: Date,
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    trigger: String,
    title: String,
    #[serde(default)]
    places: Vec<String>,
    #[serde(default)]
    participants: Vec<String>,
}

impl Case {
    /// What is wrong with its mention, if anything.
    fn fault(&self, published: Date) -> Option<String> {
        let text = &self.text;
        let found = mentions_in(text, Some(published));
        let Some(mention) = found.iter().find(|m| m.trigger.of(text) == self.trigger) else {
            let triggers: Vec<&str> = found.iter().map(|m| m.trigger.of(text)).collect();
            return Some(format!(
                "{text}\n  found {triggers:?}, not {}",
                self.trigger
            ));
        };
        let is = (
            &mention.title,
            full_names(&mention.places),
            full_names(&mention.participants),
        );
        let ought = (&self.title, self.places.clone(), self.participants.clone());
        (is != ought).then(|| format!("{text}\n  is    {is:?}\n  ought {ought:?}"))
    }
}

#[test]
fn headlines_places_and_participants_are_an_editors() {
    let Cases { published, case } = cases();
    let wrong: Vec<String> = case
        .iter()
        .filter_map(|case| case.fault(published))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn headlines_have_a_good_form() {
    let words: toml::Table = include_str!("../../assets/lang/en/event/titles.toml")
        .parse()
        .unwrap();
    let list = |key: &str| -> BTreeSet<String> {
        let text = words.get(key).and_then(toml::Value::as_str).unwrap();
        text.split_whitespace().map(str::to_owned).collect()
    };
    let particles = list("particles");
    let loose: BTreeSet<String> = list("loose").difference(&particles).cloned().collect();
    let Cases { published, case } = cases();
    let mut n_titles = 0;
    for case in &case {
        for mention in mentions_in(&case.text, Some(published)) {
            check_form(&mention.title, &loose);
            n_titles += 1;
        }
    }
    assert!(case.len() <= n_titles, "{n_titles}");
}

fn check_form(title: &str, loose: &BTreeSet<String>) {
    assert!(title.chars().count() <= 60, "{title}");
    let first = title.chars().next().expect("a title");
    assert!(first.is_uppercase() || first.is_numeric(), "{title}");
    let last = title.chars().next_back().expect("a title");
    assert!(last.is_alphanumeric() || "%)".contains(last), "{title}");
    let word = title.rsplit(' ').next().expect("a word").to_lowercase();
    assert!(word == "us" || !loose.contains(&word), "{title}");
}

fn cases() -> Cases {
    toml::from_str(include_str!("cases.toml")).unwrap_or_else(|error| panic!("{error}"))
}

fn full_names(names: &[Name]) -> Vec<String> {
    names.iter().map(|name| name.full.clone()).collect()
}
