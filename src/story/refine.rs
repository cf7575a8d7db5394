//! Puts right, in the light of the whole sentence, what a mention could not know by itself: whose
//! day a date is, and that being called off or beginning is the fate of another event.

use std::collections::BTreeMap;

use super::change::{Change, changes};
use super::words::{Lists, Word, words_at};
use crate::model::{Article, ArticleId, Kind, Mention, Span, Status, Step, When};

/// What a noun of the set stands for: the class, base form and kind of its mentions.
type Nouns = BTreeMap<String, (String, String, Kind)>;

/// Refines `mentions`, sorted by article and trigger.
pub(super) fn refine(articles: &BTreeMap<ArticleId, &Article>, mentions: &mut [Mention]) {
    let nouns = nouns(articles, mentions);
    for of_article in mentions.chunk_by_mut(|a, b| a.article == b.article) {
        let Some(article) = of_article.first().and_then(|m| articles.get(&m.article)) else {
            continue;
        };
        for mention in of_article.iter_mut() {
            leave_strange_dates(mention, article);
        }
        let excerpts: Vec<Span> = of_article.iter().map(|mention| mention.excerpt).collect();
        for excerpt in excerpts.chunk_by(|a, b| a == b).filter_map(<[Span]>::first) {
            follow_changes(*excerpt, of_article, &article.text, &nouns);
        }
        follow_starts(of_article, &article.text, &nouns);
    }
}

/// Events that are planned and so can be called off.
fn can_be_planned(mention: &Mention) -> bool {
    let lists = Lists::get();
    !lists.change_classes.contains(&mention.class)
        && !lists.start.contains(&mention.lemma)
        && matches!(
            mention.kind,
            Kind::Diplomacy
                | Kind::Military
                | Kind::Politics
                | Kind::Economy
                | Kind::Science
                | Kind::Sport
                | Kind::Culture
        )
}

/// The nouns that are triggers somewhere in the set.
fn nouns(articles: &BTreeMap<ArticleId, &Article>, mentions: &[Mention]) -> Nouns {
    let mut nouns = Nouns::new();
    for mention in mentions
        .iter()
        .filter(|m| !m.is_minor() && can_be_planned(m))
    {
        let text = articles.get(&mention.article).map_or("", |a| &a.text);
        let trigger = mention.trigger.of(text).to_lowercase();
        let Some(word) = trigger.rsplit(' ').next() else {
            continue;
        };
        let last = mention.lemma.rsplit(' ').next().unwrap_or("");
        let is_base = !last.is_empty() && word.strip_prefix(last).is_some_and(|s| s.len() < 2);
        if is_base {
            let meaning = (mention.class.clone(), mention.lemma.clone(), mention.kind);
            nouns.entry(word.to_owned()).or_insert(meaning);
        }
    }
    nouns
}

/// Takes from a mention a date that is that of saying it, or of the last event before it.
fn leave_strange_dates(mention: &mut Mention, article: &Article) {
    let text = &article.text;
    let (Some(timex), Some(when)) = (mention.timex, mention.when.as_ref()) else {
        return;
    };
    let words = words_at(mention.excerpt, text);
    let published = article.published.when.as_ref();
    let (when, reason) = if is_of_saying(mention, timex, &words, text) {
        (when, "is the day on which it was said")
    } else if is_of_the_last_before(mention, timex, &words)
        && let Some(published) = published
    {
        (published, "is when the last one before was")
    } else {
        return;
    };
    let when = match mention.status {
        Status::Happened | Status::Ongoing => when.latest().map(When::on_or_before),
        _ => when.earliest().map(When::on_or_after),
    };
    let words = format!("\"{}\" {reason}", timex.of(text));
    mention.why.push(Step::new(words, Some(timex)));
    mention.when = when;
    mention.timex = None;
}

/// `officials said on Monday`
fn is_of_saying(mention: &Mention, timex: Span, words: &[Word], text: &str) -> bool {
    let lists = Lists::get();
    let is_said =
        |word: &Word| lists.said.contains(&word.lower) && !mention.trigger.overlaps(word.span);
    let before = words
        .iter()
        .rev()
        .filter(|word| word.span.end <= timex.start);
    let mut before = before.skip_while(|word| lists.said_on.contains(&word.lower));
    let after = words.iter().find(|word| timex.end <= word.span.start);
    let touches = |word: &Word| {
        let (from, to) = (
            timex.end.min(word.span.end),
            timex.start.max(word.span.start),
        );
        !text_between(text, from, to).contains(',')
    };
    // `said on Monday as he opened the hall`: he opened it on Monday.
    let is_at_once = after.is_some_and(|word| {
        lists.at_once.contains(&word.lower) && word.span.end <= mention.trigger.start
    });
    mention.kind != Kind::Statement
        && !is_at_once
        && (before
            .next()
            .is_some_and(|word| is_said(word) && touches(word))
            || after.is_some_and(|word| is_said(word) && touches(word)))
}

