//! Reports as they were published, one row an edition. Rows are only added.

use sea_orm::entity::prelude::*;

use types::{RegionCode, ReportPeriod, Timestamp};

/// A row of `published_report`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "published_report")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The region, with all below it.
    pub region_code: RegionCode,
    /// The year.
    pub year: i32,
    /// The part of the year, or all of it.
    pub period: ReportPeriod,
    /// Which edition of the region's period it is, from 1 on.
    pub edition: i32,
    /// Whether the period had not ended.
    pub is_provisional: bool,
    /// The figures, as JSON.
    pub figures: String,
    /// What the region, varieties, products and plants in them were called, as JSON.
    pub names: String,
    /// How many sellers stand behind their rows, as JSON.
    pub sellers: String,
    /// The versions of their definitions, as JSON.
    pub definitions: String,
    /// The closed bound up to which records are counted.
    pub bound: Timestamp,
    /// Random bits under the hash, so that nobody can try out figures that are hidden from them.
    pub salt: String,
    /// SHA-256 of all of this but the sellers, hexadecimal.
    pub hash: String,
    /// When it was published.
    pub published_at: Timestamp,
    /// Who published it.
    pub published_by: Uuid,
    /// The region of whoever published it, by its name at the time.
    pub office: String,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
