//! Who may issue certificates for what, and which certificates a new one replaces.

use serde_json::{Value, json};

use super::{WHOLE, harvest, plant, pledge};
use crate::{
    access::audit,
    app::{Client, OTHER_TOWN, OTHER_VILLAGE, TestApp, VILLAGE, text},
};

/// A pledge for all of a batch that may be certified.
fn pledge_for_batch(batch: &str) -> Value {
    json!({"batchId": batch, "basis": "SELF_TEST"})
}

#[tokio::test]
async fn each_pledges_for_its_own() {
    let (app, clerk, grower, lot) = harvest("HOUSEHOLD").await;
    let operator = plant(&app).await;
    let intake = operator.buy_in(json!({"lotId": lot, "quantityKg": "10"})).await;
    let batch = operator.make("sorted", &[("intakeId", &intake, "10")]).await;
    let far = app.plant_operator("far").await;
    let other = clerk.register("李明", "HOUSEHOLD").await;
    for (who, input, code) in [
        (app.visitor(), pledge(&lot), "UNAUTHENTICATED"),
        (app.buyer().await, pledge(&lot), "FORBIDDEN"),
        (app.admin().await, pledge(&lot), "FORBIDDEN"),
        (app.official_of(VILLAGE).await, pledge(&lot), "FORBIDDEN"),
        (operator.clone(), pledge(&lot), "FORBIDDEN"),
        (clerk.clone(), pledge_for_batch(&batch), "FORBIDDEN"),
        (app.grower(&grower).await, pledge_for_batch(&batch), "FORBIDDEN"),
        (app.grower(&other).await, pledge(&lot), "NOT_FOUND"),
        (app.clerk_of(OTHER_VILLAGE).await, pledge(&lot), "NOT_FOUND"),
        (far.clone(), pledge_for_batch(&batch), "NOT_FOUND"),
    ] {
        assert_eq!(who.refused_change("issueCertificate", input.clone()).await.code, code, "{input}");
    }
    let of_lot = app.grower(&grower).await.certify(pledge(&lot)).await;
    let of_batch = operator.certify(pledge_for_batch(&batch)).await;
    let withdraw = |code: &str| json!({"code": code, "reason": "误开"});
    for (who, code, refused) in [
        (app.visitor(), &of_lot, "UNAUTHENTICATED"),
        (app.admin().await, &of_lot, "FORBIDDEN"),
        (operator.clone(), &of_lot, "FORBIDDEN"),
        (clerk.clone(), &of_batch, "FORBIDDEN"),
        (app.grower(&other).await, &of_lot, "NOT_FOUND"),
        (app.grower(&grower).await, &of_batch, "NOT_FOUND"),
        (app.clerk_of(OTHER_VILLAGE).await, &of_lot, "NOT_FOUND"),
        (far, &of_batch, "NOT_FOUND"),
        (app.plant_operator("neighbour").await, &of_batch, "FORBIDDEN"),
    ] {
        assert_eq!(who.refused_change("withdrawCertificate", withdraw(code)).await.code, refused, "{code}");
    }
    app.clerk_of(VILLAGE).await.change("withdrawCertificate", withdraw(&of_lot), "__typename").await;
    operator.change("withdrawCertificate", withdraw(&of_batch), "__typename").await;
    app.verified().await;
}

