//! A mention as part of its event.

use jiff::civil::Date;

use crate::model::{Article, Mention};

/// A mention with what counts when mentions are weighed against each other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Member<'a> {
    pub(super) mention: &'a Mention,
    pub(super) article: &'a Article,
    /// The number of its independent origin within the event.
    pub(super) origin: usize,
    /// Last day on which the article can have appeared.
    pub(super) published: Option<Date>,
}
