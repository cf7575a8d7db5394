//! Trains the models of grammar and names from treebanks, and writes them with a card that says what they
//! are.
//!
//! `cargo run --release --example train -- DATA_DIR MODEL_DIR DATE [names]`, where `DATA_DIR` holds
//! `NAME-train.conllu.gz` and `NAME-dev.conllu.gz`. With `names`, the grammar model in `MODEL_DIR` stays,
//! and only the model for names is made anew.
#![expect(clippy::print_stderr, reason = "an example tells how far it is")]

#[path = "train/card.rs"]
mod card;
#[path = "train/data.rs"]
mod data;
#[path = "train/lemmas.rs"]
mod lemmas;
#[path = "train/names/mod.rs"]
mod names;
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
use dateline::text::grammar::memory::Memory;
use dateline::text::grammar::model::{Model, Tag};
use dateline::text::grammar::names::model::NameModel;

use card::Judged;
use data::{Inventory, Sentence};

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (data_dir, model_dir, date, keeps_grammar) = match args.as_slice() {
        [data_dir, model_dir, date] => (data_dir, model_dir, date, false),
        [data_dir, model_dir, date, names] if names == "names" => {
            (data_dir, model_dir, date, true)
        }
        _ => bail!("usage: train DATA_DIR MODEL_DIR DATE [names]"),
    };
    let (data_dir, model_dir) = (Path::new(data_dir), Path::new(model_dir));
    let mut inventory = Inventory::default();
    let train = inventory.read_parts(data_dir, "-train")?;
    let sentences: Vec<&Sentence> = train.iter().flat_map(|part| &part.sentences).collect();
    eprintln!("{} sentences; tagging them unseen", sentences.len());
    let tags = tags::tag_unseen(&sentences, &inventory.tags.names);
    let classes = classes(&inventory)?;

    eprintln!("names");
    let class_of = |number| {
        let tag: &Tag = &classes[usize::from(number)];
        (tag.upos, tag.xpos)
    };
    let name_bytes = names::train(&train, &tags, class_of).write();
    fs::create_dir_all(model_dir)?;
    fs::write(model_dir.join("names.bin"), &name_bytes)?;
    let path = model_dir.join("grammar.bin");
    if !keeps_grammar {
        fs::write(&path, learn(&sentences, &tags, &inventory, classes).write())?;
    }

    // What was written is judged: its numbers are rounded.
    let bytes = fs::read(&path)?;
    let judged = Judged {
        n_bytes: [bytes.len(), name_bytes.len()],
        model: Model::read(bytes.leak()).context("the model cannot be read again")?,
        names: NameModel::read(&name_bytes).context("the names cannot be read again")?,
    };
    let dev = inventory.read_parts(data_dir, "-dev")?;
    let card = card::card(&judged, &train, &dev, &inventory, date);
    fs::write(model_dir.join("README.md"), card)?;
    Ok(())
}

/// Trains all parts of the grammar model; `seen` are the classes that the network shall learn from.
fn learn(
    sentences: &[&Sentence],
    seen: &[Vec<u16>],
    inventory: &Inventory,
    tags: Vec<Tag>,
) -> Model {
    let tag_names = &inventory.tags.names;
    let is_name: Vec<bool> = tag_names
        .iter()
        .map(|name| name.starts_with("PROPN"))
        .collect();
    let inputs = parser::Inputs::new(sentences, seen);
    let sizes = (inventory.deprels.names.len(), tag_names.len());
    let report = |epoch, loss| eprintln!("epoch {epoch}: mean loss {loss:.4}");
    let network = parser::train(sentences, seen, &inputs, sizes, report);
    eprintln!("classes and base forms");
    Model {
        tags,
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
        memory: Memory::default(),
    }
}

fn classes(inventory: &Inventory) -> Result<Vec<Tag>> {
    inventory.tags.names.iter().map(|name| tag(name)).collect()
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
