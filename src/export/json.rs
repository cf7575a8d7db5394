//! What was found as JSON, by the contract `dateline/1` that `assets/schema` writes down.

use serde::Serialize;

use super::address::{Offsets, SpanOut, article_id};
use super::json_event::{EventOut, event_out};
use crate::model::{Article, Event, Problem, When};

/// Name and version of the contract.
pub const SCHEMA: &str = "dateline/1";

/// Prints articles, events and problems as JSON and a line feed. Offsets count Unicode scalar values.
pub fn to_json(
    articles: &[Article],
    events: &[&Event],
    problems: &[Problem],
) -> serde_json::Result<Vec<u8>> {
    let offsets: Vec<Offsets> = articles.iter().map(Offsets::new).collect();
    let document = Document {
        schema: SCHEMA,
        articles: articles
            .iter()
            .zip(&offsets)
            .map(|(article, offsets)| article_out(article, offsets))
            .collect(),
        events: events.iter().map(|e| event_out(e, &offsets)).collect(),
        problems: problems.iter().map(problem_out).collect(),
    };
    let mut json = serde_json::to_vec_pretty(&document)?;
    json.push(b'\n');
    Ok(json)
}

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    articles: Vec<ArticleOut<'a>>,
    events: Vec<EventOut<'a>>,
    problems: Vec<ProblemOut<'a>>,
}

#[derive(Serialize)]
struct ArticleOut<'a> {
    id: String,
    path: &'a str,
    title: &'a str,
    source: Option<&'a str>,
    published: PublishedOut,
    text: &'a str,
    boilerplate: Vec<SpanOut>,
}

#[derive(Serialize)]
struct PublishedOut {
    edtf: Option<String>,
    basis: &'static str,
}

#[derive(Serialize)]
struct ProblemOut<'a> {
    path: &'a str,
    message: &'a str,
    hint: &'a str,
}

fn article_out<'a>(article: &'a Article, offsets: &Offsets) -> ArticleOut<'a> {
    ArticleOut {
        id: article_id(article.id),
        path: &article.path,
        title: &article.title,
        source: article.source.as_deref(),
        published: PublishedOut {
            edtf: article.published.when.as_ref().map(When::to_edtf),
            basis: article.published.basis.id(),
        },
        text: &article.text,
        boilerplate: article
            .boilerplate
            .iter()
            .map(|span| offsets.span(*span))
            .collect(),
    }
}

