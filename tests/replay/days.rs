//! Going through the days of a story without a window: step, play, what changed, edits.

use std::sync::Arc;

use dateline::model::When;
use dateline::session::{
    Command, Dialog, Difference, Effect, Known, Speed, State, change_words, changes, known_on,
    update, visible_events,
};
use jiff::civil::Date;

use super::{day, story};

/// A state with the story, and what the window would do done at once.
struct Session {
    state: State,
    n_woven: usize,
}

impl Session {
    fn new() -> Self {
        let (articles, found) = story();
        let state = State {
            loaded: articles.clone(),
            articles,
            ..State::default()
        };
        let mut session = Self { state, n_woven: 0 };
        session.run(Command::Extracted {
            run: 0,
            found: Some(Arc::new(found)),
        });
        session
    }

    fn run(&mut self, command: Command) {
        for effect in update(&mut self.state, command) {
            self.carry_out(effect);
        }
    }

    fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::Weave {
                run,
                day,
                found,
                articles,
            } => {
                self.n_woven += 1;
                let found = Arc::new(found.as_of(&articles, day));
                self.run(Command::Woven { run, day, found });
            }
            Effect::Extract { run, articles } => {
                let progress = dateline::session::Progress::default();
                let found = dateline::session::extract(&articles, &progress).map(Arc::new);
                self.run(Command::Extracted { run, found });
            }
            _ => {}
        }
    }

    fn as_of(&self) -> Option<Date> {
        self.state.view.as_of
    }

    /// The status and date of the visible event whose title holds a word.
    fn said(&self, word: &str) -> String {
        let events = visible_events(&self.state);
        let event = events.into_iter().find(|event| event.title.contains(word));
        event.map_or(String::new(), |event| {
            let when = event.when.as_ref().map_or(String::new(), When::to_edtf);
            format!("{} {when}", event.status.id())
        })
    }
}

#[test]
fn the_window_shows_what_was_known() {
    let mut session = Session::new();
    let meeting = [
        ("2021-03-01", ""),
        ("2021-03-02", "planned 2021-03-10"),
        ("2021-03-03", "planned 2021-03-10"),
        ("2021-03-04", "planned 2021-03-15"),
        ("2021-03-20", "happened 2021-03-15"),
        ("2021-03-03", "planned 2021-03-10"),
    ];
    for (as_of, said) in meeting {
        session.run(Command::SetAsOf(Some(day(as_of))));
        assert_eq!(session.said("inisters"), said, "{as_of}");
    }
    session.run(Command::SetAsOf(None));
    assert_eq!(session.said("inisters"), "happened 2021-03-15");
    assert_eq!(session.said("boats"), "happened 2021-03-08");
}

#[test]
fn days_are_woven_once() {
    let mut session = Session::new();
    for as_of in ["2021-03-02", "2021-03-03", "2021-03-02", "2021-03-16"] {
        session.run(Command::SetAsOf(Some(day(as_of))));
    }
    // The second of March serves the third; by the sixteenth all is out, and the ninth before it
    // is needed to say what changed.
    assert_eq!(session.n_woven, 2);
}

#[test]
fn steps_go_from_news_to_news() {
    let mut session = Session::new();
    let mut steps = |steps: i32, expected: Option<&str>| {
        session.run(Command::StepDay(steps));
        assert_eq!(session.as_of(), expected.map(day), "{steps}");
    };
    steps(1, None);
    steps(-1, Some("2021-03-16"));
    steps(-1, Some("2021-03-09"));
    steps(-2, Some("2021-03-02"));
    steps(-1, Some("2021-03-02"));
    steps(1, Some("2021-03-04"));
    steps(9, Some("2021-03-16"));
    steps(1, Some("2021-03-16"));
    session.run(Command::SetAsOf(Some(day("2021-03-07"))));
    session.run(Command::StepDay(-1));
    assert_eq!(session.as_of(), Some(day("2021-03-04")));
}

