//! Where everything stands: time window, ticks, lanes, rows, labels. Knows no colour.

mod lane_by;
mod measure;
mod window;

pub use lane_by::LaneBy;
pub use measure::{Measure, Weight};
pub use window::TimeWindow;