#[tokio::test]
async fn bad_input_is_refused_and_changes_nothing() {
    let (app, clerk, _, lot) = harvest("HOUSEHOLD").await;
    let operator = plant(&app).await;
    let intake = operator.buy_in(json!({"lotId": lot, "quantityKg": "20"})).await;
    let sorted = operator.make("sorted", &[("intakeId", &intake, "10")]).await;
    let pickled = operator.make("paocai", &[("intakeId", &intake, "10")]).await;
    let grower = clerk.register("李明", "HOUSEHOLD").await;
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2020).await;
    let other_lot = clerk.record_harvest(&plot, "2026-08-01", "500").await;
    let [own, withdrawn, foreign] =
        [&lot, &lot, &other_lot].map(|lot| json!({"lotId": lot, "basis": "SELF_PLEDGE", "quantityKg": "1"}));
    let (own, withdrawn, foreign) =
        (clerk.certify(own).await, clerk.certify(withdrawn).await, clerk.certify(foreign).await);
    clerk.change("withdrawCertificate", json!({"code": withdrawn, "reason": "误开"}), "__typename").await;
    let wrong = format!("{}{}", &own[..13], if own.ends_with('0') { '1' } else { '0' });
    let many: Vec<String> = (0..101).map(|_| own.clone()).collect();
    let nowhere = "0190a1b2-0000-7000-8000-000000000000";
    let before = (clerk.certificates().await, operator.certificates().await, audit::rows(&app).await.len());
    let basis = "SELF_PLEDGE";
    for (who, input, code, field) in [
        (&clerk, json!({"basis": basis}), "INVALID_INPUT", Some("lotId")),
        (&clerk, json!({"basis": basis, "lotId": lot, "batchId": sorted}), "INVALID_INPUT", Some("lotId")),
        (&clerk, json!({"basis": basis, "lotId": nowhere, "quantityKg": "0"}), "NOT_FOUND", Some("lotId")),
        (&operator, json!({"basis": basis, "batchId": nowhere, "quantityKg": "0"}), "NOT_FOUND", Some("batchId")),
        (&operator, json!({"basis": basis, "batchId": pickled}), "INVALID_INPUT", Some("batchId")),
        (&clerk, json!({"basis": basis, "lotId": lot, "quantityKg": "0"}), "INVALID_INPUT", Some("quantityKg")),
        (&clerk, json!({"basis": basis, "lotId": lot, "quantityKg": "1.0001"}), "INVALID_INPUT", Some("quantityKg")),
        (&clerk, json!({"basis": basis, "lotId": lot, "idempotencyKey": ""}), "INVALID_INPUT", Some("idempotencyKey")),
        (&clerk, json!({"basis": basis, "lotId": lot, "replaces": [own, wrong]}), "INVALID_INPUT", Some("replaces.1")),
        (&clerk, json!({"basis": basis, "lotId": lot, "replaces": ["梨"]}), "INVALID_INPUT", Some("replaces.0")),
        (
            &clerk,
            json!({"basis": basis, "lotId": lot, "replaces": ["C7K3-QZ9M-2XAB"]}),
            "INVALID_INPUT",
            Some("replaces.0"),
        ),
        (
            &clerk,
            json!({"basis": basis, "lotId": lot, "replaces": [own, own.to_lowercase()]}),
            "INVALID_INPUT",
            Some("replaces.1"),
        ),
        (
            &clerk,
            json!({"basis": basis, "lotId": lot, "replaces": [own, withdrawn]}),
            "INVALID_INPUT",
            Some("replaces.1"),
        ),
        (&clerk, json!({"basis": basis, "lotId": lot, "replaces": [foreign]}), "INVALID_INPUT", Some("replaces.0")),
        (&clerk, json!({"basis": basis, "lotId": lot, "replaces": many}), "INVALID_INPUT", Some("replaces")),
        (&operator, json!({"basis": basis, "batchId": sorted, "replaces": [own]}), "INVALID_INPUT", Some("replaces.0")),
        (&clerk, json!({"basis": basis, "lotId": lot, "quantityKg": "480.001"}), "QUOTA_EXCEEDED", None),
        (&operator, json!({"basis": basis, "batchId": sorted, "quantityKg": "10.001"}), "QUOTA_EXCEEDED", None),
    ] {
        let refusal = who.refused_change("issueCertificate", input.clone()).await;
        let field = field.map(|field| format!("input.{field}"));
        assert_eq!(refusal.brief(), (code, field.as_deref()), "{input}: {}", refusal.message);
    }
    for (code, reason, brief) in [
        (wrong.as_str(), "误开", ("NOT_FOUND", Some("input.code"))),
        ("", "误开", ("NOT_FOUND", Some("input.code"))),
        (&own, " ", ("INVALID_INPUT", Some("input.reason"))),
        (&withdrawn, "误开", ("CONFLICT", None)),
    ] {
        let refusal = clerk.refused_change("withdrawCertificate", json!({"code": code, "reason": reason})).await;
        assert_eq!(refusal.brief(), brief, "{code}");
    }
    for code in [wrong.as_str(), "", "H7K3-QZ9M-2XAB"] {
        assert_eq!(clerk.refused(&format!("{{ certificate(code: \"{code}\") {{ code }} }}")).await.code, "NOT_FOUND");
    }
    assert_eq!(clerk.refused("{ certificate(code: \"a\\u0000\") { code } }").await.code, "INVALID_INPUT");
    assert_eq!((clerk.certificates().await, operator.certificates().await, audit::rows(&app).await.len()), before);
    assert_eq!(clerk.certificate(&own).await["status"], "VALID");
}

