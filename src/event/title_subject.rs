//! Who acts: the noun phrase before a verb, or whom a pronoun there stands for.

use crate::model::NameClass;
use crate::text::{Tense, WordClass};

use super::clause::Link;
use super::lexicon::Grammar;
use super::title_phrase::{Phrase, is_preposition, noun_phrase_start, phrases_after};
use super::title_render::{Style, render, short};
use super::title_words::TitleWords;
use super::view::{View, is_finite};

/// The subject of the verb group that starts at `before`, in the words of a headline.
pub(super) fn agent(
    view: &View<'_>,
    before: usize,
    antecedent: Option<&str>,
    style: Style,
) -> Option<String> {
    let clause = view.clauses.get(view.clause_of(before))?;
    if let Some(noun) = before.checked_sub(1).filter(|at| is_misread(view, *at)) {
        let floor = view.clauses.get(view.clause_of(noun))?.first;
        return phrase_before(view, floor, noun, style);
    }
    if let Some(object) = controlled(view, before) {
        return phrase_before(view, clause.first, object, style);
    }
    if let Some(noun) = described(view, before) {
        let floor = view.clauses.get(view.clause_of(noun))?.first;
        return phrase_before(view, floor, noun, style);
    }
    let Some(last) = last_word(view, clause.first, before) else {
        return earlier_agent(view, before, clause.link, antecedent, style);
    };
    let word = view.word(last);
    match view.class(last) {
        Some(WordClass::SubjectPronoun | WordClass::Pronoun | WordClass::Subordinator) => {
            if ["which", "who", "that"].contains(&word) {
                return relative(view, last, style);
            }
            resolve(view, last, antecedent, style)
        }
        Some(WordClass::Coordinator) => {
            let first_verb = view
                .sentence
                .verbs
                .iter()
                .rfind(|group| group.last < last)?;
            agent(view, first_verb.first, antecedent, style)
        }
        Some(WordClass::Noun | WordClass::Name | WordClass::Number | WordClass::Adjective) => {
            phrase_before(view, clause.first, last, style)
        }
        Some(WordClass::Verb { .. }) if view.group_at(last).is_none() => {
            phrase_before(view, clause.first, last, style)
        }
        _ if view.name_at(last).is_some() => phrase_before(view, clause.first, last, style),
        _ => None,
    }
}

/// The noun right before a participle that describes it (`the war started by them`).
fn described(view: &View<'_>, before: usize) -> Option<usize> {
    let group = view.sentence.verbs.get(view.group_at(before)?)?;
    let is_bare = group.first == group.last && group.tense == Tense::Participle;
    let noun = before.checked_sub(1).filter(|_| is_bare)?;
    let is_noun = matches!(view.class(noun), Some(WordClass::Noun));
    (is_noun && !view.is_time(noun)).then_some(noun)
}

/// A plural noun that reads as a verb (`four engineers were`).
fn is_misread(view: &View<'_>, at: usize) -> bool {
    let is_single = view
        .group_at(at)
        .and_then(|group| view.sentence.verbs.get(group))
        .is_some_and(|group| group.first == at && group.last == at);
    let led = at.checked_sub(1).is_some_and(|before| {
        view.word(before) == "of"
            || matches!(
                view.class(before),
                Some(
                    WordClass::Number
                        | WordClass::Adjective
                        | WordClass::Determiner
                        | WordClass::Noun
                )
            )
            || before == 0 && view.name_at(before).is_none()
    });
    is_single && led && (view.word(at).ends_with('s') || view.word(at) == "people")
}

/// The last token of the subject: adverbs, dates, brackets and appositions before the verb are passed.
fn last_word(view: &View<'_>, floor: usize, before: usize) -> Option<usize> {
    let mut last = before.checked_sub(1).filter(|last| floor <= *last)?;
    let mut n_appositions = 0;
    loop {
        let is_passed = view.is_time(last)
            || ["last", "first"].contains(&view.word(last))
            || matches!(
                view.class(last),
                Some(
                    WordClass::Adverb
                        | WordClass::Negation
                        | WordClass::To
                        | WordClass::Preposition
                )
            ) && view.name_at(last).is_none();
        if view.word(last) == ")" {
            last = (floor..last).rev().find(|at| view.word(*at) == "(")?;
        } else if view.word(last) == "," && n_appositions == 0 {
            n_appositions += 1;
            let opening = (floor..last).rev().find(|at| view.word(*at) == ",")?;
            if is_named_apposition(view, opening, last) {
                return last.checked_sub(1);
            }
            let is_plain = (opening..last).all(|at| {
                let group = view.group_at(at).and_then(|at| view.sentence.verbs.get(at));
                group.is_none_or(|group| !is_finite(group))
            });
            if !is_plain {
                return None;
            }
            last = opening;
        } else if !is_passed {
            return Some(last);
        }
        last = last.checked_sub(1).filter(|last| floor <= *last)?;
    }
}

