//! The head of an agency report, which is no part of the sentence behind it: `MANILA, Philippines (AP) —`.

use std::sync::LazyLock;

use regex::Regex;

use super::block::ends_sentence;
use super::gazetteer::class_of;
use crate::model::NameClass;

/// A head is looked for in so many bytes.
const LONGEST: usize = 120;

/// The length in bytes of the head that a paragraph begins with; none if it has none, or if it is no
/// more than a heading.
pub(super) fn dateline(paragraph: &str) -> Option<usize> {
    if !paragraph.starts_with(|c: char| c.is_uppercase() || c == '(')
        || !ends_sentence(paragraph)
    {
        return None;
    }
    let first = paragraph.get(..paragraph.floor_char_boundary(LONGEST))?;
    let found = HEAD.as_ref()?.captures(first)?;
    let part = |name: &str| found.name(name).map_or("", |part| part.as_str());
    let (place, sign) = (part("place"), part("sign"));
    let is_loud = place.chars().filter(|c| c.is_alphabetic()).nth(2).is_some()
        && !place.contains(char::is_lowercase);
    let is_marked = !part("agency").is_empty() || !part("date").is_empty();
    let is_head = match sign {
        // `WARNING: The road is closed.`
        ":" => is_marked || is_known_place(place),
        _ => is_marked || is_loud || is_known_place(place),
    };
    let is_agency_alone = place.is_empty() && !part("wire").is_empty();
    let end = found.get(0)?.end();
    let rest = paragraph.get(end..)?;
    let opens = |c: char| c.is_uppercase() || c.is_ascii_digit() || "\"“‘'".contains(c);
    ((is_head || is_agency_alone) && rest.starts_with(opens)).then_some(end)
}

fn is_known_place(place: &str) -> bool {
    let is_place = |name: &str| matches!(class_of(name), NameClass::Place | NameClass::Country);
    let titled = place.split(' ').map(|word| {
        let mut letters = word.chars();
        let first = letters.next().into_iter();
        let rest = letters.as_str().to_lowercase();
        first.chain(rest.chars()).collect::<String>()
    });
    is_place(place) || is_place(&titled.collect::<Vec<_>>().join(" "))
}

static HEAD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let name = r"\p{Lu}[\p{L}.'’-]*(?:[\ ]\p{Lu}[\p{L}.'’-]*){0,3}";
    let agency = r"(?:\([A-Za-z][^()]{1,30}\)|/[A-Z][^/]{1,40}/)";
    let date = r"(?:\p{Lu}\p{L}{2,8}\.?\ \d{1,2}|\d{1,2}\ \p{Lu}\p{L}{2,8}\.?)(?:,?\ \d{4})?";
    let dash = r"(?:\s*(?:—|–|--+|―)|\s+[-_])";
    Regex::new(&format!(
        r"(?x)^ (?:
            (?P<wire> \([A-Z][A-Za-z.]{{1,15}}\) ) {dash}? \s*
          | (?P<place> {name} ) (?: ,\s {name} ){{0,2}}
            (?: ,? \s* (?P<agency> {agency} ) )?
            (?: ,? \s* (?P<date> {date} ) (?: ,? \s* {agency} )? )?
            (?P<sign> {dash} | : ) \s*
        )"
    ))
    .ok()
});

#[cfg(test)]
mod tests {
    use super::*;

    fn check(head: &str, rest: &str) {
        let paragraph = format!("{head}{rest}");
        assert_eq!(dateline(&paragraph).unwrap_or(0), head.len(), "{paragraph}");
    }

    #[test]
    fn heads_of_reports() {
        for head in [
            "MANILA, Philippines — ",
            "MANILA - ",
            "NEW YORK (AP) _ ",
            "BANGKOK, Jan 5 (Reuters) - ",
            "KUALA LUMPUR, 3 July – ",
            "BERLIN, (dpa) - ",
            "Cairo, Egypt (CNN) -- ",
            "(CNN) -- ",
            "(CNN)",
            "New Delhi: ",
            "Lagos – ",
            "BRUSSELS, July 5, 2024 /Example Newswire/ -- ",
        ] {
            check(head, "The ferry sank on Monday.");
        }
    }

    #[test]
    fn other_words_before_a_sign() {
        for paragraph in [
            "WARNING: The bridge is closed.",
            "Okoye - The mayor of the town - resigned.",
            "Hamlet: A Play.",
            "PERU – Storm kills six",
            "Brazil – once a colony – won.",
            "The ferry - The Aurora - sank.",
            "(A) The ferry sank.",
        ] {
            check("", paragraph);
        }
    }
}
