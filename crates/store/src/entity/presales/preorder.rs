//! A buyer's claim on an offer.

use sea_orm::{
    Condition, QuerySelect, QueryTrait,
    entity::prelude::*,
    sea_query::{ExprTrait, SimpleExpr},
};

use super::{preorder_delivery, preorder_delivery_lot};
use crate::entity::{in_region, in_region_in_order, in_subtree};
use types::{
    Actor, Balance, CancellationCause, Day, Folded, Fulfilment, Kilograms, Money, PreorderStatus, PrintedCode,
    RegionCode, Scope, Timestamp,
};

/// A row of `preorder`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "preorder")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What the buyer reads out on the telephone.
    pub code: PrintedCode,
    /// The offer.
    pub offer_id: Uuid,
    /// The offer's region.
    pub region_code: RegionCode,
    /// The status. An overdue pre-order may not be marked as expired yet.
    pub status: PreorderStatus,
    /// The buyer's account. `None` for a visitor, and if a clerk of the region took the order.
    pub buyer_account_id: Option<Uuid>,
    /// The buyer's name.
    pub buyer_name: String,
    /// The buyer's name as it is searched.
    pub buyer_name_folded: Folded,
    /// The buyer's telephone number as digits.
    pub buyer_phone: String,
    /// The salt of the hashes of its personal values in the audit log.
    pub audit_salt: String,
    /// How the buyer gets the fruit.
    pub fulfilment: Fulfilment,
    /// The delivery address, if it is shipped.
    pub delivery_address: Option<String>,
    /// The quantity ordered.
    pub quantity_g: Kilograms,
    /// The quantity promised or handed over, without what came back; 0 once cancelled or expired.
    pub fulfillable_g: Kilograms,
    /// The quantity handed over, also if some of it came back.
    pub delivered_g: Kilograms,
    /// The part of it that came back.
    pub returned_g: Kilograms,
    /// The part of `fulfillable_g` that was handed over by weight beyond the offer's quota.
    pub over_quota_g: Kilograms,
    /// The price of `fulfillable_g` minus compensation, at least 0.
    pub amount_fen: Money,
    /// The deposit due to confirm it, as first agreed.
    pub deposit_fen: Money,
    /// The freight.
    pub freight_fen: Money,
    /// The compensation paid after delivery.
    pub compensated_fen: Money,
    /// All money received.
    pub paid_fen: Money,
    /// The part of it that cannot count towards the goods.
    pub for_refund_fen: Money,
    /// What was paid back.
    pub refunded_fen: Money,
    /// The part of the deposit that is kept under the terms.
    pub kept_fen: Money,
    /// Since when money is due back. It lies in the future if the money becomes due only when the deposit does not
    /// come in time.
    pub refund_due_since: Option<Timestamp>,
    /// When it was placed.
    pub placed_at: Timestamp,
    /// Until when it reserves its kilograms without the deposit.
    pub hold_until: Timestamp,
    /// When it was confirmed.
    pub confirmed_at: Option<Timestamp>,
    /// The day on which the last of it so far was handed over or shipped.
    pub delivered_on: Option<Day>,
    /// The tracking number of the last parcel.
    pub tracking_number: Option<String>,
    /// When it was cancelled.
    pub cancelled_at: Option<Timestamp>,
    /// Why it was cancelled.
    pub cancellation_cause: Option<CancellationCause>,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Who recorded it. `None` for a visitor.
    pub recorded_by: Option<Uuid>,
    /// When anything about it last changed.
    pub changed_at: Timestamp,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The pre-order at an instant. One whose hold has run out has expired, whether or not that is stored yet.
    #[must_use]
    pub fn at(self, now: Timestamp) -> Self {
        if self.status != PreorderStatus::Placed || now < self.hold_until {
            return self;
        }
        Self { status: PreorderStatus::Expired, fulfillable_g: Kilograms::ZERO, amount_fen: Money::ZERO, ..self }
    }

    /// What is still to be handed over.
    pub fn outstanding(&self) -> Kilograms {
        self.fulfillable_g + self.returned_g - self.delivered_g
    }

    /// What it takes of the offer's quota.
    pub fn held(&self) -> Kilograms {
        self.fulfillable_g - self.over_quota_g
    }

    /// Its money.
    pub fn balance(&self) -> Balance {
        let owed = if self.status.is_live() { self.amount_fen + self.freight_fen } else { Money::ZERO };
        let Self { paid_fen: paid, for_refund_fen: for_refund, refunded_fen: refunded, kept_fen: kept, .. } = *self;
        Balance { paid, for_refund, refunded, kept, owed }
    }
}

