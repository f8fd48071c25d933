//! Intakes and batches: what they draw on, how long they take, and what a void returns.

use serde_json::json;

use super::{WHOLE, cabbage, pickles, pickles_sold, plant};
use crate::app::{TOWN, VILLAGE, text};

#[tokio::test]
async fn a_batch_draws_on_its_ingredients_and_shows_its_yield() {
    let (app, _, operator) = plant().await;
    let intake = operator.take_in(json!({})).await;
    let made = operator.pickle(&intake, "90", json!({"outputKg": "80", "lossKg": "3"})).await;
    let expected = json!({
        "id": made["id"], "code": made["code"], "producedOn": "2026-08-10", "beganOn": "2026-08-01", "outputKg": "80.000",
        "inputKg": "90.000", "lossKg": "3.000", "availableKg": "80.000", "yieldRatio": "0.8889", "yieldWarning": null, "voidedAt": null
    });
    assert_eq!(made, expected);
    assert!(text(&made["code"]).starts_with('B'));
    assert_eq!(operator.left_of_intake(&intake).await, "10.000");

    let input = pickles(json!({
        "outputKg": "50", "byProducts": [{"name": "菜叶", "quantityKg": "5"}],
        "ingredients": [{"batchId": made["id"], "quantityKg": "40"}, {"intakeId": intake, "quantityKg": "10"}]
    }));
    let selection =
        "batch { id inputKg byProducts { name quantityKg } ingredients { quantityKg intake { id } batch { id } } }";
    let mixed = operator.change("recordProductionBatch", input, selection).await["batch"].take();
    let expected = json!({
        "id": mixed["id"], "inputKg": "50.000", "byProducts": [{"name": "菜叶", "quantityKg": "5.000"}],
        "ingredients": [
            {"quantityKg": "40.000", "intake": null, "batch": {"id": made["id"]}},
            {"quantityKg": "10.000", "intake": {"id": intake}, "batch": null}
        ]
    });
    assert_eq!(mixed, expected);
    assert_eq!(
        (operator.left_of_batch(&made).await, operator.left_of_intake(&intake).await),
        ("40.000".into(), "0.000".into())
    );
    // Also found by its code as people type it.
    let typed = text(&made["code"]).replace('-', "").to_lowercase();
    let found = operator.ask(&format!("{{ productionBatch(code: \"{typed}\") {{ id }} }}")).await;
    assert_eq!(found["productionBatch"]["id"], made["id"]);
    app.verified().await;
}

#[tokio::test]
async fn a_void_gives_everything_back_and_another_batch_takes_its_place() {
    let (app, _, operator) = plant().await;
    let intake = operator.take_in(json!({})).await;
    let first = operator.pickle(&intake, "60", json!({})).await;
    let mixture = pickles(json!({
        "ingredients": [{"batchId": first["id"], "quantityKg": "30"}, {"intakeId": intake, "quantityKg": "40"}]
    }));
    let wrong = operator.change("recordProductionBatch", mixture.clone(), WHOLE).await["batch"].take();
    let mut instead = mixture;
    instead["outputKg"] = json!("70");
    instead["replacesBatchId"] = wrong["id"].clone();
    assert_eq!(
        operator.refused_change("recordProductionBatch", instead.clone()).await.code,
        "CONFLICT",
        "it is not voided yet"
    );

    let void = json!({"batchId": wrong["id"], "reason": "称错了"});
    let voided =
        operator.change("voidProductionBatch", void.clone(), "batch { availableKg voidReason voidedAt }").await;
    assert_eq!(
        voided["batch"],
        json!({"availableKg": "0.000", "voidReason": "称错了", "voidedAt": "2026-11-24T04:00:00.000000Z"})
    );
    assert_eq!(
        (operator.left_of_batch(&first).await, operator.left_of_intake(&intake).await),
        ("80.000".into(), "40.000".into())
    );
    assert_eq!(operator.refused_change("voidProductionBatch", void).await.code, "CONFLICT");
    assert_eq!(operator.left_of_intake(&intake).await, "40.000", "a second void gives nothing back");

    let selection = "batch { id replaces { id } }";
    let right = operator.change("recordProductionBatch", instead.clone(), selection).await["batch"].take();
    assert_eq!(right["replaces"]["id"], wrong["id"]);
    let query = format!("{{ productionBatch(code: {}) {{ replacedBy {{ id }} replaces {{ id }} }} }}", wrong["id"]);
    assert_eq!(
        operator.ask(&query).await["productionBatch"],
        json!({"replacedBy": {"id": right["id"]}, "replaces": null})
    );
    operator.change("voidProductionBatch", json!({"batchId": right["id"], "reason": "又错"}), "__typename").await;
    assert_eq!(
        operator.refused_change("recordProductionBatch", instead).await.code,
        "CONFLICT",
        "only one takes its place"
    );
    assert_eq!(
        (operator.left_of_batch(&first).await, operator.left_of_intake(&intake).await),
        ("80.000".into(), "40.000".into())
    );
    app.verified().await;
}

