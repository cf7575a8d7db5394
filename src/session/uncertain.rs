//! Events that count from a publication day known only as a range: as wide as that range makes them.

use jiff::civil::Date;

use crate::model::{Bounds, Mention, Step, When};

/// The mentions as they are if the article appeared on the first possible day, widened by those
/// if it appeared on the last. Those `alone` that have the same date without a publication day
/// do not count from it.
pub(super) fn widened(
    if_first: Vec<Mention>,
    if_last: &[Mention],
    alone: &[Mention],
    published: &When,
) -> Vec<Mention> {
    let widen = |mut mention: Mention| {
        let when = same(alone, &mention).and_then(|alone| alone.when.as_ref());
        if when == mention.when.as_ref() {
            return mention;
        }
        let last = same(if_last, &mention);
        let when = last.and_then(|last| last.when.as_ref());
        let both = mention.when.take().zip(when).map(|(a, b)| union(&a, b));
        mention.why = why(&mention, last, published, both.as_ref());
        mention.when = both;
        mention
    };
    if_first.into_iter().map(widen).collect()
}

fn same<'m>(mentions: &'m [Mention], mention: &Mention) -> Option<&'m Mention> {
    let at = mentions.partition_point(|other| other.trigger < mention.trigger);
    let same =
        |other: &&Mention| other.trigger == mention.trigger && other.class == mention.class;
    mentions
        .get(at..)?
        .iter()
        .take_while(|other| other.trigger == mention.trigger)
        .find(same)
}

/// From the earlier of the firsts to the later of the lasts.
fn union(a: &When, b: &When) -> When {
    let bounds = |a: Bounds, b: Bounds| {
        Bounds::new(
            a.earliest.zip(b.earliest).map(|(a, b)| a.min(b)),
            a.latest.zip(b.latest).map(|(a, b): (Date, Date)| a.max(b)),
        )
    };
    When {
        start: bounds(a.start, b.start),
        end: bounds(a.end, b.end),
        granularity: a.granularity.max(b.granularity),
        approximate: a.approximate || b.approximate,
    }
}

/// The steps that do not depend on the day of publication, then what is known of that day.
fn why(
    mention: &Mention,
    last: Option<&Mention>,
    published: &When,
    when: Option<&When>,
) -> Vec<Step> {
    let others = last.map_or(&[][..], |last| &last.why);
    let mut why: Vec<Step> = mention
        .why
        .iter()
        .filter(|step| others.contains(step))
        .cloned()
        .collect();
    let words = mention.timex.map_or("it", |_| "its date");
    why.push(Step::new(
        format!(
            "{words} counts from the day of publication, which is not known to the day: {}",
            published.in_words()
        ),
        mention.timex,
    ));
    why.extend(when.map(|when| Step::new(format!("so: {}", when.in_words()), None)));
    why
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_widened_to_hold_both() {
        for (a, b, expected) in [
            ("2024-07-05", "2024-07-09", "[2024-07-05..2024-07-09]"),
            ("../2024-07-05", "../2024-07-09", "../2024-07-09"),
            ("2024-07-05/..", "2024-07-09/..", "2024-07-05/.."),
            ("2024-07-05", "2024-07-09/..", "2024-07-05/.."),
        ] {
            let [a, b] = [a, b].map(|edtf| When::from_edtf(edtf).expect(edtf));
            assert_eq!(union(&a, &b).to_edtf(), expected);
        }
    }
}