/// The condition that the hold of a pre-order has run out and that it is not marked as expired yet.
pub fn overdue(now: Timestamp) -> Condition {
    Condition::all().add(Column::Status.eq(PreorderStatus::Placed)).add(Column::HoldUntil.lte(now))
}

/// The condition that a pre-order was delivered, at least in part, and is not paid in full.
pub fn owing() -> Condition {
    // What was paid back, or is booked for refund, does not count for the goods. See `Balance::for_goods`.
    let column = |column: Column| Expr::col((Entity, column));
    let set_apart =
        Expr::case(column(Column::RefundedFen).gt(column(Column::ForRefundFen)), column(Column::RefundedFen))
            .finally(column(Column::ForRefundFen));
    let for_goods = column(Column::PaidFen).sub(Expr::expr(set_apart));
    Condition::all()
        .add(Column::DeliveredG.gt(0))
        .add(column(Column::AmountFen).add(column(Column::FreightFen)).gt(for_goods))
}

impl Entity {
    /// The pre-orders that an actor may see: those of its region and below, and its own.
    pub fn visible_to(actor: &Actor) -> Select<Self> {
        Self::find().filter(is_visible_to(actor))
    }

    /// Like `visible_to`, for a page in list order, within a region if given. Two queries, each with an index of its
    /// own.
    pub fn in_order(actor: &Actor, region: Option<&RegionCode>) -> Vec<Select<Self>> {
        let own = Self::find().filter(Column::BuyerAccountId.eq(actor.account_id));
        let own = own.filter(Condition::all().add_option(region.map(|region| in_subtree(Column::RegionCode, region))));
        let scope = region.map_or_else(|| actor.scope(), |region| actor.scope().within(region));
        match (actor.scope(), scope) {
            (Scope::Everything, scope) => vec![Self::find().filter(in_region_in_order(Column::RegionCode, &scope))],
            (Scope::Subtree(_), scope) => {
                vec![Self::find().filter(in_region_in_order(Column::RegionCode, &scope)), own]
            }
            (Scope::Grower(_) | Scope::Nothing, _) => vec![own],
        }
    }

    /// The pre-orders delivered from a lot, at least in part.
    pub fn delivered_from(lot_id: Uuid) -> Select<Self> {
        let drawn = preorder_delivery_lot::Entity::find().select_only();
        let drawn = drawn.column(preorder_delivery_lot::Column::DeliveryId);
        let drawn = drawn.filter(preorder_delivery_lot::Column::LotId.eq(lot_id)).into_query();
        let delivered = preorder_delivery::Entity::find().select_only().column(preorder_delivery::Column::PreorderId);
        let delivered = delivered.filter(preorder_delivery::Column::Id.in_subquery(drawn));
        let delivered = delivered.filter(preorder_delivery::Column::ReversedAt.is_null()).into_query();
        Self::find().filter(Column::Id.in_subquery(delivered))
    }
}

/// The quantity that these pre-orders take of their offers' quotas, in a sum.
pub fn held() -> SimpleExpr {
    Expr::col((Entity, Column::FulfillableG)).sub(Expr::col((Entity, Column::OverQuotaG)))
}

/// What is still to be handed over of a pre-order.
pub fn outstanding() -> SimpleExpr {
    let column = |column: Column| Expr::col((Entity, column));
    column(Column::FulfillableG).add(column(Column::ReturnedG)).sub(column(Column::DeliveredG))
}

/// The condition that an actor may see a pre-order.
pub(crate) fn is_visible_to(actor: &Actor) -> Condition {
    let own = Column::BuyerAccountId.eq(actor.account_id);
    Condition::any().add(in_region(Column::RegionCode, &actor.scope())).add(own)
}
