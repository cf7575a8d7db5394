//! The commands of a script.

use std::path::PathBuf;

use dateline::layout::{LaneBy, TimeWindow};
use dateline::model::{EventId, Kind, Problem, Status, When};
use dateline::session::{Command, Dialog};

use super::Session;

impl Session {
    pub(super) fn command(&self, word: &str, rest: &str) -> Command {
        let (first, after) = rest.split_once(' ').unwrap_or((rest, ""));
        let kind = || Kind::from_id(rest).expect(&self.place);
        let status = || Status::from_id(rest).expect(&self.place);
        match word {
            "open" => Command::Open(rest.split_whitespace().map(PathBuf::from).collect()),
            "sample" => Command::OpenSample,
            "paste" => Command::Paste {
                text: rest.to_owned(),
                title: String::new(),
                source: "Pasted Post".to_owned(),
                published: When::from_edtf("2021-03-09"),
            },
            "cancel" => Command::Cancel,
            "again" => Command::ExtractAgain,
            "remove" => Command::Remove(self.ids(rest)),
            "close-all" => Command::CloseAll,
            "date" => Command::SetPublished(self.ids(after), When::from_edtf(first)),
            "title" => Command::SetTitle(self.id(first), after.to_owned()),
            "source" => Command::SetSource(self.ids(first), after.to_owned()),
            "undo" => Command::Undo,
            "redo" => Command::Redo,
            "read" => Command::Read(self.id(rest), None),
            "close-reader" => Command::CloseReader,
            "lanes" => Command::SetLanes(lanes(rest)),
            "hide-kind" => Command::ShowKind(kind(), false),
            "show-kind" => Command::ShowKind(kind(), true),
            "hide-status" => Command::ShowStatus(status(), false),
            "show-status" => Command::ShowStatus(status(), true),
            "minor" => Command::ShowMinor(rest == "on"),
            "clear-filters" => Command::ClearFilters,
            "search" => Command::Search(rest.to_owned()),
            "as-of" => Command::SetAsOf(named(rest).map(|day| day.parse().unwrap())),
            "paste-dialog" => Command::OpenDialog(Dialog::Paste),
            "close-dialog" => Command::CloseDialog,
            "export-fails" => Command::Exported(Err(Problem::with_file("a.svg", rest, ""))),
            "quit" => Command::Quit,
            _ => (self.on_timeline(word, rest))
                .unwrap_or_else(|| panic!("{}: no such command", self.place)),
        }
    }

    /// Moving about and selecting.
    fn on_timeline(&self, word: &str, rest: &str) -> Option<Command> {
        let id = || EventId(rest.to_owned());
        let command = match word {
            "select" => Command::SelectEvent(named(rest).map(|id| EventId(id.to_owned()))),
            "toggle" => Command::ToggleEvent(id()),
            "through" => Command::SelectThrough(id()),
            "select-events" => {
                let ids = rest.split_whitespace().map(str::to_owned);
                Command::SelectEvents(ids.map(EventId).collect())
            }
            "select-all" => Command::SelectAll,
            "show" => Command::ShowEvent(id()),
            "mention" => Command::SelectMention(rest.parse().unwrap()),
            "select-articles" => Command::SelectArticles(self.ids(rest)),
            "step" => Command::StepEvent(rest.parse().unwrap()),
            "step-in-lane" => Command::StepInLane(rest.parse().unwrap()),
            "step-lane" => Command::StepLane(rest.parse().unwrap()),
            "window" => Command::SetWindow(window(rest)),
            "move" => Command::MoveTo(window(rest).expect(&self.place)),
            "reveal" => Command::Reveal {
                window: window(rest),
                scroll_px: None,
            },
            "zoom-to-selection" => Command::ZoomToSelection,
            "scroll" => Command::ScrollTo(rest.parse().unwrap()),
            "back" => Command::Back,
            "forward" => Command::Forward,
            "zoom" => Command::Zoom(rest.parse().unwrap()),
            _ => return None,
        };
        Some(command)
    }
}

fn named(word: &str) -> Option<&str> {
    (word != "none").then_some(word)
}

/// `2021-03-01 2021-03-11`, or `fit`.
fn window(words: &str) -> Option<TimeWindow> {
    let (from, to) = words.split_once(' ')?;
    let days = |day: &str| TimeWindow::days_from_date(day.parse().unwrap());
    Some(TimeWindow::new(days(from), days(to)))
}

fn lanes(word: &str) -> LaneBy {
    match word {
        "kind" => LaneBy::Kind,
        "status" => LaneBy::Status,
        "article" => LaneBy::Article,
        _ => LaneBy::None,
    }
}
