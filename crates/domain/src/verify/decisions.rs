//! Checks decisions that figures read in addition to the ledger: the baseline year of takings, when an establishment
//! closes, whether a site counts and until when, and the days of an edition. Each row must be as the audit log noted it
//! when it was made. Rows that the program filled in itself have no such note.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, Condition, EntityName, EntityTrait, Iterable, Order, PrimaryKeyToColumn, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use super::{CHUNK, Verification};
use store::{
    audit::{self, Change, Changes},
    entity::{
        access::audit_entry,
        tourism::{
            catering_baseline, catering_days, catering_establishment, festival_days, site_counting, site_retirement,
        },
    },
    error::Result,
    integrity, page,
};
use types::Timestamp;

impl<P: Fn(u64, u64)> Verification<'_, P> {
    /// Goes through the changes in the audit log that made such rows.
    pub(super) async fn decisions(&mut self) -> Result<()> {
        use audit_entry::Column;
        let tables = [
            catering_baseline::Entity.table_name(),
            catering_days::Entity.table_name(),
            site_counting::Entity.table_name(),
            site_retirement::Entity.table_name(),
            festival_days::Entity.table_name(),
        ];
        let mut after: Option<(Timestamp, Uuid)> = None;
        loop {
            let made = tables
                .iter()
                .fold(Condition::any(), |made, table| made.add(Column::Changes.contains(format!("\"{table}\""))));
            let query = page::filter_some(audit_entry::Entity::find().filter(made), after, |(at, id)| {
                page::is_after(&[Column::At, Column::Id], vec![at.into(), id.into()], &Order::Asc)
            });
            let query = query.order_by_asc(Column::At).order_by_asc(Column::Id).limit(CHUNK as u64);
            let rows = integrity::rows(self.snapshot, query).await?.read;
            let Some(last) = rows.last() else { return Ok(()) };
            after = Some((last.at, last.id));
            let mut noted = Vec::new();
            for row in &rows {
                match Changes::parse(&row.changes) {
                    Ok(changes) => noted.extend(changes.records),
                    Err(_) => self.findings.add(format!("audit_entry {}: its changes cannot be read", row.id)),
                }
            }
            self.are_as_noted::<catering_baseline::Entity>(&noted).await?;
            self.are_as_noted::<catering_days::Entity>(&noted).await?;
            self.are_as_noted::<site_counting::Entity>(&noted).await?;
            self.are_as_noted::<site_retirement::Entity>(&noted).await?;
            self.are_as_noted::<festival_days::Entity>(&noted).await?;
        }
    }

    /// Checks establishments: each row has the closing that was recorded last.
    pub(super) async fn establishments(&mut self) -> Result<()> {
        use catering_days::Column;
        let said = catering_days::Entity::find().order_by_asc(Column::RecordedAt).order_by_asc(Column::Id);
        let said = integrity::rows(self.snapshot, said).await?.read;
        let closings: HashMap<String, _> =
            said.into_iter().map(|days| (days.establishment_code, days.closed_on)).collect();
        for row in integrity::rows(self.snapshot, catering_establishment::Entity::find()).await?.read {
            if closings.get(&row.code).copied().flatten() != row.closed_on {
                self.findings.add(format!("catering_establishment {}: its row differs from its last days", row.code));
            }
        }
        Ok(())
    }

    /// Compares the rows of a table with the notes about them. A column that had another name at the time is not
    /// compared.
    async fn are_as_noted<E>(&mut self, noted: &[Change]) -> Result<()>
    where
        E: EntityTrait,
        E::Model: Send + Sync,
    {
        let table = E::default().table_name();
        let Some(key) = E::PrimaryKey::iter().next().map(PrimaryKeyToColumn::into_column) else { return Ok(()) };
        let ids: Vec<Uuid> =
            noted.iter().filter(|change| change.kind == table).filter_map(|change| change.id.parse().ok()).collect();
        let mut present: HashMap<String, Change> = HashMap::new();
        for ids in ids.chunks(CHUNK) {
            let rows = integrity::rows(self.snapshot, E::find().filter(key.is_in(ids.iter().copied()))).await?;
            // Unreadable rows have already been reported.
            present.extend(rows.read.iter().map(audit::noted).map(|row| (row.id.clone(), row)));
        }
        for Change { id, fields, .. } in noted.iter().filter(|change| change.kind == table) {
            let Some(row) = present.get(id) else {
                self.findings.add(format!("{table} {id}: the audit log noted it, and it is missing"));
                continue;
            };
            for (column, (_, value)) in &row.fields {
                if let Some((_, noted)) = fields.get(column)
                    && noted != value
                {
                    self.findings.add(format!("{table} {id}: its {column} is {value}, the audit log noted {noted}"));
                }
            }
        }
        Ok(())
    }
}
