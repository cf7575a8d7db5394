//! CoNLL-U, the file format of Universal Dependencies: sentences with comments, words, multiword
//! tokens and empty nodes, written back as they were read.

use std::borrow::Cow;
use std::fmt;

use super::conllu_read::Reader;

/// What stands in a column that says nothing.
pub const NOTHING: &str = "_";
/// Number of columns of a line.
pub(super) const N_COLUMNS: usize = 10;

/// A sentence of a CoNLL-U file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence<'t> {
    /// Its comments, with their `#`.
    pub comments: Vec<Cow<'t, str>>,
    /// Its rows: words, and the rows of multiword tokens and empty nodes between them.
    pub rows: Vec<Row<'t>>,
    /// Number of its first line in the file, from 1; 0 if it was not read from one.
    pub line: usize,
}

/// A line of a sentence. A column that says nothing holds [`NOTHING`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of the format")]
pub struct Row<'t> {
    pub id: Id,
    pub form: Cow<'t, str>,
    pub lemma: Cow<'t, str>,
    pub upos: Cow<'t, str>,
    pub xpos: Cow<'t, str>,
    pub feats: Cow<'t, str>,
    /// Number of the word it depends on, 0 for the root.
    pub head: Option<usize>,
    pub deprel: Cow<'t, str>,
    pub deps: Cow<'t, str>,
    pub misc: Cow<'t, str>,
}

/// What a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Id {
    /// A word; they count from 1.
    Word(usize),
    /// A token that consists of the words `first..=last` (`1-2 don't`).
    Range(usize, usize),
    /// A word that is not written, after the word with the first number.
    Empty(usize, usize),
}

/// A line that is not CoNLL-U.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct Fault {
    /// Its number, from 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

/// The sentences of a CoNLL-U file.
pub fn read(text: &str) -> Result<Vec<Sentence<'_>>, Fault> {
    Reader::default().read(text)
}

impl<'t> Sentence<'t> {
    /// Its words: no multiword tokens, no empty nodes.
    pub fn words(&self) -> impl Iterator<Item = &Row<'t>> {
        self.rows.iter().filter(|row| matches!(row.id, Id::Word(_)))
    }

    /// Its words, to fill in.
    pub fn words_mut(&mut self) -> impl Iterator<Item = &mut Row<'t>> {
        self.rows
            .iter_mut()
            .filter(|row| matches!(row.id, Id::Word(_)))
    }

    /// What is written: multiword tokens, and the words outside them.
    pub fn tokens(&self) -> impl Iterator<Item = &Row<'t>> {
        let mut covered = 0;
        self.rows.iter().filter(move |row| match row.id {
            Id::Range(_, last) => {
                covered = last;
                true
            }
            Id::Word(number) => number > covered,
            Id::Empty(..) => false,
        })
    }

    /// The value of the comment `# key = value`.
    pub fn comment(&self, key: &str) -> Option<&str> {
        self.comments.iter().find_map(|comment| {
            let (found, value) = comment.strip_prefix('#')?.split_once('=')?;
            (found.trim() == key).then(|| value.trim())
        })
    }
}

impl<'t> Row<'t> {
    /// A row of which only the form is known.
    pub fn with_form(id: Id, form: impl Into<Cow<'t, str>>) -> Self {
        let nothing = Cow::Borrowed(NOTHING);
        Self {
            id,
            form: form.into(),
            lemma: nothing.clone(),
            upos: nothing.clone(),
            xpos: nothing.clone(),
            feats: nothing.clone(),
            head: None,
            deprel: nothing.clone(),
            deps: nothing.clone(),
            misc: nothing,
        }
    }

    /// The value of `key` in the last column.
    pub fn misc_value(&self, key: &str) -> Option<&str> {
        self.misc.split('|').find_map(|pair| {
            let (found, value) = pair.split_once('=')?;
            (found == key).then_some(value)
        })
    }

