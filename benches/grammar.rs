//! How fast a text becomes words, and words become a tree.

use dateline::text::{self, grammar};
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};

fn main() {
    divan::main();
}

/// About 2 MB of news-like text, the same on every run.
fn news() -> String {
    let sentences = [
        "The council of Harwick said on Tuesday that the bridge could reopen as early as Friday.",
        "Work began in March 2024 and was to last two years, but the flood of 12 January stopped it.",
        "Ms. Okafor, who has led the firm since 1998, told reporters there was no other way.",
        "“We will meet again next week,” she said, “and not a day later than 5 May.”",
        "Prices rose 3.4 percent between April and June last year, the third quarter in a row.",
        "Nobody in the harbour remembers a storm like it, and few of the boats had been insured.",
    ];
    let mut all = String::new();
    let mut at = 0;
    while all.len() < 2_000_000 {
        at = (at * 7 + 3) % 11;
        all.push_str(sentences[at % sentences.len()]);
        all.push_str(if at == 2 { "\n\n" } else { " " });
    }
    all
}

/// The first sentences of [`news`] as words for the model.
fn sentences(news: &str) -> Vec<Vec<&str>> {
    let document = text::split(news, &[]);
    let first = document.sentences.iter().take(2_000);
    first
        .map(|sentence| {
            let forms = grammar::forms(news, sentence);
            forms.iter().map(|form| form.span.of(news)).collect()
        })
        .collect()
}

fn n_words(sentences: &[Vec<&str>]) -> ItemsCount {
    ItemsCount::new(sentences.iter().map(Vec::len).sum::<usize>())
}

#[divan::bench]
fn sentences_and_tokens(bencher: Bencher<'_, '_>) {
    let news = news();
    bencher
        .counter(BytesCount::of_str(&news))
        .bench(|| text::split(&news, &[]));
}

#[divan::bench]
fn words_of_the_model(bencher: Bencher<'_, '_>) {
    let news = news();
    let document = text::split(&news, &[]);
    bencher.counter(BytesCount::of_str(&news)).bench(|| {
        let sentences = document.sentences.iter();
        sentences
            .map(|sentence| grammar::forms(&news, sentence).len())
            .sum::<usize>()
    });
}

#[divan::bench]
fn classes_and_lemmas(bencher: Bencher<'_, '_>) {
    let news = news();
    let sentences = sentences(&news);
    bencher.counter(n_words(&sentences)).bench(|| {
        let tagged = sentences.iter().map(|forms| grammar::tag(forms).len());
        tagged.sum::<usize>()
    });
}

#[divan::bench]
fn parse(bencher: Bencher<'_, '_>) {
    let news = news();
    let sentences = sentences(&news);
    bencher.counter(n_words(&sentences)).bench(|| {
        let parsed = sentences.iter().map(|forms| grammar::parse(forms).len());
        parsed.sum::<usize>()
    });
}
