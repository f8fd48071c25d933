//! The audit log: what somebody's change did, written in its own transaction.
//!
//! A transaction notes each record as it writes it, and writes one row of all its notes before it commits. It refuses
//! to commit without any, so that no change can forget the log. Secrets never reach it. Names and telephone numbers of
//! persons stand in it as hashes with a salt that is kept with the person: that they changed can be proven, what they
//! were cannot be read.

use std::collections::BTreeMap;

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, EntityName, EntityTrait, IdenStatic, Iterable, ModelTrait, PrimaryKeyToColumn,
    Value,
};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    texts::{self, Holds},
    txn::Writing,
};
use crate::{
    entity::access::audit_entry,
    error::{Error, Result},
};
use types::{Act, RegionCode};

/// How many records of one change are noted field by field; of what a change draws along beyond them, only the number.
pub(super) const MOST_NOTED: usize = 100;
/// The column in which a person's salt is kept.
const SALT: &str = "audit_salt";
/// What stands in the log for a value that is a secret.
const HIDDEN: &str = "***";

/// One record of a change, with its fields before and after. Rows of the log are never written anew: what they are
/// called here stays, and so do the names of tables and columns that rows of before have, whatever those are called
/// later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The kind of record: its table.
    pub kind: String,
    /// Its id or code.
    pub id: String,
    /// The fields that differ, each before and after; null before for a record that is new, after for one that is gone.
    pub fields: BTreeMap<String, (Json, Json)>,
}

/// Everything that a change did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// The records, in the order in which they were written.
    pub records: Vec<Change>,
    /// How many more were written.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub more: u64,
}

fn is_zero(number: &u64) -> bool {
    *number == 0
}

impl Changes {
    /// What a row's `changes` say.
    pub fn parse(text: &str) -> Result<Self> {
        serde_json::from_str(text).map_err(Error::internal)
    }
}

/// What a transaction has noted so far.
#[derive(Debug, Default)]
pub(super) struct Notes {
    changes: Changes,
    about: Option<(String, String)>,
    region: Option<RegionCode>,
    is_unchanged: bool,
}

/// Why a change is not committed.
#[derive(Debug, thiserror::Error)]
#[error("{0} noted no record that it is about")]
struct Forgotten(String);

impl Notes {
    /// Notes a record that is new (nothing before), changed, or gone (nothing after).
    pub(super) fn record<M: ModelTrait>(&mut self, before: Option<&M>, after: Option<&M>) {
        if self.changes.records.len() == MOST_NOTED {
            self.changes.more += 1;
            return;
        }
        if let Some(row) = after.or(before) {
            if self.changes.records.is_empty() {
                self.region = region_of(row);
            }
            let (kind, id) = reference(row);
            self.changes.records.push(Change { kind, id, fields: difference(before, after) });
        }
    }

    /// Notes how many more records were written.
    pub(super) fn more(&mut self, records: u64) {
        self.changes.more += records;
    }

    /// Says which record the change is about, where that is not the first it writes.
    pub(super) fn about<M: ModelTrait>(&mut self, row: &M) {
        self.about = Some(reference(row));
        self.region = region_of(row).or(self.region.take());
    }

    /// Says which records were read.
    pub(super) fn read(&mut self, kind: &str, ids: impl Iterator<Item = Uuid>) {
        let ids: Vec<String> = ids.map(|id| id.to_string()).collect();
        self.about = Some((kind.to_owned(), ids.join(",")));
    }

    /// Says where the change lies, where the record does not.
    pub(super) fn lies_in(&mut self, region: Option<RegionCode>) {
        self.region = region;
    }

    /// Says that nothing was changed, as by a request that was answered before.
    pub(super) fn unchanged(&mut self) {
        self.is_unchanged = true;
    }

    /// Writes the one row of a change.
    pub(super) async fn write(self, writing: &Writing, act: Act) -> Result<()> {
        let Self { changes, about, region, is_unchanged } = self;
        if is_unchanged {
            return Ok(());
        }
        let first = changes.records.first().map(|change| (change.kind.clone(), change.id.clone()));
        let Some((record_kind, record_id)) = about.or(first) else {
            return Err(Error::internal(Forgotten(act.action)));
        };
        let row = audit_entry::ActiveModel {
            id: Set(Uuid::now_v7()),
            at: Set(writing.recorded_at()),
            account_id: Set(act.account_id),
            address: Set(act.address.map(|address| address.to_canonical().to_string())),
            request_id: Set(act.request_id),
            action: Set(act.action),
            record_kind: Set(Some(record_kind)),
            record_id: Set(Some(record_id)),
            region_code: Set(region),
            changes: Set(serde_json::to_string(&changes).map_err(Error::internal)?),
        };
        row.insert(writing.connection()).await?;
        Ok(())
    }
}

