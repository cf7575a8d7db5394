//! Event mentions from sentences: trigger, status, date, places and headline.
#![expect(clippy::expect_used, reason = "a test may panic")]

#[path = "../support/article.rs"]
mod article;
mod echoes;
mod lead;
mod news;

use article::{article, mentions_in};
use dateline::model::{Mention, Span, Status, When};
use jiff::civil::Date;
use proptest::prelude::*;

const PUBLISHED: &str = "2024-05-15";

fn read(text: &str, published: Option<&str>) -> Vec<Mention> {
    mentions_in(text, published.map(day))
}

fn day(written: &str) -> Date {
    written.parse().expect("a day")
}

/// The mention of `text` whose trigger is `trigger`.
fn mention(text: &str, trigger: &str) -> Mention {
    let found = read(text, Some(PUBLISHED));
    let triggers: Vec<&str> = found.iter().map(|m| m.trigger.of(text)).collect();
    let at = triggers.iter().position(|words| *words == trigger);
    let at = at.unwrap_or_else(|| panic!("{text}\nfound {triggers:?}, not {trigger}"));
    found.into_iter().nth(at).expect("a mention")
}

/// What is wrong with the mention of `trigger`, if anything.
fn fault(text: &str, trigger: &str, status: Status, when: &str) -> Option<String> {
    let found = read(text, Some(PUBLISHED));
    let Some(mention) = found.iter().find(|m| m.trigger.of(text) == trigger) else {
        let triggers: Vec<&str> = found.iter().map(|m| m.trigger.of(text)).collect();
        return Some(format!("{text}\n  found {triggers:?}, not {trigger}"));
    };
    assert!(!mention.why.is_empty(), "{text}: no reason");
    let edtf = mention.when.as_ref().map_or(String::new(), When::to_edtf);
    let is_right = mention.status == status && edtf == when;
    (!is_right).then(|| format!("{text}\n  {trigger}: {:?} {edtf}", mention.status))
}

