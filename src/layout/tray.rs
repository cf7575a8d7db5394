//! The tray of undated events, each with the words that would date it.

use super::chips::{more_label, undated_chip};
use super::request::{CHIP_PX, EDGE_PX, HEAD_PX};
use super::{Chip, Index, Label, More, Rect, Request, Tray};
use crate::model::{Article, Event};

/// Height of a row of chips, and of the tray without its rows.
const TRAY_ROW_PX: f32 = 28.0;
const TRAY_PX: f32 = 6.0;
/// The widest chip.
const MAX_CHIP_PX: f32 = 340.0;
/// Rows in the window and in an export.
const MAX_ROWS: usize = 2;
const MAX_ROWS_GROWN: usize = 12;
/// Rows in a window where no event has a date, if it is tall.
const MAX_ROWS_ALONE: usize = 6;
const ROOMY_PX: f32 = 400.0;
/// So many of those that do not fit can be listed.
const MAX_IDS: usize = 100;
/// Room kept for the count of what does not fit.
const MORE_PX: f32 = 64.0;

/// The tray with its top at 0; none if every event has a date.
pub(super) fn tray(index: &Index, request: &Request<'_>) -> Option<Tray> {
    if index.undated.is_empty() {
        return None;
    }
    let (left, right) = (HEAD_PX, request.width_px - EDGE_PX);
    let max_rows = if request.grows {
        MAX_ROWS_GROWN
    } else if index.lanes.is_empty() && ROOMY_PX < request.height_px {
        MAX_ROWS_ALONE
    } else {
        MAX_ROWS
    };
    let undated = index.undated.iter();
    let events = undated.filter_map(|at| request.events.get(*at as usize));
    let n_events = index.undated.len();
    let (mut x, mut row) = (left, 0);
    let mut chips: Vec<Chip> = Vec::new();
    for (at, event) in events.enumerate() {
        let room = MAX_CHIP_PX.min(right - left - MORE_PX);
        let words = words(event, request.articles);
        let Some(chip) = undated_chip(event, (&event.title, &words), request, room) else {
            break;
        };
        let is_last = at + 1 == n_events;
        let end = |row| {
            if row + 1 < max_rows || is_last {
                right
            } else {
                right - MORE_PX
            }
        };
        if end(row) < x + chip.bounds.width && x > left {
            (x, row) = (left, row + 1);
        }
        if row >= max_rows || end(row) < x + chip.bounds.width {
            row = row.min(max_rows - 1);
            break;
        }
        let width = chip.bounds.width;
        chips.push(chip.shifted(x, row_y(row)));
        x += width + EDGE_PX * 2.0;
    }
    let more = more(index, &chips, request);
    let height = TRAY_PX + TRAY_ROW_PX * (row + 1) as f32;
    Some(Tray {
        bounds: Rect::new(0.0, 0.0, request.width_px, height),
        chips,
        more,
    })
}

fn row_y(row: usize) -> f32 {
    TRAY_PX + CHIP_PX / 2.0 + TRAY_ROW_PX * row as f32
}

fn more(index: &Index, chips: &[Chip], request: &Request<'_>) -> Option<More> {
    let rest = index
        .undated
        .get(chips.len()..)
        .filter(|rest| !rest.is_empty())?;
    let (label, bounds) = more_label(rest.len(), request.measure);
    let (x, y) = chips.last().map_or((HEAD_PX, row_y(0)), |chip| {
        (chip.bounds.right() + EDGE_PX * 2.0, chip.bounds.center_y())
    });
    let events = rest.iter().take(MAX_IDS);
    let events = events.filter_map(|at| request.events.get(*at as usize));
    Some(More {
        events: events.map(|event| event.id.clone()).collect(),
        count: rest.len(),
        window: None,
        label: Label {
            x: label.x + x,
            baseline: label.baseline + y,
            ..label
        },
        bounds: bounds.shifted(x, y),
    })
}

/// The words that would date it: ` · as early as Friday`.
fn words(event: &Event, articles: &[Article]) -> String {
    let timex = event.mentions.iter().find_map(|mention| {
        let at = articles.binary_search_by_key(&mention.article, |article| article.id);
        let article = at.ok().and_then(|at| articles.get(at));
        let article = article.or_else(|| articles.iter().find(|a| a.id == mention.article))?;
        let words = mention.timex?.of(&article.text).trim();
        (!words.is_empty()).then(|| words.replace(['\n', '\t'], " "))
    });
    timex.map_or_else(String::new, |timex| format!(" · {timex}"))
}

impl Tray {
    /// Moved down.
    #[must_use]
    pub(super) fn shifted(self, dy: f32) -> Self {
        let chips = self.chips.into_iter().map(|chip| chip.shifted(0.0, dy));
        let more = self.more.map(|more| more.shifted(dy));
        Self {
            bounds: self.bounds.shifted(0.0, dy),
            chips: chips.collect(),
            more,
        }
    }
}
