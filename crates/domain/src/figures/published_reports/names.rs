//! The names in a report on the day of its publication. A later name is not the one that was signed.

use std::collections::{BTreeMap, BTreeSet};

use crate::{figures::reports::TownReport, registers::regions};
use store::{
    Reader,
    entity::{
        plants::{processing_plant, product},
        registers::variety,
    },
    error::Result,
    load,
};

/// The names in a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// Name of the region.
    pub region: String,
    /// Names of varieties, by code.
    pub varieties: BTreeMap<String, VarietyNames>,
    /// Names of products, by code.
    pub products: BTreeMap<String, String>,
    /// Names of the plants that make the products, by code.
    pub plants: BTreeMap<String, String>,
}

/// The names of a variety.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VarietyNames {
    /// Its Chinese name.
    pub zh: String,
    /// Its English name.
    pub en: String,
}

/// The current names of everything in a report.
pub(super) async fn names_of(snapshot: &Reader, report: &TownReport) -> Result<Names> {
    let varieties = report.planted_area_by_variety.iter().map(|row| &row.variety_code);
    let varieties = distinct(varieties.chain(report.revenue_by_variety.iter().map(|row| &row.variety_code)));
    let products = report.revenue_by_product.iter().map(|row| &row.product_code);
    let products = distinct(products.chain(report.plant_output.iter().map(|row| &row.product_code)));
    let products = load::by_key::<product::Entity>(snapshot, &products).await?;
    let plants = distinct(products.values().map(|product| &product.plant_code));
    Ok(Names {
        region: regions::get(snapshot, &report.region_code, "regionCode").await?.name,
        varieties: load::by_key::<variety::Entity>(snapshot, &varieties)
            .await?
            .into_values()
            .map(|variety| (variety.code, VarietyNames { zh: variety.name, en: variety.name_en }))
            .collect(),
        products: products.into_values().map(|product| (product.code, product.name)).collect(),
        plants: load::by_key::<processing_plant::Entity>(snapshot, &plants)
            .await?
            .into_values()
            .map(|plant| (plant.code, plant.name))
            .collect(),
    })
}

fn distinct<'a>(codes: impl Iterator<Item = &'a String>) -> Vec<String> {
    codes.collect::<BTreeSet<_>>().into_iter().cloned().collect()
}