/// One sentence a line: what it says, the trigger, its status and its date. Published on [`PUBLISHED`].
const TABLE: &str = "\
The board of Acme approved the sale of the mill on Monday.|approved|Happened|2024-05-13
The guerrillas agreed to a truce on Monday.|truce|Happened|2024-05-13
Three men committed a robbery in Cusco on Monday.|robbery|Happened|2024-05-13
The queen could not attend the summit in Oslo on Monday.|summit|Happened|2024-05-13
Truckers blocked a pass in Peru on Monday to protest.|protest|Happened|2024-05-13~
Chile's senate on Monday debated whether to dismiss the judge.|dismiss|Proposed|2024-05-13
Rents have risen in Peru since June.|risen|Happened|[2023-06-01..2024-05-15]
Rents in Peru rose in June.|rose|Happened|2023-06
It was the highest number since June, when 300 miners were laid off.|laid off|Happened|2023-06
Six people died after the May 3 avalanche buried a lodge in Peru.|avalanche|Happened|2024-05-03
The dam in Peru has collapsed, the mayor told reporters Monday.|collapsed|Happened|2024-05-15~
Police arrested the leader of Saturday's march in Lima.|arrested|Happened|../2024-05-15
Okoye was arrested around 8 pm at a hotel in Lima on Saturday.|arrested|Happened|2024-05-11
The bus overturned soon after leaving Cusco on 3 May.|overturned|Happened|2024-05-03~
Acme reported record sales of $5 million, up from $4 million last year.|reported|Happened|../2024-05-15
Judge Silva ordered an inquiry and adjourned the case to Friday.|inquiry|Happened|../2024-05-15
Farmers who lost their crops last year marched in Lyon on Monday.|marched|Happened|2024-05-13
The yard launched its third ferry, the Aurora, in June 2022; sea trials began in May 2023.|launched|Happened|2022-06
The envoy accused the army of shelling the village on 4 June.|shelling|Happened|2023-06-04
Trains resumed on Friday after a two-day halt caused by a fault.|caused|Happened|../2024-05-15
A quake of magnitude 6.4 struck southern Chile on Monday.|quake|Happened|2024-05-13
The court adjourned the trial until Friday.|adjourned|Happened|../2024-05-15
The launch, planned for June, has been delayed until July.|launch|Planned|2024-07
Six weeks later, Hill was placed on the list in Lima.|placed|Happened|../2024-05-15
The mayor promised aid to victims of the fire.|fire|Happened|../2024-05-15
The pope appealed on Monday for a swift response to the outbreak.|outbreak|Happened|../2024-05-13
She was sentenced in June for a 2012 crash in Lima.|sentenced|Happened|2023-06
The blast killed two, leaving ten injured on Monday.|killed|Happened|2024-05-13~
The man tried to kill his wife on Monday.|kill|Happened|2024-05-13
The clerk, the first to plead guilty in the case, died on Friday.|plead guilty|Happened|../2024-05-15
The film, directed by Ann Reed, will open on Friday.|directed|Happened|../2024-05-15
Police hope to find the boy kidnapped on Monday in Lagos.|kidnapped|Happened|2024-05-13
The mayor condemned the April 3 bombing on Friday.|bombing|Happened|2024-04-03
The mayor condemned the April 3 bombing on Friday.|condemned|Happened|2024-05-10
The mayor praised the May 3 raid on Friday.|praised|Happened|2024-05-10
Two people were killed when a bus overturned in Lyon on Sunday.|killed|Happened|2024-05-12
The minister will resign when the envoy visits Oslo on Friday.|resign|Planned|2024-05-17
The army had shelled the town for weeks when the rebels left on Sunday.|shelled|Happened|../2024-05-15
The deal is dead, as the minister said on Sunday.|dead|Happened|../2024-05-15
The minister resigned on Sunday after the court rejected the appeal.|rejected|Happened|../2024-05-12
The minister resigned on Sunday, hours after the court rejected the appeal.|rejected|Happened|2024-05-12~
A man described as a lawyer shot two people in Lyon on Sunday.|shot|Happened|2024-05-12
The firm was barred from selling the drug on Friday.|selling|Denied|2024-05-10
The union banned the jets on Monday due to two crashes in Peru.|crashes|Happened|../2024-05-13
The mayor insisted on holding the vote in June.|vote|Proposed|2024-06
The update will appear on 17 June, two days before the phone launches.|launches|Planned|2024-06-19
A guard is alleged to have killed a clerk in Lyon in April.|killed|Happened|2024-04
Troops have been fighting in the north since Monday.|fighting|Ongoing|[2024-05-13..2024-05-15]
Peru did not join the exercise in the Pacific on Monday.|exercise|Happened|2024-05-13
The mayor will visit Lima after the attack.|attack|Happened|../2024-05-15
On Monday, after the vote, the minister resigned.|resigned|Happened|2024-05-13
On Monday, two days after the vote, the minister resigned.|resigned|Happened|2024-05-13
The helicopter vanished on Monday, ten minutes after it took off.|took off|Happened|2024-05-13
The envoy died on 3 May, a week after he resigned.|resigned|Happened|2024-04-26
Prosecutors will investigate the 6 January attack on the bank.|attack|Happened|2024-01-06
In a meeting on Monday the minister was told that nine people were missing.|meeting|Happened|2024-05-13
The journal published a report saying the eruption last year killed nine people.|published|Happened|../2024-05-15
Rescuers handed out blankets on Monday to survivors of an earthquake in Peru.|earthquake|Happened|../2024-05-13
Two men went on trial on Monday for killing a clerk in Lyon.|killing|Happened|../2024-05-15
A clerk was charged on Monday over the shooting of a guard in Lyon.|shooting|Happened|../2024-05-13
Nine people were killed on Monday after an explosion in Lyon.|explosion|Happened|2024-05-13
Peru and Chile held a round of talks in Lima on Monday.|talks|Happened|2024-05-13
Early reports say nine people were hurt. The blast shook Lyon on Monday.|blast|Happened|2024-05-13
A blast shook Lyon on Monday. Early reports say nine people were injured.|injured|Happened|2024-05-13~
The quake struck Lima at 13:53.|quake|Happened|2024-05-15~
Rebels shelled the town on Monday, killing nine people.|killing|Happened|2024-05-13
Ajax beat PSV on Sunday.|beat|Happened|2024-05-12
Police arrested four men in Lyon on Monday.|arrested|Happened|2024-05-13
An earthquake struck Peru on 3 May 2024.|earthquake|Happened|2024-05-03
Rebels attacked the base at Gao.|attacked|Happened|../2024-05-15
Thousands protested in Lyon on Saturday.|protested|Happened|2024-05-11
Spain beat Peru in Lima on Sunday to win the cup.|beat|Happened|2024-05-12
The actor was found guilty on Friday and faces ten years in jail.|found guilty|Happened|2024-05-10
The firm filed for bankruptcy in June and closed its shops.|filed for bankruptcy|Happened|2023-06
Three people are in hospital after an avalanche on Mont Blanc on Saturday.|avalanche|Happened|2024-05-11
The minister urged the board to resign on Monday.|urged|Happened|../2024-05-15
The premier has called an election for 4 July.|election|Planned|2024-07-04
The trial, which drew crowds, was delayed until August.|trial|Planned|2024-08
Kenya won the relay on Sunday.|won|Happened|2024-05-12
The bridge was built in 1932.|built|Happened|1932
The singer married in Oslo in June 2019.|married|Happened|2019-06
The airline filed for bankruptcy on Monday.|filed for bankruptcy|Happened|2024-05-13
The rocket lifted off on Tuesday.|lifted off|Happened|2024-05-14
Astronomers discovered a new moon in 2021.|discovered|Happened|2021
The jury found her guilty on Monday.|guilty|Happened|2024-05-13
Gunmen took nine miners hostage on Friday.|hostage|Happened|2024-05-10
The volcano erupted in 1980.|erupted|Happened|1980
Parliament passed the law on Thursday.|passed|Happened|2024-05-09
The orchestra repainted its hall in Oslo on Monday.|repainted|Happened|2024-05-13
Forty cows escaped near Bern on Tuesday.|escaped|Happened|2024-05-14
A blackout hit Quito on Monday.|blackout|Happened|2024-05-13
Peru condemned the raid on Gao on Monday.|raid|Happened|../2024-05-13
Peru condemned the raid on Gao on Monday.|condemned|Happened|2024-05-13
In a statement issued on Monday, Peru condemned the raid.|condemned|Happened|2024-05-13
Ana Lee resigned after Sunday's vote.|resigned|Happened|[2024-05-13..2024-05-15]
Reporters watched the envoys leave Oslo on Monday.|leave|Happened|2024-05-13
Peru rejected the plan on Monday.|rejected|Happened|2024-05-13
Troops are withdrawing from Mali.|withdrawing|Ongoing|../2024-05-15
Talks between Peru and Chile are under way in Lima.|Talks|Ongoing|../2024-05-15
The two ministers will meet in Lima.|meet|Planned|2024-05-15/..
The effort has been wide: the envoy's schedule this week is said to include meetings with the mayor of Lagos.|meetings|Planned|[2024-05-13..2024-05-19]
The minister said on Tuesday the talks would be held on 24 May.|talks|Planned|2024-05-24
Officials in Lima said on Monday that the summit with Chile would be held on 20 May 2024.|summit|Planned|2024-05-20
The visit to Lagos is scheduled for June.|visit|Planned|2024-06
Spain is planning a joint exercise with Peru in July.|joint exercise|Planned|2024-07
The planned visit to Chile was postponed on Monday.|visit|Planned|2024-05-15/..
The probe is due to launch on Friday.|launch|Planned|2024-05-17
The leaders could meet in Lima.|meet|Proposed|2024-05-15/..
Norway is considering a visit to Chile in June.|visit|Proposed|2024-06
Talks between Peru and Chile may resume on Friday.|Talks|Proposed|2024-05-17
Workers threatened to strike on Friday.|strike|Conditional|2024-05-17
Drivers will march in Lyon on Saturday.|march|Planned|2024-05-18
Norway cancelled the visit to Chile.|visit|Cancelled|../2024-05-15
The summit in Lima was called off on Monday.|summit|Cancelled|2024-05-13
The ministers failed to sign the treaty with Peru.|treaty|Denied|../2024-05-15
Neither Chile nor Peru signed the treaty on Monday.|treaty|Denied|2024-05-13
No agreement was reached in Geneva on Friday.|agreement|Denied|2024-05-10
The talks in Geneva ended on Friday without an agreement.|agreement|Denied|2024-05-10
The talks in Geneva ended on Friday without an agreement.|talks|Happened|2024-05-10
The team did not win the final in Rome on Sunday.|win|Denied|2024-05-12
Kenya denied that its troops had attacked Wajir.|attacked|Denied|../2024-05-15
Police prevented an attack in Madrid on Sunday.|attack|Denied|2024-05-12
The mayor ruled out a visit to Lima.|visit|Denied|../2024-05-15
Nobody was hurt in the explosion in Quito on Monday.|explosion|Happened|2024-05-13
Neither side attacked Gao on Sunday.|attacked|Denied|2024-05-12
The border shut after Peru launched air attacks on Chile in June last year, triggering a 10-day war that also saw strikes by Bolivia on ports.|air attacks|Happened|2023-06
The border shut after Peru launched air attacks on Chile in June last year, triggering a 10-day war that also saw strikes by Bolivia on ports.|war|Happened|2023-06
The border shut after Peru launched air attacks on Chile in June last year, triggering a 10-day war that also saw strikes by Bolivia on ports.|strikes|Happened|2023-06
The bank agreed on Monday to buy its rival Delta Foods.|agreed|Happened|2024-05-13
The minister said on Monday that the festival would be held on Friday.|festival|Planned|2024-05-17
The firm announced the death of its founder, Otto Brandt, on Monday.|death|Happened|2024-05-13
The firm announced a merger with Delta Foods on Monday.|merger|Planned|2024-05-13
Rovers beat United 2-1 in Turin on Saturday.|beat|Happened|2024-05-11
The storm hit Sicily on Monday. It killed two farmers.|killed|Happened|2024-05-13~
The storm hit Sicily in 1908. It killed two farmers.|killed|Happened|../2024-05-15
The brewery has bought its rival Delta Foods.|bought|Happened|2024-05-15~
Under the agreement, Delta Foods will pay $3 million to farmers.|agreement|Happened|../2024-05-15
The museum will be closed before the festival begins in Bonn.|festival|Planned|2024-05-15/..
Peru shelled the island on 3 May, when troops invaded it.|invaded|Happened|2024-05-03
Nine people have been killed and many have been injured in Quito today.|killed|Happened|2024-05-15";

