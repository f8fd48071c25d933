//! Stock: what sales draw, from which batches, and who may see it.

use serde_json::{Value, json};

use super::{pickles_sold, plant};
use crate::app::{Client, OTHER_TOWN, OTHER_VILLAGE, TOWN, TestApp, VILLAGE, text};

/// Three batches of 10 kg each, finished on 3, 1 and 2 August.
async fn batches(operator: &Client) -> Vec<Value> {
    let intake = operator.take_in(json!({"receivedOn": "2026-07-01"})).await;
    let mut made = Vec::new();
    for day in ["2026-08-03", "2026-08-01", "2026-08-02"] {
        made.push(operator.pickle(&intake, "10", json!({"producedOn": day, "outputKg": "10"})).await);
    }
    made
}

async fn left(operator: &Client, batches: &[Value]) -> Vec<String> {
    let mut left = Vec::new();
    for batch in batches {
        left.push(operator.left_of_batch(batch).await);
    }
    left
}

#[tokio::test]
async fn sales_draw_on_the_oldest_batches_first() {
    let (app, clerk, operator) = plant().await;
    let made = batches(&operator).await;
    let sale =
        clerk.change("recordSale", pickles_sold(json!({"quantityKg": "15"})), "sale { id }").await["sale"].take();
    assert_eq!(left(&operator, &made).await, ["10.000", "0.000", "5.000"]);
    clerk.change("recordSale", pickles_sold(json!({"quantityKg": "2", "batchId": made[0]["id"]})), "__typename").await;
    assert_eq!(left(&operator, &made).await, ["8.000", "0.000", "5.000"]);
    assert_eq!(operator.stock().await, json!([{"product": {"code": "paocai"}, "quantityKg": "13.000"}]));
    for (changes, available) in [
        (json!({"quantityKg": "13.001"}), "13.000"),
        (json!({"quantityKg": "8.001", "batchId": made[0]["id"]}), "8.000"),
        (json!({"quantityKg": "1", "batchId": made[1]["id"]}), "0.000"),
    ] {
        let refused = clerk.refused_change("recordSale", pickles_sold(changes)).await;
        assert_eq!((refused.code.as_str(), refused.available_kg.as_deref()), ("QUOTA_EXCEEDED", Some(available)));
    }
    clerk.change("voidSale", json!({"saleId": sale["id"], "reason": "错录"}), "__typename").await;
    assert_eq!(left(&operator, &made).await, ["8.000", "10.000", "10.000"]);
    clerk.change("recordSale", pickles_sold(json!({"quantityKg": "28"})), "__typename").await;
    assert_eq!(operator.stock().await, json!([]));
    app.verified().await;
}

#[tokio::test]
async fn a_sale_draws_on_nothing_that_was_made_after_it() {
    let (app, clerk, operator) = plant().await;
    let made = batches(&operator).await;
    // A sale on a day before the plant keeps stock draws on no batch.
    clerk.change("recordSale", pickles_sold(json!({"soldOn": "2026-06-30", "quantityKg": "100"})), "__typename").await;
    assert_eq!(left(&operator, &made).await, ["10.000", "10.000", "10.000"]);
    let early =
        clerk.refused_change("recordSale", pickles_sold(json!({"soldOn": "2026-08-02", "quantityKg": "20.001"}))).await;
    assert_eq!((early.code.as_str(), early.available_kg.as_deref()), ("QUOTA_EXCEEDED", Some("20.000")));
    clerk.change("recordSale", pickles_sold(json!({"soldOn": "2026-08-02", "quantityKg": "20"})), "__typename").await;
    assert_eq!(left(&operator, &made).await, ["10.000", "0.000", "0.000"]);
    let too_soon = json!({"soldOn": "2026-08-02", "batchId": made[0]["id"]});
    assert_eq!(
        clerk.refused_change("recordSale", pickles_sold(too_soon)).await.brief(),
        ("INVALID_INPUT", Some("input.soldOn"))
    );
    let future = json!({"code": "pickles", "stockFrom": "2026-11-25"});
    assert_eq!(
        app.admin().await.refused_change("updateProcessingPlant", future).await.brief(),
        ("INVALID_INPUT", Some("input.stockFrom"))
    );
    app.verified().await;
}

#[tokio::test]
async fn without_a_stated_day_stock_is_kept_from_that_on_which_the_first_batch_is_recorded() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let (clerk, operator) = (app.clerk().await, app.plant_operator("pickles").await);
    let sold = |day: &str| pickles_sold(json!({"soldOn": day, "quantityKg": "100"}));
    clerk.change("recordSale", sold("2026-11-24"), "__typename").await;
    let made = batches(&operator).await;
    assert_eq!(
        operator.ask("{ processingPlant(code: \"pickles\") { stockFrom } }").await["processingPlant"]["stockFrom"],
        "2026-11-24"
    );
    clerk.change("recordSale", sold("2026-11-23"), "__typename").await;
    assert_eq!(left(&operator, &made).await, ["10.000", "10.000", "10.000"]);
    assert_eq!(clerk.refused_change("recordSale", sold("2026-11-24")).await.code, "QUOTA_EXCEEDED");
    app.verified().await;
}

