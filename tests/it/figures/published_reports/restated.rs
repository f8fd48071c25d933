//! What the present records give instead of the published figures, and the entries that explain the difference.

use serde_json::{Value, json};

use super::{publish, published};
use crate::app::{Client, OTHER_VILLAGE, TOWN, TestApp, VILLAGE};

const RESTATED: &str = "restatedFields restatements { field row part unit published present \
    entries(first: 5) { totalCount nodes { amountYuan quantityKg count areaMu record } } }";

async fn restated(client: &Client) -> Value {
    published(client, TOWN, RESTATED).await.pop().expect("the first edition")
}

fn whole(value: &Value) -> i64 {
    match value {
        Value::String(text) => text.replace('.', "").parse().expect("a decimal"),
        Value::Number(number) => number.as_i64().expect("a count"),
        Value::Null => 0,
        other => panic!("no figure: {other}"),
    }
}

/// Asserts that the published figure and the entries since then add up to the present one.
fn adds_up(restated: &Value) {
    for restatement in restated["restatements"].as_array().expect("restatements") {
        let measure = match restatement["unit"].as_str().expect("a unit") {
            "元 yuan" => "amountYuan",
            "千克 kg" => "quantityKg",
            "亩 mu" => "areaMu",
            _ => "count",
        };
        let entries = restatement["entries"]["nodes"].as_array().expect("entries");
        let since: i64 = entries.iter().map(|entry| whole(&entry[measure])).sum();
        assert_eq!(whole(&restatement["published"]) + since, whole(&restatement["present"]), "{restatement:#}");
    }
}

#[tokio::test]
async fn a_void_restates_exactly_what_it_moves_and_its_opposite_takes_that_back() {
    let app = TestApp::new().await;
    let (clerk, official) = (app.clerk().await, app.official_of(TOWN).await);
    clerk.record_sale("2024-08-01", "10", "50").await;
    let sale = clerk.record_sale("2024-09-01", "4", "8.05").await;
    publish(&official, TOWN, 2024, "YEAR", "id").await;
    assert_eq!(restated(&official).await, json!({"restatedFields": null, "restatements": null}));

    clerk.change("voidSale", json!({"saleId": sale, "reason": "误录"}), "__typename").await;
    let now = restated(&official).await;
    let fields = ["salesRevenueYuan", "produceRevenueYuan", "revenueByVariety", "revenueByChannel", "revenueByMonth"];
    assert_eq!(now["restatedFields"], json!(fields));
    let of = |field: &str, row: Value, part: Value, unit: &str, published: &str, present: &str| {
        let entry = json!({"amountYuan": "-8.05", "quantityKg": "-4.000", "count": -1, "areaMu": null, "record": format!("sale:{sale}")});
        json!({
            "field": field, "row": row, "part": part, "unit": unit, "published": published, "present": present,
            "entries": {"totalCount": 1, "nodes": [entry]}
        })
    };
    let expected = json!([
        of("salesRevenueYuan", Value::Null, Value::Null, "元 yuan", "58.05", "50.00"),
        of("produceRevenueYuan", Value::Null, Value::Null, "元 yuan", "58.05", "50.00"),
        of("revenueByVariety", json!("fengshui-pear"), json!("salesKg"), "千克 kg", "14.000", "10.000"),
        of("revenueByVariety", json!("fengshui-pear"), json!("salesYuan"), "元 yuan", "58.05", "50.00"),
        of("revenueByChannel", json!("MARKET"), json!("salesYuan"), "元 yuan", "58.05", "50.00"),
        of("revenueByMonth", json!("2024-09"), json!("salesYuan"), "元 yuan", "8.05", "0.00"),
    ]);
    assert_eq!(now["restatements"], expected);
    adds_up(&now);

    clerk.record_sale("2024-09-01", "4", "8.05").await;
    assert_eq!(
        restated(&official).await,
        json!({"restatedFields": null, "restatements": null}),
        "what was published is right again"
    );
    app.verified().await;
}

