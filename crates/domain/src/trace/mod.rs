//! Traces: from a code on a package or crate back to the origin of the goods. A trace is public, so nothing in it
//! identifies a person.

mod adjusted;
mod pledge;
pub mod recall;

pub use adjusted::Adjusted;
pub use pledge::Pledge;

use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, FromQueryResult, PrimaryKeyTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select, SelectExt,
    sea_query::{Expr, Func, SelectStatement},
};
use uuid::Uuid;

use crate::{installation, registers::regions};
use store::{
    Database, Reader,
    entity::{
        certificates::certificate,
        harvest::harvest_lot,
        plants::{intake, processing_plant, product, production_batch},
        registers::{grower, region, variety},
        stock_adjustments::stock_adjustment,
    },
    error::Result,
    load,
};
use types::{CertificateStatus, CodeKind, Day, GrowerKind, Kilograms, PrintedCode, TraceKind};

/// The most lots in a trace.
pub const MOST_LOTS: u64 = 100;
/// The most regions of origin in a trace.
pub const MOST_ORIGINS: u64 = 50;
/// The most growers named in a trace.
pub const MOST_GROWERS: u64 = 50;
/// The most certificates in a trace.
pub const MOST_CERTIFICATES: u64 = 20;

/// The goods that a printed code identifies.
#[derive(Debug, Clone)]
pub enum Goods {
    /// Fruit of one plot.
    Lot(harvest_lot::Model),
    /// Goods of a plant.
    Batch(production_batch::Model),
}

/// The origin of goods.
#[derive(Debug, Clone)]
pub struct Trace {
    /// The code of the goods. For the code of a voided batch, the code of the batch that replaces it.
    pub code: String,
    /// The kind of goods.
    pub kind: TraceKind,
    /// The variety's or product's name.
    pub product_name: String,
    /// The English name, if there is one.
    pub product_name_en: Option<String>,
    /// The quantity picked or made.
    pub quantity: Kilograms,
    /// The day of picking or finishing.
    pub day: Day,
    /// What of it was lost, given away, used otherwise or found when counting, by reason.
    pub adjustments: Vec<Adjusted>,
    /// The plant that made it.
    pub plant_name: Option<String>,
    /// Its lots, ordered by code, the first hundred.
    pub lots: Vec<TracedLot>,
    /// The number of its lots.
    pub lot_count: u64,
    /// The first and the last day of picking.
    pub picked: Option<(Day, Day)>,
    /// The regions of origin, ordered by code, the first fifty.
    pub origins: Vec<region::Model>,
    /// The names that growers chose, and the names of cooperatives and companies, at most fifty.
    pub grower_names: Vec<String>,
    /// Whether any ingredient came from a supplier outside the register.
    pub has_outside_suppliers: bool,
    /// The pledge certificates of the lot or batch itself: valid ones first, then the latest first, at most twenty.
    pub certificates: Vec<certificate::Model>,
    /// The certificate whose code was requested.
    pub certificate: Option<certificate::Model>,
}

/// A trace for display in a browser.
#[derive(Debug, Clone)]
pub struct Display {
    /// The trace. None if the requested certificate is for goods that were voided.
    pub trace: Option<Trace>,
    /// The full names of the regions of origin, in their order.
    pub origins: Vec<String>,
    /// The certificates, the requested one first.
    pub pledges: Vec<Pledge>,
    /// The code of a voided batch, if it or its certificate was requested. The trace is then that of the batch that
    /// replaces it.
    pub corrected: Option<PrintedCode>,
    /// Whether the records are a demonstration.
    pub is_demo: bool,
}

/// A lot as the public sees it.
#[derive(Debug, Clone)]
pub struct TracedLot {
    /// Its code.
    pub code: String,
    /// Its variety's name.
    pub variety_name: String,
    /// The day of picking.
    pub harvested_on: Day,
}

