//! The trained model in the binary.

use std::sync::LazyLock;

use super::bytes::{Reader, Writer};
use super::feats::Feats;
use super::index::Index;
use super::lemma::Lemmas;
use super::memory::Memory;
use super::net::Network;
use super::tagger::Tagger;
use super::word::Upos;

static BYTES: &[u8] = include_bytes!("../../../assets/models/en/grammar.bin");
/// The first bytes of a model file; the number grows with the format.
const MARK: &str = "dateline grammar 1";

/// A word class: universal, and of the Penn Treebank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag {
    /// `VERB`
    pub upos: Upos,
    /// `VBD`
    pub xpos: &'static str,
}

/// All parts of the model.
#[derive(Debug, Default)]
pub struct Model {
    /// Classes by number.
    pub tags: Vec<Tag>,
    /// Relations by number.
    pub relations: Vec<&'static str>,
    /// Finds classes from left to right.
    pub tagger: Tagger,
    /// Finds forms.
    pub feats: Feats,
    /// Finds base forms.
    pub lemmas: Lemmas,
    /// Numbers of the network's inputs.
    pub inputs: Index,
    /// Finds heads and relations.
    pub network: Network,
    /// What was found of words; nothing above may change once it was asked.
    pub memory: Memory,
}

impl Model {
    /// The fine class of word `at` by the numbers `tags`; empty if there is none.
    pub(super) fn xpos(&self, tags: &[u16], at: usize) -> &'static str {
        let tag = tags.get(at);
        let tag = tag.and_then(|tag| self.tags.get(usize::from(*tag)));
        tag.map_or("", |tag| tag.xpos)
    }

    /// The model of the program, made ready at first use.
    pub fn get() -> &'static Self {
        static MODEL: LazyLock<Model> =
            LazyLock::new(|| Model::read(BYTES).unwrap_or_default());
        &MODEL
    }

    /// The model file.
    pub fn write(&self) -> Vec<u8> {
        let mut out = Writer::default();
        out.text(MARK);
        out.u32(self.tags.len() as u32);
        for tag in &self.tags {
            out.text(tag.upos.name());
            out.text(tag.xpos);
        }
        out.u32(self.relations.len() as u32);
        for relation in &self.relations {
            out.text(relation);
        }
        self.tagger.write(&mut out);
        self.feats.write(&mut out);
        self.lemmas.write(&mut out);
        self.inputs.write(&mut out);
        self.network.write(&mut out);
        out.into_bytes()
    }

    /// Reads what [`Model::write`] wrote.
    pub fn read(bytes: &'static [u8]) -> Option<Self> {
        let bytes = &mut Reader::new(bytes);
        if bytes.text()? != MARK {
            return None;
        }
        let n_tags = bytes.u32()?;
        let tags = (0..n_tags).map(|_| {
            Some(Tag {
                upos: Upos::of_name(bytes.text()?)?,
                xpos: bytes.text()?,
            })
        });
        let tags = tags.collect::<Option<_>>()?;
        let n_relations = bytes.u32()?;
        let relations = (0..n_relations)
            .map(|_| bytes.text())
            .collect::<Option<_>>()?;
        Some(Self {
            tags,
            relations,
            tagger: Tagger::read(bytes)?,
            feats: Feats::read(bytes)?,
            lemmas: Lemmas::read(bytes)?,
            inputs: Index::read(bytes)?,
            network: Network::read(bytes)?,
            memory: Memory::default(),
        })
    }
}
