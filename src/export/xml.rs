//! Makes any text fit for XML, and numbers short.

use std::borrow::Cow;

use svg::Node as _;
use svg::node::Text;
use svg::node::element::Element;

/// Stands for a character that XML cannot hold.
const REPLACEMENT: char = '\u{fffd}';

/// An element with attributes; their values are made fit for XML.
pub(super) fn element(name: &str, attributes: &[(&str, &str)]) -> Element {
    let mut element = Element::new(name);
    for (key, value) in attributes {
        element.assign(*key, clean(value).into_owned());
    }
    element
}

/// An element that holds nothing but text.
pub(super) fn text_element(name: &str, attributes: &[(&str, &str)], words: &str) -> Element {
    let mut element = element(name, attributes);
    element.append(Text::new(clean(words).into_owned()));
    element
}

/// The text with every character that XML 1.0 forbids, or that a reader of XML changes, replaced.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| fit(c) == c) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(fit).collect())
    }
}

/// The text as one line: line breaks and tabs are spaces.
pub(super) fn one_line(text: &str) -> Cow<'_, str> {
    if text.contains(['\n', '\r', '\t']) {
        Cow::Owned(text.replace(['\n', '\r', '\t'], " "))
    } else {
        Cow::Borrowed(text)
    }
}

/// A length with at most two decimals and none that say nothing; what is no number is 0.
pub(super) fn number(value: f32) -> String {
    let rounded = (f64::from(value) * 100.0).round() / 100.0;
    if rounded == 0.0 || !rounded.is_finite() {
        "0".to_owned()
    } else {
        rounded.to_string()
    }
}

fn fit(c: char) -> char {
    match c {
        '\t' | '\n' => c,
        '\r' => '\n',
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => REPLACEMENT,
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_fit_for_xml() {
        for (text, expected) in [
            ("plain & <tag> \u{1f600}", "plain & <tag> \u{1f600}"),
            ("bell\u{7}, null\u{0}", "bell\u{fffd}, null\u{fffd}"),
            ("\u{ffff}\u{fffe}\u{85}", "\u{fffd}\u{fffd}\u{fffd}"),
            ("a\r\nb\tc", "a\n\nb\tc"),
        ] {
            assert_eq!(clean(text), expected);
        }
    }

    #[test]
    fn numbers_are_short() {
        for (value, expected) in [
            (1.0, "1"),
            (-0.001, "0"),
            (2.345, "2.35"),
            (f32::NAN, "0"),
            (f32::INFINITY, "0"),
            (-12.5, "-12.5"),
        ] {
            assert_eq!(number(value), expected);
        }
    }
}
