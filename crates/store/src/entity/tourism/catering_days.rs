//! From which day an establishment does business no more, as known since a given instant. Rows are only added; the latest
//! applies. An establishment is known from its first row on.

use sea_orm::entity::prelude::*;

use types::{Day, RegionCode, Timestamp};

/// A row of `catering_days`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "catering_days")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The establishment.
    pub establishment_code: String,
    /// Its region.
    pub region_code: RegionCode,
    /// The first day on which it does no business any more, if there is one.
    pub closed_on: Option<Day>,
    /// When it was recorded.
    pub recorded_at: Timestamp,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
