//! An event's mark with its label, count, claims and note number.

use jiff::civil::Date;

use super::chips::number_px;
use super::flags::as_of_x;
use super::lane::Placed;
use super::pack::{Block, Place};
use super::request::{BASELINE_PX, EDGE_PX, GAP_PX, LABEL_PX, SMALL_PX, TINY_PX};
use super::{
    Ghost, Item, Label, Mark, Measure, Rect, Request, Side, Stand, TimeWindow, Weight, ghost,
    label,
};
use crate::model::{Aspect, Event, LAPSED_WORDS, Status, When};

/// Between the count of origins and its mark.
const ORIGINS_GAP_PX: f32 = 8.0;
/// A bar that leaves less than that at both sides carries its label.
const MIN_BESIDE_PX: f32 = 100.0;
/// From the middle of a row to the baseline of the claims under a label.
const CLAIMS_PX: f32 = 20.0;
/// Between a mark and the ring around it.
const RING_PX: f32 = 4.5;
/// Whiskers for at most so many claims.
const MAX_WHISKERS: usize = 3;

/// What an event takes up in a row.
pub(super) fn block(event: &Event, mark: &Mark, request: &Request<'_>, plot: Rect) -> Block {
    let (left, right, _) = with_origins(event, mark, request.measure, plot);
    let ghosts = ghosts_of(event, mark, request, plot);
    let (first, last) = ghost::extent(mark, &ghosts);
    let (left, right) = (left.min(first), right.max(last));
    let number = request.numbers.and_then(|all| all.get(&event.id)).copied();
    let words = &event.title;
    let words_px = request.measure.width_px(words, LABEL_PX, Weight::Semibold);
    let number_px = number_px(number, request.measure);
    let is_filled = matches!(event.status, Status::Happened | Status::Ongoing);
    let core = match mark {
        Mark::Bar(bar) if is_filled => bar.core(),
        _ => None,
    };
    let mut block = Block {
        left,
        right,
        core,
        plate_x: None,
        words: words.clone(),
        words_px,
        number_px,
        prefers_left: false,
    };
    if let Mark::Bar(bar) = mark {
        let room = block.room((plot.x, request.words_end(plot))).1;
        let fills_plot = room < words_px.min(MIN_BESIDE_PX) && room < bar.right() - bar.left();
        block.plate_x = fills_plot.then(|| bar.left() + GAP_PX);
    }
    shorten_to_plot(&mut block, request, plot);
    let end = right + block.words_px;
    let as_of = as_of_x(request, plot);
    block.prefers_left = as_of.is_some_and(|x| mark.right() <= x + 1.0 && x < end);
    block
}

/// Words that fit on neither side, even in an empty row, are shortened to the larger side.
fn shorten_to_plot(block: &mut Block, request: &Request<'_>, plot: Rect) {
    let room = match block.plate_x {
        Some(x) => block.right.min(plot.right()) - x - block.number_px - GAP_PX,
        None => block.room((plot.x, request.words_end(plot))).1,
    };
    let fits_inside = block
        .core
        .is_some_and(|(from, to)| block.words_px + 24.0 < to - from);
    if fits_inside || block.words_px <= room {
        return;
    }
    let measure = request.measure;
    let words = label::shorten(&block.words, room, LABEL_PX, Weight::Semibold, measure);
    block.words = words.unwrap_or_default();
    if block.words.is_empty() {
        block.plate_x = None;
    }
    block.words_px = measure.width_px(&block.words, LABEL_PX, Weight::Semibold);
}

/// Left and right edge of the mark with its count of origins, and the count's left edge.
fn with_origins(
    event: &Event,
    mark: &Mark,
    measure: &dyn Measure,
    plot: Rect,
) -> (f32, f32, f32) {
    let (left, right) = (mark.left(), mark.right());
    if event.origins < 2 {
        return (left, right, left);
    }
    let count = event.origins.to_string();
    let width = measure.width_px(&count, TINY_PX, Weight::Semibold);
    let before = left - ORIGINS_GAP_PX - width;
    if plot.x <= before {
        (before, right, before)
    } else {
        let after = right + ORIGINS_GAP_PX;
        (left, after + width, after)
    }
}

/// The ghosts of an event, with ties that end before the count of origins.
fn ghosts_of(event: &Event, mark: &Mark, request: &Request<'_>, plot: Rect) -> Vec<Ghost> {
    if event.earlier.is_empty() || request.as_of.is_none() {
        return Vec::new();
    }
    let mut ghosts = ghost::ghosts(event, mark, request, plot);
    let (left, right, _) = with_origins(event, mark, request.measure, plot);
    let (first, last) = ghost::extent(mark, &ghosts);
    let ends = (left.min(first), right.max(last));
    let words_px = (request.measure).width_px(&event.title, LABEL_PX, Weight::Semibold);
    let number = request.numbers.and_then(|all| all.get(&event.id)).copied();
    let number_px = number_px(number, request.measure);
    if !ghost::leave_room(ends, words_px, number_px, request, plot) {
        return Vec::new();
    }
    for Ghost { tie, .. } in &mut ghosts {
        if tie.0 < tie.1 && left < mark.left() {
            tie.1 = (left - EDGE_PX).max(tie.0);
        } else if tie.1 < tie.0 && mark.right() < right {
            tie.1 = (right + EDGE_PX).min(tie.0);
        }
    }
    ghosts
}