#[tokio::test]
async fn a_second_void_is_refused_where_all_was_given_back() {
    let (app, _, operator) = plant().await;
    let intake = operator.take_in(json!({})).await;
    let batch = operator.pickle(&intake, "100", json!({})).await;
    let void = json!({"batchId": batch["id"], "reason": "错录"});
    operator.change("voidProductionBatch", void.clone(), "__typename").await;
    assert_eq!(operator.refused_change("voidProductionBatch", void).await.code, "CONFLICT");
    let void = json!({"intakeId": intake, "reason": "错录"});
    operator.change("voidIntake", void.clone(), "__typename").await;
    assert_eq!(operator.refused_change("voidIntake", void).await.code, "CONFLICT");
    app.verified().await;
}

#[tokio::test]
async fn what_was_drawn_on_is_not_voided_before_what_drew_on_it() {
    let (app, clerk, operator) = plant().await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2020).await;
    let lot = clerk.record_harvest(&plot, "2026-07-30", "500").await;
    let intake = operator.take_in(json!({"supplierName": null, "lotId": lot, "material": "梨"})).await;
    let batch = operator.pickle(&intake, "100", json!({})).await;
    let made_of_it = operator
        .change(
            "recordProductionBatch",
            pickles(json!({"ingredients": [{"batchId": batch["id"], "quantityKg": "1"}]})),
            WHOLE,
        )
        .await["batch"]
        .take();
    let sale =
        clerk.change("recordSale", pickles_sold(json!({"batchId": made_of_it["id"]})), "sale { id }").await["sale"]
            .take();

    let void = |id: &serde_json::Value| json!({"batchId": id, "reason": "错录"});
    let of_lot = clerk.refused_change("voidHarvest", json!({"lotId": lot, "reason": "错录"})).await;
    assert!(of_lot.code == "CONFLICT" && of_lot.message.contains(&intake), "{of_lot:?}");
    let of_intake = operator.refused_change("voidIntake", json!({"intakeId": intake, "reason": "错录"})).await;
    assert!(of_intake.code == "CONFLICT" && of_intake.message.contains(&text(&batch["code"])), "{of_intake:?}");
    let of_batch = operator.refused_change("voidProductionBatch", void(&batch["id"])).await;
    assert!(of_batch.code == "CONFLICT" && of_batch.message.contains(&text(&made_of_it["code"])), "{of_batch:?}");
    let of_sold = operator.refused_change("voidProductionBatch", void(&made_of_it["id"])).await;
    assert!(of_sold.code == "CONFLICT" && of_sold.message.contains(&text(&sale["id"])), "{of_sold:?}");

    // From the last one back to the first, everything can be voided.
    clerk.change("voidSale", json!({"saleId": sale["id"], "reason": "错录"}), "__typename").await;
    operator.change("voidProductionBatch", void(&made_of_it["id"]), "__typename").await;
    operator.change("voidProductionBatch", void(&batch["id"]), "__typename").await;
    let gone = operator
        .change("voidIntake", json!({"intakeId": intake, "reason": "错录"}), "intake { availableKg voidReason }")
        .await;
    assert_eq!(gone["intake"], json!({"availableKg": "0.000", "voidReason": "错录"}));
    let left = clerk.ask("{ harvestLots { nodes { availableKg } } }").await;
    assert_eq!(left["harvestLots"]["nodes"][0]["availableKg"], "500.000");
    clerk.change("voidHarvest", json!({"lotId": lot, "reason": "错录"}), "__typename").await;
    app.verified().await;
}

