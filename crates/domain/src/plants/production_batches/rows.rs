//! The rows that belong to a batch: its ingredients, by-products and steps.

use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::record::{ByProduct, Found};
use store::{
    Txn,
    entity::plants::{batch_by_product, batch_ingredient, batch_step, product_step},
    error::Result,
};
use types::{Kilograms, new_id};

pub(super) async fn insert_ingredients(
    txn: &Txn,
    batch_id: Uuid,
    found: &[Found],
    quantities: &[Kilograms],
) -> Result<()> {
    for (position, (one, quantity)) in (1..).zip(found.iter().zip(quantities)) {
        let row = batch_ingredient::ActiveModel {
            id: Set(new_id()),
            batch_id: Set(batch_id),
            position: Set(position),
            intake_id: Set(matches!(one, Found::Intake { .. }).then_some(one.id())),
            source_batch_id: Set(matches!(one, Found::Batch { .. }).then_some(one.id())),
            from_batch_id: Set(one.source_batch()),
            quantity_g: Set(*quantity),
        };
        txn.insert(row).await?;
    }
    Ok(())
}

pub(super) async fn insert_by_products(txn: &Txn, batch_id: Uuid, by_products: Vec<ByProduct>) -> Result<()> {
    for (position, ByProduct { name, quantity }) in (1..).zip(by_products) {
        let row = batch_by_product::ActiveModel {
            id: Set(new_id()),
            batch_id: Set(batch_id),
            position: Set(position),
            name: Set(name.0),
            quantity_g: Set(quantity),
        };
        txn.insert(row).await?;
    }
    Ok(())
}

/// The steps are copies of the product's, which the audit log already has.
pub(super) async fn insert_steps(txn: &Txn, batch_id: Uuid, steps: Vec<product_step::Model>) -> Result<()> {
    let rows = steps.into_iter().map(|step| batch_step::ActiveModel {
        id: Set(new_id()),
        batch_id: Set(batch_id),
        position: Set(step.position),
        name: Set(step.name),
        days: Set(step.days),
    });
    Ok(txn.add::<batch_step::Entity>(rows).await?)
}
