//! Counts and takings that were entered by mistake: taken back, and read back.

use serde_json::{Value, json};

use crate::app::{Client, OTHER_TOWN, OTHER_VILLAGE, TOWN, TestApp, VILLAGE};

async fn count(clerk: &Client, site: &str, date: &str, visitors: i32) {
    let input = json!({"siteCode": site, "date": date, "visitors": visitors});
    clerk.change("recordVisitors", input, "__typename").await;
}

async fn take(clerk: &Client, year: i32, month: i32, amount: &str) {
    let input = json!({"establishmentCode": "kitchen", "year": year, "month": month, "amountYuan": amount});
    clerk.change("recordCateringTakings", input, "__typename").await;
}

/// What a list has, each by some fields.
async fn listed(client: &Client, list: &str, filter: &str, fields: &str) -> Value {
    client.ask(&format!("{{ {list}(filter: {{ {filter} }}) {{ nodes {{ {fields} }} }} }}")).await[list]["nodes"].take()
}

#[tokio::test]
async fn a_count_at_the_wrong_site_is_taken_back() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let clerk = app.clerk().await;
    count(&clerk, "gate", "2026-03-21", 1200).await;
    count(&clerk, "gate", "2026-03-21", 800).await;
    count(&clerk, "gate", "2026-03-22", 50).await;
    count(&clerk, "pavilion", "2026-03-21", 90).await;
    let before = clerk.report(2026, "asOf visitors").await;
    app.set_time("2026-11-24T05:00:00Z");
    let void = |site: &str, date: &str| json!({"siteCode": site, "date": date, "reason": "记错景点"});
    let voided = clerk.change("voidVisitors", void("gate", "2026-03-21"), "date count { visitors voidReason }").await;
    assert_eq!(voided, json!({"date": "2026-03-21", "count": {"visitors": 800, "voidReason": "记错景点"}}));
    assert_eq!(clerk.report(2026, "visitors").await["visitors"], 50, "the day has none again");
    let as_of = before["asOf"].as_str().expect("an instant");
    assert_eq!(clerk.report_as_of(2026, as_of, "asOf visitors").await, before, "as of before, it had");
    for (input, expected) in [
        (void("gate", "2026-03-21"), ("CONFLICT", None)),
        (void("gate", "2026-03-23"), ("NOT_FOUND", Some("input.date"))),
        (void("moon", "2026-03-21"), ("INVALID_INPUT", Some("input.siteCode"))),
        (json!({"siteCode": "gate", "date": "2026-03-22", "reason": " "}), ("INVALID_INPUT", Some("input.reason"))),
    ] {
        assert_eq!(clerk.refused_change("voidVisitors", input.clone()).await.brief(), expected, "{input}");
    }
    let elsewhere = app.clerk_of(OTHER_TOWN).await;
    assert_eq!(elsewhere.refused_change("voidVisitors", void("gate", "2026-03-22")).await.code, "FORBIDDEN");
    app.verified().await;
    // It can be counted again, and what was recorded can be proof-read.
    app.set_time("2026-11-24T06:00:00Z");
    count(&clerk, "gate", "2026-03-21", 70).await;
    assert_eq!(clerk.report(2026, "visitors").await["visitors"], 120);
    let all = listed(
        &clerk,
        "visitorCounts",
        &format!("regionCode: \"{TOWN}\", siteCode: \"gate\""),
        "date visitors replacedAt voidedAt",
    )
    .await;
    let expected = json!([
        {"date": "2026-03-22", "visitors": 50, "replacedAt": null, "voidedAt": null},
        {"date": "2026-03-21", "visitors": 70, "replacedAt": null, "voidedAt": null},
        {"date": "2026-03-21", "visitors": 800, "replacedAt": null, "voidedAt": "2026-11-24T05:00:00.000000Z"},
        {"date": "2026-03-21", "visitors": 1200, "replacedAt": "2026-11-24T04:00:00.000000Z", "voidedAt": null},
    ]);
    assert_eq!(all, expected);
    for (filter, visitors) in [
        (format!("regionCode: \"{TOWN}\", inForce: true"), json!([50, 90, 70])),
        (format!("regionCode: \"{TOWN}\", inForce: false, to: \"2026-03-21\""), json!([800, 1200])),
        (format!("regionCode: \"{TOWN}\", from: \"2026-03-22\""), json!([50])),
        (format!("regionCode: \"{OTHER_VILLAGE}\", inForce: true"), json!([])),
    ] {
        let mut found = listed(&clerk, "visitorCounts", &filter, "visitors site { code }").await;
        let mut numbers: Vec<i64> = found
            .as_array_mut()
            .expect("counts")
            .iter()
            .map(|row| row["visitors"].as_i64().expect("a number"))
            .collect();
        let mut expected: Vec<i64> = serde_json::from_value(visitors).expect("numbers");
        numbers.sort_unstable();
        expected.sort_unstable();
        assert_eq!(numbers, expected, "{filter}");
    }
    app.verified().await;
}

