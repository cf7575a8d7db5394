//! The time of day that the parts of a match name.

use super::slot::{Parts, Slot, part_code};

const AFTERNOON: i32 = 2;
const EVENING: i32 = 3;
const NIGHT: i32 = 4;
/// Hours of a night that lie before midnight.
const LATE_HOURS: std::ops::Range<i32> = 5..12;

/// The time of day as TIMEX3 appends it; empty if there is none.
pub(super) fn time_of_day(parts: &Parts) -> String {
    let Some((hour, minute)) = hour_and_minute(parts) else {
        let part = parts.get(Slot::Part);
        return part.map_or_else(String::new, |part| part_code(part).to_owned());
    };
    let zone = if parts.get(Slot::Zone) == Some(0) {
        "Z"
    } else {
        ""
    };
    match parts.get(Slot::Second) {
        Some(second) => format!("T{hour:02}:{minute:02}:{second:02}{zone}"),
        None => format!("T{hour:02}:{minute:02}{zone}"),
    }
}

fn hour_and_minute(parts: &Parts) -> Option<(i32, i32)> {
    let hour = parts.get(Slot::Hour)?;
    let (hour, minute) = if hour >= 100 {
        (hour / 100, hour % 100)
    } else {
        (hour, parts.get(Slot::Minute).unwrap_or(0))
    };
    let hour = in_half_of_day(hour, parts);
    // `ten to seven`
    if parts.get(Slot::Way) == Some(-1) && (1..60).contains(&minute) {
        return Some(((hour + 23) % 24, 60 - minute));
    }
    Some((hour, minute))
}

fn in_half_of_day(hour: i32, parts: &Parts) -> i32 {
    let is_after_noon = match (parts.get(Slot::AmPm), parts.get(Slot::Part)) {
        (Some(0), _) if hour == 12 => return 0,
        (Some(half), _) => half > 0,
        (None, Some(AFTERNOON | EVENING)) => true,
        (None, Some(NIGHT)) => LATE_HOURS.contains(&hour),
        _ => false,
    };
    if is_after_noon && hour < 12 {
        hour + 12
    } else {
        hour
    }
}
