//! Any object by its ID.

use std::collections::HashMap;

use async_graphql::{Context, ID, Interface, Object};
use sea_orm::{EntityTrait, Iterable, PrimaryKeyTrait};
use uuid::Uuid;

use crate::graphql::{
    guard,
    loader::{self, Loaders},
    objects::{
        accounts::Account,
        audit::AuditEntry,
        catering::CateringEstablishment,
        certificates::Certificate,
        definitions::FigureEntry,
        estimates::HarvestEstimate,
        festivals::Festival,
        growers::Grower,
        harvest_lots::HarvestLot,
        honours::Honour,
        intakes::Intake,
        offers::PresaleOffer,
        plots::Plot,
        preorders::{Preorder, PreorderDelivery, PreorderPayment, PreorderRefund, PreorderReturn},
        processing_plants::{ProcessingPlant, ProcessingProject},
        production_batches::ProductionBatch,
        products::Product,
        published_reports::{PublishedNames, PublishedReport},
        regions::Region,
        report_submissions::ReportSubmission,
        sales::{Sale, SaleReturn},
        sessions::{self, Session},
        sites::Site,
        stock_adjustments::StockAdjustment,
        varieties::Variety,
    },
};
use domain::{figures::entries, node};
use store::{
    entity::{
        access::{account, audit_entry, session},
        certificates::certificate,
        figures::{published_report, report_submission},
        harvest::harvest_lot,
        plants::{intake, processing_plant, processing_project, product, production_batch},
        presales::{
            harvest_estimate, preorder, preorder_delivery, preorder_payment, preorder_refund, preorder_return,
            presale_offer,
        },
        registers::{grower, plot, region, variety},
        sales::{sale, sale_return},
        stock_adjustments::stock_adjustment,
        tourism::{catering_establishment, festival, honour, site},
    },
    error::{Error, Result},
};
use types::{CodedKind, NodeId, RecordKind, RegionCode, Role};

/// An object with a global ID.
#[derive(Interface)]
#[graphql(field(
    name = "id",
    ty = "ID",
    desc = "The ID, unique across the whole service and permanent. `node` finds the object by it."
))]
pub(super) enum Node {
    /// An account that can sign in.
    Account(Account),
    /// An audit log entry.
    AuditEntry(AuditEntry),
    /// A restaurant or farm kitchen.
    CateringEstablishment(CateringEstablishment),
    /// A pledge certificate.
    Certificate(Certificate),
    /// An edition of a festival.
    Festival(Festival),
    /// An entry of the ledger.
    FigureEntry(FigureEntry),
    /// A grower.
    Grower(Grower),
    /// An estimate of a crop.
    HarvestEstimate(HarvestEstimate),
    /// A harvest lot: fruit of one plot, picked on one day.
    HarvestLot(HarvestLot),
    /// An honour of the town.
    Honour(Honour),
    /// An intake of raw material by a plant.
    Intake(Intake),
    /// A plot of land under one variety.
    Plot(Plot),
    /// A buyer's pre-order on an offer.
    Preorder(Preorder),
    /// A delivery of a pre-order.
    PreorderDelivery(PreorderDelivery),
    /// A payment for a pre-order.
    PreorderPayment(PreorderPayment),
    /// A refund of a pre-order.
    PreorderRefund(PreorderRefund),
    /// Goods of a pre-order that came back after delivery.
    PreorderReturn(PreorderReturn),
    /// A pre-sale offer.
    PresaleOffer(PresaleOffer),
    /// A processing plant.
    ProcessingPlant(ProcessingPlant),
    /// A produce processing project.
    ProcessingProject(ProcessingProject),
    /// A product of a plant.
    Product(Product),
    /// Goods that a plant made in one batch.
    ProductionBatch(ProductionBatch),
    /// A published report.
    PublishedReport(PublishedReport),
    /// A node of the division tree.
    Region(Region),
    /// A submitted report.
    ReportSubmission(ReportSubmission),
    /// A sale.
    Sale(Sale),
    /// Goods of a sale that came back.
    SaleReturn(SaleReturn),
    /// A session that is still valid.
    Session(Session),
    /// A site where visitors are counted.
    Site(Site),
    /// An adjustment of stock.
    StockAdjustment(StockAdjustment),
    /// A variety.
    Variety(Variety),
}

/// The query for any object.
#[derive(Debug, Default)]
pub(super) struct NodeQuery;