#[tokio::test]
async fn whatever_is_recorded_later_adds_up() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let (admin, clerk, official) = (app.admin().await, app.clerk().await, app.official_of(TOWN).await);
    admin.change("setCateringBaseline", json!({"regionCode": TOWN, "baselineYear": 2025}), "__typename").await;
    publish(&official, TOWN, 2026, "YEAR", "id").await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "2.5", 2020).await;
    clerk.register_plot(&grower, OTHER_VILLAGE, "1", 2026).await;
    let lot = clerk.record_harvest(&plot, "2026-08-01", "100").await;
    let sale = json!({
        "soldOn": "2026-08-02", "channel": "ONLINE", "regionCode": VILLAGE, "varietyCode": "fengshui-pear", "lotId": lot,
        "quantityKg": "10", "amountYuan": "50"
    });
    clerk.change("recordSale", sale, "__typename").await;
    clerk
        .change("recordVisitors", json!({"siteCode": "gate", "date": "2026-03-21", "visitors": 100}), "__typename")
        .await;
    for (year, amount) in [(2025, "40"), (2026, "100.5")] {
        let input = json!({"establishmentCode": "kitchen", "year": year, "month": 3, "amountYuan": amount});
        clerk.change("recordCateringTakings", input, "__typename").await;
    }
    let dish = json!({"code": "dish", "kind": "LANDMARK_DISH", "name": "盐焗鸡", "regionCode": TOWN, "awardedOn": "2021-01-01"});
    admin.change("addHonour", dish, "__typename").await;
    admin.change("updateProcessingPlant", json!({"code": "pickles", "closedOn": "2026-08-01"}), "__typename").await;
    let now = restated(&official).await;
    adds_up(&now);
    let fields: Vec<&str> =
        now["restatedFields"].as_array().expect("fields").iter().filter_map(Value::as_str).collect();
    for field in [
        "plantedAreaMu",
        "plantedAreaByVariety",
        "visitors",
        "visitorsByMonth",
        "cateringIncreaseYuan",
        "processingPlants",
        "honours",
    ] {
        assert!(fields.contains(&field), "{field} in {fields:?}");
    }
    let of = |part: &str| {
        let restatements = now["restatements"].as_array().expect("restatements");
        restatements.iter().find(|restatement| restatement["part"] == part).expect("a restatement").clone()
    };
    assert_eq!((&of("growers")["unit"], &of("growers")["present"]), (&json!("户 growers"), &json!("1")));
}

#[tokio::test]
async fn an_edition_that_begins_after_publishing_counts_without_a_new_record() {
    let app = TestApp::new().await;
    let (admin, official) = (app.admin().await, app.official_of(TOWN).await);
    let festival =
        json!({"regionCode": TOWN, "edition": 1, "name": "梨花节", "startsOn": "2026-12-01", "endsOn": "2026-12-05"});
    admin.change("addFestival", festival, "__typename").await;
    publish(&official, TOWN, 2026, "YEAR", "id").await;
    app.set_time("2026-12-02T00:00:00Z");
    let now = restated(&official).await;
    assert_eq!(now["restatedFields"], json!(["festivalEditions"]));
    adds_up(&now);
}

#[tokio::test]
async fn a_baseline_that_is_set_later_restates_the_increase() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let (admin, clerk, official) = (app.admin().await, app.clerk().await, app.official_of(TOWN).await);
    for (year, amount) in [(2023, "40"), (2024, "100.5")] {
        let input = json!({"establishmentCode": "kitchen", "year": year, "month": 3, "amountYuan": amount});
        clerk.change("recordCateringTakings", input, "__typename").await;
    }
    let first = publish(&official, TOWN, 2024, "YEAR", "report { cateringIncreaseYuan }").await;
    assert_eq!(first["report"]["cateringIncreaseYuan"], Value::Null);
    admin.change("setCateringBaseline", json!({"regionCode": TOWN, "baselineYear": 2023}), "__typename").await;
    let now = restated(&official).await;
    adds_up(&now);
    let restatement = &now["restatements"][0];
    assert_eq!(now["restatedFields"], json!(["cateringIncreaseYuan"]));
    assert_eq!(
        (&restatement["present"], &restatement["entries"]["totalCount"]),
        (&json!("60.50"), &json!(2)),
        "what was recorded before has come to count"
    );
    assert_eq!(publish(&official, TOWN, 2024, "YEAR", "edition").await["edition"], 2);
    admin.change("setCateringBaseline", json!({"regionCode": TOWN}), "__typename").await;
    assert_eq!(restated(&official).await["restatedFields"], Value::Null);
    app.verified().await;
}

