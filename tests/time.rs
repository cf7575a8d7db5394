//! Time expressions as the rest of the program sees them: values, ranges, directions, any input.

use dateline::model::{Timex, When};
use dateline::text::analyse;
use dateline::time::{Anchor, Reading, read, resolve, tag};
use jiff::civil::{Date, date};
use proptest::prelude::*;

#[path = "time/ways.rs"]
mod ways;

const TUESDAY: Date = date(2026, 2, 3);

fn tagged(text: &str, published: Option<Date>) -> Vec<Timex> {
    tag(text, &analyse(text, &[]), published)
}

/// The words and value of each expression, one after another.
fn values(text: &str, published: Option<Date>) -> String {
    let tagged = tagged(text, published);
    let all = tagged
        .iter()
        .map(|timex| format!("{}={}", timex.span.of(text), timex.value));
    all.collect::<Vec<String>>().join("; ")
}

fn check(text: &str, expected: &str) {
    assert_eq!(values(text, Some(TUESDAY)), expected, "{text}");
}

fn check_when(text: &str, expected: &str) {
    let found = tagged(text, Some(TUESDAY));
    let days: Vec<String> = found
        .iter()
        .filter_map(|timex| timex.when.as_ref().map(When::to_edtf))
        .collect();
    assert_eq!(days.join("; "), expected, "{text}");
}

#[test]
fn a_bare_weekday_looks_where_its_sentence_looks() {
    check(
        "The mayor said on Friday the dam held.",
        "Friday=2026-01-30",
    );
    check(
        "The dam could reopen as soon as Friday.",
        "Friday=2026-02-06",
    );
    check("The dam will reopen on Friday.", "Friday=2026-02-06");
    check("The court is due to rule on Friday.", "Friday=2026-02-06");
    check("A vote was scheduled for Friday.", "Friday=2026-02-06");
    check("The team must leave by Friday.", "Friday=2026-02-06");
    check("They hope to meet on Friday.", "Friday=2026-02-06");
    check("They met on Friday.", "Friday=2026-01-30");
    check("They have met since Friday.", "Friday=2026-01-30");
    check("She spoke on Tuesday.", "Tuesday=2026-02-03");
}

#[test]
fn what_lacks_its_year_takes_it_from_publication_and_tense() {
    check("It burned down in December.", "December=2025-12");
    check("It will reopen in December.", "December=2026-12");
    check("It opened on 20 October.", "20 October=2025-10-20");
    check("It opened in June last year.", "June last year=2025-06");
    check("They plan it for mid-February.", "mid-February=2026-02");
}

#[test]
fn ranges_open_and_closed() {
    check_when("It opens in mid-February.", "[2026-02-11~..2026-02-20~]");
    check_when("It could open as early as Friday.", "2026-02-06/..");
    check_when("It must open by Friday.", "../2026-02-06");
    check_when(
        "It lasted from 13 to 24 June 2025.",
        "2025-06-13/2025-06-24; 2025-06-13/2025-06-24",
    );
    check_when(
        "It rained 13-24 June 2025.",
        "2025-06-13/2025-06-24; 2025-06-13/2025-06-24",
    );
    check_when("It opens this week.", "[2026-02-02..2026-02-08]");
    check_when("It opened in 2019.", "2019");
}

#[test]
fn what_counts_from_the_text_itself() {
    check(
        "The mill burned on 3 May 2019. Two days later, it rained. That month was cold.",
        "3 May 2019=2019-05-03; Two days later=2019-05-05; That month=2019-05",
    );
}

#[test]
fn lengths_lead_to_dates() {
    for (text, expected) in [
        (
            "It opens two days after 5 March 2025.",
            "two days after 5 March 2025=2025-03-07",
        ),
        (
            "It shut three weeks before Christmas 2024.",
            "three weeks before Christmas 2024=2024-12-04",
        ),
        (
            "It shut the day after Easter Monday 2025.",
            "the day after Easter Monday 2025=2025-04-22",
        ),
        ("It shut two days after the storm.", "two days=P2D"),
        ("They will meet in three days.", "three days=2026-02-06"),
        ("They met for three days.", "three days=P3D"),
        (
            "It shut a year and 2 months ago.",
            "a year and 2 months ago=2024-12-03",
        ),
    ] {
        check(text, expected);
    }
}

