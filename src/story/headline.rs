//! The headline of an event: of those of its mentions the one that says most of what they all say.

use std::collections::BTreeMap;

use super::dates::{DateGroup, is_real};
use super::member::Member;
use super::words::{Lists, content_words};
use crate::event::{is_loosely_joined, joined_as_in_print};
use crate::model::{MINOR_BELOW, Status};

/// So few words rarely say who did what to whom.
const FEW_WORDS: usize = 2;

/// The title of the mention that matters most and says most, of those that tell of the event as it
/// stands if there are some: what took place is not headed by what could be.
pub(super) fn headline(
    members: &[Member<'_>],
    dates: &[DateGroup],
    status: Status,
) -> Option<String> {
    let best_date = dates.first();
    let is_ahead = |status| matches!(status, Status::Planned | Status::Proposed);
    let stands = |told: Status| {
        told == status || is_real(told) && is_real(status) || is_ahead(told) && is_ahead(status)
    };
    let support = Support::of(members);
    let quality = |(index, member): &(usize, &Member<'_>)| {
        let mention = member.mention;
        let has = |yes: bool, points: f32| if yes { points } else { 0.0 };
        mention.salience / (1.0 - MINOR_BELOW)
            + has(!mention.participants.is_empty(), 0.2)
            + has(1 < mention.participants.len(), 0.1)
            + has(
                best_date.is_some_and(|date| date.mentions.contains(index)),
                0.2,
            )
            + has(
                !matches!(mention.status, Status::Conditional | Status::Denied),
                0.1,
            )
            + has(mention.title.contains(' '), 0.2)
            + has(FEW_WORDS < mention.title.split(' ').count(), 0.2)
            + has(stands(mention.status), 0.25)
            + has(!is_real(status) || !is_ahead(mention.status), 0.75)
            + has(!is_loosely_joined(&mention.title), 0.3)
            + has(!is_cut_off(&mention.title), 0.3)
            + support.of_title(&mention.title)
    };
    let weighed = members
        .iter()
        .enumerate()
        .map(|found| (quality(&found), found));
    let best = weighed.max_by(|(one, a), (other, b)| {
        // Of two that are as good, the first.
        one.total_cmp(other).then(b.0.cmp(&a.0))
    });
    best.map(|(_, (_, member))| joined_as_in_print(&member.mention.title))
}

/// Whether a headline ends where the thing meant would follow (`overturns one`) or within a list (`in Lima, Cusco`).
fn is_cut_off(title: &str) -> bool {
    let last = title.rsplit(' ').next().unwrap_or(title).to_lowercase();
    let is_list = title.split_once(", ").is_some_and(|(_, rest)| {
        let mut words = rest.split(' ');
        !words.any(|word| Lists::get().joints.contains(word))
    });
    is_list || Lists::get().open_ends.contains(&last)
}

/// How many of an event's reports use a word.
struct Support {
    /// By the word's stem; empty for so few reports that they say nothing of each other.
    shares: BTreeMap<u64, f32>,
}

impl Support {
    /// Fewer reports have no common voice.
    const FEWEST: usize = 3;
    /// A word in fewer of the reports speaks against a headline.
    const RARE: f32 = 0.15;
    /// What the words of a headline add up to counts at most so much for it or against it.
    const MOST: f32 = 0.7;

    fn of(members: &[Member<'_>]) -> Self {
        let mut shares = BTreeMap::new();
        if Self::FEWEST <= members.len() {
            #[expect(clippy::cast_precision_loss, reason = "far fewer reports")]
            let part = 1.0 / members.len() as f32;
            for member in members {
                let excerpt = member.mention.excerpt.of(&member.article.text);
                for word in content_words(excerpt) {
                    *shares.entry(word).or_default() += part;
                }
            }
        }
        Self { shares }
    }

    fn of_title(&self, title: &str) -> f32 {
        const SCALE: f32 = 0.4;
        if self.shares.is_empty() {
            return 0.0;
        }
        let share = |word: &u64| self.shares.get(word).copied().unwrap_or_default();
        let words = content_words(title);
        let sum: f32 = words.iter().map(|word| share(word) - Self::RARE).sum();
        (SCALE * sum).clamp(-Self::MOST, Self::MOST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headlines_that_end_before_their_object_are_cut_off() {
        for (title, is_cut) in [
            ("Court overturns one", true),
            ("Singer checks herself", true),
            ("Court overturns one of the rules", false),
            ("Gang", false),
            ("Strikes in Lima, Cusco", true),
            ("Strikes in Lima, Cusco and Puno", false),
        ] {
            assert_eq!(is_cut_off(title), is_cut, "{title}");
        }
    }

    #[test]
    fn words_of_many_reports_speak_for_a_headline() {
        let shares = [
            ("storm", 0.9),
            ("hits", 0.8),
            ("lima", 0.7),
            ("mayor", 0.05),
        ];
        let shares = shares
            .into_iter()
            .flat_map(|(word, share)| content_words(word).into_iter().map(move |w| (w, share)));
        let support = Support {
            shares: shares.collect(),
        };
        let of = |title| support.of_title(title);
        assert!(of("Storm in Lima") < of("Storm hits Lima"));
        assert!(of("Mayor sleeps") < 0.0);
        assert!(of("Storm hits Lima") <= Support::MOST);
        let none = Support {
            shares: BTreeMap::new(),
        };
        assert!(none.of_title("Storm hits Lima").abs() < f32::EPSILON);
    }
}
