//! What a reader types as a date, understood.

use crate::model::When;
use crate::time;

/// The date that `words` name: a plain form (`2026-02-06`, `2026-02`, `2026-02-01/2026-02-03`) or
/// words (`6 February 2026`). None if they name none, or one that counts from another day.
pub fn understand_date(words: &str) -> Option<When> {
    time::parse_day(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_readers_type_them() {
        for (words, expected) in [
            ("2026-02-06", Some("2026-02-06")),
            (" 6 February 2026 ", Some("2026-02-06")),
            ("Feb 6, 2026", Some("2026-02-06")),
            ("2026-02", Some("2026-02")),
            ("2026-02-01/2026-02-03", Some("2026-02-01/2026-02-03")),
            ("", None),
            ("31 February 2026", None),
            ("soon", None),
        ] {
            let edtf = understand_date(words).map(|when| when.to_edtf());
            assert_eq!(edtf.as_deref(), expected, "{words:?}");
        }
    }
}
