//! Goods that a plant makes.

use sea_orm::entity::prelude::*;

use types::{Day, Ratio};

/// A row of `product`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "product")]
pub struct Model {
    /// Readable code.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    /// The plant that makes it.
    pub plant_code: String,
    /// Name.
    pub name: String,
    /// Whether it is fresh produce, which needs a certificate. Pickles and cured meat are not.
    pub is_fresh_produce: bool,
    /// Whether a batch without ingredients is refused.
    pub needs_ingredients: bool,
    /// The lower end of the usual yield from the ingredients, in ten-thousandths.
    pub usual_yield_from: Option<Ratio>,
    /// The upper end of the usual yield from the ingredients, in ten-thousandths.
    pub usual_yield_to: Option<Ratio>,
    /// The first day on which it is no longer in use.
    pub retired_on: Option<Day>,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
