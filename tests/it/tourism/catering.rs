//! Catering: takings by month, and the increase over a baseline year.

use serde_json::{Value, json};

use crate::app::{Client, OTHER_VILLAGE, TOWN, TestApp, VILLAGE};

async fn take(clerk: &Client, establishment: &str, year: i32, month: i32, amount: &str) {
    let input = json!({"establishmentCode": establishment, "year": year, "month": month, "amountYuan": amount});
    clerk.change("recordCateringTakings", input, "__typename").await;
}

async fn figures(clerk: &Client, year: i32) -> Value {
    let report = clerk.report(year, "cateringTakingsYuan cateringIncreaseYuan").await;
    json!([report["cateringTakingsYuan"], report["cateringIncreaseYuan"]])
}

async fn baseline(admin: &Client, region: &str, year: Option<i32>) {
    admin.change("setCateringBaseline", json!({"regionCode": region, "baselineYear": year}), "__typename").await;
}

/// A kitchen in one village and a teahouse in another, with takings in three years.
async fn town() -> (TestApp, Client, Client) {
    let app = TestApp::new().await;
    app.reference_data().await;
    let (admin, clerk) = (app.admin().await, app.clerk().await);
    let input = json!({"code": "teahouse", "name": "茶馆", "regionCode": OTHER_VILLAGE});
    admin.change("addCateringEstablishment", input, "__typename").await;
    for (establishment, year, amount) in
        [("kitchen", 2021, "100"), ("kitchen", 2022, "170"), ("teahouse", 2022, "30"), ("teahouse", 2023, "35.50")]
    {
        take(&clerk, establishment, year, 4, amount).await;
    }
    (app, admin, clerk)
}

#[tokio::test]
async fn the_increase_is_measured_from_the_baseline_year() {
    let (app, admin, clerk) = town().await;
    assert_eq!(figures(&clerk, 2022).await, json!(["200.00", null]), "without any baseline there is no increase");
    baseline(&admin, TOWN, Some(2021)).await;
    assert_eq!(figures(&clerk, 2021).await, json!(["100.00", "0.00"]));
    assert_eq!(figures(&clerk, 2022).await, json!(["200.00", "100.00"]));
    assert_eq!(figures(&clerk, 2023).await, json!(["35.50", "35.50"]), "what is not recorded counts on neither side");
    take(&clerk, "kitchen", 2023, 4, "0").await;
    assert_eq!(figures(&clerk, 2023).await, json!(["35.50", "-64.50"]), "who took nothing has fallen by all of it");
    baseline(&admin, TOWN, None).await;
    assert_eq!(figures(&clerk, 2022).await, json!(["200.00", null]));
    app.verified().await;
}

#[tokio::test]
async fn the_nearest_baseline_at_or_above_counts() {
    let (app, admin, clerk) = town().await;
    baseline(&admin, VILLAGE, Some(2021)).await;
    assert_eq!(figures(&clerk, 2022).await, json!(["200.00", "70.00"]), "over the establishments that have one");
    baseline(&admin, "500235", Some(2022)).await;
    assert_eq!(figures(&clerk, 2022).await, json!(["200.00", "70.00"]));
    assert_eq!(
        figures(&clerk, 2023).await,
        json!(["35.50", "5.50"]),
        "5.50 of the teahouse from 2022; nothing is recorded of the kitchen"
    );
    take(&clerk, "kitchen", 2023, 4, "10").await;
    assert_eq!(figures(&clerk, 2023).await, json!(["45.50", "-84.50"]), "-90 of the kitchen from 2021");
    let neighbour = app.clerk_of(OTHER_VILLAGE).await;
    let query = format!("{{ townReport(regionCode: \"{OTHER_VILLAGE}\", year: 2023) {{ cateringIncreaseYuan }} }}");
    assert_eq!(neighbour.ask(&query).await["townReport"]["cateringIncreaseYuan"], "5.50");
}

#[tokio::test]
async fn a_baseline_that_is_set_later_does_not_change_what_was_answered() {
    let (app, admin, clerk) = town().await;
    let before = clerk.report(2022, "asOf cateringIncreaseYuan").await;
    app.set_time("2026-11-24T05:00:00Z");
    baseline(&admin, TOWN, Some(2021)).await;
    let as_of = before["asOf"].as_str().expect("an instant");
    assert_eq!(clerk.report_as_of(2022, as_of, "asOf cateringIncreaseYuan").await, before);
    assert_eq!(figures(&clerk, 2022).await, json!(["200.00", "100.00"]));
}