/// A salt for somebody's personal values in the log: 256 random bits.
pub fn salt() -> String {
    hex::encode(rand::random::<[u8; 32]>())
}

/// What stands in the log for a personal value. Whoever has the person's salt and a value can tell whether it was this
/// one.
pub fn fingerprint(salt: &str, column: &str, value: &str) -> String {
    format!("sha256:{}", hex::encode(Sha256::digest(format!("{salt}\n{column}\n{value}"))))
}

/// Kind and id of a record. No record that is changed on somebody's behalf has a key of several columns.
/// What the log notes of a record that is new.
pub fn noted<M: ModelTrait>(row: &M) -> Change {
    let (kind, id) = reference(row);
    Change { kind, id, fields: difference(None, Some(row)) }
}

fn reference<M: ModelTrait>(row: &M) -> (String, String) {
    let keys = <M::Entity as EntityTrait>::PrimaryKey::iter().map(|key| text(row.get(key.into_column())));
    (M::Entity::default().table_name().to_owned(), keys.map(|key| plain(&key)).collect::<Vec<_>>().join("/"))
}

fn region_of<M: ModelTrait>(row: &M) -> Option<RegionCode> {
    let column = if M::Entity::default().table_name() == "region" { "code" } else { "region_code" };
    let column = <M::Entity as EntityTrait>::Column::iter().find(|candidate| candidate.as_str() == column)?;
    match row.get(column) {
        Value::String(code) => code.map(RegionCode),
        _ => None,
    }
}

fn difference<M: ModelTrait>(before: Option<&M>, after: Option<&M>) -> BTreeMap<String, (Json, Json)> {
    let mut fields = BTreeMap::new();
    for column in <M::Entity as EntityTrait>::Column::iter() {
        let value = |row: Option<&M>| row.map_or(Json::Null, |row| text(row.get(column)));
        if value(before) != value(after) && column.as_str() != SALT {
            fields.insert(column.as_str().to_owned(), (shown(before, column), shown(after, column)));
        }
    }
    fields
}

/// A row's value as the log may have it.
fn shown<M: ModelTrait>(row: Option<&M>, column: <M::Entity as EntityTrait>::Column) -> Json {
    let Some(row) = row else { return Json::Null };
    let kept = row.get(column);
    let holds = match &kept {
        Value::String(_) => texts::holds(M::Entity::default().table_name(), column.as_str()),
        _ => Holds::Plain,
    };
    let value = text(kept);
    if value.is_null() || holds == Holds::Plain {
        return value;
    }
    let salt = <M::Entity as EntityTrait>::Column::iter().find(|candidate| candidate.as_str() == SALT);
    match salt.map(|salt| plain(&text(row.get(salt)))) {
        Some(salt) if holds == Holds::Personal && !salt.is_empty() => {
            fingerprint(&salt, column.as_str(), &plain(&value)).into()
        }
        _ => HIDDEN.into(),
    }
}

/// A column's value as JSON: what is neither a truth, a number nor a text is written as text.
fn text(value: Value) -> Json {
    match value {
        Value::Bool(value) => value.into(),
        Value::Int(value) => value.into(),
        Value::BigInt(value) => value.into(),
        Value::String(value) => value.into(),
        Value::Uuid(value) => value.map(|id| id.to_string()).into(),
        Value::ChronoDate(value) => value.map(|day| day.to_string()).into(),
        other => format!("{other:?}").into(),
    }
}

fn plain(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A row of the log as it was written by the first release.
    const CHANGES: &str = r#"{"records":[{"kind":"grower","id":"01890000-0000-7000-8000-000000000001","fields":{"kind":["HOUSEHOLD","COMPANY"],"phone":[null,"***"],"registered_at":[null,1795492800000000]}}],"more":3}"#;

    #[test]
    fn a_row_of_the_first_release_is_read_and_written_as_it_was() {
        let changes = Changes::parse(CHANGES).expect("changes");
        assert_eq!(changes.records[0].fields["kind"], ("HOUSEHOLD".into(), "COMPANY".into()));
        assert_eq!(changes.more, 3);
        assert_eq!(serde_json::to_string(&changes).expect("a text"), CHANGES);
    }

    #[test]
    fn a_person_is_recognised_by_a_fingerprint_of_before() {
        let expected = "sha256:fa335525f7a309d7b20c130a7a28c77c91dab391461a54359d91110ac3d915cd";
        assert_eq!(fingerprint("5a5a", "phone", "13800001234"), expected);
    }
}