#[tokio::test]
async fn what_pledges_stand_for_is_not_voided() {
    let (app, clerk, _, lot) = harvest("HOUSEHOLD").await;
    let operator = plant(&app).await;
    let code = clerk.certify(pledge(&lot)).await;
    let refusal = clerk.refused_change("voidHarvest", json!({"lotId": lot, "reason": "误录"})).await;
    assert!(refusal.code == "CONFLICT" && refusal.message.contains(&code), "{}", refusal.message);
    let intake = operator.buy_in(json!({"lotId": lot, "quantityKg": "10"})).await;
    let batch = operator.make("sorted", &[("intakeId", &intake, "10")]).await;
    let of_batch = operator.certify(pledge_for_batch(&batch)).await;
    let void = json!({"batchId": batch, "reason": "误录"});
    let refusal = operator.refused_change("voidProductionBatch", void.clone()).await;
    assert!(refusal.code == "CONFLICT" && refusal.message.contains(&of_batch), "{}", refusal.message);
    operator.change("withdrawCertificate", json!({"code": of_batch, "reason": "误开"}), "__typename").await;
    operator.change("voidProductionBatch", void, "__typename").await;
    assert_eq!(
        operator.refused_change("issueCertificate", pledge_for_batch(&batch)).await.code,
        "CONFLICT",
        "nor is a voided one pledged for"
    );
    operator.change("voidIntake", json!({"intakeId": intake, "reason": "误录"}), "__typename").await;
    clerk.change("withdrawCertificate", json!({"code": code, "reason": "误开"}), "__typename").await;
    clerk.change("voidHarvest", json!({"lotId": lot, "reason": "误录"}), "__typename").await;
    assert_eq!(clerk.refused_change("issueCertificate", pledge(&lot)).await.code, "CONFLICT");
    app.verified().await;
}

/// Two growers of two villages, each with a lot and a certificate, and a plant that took in both lots with their
/// certificates. Returns the operator, and for each grower the certificate and the intake.
async fn two_suppliers(app: &TestApp, clerk: &Client) -> (Client, [(String, String); 2]) {
    let operator = plant(app).await;
    let mut supplies = Vec::new();
    for (name, village) in [("王桂英", VILLAGE), ("李明", OTHER_VILLAGE)] {
        let grower = clerk.register_grower(name, village).await;
        let plot = clerk.register_plot(&grower, village, "10", 2020).await;
        let lot = clerk.record_harvest(&plot, "2026-08-01", "100").await;
        let code = clerk.certify(pledge(&lot)).await;
        let intake = operator.buy_in(json!({"certificateCode": code, "quantityKg": "60"})).await;
        supplies.push((code, intake));
    }
    (operator, supplies.try_into().expect("two"))
}