/// `its captain, Rui Costa,`: the name says more than the role before it.
fn is_named_apposition(view: &View<'_>, opening: usize, closing: usize) -> bool {
    view.name_at(opening + 1).is_some_and(|name| {
        let (first, last) = view.tokens_of(name.span);
        let is_whole = first == opening + 1 && last + 1 == closing;
        let is_person = name.class == NameClass::Person
            || name.class == NameClass::Unknown && name.full.contains(' ');
        is_whole && is_person
    })
}

/// `…, winning the cup` and `… and left`: the subject of the verb before.
fn earlier_agent(
    view: &View<'_>,
    before: usize,
    link: Link,
    antecedent: Option<&str>,
    style: Style,
) -> Option<String> {
    let own = view.sentence.verbs.iter().find(|g| g.first == before)?;
    let head = before
        .checked_sub(2)
        .filter(|_| view.word(before - 1) == ",");
    if let Some(head) = head.filter(|_| own.tense == Tense::Participle) {
        // `The bill, passed by …`
        return relative(view, head + 1, style);
    }
    let fits = match link {
        Link::Coordinate => true,
        _ if before
            .checked_sub(1)
            .is_some_and(|at| view.word(at) == "and") =>
        {
            true
        }
        Link::Participle => {
            own.tense == Tense::Gerund && !TitleWords::get().caused.contains(&own.lemma)
        }
        _ => false,
    };
    let earlier = view
        .sentence
        .verbs
        .iter()
        .rfind(|group| group.last < before && is_finite(group))
        .filter(|group| !Grammar::get().speech.contains(&group.lemma))
        .filter(|group| {
            fits && (own.is_passive || own.tense == Tense::Participle || !group.is_passive)
        })?;
    agent(view, earlier.first, antecedent, style)
}

/// `urged the board to resign`: who is to act is the object of the verb before.
pub(super) fn controlled(view: &View<'_>, before: usize) -> Option<usize> {
    let at = view.sentence.verbs.iter().position(|g| g.first == before)?;
    let own = view.sentence.verbs.get(at)?;
    let outer = view.sentence.verbs.get(at.checked_sub(1)?)?;
    let last = if view.word(before.checked_sub(1)?) == "to" {
        before.checked_sub(2)?
    } else {
        before.checked_sub(1)?
    };
    let is_object = view.name_at(last).is_some()
        || matches!(view.class(last), Some(WordClass::Noun | WordClass::Number));
    (own.tense == Tense::Infinitive
        && outer.last < last
        && !outer.is_passive
        && is_object
        && !view.is_time(last)
        && TitleWords::get().object_control.contains(&outer.lemma))
    .then_some(last)
}

/// The noun phrase that ends at `last`, with the phrases inside it.
fn phrase_before(view: &View<'_>, floor: usize, last: usize, style: Style) -> Option<String> {
    let mut first = noun_phrase_start(view, last).max(floor);
    let mut head_last = last;
    for _ in 0..4 {
        let Some(joint) = first.checked_sub(1).filter(|joint| floor <= *joint) else {
            break;
        };
        let joint = if matches!(view.class(joint), Some(WordClass::Determiner)) && joint > floor
        {
            joint - 1
        } else {
            joint
        };
        // `A rocket carrying two satellites was launched`
        let inner = view
            .group_at(joint)
            .and_then(|at| view.sentence.verbs.get(at));
        let head = inner
            .filter(|group| matches!(group.tense, Tense::Gerund | Tense::Participle))
            .and_then(|group| group.first.checked_sub(1))
            .filter(|head| {
                floor <= *head && matches!(view.class(*head), Some(WordClass::Noun))
            });
        if let Some(head) = head {
            return phrase_before(view, floor, head, style);
        }
        let is_and = ["and", "&"].contains(&view.word(joint));
        if !is_and && !is_preposition(view, joint) {
            break;
        }
        if is_amount(view, floor, joint) {
            break;
        }
        let Some(head) = joint.checked_sub(1).filter(|head| floor <= *head) else {
            // `In Lyon police …`: the phrase before the verb hangs on nothing.
            return if is_and { Some(()) } else { None }
                .and_then(|()| render(view, Phrase { first, last }, style));
        };
        let is_noun = view.name_at(head).is_some()
            || matches!(view.class(head), Some(WordClass::Noun | WordClass::Number))
            || matches!(view.class(head), Some(WordClass::Determiner))
                && view.word(head).ends_with('s');
        if !is_noun {
            if is_and || view.word(joint) == "," {
                break;
            }
            return None;
        }
        if !is_and {
            head_last = head;
        }
        first = noun_phrase_start(view, head).max(floor);
    }
    shortened(view, floor, Phrase { first, last }, head_last, style)
}