#[test]
fn status_and_date_follow_the_clause() {
    let (mut n_rows, mut faults) = (0, Vec::new());
    for row in TABLE.lines() {
        let cells: Vec<&str> = row.split('|').collect();
        let [text, trigger, status, when] = cells.as_slice() else {
            panic!("four cells: {row}");
        };
        let status = Status::ALL.iter().find(|s| format!("{s:?}") == *status);
        faults.extend(fault(text, trigger, *status.expect("a status"), when));
        n_rows += 1;
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(n_rows >= 40, "{n_rows}");
}

#[test]
fn opinion_and_habit_are_no_events() {
    for text in [
        "War is terrible.",
        "Many people agree with him.",
        "She often travels by train.",
        "The talks of the town are loud.",
        "Somebody will have to pick up the bill.",
        "No one was hurt.",
        "The two governments have not met since 1998.",
        "Aides declined to say more about the plan.",
        "She rear-ended a lorry in Lima on Monday.",
        "",
    ] {
        let found = read(text, Some(PUBLISHED));
        assert!(
            found.is_empty(),
            "{text}: {:?}",
            found.iter().map(|m| &m.title).collect::<Vec<_>>()
        );
    }
}

/// What is told in passing is kept, as a minor event; what is none at all is not.
#[test]
fn what_is_told_in_passing_is_minor() {
    for (text, trigger, is_minor) in [
        ("Some passengers fanned the flames.", "fanned", Some(true)),
        (
            "The crew climbed a mast, waving at the ships.",
            "climbed",
            Some(true),
        ),
        (
            "Guests were forced to walk along the tracks.",
            "walk",
            Some(true),
        ),
        (
            "The firm won a contract to supply aircraft to Peru.",
            "supply",
            None,
        ),
        ("The device appears to be running well.", "running", None),
        ("Voters are tired of the dispute.", "tired", None),
        (
            "Police arrested four men in Lyon on Monday.",
            "arrested",
            Some(false),
        ),
    ] {
        let found = read(text, Some(PUBLISHED));
        let mention = found.iter().find(|m| m.trigger.of(text) == trigger);
        assert_eq!(mention.map(Mention::is_minor), is_minor, "{text}");
    }
}

/// What is said makes a headline only with its content.
#[test]
fn saying_alone_is_no_headline() {
    for (text, trigger, title) in [
        (
            "Ana Melo warned of a drought on Monday.",
            "warned",
            Some("Ana Melo warns of drought"),
        ),
        (
            "Ana Melo urged the board to resign on Monday.",
            "urged",
            Some("Ana Melo urges board to resign"),
        ),
        (
            "Ana Melo called for patience on Monday.",
            "called",
            Some("Ana Melo calls for patience"),
        ),
        (
            "Ana Melo called the plan a mistake on Monday.",
            "called",
            None,
        ),
    ] {
        let found = read(text, Some(PUBLISHED));
        let mention = found.iter().find(|m| m.trigger.of(text) == trigger);
        assert_eq!(mention.map(|m| m.title.as_str()), title, "{text}");
    }
}

#[test]
fn titles_read_like_headlines() {
    for (text, trigger, title) in [
        (
            "Police arrested four men in Lyon on Monday.",
            "arrested",
            "Police arrest four men in Lyon",
        ),
        (
            "The talks between Peru and Chile were held in Quito in March.",
            "talks",
            "Talks between Peru and Chile in Quito",
        ),
        (
            "Four men were arrested in Lyon on Monday.",
            "arrested",
            "Four men arrested in Lyon",
        ),
    ] {
        assert_eq!(mention(text, trigger).title, title);
    }
}

#[test]
fn places_are_where_it_happens() {
    let found = mention("Police arrested four men in Lyon on Monday.", "arrested");
    let places: Vec<&str> = found
        .places
        .iter()
        .map(|place| place.full.as_str())
        .collect();
    assert_eq!(places, ["Lyon"]);
}

#[test]
fn without_a_publication_date_nothing_is_guessed() {
    let found = read("Rebels attacked the base at Gao.", None);
    let attack = found.first().expect("a mention");
    assert_eq!(attack.when, None);
    assert!(!attack.why.is_empty());
}

fn check_form(text: &str) {
    for mention in read(text, Some(PUBLISHED)) {
        let spans = [
            Some(mention.excerpt),
            Some(mention.trigger),
            mention.status_span,
            mention.timex,
        ];
        let names = mention
            .places
            .iter()
            .chain(&mention.participants)
            .map(|name| name.span);
        let numbers = mention.quantities.iter().map(|quantity| quantity.span);
        let reasons = mention.why.iter().filter_map(|step| step.span);
        let all: Vec<Span> = spans
            .into_iter()
            .flatten()
            .chain(names)
            .chain(numbers)
            .chain(reasons)
            .collect();
        assert!(all.iter().all(|span| span.fits(text)), "{text}");
        assert!(mention.excerpt.contains(mention.trigger));
        assert!(mention.title.chars().count() <= 60, "{}", mention.title);
        assert!(!mention.is_echo() || mention.is_minor() && mention.when.is_none());
        assert!((0.0..=1.0).contains(&mention.salience));
    }
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        check_form(&text);
    }

    #[test]
    fn any_words_are_read(words in proptest::collection::vec(
        prop_oneof![
            Just("The"), Just("talks"), Just("Peru"), Just("U.S."), Just("met"), Just("to"), Just("sign"), Just(","),
            Just("and"), Just("said"), Just("on"), Just("Monday"), Just("was"), Just("arrested"), Just("12-day"),
            Just("war"), Just("."), Just("which"), Just("could"), Just("not"), Just("é"), Just("$3"), Just("million"),
        ],
        0..40,
    )) {
        check_form(&words.join(" "));
    }
}
