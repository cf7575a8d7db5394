//! The card beside the model: what it was made of, how, and how good it is.

use std::fmt::Write as _;

use dateline::text::grammar::Word;
use dateline::text::grammar::model::Model;

use crate::data::{Inventory, Part, Sentence};

const HEAD: &str = "\
# Grammar model for English

`grammar.bin` holds word classes, forms, base forms and dependency trees of English in the terms of
Universal Dependencies. `cargo run --release --example train` makes it; do not edit it.

## Sources and licences

The model is derived from two treebanks, and is not under the licence of the program:

- **UD English EWT** (English Web Treebank), by Natalia Silveira, Timothy Dozat, Christopher Manning,
  Sebastian Schuster, Ethan Chi, John Bauer, Miriam Connor, Marie-Catherine de Marneffe, Nathan Schneider,
  Sam Bowman, Hanzhi Zhu, Daniel Galbraith and others. Licence: CC BY-SA 4.0.
  <https://github.com/UniversalDependencies/UD_English-EWT>
- **UD English GUM** (Georgetown University Multilayer corpus), by Amir Zeldes and the GUM team; only
  documents whose texts are CC BY or in the public domain. Licence of the annotations: CC BY 4.0.
  <https://github.com/UniversalDependencies/UD_English-GUM>

`grammar.bin` is shared under CC BY-SA 4.0 (<https://creativecommons.org/licenses/by-sa/4.0/>). Whoever passes
it on, alone or in the program, keeps this card or the same attribution with it. Changes to the sources:
words, classes and trees were counted and turned into weights; no text of them is in the file.
";

/// Writes the card of `model`, made on `date` with `command`.
pub(crate) fn card(
    model: &Model,
    n_bytes: usize,
    train: &[Part],
    dev: &[Part],
    names: &Inventory,
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
        let scores = scores(model, &part.sentences, names).map(|score| format!("{score:.2}"));
        line(
            &mut card,
            format_args!("| {} | {} |", part.name, scores.join(" | ")),
        );
    }
    line(
        &mut card,
        format_args!("\n## Making\n\n- date: {date}\n- size: {n_bytes} bytes"),
    );
    card.push_str("- seeds: 1 (tagger), 7 (network); the same data give the same bytes\n");
    card.push_str(
        "- command: `cargo run --release --example train -- DATA_DIR assets/models/en DATE`\n",
    );
    card
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
