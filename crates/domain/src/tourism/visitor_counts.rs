//! Visitor counts: the ledger entry of a count, and the recount after a decision about their site.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use uuid::Uuid;

use store::{
    Txn,
    entity::tourism::{site, visitor_count},
    error::{Error, Result},
    ledger::{self, Amounts, Entry, Facets, Source},
};
use types::{Actor, Day, EntryKind, SourceKind, new_id};

/// The most counts that one decision about a site may move.
const MOST_MOVED: usize = 10_000;

/// Moves the counts recorded from a day on into the town's figure, or out of it. Each count is recorded again with
/// its new kind. TOO_COMPLEX if there are too many at once: a decision from a later day first leaves fewer counts to
/// move.
pub(super) async fn recount_from(txn: &Txn, actor: &Actor, site: &site::Model, from: Day, counts: bool) -> Result<()> {
    let concerned = visitor_count::Entity::find()
        .filter(visitor_count::Column::SiteCode.eq(site.code.as_str()))
        .filter(visitor_count::Column::Day.gte(from))
        .filter(visitor_count::Column::ReplacedAt.is_null())
        .filter(visitor_count::Column::CountsTowardsTotal.ne(counts))
        .limit(MOST_MOVED as u64 + 1)
        .all(txn.reader())
        .await?;
    if concerned.len() > MOST_MOVED {
        return Err(Error::too_complex(
            format!("一次最多变更 {MOST_MOVED} 天的客流记录；请先以较晚的 countsFrom 变更"),
            format!("one change affects at most {MOST_MOVED} counts; use a later countsFrom first"),
        ));
    }
    let ids: Vec<Uuid> = concerned.iter().map(|count| count.id).collect();
    let mut entries = ledger::reversals(txn, &ids).await?;
    let replaced_at = Some(txn.recorded_at());
    let replaced: Vec<_> =
        concerned.into_iter().map(|before| (before.clone(), visitor_count::Model { replaced_at, ..before })).collect();
    let made: Vec<_> =
        replaced.iter().map(|(before, _)| count(txn, actor, site, before.day, before.visitors, counts)).collect();
    entries.extend(made.iter().map(entry));
    txn.update_all::<visitor_count::Entity>(&[visitor_count::Column::ReplacedAt], &replaced).await?;
    txn.insert_all::<visitor_count::Entity>(made).await?;
    ledger::record(txn, entries).await
}

/// Marks a count as replaced and returns the entries that reverse it.
pub(super) async fn take_place_of(txn: &Txn, before: visitor_count::Model) -> Result<Vec<Entry>> {
    let entries = ledger::reversal(txn, before.id).await?;
    let mut row = before.clone().into_active_model();
    row.replaced_at = Set(Some(txn.recorded_at()));
    txn.update(before, row).await?;
    Ok(entries)
}

/// A count recorded now.
pub(super) fn count(
    txn: &Txn,
    actor: &Actor,
    site: &site::Model,
    day: Day,
    visitors: i32,
    counts: bool,
) -> visitor_count::Model {
    visitor_count::Model {
        id: new_id(),
        site_code: site.code.clone(),
        region_code: site.region_code.clone(),
        day,
        visitors,
        counts_towards_total: counts,
        recorded_at: txn.recorded_at(),
        recorded_by: actor.account_id,
        replaced_at: None,
        void_reason: None,
        voided_by: None,
    }
}

/// The ledger entry of a count: visitors, or passers-by who are counted at another site.
pub fn entry(count: &visitor_count::Model) -> Entry {
    let kind = if count.counts_towards_total { EntryKind::Visitors } else { EntryKind::PassingVisitors };
    Entry {
        facets: Facets {
            site_code: Some(count.site_code.clone()),
            ..Facets::new(kind, count.day, count.region_code.clone())
        },
        amounts: Amounts { items: i64::from(count.visitors), records: 1, ..Amounts::default() },
        source: Source { kind: SourceKind::VisitorCount, id: count.id },
    }
}
