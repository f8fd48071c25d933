//! Refusals, by code and field. They change nothing.

use serde_json::{Value, json};

use super::{cabbage, pickles, plant};
use crate::app::{OTHER_TOWN, VILLAGE};

const NOWHERE: &str = "0190a1b2-0000-7000-8000-000000000000";

#[tokio::test]
async fn bad_batches_are_refused_and_change_nothing() {
    let (app, _, operator) = plant().await;
    let admin = app.admin().await;
    admin
        .change(
            "addProduct",
            json!({"code": "larou", "plantCode": "pickles", "name": "腊肉", "isFreshProduce": false}),
            "__typename",
        )
        .await;
    for (field, input) in [
        (
            "addProcessingPlant",
            json!({"code": "ham", "name": "腊肉厂", "regionCode": VILLAGE, "openedOn": "2026-03-01"}),
        ),
        ("addProduct", json!({"code": "ham-larou", "plantCode": "ham", "name": "腊肉", "isFreshProduce": false})),
    ] {
        admin.change(field, input, "__typename").await;
    }
    let neighbour = app.plant_operator("ham").await;
    let theirs = neighbour.take_in(json!({"plantCode": "ham"})).await;
    let of_theirs = json!({"plantCode": "ham", "productCode": "ham-larou", "ingredients": [{"intakeId": theirs, "quantityKg": "1"}]});
    let their_batch =
        neighbour.change("recordProductionBatch", pickles(of_theirs), "batch { id }").await["batch"]["id"].take();
    let intake = operator.take_in(json!({})).await;
    let voided = operator.take_in(json!({})).await;
    operator.change("voidIntake", json!({"intakeId": voided, "reason": "错录"}), "__typename").await;
    let one = |quantity: &str| json!([{"intakeId": intake, "quantityKg": quantity}]);
    let many: Vec<Value> = (0..101).map(|_| json!({"intakeId": intake, "quantityKg": "0.1"})).collect();
    let invalid = |field| ("INVALID_INPUT", Some(field));
    let cases = [
        (json!({"ingredients": one("100.001")}), ("QUOTA_EXCEEDED", Some("input.ingredients.0.quantityKg"))),
        (
            json!({"ingredients": [{"intakeId": theirs, "quantityKg": "1"}]}),
            ("NOT_FOUND", Some("input.ingredients.0.intakeId")),
        ),
        (
            json!({"ingredients": [{"batchId": their_batch, "quantityKg": "1"}]}),
            ("NOT_FOUND", Some("input.ingredients.0.batchId")),
        ),
        (
            json!({"ingredients": [{"intakeId": NOWHERE, "quantityKg": "1"}]}),
            ("NOT_FOUND", Some("input.ingredients.0.intakeId")),
        ),
        (
            json!({"ingredients": [{"intakeId": "x", "quantityKg": "1"}]}),
            ("NOT_FOUND", Some("input.ingredients.0.intakeId")),
        ),
        (json!({"replacesBatchId": NOWHERE, "ingredients": one("1")}), ("NOT_FOUND", Some("input.replacesBatchId"))),
        (
            json!({"ingredients": [{"intakeId": voided, "quantityKg": "1"}]}),
            ("CONFLICT", Some("input.ingredients.0.quantityKg")),
        ),
        (json!({}), invalid("input.ingredients")),
        (json!({"ingredients": many}), invalid("input.ingredients")),
        (json!({"ingredients": [one("1")[0], one("2")[0]]}), invalid("input.ingredients.1")),
        (json!({"ingredients": [{"quantityKg": "1"}]}), invalid("input.ingredients.0")),
        (
            json!({"ingredients": [{"intakeId": intake, "batchId": intake, "quantityKg": "1"}]}),
            invalid("input.ingredients.0"),
        ),
        (json!({"ingredients": [{"intakeKey": "\u{0}", "quantityKg": "1"}]}), invalid("input.ingredients.0.intakeKey")),
        (
            json!({"ingredients": [{"batchKey": "k".repeat(101), "quantityKg": "1"}]}),
            invalid("input.ingredients.0.batchKey"),
        ),
        (
            json!({"ingredients": [one("0")[0], {"intakeId": NOWHERE, "quantityKg": "0"}]}),
            ("NOT_FOUND", Some("input.ingredients.1.intakeId")),
        ),
        (
            json!({"ingredients": [{"quantityKg": "1"}, {"batchKey": "unsent", "quantityKg": "0"}]}),
            ("NOT_FOUND", Some("input.ingredients.1.batchKey")),
        ),
        (json!({"ingredients": one("1"), "beganOn": "2020-04-30"}), invalid("input.beganOn")),
        (json!({"ingredients": one("0")}), invalid("input.ingredients.0.quantityKg")),
        (json!({"ingredients": one("-1")}), invalid("input.ingredients.0.quantityKg")),
        (json!({"ingredients": one("0.0001")}), invalid("input.ingredients.0.quantityKg")),
        (json!({"ingredients": one("1"), "producedOn": "2026-11-25"}), invalid("input.producedOn")),
        (json!({"ingredients": one("1"), "producedOn": "2020-04-30"}), invalid("input.producedOn")),
        (json!({"ingredients": one("1"), "producedOn": "2026-07-31"}), invalid("input.ingredients.0")),
        (json!({"ingredients": one("1"), "producedOn": "2026-02-30"}), invalid("input.producedOn")),
        (json!({"ingredients": one("1"), "outputKg": "0"}), invalid("input.outputKg")),
        (json!({"ingredients": one("1"), "outputKg": "100000000.001"}), invalid("input.outputKg")),
        (json!({"ingredients": one("1"), "lossKg": "-1"}), invalid("input.lossKg")),
        (json!({"ingredients": one("1"), "productCode": "moon"}), invalid("input.productCode")),
        (json!({"ingredients": one("1"), "productCode": "ham-larou"}), invalid("input.productCode")),
        (json!({"ingredients": one("1"), "plantCode": "moon"}), invalid("input.plantCode")),
        (json!({"ingredients": one("1"), "plantCode": "ham"}), ("FORBIDDEN", None)),
        (
            json!({"ingredients": one("1"), "byProducts": [{"name": "", "quantityKg": "1"}]}),
            invalid("input.byProducts.0.name"),
        ),
        (
            json!({"ingredients": one("1"), "byProducts": vec![json!({"name": "叶", "quantityKg": "1"}); 21]}),
            invalid("input.byProducts"),
        ),
        (json!({"ingredients": one("1"), "clientRecordedAt": "yesterday"}), invalid("input.clientRecordedAt")),
        (json!({"ingredients": one("1"), "idempotencyKey": ""}), invalid("input.idempotencyKey")),
    ];
    for (changes, expected) in cases {
        let refused = operator.refused_change("recordProductionBatch", pickles(changes.clone())).await;
        assert_eq!(refused.brief(), expected, "{changes}");
    }
    assert_eq!(operator.left_of_intake(&intake).await, "100.000");
    assert_eq!(operator.stock().await, json!([]));
    app.verified().await;
}

