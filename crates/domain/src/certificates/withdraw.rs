//! Withdrawing a certificate. The issuer takes back the pledge, including the part that still applies after another
//! certificate replaced it.

use sea_orm::{ActiveValue::Set, ColumnTrait, IntoActiveModel, QueryFilter, QuerySelect, sea_query::LockType};

use super::{issue::require_role, not_found};
use store::{
    Txn,
    entity::certificates::certificate,
    error::{Error, Result},
};
use types::{Actor, CertificateStatus, PrintedCode, Reason};

/// The certificate to withdraw, for an actor who may issue for the same goods. NOT_FOUND if there is none with this
/// code, or if the input is not a code.
pub async fn to_withdraw(txn: &Txn, actor: &Actor, code: Option<PrintedCode>) -> Result<certificate::Model> {
    let code = code.ok_or_else(not_found)?;
    let query = certificate::Entity::found_by(actor).filter(certificate::Column::Code.eq(code));
    let found = query.lock(LockType::NoKeyUpdate).one(txn.reader()).await?.ok_or_else(not_found)?;
    require_role(actor, found.batch_id.is_some())?;
    if found.plant_code.is_some() && found.plant_code != actor.plant_code {
        return Err(Error::forbidden("该合格证由另一家加工厂开具", "another plant issued the certificate"));
    }
    Ok(found)
}

/// Withdraws a certificate. CONFLICT if it is already withdrawn.
pub async fn withdraw(
    txn: &Txn,
    actor: &Actor,
    found: certificate::Model,
    reason: Reason,
) -> Result<certificate::Model> {
    if found.status == CertificateStatus::Withdrawn {
        return Err(Error::conflict("该合格证已撤回", "the certificate is withdrawn already"));
    }
    txn.stamp_after(found.replaced_at.unwrap_or(found.issued_at));
    let mut row = found.clone().into_active_model();
    row.status = Set(CertificateStatus::Withdrawn);
    row.withdrawn_at = Set(Some(txn.recorded_at()));
    row.withdrawal_reason = Set(Some(reason.0));
    row.withdrawn_by = Set(Some(actor.account_id));
    Ok(txn.update(found, row).await?)
}
