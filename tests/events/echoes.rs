//! Sentences that come back to an event without a date or a name.

use dateline::story::weave;

use super::{PUBLISHED, article, day, read};

/// A text, the triggers that come back to an event, and the headline of that event.
const ECHOES: &[(&str, &[&str], &str)] = &[
    (
        "A quake struck Quito on Monday, killing nine people. Officials say more help is needed. After the quake, schools stay shut.",
        &["quake"],
        "Quake in Quito",
    ),
    (
        "Police arrested Ann Lee in Lima on Monday. The arrest is a mistake, her lawyer says.",
        &["arrest"],
        "Police arrest Ann Lee in Lima",
    ),
    (
        "Peru and Chile met in Lima on Monday. Any meeting is better than none.",
        &[],
        "Peru and Chile meet in Lima",
    ),
    (
        "The court convicted Omar Diaz of fraud on Monday. The summit is far away.",
        &[],
        "Court convicts Omar Diaz of fraud",
    ),
];

#[test]
fn what_comes_back_to_an_event_is_its_evidence() {
    for (text, triggers, title) in ECHOES {
        let found = read(text, Some(PUBLISHED));
        let echoes: Vec<&str> = found
            .iter()
            .filter(|mention| mention.is_echo())
            .map(|mention| mention.trigger.of(text))
            .collect();
        assert_eq!(echoes, *triggers, "{text}");
        let n_all = found.len();
        let articles = [article(text, Some(day(PUBLISHED)))];
        let events = weave(&articles, found.clone());
        let event = events.iter().find(|event| event.title == *title);
        let titles: Vec<&str> = events.iter().map(|event| event.title.as_str()).collect();
        let event = event.unwrap_or_else(|| panic!("{text}\n{titles:?}"));
        let came_back = event.mentions.iter().filter(|mention| mention.is_echo());
        assert_eq!(came_back.count(), triggers.len(), "{text}");
        let told: usize = events.iter().map(|event| event.mentions.len()).sum();
        assert_eq!(told, n_all, "{text}");
        let alone = found.into_iter().filter(|mention| !mention.is_echo());
        let without: Vec<_> = weave(&articles, alone.collect())
            .into_iter()
            .map(|event| (event.id, event.title, event.when, event.status))
            .collect();
        let with: Vec<_> = events
            .into_iter()
            .map(|event| (event.id, event.title, event.when, event.status))
            .collect();
        assert_eq!(with, without, "{text}");
    }
}
