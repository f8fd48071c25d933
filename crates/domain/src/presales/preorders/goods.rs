//! What the deliveries and returns of pre-orders add up to, for `lihua verify`.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, Select};
use uuid::Uuid;

use store::{
    Reader, as_bigint,
    entity::presales::{preorder_delivery, preorder_delivery_lot, preorder_return, preorder_return_lot},
    error::Result,
};
use types::Kilograms;

/// Weights by the id of what they belong to.
type Weights = HashMap<Uuid, Kilograms>;

#[derive(Debug, FromQueryResult)]
struct Sum {
    id: Uuid,
    quantity_g: Kilograms,
}

async fn sums<E: EntityTrait>(
    connection: &Reader,
    rows: Select<E>,
    id: impl ColumnTrait,
    quantity: impl ColumnTrait,
) -> Result<Weights> {
    let sums: Vec<Sum> = rows
        .select_only()
        .column_as(id, "id")
        .column_as(as_bigint(quantity.sum()), "quantity_g")
        .group_by(id)
        .into_model()
        .all(connection)
        .await?;
    Ok(sums.into_iter().map(|sum| (sum.id, sum.quantity_g)).collect())
}

/// What was delivered of each of these pre-orders, and what came back.
pub(super) async fn moved(connection: &Reader, preorders: &[Uuid]) -> Result<(Weights, Weights)> {
    let delivered = {
        use preorder_delivery::{Column, Entity};
        let rows = Entity::find()
            .filter(Column::PreorderId.is_in(preorders.iter().copied()))
            .filter(Column::ReversedAt.is_null());
        sums(connection, rows, Column::PreorderId, Column::QuantityG).await?
    };
    use preorder_return::{Column, Entity};
    let rows =
        Entity::find().filter(Column::PreorderId.is_in(preorders.iter().copied())).filter(Column::ReversedAt.is_null());
    Ok((delivered, sums(connection, rows, Column::PreorderId, Column::QuantityG).await?))
}

/// The quantity that pre-orders drew from each of these lots, less what they gave back.
pub(crate) async fn drawn_from_lots(connection: &Reader, lots: &[Uuid]) -> Result<Weights> {
    let mut drawn = {
        use preorder_delivery_lot::{Column, Entity};
        let of_delivery =
            Entity::belongs_to(preorder_delivery::Entity).from(Column::DeliveryId).to(preorder_delivery::Column::Id);
        let rows = Entity::find()
            .join(JoinType::InnerJoin, of_delivery.into())
            .filter(Column::LotId.is_in(lots.iter().copied()))
            .filter(preorder_delivery::Column::ReversedAt.is_null());
        sums(connection, rows, Column::LotId, Column::QuantityG).await?
    };
    use preorder_return_lot::{Column, Entity};
    let of_return = Entity::belongs_to(preorder_return::Entity).from(Column::ReturnId).to(preorder_return::Column::Id);
    let rows = Entity::find()
        .join(JoinType::InnerJoin, of_return.into())
        .filter(Column::LotId.is_in(lots.iter().copied()))
        .filter(preorder_return::Column::IsBackInStock.eq(true))
        .filter(preorder_return::Column::ReversedAt.is_null());
    for (lot_id, back) in sums(connection, rows, Column::LotId, Column::QuantityG).await? {
        let sum = drawn.entry(lot_id).or_default();
        *sum = *sum - back;
    }
    Ok(drawn)
}