fn problem_out(problem: &Problem) -> ProblemOut<'_> {
    ProblemOut {
        path: &problem.path,
        message: &problem.message,
        hint: &problem.hint,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use jiff::civil::date;
    use serde_json::{Value, json};

    use super::*;
    use crate::model::{
        ArticleId, Aspect, Basis, Claim, Conflict, EarlierPlan, EventId, Kind, Mention, Name,
        NameClass, Published, Span, Status, Step,
    };

    /// One article with characters of several bytes, one event that was moved, with a conflict.
    pub(crate) fn found() -> (Vec<Article>, Event) {
        let text = "— “Ana Melo met Juri Tamm in Riga.”\nAD\n";
        let at = |words: &str| {
            let start = text.find(words).expect(words);
            Span::new(start, start + words.len())
        };
        let name = |words: &str, class| Name {
            full: words.to_owned(),
            span: at(words),
            class,
        };
        let mention = Mention {
            article: ArticleId(0),
            excerpt: at("Ana Melo met Juri Tamm in Riga."),
            trigger: at("met"),
            lemma: "meet".to_owned(),
            class: "meeting".to_owned(),
            kind: Kind::Diplomacy,
            status: Status::Happened,
            status_span: None,
            when: Some(When::on_or_before(date(2031, 5, 10))),
            timex: None,
            why: vec![Step::new("It is told as past.", None)],
            places: vec![name("Riga", NameClass::Place)],
            participants: vec![
                name("Ana Melo", NameClass::Person),
                name("Juri Tamm", NameClass::Person),
            ],
            quantities: Vec::new(),
            title: "Ana Melo meets Juri Tamm".to_owned(),
            salience: 0.5,
        };
        let claim = |value: &str| Claim {
            value: value.to_owned(),
            when: None,
            mentions: vec![0],
        };
        let event = Event {
            id: EventId("e0123456789abcdef".to_owned()),
            title: "=HYPERLINK(\"x\")".to_owned(),
            kind: Kind::Diplomacy,
            status: Status::Happened,
            when: mention.when.clone(),
            earlier: vec![EarlierPlan {
                when: When::day(date(2031, 5, 3)),
                status: Status::Proposed,
                reported: date(2031, 4, 28),
            }],
            places: vec!["Riga".to_owned()],
            participants: vec!["Ana Melo".to_owned(), "Juri Tamm".to_owned()],
            origins: 1,
            mentions: vec![mention],
            conflicts: vec![Conflict {
                about: Aspect::Place,
                claims: vec![claim("Riga"), claim("Vilnius")],
            }],
            salience: 0.5,
        };
        (vec![article(text, at("AD"))], event)
    }

    fn article(text: &str, boilerplate: Span) -> Article {
        Article {
            id: ArticleId(0),
            path: "a.txt".to_owned(),
            text: text.into(),
            title: "=1+1".to_owned(),
            published: Published::on(date(2031, 5, 10), Basis::Given, None),
            boilerplate: vec![boilerplate],
            ..Article::default()
        }
    }

    fn printed() -> Value {
        let (articles, event) = found();
        let problem = Problem::with_file("b.txt", "is empty", "give a text");
        let json = to_json(&articles, &[&event], &[problem]).unwrap();
        serde_json::from_slice(&json).unwrap()
    }

    #[test]
    fn the_form_is_that_of_the_contract() {
        let mention = json!({
            "article": "a1", "start": 3, "end": 34, "trigger": {"start": 12, "end": 15},
            "status": "happened",
            "when": {"edtf": "../2031-05-10", "earliest": null, "latest": "2031-05-10"},
            "why": ["It is told as past."],
            "places": ["Riga"], "participants": ["Ana Melo", "Juri Tamm"],
        });
        let printed = printed();
        assert_eq!(printed["events"][0]["mentions"][0], mention);
        assert_eq!(
            printed["articles"][0]["boilerplate"],
            json!([{"start": 36, "end": 38}])
        );
        let published = json!({"edtf": "2031-05-10", "basis": "given"});
        assert_eq!(printed["articles"][0]["published"], published);
        let claims = json!([
            {"value": "Riga", "mentions": [0]},
            {"value": "Vilnius", "mentions": [0]},
        ]);
        let conflicts = json!([{"about": "place", "claims": claims}]);
        assert_eq!(printed["events"][0]["conflicts"], conflicts);
        let earlier = json!([{
            "when": {"edtf": "2031-05-03", "earliest": "2031-05-03", "latest": "2031-05-03"},
            "status": "proposed", "reported": "2031-04-28",
        }]);
        assert_eq!(printed["events"][0]["earlier"], earlier);
        let problem = json!({"path": "b.txt", "message": "is empty", "hint": "give a text"});
        assert_eq!(printed["problems"], json!([problem]));
    }

    #[test]
    fn the_schema_accepts_it_and_refuses_what_lacks_a_part() {
        let schema = include_str!("../../assets/schema/dateline-1.schema.json");
        let schema: Value = serde_json::from_str(schema).unwrap();
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        let mut printed = printed();
        let faults: Vec<String> = validator
            .iter_errors(&printed)
            .map(|e| e.to_string())
            .collect();
        assert_eq!(faults, Vec::<String>::new());
        for (at, wrong) in [
            ("/schema", json!("dateline/2")),
            ("/articles/0/id", json!(1)),
            (
                "/articles/0/published",
                json!({"edtf": null, "basis": "given"}),
            ),
            ("/events/0/when/latest", json!("10 May")),
            ("/events/0/status", json!("maybe")),
            ("/events/0/earlier", Value::Null),
            ("/events/0/earlier/0/when", Value::Null),
            ("/events/0/earlier/0/status", json!("happened")),
            ("/events/0/earlier/0/reported", Value::Null),
            ("/events/0/mentions", json!([])),
            (
                "/events/0/mentions/0/trigger",
                json!({"start": -1, "end": 2}),
            ),
            ("/events/0/conflicts/0/claims", json!([])),
        ] {
            let right = std::mem::replace(printed.pointer_mut(at).unwrap(), wrong);
            assert!(!validator.is_valid(&printed), "{at}");
            *printed.pointer_mut(at).unwrap() = right;
        }
    }
}
