//! The two levels of the calendar, in English and as a reader may choose.

use dateline::layout::{
    self, Calendar, CalendarChoice, CalendarNames, Request, TimeWindow, WeekStart,
};

use crate::{day, request};

fn check(calendar: &Calendar, (start, end): (f64, f64), major: &str, minor: &str) {
    let window = TimeWindow::new(start, end);
    let axis = layout::arrange(&Request {
        calendar,
        ..request(&[], window)
    })
    .axis;
    let labels = |ticks: &[layout::Tick]| -> String {
        let labels = ticks.iter().filter_map(|tick| tick.label.as_ref());
        let words: Vec<&str> = labels.map(|label| label.words.as_str()).collect();
        words.join(" | ").replace("\u{a0}", " ")
    };
    let found = (labels(&axis.major), labels(&axis.minor));
    assert_eq!((found.0.as_str(), found.1.as_str()), (major, minor));
}

fn at(iso: &str) -> f64 {
    TimeWindow::days_from_date(day(iso))
}

#[test]
fn ticks_follow_the_calendar() {
    let check = |start, end, major: &str, minor: &str| {
        check(Calendar::english(), (start, end), major, minor);
    };
    let noon = at("2024-03-05") + 0.5;
    check(
        noon,
        noon + 1.0 / 48.0,
        "Tuesday 5 March 2024",
        "12:00 | 12:05 | 12:10 | 12:15 | 12:20 | 12:25",
    );
    check(
        at("2024-03-05"),
        noon + 1.0,
        "Tuesday 5 March 2024 | Wednesday 6 March 2024",
        "00:00 | 03:00 | 06:00 | 09:00 | 12:00 | 15:00 | 18:00 | 21:00 | 00:00 | 03:00 | 06:00 | 09:00",
    );
    check(
        at("2024-02-26"),
        at("2024-03-08"),
        "February 2024 | March 2024",
        "26 | 27 | 28 | 29 | 1 | 2 | 3 | 4 | 5 | 6 | 7",
    );
    check(
        at("2024-01-10"),
        at("2024-04-20"),
        "January 2024 | February 2024 | March 2024 | April 2024",
        "15 | 22 | 29 | 5 | 12 | 19 | 26 | 4 | 11 | 18 | 25 | 1 | 8 | 15",
    );
    check(
        at("2023-09-20"),
        at("2024-08-01"),
        "2023 | 2024",
        "Oct | Nov | Dec | Jan | Feb | Mar | Apr | May | Jun | Jul",
    );
    check(
        at("2014-06-20"),
        at("2026-02-01"),
        "2010s | 2020s",
        "2015 | 2016 | 2017 | 2018 | 2019 | 2020 | 2021 | 2022 | 2023 | 2024 | 2025",
    );
    check(
        at("1895-06-20"),
        at("2026-02-01"),
        "20th century | 21st century",
        "1900 | 1910 | 1920 | 1930 | 1940 | 1950 | 1960 | 1970 | 1980 | 1990 | 2000 | 2010 | 2020",
    );
    check(
        at("-001300-01-01"),
        at("2026-02-01"),
        "",
        "1000 BCE | 500 BCE | 1 | 500 | 1000 | 1500",
    );
}

const ENGLISH: CalendarChoice = CalendarChoice {
    names: CalendarNames::English,
    week_start: WeekStart::System,
    has_iso_weeks: false,
};

#[test]
fn weeks_begin_and_are_numbered_as_the_reader_chooses() {
    let sunday = CalendarChoice {
        week_start: WeekStart::Sunday,
        ..ENGLISH
    };
    let iso = CalendarChoice {
        has_iso_weeks: true,
        ..ENGLISH
    };
    let from_monday = "24 | 1 | 8 | 15 | 22 | 29 | 5 | 12 | 19 | 26 | 2 | 9";
    let from_sunday = "23 | 30 | 7 | 14 | 21 | 28 | 4 | 11 | 18 | 25 | 1 | 8";
    let numbered = "W48 | W49 | W50 | W51 | W52 | W1 2026 | W2 | W3 | W4 | W5 | W6 | W7";
    for (choice, place, minor) in [
        (ENGLISH, "en-GB", from_monday),
        (ENGLISH, "en-US", from_sunday),
        (sunday, "en-GB", from_sunday),
        (iso, "en-US", numbered),
    ] {
        let window = (at("2025-11-20"), at("2026-02-14"));
        let major = "November 2025 | December 2025 | January 2026 | February 2026";
        check(&Calendar::new(choice, Some(place)), window, major, minor);
    }
}

#[test]
fn months_and_years_are_named_as_in_the_place() {
    let months = (at("2023-09-20"), at("2024-08-01"));
    let years = (at("1895-06-20"), at("2026-02-01"));
    let ages = (at("-001300-01-01"), at("2026-02-01"));
    for (place, window, major, minor) in [
        (
            "fr-FR",
            months,
            "2023 | 2024",
            "oct. | nov. | déc. | janv. | févr. | mars | avr. | mai | juin | juil.",
        ),
        (
            "de-DE",
            years,
            "1900–1999 | 2000–2099",
            "1900 | 1910 | 1920 | 1930 | 1940 | 1950 | 1960 | 1970 | 1980 | 1990 | 2000 | 2010 | 2020",
        ),
        (
            "de-DE",
            ages,
            "",
            "1000 v. Chr. | 500 v. Chr. | 1 n. Chr. | 500 n. Chr. | 1000 | 1500",
        ),
    ] {
        let calendar = Calendar::new(CalendarChoice::default(), Some(place));
        check(&calendar, window, major, minor);
    }
}
