//! Single dates in the styles that front matter, date lines and file names use.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::{Captures, Regex};

use super::publication_words::{WORDS, regex};
use crate::model::{Span, When};

/// Years beyond these are numbers of another kind.
const YEARS: std::ops::RangeInclusive<i16> = 1000..=2999;
/// Two digits from this on are of the last century.
const FIRST_OLD_SHORT_YEAR: i16 = 70;

/// A date that stands in some words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Written {
    /// Its place in the words.
    pub(super) span: Span,
    /// What it says.
    pub(super) value: Value,
}

/// What a written date says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// A day, or a month of a year.
    On(When),
    /// A day that may also be the one with day and month swapped.
    DayFirst(Date),
    /// A day without a year.
    NoYear {
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
    },
    /// A day that the calendar does not have.
    Impossible,
}

/// The dates in `words`, by place, disjoint.
pub(super) fn dates_in(words: &str) -> Vec<Written> {
    // No date is without a digit, and most lines have none.
    if !words.contains(char::is_numeric) {
        return Vec::new();
    }
    let fits = |needed: &Option<Regex>| needed.as_ref().is_some_and(|r| r.is_match(words));
    let (has_month, has_numbers) = (fits(&STYLES.month), fits(&STYLES.numbers));
    let fits = |style: &&Style| {
        if style.is_named {
            has_month
        } else {
            has_numbers
        }
    };
    let mut styles = STYLES.all.iter().filter(fits).peekable();
    if styles.peek().is_none() {
        return Vec::new();
    }
    let weekday = weekday_in(words);
    let mut found: Vec<Written> = styles
        .flat_map(|style| {
            style
                .regex
                .captures_iter(words)
                .filter_map(move |captures| {
                    let whole = captures.get(0)?;
                    let value = (style.read)(&captures, weekday)?;
                    Some(Written {
                        span: Span::new(whole.start(), whole.end()),
                        value,
                    })
                })
        })
        .collect();
    found.sort_by_key(|date| (date.span.start, std::cmp::Reverse(date.span.end)));
    let mut end = 0;
    found.retain(|date| {
        let is_free = end <= date.span.start;
        if is_free {
            end = date.span.end;
        }
        is_free
    });
    found
}

/// The day of a year, if the calendar has it.
pub(super) fn day_of(year: i16, month: i8, day: i8) -> Value {
    Date::new(year, month, day).map_or(Value::Impossible, |date| Value::On(When::day(date)))
}

