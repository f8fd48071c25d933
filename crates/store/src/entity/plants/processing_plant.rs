//! Plants that turn produce into goods.

use sea_orm::entity::prelude::*;

use types::{Day, RegionCode};

/// A row of `processing_plant`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "processing_plant")]
pub struct Model {
    /// Readable code.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    /// The id that ledger entries use.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// Its region.
    pub region_code: RegionCode,
    /// First day of operation.
    pub opened_on: Day,
    /// The first day on which it no longer counts.
    pub closed_on: Option<Day>,
    /// The day from which it keeps stock: sales before it take from no batch. `None` until its first batch.
    pub stock_from: Option<Day>,
    /// Its telephone number, as printed on its certificates.
    pub phone: Option<String>,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
