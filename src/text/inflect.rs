//! Regular endings of English words.

/// Verbs whose third person is not made by the rule.
const IRREGULAR: [(&str, &str); 2] = [("have", "has"), ("be", "is")];

/// `meet` → `meets`, `party` → `parties`, `echo` → `echoes`: the plural of a noun, the third person of
/// a verb.
pub fn with_s(word: &str) -> String {
    if let Some((_, irregular)) = IRREGULAR.iter().find(|(base, _)| *base == word) {
        return (*irregular).to_owned();
    }
    if let Some(stem) = stem_of_y(word) {
        return format!("{stem}ies");
    }
    let hisses = ["s", "x", "z", "sh", "ch"];
    let ends_in_o = word.strip_suffix('o').is_some_and(ends_in_consonant);
    if ends_in_o || hisses.iter().any(|end| word.ends_with(end)) {
        format!("{word}es")
    } else {
        format!("{word}s")
    }
}

/// `agree` → `agreed`, `stop` → `stopped` if it `doubles` its last letter.
pub fn with_ed(word: &str, doubles: bool) -> String {
    match (word.chars().last(), stem_of_y(word)) {
        (Some(last), _) if doubles => format!("{word}{last}ed"),
        (_, Some(stem)) => format!("{stem}ied"),
        (Some('e'), _) => format!("{word}d"),
        _ => format!("{word}ed"),
    }
}

/// `take` → `taking`, `die` → `dying`, `stop` → `stopping` if it `doubles` its last letter.
pub fn with_ing(word: &str, doubles: bool) -> String {
    if let Some(stem) = word.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    let keeps_e = ["ee", "oe", "ye"].iter().any(|end| word.ends_with(end)) || word.len() <= 2;
    match (word.chars().last(), word.strip_suffix('e')) {
        (Some(last), _) if doubles => format!("{word}{last}ing"),
        (_, Some(stem)) if !keeps_e => format!("{stem}ing"),
        _ => format!("{word}ing"),
    }
}

/// `carry`: what stands before a `y` after a consonant.
fn stem_of_y(word: &str) -> Option<&str> {
    word.strip_suffix('y')
        .filter(|stem| ends_in_consonant(stem))
}

fn ends_in_consonant(word: &str) -> bool {
    !word.is_empty() && !word.ends_with(['a', 'e', 'i', 'o', 'u'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_their_regular_endings() {
        for (word, doubles, s, ed, ing) in [
            ("launch", false, "launches", "launched", "launching"),
            ("deny", false, "denies", "denied", "denying"),
            ("delay", false, "delays", "delayed", "delaying"),
            ("veto", false, "vetoes", "vetoed", "vetoing"),
            ("radio", false, "radios", "radioed", "radioing"),
            ("agree", false, "agrees", "agreed", "agreeing"),
            ("die", false, "dies", "died", "dying"),
            ("dye", false, "dyes", "dyed", "dyeing"),
            ("ban", true, "bans", "banned", "banning"),
            ("release", false, "releases", "released", "releasing"),
        ] {
            let found = (
                with_s(word),
                with_ed(word, doubles),
                with_ing(word, doubles),
            );
            assert_eq!(found, (s.to_owned(), ed.to_owned(), ing.to_owned()));
        }
        assert_eq!(with_ing("be", false), "being");
    }
}
