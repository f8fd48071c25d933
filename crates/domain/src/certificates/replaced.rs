//! The certificates that a new one replaces. Whoever mixes or divides goods pledges for them again, and names the
//! earlier certificates.

use std::collections::{BTreeSet, HashMap, HashSet};

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, TryGetable,
    sea_query::{Expr, ExprTrait, Func, LockType, Query, SelectStatement, WithQuery},
};
use uuid::Uuid;

use super::{MOST_REPLACED, issue::Source};
use crate::unknown;
use store::{
    Txn,
    entity::{
        certificates::{certificate, certificate_replacement},
        harvest::harvest_lot,
        plants::{
            batch_ingredient::{self, REACHED, made_of},
            intake,
        },
        registers::grower,
    },
    error::{Error, Result},
};
use types::{CertificateStatus, CodeKind, PrintedCode, Problem, RegionCode, new_id};

fn field(position: usize) -> String {
    format!("replaces.{position}")
}

/// Parses the codes of an input. INVALID_INPUT on a code that is invalid or repeated.
pub fn codes(typed: &[String]) -> Result<Vec<PrintedCode>> {
    if typed.len() > MOST_REPLACED {
        let problem = Problem::new(format!("最多 {MOST_REPLACED} 张"), format!("at most {MOST_REPLACED}"));
        return Err(Error::invalid("replaces", problem));
    }
    let mut codes = Vec::new();
    for (position, text) in typed.iter().enumerate() {
        let code = PrintedCode::parse(CodeKind::Certificate, text)
            .ok_or_else(|| unknown(&field(position), "合格证", "certificate"))?;
        if codes.contains(&code) {
            return Err(Error::invalid(field(position), Problem::new("合格证重复", "the certificate is named twice")));
        }
        codes.push(code);
    }
    Ok(codes)
}

/// Loads and locks the certificates that a new one replaces. If certificates are named, it is these: INVALID_INPUT if
/// one was withdrawn, is for other goods, or does not exist. If none are named for a batch, it is the first hundred,
/// by code, of those that came with its ingredients.
pub(super) async fn lock(
    txn: &Txn,
    source: &Source,
    named: Option<Vec<PrintedCode>>,
) -> Result<Vec<certificate::Model>> {
    let codes = match (named, source) {
        (Some(codes), _) => codes,
        (None, Source::Lot(..)) => Vec::new(),
        (None, Source::Batch(id, _)) => {
            return locked(txn, before(txn, *id).await?, true).await;
        }
    };
    let rows = locked(txn, codes.iter().cloned(), false).await?;
    let by_code: HashMap<&PrintedCode, &certificate::Model> = rows.iter().map(|row| (&row.code, row)).collect();
    let belonging: HashSet<PrintedCode> = match source {
        Source::Lot(id, _) => rows.iter().filter(|row| row.lot_id == Some(*id)).map(|row| row.code.clone()).collect(),
        Source::Batch(id, _) => belonging(txn, *id, &codes).await?,
    };
    for (position, code) in codes.iter().enumerate() {
        let row = by_code.get(code).ok_or_else(|| unknown(&field(position), "合格证", "certificate"))?;
        if row.status == CertificateStatus::Withdrawn {
            return Err(Error::invalid(
                field(position),
                Problem::new("该合格证已撤回", "the certificate was withdrawn"),
            ));
        }
        if !belonging.contains(code) {
            let problem = Problem::new("该合格证不属于此批次", "the certificate belongs to other goods");
            return Err(Error::invalid(field(position), problem));
        }
    }
    Ok(rows)
}

async fn locked(
    txn: &Txn,
    codes: impl IntoIterator<Item = PrintedCode>,
    only_pledged: bool,
) -> Result<Vec<certificate::Model>> {
    use certificate::Column;
    let mut query = certificate::Entity::find().filter(Column::Code.is_in(codes)).order_by_asc(Column::Id);
    if only_pledged {
        query = query.filter(Column::Status.ne(CertificateStatus::Withdrawn));
    }
    Ok(query.lock(LockType::NoKeyUpdate).all(txn.reader()).await?)
}

/// Records that a new certificate replaces the earlier ones.
pub(super) async fn replace(txn: &Txn, made: &certificate::Model, before: Vec<certificate::Model>) -> Result<()> {
    if before.is_empty() {
        return Ok(());
    }
    let rows = before.iter().map(|row| certificate_replacement::ActiveModel {
        id: Set(new_id()),
        certificate_id: Set(made.id),
        replaced_code: Set(row.code.0.clone()),
    });
    txn.add::<certificate_replacement::Entity>(rows.collect::<Vec<_>>()).await?;
    for found in before {
        let mut row = found.clone().into_active_model();
        row.status = Set(CertificateStatus::Replaced);
        row.replaced_at = Set(found.replaced_at.or(Some(made.issued_at)));
        txn.update(found, row).await?;
    }
    Ok(())
}

