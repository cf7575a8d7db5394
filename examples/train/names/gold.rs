//! Annotated names of GUM. A name is the core of a mention whose head is a proper noun: the proper
//! nouns, capitals and links around the head, without article, possessive, apposition or clause. Of
//! nested names the outermost counts.

use dateline::text::grammar::conllu::{self, Row};
use dateline::text::grammar::names::labels::Labelled;
use dateline::text::grammar::{Upos, Word};

/// A text with its sentences.
#[derive(Clone, Debug, Default)]
pub(crate) struct Document {
    pub sentences: Vec<Sentence>,
}

/// A sentence with classes of its words and its names.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    pub forms: Vec<String>,
    pub words: Vec<Word>,
    /// Whether each word is a proper noun, by annotation.
    pub is_proper: Vec<bool>,
    pub names: Vec<Labelled>,
}

/// A mention with the number of its class.
#[derive(Clone, Copy, Debug)]
struct Mention {
    first: usize,
    last: usize,
    class: Option<usize>,
}

/// The documents of a CoNLL-U file with `Entity` in its last column.
pub(crate) fn documents(text: &str) -> Result<Vec<Document>, conllu::Fault> {
    let mut documents: Vec<Document> = Vec::new();
    for sentence in conllu::read(text)? {
        if documents.is_empty() || sentence.comment("newdoc id").is_some() {
            documents.push(Document::default());
        }
        let rows: Vec<&Row<'_>> = sentence.words().collect();
        if let Some(document) = documents.last_mut() {
            document.sentences.push(annotated(&rows));
        }
    }
    Ok(documents)
}

