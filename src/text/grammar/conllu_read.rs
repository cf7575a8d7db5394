//! Reads CoNLL-U line by line and says which line is none.

use std::borrow::Cow;

use super::conllu::{Fault, Id, N_COLUMNS, NOTHING, Row, Sentence};

/// Reads sentence after sentence.
#[derive(Default)]
pub(super) struct Reader<'t> {
    found: Vec<Sentence<'t>>,
    open: Sentence<'t>,
    /// Words of the open sentence.
    n_words: usize,
    /// Last word of its last multiword token, and the line of that.
    covered: (usize, usize),
    /// Its largest head, and the line of that.
    farthest: (usize, usize),
}

impl<'t> Reader<'t> {
    pub(super) fn read(mut self, text: &'t str) -> Result<Vec<Sentence<'t>>, Fault> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut number = 0;
        for line in text.lines() {
            number += 1;
            self.line(number, line).map_err(|message| Fault {
                line: number,
                message,
            })?;
            if line.trim().is_empty() {
                self.close()?;
            }
        }
        self.close()?;
        Ok(self.found)
    }

    fn line(&mut self, number: usize, line: &'t str) -> Result<(), String> {
        if line.trim().is_empty() {
            return Ok(());
        }
        if self.open.line == 0 {
            self.open.line = number;
        }
        if line.starts_with('#') {
            if !self.open.rows.is_empty() {
                return Err("a comment stands after the first word of its sentence".to_owned());
            }
            self.open.comments.push(Cow::Borrowed(line));
            return Ok(());
        }
        let row = row(line)?;
        self.count(&row, number)?;
        self.open.rows.push(row);
        Ok(())
    }

    /// Checks that the numbers of words follow each other.
    fn count(&mut self, row: &Row<'_>, line: usize) -> Result<(), String> {
        let next = self.n_words + 1;
        match row.id {
            Id::Word(number) if number != next => {
                return Err(format!(
                    "here stands word {number}, but word {next} is next"
                ));
            }
            Id::Word(_) => self.n_words = next,
            Id::Range(first, last) => {
                if first != next || last <= first || first <= self.covered.0 {
                    return Err(format!(
                        "the range {first}-{last} does not fit before word {next}"
                    ));
                }
                self.covered = (last, line);
            }
            Id::Empty(after, _) if after != self.n_words => {
                return Err(format!("the empty node of word {after} stands elsewhere"));
            }
            Id::Empty(..) => (),
        }
        if let Some(head) = row.head.filter(|head| self.farthest.0 < *head) {
            self.farthest = (head, line);
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), Fault> {
        let open = std::mem::take(&mut self.open);
        let n_words = std::mem::take(&mut self.n_words);
        let covered = std::mem::take(&mut self.covered);
        let farthest = std::mem::take(&mut self.farthest);
        if open.line == 0 {
            return Ok(());
        }
        let fault = |line, message| Err(Fault { line, message });
        if n_words == 0 {
            return fault(open.line, "a sentence with no words".to_owned());
        }
        if covered.0 > n_words {
            return fault(
                covered.1,
                format!("the range ends after the last word, {n_words}"),
            );
        }
        if farthest.0 > n_words {
            let message = format!("the head {} is none of the {n_words} words", farthest.0);
            return fault(farthest.1, message);
        }
        self.found.push(open);
        Ok(())
    }
}

fn row(line: &str) -> Result<Row<'_>, String> {
    let columns: Vec<&str> = line.split('\t').collect();
    let Ok([id, form, lemma, upos, xpos, feats, head, deprel, deps, misc]) =
        <[&str; N_COLUMNS]>::try_from(columns.as_slice())
    else {
        let n = columns.len();
        return Err(format!(
            "{N_COLUMNS} columns with tabs between them are needed, not {n}"
        ));
    };
    if let Some(at) = columns.iter().position(|column| column.is_empty()) {
        return Err(format!("column {} is empty; write {NOTHING}", at + 1));
    }
    Ok(Row {
        id: self::id(id).ok_or_else(|| format!("{id:?} is no number of a word"))?,
        form: form.into(),
        lemma: lemma.into(),
        upos: upos.into(),
        xpos: xpos.into(),
        feats: feats.into(),
        head: self::head(head)?,
        deprel: deprel.into(),
        deps: deps.into(),
        misc: misc.into(),
    })
}

fn id(words: &str) -> Option<Id> {
    if let Some((first, last)) = words.split_once('-') {
        return Some(Id::Range(first.parse().ok()?, last.parse().ok()?));
    }
    if let Some((after, number)) = words.split_once('.') {
        return Some(Id::Empty(after.parse().ok()?, number.parse().ok()?));
    }
    words.parse().ok().map(Id::Word)
}

fn head(words: &str) -> Result<Option<usize>, String> {
    match words.parse() {
        Ok(number) => Ok(Some(number)),
        Err(_) if words == NOTHING => Ok(None),
        Err(_) => Err(format!("the head {words:?} is no number of a word")),
    }
}
