//! What an export asks for, made from the state: the bytes of a file, or a small preview.

use std::borrow::Cow;

use crate::export::{self, Format, Picture, Preview};
use crate::layout;
use crate::model::{Article, Event, Problem};
use crate::scene::Theme;
use crate::session::{
    ExportRequest, State, ThemeChoice, is_known_by, shown_window, visible_events, with_inferred,
};

/// The bytes of the file.
pub(super) fn bytes(state: &State, request: &ExportRequest) -> Result<Vec<u8>, Problem> {
    let events = visible_events(state);
    let articles = articles(state);
    let dated = || with_inferred(&articles, &state.found.inferred);
    match request.format.as_str() {
        "json" => export::to_json(&dated(), &events, &state.problems)
            .map_err(|error| problem(request, &error.to_string())),
        "csv" => export::to_csv(&dated(), &events)
            .map_err(|error| problem(request, &error.to_string())),
        format => {
            let format = Format::from_extension(format)
                .ok_or_else(|| problem(request, &format!("no such format: {format}")))?;
            export::render(&picture(state, (&events, &articles), request), format)
                .map_err(|error| problem(request, &error.to_string()))
        }
    }
}

/// The picture drawn `width_px` wide and at most so high, or why it cannot be.
pub(super) fn preview(
    state: &State,
    request: &ExportRequest,
    width_px: u32,
    max_height_px: u32,
) -> Result<Preview, String> {
    let events = visible_events(state);
    let articles = articles(state);
    let picture = picture(state, (&events, &articles), request);
    export::preview(&picture, width_px, max_height_px).map_err(|error| error.to_string())
}

/// The articles that the picture tells of: with an as-of day those out by then, as the command line
/// takes them.
fn articles(state: &State) -> Cow<'_, [Article]> {
    let Some(day) = state.view.as_of else {
        return Cow::Borrowed(&state.articles);
    };
    let known = state.articles.iter().filter(|a| is_known_by(a, day));
    known.cloned().collect()
}

fn picture<'a>(
    state: &'a State,
    (events, articles): (&'a [&'a Event], &'a [Article]),
    request: &'a ExportRequest,
) -> Picture<'a> {
    Picture {
        events,
        articles,
        window: if request.visible_only {
            shown_window(state)
        } else {
            layout::fit(events, articles)
        },
        width_px: request.width_px,
        height_px: (request.height_px >= 1.0).then_some(request.height_px),
        scale: request.scale,
        theme: match request.theme {
            ThemeChoice::System | ThemeChoice::Light => Theme::light(),
            ThemeChoice::Dark => Theme::dark(),
            ThemeChoice::HighContrast => Theme::high_contrast(),
        },
        lanes: state.view.lanes,
        legend: request.legend,
        notes: request.notes,
        as_of: state.view.as_of,
        title: Some(&request.title),
    }
}

fn problem(request: &ExportRequest, message: &str) -> Problem {
    let path = request.path.as_ref().map(|path| path.display().to_string());
    let hint = "choose another size or format";
    Problem::with_file(path.unwrap_or_default(), message, hint)
}
