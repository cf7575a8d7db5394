//! Contrast in all themes, and colours that all eyes can tell apart.

use dateline::layout::{self, LaneBy, Request};
use dateline::model::{Aspect, Claim, Conflict, Event, EventId, Kind, Status};
use dateline::scene::{self, Color, Fill, Rect, Shape, Theme};

use crate::{article, day, event, request, window};

/// The least contrasts of a theme.
struct Least {
    theme: &'static Theme,
    text: f32,
    others: f32,
    faint: f32,
    kind: f32,
    on_kind: f32,
}

const WEAKER: fn(&'static Theme) -> Least = |theme| Least {
    theme,
    text: 7.0,
    others: 4.5,
    faint: 2.7,
    kind: 2.9,
    on_kind: 4.2,
};

fn all_least() -> [Least; 3] {
    let high = Least {
        theme: Theme::high_contrast(),
        text: 7.0,
        others: 7.0,
        faint: 7.0,
        kind: 4.5,
        on_kind: 7.0,
    };
    [WEAKER(Theme::light()), WEAKER(Theme::dark()), high]
}

#[test]
fn themes_can_be_read() {
    for least in all_least() {
        let theme = least.theme;
        for ground in [theme.ground, theme.panel, theme.raised, theme.veil] {
            for (name, color, least) in [
                ("text", theme.text, least.text),
                ("secondary", theme.secondary, least.others),
                ("accent", theme.accent, least.others),
                ("warning", theme.warning, least.others),
                ("faint", theme.faint, least.faint),
            ] {
                let contrast = color.contrast(ground);
                let on = ground.to_hex();
                assert!(contrast >= least, "{name} on {on}: {contrast}");
            }
            for kind in Kind::ALL {
                let contrast = theme.kind(kind).contrast(ground);
                let on = ground.to_hex();
                assert!(contrast >= least.kind, "{kind:?} on {on}: {contrast}");
            }
        }
        assert!(theme.text.contrast(theme.selection) >= least.others);
        for kind in Kind::ALL {
            let fill = theme.kind(kind);
            let contrast = theme.on(fill).contrast(fill);
            assert!(contrast >= least.on_kind, "words on {kind:?}: {contrast}");
        }
        assert!(theme.on(theme.accent).contrast(theme.accent) >= least.others);
    }
}

#[test]
fn with_high_contrast_nothing_is_set_back_too_far() {
    let theme = Theme::high_contrast();
    for ground in [theme.ground, theme.panel, theme.raised] {
        for (name, color) in [("text", theme.text), ("secondary", theme.secondary)] {
            for strength in [theme.disabled, theme.aside] {
                let contrast = ground.mixed(color, strength).contrast(ground);
                assert!(contrast >= 7.0, "{name} at {strength}: {contrast}");
            }
        }
        assert!(theme.line.contrast(ground) >= 4.5);
        for kind in Kind::ALL {
            let color = theme.kind(kind).mixed(theme.ground, theme.set_back);
            let contrast = color.contrast(ground);
            assert!(contrast >= 4.5, "{kind:?} set back: {contrast}");
        }
    }
    for color in [theme.text, theme.secondary, theme.accent, theme.warning] {
        let contrast = color.contrast(theme.selection);
        assert!(
            contrast >= 7.0,
            "{} when selected: {contrast}",
            color.to_hex()
        );
    }
}

/// Events of all kinds and statuses as days, certain and vague ranges, some in conflict, one undated.
fn all_sorts() -> Vec<Event> {
    let edtf = [
        "2024-03-08",
        "2024-03-02/2024-03-24",
        "[2024-03-08..2024-03-20]",
        "",
    ];
    let mut events = Vec::new();
    for (n, kind) in Kind::ALL.into_iter().enumerate() {
        for (m, status) in Status::ALL.into_iter().enumerate() {
            let n = n * 10 + m;
            let mut event = event(n, "Works", kind, status, edtf[n % edtf.len()]);
            event.origins = 1 + (n % 3) as u32;
            let claims = ["Delft", "Ghent"].map(|value| Claim {
                value: value.to_owned(),
                when: None,
                mentions: Vec::new(),
            });
            event.conflicts.push(Conflict {
                about: Aspect::Place,
                claims: claims.to_vec(),
            });
            events.push(event);
        }
    }
    events
}

