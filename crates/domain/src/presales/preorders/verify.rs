//! What `lihua verify` recomputes of pre-orders: money from payments and refunds, figures from the history, and the
//! quantities that pre-orders have taken from offers and lots.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{amount_of, goods};
use store::{
    Reader, as_bigint,
    entity::presales::{preorder, preorder_event, preorder_payment, preorder_refund, presale_offer},
    error::Result,
    integrity,
    ledger::{Amounts, Entry},
};
use types::{Kilograms, Money, PreorderStatus, Timestamp};

#[derive(Debug, FromQueryResult)]
struct Paid {
    preorder_id: Uuid,
    is_for_refund: bool,
    total: Money,
}

#[derive(Debug, FromQueryResult)]
struct Refunded {
    preorder_id: Uuid,
    total: Money,
}

/// The entries that these pre-orders must have written, each with its instant, and the differences between their rows
/// and their payments, refunds and history.
pub(crate) async fn differences(
    connection: &Reader,
    rows: &[preorder::Model],
) -> Result<(Vec<(Timestamp, Entry)>, Vec<String>)> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let offers =
        presale_offer::Entity::find().filter(presale_offer::Column::Id.is_in(rows.iter().map(|row| row.offer_id)));
    let offers: HashMap<Uuid, presale_offer::Model> =
        integrity::rows(connection, offers).await?.read.into_iter().map(|offer| (offer.id, offer)).collect();
    let events = preorder_event::Entity::find().filter(preorder_event::Column::PreorderId.is_in(ids.iter().copied()));
    let mut counted: HashMap<Uuid, Amounts> = HashMap::new();
    let mut entries = Vec::new();
    let offer_of: HashMap<Uuid, Uuid> = rows.iter().map(|row| (row.id, row.offer_id)).collect();
    for event in integrity::rows(connection, events).await?.read {
        let offer = offer_of.get(&event.preorder_id).and_then(|offer| offers.get(offer));
        if let Some(entry) = offer.and_then(|offer| super::entry(offer, &event)) {
            let sum = counted.entry(event.preorder_id).or_default();
            *sum = *sum + entry.amounts;
            // Only the instant of an expiry differs from that of its recording, and an expiry adds nothing.
            entries.push((event.at, entry));
        }
    }
    let (paid, refunded) = (paid(connection, &ids).await?, refunded(connection, &ids).await?);
    let (delivered, returned) = goods::moved(connection, &ids).await?;
    let mut differences = Vec::new();
    for row in rows {
        let (all, for_refund) = paid.get(&row.id).copied().unwrap_or_default();
        let refunds = refunded.get(&row.id).copied().unwrap_or_default();
        if (all, for_refund, refunds) != (row.paid_fen, row.for_refund_fen, row.refunded_fen) {
            differences.push(format!(
                "preorder {}: payments and refunds give {all}, {for_refund} of it for refund, and {refunds} paid back; its row says {}, {} and {}",
                row.code.0, row.paid_fen, row.for_refund_fen, row.refunded_fen
            ));
        }
        let gone = delivered.get(&row.id).copied().unwrap_or_default();
        let back = returned.get(&row.id).copied().unwrap_or_default();
        if (gone, back) != (row.delivered_g, row.returned_g) {
            differences.push(format!(
                "preorder {}: {gone} kg were delivered and {back} kg came back; its row says {} and {}",
                row.code.0, row.delivered_g, row.returned_g
            ));
        }
        let counts = matches!(row.status, PreorderStatus::Confirmed | PreorderStatus::Delivered);
        let expected = if counts { (row.amount_fen, row.fulfillable_g, 1) } else { (Money::ZERO, Kilograms::ZERO, 0) };
        let sum = counted.get(&row.id).copied().unwrap_or_default();
        if (sum.amount, sum.quantity, sum.items) != expected {
            differences
                .push(format!("preorder {}: its history counts {sum:?}, its row gives {expected:?}", row.code.0));
        }
        let amount = offers.get(&row.offer_id).map(|offer| amount_of(offer, row.fulfillable_g) - row.compensated_fen);
        let amount = amount.map(|amount| amount.max(Money::ZERO));
        if amount != Some(row.amount_fen) {
            differences.push(format!(
                "preorder {}: its kilograms cost {amount:?}, its row says {}",
                row.code.0, row.amount_fen
            ));
        }
        if row.balance().due() > Money::ZERO && row.refund_due_since.is_none() {
            differences.push(format!("preorder {}: money is due back and not on the list", row.code.0));
        }
    }
    Ok((entries, differences))
}

async fn paid(connection: &Reader, ids: &[Uuid]) -> Result<HashMap<Uuid, (Money, Money)>> {
    use preorder_payment::Column;
    let sums: Vec<Paid> = preorder_payment::Entity::find()
        .select_only()
        .columns([Column::PreorderId, Column::IsForRefund])
        .column_as(as_bigint(Column::AmountFen.sum()), "total")
        .filter(Column::PreorderId.is_in(ids.iter().copied()))
        .filter(Column::ReversedAt.is_null())
        .group_by(Column::PreorderId)
        .group_by(Column::IsForRefund)
        .into_model()
        .all(connection)
        .await?;
    let mut paid: HashMap<Uuid, (Money, Money)> = HashMap::new();
    for sum in sums {
        let (all, for_refund) = paid.entry(sum.preorder_id).or_default();
        *all = *all + sum.total;
        if sum.is_for_refund {
            *for_refund = *for_refund + sum.total;
        }
    }
    Ok(paid)
}

async fn refunded(connection: &Reader, ids: &[Uuid]) -> Result<HashMap<Uuid, Money>> {
    use preorder_refund::Column;
    let sums: Vec<Refunded> = preorder_refund::Entity::find()
        .select_only()
        .column(Column::PreorderId)
        .column_as(as_bigint(Column::AmountFen.sum()), "total")
        .filter(Column::PreorderId.is_in(ids.iter().copied()))
        .filter(Column::ReversedAt.is_null())
        .group_by(Column::PreorderId)
        .into_model()
        .all(connection)
        .await?;
    Ok(sums.into_iter().map(|sum| (sum.preorder_id, sum.total)).collect())
}
