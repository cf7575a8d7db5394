//! Pictures: what is written can be read again, by machines and by people.

use proptest::prelude::*;
use resvg::usvg;
use resvg::usvg::roxmltree::Node;

use dateline::export::{
    Evidence, ExportError, Format, Picture, render, to_pdf, to_png, to_svg,
};
use dateline::layout::{self, LaneBy, Weight};
use dateline::model::{Event, EventId};
use dateline::scene::{
    Anchor, Color, Dash, Fill, Group, Point, Rect, Scene, Shape, Stroke, Target, Text, Theme,
};

#[path = "export/dialog.rs"]
mod dialog;
#[path = "export/story.rs"]
mod story;

const BLUE: Color = Color {
    r: 0x1f,
    g: 0x6f,
    b: 0xb2,
    a: 255,
};
const WHITE: Color = Color {
    r: 255,
    g: 255,
    b: 255,
    a: 255,
};
const CLEAR: Color = Color { a: 0, ..BLUE };

fn text(x: f32, y: f32, words: &str, weight: Weight, anchor: Anchor) -> Shape {
    Shape::Text(Text {
        at: Point { x, y },
        anchor,
        words: words.to_owned(),
        size_px: 13.0,
        weight,
        color: BLUE,
        width_px: 80.0,
    })
}

fn bar(x: f32, y: f32, fill: Fill, dash: Option<Dash>) -> Shape {
    Shape::Rect {
        rect: Rect {
            x,
            y,
            width: 120.0,
            height: 16.0,
        },
        radius_px: 8.0,
        fill,
        stroke: dash.map(|dash| Stroke {
            width_px: 1.5,
            color: BLUE,
            dash,
        }),
    }
}

/// One of each fill and dash.
fn marks(words: &str) -> Vec<Shape> {
    let hatch = Fill::Hatch {
        line: BLUE,
        ground: CLEAR,
        gap_px: 6.0,
        width_px: 1.5,
    };
    let fade = Fill::Fade {
        left: CLEAR,
        right: BLUE,
    };
    vec![
        bar(20.0, 20.0, Fill::Solid(BLUE), None),
        bar(20.0, 50.0, fade, None),
        bar(20.0, 80.0, hatch, Some(Dash::Solid)),
        bar(20.0, 110.0, Fill::None, Some(Dash::Dashed)),
        bar(20.0, 140.0, Fill::None, Some(Dash::Dotted)),
        Shape::Circle {
            center: Point { x: 180.0, y: 28.0 },
            radius_px: 6.0,
            fill: Fill::Solid(BLUE),
            stroke: None,
        },
        text(150.0, 62.0, words, Weight::Regular, Anchor::Start),
        text(
            150.0,
            92.0,
            "Semibold words",
            Weight::Semibold,
            Anchor::Start,
        ),
        text(150.0, 122.0, "Italic words", Weight::Italic, Anchor::Start),
        text(280.0, 152.0, "At the end", Weight::Regular, Anchor::End),
    ]
}

/// One of each shape.
fn hand_made(words: &str) -> Scene {
    let clip = Rect {
        x: 0.0,
        y: 0.0,
        width: 300.0,
        height: 200.0,
    };
    let mark = Group {
        target: Target::Event(EventId("e-1".to_owned())),
        name: format!("{words}, planned"),
        bounds: Rect::default(),
        clip: Some(clip),
        shapes: marks(words),
    };
    let arrow = [(200.0, 20.0), (220.0, 28.0), (200.0, 36.0)];
    let rule = [(10.0, 5.0), (310.0, 5.0)];
    let points = |pairs: &[(f32, f32)]| pairs.iter().map(|&(x, y)| Point { x, y }).collect();
    Scene {
        width_px: 320.0,
        height_px: 180.0,
        background: WHITE,
        shapes: vec![
            Shape::Polygon {
                points: points(&arrow),
                fill: Fill::Solid(BLUE),
                stroke: None,
            },
            Shape::Line {
                points: points(&rule),
                stroke: Stroke {
                    width_px: 1.0,
                    color: BLUE,
                    dash: Dash::Solid,
                },
            },
            Shape::Group(mark),
        ],
    }
}

