//! What things in a report are called on the day on which it is published: a later name is not the one that was signed.

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
    /// The region's.
    pub region: String,
    /// Those of varieties, by their codes.
    pub varieties: BTreeMap<String, VarietyNames>,
    /// Those of products, by their codes.
    pub products: BTreeMap<String, String>,
    /// Those of the plants that make the products, by their codes.
    pub plants: BTreeMap<String, String>,
}

/// What a variety is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VarietyNames {
    /// Its Chinese name.
    pub zh: String,
    /// Its English name.
    pub en: String,
}

/// What everything in a report is called now.
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
