//! A telephone with a poor connection: requests that are sent twice, that refer to others before those are answered, or
//! that are sent in one array.

use serde_json::{Value, json};

use super::{pickles, plant};
use crate::{
    app::{Client, text},
    presales::preorders::with,
};

async fn send(operator: &Client, inputs: Vec<Value>) -> Value {
    let query = "mutation($inputs: [RecordProductionBatchInput!]!) { recordProductionBatches(inputs: $inputs) {
        results { batch { id outputKg } error { code message field availableKg } } } }";
    operator.send(query, json!({"inputs": inputs})).await
}

#[tokio::test]
async fn an_ingredient_is_named_by_the_key_under_which_it_was_sent() {
    let (app, _, operator) = plant().await;
    let intake = operator.take_in(json!({"idempotencyKey": "车次 1"})).await;
    let of_key = json!({"idempotencyKey": "坛 1", "ingredients": [{"intakeKey": "车次 1", "quantityKg": "50"}]});
    let batch = operator.change("recordProductionBatch", pickles(of_key.clone()), "batch { id }").await["batch"].take();
    let again = operator.change("recordProductionBatch", pickles(of_key), "batch { id }").await["batch"].take();
    assert_eq!(again, batch);
    assert_eq!(operator.left_of_intake(&intake).await, "50.000", "sent twice, it is recorded once");
    let of_batch = json!({"ingredients": [{"batchKey": "坛 1", "quantityKg": "80"}]});
    operator.change("recordProductionBatch", pickles(of_batch), "__typename").await;
    assert_eq!(operator.left_of_batch(&batch).await, "0.000");

    // Keys belong to an account and to a kind of record.
    let colleague = app.plant_operator("pickles").await;
    for (client, ingredient) in [
        (&operator, json!({"intakeKey": "车次 2", "quantityKg": "1"})),
        (&operator, json!({"intakeKey": "坛 1", "quantityKg": "1"})),
        (&operator, json!({"batchKey": "车次 1", "quantityKg": "1"})),
        (&colleague, json!({"intakeKey": "车次 1", "quantityKg": "1"})),
    ] {
        let refused =
            client.refused_change("recordProductionBatch", pickles(json!({"ingredients": [ingredient]}))).await;
        assert_eq!(refused.code, "NOT_FOUND", "{ingredient}");
    }
    let itself = json!({"idempotencyKey": "坛 9", "ingredients": [{"batchKey": "坛 9", "quantityKg": "1"}]});
    let refused = operator.refused_change("recordProductionBatch", pickles(itself)).await;
    assert_eq!(refused.brief(), ("INVALID_INPUT", Some("input.ingredients.0.batchKey")));
    app.verified().await;
}

#[tokio::test]
async fn several_are_recorded_one_after_another_and_one_that_is_refused_stops_none() {
    let (app, _, operator) = plant().await;
    operator.take_in(json!({"idempotencyKey": "i"})).await;
    let of = |key: &str, ingredient: Value| {
        pickles(json!({"idempotencyKey": key, "ingredients": [ingredient], "outputKg": "10"}))
    };
    let inputs = vec![
        of("a", json!({"intakeKey": "i", "quantityKg": "60"})),
        of("b", json!({"intakeKey": "i", "quantityKg": "41"})),
        of("c", json!({"batchKey": "a", "quantityKg": "10"})),
        of("d", json!({"batchKey": "e", "quantityKg": "1"})),
        of("e", json!({"intakeKey": "i", "quantityKg": "0"})),
        with(of("f", json!({"intakeKey": "i", "quantityKg": "40"})), json!({"outputKg": "11"})),
    ];
    let answer = send(&operator, inputs.clone()).await;
    assert_eq!(answer.get("errors"), None, "{answer:#}");
    let results = answer["data"]["recordProductionBatches"]["results"].clone();
    let error = |at: usize| {
        let error = &results[at]["error"];
        assert_eq!(results[at]["batch"].is_null(), !error.is_null(), "one of the two: {results:#}");
        (error["code"].clone(), error["field"].clone(), error["availableKg"].clone())
    };
    assert_eq!(error(0), (Value::Null, Value::Null, Value::Null));
    assert_eq!(error(1), (json!("QUOTA_EXCEEDED"), json!("inputs.1.ingredients.0.quantityKg"), json!("40.000")));
    assert_eq!(error(2).0, Value::Null, "made of the one before");
    let not_sent = (json!("NOT_FOUND"), json!("inputs.3.ingredients.0.batchKey"), Value::Null);
    assert_eq!(error(3), not_sent, "what comes later is not there yet");
    assert_eq!(error(4), (json!("INVALID_INPUT"), json!("inputs.4.ingredients.0.quantityKg"), Value::Null));
    assert_eq!(error(5).0, Value::Null);
    assert!(text(&results[1]["error"]["message"]).contains("40.000"), "{results:#}");

    // Sent again, together or alone, the requests get the same answers and record nothing.
    assert_eq!(send(&operator, inputs.clone()).await["data"]["recordProductionBatches"]["results"][2], results[2]);
    let alone = operator.change("recordProductionBatch", inputs[0].clone(), "batch { id outputKg }").await;
    assert_eq!(alone["batch"], results[0]["batch"]);
    assert_eq!(operator.ask("{ productionBatches { totalCount } }").await["productionBatches"]["totalCount"], 3);
    app.verified().await;
}

#[tokio::test]
async fn a_hundred_are_recorded_at_once_and_no_more() {
    let (app, _, operator) = plant().await;
    let intake = operator.take_in(json!({})).await;
    let one = |_| pickles(json!({"outputKg": "1", "ingredients": [{"intakeId": intake, "quantityKg": "1"}]}));
    let answer = send(&operator, (0..101).map(one).collect()).await;
    assert_eq!(answer["errors"][0]["extensions"], json!({"code": "INVALID_INPUT", "field": "inputs"}));
    assert_eq!(operator.left_of_intake(&intake).await, "100.000");
    let answer = send(&operator, (0..100).map(one).collect()).await;
    assert_eq!(answer.get("errors"), None, "{answer:#}");
    assert_eq!(operator.left_of_intake(&intake).await, "0.000");
    let none = send(&operator, Vec::new()).await;
    assert_eq!(none["data"]["recordProductionBatches"]["results"], json!([]));
    app.verified().await;
}
