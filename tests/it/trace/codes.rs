//! What a code stands for.

use sea_orm::ActiveValue::Set;
use serde_json::{Value, json};
use store::entity::{harvest::harvest_lot, plants::production_batch};
use types::{CertificateStatus, CodeKind};

use super::{Made, Part, Plant, Supply, code, names, recall, trace};
use crate::app::{OTHER_TOWN, VILLAGE, text};

/// A household's lot, and a batch made from it.
async fn pear_and_pickles() -> (Plant, Made, Made) {
    let plant = Plant::new().await;
    let lot = plant.lot("王秘密", VILLAGE).await;
    let intake = plant.intake(Supply::Lot(lot.id), 500_000).await;
    let batch = plant.batch(&[Part::Intake(intake, 400_000)]).await;
    (plant, lot, batch)
}

#[tokio::test]
async fn a_lot_and_a_batch_say_where_they_come_from() {
    let (plant, lot, batch) = pear_and_pickles().await;
    let of_lot = json!({"code": lot.code, "varietyName": "丰水梨", "harvestedOn": "2026-08-01"});
    let origin = json!([{"code": VILLAGE, "name": "杉树林社区居民委员会"}]);
    let expected = json!({
        "code": lot.code, "kind": "LOT", "productName": "丰水梨", "quantityKg": "1000.000", "day": "2026-08-01", "adjustments": [], "plantName": null,
        "lot": of_lot, "batch": null, "lots": [of_lot], "lotCount": 1, "harvestedFrom": "2026-08-01", "harvestedTo": "2026-08-01",
        "origins": origin, "growerNames": [], "hasOutsideSuppliers": false, "certificates": [], "certificate": null
    });
    assert_eq!(plant.trace(&lot.code).await, expected);
    let of_batch = json!({"code": batch.code, "productName": "洗澡泡菜", "producedOn": "2026-08-20"});
    let expected = json!({
        "code": batch.code, "kind": "BATCH", "productName": "洗澡泡菜", "quantityKg": "1000.000", "day": "2026-08-20", "adjustments": [],
        "plantName": "云安泡菜厂", "lot": null, "batch": of_batch, "lots": [of_lot], "lotCount": 1, "harvestedFrom": "2026-08-01",
        "harvestedTo": "2026-08-01", "origins": origin, "growerNames": [], "hasOutsideSuppliers": false, "certificates": [], "certificate": null
    });
    assert_eq!(plant.trace(&batch.code).await, expected);
}

#[tokio::test]
async fn codes_are_read_as_people_type_them() {
    let (plant, lot, batch) = pear_and_pickles().await;
    for made in [&lot, &batch] {
        for typed in [
            made.code.to_lowercase().replace('-', " "),
            made.code.replace('-', ""),
            made.code.replace('0', "O").replace('1', "l"),
        ] {
            assert_eq!(plant.trace(&typed).await["code"], json!(made.code), "{typed}");
        }
    }
}

#[tokio::test]
async fn an_unknown_code_is_null_to_everybody_and_not_found_to_officials() {
    let (plant, lot, batch) = pear_and_pickles().await;
    let mut unknown: Vec<String> = ["", " ", "梨", "H", "H7K3-QZ9M-2XAB-0000", "P7K3-QZ9M"].map(str::to_owned).into();
    for kind in
        [CodeKind::HarvestLot, CodeKind::ProductionBatch, CodeKind::Certificate, CodeKind::Preorder, CodeKind::Receipt]
    {
        unknown.push(code(kind).0);
    }
    for known in [&lot.code, &batch.code] {
        let last = known.chars().last().expect("a check character");
        unknown.push(format!("{}{}", &known[..known.len() - 1], if last == '0' { '1' } else { '0' }));
        unknown.push("x".repeat(100_000));
    }
    unknown.push(lot.id.to_string());
    for code in unknown {
        assert_eq!(plant.trace(&code).await, Value::Null, "{code:.20}");
        let query = "query($code: String!) { recall(code: $code) { totalCount } }";
        let answer = plant.clerk.send(query, json!({"code": code})).await;
        assert_eq!(answer["errors"][0]["extensions"]["code"], "NOT_FOUND", "{code:.20}: {answer}");
    }
}

#[tokio::test]
async fn a_voided_lot_is_unknown() {
    let (plant, ..) = pear_and_pickles().await;
    let lot = plant.lot("李明", VILLAGE).await;
    plant.void::<harvest_lot::Entity>(lot.id).await;
    assert_eq!(plant.trace(&lot.code).await, Value::Null);
}

