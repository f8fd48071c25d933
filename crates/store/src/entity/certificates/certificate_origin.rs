//! The origin regions of produce under a certificate.

use sea_orm::entity::prelude::*;

use types::RegionCode;

/// A row of `certificate_origin`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "certificate_origin")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The certificate.
    pub certificate_id: Uuid,
    /// The region.
    pub region_code: RegionCode,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
