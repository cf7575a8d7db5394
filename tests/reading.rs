//! What trees say in plain terms, on trees drawn by hand: word|lemma|class|head|relation.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use dateline::text::grammar::reading::{Modality, Reading, Tense};
use dateline::text::grammar::{Upos, Word};

/// A sentence with its tree.
struct Tree {
    forms: Vec<&'static str>,
    words: Vec<Word>,
}

fn tree(text: &'static str) -> Tree {
    let (mut forms, mut words) = (Vec::new(), Vec::new());
    for item in text.split_whitespace() {
        let fields: Vec<&'static str> = item.split('|').collect();
        let [form, lemma, xpos, head, deprel] = *fields else {
            panic!("{item}");
        };
        forms.push(form);
        words.push(Word {
            upos: if xpos.starts_with('V') {
                Upos::Verb
            } else {
                Upos::Noun
            },
            xpos,
            head: head.parse().unwrap(),
            deprel,
            ..Word::unknown(lemma)
        });
    }
    Tree { forms, words }
}

impl Tree {
    fn ask<T>(&self, question: impl FnOnce(&Reading<'_>) -> T) -> T {
        question(&self.reading())
    }

    fn reading(&self) -> Reading<'_> {
        Reading::new(&self.forms, &self.words)
    }

    fn at(&self, form: &str) -> usize {
        self.forms.iter().position(|other| *other == form).unwrap()
    }

    fn words(&self, indices: impl IntoIterator<Item = usize>) -> String {
        let words: Vec<&str> = indices.into_iter().map(|at| self.forms[at]).collect();
        words.join(" ")
    }
}

const TALKS: &str = "Ruiz|Ruiz|NNP|4|nsubj and|and|CC|3|cc Okoye|Okoye|NNP|1|conj met|meet|VBD|0|root in|in|IN|6|case Quito|Quito|NNP|4|obl \
    and|and|CC|8|cc signed|sign|VBD|4|conj a|a|DT|10|det treaty|treaty|NN|8|obj";
const SHIP: &str = "The|the|DT|2|det tanker|tanker|NN|4|nsubj:pass was|be|VBD|4|aux:pass hit|hit|VBN|0|root and|and|CC|6|cc sunk|sink|VBN|4|conj \
    by|by|IN|8|case rebels|rebel|NNS|6|obl:agent because|because|IN|12|case of|of|IN|9|fixed the|the|DT|12|det cargo|cargo|NN|6|obl";
const CONTROL: &str = "Kenya|Kenya|NNP|2|nsubj urged|urge|VBD|0|root Chad|Chad|NNP|2|obj to|to|TO|5|mark leave|leave|VB|2|xcomp ,|,|,|8|punct \
    which|which|WDT|8|nsubj refused|refuse|VBD|3|acl:relcl to|to|TO|10|mark go|go|VB|8|xcomp";
const SAID: &str = "Rain|rain|NN|4|nsubj will|will|MD|4|aux not|not|RB|4|advmod stop|stop|VB|0|root ,|,|,|7|punct she|she|PRP|7|nsubj said|say|VBD|4|parataxis \
    ,|,|,|7|punct before|before|IN|10|case June|June|NNP|4|obl .|.|.|4|punct";
const THAT: &str = "Officials|official|NNS|2|nsubj said|say|VBD|0|root that|that|IN|7|mark no|no|DT|5|det deal|deal|NN|7|nsubj:pass was|be|VBD|7|aux:pass signed|sign|VBN|2|ccomp .|.|.|2|punct";
const SOURCE: &str = "Prices|price|NNS|2|nsubj fell|fall|VBD|0|root ,|,|,|6|punct according|accord|VBG|6|case to|to|IN|4|fixed Eurostat|Eurostat|NNP|2|obl .|.|.|2|punct";

#[test]
fn subjects_are_found_where_they_are_left_unsaid() {
    for (text, verb, expected, is_passive) in [
        (TALKS, "met", "Ruiz Okoye", false),
        (TALKS, "signed", "Ruiz Okoye", false),
        (SHIP, "hit", "tanker", true),
        (SHIP, "sunk", "tanker", true),
        (CONTROL, "leave", "Chad", false),
        (CONTROL, "refused", "Chad", false),
        (CONTROL, "go", "Chad", false),
        (SAID, "said", "she", false),
        (SAID, "June", "", false),
    ] {
        let tree = tree(text);
        let subjects = tree.ask(|reading| reading.subjects(tree.at(verb)));
        let heads = subjects.iter().map(|subject| subject.at);
        assert_eq!(tree.words(heads), expected, "{verb}");
        assert!(
            subjects.iter().all(|s| s.is_passive == is_passive),
            "{verb}"
        );
    }
}

