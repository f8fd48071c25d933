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
    /// What ledger entries call it.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// Where it stands.
    pub region_code: RegionCode,
    /// First day of work.
    pub opened_on: Day,
    /// The first day on which it no longer counts.
    pub closed_on: Option<Day>,
    /// The day from which it keeps stock: sales before it draw on no batch. None until its first batch.
    pub stock_from: Option<Day>,
    /// How to reach it, as its certificates say.
    pub phone: Option<String>,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
