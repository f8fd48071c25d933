//! Which certificates another one replaced.

use sea_orm::entity::prelude::*;

/// A row of `certificate_replacement`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "certificate_replacement")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The new certificate.
    pub certificate_id: Uuid,
    /// The code of the replaced certificate, which may have been removed since.
    pub replaced_code: String,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
