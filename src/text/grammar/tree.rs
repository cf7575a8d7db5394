//! From scores of heads to one tree: the best head of each word, then one root, then no circles.

/// Scores of the heads of one sentence: a row per word, a column per head, column 0 the root.
#[derive(Clone, Copy, Debug)]
pub struct HeadScores<'a> {
    scores: &'a [f32],
    columns: usize,
    n_words: usize,
}

impl<'a> HeadScores<'a> {
    /// Rows of `columns` scores, of which the first `n_words + 1` count.
    pub fn new(scores: &'a [f32], columns: usize, n_words: usize) -> Self {
        Self {
            scores,
            columns,
            n_words,
        }
    }

    fn score(&self, word: usize, head: usize) -> f32 {
        let at = word * self.columns + head;
        self.scores.get(at).copied().unwrap_or(f32::MIN)
    }

    /// The best head of `word` among those that `may_be`.
    fn best(&self, word: usize, may_be: impl Fn(usize) -> bool) -> Option<usize> {
        let mut found: Option<(usize, f32)> = None;
        for head in (0..=self.n_words).filter(|head| *head != word + 1 && may_be(*head)) {
            let score = self.score(word, head);
            if found.is_none_or(|(_, best)| score > best) {
                found = Some((head, score));
            }
        }
        found.map(|(head, _)| head)
    }

    /// The head of each word, counted from 1; exactly one word has head 0.
    pub fn tree(&self) -> Vec<usize> {
        let mut heads: Vec<usize> = (0..self.n_words)
            .map(|word| self.best(word, |_| true).unwrap_or(0))
            .collect();
        self.choose_root(&mut heads);
        while let Some(circle) = find_circle(&heads) {
            self.open_circle(&mut heads, &circle);
        }
        heads
    }

    /// Leaves the head 0 to the word that loses most without it.
    fn choose_root(&self, heads: &mut [usize]) {
        let margin = |word: usize| {
            let other = self.best(word, |head| head > 0);
            self.score(word, 0) - other.map_or(f32::MIN, |head| self.score(word, head))
        };
        let n_roots = heads.iter().filter(|head| **head == 0).count();
        if n_roots == 1 {
            return;
        }
        let Some(root) = (0..heads.len())
            .filter(|word| n_roots == 0 || heads.get(*word) == Some(&0))
            .map(|word| (word, margin(word)))
            .reduce(|a, b| if b.1 > a.1 { b } else { a })
        else {
            return;
        };
        for (word, head) in heads.iter_mut().enumerate() {
            if word == root.0 {
                *head = 0;
            } else if *head == 0 {
                *head = self.best(word, |head| head > 0).unwrap_or(root.0 + 1);
            }
        }
    }

    /// Gives one word of the circle another head outside, where that costs least.
    fn open_circle(&self, heads: &mut [usize], circle: &[usize]) {
        let inside = hanging_on(heads, circle);
        let is_outside = |head: usize| {
            head.checked_sub(1)
                .is_some_and(|word| inside.get(word) == Some(&false))
        };
        let change = circle
            .iter()
            .filter_map(|&word| {
                let head = self.best(word, is_outside)?;
                let now = heads.get(word).copied().unwrap_or(0);
                Some((word, head, self.score(word, now) - self.score(word, head)))
            })
            .reduce(|a, b| if b.2 < a.2 { b } else { a });
        let word = change.map_or(circle.first().copied(), |(word, ..)| Some(word));
        if let Some(slot) = word.and_then(|word| heads.get_mut(word)) {
            *slot = change.map_or(0, |(_, head, _)| head);
        }
    }
}

/// The words of the first circle, if there is one.
fn find_circle(heads: &[usize]) -> Option<Vec<usize>> {
    let mut visit = vec![0; heads.len()];
    for start in 0..heads.len() {
        let mut word = start;
        while visit.get(word) == Some(&0) {
            if let Some(mark) = visit.get_mut(word) {
                *mark = start + 1;
            }
            match heads.get(word).and_then(|head| head.checked_sub(1)) {
                Some(head) => word = head,
                None => break,
            }
        }
        let came_back = visit.get(word) == Some(&(start + 1));
        if came_back && heads.get(word) != Some(&0) {
            return Some(walk_circle(heads, word));
        }
    }
    None
}

fn walk_circle(heads: &[usize], start: usize) -> Vec<usize> {
    let mut circle = vec![start];
    let mut word = start;
    while let Some(head) = heads.get(word).and_then(|head| head.checked_sub(1)) {
        if head == start || circle.len() > heads.len() {
            break;
        }
        circle.push(head);
        word = head;
    }
    circle
}

/// Marks the words whose heads lead into the circle.
fn hanging_on(heads: &[usize], circle: &[usize]) -> Vec<bool> {
    const UNKNOWN: u8 = 0;
    const IN: u8 = 1;
    const OUT: u8 = 2;
    let mut marks = vec![UNKNOWN; heads.len()];
    for word in circle {
        if let Some(mark) = marks.get_mut(*word) {
            *mark = IN;
        }
    }
    let mut path = Vec::new();
    for start in 0..heads.len() {
        path.clear();
        let mut word = start;
        let verdict = loop {
            match marks.get(word) {
                Some(&UNKNOWN) if path.len() <= heads.len() => path.push(word),
                Some(&IN) => break IN,
                _ => break OUT,
            }
            match heads.get(word).and_then(|head| head.checked_sub(1)) {
                Some(head) => word = head,
                None => break OUT,
            }
        };
        for word in &path {
            if let Some(mark) = marks.get_mut(*word) {
                *mark = verdict;
            }
        }
    }
    marks.iter().map(|mark| *mark == IN).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(scores: &[f32], columns: usize, heads: &[usize]) {
        let n = heads.len();
        assert_eq!(HeadScores::new(scores, columns, n).tree(), heads);
    }

    #[test]
    fn best_heads_that_are_a_tree_stay() {
        check(&[0., 0., 5., 5., 0., 0.], 3, &[2, 0]);
        check(&[], 1, &[]);
        check(&[-3., 9.], 2, &[0]);
    }

    #[test]
    fn only_one_word_is_the_root() {
        check(
            &[5., 0., 1., 0., 4., 3., 0., 0., 0., 0., 2., 0.],
            4,
            &[0, 1, 2],
        );
    }

    #[test]
    fn circles_open_where_it_costs_least() {
        // Words 1 and 2 want each other, word 3 is the root.
        let scores = [0., 0., 9., 8., 0., 9., 0., 1., 9., 0., 0., 0.];
        check(&scores, 4, &[3, 1, 0]);
    }

    #[test]
    fn any_scores_make_a_tree() {
        let mut state = 7_u32;
        for n in 1..40 {
            let scores: Vec<f32> = (0..n * (n + 1))
                .map(|_| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    f32::from((state >> 24) as u8)
                })
                .collect();
            let heads = HeadScores::new(&scores, n + 1, n).tree();
            assert_eq!(heads.iter().filter(|head| **head == 0).count(), 1);
            assert_eq!(find_circle(&heads), None);
        }
    }
}
