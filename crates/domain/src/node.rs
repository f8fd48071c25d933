//! Looks up the kind of record that an id belongs to.

use std::collections::HashMap;

use sea_orm::{
    ActiveEnum, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, QueryTrait,
    Select,
    sea_query::{Expr, SelectStatement, UnionType},
};
use uuid::Uuid;

use crate::harvest::harvest_lots;
use store::{
    Reader,
    entity::{
        access::{account, audit_entry, session},
        certificates::certificate,
        figures::{ledger_entry, published_report, report_submission},
        harvest::harvest_lot,
        plants::{intake, production_batch},
        presales::{
            harvest_estimate, preorder, preorder_delivery, preorder_payment, preorder_refund, preorder_return,
            presale_offer,
        },
        registers::{grower, plot},
        sales::{sale, sale_return},
        stock_adjustments::stock_adjustment,
        tourism::festival,
    },
    error::{Error, Result},
    load::{filled, key_column},
};
use types::{Actor, Day, RecordKind};

#[derive(Debug, FromQueryResult)]
struct Found {
    kind: RecordKind,
    id: Uuid,
}

/// The kind of the record with each of these ids, among the kinds that the reader may ask for. Ids that the reader
/// may not see, and ids that do not exist, are left out. One statement queries all tables, each within the reader's
/// scope, so that the two cases cost the same and cannot be distinguished.
pub async fn kinds(
    connection: &Reader,
    reader: Option<&Actor>,
    among: &[RecordKind],
    ids: &[Uuid],
    today: Day,
) -> Result<HashMap<Uuid, RecordKind>> {
    let mut statements = among.iter().filter_map(|kind| match reader {
        Some(actor) => visible(*kind, actor, ids, today),
        None => open(*kind, ids),
    });
    let Some(mut all) = statements.next().filter(|_| !ids.is_empty()) else { return Ok(HashMap::new()) };
    for statement in statements {
        all.union(UnionType::All, statement);
    }
    let rows = connection.query_all(&all).await?;
    let kinds = rows
        .iter()
        .map(|row| Found::from_query_result(row, "").map(|Found { kind, id }| (id, kind)).map_err(Error::from));
    kinds.collect()
}

/// The lookup of records that are open to everybody.
fn open(kind: RecordKind, ids: &[Uuid]) -> Option<SelectStatement> {
    match kind {
        RecordKind::Festival => named(kind, festival::Entity::find(), ids),
        RecordKind::PresaleOffer => named(kind, presale_offer::Entity::find(), ids),
        RecordKind::PublishedReport => named(kind, published_report::Entity::find(), ids),
        _ => None,
    }
}

/// The lookup of records that an actor may see, with the same scope as each noun's own lookup.
fn visible(kind: RecordKind, actor: &Actor, ids: &[Uuid], today: Day) -> Option<SelectStatement> {
    let scope = actor.scope();
    match kind {
        RecordKind::Festival | RecordKind::PresaleOffer | RecordKind::PublishedReport => open(kind, ids),
        RecordKind::Account => named(kind, account::Entity::visible_to(actor), ids),
        RecordKind::AuditEntry => named(kind, audit_entry::Entity::visible_to(&scope), ids),
        RecordKind::Certificate => named(kind, certificate::Entity::found_by(actor), ids),
        RecordKind::FigureEntry => named(kind, ledger_entry::Entity::visible_to(&scope), ids),
        RecordKind::Grower => named(kind, grower::Entity::visible_to(&scope, today), ids),
        RecordKind::HarvestEstimate => named(kind, harvest_estimate::Entity::visible_to(&scope), ids),
        RecordKind::HarvestLot => named(kind, harvest_lot::Entity::visible_to(&harvest_lots::found_by(actor)), ids),
        RecordKind::Intake => named(kind, intake::Entity::visible_to(actor), ids),
        RecordKind::Plot => named(kind, plot::Entity::visible_to(&scope), ids),
        RecordKind::Preorder => named(kind, preorder::Entity::visible_to(actor), ids),
        RecordKind::PreorderPayment => named(kind, preorder_payment::Entity::visible_to(actor), ids),
        RecordKind::PreorderDelivery => named(kind, preorder_delivery::Entity::visible_to(actor), ids),
        RecordKind::PreorderRefund => named(kind, preorder_refund::Entity::visible_to(actor), ids),
        RecordKind::PreorderReturn => named(kind, preorder_return::Entity::visible_to(actor), ids),
        RecordKind::ProductionBatch => named(kind, production_batch::Entity::visible_to(actor), ids),
        RecordKind::ReportSubmission => named(kind, report_submission::Entity::visible_to(&scope), ids),
        RecordKind::Sale => named(kind, sale::Entity::visible_to(&scope), ids),
        RecordKind::SaleReturn => named(kind, sale_return::Entity::visible_to(&scope), ids),
        RecordKind::StockAdjustment => named(kind, stock_adjustment::Entity::visible_to(actor), ids),
        RecordKind::Session => named(kind, session::Entity::of(actor), ids),
    }
}

/// Selects the kind and id of the visible records with these ids.
fn named<E: EntityTrait>(kind: RecordKind, visible: Select<E>, ids: &[Uuid]) -> Option<SelectStatement> {
    let id = key_column::<E>()?;
    let kind = Expr::Constant(kind.to_value().into());
    let named = visible.select_only().expr_as(kind, "kind").column_as(id, "id").filter(id.is_in(filled(ids)));
    Some(named.into_query())
}
