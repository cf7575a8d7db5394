//! The hint of a mark tells of it and does not stand in the way.

use dateline::ui::marks;
use eframe::egui::Rect;
use egui_kittest::kittest::Queryable as _;

use super::{Window, article, settle, sized, state};

/// Events of a fortnight, so that marks stand below one another.
const DAYS: &str = "News of May\n\n20 May 2024\n\nA quake struck Peru on 7 May 2024, killing nine people and \
    destroying the old market of the town, the mayor said. Police arrested two men in Oslo on 9 May 2024. A storm hit \
    Sicily on 8 May 2024. President Maria Araujo resigned on 9 May 2024. A fire destroyed a mill in Leeds on 8 May \
    2024. Rebels attacked a base in Gao on 9 May 2024. Kenya beat Ghana in Accra on 8 May 2024.\n";

/// Rests on the mark in `at`, and answers where its hint is shown.
fn hint(window: &mut Window, at: Rect) -> Option<Rect> {
    window.hover_at(at.center());
    window.run_steps(60);
    let foot = window.query_by_label("1 origin in 1 article")?.rect();
    let head = foot.top() - 60.0;
    Some(Rect::from_min_max(
        [foot.left(), head].into(),
        foot.right_bottom(),
    ))
}

#[test]
fn a_click_reaches_the_mark_below_a_hint() {
    let mut window = article(DAYS, |start| sized(start, [1280.0, 800.0]));
    marks::want(&window.ctx);
    settle(&mut window);
    let painted = marks::painted(&window.ctx);
    let mut n_below = 0;
    for mark in &painted {
        let hint = hint(&mut window, mark.rect).expect("a hint");
        let mut below = painted
            .iter()
            .filter(|other| other.event != mark.event && hint.contains(other.rect.center()));
        let Some(below) = below.next_back() else {
            continue;
        };
        let at = below.rect.center();
        window.hover_at(at);
        window.run_steps(5);
        window.drag_at(at);
        window.drop_at(at);
        settle(&mut window);
        assert_eq!(state(&window).selection.event.as_ref(), Some(&below.event));
        n_below += 1;
    }
    assert!(0 < n_below, "no hint over a mark");
}
