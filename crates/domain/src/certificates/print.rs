//! A certificate for printing, with everything that the law requires on it.

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{Reading, not_found, origins};
use crate::{access::audit, installation, registers::regions};
use store::{Database, entity::certificates::certificate, error::Result};
use types::{Act, Actor, CodeKind, PrintedCode, RegionCode, Timestamp};

/// A certificate as a reader may print it.
#[derive(Debug, Clone)]
pub struct Printed {
    /// The certificate. Read the issuer only from the fields below.
    pub row: certificate::Model,
    /// Name of the issuer.
    pub issuer_name: String,
    /// Contact of the issuer.
    pub issuer_contact: String,
    /// The full names of the regions of origin, at most fifty.
    pub origins: Vec<String>,
    /// Whether it belongs to a demonstration.
    pub is_demo: bool,
    /// The instant of reading.
    pub at: Timestamp,
}

/// The certificate with this code. The code is on packages, so anybody who has it may read what the law requires. Of
/// a person, a visitor sees only the public name, which also replaces the telephone number. An account may see more.
/// NOT_FOUND if it does not exist.
pub async fn printed(database: &Database, reader: Option<(Actor, Act)>, code: &str) -> Result<Printed> {
    let code = PrintedCode::parse(CodeKind::Certificate, code).ok_or_else(not_found)?;
    let at = database.clock().now();
    let read = database.read(async move |snapshot| {
        let found = certificate::Entity::find().filter(certificate::Column::Code.eq(code)).one(&*snapshot).await?;
        let row = found.ok_or_else(not_found)?;
        let codes: BTreeSet<RegionCode> =
            origins(&snapshot, &[row.id]).await?.remove(&row.id).unwrap_or_default().into_iter().collect();
        let names = regions::full_names(&snapshot, &codes).await?;
        Ok((row, names, installation::is_demo(&snapshot).await?))
    });
    let (row, origins, is_demo) = read.await?;
    let reading = Reading::of(&row, reader.as_ref().map(|(actor, _)| actor));
    let (issuer_contact, is_whole_phone) = reading.contact(&row);
    if let (true, Some((actor, act))) = (is_whole_phone, reader) {
        audit::note_phones_read(database, act, actor.region, "certificate", BTreeSet::from([row.id])).await?;
    }
    let issuer_name = reading.name(&row).to_owned();
    Ok(Printed { row, issuer_name, issuer_contact, origins, is_demo, at })
}
