//! Counts as readers see them.

use std::sync::LazyLock;

use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::locale;

/// From here on a narrow place shows thousands.
const MANY: usize = 10_000;

/// `1,000,000`: the window speaks English.
pub(super) fn grouped(n: usize) -> String {
    static FORMATTER: LazyLock<Option<DecimalFormatter>> = LazyLock::new(|| {
        DecimalFormatter::try_new(locale!("en").into(), DecimalFormatterOptions::default()).ok()
    });
    match &*FORMATTER {
        Some(formatter) => formatter.format(&Decimal::from(n)).to_string(),
        None => n.to_string(),
    }
}

/// `1 event`, `8 events`.
pub(super) fn counted(n: usize, noun: &str) -> String {
    match n {
        1 => format!("1 {noun}"),
        n => format!("{} {noun}s", grouped(n)),
    }
}

/// `77k` for narrow places; small counts as they are.
pub(super) fn short(n: usize) -> String {
    match n {
        0..MANY => n.to_string(),
        MANY..1_000_000 => format!("{}k", n / 1_000),
        _ => format!("{}.{}M", n / 1_000_000, n / 100_000 % 10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_counts_can_be_read() {
        for (n, in_full, in_short) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (9_999, "9,999", "9999"),
            (10_000, "10,000", "10k"),
            (77_155, "77,155", "77k"),
            (999_999, "999,999", "999k"),
            (1_250_000, "1,250,000", "1.2M"),
        ] {
            assert_eq!(grouped(n), in_full);
            assert_eq!(short(n), in_short);
        }
    }
}
