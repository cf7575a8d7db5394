//! Which way dates look where a sign is weak or missing, and what belongs to a date.

use super::{check, check_when};

#[test]
fn a_weak_sign_does_not_pass_over_yesterday() {
    // The articles are of Tuesday 3 February 2026.
    check(
        "They staged a show to mark the accession on Monday.",
        "Monday=2026-02-02",
    );
    check("The team was due to leave on Monday.", "Monday=2026-02-02");
    check("The team will leave on Monday.", "Monday=2026-02-09");
    check("They hope to leave on Thursday.", "Thursday=2026-02-05");
}

#[test]
fn a_present_tense_far_from_a_month_says_nothing_of_it() {
    check(
        "The firm has 300 workers, 20 fewer than it had on paper in November.",
        "November=2025-11",
    );
    check(
        "He is a suspect in the attacks on the two mills of November.",
        "November=2025-11",
    );
    check("The vote is in November.", "November=2026-11");
    check("It opens in April.", "April=2026-04");
}

#[test]
fn a_name_behind_to_is_no_infinitive() {
    check(
        "It rests on a sample after his loss to Brook in January.",
        "January=2026-01",
    );
}

#[test]
fn a_day_of_a_month_that_is_not_named_looks_where_its_sentence_looks() {
    check("On the 12th she left.", "the 12th=2026-01-12");
    check("On the 12th she will leave.", "the 12th=2026-02-12");
    check("On the 2nd she will leave.", "the 2nd=2026-03-02");
}

#[test]
fn the_article_of_a_noun_is_not_that_of_the_date_before_it() {
    check("The 21 January trial was long.", "21 January=2026-01-21");
    check("It lost the late-June race.", "late-June=2025-06");
    check("It ended on the 21 January.", "the 21 January=2026-01-21");
    check("It ended at the end of June.", "the end of June=2025-06");
}

#[test]
fn initials_have_no_stop_of_their_own() {
    check("It was built in 513 BC. Kent took it.", "513 BC=BC0513");
    check("It fell on Jan. 5.", "Jan. 5=2026-01-05");
}

#[test]
fn lengths_at_one_end_of_a_period_have_days() {
    check_when(
        "Sales rose in the first two months of 2019.",
        "[2019-01-01..2019-02-28]",
    );
    check_when(
        "It rained in the last ten days of July 2025.",
        "[2025-07-22..2025-07-31]",
    );
}

#[test]
fn a_day_holds_for_both_ends_of_opening_hours() {
    check(
        "They met from 9 a.m. to 5:30 p.m. on Sunday.",
        "9 a.m.=2026-02-01T09:00; 5:30 p.m. on Sunday=2026-02-01T17:30",
    );
}

#[test]
fn a_history_that_has_come_to_the_present_speaks_of_this_week_as_news_do() {
    check(
        "It may end in the week of March 9. This week it did not. \
         It began in 1901, 1922 or 1930, and flared up in 1944, 1951, 1963 and 1971.",
        "the week of March 9=2026-W11; This week=2026-W06; 1901=1901; 1922=1922; 1930=1930; \
         1944=1944; 1951=1951; 1963=1963; 1971=1971",
    );
}
