//! When a site was said to be retired, and from which day on. Rows are only added.

use sea_orm::entity::prelude::*;

use types::{Day, Timestamp};

/// A row of `site_retirement`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "site_retirement")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The site.
    pub site_code: String,
    /// The first day on which it is no longer in use. `None` puts it back in use.
    pub retired_on: Option<Day>,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Who recorded it.
    pub recorded_by: Uuid,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
