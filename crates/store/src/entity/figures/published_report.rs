//! Reports as published, one row per edition. Rows are only added; nothing of one changes but that it is withdrawn.

use sea_orm::entity::prelude::*;

use types::{RegionCode, ReportPeriod, Timestamp};

/// A row of `published_report`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "published_report")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The region, including all regions below it.
    pub region_code: RegionCode,
    /// The year.
    pub year: i32,
    /// The part of the year, or the whole year.
    pub period: ReportPeriod,
    /// The edition of this region and period, counted from 1.
    pub edition: i32,
    /// Whether the period had not ended yet.
    pub is_provisional: bool,
    /// The figures, as JSON.
    pub figures: String,
    /// The names of the region, varieties, products and plants at the time, as JSON.
    pub names: String,
    /// How many sellers each row of the figures is based on, as JSON.
    pub sellers: String,
    /// The versions of the figures' definitions, as JSON.
    pub definitions: String,
    /// The closed bound up to which records are counted.
    pub bound: Timestamp,
    /// Random bits that go into the hash, so that nobody can find hidden figures by trial.
    pub salt: String,
    /// SHA-256 of all of this except the sellers, hexadecimal.
    pub hash: String,
    /// When it was published.
    pub published_at: Timestamp,
    /// Who published it.
    pub published_by: Uuid,
    /// The region of the account that published it, by its name at the time.
    pub office: String,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Timestamp>,
    /// Why it was withdrawn.
    pub withdrawal_reason: Option<String>,
    /// Who withdrew it.
    pub withdrawn_by: Option<Uuid>,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
