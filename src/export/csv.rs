//! What was found as CSV: one row an event, for spreadsheets.

use crate::model::{Article, Conflict, Event, When};

use super::address::article_id;

const COLUMNS: [&str; 14] = [
    "id",
    "title",
    "kind",
    "status",
    "edtf",
    "earliest",
    "latest",
    "places",
    "participants",
    "origins",
    "conflicts",
    "articles",
    "excerpt",
    "salience",
];

/// What stands between the parts of one cell.
const BETWEEN: &str = "; ";

/// Prints a heading and one row an event. Cells that a spreadsheet would run as a formula begin
/// with an apostrophe.
pub fn to_csv(articles: &[Article], events: &[&Event]) -> csv::Result<Vec<u8>> {
    let mut rows = csv::Writer::from_writer(Vec::new());
    rows.write_record(COLUMNS)?;
    for event in events {
        rows.write_record(row(articles, event).iter().map(|cell| harmless(cell)))?;
    }
    rows.into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))
}

fn row(articles: &[Article], event: &Event) -> [String; COLUMNS.len()] {
    let day = |day| When::day(day).to_edtf();
    let when = event.when.as_ref();
    let or_none = |words: Option<String>| words.unwrap_or_default();
    [
        event.id.0.clone(),
        event.title.clone(),
        event.kind.id().to_owned(),
        event.status.id().to_owned(),
        or_none(when.map(When::to_edtf)),
        or_none(when.and_then(When::earliest).map(day)),
        or_none(when.and_then(When::latest).map(day)),
        event.places.join(BETWEEN),
        event.participants.join(BETWEEN),
        event.origins.to_string(),
        conflict_words(&event.conflicts),
        article_names(articles, event),
        first_excerpt(articles, event),
        format!("{:.3}", event.salience),
    ]
}

/// `place: Oslo (2), Bergen (1)`, the number of mentions behind each value.
fn conflict_words(conflicts: &[Conflict]) -> String {
    let words = conflicts.iter().map(|conflict| {
        let claims = conflict.claims.iter();
        let claims = claims.map(|claim| format!("{} ({})", claim.value, claim.mentions.len()));
        format!(
            "{}: {}",
            conflict.about.id(),
            claims.collect::<Vec<String>>().join(", ")
        )
    });
    words.collect::<Vec<String>>().join(BETWEEN)
}

fn article_names(articles: &[Article], event: &Event) -> String {
    let mut ids: Vec<_> = event.mentions.iter().map(|m| m.article).collect();
    ids.sort();
    ids.dedup();
    let names = ids.into_iter().map(|id| match find(articles, id) {
        Some(article) => article.path.clone(),
        None => article_id(id),
    });
    names.collect::<Vec<String>>().join(BETWEEN)
}

fn first_excerpt(articles: &[Article], event: &Event) -> String {
    let excerpt = event.mentions.first().and_then(|mention| {
        find(articles, mention.article).map(|article| mention.excerpt.of(&article.text))
    });
    let words: Vec<&str> = excerpt.unwrap_or("").split_whitespace().collect();
    words.join(" ")
}

fn find(articles: &[Article], id: crate::model::ArticleId) -> Option<&Article> {
    let at = articles.binary_search_by_key(&id, |article| article.id);
    at.ok().and_then(|at| articles.get(at))
}

/// Spreadsheets run cells that begin with these signs; an article must not be able to do that.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::json::tests::found;

    #[test]
    fn one_row_an_event_and_no_formula_runs() {
        let (articles, event) = found();
        let csv = String::from_utf8(to_csv(&articles, &[&event]).unwrap()).unwrap();
        let rows: Vec<&str> = csv.lines().collect();
        let expected = [
            "id,title,kind,status,edtf,earliest,latest,places,participants,origins,conflicts,\
             articles,excerpt,salience",
            "e0123456789abcdef,\"'=HYPERLINK(\"\"x\"\")\",diplomacy,happened,../2031-05-10,,\
             2031-05-10,Riga,Ana Melo; Juri Tamm,1,\"place: Riga (1), Vilnius (1)\",a.txt,\
             Ana Melo met Juri Tamm in Riga.,0.500",
        ];
        assert_eq!(rows, expected);
    }

    #[test]
    fn signs_of_formulas_are_guarded() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-0043-03-15", "'-0043-03-15"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("2031-05-10", "2031-05-10"),
            ("", ""),
        ] {
            assert_eq!(harmless(cell), expected);
        }
    }
}
