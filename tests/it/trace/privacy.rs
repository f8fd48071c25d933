//! What a trace keeps private, and what a recall shows to whom.

use serde_json::{Value, json};
use types::CertificateStatus;

use super::{Made, Part, Plant, Supply, recall, trace};
use crate::app::{Client, OTHER_TOWN, OTHER_VILLAGE, TOWN, VILLAGE, text};

/// A household's lot in another community than the plant, the batch made from it, and its buyers: at the plant, in the
/// town, and by a pre-order of the town's.
async fn sold() -> (Plant, Made, Made) {
    let plant = Plant::new().await;
    let lot = plant.lot("王秘密", OTHER_VILLAGE).await;
    let outside = plant.intake(Supply::Outside("万州老张"), 1_000).await;
    let intake = plant.intake(Supply::Lot(lot.id), 100_000).await;
    let batch = plant.batch(&[Part::Intake(intake, 50_000), Part::Intake(outside, 1_000)]).await;
    plant.sale(&[(batch.id, 1_000)], VILLAGE).await;
    plant.sale(&[(batch.id, 2_000)], TOWN).await;
    let offer = plant.clerk.open_offer(json!({})).await;
    plant.delivery(&offer, lot.id, "2").await;
    for status in [CertificateStatus::Valid, CertificateStatus::Withdrawn] {
        plant.certificate(Some(lot.id), None, status, "2026-08-02T00:00:00Z").await;
    }
    let admin = plant.app.admin().await;
    admin.change("updateProcessingPlant", json!({"code": "pickles", "phone": "02355551234"}), "__typename").await;
    (plant, lot, batch)
}

/// All personal data of the town, as it is stored in the tables.
const PERSONAL: [&str; 10] =
    ["王秘密", "首户", "陈晓", "万州老张", "13800001234", "138****1234", "138****5678", "陈秘密", "13812345678", "139"];

#[tokio::test]
async fn a_trace_names_nobody() {
    let (plant, lot, batch) = sold().await;
    for client in [plant.app.visitor(), plant.app.buyer().await, plant.app.plant_operator("pickles").await] {
        for code in [&lot.code, &batch.code] {
            let answer = trace(&client, code).await;
            assert!(!answer.is_null());
            for personal in PERSONAL {
                assert!(!answer.to_string().contains(personal), "{personal} in {answer}");
            }
            assert_eq!(answer["growerNames"], json!([]));
        }
    }
}

/// The kind of each item, and what its reader sees of the record and of the buyer.
async fn read(client: &Client, code: &str) -> Vec<(String, String, Value, Value)> {
    let page = recall(client, code, "(first: 100").await;
    let item = |node: &Value| {
        let record = [&node["batch"]["id"], &node["sale"]["id"], &node["preorder"]["id"]];
        let seen = json!(record.into_iter().any(|id| !id.is_null()));
        (text(&node["kind"]), text(&node["region"]["code"]), seen, node["preorder"]["buyerPhone"].clone())
    };
    page["nodes"].as_array().expect("nodes").iter().map(item).collect()
}

#[tokio::test]
async fn a_recall_reaches_everything_and_shows_what_its_reader_may_see() {
    let (plant, lot, batch) = sold().await;
    let app = &plant.app;
    let everything = |seen: [bool; 4], phone: Value| -> Vec<(String, String, Value, Value)> {
        let [batch, here, town, preorder] = seen.map(Value::from);
        vec![
            ("BATCH".into(), VILLAGE.into(), batch, Value::Null),
            ("SALE".into(), VILLAGE.into(), here, Value::Null),
            ("SALE".into(), TOWN.into(), town, Value::Null),
            ("PREORDER".into(), TOWN.into(), preorder, phone),
        ]
    };
    let masked = |phone: &Value| phone.as_str().is_some_and(|phone| phone.starts_with("139****"));
    // The community that picked it sees everything that it went into, although nothing of that is its own.
    for client in [app.clerk_of(OTHER_VILLAGE).await, app.official_of(OTHER_VILLAGE).await] {
        assert_eq!(read(&client, &lot.code).await, everything([false; 4], Value::Null));
        let page = recall(&client, &lot.code, "(first: 1").await;
        let node = &page["nodes"][0];
        assert_eq!((&node["batchCode"], &node["plant"]["phone"]), (&json!(batch.code), &json!("02355551234")));
        assert_eq!((&node["day"], &node["quantityKg"]), (&json!("2026-08-20"), &json!("50.000")));
        for personal in PERSONAL {
            assert!(!page.to_string().contains(personal), "{personal} in {page}");
        }
    }
    let town = read(&plant.clerk, &lot.code).await;
    let phone = town[3].3.clone();
    assert!(phone.as_str().is_some_and(|phone| phone.len() == 11), "whole for the town's clerk: {phone}");
    assert_eq!(town, everything([true; 4], phone));
    for client in [app.official_of(TOWN).await, app.admin().await, app.official_of("500235").await] {
        let official = read(&client, &lot.code).await;
        assert!(masked(&official[3].3), "{:?}", official[3]);
        assert_eq!(official, everything([true; 4], official[3].3.clone()));
    }
    // The plant's community recalls the batch, and sees what is its own.
    let here = read(&app.clerk_of(VILLAGE).await, &batch.code).await;
    assert_eq!(here, everything([true, true, false, false], Value::Null)[1..3]);
    // It does not own the lot. Another town owns nothing of this.
    for (client, code) in [
        (app.clerk_of(VILLAGE).await, &lot.code),
        (app.clerk_of(OTHER_VILLAGE).await, &batch.code),
        (app.clerk_of(OTHER_TOWN).await, &lot.code),
    ] {
        assert_eq!(client.refused(&format!("{{ recall(code: \"{code}\") {{ totalCount }} }}")).await.code, "NOT_FOUND");
    }
}

#[tokio::test]
async fn reading_whole_numbers_of_a_recall_is_written_down() {
    let (plant, lot, _) = sold().await;
    let admin = plant.app.admin().await;
    let log = "{ auditLog(filter: { action: \"readPhones\" }) { nodes { record } } }";
    assert_eq!(admin.ask(log).await["auditLog"]["nodes"], json!([]));
    read(&plant.clerk, &lot.code).await;
    let nodes = admin.ask(log).await["auditLog"]["nodes"].take();
    assert_eq!(nodes.as_array().expect("nodes").len(), 1);
    assert!(text(&nodes[0]["record"]).starts_with("preorder:"), "{nodes}");
}
