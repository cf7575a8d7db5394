//! Verb groups: a main verb with its auxiliaries, and the tense, mood and negation they carry.

use super::classes::{Auxiliary, WordClass};
use super::lemma::Form;
use super::lexicon::Verbs;
use super::participles::settle_participles;
use super::{Tense, Token, VerbGroup};

/// The verb groups of one sentence, by position. `tokens` are the sentence's.
pub(super) fn verb_groups(
    tokens: &[Token],
    text: &str,
    classes: &[WordClass],
) -> Vec<VerbGroup> {
    let mut groups = Vec::new();
    let mut at = 0;
    while at < classes.len() {
        match Parts::read(classes, at) {
            Some(parts) => {
                at = parts.last + 1;
                groups.extend(parts.group(tokens, text, classes));
            }
            None => at += 1,
        }
    }
    settle_participles(&mut groups, classes, tokens, text);
    settle_bare_infinitives(&mut groups, classes);
    groups
}

/// `They watched the envoys leave`: the plain form after a verb of the senses and its object is told in
/// the time of that verb, and is as sure as that.
fn settle_bare_infinitives(groups: &mut [VerbGroup], classes: &[WordClass]) {
    for at in 1..groups.len() {
        let Some([before, bare]) = groups.get_mut(at - 1..=at) else {
            continue;
        };
        let is_plain = matches!(
            classes.get(bare.head),
            Some(WordClass::Verb {
                form: Form::Base,
                ..
            })
        );
        let is_alone = bare.first == bare.last && bare.tense == Tense::Present;
        let object = classes.get(before.last + 1..bare.first).unwrap_or_default();
        let is_object = object.iter().all(|class| {
            matches!(
                class,
                WordClass::Noun
                    | WordClass::Name
                    | WordClass::Determiner
                    | WordClass::Adjective
                    | WordClass::Number
                    | WordClass::Hyphen
                    | WordClass::Pronoun
                    | WordClass::Preposition
            )
        });
        let governs = Verbs::get().is_before_bare(&before.lemma) && !before.is_passive;
        if is_plain && is_alone && is_object && governs && !object.is_empty() {
            bare.tense = before.tense;
            bare.modal.clone_from(&before.modal);
            bare.is_negated |= before.is_negated;
        }
    }
}

/// The tokens of one group, sorted by what they do.
struct Parts {
    first: usize,
    last: usize,
    head: usize,
    to: bool,
    modal: Option<usize>,
    auxiliaries: Vec<(usize, Auxiliary)>,
    is_negated: bool,
    main: Option<(String, Form)>,
}

impl Parts {
    fn read(classes: &[WordClass], first: usize) -> Option<Self> {
        let starts = matches!(
            classes.get(first)?,
            WordClass::To | WordClass::Modal | WordClass::Auxiliary(_) | WordClass::Verb { .. }
        );
        if !starts {
            return None;
        }
        let mut parts = Self {
            first,
            last: first,
            head: first,
            to: false,
            modal: None,
            auxiliaries: Vec::new(),
            is_negated: matches!(
                first.checked_sub(1).and_then(|at| classes.get(at)),
                Some(WordClass::Negation)
            ),
            main: None,
        };
        let mut passed_negation = false;
        for (at, class) in classes.iter().enumerate().skip(first) {
            match class {
                WordClass::To if at == first => parts.to = true,
                WordClass::Modal if parts.modal.is_none() && parts.auxiliaries.is_empty() => {
                    parts.modal = Some(at);
                }
                WordClass::Auxiliary(kind) => parts.auxiliaries.push((at, *kind)),
                WordClass::Negation => {
                    passed_negation = true;
                    continue;
                }
                WordClass::Adverb => continue,
                // `has since moved`
                WordClass::Subordinator if parts.is_before_participle(classes, at) => continue,
                WordClass::Verb { lemma, form } => {
                    parts.main = Some((lemma.clone(), *form));
                    parts.last = at;
                    parts.head = at;
                    parts.is_negated |= passed_negation;
                    break;
                }
                _ => break,
            }
            parts.last = at;
            parts.head = at;
        }
        parts.is_negated |= passed_negation && parts.main.is_none();
        Some(parts)
    }

    /// Whether the word at `at` stands between `has` and a participle.
    fn is_before_participle(&self, classes: &[WordClass], at: usize) -> bool {
        let last = self.auxiliaries.last();
        let form = match classes.get(at + 1) {
            Some(WordClass::Verb { form, .. }) => Some(*form),
            _ => None,
        };
        last.is_some_and(|(before, kind)| *kind == Auxiliary::Have && before + 1 == at)
            && matches!(form, Some(Form::Participle | Form::PastOrParticiple))
    }

