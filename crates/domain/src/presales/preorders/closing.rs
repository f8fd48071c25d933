//! The daily closing: money received and refunded, by day, method and clerk.

use std::collections::BTreeMap;

use chrono::Duration;
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect};
use uuid::Uuid;

use store::{
    Reader, as_bigint,
    entity::{
        in_subtree,
        presales::{preorder_payment, preorder_refund},
        registers::region,
    },
    error::{Error, Result},
};
use types::{Day, Money, PaymentMethod, Problem};

/// The most days in one answer.
const MOST_DAYS: i64 = 31;
/// The most rows in one answer.
const MOST_ROWS: usize = 1000;

/// The money that one clerk received and refunded on one day by one method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Takings {
    /// The day of entry.
    pub day: Day,
    /// The method of payment.
    pub method: PaymentMethod,
    /// The account that entered it.
    pub account_id: Uuid,
    /// The amount received, without reversed payments.
    pub received: Money,
    /// The number of these payments.
    pub payments: i64,
    /// The amount refunded, without reversed refunds.
    pub refunded: Money,
    /// The number of these refunds.
    pub refunds: i64,
}

#[derive(Debug, FromQueryResult)]
struct Sum {
    day: Day,
    method: PaymentMethod,
    recorded_by: Uuid,
    total: Money,
    number: i64,
}

/// The money entered from one day to another, both inclusive, at most thirty-one days, in a region and below it, by
/// day, method and clerk.
pub async fn by_day(connection: &Reader, region: &region::Model, (from, to): (Day, Day)) -> Result<Vec<Takings>> {
    if to < from || to - from >= Duration::days(MOST_DAYS) {
        let problem = Problem::new(
            format!("应在 from 之后 {MOST_DAYS} 天之内"),
            format!("the range from `from` is at most {MOST_DAYS} days"),
        );
        return Err(Error::invalid("to", problem));
    }
    let mut takings: BTreeMap<(Day, PaymentMethod, Uuid), Takings> = BTreeMap::new();
    let received: Vec<Sum> = {
        use preorder_payment::Column;
        preorder_payment::Entity::find()
            .select_only()
            .columns([Column::Day, Column::Method, Column::RecordedBy])
            .column_as(as_bigint(Column::AmountFen.sum()), "total")
            .column_as(Column::Id.count(), "number")
            .filter(in_subtree(Column::RegionCode, &region.code))
            .filter(Column::Day.between(from, to))
            .filter(Column::ReversedAt.is_null())
            .group_by(Column::Day)
            .group_by(Column::Method)
            .group_by(Column::RecordedBy)
            .into_model()
            .all(connection)
            .await?
    };
    let refunded: Vec<Sum> = {
        use preorder_refund::Column;
        preorder_refund::Entity::find()
            .select_only()
            .columns([Column::Day, Column::Method, Column::RecordedBy])
            .column_as(as_bigint(Column::AmountFen.sum()), "total")
            .column_as(Column::Id.count(), "number")
            .filter(in_subtree(Column::RegionCode, &region.code))
            .filter(Column::Day.between(from, to))
            .filter(Column::ReversedAt.is_null())
            .group_by(Column::Day)
            .group_by(Column::Method)
            .group_by(Column::RecordedBy)
            .into_model()
            .all(connection)
            .await?
    };
    let rows = received.into_iter().map(|sum| (sum, true)).chain(refunded.into_iter().map(|sum| (sum, false)));
    for (Sum { day, method, recorded_by, total, number }, came) in rows {
        let none = Takings {
            day,
            method,
            account_id: recorded_by,
            received: Money::ZERO,
            payments: 0,
            refunded: Money::ZERO,
            refunds: 0,
        };
        let row = takings.entry((day, method, recorded_by)).or_insert(none);
        if came {
            (row.received, row.payments) = (total, number)
        } else {
            (row.refunded, row.refunds) = (total, number)
        }
    }
    Ok(takings.into_values().take(MOST_ROWS).collect())
}
