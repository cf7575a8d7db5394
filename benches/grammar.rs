//! How fast a text becomes words, and words become a tree.

mod news;

use dateline::text::{self, grammar};
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};

fn main() {
    divan::main();
}

/// The first sentences of the news as words for the model.
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
    let news = news::news(2_000_000);
    bencher
        .counter(BytesCount::of_str(&news))
        .bench(|| text::split(&news, &[]));
}

#[divan::bench]
fn words_of_the_model(bencher: Bencher<'_, '_>) {
    let news = news::news(2_000_000);
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
    let news = news::news(2_000_000);
    let sentences = sentences(&news);
    bencher.counter(n_words(&sentences)).bench(|| {
        let tagged = sentences.iter().map(|forms| grammar::tag(forms).len());
        tagged.sum::<usize>()
    });
}

#[divan::bench]
fn parse(bencher: Bencher<'_, '_>) {
    let news = news::news(2_000_000);
    let sentences = sentences(&news);
    bencher.counter(n_words(&sentences)).bench(|| {
        let parsed = sentences.iter().map(|forms| grammar::parse(forms).len());
        parsed.sum::<usize>()
    });
}
