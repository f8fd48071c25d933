//! Pledges: a certificate pledges for a quantity, and a buyer collects the certificate with the goods. No more than
//! the pledged quantity can be collected. Where a certificate is required, a purchase without one is refused.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, sea_query::LockType};
use uuid::Uuid;

use super::holdings::adjusted;
use crate::{unknown, voiding};
use store::{
    Reader, Txn, as_bigint,
    entity::{
        certificates::certificate,
        plants::{intake, production_batch},
        registers::grower,
        stock_adjustments::stock_adjustment,
    },
    error::{Error, Result},
};
use types::{Actor, CertificateStatus, CodeKind, Day, GrowerKind, Kilograms, Name, PrintedCode, Problem};

/// The input field that names a certificate.
const FIELD: &str = "certificateCode";

/// The settings about certificates.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// The day from which certificates are required.
    pub from: Day,
    /// Whether family farms need certificates, as companies and cooperatives do.
    pub family_farms: bool,
}

impl Rules {
    /// The kinds of growers that may not sell without a certificate. A household never needs one.
    pub fn kinds(&self) -> impl Iterator<Item = GrowerKind> {
        let family_farm = self.family_farms.then_some(GrowerKind::FamilyFarm);
        [GrowerKind::Company, GrowerKind::Cooperative].into_iter().chain(family_farm)
    }
}

/// The certificate that came with an intake.
#[derive(Debug, Clone)]
pub enum Collected {
    /// A certificate issued by this system.
    Electronic(PrintedCode),
    /// A certificate on paper.
    Paper {
        /// Its number.
        number: Name,
        /// Its issuer.
        issuer_name: Name,
    },
}

impl Collected {
    /// The certificate that an input names: at most one of the two. INVALID_INPUT if it names both, or if the text is
    /// not a certificate code.
    pub fn of(code: Option<&str>, paper: Option<(Name, Name)>) -> Result<Option<Self>> {
        match (code, paper) {
            (Some(_), Some(_)) => {
                let problem =
                    Problem::new("电子与纸质合格证只填一项", "an electronic certificate or one on paper, not both");
                Err(Error::invalid("paperCertificate", problem))
            }
            (Some(code), None) => {
                let code = PrintedCode::parse(CodeKind::Certificate, code);
                Ok(Some(Self::Electronic(code.ok_or_else(|| unknown(FIELD, "合格证", "certificate"))?)))
            }
            (None, Some((number, issuer_name))) => Ok(Some(Self::Paper { number, issuer_name })),
            (None, None) => Ok(None),
        }
    }
}

/// The certificate that an intake names. INVALID_INPUT if the plant's township has none with this code, or if it was
/// withdrawn.
pub(crate) async fn named(txn: &Txn, actor: &Actor, code: &PrintedCode) -> Result<certificate::Model> {
    let found = certificate::Entity::found_by(actor)
        .filter(certificate::Column::Code.eq(code.clone()))
        .one(txn.reader())
        .await?;
    let found = found.ok_or_else(|| unknown(FIELD, "合格证", "certificate"))?;
    check_pledged(&found)?;
    Ok(found)
}

fn check_pledged(found: &certificate::Model) -> Result<()> {
    if found.status == CertificateStatus::Withdrawn {
        return Err(Error::invalid(FIELD, Problem::new("该合格证已撤回", "the certificate was withdrawn")));
    }
    Ok(())
}

/// Collects kilograms under a certificate. The certificate is locked, so that concurrent intakes never collect more
/// than it pledges for. QUOTA_EXCEEDED with what no intake has collected yet. A replaced certificate still pledges
/// for the goods that carry it.
pub(crate) async fn collect(txn: &Txn, found: &certificate::Model, quantity: Kilograms) -> Result<()> {
    let batch = match found.batch_id {
        Some(id) => production_batch::Entity::find_by_id(id).lock(LockType::NoKeyUpdate).one(txn.reader()).await?,
        None => None,
    };
    let locked = certificate::Entity::find_by_id(found.id).lock(LockType::NoKeyUpdate).one(txn.reader()).await?;
    let locked = locked.ok_or_else(|| unknown(FIELD, "合格证", "certificate"))?;
    check_pledged(&locked)?;
    let collected =
        collected_with(txn, std::slice::from_ref(&locked.code.0)).await?.remove(&locked.code.0).unwrap_or_default();
    let mut left = locked.quantity_g - collected;
    if let Some(batch) = batch {
        // However often its certificates were reissued, no more of a batch can be bought than was made, less what was
        // lost of it.
        let adjusted = adjusted(txn, stock_adjustment::Column::BatchId, &[batch.id]).await?;
        let whole = batch.output_g + adjusted.get(&batch.id).copied().unwrap_or_default();
        left = std::cmp::min(left, whole - bought(txn, batch.id).await?).max(Kilograms::ZERO);
    }
    if quantity <= left {
        return Ok(());
    }
    let message = Problem::new(
        format!("该合格证仅余 {left} 千克未被收取"),
        format!("the certificate pledges for {left} kg that have not been collected yet"),
    );
    Err(Error { message, field: Some(FIELD.to_owned()), ..Error::quota_exceeded(left) })
}

