//! The grammar of clear sentences, and of what is no sentence at all.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use dateline::text::grammar::{Upos, Word, parse, tag};

/// Parses words between spaces.
fn parsed(sentence: &str) -> Vec<(String, Word)> {
    let forms: Vec<&str> = sentence.split(' ').collect();
    let words = parse(&forms);
    assert_eq!(words.len(), forms.len());
    forms.into_iter().map(str::to_owned).zip(words).collect()
}

/// `expected` holds a word, its class, its base form, its head (`-` for the root) and its relation.
fn check(sentence: &str, expected: &[(&str, Upos, &str, &str, &str)]) {
    let words = parsed(sentence);
    for (form, upos, lemma, head, relation) in expected {
        let (_, word) = words.iter().find(|(known, _)| known == form).unwrap();
        let found_head = word.head_index().map_or("-", |i| words[i].0.as_str());
        let found = (word.upos, &*word.lemma, found_head, word.relation());
        assert_eq!(
            found,
            (*upos, *lemma, *head, *relation),
            "{form} in: {sentence}"
        );
    }
}

#[test]
fn clear_sentences_have_their_trees() {
    check(
        "The old ferry sank near the harbour on Friday .",
        &[
            ("ferry", Upos::Noun, "ferry", "sank", "nsubj"),
            ("sank", Upos::Verb, "sink", "-", "root"),
            ("near", Upos::Adp, "near", "harbour", "case"),
            ("Friday", Upos::Propn, "Friday", "sank", "obl"),
            (".", Upos::Punct, ".", "sank", "punct"),
        ],
    );
    check(
        "The bridge was opened by the mayor in 1987 .",
        &[
            ("bridge", Upos::Noun, "bridge", "opened", "nsubj"),
            ("was", Upos::Aux, "be", "opened", "aux"),
            ("mayor", Upos::Noun, "mayor", "opened", "obl"),
            ("1987", Upos::Num, "1987", "opened", "obl"),
        ],
    );
    check(
        "She did n't sell the two paintings .",
        &[
            ("did", Upos::Aux, "do", "sell", "aux"),
            ("n't", Upos::Part, "not", "sell", "advmod"),
            ("paintings", Upos::Noun, "painting", "sell", "obj"),
            ("two", Upos::Num, "two", "paintings", "nummod"),
        ],
    );
    check(
        "Critics said that the museum will close .",
        &[
            ("Critics", Upos::Noun, "critic", "said", "nsubj"),
            ("close", Upos::Verb, "close", "said", "ccomp"),
            ("that", Upos::Sconj, "that", "close", "mark"),
        ],
    );
}

#[test]
fn nouns_of_the_treebank_may_be_verbs() {
    check(
        "A man shot several people on Sunday .",
        &[
            ("shot", Upos::Verb, "shoot", "-", "root"),
            ("people", Upos::Noun, "people", "shot", "obj"),
        ],
    );
    check(
        "The king dissolved parliament on Monday .",
        &[("dissolved", Upos::Verb, "dissolve", "-", "root")],
    );
    check(
        "Thousands march in Lima .",
        &[("march", Upos::Verb, "march", "-", "root")],
    );
}

#[test]
fn capitals_of_a_body_are_no_pronoun() {
    check(
        "WHO closed its office .",
        &[("WHO", Upos::Propn, "WHO", "closed", "nsubj")],
    );
    check(
        "He saw HER in the hall .",
        &[("HER", Upos::Pron, "she", "saw", "obj")],
    );
}

#[test]
fn may_is_a_month_or_a_verb() {
    check(
        "The talks may fail .",
        &[("may", Upos::Aux, "may", "fail", "aux")],
    );
    check(
        "The talks failed in May .",
        &[("May", Upos::Propn, "May", "failed", "obl")],
    );
}

#[test]
fn every_sentence_is_one_tree() {
    let long = "word , and ".repeat(250);
    let many_tokens = "x"
        .repeat(450)
        .chars()
        .map(String::from)
        .collect::<Vec<_>>()
        .join(" ");
    for sentence in [
        "Yes",
        "😀 😀 😀",
        "\u{0} \u{7f} \u{feff} \u{200b}",
        "これ は 文 です 。",
        ". . . ( ( ( ) ] \" ''",
        " ",
        long.trim(),
        &many_tokens,
    ] {
        let words = parsed(sentence);
        let n_roots = words.iter().filter(|(_, word)| word.head == 0).count();
        assert_eq!(
            n_roots,
            1,
            "{}",
            sentence.chars().take(40).collect::<String>()
        );
        for start in 0..words.len() {
            let mut at = start;
            let mut steps = 0;
            while let Some(head) = words[at].1.head_index() {
                at = head;
                steps += 1;
                assert!(steps <= words.len(), "a circle");
            }
        }
    }
    assert_eq!(parse(&[]), []);
    assert_eq!(tag(&[]), []);
}

#[test]
fn the_same_words_get_the_same_grammar() {
    let forms: Vec<&str> = "Two trains collided outside Lyon late on Monday ."
        .split(' ')
        .collect();
    assert_eq!(parse(&forms), parse(&forms));
    for (alone, whole) in tag(&forms).iter().zip(parse(&forms)) {
        assert_eq!(alone.lemma.is_empty(), whole.lemma.is_empty());
    }
}
