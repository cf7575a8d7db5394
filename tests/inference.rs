//! Publication dates of articles that state none: what is inferred, from which clues, and what the
//! reader makes of it.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::sync::Arc;

use dateline::ingest;
use dateline::model::{Article, ArticleId, Basis, Event, When};
use dateline::session::{
    Command, Effect, Extraction, Progress, State, extract, extract_with, update, with_inferred,
};
use dateline::time::{self, Anchor, Landmarks};
use jiff::civil::{Date, date};

/// A set of articles as they are read, their dates settled as far as they state them.
fn articles(texts: &[&str]) -> Vec<Article> {
    let read = texts.iter().enumerate().map(|(index, text)| {
        let id = ArticleId(u32::try_from(index).unwrap());
        let path = format!("article-{}.txt", "abcdefgh".get(index..=index).unwrap());
        let mut article = ingest::article(id, &path, text.as_bytes()).0.unwrap();
        article.published = time::publication(&article).0;
        article
    });
    read.collect()
}

fn found(articles: &[Article]) -> Extraction {
    extract(articles, &Progress::default()).unwrap()
}

/// What is inferred for the last of the articles: `EDTF | clue | clue`.
fn inferred(texts: &[&str], saved: Option<Date>) -> String {
    let mut articles = articles(texts);
    let last = articles.last_mut().unwrap();
    last.saved = saved;
    let id = last.id;
    let found = found(&articles);
    found.inferred.get(&id).map_or("-".to_owned(), |inference| {
        let clues = inference.clues.iter().map(|clue| clue.words.as_str());
        let edtf = inference.when.to_edtf();
        std::iter::once(edtf.as_str())
            .chain(clues)
            .collect::<Vec<&str>>()
            .join(" | ")
    })
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let text = format!("A headline\n\n{text}\n");
    let found = inferred(&[&text], None);
    let edtf = found.split(" | ").next().unwrap();
    assert_eq!(edtf, expected, "{text}\n{found}");
}

#[test]
fn one_article_holds_clues() {
    for (text, expected) in [
        // An event that nobody foresaw.
        (
            "Prices have risen since the collapse of Lehman Brothers.",
            "2008-09-15/..",
        ),
        (
            "The harbour was rebuilt after Hurricane Katrina.",
            "2005-08-23/..",
        ),
        // Words that count from the publication, beside such an event.
        (
            "The roof was lost in June last year, days after the Grenfell Tower fire.",
            "[2018-01-01..2018-12-31]",
        ),
        (
            "The fund was set up two years ago, after the Grenfell Tower fire.",
            "[2019-01-01..2019-12-31]",
        ),
        (
            "Hundreds came on the 10th anniversary of the Hillsborough disaster.",
            "[1999-02-14..1999-06-14]",
        ),
        // What was planned long before says something only with a word beside it.
        (
            "The club has sold more shirts since the 2018 World Cup.",
            "2018-06-14/..",
        ),
        ("The club will build a stadium for the 2026 World Cup.", "-"),
        // Dates with a year.
        (
            "The bridge was opened on 3 May 2011 and closed in June 2014.",
            "2014-06-01/..",
        ),
        (
            "The bridge was opened on 3 May 2011. It will be closed on 4 May 2012.",
            "[2011-05-03..2012-05-04]",
        ),
        // A weekday that is right in some years only.
        (
            "The bridge opened in 2011. It was closed on Friday, 6 February, and will open again in December 2015.",
            "[2015-02-06..2015-08-08]",
        ),
        // Offices.
        (
            "President Nelson Mandela opened the bridge.",
            "[1994-05-10..1999-06-14]",
        ),
        // A date line without its year.
        (
            "LISBON, March 3 (Example Wire) - The bridge, opened in 2011, will close in December 2012.",
            "[2011-03-03..2012-03-06]",
        ),
        // The foot of the page.
        (
            "The bridge was opened on 3 May 2011.\n\n© 2013 Example News",
            "[2011-05-03..2013-12-31]",
        ),
    ] {
        check(text, expected);
    }
}

#[test]
fn what_says_nothing_of_the_day_infers_nothing() {
    for text in [
        "The bridge was closed on Friday.",
        "The bridge will be closed by 2030.",
        "The 2030 Agenda names the bridge.",
        "Former President Nelson Mandela came.",
        "LISBON, March 3 (Example Wire) - The bridge was closed.",
        "They compared it to the 1924 Paris Olympics.",
        "© 2013 Example News",
    ] {
        check(text, "-");
    }
}

