//! Pledges: what certificates pledge for is collected with them by whoever buys it in, and no more of it. Where a
//! certificate is needed, there is no purchase without one.

use std::collections::{BTreeSet, HashMap};

use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{ExprTrait, LockType},
};
use uuid::Uuid;

use crate::{MOST_NAMED, unknown};
use store::{
    Reader, Txn,
    entity::{
        certificates::certificate,
        plants::{intake, production_batch},
        registers::grower,
    },
    error::{Error, Result},
};
use types::{Actor, CertificateStatus, CodeKind, Day, GrowerKind, Kilograms, Name, PrintedCode, Problem};

/// The field of an input that names a certificate.
const FIELD: &str = "certificateCode";

/// What the settings say of certificates.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// The day from which on they are needed.
    pub from: Day,
    /// Whether family farms need them as companies and cooperatives do.
    pub family_farms: bool,
}

impl Rules {
    /// The kinds of growers that sell nothing without a certificate. A household never needs one.
    pub fn kinds(&self) -> impl Iterator<Item = GrowerKind> {
        let family_farm = self.family_farms.then_some(GrowerKind::FamilyFarm);
        [GrowerKind::Company, GrowerKind::Cooperative].into_iter().chain(family_farm)
    }
}

/// What an intake came with.
#[derive(Debug, Clone)]
pub enum Collected {
    /// A certificate that was issued here.
    Electronic(PrintedCode),
    /// One on paper.
    Paper {
        /// Its number.
        number: Name,
        /// Who issued it.
        issuer_name: Name,
    },
}

impl Collected {
    /// What an input names, one of the two at most; INVALID_INPUT where it names both, or what is no certificate's
    /// code.
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

/// The certificate that an intake names: INVALID_INPUT where the plant finds none of its township by that code, or it
/// was withdrawn.
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

/// Collects kilograms with a certificate, which is held, so that of two at once only what it pledges for is collected:
/// QUOTA_EXCEEDED with what no intake has collected yet. One that another replaced still pledges for what goes with it.
pub(crate) async fn collect(txn: &Txn, found: &certificate::Model, quantity: Kilograms) -> Result<()> {
    let batch = match found.batch_id {
        Some(id) => production_batch::Entity::find_by_id(id).lock(LockType::NoKeyUpdate).one(txn.reader()).await?,
        None => None,
    };
    let held = certificate::Entity::find_by_id(found.id).lock(LockType::NoKeyUpdate).one(txn.reader()).await?;
    let held = held.ok_or_else(|| unknown(FIELD, "合格证", "certificate"))?;
    check_pledged(&held)?;
    let collected = collected_with(txn, [held.code.0.as_str()]).await?.remove(&held.code.0).unwrap_or_default();
    let mut left = held.quantity_g - collected;
    if let Some(batch) = batch {
        // However often its certificates were issued anew, no more of a batch is bought in than was made.
        left = std::cmp::min(left, batch.output_g - bought(txn, batch.id).await?);
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

/// No purchase without a certificate: INVALID_INPUT where an intake from such a grower came with none.
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
            "since {}, produce of such a grower is bought in with a certificate: give certificateCode or paperCertificate",
            rules.from
        ),
    );
    Err(Error::invalid(FIELD, problem))
}

/// What other plants have bought in of a batch.
async fn bought(txn: &Txn, batch_id: Uuid) -> Result<Kilograms> {
    use intake::Column;
    let sum: Option<Option<i64>> = intake::Entity::find()
        .select_only()
        .column_as(Column::QuantityG.sum().cast_as("BIGINT"), "bought")
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

/// What intakes that hold have collected with these certificates.
pub async fn collected_with<'a>(
    connection: &Reader,
    codes: impl IntoIterator<Item = &'a str>,
) -> Result<HashMap<String, Kilograms>> {
    use intake::Column;
    let sums: Vec<Sum> = intake::Entity::find()
        .select_only()
        .column(Column::CertificateCode)
        .column_as(Column::QuantityG.sum().cast_as("BIGINT"), "collected")
        .filter(Column::CertificateCode.is_in(codes))
        .filter(Column::VoidedAt.is_null())
        .group_by(Column::CertificateCode)
        .into_model()
        .all(connection)
        .await?;
    Ok(sums.into_iter().map(|sum| (sum.certificate_code, sum.collected)).collect())
}

/// The certificates with these codes.
pub async fn by_codes(connection: &Reader, codes: BTreeSet<&str>) -> Result<Vec<certificate::Model>> {
    Ok(certificate::Entity::find().filter(certificate::Column::Code.is_in(codes)).all(connection).await?)
}

/// CONFLICT, naming the first of them, where certificates that were not withdrawn pledge for a lot or batch, by the
/// column that says for which: it is not voided while anybody may go by them.
pub(crate) async fn check_unpledged(txn: &Txn, column: certificate::Column, source: Uuid) -> Result<()> {
    let pledged: Vec<String> = certificate::Entity::find()
        .select_only()
        .column(certificate::Column::Code)
        .filter(column.eq(source))
        .filter(certificate::Column::Status.ne(CertificateStatus::Withdrawn))
        .order_by_asc(certificate::Column::Code)
        .limit(MOST_NAMED)
        .into_tuple()
        .all(txn.reader())
        .await?;
    if pledged.is_empty() {
        return Ok(());
    }
    let codes = pledged.join(", ");
    Err(Error::conflict(
        format!("该批次已开具合格证，请先撤回：{codes}"),
        format!("certificates pledge for it; withdraw them first: {codes}"),
    ))
}
