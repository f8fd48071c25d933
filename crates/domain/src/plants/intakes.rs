//! Intakes: raw material that a plant receives, from a grower or from a supplier outside the register.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect, sea_query::LockType,
};
use uuid::Uuid;

use crate::{
    harvest::{
        harvest_lots, holdings,
        pledges::{self, Collected, Rules},
    },
    not_in_the_future,
    plants::processing_plants,
    registers::growers,
    voiding,
};
use store::{
    Reader, Txn, audit,
    entity::{
        certificates::certificate,
        harvest::harvest_lot,
        plants::{batch_ingredient, intake, processing_plant, production_batch},
        registers::grower,
        stock_adjustments::stock_adjustment,
    },
    error::{Error, Result},
    page::{Page, PageRequest, filter_some, page},
};
use types::{Actor, Day, Kilograms, Name, Problem, Reason, RegionLevel, Scope, Timestamp, new_id};

/// The records that an intake names: the receiving plant, and the source of the material.
#[derive(Debug, Clone)]
pub struct Named {
    /// Who cannot supply without a certificate.
    pub rules: Rules,
    /// The plant.
    pub plant_code: String,
    /// The lot that it draws on.
    pub lot_id: Option<Uuid>,
    /// The grower that supplied it.
    pub grower_id: Option<Uuid>,
}

/// The fields of a new intake.
#[derive(Debug, Clone)]
pub struct NewIntake {
    /// The material.
    pub material: Name,
    /// Name of the supplier, if it is outside the register.
    pub supplier_name: Option<Name>,
    /// The quantity.
    pub quantity: Kilograms,
    /// The day of receipt.
    pub received_on: Day,
    /// The certificate that it came with.
    pub certificate: Option<Collected>,
    /// The time of entry by the sender's clock.
    pub client_recorded_at: Option<Timestamp>,
}

/// Filter for a list of intakes. Both days are inclusive.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only intakes of this plant.
    pub plant_code: Option<String>,
    /// Only intakes received on this day or later.
    pub received_from: Option<Day>,
    /// Only intakes received on this day or earlier.
    pub received_to: Option<Day>,
    /// Only intakes with stock left, or only intakes without.
    pub has_stock: Option<bool>,
}

pub(crate) fn not_found(field: &str) -> Error {
    Error::not_found(field, "原料入库记录", "intake")
}

/// The intake with this id. NOT_FOUND if the actor may not see it.
pub async fn get(connection: &Reader, actor: &Actor, id: Uuid) -> Result<intake::Model> {
    let found = intake::Entity::visible_to(actor).filter(intake::Column::Id.eq(id)).one(connection).await?;
    found.ok_or_else(|| not_found("intakeId"))
}

/// A page of intakes by day of receipt, newest first. Voided intakes are included.
pub async fn list(
    connection: &Reader,
    actor: &Actor,
    filter: Filter,
    request: &PageRequest,
) -> Result<Page<intake::Model>> {
    use intake::Column;
    let Filter { plant_code, received_from, received_to, has_stock } = filter;
    if let Some(code) = &plant_code {
        processing_plants::get(connection, code, "filter.plantCode").await?;
    }
    if plant_code.is_none() && has_stock.is_some() && actor.scope().is_wider_than(RegionLevel::Township) {
        return Err(Error::too_complex(
            "按 filter.hasStock 筛选时须指定 filter.plantCode",
            "filter.hasStock needs one plant: give filter.plantCode",
        ));
    }
    let query = if plant_code.is_some() { intake::Entity::visible_to(actor) } else { intake::Entity::in_order(actor) };
    let query = filter_some(query, plant_code, |code| Column::PlantCode.eq(code));
    let query = filter_some(query, received_from, |day| Column::ReceivedOn.gte(day));
    let query = filter_some(query, received_to, |day| Column::ReceivedOn.lte(day));
    let query =
        filter_some(query, has_stock, |some| if some { Column::AvailableG.gt(0) } else { Column::AvailableG.eq(0) });
    page(connection, query, &[Column::ReceivedOn, Column::Id], Order::Desc, request).await
}

/// The plant of a new intake, and the source of the material.
#[derive(Debug)]
pub struct ToRecord {
    rules: Rules,
    plant: processing_plant::Model,
    lot: Option<harvest_lot::Model>,
    grower: Option<grower::Model>,
}

/// The records that a new intake names: the operator's own plant, and a lot and a grower of its township.
pub async fn to_record(txn: &Txn, actor: &Actor, named: Named) -> Result<ToRecord> {
    let Named { rules, plant_code, lot_id, grower_id } = named;
    let plant = processing_plants::own(txn, actor, &plant_code).await?;
    let lot = match lot_id {
        Some(id) => Some(harvest_lots::get(txn, &actor.township_scope(), id, "lotId").await?),
        None => None,
    };
    let grower = match grower_id {
        Some(id) => Some(growers::get(txn, &actor.township_scope(), id, txn.today(), "growerId").await?),
        None => None,
    };
    Ok(ToRecord { rules, plant, lot, grower })
}