#[tokio::test]
async fn a_month_that_is_recorded_later_restates_the_increase_by_both_sides() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let (admin, clerk, official) = (app.admin().await, app.clerk().await, app.official_of(TOWN).await);
    admin.change("setCateringBaseline", json!({"regionCode": TOWN, "baselineYear": 2025}), "__typename").await;
    let take = async |year: i32, month: i32, amount: &str| {
        let input = json!({"establishmentCode": "kitchen", "year": year, "month": month, "amountYuan": amount});
        clerk.change("recordCateringTakings", input, "__typename").await;
    };
    for month in 1..=12 {
        take(2025, month, "40").await;
    }
    take(2026, 1, "50").await;
    take(2026, 2, "60").await;
    let first = publish(&official, TOWN, 2026, "YEAR", "report { cateringIncreaseYuan }").await;
    assert_eq!(first["report"]["cateringIncreaseYuan"], "30.00");
    app.set_time("2026-11-24T05:00:00Z");
    take(2026, 3, "45").await;
    take(2025, 2, "35").await;
    let void = json!({"establishmentCode": "kitchen", "year": 2026, "month": 1, "reason": "记错店"});
    clerk.change("voidCateringTakings", void, "__typename").await;
    let closed = json!({"code": "kitchen", "name": "梨花农家乐", "closedOn": "2026-10-01"});
    admin.change("updateCateringEstablishment", closed, "__typename").await;
    let query = format!(
        "{{ publishedReports(regionCode: \"{TOWN}\", first: 1) {{ nodes {{ restatements {{ field unit published present \
         entries(first: 20) {{ nodes {{ amountYuan count }} }} }} }} }} }}"
    );
    let now = official.ask(&query).await["publishedReports"]["nodes"][0].take();
    adds_up(&now);
    let restatements = now["restatements"].as_array().expect("restatements");
    let increase = restatements.iter().find(|row| row["field"] == "cateringIncreaseYuan").expect("a restatement");
    // February 25, March 5, October −40; January counts no more.
    assert_eq!((&increase["published"], &increase["present"]), (&json!("30.00"), &json!("-10.00")));
    app.verified().await;
}

#[tokio::test]
async fn entries_are_for_those_who_read_figures_of_the_region() {
    let app = TestApp::new().await;
    let (clerk, official) = (app.clerk().await, app.official_of(TOWN).await);
    publish(&official, TOWN, 2024, "YEAR", "id").await;
    clerk.record_sale("2024-08-01", "10", "50").await;
    let query = format!(
        "{{ publishedReports(regionCode: \"{TOWN}\", first: 1) {{ nodes {{ restatements {{ field present entries {{ totalCount }} }} }} }} }}"
    );
    for (reader, code) in [
        (app.visitor(), Some("UNAUTHENTICATED")),
        (app.buyer().await, Some("FORBIDDEN")),
        (app.clerk_of(OTHER_VILLAGE).await, Some("FORBIDDEN")),
        (clerk, None),
        (app.admin().await, None),
    ] {
        let answer = reader.send(&query, json!({})).await;
        let first = &answer["data"]["publishedReports"]["nodes"][0]["restatements"][0];
        assert_eq!((&first["field"], &first["present"]), (&json!("salesRevenueYuan"), &json!("50.00")), "{answer:#}");
        assert_eq!(first["entries"].is_null(), code.is_some(), "{answer:#}");
        assert_eq!(answer["errors"][0]["extensions"]["code"], json!(code));
    }
    // Entries since an instant can be requested for any figure.
    let filter = json!({
        "key": "salesRevenueYuan", "regionCode": TOWN, "from": "2024-01-01", "to": "2024-12-31", "recordedAfter": "2026-11-24T05:00:00Z"
    });
    let query = "query($filter: FigureEntryFilter!) { figureEntries(filter: $filter) { totalCount } }";
    assert_eq!(official.send(query, json!({"filter": filter})).await["data"]["figureEntries"]["totalCount"], 0);
    let mut earlier = filter.clone();
    earlier["recordedAfter"] = json!("2026-11-24T03:00:00Z");
    assert_eq!(official.send(query, json!({"filter": earlier})).await["data"]["figureEntries"]["totalCount"], 1);
    earlier["recordedAfter"] = json!("yesterday");
    let refusal = crate::app::refusal("recordedAfter", &official.send(query, json!({"filter": earlier})).await);
    assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("filter.recordedAfter")));
}

#[tokio::test]
async fn what_is_computed_anew_counts_towards_the_cost_and_once_for_all_editions() {
    let app = TestApp::new().await;
    let (clerk, official) = (app.clerk().await, app.official_of(TOWN).await);
    for _ in 0..5 {
        clerk.record_sale("2024-08-01", "1", "5").await;
        publish(&official, TOWN, 2024, "YEAR", "id").await;
    }
    let list = |first: i32| {
        format!("{{ publishedReports(regionCode: \"{TOWN}\", first: {first}) {{ nodes {{ restatedFields }} }} }}")
    };
    assert_eq!(app.visitor().refused(&list(100)).await.code, "TOO_COMPLEX");
    let cost = async |first: i32| {
        app.fewest_statements(&official, async |client: &Client| drop(client.ask(&list(first)).await)).await
    };
    assert_eq!(cost(1).await, cost(5).await);
}