const HOSTILE: &[&str] = &[
    "plain words",
    "a < b & c > d \"quoted\" 'single' ]]> <!-- -->",
    "  two  spaces, and more  ",
    "emoji \u{1f600}, Ελλάδα, Київ, 漢字, עברית",
    "\u{200b}zero width\u{200b}",
];

fn evidence(title: &str) -> Evidence<'_> {
    Evidence {
        title,
        summary: "Two articles, one event",
        articles: &[],
        events: &[],
    }
}

/// The words of all `<text>` elements.
fn texts_of(svg: &str) -> Vec<String> {
    let document = usvg::roxmltree::Document::parse(svg).expect("well-formed XML");
    let nodes = document.descendants().filter(|n| n.has_tag_name("text"));
    nodes
        .filter_map(|node| node.text().map(str::to_owned))
        .collect()
}

#[test]
fn svg_keeps_the_words_of_any_text() {
    for words in HOSTILE {
        let written = to_svg(&hand_made(words), &evidence(words));
        assert!(
            texts_of(&written).iter().any(|text| text == words),
            "{words}"
        );
        assert_eq!(written, to_svg(&hand_made(words), &evidence(words)));
    }
    let written = to_svg(&hand_made("bell\u{7} and \u{ffff}"), &evidence("\u{0}"));
    assert!(texts_of(&written).contains(&"bell\u{fffd} and \u{fffd}".to_owned()));
}

#[test]
fn png_is_as_large_as_asked() {
    let written = to_svg(&hand_made("words"), &evidence("Title"));
    for (scale, width, height) in [(1.0, 320, 180), (2.5, 800, 450), (4.0, 1280, 720)] {
        let bytes = to_png(&written, scale, &evidence("Title")).expect("a picture");
        assert_eq!(png_size(&bytes), (width, height));
        assert!(resvg::tiny_skia::Pixmap::decode_png(&bytes).is_ok());
    }
    for scale in [0.5, 5.0, f32::NAN] {
        assert!(to_png(&written, scale, &evidence("Title")).is_err());
    }
}

#[test]
fn pdf_embeds_its_fonts() {
    let written = to_svg(&hand_made("words"), &evidence("Title"));
    let bytes = to_pdf(&written, &evidence("Title")).expect("a picture");
    assert!(bytes.starts_with(b"%PDF"));
    assert!(bytes.windows(8).any(|window| window == b"/ToUnico"));
}

fn png_size(bytes: &[u8]) -> (u32, u32) {
    let number = |at: usize| {
        let four = bytes[at..at + 4].try_into().expect("four bytes");
        u32::from_be_bytes(four)
    };
    (number(16), number(20))
}

