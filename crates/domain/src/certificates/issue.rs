//! Issuing a certificate. Its product, origin and issuer are fixed at that time, because that is what was pledged.

use std::collections::BTreeSet;

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect, Value,
    sea_query::{ExprTrait, LockType},
};
use uuid::Uuid;

use super::{MOST_ORIGINS, MOST_SHOWN_ANEW, replaced};
use crate::{
    harvest::{holdings, pledges},
    plants::{processing_plants, production_batches},
    registers::{growers, regions, varieties},
};
use store::{
    Txn, audit,
    entity::{
        certificates::{certificate, certificate_origin},
        harvest::harvest_lot,
        plants::processing_plant,
        registers::grower,
        stock_adjustments::stock_adjustment,
    },
    error::{Error, Result},
};
use types::{
    Actor, CertificateStatus, CodeKind, Kilograms, PledgeBasis, PrintedCode, Problem, RegionCode, RegionLevel, Role,
    Scope, new_id, randomness,
};

/// The fields of a new certificate.
#[derive(Debug, Clone)]
pub struct NewCertificate {
    /// The quantity. All that may be certified if absent.
    pub quantity: Option<Kilograms>,
    /// The basis of the pledge.
    pub basis: PledgeBasis,
    /// The certificates that it replaces, if they are named.
    pub replaces: Option<Vec<PrintedCode>>,
}

/// A locked lot or batch, with what a certificate needs of it.
pub struct Goods {
    pub(super) source: Source,
    region_code: RegionCode,
    product_name: String,
    is_voided: bool,
    whole: Kilograms,
    left: Kilograms,
}

/// The lot or batch, and the grower or plant that pledges for it.
pub(super) enum Source {
    Lot(Uuid, grower::Model),
    Batch(Uuid, processing_plant::Model),
}

/// The issuer as shown on the certificate.
struct Issuer {
    name: String,
    contact: String,
    is_person: bool,
    public_name: String,
}

/// FORBIDDEN unless the actor's role may pledge for goods of this kind: a plant operator for batches, a grower, or a
/// clerk at the grower's request, for lots.
pub(super) fn require_role(actor: &Actor, is_batch: bool) -> Result<()> {
    if is_batch == (actor.role == Role::PlantOperator) {
        return Ok(());
    }
    Err(Error::forbidden(
        "采收批次的合格证由种植户或网格员开具，生产批次的由加工厂开具",
        "a lot is pledged by its grower or a clerk, a batch by its plant",
    ))
}

/// The lot or batch to certify, exactly one of the two, for an actor whose role may pledge for it. It is locked, so
/// that concurrent requests certify no more than there is. None for a batch of processed goods.
pub async fn to_issue(
    txn: &Txn,
    actor: &Actor,
    (lot_id, batch_id): (Option<Uuid>, Option<Uuid>),
) -> Result<Option<Goods>> {
    match (lot_id, batch_id) {
        (Some(id), None) => hold_lot(txn, actor, id).await.map(Some),
        (None, Some(id)) => hold_batch(txn, actor, id).await,
        _ => Err(Error::invalid(
            "lotId",
            Problem::new("采收批次 lotId 与生产批次 batchId 须填且只填一项", "give one of lotId and batchId"),
        )),
    }
}

/// Issues a certificate for a lot or batch. INVALID_INPUT on `batchId` for processed goods.
///
/// The limit is what is left of the goods, and also the quantity picked or made, as adjusted, less what other valid
/// certificates pledge for. QUOTA_EXCEEDED with what may be certified. CONFLICT if that is nothing.
pub async fn issue(
    txn: &Txn,
    actor: &Actor,
    goods: Option<Goods>,
    fields: NewCertificate,
) -> Result<certificate::Model> {
    let NewCertificate { quantity, basis, replaces } = fields;
    let goods = goods.ok_or_else(|| {
        Error::invalid(
            "batchId",
            Problem::new("加工品不开具承诺达标合格证", "processed goods get no pledge certificate"),
        )
    })?;
    let before = replaced::lock(txn, &goods.source, replaces).await?;
    if goods.is_voided {
        return Err(Error::conflict("该批次已作废", "the lot or batch is voided"));
    }
    let quantity = certifiable(txn, &goods, &before, quantity).await?;
    for row in &before {
        txn.stamp_after(row.issued_at);
    }
    let made = insert(txn, actor, &goods, quantity, basis).await?;
    insert_origins(txn, &made, &goods).await?;
    replaced::replace(txn, &made, before).await?;
    Ok(made)
}

