//! What holds after a command, as a script names it.

use std::fmt::Debug;

use dateline::layout::TimeWindow;
use dateline::model::{ArticleId, Kind, Status, When};
use dateline::session::{Dialog, Visible, selected_indexes, visible_events};

use super::Session;

impl Session {
    pub(super) fn expect(&self, rest: &str) {
        let (about, expected) = rest.split_once(' ').unwrap_or((rest, ""));
        let found = self.look_up(about);
        assert_eq!(found, expected, "{}", self.place);
    }

    fn look_up(&self, about: &str) -> String {
        let (about, name) = about.split_once(':').unwrap_or((about, ""));
        let found = self
            .look_up_shown(about)
            .or_else(|| self.look_up_named(about, name));
        found.unwrap_or_else(|| panic!("{}: nothing is called so", self.place))
    }

    /// What there is one of.
    fn look_up_shown(&self, about: &str) -> Option<String> {
        let state = &self.state;
        let path = |id: &ArticleId| state.article(*id).unwrap().path.clone();
        let at = |index: &usize| state.articles[*index].path.clone();
        let words = match about {
            "articles" => listed(state.articles.iter().map(|article| &article.path)),
            "listed" => listed(Visible::of(state).articles.iter().map(at)),
            "visible" => listed(visible_events(state).iter().map(|event| &event.id.0)),
            "selected" => state
                .selection
                .event
                .iter()
                .map(|id| id.0.clone())
                .collect(),
            "all-selected" => {
                let events = selected_indexes(state).into_iter();
                listed(events.map(|index| &state.found.events[index].id.0))
            }
            "mention" => state
                .selection
                .mention
                .iter()
                .map(usize::to_string)
                .collect(),
            "selected-articles" => listed(state.selection.articles.iter().map(path)),
            "reading" => state.reader.iter().map(path).collect(),
            "effects" => listed(self.effects.iter()),
            "work" => state.work.iter().map(|work| work.task.words()).collect(),
            "stale" => state.is_stale.to_string(),
            "window" => state.view.window.map_or("fit".to_owned(), days),
            "lanes" => format!("{:?}", state.view.lanes),
            "scroll" => state.view.scroll_px.to_string(),
            "can-go" => {
                let back = state.history.can_go_back().then_some("back");
                let forward = state.history.can_go_forward().then_some("forward");
                listed(back.iter().chain(forward.iter()))
            }
            "dialog" => opened(state.dialog.as_ref()),
            "notice" => state.notice.clone().unwrap_or_default(),
            "problems" => state.problems.len().to_string(),
            "recent" => listed(state.settings.recent.iter().map(|paths| paths.join("+"))),
            "has-events" => (!state.found.events.is_empty()).to_string(),
            _ => return None,
        };
        Some(words)
    }

    /// What there is one of for each article, kind or status.
    fn look_up_named(&self, about: &str, name: &str) -> Option<String> {
        let article = || self.state.article(self.id(name)).expect(&self.place);
        let counts = || Visible::of(&self.state).counts;
        let words = match about {
            "date" => article().published.when.iter().map(When::to_edtf).collect(),
            "basis" => article().published.basis.id().to_owned(),
            "title" => article().title.clone(),
            "source" => article().source.clone().unwrap_or_default(),
            "kind" => {
                let kind = Kind::from_id(name).expect(&self.place);
                counts().kinds.get(&kind).copied().unwrap_or(0).to_string()
            }
            "status" => {
                let status = Status::from_id(name).expect(&self.place);
                counts()
                    .statuses
                    .get(&status)
                    .copied()
                    .unwrap_or(0)
                    .to_string()
            }
            _ => return None,
        };
        Some(words)
    }
}

fn days(window: TimeWindow) -> String {
    let day = |days| TimeWindow::date_from_days(days).to_string();
    format!("{} {}", day(window.start_days), day(window.end_days))
}

fn opened(dialog: Option<&Dialog>) -> String {
    dialog.map_or(String::new(), debug_word)
}

fn debug_word(value: &impl Debug) -> String {
    let words = format!("{value:?}");
    words.split('(').next().unwrap_or_default().to_owned()
}

fn listed(names: impl Iterator<Item = impl AsRef<str>>) -> String {
    let names: Vec<String> = names.map(|name| name.as_ref().to_owned()).collect();
    names.join(" ")
}