#[tokio::test]
async fn takings_of_the_wrong_inn_are_taken_back_and_none_are_a_record() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let clerk = app.clerk().await;
    take(&clerk, 2026, 3, "100").await;
    take(&clerk, 2026, 4, "0.00").await;
    take(&clerk, 2026, 3, "120").await;
    assert_eq!(clerk.report(2026, "cateringTakingsYuan").await["cateringTakingsYuan"], "120.00");
    let void = |month: i32| json!({"establishmentCode": "kitchen", "year": 2026, "month": month, "reason": "记错店"});
    app.set_time("2026-11-24T05:00:00Z");
    clerk.change("voidCateringTakings", void(3), "year month takings { amountYuan }").await;
    assert_eq!(clerk.report(2026, "cateringTakingsYuan").await["cateringTakingsYuan"], "0.00");
    for (input, expected) in [
        (void(3), ("CONFLICT", None)),
        (void(5), ("NOT_FOUND", Some("input.month"))),
        (
            json!({"establishmentCode": "moon", "year": 2026, "month": 3, "reason": "x"}),
            ("INVALID_INPUT", Some("input.establishmentCode")),
        ),
    ] {
        assert_eq!(clerk.refused_change("voidCateringTakings", input.clone()).await.brief(), expected, "{input}");
    }
    let fields = "month amountYuan voidReason establishment { code } recordedBy { role }";
    let all = listed(&clerk, "cateringTakings", &format!("regionCode: \"{VILLAGE}\", year: 2026"), fields).await;
    let row = |month: i32, amount: &str, reason: Value| {
        json!({
            "month": month, "amountYuan": amount, "voidReason": reason, "establishment": {"code": "kitchen"},
            "recordedBy": {"role": "CLERK"}
        })
    };
    let expected = [row(4, "0.00", Value::Null), row(3, "120.00", json!("记错店")), row(3, "100.00", Value::Null)];
    assert_eq!(all, json!(expected));
    let of_march = format!("regionCode: \"{TOWN}\", month: 3, establishmentCode: \"kitchen\", inForce: true");
    assert_eq!(listed(&clerk, "cateringTakings", &of_march, "month").await, json!([]));
    app.verified().await;
}

#[tokio::test]
async fn lists_are_of_a_township_or_of_one_thing_and_for_readers() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let admin = app.admin().await;
    for (list, one) in [("visitorCounts", "siteCode: \"gate\""), ("cateringTakings", "establishmentCode: \"kitchen\"")]
    {
        let wide = format!("{{ {list}(filter: {{ regionCode: \"500235\" }}) {{ totalCount }} }}");
        assert_eq!(admin.refused(&wide).await.code, "TOO_COMPLEX");
        listed(&admin, list, &format!("regionCode: \"500235\", {one}"), "__typename").await;
        let unknown = one.replace("gate", "moon").replace("kitchen", "moon");
        let unknown = format!("{{ {list}(filter: {{ regionCode: \"{TOWN}\", {unknown} }}) {{ totalCount }} }}");
        assert_eq!(admin.refused(&unknown).await.code, "INVALID_INPUT");
        let own = format!("{{ {list}(filter: {{ regionCode: \"{TOWN}\" }}) {{ totalCount }} }}");
        assert_eq!(app.clerk_of(OTHER_TOWN).await.refused(&own).await.code, "FORBIDDEN");
        assert_eq!(app.buyer().await.refused(&own).await.code, "FORBIDDEN");
    }
}

#[tokio::test]
async fn an_estimate_is_taken_back() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let estimate = |kilograms: &str| json!({"varietyCode": "fengshui-pear", "season": 2026, "regionCode": TOWN, "quantityKg": kilograms});
    let record = async |kilograms: &str| {
        clerk.change("recordHarvestEstimate", estimate(kilograms), "estimate { id }").await["estimate"]["id"].take()
    };
    let first = record("60").await;
    app.set_time("2026-11-24T05:00:00Z");
    let second = record("50").await;
    let offer = clerk.open_offer(json!({"quotaKg": "10"})).await;
    let placed = clerk.place(&offer, "10").await;
    assert_eq!(placed["status"], "PLACED");
    let share = async || {
        clerk.ask("{ presaleOffers { nodes { promisedShare } } }").await["presaleOffers"]["nodes"][0]["promisedShare"]
            .take()
    };
    assert_eq!(share().await, "0.20");
    let void = |id: &Value| json!({"estimateId": id, "reason": "记错品种"});
    let replaced = clerk.refused_change("voidHarvestEstimate", void(&first)).await;
    assert_eq!(
        (replaced.code.as_str(), replaced.message.contains("2026-11-24 13:00")),
        ("CONFLICT", true),
        "{}",
        replaced.message
    );
    clerk.change("voidHarvestEstimate", void(&second), "voidedAt estimate { replacedAt voidReason }").await;
    assert_eq!(share().await, Value::Null, "the crop has none again");
    assert_eq!(clerk.refused_change("voidHarvestEstimate", void(&second)).await.code, "CONFLICT");
    let elsewhere = app.clerk_of(OTHER_TOWN).await;
    assert_eq!(
        elsewhere.refused_change("voidHarvestEstimate", void(&second)).await.brief(),
        ("NOT_FOUND", Some("input.estimateId"))
    );
    let list = clerk.ask("{ harvestEstimates { nodes { quantityKg replacedAt voidedAt voidReason } } }").await;
    let list = list["harvestEstimates"]["nodes"].as_array().expect("estimates").clone();
    assert_eq!((&list[0]["voidReason"], &list[0]["replacedAt"]), (&json!("记错品种"), &Value::Null));
    assert_eq!(list[1]["voidReason"], Value::Null);
    app.verified().await;
}
