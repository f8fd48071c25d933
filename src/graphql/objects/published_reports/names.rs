//! The names used in a published report.

use std::sync::Arc;

use uuid::Uuid;

use crate::graphql::objects::{
    processing_plants::ProcessingPlant, products::Product, regions::Region, varieties::Variety,
};
use domain::figures::published_reports::{self, Names};
use store::{entity::figures::published_report, error::Result};
use types::{CodedKind, RegionCode};

/// The names in a published report. An object under such a name differs from the object of today and has its own ID, so
/// that a client cache that keeps both does not mix up their names.
#[derive(Clone)]
pub(crate) struct PublishedNames {
    report: Uuid,
    region_code: RegionCode,
    names: Arc<Names>,
}

impl PublishedNames {
    /// The names in a report.
    pub(crate) fn of(report: &published_report::Model) -> Result<Self> {
        Ok(Self {
            report: report.id,
            region_code: report.region_code.clone(),
            names: Arc::new(published_reports::names_in(report)?),
        })
    }

    /// Whether the report has a name for an object.
    pub(crate) fn has(&self, kind: CodedKind, code: &str) -> bool {
        match kind {
            CodedKind::Region => self.region_code.0 == code,
            CodedKind::Variety => self.names.varieties.contains_key(code),
            CodedKind::Product => self.names.products.contains_key(code),
            CodedKind::ProcessingPlant => self.names.plants.contains_key(code),
            CodedKind::CateringEstablishment | CodedKind::Honour | CodedKind::ProcessingProject | CodedKind::Site => {
                false
            }
        }
    }

    /// The report's region.
    pub(crate) fn region(&self, region: Region) -> Region {
        region.published(self.report, &self.names.region)
    }

    /// A variety in the report.
    pub(crate) fn variety(&self, variety: Variety) -> Variety {
        match self.names.varieties.get(variety.code.as_str()) {
            Some(names) => variety.published(self.report, names),
            None => variety,
        }
    }

    /// A product in the report.
    pub(crate) fn product(&self, product: Product) -> Product {
        match self.names.products.get(product.code.as_str()) {
            Some(name) => product.published(self.report, name, self.clone()),
            None => product,
        }
    }

    /// The plant of a product in the report.
    pub(crate) fn plant(&self, plant: ProcessingPlant) -> ProcessingPlant {
        match self.names.plants.get(plant.code.as_str()) {
            Some(name) => plant.published(self.report, name),
            None => plant,
        }
    }
}
