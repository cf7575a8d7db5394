//! `dateline parse`: prints the grammar of texts as CoNLL-U.

use std::io::{self, Write};
use std::path::Path;

use super::{Exit, ParseArgs, input, say_problems};
use crate::ingest;
use crate::model::{ArticleId, Problem};
use crate::text::grammar::conllu::{self, Id, Row};
use crate::text::grammar::{self, ReadWord, Word};
use crate::text::{self, Sentence};

/// What of the last column is about the words as they are written, and stays.
const KEPT: &[&str] = &["SpaceAfter", "SpacesAfter", "SpacesBefore"];

/// Parses the files that the arguments name, in their order.
pub(super) fn run(args: &ParseArgs) -> anyhow::Result<Exit> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut exit = Exit::Done;
    for path in &args.paths {
        let problems = match input::bytes(path) {
            Ok(bytes) if args.conllu => fill(&mut out, path, &bytes)?,
            Ok(bytes) => parse(&mut out, path, &bytes)?,
            Err(problem) => (false, vec![problem]),
        };
        say_problems(&problems.1);
        if !problems.0 {
            exit = Exit::Failed;
        }
    }
    out.flush()?;
    Ok(exit)
}

/// Whether a file was done, and what is to be said of it.
type Outcome = (bool, Vec<Problem>);

/// Prints the sentences of a raw text.
fn parse(out: &mut impl Write, path: &Path, bytes: &[u8]) -> io::Result<Outcome> {
    let name = path.display().to_string();
    let (article, problems) = ingest::article(ArticleId(0), &name, bytes);
    let Some(article) = article else {
        return Ok((false, problems));
    };
    let document = text::split(&article.text, &[]);
    let mut paragraph = None;
    for (index, sentence) in document.sentences.iter().enumerate() {
        let mut printed = conllu::Sentence::default();
        if index == 0 {
            printed
                .comments
                .push(format!("# newdoc id = {name}").into());
        }
        if paragraph.replace(sentence.paragraph) != Some(sentence.paragraph) {
            printed.comments.push("# newpar".into());
        }
        let id = format!("# sent_id = {}", index + 1);
        let words = sentence.span.of(&article.text);
        let words: Vec<&str> = words.split_whitespace().collect();
        let words = format!("# text = {}", words.join(" "));
        printed.comments.extend([id.into(), words.into()]);
        printed.rows = rows(&article.text, sentence);
        write!(out, "{printed}")?;
    }
    Ok((true, problems))
}

/// The rows of a sentence, with a range for each word that is written as one with others.
fn rows<'t>(text: &'t str, sentence: &Sentence) -> Vec<Row<'t>> {
    let words = grammar::read(text, sentence);
    let mut rows = Vec::with_capacity(words.len());
    let mut number = 0;
    for written in words.chunk_by(|_, next| next.form.is_clitic) {
        let (Some(first), Some(last)) = (written.first(), written.last()) else {
            continue;
        };
        let whole = first.form.span.cover(last.form.span);
        let is_glued = text
            .get(whole.end..)
            .is_some_and(|rest| rest.starts_with(|c: char| !c.is_whitespace()));
        let space = if is_glued {
            "SpaceAfter=No"
        } else {
            conllu::NOTHING
        };
        if written.len() > 1 {
            let id = Id::Range(number + 1, number + written.len());
            let mut range = Row::with_form(id, whole.of(text));
            range.misc = space.into();
            rows.push(range);
        }
        for ReadWord { form, word } in written {
            number += 1;
            let mut row = Row::with_form(Id::Word(number), form.span.of(text));
            if written.len() == 1 {
                row.misc = space.into();
            }
            set(&mut row, word);
            rows.push(row);
        }
    }
    rows
}

/// Prints the sentences of a CoNLL-U file with what the model says of their words.
fn fill(out: &mut impl Write, path: &Path, bytes: &[u8]) -> io::Result<Outcome> {
    let name = path.display().to_string();
    let hint =
        "give CoNLL-U: ten columns with tabs between them, an empty line after a sentence";
    let read = std::str::from_utf8(bytes)
        .map_err(|error| error.to_string())
        .and_then(|text| conllu::read(text).map_err(|fault| fault.to_string()));
    let sentences = match read {
        Ok(sentences) => sentences,
        Err(message) => return Ok((false, vec![Problem::with_file(name, message, hint)])),
    };
    for mut sentence in sentences {
        let forms: Vec<&str> = sentence.words().map(|row| &*row.form).collect();
        let words = grammar::parse(&forms);
        for (row, word) in sentence.words_mut().zip(&words) {
            set(row, word);
        }
        for row in &mut sentence.rows {
            keep(row);
        }
        write!(out, "{sentence}")?;
    }
    Ok((true, Vec::new()))
}

fn set(row: &mut Row<'_>, word: &Word) {
    row.lemma.clone_from(&word.lemma);
    row.upos = word.upos.name().into();
    row.xpos = word.xpos.into();
    row.feats = word.feats.into();
    row.head = Some(word.head as usize);
    row.deprel = word.deprel.into();
}

/// Takes from a row what somebody else found out.
fn keep(row: &mut Row<'_>) {
    row.deps = conllu::NOTHING.into();
    let kept: Vec<&str> = row
        .misc
        .split('|')
        .filter(|pair| {
            pair.split_once('=')
                .is_some_and(|(key, _)| KEPT.contains(&key))
        })
        .collect();
    row.misc = match kept.join("|") {
        kept if kept.is_empty() => conllu::NOTHING.into(),
        kept => kept.into(),
    };
}