#[tokio::test]
async fn a_sale_empties_as_many_batches_as_it_takes() {
    let (app, clerk, operator) = plant().await;
    let intake = operator.take_in(json!({"receivedOn": "2026-07-01", "quantityKg": "300"})).await;
    let query = "mutation($inputs: [RecordProductionBatchInput!]!) { recordProductionBatches(inputs: $inputs) { results { error { code } } } }";
    for _ in 0..3 {
        let one = super::pickles(json!({"outputKg": "1", "ingredients": [{"intakeId": intake, "quantityKg": "1"}]}));
        let answer = operator.send(query, json!({"inputs": vec![one; 100]})).await;
        assert_eq!(answer.get("errors"), None, "{answer:#}");
    }
    let sale =
        clerk.change("recordSale", pickles_sold(json!({"quantityKg": "299.5"})), "sale { id }").await["sale"].take();
    assert_eq!(operator.stock().await[0]["quantityKg"], "0.500");
    app.verified().await;
    clerk.change("voidSale", json!({"saleId": sale["id"], "reason": "错录"}), "__typename").await;
    assert_eq!(operator.stock().await[0]["quantityKg"], "300.000");
    app.verified().await;
}

#[tokio::test]
async fn a_batch_that_is_named_is_of_the_product_and_the_township() {
    let (app, clerk, operator) = plant().await;
    let made = batches(&operator).await;
    let admin = app.admin().await;
    admin
        .change(
            "addProduct",
            json!({"code": "larou", "plantCode": "pickles", "name": "腊肉", "isFreshProduce": false}),
            "__typename",
        )
        .await;
    let fruit = json!({"productCode": null, "varietyCode": "fengshui-pear", "batchId": made[0]["id"]});
    for changes in [json!({"productCode": "larou", "batchId": made[0]["id"]}), fruit] {
        let refused = clerk.refused_change("recordSale", pickles_sold(changes)).await;
        assert_eq!(refused.brief(), ("INVALID_INPUT", Some("input.batchId")));
    }
    let unknown = json!({"batchId": "0190a1b2-0000-7000-8000-000000000000"});
    assert_eq!(clerk.refused_change("recordSale", pickles_sold(unknown)).await.code, "NOT_FOUND");
    let far = app.clerk_of(OTHER_TOWN).await;
    let there = json!({"batchId": made[0]["id"], "regionCode": OTHER_TOWN});
    assert_eq!(far.refused_change("recordSale", pickles_sold(there)).await.code, "NOT_FOUND");
    // A community's clerk may sell what any plant of the township made.
    let neighbour = app.clerk_of(OTHER_VILLAGE).await;
    let here = json!({"batchId": made[0]["id"], "regionCode": OTHER_VILLAGE});
    neighbour.change("recordSale", pickles_sold(here), "__typename").await;
    operator.change("voidProductionBatch", json!({"batchId": made[1]["id"], "reason": "错录"}), "__typename").await;
    let voided = clerk.refused_change("recordSale", pickles_sold(json!({"batchId": made[1]["id"]}))).await;
    assert_eq!(voided.code, "CONFLICT");
    app.verified().await;
}

#[tokio::test]
async fn many_at_once_sell_no_more_than_was_made() {
    let (app, clerk, operator) = plant().await;
    let made = batches(&operator).await;
    let intake = operator.take_in(json!({"receivedOn": "2026-07-01", "quantityKg": "20"})).await;
    let sales = (0..12).map(|_| {
        let (clerk, input) = (clerk.clone(), pickles_sold(json!({"quantityKg": "4"})));
        tokio::spawn(async move { clerk.mutate("recordSale", input, "__typename").await })
    });
    let uses = (0..6).map(|at: usize| {
        let ingredients =
            json!([{"intakeId": intake, "quantityKg": "5"}, {"batchId": made[at % 3]["id"], "quantityKg": "4"}]);
        let (operator, input) =
            (operator.clone(), super::pickles(json!({"ingredients": ingredients, "outputKg": "1"})));
        tokio::spawn(async move { operator.mutate("recordProductionBatch", input, "__typename").await })
    });
    let running: Vec<_> = sales.chain(uses).collect();
    let mut refused = 0;
    for one in running {
        let answer = one.await.expect("an answer");
        if let Some(errors) = answer.get("errors") {
            assert_eq!(errors[0]["extensions"]["code"], "QUOTA_EXCEEDED", "{answer:#}");
            refused += 1;
        }
    }
    // 72 kg of 34 kg are requested. Some sales succeed, and too little is left for any of the last ones.
    assert!((1..18).contains(&refused), "{refused} of 18 refused");
    let left = operator.stock().await[0]["quantityKg"]
        .as_str()
        .map_or(0, |left| left.replace('.', "").parse::<i64>().expect("grams"));
    assert!(left < 8_000, "{left} g are left unsold that somebody asked for");
    app.verified().await;
}