/// The phrase with the amount before it, without what hangs on its head if that is too long.
fn shortened(
    view: &View<'_>,
    floor: usize,
    phrase: Phrase,
    head_last: usize,
    style: Style,
) -> Option<String> {
    let Phrase { mut first, last } = phrase;
    if matches!(view.class(first), Some(WordClass::Number)) {
        while first > floor && TitleWords::get().amounts.contains(view.word(first - 1)) {
            first -= 1;
        }
    }
    let whole = render(view, Phrase { first, last }, style)?;
    if whole.chars().count() <= 32 || head_last == last {
        return (whole.chars().count() <= 40).then_some(whole);
    }
    let inner = phrases_after(view, head_last + 1, 1);
    let head = render(
        view,
        Phrase {
            first,
            last: head_last,
        },
        style,
    )?;
    let with_inner = inner
        .first()
        .and_then(|phrase| render(view, *phrase, style))
        .map(|inner| format!("{head} {inner}"));
    with_inner
        .filter(|words| words.chars().count() <= 36)
        .or(Some(head))
        .filter(|words| words.chars().count() <= 40)
}

/// `at least nine people`
fn is_amount(view: &View<'_>, floor: usize, joint: usize) -> bool {
    let amounts = &TitleWords::get().amounts;
    joint >= floor
        && amounts.contains(view.word(joint))
        && matches!(view.class(joint + 1), Some(WordClass::Number))
}

/// What stands right before `who`, `which` or `that`.
fn relative(view: &View<'_>, at: usize, style: Style) -> Option<String> {
    let before = at.checked_sub(1)?;
    let last = if view.word(before) == "," {
        before.checked_sub(1)?
    } else {
        before
    };
    let is_nominal = view.name_at(last).is_some()
        || matches!(view.class(last), Some(WordClass::Noun | WordClass::Number));
    if !is_nominal || view.is_time(last) {
        return None;
    }
    let first = noun_phrase_start(view, last);
    render(view, Phrase { first, last }, style).filter(|words| words.chars().count() <= 40)
}

/// Whom a pronoun stands for: the nearest fitting name before it, else that of the sentences before.
fn resolve(
    view: &View<'_>,
    at: usize,
    antecedent: Option<&str>,
    style: Style,
) -> Option<String> {
    let start = view.span(at, at).start;
    let of_person = match view.word(at) {
        "he" | "she" => true,
        "it" | "they" => false,
        _ => return None,
    };
    let fits = |class: NameClass| match class {
        NameClass::Person => of_person,
        NameClass::Organisation | NameClass::Country | NameClass::Vessel => !of_person,
        _ => false,
    };
    let group = view
        .sentence
        .verbs
        .iter()
        .map(|group| view.span(group.first, group.last).start);
    let is_subject = |name: &&crate::model::Name| {
        fits(name.class)
            && name.span.end <= start
            && group.clone().any(|g| name.span.end < g && g < start)
    };
    let is_unclassed_person = |name: &&crate::model::Name| {
        of_person
            && name.class == NameClass::Unknown
            && name.full.contains(' ')
            && name.span.end <= start
    };
    let earlier = view
        .names
        .iter()
        .find(|name| is_subject(name) || is_unclassed_person(name));
    if let Some(name) = earlier {
        return Some(short(name, style));
    }
    let is_person = |words: &str| {
        let last = words.rsplit(' ').next().unwrap_or("").to_lowercase();
        (2..=4).contains(&words.split(' ').count())
            && crate::text::class_of(words) == NameClass::Unknown
            && !crate::text::is_organisation_word(&last)
    };
    let is_country = |words: &str| crate::text::class_of(words) == NameClass::Country;
    let words = antecedent.filter(|words| {
        if of_person {
            is_person(words)
        } else {
            is_country(words)
        }
    })?;
    let last = words.rsplit(' ').next().unwrap_or(words);
    let is_long = style == Style::Short && of_person;
    Some(
        if is_long {
            last
        } else {
            TitleWords::get().short_country(words)
        }
        .to_owned(),
    )
}