#[Object]
impl NodeQuery {
    /// The object with this ID, if the caller may see it. Otherwise null with NOT_FOUND. A caller who can query an
    /// object elsewhere (by its code or in a list) finds it here too. Nobody else learns whether it exists. Open to
    /// everyone.
    async fn node(&self, ctx: &Context<'_>, #[graphql(desc = "The object's `id`.")] id: ID) -> Option<Result<Node>> {
        guard::answer_anyone(ctx, async {
            let found = match NodeId::parse(&id) {
                None => None,
                Some(NodeId::Record(id)) => record(ctx, id).await?,
                Some(NodeId::Coded(kind, code)) => coded(ctx, kind, code).await?,
                Some(NodeId::Published(kind, code, report)) => published(ctx, kind, code, report).await?,
                Some(NodeId::TakenOff(id)) => taken_off(ctx, id).await?,
            };
            found.ok_or_else(|| Error::not_found("id", "对象", "object"))
        })
        .await
    }
}

/// The roles that may query records of a kind, if not everyone may.
fn readers(kind: RecordKind) -> Option<&'static [Role]> {
    match kind {
        RecordKind::Festival | RecordKind::PresaleOffer | RecordKind::PublishedReport => None,
        RecordKind::Account
        | RecordKind::Session
        | RecordKind::Preorder
        | RecordKind::PreorderDelivery
        | RecordKind::PreorderPayment
        | RecordKind::PreorderRefund
        | RecordKind::PreorderReturn => Some(guard::ACCOUNTS),
        RecordKind::AuditEntry => Some(guard::AUDITORS),
        RecordKind::Certificate => Some(guard::CERTIFICATE_READERS),
        RecordKind::FigureEntry | RecordKind::HarvestEstimate | RecordKind::ReportSubmission => Some(guard::READERS),
        RecordKind::Grower | RecordKind::Plot | RecordKind::Sale | RecordKind::SaleReturn => {
            Some(guard::RECORD_READERS)
        }
        RecordKind::HarvestLot => Some(guard::LOT_READERS),
        RecordKind::StockAdjustment => Some(guard::STOCK_READERS),
        RecordKind::Intake | RecordKind::ProductionBatch => Some(guard::PLANT_READERS),
    }
}

/// The kinds of record that these IDs belong to.
async fn kinds(loaders: &Loaders, ids: &[Uuid]) -> Result<HashMap<Uuid, RecordKind>> {
    let caller = loaders.caller();
    let may_ask = |kind: &RecordKind| match readers(*kind) {
        Some(roles) => caller.is_some_and(|caller| roles.contains(&caller.role)),
        None => true,
    };
    let among: Vec<RecordKind> = RecordKind::iter().filter(may_ask).collect();
    node::kinds(loaders.reader(), caller, &among, ids, loaders.today()).await
}

/// The record with an ID, of whatever kind.
async fn record(ctx: &Context<'_>, id: Uuid) -> Result<Option<Node>> {
    let Some(kind) = loader::load(ctx, id, kinds).await? else { return Ok(None) };
    match kind {
        RecordKind::Account => row::<account::Entity, Account>(ctx, id).await,
        RecordKind::AuditEntry => row::<audit_entry::Entity, AuditEntry>(ctx, id).await,
        RecordKind::Certificate => row::<certificate::Entity, Certificate>(ctx, id).await,
        RecordKind::Festival => row::<festival::Entity, Festival>(ctx, id).await,
        RecordKind::FigureEntry => entry(ctx, id, false).await,
        RecordKind::Grower => row::<grower::Entity, Grower>(ctx, id).await,
        RecordKind::HarvestEstimate => row::<harvest_estimate::Entity, HarvestEstimate>(ctx, id).await,
        RecordKind::HarvestLot => row::<harvest_lot::Entity, HarvestLot>(ctx, id).await,
        RecordKind::Intake => row::<intake::Entity, Intake>(ctx, id).await,
        RecordKind::Plot => row::<plot::Entity, Plot>(ctx, id).await,
        RecordKind::Preorder => {
            let found = loader::found::<preorder::Entity>(ctx, id).await?;
            Ok(found.map(|row| Preorder::current(ctx, row).into()))
        }
        RecordKind::PreorderDelivery => row::<preorder_delivery::Entity, PreorderDelivery>(ctx, id).await,
        RecordKind::PreorderRefund => row::<preorder_refund::Entity, PreorderRefund>(ctx, id).await,
        RecordKind::PreorderReturn => row::<preorder_return::Entity, PreorderReturn>(ctx, id).await,
        RecordKind::PreorderPayment => row::<preorder_payment::Entity, PreorderPayment>(ctx, id).await,
        RecordKind::PresaleOffer => row::<presale_offer::Entity, PresaleOffer>(ctx, id).await,
        RecordKind::ProductionBatch => row::<production_batch::Entity, ProductionBatch>(ctx, id).await,
        RecordKind::PublishedReport => row::<published_report::Entity, PublishedReport>(ctx, id).await,
        RecordKind::ReportSubmission => row::<report_submission::Entity, ReportSubmission>(ctx, id).await,
        RecordKind::Sale => row::<sale::Entity, Sale>(ctx, id).await,
        RecordKind::SaleReturn => row::<sale_return::Entity, SaleReturn>(ctx, id).await,
        RecordKind::StockAdjustment => row::<stock_adjustment::Entity, StockAdjustment>(ctx, id).await,
        RecordKind::Session => {
            let found = loader::found::<session::Entity>(ctx, id).await?;
            Ok(found.map(|row| sessions::own(ctx, row)).transpose()?.flatten().map(Node::from))
        }
    }
}

