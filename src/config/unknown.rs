//! Finds names in `.env` that are no settings: mistyped ones, or those of another version.

use strsim::damerau_levenshtein;

use super::Config;

/// By how many letters a name may differ from a setting's to be considered a mistyped form of it.
const MISTYPED: usize = 3;

/// A name that is no setting.
#[derive(Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The name as it is written.
    pub name: String,
    /// The setting that was probably meant.
    pub meant: Option<&'static str>,
}

/// The names among these that are no settings.
pub fn unknown(names: impl IntoIterator<Item = String>) -> Vec<Unknown> {
    let known: Vec<_> = Config::notes().into_iter().map(|setting| setting.name).collect();
    let nearest = |name: &str| {
        let near = known.iter().map(|setting| (damerau_levenshtein(setting, &name.to_uppercase()), *setting));
        // In a short name, that many differences would leave too little in common.
        near.filter(|(distance, _)| *distance <= MISTYPED && *distance * 2 < name.len())
            .min()
            .map(|(_, setting)| setting)
    };
    let unknown = names.into_iter().filter(|name| !known.contains(&name.as_str()));
    unknown.map(|name| Unknown { meant: nearest(&name), name }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_no_setting_has_is_found_with_the_one_that_was_meant() {
        let names = ["DATABASE_URL", "DATABSE_URL", "listen", "SESSION_HOUR", "TMPDIR", "TZ", "LOG"].map(str::to_owned);
        let found = unknown(names);
        let expected = [
            ("DATABSE_URL", Some("DATABASE_URL")),
            ("listen", Some("LISTEN")),
            ("SESSION_HOUR", Some("SESSION_HOURS")),
            ("TMPDIR", None),
            ("TZ", None),
        ];
        assert_eq!(found, expected.map(|(name, meant)| Unknown { name: name.to_owned(), meant }));
    }
}