/// Shapes with the topmost opaque fill below each text, in painting order.
fn texts(shapes: &[Shape], fills: &mut Vec<(Rect, Color)>, found: &mut Vec<(String, f32)>) {
    for shape in shapes {
        match shape {
            Shape::Group(group) => texts(&group.shapes, fills, found),
            Shape::Rect { rect, fill, .. } => match fill {
                Fill::Solid(color) if color.a == 255 => fills.push((*rect, *color)),
                Fill::Hatch { ground, .. } => fills.push((*rect, *ground)),
                _ => (),
            },
            Shape::Polygon {
                points,
                fill: Fill::Solid(color),
                ..
            } if color.a == 255 => {
                let x = || points.iter().map(|point| point.x);
                let y = || points.iter().map(|point| point.y);
                let (left, right) =
                    (x().fold(f32::MAX, f32::min), x().fold(f32::MIN, f32::max));
                let (top, bottom) =
                    (y().fold(f32::MAX, f32::min), y().fold(f32::MIN, f32::max));
                fills.push((Rect::between(left, top, right, bottom), *color));
            }
            Shape::Text(text) => {
                let (x, y) = (
                    text.at.x + text.width_px / 2.0,
                    text.at.y - text.size_px * 0.35,
                );
                let below = fills.iter().rev().find(|(rect, _)| rect.contains(x, y));
                let (_, ground) = below.expect("a ground");
                found.push((text.words.clone(), text.color.contrast(*ground)));
            }
            _ => (),
        }
    }
}

#[test]
fn with_high_contrast_every_word_of_a_picture_can_be_read() {
    let events = all_sorts();
    let events: Vec<&Event> = events.iter().collect();
    let articles = [article(0, "", "2024-03-03")];
    let theme = Theme::high_contrast();
    for selected in (0..events.len()).step_by(5) {
        let id: EventId = events[selected].id.clone();
        let layout = layout::arrange(&Request {
            articles: &articles,
            as_of: Some(day("2024-03-12")),
            today: Some(day("2024-03-20")),
            selected: Some(&id),
            lanes: LaneBy::Kind,
            grows: true,
            ..request(&events, window("2024-03-01", "2024-03-31"))
        });
        let scene = scene::build(&layout, theme);
        let whole = Rect::new(0.0, 0.0, scene.width_px, scene.height_px);
        let mut fills = vec![(whole, scene.background)];
        let mut found = Vec::new();
        texts(&scene.shapes, &mut fills, &mut found);
        assert!(found.len() > 60, "{}", found.len());
        for (words, contrast) in found {
            assert!(contrast >= 7.0, "{words}: {contrast}");
        }
    }
}

/// How colours look to readers who lack one kind of cone, in linear light and row by row: Machado, Oliveira
/// and Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency, 2009, severity 1.
const DEUTERANOPIA: [[f32; 3]; 3] = [
    [0.367_322, 0.860_646, -0.227_968],
    [0.280_085, 0.672_501, 0.047_413],
    [-0.011_820, 0.042_940, 0.968_881],
];
const PROTANOPIA: [[f32; 3]; 3] = [
    [0.152_286, 1.052_583, -0.204_868],
    [0.114_503, 0.786_281, 0.099_216],
    [-0.003_882, -0.048_116, 1.051_998],
];
const NONE: [[f32; 3]; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];

fn times(matrix: [[f32; 3]; 3], v: [f32; 3]) -> [f32; 3] {
    matrix.map(|row| row[0] * v[0] + row[1] * v[1] + row[2] * v[2])
}

/// `OKLab` (Ottosson 2020) times 100: 2 can just be told apart.
fn oklab(linear: [f32; 3]) -> [f32; 3] {
    let lms = times(
        [
            [0.412_221, 0.536_333, 0.051_446],
            [0.211_903, 0.680_7, 0.107_397],
            [0.088_302, 0.281_719, 0.629_979],
        ],
        linear.map(|part| part.clamp(0.0, 1.0)),
    );
    let lab = times(
        [
            [0.210_454, 0.793_618, -0.004_072],
            [1.977_998, -2.428_592, 0.450_594],
            [0.025_904, 0.782_772, -0.808_676],
        ],
        lms.map(f32::cbrt),
    );
    lab.map(|part| part * 100.0)
}

/// All pairs, not only those that often stand together. Where colours are near for some eyes, lanes and the
/// names in tips, evidence and legend tell the kind as well.
#[test]
fn kinds_can_be_told_apart_by_all_eyes() {
    let distance = |a: Color, b: Color, eye| -> f32 {
        let (a, b) = (oklab(times(eye, a.linear())), oklab(times(eye, b.linear())));
        let squares = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b));
        squares.sum::<f32>().sqrt()
    };
    for theme in Theme::all() {
        for (eye, matrix) in [
            ("usual", NONE),
            ("deuter", DEUTERANOPIA),
            ("prot", PROTANOPIA),
        ] {
            for (at, a) in Kind::ALL.iter().enumerate() {
                for b in &Kind::ALL[..at] {
                    let apart = distance(theme.kind(*a), theme.kind(*b), matrix);
                    assert!(apart > 7.0, "{a:?} and {b:?} for {eye}: {apart}");
                }
            }
        }
    }
}