async fn hold_lot(txn: &Txn, actor: &Actor, id: Uuid) -> Result<Goods> {
    require_role(actor, false)?;
    let query = harvest_lot::Entity::visible_to(&actor.scope()).filter(harvest_lot::Column::Id.eq(id));
    let locked = query.lock(LockType::NoKeyUpdate).one(txn.reader()).await?;
    let lot = locked.ok_or_else(|| Error::not_found("lotId", "采收批次", "harvest lot"))?;
    let grower = growers::get(txn, &Scope::Everything, lot.grower_id, txn.today(), "lotId").await?;
    let variety = varieties::get(txn, &lot.variety_code, "lotId").await?;
    Ok(Goods {
        source: Source::Lot(lot.id, grower),
        region_code: lot.region_code,
        product_name: variety.name,
        is_voided: lot.voided_at.is_some(),
        whole: lot.quantity_g,
        left: lot.available_g,
    })
}

/// None if the batch is of processed goods.
async fn hold_batch(txn: &Txn, actor: &Actor, id: Uuid) -> Result<Option<Goods>> {
    require_role(actor, true)?;
    let batch = production_batches::hold_own(txn, actor, id).await?;
    let product = processing_plants::get_product(txn, &batch.product_code, "batchId").await?;
    let plant = processing_plants::get(txn, &batch.plant_code, "batchId").await?;
    Ok(product.is_fresh_produce.then_some(Goods {
        source: Source::Batch(batch.id, plant),
        region_code: batch.region_code,
        product_name: product.name,
        is_voided: batch.voided_at.is_some(),
        whole: batch.output_g,
        left: batch.available_g,
    }))
}

/// The quantity to certify: what was asked for, or all that may be certified.
async fn certifiable(
    txn: &Txn,
    goods: &Goods,
    before: &[certificate::Model],
    asked: Option<Kilograms>,
) -> Result<Kilograms> {
    let (of_source, adjusting, id) = match goods.source {
        Source::Lot(id, _) => (certificate::Column::LotId, stock_adjustment::Column::LotId, id),
        Source::Batch(id, _) => (certificate::Column::BatchId, stock_adjustment::Column::BatchId, id),
    };
    let pledged = pledges::pledged(txn, of_source, id, before).await?;
    let whole = goods.whole + holdings::adjusted(txn, adjusting, &[id]).await?.remove(&id).unwrap_or_default();
    if goods.left == Kilograms::ZERO {
        return Err(Error::conflict("该批次已无剩余", "nothing is left of the lot or batch"));
    }
    let free = std::cmp::min(goods.left, whole - pledged);
    if free <= Kilograms::ZERO {
        return Err(Error::conflict(
            format!("有效的合格证已覆盖全部 {pledged} 千克；请先撤回，或在 replaces 中列出要替换的合格证"),
            format!(
                "valid certificates cover the whole {pledged} kg: withdraw one, or list the replaced ones in `replaces`"
            ),
        ));
    }
    match asked {
        Some(quantity) if quantity > free => Err(Error::quota_exceeded(free)),
        Some(quantity) => Ok(quantity),
        None => Ok(free),
    }
}

async fn insert(
    txn: &Txn,
    actor: &Actor,
    goods: &Goods,
    quantity: Kilograms,
    basis: PledgeBasis,
) -> Result<certificate::Model> {
    let Issuer { name, contact, is_person, public_name } = issuer(txn, &goods.source).await?;
    let (lot_id, batch_id, grower_id, plant_code) = match &goods.source {
        Source::Lot(id, grower) => (Some(*id), None, Some(grower.id), None),
        Source::Batch(id, plant) => (None, Some(*id), None, Some(plant.code.clone())),
    };
    let row = certificate::ActiveModel {
        id: Set(new_id()),
        code: Set(PrintedCode::generate(CodeKind::Certificate, &mut randomness())),
        status: Set(CertificateStatus::Valid),
        lot_id: Set(lot_id),
        batch_id: Set(batch_id),
        region_code: Set(goods.region_code.clone()),
        grower_id: Set(grower_id),
        plant_code: Set(plant_code),
        product_name: Set(goods.product_name.clone()),
        quantity_g: Set(quantity),
        issuer_name: Set(name),
        issuer_contact: Set(contact),
        issuer_is_person: Set(is_person),
        public_issuer_name: Set(public_name),
        basis: Set(basis),
        audit_salt: Set(audit::salt()),
        issued_at: Set(txn.recorded_at()),
        issued_by: Set(actor.account_id),
        replaced_at: Set(None),
        withdrawn_at: Set(None),
        withdrawal_reason: Set(None),
        withdrawn_by: Set(None),
    };
    Ok(txn.insert(row).await?)
}

