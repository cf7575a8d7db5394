//! A sentence in a row with the arcs of its tree above, so that no arc or label hides another.

use super::request::{BASELINE_PX, SMALL_PX, TINY_PX};
use super::{Label, Measure, Rect, Weight};

/// Size of the words.
pub const WORD_PX: f32 = 15.0;
/// Free space around all.
const MARGIN_PX: f32 = 16.0;
/// Least distance between two words.
const GAP_PX: f32 = 18.0;
/// A label on an arc keeps so far from the arc's bends.
const BEND_PX: f32 = 14.0;
/// From the words' tops up to the lowest arc.
const LOWEST_PX: f32 = 20.0;
/// From one level of arcs to the next; less where there are many.
const STEP_PX: f32 = 24.0;
const MIN_STEP_PX: f32 = 17.0;
const MOST_PX: f32 = 264.0;
/// Between arcs that leave a word on one side.
const SLOT_PX: f32 = 7.0;
/// From the foot of the arcs to the middles of the rows of words, classes and base forms.
const ROWS_PX: [f32; 3] = [14.0, 37.0, 55.0];
/// From the foot of the arcs to the lower edge of a word's column.
const COLUMN_PX: f32 = 64.0;

/// A word to place.
#[derive(Clone, Copy, Debug)]
pub struct ArcWord<'a> {
    /// As it is written.
    pub words: &'a str,
    /// Its class, below it.
    pub class: &'a str,
    /// Its base form, below the class; empty if it is the word itself.
    pub lemma: &'a str,
    /// Index of the word it hangs on.
    pub head: Option<usize>,
    /// What it is to that word, on the arc.
    pub relation: &'a str,
}

/// A sentence laid out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arcs {
    /// Width of all.
    pub width_px: f32,
    /// Height of all.
    pub height_px: f32,
    /// Where the arcs end, above the words.
    pub foot_px: f32,
    /// The words, in order.
    pub words: Vec<PlacedWord>,
    /// The arcs, the shortest first.
    pub links: Vec<Arc>,
    /// The line down to each root: its word, its x and its upper end.
    pub roots: Vec<(usize, f32, f32)>,
}

/// A word in its place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacedWord {
    /// The column of word, class and base form.
    pub bounds: Rect,
    /// The word.
    pub words: Label,
    /// Its class.
    pub class: Label,
    /// Its base form, if it differs.
    pub lemma: Option<Label>,
}

/// An arc from a head to what hangs on it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arc {
    /// The word it comes from.
    pub head: usize,
    /// The word it leads to, with the arrow.
    pub word: usize,
    /// Where it leaves its head.
    pub from_x: f32,
    /// Where it ends.
    pub to_x: f32,
    /// Its highest line.
    pub top: f32,
    /// The relation, centred on that line.
    pub label: Label,
}