#[tokio::test]
async fn a_second_record_of_a_month_takes_the_place_of_the_first() {
    let (app, admin, clerk) = town().await;
    baseline(&admin, TOWN, Some(2021)).await;
    take(&clerk, "kitchen", 2021, 4, "90").await;
    take(&clerk, "kitchen", 2022, 4, "180.01").await;
    assert_eq!(figures(&clerk, 2022).await, json!(["210.01", "120.01"]));
    app.verified().await;
}

/// The kitchen with takings in each month of the baseline year 2025, and the report's figure and sentence.
async fn running_year() -> (TestApp, Client, Client) {
    let app = TestApp::new().await;
    app.reference_data().await;
    let (admin, clerk) = (app.admin().await, app.clerk().await);
    for month in 1..=12 {
        take(&clerk, "kitchen", 2025, month, "100").await;
    }
    baseline(&admin, TOWN, Some(2025)).await;
    (app, admin, clerk)
}

async fn increase(clerk: &Client, year: i32, period: &str) -> Value {
    let report = format!("townReport(regionCode: \"{TOWN}\", year: {year}, period: {period})");
    clerk.ask(&format!("{{ {report} {{ cateringIncreaseYuan }} }}")).await["townReport"]["cateringIncreaseYuan"].take()
}

#[tokio::test]
async fn months_are_set_against_the_same_months_of_the_baseline() {
    let (app, _, clerk) = running_year().await;
    assert_eq!(increase(&clerk, 2026, "YEAR").await, Value::Null, "nothing is recorded yet");
    let sentence = clerk.report(2026, "sentenceZh sentenceEn").await.to_string();
    assert!(!sentence.contains("餐饮增收") && !sentence.contains("in catering"), "{sentence}");
    for month in 1..=10 {
        take(&clerk, "kitchen", 2026, month, "110.50").await;
    }
    assert_eq!(increase(&clerk, 2026, "YEAR").await, "105.00", "ten months against ten");
    assert!(clerk.report(2026, "sentenceZh").await.to_string().contains("，特色餐饮增收105.00元"));
    assert_eq!(
        (increase(&clerk, 2026, "Q1").await, increase(&clerk, 2026, "M11").await),
        (json!("31.50"), Value::Null)
    );
    let before = clerk.report(2026, "asOf cateringIncreaseYuan").await;
    app.set_time("2026-11-24T05:00:00Z");
    take(&clerk, "kitchen", 2026, 10, "0.00").await;
    assert_eq!(increase(&clerk, 2026, "YEAR").await, "-5.50", "none is a record: 9 times 10.50, less 100");
    let void = json!({"establishmentCode": "kitchen", "year": 2026, "month": 10, "reason": "记错店"});
    clerk.change("voidCateringTakings", void, "__typename").await;
    assert_eq!(increase(&clerk, 2026, "YEAR").await, "94.50", "October counts on neither side");
    assert_eq!(increase(&clerk, 2025, "YEAR").await, "0.00", "the baseline year itself");
    let as_of = before["asOf"].as_str().expect("an instant");
    assert_eq!(clerk.report_as_of(2026, as_of, "asOf cateringIncreaseYuan").await, before);
    app.verified().await;
}

async fn close(admin: &Client, day: Value) {
    let input = json!({"code": "kitchen", "name": "梨花农家乐", "closedOn": day});
    let changed = admin.change("updateCateringEstablishment", input, "establishment { name closedOn }").await;
    assert_eq!(changed["establishment"], json!({"name": "梨花农家乐", "closedOn": day}));
}

