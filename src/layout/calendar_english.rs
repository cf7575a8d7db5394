//! The calendar in English, as in pictures: `Friday 6 February 2026`, `44 BCE`, `20th century`.

use jiff::civil::{Date, Weekday};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// `Feb`.
pub(super) fn short_month(day: Date) -> &'static str {
    short(month(day))
}

/// `February 2026`, `Feb 2026`, `Feb`.
pub(super) fn months(day: Date) -> Vec<String> {
    let (year, short) = (year(i32::from(day.year())), short_month(day));
    vec![
        format!("{} {year}", month(day)),
        format!("{short} {year}"),
        short.to_owned(),
    ]
}

/// `Friday 6 February 2026`, `Fri 6 Feb 2026`, `6 Feb`.
pub(super) fn days(day: Date) -> Vec<String> {
    let (weekday, n) = (weekday(day.weekday()), day.day());
    let (year, short_month) = (year(i32::from(day.year())), short_month(day));
    vec![
        format!("{weekday} {n} {} {year}", month(day)),
        format!("{} {n} {short_month} {year}", short(weekday)),
        format!("{n} {short_month}"),
    ]
}

/// `2026`, `44 BCE`.
pub(super) fn year(year: i32) -> String {
    if year > 0 {
        year.to_string()
    } else {
        format!("{} BCE", 1 - year)
    }
}

/// `2020s`.
pub(super) fn decade(first: Date) -> String {
    format!("{}s", year(i32::from(first.year())))
}

/// The century that begins with (or just after) a year: `20th century`, `20th`.
pub(super) fn centuries(first: Date) -> Vec<String> {
    let year = i32::from(first.year());
    let (number, era) = if year > 0 {
        (year / 100 + 1, "")
    } else {
        ((1 - year).max(1).div_euclid(100).max(1), " BCE")
    };
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    let century = format!("{number}{ending}{era}");
    vec![format!("{century} century"), century]
}

fn month(day: Date) -> &'static str {
    let at = usize::try_from(day.month() - 1).ok();
    at.and_then(|at| MONTHS.get(at)).copied().unwrap_or("")
}

fn weekday(day: Weekday) -> &'static str {
    let at = usize::try_from(day.to_monday_zero_offset()).ok();
    at.and_then(|at| WEEKDAYS.get(at)).copied().unwrap_or("")
}

/// The first three letters.
fn short(name: &str) -> &str {
    name.get(..3).unwrap_or(name)
}
