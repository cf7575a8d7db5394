//! What an article's own headline tells is the news: its main verb makes an event of the story.

use dateline::model::{Mention, Status};

use super::article::mentions_in;

/// The rest of an article, with nothing in it that a headline could take up.
const BODY: &str = "The weather is mild in the town, and the river is as wide as the street.";

/// Headline, trigger and title of an event that is not minor.
const NEWS: &str = "\
Minister quits over expenses row|quits|Minister quits over expenses row
Dana Reyes checks into clinic|checks into|Dana Reyes checks into clinic
Saints place Tom Hale on injured list|place|Saints place Tom Hale on injured list
Bakery fined over unpaid wages|fined|Bakery fined over unpaid wages
Historic mill destroyed by fire|destroyed|Historic mill destroyed by fire
Appeals court overturns ban on nets|overturns|Appeals court overturns ban on nets
Three dead in ferry fire|dead|Three dead in ferry fire
Two climbers missing on glacier|missing|Two climbers missing on glacier
Dana Reyes Checks Into Clinic After Crash|Checks Into|Dana Reyes checks into clinic after crash";

/// Headlines that ask, explain or tell of no event.
const NO_NEWS: &str = "\
Why did the ferry sink?
How the bank works
What the mill means to the town
Minister is a fan of opera";

fn events_of(headline: &str) -> (String, Vec<Mention>) {
    let text = format!("{headline}\n\n{BODY}\n");
    let day = jiff::civil::date(2024, 5, 15);
    let found = mentions_in(&text, Some(day)).into_iter();
    let found = found.filter(|mention| !mention.is_minor()).collect();
    (text, found)
}

#[test]
fn a_headline_tells_an_event_of_the_story() {
    let mut faults = Vec::new();
    for row in NEWS.lines() {
        let cells: Vec<&str> = row.split('|').collect();
        let [headline, trigger, title] = cells.as_slice() else {
            panic!("three cells: {row}");
        };
        let (text, found) = events_of(headline);
        let is_right = |mention: &Mention| {
            mention.trigger.of(&text) == *trigger
                && mention.title == *title
                && mention.status == Status::Happened
        };
        if !found.iter().any(is_right) {
            let titles: Vec<&str> = found.iter().map(|m| m.title.as_str()).collect();
            faults.push(format!("{row}: {titles:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_headline_that_asks_or_explains_tells_none() {
    for headline in NO_NEWS.lines() {
        let (_, found) = events_of(headline);
        let titles: Vec<&str> = found.iter().map(|m| m.title.as_str()).collect();
        assert!(titles.is_empty(), "{headline}: {titles:?}");
    }
}
