//! What an article begins with dates what it tells next, within bounds.

use dateline::model::Status;

use super::fault;

/// Without a date of its own, what is told is dated by what the article is about.
#[test]
fn the_rest_of_a_story_has_the_day_of_its_lead() {
    let lead = "A fire destroyed a market in Lima on Sunday. Crews fought it for hours. Nobody was hurt. \
                The roof is gone. The mayor is in Cusco. ";
    let happened = Status::Happened;
    let rows = [
        ("Smoke drifted over the port.", "drifted", "2024-05-12~"),
        (
            "Crews extinguished the blaze by 8:30 p.m.",
            "extinguished",
            "2024-05-12~",
        ),
        (
            "The market burned in 1998. Traders rebuilt the stalls.",
            "rebuilt",
            "../2024-05-15",
        ),
        (
            "The guards, who patrolled the stalls, praised the crews.",
            "patrolled",
            "../2024-05-15",
        ),
    ];
    let faults = rows.iter().filter_map(|(text, trigger, when)| {
        fault(&format!("{lead}{text}"), trigger, happened, when)
    });
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The deeds that a court hears of were before its day, which dates what is done there.
#[test]
fn what_a_court_hears_of_was_not_on_its_day() {
    let lead = "Jurors watched a video of the robbery on Tuesday in Lima. ";
    let happened = Status::Happened;
    let faults = [
        (
            "The gunman shot the clerk in the arm.",
            "shot",
            "../2024-05-15",
        ),
        ("The judge dismissed one juror.", "dismissed", "2024-05-14~"),
    ]
    .into_iter()
    .filter_map(|(text, trigger, when)| {
        fault(&format!("{lead}{text}"), trigger, happened, when)
    });
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
