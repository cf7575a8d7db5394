//! Lanes by hand: their heads are clicked and dragged, and a menu orders them.

use dateline::layout::LaneSet;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use super::{Window, article, head, press, settle, state, window};

const NAMES: [&str; 3] = ["Politics", "Economy", "Disaster"];

/// Of three kinds: the first event is a disaster, most are of the economy.
const MONTH: &str = "A month of news\n\n20 March 2021\n\nA storm hit Sicily on 4 March 2021. President \
    Maria Araujo resigned on 6 March 2021. Nurses went on strike across Wales on 8 March 2021. \
    Miners went on strike in Bern on 10 March 2021. Ghana's presidential election was held on \
    12 March 2021. Teachers went on strike in Oslo on 16 March 2021.\n";

/// The names of the lanes from the top.
fn order(window: &Window) -> Vec<&'static str> {
    let mut names = NAMES.to_vec();
    let top = |name: &&str| head(window, name).top();
    names.sort_by(|a, b| top(a).total_cmp(&top(b)));
    names
}

fn lane_set(window: &Window) -> &LaneSet {
    &state(window).view.lane_set
}

fn collapsed(window: &Window) -> Vec<&str> {
    let names = lane_set(window).collapsed.iter();
    names.map(String::as_str).collect()
}

fn click_head(window: &mut Window, name: &str) {
    let at = head(window, name).center();
    window.hover_at(at);
    window.drag_at(at);
    window.drop_at(at);
    settle(window);
}

/// Drags the head of a lane to a height, in steps as a hand does.
fn drag_head(window: &mut Window, name: &str, to_y: f32) {
    let from = head(window, name).center();
    window.hover_at(from);
    window.drag_at(from);
    for share in [0.3, 0.6, 1.0] {
        let y = from.y + (to_y - from.y) * share;
        window.hover_at([from.x, y].into());
    }
    window.drop_at([from.x, to_y].into());
    settle(window);
}

fn choose_order(window: &mut Window, words: &str) {
    for name in ["View", "Order of lanes", words] {
        let found = window.query_all_by_label_contains(name).last();
        found.unwrap_or_else(|| panic!("no {name}")).click();
        settle(window);
    }
    press(window, Modifiers::NONE, Key::Escape);
}

#[test]
fn a_click_on_a_head_collapses_a_lane_and_another_opens_it() {
    let mut window = article(MONTH, window);
    let event = "Nurses go on strike across Wales, ";
    let has_mark = |window: &Window| window.query_all_by_label_contains(event).count();
    let (open, n_named) = (head(&window, "Disaster").top(), has_mark(&window));
    click_head(&mut window, "Economy");
    assert_eq!(collapsed(&window), ["Economy"]);
    assert!(head(&window, "Disaster").top() < open);
    assert!(has_mark(&window) < n_named);
    click_head(&mut window, "Politics");
    assert_eq!(collapsed(&window), ["Economy", "Politics"]);
    click_head(&mut window, "Economy");
    assert_eq!(collapsed(&window), ["Politics"]);
    assert_eq!(has_mark(&window), n_named);
    choose_order(&mut window, "Open all lanes");
    assert_eq!(collapsed(&window), [""; 0]);
    assert_eq!(head(&window, "Disaster").top().to_bits(), open.to_bits());
}

#[test]
fn a_drag_on_a_head_moves_a_lane() {
    let mut window = article(MONTH, window);
    assert_eq!(order(&window), ["Politics", "Economy", "Disaster"]);
    let above_first = head(&window, "Politics").top() - 4.0;
    drag_head(&mut window, "Disaster", above_first);
    assert_eq!(order(&window), ["Disaster", "Politics", "Economy"]);
    assert_eq!(lane_set(&window).moved, order(&window));
    let below_last = head(&window, "Economy").bottom() + 40.0;
    drag_head(&mut window, "Politics", below_last);
    assert_eq!(order(&window), ["Disaster", "Economy", "Politics"]);
    let beside = head(&window, "Economy").center().y - 8.0;
    drag_head(&mut window, "Economy", beside);
    assert_eq!(order(&window), ["Disaster", "Economy", "Politics"]);
    assert_eq!(collapsed(&window), [""; 0], "a drag is no click");
    assert_eq!(state(&window).view.window, None, "the timeline moved");
}

#[test]
fn lanes_stand_in_the_order_of_the_menu() {
    let mut window = article(MONTH, window);
    for (words, expected) in [
        ("Name", ["Disaster", "Economy", "Politics"]),
        ("Most events", ["Economy", "Politics", "Disaster"]),
        ("First event", ["Disaster", "Politics", "Economy"]),
        ("Usual order", NAMES),
    ] {
        choose_order(&mut window, words);
        assert_eq!(order(&window), expected, "{words}");
    }
    let above_first = head(&window, "Politics").top() - 4.0;
    drag_head(&mut window, "Economy", above_first);
    assert_eq!(order(&window), ["Economy", "Politics", "Disaster"]);
    choose_order(&mut window, "Usual order");
    assert_eq!(order(&window), NAMES, "what was moved went back");
}