/// The goods with this code of a lot, batch or certificate, parsed as people type it. None if the code is unknown, if
/// its check character is wrong, or if the lot is voided. The code of a voided batch leads to the batch that replaces
/// it.
pub async fn goods(connection: &Reader, code: &str) -> Result<Option<Goods>> {
    if let Some(code) = PrintedCode::parse(CodeKind::HarvestLot, code) {
        return lot(connection, harvest_lot::Column::Code.eq(code)).await;
    }
    if let Some(code) = PrintedCode::parse(CodeKind::ProductionBatch, code) {
        return batch(connection, production_batch::Column::Code.eq(code)).await;
    }
    match certificate(connection, code).await? {
        Some(certificate) => certified(connection, &certificate).await,
        None => Ok(None),
    }
}

async fn certificate(connection: &Reader, code: &str) -> Result<Option<certificate::Model>> {
    let Some(code) = PrintedCode::parse(CodeKind::Certificate, code) else { return Ok(None) };
    Ok(certificate::Entity::find().filter(certificate::Column::Code.eq(code)).one(connection).await?)
}

/// The goods that a certificate was issued for.
async fn certified(connection: &Reader, certificate: &certificate::Model) -> Result<Option<Goods>> {
    match (certificate.lot_id, certificate.batch_id) {
        (Some(id), _) => lot(connection, harvest_lot::Column::Id.eq(id)).await,
        (_, Some(id)) => batch(connection, production_batch::Column::Id.eq(id)).await,
        (None, None) => Ok(None),
    }
}

async fn lot(connection: &Reader, named: Expr) -> Result<Option<Goods>> {
    let found = harvest_lot::Entity::find()
        .filter(named)
        .filter(harvest_lot::Column::VoidedAt.is_null())
        .one(connection)
        .await?;
    Ok(found.map(Goods::Lot))
}

async fn batch(connection: &Reader, named: Expr) -> Result<Option<Goods>> {
    let found = production_batch::Entity::latest(Condition::all().add(named)).one(connection).await?;
    Ok(found.map(Goods::Batch))
}

/// The trace of the goods with this code. None if the code is unknown. The number of statements does not depend on
/// how often goods were mixed.
pub async fn find(connection: &Reader, code: &str) -> Result<Option<Trace>> {
    let certificate = certificate(connection, code).await?;
    let found = match &certificate {
        Some(certificate) => certified(connection, certificate).await?,
        None => goods(connection, code).await?,
    };
    let trace = match found {
        None => return Ok(None),
        Some(Goods::Lot(row)) => of_lot(connection, row).await?,
        Some(Goods::Batch(row)) => of_batch(connection, row).await?,
    };
    Ok(Some(Trace { certificate, ..trace }))
}

/// The trace for a page, as of one instant.
pub async fn display(database: &Database, code: String) -> Result<Option<Display>> {
    let read = database.read(async move |snapshot| {
        let is_demo = installation::is_demo(&snapshot).await?;
        let Some(trace) = find(&snapshot, &code).await? else {
            // The holder of the certificate of voided goods must be told that the certificate was withdrawn, and not
            // that it does not exist.
            let pledged = certificate(&snapshot, &code).await?.map(Pledge::from);
            return Ok(pledged.map(|pledge| Display {
                trace: None,
                origins: Vec::new(),
                pledges: vec![pledge],
                corrected: None,
                is_demo,
            }));
        };
        let codes = trace.origins.iter().map(|region| region.code.clone()).collect();
        let origins = regions::full_names(&snapshot, &codes).await?;
        let others = trace
            .certificates
            .iter()
            .filter(|other| trace.certificate.as_ref().is_none_or(|asked| asked.id != other.id));
        let pledges = trace.certificate.iter().chain(others).cloned().map(Pledge::from).collect();
        let asked = match trace.certificate.as_ref().and_then(|certificate| certificate.batch_id) {
            Some(id) => production_batch::Entity::find_by_id(id).one(&*snapshot).await?.map(|batch| batch.code),
            None => PrintedCode::parse(CodeKind::ProductionBatch, &code),
        };
        let corrected = asked.filter(|asked| asked.0 != trace.code);
        Ok(Some(Display { trace: Some(trace), origins, pledges, corrected, is_demo }))
    });
    read.await
}