/// The law requires a way to reach the issuer: a telephone number or an address. Without a known number, the full
/// name of the region is the address.
async fn issuer(txn: &Txn, source: &Source) -> Result<Issuer> {
    let (name, phone, region_code) = match source {
        Source::Lot(_, grower) => (&grower.name, &grower.phone, &grower.region_code),
        Source::Batch(_, plant) => (&plant.name, &plant.phone, &plant.region_code),
    };
    let contact = match phone {
        Some(phone) => phone.clone(),
        None => regions::full_name(txn, region_code).await?,
    };
    let (is_person, public_name) = match source {
        Source::Batch(..) => (false, name.clone()),
        Source::Lot(_, grower) => shown(txn, grower).await?,
    };
    Ok(Issuer { name: name.clone(), contact, is_person, public_name })
}

/// Whether a grower is a person, and the name that the public may read.
async fn shown(txn: &Txn, grower: &grower::Model) -> Result<(bool, String)> {
    Ok(match growers::public_name(grower) {
        Some(name) => (grower.kind.is_person(), name.to_owned()),
        None => (true, regions::get(txn, &grower.region_code, "lotId").await?.name),
    })
}

/// Updates a grower's certificates to what the public may read now. The pledge itself stays unchanged. An old
/// certificate must not show the public the name of a grower who turns out to be a person, or who no longer uses that
/// name. TOO_COMPLEX if there are too many.
pub(crate) async fn show_as_now(txn: &Txn, grower: &grower::Model) -> Result<()> {
    use certificate::Column;
    let (is_person, public_name) = shown(txn, grower).await?;
    let of_grower = Condition::all().add(Column::GrowerId.eq(grower.id));
    let differs = Column::IssuerIsPerson.ne(is_person).or(Column::PublicIssuerName.ne(public_name.as_str()));
    let concerned = certificate::Entity::find().filter(of_grower.clone()).filter(differs).limit(MOST_SHOWN_ANEW + 1);
    if concerned.count(txn.reader()).await? > MOST_SHOWN_ANEW {
        return Err(Error::too_complex(
            format!("种植户的变更一次最多涉及 {MOST_SHOWN_ANEW} 张合格证；到期的可用 lihua certificates remove 清除"),
            format!(
                "a change of a grower affects at most {MOST_SHOWN_ANEW} certificates; `lihua certificates remove` removes expired ones"
            ),
        ));
    }
    let values =
        [(Column::IssuerIsPerson, Value::from(is_person)), (Column::PublicIssuerName, Value::from(public_name))];
    txn.update_where::<certificate::Entity>(of_grower, &values).await?;
    Ok(())
}

async fn insert_origins(txn: &Txn, made: &certificate::Model, goods: &Goods) -> Result<()> {
    let origins = match goods.source {
        Source::Lot(..) => BTreeSet::from([goods.region_code.clone()]),
        Source::Batch(id, _) => {
            let origins = replaced::regions_in(txn, id).await?;
            if origins.is_empty() { BTreeSet::from([goods.region_code.clone()]) } else { few(origins) }
        }
    };
    let rows = origins.into_iter().map(|region_code| certificate_origin::ActiveModel {
        id: Set(new_id()),
        certificate_id: Set(made.id),
        region_code: Set(region_code),
    });
    Ok(txn.add::<certificate_origin::Entity>(rows).await?)
}

/// The same regions, or, if there are too many, the smallest regions above them that are few enough.
fn few(origins: BTreeSet<RegionCode>) -> BTreeSet<RegionCode> {
    let at = |level: Option<RegionLevel>| -> BTreeSet<RegionCode> {
        let above = |code: &RegionCode| {
            code.with_ancestors().find(|above| above.level() <= level).unwrap_or_else(|| code.clone())
        };
        origins.iter().map(above).collect()
    };
    let levels = [RegionLevel::Village, RegionLevel::Township, RegionLevel::County, RegionLevel::Province];
    levels.into_iter().map(|level| at(Some(level))).find(|regions| regions.len() <= MOST_ORIGINS).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_beyond_fifty_are_those_above_them() {
        let villages = |number: usize| {
            (0..number).map(|village| RegionCode(format!("50023513{}{:03}", village % 3, village))).collect()
        };
        let fifty: BTreeSet<RegionCode> = villages(50);
        assert_eq!(few(fifty.clone()), fifty);
        let towns = few(villages(51));
        assert_eq!(towns, ["500235130", "500235131", "500235132"].map(RegionCode::from).into());
        let mixed = few(villages(51).into_iter().chain([RegionCode::from("50")]).collect());
        assert!(mixed.contains(&RegionCode::from("50")) && mixed.len() == 4);
    }
}