#[tokio::test]
async fn an_intake_of_a_lot_is_of_its_grower() {
    let (app, clerk, operator) = plant().await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let other = clerk.register_grower("李明", VILLAGE).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2020).await;
    let lot = clerk.record_harvest(&plot, "2026-08-01", "50").await;
    let pears = |changes| {
        cabbage(crate::presales::preorders::with(
            json!({"supplierName": null, "lotId": lot, "quantityKg": "30"}),
            changes,
        ))
    };
    let selection = "intake { lot { id availableKg } grower { id } supplierName plant { code } recordedBy { id } recordedAt clientRecordedAt }";
    let sent = pears(json!({"clientRecordedAt": "2026-08-01T10:00:00+08:00"}));
    let made = operator.change("recordIntake", sent, selection).await["intake"].take();
    let expected = json!({
        "lot": {"id": lot, "availableKg": "20.000"}, "grower": {"id": grower}, "supplierName": null, "plant": {"code": "pickles"},
        "recordedBy": null, "recordedAt": "2026-11-24T04:00:00.000000Z", "clientRecordedAt": "2026-08-01T02:00:00.000000Z"
    });
    assert_eq!(made, expected);
    let too_much = operator.refused_change("recordIntake", pears(json!({}))).await;
    assert_eq!((too_much.code.as_str(), too_much.available_kg.as_deref()), ("QUOTA_EXCEEDED", Some("20.000")));
    for (changes, field) in [
        (json!({"growerId": other}), "input.growerId"),
        (json!({"receivedOn": "2026-07-31"}), "input.receivedOn"),
        (json!({"supplierName": "菜市场"}), "input.supplierName"),
        (json!({"lotId": null}), "input.supplierName"),
    ] {
        assert_eq!(
            operator.refused_change("recordIntake", pears(changes)).await.brief(),
            ("INVALID_INPUT", Some(field))
        );
    }
    app.verified().await;
}

#[tokio::test]
async fn cured_meat_takes_its_time() {
    let (app, _, operator) = plant().await;
    let admin = app.admin().await;
    let making = json!({
        "code": "paocai", "needsIngredients": true, "usualYieldFrom": "0.5", "usualYieldTo": "0.7",
        "steps": [{"name": "腌制", "days": 7}, {"name": "烟熏", "days": 28}]
    });
    let selection = "product { needsIngredients usualYieldFrom usualYieldTo steps { name days } earliestFinishOn(beganOn: \"2026-01-31\") }";
    let product = admin.change("setProductMaking", making.clone(), selection).await["product"].take();
    let expected = json!({
        "needsIngredients": true, "usualYieldFrom": "0.5000", "usualYieldTo": "0.7000",
        "steps": [{"name": "腌制", "days": 7}, {"name": "烟熏", "days": 28}], "earliestFinishOn": "2026-03-07"
    });
    assert_eq!(product, expected);
    let intake = operator.take_in(json!({})).await;
    let made = |changes| {
        pickles(crate::presales::preorders::with(
            json!({"outputKg": "3", "ingredients": [{"intakeId": intake, "quantityKg": "5"}]}),
            changes,
        ))
    };
    let early = operator.refused_change("recordProductionBatch", made(json!({"producedOn": "2026-09-04"}))).await;
    assert_eq!(early.brief(), ("INVALID_INPUT", Some("input.producedOn")));
    assert!(early.message.contains("2026-09-05"), "the earliest day is said: {}", early.message);
    let selection = "batch { beganOn earliestFinishOn yieldWarning steps { name days } }";
    let batch =
        operator.change("recordProductionBatch", made(json!({"producedOn": "2026-09-05"})), selection).await["batch"]
            .take();
    let expected = json!({
        "beganOn": "2026-08-01", "earliestFinishOn": "2026-09-05", "yieldWarning": null,
        "steps": [{"name": "腌制", "days": 7}, {"name": "烟熏", "days": 28}]
    });
    assert_eq!(batch, expected);
    for (began, field) in
        [("2026-07-31", "input.beganOn"), ("2026-09-06", "input.beganOn"), ("2026-08-02", "input.producedOn")]
    {
        let refused = operator
            .refused_change("recordProductionBatch", made(json!({"producedOn": "2026-09-05", "beganOn": began})))
            .await;
        assert_eq!(refused.brief(), ("INVALID_INPUT", Some(field)), "{began}");
    }
    for (output, warning) in
        [("2.499", json!("BELOW_USUAL")), ("2.5", json!(null)), ("3.5", json!(null)), ("3.501", json!("ABOVE_USUAL"))]
    {
        let sent = made(json!({"producedOn": "2026-09-05", "outputKg": output}));
        let batch = operator.change("recordProductionBatch", sent, "batch { yieldWarning }").await;
        assert_eq!(batch["batch"]["yieldWarning"], warning, "{output}");
    }
    // Existing records do not change when the making changes.
    let mut changed = making;
    changed["steps"] = json!([]);
    admin.change("setProductMaking", changed, "__typename").await;
    let batches = operator.ask("{ productionBatches(first: 1) { nodes { steps { days } } } }").await;
    assert_eq!(batches["productionBatches"]["nodes"][0]["steps"], json!([{"days": 7}, {"days": 28}]));
    operator.change("recordProductionBatch", made(json!({"producedOn": "2026-08-01"})), "__typename").await;
    app.verified().await;
}

