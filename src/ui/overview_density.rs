//! The bars of the overview: how much falls on each day, week or month.

use std::sync::Arc;

use eframe::egui::{self, Color32, Id, Mesh, Rect, Sense, Stroke, Ui, pos2, vec2};
use egui_plot::{Plot, PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotTransform};

use super::ink::Ink;
use super::memo::{LARGE, Same, memo, memo_aside};
use super::overview_bins::{Bin, bins};
use crate::layout::{Events, TimeWindow};
use crate::model::Event;
use crate::session::{Extraction, Filters, State, Visible, shown};

/// The tallest bar.
const TALLEST_PX: f32 = 42.0;
/// Even one event among thousands is seen.
const LEAST_PX: f32 = 2.0;
/// A lone day in a short story is not a wall.
const MOST_PX: f32 = 10.0;

/// Paints the bars, and returns what they count. While words are searched for, all other events
/// stand pale behind those that hold them.
pub(super) fn density_ui(
    ui: &mut Ui,
    id: Id,
    state: &State,
    (span, bars): (TimeWindow, Rect),
    ink: &Ink,
) -> Arc<Vec<Bin>> {
    let width_px = bars.width().round();
    let key = (
        Same(Arc::clone(&state.found)),
        state.visible.clone().map(Same),
        span,
        width_px,
    );
    let strip = (span, width_px);
    let counted = counted(
        ui.ctx(),
        id.with("bins"),
        key.clone(),
        state,
        (strip, false),
    );
    let behind = is_searching(state).then(|| {
        let id = id.with("bins behind");
        self::counted(ui.ctx(), id, key, state, (strip, true))
    });
    let item = Density {
        base: PlotItemBase::new("Events and mentions".to_owned()),
        bins: Arc::clone(&counted),
        behind,
        ink: ink.clone(),
    };
    let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(bars));
    Plot::new(id.with("plot"))
        .width(bars.width())
        .height(bars.height())
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .show_crosshair(false)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .sense(Sense::hover())
        .set_margin_fraction(vec2(0.0, 0.0))
        .show(&mut inner, |plot| {
            let (low, high) = ([span.start_days, 0.0], [span.end_days, 1.0]);
            plot.set_plot_bounds(PlotBounds::from_min_max(low, high));
            plot.add(item);
        });
    counted
}

/// What the bars rest on.
type Key = (Same<Extraction>, Option<Same<Visible>>, TimeWindow, f32);

/// The bars of what is visible, or of all that the filters pass, whatever is searched for; of many
/// events those before, or none, while they are counted.
fn counted(
    ctx: &egui::Context,
    id: Id,
    key: Key,
    state: &State,
    ((span, width_px), is_unsearched): ((TimeWindow, f32), bool),
) -> Arc<Vec<Bin>> {
    let found = Arc::clone(&state.found);
    let work = || {
        let (visible, filters) = (shown(state).visible, state.view.filters.clone());
        let found = Arc::clone(&found);
        move || {
            if is_unsearched {
                let events = unsearched(&found, &filters);
                bins(Events::Listed(&events), span, width_px)
            } else {
                let events = Events::Picked(&found.events, &visible.events);
                bins(events, span, width_px)
            }
        }
    };
    if found.events.len() < LARGE {
        return memo(ctx, id, key, |_| work()());
    }
    memo_aside(ctx, id, key, work).unwrap_or_default()
}

/// Whether words are searched for.
pub(super) fn is_searching(state: &State) -> bool {
    !state.view.search.trim().is_empty()
}

/// The events that the filters pass, whatever is searched for.
fn unsearched<'a>(found: &'a Extraction, filters: &Filters) -> Vec<&'a Event> {
    let passes = |event: &&Event| {
        filters.shows_salience(event)
            && !filters.hidden_kinds.contains(&event.kind)
            && !filters.hidden_statuses.contains(&event.status)
    };
    found.events.iter().filter(passes).collect()
}

/// All bars as one mesh, whatever their number.
struct Density {
    base: PlotItemBase,
    bins: Arc<Vec<Bin>>,
    behind: Option<Arc<Vec<Bin>>>,
    ink: Ink,
}

impl PlotItem for Density {
    fn shapes(&self, _: &Ui, transform: &PlotTransform, shapes: &mut Vec<egui::Shape>) {
        let frame = transform.frame();
        let all = self.behind.as_ref().unwrap_or(&self.bins);
        let most = all.iter().map(|bin| bin.mentions.max(bin.events)).max();
        let scale = TALLEST_PX / most.unwrap_or(1).max(1) as f32;
        let mut mesh = Mesh::default();
        let mut bar = |bin: &Bin, n: u32, color: Color32| {
            let (left, right) = sides(bin, transform);
            let height_px = match n {
                0 => 0.0,
                n => (n as f32 * scale).max(LEAST_PX),
            };
            let top = pos2(left, frame.bottom() - height_px);
            let foot = pos2(right, frame.bottom());
            mesh.add_colored_rect(Rect::from_min_max(top, foot), color);
        };
        for bin in self.behind.iter().flat_map(|behind| behind.iter()) {
            bar(bin, bin.mentions.max(bin.events), self.ink.line);
        }
        for bin in self.bins.iter() {
            let color = self.ink.kind(bin.kind);
            bar(
                bin,
                bin.mentions,
                color.gamma_multiply(self.ink.aside.max(0.35)),
            );
            bar(bin, bin.events, color.gamma_multiply(0.9));
        }
        shapes.push(egui::Shape::mesh(mesh));
        let feet = Stroke::new(1.0, self.ink.line);
        shapes.push(egui::Shape::hline(frame.x_range(), frame.bottom(), feet));
    }

    fn initialize(&mut self, _: std::ops::RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        self.ink.secondary
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::None
    }

    fn bounds(&self) -> PlotBounds {
        PlotBounds::NOTHING
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }
}

fn sides(bin: &Bin, transform: &PlotTransform) -> (f32, f32) {
    let left = transform.position_from_point_x(bin.start_days);
    let right = transform.position_from_point_x(bin.end_days);
    let width = (right - left - 1.0).clamp(1.5, MOST_PX);
    let middle = f32::midpoint(left, right);
    (middle - width / 2.0, middle + width / 2.0)
}
