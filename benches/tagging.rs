//! How fast texts are cut into sentences and their time expressions tagged.

mod news;

use dateline::{text, time};
use divan::Bencher;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

#[divan::bench]
fn analyse(bencher: Bencher<'_, '_>) {
    let news = news::news(200_000);
    bencher
        .counter(BytesCount::of_str(&news))
        .bench(|| text::analyse(&news, &[]));
}

#[divan::bench]
fn tag(bencher: Bencher<'_, '_>) {
    let news = news::news(200_000);
    let document = text::analyse(&news, &[]);
    let published = Some(jiff::civil::date(2026, 2, 3));
    bencher
        .counter(BytesCount::of_str(&news))
        .bench(|| time::tag(&news, &document, published));
}

/// About 10 MB of the articles that come with the program.
fn samples() -> String {
    let articles = dateline::session::sample::articles();
    let one: String = articles.iter().map(|article| &*article.text).collect();
    one.repeat(10_000_000 / one.len() + 1)
}

/// Sentences and words included, and verbs where a date needs them.
#[divan::bench(sample_count = 5)]
fn split_and_tag_samples(bencher: Bencher<'_, '_>) {
    let samples = samples();
    let published = Some(jiff::civil::date(2026, 2, 3));
    bencher
        .counter(BytesCount::of_str(&samples))
        .bench_local(|| time::tag(&samples, &text::split(&samples, &[]), published));
}

#[divan::bench(sample_count = 5)]
fn tag_samples(bencher: Bencher<'_, '_>) {
    let samples = samples();
    let document = text::analyse(&samples, &[]);
    let published = Some(jiff::civil::date(2026, 2, 3));
    bencher
        .counter(BytesCount::of_str(&samples))
        .bench_local(|| time::tag(&samples, &document, published));
}

/// Text made to keep a tagger busy; none of it may be slower than a small part of news.
#[divan::bench(args = ["7", "1999-2001-", "from 5 to 6 to ", "the last week of the last week of ", "a day after "])]
fn hostile(bencher: Bencher<'_, '_>, piece: &str) {
    let hostile = piece.repeat(1_000_000 / piece.len());
    bencher
        .counter(BytesCount::of_str(&hostile))
        .bench(|| time::tag(&hostile, &text::analyse(&hostile, &[]), None));
}
