//! The lots and batches that had a certificate which has since been removed.

use sea_orm::entity::prelude::*;

/// A row of `removed_certificate`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "removed_certificate")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The lot that the certificate was for.
    pub lot_id: Option<Uuid>,
    /// Or the batch.
    pub batch_id: Option<Uuid>,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