#[tokio::test]
async fn what_most_of_it_is_made_of_has_come_when_it_is_begun() {
    let (app, _, operator) = plant().await;
    let salt = operator.take_in(json!({"material": "盐", "receivedOn": "2026-08-01"})).await;
    let pork = operator.take_in(json!({"material": "猪肉", "receivedOn": "2026-08-05"})).await;
    let smoke = operator.take_in(json!({"material": "柏枝", "receivedOn": "2026-08-09"})).await;
    let ingredients = json!([
        {"intakeId": salt, "quantityKg": "5"}, {"intakeId": pork, "quantityKg": "60"}, {"intakeId": smoke, "quantityKg": "1"}
    ]);
    let made = |began: &str| pickles(json!({"ingredients": ingredients, "beganOn": began}));
    let refused = operator.refused_change("recordProductionBatch", made("2026-08-04")).await;
    assert_eq!(refused.brief(), ("INVALID_INPUT", Some("input.beganOn")));
    operator.change("recordProductionBatch", made("2026-08-05"), "__typename").await;
    app.verified().await;
}

#[tokio::test]
async fn a_batch_has_a_hundred_ingredients_and_twenty_by_products() {
    let (app, _, operator) = plant().await;
    let mut ingredients = Vec::new();
    for _ in 0..100 {
        ingredients.push(json!({"intakeId": operator.take_in(json!({})).await, "quantityKg": "1"}));
    }
    let by_products = vec![json!({"name": "菜叶", "quantityKg": "0.1"}); 20];
    let input = pickles(json!({"ingredients": ingredients, "byProducts": by_products}));
    let selection = "batch { inputKg ingredients { quantityKg } byProducts { name } }";
    let batch = operator.change("recordProductionBatch", input, selection).await["batch"].take();
    let count = |list: &str| batch[list].as_array().map(Vec::len);
    assert_eq!(
        (&batch["inputKg"], count("ingredients"), count("byProducts")),
        (&json!("100.000"), Some(100), Some(20))
    );
    app.verified().await;
}

#[tokio::test]
async fn output_counts_by_plant_product_and_month() {
    let (app, clerk, operator) = plant().await;
    let intake = operator.take_in(json!({"quantityKg": "1000", "receivedOn": "2025-12-01"})).await;
    for (day, output) in [("2025-12-31", "10"), ("2026-01-01", "20.5"), ("2026-01-31", "1"), ("2026-11-24", "0.001")] {
        operator.pickle(&intake, "10", json!({"producedOn": day, "outputKg": output})).await;
    }
    let wrong = operator.pickle(&intake, "10", json!({"producedOn": "2026-02-01", "outputKg": "500"})).await;
    let before = "plantOutput { plant { code } product { code } outputKg byMonth { month outputKg } }";
    assert_eq!(clerk.report(2026, "plantOutput { outputKg }").await["plantOutput"][0]["outputKg"], "521.501");
    operator.change("voidProductionBatch", json!({"batchId": wrong["id"], "reason": "错录"}), "__typename").await;
    let report = clerk.report(2026, before).await["plantOutput"].take();
    assert_eq!((&report[0]["plant"]["code"], &report[0]["product"]["code"]), (&json!("pickles"), &json!("paocai")));
    assert_eq!((&report[0]["outputKg"], report.as_array().map(Vec::len)), (&json!("21.501"), Some(1)));
    let months: Vec<_> =
        report[0]["byMonth"].as_array().expect("months").iter().map(|row| text(&row["outputKg"])).collect();
    assert_eq!(
        (months.len(), months[0].as_str(), months[1].as_str(), months[10].as_str()),
        (12, "21.500", "0.000", "0.001")
    );
    assert_eq!(clerk.report(2025, "plantOutput { outputKg }").await["plantOutput"][0]["outputKg"], "10.000");
    assert_eq!(clerk.report(2024, "plantOutput { outputKg }").await["plantOutput"], json!([]));
    let years = clerk
        .ask(&format!("{{ annualAverages(regionCode: \"{TOWN}\", fromYear: 2024, toYear: 2026) {{ years }} }}"))
        .await;
    assert_eq!(years["annualAverages"]["years"], json!([]), "what is made alone makes no year of records");
    app.verified().await;
}
