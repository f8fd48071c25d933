//! Certificates are collected with a plant's intakes: no certificate, no purchase.

use serde_json::{Value, json};

use super::{harvest, plant, pledge};
use crate::app::{OTHER_TOWN, TestApp, VILLAGE, text};

/// The input of an intake, with some fields changed.
fn intake(changes: Value) -> Value {
    let mut input =
        json!({"plantCode": "pickles", "material": "丰水梨", "quantityKg": "10", "receivedOn": "2026-08-02"});
    input.as_object_mut().expect("fields").extend(changes.as_object().expect("fields").clone());
    input
}

const WHOLE: &str = "intake { lot { id } grower { id } supplierName certificate { code collectedKg } paperCertificate { number issuerName } }";

#[tokio::test]
async fn a_certificate_leads_to_the_lot_and_the_grower() {
    let (app, clerk, grower, lot) = harvest("COMPANY").await;
    let operator = plant(&app).await;
    let code = clerk.certify(pledge(&lot)).await;
    let typed = code.to_lowercase().replace('-', "");
    let taken = operator
        .change("recordIntake", intake(json!({"certificateCode": typed, "idempotencyKey": "once"})), WHOLE)
        .await;
    let expected = json!({
        "lot": {"id": lot}, "grower": {"id": grower}, "supplierName": null, "certificate": {"code": code, "collectedKg": "10.000"},
        "paperCertificate": null
    });
    assert_eq!(taken["intake"], expected);
    let same = operator
        .change("recordIntake", intake(json!({"certificateCode": code, "idempotencyKey": "once"})), WHOLE)
        .await;
    assert_eq!(same["intake"], expected, "however it is typed");
    let said = json!({"certificateCode": code, "lotId": lot, "growerId": grower});
    operator.change("recordIntake", intake(said), "__typename").await;
    assert_eq!(
        clerk.ask("{ harvestLots { nodes { availableKg } } }").await["harvestLots"]["nodes"][0]["availableKg"],
        "480.000"
    );
    assert_eq!(clerk.certificate(&code).await["status"], "VALID");
    app.verified().await;
}

#[tokio::test]
async fn bad_certificates_are_refused_and_change_nothing() {
    let (app, clerk, grower, lot) = harvest("COMPANY").await;
    let operator = plant(&app).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2020).await;
    let other_lot = clerk.record_harvest(&plot, "2026-08-01", "5").await;
    let other_grower = clerk.register("李明", "COMPANY").await;
    let code = clerk.certify(json!({"lotId": lot, "basis": "SELF_PLEDGE", "quantityKg": "100"})).await;
    let withdrawn = clerk.certify(json!({"lotId": lot, "basis": "SELF_PLEDGE", "quantityKg": "100"})).await;
    clerk.change("withdrawCertificate", json!({"code": withdrawn, "reason": "误开"}), "__typename").await;
    let far_clerk = app.clerk_of(OTHER_TOWN).await;
    let far_grower = far_clerk.register_grower("陈远", OTHER_TOWN).await;
    let far_plot = far_clerk.register_plot(&far_grower, OTHER_TOWN, "10", 2020).await;
    let far_lot = far_clerk.record_harvest(&far_plot, "2026-08-01", "500").await;
    let far = far_clerk.certify(pledge(&far_lot)).await;
    let wrong = format!("{}{}", &code[..13], if code.ends_with('0') { '1' } else { '0' });
    let paper = json!({"number": "000123", "issuerName": "县合作社"});
    for (changes, refused, field) in [
        (json!({"growerId": grower}), "INVALID_INPUT", "certificateCode"),
        (json!({"lotId": lot}), "INVALID_INPUT", "certificateCode"),
        (json!({"lotId": lot, "certificateCode": wrong}), "INVALID_INPUT", "certificateCode"),
        (json!({"lotId": lot, "certificateCode": "C7K3-QZ9M-2XAB"}), "INVALID_INPUT", "certificateCode"),
        (json!({"lotId": lot, "certificateCode": ""}), "INVALID_INPUT", "certificateCode"),
        (json!({"lotId": lot, "certificateCode": withdrawn}), "INVALID_INPUT", "certificateCode"),
        (json!({"certificateCode": far}), "INVALID_INPUT", "certificateCode"),
        (json!({"lotId": other_lot, "certificateCode": code}), "INVALID_INPUT", "lotId"),
        (json!({"growerId": other_grower, "certificateCode": code}), "INVALID_INPUT", "growerId"),
        (json!({"supplierName": "别人", "certificateCode": code}), "INVALID_INPUT", "supplierName"),
        (
            json!({"lotId": lot, "certificateCode": code, "paperCertificate": paper}),
            "INVALID_INPUT",
            "paperCertificate",
        ),
        (
            json!({"lotId": lot, "paperCertificate": {"number": "", "issuerName": "县合作社"}}),
            "INVALID_INPUT",
            "paperCertificate.number",
        ),
        (
            json!({"lotId": lot, "paperCertificate": {"number": "1", "issuerName": " "}}),
            "INVALID_INPUT",
            "paperCertificate.issuerName",
        ),
        (json!({"certificateCode": code, "receivedOn": "2026-07-31"}), "INVALID_INPUT", "receivedOn"),
        (json!({"certificateCode": code, "quantityKg": "100.001"}), "QUOTA_EXCEEDED", "certificateCode"),
    ] {
        let refusal = operator.refused_change("recordIntake", intake(changes.clone())).await;
        assert_eq!(
            refusal.brief(),
            (refused, Some(format!("input.{field}").as_str())),
            "{changes}: {}",
            refusal.message
        );
    }
    let none = operator.ask("{ intakes { totalCount } }").await;
    assert_eq!(none["intakes"]["totalCount"], 0);
    let lots = clerk.ask("{ harvestLots(filter: { hasStock: true }) { nodes { availableKg quantityKg } } }").await;
    for lot in lots["harvestLots"]["nodes"].as_array().expect("nodes") {
        assert_eq!(lot["availableKg"], lot["quantityKg"]);
    }
    app.verified().await;
}

