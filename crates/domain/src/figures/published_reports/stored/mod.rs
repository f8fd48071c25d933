//! The storage format of editions: JSON of versioned types of its own, with every field name written here. An edition
//! that an office has signed can thus be read as it was written, whatever the domain calls its figures later.
//!
//! A type that editions were written in never changes. A new format gets a type of its own with the next version, and
//! a fixture next to `tests/it/figures/published_reports/edition-1.json`. Only this file knows all versions.

mod v1;
mod v2;

use sea_orm::ActiveEnum;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use self::{
    v1::{FiguresV1, NamesV1, SellersV1},
    v2::FiguresV2,
};
use super::{Definitions, Names, Sellers};
use crate::figures::{completeness::Completeness, reports::TownReport};
use store::{
    entity::figures::published_report,
    error::{Error, Result},
};

/// The figures of an edition.
pub fn figures(row: &published_report::Model) -> Result<TownReport> {
    read(row, "figures", &row.figures, |figures| match figures {
        Figures::V1(figures) | Figures::V2(FiguresV2 { figures, .. }) => figures.into_report(),
    })
}

/// How complete the period of an edition was. Empty if its format does not say.
pub fn completeness(row: &published_report::Model) -> Result<Vec<Completeness>> {
    read(row, "figures", &row.figures, |figures| match figures {
        Figures::V1(_) => Ok(Vec::new()),
        Figures::V2(figures) => figures.into_completeness(),
    })
}

/// The names in an edition.
pub fn names(row: &published_report::Model) -> Result<Names> {
    read(row, "names", &row.names, |StoredNames::V1(names)| Ok(names.into_names()))
}

/// The number of sellers of each row of an edition.
pub fn sellers(row: &published_report::Model) -> Result<Sellers> {
    read(row, "sellers", &row.sellers, |StoredSellers::V1(sellers)| sellers.into_sellers())
}

/// The versions of the definitions of an edition's figures. Their keys are those of the API.
pub fn definitions(row: &published_report::Model) -> Result<Definitions> {
    read(row, "definitions", &row.definitions, Ok)
}

/// Figures in the current format.
pub(super) fn of_figures(report: &TownReport, completeness: &[Completeness]) -> Result<String> {
    written(&Figures::V2(FiguresV2::of(report, completeness)))
}

/// Names in the current format.
pub(super) fn of_names(names: &Names) -> Result<String> {
    written(&StoredNames::V1(NamesV1::of(names)))
}

/// Sellers in the current format.
pub(super) fn of_sellers(sellers: &Sellers) -> Result<String> {
    written(&StoredSellers::V1(SellersV1::of(sellers)))
}

/// Versions of definitions as stored.
pub(super) fn of_definitions(definitions: &Definitions) -> Result<String> {
    written(definitions)
}

fn written(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(Error::internal)
}

/// The reason why an edition cannot be read: damage, or a version written by a later program.
#[derive(Debug, thiserror::Error)]
#[error("published report {region} {year} {period}, edition {edition}: its {part} cannot be read: {cause}")]
struct Unreadable {
    region: String,
    year: i32,
    period: String,
    edition: i32,
    part: &'static str,
    cause: String,
}

fn read<S: DeserializeOwned, T>(
    row: &published_report::Model,
    part: &'static str,
    text: &str,
    understood: impl FnOnce(S) -> Result<T, String>,
) -> Result<T> {
    let read = serde_json::from_str(text).map_err(|error| error.to_string()).and_then(understood);
    read.map_err(|cause| {
        let (region, period) = (row.region_code.0.clone(), row.period.to_value());
        Error::internal(Unreadable { region, year: row.year, period, edition: row.edition, part, cause })
    })
}

fn word<T: ActiveEnum<Value = String>>(word: &str) -> Result<T, String> {
    T::try_from_value(&word.to_owned()).map_err(|error| error.to_string())
}

/// Figures in every version.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "version")]
enum Figures {
    #[serde(rename = "1")]
    V1(FiguresV1),
    #[serde(rename = "2")]
    V2(FiguresV2),
}

/// Names in every version.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "version")]
enum StoredNames {
    #[serde(rename = "1")]
    V1(NamesV1),
}

/// Sellers in every version.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "version")]
enum StoredSellers {
    #[serde(rename = "1")]
    V1(SellersV1),
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The edition whose text must always be read, and written, as it is here.
    const EDITION_1: &str = include_str!("../../../../../../tests/it/figures/published_reports/edition-1.json");
    const EDITION_2: &str = include_str!("../../../../../../tests/it/figures/published_reports/edition-2.json");

    fn text(part: &str) -> String {
        let edition: serde_json::Value = serde_json::from_str(EDITION_1).expect("JSON");
        edition[part].as_str().expect("a text").to_owned()
    }

    #[test]
    fn version_1_is_written_as_it_was_read() {
        let figures: Figures = serde_json::from_str(&text("figures")).expect("figures");
        let Figures::V1(figures) = figures else { panic!("another version") };
        let again = Figures::V1(FiguresV1::of(&figures.into_report().expect("a report")));
        assert_eq!(written(&again).expect("a text"), text("figures"));
        let StoredNames::V1(names) = serde_json::from_str(&text("names")).expect("names");
        assert_eq!(of_names(&names.into_names()).expect("a text"), text("names"));
        let StoredSellers::V1(sellers) = serde_json::from_str(&text("sellers")).expect("sellers");
        assert_eq!(of_sellers(&sellers.into_sellers().expect("sellers")).expect("a text"), text("sellers"));
        let definitions: Definitions = serde_json::from_str(&text("definitions")).expect("definitions");
        assert_eq!(of_definitions(&definitions).expect("a text"), text("definitions"));
    }

    #[test]
    fn version_2_is_written_as_it_was_read() {
        let text: serde_json::Value = serde_json::from_str(EDITION_2).expect("JSON");
        let text = text["figures"].as_str().expect("a text");
        let read = || -> FiguresV2 {
            let figures: Figures = serde_json::from_str(text).expect("figures");
            let Figures::V2(figures) = figures else { panic!("another version") };
            figures
        };
        let (report, completeness) = (read().figures.into_report(), read().into_completeness());
        let again = of_figures(&report.expect("a report"), &completeness.expect("rows"));
        assert_eq!(again.expect("a text"), text);
    }

    #[test]
    fn nothing_else_is_taken_for_version_1() {
        let figures = text("figures");
        for wrong in [
            figures.replace("\"version\":\"1\"", "\"version\":\"3\""),
            figures.replace("\"version\":\"1\",", ""),
            figures.replace("\"visitors\":700", "\"visitors\":700,\"more\":1"),
            figures.replace("\"visitors\":700,", ""),
            figures.replace("\"visitors\":700", "\"visitors\":700.0"),
            "{}".to_owned(),
        ] {
            assert!(serde_json::from_str::<Figures>(&wrong).is_err(), "{wrong}");
        }
        let unknown: Figures = serde_json::from_str(&figures.replace("FARM_GATE", "BARGE")).expect("figures");
        let Figures::V1(unknown) = unknown else { panic!("another version") };
        assert!(unknown.into_report().is_err(), "a channel that there is not");
    }
}