#[test]
fn a_stated_date_is_never_inferred_over() {
    let text = "A headline\n\nPublished: 5 July 2024\n\nIt was after the Brexit vote.\n";
    assert_eq!(inferred(&[text], Some(date(2024, 8, 1))), "-");
}

#[test]
fn the_file_bounds_only_from_above() {
    let text = "A headline\n\nThe roof has leaked since the Brexit vote.\n";
    let words = "2016-06-23..2017-03-02";
    let found = inferred(&[text], Some(date(2017, 3, 1)));
    assert!(
        found.contains(words) && found.contains("its file was saved"),
        "{found}"
    );
    let nothing = "A headline\n\nThe roof was lost on Friday.\n";
    assert_eq!(inferred(&[nothing], Some(date(2017, 3, 1))), "-");
}

#[test]
fn clues_that_contradict_surer_ones_are_left_out() {
    check(
        "The bridge was opened in May 2001. It has been empty since the Brexit vote. It will be closed in May 2003.",
        "2016-06-23/..",
    );
}

const DATED: &str = "Ministers of Chile and Peru to meet in Quito on Friday\n\nPublished: 4 May 2021\n\n\
    The foreign ministers of Chile and Peru will hold talks in Quito on Friday, officials said.\n";
const UNDATED: &str = "Quito prepares for talks\n\n\
    The foreign ministers of Chile and Peru will hold talks in Quito on Friday.\n\
    Farmers in the province protested on Sunday.\n";

#[test]
fn other_articles_of_the_set_bound_the_day() {
    let found = inferred(&[DATED, UNDATED], None);
    assert!(found.starts_with("[2021-05-01..2021-05-07]"), "{found}");
    assert!(found.contains("“Friday” is Friday 7 May 2021"), "{found}");
}

#[test]
fn events_that_count_from_the_range_are_as_wide_as_it() {
    let articles = articles(&[DATED, UNDATED]);
    let found = found(&articles);
    let protest = event_of(&found.events, "protest");
    let when = protest.when.as_ref().unwrap();
    assert_eq!(when.to_edtf(), "[2021-04-25..2021-05-02]");
    let why: Vec<&str> = protest
        .mentions
        .iter()
        .flat_map(|m| &m.why)
        .map(|s| s.words.as_str())
        .collect();
    assert!(
        why.iter()
            .any(|words| words.contains("not known to the day")),
        "{why:?}"
    );
    let dated = with_inferred(&articles, &found.inferred);
    let basis: Vec<Basis> = dated
        .iter()
        .map(|article| article.published.basis)
        .collect();
    assert_eq!(basis, [Basis::DateLine, Basis::Inferred]);
}

fn event_of<'e>(events: &'e [Event], class: &str) -> &'e Event {
    let has = |event: &&Event| {
        event
            .mentions
            .iter()
            .any(|m| m.class == class || m.lemma == class)
    };
    events.iter().find(has).unwrap()
}

#[test]
fn a_range_of_years_draws_nothing() {
    let articles = articles(&[
        "A headline\n\nThe roof has leaked since the Brexit vote.\nFarmers protested on Sunday.\n",
    ]);
    let found = found(&articles);
    assert_eq!(found.inferred.len(), 1);
    assert_eq!(event_of(&found.events, "protest").when, None);
    assert_eq!(found.dated(&articles), articles);
}

#[test]
fn readers_name_landmarks_of_their_own() {
    let own = "[[landmark]]\nsource = \"Chronicle\"\nnames = [\"Great Flood\"]\nwhen = \"1997-07-06\"\n";
    let landmarks = Landmarks::with_own(own).unwrap();
    let articles = articles(&["A headline\n\nThe bridge was lost in the Great Flood.\n"]);
    let found = extract_with(&articles, Some(&landmarks), &Progress::default()).unwrap();
    let whens: Vec<String> = found.inferred.values().map(|i| i.when.to_edtf()).collect();
    assert_eq!(whens, ["1997-07-06/.."]);
}

/// The state after reading and extraction, as the window would do it.
fn opened(texts: &[&str]) -> State {
    let mut state = State::default();
    update(&mut state, Command::Open(vec!["set".into()]));
    let loaded = Command::Loaded {
        run: state.run,
        articles: articles(texts),
        problems: Vec::new(),
    };
    carry_out(&mut state, loaded);
    state
}