/// Draws the story.
fn draw(change: impl Fn(&mut Picture<'_>), format: Format) -> Vec<u8> {
    let articles = story::articles();
    let events = story::events(&articles);
    let events: Vec<&Event> = events.iter().collect();
    let mut picture = Picture {
        events: &events,
        articles: &articles,
        window: layout::fit(&events, &articles),
        width_px: 640.0,
        height_px: None,
        scale: 1.0,
        theme: Theme::light(),
        lanes: LaneBy::Kind,
        legend: false,
        notes: false,
        as_of: None,
        title: Some("The bridge"),
    };
    change(&mut picture);
    render(&picture, format).expect("a picture")
}

fn draw_svg(change: impl Fn(&mut Picture<'_>)) -> String {
    String::from_utf8(draw(change, Format::Svg)).expect("UTF-8")
}

#[test]
fn every_excerpt_is_in_the_svg() {
    let svg = draw_svg(|_| ());
    let document = usvg::roxmltree::Document::parse(&svg).expect("well-formed XML");
    let articles = story::articles();
    for event in story::events(&articles) {
        let with_id = |name: &str, key: &str| {
            let mut nodes = document.descendants();
            nodes.find(|n| n.tag_name().name() == name && n.attribute(key) == Some(&event.id.0))
        };
        assert!(with_id("g", "data-event").is_some(), "{}", event.title);
        let told = with_id("event", "id").expect("the event is in the metadata");
        for (mention, excerpt) in event
            .mentions
            .iter()
            .zip(told.children().filter(Node::is_element))
        {
            let words = mention
                .excerpt
                .of(&articles[mention.article.0 as usize].text);
            assert_eq!(excerpt.text(), Some(words));
        }
    }
}

#[test]
fn notes_have_the_numbers_of_the_marks() {
    let svg = draw_svg(|picture| picture.notes = true);
    let document = usvg::roxmltree::Document::parse(&svg).expect("well-formed XML");
    let texts = texts_of(&svg);
    let articles = story::articles();
    for (number, event) in (1..).zip(story::events(&articles)) {
        let number = number.to_string();
        let mut groups = document.descendants();
        let mark = groups.find(|n| n.attribute("data-event") == Some(&event.id.0));
        let mark = mark.expect("a mark");
        let on_mark = mark
            .descendants()
            .any(|n| n.has_tag_name("text") && n.text() == Some(&number));
        assert!(on_mark, "{} has no {number}", event.title);
        let mut pairs = texts.windows(2);
        assert!(
            pairs.any(|two| two[0] == number && two[1] == event.title),
            "{number}"
        );
    }
    assert!(texts.iter().any(|text| text.contains("Vellmar or Ostrau")));
    assert!(!draw_svg(|_| ()).contains("Sources"));
}

#[test]
fn the_same_story_gives_the_same_bytes() {
    for format in Format::ALL {
        let everything = |picture: &mut Picture<'_>| {
            picture.notes = true;
            picture.legend = true;
        };
        assert_eq!(
            draw(everything, format),
            draw(everything, format),
            "{format:?}"
        );
    }
}

#[test]
fn sizes_are_kept_or_refused() {
    let tall = draw_svg(|picture| picture.height_px = Some(900.0));
    let tree = usvg::Tree::from_str(&tall, &usvg::Options::default()).expect("SVG");
    assert!((tree.size().width() - 640.0).abs() < 0.1 && tree.size().height() >= 900.0);
    let articles = story::articles();
    for (width_px, height_px) in [
        (0.0, None),
        (f32::NAN, None),
        (99_999.0, None),
        (640.0, Some(-1.0)),
    ] {
        let picture = Picture {
            events: &[],
            articles: &articles,
            window: layout::fit(&[], &[]),
            width_px,
            height_px,
            scale: 1.0,
            theme: Theme::dark(),
            lanes: LaneBy::None,
            legend: true,
            notes: true,
            as_of: None,
            title: None,
        };
        assert!(matches!(
            render(&picture, Format::Svg),
            Err(ExportError::Size { .. })
        ));
    }
    let huge = svg_of_size(16_000.0, 16_000.0);
    let refused = to_png(&huge, 4.0, &evidence("huge"));
    assert!(matches!(refused, Err(ExportError::TooLarge { .. })));
}

fn svg_of_size(width_px: f32, height_px: f32) -> String {
    let scene = Scene {
        width_px,
        height_px,
        ..hand_made("words")
    };
    to_svg(&scene, &evidence("words"))
}

#[test]
fn nothing_to_draw_is_a_picture_too() {
    for format in Format::ALL {
        let nothing = |picture: &mut Picture<'_>| {
            (picture.events, picture.articles) = (&[], &[]);
            (picture.notes, picture.legend, picture.title) = (true, true, None);
        };
        assert!(draw(nothing, format).len() > 100);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_title_makes_well_formed_xml(title in "\\PC*|[\\x00-\\x7f]*|.*") {
        let svg = to_svg(&hand_made(&title), &evidence(&title));
        let document = usvg::roxmltree::Document::parse(&svg);
        prop_assert!(document.is_ok(), "{title:?}: {document:?}");
    }
}

#[test]
fn a_small_picture_reads_well() {
    insta::assert_snapshot!(to_svg(
        &hand_made("Talks & <more>"),
        &evidence("A \"title\"")
    ));
}
