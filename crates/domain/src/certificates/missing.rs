//! Goods that were sold or delivered without a certificate that they should have had.

use chrono::Duration;
use sea_orm::{
    ColumnTrait, Condition, FromQueryResult,
    sea_query::{Expr, ExprTrait, Func, Query},
};
use uuid::Uuid;

use crate::harvest::pledges::Rules;
use store::{
    Reader,
    entity::{
        certificates::{certificate, removed_certificate},
        harvest::harvest_lot,
        in_subtree, in_subtree_in_order,
        plants::product,
        presales::{preorder_delivery, preorder_delivery_lot},
        registers::{grower, region},
        sales::{sale, sale_batch},
    },
    error::{Error, Result},
    page::{Page, PageRequest, Part, page_of_parts},
};
use types::{CertificateStatus, Day, Kilograms, Problem, RegionCode, RegionLevel};

/// The most days in one query.
const MOST_DAYS: i64 = 366;
/// The most days for a region larger than a township.
const MOST_DAYS_OF_A_COUNTY: i64 = 31;

/// Kilograms handed over without a certificate, by a sale or a pre-order, from one lot or batch.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Missing {
    /// The sale.
    pub sale_id: Option<Uuid>,
    /// The pre-order, if it is not a sale.
    pub preorder_id: Option<Uuid>,
    /// The lot, if one is named.
    pub lot_id: Option<Uuid>,
    /// The batch, if the sale drew on one.
    pub batch_id: Option<Uuid>,
    /// The grower of the fruit. None for goods of a plant.
    pub grower_id: Option<Uuid>,
    /// The day of the sale or delivery.
    pub day: Day,
    /// The quantity.
    pub quantity_g: Kilograms,
}

/// A page of what was handed over without a certificate in a region and below it, newest first. Both days are
/// inclusive, and there are at most 366. Nothing from before the rules came into force is included.
///
/// It covers sales and deliveries of fruit from growers that need certificates, and sales of fresh goods of plants.
/// Listed are those from lots and batches without a valid or replaced certificate, and sales that name no lot or drew
/// on no batch.
pub async fn missing(
    connection: &Reader,
    rules: &Rules,
    region: region::Model,
    (from, to): (Day, Day),
    request: &PageRequest,
) -> Result<Page<Missing>> {
    if to < from || to - from >= Duration::days(MOST_DAYS) {
        let problem = Problem::new(
            format!("应在 from 之后 {MOST_DAYS} 天之内"),
            format!("the range from `from` is at most {MOST_DAYS} days"),
        );
        return Err(Error::invalid("to", problem));
    }
    if region.level < RegionLevel::Township && to - from >= Duration::days(MOST_DAYS_OF_A_COUNTY) {
        return Err(Error::too_complex(
            format!("乡镇以上的区划每次最多查 {MOST_DAYS_OF_A_COUNTY} 天；请缩短时间或指定乡镇"),
            format!(
                "above a township, the range is at most {MOST_DAYS_OF_A_COUNTY} days: give fewer days, or a township"
            ),
        ));
    }
    let span = Span { region: region.code, from: std::cmp::max(from, rules.from), to };
    page_of_parts(
        connection,
        "missing",
        &[fruit_sold(rules, &span), fruit_delivered(rules, &span), goods_sold(&span)],
        request,
    )
    .await
}

struct Span {
    region: RegionCode,
    from: Day,
    to: Day,
}

fn fruit_sold(rules: &Rules, span: &Span) -> Part {
    use sale::{Column, Entity};
    let query = Query::select()
        .expr_as(Expr::col((Entity, Column::Id)), "sale_id")
        .expr_as(no_id(), "preorder_id")
        .expr_as(Expr::col((Entity, Column::LotId)), "lot_id")
        .expr_as(no_id(), "batch_id")
        .expr_as(Expr::col((Entity, Column::GrowerId)), "grower_id")
        .expr_as(Expr::col((Entity, Column::QuantityG)), "quantity_g")
        .from(Entity)
        .cond_where(sold(span))
        .and_where(Column::VarietyCode.is_not_null())
        .and_where(Column::GrowerKind.is_in(rules.kinds()))
        .cond_where(unpledged(certificate::Column::LotId, removed_certificate::Column::LotId, || {
            Expr::col((Entity, Column::LotId))
        }))
        .take();
    Part { query, day: Expr::col((Entity, Column::SoldOn)), id: Expr::col((Entity, Column::Id)) }
}

