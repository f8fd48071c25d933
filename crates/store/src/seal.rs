//! The seal of the audit log: a chain of hashes over its rows up to a closed bound. It reveals rows that were
//! changed, removed, inserted or moved afterwards.
//! Changes write their rows unchained, so that they do not wait for one another. The sealer, one at a time across
//! servers, closes a bound, so that no open transaction can still write at or before it. It then chains the rows up
//! to the bound in the order of time and id. Later rows come later in the chain, too.

use std::{collections::HashMap, time::Duration};

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, Order, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    Select, sea_query::ExprTrait,
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Database, bound, health::Access, load, page::is_after};
use crate::{
    Reader,
    entity::access::{audit_entry, audit_seal},
    error::{Error, ErrorCode, Result},
};
use types::Timestamp;

/// The key of the sealer's advisory lock on PostgreSQL.
const SEALER_LOCK: i64 = 0x6c69_6875_6132;
/// How many rows are sealed in one transaction.
const ROWS_AT_ONCE: u64 = 500;
/// How often in a row the sealer gives way to writers before it makes them wait for a moment.
const MOST_DEFERRED: u32 = 10;

/// Seals new rows every second until the program ends.
pub async fn every_second(database: Database) {
    let mut ticks = tokio::time::interval(Duration::from_secs(1));
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let mut deferred = 0;
    loop {
        ticks.tick().await;
        match pass(&database, deferred >= MOST_DEFERRED).await {
            Ok(Some(_)) => deferred = 0,
            Ok(None) => deferred += 1,
            // The log already says that the database takes no writes.
            Err(error) if error.code == ErrorCode::Unavailable => {}
            Err(error) => tracing::error!(%error, cause = ?error.cause, "the audit log could not be sealed"),
        }
    }
}

/// Seals everything written until now. Returns the number of rows.
pub async fn seal(database: &Database) -> Result<u64> {
    Ok(pass(database, true).await?.unwrap_or_default())
}

/// Seals everything written until now. `None` if others are writing and the pass does not insist.
async fn pass(database: &Database, insists: bool) -> Result<Option<u64>> {
    let head = head(database.reader()).await?;
    let newest = after_head(head.as_ref()).order_by_desc(audit_entry::Column::At).one(database.reader()).await?;
    let Some(newest) = newest else { return Ok(Some(0)) };
    if !bound::close_up_to(database, newest.at, insists).await? {
        return Ok(None);
    }
    let mut sealed = 0;
    loop {
        let rows = seal_some(database, newest.at).await?;
        sealed += rows;
        if rows < ROWS_AT_ONCE {
            return Ok(Some(sealed));
        }
    }
}

/// Chains the oldest unsealed rows, up to a closed bound.
async fn seal_some(database: &Database, bound: Timestamp) -> Result<u64> {
    let sealing = database.clone();
    let task = tokio::spawn(async move {
        let lock = format!("SELECT pg_advisory_xact_lock({SEALER_LOCK}); {}", bound::share(sealing.options.write_time));
        let transaction = sealing.begin(lock).await?;
        bound::to_write(&transaction, &sealing.clock).await?;
        let head = head(&transaction).await?;
        let rows = after_head(head.as_ref())
            .filter(audit_entry::Column::At.lte(bound))
            .order_by_asc(audit_entry::Column::At)
            .order_by_asc(audit_entry::Column::Id)
            .limit(ROWS_AT_ONCE)
            .all(&transaction)
            .await?;
        let (mut position, mut hash) = head.map_or((0, String::new()), |head| (head.seal.position, head.seal.hash));
        let mut seals = Vec::with_capacity(rows.len());
        for row in &rows {
            position += 1;
            hash = link(&hash, row)?;
            seals.push(sea_orm::IntoActiveModel::into_active_model(audit_seal::Model {
                entry_id: row.id,
                position,
                hash: hash.clone(),
            }));
        }
        if !seals.is_empty() {
            audit_seal::Entity::insert_many(seals).exec_without_returning(&transaction).await?;
        }
        transaction.commit().await?;
        Ok(rows.len() as u64)
    });
    let sealed = task.await.map_err(Error::internal).flatten();
    database.health.heed(Access::Write, &sealed);
    sealed
}

/// The end of the chain.
struct Head {
    seal: audit_seal::Model,
    at: Timestamp,
}

async fn head(connection: &impl ConnectionTrait) -> Result<Option<Head>> {
    let Some(seal) = audit_seal::Entity::find().order_by_desc(audit_seal::Column::Position).one(connection).await?
    else {
        return Ok(None);
    };
    let entry = audit_entry::Entity::find_by_id(seal.entry_id).one(connection).await?;
    Ok(entry.map(|entry| Head { seal, at: entry.at }))
}

/// The rows after the end of the chain. The chain follows their order, so these are the unsealed ones.
fn after_head(head: Option<&Head>) -> Select<audit_entry::Entity> {
    let rows = audit_entry::Entity::find();
    match head {
        None => rows,
        Some(head) => {
            let columns = [audit_entry::Column::At, audit_entry::Column::Id];
            rows.filter(is_after(&columns, vec![head.at.into(), head.seal.entry_id.into()], &Order::Asc))
        }
    }
}

