//! Headlines of at most 60 characters, made of the event's own words.

use crate::model::{Name, NameClass, Status};
use crate::text::{Tense, WordClass, third_person};

use super::phrase::{join, noun_phrase_start, object_and_phrases, phrases_after};
use super::trigger::Candidate;
use super::view::View;

/// The longest title in characters.
pub(super) const MAX_CHARS: usize = 60;

/// What a title is made of.
pub(super) struct Subject<'a> {
    pub(super) participants: &'a [Name],
    pub(super) places: &'a [Name],
    pub(super) status: Status,
    /// Whom a pronoun before this sentence's verb stands for.
    pub(super) antecedent: Option<&'a str>,
}

/// The headline of an event.
pub(super) fn title(view: &View<'_>, candidate: &Candidate, subject: &Subject<'_>) -> String {
    let words = if candidate.is_noun {
        nominal(view, candidate, subject)
    } else {
        verbal(view, candidate, subject)
    };
    polish(&words)
}

/// `Talks between Peru and Chile in Lima`
fn nominal(view: &View<'_>, candidate: &Candidate, subject: &Subject<'_>) -> String {
    let first = noun_phrase_start(view, candidate.first);
    let core = join(view, first, candidate.last);
    let tails = phrases_after(view, candidate.last + 1, 3);
    let mut words = core;
    for tail in tails {
        let longer = format!("{words} {tail}");
        if MAX_CHARS < longer.chars().count() {
            break;
        }
        words = longer;
    }
    if !subject
        .participants
        .iter()
        .any(|name| mentions(&words, view, name))
    {
        let short: Vec<String> = subject
            .participants
            .iter()
            .take(3)
            .map(|n| short(n))
            .collect();
        let with = match short.as_slice() {
            [one] => format!("{one}: {}", lower_first(&words)),
            [one, two] => format!("{words} between {one} and {two}"),
            [one, two, three] => format!("{words}: {one}, {two}, {three}"),
            _ => words.clone(),
        };
        if with.chars().count() <= MAX_CHARS && names_fit(&with) {
            words = with;
        }
    }
    with_place(words, view, subject)
}

fn names_fit(words: &str) -> bool {
    !words.contains("between between")
}

fn with_place(words: String, view: &View<'_>, subject: &Subject<'_>) -> String {
    let Some(place) = subject.places.first() else {
        return words;
    };
    if mentions(&words, view, place) {
        return words;
    }
    let longer = format!("{words}, {}", place.full);
    if longer.chars().count() <= MAX_CHARS {
        longer
    } else {
        words
    }
}

fn mentions(words: &str, view: &View<'_>, name: &Name) -> bool {
    words.contains(&name.full)
        || words.contains(name.span.of(view.text))
        || words.contains(&short(name))
}

/// `US` for the United States, the last name of a person, else the full name.
fn short(name: &Name) -> String {
    match (name.class, name.full.as_str()) {
        (NameClass::Country, "United States") => "US".to_owned(),
        (NameClass::Country, "United Kingdom") => "UK".to_owned(),
        (NameClass::Country, "European Union") => "EU".to_owned(),
        (NameClass::Person, full) => full.rsplit(' ').next().unwrap_or(full).to_owned(),
        (_, full) => full.to_owned(),
    }
}

/// `Peru signs treaty with Chile`; `Four men arrested in Lyon`
fn verbal(view: &View<'_>, candidate: &Candidate, subject: &Subject<'_>) -> String {
    let group = candidate.group.and_then(|at| view.sentence.verbs.get(at));
    let Some(group) = group else {
        return join(view, candidate.first, candidate.last);
    };
    let chain = super::status::chain(view, candidate);
    let outer = chain.last().copied().unwrap_or(group);
    let agent = agent(view, outer.first, subject);
    let particle = join(view, candidate.first + 1, candidate.last);
    let is_passive = group.is_passive || group.tense == Tense::Participle;
    let verb = if is_passive {
        view.word(group.head).to_owned()
    } else {
        active(
            &group.lemma,
            agent.as_deref(),
            group.is_negated,
            subject.status,
        )
    };
    let mut words = [
        agent.as_deref().unwrap_or(""),
        &auxiliary(is_passive, subject.status),
        &verb,
        &particle,
    ]
    .iter()
    .filter(|part| !part.is_empty())
    .map(|part| (*part).to_owned())
    .collect::<Vec<String>>()
    .join(" ");
    if candidate.is_report {
        return report(view, candidate, agent.as_deref());
    }
    let after = candidate.last.max(group.last) + 1;
    if agent.is_none() && !is_passive {
        words = passive_form(view, group.head, &group.lemma, after).unwrap_or(words);
        return with_place(words, view, subject);
    }
    for tail in object_and_phrases(view, after) {
        let longer = format!("{words} {tail}");
        if MAX_CHARS < longer.chars().count() {
            break;
        }
        words = longer;
    }
    with_place(words, view, subject)
}

/// `Pakistan says it has been invited`
fn report(view: &View<'_>, candidate: &Candidate, agent: Option<&str>) -> String {
    let Some(at) = candidate.group else {
        return String::new();
    };
    let content = view.sentence.verbs.get(at + 1);
    let (first, last) = content.map_or((0, 0), |group| (group.first, group.last));
    let words: Vec<&str> = (first..=last)
        .map(|at| view.word(at))
        .filter(|word| *word != "also")
        .collect();
    let who = agent.unwrap_or("Speaker");
    let mut title = format!("{who} says it {}", words.join(" "));
    for tail in object_and_phrases(view, last + 1).into_iter().take(1) {
        let longer = format!("{title} {tail}");
        if longer.chars().count() <= MAX_CHARS {
            title = longer;
        }
    }
    title
}

