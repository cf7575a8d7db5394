//! News-like text, the same on every run.

/// So many bytes of it, about.
pub(crate) fn news(n_bytes: usize) -> String {
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
    while all.len() < n_bytes {
        at = (at * 7 + 3) % 11;
        all.push_str(sentences[at % sentences.len()]);
        all.push_str(if at == 2 { "\n\n" } else { " " });
    }
    all
}