#[tokio::test]
async fn drawing_voiding_and_retrying_at_once_keep_the_balance() {
    let (app, clerk, operator) = plant().await;
    let mut made = batches(&operator).await;
    let intake = operator.take_in(json!({"receivedOn": "2026-07-01", "quantityKg": "50"})).await;
    for number in 0..3 {
        let ingredients =
            json!([{"batchId": made[number]["id"], "quantityKg": "2"}, {"intakeId": intake, "quantityKg": "2"}]);
        let input = super::pickles(json!({"ingredients": ingredients, "outputKg": "3"}));
        made.push(operator.change("recordProductionBatch", input, "batch { id }").await["batch"].take());
    }
    let mut sent: Vec<(Client, &str, Value)> = Vec::new();
    for number in 0..8 {
        sent.push((
            clerk.clone(),
            "recordSale",
            pickles_sold(json!({"quantityKg": "3", "idempotencyKey": format!("s{}", number / 2)})),
        ));
        let of = &made[number % made.len()]["id"];
        sent.push((operator.clone(), "voidProductionBatch", json!({"batchId": of, "reason": "错录"})));
        let ingredients = json!([{"batchId": of, "quantityKg": "1"}, {"intakeId": intake, "quantityKg": "3"}]);
        let input = super::pickles(
            json!({"ingredients": ingredients, "outputKg": "2", "idempotencyKey": format!("b{}", number / 2)}),
        );
        sent.push((operator.clone(), "recordProductionBatch", input));
        sent.push((operator.clone(), "voidIntake", json!({"intakeId": intake, "reason": "错录"})));
    }
    let running = sent
        .into_iter()
        .map(|(client, field, input)| tokio::spawn(async move { client.mutate(field, input, "__typename").await }));
    for one in running.collect::<Vec<_>>() {
        let answer = one.await.expect("an answer");
        if let Some(errors) = answer.get("errors") {
            let code = text(&errors[0]["extensions"]["code"]);
            assert!(["QUOTA_EXCEEDED", "CONFLICT"].contains(&code.as_str()), "{answer:#}");
        }
    }
    app.verified().await;
}

#[tokio::test]
async fn stock_is_for_the_plant_those_who_read_its_region_and_those_who_sell_it() {
    let (app, clerk, operator) = plant().await;
    batches(&operator).await;
    let admin = app.admin().await;
    admin
        .change(
            "addProcessingPlant",
            json!({"code": "ham", "name": "腊肉厂", "regionCode": OTHER_TOWN, "openedOn": "2020-05-01"}),
            "__typename",
        )
        .await;
    let query = "{ processingPlant(code: \"pickles\") { stock { quantityKg } batches(first: 1) { nodes { availableKg } totalCount } } }";
    let own = json!({"stock": [{"quantityKg": "30.000"}], "batches": {"nodes": [{"availableKg": "10.000"}], "totalCount": 3}});
    // A clerk of another community of the township may sell what is there, but does not see what it was made of.
    let neighbour = app.clerk_of(OTHER_VILLAGE).await.send(query, json!({})).await;
    assert_eq!(neighbour["data"]["processingPlant"], json!({"stock": own["stock"], "batches": null}));
    assert_eq!(neighbour["errors"][0]["extensions"]["code"], "FORBIDDEN");
    for client in [&operator, &clerk, &app.official_of(TOWN).await, &app.official_of(VILLAGE).await, &admin] {
        assert_eq!(client.ask(query).await["processingPlant"], own);
    }
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    for (client, code) in [
        (app.visitor(), "UNAUTHENTICATED"),
        (app.buyer().await, "FORBIDDEN"),
        (app.grower(&grower).await, "FORBIDDEN"),
        (app.plant_operator("ham").await, "FORBIDDEN"),
        (app.clerk_of(OTHER_TOWN).await, "FORBIDDEN"),
        (app.official_of(OTHER_VILLAGE).await, "FORBIDDEN"),
    ] {
        let answer = client.send(query, json!({})).await;
        assert_eq!(answer["data"]["processingPlant"], json!({"stock": null, "batches": null}));
        assert_eq!(text(&answer["errors"][0]["extensions"]["code"]), code);
    }
}