#[test]
fn objects_agents_and_obliques() {
    let talks = tree(TALKS);
    let signed = talks.at("signed");
    assert_eq!(talks.words(talks.ask(|r| r.objects(signed))), "treaty");
    let ship = tree(SHIP);
    let sunk = ship.at("sunk");
    assert_eq!(ship.words(ship.ask(|r| r.agents(sunk))), "rebels");
    let obliques = ship.ask(|r| r.obliques(sunk));
    let shown: Vec<(&str, &str)> = obliques
        .iter()
        .map(|oblique| (oblique.preposition.as_str(), ship.forms[oblique.at]))
        .collect();
    assert_eq!(shown, [("by", "rebels"), ("because of", "cargo")]);
}

#[test]
fn each_word_has_its_clause() {
    for (text, word, clause) in [
        (TALKS, "Quito", "met"),
        (TALKS, "treaty", "signed"),
        (TALKS, "signed", "signed"),
        (THAT, "deal", "signed"),
        (SAID, "she", "said"),
        (SAID, "June", "stop"),
    ] {
        let tree = tree(text);
        let found = tree.ask(|reading| reading.clause_of(tree.at(word)));
        assert_eq!(found.map(|at| tree.forms[at]), Some(clause), "{word}");
    }
}

#[test]
fn predicates_have_tense_modality_and_voice() {
    let stop = tree(SAID).ask(|r| r.predicate(3));
    assert_eq!(
        (stop.tense, stop.is_denied, stop.modality),
        (Tense::Future, true, None)
    );
    let ship = tree(SHIP);
    let sunk = ship.ask(|r| r.predicate(5));
    assert!(sunk.is_passive && !sunk.is_perfect && !sunk.is_denied);
    assert_eq!(
        (sunk.tense, ship.words(sunk.auxiliaries)),
        (Tense::Past, "was".to_owned())
    );
    let doubt =
        tree("It|it|PRP|4|nsubj may|may|MD|4|aux have|have|VB|4|aux failed|fail|VBN|0|root");
    let failed = doubt.ask(|r| r.predicate(3));
    assert_eq!(
        (failed.tense, failed.modality),
        (Tense::Open, Some(Modality::Possible))
    );
    assert!(failed.is_perfect && !failed.is_passive);
    let now = tree(
        "They|they|PRP|4|nsubj are|be|VBP|4|aux no|no|RB|5|advmod talking|talk|VBG|0|root longer|longer|RB|4|advmod",
    );
    let talking = now.ask(|r| r.predicate(3));
    assert_eq!(
        (talking.tense, talking.is_progressive, talking.is_denied),
        (Tense::Present, true, true)
    );
}

#[test]
fn reports_say_who_says_what() {
    for (text, at, speakers, content) in [
        (
            SAID,
            "said",
            "she",
            vec!["Rain will not stop", "before June"],
        ),
        (THAT, "said", "Officials", vec!["that no deal was signed"]),
        (SOURCE, "according", "Eurostat", vec!["Prices fell"]),
    ] {
        let tree = tree(text);
        let reports = tree.reading().reports();
        let [report] = reports.as_slice() else {
            panic!("{at}: {reports:?}");
        };
        assert_eq!(tree.forms[report.at], at);
        assert_eq!(tree.words(report.speakers.iter().copied()), speakers);
        let said: Vec<String> = report
            .content
            .iter()
            .map(|part| tree.words(part.clone()))
            .collect();
        assert_eq!(said, content);
    }
    assert!(tree(TALKS).reading().reports().is_empty());
}

#[test]
fn phrases_and_conjuncts() {
    let talks = tree(TALKS);
    for word in ["Ruiz", "Okoye"] {
        let both = talks.ask(|r| r.conjuncts(talks.at(word)));
        assert_eq!(talks.words(both), "Ruiz Okoye");
    }
    assert_eq!(talks.words(talks.ask(|r| r.phrase(0))), "Ruiz and Okoye");
    assert_eq!(talks.words(talks.ask(|r| r.phrase_alone(0))), "Ruiz");
    assert_eq!(talks.words(talks.ask(|r| r.phrase(5))), "in Quito");
}

#[test]
fn trees_that_are_none_get_an_answer() {
    let circle = tree("a|a|NN|2|conj b|b|VB|1|conj c|c|NN|9|nsubj d|d|NN|4|obj");
    circle.ask(|reading| {
        for at in 0..6 {
            let _ = (
                reading.clause_of(at),
                reading.subjects(at),
                reading.objects(at),
            );
            let _ = (
                reading.obliques(at),
                reading.predicate(at),
                reading.phrase(at),
            );
            assert!(reading.conjuncts(at).len() <= 4);
        }
        assert!(reading.reports().is_empty());
    });
    let nothing = Tree {
        forms: Vec::new(),
        words: Vec::new(),
    };
    assert!(nothing.reading().predicates().is_empty());
}
