//! The names of the codes in rows.

use std::collections::{BTreeSet, HashMap};

use super::{Dimension, Row};
use store::{
    Reader,
    entity::{
        plants::{processing_plant, product},
        registers::{region, variety},
        tourism::{catering_establishment, site},
    },
    error::Result,
    load::by_key,
};
use types::RegionCode;

/// The most names looked up in one statement.
const MOST_AT_ONCE: usize = 1000;

/// The names of codes, by dimension. Each is looked up once, so that a name that changes during an export stays the
/// same within it.
#[derive(Debug, Clone, Default)]
pub struct Names(HashMap<(Dimension, String), String>);

impl Names {
    /// The name of a code.
    pub fn of(&self, dimension: Dimension, code: &str) -> Option<&str> {
        self.0.get(&(dimension, code.to_owned())).map(String::as_str)
    }

    /// Looks up the names of codes in rows that are not known yet.
    pub(super) async fn learn(&mut self, connection: &Reader, dimensions: &[Dimension], rows: &[Row]) -> Result<()> {
        for dimension in dimensions.iter().copied().filter(|dimension| dimension.has_names()) {
            let codes =
                rows.iter().filter_map(|row| row.value(dimension)).filter(|code| self.of(dimension, code).is_none());
            let codes: Vec<String> = codes.map(str::to_owned).collect::<BTreeSet<_>>().into_iter().collect();
            for codes in codes.chunks(MOST_AT_ONCE) {
                let names = names(connection, dimension, codes).await?;
                self.0.extend(names.into_iter().map(|(code, name)| ((dimension, code), name)));
            }
        }
        Ok(())
    }
}

async fn names(connection: &Reader, dimension: Dimension, codes: &[String]) -> Result<Vec<(String, String)>> {
    Ok(match dimension {
        Dimension::Variety => {
            let rows = by_key::<variety::Entity>(connection, codes).await?;
            rows.into_iter().map(|(code, row)| (code, row.name)).collect()
        }
        Dimension::Product => {
            let rows = by_key::<product::Entity>(connection, codes).await?;
            rows.into_iter().map(|(code, row)| (code, row.name)).collect()
        }
        Dimension::Plant => {
            let rows = by_key::<processing_plant::Entity>(connection, codes).await?;
            rows.into_iter().map(|(code, row)| (code, row.name)).collect()
        }
        Dimension::Site => {
            let rows = by_key::<site::Entity>(connection, codes).await?;
            rows.into_iter().map(|(code, row)| (code, row.name)).collect()
        }
        Dimension::Establishment => {
            let rows = by_key::<catering_establishment::Entity>(connection, codes).await?;
            rows.into_iter().map(|(code, row)| (code, row.name)).collect()
        }
        Dimension::Region => {
            let codes: Vec<RegionCode> = codes.iter().map(|code| RegionCode::from(code.as_str())).collect();
            let rows = by_key::<region::Entity>(connection, &codes).await?;
            rows.into_iter().map(|(code, row)| (code.0, row.name)).collect()
        }
        _ => Vec::new(),
    })
}