#[tokio::test]
async fn who_needs_a_certificate_depends_on_kind_and_day() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let operator = plant(&app).await;
    let strict = app.configured(&[("FAMILY_FARMS_NEED_CERTIFICATE", "true")]).again(&operator);
    let late = app.configured(&[("CERTIFICATES_FROM", "2026-08-03")]).again(&operator);
    for (kind, [usual, strict_refuses]) in [
        ("COMPANY", [true, true]),
        ("COOPERATIVE", [true, true]),
        ("FAMILY_FARM", [false, true]),
        ("HOUSEHOLD", [false, false]),
    ] {
        let grower = clerk.register("王桂英", kind).await;
        let plain = intake(json!({"growerId": grower}));
        for (client, refused) in [(&operator, usual), (&strict, strict_refuses), (&late, false)] {
            let answer = client.mutate("recordIntake", plain.clone(), "__typename").await;
            let field = answer["errors"][0]["extensions"]["field"].as_str();
            assert_eq!(field, refused.then_some("input.certificateCode"), "{kind}: {answer:#}");
        }
        for day in ["2026-01-31", "2026-02-01"] {
            let answer = operator
                .mutate("recordIntake", intake(json!({"growerId": grower, "receivedOn": day})), "__typename")
                .await;
            assert_eq!(answer.get("errors").is_some(), usual && day == "2026-02-01", "{kind} on {day}: {answer:#}");
        }
        let paper = json!({"growerId": grower, "paperCertificate": {"number": "000123", "issuerName": "王桂英果业"}});
        let taken = operator.change("recordIntake", intake(paper), WHOLE).await;
        assert_eq!(taken["intake"]["paperCertificate"], json!({"number": "000123", "issuerName": "王桂英果业"}));
        assert_eq!(taken["intake"]["certificate"], json!(null));
    }
    operator.change("recordIntake", intake(json!({"supplierName": "过路果商"})), "__typename").await;
    app.verified().await;
}

#[tokio::test]
async fn what_another_plant_sold_comes_with_its_certificate() {
    let app = TestApp::new().await;
    let operator = plant(&app).await;
    let taken = operator.buy_in(json!({"supplierName": "果商", "quantityKg": "50"})).await;
    let batch = operator.make("sorted", &[("intakeId", &taken, "50")]).await;
    let code = operator.certify(json!({"batchId": batch, "basis": "SELF_TEST"})).await;
    let neighbour = app.plant_operator("neighbour").await;
    let bought = neighbour
        .change("recordIntake", intake(json!({"plantCode": "neighbour", "certificateCode": code})), WHOLE)
        .await;
    assert_eq!((&bought["intake"]["supplierName"], &bought["intake"]["lot"]), (&json!("云安泡菜厂"), &json!(null)));
    let clerk = app.clerk().await;
    let grower = clerk.register("王桂英", "HOUSEHOLD").await;
    let wrong = intake(json!({"plantCode": "neighbour", "certificateCode": code, "growerId": grower}));
    assert_eq!(neighbour.refused_change("recordIntake", wrong).await.field.as_deref(), Some("input.growerId"));
    let wrong = intake(json!({"plantCode": "neighbour", "certificateCode": code, "supplierName": "别人"}));
    assert_eq!(neighbour.refused_change("recordIntake", wrong).await.field.as_deref(), Some("input.supplierName"));
    let own = operator.refused_change("recordIntake", intake(json!({"certificateCode": code}))).await;
    assert_eq!(own.brief(), ("INVALID_INPUT", Some("input.certificateCode")), "a plant's own goods are no intake");
}