type Read = fn(&Captures<'_>, Option<i8>) -> Option<Value>;

struct Style {
    regex: Regex,
    read: Read,
    /// It has the name of a month; the others are [`NUMBERS`].
    is_named: bool,
}

struct Styles {
    all: Vec<Style>,
    /// Without boundaries of words, which are slow to find: most lines are done with after these two.
    month: Option<Regex>,
    numbers: Option<Regex>,
}

/// What a date without the name of a month has at the least.
const NUMBERS: &str = r"\d[-/.]\d{1,2}[-/.]\d|\d{8}|[年년]";

static STYLES: LazyLock<Styles> = LazyLock::new(|| Styles {
    all: patterns().into_iter().filter_map(Style::new).collect(),
    month: regex(&format!("(?i){}", WORDS.month_pattern())),
    numbers: regex(NUMBERS),
});

/// The patterns of all styles, and how to read what they match.
fn patterns() -> [(String, Read); 9] {
    let month = format!("(?P<month>{})", WORDS.month_pattern());
    let day = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?";
    let year = r"(?P<y>\d{4})";
    let gap = r"[\s,./-]*";
    let link = format!(r"(?:\s+(?:{}))?", WORDS.link_pattern());
    let some_gap = format!(r"{link}[\s,./-]+");
    let time = r"(?:T\d{2}:?\d{2}[\d:.,]*(?:Z|[+-]\d{2}:?\d{2})?)?";
    let clock = r"\d{1,2}:\d{2}(?::\d{2})?(?:\s+[A-Z]{3,5})?";
    [
        (
            format!(
                r"\b{year}(?P<s1>[-/.])(?P<m>\d{{1,2}})(?P<s2>[-/.])(?P<d>\d{{1,2}}){time}\b"
            ),
            numbers,
        ),
        (
            format!(r"\b{year}(?P<m>\d{{2}})(?P<d>\d{{2}}){time}\b"),
            compact,
        ),
        (
            format!(r"{year}[年년]\s?(?P<m>\d{{1,2}})[月월]\s?(?P<d>\d{{1,2}})[日일]"),
            numbers,
        ),
        (
            r"\b(?P<a>\d{1,2})(?P<s1>[-/.])(?P<b>\d{1,2})(?P<s2>[-/.])(?P<y>\d{4}|\d{2})\b"
                .to_owned(),
            day_or_month_first,
        ),
        (
            format!(r"\b{day}(?:\s+day)?{link}{gap}\b{month}\b{some_gap}{year}\b"),
            named,
        ),
        (
            // A clock time may be glued to the year where a page lost its layout.
            format!(
                r"\b{month}\b{some_gap}{day}(?:{some_gap}|\s+{clock}\s+){year}(?:\d{{1,2}}:\d{{2}})?\b"
            ),
            named,
        ),
        (
            format!(r"\b{year}{some_gap}{month}\b{some_gap}{day}\b"),
            named,
        ),
        (format!(r"\b{month}\b\.?,?\s+{year}\b"), month_of_year),
        (
            format!(
                r"\b(?:{month}\b\.?\s+{day}|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month2>{}))\b",
                WORDS.month_pattern()
            ),
            no_year,
        ),
    ]
}

impl Style {
    fn new((pattern, read): (String, Read)) -> Option<Self> {
        Some(Self {
            regex: regex(&format!("(?i){pattern}"))?,
            is_named: pattern.contains("(?P<month>"),
            read,
        })
    }
}

fn number<T: std::str::FromStr>(captures: &Captures<'_>, name: &str) -> Option<T> {
    captures.name(name)?.as_str().parse().ok()
}

fn year(captures: &Captures<'_>) -> Option<i16> {
    number(captures, "y").filter(|year| YEARS.contains(year))
}

fn has_same_signs(captures: &Captures<'_>) -> bool {
    captures.name("s1").map(|m| m.as_str()) == captures.name("s2").map(|m| m.as_str())
}

fn numbers(captures: &Captures<'_>, _: Option<i8>) -> Option<Value> {
    let (month, day) = (number(captures, "m")?, number(captures, "d")?);
    has_same_signs(captures).then_some(day_of(year(captures)?, month, day))
}

/// Eight digits are a date only if the calendar has it; else they are some other number.
fn compact(captures: &Captures<'_>, weekday: Option<i8>) -> Option<Value> {
    numbers(captures, weekday).filter(|value| *value != Value::Impossible)
}

fn named(captures: &Captures<'_>, _: Option<i8>) -> Option<Value> {
    let month = WORDS.month(captures.name("month")?.as_str())?;
    Some(day_of(year(captures)?, month, number(captures, "d")?))
}

fn month_of_year(captures: &Captures<'_>, _: Option<i8>) -> Option<Value> {
    let month = WORDS.month(captures.name("month")?.as_str())?;
    When::month(year(captures)?, month).map(Value::On)
}

fn no_year(captures: &Captures<'_>, _: Option<i8>) -> Option<Value> {
    let name = captures.name("month").or_else(|| captures.name("month2"))?;
    let month = WORDS.month(name.as_str())?;
    let day = number(captures, "d").or_else(|| number(captures, "d2"))?;
    // 2024 is a leap year: 29 February may be a day of the year that is to be found.
    Some(match day_of(2024, month, day) {
        Value::Impossible => Value::Impossible,
        _ => Value::NoYear { month, day },
    })
}

/// `03/02/2026`: the third of February, unless the weekday or the numbers say otherwise.
fn day_or_month_first(captures: &Captures<'_>, weekday: Option<i8>) -> Option<Value> {
    let (a, b): (i8, i8) = (number(captures, "a")?, number(captures, "b")?);
    let year: i16 = match number(captures, "y")? {
        short @ 0..FIRST_OLD_SHORT_YEAR => 2000 + short,
        short @ FIRST_OLD_SHORT_YEAR..100 => 1900 + short,
        year => Some(year).filter(|year| YEARS.contains(year))?,
    };
    if !has_same_signs(captures) {
        return None;
    }
    let (day_first, month_first) = (Date::new(year, b, a).ok(), Date::new(year, a, b).ok());
    let fits = |date: &Date| weekday.is_none_or(|w| date.weekday().to_monday_one_offset() == w);
    let has_points = captures.name("s1").is_some_and(|sign| sign.as_str() == ".");
    Some(match (day_first, month_first) {
        (None, None) => Value::Impossible,
        (Some(date), None) | (None, Some(date)) => Value::On(When::day(date)),
        (Some(first), Some(second)) if first == second || has_points => {
            Value::On(When::day(first))
        }
        (Some(first), Some(second)) => match (weekday.is_some(), fits(&first), fits(&second)) {
            (true, true, false) => Value::On(When::day(first)),
            (true, false, true) => Value::On(When::day(second)),
            _ => Value::DayFirst(first),
        },
    })
}

/// The first weekday in `words`; 1 for Monday.
pub(super) fn weekday_in(words: &str) -> Option<i8> {
    static WEEKDAY: LazyLock<Option<Regex>> =
        LazyLock::new(|| regex(&format!(r"(?i)\b(?:{})\b", WORDS.weekday_pattern())));
    let found = WEEKDAY.as_ref()?.find(words)?;
    WORDS.weekday(found.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: &str) {
        let found: Vec<String> = dates_in(words)
            .into_iter()
            .map(|date| {
                let value = match date.value {
                    Value::On(when) => when.to_edtf(),
                    Value::DayFirst(day) => format!("{day}?"),
                    Value::NoYear { month, day } => format!("{day}.{month}."),
                    Value::Impossible => "impossible".to_owned(),
                };
                format!("{} = {value}", date.span.of(words))
            })
            .collect();
        assert_eq!(found.join("; "), expected, "{words}");
    }

    #[test]
    fn many_styles_are_read() {
        check("2024-07-05", "2024-07-05 = 2024-07-05");
        check(
            "2024-07-05T23:30:00-05:00",
            "2024-07-05T23:30:00-05:00 = 2024-07-05",
        );
        check("2024-07-05 23:30 UTC", "2024-07-05 = 2024-07-05");
        check("20240705", "20240705 = 2024-07-05");
        check("2024/7/5", "2024/7/5 = 2024-07-05");
        check("2024年7月5日", "2024年7月5日 = 2024-07-05");
        check("5 July 2024", "5 July 2024 = 2024-07-05");
        check("5 Jul. 2024", "5 Jul. 2024 = 2024-07-05");
        check("the 5th of July, 2024", "5th of July, 2024 = 2024-07-05");
        check("July 5, 2024", "July 5, 2024 = 2024-07-05");
        check("JULY 5TH 2024", "JULY 5TH 2024 = 2024-07-05");
        check("Jul-05-2024", "Jul-05-2024 = 2024-07-05");
        check("05-Jul-2024", "05-Jul-2024 = 2024-07-05");
        check("2024 July 5", "2024 July 5 = 2024-07-05");
        check(
            "Fri, 05 Jul 2024 10:00:00 +0000",
            "05 Jul 2024 = 2024-07-05",
        );
        check("Friday, 5 July 2024 10:00 GMT", "5 July 2024 = 2024-07-05");
        check(
            "Fri Jul  5 10:00:00 UTC 2024",
            "Jul  5 10:00:00 UTC 2024 = 2024-07-05",
        );
        check("July 2024", "July 2024 = 2024-07");
        check("Sept. 9", "Sept. 9 = 9.9.");
        check("9 September", "9 September = 9.9.");
        check(
            "5 July 2024, updated 7 July 2024",
            "5 July 2024 = 2024-07-05; 7 July 2024 = 2024-07-07",
        );
    }

    #[test]
    fn numbers_are_day_first_unless_they_cannot_be() {
        check("05/07/2024", "05/07/2024 = 2024-07-05?");
        check("05.07.2024", "05.07.2024 = 2024-07-05");
        check("07/25/2024", "07/25/2024 = 2024-07-25");
        check("25/07/24", "25/07/24 = 2024-07-25");
        check("Sunday 05/07/2024 or so", "05/07/2024 = 2024-07-05?");
        check("Tuesday 05/07/2024", "05/07/2024 = 2024-05-07");
        check("7/7/2024", "7/7/2024 = 2024-07-07");
        check("45/45/2024", "45/45/2024 = impossible");
    }

    #[test]
    fn impossible_days_are_told_from_no_date() {
        check("31 February 2024", "31 February 2024 = impossible");
        check("2024-02-31", "2024-02-31 = impossible");
        check("February 30", "February 30 = impossible");
        check("29 February", "29 February = 29.2.");
        for words in [
            "",
            "20249999",
            "yesterday",
            "1-2/2024",
            "room 12",
            "marching 12",
            "0001-01-01",
        ] {
            check(words, "");
        }
    }
}