/// Replaces the classes of all words by predicted ones, a list for each sentence.
pub(crate) fn retag(documents: &mut [Document], tags: &[Vec<(Upos, &'static str)>]) {
    let sentences = documents
        .iter_mut()
        .flat_map(|document| &mut document.sentences);
    for (sentence, tags) in sentences.zip(tags) {
        for (word, (upos, xpos)) in sentence.words.iter_mut().zip(tags) {
            (word.upos, word.xpos) = (*upos, *xpos);
        }
    }
}

fn annotated(rows: &[&Row<'_>]) -> Sentence {
    let word = |row: &&Row<'_>| Word {
        upos: Upos::of_name(&row.upos).unwrap_or(Upos::X),
        xpos: String::leak(row.xpos.to_string()),
        ..Word::unknown(&row.form)
    };
    Sentence {
        forms: rows.iter().map(|row| row.form.to_string()).collect(),
        words: rows.iter().map(word).collect(),
        is_proper: rows.iter().map(|row| row.upos == "PROPN").collect(),
        names: outermost(rows, &mentions(rows)),
    }
}

/// The mentions of a sentence: `(12-person-...` opens one, `12)` closes it, `(12-person-...)` does both.
fn mentions(rows: &[&Row<'_>]) -> Vec<Mention> {
    let mut open: Vec<(&str, Mention)> = Vec::new();
    let mut closed = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let marks = row.misc_value("Entity").unwrap_or("");
        for mark in marks
            .split_inclusive(')')
            .flat_map(|part| split_before(part, '('))
        {
            if let Some(body) = mark.strip_prefix('(') {
                let mut fields = body.trim_end_matches(')').split('-');
                let id = fields.next().unwrap_or("");
                let class = class(fields.next().unwrap_or(""));
                let (first, last) = (at, at);
                open.push((id, Mention { first, last, class }));
            }
            if let Some(rest) = mark.strip_suffix(')') {
                let is_whole = rest.starts_with('(');
                let id = if is_whole {
                    open.last().map_or("", |(id, _)| id)
                } else {
                    rest
                };
                if let Some(found) = open.iter().rposition(|(other, _)| *other == id) {
                    closed.push(Mention {
                        last: at,
                        ..open.remove(found).1
                    });
                }
            }
        }
    }
    closed
}

fn split_before(text: &str, mark: char) -> impl Iterator<Item = &str> {
    let starts: Vec<usize> = text.match_indices(mark).map(|(at, _)| at).collect();
    let mut cuts = vec![0];
    cuts.extend(starts);
    cuts.push(text.len());
    cuts.dedup();
    let pieces: Vec<&str> = cuts.windows(2).map(|cut| &text[cut[0]..cut[1]]).collect();
    pieces.into_iter()
}

fn class(name: &str) -> Option<usize> {
    ["person", "organization", "place", "event", "object"]
        .iter()
        .position(|class| *class == name)
}

fn outermost(rows: &[&Row<'_>], mentions: &[Mention]) -> Vec<Labelled> {
    let mut cores: Vec<(Labelled, usize)> = mentions
        .iter()
        .filter_map(|mention| {
            Some((core(rows, mention, mentions)?, mention.last - mention.first))
        })
        .collect();
    cores.sort_by_key(|(core, length)| (core.first, std::cmp::Reverse(core.last), *length));
    let mut names: Vec<Labelled> = Vec::new();
    for (core, _) in cores {
        if names.last().is_none_or(|before| before.last < core.first) {
            names.push(core);
        }
    }
    names
}

fn core(rows: &[&Row<'_>], mention: &Mention, mentions: &[Mention]) -> Option<Labelled> {
    let class = mention.class?;
    let is_inside = |number: usize| (mention.first + 1..=mention.last + 1).contains(&number);
    let head =
        (mention.first..=mention.last).find(|at| !rows[*at].head.is_some_and(is_inside))?;
    (rows[head].upos == "PROPN").then(|| Labelled {
        first: core_start(rows, mention, head, mentions),
        last: core_end(rows, mention, head, class == 0),
        class,
    })
}

fn has_capital(row: &Row<'_>) -> bool {
    row.form.chars().any(char::is_uppercase)
}

fn is_joint(row: &Row<'_>) -> bool {
    matches!(&*row.form, "-" | "–" | "&" | "/" | "'" | "’")
}

fn core_start(
    rows: &[&Row<'_>],
    mention: &Mention,
    head: usize,
    mentions: &[Mention],
) -> usize {
    let mut first = head;
    while first > mention.first {
        let row = rows[first - 1];
        let may_modify =
            ["ADJ", "VERB", "NOUN", "NUM", "ADV", "X", "INTJ"].contains(&&*row.upos);
        let is_ordinal =
            row.upos == "ADJ" && row.form.starts_with(|c: char| c.is_ascii_digit());
        if row.upos == "PROPN" || has_capital(row) && may_modify || is_ordinal {
            first -= 1;
            continue;
        }
        // `People's Army` is one name, `the party's Maria Araujo` is two.
        let is_own = row.deprel == "case" && ["'s", "’s"].contains(&&*row.form);
        let ends_other = mentions
            .iter()
            .any(|other| other.last == first - 1 && other.first != mention.first);
        let is_link = is_joint(row) || row.form == "of" || is_own && !ends_other;
        if !is_link || first < mention.first + 2 || rows[first - 2].upos != "PROPN" {
            break;
        }
        first -= 2;
    }
    first
}

fn core_end(rows: &[&Row<'_>], mention: &Mention, head: usize, is_person: bool) -> usize {
    let mut last = head;
    while last < mention.last {
        let next = rows[last + 1];
        if is_part_after(next) {
            last += 1;
            continue;
        }
        let Some(after) = rows.get(last + 2).filter(|_| last + 2 <= mention.last) else {
            break;
        };
        let is_article = after.upos == "DET" && last + 3 <= mention.last;
        let beyond_of = if is_article { last + 3 } else { last + 2 };
        last = if is_joint(next) && (after.upos == "PROPN" || next.form == "-") {
            last + 2
        } else if !is_person && next.form == "of" && has_capital(rows[beyond_of]) {
            beyond_of
        } else if is_person && next.upos == "DET" && has_capital(after) {
            last + 2
        } else {
            break;
        };
    }
    last
}

fn is_part_after(row: &Row<'_>) -> bool {
    let relation = &*row.deprel;
    match &*row.upos {
        "PROPN" => true,
        "NUM" => ["flat", "nmod:unmarked", "nummod", "compound"].contains(&relation),
        "NOUN" | "ADJ" | "X" => {
            has_capital(row) && ["flat", "compound", "amod"].contains(&relation)
        }
        _ => false,
    }
}
