//! The audit log: what each change did, written in the change's own transaction.
//!
//! A transaction notes each record as it writes it, and writes all its notes as one row before it commits. It refuses
//! to commit without notes, so that no change can bypass the log.
//!
//! Secrets never reach the log. Names and telephone numbers of persons are stored in it as hashes, with a salt that
//! is kept with the person. That they changed can be proven, but what they were cannot be read.

use std::collections::BTreeMap;

use sea_orm::{
    ActiveValue::Set, EntityName, EntityTrait, IdenStatic, Iterable, ModelTrait, PrimaryKeyToColumn, QueryTrait, Value,
};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    texts::{self, Privacy},
    txn::Writing,
};
use crate::{
    entity::access::audit_entry,
    error::{Error, Result},
};
use types::{Act, RegionCode, new_id};

/// How many records of one change are noted field by field. Of further records only the number is noted.
pub(super) const MOST_NOTED: usize = 100;
/// The column that holds a person's salt.
const SALT: &str = "audit_salt";
/// Replaces a secret value in the log.
const HIDDEN: &str = "***";

/// One record of a change, with its fields before and after.
///
/// Rows of the log are never rewritten. So the field names here must stay, and old rows keep the names of tables and
/// columns of their time, even after a rename.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The kind of record: its table.
    pub kind: String,
    /// Its id or code.
    pub id: String,
    /// The fields that differ, each before and after. Before is null for a new record, after is null for a deleted
    /// one.
    pub fields: BTreeMap<String, (Json, Json)>,
}

/// All records of a change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// The records, in the order in which they were written.
    pub records: Vec<Change>,
    /// How many more records were written.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub more: u64,
}

fn is_zero(number: &u64) -> bool {
    *number == 0
}

impl Changes {
    /// Parses the `changes` column of a row.
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
    /// Notes a record that is new (no `before`), changed, or deleted (no `after`).
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

    /// Says which record the change is about, if it is not the first one written.
    pub(super) fn about<M: ModelTrait>(&mut self, row: &M) {
        self.about = Some(reference(row));
        self.region = region_of(row).or(self.region.take());
    }

    /// Says which records were read.
    pub(super) fn read(&mut self, kind: &str, ids: impl Iterator<Item = Uuid>) {
        let ids: Vec<String> = ids.map(|id| id.to_string()).collect();
        self.about = Some((kind.to_owned(), ids.join(",")));
    }

    /// Says in which region the change lies, if the record does not say.
    pub(super) fn lies_in(&mut self, region: Option<RegionCode>) {
        self.region = region;
    }

    /// Says that nothing was changed, as by a replayed request.
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
            id: Set(new_id()),
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
        Ok(writing.defer(audit_entry::Entity::insert(row).into_query(), 1).await?)
    }
}

/// A salt for a person's values in the log: 256 random bits.
pub fn salt() -> String {
    hex::encode(types::random_bytes())
}

/// What the log stores for a personal value. With the person's salt and a value, one can check whether it was this
/// value.
pub fn fingerprint(salt: &str, column: &str, value: &str) -> String {
    format!("sha256:{}", hex::encode(Sha256::digest(format!("{salt}\n{column}\n{value}"))))
}

/// What the log notes of a new record.
pub fn noted<M: ModelTrait>(row: &M) -> Change {
    let (kind, id) = reference(row);
    Change { kind, id, fields: difference(None, Some(row)) }
}

/// Kind and id of a record. No record that an account changes has a key of several columns.
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

/// A row's value as the log may show it.
fn shown<M: ModelTrait>(row: Option<&M>, column: <M::Entity as EntityTrait>::Column) -> Json {
    let Some(row) = row else { return Json::Null };
    let kept = row.get(column);
    let privacy = match &kept {
        Value::String(_) => texts::privacy(M::Entity::default().table_name(), column.as_str()),
        _ => Privacy::Plain,
    };
    let value = text(kept);
    if value.is_null() || privacy == Privacy::Plain {
        return value;
    }
    let salt = <M::Entity as EntityTrait>::Column::iter().find(|candidate| candidate.as_str() == SALT);
    match salt.map(|salt| plain(&text(row.get(salt)))) {
        Some(salt) if privacy == Privacy::Personal && !salt.is_empty() => {
            fingerprint(&salt, column.as_str(), &plain(&value)).into()
        }
        _ => HIDDEN.into(),
    }
}

/// A column's value as JSON. Anything but a boolean, a number or a string is written as a string.
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

    /// A row of the log as the first release wrote it.
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
