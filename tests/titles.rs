//! Headlines, places and participants of events on many subjects, each from one or two sentences.
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::sync::Arc;

use dateline::event::mentions;
use dateline::model::{Article, ArticleId, Basis, Mention, Name, Published};
use dateline::text::analyse;
use dateline::time::tag;
use jiff::civil::Date;

/// Text, trigger, headline, places, participants.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

const PUBLISHED: &str = "2024-05-15";

const ROWS: &[Row] = &[
    (
        "On Monday, a Lisbon judge sentenced political activist Vladimir Kara-Murza to two years in prison.",
        "sentenced",
        "Lisbon judge sentences Vladimir Kara-Murza",
        "",
        "Portugal, Vladimir Kara-Murza",
    ),
    (
        "Lee Marsh, an aide to the mayor, confirmed on Tuesday that the joint exercise would be held.",
        "confirmed",
        "Lee Marsh confirms joint exercise would be held",
        "",
        "Lee Marsh",
    ),
    (
        "Maria Rossi warned on Monday that any strike started by the crews would become a long one.",
        "warned",
        "Maria Rossi warns strike would become long one",
        "",
        "Maria Rossi",
    ),
    (
        "A storm hit Sicily on Monday, killing at least 20 people.",
        "killing",
        "At least 20 people killed",
        "",
        "",
    ),
    (
        "The company announced a recall of 2 million cars on Tuesday.",
        "recall",
        "Company announces recall of 2 million cars",
        "",
        "",
    ),
    (
        "The governor, hoping to calm the markets, raised rates to 7% on Thursday.",
        "raised",
        "Governor raises rates to 7%",
        "",
        "",
    ),
    (
        "A storm hit Sicily on Monday, killing two people.",
        "storm",
        "Storm in Sicily",
        "Sicily",
        "",
    ),
    (
        "A storm hit Sicily on Monday, killing two people.",
        "killing",
        "Two people killed",
        "",
        "",
    ),
    (
        "The earthquake in Nepal on 3 May left thousands homeless.",
        "earthquake",
        "Earthquake in Nepal",
        "Nepal",
        "",
    ),
    (
        "The volcano erupted on the island of Java on Friday.",
        "erupted",
        "Volcano erupts on island of Java",
        "Java",
        "",
    ),
    (
        "Finland will hold a parliamentary election on 14 June.",
        "election",
        "Finland to hold parliamentary election",
        "",
        "Finland",
    ),
    (
        "Ghana's presidential election was held on 7 December 2020.",
        "election",
        "Ghana's presidential election",
        "",
        "Ghana",
    ),
    (
        "President Maria Araujo resigned on Tuesday.",
        "resigned",
        "Maria Araujo resigns",
        "",
        "Maria Araujo",
    ),
    (
        "Minister Ilse Brandt won the vote on Monday. She visited Oslo on Tuesday.",
        "visited",
        "Ilse Brandt visits Oslo",
        "Oslo",
        "",
    ),
    (
        "Acme Corp agreed to buy its rival Zenith Ltd for $2 billion on Monday.",
        "agreed",
        "Acme Corp agrees to buy rival Zenith Ltd",
        "",
        "Acme Corp, Zenith Ltd",
    ),
    (
        "The merger between Acme Corp and Zenith Ltd was completed on 2 May.",
        "merger",
        "Merger between Acme Corp and Zenith Ltd",
        "",
        "Acme Corp, Zenith Ltd",
    ),
    (
        "Shares in Acme Corp fell 18 percent on Friday.",
        "fell",
        "Shares in Acme Corp fall 18 percent",
        "",
        "Acme Corp",
    ),
    (
        "Ajax defeated Porto 3-1 in the final in Lisbon on Saturday.",
        "defeated",
        "Ajax defeats Porto 3-1 in final in Lisbon",
        "Lisbon",
        "",
    ),
    (
        "The final will be played in Lisbon on 1 June.",
        "final",
        "Final in Lisbon",
        "Lisbon",
        "",
    ),
    (
        "The trial of Henrik Dahl began in Oslo on Monday.",
        "trial",
        "Trial of Henrik Dahl in Oslo",
        "Oslo",
        "Henrik Dahl",
    ),
    (
        "A court in Madrid sentenced two former ministers to nine years in prison on Tuesday.",
        "sentenced",
        "Court in Madrid sentences two former ministers",
        "Madrid",
        "",
    ),
    (
        "Police arrested four men in Lyon on Monday.",
        "arrested",
        "Police arrest four men in Lyon",
        "Lyon",
        "",
    ),
    (
        "State radio quoted an officer saying three foreign tourists were found and arrested on Monday.",
        "arrested",
        "Three foreign tourists arrested",
        "",
        "",
    ),
    (
        "Four engineers were arrested in Turin on Monday.",
        "arrested",
        "Four engineers arrested in Turin",
        "Turin",
        "",
    ),
    (
        "The health ministry reported an outbreak of cholera in Haiti on Monday.",
        "outbreak",
        "Outbreak of cholera in Haiti",
        "Haiti",
        "",
    ),
    (
        "A rocket carrying two satellites was launched from Kourou on Thursday.",
        "launched",
        "Rocket launched from Kourou",
        "",
        "Kourou",
    ),
    (
        "The capsule landed in Utah on 18 February 2021.",
        "landed",
        "Capsule lands in Utah",
        "Utah",
        "",
    ),
    (
        "Nurses went on strike across Wales on Wednesday.",
        "went on strike",
        "Nurses go on strike across Wales",
        "Wales",
        "",
    ),
    (
        "The visit of Swedish Foreign Minister Karl Lind to Hanoi on Monday was short.",
        "visit",
        "Visit of Karl Lind to Hanoi",
        "Hanoi",
        "Sweden, Karl Lind",
    ),
    (
        "Two trains collided near Prague on Sunday, injuring 30 passengers.",
        "collided",
        "Two trains collide near Prague",
        "Prague",
        "",
    ),
    (
        "Two trains collided near Prague on Sunday, injuring 30 passengers.",
        "injuring",
        "30 passengers injured",
        "",
        "",
    ),
    (
        "The band will perform at Wembley Stadium in London on 8 June.",
        "perform",
        "Band to perform at Wembley Stadium in London",
        "Wembley Stadium, London",
        "",
    ),
    (
        "The Senate passed a law banning plastic bags on Thursday.",
        "passed",
        "Senate passes law banning plastic bags",
        "",
        "Senate",
    ),
    (
        "Prime Minister Anna Berg warned of a regional water crisis on Tuesday.",
        "warned",
        "Anna Berg warns of regional water crisis",
        "",
        "Anna Berg",
    ),
    (
        "Prime Minister Anna Berg warned on Tuesday that the drought would spread to Norway.",
        "warned",
        "Anna Berg warns drought would spread to Norway",
        "",
        "Anna Berg",
    ),
    (
        "Governor Paul Reyes announced a reward on Sunday.",
        "announced",
        "Paul Reyes announces reward",
        "",
        "Paul Reyes",
    ),
    (
        "Talks between Peru and Chile were held in Quito in March.",
        "Talks",
        "Talks between Peru and Chile in Quito",
        "Quito",
        "Peru, Chile",
    ),
    (
        "Peru and Chile signed the fishing papers in Lima on Monday.",
        "signed",
        "Peru and Chile sign fishing papers in Lima",
        "Lima",
        "Peru, Chile",
    ),
    (
        "The United Kingdom will withdraw its troops from Cyprus in July.",
        "withdraw",
        "UK to withdraw troops from Cyprus",
        "",
        "United Kingdom, Cyprus",
    ),
    (
        "Norway could expel two diplomats next week.",
        "expel",
        "Norway could expel two diplomats",
        "",
        "Norway",
    ),
    (
        "The concert in Vienna on Friday was cancelled.",
        "cancelled",
        "Concert in Vienna cancelled",
        "Vienna",
        "",
    ),
    (
        "Brazil sent a warship toward Cape Verde on Monday.",
        "sent",
        "Brazil sends warship toward Cape Verde",
        "",
        "Brazil, Cape Verde",
    ),
    (
        "According to Reuters, Kenyan police shot dead a gunman in Mombasa on Monday.",
        "shot dead",
        "Kenyan police shoot dead gunman in Mombasa",
        "Mombasa",
        "Kenya",
    ),
    (
        "The joint naval exercise of India, Japan and Australia in the Bay of Bengal begins on Monday.",
        "naval exercise",
        "Joint naval exercise of India, Japan and Australia",
        "Bay of Bengal",
        "India, Japan, Australia",
    ),
    (
        "The 34-day war in Lebanon ended in August 2006.",
        "war",
        "34-day war in Lebanon",
        "Lebanon",
        "",
    ),
    (
        "The court did not convict the former mayor on Monday.",
        "convict",
        "Court did not convict former mayor",
        "",
        "",
    ),
    (
        "Thousands of people protested in Nairobi on Saturday.",
        "protested",
        "Thousands of people protest in Nairobi",
        "Nairobi",
        "",
    ),
    (
        "The bill, passed by the Senate in March, was welcomed by farmers.",
        "passed",
        "Bill passed by Senate",
        "",
        "Senate",
    ),
    (
        "Nine passengers died in a fire in Dhaka on Monday.",
        "died",
        "Nine passengers die in fire in Dhaka",
        "Dhaka",
        "",
    ),
    (
        "The union urged the board to dismiss director Tom Hale on Monday.",
        "dismiss",
        "Board could dismiss Tom Hale",
        "",
        "Tom Hale",
    ),
];

