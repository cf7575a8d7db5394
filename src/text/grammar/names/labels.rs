//! Labels of the words of a run: outside, or first, inner, last, only word of a name of a class; and the
//! best sequence of them.

/// Classes that the model tells apart: all of `NameClass` but nationalities.
pub const N_CLASSES: usize = 5;
/// Number of labels: outside, and four for each class.
pub const N_LABELS: usize = 1 + 4 * N_CLASSES;
/// Outside all names.
pub const OUTSIDE: usize = 0;

/// Scores of the labels of one word.
pub type Scores = [i32; N_LABELS];

/// A span of words with the number of its class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Labelled {
    /// Its first word.
    pub first: usize,
    /// Its last word.
    pub last: usize,
    /// Number of its class.
    pub class: usize,
}

/// Where a word stands in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Position {
    First,
    Inner,
    Last,
    Only,
}

fn split(label: usize) -> Option<(usize, Position)> {
    let number = label.checked_sub(1)?;
    let position = match number % 4 {
        0 => Position::First,
        1 => Position::Inner,
        2 => Position::Last,
        _ => Position::Only,
    };
    Some((number / 4, position))
}

/// Whether a name is begun and not ended by `label`.
fn is_open(label: usize) -> bool {
    split(label).is_some_and(|(_, at)| matches!(at, Position::First | Position::Inner))
}

/// Whether `next` may stand after `label`.
fn may_follow(label: usize, next: usize) -> bool {
    let continues = |(class, at)| (class, matches!(at, Position::Inner | Position::Last));
    match (is_open(label), split(next).map(continues)) {
        (true, Some((class, true))) => split(label).is_some_and(|(before, _)| before == class),
        (true, _) | (false, Some((_, true))) => false,
        (false, _) => true,
    }
}

/// The labels of `n` words with the names `spans`.
pub fn labels_of(n: usize, spans: &[Labelled]) -> Vec<usize> {
    let mut labels = vec![OUTSIDE; n];
    for span in spans {
        for (at, label) in labels.iter_mut().enumerate() {
            if (span.first..=span.last).contains(&at) {
                *label = 1 + 4 * span.class + offset(span, at);
            }
        }
    }
    labels
}

fn offset(span: &Labelled, at: usize) -> usize {
    match (at == span.first, at == span.last) {
        (true, true) => 3,
        (true, false) => 0,
        (false, true) => 2,
        (false, false) => 1,
    }
}

/// The names that `labels` spell out.
pub fn spans_of(labels: &[usize]) -> Vec<Labelled> {
    let mut spans = Vec::new();
    let mut first = None;
    for (at, label) in labels.iter().enumerate() {
        let begin = match split(*label) {
            Some((_, Position::First)) => {
                first = Some(at);
                continue;
            }
            Some((_, Position::Inner)) => continue,
            Some((_, Position::Last)) => first,
            Some((_, Position::Only)) => Some(at),
            None => None,
        };
        first = None;
        spans.extend(
            begin
                .zip(split(*label))
                .map(|(first, (class, _))| Labelled {
                    first,
                    last: at,
                    class,
                }),
        );
    }
    spans
}

/// The best labels for words with these scores; `links[a][b]` is the score of `b` after `a`.
pub fn best(words: &[Scores], links: &[Scores; N_LABELS]) -> Vec<usize> {
    const NEVER: i32 = i32::MIN / 2;
    let mut before = [NEVER; N_LABELS];
    if let Some(start) = before.get_mut(OUTSIDE) {
        *start = 0;
    }
    let mut came_from = Vec::with_capacity(words.len());
    for scores in words {
        let mut now = [NEVER; N_LABELS];
        let mut from = [OUTSIDE; N_LABELS];
        for (next, ((now, from), own)) in now.iter_mut().zip(&mut from).zip(scores).enumerate()
        {
            for (label, (score, links)) in before.iter().zip(links).enumerate() {
                let sum = score + links.get(next).copied().unwrap_or(0) + own;
                if *score > NEVER && sum > *now && may_follow(label, next) {
                    (*now, *from) = (sum, label);
                }
            }
        }
        before = now;
        came_from.push(from);
    }
    let closed = before
        .iter()
        .enumerate()
        .filter(|(label, _)| !is_open(*label));
    // The first of equals, so that the answer never depends on chance.
    let last = closed.fold((OUTSIDE, NEVER), |best, (label, score)| {
        if *score > best.1 {
            (label, *score)
        } else {
            best
        }
    });
    trace(last.0, &came_from)
}

fn trace(last: usize, came_from: &[[usize; N_LABELS]]) -> Vec<usize> {
    let mut label = last;
    let mut labels: Vec<usize> = Vec::with_capacity(came_from.len());
    for from in came_from.iter().rev() {
        labels.push(label);
        label = from.get(label).copied().unwrap_or(OUTSIDE);
    }
    labels.reverse();
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(first: usize, last: usize, class: usize) -> Labelled {
        Labelled { first, last, class }
    }

    #[test]
    fn labels_and_spans_say_the_same() {
        for spans in [
            vec![],
            vec![span(0, 0, 2)],
            vec![span(0, 1, 0), span(2, 4, 1)],
            vec![span(1, 3, 4), span(4, 4, 4)],
        ] {
            assert_eq!(spans_of(&labels_of(6, &spans)), spans);
        }
        assert_eq!(spans_of(&[2, 3, 0]), []);
    }

    #[test]
    fn the_best_labels_are_well_formed() {
        let links = [[0; N_LABELS]; N_LABELS];
        let mut words = [[0; N_LABELS]; 3];
        // `inner` and `last` score, but nothing has begun before them except on the second word.
        words[0][2] = 50;
        words[1][1] = 10;
        words[2][3] = 10;
        assert_eq!(
            spans_of(&best(&words, &links)),
            [span(0, 2, 0)].map(|_| span(1, 2, 0))
        );
        assert_eq!(best(&[], &links), [] as [usize; 0]);
    }
}
