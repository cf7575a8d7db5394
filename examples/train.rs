//! Trains the grammar model from treebanks, and writes it with a card that says what it is.
//!
//! `cargo run --release --example train -- DATA_DIR MODEL_DIR DATE`, where `DATA_DIR` holds
//! `NAME-train.conllu.gz` and `NAME-dev.conllu.gz`.
#![expect(clippy::print_stderr, reason = "an example tells how far it is")]

#[path = "train/card.rs"]
mod card;
#[path = "train/data.rs"]
mod data;
#[path = "train/lemmas.rs"]
mod lemmas;
#[path = "train/net/mod.rs"]
mod net;
#[path = "train/parser.rs"]
mod parser;
#[path = "train/perceptron.rs"]
mod perceptron;
#[path = "train/random.rs"]
mod random;
#[path = "train/tags.rs"]
mod tags;

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use dateline::text::grammar::Upos;
use dateline::text::grammar::model::{Model, Tag};

use data::{Inventory, Sentence};

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [data_dir, model_dir, date] = args.as_slice() else {
        bail!("usage: train DATA_DIR MODEL_DIR DATE");
    };
    let data_dir = Path::new(data_dir);
    let mut inventory = Inventory::default();
    let train = inventory.read_parts(data_dir, "-train")?;
    let sentences: Vec<&Sentence> = train.iter().flat_map(|part| &part.sentences).collect();
    let model = learn(&sentences, &inventory)?;
    let bytes = model.write();

    let dev = inventory.read_parts(data_dir, "-dev")?;
    // What was written is judged: its numbers are rounded.
    let written =
        Model::read(bytes.clone().leak()).context("the model cannot be read again")?;
    let card = card::card(&written, bytes.len(), &train, &dev, &inventory, date);
    let model_dir = Path::new(model_dir);
    fs::create_dir_all(model_dir)?;
    fs::write(model_dir.join("grammar.bin"), bytes)?;
    fs::write(model_dir.join("README.md"), card)?;
    Ok(())
}

/// Trains all parts of the model.
fn learn(sentences: &[&Sentence], inventory: &Inventory) -> Result<Model> {
    let tag_names = &inventory.tags.names;
    let is_name: Vec<bool> = tag_names
        .iter()
        .map(|name| name.starts_with("PROPN"))
        .collect();
    eprintln!("{} sentences; tagging them unseen", sentences.len());
    let tags = tags::tag_unseen(sentences, tag_names);
    let inputs = parser::Inputs::new(sentences, &tags);
    let sizes = (inventory.deprels.names.len(), tag_names.len());
    let report = |epoch, loss| eprintln!("epoch {epoch}: mean loss {loss:.4}");
    let network = parser::train(sentences, &tags, &inputs, sizes, report);
    eprintln!("classes and base forms");
    Ok(Model {
        tags: tag_names
            .iter()
            .map(|name| tag(name))
            .collect::<Result<_>>()?,
        relations: inventory
            .deprels
            .names
            .iter()
            .map(|name| lasting(name))
            .collect(),
        tagger: tags::train(sentences, tag_names),
        feats: lemmas::forms(
            sentences,
            &inventory
                .feats
                .names
                .iter()
                .map(|name| lasting(name))
                .collect::<Vec<_>>(),
        ),
        lemmas: lemmas::train(sentences, &is_name),
        inputs: inputs.index(),
        network: net::export::export(&network),
    })
}

fn tag(name: &str) -> Result<Tag> {
    let (upos, xpos) = name.split_once(' ').unwrap_or((name, "_"));
    Ok(Tag {
        upos: Upos::of_name(upos).with_context(|| format!("no word class: {upos}"))?,
        xpos: lasting(xpos),
    })
}

/// A name that stays until the program ends, as the names of the model do.
fn lasting(name: &str) -> &'static str {
    name.to_owned().leak()
}