/// `the first talks since June`
fn is_of_the_last_before(mention: &Mention, timex: Span, words: &[Word]) -> bool {
    let lists = Lists::get();
    let is_first =
        |word: &Word| lists.since_first.contains(&word.lower) || word.lower.ends_with("est");
    let since = words.iter().position(|word| {
        word.lower == "since"
            && mention.trigger.end <= word.span.start
            && word.span.end <= timex.start
    });
    let before = words.get(..since.unwrap_or(0)).unwrap_or_default();
    mention.status != Status::Ongoing && before.iter().any(is_first)
}

fn text_between(text: &str, from: usize, to: usize) -> &str {
    text.get(from..to).unwrap_or("")
}

/// What is called off or moved in one excerpt befalls the plan that it names.
fn follow_changes(excerpt: Span, mentions: &mut [Mention], text: &str, nouns: &Nouns) {
    let words = words_at(excerpt, text);
    for change in changes(&words, text) {
        let host = host_before(excerpt, change.span.start, mentions, &words, nouns);
        let Some(host) = host else { continue };
        if let Some(plan) = host.mention.and_then(|at| mentions.get_mut(at)) {
            befall(plan, &change, change.span.end, text);
        }
        let plan = host.mention.and_then(|at| mentions.get(at)).cloned();
        let telling = mentions.iter_mut().find(|mention| {
            mention.excerpt == excerpt && mention.trigger.overlaps(change.span)
        });
        if let Some(telling) = telling {
            host.become_of(telling, plan.as_ref());
            let has_date = plan.as_ref().is_some_and(|plan| plan.timex.is_some());
            let from = if has_date {
                change.span.end
            } else {
                excerpt.start
            };
            befall(telling, &change, from, text);
            telling.places.clear();
        }
        if host.mention.is_none() {
            hand_over_names(&host, &change, excerpt, mentions);
        }
    }
}

/// Names between the noun of a plan and what befalls it are the plan's own, not those of an event
/// told before: `it began a drill, while a larger exercise with Peru has been put off`.
fn hand_over_names(host: &Host, change: &Change, excerpt: Span, mentions: &mut [Mention]) {
    let between = Span::new(host.span.end, change.span.start);
    let mut names = Vec::new();
    for mention in mentions.iter_mut().filter(|m| m.excerpt == excerpt) {
        if mention.trigger.end <= host.span.start {
            let found = mention
                .participants
                .extract_if(.., |n| between.contains(n.span));
            for name in found {
                // A title that counts its parties counts them at its end.
                mention.title = mention.title.replace(&format!(", {}", name.full), "");
                names.push(name);
            }
        }
    }
    let telling = mentions
        .iter_mut()
        .find(|mention| mention.excerpt == excerpt && mention.trigger.overlaps(change.span));
    if let Some(telling) = telling {
        telling.participants.extend(names);
    }
}

/// Gives a plan the status of its change. A date from byte `dates_from` on is that of the change,
/// unless the plan moves to it.
fn befall(plan: &mut Mention, change: &Change, dates_from: usize, text: &str) {
    let lists = Lists::get();
    let timex = plan.timex.filter(|timex| dates_from <= timex.start);
    let moves_to = timex.is_some_and(|timex| {
        let before = text_between(text, change.span.end, timex.start).trim_end();
        let last = before.rsplit(' ').next().unwrap_or("");
        lists.moved_to.contains(last)
    });
    let is_open =
        plan.timex.is_none() && plan.when.as_ref().is_some_and(|w| w.width_days().is_none());
    if timex.is_some() && !moves_to {
        plan.when = plan
            .when
            .as_ref()
            .and_then(When::earliest)
            .map(When::on_or_after);
        plan.timex = None;
    } else if is_open {
        plan.when = None;
    }
    plan.status = if change.is_off || (timex.is_none() && plan.status == Status::Cancelled) {
        Status::Cancelled
    } else {
        Status::Planned
    };
    plan.status_span = Some(change.span);
}

/// The event that a word of change or of beginning speaks of.
struct Host {
    /// Index of its mention, if it has one in the excerpt.
    mention: Option<usize>,
    /// The noun.
    span: Span,
    class: String,
    lemma: String,
    kind: Kind,
    words: String,
}

