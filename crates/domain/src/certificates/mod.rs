//! Quality pledge certificates (承诺达标合格证): the pledge of a grower or plant for a lot or for a batch of fresh
//! produce.
//!
//! docs/CERTIFICATES.md names the rule for each field and each refusal. A write locks the lot or batch first, and
//! then the certificates in order of id.

mod issue;
mod missing;
mod print;
mod remove;
mod replaced;
mod withdraw;

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, Func, Query, WindowStatement},
};
use uuid::Uuid;

pub(crate) use issue::show_as_now;
pub use issue::{Goods, NewCertificate, issue, to_issue};
pub use missing::{Missing, missing};
pub use print::{Printed, printed};
pub use remove::{removable, remove};
pub use replaced::codes;
pub use withdraw::{to_withdraw, withdraw};

use crate::{harvest::harvest_lots, plants::production_batches, registers::regions};
use store::{
    Reader,
    entity::{
        certificates::{certificate, certificate_origin, certificate_replacement},
        in_subtree,
    },
    error::{Error, Result},
    page::{Page, PageRequest, filter_some, page},
};
use types::{
    Actor, CertificateStatus, CodeKind, Day, Phone, PrintedCode, RegionCode, RegionLevel, Role, Scope, Timestamp,
};

/// The most regions that a certificate names as origins. If there are more, it names the regions above them.
pub const MOST_ORIGINS: usize = 50;
/// The most certificates that a new one may replace.
pub const MOST_REPLACED: usize = 100;

/// The most certificates of a grower whose public name changes at once. On SQLite nobody else can write meanwhile.
pub const MOST_SHOWN_ANEW: u64 = 20_000;

/// Filter for a list of certificates. Both days are inclusive.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only certificates for lots picked, or batches made, in this region or below it.
    pub region_code: Option<RegionCode>,
    /// Only certificates with this status.
    pub status: Option<CertificateStatus>,
    /// Only certificates issued on this day or later.
    pub issued_from: Option<Day>,
    /// Only certificates issued on this day or earlier.
    pub issued_to: Option<Day>,
    /// Only certificates for this lot.
    pub lot_id: Option<Uuid>,
    /// Only certificates for this batch.
    pub batch_id: Option<Uuid>,
}

/// The path of the trace page of a certificate. Its QR code leads there.
pub fn trace_path(code: &PrintedCode) -> String {
    format!("/trace/{}", code.0)
}

/// How much a reader may see of an issuer who is a person. Other issuers are shown in full to everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// For clerks of the region and for the issuer: everything.
    Whole,
    /// For other readers of the region's records: the telephone number is masked.
    Masked,
    /// For everybody else: the public name, which also replaces the telephone number.
    Public,
}

impl Reading {
    /// How much an account, or a visitor, may see of the issuer.
    pub fn of(row: &certificate::Model, actor: Option<&Actor>) -> Self {
        let Some(actor) = actor else { return Self::Public };
        match actor.scope() {
            Scope::Grower(own) if row.grower_id.is_some_and(|id| own.contains(&id)) => Self::Whole,
            scope if scope.covers(&row.region_code) && actor.role == Role::Clerk => Self::Whole,
            scope if scope.covers(&row.region_code) => Self::Masked,
            _ => Self::Public,
        }
    }

    /// The name of the issuer.
    pub fn name(self, row: &certificate::Model) -> &str {
        if row.issuer_is_person && self == Self::Public { &row.public_issuer_name } else { &row.issuer_name }
    }

    /// The contact of the issuer, and whether it is a person's full telephone number. Reading such a number is
    /// recorded. The public sees the public name of a person as the contact: the name of the community, or the name
    /// that the person chose.
    pub fn contact(self, row: &certificate::Model) -> (String, bool) {
        let contact = row.issuer_contact.clone();
        match (row.issuer_is_person, Phone::parse(&contact)) {
            (true, Ok(_)) if self == Self::Public => (row.public_issuer_name.clone(), false),
            (true, Ok(phone)) if self != Self::Whole => (phone.masked(), false),
            (is_person, phone) => (contact, is_person && phone.is_ok()),
        }
    }
}

fn not_found() -> Error {
    Error::not_found("code", "合格证", "certificate")
}