async fn of_lot(connection: &Reader, row: harvest_lot::Model) -> Result<Trace> {
    let sources =
        Sources { lots: harvest_lot::Entity::find().filter(harvest_lot::Column::Id.eq(row.id)), batch_id: None };
    let variety = named::<variety::Entity>(connection, &row.variety_code).await?;
    Ok(Trace {
        code: row.code.0.clone(),
        kind: TraceKind::Lot,
        quantity: row.quantity_g,
        day: row.harvested_on,
        adjustments: adjusted::by_reason(connection, stock_adjustment::Column::LotId.eq(row.id)).await?,
        plant_name: None,
        product_name: variety.name.clone(),
        product_name_en: Some(variety.name_en),
        lots: vec![TracedLot { code: row.code.0, variety_name: variety.name, harvested_on: row.harvested_on }],
        lot_count: 1,
        picked: Some((row.harvested_on, row.harvested_on)),
        origins: sources.origins(connection).await?,
        grower_names: sources.grower_names(connection).await?,
        has_outside_suppliers: false,
        certificates: certificates(connection, certificate::Column::LotId.eq(row.id)).await?,
        certificate: None,
    })
}

async fn of_batch(connection: &Reader, row: production_batch::Model) -> Result<Trace> {
    let sources = Sources::of_batch(row.id);
    let picking = sources.picking(connection).await?;
    Ok(Trace {
        code: row.code.0,
        kind: TraceKind::Batch,
        product_name: named::<product::Entity>(connection, &row.product_code).await?.name,
        product_name_en: None,
        quantity: row.output_g,
        day: row.produced_on,
        adjustments: adjusted::by_reason(connection, stock_adjustment::Column::BatchId.eq(row.id)).await?,
        plant_name: Some(named::<processing_plant::Entity>(connection, &row.plant_code).await?.name),
        lots: sources.lots(connection).await?,
        lot_count: u64::try_from(picking.lots).unwrap_or_default(),
        picked: picking.first.zip(picking.last),
        origins: sources.origins(connection).await?,
        grower_names: sources.grower_names(connection).await?,
        has_outside_suppliers: has_outside_suppliers(connection, row.id).await?,
        certificates: certificates(connection, certificate::Column::BatchId.eq(row.id)).await?,
        certificate: None,
    })
}

/// The reference data with a code from a row. The foreign keys guarantee that it exists.
async fn named<E>(connection: &Reader, code: &str) -> Result<E::Model>
where
    E: EntityTrait<PrimaryKey: PrimaryKeyTrait<ValueType: From<String>>>,
{
    let found = E::find_by_id(code.to_owned()).one(connection).await?;
    Ok(found.ok_or_else(|| DbErr::RecordNotFound(code.to_owned()))?)
}

async fn certificates(connection: &Reader, of: Expr) -> Result<Vec<certificate::Model>> {
    use certificate::Column;
    let rank: Expr = Expr::case(Column::Status.eq(CertificateStatus::Valid), 0).finally(1).into();
    let query = certificate::Entity::find()
        .filter(of)
        .order_by_asc(rank)
        .order_by_desc(Column::IssuedAt)
        .order_by_desc(Column::Id);
    Ok(query.limit(MOST_CERTIFICATES).all(connection).await?)
}

async fn has_outside_suppliers(connection: &Reader, batch_id: Uuid) -> Result<bool> {
    let outside = intake::Entity::in_batch(batch_id)
        .filter(intake::Column::SupplierName.is_not_null())
        .filter(intake::Column::BoughtBatchId.is_null());
    Ok(outside.exists(connection).await?)
}

/// The sources of goods: lots, and intakes of a batch that have a grower but no lot.
struct Sources {
    lots: Select<harvest_lot::Entity>,
    batch_id: Option<Uuid>,
}

#[derive(Debug, FromQueryResult)]
struct Picking {
    lots: i64,
    first: Option<Day>,
    last: Option<Day>,
}