#[tokio::test]
async fn an_establishment_that_closed_takes_nothing_from_then_on() {
    let (app, admin, clerk) = running_year().await;
    for month in 1..=6 {
        take(&clerk, "kitchen", 2026, month, "90").await;
    }
    let before = clerk.report(2026, "asOf cateringIncreaseYuan").await;
    assert_eq!(before["cateringIncreaseYuan"], "-60.00");
    app.set_time("2026-11-24T05:00:00Z");
    close(&admin, json!("2026-08-10")).await;
    // July is not recorded, and August neither: it was open for some days. September and October are over.
    assert_eq!(increase(&clerk, 2026, "YEAR").await, "-260.00");
    assert_eq!(
        (increase(&clerk, 2026, "M08").await, increase(&clerk, 2026, "M09").await),
        (Value::Null, json!("-100.00"))
    );
    take(&clerk, "kitchen", 2026, 8, "20").await;
    assert_eq!(increase(&clerk, 2026, "YEAR").await, "-340.00");
    let input = |month: i32| json!({"establishmentCode": "kitchen", "year": 2026, "month": month, "amountYuan": "1"});
    for (month, expected) in [(9, ("INVALID_INPUT", Some("input.month"))), (11, ("INVALID_INPUT", Some("input.month")))]
    {
        let refusal = clerk.refused_change("recordCateringTakings", input(month)).await;
        assert_eq!(refusal.brief(), expected, "{month}");
        assert!(refusal.message.contains("2026-08-10"), "{}", refusal.message);
    }
    app.set_time("2026-12-01T04:00:00Z");
    assert_eq!(increase(&clerk, 2026, "YEAR").await, "-440.00", "November is over, too");
    // The name alone changes nothing else, and renaming still does.
    let input = json!({"code": "kitchen", "name": "老厨房"});
    let renamed = admin.change("updateCateringEstablishment", input, "establishment { name closedOn }").await;
    assert_eq!(renamed["establishment"], json!({"name": "老厨房", "closedOn": "2026-08-10"}));
    for (day, expected, named) in [
        ("2026-08-01", ("CONFLICT", None), "2026-08"),
        ("2026-02-02", ("CONFLICT", None), "2026-03, 2026-04, 2026-05, 2026-06, 2026-08"),
        ("2026-12-02", ("INVALID_INPUT", Some("input.closedOn")), "2026-12-01"),
        ("1948-12-31", ("INVALID_INPUT", Some("input.closedOn")), "1949"),
    ] {
        let input = json!({"code": "kitchen", "name": "老厨房", "closedOn": day});
        let refusal = admin.refused_change("updateCateringEstablishment", input).await;
        assert_eq!(refusal.brief(), expected, "{day}");
        assert!(refusal.message.contains(named), "{}", refusal.message);
    }
    let unknown = json!({"code": "moon", "name": "月亮", "closedOn": "2026-08-10"});
    assert_eq!(
        admin.refused_change("updateCateringEstablishment", unknown).await.brief(),
        ("INVALID_INPUT", Some("input.code"))
    );
    close(&admin, Value::Null).await;
    assert_eq!(
        increase(&clerk, 2026, "YEAR").await,
        "-140.00",
        "it is open again, and six months are recorded and August"
    );
    let as_of = before["asOf"].as_str().expect("an instant");
    assert_eq!(clerk.report_as_of(2026, as_of, "asOf cateringIncreaseYuan").await, before);
    app.verified().await;
}

