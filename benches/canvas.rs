//! What a frame of the timeline costs (layout, scene and paint list) with a thousand to a million
//! events in fifty lanes over 2,000 years, while panning and zooming.
//!
//! One line a case, and one for the making of the index, with what the process grew by (with
//! memory that it could give back); a number behind `--` takes only that many
//! events: `cargo bench --bench canvas -- 1000000`.

#![expect(clippy::print_stdout, reason = "the report goes there")]

use std::time::Instant;

use dateline::layout::{
    Calendar, Events, FontMeasure, Held, Index, LaneBy, LaneSet, Request, TimeWindow,
    arrange_indexed, fit,
};
use dateline::model::{Article, Event};
use dateline::scene::{Theme, build};
use dateline::session::crowd::{Spread, crowd};
use dateline::ui::paint::paint_scene;
use dateline::ui::style;
use eframe::egui::{self, Rect, Vec2, pos2};

/// As the program has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SIZES: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];
/// Widths of the window in days; the first is all there is.
const ZOOMS: [(&str, f64); 5] = [
    ("all", f64::INFINITY),
    ("century", 36_525.0),
    ("year", 365.25),
    ("month", 30.4),
    ("day", 1.0),
];
const N_FRAMES: usize = 1_000;
const PAGE_BYTES: u64 = 4_096;
const SIZE_PX: [f32; 2] = [1280.0, 700.0];

fn main() {
    let wanted: Vec<usize> = std::env::args()
        .filter_map(|word| word.parse().ok())
        .collect();
    for n in SIZES
        .into_iter()
        .filter(|n| wanted.is_empty() || wanted.contains(n))
    {
        for spread in [Spread::Uniform, Spread::Clustered] {
            measure(n, spread);
        }
    }
}

fn measure(n: usize, spread: Spread) {
    let (articles, events) = crowd(n, spread);
    let refs: Vec<&Event> = events.iter().collect();
    let before = resident_bytes();
    let began = Instant::now();
    let index = Index::new(&refs, &articles, LaneBy::Participant);
    let index_ms = ms(began);
    let data = spread.name();
    let bytes = resident_bytes()
        .zip(before)
        .map(|(now, before)| now.saturating_sub(before) / n as u64);
    let bytes = bytes.map_or_else(|| "unknown".to_owned(), |bytes| bytes.to_string());
    println!("index n={n} data={data} ms={index_ms:.0} bytes_per_event={bytes}");
    for (zoom, width_days) in ZOOMS {
        let mut film = Film::new(&refs, &articles, &index, width_days);
        let mut frames_ms: Vec<f64> = (0..N_FRAMES).map(|at| film.frame(at)).collect();
        frames_ms.sort_by(f64::total_cmp);
        let share = |share: f64| {
            let at = (share * (N_FRAMES - 1) as f64) as usize;
            frames_ms.get(at).copied().unwrap_or_default()
        };
        let (p50_ms, p99_ms) = (share(0.5), share(0.99));
        println!("canvas n={n} zoom={zoom} data={data} p50_ms={p50_ms:.2} p99_ms={p99_ms:.2}");
    }
}

/// Frames one after the other, as a hand on the mouse would make them.
struct Film<'a> {
    request: Request<'a>,
    index: &'a Index,
    held: Held,
    window: TimeWindow,
    ctx: egui::Context,
}

impl<'a> Film<'a> {
    fn new(
        events: &'a Vec<&'a Event>,
        articles: &'a [Article],
        index: &'a Index,
        width_days: f64,
    ) -> Self {
        let all = fit(events, articles);
        // The end of what there is lies thickest.
        let end_days = all.end_days - 0.08 * all.width_days();
        let window = if width_days < all.width_days() {
            TimeWindow::new(end_days - width_days, end_days)
        } else {
            all
        };
        let ctx = egui::Context::default();
        style::install(&ctx);
        let request = Request {
            events: Events::from(events),
            articles,
            window,
            width_px: SIZE_PX[0],
            height_px: SIZE_PX[1],
            lanes: LaneBy::Participant,
            as_of: None,
            today: None,
            selected: None,
            also: None,
            scroll_px: 0.0,
            grows: false,
            numbers: None,
            held: None,
            lane_set: LaneSet::usual(),
            calendar: Calendar::english(),
            measure: FontMeasure::bundled(),
        };
        Self {
            request,
            index,
            held: Held::default(),
            window,
            ctx,
        }
    }

    /// Moves on and draws; how long the drawing took. Pans, zooms in and out, and scrolls in turn.
    fn frame(&mut self, at: usize) -> f64 {
        let middle = f64::midpoint(self.window.start_days, self.window.end_days);
        self.window = match at / 100 % 4 {
            0 => self.window.pan(self.window.width_days() * 0.004),
            1 => self.window.zoom_at(middle, 1.01),
            2 => self.window.pan(-self.window.width_days() * 0.004),
            _ => self.window.zoom_at(middle, 1.0 / 1.01),
        };
        self.request.scroll_px = (at / 10 * 7) as f32;
        let input = egui::RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), Vec2::from(SIZE_PX))),
            ..egui::RawInput::default()
        };
        let mut took_ms = 0.0;
        let output = self.ctx.clone().run_ui(input, |ui| {
            let began = Instant::now();
            let request = Request {
                window: self.window,
                held: Some(&self.held),
                ..self.request
            };
            let layout = arrange_indexed(&request, self.index);
            let scene = build(&layout, Theme::light());
            paint_scene(ui.painter(), pos2(0.0, 0.0), &scene);
            self.held = layout.held;
            took_ms = ms(began);
        });
        // Left unread, textures would be missed by debug builds.
        drop(output);
        took_ms
    }
}

/// What the process has of the machine's memory, where the system tells in that way (Linux).
fn resident_bytes() -> Option<u64> {
    let pages = std::fs::read_to_string("/proc/self/statm").ok()?;
    let resident: u64 = pages.split_whitespace().nth(1)?.parse().ok()?;
    Some(resident * PAGE_BYTES)
}

fn ms(began: Instant) -> f64 {
    began.elapsed().as_secs_f64() * 1e3
}
