//! Text becomes words whatever it is: nothing panics, nothing is lost, nothing takes long.

use dateline::text::{self, grammar};

/// Texts that nobody would call an article.
fn hostile_texts() -> Vec<(&'static str, String)> {
    vec![
        ("no spaces", "abcdefghij".repeat(20_000)),
        ("no stop", "word and word ".repeat(75_000)),
        ("only stops", ".".repeat(200_000)),
        ("stops apart", ". ".repeat(100_000)),
        ("brackets", "([{".repeat(60_000)),
        ("quotes", "\"'“‘".repeat(40_000)),
        ("rulers", "____ ***** ===== ".repeat(12_000)),
        ("hyphens", "a-b-c-".repeat(40_000)),
        ("digits", "1.2.3/4:5-".repeat(20_000)),
        ("addresses", "a@b.c://www.".repeat(20_000)),
        ("capitals", "The In This ".repeat(20_000)),
        (
            "controls",
            "\u{0}\u{7}\u{1b}a\u{200b}\u{feff}\r\t\u{85}".repeat(20_000),
        ),
        ("emoji", "👩‍👩‍👧‍👦🇫🇷 ok 👍🏽. ".repeat(8_000)),
        ("scripts", "Да. نعم، 是的。हाँ। Ναι; はい。".repeat(5_000)),
        ("marks", "e\u{301}\u{302}\u{303}".repeat(30_000)),
        ("line breaks", "a\n".repeat(100_000)),
        ("initials", "A.B.C.".repeat(30_000)),
        ("apostrophes", "don't'n't's".repeat(20_000)),
    ]
}

#[test]
fn hostile_text_is_cut_without_loss() {
    for (name, text) in hostile_texts() {
        let document = text::split(&text, &[]);
        let mut end = 0;
        for sentence in &document.sentences {
            assert!(sentence.span.len() <= 2_100, "{name}: a long sentence");
            let forms = grammar::forms(&text, sentence);
            for span in forms.iter().map(|form| form.span) {
                let between = text.get(end..span.start).expect(name);
                assert!(
                    between.chars().all(char::is_whitespace),
                    "{name}: {between:?} is lost"
                );
                assert!(span.start < span.end, "{name}: an empty word");
                end = span.end;
            }
        }
        let rest = text.get(end..).expect(name);
        assert!(rest.trim().is_empty(), "{name}: {rest:?} is lost");
    }
}

/// If reading were quadratic, this test would take hours.
#[test]
fn endless_text_ends() {
    for piece in [
        "a", "word ", "é", "a-", "1.", "'", "“", ":)", "=====  ", "A@b.",
    ] {
        let text = piece.repeat(200_000 / piece.len());
        let document = text::split(&text, &[]);
        let n_forms: usize = document
            .sentences
            .iter()
            .map(|sentence| grammar::forms(&text, sentence).len())
            .sum();
        assert!(n_forms > 0, "{piece}");
    }
}
