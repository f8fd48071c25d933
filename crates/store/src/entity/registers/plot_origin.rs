//! From which plots another one was made, by dividing or joining.

use sea_orm::entity::prelude::*;

use types::Timestamp;

/// A row of `plot_origin`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plot_origin")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The plot that was made.
    pub plot_id: Uuid,
    /// A plot that it was made from.
    pub origin_id: Uuid,
    /// When that was recorded. All parts of one division have the same instant.
    pub recorded_at: Timestamp,
    /// When the origin was put back in use, if it was. Then the plot that was made of it never counts again.
    pub undone_at: Option<Timestamp>,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