/// The record of a row. None if the row was removed a moment ago.
async fn row<E, T>(ctx: &Context<'_>, id: Uuid) -> Result<Option<Node>>
where
    E: EntityTrait<PrimaryKey: PrimaryKeyTrait<ValueType = Uuid>>,
    E::Model: Clone + Send + Sync + 'static,
    T: From<E::Model>,
    Node: From<T>,
{
    Ok(loader::found::<E>(ctx, id).await?.map(|row| T::from(row).into()))
}

async fn entry(ctx: &Context<'_>, id: Uuid, is_taken_off: bool) -> Result<Option<Node>> {
    Ok(loader::load(ctx, (id, is_taken_off), entries::with_ids).await?.map(|entry| FigureEntry::from(entry).into()))
}

/// An entry that a figure subtracts, for callers who may query the entry itself.
async fn taken_off(ctx: &Context<'_>, id: Uuid) -> Result<Option<Node>> {
    match loader::load(ctx, id, kinds).await? {
        Some(RecordKind::FigureEntry) => entry(ctx, id, true).await,
        _ => Ok(None),
    }
}

/// The object with a code.
async fn coded(ctx: &Context<'_>, kind: CodedKind, code: String) -> Result<Option<Node>> {
    Ok(match kind {
        CodedKind::CateringEstablishment => {
            let scope = guard::scope(ctx);
            let found = loader::found::<catering_establishment::Entity>(ctx, code).await?;
            found.filter(|row| scope.covers(&row.region_code)).map(|row| CateringEstablishment::from(row).into())
        }
        CodedKind::Honour => loader::found::<honour::Entity>(ctx, code).await?.map(|row| Honour::from(row).into()),
        CodedKind::ProcessingPlant => {
            loader::found::<processing_plant::Entity>(ctx, code).await?.map(|row| ProcessingPlant::from(row).into())
        }
        CodedKind::ProcessingProject => {
            loader::found::<processing_project::Entity>(ctx, code).await?.map(|row| ProcessingProject::from(row).into())
        }
        CodedKind::Product => loader::found::<product::Entity>(ctx, code).await?.map(|row| Product::from(row).into()),
        CodedKind::Region => {
            loader::found::<region::Entity>(ctx, RegionCode(code)).await?.map(|row| Region::from(row).into())
        }
        CodedKind::Site => loader::found::<site::Entity>(ctx, code).await?.map(|row| Site::from(row).into()),
        CodedKind::Variety => loader::found::<variety::Entity>(ctx, code).await?.map(|row| Variety::from(row).into()),
    })
}

/// The object with a code, under the name it has in a published report.
async fn published(ctx: &Context<'_>, kind: CodedKind, code: String, report: Uuid) -> Result<Option<Node>> {
    let Some(report) = loader::found::<published_report::Entity>(ctx, report).await? else { return Ok(None) };
    let names = PublishedNames::of(&report)?;
    if !names.has(kind, &code) {
        return Ok(None);
    }
    Ok(coded(ctx, kind, code).await?.map(|node| match node {
        Node::Region(region) => names.region(region).into(),
        Node::Variety(variety) => names.variety(variety).into(),
        Node::Product(product) => names.product(product).into(),
        Node::ProcessingPlant(plant) => names.plant(plant).into(),
        other => other,
    }))
}
