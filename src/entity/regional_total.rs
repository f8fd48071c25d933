//! Sums of entries by month of whole regions, each with all below it, kept in the entries' own transaction.

use sea_orm::entity::prelude::*;

use crate::types::{Day, EntryKind, Kilograms, Money, Mu, RegionCode};

/// A row of `regional_total`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "regional_total")]
pub struct Model {
    /// What is counted.
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: EntryKind,
    /// First day of the month.
    #[sea_orm(primary_key, auto_increment = false)]
    pub month: Day,
    /// A region in or below which it is booked.
    #[sea_orm(primary_key, auto_increment = false)]
    pub region_code: RegionCode,
    /// Variety, or ''.
    #[sea_orm(primary_key, auto_increment = false)]
    pub variety_code: String,
    /// Product, or ''.
    #[sea_orm(primary_key, auto_increment = false)]
    pub product_code: String,
    /// Channel, or ''.
    #[sea_orm(primary_key, auto_increment = false)]
    pub channel: String,
    /// One of a few rows over which writers of the same key are spread on PostgreSQL.
    #[sea_orm(primary_key, auto_increment = false)]
    pub slot: i32,
    /// Sum of money.
    pub amount_fen: Money,
    /// Sum of weight.
    pub quantity_g: Kilograms,
    /// Sum of counts.
    pub item_count: i64,
    /// Sum of area.
    pub area_mu_hundredths: Mu,
    /// Number of records in force.
    pub record_count: i64,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