fn stand(event: &Event, as_of: Option<Date>) -> Stand {
    let first = event.when.as_ref().and_then(When::earliest);
    match as_of {
        Some(day) if event.is_lapsed(day) => Stand::Lapsed,
        Some(day) if first.is_some_and(|first| day < first) => Stand::Later,
        _ => Stand::Plain,
    }
}

/// The item of a packed event in the row around `y`.
pub(super) fn item(
    event: &Event,
    placed: &Placed<'_>,
    y: f32,
    request: &Request<'_>,
    plot: Rect,
    free_below: &dyn Fn(f32, f32) -> bool,
) -> Item {
    let (_, _, origins_x) = with_origins(event, &placed.mark, request.measure, plot);
    let place = &placed.place;
    let selected = request.selected == Some(&event.id);
    let label = title(place, y, selected, request.measure);
    let half = placed.mark.half_px().max(9.0) + 2.0;
    let claims = selected.then(|| claims(event, &label, place.side, request, plot));
    let claims = claims.flatten();
    let whiskers = if selected {
        whiskers(event, request.window, plot)
    } else {
        Vec::new()
    };
    let is_free = |label: &Label| {
        let (left, right) = (label.x, label.x + label.width_px);
        let beside = |(from, to): &(f32, f32)| *to + EDGE_PX < left || right + EDGE_PX < *from;
        whiskers.iter().all(beside) && free_below(left, right)
    };
    Item {
        event: event.id.clone(),
        name: accessible_name(event, request.as_of),
        kind: event.kind,
        status: event.status,
        y,
        bounds: Rect::between(place.extent.0, y - half, place.extent.1, y + half),
        side: place.side,
        origins: event.origins,
        origins_x,
        number: request.numbers.and_then(|all| all.get(&event.id)).copied(),
        conflict: !event.conflicts.is_empty(),
        also_in: Vec::new(),
        selected,
        ring: request
            .is_selected(&event.id)
            .then(|| ring(&placed.mark, y)),
        stand: stand(event, request.as_of),
        ghosts: ghosts_of(event, &placed.mark, request, plot),
        claims: claims.filter(|label| is_free(label)),
        whiskers,
        mark: placed.mark.clone(),
        label,
    }
}

/// The outline around the mark of a selected event.
fn ring(mark: &Mark, y: f32) -> Rect {
    let half = mark.half_px();
    Rect::between(mark.left(), y - half, mark.right(), y + half).grown(RING_PX)
}

/// The title. Its place is wide enough for the heavier face, so that selecting moves nothing; a
/// label left of its mark ends at the mark in either face.
fn title(place: &Place, y: f32, selected: bool, measure: &dyn Measure) -> Label {
    let is_bold = selected || place.side == Side::Inside;
    let weight = if is_bold {
        Weight::Semibold
    } else {
        Weight::Regular
    };
    let width_px = measure.width_px(&place.words, LABEL_PX, weight);
    let spare = match place.side {
        Side::Left => place.words_px - width_px,
        _ => 0.0,
    };
    Label {
        words: place.words.clone(),
        x: place.x + spare,
        baseline: y + BASELINE_PX,
        width_px,
    }
}

/// What the sources claim, under the title: `Rome or Geneva`.
fn claims(
    event: &Event,
    title: &Label,
    side: Side,
    request: &Request<'_>,
    plot: Rect,
) -> Option<Label> {
    if matches!(side, Side::Inside | Side::Plate) {
        return None;
    }
    let conflict = event.conflicts.first()?;
    let values: Vec<&str> = conflict
        .claims
        .iter()
        .map(|claim| claim.value.as_str())
        .collect();
    let words = values.join(" or ");
    let room = match side {
        Side::Left => title.x + title.width_px - plot.x,
        _ => request.words_end(plot) - title.x,
    };
    let words = label::shorten(&words, room, SMALL_PX, Weight::Regular, request.measure)?;
    let width_px = request.measure.width_px(&words, SMALL_PX, Weight::Regular);
    let x = match side {
        Side::Left => title.x + title.width_px - width_px,
        _ => title.x,
    };
    Some(Label {
        words,
        x,
        baseline: title.baseline - BASELINE_PX + CLAIMS_PX,
        width_px,
    })
}

/// The stretch that each claimed date covers.
fn whiskers(event: &Event, window: TimeWindow, plot: Rect) -> Vec<(f32, f32)> {
    let conflicts = event.conflicts.iter();
    let dates = conflicts
        .filter(|conflict| conflict.about == Aspect::When)
        .flat_map(|conflict| &conflict.claims)
        .filter_map(|claim| super::entry::stretch(claim.when.as_ref()?));
    let x = |days: f64| plot.x + window.x_from_days(days, plot.width) as f32;
    dates
        .map(|(first, last)| (x(first).max(plot.x), x(last).min(plot.right())))
        .filter(|(from, to)| from < to)
        .take(MAX_WHISKERS)
        .collect()
}

/// `US–Iran talks, planned, Friday 6 February 2026`, and if that day is past by the as-of day, that
/// no report tells of them.
pub(super) fn accessible_name(event: &Event, as_of: Option<Date>) -> String {
    let status = event.status.name().to_lowercase();
    let when = event.when.as_ref().map(When::in_words);
    let when = when.unwrap_or_else(|| "undated".to_owned());
    let name = format!("{}, {status}, {when}", event.title);
    if as_of.is_some_and(|day| event.is_lapsed(day)) {
        return format!("{name}, {LAPSED_WORDS}");
    }
    name
}