#[tokio::test]
async fn a_batch_issued_anew_again_and_again_is_bought_once() {
    let app = TestApp::new().await;
    let operator = plant(&app).await;
    let taken = operator.buy_in(json!({"supplierName": "果商", "quantityKg": "50"})).await;
    let batch = operator.make("sorted", &[("intakeId", &taken, "50")]).await;
    let neighbour = app.plant_operator("neighbour").await;
    let first = operator.certify(json!({"batchId": batch, "basis": "SELF_TEST"})).await;
    let second = operator.certify(json!({"batchId": batch, "basis": "SELF_TEST", "replaces": [first]})).await;
    let of_batch = operator.ask(&format!("{{ productionBatch(code: \"{batch}\") {{ outputKg }} }}")).await;
    let all = of_batch["productionBatch"]["outputKg"].clone();
    let buy = |code: &str, quantity: Value| {
        intake(json!({"plantCode": "neighbour", "certificateCode": code, "quantityKg": quantity}))
    };
    neighbour.change("recordIntake", buy(&first, all), "__typename").await;
    let again = neighbour.refused_change("recordIntake", buy(&second, json!("0.001"))).await;
    assert_eq!((again.code.as_str(), again.available_kg.as_deref()), ("QUOTA_EXCEEDED", Some("0.000")));
}

#[tokio::test]
async fn a_trace_leads_through_what_one_plant_bought_of_another() {
    let (app, clerk, _, lot) = harvest("COMPANY").await;
    let operator = plant(&app).await;
    let of_lot = clerk.certify(json!({"lotId": lot, "basis": "SELF_PLEDGE"})).await;
    let pears = operator.buy_in(json!({"certificateCode": of_lot, "quantityKg": "100"})).await;
    let sorted = operator.make("sorted", &[("intakeId", &pears, "100")]).await;
    let code = operator.certify(json!({"batchId": sorted, "basis": "SELF_TEST"})).await;
    let juice = json!({"code": "juice", "plantCode": "neighbour", "name": "梨汁", "isFreshProduce": false});
    app.admin().await.change("addProduct", juice, "__typename").await;
    let neighbour = app.plant_operator("neighbour").await;
    let bought = intake(json!({"plantCode": "neighbour", "certificateCode": code, "quantityKg": "10"}));
    let bought = neighbour.change("recordIntake", bought, "intake { id }").await["intake"]["id"].take();
    let made = json!({
        "plantCode": "neighbour", "productCode": "juice", "producedOn": "2026-11-24", "outputKg": "5",
        "ingredients": [{"intakeId": bought, "quantityKg": "10"}]
    });
    let made = neighbour.change("recordProductionBatch", made, "batch { code }").await["batch"]["code"].take();
    let trace = app
        .visitor()
        .ask(&format!("{{ trace(code: {made}) {{ lotCount origins {{ code }} hasOutsideSuppliers }} }}"))
        .await;
    assert_eq!(trace["trace"], json!({"lotCount": 1, "origins": [{"code": VILLAGE}], "hasOutsideSuppliers": false}));
    let recall = clerk.ask("{ harvestLots { nodes { code } } }").await;
    let lot_code = recall["harvestLots"]["nodes"][0]["code"].clone();
    let recall = clerk.ask(&format!("{{ recall(code: {lot_code}) {{ nodes {{ batchCode quantityKg }} }} }}")).await;
    let reached = recall["recall"]["nodes"].as_array().expect("nodes").clone();
    assert!(reached.contains(&json!({"batchCode": made, "quantityKg": "10.000"})), "{reached:?}");
    app.verified().await;
}

#[tokio::test]
async fn no_more_is_collected_than_is_pledged_for() {
    let (app, clerk, _, lot) = harvest("COMPANY").await;
    let operator = plant(&app).await;
    let other = app.second_server(crate::app::NOW).await;
    let code = clerk.certify(json!({"lotId": lot, "basis": "SELF_PLEDGE", "quantityKg": "100"})).await;
    let collecting: Vec<_> = (0..12)
        .map(|number| {
            let operator = if number % 2 == 0 { operator.clone() } else { other.again(&operator) };
            let input = intake(json!({"certificateCode": code, "quantityKg": "30"}));
            tokio::spawn(async move { operator.mutate("recordIntake", input, "intake { id }").await })
        })
        .collect();
    let mut taken = Vec::new();
    for one in collecting {
        let answer = one.await.expect("an answer");
        match answer.get("errors") {
            None => taken.push(text(&answer["data"]["recordIntake"]["intake"]["id"])),
            Some(errors) => assert_eq!(errors[0]["extensions"]["availableKg"], "10.000", "{answer:#}"),
        }
    }
    assert_eq!(taken.len(), 3);
    operator.change("voidIntake", json!({"intakeId": taken[0], "reason": "误录"}), "__typename").await;
    // A replaced certificate still covers the goods that were sold with it.
    clerk.certify(json!({"lotId": lot, "basis": "SELF_PLEDGE", "replaces": [code]})).await;
    operator.change("recordIntake", intake(json!({"certificateCode": code, "quantityKg": "40"})), "__typename").await;
    let more =
        operator.refused_change("recordIntake", intake(json!({"certificateCode": code, "quantityKg": "0.001"}))).await;
    assert_eq!((more.code.as_str(), more.available_kg.as_deref()), ("QUOTA_EXCEEDED", Some("0.000")));
    app.verified().await;
}
