//! Who acts: the noun phrase before a verb, or whom a pronoun there stands for.

use crate::model::NameClass;
use crate::text::{Form, Tense, WordClass};

use super::antecedent::Antecedent;
use super::clause::Link;
use super::lexicon::Grammar;
use super::title_actor::actor;
use super::title_phrase::{
    Phrase, is_possessive, is_preposition, noun_phrase_end, noun_phrase_start, phrases_after,
    time_told,
};
use super::title_pronoun::resolve;
use super::title_relative::relative;
use super::title_render::{Style, render};
use super::title_same::same_subject;
use super::title_words::TitleWords;
use super::view::{View, is_finite};

/// The subject of the verb group that starts at `before`, in the words of a headline.
pub(super) fn agent(
    view: &View<'_>,
    before: usize,
    antecedent: Option<&Antecedent<'_>>,
    style: Style,
) -> Option<String> {
    if is_named_deed(view, before) {
        return None;
    }
    if let Some(words) = actor(view, before, style) {
        return Some(words);
    }
    let clause = view.clauses.get(view.clause_of(before))?;
    if let Some(noun) = before.checked_sub(1).filter(|at| is_misread(view, *at)) {
        let floor = view.clauses.get(view.clause_of(noun))?.first;
        return phrase_before(view, floor, noun, style);
    }
    if let Some(object) = controlled(view, before) {
        let floor = view.clauses.get(view.clause_of(object))?.first;
        return phrase_before(view, floor, object, style);
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
            same_subject(view, last, antecedent, style)
                .or_else(|| resolve(view, last, antecedent, style))
        }
        Some(WordClass::Coordinator) => {
            let first_verb = view
                .sentence
                .verbs
                .iter()
                .rfind(|group| group.last < last && is_finite(group))?;
            agent(view, first_verb.first, antecedent, style)
        }
        Some(WordClass::Noun | WordClass::Name | WordClass::Number | WordClass::Adjective) => {
            let floor = after_and(view, before, last).unwrap_or(clause.first);
            phrase_before(view, floor, last, style)
        }
        Some(WordClass::Verb { .. }) if view.group_at(last).is_none() => {
            phrase_before(view, clause.first, last, style)
        }
        _ if view.name_at(last).is_some() => phrase_before(view, clause.first, last, style),
        _ => None,
    }
}

/// Where the subject begins if what stands before it belongs to another clause: `the fleet sails and the
/// mayor warns` has one who warns, also if `sails` reads as a noun.
fn after_and(view: &View<'_>, before: usize, last: usize) -> Option<usize> {
    let is_singular = matches!(
        view.class(before),
        Some(WordClass::Verb {
            form: Form::Third,
            ..
        })
    );
    let start = noun_phrase_start(view, last);
    let is_determiner = |at: &usize| matches!(view.class(*at), Some(WordClass::Determiner));
    let is_owned = (start..last).any(|at| is_possessive(view, at));
    let first = start.checked_sub(1).filter(is_determiner);
    let first = first.or(is_owned.then_some(start))?;
    let and = first.checked_sub(1)?;
    (is_singular && view.word(and) == "and").then_some(first)
}

/// `the killing by police of a boy`: a form in -ing with an article is a noun and has no subject.
fn is_named_deed(view: &View<'_>, before: usize) -> bool {
    let group = view
        .group_at(before)
        .and_then(|at| view.sentence.verbs.get(at));
    let the = before.checked_sub(1).map(|at| view.class(at));
    group.is_some_and(|group| group.tense == Tense::Gerund)
        && matches!(the, Some(Some(WordClass::Determiner)))
}

/// The noun right before a participle that describes it (`the war started by them`).
pub(super) fn described(view: &View<'_>, before: usize) -> Option<usize> {
    let group = view.sentence.verbs.get(view.group_at(before)?)?;
    let is_bare = group.first == group.last && group.tense == Tense::Participle;
    let noun = before.checked_sub(1).filter(|_| is_bare)?;
    let is_noun = matches!(view.class(noun), Some(WordClass::Noun | WordClass::Number));
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
        if let Some(first) = time_told(view, last) {
            last = first.checked_sub(1).filter(|last| floor <= *last)?;
            continue;
        }
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
    antecedent: Option<&Antecedent<'_>>,
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
    let opener = view.word(before.checked_sub(1)?);
    // `barred the firm from selling`, `accused the army of shelling`
    let words = TitleWords::get();
    let is_charged = words.of_object.contains(opener) && words.accusing.contains(&outer.lemma);
    let is_barred = own.tense == Tense::Gerund && (opener == "from" || is_charged);
    let is_next = |last: usize| noun_phrase_end(view, outer.last + 1) == Some(last);
    let last = if opener == "to" || is_barred {
        before.checked_sub(2)?
    } else {
        before.checked_sub(1)?
    };
    let is_object = view.name_at(last).is_some()
        || matches!(view.class(last), Some(WordClass::Noun | WordClass::Number));
    let is_asked =
        own.tense == Tense::Infinitive && words.object_control.contains(&outer.lemma);
    let may_be = outer.last < last && !outer.is_passive && is_object && !view.is_time(last);
    (may_be && (is_asked || is_barred) && (!is_charged || is_next(last))).then_some(last)
}

/// The noun phrase that ends at `last`, with the phrases inside it.
pub(super) fn phrase_before(
    view: &View<'_>,
    floor: usize,
    last: usize,
    style: Style,
) -> Option<String> {
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
        // `a mission together with Japan`
        let is_adverb = |at: &usize| matches!(view.class(*at), Some(WordClass::Adverb));
        let joint = joint
            .checked_sub(1)
            .filter(|at| !is_and && floor < *at && is_adverb(at))
            .unwrap_or(joint);
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
    let letters = acronym(view, last).filter(|_| style == Style::Short);
    if letters.is_some() {
        return letters;
    }
    if whole.chars().count() <= 32 || head_last == last {
        return fitted(view, whole, last);
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

/// A subject of at most 40 characters: a long one by the letters that the text puts after it, or
/// without its owner (`Ghana's`) or what hangs on it (`of the Philippines`).
fn fitted(view: &View<'_>, words: String, last: usize) -> Option<String> {
    let fits = |words: &str| words.chars().count() <= 40;
    if fits(&words) {
        return Some(words);
    }
    let letters = acronym(view, last);
    if letters.is_some() {
        return letters;
    }
    let without_owner = words.split_once("'s ").or_else(|| words.split_once("’s "));
    let without_tail = words.rsplit_once(" of ").map(|(head, _)| head);
    let shorter = [without_owner.map(|(_, rest)| rest), without_tail];
    let mut shorter = shorter.into_iter().flatten();
    shorter.find(|words| fits(words)).map(str::to_owned)
}

/// The letters in brackets that stand for the name before them.
fn acronym(view: &View<'_>, last: usize) -> Option<String> {
    let letters = view.span(last + 2, last + 2).of(view.text);
    let is_in_brackets = view.word(last + 1) == "(" && view.word(last + 3) == ")";
    let is_acronym = 1 < letters.len() && letters.chars().all(char::is_uppercase);
    (is_in_brackets && is_acronym).then(|| letters.to_owned())
}

/// `at least nine people`
fn is_amount(view: &View<'_>, floor: usize, joint: usize) -> bool {
    let amounts = &TitleWords::get().amounts;
    joint >= floor
        && amounts.contains(view.word(joint))
        && matches!(view.class(joint + 1), Some(WordClass::Number))
}