/// The hash of a link: SHA-256 of the previous hash and every column of the row, as a JSON array. It outlives
/// releases, so its input must not change.
fn link(previous: &str, row: &audit_entry::Model) -> Result<String> {
    let audit_entry::Model {
        id,
        at,
        account_id,
        address,
        request_id,
        action,
        record_kind,
        record_id,
        region_code,
        changes,
    } = row;
    let (id, account_id) = (id.to_string(), account_id.map(|id| id.to_string()));
    let region_code = region_code.as_ref().map(|region| region.0.as_str());
    let canonical =
        (previous, id, at.0, account_id, address, request_id, action, record_kind, record_id, region_code, changes);
    Ok(hex::encode(Sha256::digest(serde_json::to_vec(&canonical).map_err(Error::internal)?)))
}

/// The result of checking the whole chain.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proof {
    /// How many links follow from one another.
    pub sealed: i64,
    /// The hash of the last of them. Note it elsewhere, and nobody can shorten or rewrite the chain up to it
    /// unnoticed.
    pub head: Option<String>,
    /// How many rows are not sealed yet.
    pub unsealed: u64,
    /// What is wrong with the first broken link, or with a row inserted before the end of the chain.
    pub broken: Option<String>,
}

impl std::fmt::Display for Proof {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} rows sealed, {} not sealed yet", self.sealed, self.unsealed)?;
        match &self.head {
            Some(head) => write!(formatter, "; head of the chain {head}"),
            None => Ok(()),
        }
    }
}

/// Checks the whole chain, within one snapshot.
pub async fn prove(snapshot: &Reader) -> Result<Proof> {
    let mut proof = Proof::default();
    let mut last: Option<(Timestamp, Uuid)> = None;
    loop {
        let seals = audit_seal::Entity::find()
            .filter(audit_seal::Column::Position.gt(proof.sealed))
            .order_by_asc(audit_seal::Column::Position)
            .limit(ROWS_AT_ONCE)
            .all(snapshot)
            .await?;
        let ids: Vec<Uuid> = seals.iter().map(|seal| seal.entry_id).collect();
        let rows = load::by_key::<audit_entry::Entity>(snapshot, &ids).await?;
        for seal in &seals {
            let previous = proof.head.as_deref().unwrap_or_default();
            if let Some(problem) = problem(proof.sealed, previous, last, seal, &rows)? {
                proof.broken = Some(problem);
                return Ok(proof);
            }
            last = rows.get(&seal.entry_id).map(|row| (row.at, row.id));
            proof.sealed = seal.position;
            proof.head = Some(seal.hash.clone());
        }
        if seals.is_empty() {
            break;
        }
    }
    let sealed = audit_seal::Entity::find().select_only().column(audit_seal::Column::EntryId).into_query();
    let unsealed = audit_entry::Entity::find().filter(audit_entry::Column::Id.not_in_subquery(sealed));
    if let Some((at, id)) = last {
        let columns = [audit_entry::Column::At, audit_entry::Column::Id];
        let late = unsealed.clone().filter(is_after(&columns, vec![at.into(), id.into()], &Order::Asc).not());
        if let Some(row) = late.order_by_asc(audit_entry::Column::At).one(snapshot).await? {
            proof.broken = Some(format!("row {} of {} was inserted before the end of the chain", row.id, row.at));
        }
    }
    proof.unsealed = unsealed.count(snapshot).await?;
    Ok(proof)
}

/// What is wrong with a link, if anything.
fn problem(
    sealed: i64,
    previous: &str,
    last: Option<(Timestamp, Uuid)>,
    seal: &audit_seal::Model,
    rows: &HashMap<Uuid, audit_entry::Model>,
) -> Result<Option<String>> {
    let position = sealed + 1;
    if seal.position != position {
        return Ok(Some(format!("link {position} is missing")));
    }
    let Some(row) = rows.get(&seal.entry_id) else {
        return Ok(Some(format!("link {position}: its row {} is missing", seal.entry_id)));
    };
    if link(previous, row)? != seal.hash {
        return Ok(Some(format!("link {position}: row {} of {} is not what was sealed", row.id, row.at)));
    }
    if last.is_some_and(|last| last >= (row.at, row.id)) {
        return Ok(Some(format!("link {position}: row {} of {} comes after a later one", row.id, row.at)));
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_of_the_first_release_follows_as_it_did() {
        let id = |number: u128| Uuid::from_u128(0x0189_0000_0000_7000_8000_0000_0000_0000 + number);
        let row = audit_entry::Model {
            id: id(1),
            at: Timestamp(1_795_492_800_000_000),
            account_id: Some(id(2)),
            address: None,
            request_id: Some("req-1".to_owned()),
            action: "recordSale".to_owned(),
            record_kind: Some("sale".to_owned()),
            record_id: Some(id(3).to_string()),
            region_code: Some("500235136001".into()),
            changes: "{\"records\":[]}".to_owned(),
        };
        assert_eq!(
            link(&"00".repeat(32), &row).expect("a hash"),
            "dab2e9b9dcd53ccfc705e32bcf1d8b8aeb95e35cafd06e718cbc4ad9a1200fff"
        );
    }
}