#[tokio::test]
async fn what_was_mixed_is_pledged_anew() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let (operator, [first, second]) = two_suppliers(&app, &clerk).await;
    app.admin()
        .await
        .change("updateProcessingPlant", json!({"code": "pickles", "phone": "023-55120000"}), "__typename")
        .await;
    let mixed = operator.make("sorted", &[("intakeId", &first.1, "30"), ("intakeId", &second.1, "30")]).await;
    let again = operator.make("sorted", &[("batchId", &mixed, "20"), ("intakeId", &first.1, "30")]).await;
    let issued = operator
        .change("issueCertificate", pledge_for_batch(&again), &format!("{WHOLE} certificate {{ batch {{ id }} }}"))
        .await;
    let issued = &issued["certificate"];
    let mut both = [first.0.clone(), second.0.clone()];
    both.sort();
    assert_eq!(issued["replaces"], json!(both), "whatever was collected with what is in it, however deep");
    assert_eq!(issued["origins"], json!([{"name": "杉树林社区居民委员会"}, {"name": "大院坝社区居民委员会"}]));
    assert_eq!(
        (&issued["issuerName"], &issued["issuerContact"], &issued["productName"], &issued["quantityKg"]),
        (&json!("云安泡菜厂"), &json!("02355120000"), &json!("分选梨"), &json!("40.000"))
    );
    assert_eq!(
        (&issued["lot"], &issued["batch"]["id"], &issued["basis"]),
        (&json!(null), &json!(again), &json!("SELF_TEST"))
    );
    for code in &both {
        assert_eq!(clerk.certificate(code).await["status"], "REPLACED");
    }

    let mut part = pledge_for_batch(&mixed);
    part["replaces"] = json!([second.0]);
    part["quantityKg"] = json!("20");
    let named = operator.change("issueCertificate", part.clone(), WHOLE).await["certificate"].take();
    assert_eq!(
        (&named["replaces"], &named["quantityKg"]),
        (&json!([second.0]), &json!("20.000")),
        "one that was replaced before may be named"
    );
    part["replaces"] = json!([named["code"], issued["code"]]);
    let refusal = operator.refused_change("issueCertificate", part.clone()).await;
    assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.replaces.1")), "what was made of it is no part of it");
    part["replaces"] = json!([named["code"]]);
    let anew = operator.change("issueCertificate", part, WHOLE).await["certificate"].take();
    let mut outer = pledge_for_batch(&again);
    outer["replaces"] = json!([anew["code"], issued["code"]]);
    operator.change("issueCertificate", outer, "__typename").await;
    assert_eq!(
        operator.certificate(&text(&anew["code"])).await["status"],
        "REPLACED",
        "that of a batch in it may be named"
    );
    app.verified().await;
}

#[tokio::test]
async fn withdrawn_ones_are_not_named_by_themselves_and_none_where_none_is_wanted() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let (operator, [first, second]) = two_suppliers(&app, &clerk).await;
    let mixed = operator.make("sorted", &[("intakeId", &first.1, "30"), ("intakeId", &second.1, "30")]).await;
    clerk.change("withdrawCertificate", json!({"code": first.0, "reason": "农残超标"}), "__typename").await;
    let mut part = pledge_for_batch(&mixed);
    part["quantityKg"] = json!("1");
    let issued = operator.change("issueCertificate", part.clone(), WHOLE).await["certificate"].take();
    assert_eq!(issued["replaces"], json!([second.0]));
    part["replaces"] = json!([]);
    let issued = operator.change("issueCertificate", part, WHOLE).await["certificate"].take();
    assert_eq!(issued["replaces"], json!([]));
    assert_eq!(clerk.certificate(&first.0).await["status"], "WITHDRAWN");
}

#[tokio::test]
async fn a_plant_without_known_origins_says_where_it_stands() {
    let app = TestApp::new().await;
    let operator = plant(&app).await;
    let intake = operator.buy_in(json!({"supplierName": "龙角镇果农", "quantityKg": "10"})).await;
    let batch = operator.make("sorted", &[("intakeId", &intake, "10")]).await;
    let issued = operator.change("issueCertificate", pledge_for_batch(&batch), WHOLE).await["certificate"].take();
    assert_eq!((&issued["origins"], &issued["replaces"]), (&json!([{"name": "杉树林社区居民委员会"}]), &json!([])));
    assert_eq!(issued["issuerContact"], "重庆市云阳县云安镇杉树林社区居民委员会");
    assert_eq!(app.clerk_of(OTHER_TOWN).await.certificates().await, 0);
}
