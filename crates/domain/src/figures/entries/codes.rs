//! The codes of the records that entries were made for.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use store::{
    Reader,
    entity::{
        figures::ledger_entry,
        plants::{processing_plant, processing_project},
        tourism::honour,
    },
    error::Result,
};
use types::SourceKind;

/// The codes of plants, projects and honours, by the ids in the entries.
pub(super) async fn codes(
    snapshot: &Reader,
    rows: impl Iterator<Item = &ledger_entry::Model> + Clone,
) -> Result<HashMap<Uuid, String>> {
    let ids = |kind: SourceKind| -> Vec<Uuid> {
        rows.clone().filter(|row| row.source_kind == kind).map(|row| row.source_id).collect()
    };
    let (plants, projects, honours) =
        (ids(SourceKind::ProcessingPlant), ids(SourceKind::ProcessingProject), ids(SourceKind::Honour));
    let mut codes = HashMap::new();
    if !plants.is_empty() {
        let found =
            processing_plant::Entity::find().filter(processing_plant::Column::Id.is_in(plants)).all(snapshot).await?;
        codes.extend(found.into_iter().map(|row| (row.id, row.code)));
    }
    if !projects.is_empty() {
        let found = processing_project::Entity::find()
            .filter(processing_project::Column::Id.is_in(projects))
            .all(snapshot)
            .await?;
        codes.extend(found.into_iter().map(|row| (row.id, row.code)));
    }
    if !honours.is_empty() {
        let found = honour::Entity::find().filter(honour::Column::Id.is_in(honours)).all(snapshot).await?;
        codes.extend(found.into_iter().map(|row| (row.id, row.code)));
    }
    Ok(codes)
}
