//! The treebanks: sentences of words with everything that the models learn.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use dateline::text::grammar::conllu::{self, Row};
use dateline::text::grammar::look::{Look, hash_bytes};

use crate::names::{Document, documents};

/// A word as a treebank has it; names as numbers of an [`Inventory`].
#[derive(Clone, Debug)]
pub(crate) struct Gold {
    pub form: String,
    pub lemma: String,
    /// Number of the class: a pair of UPOS and XPOS.
    pub tag: u16,
    pub feats: u16,
    /// 0 is the root.
    pub head: usize,
    pub deprel: u16,
}

/// A sentence and the looks of its words.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    pub words: Vec<Gold>,
    pub looks: Vec<Look>,
}

/// Names with numbers in order of first use.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    numbers: BTreeMap<String, u16>,
    pub names: Vec<String>,
}

impl Names {
    fn number(&mut self, name: &str) -> u16 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = self.names.len() as u16;
        self.numbers.insert(name.to_owned(), number);
        self.names.push(name.to_owned());
        number
    }
}

/// All names that the treebanks use.
#[derive(Clone, Debug, Default)]
pub(crate) struct Inventory {
    pub tags: Names,
    pub feats: Names,
    pub deprels: Names,
}

/// A file of sentences.
#[derive(Debug)]
pub(crate) struct Part {
    pub name: String,
    pub sentences: Vec<Sentence>,
    /// The same sentences with their names, if those are annotated.
    pub documents: Vec<Document>,
    /// Tells which edition of the file was read.
    pub fingerprint: u32,
}

impl Part {
    pub(crate) fn n_words(&self) -> usize {
        self.sentences
            .iter()
            .map(|sentence| sentence.words.len())
            .sum()
    }
}

impl Inventory {
    /// Reads the files in `dir` whose names end in `ending` and `.conllu` or `.conllu.gz`, in order.
    pub(crate) fn read_parts(&mut self, dir: &Path, ending: &str) -> Result<Vec<Part>> {
        let paths = fs::read_dir(dir).with_context(|| format!("{}", dir.display()))?;
        let mut paths: Vec<PathBuf> = paths
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| part_name(path).is_some_and(|name| name.ends_with(ending)))
            .collect();
        paths.sort();
        if paths.is_empty() {
            bail!(
                "{}: no file NAME{ending}.conllu or NAME{ending}.conllu.gz",
                dir.display()
            );
        }
        paths.iter().map(|path| self.read_part(path)).collect()
    }

    fn read_part(&mut self, path: &Path) -> Result<Part> {
        let text = read_text(path).with_context(|| format!("{}", path.display()))?;
        let sentences = conllu::read(&text).with_context(|| format!("{}", path.display()))?;
        let documents = if text.contains("Entity=(") {
            documents(&text).with_context(|| format!("{}", path.display()))?
        } else {
            Vec::new()
        };
        let name = part_name(path).unwrap_or_default().to_owned();
        Ok(Part {
            name,
            documents,
            fingerprint: hash_bytes(text.as_bytes()),
            sentences: sentences
                .iter()
                .map(|sentence| self.sentence(sentence))
                .collect(),
        })
    }

    fn sentence(&mut self, sentence: &conllu::Sentence<'_>) -> Sentence {
        let words: Vec<Gold> = sentence.words().map(|row| self.word(row)).collect();
        let mut buffer = Vec::new();
        let look = |word: &Gold| Look::of(&word.form, &mut buffer);
        Sentence {
            looks: words.iter().map(look).collect(),
            words,
        }
    }

    fn word(&mut self, row: &Row<'_>) -> Gold {
        Gold {
            form: row.form.to_string(),
            lemma: row.lemma.to_string(),
            tag: self.tags.number(&format!("{} {}", row.upos, row.xpos)),
            feats: self.feats.number(&row.feats),
            head: row.head.unwrap_or(0),
            deprel: self.deprels.number(&row.deprel),
        }
    }
}

fn part_name(path: &Path) -> Option<&str> {
    let name = path.file_name()?.to_str()?;
    name.strip_suffix(".gz")
        .unwrap_or(name)
        .strip_suffix(".conllu")
}

fn read_text(path: &Path) -> Result<String> {
    let bytes = fs::read(path)?;
    if path.extension().is_some_and(|ending| ending == "gz") {
        let mut text = String::new();
        flate2::read::GzDecoder::new(bytes.as_slice()).read_to_string(&mut text)?;
        return Ok(text);
    }
    Ok(String::from_utf8(bytes)?)
}
