//! Runs the examples that stand beside the rules.

use super::{Rule, Rules};
use crate::model::Timex;
use crate::text::analyse;
use crate::time::tag;

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

fn tagged(text: &str, published: &str) -> Vec<Timex> {
    let day = published.parse().expect(published);
    tag(text, &analyse(text, &[]), Some(day))
}

fn wrong_accepts(rule: &Rule) -> Vec<String> {
    let wrong = rule.accept.iter().filter_map(|example| {
        let (text, extent, value, published) = parse(example);
        let found = tagged(&text, published.as_ref().unwrap_or(&rule.published));
        let is_right = found.iter().any(|timex| {
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

fn wrong_rejects(rule: &Rule) -> Vec<String> {
    let wrong = rule.reject.iter().filter_map(|text| {
        let found = tagged(text, &rule.published);
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

#[test]
fn every_rule_takes_what_it_should_and_nothing_else() {
    let (rules, mut faults) = Rules::compile();
    assert!(rules.iter().count() > 50);
    for rule in rules.iter() {
        faults.extend(wrong_accepts(rule));
        faults.extend(wrong_rejects(rule));
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}
