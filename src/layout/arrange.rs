//! From a request to the place of everything.

use jiff::civil::Date;

use crate::model::{ArticleId, Granularity, When};

use super::flags::poles;
use super::label::shorten_hard;
use super::lane::{HeldBefore, MAX_ROWS, MIN_ROWS, Packed};
use super::request::{
    AXIS_PX, BASELINE_PX, EDGE_PX, FIRST_ROW_PX, HEAD_PX, HEAD_TEXT_PX, LANE_PX, MAX_HEAD_PX,
    SMALL_PX,
};
use super::tray::tray;
use super::twins::tell_twins;
use super::{
    Axis, Held, Index, Label, Lane, LaneBy, Layout, Publication, Rect, Request, Weight, ticks,
};

/// Left of the plot where there are no lanes.
const NO_HEAD_PX: f32 = 16.0;
/// Triangles of publication dates nearer than this become one.
const TRIANGLE_PX: f32 = 9.0;

/// Lays a picture out.
pub fn arrange(request: &Request<'_>) -> Layout {
    let index = Index::new(request.events, request.articles, request.lanes);
    arrange_indexed(request, &index)
}

/// Lays a picture out with an index made before of the same events, articles and lanes.
pub fn arrange_indexed<'a>(request: &Request<'a>, index: &'a Index) -> Layout {
    let tray = tray(index, request);
    let tray_px = tray.as_ref().map_or(0.0, |tray| tray.bounds.height);
    let head_px = head_px(index, request);
    let width = (request.width_px - head_px).max(1.0);
    let least = (request.height_px - AXIS_PX - tray_px).max(1.0);
    let mut plot = Rect::new(head_px, AXIS_PX, width, least);
    let day_px = f64::from(plot.width) / request.window.width_days();
    let held = request.held.filter(|held| held.is_of(day_px, plot));
    let mut lanes = packed(index, request, plot);
    let max_rows = held.map_or_else(|| max_rows(&lanes, request, plot), |held| held.max_rows);
    for lane in &mut lanes {
        lane.settle(max_rows, held.is_some());
    }
    let content_px: f32 = lanes.iter().map(Packed::height_px).sum();
    if request.grows {
        plot.height = plot.height.max(content_px);
    }
    let scroll_px = if request.grows {
        0.0
    } else {
        request.scroll_px
    };
    let scroll_px = scroll_px.clamp(0.0, (content_px - plot.height).max(0.0));
    let selected = request
        .selected
        .and_then(|id| index.find(id, request.events));
    let held_plot = Rect::new(head_px, AXIS_PX, width, least);
    limit(&mut lanes, request, plot, (scroll_px, selected));
    let mut held: Vec<&Packed<'_>> = lanes.iter().collect();
    held.sort_by_key(|lane| lane.at);
    let held = Held::new(
        day_px,
        held_plot,
        max_rows,
        held.into_iter().map(Packed::held),
    );
    let publications = publications(request, plot);
    let (as_of, today) = poles(request, plot);
    // Where all events are undated, the days of the window mean nothing.
    let is_blank = tray.is_some() && index.lanes.is_empty() && publications.is_empty();
    Layout {
        width_px: request.width_px,
        height_px: plot.bottom() + tray_px,
        window: request.window,
        plot,
        content_px,
        scroll_px,
        selected_y: selected.and_then(|at| selected_y(&lanes, at, plot.y - scroll_px)),
        axis: if is_blank {
            Axis::default()
        } else {
            ticks(request, plot)
        },
        lanes: finish((lanes, index), request, plot, scroll_px),
        links: Vec::new(),
        publications,
        as_of,
        today,
        tray: tray.map(|tray| tray.shifted(plot.bottom())),
        held,
    }
}

fn packed<'a>(index: &'a Index, request: &Request<'a>, plot: Rect) -> Vec<Packed<'a>> {
    let n_lanes = index.lanes.len();
    let day_px = f64::from(plot.width) / request.window.width_days();
    let held = |at: usize| {
        let held = request.held?;
        Some(HeldBefore {
            lane: held.lane(at)?,
            fits: held.is_no_closer(day_px),
        })
    };
    let lanes = request.lane_set.sorted(&index.lanes).into_iter();
    let lanes = lanes.filter_map(|at| Some((at, index.lanes.get(at)?)));
    lanes
        .map(|(at, lane)| Packed::in_full((at, lane), held(at), request, (plot, n_lanes)))
        .collect()
}

/// Fills the lanes that have more than fits, as far as they are in sight or hold what is selected.
fn limit<'a>(
    lanes: &mut [Packed<'a>],
    request: &Request<'a>,
    plot: Rect,
    (scroll_px, selected): (f32, Option<usize>),
) {
    let mut top = plot.y - scroll_px;
    for lane in lanes {
        let bottom = top + lane.height_px();
        let is_seen = plot.y <= bottom && top <= plot.bottom();
        if is_seen || selected.is_some_and(|at| lane.holds(at, request)) {
            lane.limit(request, plot, selected);
        }
        top = bottom;
    }
}