fn fruit_delivered(rules: &Rules, span: &Span) -> Part {
    use preorder_delivery_lot::{Column, Entity};
    let delivery = |column| Expr::col((preorder_delivery::Entity, column));
    let query = Query::select()
        .expr_as(no_id(), "sale_id")
        .expr_as(delivery(preorder_delivery::Column::PreorderId), "preorder_id")
        .expr_as(Expr::col((Entity, Column::LotId)), "lot_id")
        .expr_as(no_id(), "batch_id")
        .expr_as(Expr::col((harvest_lot::Entity, harvest_lot::Column::GrowerId)), "grower_id")
        .expr_as(Expr::col((Entity, Column::QuantityG)), "quantity_g")
        .from(preorder_delivery::Entity)
        .inner_join(
            Entity,
            Expr::col((Entity, Column::DeliveryId)).equals((preorder_delivery::Entity, preorder_delivery::Column::Id)),
        )
        .inner_join(
            harvest_lot::Entity,
            Expr::col((harvest_lot::Entity, harvest_lot::Column::Id)).equals((Entity, Column::LotId)),
        )
        .inner_join(
            grower::Entity,
            Expr::col((grower::Entity, grower::Column::Id))
                .equals((harvest_lot::Entity, harvest_lot::Column::GrowerId)),
        )
        .cond_where(in_subtree(preorder_delivery::Column::RegionCode, &span.region))
        .and_where(delivery(preorder_delivery::Column::DeliveredOn).between(span.from, span.to))
        .and_where(delivery(preorder_delivery::Column::ReversedAt).is_null())
        .and_where(grower::Column::Kind.is_in(rules.kinds()))
        .cond_where(unpledged(certificate::Column::LotId, removed_certificate::Column::LotId, || {
            Expr::col((Entity, Column::LotId))
        }))
        .take();
    Part { query, day: delivery(preorder_delivery::Column::DeliveredOn), id: Expr::col((Entity, Column::Id)) }
}

fn goods_sold(span: &Span) -> Part {
    use sale::{Column, Entity};
    let drawn = |column: sale_batch::Column| Expr::col((sale_batch::Entity, column));
    let query = Query::select()
        .expr_as(Expr::col((Entity, Column::Id)), "sale_id")
        .expr_as(no_id(), "preorder_id")
        .expr_as(no_id(), "lot_id")
        .expr_as(drawn(sale_batch::Column::BatchId), "batch_id")
        .expr_as(no_id(), "grower_id")
        .expr_as(
            Func::coalesce([drawn(sale_batch::Column::QuantityG), Expr::col((Entity, Column::QuantityG))]),
            "quantity_g",
        )
        .from(Entity)
        .inner_join(
            product::Entity,
            Expr::col((product::Entity, product::Column::Code)).equals((Entity, Column::ProductCode)),
        )
        .left_join(sale_batch::Entity, drawn(sale_batch::Column::SaleId).equals((Entity, Column::Id)))
        .cond_where(sold(span))
        .and_where(product::Column::IsFreshProduce.eq(true))
        .cond_where(unpledged(certificate::Column::BatchId, removed_certificate::Column::BatchId, || {
            drawn(sale_batch::Column::BatchId)
        }))
        .take();
    let id = Func::coalesce([drawn(sale_batch::Column::Id), Expr::col((Entity, Column::Id))]).into();
    Part { query, day: Expr::col((Entity, Column::SoldOn)), id }
}

fn sold(span: &Span) -> Condition {
    use sale::Column;
    in_subtree_in_order(Column::RegionCode, &span.region)
        .add(Column::SoldOn.between(span.from, span.to))
        .add(Column::VoidedAt.is_null())
}

/// The condition that a lot or batch has no certificate: neither a valid one, nor a replaced one, which still pledged
/// for what was left of it, nor one that has since been removed.
fn unpledged(column: certificate::Column, past: removed_certificate::Column, source: impl Fn() -> Expr) -> Condition {
    let certificates = Query::select()
        .column(certificate::Column::Id)
        .from(certificate::Entity)
        .and_where(Expr::col((certificate::Entity, column)).eq(source()))
        .and_where(certificate::Column::Status.is_in([CertificateStatus::Valid, CertificateStatus::Replaced]))
        .take();
    let removed = Query::select()
        .column(removed_certificate::Column::Id)
        .from(removed_certificate::Entity)
        .and_where(Expr::col((removed_certificate::Entity, past)).eq(source()))
        .take();
    Condition::all().add(Expr::exists(certificates).not()).add(Expr::exists(removed).not())
}

/// A null id, of the same type as in the other parts of the union.
fn no_id() -> Expr {
    Expr::value(None::<Uuid>).cast_as("UUID")
}