#[tokio::test]
async fn the_entries_of_the_increase_are_those_of_the_months_that_count() {
    let (app, admin, clerk) = running_year().await;
    let input = json!({"code": "teahouse", "name": "茶馆", "regionCode": VILLAGE});
    admin.change("addCateringEstablishment", input, "__typename").await;
    take(&clerk, "teahouse", 2025, 2, "7").await;
    take(&clerk, "kitchen", 2026, 1, "110").await;
    take(&clerk, "kitchen", 2026, 2, "120").await;
    let entries = async |filter: &str| {
        let query = format!(
            "{{ figureEntries(filter: {{ key: \"cateringIncreaseYuan\", regionCode: \"{TOWN}\", from: \"2026-01-01\", to: \"2026-12-31\" {filter} }}) \
             {{ totalCount nodes {{ day amountYuan }} }} }}"
        );
        let mut found = clerk.ask(&query).await["figureEntries"].take();
        let nodes = found["nodes"].as_array().expect("entries").clone();
        assert_eq!(found["totalCount"].take(), json!(nodes.len()));
        let entry = |node: &Value| (crate::app::text(&node["day"]), crate::app::text(&node["amountYuan"]));
        nodes.iter().map(entry).collect::<Vec<_>>()
    };
    let of = |entries: &[(&str, &str)]| {
        entries.iter().map(|(day, amount)| ((*day).to_owned(), (*amount).to_owned())).collect::<Vec<_>>()
    };
    let first =
        [("2025-01-01", "-100.00"), ("2025-02-01", "-100.00"), ("2026-01-01", "110.00"), ("2026-02-01", "120.00")];
    assert_eq!(entries("").await, of(&first));
    let since = ", recordedAfter: \"2026-11-24T04:30:00Z\"";
    assert_eq!(entries(since).await, []);
    app.set_time("2026-11-24T05:00:00Z");
    take(&clerk, "teahouse", 2026, 2, "0").await;
    let void = json!({"establishmentCode": "kitchen", "year": 2026, "month": 1, "reason": "记错店"});
    clerk.change("voidCateringTakings", void, "__typename").await;
    let mut now =
        of(&[("2025-02-01", "-100.00"), ("2025-02-01", "-7.00"), ("2026-01-01", "110.00"), ("2026-01-01", "-110.00")]);
    now.extend(of(&[("2026-02-01", "120.00"), ("2026-02-01", "0.00")]));
    let mut found = entries("").await;
    now.sort();
    found.sort();
    assert_eq!(found, now);
    // The teahouse's February of the baseline has come to count, and the kitchen's January counts no more.
    let difference =
        of(&[("2025-01-01", "100.00"), ("2025-02-01", "-7.00"), ("2026-01-01", "-110.00"), ("2026-02-01", "0.00")]);
    assert_eq!(entries(since).await, difference);
    baseline(&admin, TOWN, Some(2024)).await;
    let difference =
        [("2025-01-01", "100.00"), ("2025-02-01", "100.00"), ("2026-01-01", "-110.00"), ("2026-02-01", "0.00")];
    assert_eq!(entries(since).await, of(&difference), "of another baseline year nothing is recorded");
    baseline(&admin, TOWN, None).await;
    let difference =
        [("2025-01-01", "100.00"), ("2025-02-01", "100.00"), ("2026-01-01", "-110.00"), ("2026-02-01", "-120.00")];
    assert_eq!(entries(since).await, of(&difference), "without a baseline nothing counts any more");
    app.verified().await;
}

#[tokio::test]
async fn bad_fields_are_named() {
    let (app, admin, clerk) = town().await;
    for (field, value) in [
        ("year", json!(1948)),
        ("year", json!(2027)),
        ("month", json!(0)),
        ("month", json!(12)),
        ("month", json!(13)),
        ("amountYuan", json!("-1")),
        ("amountYuan", json!("1.005")),
        ("establishmentCode", json!("moon")),
    ] {
        let mut input = json!({"establishmentCode": "kitchen", "year": 2026, "month": 11, "amountYuan": "1"});
        input[field] = value.clone();
        let refusal = clerk.refused_change("recordCateringTakings", input).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some(format!("input.{field}").as_str())), "{field} {value}");
    }
    for (year, expected) in [(2026, "expected 1 to 12; for 2026, 1 to 11 so far"), (2025, "expected 1 to 12")] {
        let input = json!({"establishmentCode": "kitchen", "year": year, "month": 13, "amountYuan": "1"});
        assert_eq!(
            clerk.refused_change("recordCateringTakings", input).await.message,
            expected,
            "what would be accepted"
        );
    }
    let elsewhere = app.clerk_of(OTHER_VILLAGE).await;
    let input = json!({"establishmentCode": "kitchen", "year": 2026, "month": 11, "amountYuan": "1"});
    assert_eq!(elsewhere.refused_change("recordCateringTakings", input).await.code, "FORBIDDEN");
    let query = format!("{{ cateringEstablishments(regionCode: \"{TOWN}\") {{ code }} }}");
    assert_eq!(clerk.ask(&query).await["cateringEstablishments"], json!([{"code": "kitchen"}, {"code": "teahouse"}]));
    let future = json!({"regionCode": TOWN, "baselineYear": 2027});
    assert_eq!(
        admin.refused_change("setCateringBaseline", future).await.brief(),
        ("INVALID_INPUT", Some("input.baselineYear"))
    );
}
