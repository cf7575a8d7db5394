//! Lists of words that are asked for every word of a text: hash tables that keep the order in which they
//! were filled, so that nothing depends on a hash.

use indexmap::{IndexMap, IndexSet};
use rustc_hash::FxBuildHasher;

/// A set of words.
pub type WordSet = IndexSet<String, FxBuildHasher>;

/// Values by word.
pub type WordMap<V> = IndexMap<String, V, FxBuildHasher>;