#[tokio::test]
async fn a_voided_batch_leads_to_the_one_recorded_instead_however_often() {
    let (plant, lot, _) = pear_and_pickles().await;
    let intake = plant.intake(Supply::Lot(lot.id), 500_000).await;
    let mut batches = vec![plant.batch(&[]).await];
    for _ in 0..5 {
        let last = batches.last().expect("a batch").id;
        plant.void::<production_batch::Entity>(last).await;
        assert_eq!(plant.trace(&batches[0].code).await, Value::Null, "nothing is there instead yet");
        let row = production_batch::ActiveModel { replaces_id: Set(Some(last)), ..plant.batch_row("pickles", VILLAGE) };
        batches.push(plant.batch_from(row, &[]).await);
    }
    let last = batches.last().expect("a batch").clone();
    plant.insert_all(super::ingredients(last.id, &[Part::Intake(intake, 1000)])).await;
    let sale = plant.sale(&[(last.id, 250)], VILLAGE).await;
    for batch in &batches {
        let found = plant.trace(&batch.code).await;
        assert_eq!((&found["code"], names(&found["origins"]).len()), (&json!(last.code), 1));
        assert_eq!(plant.recall(&batch.code).await, [("SALE".to_owned(), sale.to_string(), "0.250".to_owned())]);
    }
}

/// Only SQL can create batches that replace each other.
#[tokio::test]
async fn batches_that_replace_each_other_end() {
    let (plant, ..) = pear_and_pickles().await;
    let first = plant.batch(&[]).await;
    let row = production_batch::ActiveModel { replaces_id: Set(Some(first.id)), ..plant.batch_row("pickles", VILLAGE) };
    let second = plant.batch_from(row, &[]).await;
    for batch in [&first, &second] {
        plant.void::<production_batch::Entity>(batch.id).await;
    }
    let last = format!("SELECT id FROM production_batch WHERE code = '{}'", second.code);
    plant.sql(&format!("UPDATE production_batch SET replaces_id = ({last}) WHERE code = '{}'", first.code)).await;
    assert_eq!(plant.trace(&first.code).await, Value::Null);
}

#[tokio::test]
async fn a_certificates_code_leads_to_its_lot_or_batch() {
    let (plant, lot, batch) = pear_and_pickles().await;
    for status in [CertificateStatus::Valid, CertificateStatus::Replaced, CertificateStatus::Withdrawn] {
        let of_lot = plant.certificate(Some(lot.id), None, status, "2026-08-02T00:00:00Z").await;
        let of_batch = plant.certificate(None, Some(batch.id), status, "2026-08-21T00:00:00Z").await;
        assert_eq!(plant.trace(&of_lot).await["lot"]["code"], json!(lot.code));
        assert_eq!(plant.trace(&of_batch).await["batch"]["code"], json!(batch.code));
        assert_eq!(plant.recall(&of_lot).await, [("BATCH".to_owned(), batch.code.clone(), "400.000".to_owned())]);
        assert_eq!(plant.trace(&of_lot).await["certificate"]["code"], json!(of_lot));
    }
    let last = plant.certificate(Some(lot.id), None, CertificateStatus::Valid, "2026-08-03T00:00:00Z").await;
    let certificates = plant.trace(&lot.code).await["certificates"].take();
    let statuses: Vec<_> =
        certificates.as_array().expect("certificates").iter().map(|one| text(&one["status"])).collect();
    assert_eq!(statuses[..2], ["VALID", "VALID"]);
    assert_eq!((certificates[0]["code"].clone(), statuses.len()), (json!(last), 4));
    for _ in 0..20 {
        plant.certificate(Some(lot.id), None, CertificateStatus::Withdrawn, "2026-08-04T00:00:00Z").await;
    }
    let trace = plant.trace(&lot.code).await;
    assert_eq!(
        (trace["certificates"].as_array().expect("certificates").len(), &trace["certificate"]),
        (20, &Value::Null)
    );
}

#[tokio::test]
async fn a_recall_is_of_goods_in_the_callers_scope() {
    let (plant, lot, batch) = pear_and_pickles().await;
    let far = plant.app.official_of(OTHER_TOWN).await;
    for code in [&lot.code, &batch.code] {
        let answer = far.refused(&format!("{{ recall(code: \"{code}\") {{ totalCount }} }}")).await;
        assert_eq!(answer.brief(), ("NOT_FOUND", Some("code")));
        let went_into = recall(&plant.app.official_of("500235").await, code, "(first: 1").await;
        assert_eq!(went_into["totalCount"], json!(i32::from(code == &lot.code)));
        assert!(!trace(&far, code).await.is_null(), "a trace is for everybody");
    }
    // The goods are checked before the page arguments.
    let refused =
        far.refused(&format!("{{ recall(code: \"{}\", first: 0, after: \"x\") {{ totalCount }} }}", lot.code)).await;
    assert_eq!(refused.brief(), ("NOT_FOUND", Some("code")));
}
