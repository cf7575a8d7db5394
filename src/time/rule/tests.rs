//! Runs the examples that stand beside the rules.

use super::{Rule, Rules};
use crate::model::Timex;
use crate::text::analyse;
use crate::time::language::languages;
use crate::time::read::read_with;
use crate::time::tag::resolve_with;

/// Text without the brackets, the extent they mark, value with mod, publication date.
fn parse(example: &str) -> (String, (usize, usize), String, Option<String>) {
    let (example, published) = match example.rsplit_once(" @ ") {
        Some((example, day)) => (example, Some(day.to_owned())),
        None => (example, None),
    };
    let (text, value) = example.rsplit_once(" => ").expect(example);
    let start = text.find('[').expect(example);
    let end = text.find(']').expect(example) - 1;
    (
        text.replace(['[', ']'], ""),
        (start, end),
        value.to_owned(),
        published,
    )
}

fn tagged(rules: &Rules, text: &str, published: &str) -> Vec<Timex> {
    let day = published.parse().expect(published);
    let items = read_with(rules, text, &analyse(text, &[]));
    resolve_with(rules, text, &items, Some(day), false)
}

fn wrong_accepts(rules: &Rules, rule: &Rule) -> Vec<String> {
    let wrong = rule.accept.iter().filter_map(|example| {
        let (text, extent, value, published) = parse(example);
        let found = tagged(rules, &text, published.as_ref().unwrap_or(&rule.published));
        let overlaps = |timex: &Timex| timex.span.start < extent.1 && extent.0 < timex.span.end;
        let is_nothing = value == "nothing" && !found.iter().any(overlaps);
        let is_right = is_nothing
            || found.iter().any(|timex| {
                let modifier = timex.modifier.map_or("", |m| m.id());
                let full = format!("{} {modifier}", timex.value);
                timex.rule == rule.name
                    && (timex.span.start, timex.span.end) == extent
                    && full.trim() == value
            });
        (!is_right)
            .then(|| format!("{}: {example}\n   found {}", rule.name, list(&text, &found)))
    });
    wrong.collect()
}

fn wrong_rejects(rules: &Rules, rule: &Rule) -> Vec<String> {
    let wrong = rule.reject.iter().filter_map(|text| {
        let found = tagged(rules, text, &rule.published);
        let is_wrong = found.iter().any(|timex| timex.rule == rule.name);
        is_wrong.then(|| format!("{}: not {text:?}: {}", rule.name, list(text, &found)))
    });
    wrong.collect()
}

fn list(text: &str, found: &[Timex]) -> String {
    found
        .iter()
        .map(|t| {
            format!(
                "[{} {} {} {:?}]",
                t.rule,
                t.span.of(text),
                t.value,
                t.modifier
            )
        })
        .collect::<Vec<String>>()
        .join(" ")
}

fn faults_of(rules: &Rules) -> Vec<String> {
    let faults = rules.iter().flat_map(|rule| {
        let mut faults = wrong_accepts(rules, rule);
        faults.extend(wrong_rejects(rules, rule));
        faults
    });
    faults.collect()
}

#[test]
fn every_rule_takes_what_it_should_and_nothing_else() {
    let mut faults = Vec::new();
    let mut n_rules = 0;
    for (rules, wrong) in languages() {
        n_rules += rules.iter().count();
        faults.extend(wrong.iter().cloned());
        faults.extend(faults_of(rules));
    }
    assert!(n_rules > 100);
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}
