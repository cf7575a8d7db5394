//! How fast texts are cut into sentences and their time expressions tagged.

use dateline::{text, time};
use divan::Bencher;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

/// About 200 kB of news-like text, the same on every run.
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
    while all.len() < 200_000 {
        at = (at * 7 + 3) % 11;
        all.push_str(sentences[at % sentences.len()]);
        all.push_str(if at == 2 { "\n\n" } else { " " });
    }
    all
}

#[divan::bench]
fn analyse(bencher: Bencher<'_, '_>) {
    let news = news();
    bencher
        .counter(BytesCount::of_str(&news))
        .bench(|| text::analyse(&news, &[]));
}

#[divan::bench]
fn tag(bencher: Bencher<'_, '_>) {
    let news = news();
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