#[tokio::test]
async fn bad_intakes_are_refused_and_change_nothing() {
    let (app, clerk, operator) = plant().await;
    let abroad = clerk_of_other_town(&app).await;
    for (changes, expected) in [
        (json!({"quantityKg": "0"}), ("INVALID_INPUT", Some("input.quantityKg"))),
        (json!({"quantityKg": "1.0001"}), ("INVALID_INPUT", Some("input.quantityKg"))),
        (json!({"receivedOn": "2026-11-25"}), ("INVALID_INPUT", Some("input.receivedOn"))),
        (json!({"receivedOn": "2020-04-30"}), ("INVALID_INPUT", Some("input.receivedOn"))),
        (json!({"material": ""}), ("INVALID_INPUT", Some("input.material"))),
        (json!({"material": "菜".repeat(101)}), ("INVALID_INPUT", Some("input.material"))),
        (json!({"supplierName": null}), ("INVALID_INPUT", Some("input.supplierName"))),
        (json!({"plantCode": "moon"}), ("INVALID_INPUT", Some("input.plantCode"))),
        (json!({"lotId": NOWHERE}), ("NOT_FOUND", Some("input.lotId"))),
        (json!({"growerId": abroad}), ("NOT_FOUND", Some("input.growerId"))),
    ] {
        let refused = operator.refused_change("recordIntake", cabbage(changes.clone())).await;
        assert_eq!(refused.brief(), expected, "{changes}");
    }
    assert_eq!(clerk.refused_change("recordIntake", cabbage(json!({}))).await.code, "FORBIDDEN");
    assert_eq!(operator.ask("{ intakes { totalCount } }").await["intakes"]["totalCount"], 0);
    for (field, input) in [
        ("voidIntake", json!({"intakeId": NOWHERE, "reason": "错"})),
        ("voidProductionBatch", json!({"batchId": NOWHERE, "reason": "错"})),
    ] {
        assert_eq!(operator.refused_change(field, input).await.code, "NOT_FOUND");
    }
}

async fn clerk_of_other_town(app: &crate::app::TestApp) -> String {
    app.clerk_of(OTHER_TOWN).await.register_grower("张三", OTHER_TOWN).await
}

#[tokio::test]
async fn a_making_that_cannot_be_is_refused() {
    let (app, ..) = plant().await;
    let admin = app.admin().await;
    let making = |changes| {
        crate::presales::preorders::with(json!({"code": "paocai", "needsIngredients": true, "steps": []}), changes)
    };
    let steps = |count| (0..count).map(|_| json!({"name": "腌", "days": 1})).collect::<Vec<_>>();
    for (changes, field) in [
        (json!({"code": "moon"}), "input.code"),
        (json!({"usualYieldFrom": "0.9", "usualYieldTo": "0.8"}), "input.usualYieldTo"),
        (json!({"usualYieldFrom": "-0.1"}), "input.usualYieldFrom"),
        (json!({"usualYieldTo": "100.0001"}), "input.usualYieldTo"),
        (json!({"steps": [{"name": "腌", "days": 0}]}), "input.steps.0.days"),
        (json!({"steps": [{"name": "腌", "days": 1}, {"name": "熏", "days": 3651}]}), "input.steps.1.days"),
        (json!({"steps": [{"name": "", "days": 1}]}), "input.steps.0.name"),
        (json!({"steps": steps(21)}), "input.steps"),
    ] {
        assert_eq!(
            admin.refused_change("setProductMaking", making(changes)).await.brief(),
            ("INVALID_INPUT", Some(field))
        );
    }
    admin.change("setProductMaking", making(json!({"steps": steps(20)})), "__typename").await;
}