/// Refuses a purchase without a certificate: INVALID_INPUT if an intake from a grower that needs one came with none.
pub(crate) fn require(rules: &Rules, grower: Option<&grower::Model>, received_on: Day, has_one: bool) -> Result<()> {
    let needs_one =
        received_on >= rules.from && grower.is_some_and(|grower| rules.kinds().any(|kind| kind == grower.kind));
    if has_one || !needs_one {
        return Ok(());
    }
    let problem = Problem::new(
        format!(
            "自 {} 起，收购此类主体的农产品须收取承诺达标合格证：填写 certificateCode 或 paperCertificate",
            rules.from
        ),
        format!(
            "since {}, produce of such a grower needs a certificate: give certificateCode or paperCertificate",
            rules.from
        ),
    );
    Err(Error::invalid(FIELD, problem))
}

/// The quantity of a batch that other plants have bought.
async fn bought(txn: &Txn, batch_id: Uuid) -> Result<Kilograms> {
    use intake::Column;
    let sum: Option<Option<i64>> = intake::Entity::find()
        .select_only()
        .column_as(as_bigint(Column::QuantityG.sum()), "bought")
        .filter(Column::BoughtBatchId.eq(batch_id))
        .filter(Column::VoidedAt.is_null())
        .into_tuple()
        .one(txn.reader())
        .await?;
    Ok(Kilograms(sum.flatten().unwrap_or_default()))
}

#[derive(Debug, FromQueryResult)]
struct Sum {
    certificate_code: String,
    collected: Kilograms,
}

/// The kilograms that unvoided intakes have collected under each of these certificates.
pub async fn collected_with(connection: &Reader, codes: &[String]) -> Result<HashMap<String, Kilograms>> {
    use intake::Column;
    let sums: Vec<Sum> = intake::Entity::find()
        .select_only()
        .column(Column::CertificateCode)
        .column_as(as_bigint(Column::QuantityG.sum()), "collected")
        .filter(Column::CertificateCode.is_in(codes.iter().map(String::as_str)))
        .filter(Column::VoidedAt.is_null())
        .group_by(Column::CertificateCode)
        .into_model()
        .all(connection)
        .await?;
    Ok(sums.into_iter().map(|sum| (sum.certificate_code, sum.collected)).collect())
}

/// The certificates with these codes. One that was removed after its retention period is left out.
pub async fn by_codes(connection: &Reader, codes: &[String]) -> Result<HashMap<String, certificate::Model>> {
    let query = certificate::Entity::find();
    let found = query.filter(certificate::Column::Code.is_in(codes.iter().map(String::as_str))).all(connection).await?;
    Ok(found.into_iter().map(|row| (row.code.0.clone(), row)).collect())
}

/// The kilograms of a lot or batch that valid certificates pledge for, except these. `column` is the column that refers
/// to the lot or batch.
pub(crate) async fn pledged(
    txn: &Txn,
    column: certificate::Column,
    source: Uuid,
    except: &[certificate::Model],
) -> Result<Kilograms> {
    use certificate::Column;
    let pledged: Option<Option<Kilograms>> = certificate::Entity::find()
        .select_only()
        .column_as(as_bigint(Column::QuantityG.sum()), "pledged")
        .filter(column.eq(source))
        .filter(Column::Status.eq(CertificateStatus::Valid))
        .filter(Column::Id.is_not_in(except.iter().map(|row| row.id)))
        .into_tuple()
        .one(txn.reader())
        .await?;
    Ok(pledged.flatten().unwrap_or_default())
}

/// CONFLICT if certificates that were not withdrawn pledge for a lot or batch, naming the first of them. `column` is
/// the column that refers to the lot or batch. A lot or batch must not be voided while anybody may rely on its
/// certificates.
pub(crate) async fn check_unpledged(txn: &Txn, column: certificate::Column, source: Uuid) -> Result<()> {
    let pledged = certificate::Entity::find()
        .filter(column.eq(source))
        .filter(certificate::Column::Status.ne(CertificateStatus::Withdrawn));
    let problem = ("该批次已开具合格证，请先撤回", "certificates pledge for it; withdraw them first");
    voiding::check_unused::<String, _>(txn, pledged, certificate::Column::Code, problem).await
}