fn carry_out(state: &mut State, command: Command) {
    for effect in update(state, command) {
        if let Effect::Extract { run, articles } = effect {
            let found = Some(Arc::new(found(&articles)));
            update(state, Command::Extracted { run, found });
        }
    }
}

fn last_published(state: &State) -> (Basis, Option<String>) {
    let published = &state.articles.last().unwrap().published;
    (published.basis, published.when.as_ref().map(When::to_edtf))
}

#[test]
fn readers_accept_set_and_undo() {
    let mut state = opened(&[DATED, UNDATED]);
    let range = Some("[2021-05-01..2021-05-07]".to_owned());
    assert_eq!(last_published(&state), (Basis::Inferred, range.clone()));
    let when = When::from_edtf(range.as_deref().unwrap());
    let protest = |state: &State| {
        event_of(&state.found.events, "protest")
            .when
            .as_ref()
            .map(When::to_edtf)
    };
    let widely = protest(&state);
    carry_out(&mut state, Command::SetPublished(vec![ArticleId(1)], when));
    assert_eq!(last_published(&state), (Basis::Reader, range.clone()));
    assert!(state.found.inferred.is_empty());
    assert_eq!(protest(&state), widely);
    let day = Some(When::day(date(2021, 5, 5)));
    carry_out(&mut state, Command::SetPublished(vec![ArticleId(1)], day));
    assert_eq!(protest(&state).as_deref(), Some("2021-05-02"));
    carry_out(&mut state, Command::Undo);
    carry_out(&mut state, Command::Undo);
    assert_eq!(last_published(&state), (Basis::Inferred, range));
    assert_eq!(protest(&state), widely);
}

#[test]
fn readers_say_what_dates_count_from() {
    const FIRE: &str = "The fire of the docks\n\nPublished: 3 February 2026\n\n\
        The fire began in March 1871. In May it reached the docks.\n";
    let mut state = opened(&[FIRE]);
    let last = |state: &State| -> Option<String> {
        let timexes = state.found.timexes.first()?;
        timexes.last().map(|timex| timex.value.clone())
    };
    assert_eq!(last(&state).as_deref(), Some("2025-05"));
    assert!(state.found.stories.is_empty());
    let story = Command::SetAnchor(vec![ArticleId(0)], Some(Anchor::Story));
    carry_out(&mut state, story);
    assert_eq!(last(&state).as_deref(), Some("1871-05"));
    carry_out(&mut state, Command::Undo);
    assert_eq!(last(&state).as_deref(), Some("2025-05"));
}

/// `dateline extract` on one article in a folder, with more arguments: stdout and stderr.
fn extracted(text: &str, more: &[&str]) -> (serde_json::Value, String) {
    let folder = tempfile::tempdir().unwrap();
    let article = folder.path().join("article.txt");
    std::fs::write(&article, text).unwrap();
    std::fs::write(
        folder.path().join("own.toml"),
        "[[landmark]]\nsource = \"Chronicle\"\nnames = [\"Great Flood\"]\nwhen = \"1997-07-06\"\n",
    )
    .unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_dateline"))
        .current_dir(folder.path())
        .args(["extract", "article.txt"])
        .args(more)
        .output()
        .unwrap();
    assert!(output.status.success());
    let json = serde_json::from_slice(&output.stdout).unwrap();
    (json, String::from_utf8(output.stderr).unwrap())
}

#[test]
fn the_command_line_says_what_it_inferred() {
    let text = "A headline\n\nThe bridge was lost in the Great Flood. It will open again in May 1999.\n";
    let (json, told) = extracted(text, &["--landmarks", "own.toml"]);
    let published = &json["articles"][0]["published"];
    assert_eq!(published["basis"], "inferred");
    assert_eq!(published["edtf"], "[1997-07-06..1999-05-31]");
    assert_eq!(told.lines().count(), 1, "{told}");
    assert!(
        told.contains("states no publication date; inferred: between 6 July 1997"),
        "{told}"
    );
    let (json, told) = extracted("A headline\n\nThe bridge was lost on Friday.\n", &[]);
    assert_eq!(json["articles"][0]["published"]["basis"], "unknown");
    assert_eq!(told, "");
}