#[test]
fn numbers_and_words_for_numbers() {
    for (text, expected) in [
        (
            "It opened in nineteen eighty-four.",
            "nineteen eighty-four=1984",
        ),
        (
            "It shut in two thousand and nine.",
            "two thousand and nine=2009",
        ),
        (
            "Born on the ninth of May, nineteen oh two.",
            "the ninth of May, nineteen oh two=1902-05-09",
        ),
        (
            "It opened on Friday the 30th.",
            "Friday the 30th=2026-01-30",
        ),
        (
            "It took two and a quarter hours.",
            "two and a quarter hours=PT2.25H",
        ),
        ("Two thousand and nine men came.", ""),
    ] {
        check(text, expected);
    }
}

#[test]
fn weeks_and_weekdays_of_a_longer_period() {
    for (text, expected) in [
        (
            "It rained in the first week of May 2025.",
            "the first week of May 2025=2025-W18",
        ),
        (
            "They meet on the second Tuesday of next month.",
            "the second Tuesday of next month=2026-03-10",
        ),
        (
            "It shut on the last day of 2024.",
            "the last day of 2024=2024-12-31",
        ),
        (
            "It opens the week after next.",
            "the week after next=2026-W08",
        ),
        (
            "It opens next week on Thursday.",
            "next week on Thursday=2026-02-12",
        ),
    ] {
        check(text, expected);
    }
}

#[test]
fn clock_times_with_their_day() {
    for (text, expected) in [
        (
            "It opens tomorrow morning at 9.",
            "tomorrow morning at 9=2026-02-04T09:00",
        ),
        (
            "It sank at 4 in the afternoon on 5 May 2025.",
            "4 in the afternoon on 5 May 2025=2025-05-05T16:00",
        ),
        (
            "It rang at ten minutes to six.",
            "ten minutes to six=2026-02-03T05:50",
        ),
        ("It sank at 18:40 GMT.", "18:40 GMT=2026-02-03T18:40Z"),
        ("They met at 10 Harbour Street.", ""),
    ] {
        check(text, expected);
    }
}

#[test]
fn words_that_look_like_times_are_left_alone() {
    for text in [
        "He may march on.",
        "She came second in 2:1.",
        "A 40-year-old man and his son, aged 12, left.",
        "It cost $2019 or 1,999 euros.",
        "Theresa May and April Jones sat down.",
        "On 31 February 2026 and 2026-02-30 nothing was planned.",
        "The sun set over the bay.",
    ] {
        check(text, "");
    }
}

#[test]
fn without_a_publication_date_nothing_is_guessed() {
    let text = "It could open as early as Friday, or in March.";
    assert_eq!(values(text, None), "Friday=XXXX-WXX-5; March=XXXX-03");
    for timex in tagged(text, None) {
        assert!(timex.when.is_none() && timex.counts_from_publication);
    }
}

#[test]
fn the_steps_lead_from_the_words_to_the_day() {
    let found = tagged("Talks could resume on Friday.", Some(TUESDAY));
    let steps: Vec<&str> = found
        .iter()
        .flat_map(|timex| timex.steps.iter().map(|step| step.words.as_str()))
        .collect();
    assert_eq!(
        steps,
        [
            "“Friday” counts from the publication date, Tuesday 3 February 2026",
            "it looks forward because of “could resume”",
            "so: Friday 6 February 2026",
        ]
    );
}

#[test]
fn a_changed_publication_date_needs_no_second_reading() {
    let text =
        "It opens next week. A vote is set for Friday, two days after the feast of 3 May 2025.";
    let reading = read(text, &analyse(text, &[]));
    let stored = serde_json::to_string(&reading).expect("a reading can be written");
    let stored: Reading = serde_json::from_str(&stored).expect("and read");
    for published in [Some(TUESDAY), Some(date(2020, 7, 9)), None] {
        let again = resolve(text, &stored, published, None);
        assert_eq!(again, tagged(text, published));
    }
}

#[test]
fn a_text_that_is_merely_split_gives_the_same() {
    let text =
        "The court is due to rule on Friday. They met in May. It will open in two weeks.";
    let split = dateline::text::split(text, &[]);
    assert_eq!(
        tag(text, &split, Some(TUESDAY)),
        tagged(text, Some(TUESDAY))
    );
}

