//! Cuts sentences without end into pieces that are read one by one, so that time stays linear.

use std::ops::Range;

/// No piece is longer than so many words.
pub(super) const LONGEST: usize = 200;
/// A cut is looked for from here on.
const SHORTEST: usize = 80;

/// The pieces of a sentence: one if it is not long; else cut behind the strongest sign in reach.
pub(super) fn pieces(forms: &[&str]) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    while forms.len() - start > LONGEST {
        let end = cut(forms, start);
        pieces.push(start..end);
        start = end;
    }
    pieces.push(start..forms.len());
    pieces
}

fn cut(forms: &[&str], start: usize) -> usize {
    let reach = start + SHORTEST..start + LONGEST;
    for signs in [&[".", "!", "?"][..], &[";", ":"], &[",", "-", "–", "—"]] {
        let is_sign = |i: &usize| forms.get(*i).is_some_and(|form| signs.contains(form));
        if let Some(sign) = reach.clone().rev().find(is_sign) {
            return sign + 1;
        }
    }
    reach.end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_cover_all_words_and_are_short() {
        for n in [0, 1, 200, 201, 5000] {
            let mut forms = vec!["word"; n];
            for i in (0..n).step_by(90) {
                forms[i] = ",";
            }
            let pieces = pieces(&forms);
            assert_eq!(pieces.first().map(|piece| piece.start), Some(0));
            assert_eq!(pieces.last().map(|piece| piece.end), Some(n));
            assert!(pieces.windows(2).all(|pair| pair[0].end == pair[1].start));
            assert!(pieces.iter().all(|piece| piece.len() <= LONGEST));
        }
    }

    #[test]
    fn a_cut_is_behind_a_sign() {
        let mut forms = vec!["word"; 300];
        forms[150] = ";";
        forms[190] = ",";
        assert_eq!(pieces(&forms), [0..151, 151..300]);
    }
}
