//! Names in news of many years and lands: our own sentences, with the names that a reader would mark.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use dateline::text::grammar::{Name, NameClass, names, tag};

/// Sentences cut into words; `[person Maria Araujo]` is a name. Some are beyond the model and stay
/// here to be counted.
const NEWS: &[&str] = &[
    "[person Maria Araujo] , the mayor of [place Recife] , told [organisation Reuters] on Tuesday that the bridge would reopen in May .",
    "The [organisation European Central Bank] raised interest rates for the third time since July , [person Christine Lagarde] said in [place Frankfurt] .",
    "[organisation Boeing] delivered 44 jets in March , fewer than its rival [organisation Airbus] .",
    "A magnitude 6.8 earthquake struck near [place Marrakesh] , killing hundreds in villages of the [place Atlas Mountains] .",
    "Prime Minister [person Thabo Mokoena] of [place Lesotho] resigned after talks with the opposition .",
    "[nationality Kenyan] police arrested four men in [place Mombasa] over the theft of ivory .",
    "The [organisation Ministry of Health] in [place Lima] confirmed 12 new cases of dengue .",
    "[person Ingrid Solberg] won gold for [place Norway] at the [event Winter Olympics] in 1994 .",
    "[organisation Samsung] will launch the [product Galaxy Fold] in [place South Korea] next month .",
    "The ferry [product Estonia] sank in the [place Baltic Sea] on 28 September 1994 .",
    "[event Hurricane Mitch] devastated [place Honduras] in October 1998 .",
    "[person Sato] scored twice as [organisation Gamba Osaka] beat [organisation Kawasaki Frontale] 3 - 1 .",
    "The [organisation Supreme Court of India] upheld the ban , said [person Justice Indira Menon] .",
    "[nationality Germans] voted on Sunday for a new [organisation Bundestag] .",
    "Farmers from [place Punjab] marched to [place New Delhi] in protest against three laws .",
    "The [organisation World Health Organization] sent a team to [place Kisangani] in the [place Democratic Republic of the Congo] .",
    "[person Pope John Paul II] visited [place Warsaw] in June 1979 .",
    "[organisation Petrobras] said its chief executive , [person Paulo Teixeira] , would leave by April .",
    "Shares in [organisation Wirecard] collapsed after auditors at [organisation EY] refused to sign the accounts .",
    "The [event Treaty of Tordesillas] divided the new lands between [place Portugal] and [place Spain] .",
    "[person Nelson Mandela] walked free from [place Victor Verster Prison] on 11 February 1990 .",
    "Scientists at [organisation Kyoto University] reported the finding in [organisation Nature] .",
    "[organisation NASA] launched the [product Juno] probe towards [place Jupiter] from [place Cape Canaveral] .",
    "A train from [place Chennai] to [place Bengaluru] derailed near [place Jolarpettai] , [organisation Southern Railway] said .",
    "President [person Lula] and [person Emmanuel Macron] met in [place Belém] .",
    "The [organisation Green Party] lost two seats in [place Bavaria] , while the [organisation Free Voters] gained five .",
    "Rebels of the [organisation M23] seized the town of [place Bunagana] , the [organisation United Nations] said .",
    "[person Amina Yusuf] , 34 , a teacher from [place Kano] , was among those freed by [organisation Boko Haram] .",
    "[nationality Chilean] miners trapped at [place San José] were brought up one by one in October 2010 .",
    "The [organisation Bank of Japan] kept its policy unchanged , Governor [person Haruto Shimizu] said .",
    "[organisation Tesla] recalled 80,000 [product Model S] cars in [place China] .",
    "Police in [place Gothenburg] , [place Sweden] 's second city , found the painting by [person Anders Zorn] .",
    "[person Fernández] beat [person Kvitova] 6 - 4 6 - 2 to reach the final of the [event French Open] .",
    "The [place Suez Canal] was blocked for six days after the [product Ever Given] ran aground .",
    "[organisation Hezbollah] and [place Israel] exchanged fire across the [place Blue Line] .",
    "Dr [person Wanjiru Kamau] of the [organisation University of Nairobi] led the study .",
    "Residents of [place Christchurch] gathered in [place Hagley Park] to mourn the dead .",
    "[organisation Nokia] sold its phone business to [organisation Microsoft] in 2014 for $ 7.2 billion .",
    "Workers at [organisation Amazon] in [place Staten Island] voted to join the [organisation Amazon Labor Union] .",
    "The [nationality Ottoman] fleet was beaten at the [event Battle of Lepanto] in 1571 .",
];

/// The least mean of precision and recall over all sentences, in percent.
const LEAST_F1: usize = 70;

/// The words of a sentence and its names.
fn marked(sentence: &str) -> (Vec<&str>, Vec<Name>) {
    let (mut words, mut found) = (Vec::new(), Vec::new());
    let mut open: Option<(usize, NameClass)> = None;
    for word in sentence.split(' ') {
        if let Some(class) = word.strip_prefix('[') {
            let class = NameClass::ALL.into_iter().find(|(_, name)| *name == class);
            open = Some((words.len(), class.unwrap().0));
            continue;
        }
        words.push(word.trim_end_matches(']'));
        if word.ends_with(']') {
            let (first, class) = open.take().unwrap();
            let tokens = first..words.len();
            found.push(Name { tokens, class });
        }
    }
    (words, found)
}

#[test]
fn names_in_news_are_found() {
    let (mut n_marked, mut n_found, mut n_right) = (0, 0, 0);
    let mut differences = Vec::new();
    for sentence in NEWS {
        let (words, expected) = marked(sentence);
        let found = names(&words, &tag(&words));
        let right = found.iter().filter(|name| expected.contains(name)).count();
        n_marked += expected.len();
        n_found += found.len();
        n_right += right;
        if found != expected {
            differences.push(format!("{sentence}\n    {}", shown(&words, &found)));
        }
    }
    let f1 = 200 * n_right / (n_marked + n_found);
    let report = format!(
        "{n_right} right of {n_marked} marked and {n_found} found: F1 {f1}\n{}",
        differences.join("\n")
    );
    assert!(f1 >= LEAST_F1, "{report}");
}

fn shown(words: &[&str], found: &[Name]) -> String {
    let name = |name: &Name| {
        let words = words.get(name.tokens.clone()).unwrap_or_default().join(" ");
        format!("[{} {words}]", name.class.name())
    };
    found.iter().map(name).collect::<Vec<_>>().join(" ")
}