/// The intakes of the batches in the `REACHED` table expression.
fn intakes_reached() -> SelectStatement {
    use batch_ingredient::{Column, Entity};
    Query::select()
        .from(REACHED)
        .inner_join(Entity, Expr::col((Entity, Column::BatchId)).equals((REACHED, Column::BatchId)))
        .inner_join(intake::Entity, Expr::col((intake::Entity, intake::Column::Id)).equals((Entity, Column::IntakeId)))
        .take()
}

/// The codes of certificates that came with the ingredients of a batch, or that were issued for batches among its
/// ingredients, and that were not withdrawn. The first hundred.
async fn before(txn: &Txn, batch_id: Uuid) -> Result<Vec<PrintedCode>> {
    use certificate::{Column, Entity};
    let collected = intakes_reached()
        .distinct()
        .column((Entity, Column::Code))
        .inner_join(Entity, Expr::col((Entity, Column::Code)).equals((intake::Entity, intake::Column::CertificateCode)))
        .and_where(Column::Status.ne(CertificateStatus::Withdrawn))
        .take();
    let issued = Query::select()
        .column((Entity, Column::Code))
        .from(REACHED)
        .inner_join(Entity, Expr::col((Entity, Column::BatchId)).equals((REACHED, batch_ingredient::Column::BatchId)))
        .and_where(Column::Status.ne(CertificateStatus::Withdrawn))
        .and_where(Column::BatchId.ne(batch_id))
        .take();
    let mut codes: BTreeSet<PrintedCode> =
        first_column(txn, &made_of(batch_id).query(collected)).await?.into_iter().collect();
    codes.extend(first_column::<PrintedCode>(txn, &made_of(batch_id).query(issued)).await?);
    Ok(codes.into_iter().take(MOST_REPLACED).collect())
}

/// Those of these codes whose certificates came with the ingredients of a batch, or were issued for the batch or for
/// a batch among its ingredients.
async fn belonging(txn: &Txn, batch_id: Uuid, codes: &[PrintedCode]) -> Result<HashSet<PrintedCode>> {
    use certificate::{Column, Entity};
    use intake::Column::CertificateCode;
    let of_intakes =
        intakes_reached().column(CertificateCode).and_where(CertificateCode.is_in(codes.iter().cloned())).take();
    let mut found: HashSet<PrintedCode> =
        first_column(txn, &made_of(batch_id).query(of_intakes)).await?.into_iter().collect();
    let of_batches = Query::select()
        .column((Entity, Column::Code))
        .from(REACHED)
        .inner_join(Entity, Expr::col((Entity, Column::BatchId)).equals((REACHED, batch_ingredient::Column::BatchId)))
        .and_where(Column::Code.is_in(codes.iter().cloned()))
        .take();
    found.extend(first_column(txn, &made_of(batch_id).query(of_batches)).await?);
    Ok(found)
}

/// The regions where the ingredients of a batch were picked, or where their suppliers are registered.
pub(super) async fn regions_in(txn: &Txn, batch_id: Uuid) -> Result<BTreeSet<RegionCode>> {
    let region = || {
        let (lot, grower) =
            ((harvest_lot::Entity, harvest_lot::Column::RegionCode), (grower::Entity, grower::Column::RegionCode));
        Func::coalesce([Expr::col(lot), Expr::col(grower)])
    };
    let query = intakes_reached()
        .distinct()
        .expr_as(region(), "region_code")
        .left_join(
            harvest_lot::Entity,
            Expr::col((harvest_lot::Entity, harvest_lot::Column::Id)).equals((intake::Entity, intake::Column::LotId)),
        )
        .left_join(
            grower::Entity,
            Expr::col((grower::Entity, grower::Column::Id)).equals((intake::Entity, intake::Column::GrowerId)),
        )
        .and_where(Expr::from(region()).is_not_null())
        .take();
    Ok(first_column(txn, &made_of(batch_id).query(query)).await?.into_iter().collect())
}

async fn first_column<T: TryGetable>(txn: &Txn, query: &WithQuery) -> Result<Vec<T>> {
    let rows = txn.query_all(query).await?;
    Ok(rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<_, _>>()?)
}