#[test]
fn playing_ends_with_the_last_day() {
    let mut session = Session::new();
    session.run(Command::Tick);
    assert_eq!(session.as_of(), None);
    session.run(Command::SetSpeed(Speed::Fourfold));
    session.run(Command::Play(true));
    let mut days = vec![session.as_of()];
    while session.state.replay.is_playing && days.len() < 9 {
        session.run(Command::Tick);
        days.push(session.as_of());
    }
    let expected = ["2021-03-02", "2021-03-04", "2021-03-09", "2021-03-16"];
    assert_eq!(days, expected.map(|day| Some(self::day(day))));
    assert!(!session.state.replay.is_playing);
    session.run(Command::Play(true));
    assert_eq!(session.as_of(), Some(day("2021-03-02")));
    session.run(Command::StepDay(1));
    assert!(!session.state.replay.is_playing);
    session.run(Command::Play(true));
    assert_eq!(session.as_of(), Some(day("2021-03-04")));
    session.run(Command::Play(false));
    session.run(Command::Tick);
    assert_eq!(session.as_of(), Some(day("2021-03-04")));
}

#[test]
fn a_day_waits_until_it_is_woven() {
    let mut session = Session::new();
    let first = Command::SetAsOf(Some(day("2021-03-02")));
    let effects = update(&mut session.state, first);
    assert!(matches!(effects[..], [Effect::Weave { .. }]));
    assert!(session.state.replay.is_weaving());
    // Meanwhile another day is chosen: it comes when the first is done.
    let second = Command::SetAsOf(Some(day("2021-03-04")));
    assert!(update(&mut session.state, second).is_empty());
    for effect in effects {
        session.carry_out(effect);
    }
    assert!(!session.state.replay.is_weaving());
    assert_eq!(session.said("inisters"), "planned 2021-03-15");
}

#[test]
fn what_was_woven_of_old_articles_is_dropped() {
    let mut session = Session::new();
    let back = Command::SetAsOf(Some(day("2021-03-02")));
    let effects = update(&mut session.state, back);
    let announced = (session.state.articles.iter())
        .find(|article| article.path.contains("announced"))
        .map(|article| article.id);
    // The reader knows better when the first article came out.
    let set = Command::SetPublished(
        announced.into_iter().collect(),
        Some(When::day(day("2021-03-03"))),
    );
    session.run(set);
    assert_eq!(session.said("inisters"), "");
    for effect in effects {
        session.carry_out(effect);
    }
    assert_eq!(session.said("inisters"), "");
    session.run(Command::SetAsOf(Some(day("2021-03-03"))));
    assert_eq!(session.said("inisters"), "planned 2021-03-10");
    session.run(Command::Undo);
    session.run(Command::SetAsOf(Some(day("2021-03-02"))));
    assert_eq!(session.said("inisters"), "planned 2021-03-10");
}

#[test]
fn changes_tell_one_day_from_another() {
    let mut session = Session::new();
    let mut check = |from: &str, to: &str, expected: &[&str]| {
        let (from, to) = (day(from), day(to));
        session.run(Command::OpenDialog(Dialog::Changes { from, to }));
        let known = |day| Known {
            day,
            found: known_on(&session.state, day).expect("woven"),
        };
        let changes = changes(known(from), known(to), false);
        let lines: Vec<String> = changes
            .iter()
            .map(|change| format!("{}: {}", change.title, words(&change.what)))
            .collect();
        assert_eq!(lines, expected, "{from} {to}");
        change_words(&changes)
    };
    let meeting = "Ministers of Norland and Esmark";
    let words = check(
        "2021-03-02",
        "2021-03-04",
        &[
            &format!("{meeting} to meet in Aldmere: moved 2021-03-10 2021-03-15"),
            &format!("{meeting} to meet in Aldmere: told by 1"),
        ],
    );
    assert_eq!(words, "1 moved, 1 told again");
    check(
        "2021-03-04",
        "2021-03-09",
        &["Storm damages forty boats: new", "Storm hits Aldmere: new"],
    );
    check(
        "2021-03-09",
        "2021-03-16",
        &[
            &format!("{meeting} meet in Aldmere: status planned happened"),
            "Port of Aldmere to reopen: lapsed",
            &format!("{meeting} meet in Aldmere: told by 1"),
        ],
    );
}

fn words(what: &Difference) -> String {
    match what {
        Difference::New(..) => "new".to_owned(),
        Difference::Status(from, to) => format!("status {} {}", from.id(), to.id()),
        Difference::Moved(from, to) => format!("moved {} {}", from.to_edtf(), to.to_edtf()),
        Difference::Lapsed(_) => "lapsed".to_owned(),
        Difference::Told(ids) => format!("told by {}", ids.len()),
    }
}