/// Width of the lanes' heads: that of the longest name, within limits.
fn head_px(index: &Index, request: &Request<'_>) -> f32 {
    if request.lanes == LaneBy::None {
        return NO_HEAD_PX;
    }
    let names = index.lanes.iter().map(|lane| {
        let measure = request.measure;
        measure.width_px(&lane.name, SMALL_PX, Weight::Semibold)
    });
    let widest = names.max_by(f32::total_cmp).unwrap_or_default();
    let most = MAX_HEAD_PX.min(request.width_px / 4.0).max(HEAD_PX);
    (widest + HEAD_TEXT_PX + 3.0 * EDGE_PX).clamp(HEAD_PX, most)
}

/// The most rows a lane may have so that all lanes fit, but not fewer than [`MIN_ROWS`].
fn max_rows(lanes: &[Packed<'_>], request: &Request<'_>, plot: Rect) -> usize {
    if request.grows {
        return MAX_ROWS;
    }
    let height = |cap: usize| -> f32 { lanes.iter().map(|lane| lane.height_within(cap)).sum() };
    let fits = (1..=MAX_ROWS).rev().find(|cap| height(*cap) <= plot.height);
    fits.unwrap_or(1).max(MIN_ROWS)
}

/// The middle of the selected event's row when the first lane's top is at `top`.
fn selected_y(lanes: &[Packed<'_>], selected: usize, mut top: f32) -> Option<f32> {
    lanes.iter().find_map(|lane| {
        let y = lane.y_of(selected, top);
        top += lane.height_px();
        y
    })
}

fn finish(
    (lanes, index): (Vec<Packed<'_>>, &Index),
    request: &Request<'_>,
    plot: Rect,
    scroll_px: f32,
) -> Vec<Lane> {
    let mut top = plot.y - scroll_px;
    let mut finished = Vec::new();
    for packed in lanes {
        let height = packed.height_px();
        let bounds = Rect::new(0.0, top, request.width_px, height);
        top += height;
        if bounds.bottom() < plot.y || plot.bottom() < bounds.y {
            continue;
        }
        let name = head(&packed.lane.name, bounds, request, plot);
        let lane = packed.finish(request, plot, bounds);
        finished.push(Lane { name, ..lane });
    }
    tell_twins(&mut finished, index, request);
    finished
}

/// The lane's name; it stays in sight while any of the lane is.
fn head(name: &str, bounds: Rect, request: &Request<'_>, plot: Rect) -> Label {
    if name.is_empty() {
        return Label::default();
    }
    let measure = request.measure;
    let room = plot.x - HEAD_TEXT_PX - 2.0 * EDGE_PX;
    let words = shorten_hard(name, room, SMALL_PX, Weight::Semibold, measure);
    let lowest = bounds.bottom() - LANE_PX + FIRST_ROW_PX;
    let y = if bounds.height < LANE_PX {
        bounds.center_y()
    } else {
        (bounds.y.max(plot.y) + FIRST_ROW_PX).min(lowest)
    };
    Label {
        width_px: measure.width_px(&words, SMALL_PX, Weight::Semibold),
        words,
        x: HEAD_TEXT_PX,
        baseline: y + BASELINE_PX,
    }
}

fn publications(request: &Request<'_>, plot: Rect) -> Vec<Publication> {
    let dated = request.articles.iter().filter_map(|article| {
        let day = article.published.day()?;
        let noon = super::TimeWindow::days_from_date(day) + 0.5;
        let x = request.window.x_from_days(noon, plot.width);
        let is_seen = (0.0..=f64::from(plot.width)).contains(&x);
        is_seen.then_some((plot.x + x as f32, day, article.id))
    });
    let mut dated: Vec<(f32, Date, ArticleId)> = dated.collect();
    dated.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.2.cmp(&b.2)));
    let mut groups: Vec<Vec<(f32, Date, ArticleId)>> = Vec::new();
    for one in dated {
        match groups.last_mut() {
            Some(group) if group.first().is_some_and(|f| one.0 - f.0 < TRIANGLE_PX) => {
                group.push(one);
            }
            _ => groups.push(vec![one]),
        }
    }
    let groups = groups.into_iter().filter_map(|group| {
        let (first, last) = (group.first()?, group.last()?);
        let days = When::period(first.1, last.1, Granularity::Day);
        let what = match group.len() {
            1 => "1 article".to_owned(),
            n => format!("{n} articles"),
        };
        Some(Publication {
            x: f32::midpoint(first.0, last.0),
            name: format!("{what} published {}", days.in_short()),
            articles: group.iter().map(|one| one.2).collect(),
        })
    });
    groups.collect()
}
