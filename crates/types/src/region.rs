//! Official division codes. A region's subtree is everything whose code begins with the region's code: 50 → 500235 →
//! 500235136 → 500235136005.

use sea_orm::{DbErr, DeriveValueType, TryFromU64};

use super::RegionLevel;

/// The official code of a region: 2, 6, 9 or 12 digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, DeriveValueType)]
pub struct RegionCode(pub String);

impl RegionCode {
    /// The level given by the length of the code. `None` if the text is not a code.
    pub fn level(&self) -> Option<RegionLevel> {
        if !self.0.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        match self.0.len() {
            2 => Some(RegionLevel::Province),
            6 => Some(RegionLevel::County),
            9 => Some(RegionLevel::Township),
            12 => Some(RegionLevel::Village),
            _ => None,
        }
    }

    /// Whether `other` is this region or lies below it.
    pub fn contains(&self, other: &Self) -> bool {
        other.0.starts_with(&self.0)
    }

    /// This code and those of all regions above it, smallest region first.
    pub fn with_ancestors(&self) -> impl Iterator<Item = Self> + '_ {
        [12, 9, 6, 2]
            .into_iter()
            .filter(|length| *length <= self.0.len())
            .map(|length| Self(self.0[..length].to_owned()))
    }

    /// The region directly above, derived from the code alone.
    pub fn parent(&self) -> Option<Self> {
        self.with_ancestors().nth(1)
    }

    /// The township that contains the region, or the region itself if it is larger than a township.
    pub fn township(&self) -> Self {
        Self(self.0.chars().take(9).collect())
    }

    /// The first code after the subtree, so that "in and below" is the range `code ≤ x < end`. It has only digits, so
    /// that every database collation sorts it alike. `None` for a code that consists of nines only.
    pub fn subtree_end(&self) -> Option<String> {
        let kept = self.0.trim_end_matches('9');
        let last = kept.bytes().last()?;
        Some(format!("{}{}", &kept[..kept.len() - 1], char::from(last + 1)))
    }
}

/// Required of every key. The database never generates region codes.
impl TryFromU64 for RegionCode {
    fn try_from_u64(_: u64) -> Result<Self, DbErr> {
        Err(DbErr::ConvertFromU64("RegionCode"))
    }
}

impl From<&str> for RegionCode {
    fn from(code: &str) -> Self {
        Self(code.to_owned())
    }
}

impl std::str::FromStr for RegionCode {
    type Err = std::convert::Infallible;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Ok(Self(code.to_owned()))
    }
}

impl std::fmt::Display for RegionCode {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subtree_is_a_range_of_codes() {
        let town = RegionCode::from("500235136");
        assert_eq!(town.subtree_end().as_deref(), Some("500235137"));
        assert_eq!(RegionCode::from("500235199").subtree_end().as_deref(), Some("5002352"));
        assert_eq!(RegionCode::from("99").subtree_end(), None);
        assert!(town.contains(&RegionCode::from("500235136005")));
        assert!(!town.contains(&RegionCode::from("500235")));
    }

    #[test]
    fn ancestors_come_smallest_first() {
        let codes: Vec<_> = RegionCode::from("500235136005").with_ancestors().map(|code| code.0).collect();
        assert_eq!(codes, ["500235136005", "500235136", "500235", "50"]);
        assert_eq!(RegionCode::from("50").parent(), None);
    }
}
