//! What the reader corrects: a list of edits with a cursor. Derived data is computed from them
//! again; nothing here extracts or draws.

mod apply;
mod edit;

pub use apply::apply;
pub use edit::{Edit, EditLog};