/// Records an intake of a plant.
///
/// The kilograms are drawn from the lot, if one is named: QUOTA_EXCEEDED with what is left of it, CONFLICT if it is
/// voided. Without a grower, the grower of the lot is the supplier. A supplier outside the register is named in place
/// of a grower. A certificate of a lot determines the lot. A certificate of a batch determines the supplier: the
/// plant that issued it. A grower that needs a certificate cannot supply without one.
pub async fn record(txn: &Txn, actor: &Actor, target: ToRecord, fields: NewIntake) -> Result<intake::Model> {
    let ToRecord { rules, plant, lot, grower } = target;
    let NewIntake { material, supplier_name, quantity, received_on, certificate, client_recorded_at } = fields;
    not_in_the_future(received_on, txn.today(), "receivedOn")?;
    processing_plants::check_at_work(&plant, received_on, "receivedOn")?;
    let electronic = match &certificate {
        Some(Collected::Electronic(code)) => Some(pledges::named(txn, actor, code).await?),
        Some(Collected::Paper { .. }) | None => None,
    };
    let Supply { lot, grower, supplier_name } =
        Supply { lot, grower, supplier_name }.led_to(txn, electronic.as_ref()).await?;
    if electronic.as_ref().is_some_and(|certificate| certificate.plant_code.as_deref() == Some(plant.code.as_str())) {
        let problem =
            Problem::new("本厂产品不能再入库", "the plant's own goods are no intake; name the batch as an ingredient");
        return Err(Error::invalid("certificateCode", problem));
    }
    check_supplier(grower.as_ref(), supplier_name.as_ref())?;
    if let Some(grower) = grower.as_ref().filter(|grower| lot.as_ref().is_none_or(|lot| lot.grower_id != grower.id)) {
        growers::check_not_merged(grower)?;
    }
    pledges::require(&rules, grower.as_ref(), received_on, certificate.is_some())?;
    if let Some(lot) = &lot {
        agree(txn, received_on, grower.as_ref(), lot).await?;
        holdings::draw::<harvest_lot::Entity>(txn, lot.id, quantity).await?;
    }
    if let Some(electronic) = &electronic {
        pledges::collect(txn, electronic, quantity).await?;
    }
    let (certificate_code, paper) = match certificate {
        Some(Collected::Electronic(code)) => (Some(code.0), None),
        Some(Collected::Paper { number, issuer_name }) => (None, Some((number.0, issuer_name.0))),
        None => (None, None),
    };
    let (paper_certificate_number, paper_certificate_issuer) = paper.unzip();
    let row = intake::ActiveModel {
        id: Set(new_id()),
        plant_code: Set(plant.code),
        region_code: Set(plant.region_code),
        material: Set(material.0),
        lot_id: Set(lot.map(|lot| lot.id)),
        bought_batch_id: Set(electronic.and_then(|certificate| certificate.batch_id)),
        grower_id: Set(grower.as_ref().map(|grower| grower.id)),
        grower_kind: Set(grower.map(|grower| grower.kind)),
        supplier_name: Set(supplier_name.map(|name| name.0)),
        certificate_code: Set(certificate_code),
        paper_certificate_number: Set(paper_certificate_number),
        paper_certificate_issuer: Set(paper_certificate_issuer),
        quantity_g: Set(quantity),
        available_g: Set(quantity),
        received_on: Set(received_on),
        audit_salt: Set(audit::salt()),
        client_recorded_at: Set(client_recorded_at),
        recorded_at: Set(txn.recorded_at()),
        recorded_by: Set(actor.account_id),
        voided_at: Set(None),
        void_reason: Set(None),
        voided_by: Set(None),
    };
    Ok(txn.insert(row).await?)
}

/// The source of an intake.
struct Supply {
    lot: Option<harvest_lot::Model>,
    grower: Option<grower::Model>,
    supplier_name: Option<Name>,
}

