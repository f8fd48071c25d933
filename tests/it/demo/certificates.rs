//! The certificates of the demonstration, from the day on which they are required.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use sea_orm::{EntityTrait, Iterable};
use store::entity::{
    certificates::{certificate, certificate_origin, certificate_replacement},
    registers::grower,
    sales::sale,
};
use types::{CertificateStatus, GrowerKind, Kilograms};
use uuid::Uuid;

use super::{production::Production, total};
use crate::app::{TOWN, TestApp};

/// From 1 February 2026, nearly everything that companies and cooperatives sell, deliver and bring to a plant has a
/// certificate.
pub async fn go_with_fruit(app: &TestApp, production: &Production, today: NaiveDate) {
    let from: NaiveDate = "2026-02-01".parse().expect("a day");
    let reader = app.database.reader();
    let certificates = certificate::Entity::find().all(reader).await.expect("certificates");
    if today < from {
        assert_eq!(certificates, []);
        return;
    }
    let growers = grower::Entity::find().all(reader).await.expect("growers");
    let growers: BTreeMap<Uuid, grower::Model> = growers.into_iter().map(|row| (row.id, row)).collect();
    let must_pledge = |grower: &Uuid| matches!(growers[grower].kind, GrowerKind::Company | GrowerKind::Cooperative);
    let mut pledged: BTreeMap<Uuid, Kilograms> = BTreeMap::new();
    for row in &certificates {
        assert!(row.issued_at.day() >= from && row.issued_at.day() <= today, "{row:?}");
        assert_eq!(row.issuer_is_person, row.grower_id.is_some_and(|grower| !must_pledge(&grower)), "{row:?}");
        let (source, whole) = match (row.lot_id, row.batch_id) {
            (Some(lot), _) => (lot, production.lots[&lot].quantity_g),
            (_, Some(batch)) => (batch, production.batches[&batch].output_g),
            _ => panic!("{row:?}"),
        };
        if row.status == CertificateStatus::Valid {
            let sum = pledged.entry(source).or_default();
            *sum = *sum + row.quantity_g;
            assert!(*sum <= whole, "{row:?}");
        }
    }
    let goes_with: BTreeSet<Uuid> = certificates
        .iter()
        .filter(|row| row.status != CertificateStatus::Withdrawn)
        .filter_map(|row| row.lot_id)
        .collect();
    let sales = sale::Entity::find().all(reader).await.expect("sales");
    let due = sales.iter().filter(|row| {
        row.sold_on >= from && row.voided_at.is_none() && row.grower_id.as_ref().is_some_and(must_pledge)
    });
    let (with, without): (Vec<_>, Vec<_>) = due.partition(|row| row.lot_id.is_some_and(|lot| goes_with.contains(&lot)));
    assert!(
        with.len() > 6 * without.len() && (!without.is_empty() || today.month() < 4),
        "{} {}",
        with.len(),
        without.len()
    );
    let codes: BTreeMap<&str, &certificate::Model> =
        certificates.iter().map(|row| (row.code.0.as_str(), row)).collect();
    for intake in production.intakes.values().filter(|row| row.received_on >= from) {
        let has_one = intake.certificate_code.is_some() || intake.paper_certificate_number.is_some();
        assert!(has_one || !intake.grower_id.as_ref().is_some_and(must_pledge), "{intake:?}");
        let Some(code) = &intake.certificate_code else { continue };
        let collected = codes[code.as_str()];
        assert!(collected.lot_id == intake.lot_id && collected.status != CertificateStatus::Withdrawn, "{intake:?}");
        assert!(collected.quantity_g >= intake.quantity_g && collected.issued_at <= intake.recorded_at, "{intake:?}");
    }
    if today.month() < 10 {
        return;
    }
    let replacements = certificate_replacement::Entity::find().all(reader).await.expect("replacements");
    for row in &certificates {
        let is_named = replacements.iter().any(|replacement| replacement.replaced_code == row.code.0);
        assert_eq!(row.status == CertificateStatus::Replaced, is_named, "{row:?}");
    }
    let boxes: Vec<_> = certificates.iter().filter(|row| row.batch_id.is_some()).collect();
    assert_eq!(boxes.len(), 3);
    assert!(boxes.iter().any(|row| replacements.iter().any(|replacement| replacement.certificate_id == row.id)));
    let origins = certificate_origin::Entity::find().all(reader).await.expect("origins");
    assert!(boxes.iter().any(|row| origins.iter().filter(|origin| origin.certificate_id == row.id).count() > 1));
    assert!(certificates.iter().all(|row| origins.iter().any(|origin| origin.certificate_id == row.id)));
    assert_eq!(certificates.iter().filter(|row| row.status == CertificateStatus::Withdrawn).count(), 1);
    assert!(production.intakes.values().any(|intake| intake.paper_certificate_number.is_some()));
    for kind in GrowerKind::iter() {
        assert!(
            certificates.iter().any(|row| row.grower_id.is_some_and(|grower| growers[&grower].kind == kind)),
            "{kind:?}"
        );
    }
}

/// An official sees what has no certificate: a few lots of many.
#[tokio::test]
async fn a_few_certificates_are_missing() {
    let app = TestApp::demo().await;
    let official = app.sign_in_to_demo("official").await;
    let query = format!("certificatesMissing(regionCode: \"{TOWN}\", from: \"2026-02-01\", to: \"2026-11-24\")");
    let missing = total(&official, &query).await;
    let issued = total(&official, "certificates").await;
    assert!((5..=30).contains(&missing) && issued > 150, "{missing} of {issued}");
    let grower = app.sign_in_to_demo("grower").await;
    let lots =
        grower.ask("{ harvestLots(first: 50) { nodes { certificate { code } } } }").await["harvestLots"]["nodes"]
            .take();
    assert!(lots.as_array().expect("lots").iter().any(|lot| !lot["certificate"].is_null()), "{lots}");
}