/// The certificate with this code. NOT_FOUND if the actor may not see it.
pub async fn get_by_code(connection: &Reader, actor: &Actor, code: &str) -> Result<certificate::Model> {
    let code = PrintedCode::parse(CodeKind::Certificate, code).ok_or_else(not_found)?;
    let found = certificate::Entity::found_by(actor).filter(certificate::Column::Code.eq(code)).one(connection).await?;
    found.ok_or_else(not_found)
}

/// A page of certificates by time of issue, then id, newest first.
pub async fn list(
    connection: &Reader,
    actor: &Actor,
    filter: Filter,
    request: &PageRequest,
) -> Result<Page<certificate::Model>> {
    use certificate::Column;
    let Filter { region_code, status, issued_from, issued_to, lot_id, batch_id } = filter;
    if let Some(id) = lot_id {
        harvest_lots::get(connection, &actor.township_scope(), id, "filter.lotId").await?;
    }
    if let Some(id) = batch_id {
        production_batches::get(connection, actor, id, "filter.batchId").await?;
    }
    if let Some(code) = &region_code {
        regions::get(connection, code, "filter.regionCode").await?;
    }
    let query = if lot_id.is_some() || batch_id.is_some() {
        filter_some(certificate::Entity::visible_to(actor), region_code, |code| in_subtree(Column::RegionCode, &code))
    } else {
        let unindexed = [("filter.status", status.is_some())];
        regions::require_reach(&actor.scope(), region_code.as_ref(), RegionLevel::Township, &unindexed)?;
        certificate::Entity::in_order(actor, region_code.as_ref())
    };
    let query = filter_some(query, status, |status| Column::Status.eq(status));
    let query = filter_some(query, issued_from, |day| Column::IssuedAt.gte(Timestamp::beginning_of(day)));
    let query = filter_some(query, issued_to.and_then(|day| day.succ_opt()), |day| {
        Column::IssuedAt.lt(Timestamp::beginning_of(day))
    });
    let query = filter_some(query, lot_id, |id| Column::LotId.eq(id));
    let query = filter_some(query, batch_id, |id| Column::BatchId.eq(id));
    page(connection, query, &[Column::IssuedAt, Column::Id], Order::Desc, request).await
}

/// The valid certificate of each of these lots that was issued last.
pub async fn latest_of_lots(connection: &Reader, lots: &[Uuid]) -> Result<HashMap<Uuid, certificate::Model>> {
    use certificate::Column;
    let valid = certificate::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::LotId.is_in(lots.iter().copied()))
        .filter(Column::Status.eq(CertificateStatus::Valid));
    let mut numbered = valid.into_query();
    let mut window = WindowStatement::partition_by(Column::LotId);
    window.order_by(Column::IssuedAt, Order::Desc).order_by(Column::Id, Order::Desc);
    numbered.expr_window_as(Func::cust("ROW_NUMBER"), window, "place");
    let mut last = Query::select();
    last.column("id").from_subquery(numbered, "numbered").and_where(Expr::col("place").eq(1));
    let found = certificate::Entity::find().filter(Column::Id.in_subquery(last)).all(connection).await?;
    Ok(found.into_iter().filter_map(|row| Some((row.lot_id?, row))).collect())
}

/// The regions of origin of each of these certificates, ordered by code, at most fifty each.
pub async fn origins(connection: &Reader, certificates: &[Uuid]) -> Result<HashMap<Uuid, Vec<RegionCode>>> {
    use certificate_origin::Column;
    let query = certificate_origin::Entity::find().filter(Column::CertificateId.is_in(certificates.iter().copied()));
    let mut origins: HashMap<Uuid, Vec<RegionCode>> = HashMap::new();
    for row in query.order_by_asc(Column::RegionCode).all(connection).await? {
        origins.entry(row.certificate_id).or_default().push(row.region_code);
    }
    Ok(origins)
}

/// The codes of the certificates that each of these certificates replaced, in their order, at most a hundred each.
pub async fn replaced_by(connection: &Reader, certificates: &[Uuid]) -> Result<HashMap<Uuid, Vec<String>>> {
    use certificate_replacement::Column;
    let query =
        certificate_replacement::Entity::find().filter(Column::CertificateId.is_in(certificates.iter().copied()));
    let mut replaced: HashMap<Uuid, Vec<String>> = HashMap::new();
    for row in query.order_by_asc(Column::ReplacedCode).all(connection).await? {
        replaced.entry(row.certificate_id).or_default().push(row.replaced_code);
    }
    Ok(replaced)
}
