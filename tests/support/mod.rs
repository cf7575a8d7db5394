//! What window tests share: a state made by hand, a harness of panels, a painter without GPU.

pub(crate) mod bench;
pub(crate) mod soft;
pub(crate) mod story;