impl Host {
    /// Makes `mention` one of this event, with the parties of `plan`.
    fn become_of(&self, mention: &mut Mention, plan: Option<&Mention>) {
        mention.class.clone_from(&self.class);
        mention.lemma.clone_from(&self.lemma);
        mention.kind = self.kind;
        mention
            .title
            .clone_from(plan.map_or(&self.words, |plan| &plan.title));
        mention.participants = plan
            .map(|plan| plan.participants.clone())
            .unwrap_or_default();
        if let Some(plan) = plan.filter(|plan| plan.timex.is_some()) {
            mention.when.clone_from(&plan.when);
            mention.timex = plan.timex;
            mention.places.clone_from(&plan.places);
        }
    }
}

/// The nearest event before byte `at`: a mention or a noun that names one elsewhere.
fn host_before(
    excerpt: Span,
    at: usize,
    mentions: &[Mention],
    words: &[Word],
    nouns: &Nouns,
) -> Option<Host> {
    let word = words
        .iter()
        .rev()
        .filter(|word| word.span.end <= at)
        .find_map(|word| Some((word, nouns.get(&word.lower)?)));
    let mention = mentions.iter().enumerate().rev().find(|(_, mention)| {
        mention.excerpt == excerpt
            && mention.trigger.end <= at
            && can_be_planned(mention)
            && nouns.values().any(|(class, _, _)| *class == mention.class)
    });
    let word_start = word.map(|(word, _)| word.span.start);
    match mention {
        Some((index, mention)) if word_start.is_none_or(|w| w < mention.trigger.end) => {
            Some(Host::of(index, mention))
        }
        _ => word.map(|(word, (class, lemma, kind))| Host {
            mention: None,
            span: word.span,
            class: class.clone(),
            lemma: lemma.clone(),
            kind: *kind,
            words: capitalised(&word.lower),
        }),
    }
}

impl Host {
    fn of(index: usize, mention: &Mention) -> Self {
        Self {
            mention: Some(index),
            span: mention.trigger,
            class: mention.class.clone(),
            lemma: mention.lemma.clone(),
            kind: mention.kind,
            words: mention.title.clone(),
        }
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// The noun of `a row that began`, if `trigger` is the verb.
fn described(words: &[Word], trigger: Span, text: &str) -> Option<Span> {
    let mut before = words
        .iter()
        .rev()
        .filter(|word| word.span.end <= trigger.start);
    let that = before.next()?;
    let noun = before.next()?;
    let is_bound = !text_between(text, noun.span.end, that.span.start).contains(',');
    (Lists::get().relatives.contains(&that.lower) && is_bound).then_some(noun.span)
}

/// `They are to begin on Friday`, `the talks, which began on Friday`: the day is that of the talks.
fn follow_starts(mentions: &mut [Mention], text: &str, nouns: &Nouns) {
    let lists = Lists::get();
    for at in 0..mentions.len() {
        let Some(start) = mentions.get(at).filter(|m| lists.start.contains(&m.lemma)) else {
            continue;
        };
        let (excerpt, trigger) = (start.excerpt, start.trigger);
        let words = words_at(excerpt, text);
        let is_pronoun = words
            .first()
            .is_some_and(|word| matches!(word.lower.as_str(), "they" | "it" | "these"));
        let host = host_before(excerpt, trigger.start, mentions, &words, nouns).or_else(|| {
            let (before, _) = mentions.split_at(at);
            let found = before
                .iter()
                .enumerate()
                .rev()
                .find(|(_, m)| can_be_planned(m));
            found
                .filter(|_| is_pronoun)
                .map(|(index, mention)| Host::of(index, mention))
        });
        // `a treaty that ends a row that began in 1879`: the row did.
        let noun = described(&words, trigger, text);
        let is_parted = |host: &Host| noun.is_some_and(|noun| !host.span.overlaps(noun));
        let Some(host) = host.filter(|host| !is_parted(host)) else {
            continue;
        };
        let plan = host.mention.and_then(|at| mentions.get(at)).cloned();
        let Some(start) = mentions.get_mut(at) else {
            continue;
        };
        let own = (start.when.clone(), start.timex, start.places.clone());
        host.become_of(start, plan.as_ref());
        (start.when, start.timex, start.places) = own;
        let (start, status) = (start.clone(), start.status);
        let plan = host.mention.and_then(|at| mentions.get_mut(at));
        if let Some(plan) = plan.filter(|plan| plan.timex.is_none() && start.timex.is_some()) {
            plan.when = start.when;
            plan.timex = start.timex;
            plan.status = status;
        }
    }
}