fn read(text: &str) -> Vec<Mention> {
    let day: Date = PUBLISHED.parse().unwrap();
    let article = Article {
        id: ArticleId(0),
        path: "test.txt".to_owned(),
        text: Arc::from(text),
        title: "test".to_owned(),
        title_span: None,
        source: None,
        declared_date: None,
        saved: None,
        anchor: None,
        published: Published::on(day, Basis::Given, None),
        boilerplate: Vec::new(),
    };
    let document = analyse(text, &[]);
    let timexes = tag(text, &document, Some(day));
    mentions(&article, &document, &timexes)
}

fn joined(names: &[Name]) -> String {
    let full: Vec<&str> = names.iter().map(|name| name.full.as_str()).collect();
    full.join(", ")
}

#[test]
fn headlines_places_and_participants_are_an_editors() {
    let mut wrong = Vec::new();
    for (text, trigger, title, places, participants) in ROWS {
        let found = read(text);
        let Some(mention) = found.iter().find(|m| m.trigger.of(text) == *trigger) else {
            let triggers: Vec<&str> = found.iter().map(|m| m.trigger.of(text)).collect();
            wrong.push(format!("{text}\n  found {triggers:?}, not {trigger}"));
            continue;
        };
        let is = (
            mention.title.as_str(),
            joined(&mention.places),
            joined(&mention.participants),
        );
        let ought = (*title, (*places).to_owned(), (*participants).to_owned());
        if is != ought {
            wrong.push(format!("{text}\n  is    {is:?}\n  ought {ought:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn headlines_have_a_good_form() {
    let words: toml::Table = include_str!("../assets/lang/en/event/titles.toml")
        .parse()
        .unwrap();
    let list = |key: &str| -> BTreeSet<String> {
        let text = words.get(key).and_then(toml::Value::as_str).unwrap();
        text.split_whitespace().map(str::to_owned).collect()
    };
    let particles = list("particles");
    let loose: BTreeSet<String> = list("loose").difference(&particles).cloned().collect();
    let mut n_titles = 0;
    for (text, ..) in ROWS {
        for mention in read(text) {
            check_form(&mention.title, &loose);
            n_titles += 1;
        }
    }
    assert!(ROWS.len() <= n_titles, "{n_titles}");
}

fn check_form(title: &str, loose: &BTreeSet<String>) {
    assert!(title.chars().count() <= 60, "{title}");
    let first = title.chars().next().expect("a title");
    assert!(first.is_uppercase() || first.is_numeric(), "{title}");
    let last = title.chars().next_back().expect("a title");
    assert!(last.is_alphanumeric() || "%)".contains(last), "{title}");
    let word = title.rsplit(' ').next().expect("a word").to_lowercase();
    assert!(word == "us" || !loose.contains(&word), "{title}");
}
