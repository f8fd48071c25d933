//! A key remembers a request by a digest of the request's own names and values, so that a later release can still
//! recognise it.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ConnectionTrait, EntityTrait};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use store::entity::idempotency;

use super::{cases::cases, sale, sales, town::Town};
use crate::app::{Client, TOWN, TestApp, VILLAGE, text};

/// Mutations without a key: they are about the sign-in that sends them.
const WITHOUT_KEY: [&str; 4] = ["changePassword", "revokeSession", "signIn", "signOut"];

/// The digest of a canonical form. Its keys are sorted, because serde_json sorts them unless told to preserve their
/// order.
fn digest(content: &str) -> String {
    format!("1:{}", hex::encode(Sha256::digest(format!("lihua request-1\n{content}"))))
}

#[test]
fn the_digest_of_a_request_stays_what_it_is() {
    let content = json!({"saleId": "01890000-0000-7000-8000-000000000001", "reason": "误录“梨”"}).to_string();
    assert_eq!(content, "{\"reason\":\"误录“梨”\",\"saleId\":\"01890000-0000-7000-8000-000000000001\"}");
    assert_eq!(digest(&content), "1:f92bc43fa6d6cee5a9881de9eacbbd53f5a90e3b697009527d31f8e6e6bb4403");
}

#[tokio::test]
async fn every_mutation_is_remembered_by_the_names_and_values_that_it_was_sent() {
    let mut town = Town::new().await;
    let mut fields: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for case in cases() {
        // A batch sent with others is remembered under its key as if it had been sent alone.
        let field = if case.field == "recordProductionBatches" { "recordProductionBatch" } else { case.field };
        let sent = case.content.clone();
        let done = town.send(case).await;
        assert_eq!(done.digest, digest(&done.content), "{field} is not remembered as {}", done.content);
        names_of(&sent, fields.entry(field).or_default());
    }
    let mut expected = inputs_of_mutations(&town.app.admin().await).await;
    let of_several = expected.remove("recordProductionBatches");
    assert_eq!(of_several.as_ref(), expected.get("recordProductionBatch"));
    let fields: BTreeMap<String, BTreeSet<String>> =
        fields.into_iter().map(|(mutation, fields)| (mutation.to_owned(), fields)).collect();
    for (mutation, inputs) in &expected {
        let pinned =
            fields.get(mutation).unwrap_or_else(|| panic!("{mutation} is new: say its canonical form in cases.rs"));
        assert_eq!(
            pinned, inputs,
            "{mutation}: each field of its input stands in the canonical form of one of its cases"
        );
    }
    assert_eq!(fields.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
    town.app.verified().await;
}

/// The names of the fields in a canonical form, at any depth.
fn names_of(content: &Value, names: &mut BTreeSet<String>) {
    match content {
        Value::Object(fields) => {
            for (name, value) in fields {
                names.insert(name.clone());
                names_of(value, names);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| names_of(value, names)),
        _ => {}
    }
}

/// The fields of the inputs of every mutation that takes a key, at any depth, without the key.
async fn inputs_of_mutations(client: &Client) -> BTreeMap<String, BTreeSet<String>> {
    let of_type = "name kind ofType { name kind ofType { name kind ofType { name kind } } }";
    let query = format!(
        "{{ __schema {{ mutationType {{ fields {{ name args {{ type {{ {of_type} }} }} }} }} \
           types {{ name inputFields {{ name type {{ {of_type} }} }} }} }} }}"
    );
    let schema = client.ask(&query).await["__schema"].take();
    let types: BTreeMap<String, Vec<Value>> = schema["types"]
        .as_array()
        .expect("types")
        .iter()
        .filter_map(|kind| Some((text(&kind["name"]), kind["inputFields"].as_array()?.clone())))
        .collect();
    let mut inputs = BTreeMap::new();
    for field in schema["mutationType"]["fields"].as_array().expect("fields") {
        let mut names = BTreeSet::new();
        for argument in field["args"].as_array().expect("arguments") {
            fields_of(&types, &argument["type"], &mut names);
        }
        let takes_key = names.remove("idempotencyKey");
        let name = text(&field["name"]);
        assert_eq!(takes_key, !WITHOUT_KEY.contains(&name.as_str()), "{name}");
        if takes_key {
            inputs.insert(name, names);
        }
    }
    inputs
}

fn fields_of(types: &BTreeMap<String, Vec<Value>>, kind: &Value, names: &mut BTreeSet<String>) {
    match kind["name"].as_str() {
        None => fields_of(types, &kind["ofType"], names),
        Some(name) => {
            for field in types.get(name).into_iter().flatten() {
                names.insert(text(&field["name"]));
                fields_of(types, &field["type"], names);
            }
        }
    }
}

#[tokio::test]
async fn taking_away_is_not_leaving_as_it_is() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let patch = |phone: Value| json!({"growerId": grower, "name": "王英", "phone": phone, "idempotencyKey": "k1"});
    clerk.change("updateGrower", patch(json!(null)), "__typename").await;
    clerk.change("updateGrower", patch(json!(null)), "__typename").await;
    let left = json!({"growerId": grower, "name": "王英", "idempotencyKey": "k1"});
    assert_eq!(clerk.refused_change("updateGrower", left).await.code, "CONFLICT");
}

#[tokio::test]
async fn a_code_is_compared_as_it_is_read() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let offer = json!({
        "varietyCode": "fengshui-pear", "regionCode": TOWN, "season": 2026, "quotaKg": "100", "unitPriceYuan": "8", "depositRate": "0.5",
        "opensAt": "2026-11-20T00:00:00Z", "closesAt": "2026-11-30T00:00:00Z"
    });
    let offer = text(&clerk.change("openPresaleOffer", offer, "offer { id }").await["offer"]["id"]);
    let order = json!({"offerId": offer, "quantityKg": "1", "buyerName": "陈晓", "buyerPhone": "13900001111"});
    let code = text(&app.visitor().change("placePreorder", order, "preorder { code }").await["preorder"]["code"]);
    let cancel =
        |code: &str, phone: &str| json!({"code": code, "buyerPhone": phone, "reason": "改期", "idempotencyKey": "k1"});
    let cancelled =
        app.visitor().change("cancelPreorder", cancel(&code, "13900001111"), "preorder { code status }").await;
    let again = cancel(&code.to_lowercase().replace('-', " "), "+86 139 0000 1111");
    assert_eq!(app.visitor().change("cancelPreorder", again, "preorder { code status }").await, cancelled);
}

/// A digest of a later program does not tell whether the request is the same. The request is not recorded a second
/// time, and is not a conflict.
#[tokio::test]
async fn a_digest_of_a_later_version_is_no_conflict() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    clerk.change("recordSale", sale("k1", json!({})), "__typename").await;
    app.database
        .unguarded()
        .execute_unprepared("UPDATE idempotency SET digest = '2:00'")
        .await
        .expect("a later version");
    let answer = clerk.mutate("recordSale", sale("k1", json!({})), "__typename").await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "INTERNAL", "{answer:#}");
    assert_eq!(sales(&clerk).await, 1);
}

/// Nobody can read a telephone number, a name or a password from what is stored.
#[tokio::test]
async fn what_is_kept_of_a_request_is_a_hash() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let grower = json!({"name": "王桂英", "kind": "HOUSEHOLD", "regionCode": VILLAGE, "phone": "13800001234", "idempotencyKey": "k1"});
    clerk.change("registerGrower", grower, "__typename").await;
    let row = idempotency::Entity::find().one(app.database.reader()).await.expect("a statement").expect("a row");
    let (version, hash) = row.digest.split_once(':').expect("a version");
    assert_eq!(version, "1");
    assert!(hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{hash}");
}
