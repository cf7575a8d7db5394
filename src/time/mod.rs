//! Time expressions: rules as data, a matcher, a resolver; and the publication date.

mod answer;
mod calendar;
mod clock;
mod context;
mod day;
mod direction;
mod find;
mod holiday;
mod language;
mod lead;
mod length;
mod lex;
mod matcher;
mod nth;
mod number;
mod order;
mod pattern;
mod period;
mod publication;
mod publication_address;
mod publication_line;
mod publication_order;
mod publication_path;
mod publication_words;
mod publication_written;
mod range;
mod read;
mod relative;
mod rule;
mod signal;
mod slot;
mod table;
mod tag;
mod words;

pub use publication::{parse_day, publication};
pub use publication_line::date_lines;

pub use read::Reading;
pub use tag::{Anchor, read, resolve, tag};
