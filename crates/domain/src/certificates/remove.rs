//! Removing certificates after their retention time. The law requires them to be kept for some months. The operator
//! of the server decides whether to keep them longer, so nothing is removed unless it is asked for.

use chrono::Months;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{
        CommonTableExpression, Expr, ExprTrait, Func, LockType, Query, SelectStatement, UnionType, WithClause,
        WithQuery,
    },
};
use uuid::Uuid;

use store::{
    Database, Txn,
    entity::{
        certificates::{certificate, certificate_origin, certificate_replacement, removed_certificate},
        plants::intake,
    },
    error::Result,
};
use types::{Act, CertificateStatus, Day, Timestamp, new_id};

/// The certificates removed in one transaction: as many as the audit log notes for one change.
const AT_ONCE: u64 = 100;

/// The first day whose records are kept, when records are kept for some calendar months. On 24 November, records of
/// 24 May are six months old and kept. Those of 23 May no longer need to be kept. If the month has no such day, its
/// last day counts.
fn kept_from(today: Day, months: u32) -> Day {
    today.checked_sub_months(Months::new(months)).unwrap_or(Day::MIN)
}

/// Removes the certificates that were issued, withdrawn, replaced and last collected more than `months` calendar
/// months ago, with their dependent rows. Returns how many. A certificate that another one names is kept as long as
/// that one.
pub async fn remove(database: &Database, months: u32) -> Result<u64> {
    let mut removed = 0;
    loop {
        let act = Act::on_the_command_line("removeCertificates");
        match database.write_as(act, async move |txn| remove_some(&txn, months).await).await? {
            0 => return Ok(removed),
            some => removed += some,
        }
    }
}

/// The number of certificates that would be removed now.
pub async fn removable(database: &Database, months: u32) -> Result<u64> {
    let first_kept = kept_from(database.clock().today(), months);
    let mut number = Query::select();
    number.expr_as(Func::count(Expr::col(certificate::Column::Id)), "number").from(certificate::Entity);
    let counted = database.reader().query_one(&over(first_kept, Condition::all(), number)).await?;
    let counted: Option<i64> = counted.map(|row| row.try_get("", "number")).transpose()?;
    Ok(counted.and_then(|number| u64::try_from(number).ok()).unwrap_or_default())
}

async fn remove_some(txn: &Txn, months: u32) -> Result<u64> {
    let first_kept = kept_from(txn.today(), months);
    let chosen = ids_over(txn, first_kept, Condition::all()).await?;
    // The rows are locked and checked again, because one may have been collected or replaced in between.
    let among = || Condition::all().add(certificate::Column::Id.is_in(chosen.iter().copied()));
    let query =
        certificate::Entity::find().filter(among()).order_by_asc(certificate::Column::Id).lock(LockType::Update);
    let locked = query.all(txn.reader()).await?;
    let over = ids_over(txn, first_kept, among()).await?;
    let origins = certificate_origin::Column::CertificateId.is_in(over.iter().copied());
    txn.remove(certificate_origin::Entity::delete_many().filter(origins)).await?;
    let replacements = certificate_replacement::Column::CertificateId.is_in(over.iter().copied());
    txn.remove(certificate_replacement::Entity::delete_many().filter(replacements)).await?;
    let mut removed = 0;
    for row in locked.into_iter().filter(|row| over.contains(&row.id)) {
        if row.status != CertificateStatus::Withdrawn {
            remember(txn, &row).await?;
        }
        removed += u64::from(txn.delete(row).await?);
    }
    if removed == 0 {
        txn.is_unchanged();
    }
    Ok(removed)
}

/// Records that a lot or batch once had a certificate, one row for each lot or batch.
async fn remember(txn: &Txn, row: &certificate::Model) -> Result<()> {
    use removed_certificate::{ActiveModel, Column, Entity};
    let past = ActiveModel { id: Set(new_id()), lot_id: Set(row.lot_id), batch_id: Set(row.batch_id) };
    let column = if row.lot_id.is_some() { Column::LotId } else { Column::BatchId };
    Ok(txn.add_unless_there::<Entity>(past, [column]).await?)
}

async fn ids_over(txn: &Txn, first_kept: Day, among: Condition) -> Result<Vec<Uuid>> {
    let mut ids = Query::select();
    ids.column(certificate::Column::Id)
        .from(certificate::Entity)
        .order_by(certificate::Column::Id, sea_orm::Order::Asc)
        .limit(AT_ONCE);
    let rows = txn.query_all(&over(first_kept, among, ids)).await?;
    Ok(rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<_, _>>()?)
}

/// Restricts a query about certificates to those past their retention time.
fn over(first_kept: Day, among: Condition, mut query: SelectStatement) -> WithQuery {
    use certificate::{Column, Entity};
    use certificate_replacement::{Column as Of, Entity as Replacement};
    let mut kept = Query::select();
    kept.column(Column::Code).from(Entity).cond_where(within_time(first_kept)).union(
        UnionType::Distinct,
        Query::select()
            .column((Replacement, Of::ReplacedCode))
            .from("kept")
            .inner_join(Entity, Expr::col((Entity, Column::Code)).equals(("kept", "code")))
            .inner_join(Replacement, Expr::col((Replacement, Of::CertificateId)).equals((Entity, Column::Id)))
            .take(),
    );
    let kept = CommonTableExpression::new().query(kept).column("code").table_name("kept").to_owned();
    let codes = Query::select().column("code").from("kept").take();
    query.cond_where(among).and_where(Column::Code.not_in_subquery(codes));
    WithClause::new().recursive(true).cte(kept).to_owned().query(query)
}

/// The condition that a certificate was issued, withdrawn, replaced or collected on this day or later.
fn within_time(first_kept: Day) -> Condition {
    use certificate::{Column, Entity};
    let since = Timestamp::beginning_of(first_kept);
    let collected = Query::select()
        .column(intake::Column::Id)
        .from(intake::Entity)
        .and_where(Expr::col((intake::Entity, intake::Column::CertificateCode)).equals((Entity, Column::Code)))
        .and_where(intake::Column::VoidedAt.is_null())
        .and_where(intake::Column::ReceivedOn.gte(first_kept).or(intake::Column::RecordedAt.gte(since)))
        .take();
    Condition::any()
        .add(Column::IssuedAt.gte(since))
        .add(Column::WithdrawnAt.gte(since))
        .add(Column::ReplacedAt.gte(since))
        .add(Expr::exists(collected))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_those_of_the_calendar() {
        for (today, months, first_kept) in [
            ("2026-11-24", 6, "2026-05-24"),
            ("2026-08-31", 6, "2026-02-28"),
            ("2026-09-01", 6, "2026-03-01"),
            ("2028-02-29", 24, "2026-02-28"),
        ] {
            let day = |text: &str| text.parse::<Day>().expect("a day");
            assert_eq!(kept_from(day(today), months), day(first_kept));
        }
    }
}