#[test]
fn a_history_counts_from_what_it_last_spoke_of() {
    let text = "The fire began in March 1871. In May it reached the docks.";
    let reading = read(text, &analyse(text, &[]));
    let values = |anchor| -> Vec<String> {
        let found = resolve(text, &reading, Some(TUESDAY), anchor);
        found.into_iter().map(|timex| timex.value).collect()
    };
    assert_eq!(values(None), ["1871-03", "2025-05"]);
    assert_eq!(values(Some(Anchor::Publication)), ["1871-03", "2025-05"]);
    assert_eq!(values(Some(Anchor::Story)), ["1871-03", "1871-05"]);
}

#[test]
fn dates_in_numbers_take_the_order_of_their_article() {
    for (text, expected) in [
        ("It opened on 7/8/2007.", "7/8/2007=2007-07-08"),
        (
            "It opened on 7/8/2007 and shut on 23/8/2007.",
            "7/8/2007=2007-08-07; 23/8/2007=2007-08-23",
        ),
        (
            "It opened on 7/8/2007 and shut on 8/23/2007.",
            "7/8/2007=2007-07-08; 8/23/2007=2007-08-23",
        ),
        (
            "On 12 May 2007 it shut. It had opened on 7/8/2006.",
            "12 May 2007=2007-05-12; 7/8/2006=2006-08-07",
        ),
    ] {
        check(text, expected);
    }
    let others = |text| -> Vec<Option<String>> {
        let found = tagged(text, Some(TUESDAY)).into_iter();
        found
            .map(|timex| timex.other.map(|other| other.to_edtf()))
            .collect()
    };
    assert_eq!(
        others("It opened on 7/8/2007."),
        [Some("2007-08-07".to_owned())]
    );
    assert_eq!(others("It opened on 7/23/2007."), [None]);
}

#[test]
fn a_german_text_is_read_by_german_rules() {
    check(
        "Die Brücke wurde am Freitag gesperrt. Sie soll im März wieder öffnen und ist seit dem 5. Mai 2019 alt.",
        "Freitag=2026-01-30; März=2026-03; dem 5. Mai 2019=2019-05-05",
    );
}

#[test]
fn a_long_text_without_stops_is_no_problem() {
    let text = "from Monday to the 3rd of May 2019 and ".repeat(5_000);
    assert!(tagged(&text, Some(TUESDAY)).len() > 5_000);
}

/// Text on which a tagger that looks back and forth would take long: the time for four times as
/// much is at most a small multiple of four times as long.
#[test]
fn hostile_texts_take_time_in_proportion() {
    for piece in [
        "7",
        "1 ",
        "two days before ",
        "from 5 to 6 to ",
        "the last week of the last week of ",
        "January February ",
        "twenty five hundred ",
        "nineteen ninety ",
        "1999-2001-",
        "a day after a day after ",
        "at 5 on Friday at 6 on ",
        "early in the late ",
    ] {
        let short = seconds_for(piece, 6_000);
        let long = seconds_for(piece, 24_000);
        assert!(long < 12.0 * short + 0.2, "{piece}: {short} s, {long} s");
    }
}

fn seconds_for(piece: &str, n_bytes: usize) -> f64 {
    let text = piece.repeat(n_bytes / piece.len());
    let document = analyse(&text, &[]);
    let start = std::time::Instant::now();
    assert!(tag(&text, &document, Some(TUESDAY)).len() <= text.len());
    start.elapsed().as_secs_f64()
}

fn is_sound(text: &str, published: Option<Date>) -> Result<(), TestCaseError> {
    let mut end = 0;
    for timex in tagged(text, published) {
        prop_assert!(timex.span.fits(text) && !timex.span.is_empty(), "{timex:?}");
        prop_assert!(end <= timex.span.start, "overlaps: {timex:?}");
        end = timex.span.end;
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_gives_sorted_disjoint_spans(text in "\\PC{0,200}") {
        is_sound(&text, Some(TUESDAY))?;
    }

    #[test]
    fn words_of_time_in_any_order_do_too(
        words in proptest::collection::vec(
            proptest::sample::select(vec![
                "Friday", "31", "February", "2026", "-", "to", "from", "last", "year", "week",
                "two", "ago", "9999", "0", "BC", "13th", "century", "the", "of", "next", "at",
                "24:59", "p.m.", "1990s", "’99", "million", "later", "é", "\n", ".", "/", "May",
            ]),
            0..30,
        ),
        glue in proptest::sample::select(vec![" ", "", "\n"]),
    ) {
        let text = words.join(glue);
        is_sound(&text, Some(TUESDAY))?;
        is_sound(&text, None)?;
        is_sound(&text, Some(Date::MAX))?;
        is_sound(&text, Some(Date::MIN))?;
    }
}
