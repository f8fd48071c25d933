//! What certificates may pledge for, after an adjustment.

use serde_json::json;

use super::{Town, void};
use crate::{certificates::pledge, presales::preorders::with};

#[tokio::test]
async fn what_rotted_is_not_certified_and_what_was_counted_is() {
    let town = Town::new().await;
    let some = |kilograms: &str| with(pledge(&town.lot.id), json!({"quantityKg": kilograms}));
    town.clerk.certify(some("100")).await;
    town.adjust(&town.lot, "-150", "SPOILED").await;
    let beyond = town.clerk.refused_change("issueCertificate", some("250.001")).await;
    assert_eq!((beyond.code.as_str(), beyond.available_kg.as_deref()), ("QUOTA_EXCEEDED", Some("250.000")));
    let counted = town.adjust(&town.lot, "200", "COUNTED").await;
    let certificate = town.clerk.certify(some("450")).await;
    // 550 kg are pledged for, of 500 kg picked.
    let refused = town.clerk.refused_change("voidStockAdjustment", void(&counted)).await;
    assert_eq!(
        (refused.code.as_str(), refused.message.contains(&certificate)),
        ("CONFLICT", true),
        "{}",
        refused.message
    );
    town.app.verified().await;
    let withdraw = json!({"code": certificate, "reason": "误开"});
    town.clerk.change("withdrawCertificate", withdraw, "__typename").await;
    town.clerk.void_adjustment(&counted).await;
    town.app.verified().await;
}

/// What rotted after the certificate was issued does not make the certificate wrong.
#[tokio::test]
async fn a_certificate_outlives_what_rotted_later() {
    let town = Town::new().await;
    let code = town.clerk.certify(pledge(&town.lot.id)).await;
    let counted = town.adjust(&town.lot, "1", "COUNTED").await;
    town.adjust(&town.lot, "-400", "SPOILED").await;
    town.clerk.void_adjustment(&counted).await;
    town.operator.buy_in(json!({"certificateCode": code, "quantityKg": "100"})).await;
    town.app.verified().await;
}