fn auxiliary(is_passive: bool, status: Status) -> String {
    match (is_passive, status) {
        (true, Status::Planned) => "to be",
        (true, Status::Proposed | Status::Conditional) => "may be",
        (true, Status::Denied) => "not",
        _ => "",
    }
    .to_owned()
}

/// The verb as a headline has it.
fn active(lemma: &str, agent: Option<&str>, is_negated: bool, status: Status) -> String {
    let is_plural = agent.is_some_and(is_plural);
    match status {
        Status::Planned => format!("to {lemma}"),
        Status::Proposed => format!("may {lemma}"),
        Status::Conditional => format!("could {lemma}"),
        Status::Denied if is_negated => format!("did not {lemma}"),
        Status::Denied => format!("fails to {lemma}"),
        _ if is_plural => lemma.to_owned(),
        _ => third_person(lemma),
    }
}

fn is_plural(agent: &str) -> bool {
    let last = agent.rsplit(' ').next().unwrap_or(agent);
    let is_name = last.starts_with(char::is_uppercase) && agent.contains(' ')
        || agent.split(' ').count() == 1
            && agent.starts_with(char::is_uppercase)
            && !agent.ends_with('s');
    agent.contains(" and ")
        || !is_name && last.ends_with('s') && !last.ends_with("ss") && last != "US"
        || ["police", "people", "Police", "men", "women"].contains(&last)
}

/// The noun phrase right before the verb; a pronoun gives whom it stands for.
fn agent(view: &View<'_>, before: usize, subject: &Subject<'_>) -> Option<String> {
    let clause = view.clauses.get(view.clause_of(before))?;
    let mut last = before.checked_sub(1)?;
    while clause.first < last
        && (view.is_time(last)
            || matches!(
                view.class(last),
                Some(WordClass::Adverb | WordClass::Preposition | WordClass::Negation)
            ))
    {
        last -= 1;
    }
    if last < clause.first || view.is_time(last) {
        return None;
    }
    if matches!(
        view.class(last),
        Some(WordClass::SubjectPronoun | WordClass::Pronoun)
    ) {
        let relative = ["which", "who", "that", "there"].contains(&view.word(last));
        return if relative {
            None
        } else {
            subject.antecedent.map(str::to_owned)
        };
    }
    if matches!(view.class(last), Some(WordClass::Coordinator)) {
        // `were found and arrested`: the subject stands before the first of the two.
        let first_verb = view
            .sentence
            .verbs
            .iter()
            .rfind(|group| group.last < last)?;
        return agent(view, first_verb.first, subject);
    }
    let mut first = noun_phrase_start(view, last);
    if view.word(first.saturating_sub(1)) == "and" && clause.first + 1 < first {
        first = noun_phrase_start(view, first - 2);
    }
    let with_of = first
        .checked_sub(2)
        .filter(|_| view.word(first - 1) == "of");
    if let Some(head) = with_of.filter(|head| clause.first <= *head) {
        first = noun_phrase_start(view, head);
    }
    let words = join(view, first.max(clause.first), last);
    (words.chars().count() <= 34 && !words.is_empty())
        .then_some(words)
        .or_else(|| {
            view.name_at(last)
                .map(|name| name.span.of(view.text).to_owned())
        })
}

/// `Four men arrested`, for an active verb without a subject: its object with the participle.
fn passive_form(view: &View<'_>, head: usize, lemma: &str, after: usize) -> Option<String> {
    let object = object_and_phrases(view, after).into_iter().next()?;
    let starts_with_preposition = matches!(view.class(after), Some(WordClass::Preposition));
    let participle = crate::text::verb_readings(view.word(head))
        .iter()
        .any(|reading| {
            reading.lemma == lemma
                && matches!(
                    reading.form,
                    crate::text::Form::PastOrParticiple | crate::text::Form::Participle
                )
        });
    (!starts_with_preposition && participle).then(|| format!("{object} {}", view.word(head)))
}

fn lower_first(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next();
    let is_acronym = chars.clone().next().is_some_and(char::is_uppercase);
    match first {
        Some(first) if !is_acronym => first.to_lowercase().chain(chars).collect(),
        _ => words.to_owned(),
    }
}

/// A capital first, at most 60 characters, cut between words and never after a small one.
fn polish(words: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut n_chars = 0;
    for word in words.split_whitespace() {
        n_chars += word.chars().count() + usize::from(!kept.is_empty());
        if MAX_CHARS < n_chars {
            break;
        }
        kept.push(word);
    }
    while kept.last().is_some_and(|word| is_loose(word)) {
        kept.pop();
    }
    let line = kept.join(" ");
    let line = line.trim_matches([',', ':', ';', '“', '”', '"', '-', ' ', '–']);
    let mut chars = line.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => words
            .chars()
            .take(MAX_CHARS)
            .collect::<String>()
            .trim()
            .to_owned(),
    }
}

/// A word that cannot end a headline.
fn is_loose(word: &str) -> bool {
    let lower = word.to_lowercase();
    [
        "of", "in", "at", "to", "and", "or", "with", "by", "for", "from", "on", "between",
        "the", "a", "an", "into", "near", "over", "against", "about", "under", "toward",
        "towards", "its", "their",
    ]
    .contains(&lower.trim_end_matches([',', ':']))
}