/// Places words and arcs.
pub fn arcs(words: &[ArcWord<'_>], measure: &dyn Measure) -> Arcs {
    let links = links(words);
    let levels = levels(words.len(), &links);
    let n_levels = levels.iter().max().copied().unwrap_or(0);
    let step_px = (MOST_PX / n_levels.max(1) as f32).clamp(MIN_STEP_PX, STEP_PX);
    let foot_px = MARGIN_PX + LOWEST_PX + step_px * (n_levels + 1) as f32;
    let placed = place_words(words, foot_px, measure);
    let ends = ends(&placed, &links);
    let arcs = links.iter().zip(&levels).zip(ends);
    let arcs = arcs.map(|((link, level), (from_x, to_x))| {
        let top = foot_px - LOWEST_PX - step_px * (*level - 1) as f32;
        let relation = words.get(link.word).map_or("", |word| word.relation);
        let middle = f32::midpoint(from_x, to_x);
        Arc {
            head: link.head,
            word: link.word,
            from_x,
            to_x,
            top,
            label: centred(relation, (middle, top), (TINY_PX, Weight::Regular), measure),
        }
    });
    let right = placed.last().map_or(0.0, |word| word.bounds.right());
    let is_root = |word: &ArcWord<'_>| word.head.is_none_or(|head| head >= words.len());
    let roots = words.iter().zip(&placed).enumerate();
    let roots = roots.filter(|(_, (word, _))| is_root(word));
    let roots = roots.map(|(at, (_, placed))| (at, placed.bounds.center_x(), MARGIN_PX));
    Arcs {
        width_px: right + MARGIN_PX,
        height_px: foot_px + COLUMN_PX + MARGIN_PX / 2.0,
        foot_px,
        links: arcs.collect(),
        roots: roots.collect(),
        words: placed,
    }
}

/// A head and what hangs on it.
#[derive(Clone, Copy, Debug)]
struct Link {
    head: usize,
    word: usize,
}

impl Link {
    fn ends(self) -> (usize, usize) {
        (self.head.min(self.word), self.head.max(self.word))
    }
}

/// All links of the tree, the shortest first.
fn links(words: &[ArcWord<'_>]) -> Vec<Link> {
    let hanging = words.iter().enumerate();
    let mut links: Vec<Link> = hanging
        .filter_map(|(word, one)| one.head.map(|head| Link { head, word }))
        .filter(|link| link.head < words.len() && link.head != link.word)
        .collect();
    links.sort_by_key(|link| {
        let (left, right) = link.ends();
        (right - left, left, link.word)
    });
    links
}

/// How high each arc goes, from 1: above all that it spans.
fn levels(n_words: usize, links: &[Link]) -> Vec<usize> {
    let mut highest = vec![0; n_words];
    let levels = links.iter().map(|link| {
        let (left, right) = link.ends();
        let spanned = highest.get_mut(left..right).unwrap_or_default();
        let level = 1 + spanned.iter().max().copied().unwrap_or(0);
        spanned.fill(level);
        level
    });
    levels.collect()
}

/// Words from left to right, far enough apart for the labels of the arcs that end at them.
fn place_words(words: &[ArcWord<'_>], foot_px: f32, measure: &dyn Measure) -> Vec<PlacedWord> {
    let mut placed: Vec<PlacedWord> = Vec::new();
    let mut left = MARGIN_PX;
    for (at, word) in words.iter().enumerate() {
        let width_px = column_px(word, measure);
        let mut middle = left + width_px / 2.0;
        for (from, relation) in arcs_ending_at(words, at) {
            let label_px = measure.width_px(relation, TINY_PX, Weight::Regular);
            if let Some(from) = placed.get(from) {
                let least_px = label_px + 2.0 * BEND_PX + 2.0 * SLOT_PX;
                middle = middle.max(from.bounds.center_x() + least_px);
            }
        }
        let bounds = Rect::new(middle - width_px / 2.0, foot_px, width_px, COLUMN_PX);
        left = bounds.right() + GAP_PX;
        placed.push(in_column(word, bounds, measure));
    }
    placed
}

/// The other end and the relation of each arc whose right end is a word.
fn arcs_ending_at<'a>(
    words: &'a [ArcWord<'a>],
    at: usize,
) -> impl Iterator<Item = (usize, &'a str)> {
    let own = words
        .get(at)
        .and_then(|word| Some((word.head?, word.relation)));
    let own = own.filter(|(head, _)| *head < at);
    let here = words.iter().take(at).enumerate();
    let others = here.filter(move |(_, word)| word.head == Some(at));
    own.into_iter()
        .chain(others.map(|(from, word)| (from, word.relation)))
}

fn column_px(word: &ArcWord<'_>, measure: &dyn Measure) -> f32 {
    let word_px = measure.width_px(word.words, WORD_PX, Weight::Regular);
    let class_px = measure.width_px(word.class, TINY_PX, Weight::Semibold);
    let lemma_px = measure.width_px(word.lemma, SMALL_PX, Weight::Italic);
    word_px.max(class_px).max(lemma_px).max(2.0 * SLOT_PX)
}

fn in_column(word: &ArcWord<'_>, bounds: Rect, measure: &dyn Measure) -> PlacedWord {
    let row = |text: &str, row_px: f32, size: (f32, Weight)| {
        centred(text, (bounds.center_x(), bounds.y + row_px), size, measure)
    };
    let [words_px, class_px, lemma_px] = ROWS_PX;
    let lemma = Some(word.lemma).filter(|lemma| !lemma.is_empty());
    PlacedWord {
        words: row(word.words, words_px, (WORD_PX, Weight::Regular)),
        class: row(word.class, class_px, (TINY_PX, Weight::Semibold)),
        lemma: lemma.map(|lemma| row(lemma, lemma_px, (SMALL_PX, Weight::Italic))),
        bounds,
    }
}

fn centred(
    text: &str,
    (x, middle): (f32, f32),
    (size_px, weight): (f32, Weight),
    measure: &dyn Measure,
) -> Label {
    let width_px = measure.width_px(text, size_px, weight);
    Label {
        words: text.to_owned(),
        x: x - width_px / 2.0,
        baseline: middle + BASELINE_PX,
        width_px,
    }
}

/// Where each arc leaves its head and where it ends. It ends at the middle of its word; arcs that
/// leave a word stand side by side, those that go further nearer to the middle, so that none
/// crosses another at its foot.
fn ends(placed: &[PlacedWord], links: &[Link]) -> Vec<(f32, f32)> {
    let mut n_left = vec![0_usize; placed.len()];
    let mut n_right = vec![0_usize; placed.len()];
    for link in links {
        let side = if link.word < link.head {
            &mut n_left
        } else {
            &mut n_right
        };
        if let Some(n) = side.get_mut(link.head) {
            *n += 1;
        }
    }
    let totals = (n_left.clone(), n_right.clone());
    let found = links.iter().map(|link| {
        let is_left = link.word < link.head;
        let (side, total) = if is_left {
            (&mut n_left, &totals.0)
        } else {
            (&mut n_right, &totals.1)
        };
        // Links come the shortest first, so that the longest takes the innermost slot.
        let slot = side.get_mut(link.head).map_or(0, |n| {
            let slot = *n;
            *n = n.saturating_sub(1);
            slot
        });
        let n_slots = total.get(link.head).copied().unwrap_or(1).max(1);
        let middle = |at: usize| placed.get(at).map_or(0.0, |word| word.bounds.center_x());
        let half_px = placed
            .get(link.head)
            .map_or(0.0, |word| word.bounds.width / 2.0);
        let slot_px = SLOT_PX.min(half_px / n_slots as f32) * slot as f32;
        let from = middle(link.head) + if is_left { -slot_px } else { slot_px };
        (from, middle(link.word))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Seven;

    impl Measure for Seven {
        fn width_px(&self, text: &str, _: f32, _: Weight) -> f32 {
            text.chars().count() as f32 * 7.0
        }
    }

    /// Lays out words whose heads are given, counted from 1, 0 for the root.
    fn laid_out(heads: &[usize]) -> Arcs {
        let words: Vec<ArcWord<'_>> = heads
            .iter()
            .map(|head| ArcWord {
                words: "ferry",
                class: "NOUN",
                lemma: "",
                head: head.checked_sub(1),
                relation: "nsubj:pass",
            })
            .collect();
        arcs(&words, &Seven)
    }

    fn labels_apart(arcs: &Arcs) {
        let rect = |arc: &Arc| Rect::new(arc.label.x, arc.top - 7.0, arc.label.width_px, 14.0);
        for (index, one) in arcs.links.iter().enumerate() {
            for other in arcs.links.iter().skip(index + 1) {
                let (a, b) = (rect(one), rect(other));
                let apart = a.right() <= b.x || b.right() <= a.x || (a.y - b.y).abs() >= 14.0;
                assert!(apart, "{one:?} hides {other:?}");
            }
        }
    }

    #[test]
    fn arcs_go_above_what_they_span_and_labels_keep_apart() {
        for heads in [
            &[2, 3, 0, 3, 6, 4][..],
            &[0],
            &[2, 0],
            &[0, 1, 2, 3, 4, 5, 6, 7],
            &[8, 8, 8, 8, 8, 8, 8, 0, 8, 8, 8, 8],
            &[3, 4, 0, 3, 1],
        ] {
            let arcs = laid_out(heads);
            assert_eq!(arcs.words.len(), heads.len());
            assert_eq!(
                arcs.links.len(),
                heads.iter().filter(|head| **head > 0).count()
            );
            assert_eq!(arcs.roots.len(), 1, "{heads:?}");
            labels_apart(&arcs);
            let inside = |arc: &Arc| MARGIN_PX < arc.top && arc.top < arcs.foot_px;
            assert!(arcs.links.iter().all(inside), "{heads:?}");
            for two in arcs.words.windows(2) {
                assert!(two[0].bounds.right() + GAP_PX <= two[1].bounds.x + 0.01);
            }
        }
    }

    #[test]
    fn links_that_lead_nowhere_are_left_out() {
        let arcs = laid_out(&[1, 9, 0]);
        assert!(arcs.links.is_empty());
        assert_eq!(
            laid_out(&[]),
            Arcs {
                width_px: MARGIN_PX,
                ..laid_out(&[])
            }
        );
    }

    #[test]
    fn many_levels_stay_low_and_a_long_sentence_is_quick() {
        let chain: Vec<usize> = (0..240).collect();
        assert!(laid_out(&chain).height_px < 160.0);
        let nested: Vec<usize> = (0..240).map(|n| usize::from(n > 0)).collect();
        let arcs = laid_out(&nested);
        assert_eq!(arcs.links.len(), 239);
        labels_apart(&arcs);
    }
}
