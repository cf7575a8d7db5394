//! Tells a text whose language the program does not know.

use whatlang::Lang;

use crate::model::Span;

/// So many bytes tell the language of a text.
const ENOUGH_BYTES: usize = 4_000;
/// Fewer letters tell nothing.
const LEAST_LETTERS: usize = 80;
/// `whatlang` must be at least this sure.
const LEAST_CONFIDENCE: f64 = 0.9;
/// A text in which one of so many words is one of [`ENGLISH`] is taken for English with foreign names.
const WORDS_TO_ONE: usize = 25;
/// Small words that hardly an English sentence lacks.
static ENGLISH: &str = include_str!("../../assets/ingest/english.txt");

/// Message and hint for a text that is surely not English; `boilerplate` does not count.
pub(super) fn note(text: &str, boilerplate: &[Span]) -> Option<(String, &'static str)> {
    let body = body(text, boilerplate);
    let n_letters = body.chars().filter(|c| c.is_alphabetic()).count();
    if n_letters < LEAST_LETTERS || is_english(&body) {
        return None;
    }
    let found = whatlang::detect(&body)
        .filter(|found| found.is_reliable() && found.confidence() >= LEAST_CONFIDENCE)?;
    let hint = match found.lang() {
        Lang::Eng => return None,
        Lang::Deu => {
            "Dates are found in German too, events in English only: open a translation, or check \
             what was found."
        }
        _ => {
            "Dateline reads English: elsewhere it finds few dates and hardly any events. Open a \
             translation, or check what was found."
        }
    };
    let name = found.lang().eng_name();
    Some((format!("The article seems to be written in {name}."), hint))
}

fn is_english(body: &str) -> bool {
    let english: Vec<&str> = ENGLISH.split_whitespace().collect();
    let mut n_words = 0;
    let mut n_english = 0;
    for word in body.split(|c: char| !c.is_alphabetic()) {
        n_words += usize::from(!word.is_empty());
        n_english += usize::from(english.iter().any(|one| word.eq_ignore_ascii_case(one)));
    }
    n_english * WORDS_TO_ONE >= n_words
}

/// The first words of the article itself.
fn body(text: &str, boilerplate: &[Span]) -> String {
    let mut body = String::new();
    let ends = std::iter::once(0).chain(boilerplate.iter().map(|span| span.end));
    let starts = boilerplate
        .iter()
        .map(|span| span.start)
        .chain([text.len()]);
    for (start, end) in ends.zip(starts) {
        let part = text.get(start..end).unwrap_or("");
        let room = ENOUGH_BYTES.saturating_sub(body.len());
        body.push_str(part.get(..part.floor_char_boundary(room)).unwrap_or(part));
        body.push(' ');
    }
    body
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(text: &str) -> Option<String> {
        note(text, &[]).map(|(message, _)| message)
    }

    #[test]
    fn other_languages_are_named() {
        for (text, name) in [
            (
                "Le conseil municipal a décidé vendredi que le vieux pont restera fermé jusqu’au \
                 mois de mars, et que les travaux commenceront la semaine prochaine.",
                "French",
            ),
            (
                "Der Stadtrat hat am Freitag beschlossen, dass die alte Brücke bis zum März \
                 geschlossen bleibt und die Arbeiten in der nächsten Woche beginnen.",
                "German",
            ),
            (
                "El ayuntamiento decidió el viernes que el viejo puente seguirá cerrado hasta el \
                 mes de marzo y que las obras empezarán la semana próxima.",
                "Spanish",
            ),
            (
                "Городской совет решил в пятницу, что старый мост останется закрытым до марта, а \
                 работы начнутся на следующей неделе.",
                "Russian",
            ),
        ] {
            let expected = format!("The article seems to be written in {name}.");
            assert_eq!(language(text), Some(expected));
        }
    }

    #[test]
    fn english_and_scraps_are_not() {
        for text in [
            "The council decided on Friday that the old bridge stays closed until March, and that \
             work is to begin next week.",
            "Müller, Schäfer und Söhne of Düsseldorf and the Société Générale de Belgique told the \
             Frankfurter Allgemeine Zeitung that nothing was decided.",
            "Le pont est fermé.",
            "12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 12 34 56",
            "",
        ] {
            assert_eq!(language(text), None, "{text}");
        }
    }

    #[test]
    fn boilerplate_does_not_count() {
        let english = "The council decided on Friday that the bridge stays closed until March. \
                       The work is to begin in the week after that, and to last for months.";
        let advert =
            "Abonnez-vous à notre lettre et recevez chaque semaine les nouvelles. ".repeat(9);
        let text = format!("{advert}{english}");
        assert_eq!(note(&text, &[Span::new(0, advert.len())]), None);
    }
}