    fn group(self, tokens: &[Token], text: &str, classes: &[WordClass]) -> Option<VerbGroup> {
        let word = |at: usize| {
            tokens
                .get(at)
                .map_or("", |t| t.span.of(text))
                .to_lowercase()
        };
        let (lemma, form) = match self.main.clone() {
            Some((lemma, form)) => (lemma, Some(form)),
            None => (
                lemma_of_auxiliary(self.auxiliaries.last()?.1).to_owned(),
                None,
            ),
        };
        let has = |kind| {
            let before = |(at, other): &(usize, Auxiliary)| *other == kind && *at != self.head;
            self.auxiliaries.iter().any(before)
        };
        let is_past_form = matches!(form, Some(Form::Participle | Form::PastOrParticiple));
        let is_have_last = self
            .auxiliaries
            .iter()
            .rfind(|(at, _)| *at != self.head)
            .is_some_and(|(_, kind)| *kind == Auxiliary::Have);
        let first_word = word(self.auxiliaries.first().map_or(self.first, |(at, _)| *at));
        Some(VerbGroup {
            first: self.first,
            last: self.last,
            head: self.head,
            tense: self.tense(&first_word, form, classes),
            modal: self.modal.map(|at| full_modal(&word(at))),
            is_negated: self.is_negated,
            is_passive: has(Auxiliary::Be) && is_past_form && !is_have_last,
            is_progressive: has(Auxiliary::Be) && form == Some(Form::Ing),
            is_perfect: has(Auxiliary::Have),
            lemma,
        })
    }

    fn tense(&self, first_auxiliary: &str, form: Option<Form>, classes: &[WordClass]) -> Tense {
        if self.to {
            return Tense::Infinitive;
        }
        if self.modal.is_some() {
            return Tense::Present;
        }
        if !self.auxiliaries.is_empty() {
            return match first_auxiliary {
                "was" | "were" | "had" | "did" => Tense::Past,
                "being" | "having" => Tense::Gerund,
                "be" | "been" => Tense::Participle,
                _ => Tense::Present,
            };
        }
        let before = self.first.checked_sub(1).and_then(|at| classes.get(at));
        match form {
            Some(Form::Base | Form::Third) | None => Tense::Present,
            Some(Form::Past) => Tense::Past,
            Some(Form::Participle) => Tense::Participle,
            Some(Form::Ing) => Tense::Gerund,
            Some(Form::PastOrParticiple) => match before {
                None | Some(WordClass::Number) => Tense::Participle,
                _ => Tense::Past,
            },
        }
    }
}

fn lemma_of_auxiliary(kind: Auxiliary) -> &'static str {
    match kind {
        Auxiliary::Be => "be",
        Auxiliary::Have => "have",
        Auxiliary::Do => "do",
    }
}

/// `'ll` → `will`.
fn full_modal(word: &str) -> String {
    match word {
        "'ll" | "’ll" | "wo" => "will",
        "ca" | "cannot" => "can",
        "'d" | "’d" => "would",
        other => other,
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use crate::text::analyse;

    fn check(text: &str, expected: &[&str]) {
        let document = analyse(text, &[]);
        let found: Vec<String> = document
            .sentences
            .iter()
            .flat_map(|sentence| &sentence.verbs)
            .map(|group| {
                let mut marks = format!("{} {:?}", group.lemma, group.tense);
                for (mark, is_set) in [
                    (" not", group.is_negated),
                    (" passive", group.is_passive),
                    (" progressive", group.is_progressive),
                    (" perfect", group.is_perfect),
                ] {
                    marks.push_str(if is_set { mark } else { "" });
                }
                if let Some(modal) = &group.modal {
                    marks = format!("{modal} {marks}");
                }
                marks
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn groups_carry_tense_and_mood() {
        check(
            "The carrier has not been moved.",
            &["move Present not passive perfect"],
        );
        check("Ministers will meet in Lima.", &["will meet Future"]);
        check(
            "Officials said the talks could resume.",
            &["say Past", "could resume Present"],
        );
        check(
            "Spain is planning a joint exercise.",
            &["plan Present progressive"],
        );
        check(
            "They were expected to sign the treaty.",
            &["expect Past passive", "sign Infinitive"],
        );
        check(
            "Reporters watched the envoys leave Oslo.",
            &["watch Past", "leave Past"],
        );
        check(
            "He saw that the prices rise.",
            &["see Past", "rise Present"],
        );
        check(
            "He denied that police had arrested him.",
            &["deny Past", "arrest Past perfect"],
        );
    }

    #[test]
    fn nouns_are_no_verbs() {
        check("The talks in Lima failed.", &["fail Past"]);
        check("Peace talks resume on Monday.", &["resume Present"]);
        check("Brazil strikes a deal with Chile.", &["strike Present"]);
        check("The strikes killed a meeting of the board.", &["kill Past"]);
        check(
            "A planned visit to Rome was cancelled.",
            &["cancel Past passive"],
        );
    }

    #[test]
    fn verbs_of_a_clause_are_told_from_participles() {
        check(
            "Anger grew after two officers shot a boy.",
            &["grow Past", "shoot Past"],
        );
        check(
            "The senate voted while crowds clashed with police.",
            &["vote Past", "clash Past"],
        );
        check("The court on Monday struck down a law.", &["strike Past"]);
        check(
            "A fire killed six people and injured about 80.",
            &["kill Past", "injure Past"],
        );
    }

    #[test]
    fn participles_are_told_from_past_forms() {
        check(
            "The deal signed in Rome collapsed.",
            &["sign Participle", "collapse Past"],
        );
        check(
            "The storm hit Cuba, killing two.",
            &["hit Past", "kill Gerund"],
        );
        check(
            "Thousands protested in Lyon on Saturday.",
            &["protest Past"],
        );
        check("Floods hit the valley.", &["hit Past"]);
        check(
            "The minister said on Tuesday the talks would be held on Friday.",
            &["say Past", "would hold Present passive"],
        );
        check(
            "A bridge built by Romans fell.",
            &["build Participle", "fall Past"],
        );
    }
}
