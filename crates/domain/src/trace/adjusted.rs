//! What was lost of goods, given away, used otherwise or found when counting, as a trace shows it.

use sea_orm::{ColumnTrait, FromQueryResult, QueryFilter, QuerySelect, sea_query::Expr};

use crate::harvest::holdings;
use store::{Reader, as_bigint, entity::stock_adjustments::stock_adjustment::Column, error::Result};
use types::{Kilograms, StockAdjustmentReason};

/// What became more or less of goods for one reason.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Adjusted {
    /// Why.
    pub reason: StockAdjustmentReason,
    /// What it became more, below zero for less.
    pub change_g: Kilograms,
}

/// The sums of the adjustments of a lot or batch, by reason.
pub(super) async fn by_reason(connection: &Reader, of: Expr) -> Result<Vec<Adjusted>> {
    let mut sums: Vec<Adjusted> = holdings::adjustments()
        .select_only()
        .column(Column::Reason)
        .column_as(as_bigint(Column::ChangeG.sum()), "change_g")
        .filter(of)
        .group_by(Column::Reason)
        .into_model()
        .all(connection)
        .await?;
    sums.sort_unstable_by_key(|sum| sum.reason);
    Ok(sums)
}