    /// Whether white space follows.
    pub fn has_space_after(&self) -> bool {
        self.misc_value("SpaceAfter") != Some("No")
    }
}

impl fmt::Display for Sentence<'_> {
    /// With the empty line that ends it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for comment in &self.comments {
            writeln!(f, "{comment}")?;
        }
        for row in &self.rows {
            writeln!(f, "{row}")?;
        }
        writeln!(f)
    }
}

impl fmt::Display for Row<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (id, form, lemma, upos) = (self.id, &self.form, &self.lemma, &self.upos);
        write!(
            f,
            "{id}\t{form}\t{lemma}\t{upos}\t{}\t{}\t",
            self.xpos, self.feats
        )?;
        match self.head {
            Some(head) => write!(f, "{head}")?,
            None => f.write_str(NOTHING)?,
        }
        write!(f, "\t{}\t{}\t{}", self.deprel, self.deps, self.misc)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(number) => write!(f, "{number}"),
            Self::Range(first, last) => write!(f, "{first}-{last}"),
            Self::Empty(after, number) => write!(f, "{after}.{number}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOUBT: &str = "\
# sent_id = 1
# text = They don't.

1\tThey\tthey\tPRON\tPRP\tCase=Nom\t2\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\tdo\tdo\tAUX\tVBP\t_\t0\troot\t_\t_
3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_
3.1\tknow\tknow\tVERB\tVB\t_\t_\t_\t_\t_
4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
";

    /// The sentence above, its comments right before its rows.
    fn doubt() -> String {
        DOUBT.replace("\n\n", "\n")
    }

    #[test]
    fn what_is_read_is_written_again() {
        let text = doubt() + "\n" + &doubt() + "\n";
        let sentences = read(&text).expect("sound");
        let written: String = sentences.iter().map(ToString::to_string).collect();
        assert_eq!(written, text);
        assert_eq!(
            sentences.iter().map(|s| s.line).collect::<Vec<_>>(),
            [1, 10]
        );
    }

    #[test]
    fn words_tokens_and_comments() {
        let text = doubt().replace('\n', "\r\n");
        let sentences = read(&text).expect("sound");
        let [sentence] = sentences.as_slice() else {
            panic!("one sentence");
        };
        let forms: Vec<&str> = sentence.words().map(|row| &*row.form).collect();
        assert_eq!(forms, ["They", "do", "n't", "."]);
        let tokens: Vec<(&str, bool)> = sentence
            .tokens()
            .map(|row| (&*row.form, row.has_space_after()))
            .collect();
        assert_eq!(tokens, [("They", true), ("don't", false), (".", true)]);
        assert_eq!(sentence.comment("text"), Some("They don't."));
        assert_eq!(sentence.comment("newpar"), None);
    }

    #[test]
    fn faults_name_their_line() {
        let row = |id: &str, head: &str| format!("{id}\ta\t_\t_\t_\t_\t{head}\t_\t_\t_\n");
        for (text, line, word) in [
            ("# text = a\n1\ta\t_\n".to_owned(), 2, "columns"),
            (row("1", "0") + &row("3", "1"), 2, "word 2"),
            (row("x", "0"), 1, "number"),
            (row("1", "2"), 1, "head"),
            (row("1", "up"), 1, "head"),
            (row("2-1", "_"), 1, "range"),
            (row("1-2", "_") + &row("1", "0"), 1, "range"),
            (row("1-2", "_") + &row("1-3", "_"), 2, "range"),
            (row("1", "0") + "# late\n", 2, "comment"),
            ("# alone\n\n".to_owned(), 1, "no words"),
            ("1\t\t_\t_\t_\t_\t_\t_\t_\t_\n".to_owned(), 1, "empty"),
        ] {
            let fault = read(&text).expect_err(&text);
            assert_eq!(fault.line, line, "{text:?} {fault}");
            assert!(fault.message.contains(word), "{text:?} {fault}");
        }
    }
}
