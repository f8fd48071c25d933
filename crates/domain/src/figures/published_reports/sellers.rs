//! The number of sellers of each row of a report: growers for fruit, plants for their goods.

use std::collections::BTreeMap;

use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Select,
    sea_query::{Expr, ExprTrait, SimpleExpr},
};

use crate::figures::reports::Subject;
use store::{
    Reader,
    entity::{
        in_subtree, in_subtree_in_order,
        sales::{sale, sale_return},
    },
    error::Result,
};
use types::{SaleChannel, Timestamp};

/// The number of distinct sellers in the sales of each row. Sales without a grower add no seller to a row that has
/// others, because they may be from any of those. A row with only such sales has one seller. A row in which nothing was
/// sold, and something came back, has the sellers of that.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sellers {
    /// By variety.
    pub varieties: BTreeMap<String, i64>,
    /// By product.
    pub products: BTreeMap<String, i64>,
    /// By channel.
    pub channels: BTreeMap<SaleChannel, i64>,
}

/// The sellers of a region in a period, from the records at an instant.
pub(super) async fn sellers_of(snapshot: &Reader, subject: &Subject, as_of: Timestamp) -> Result<Sellers> {
    use sale::Column;
    let days = subject.days();
    let sales = sale::Entity::find()
        .filter(in_subtree_in_order(Column::RegionCode, &subject.region_code))
        .filter(Column::SoldOn.between(days.from, days.to))
        .filter(Column::RecordedAt.lte(as_of))
        .filter(Column::VoidedAt.is_null().or(Column::VoidedAt.gt(as_of)));
    let returns = sale_return::Entity::with_sales()
        .filter(in_subtree(sale_return::Column::RegionCode, &subject.region_code))
        .filter(sale_return::Column::ReturnedOn.between(days.from, days.to))
        .filter(sale_return::Column::RecordedAt.lte(as_of))
        .filter(sale_return::Column::VoidedAt.is_null().or(sale_return::Column::VoidedAt.gt(as_of)));
    let mut all = rows_of(snapshot, returns).await?;
    let of_sales = rows_of(snapshot, sales).await?;
    all.varieties.extend(of_sales.varieties);
    all.products.extend(of_sales.products);
    all.channels.extend(of_sales.channels);
    Ok(all)
}

/// The sellers of each row of some sales, or of what came back of them.
async fn rows_of<E: EntityTrait>(snapshot: &Reader, rows: Select<E>) -> Result<Sellers> {
    use sale::Column;
    let by = |column: Column| {
        rows.clone().select_only().column(column).expr(sellers()).group_by(column).filter(column.is_not_null())
    };
    let varieties: Vec<(String, i64)> = by(Column::VarietyCode).into_tuple().all(snapshot).await?;
    let products: Vec<(String, i64)> = by(Column::ProductCode).into_tuple().all(snapshot).await?;
    let channels: Vec<(SaleChannel, i64)> = by(Column::Channel).into_tuple().all(snapshot).await?;
    Ok(Sellers {
        varieties: at_least_one(varieties).collect(),
        products: at_least_one(products).collect(),
        channels: at_least_one(channels).collect(),
    })
}

/// Distinct growers plus distinct plants. No sale has both.
fn sellers() -> SimpleExpr {
    let distinct = |column: sale::Column| Expr::col((sale::Entity, column)).count_distinct();
    distinct(sale::Column::GrowerId).add(distinct(sale::Column::PlantCode))
}

fn at_least_one<K>(sellers: Vec<(K, i64)>) -> impl Iterator<Item = (K, i64)> {
    sellers.into_iter().map(|(row, sellers)| (row, Ord::max(sellers, 1)))
}
