//! Which language and region the system is set to.

use std::ffi::OsString;

/// As a language tag (`de-CH`); none where nothing is set.
pub(super) fn of_system() -> Option<String> {
    place(|name| std::env::var_os(name), sys_locale::get_locale())
}

/// On POSIX systems dates may follow another place than messages do, of which alone sys-locale tells.
fn place(variable: impl Fn(&str) -> Option<OsString>, usual: Option<String>) -> Option<String> {
    let said = ["LC_ALL", "LC_TIME"].into_iter().find_map(|name| {
        let said = variable(name)?.to_string_lossy().into_owned();
        (!said.is_empty()).then_some(said)
    });
    let posix = said.or(usual)?;
    let tag = posix.split(['.', '@']).next()?.replace('_', "-");
    let is_place = !matches!(tag.as_str(), "" | "C" | "POSIX");
    is_place.then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_follow_their_own_setting_before_the_usual_one() {
        for (all, time, usual, expected) in [
            ("", "", Some("en-GB"), Some("en-GB")),
            ("", "de_CH.UTF-8", Some("en-GB"), Some("de-CH")),
            ("fr_FR@euro", "de_CH.UTF-8", Some("en-GB"), Some("fr-FR")),
            ("C.UTF-8", "de_CH.UTF-8", Some("en-GB"), None),
            ("", "POSIX", None, None),
            ("", "", Some("C"), None),
            ("", "", None, None),
        ] {
            let variable = |name: &str| {
                let value = if name == "LC_ALL" { all } else { time };
                Some(OsString::from(value))
            };
            let found = place(variable, usual.map(str::to_owned));
            assert_eq!(found.as_deref(), expected, "{all} {time} {usual:?}");
        }
    }
}
