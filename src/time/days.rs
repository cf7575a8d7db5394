//! Sets of days, for asking on which days all clues hold.

use jiff::civil::{Date, date};

/// The first and the last day that is reckoned with.
const FIRST: Date = date(1900, 1, 1);
const LAST: Date = date(2199, 12, 31);

/// Days as stretches, sorted and disjoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Days(Vec<(Date, Date)>);

impl Days {
    pub(super) fn all() -> Self {
        Self(vec![(FIRST, LAST)])
    }

    /// The day and all after it.
    pub(super) fn from(first: Date) -> Self {
        Self::between(first, LAST)
    }

    /// The day and all before it.
    pub(super) fn upto(last: Date) -> Self {
        Self::between(FIRST, last)
    }

    pub(super) fn between(first: Date, last: Date) -> Self {
        Self::of([(first, last)])
    }

    /// Stretches in any order, which may overlap.
    pub(super) fn of(stretches: impl IntoIterator<Item = (Date, Date)>) -> Self {
        let mut sorted: Vec<(Date, Date)> = stretches
            .into_iter()
            .map(|(first, last)| (first.max(FIRST), last.min(LAST)))
            .filter(|(first, last)| first <= last)
            .collect();
        sorted.sort_unstable();
        let mut joined: Vec<(Date, Date)> = Vec::with_capacity(sorted.len());
        for (first, last) in sorted {
            match joined.last_mut() {
                Some(before) if first <= later(before.1, 1) => before.1 = before.1.max(last),
                _ => joined.push((first, last)),
            }
        }
        Self(joined)
    }

    /// In every year `days` days around or after a day of it.
    pub(super) fn each_year(of_year: impl Fn(i16) -> Option<(Date, Date)>) -> Self {
        Self::of((FIRST.year()..=LAST.year()).filter_map(of_year))
    }

    pub(super) fn and(&self, other: &Self) -> Self {
        let mut both = Vec::new();
        let (mut a, mut b) = (self.0.iter().peekable(), other.0.iter().peekable());
        while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
            let (first, last) = (x.0.max(y.0), x.1.min(y.1));
            if first <= last {
                both.push((first, last));
            }
            if x.1 < y.1 {
                a.next();
            } else {
                b.next();
            }
        }
        Self(both)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first day and the last; `None` for a side that nothing bounds, so that what comes round
    /// every year goes to the end of the world.
    pub(super) fn hull(&self) -> (Option<Date>, Option<Date>) {
        let first = self.0.first().map(|stretch| stretch.0);
        let last = self.0.last().map(|stretch| stretch.1);
        (
            first.filter(|day| day.year() != FIRST.year()),
            last.filter(|day| day.year() != LAST.year()),
        )
    }
}

/// The day so many days later, or before it if negative; the nearest there is at the world's end.
pub(super) fn later(day: Date, n_days: i32) -> Date {
    day.saturating_add(jiff::Span::new().days(n_days))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretch(from: i8, to: i8) -> (Date, Date) {
        (date(2024, 1, from), date(2024, 1, to))
    }

    #[test]
    fn stretches_are_joined_and_cut() {
        let days = Days::of([stretch(5, 8), stretch(1, 2), stretch(9, 9), stretch(20, 25)]);
        assert_eq!(days.0, [stretch(1, 2), stretch(5, 9), stretch(20, 25)]);
        let both = days.and(&Days::of([stretch(2, 6), stretch(8, 22)]));
        assert_eq!(
            both.0,
            [stretch(2, 2), stretch(5, 6), stretch(8, 9), stretch(20, 22)]
        );
        assert!(
            days.and(&Days::between(date(2025, 1, 1), date(2025, 1, 2)))
                .is_empty()
        );
    }

    #[test]
    fn open_sides_are_told() {
        let day = date(2024, 1, 5);
        assert_eq!(Days::all().hull(), (None, None));
        assert_eq!(Days::from(day).hull(), (Some(day), None));
        assert_eq!(
            Days::from(day).and(&Days::upto(day)).hull(),
            (Some(day), Some(day))
        );
        assert_eq!(Days::of([]).hull(), (None, None));
    }
}
