//! The days from and until which a plant, project or honour counts, as known since a given instant. Rows are only
//! added; the latest applies.

use sea_orm::entity::prelude::*;

use types::{Day, SourceKind, Timestamp};

/// A row of `undertaking_days`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "undertaking_days")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whether it is a plant, a project or an honour.
    pub source_kind: SourceKind,
    /// Its id.
    pub source_id: Uuid,
    /// First day.
    pub starts_on: Day,
    /// The first day on which it no longer counts, if there is one.
    pub ends_on: Option<Day>,
    /// When it was recorded.
    pub recorded_at: Timestamp,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
