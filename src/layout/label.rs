//! Shortening a text that is too long for its place, at the end of a word.

use super::{Measure, Weight};

/// The words as they are if they fit, else as many whole words as fit with an ellipsis. None if
/// not even the first word does.
pub(super) fn shorten(
    words: &str,
    max_px: f32,
    size_px: f32,
    weight: Weight,
    measure: &dyn Measure,
) -> Option<String> {
    if measure.width_px(words, size_px, weight) <= max_px {
        return Some(words.to_owned());
    }
    let room = max_px - measure.width_px("…", size_px, weight);
    let mut kept = "";
    for (at, _) in words.match_indices(' ') {
        let start = words.get(..at).unwrap_or("");
        if room < measure.width_px(start, size_px, weight) {
            break;
        }
        kept = start;
    }
    let kept = kept.trim_end_matches(|c: char| !c.is_alphanumeric() && !")]”’".contains(c));
    (!kept.is_empty()).then(|| format!("{kept}…"))
}

/// Like [`shorten`], but a first word that is too long is cut within: for names of lanes, which
/// must not be empty.
pub(super) fn shorten_hard(
    words: &str,
    max_px: f32,
    size_px: f32,
    weight: Weight,
    measure: &dyn Measure,
) -> String {
    if let Some(short) = shorten(words, max_px, size_px, weight, measure) {
        return short;
    }
    let mut kept = String::new();
    for c in words.chars() {
        kept.push(c);
        if max_px < measure.width_px(&format!("{kept}…"), size_px, weight) {
            kept.pop();
            break;
        }
    }
    format!("{kept}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Ten;

    impl Measure for Ten {
        fn width_px(&self, text: &str, _: f32, _: Weight) -> f32 {
            text.chars().count() as f32 * 10.0
        }
    }

    #[test]
    fn texts_are_cut_at_word_ends() {
        for (words, max_px, soft, hard) in [
            (
                "Storm hits coast",
                160.0,
                Some("Storm hits coast"),
                "Storm hits coast",
            ),
            (
                "Storm hits coast",
                159.0,
                Some("Storm hits…"),
                "Storm hits…",
            ),
            ("Storm, hits coast", 75.0, Some("Storm…"), "Storm…"),
            ("Storm hits coast", 40.0, None, "Sto…"),
            ("", 40.0, Some(""), ""),
        ] {
            let shortened = shorten(words, max_px, 12.0, Weight::Regular, &Ten);
            assert_eq!(shortened.as_deref(), soft, "{words} in {max_px}");
            let cut = shorten_hard(words, max_px, 12.0, Weight::Regular, &Ten);
            assert_eq!(cut, hard, "{words} in {max_px}");
        }
    }
}
