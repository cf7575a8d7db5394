//! What a reader types as a date, understood.

use crate::model::When;

/// The date that `words` name: a plain form (`2026-02-06`, `2026-02`, `2026-02-01/2026-02-03`) or
/// words (`6 February 2026`). None if they name none, or one that counts from another day.
pub fn understand_date(words: &str) -> Option<When> {
    When::from_edtf(words.trim())
}
