//! Dateline finds the dated events in news articles and draws them on a timeline in which every
//! mark can be traced to the sentences it rests on. The modules stand in reading order; each uses
//! only those above it (see ARCHITECTURE.md and `tests/architecture.rs`).

pub mod model;

pub mod ingest;
pub mod text;
pub mod time;

pub mod event;
pub mod story;

pub mod curate;
pub mod layout;
pub mod session;

pub mod scene;

pub mod export;

pub mod cli;

#[cfg(feature = "gui")]
pub mod ui;

#[cfg(feature = "gui")]
pub mod app;
