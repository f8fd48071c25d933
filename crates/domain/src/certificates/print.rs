//! A certificate as it is printed: everything that the law wants shown on it.

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{Reading, not_found, origins};
use crate::installation;
use crate::{access::audit, registers::regions};
use store::{Database, entity::certificates::certificate, error::Result};
use types::{Act, Actor, CodeKind, PrintedCode, RegionCode, Timestamp};

/// A certificate as somebody may print it.
#[derive(Debug, Clone)]
pub struct Printed {
    /// The certificate. Who pledges is read below alone.
    pub row: certificate::Model,
    /// Who pledges.
    pub issuer_name: String,
    /// How to reach them.
    pub issuer_contact: String,
    /// Where it comes from: regions by their full names, at most fifty.
    pub origins: Vec<String>,
    /// Whether it is a demonstration's.
    pub is_demo: bool,
    /// When it was read.
    pub at: Timestamp,
}

/// The certificate with this code. It stands on packages, so that whoever has it may read what the law wants shown; of
/// a person, the name that the public sees and the telephone number masked, unless an account asks that may read more.
/// NOT_FOUND where there is none.
pub async fn printed(database: &Database, reader: Option<(Actor, Act)>, code: &str) -> Result<Printed> {
    let code = PrintedCode::parse(CodeKind::Certificate, code).ok_or_else(not_found)?;
    let at = database.clock().now();
    let read = database.read(async move |snapshot| {
        let found = certificate::Entity::find().filter(certificate::Column::Code.eq(code)).one(&*snapshot).await?;
        let row = found.ok_or_else(not_found)?;
        let codes: BTreeSet<RegionCode> =
            origins(&*snapshot, &[row.id]).await?.remove(&row.id).unwrap_or_default().into_iter().collect();
        let names = regions::full_names(&*snapshot, &codes).await?;
        Ok((row, names, installation::is_demo(&*snapshot).await?))
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