impl Sources {
    fn of_batch(batch_id: Uuid) -> Self {
        use harvest_lot::Column;
        let drawn = intake::Entity::in_batch(batch_id).select_only().column(intake::Column::LotId).into_query();
        let lots = harvest_lot::Entity::find().filter(Column::Id.in_subquery(drawn)).filter(Column::VoidedAt.is_null());
        Self { lots, batch_id: Some(batch_id) }
    }

    /// The growers of the lots, and those who supplied without a lot.
    fn growers(&self) -> Condition {
        let grew = self.lots.clone().select_only().column(harvest_lot::Column::GrowerId).into_query();
        let supplied = self.lotless().map(|growers| grower::Column::Id.in_subquery(growers));
        Condition::any().add(grower::Column::Id.in_subquery(grew)).add_option(supplied)
    }

    fn lotless(&self) -> Option<SelectStatement> {
        let intakes = intake::Entity::in_batch(self.batch_id?).filter(intake::Column::LotId.is_null());
        Some(intakes.select_only().column(intake::Column::GrowerId).into_query())
    }

    async fn lots(&self, connection: &Reader) -> Result<Vec<TracedLot>> {
        let rows = self.lots.clone().order_by_asc(harvest_lot::Column::Code).limit(MOST_LOTS).all(connection).await?;
        let varieties: Vec<String> = rows.iter().map(|row| row.variety_code.clone()).collect();
        let varieties = load::by_key::<variety::Entity>(connection, &varieties).await?;
        let lots = rows.into_iter().filter_map(|row| {
            let variety_name = varieties.get(&row.variety_code)?.name.clone();
            Some(TracedLot { code: row.code.0, variety_name, harvested_on: row.harvested_on })
        });
        Ok(lots.collect())
    }

    async fn picking(&self, connection: &Reader) -> Result<Picking> {
        use harvest_lot::Column;
        let query = self
            .lots
            .clone()
            .select_only()
            .column_as(Column::Id.count(), "lots")
            .column_as(Column::HarvestedOn.min(), "first")
            .column_as(Column::HarvestedOn.max(), "last");
        let found = query.into_model().one(connection).await?;
        Ok(found.unwrap_or(Picking { lots: 0, first: None, last: None }))
    }

    /// The regions where the lots were picked, and the home regions of growers who supplied without a lot.
    async fn origins(&self, connection: &Reader) -> Result<Vec<region::Model>> {
        let picked = self.lots.clone().select_only().column(harvest_lot::Column::RegionCode).into_query();
        let supplied = self.lotless().map(|growers| {
            let at_home = grower::Entity::find().select_only().column(grower::Column::RegionCode);
            region::Column::Code.in_subquery(at_home.filter(grower::Column::Id.in_subquery(growers)).into_query())
        });
        let origins = Condition::any().add(region::Column::Code.in_subquery(picked)).add_option(supplied);
        Ok(region::Entity::find()
            .filter(origins)
            .order_by_asc(region::Column::Code)
            .limit(MOST_ORIGINS)
            .all(connection)
            .await?)
    }

    /// The public names of the growers. A household or family farm that chose no name is not named. Its village is
    /// among the origins.
    async fn grower_names(&self, connection: &Reader) -> Result<Vec<String>> {
        use grower::Column;
        let is_public = Condition::any()
            .add(Column::DisplayName.is_not_null())
            .add(Column::Kind.is_in([GrowerKind::Cooperative, GrowerKind::Company]));
        let public_name = Func::coalesce([Expr::col(Column::DisplayName), Expr::col(Column::Name)]);
        let query = grower::Entity::find()
            .select_only()
            .expr_as(public_name, "public_name")
            .distinct()
            .filter(self.growers())
            .filter(is_public)
            .order_by_asc(Expr::col("public_name"))
            .limit(MOST_GROWERS);
        let mut names: Vec<String> = query.into_tuple().all(connection).await?;
        // Databases sort names differently, but the answer must not depend on the database.
        names.sort_unstable();
        Ok(names)
    }
}