impl Supply {
    /// Fills in the missing fields of the source from the certificate or the lot. INVALID_INPUT if the certificate is
    /// for other goods.
    async fn led_to(self, txn: &Txn, certificate: Option<&certificate::Model>) -> Result<Self> {
        let Self { mut lot, mut grower, mut supplier_name } = self;
        let of_others =
            |field: &str| Error::invalid(field, Problem::new("与合格证不符", "the certificate is for other goods"));
        if let Some(certificate) = certificate {
            if lot.as_ref().is_some_and(|lot| certificate.lot_id != Some(lot.id)) {
                return Err(of_others("lotId"));
            }
            if let Some(grower) = &grower {
                let is_its = match certificate.grower_id {
                    Some(id) => growers::is_of(txn, grower, id).await?,
                    None => false,
                };
                if !is_its {
                    return Err(of_others("growerId"));
                }
            }
            match certificate.lot_id {
                Some(id) => lot = Some(harvest_lots::get(txn, &Scope::Everything, id, "certificateCode").await?),
                // Another plant sold them, and a plant is not a grower of the register.
                None if supplier_name.as_ref().is_some_and(|name| name.0 != certificate.issuer_name) => {
                    return Err(of_others("supplierName"));
                }
                None => supplier_name = Some(Name(certificate.issuer_name.clone())),
            }
        }
        if let (None, Some(lot)) = (&grower, &lot) {
            grower = Some(growers::get(txn, &Scope::Everything, lot.grower_id, txn.today(), "lotId").await?);
        }
        Ok(Self { lot, grower, supplier_name })
    }
}

/// Checks that an intake has exactly one supplier: a grower, or somebody outside the register.
fn check_supplier(grower: Option<&grower::Model>, supplier_name: Option<&Name>) -> Result<()> {
    let problem = match (grower, supplier_name) {
        (Some(_), None) | (None, Some(_)) => return Ok(()),
        (None, None) => Problem::new(
            "须填供应方：种植户 growerId、采收批次 lotId，或登记之外的供应方 supplierName",
            "say who supplied it: growerId, lotId, or supplierName for a supplier outside the register",
        ),
        (Some(_), Some(_)) => Problem::new(
            "种植户供应的不填 supplierName",
            "a grower supplied it; supplierName is for suppliers outside the register",
        ),
    };
    Err(Error::invalid("supplierName", problem))
}

/// Checks that an intake has the grower of its lot, and is not received before the lot was picked.
async fn agree(txn: &Txn, received_on: Day, grower: Option<&grower::Model>, lot: &harvest_lot::Model) -> Result<()> {
    growers::check_of(txn, grower, lot.grower_id).await?;
    if received_on < lot.harvested_on {
        let picked = lot.harvested_on;
        let problem = Problem::new(
            format!("不得早于采收日期 {picked}"),
            format!("must not lie before the day of picking, {picked}"),
        );
        return Err(Error::invalid("receivedOn", problem));
    }
    Ok(())
}

/// The intake to void.
pub async fn to_void(txn: &Txn, actor: &Actor, id: Uuid) -> Result<intake::Model> {
    get(txn, actor, id).await
}

/// Voids an intake that was entered by mistake, takes it out of the stock and returns its kilograms to its lot. The
/// record stays and is marked. CONFLICT, naming batches or adjustments, unless the whole intake is still in stock.
pub async fn void(txn: &Txn, actor: &Actor, intake: intake::Model, reason: Reason) -> Result<intake::Model> {
    if let Some(lot_id) = intake.lot_id {
        // Lots are locked before intakes everywhere, to prevent deadlocks.
        harvest_lots::lock(txn, lot_id).await?;
    }
    let intake = lock(txn, [intake.id]).await?.pop().ok_or_else(|| not_found("intakeId"))?;
    voiding::check_not_voided(&intake)?;
    check_undrawn(txn, intake.id).await?;
    holdings::check_unadjusted(txn, stock_adjustment::Column::IntakeId, intake.id).await?;
    txn.stamp_after(intake.recorded_at);
    if let Some(lot_id) = intake.lot_id {
        holdings::give_back::<harvest_lot::Entity>(txn, lot_id, intake.quantity_g).await?;
    }
    voiding::void(txn, actor, intake, reason).await
}

/// CONFLICT, naming the batches, if any drew on an intake.
pub(crate) async fn check_undrawn(txn: &Txn, id: Uuid) -> Result<()> {
    let drawn = holdings::batches_made_with(batch_ingredient::Column::IntakeId.eq(id));
    let problem = ("该入库原料已被生产批次使用，请先作废", "batches drew on the intake; void them first");
    voiding::check_unused::<String, _>(txn, drawn, production_batch::Column::Code, problem).await
}

/// Loads these intakes in order of id and locks them until the transaction ends.
pub(crate) async fn lock(txn: &Txn, ids: impl IntoIterator<Item = Uuid>) -> Result<Vec<intake::Model>> {
    let intakes = intake::Entity::find().filter(intake::Column::Id.is_in(ids)).order_by_asc(intake::Column::Id);
    Ok(intakes.lock(LockType::NoKeyUpdate).all(txn.reader()).await?)
}
