//! Sales: what they refer to, what they draw on, and what a void returns.

mod replaced;
mod returns;
mod seasons;

use serde_json::{Value, json};

use crate::app::{Answers, Client, OTHER_TOWN, OTHER_VILLAGE, TOWN, TestApp, VILLAGE, text};

fn pears(changes: Value) -> Value {
    let mut input = json!({
        "soldOn": "2026-08-02", "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "fengshui-pear",
        "quantityKg": "100", "amountYuan": "500"
    });
    for (field, value) in changes.as_object().expect("fields") {
        input[field] = value.clone();
    }
    input
}

/// A grower with a plot and a lot of 500 kg, picked on 1 August 2026.
async fn lot(clerk: &Client) -> (String, String) {
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2020).await;
    let lot = clerk.record_harvest(&plot, "2026-08-01", "500").await;
    (grower, lot)
}

async fn left(clerk: &Client) -> Value {
    clerk.ask("{ harvestLots { nodes { availableKg } } }").await["harvestLots"]["nodes"][0]["availableKg"].take()
}

#[tokio::test]
async fn a_sale_draws_on_its_lot_and_a_void_gives_it_back() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let (grower, lot) = lot(&clerk).await;
    let selection =
        "sale { id grower { id } lot { id } variety { code } product { code } voidedAt recordedBy { username } }";
    let made = clerk.change("recordSale", pears(json!({"lotId": lot})), selection).await["sale"].take();
    assert_eq!(made["grower"]["id"], json!(grower), "without a grower, the sale takes the lot's");
    assert_eq!(
        (&made["lot"]["id"], &made["variety"]["code"], &made["product"]),
        (&json!(lot), &json!("fengshui-pear"), &Value::Null)
    );
    assert_eq!(left(&clerk).await, "400.000");

    let too_much = clerk.refused_change("recordSale", pears(json!({"lotId": lot, "quantityKg": "400.001"}))).await;
    assert_eq!((too_much.code.as_str(), too_much.available_kg.as_deref()), ("QUOTA_EXCEEDED", Some("400.000")));
    clerk.change("recordSale", pears(json!({"lotId": lot, "quantityKg": "400"})), "__typename").await;
    assert_eq!(left(&clerk).await, "0.000");

    let void = json!({"saleId": made["id"], "reason": "录错了"});
    let voided = clerk.change("voidSale", void.clone(), "sale { voidReason voidedAt }").await;
    assert_eq!(voided["sale"], json!({"voidReason": "录错了", "voidedAt": "2026-11-24T04:00:00.000000Z"}));
    assert_eq!(left(&clerk).await, "100.000");
    assert_eq!(clerk.refused_change("voidSale", void).await.code, "CONFLICT");
    assert_eq!(left(&clerk).await, "100.000", "a second void gives nothing back");
    app.verified().await;
}

/// The session, the closed bound, the region, the variety, and all inserts: the sale, its entry, three totals and the
/// row of the audit log.
#[tokio::test]
async fn recording_takes_five_statements() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let record = async |clerk: &Client| drop(clerk.change("recordSale", pears(json!({})), "__typename").await);
    assert_eq!(app.fewest_statements(&clerk, record).await, 5);
    app.verified().await;
}

#[tokio::test]
async fn a_sale_agrees_with_its_lot() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let (_, lot) = lot(&clerk).await;
    let other = clerk.register_grower("李明", VILLAGE).await;
    for (changes, field) in [
        (json!({"varietyCode": "yellow-peach"}), "input.varietyCode"),
        (json!({"growerId": other}), "input.growerId"),
        (json!({"soldOn": "2026-07-31"}), "input.soldOn"),
    ] {
        let mut input = pears(changes);
        input["lotId"] = json!(lot);
        assert_eq!(clerk.refused_change("recordSale", input).await.brief(), ("INVALID_INPUT", Some(field)));
    }
    assert_eq!(left(&clerk).await, "500.000");
    let nowhere = pears(json!({"lotId": "0190a1b2-0000-7000-8000-000000000000"}));
    assert_eq!(clerk.refused_change("recordSale", nowhere).await.code, "NOT_FOUND");
}

#[tokio::test]
async fn a_sale_is_of_fruit_or_of_a_plants_goods() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let clerk = app.clerk().await;
    let goods = pears(json!({"varietyCode": null, "productCode": "paocai"}));
    let made =
        clerk.change("recordSale", goods.clone(), "sale { variety { code } product { code plant { code } } }").await;
    assert_eq!(made["sale"], json!({"variety": null, "product": {"code": "paocai", "plant": {"code": "pickles"}}}));
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    for (changes, field) in [
        (json!({"productCode": "paocai"}), "input.varietyCode"),
        (json!({"varietyCode": null}), "input.varietyCode"),
        (json!({"varietyCode": null, "productCode": "ham"}), "input.productCode"),
        (json!({"varietyCode": null, "productCode": "paocai", "growerId": grower}), "input.productCode"),
        (json!({"varietyCode": "apple"}), "input.varietyCode"),
    ] {
        let refusal = clerk.refused_change("recordSale", pears(changes.clone())).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some(field)), "{changes}");
    }
    let report = clerk
        .report(
            2026,
            "salesRevenueYuan revenueByVariety { salesYuan } revenueByProduct { product { code } salesYuan salesKg }",
        )
        .await;
    let expected = json!({
        "salesRevenueYuan": "500.00", "revenueByVariety": [],
        "revenueByProduct": [{"product": {"code": "paocai"}, "salesYuan": "500.00", "salesKg": "100.000"}]
    });
    assert_eq!(report, expected);
    app.verified().await;
}

#[tokio::test]
async fn two_at_once_on_one_lot_get_no_more_than_there_is() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let (_, lot) = lot(&clerk).await;
    let buyers: Vec<_> = (0..16)
        .map(|_| {
            let (clerk, input) = (clerk.clone(), pears(json!({"lotId": lot, "quantityKg": "60"})));
            tokio::spawn(async move { clerk.mutate("recordSale", input, "__typename").await })
        })
        .collect();
    let mut sold = 0;
    for buyer in buyers {
        let answer = buyer.await.expect("an answer");
        match answer.get("errors") {
            None => sold += 1,
            Some(errors) => assert_eq!(errors[0]["extensions"]["code"], "QUOTA_EXCEEDED", "{answer:#}"),
        }
    }
    assert_eq!((sold, left(&clerk).await), (8, json!("20.000")), "eight times 60 kg of 500 kg, and what is left");
    app.verified().await;
}

#[tokio::test]
async fn two_voids_at_once_take_back_once() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let (_, lot) = lot(&clerk).await;
    let sale = text(&clerk.change("recordSale", pears(json!({"lotId": lot})), "sale { id }").await["sale"]["id"]);
    let voids: Vec<_> = (0..6)
        .map(|_| {
            let (clerk, input) = (clerk.clone(), json!({"saleId": sale, "reason": "录错了"}));
            tokio::spawn(async move { clerk.mutate("voidSale", input, "__typename").await })
        })
        .collect();
    let mut done = 0;
    for void in voids {
        done += i32::from(void.await.expect("an answer").get("errors").is_none());
    }
    assert_eq!((done, left(&clerk).await), (1, json!("500.000")));
    assert_eq!(clerk.report(2026, "salesRevenueYuan").await["salesRevenueYuan"], "0.00");
    app.verified().await;
}

#[tokio::test]
async fn sales_are_seen_and_recorded_in_the_accounts_region_alone() {
    let app = TestApp::new().await;
    let (town, village) = (app.clerk().await, app.clerk_of(VILLAGE).await);
    let at_town =
        town.change("recordSale", pears(json!({"regionCode": TOWN})), "sale { id }").await["sale"]["id"].take();
    let at_village = village.change("recordSale", pears(json!({})), "sale { id }").await["sale"]["id"].take();
    let neighbour = app.clerk_of(OTHER_VILLAGE).await;
    for region in [TOWN, OTHER_VILLAGE, OTHER_TOWN] {
        assert_eq!(
            village.refused_change("recordSale", pears(json!({"regionCode": region}))).await.code,
            "FORBIDDEN",
            "{region}"
        );
    }
    for (reader, sale) in [(&village, &at_town), (&neighbour, &at_village)] {
        let query = format!("{{ sale(id: {sale}) {{ id }} }}");
        assert_eq!(reader.refused(&query).await.code, "NOT_FOUND");
        assert_eq!(reader.refused_change("voidSale", json!({"saleId": sale, "reason": "不"})).await.code, "NOT_FOUND");
    }
    for (reader, expected) in [(&town, 2), (&village, 1), (&neighbour, 0)] {
        assert_eq!(reader.ask("{ sales { totalCount } }").await["sales"]["totalCount"], expected);
    }
    for outsider in [app.buyer().await, app.visitor()] {
        let refusal = outsider.refused("{ sales { totalCount } }").await;
        assert!(["FORBIDDEN", "UNAUTHENTICATED"].contains(&refusal.code.as_str()), "{refusal:?}");
    }
    assert_eq!(app.official_of(TOWN).await.refused_change("recordSale", pears(json!({}))).await.code, "FORBIDDEN");
}

#[tokio::test]
async fn sales_come_newest_first_and_are_narrowed_by_filters() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let clerk = app.clerk().await;
    let mut ids = Vec::new();
    for changes in [
        json!({"soldOn": "2026-08-01"}),
        json!({"soldOn": "2026-08-03", "channel": "ONLINE"}),
        json!({"soldOn": "2026-08-02", "varietyCode": "yellow-peach"}),
        json!({"soldOn": "2026-08-02", "varietyCode": null, "productCode": "paocai"}),
        json!({"soldOn": "2026-08-02", "regionCode": OTHER_VILLAGE}),
    ] {
        ids.push(text(&clerk.change("recordSale", pears(changes), "sale { id }").await["sale"]["id"]));
    }
    clerk.change("voidSale", json!({"saleId": ids[0], "reason": "误录"}), "__typename").await;
    for (filter, expected) in [
        ("", vec![1, 4, 3, 2, 0]),
        ("voided: true", vec![0]),
        ("voided: false", vec![1, 4, 3, 2]),
        ("channel: ONLINE", vec![1]),
        ("varietyCode: \"yellow-peach\"", vec![2]),
        ("productCode: \"paocai\"", vec![3]),
        ("regionCode: \"500235136002\"", vec![4]),
        ("regionCode: \"500235\"", vec![1, 4, 3, 2, 0]),
        ("soldFrom: \"2026-08-02\"", vec![1, 4, 3, 2]),
        ("soldTo: \"2026-08-02\"", vec![4, 3, 2, 0]),
        ("soldFrom: \"2026-08-02\", soldTo: \"2026-08-02\"", vec![4, 3, 2]),
        ("soldFrom: \"2026-08-03\", soldTo: \"2026-08-02\"", vec![]),
    ] {
        let answer = clerk.ask(&format!("{{ sales(filter: {{ {filter} }}) {{ totalCount nodes {{ id }} }} }}")).await;
        let found: Vec<_> =
            answer["sales"]["nodes"].as_array().expect("nodes").iter().map(|node| text(&node["id"])).collect();
        assert_eq!(found, expected.iter().map(|index: &usize| ids[*index].clone()).collect::<Vec<_>>(), "{filter}");
        assert_eq!(answer["sales"]["totalCount"], expected.len(), "{filter}");
    }
}

#[tokio::test]
async fn what_i_entered_today_is_found_whenever_it_was_sold() {
    let app = TestApp::new().await;
    let (clerk, other) = (app.clerk().await, app.clerk().await);
    let first = clerk.record_sale("2026-11-20", "1", "1").await;
    app.set_time("2026-11-25T01:00:00Z");
    let late = clerk.record_sale("2026-11-01", "2", "2").await;
    let others = other.record_sale("2026-11-25", "3", "3").await;
    for (filter, expected) in [
        ("recordedByMe: true", vec![&first, &late]),
        ("recordedByMe: false", vec![&others]),
        ("recordedFrom: \"2026-11-25T00:00:00+08:00\"", vec![&others, &late]),
        ("recordedFrom: \"2026-11-25T00:00:00+08:00\", recordedByMe: true", vec![&late]),
        ("recordedTo: \"2026-11-25T01:00:00Z\"", vec![&first]),
    ] {
        let found = clerk.ask(&format!("{{ sales(filter: {{ {filter} }}) {{ nodes {{ id }} }} }}")).await;
        let ids: Vec<_> =
            found["sales"]["nodes"].as_array().expect("nodes").iter().map(|node| text(&node["id"])).collect();
        assert_eq!(ids.iter().collect::<Vec<_>>(), expected, "{filter}");
    }
    let wide = app.admin().await.refused("{ sales(filter: { recordedByMe: true }) { totalCount } }").await;
    assert_eq!(wide.code, "TOO_COMPLEX");
}

#[tokio::test]
async fn bad_fields_are_named_and_nothing_is_recorded() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    for (field, value) in [
        ("quantityKg", "0"),
        ("quantityKg", "-1"),
        ("quantityKg", "1.0001"),
        ("quantityKg", "100000000.001"),
        ("quantityKg", "1e400"),
        ("amountYuan", "0.00"),
        ("amountYuan", "0.001"),
        ("amountYuan", "1000000000.01"),
        ("amountYuan", "NaN"),
        ("amountYuan", "Infinity"),
        ("amountYuan", " 1"),
        ("amountYuan", "１"),
        ("amountYuan", "1,000"),
        ("soldOn", "2026-11-25"),
        ("soldOn", "2026-13-01"),
        ("soldOn", ""),
        ("regionCode", "123"),
        ("regionCode", "500235136001\u{0}"),
        ("varietyCode", "\u{0}"),
    ] {
        let refusal = clerk.refused_change("recordSale", pears(json!({field: value}))).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some(format!("input.{field}").as_str())), "{field} {value:?}");
    }
    // Errors that the library finds name their fields, too.
    for (rest, field) in [
        ("", "input.amountYuan"),
        ("amountYuan: \"1\", bogus: 1", "input.bogus"),
        ("amountYuan: 99999999999", "input.amountYuan"),
    ] {
        let fruit = "soldOn: \"2026-08-02\", channel: MARKET, regionCode: \"500235136001\", varietyCode: \"fengshui-pear\", quantityKg: \"1\"";
        let refusal = clerk
            .refused(&format!("mutation {{ recordSale(input: {{ {fruit}, {rest} }}) {{ sale {{ id }} }} }}"))
            .await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some(field)), "{rest}");
    }
    assert_eq!(clerk.ask("{ sales { totalCount } }").await["sales"]["totalCount"], 0);
    for largest in [
        json!({"quantityKg": "100000000", "amountYuan": "1000000000"}),
        json!({"quantityKg": "0.001", "amountYuan": "0.01"}),
    ] {
        clerk.change("recordSale", pears(largest), "__typename").await;
    }
}

#[tokio::test]
async fn what_the_reader_may_not_see_is_not_shown_through_a_sale() {
    let app = TestApp::new().await;
    let (town, village) = (app.clerk().await, app.clerk_of(OTHER_VILLAGE).await);
    let (grower, lot) = lot(&town).await;
    let sale = town
        .change("recordSale", pears(json!({"lotId": lot, "regionCode": OTHER_VILLAGE})), "sale { id }")
        .await["sale"]["id"]
        .take();
    let query = format!("{{ sale(id: {sale}) {{ lot {{ code }} grower {{ name phone }} }} }}");
    let seen = village.ask(&query).await["sale"].take();
    assert_eq!(seen, json!({"lot": null, "grower": {"name": "杉树林社区居民委员会", "phone": null}}));
    assert!(town.ask(&query).await["sale"]["lot"]["code"].is_string());

    for list in ["sales", "plots", "harvestLots"] {
        let query = |id: &str| format!("{{ {list}(filter: {{ growerId: \"{id}\" }}) {{ totalCount }} }}");
        for unknown in ["0190a1b2-0000-7000-8000-000000000000", "no id"] {
            assert_eq!(town.refused(&query(unknown)).await.code, "NOT_FOUND", "{list} of {unknown}");
        }
        // Any grower of the township may be named, as for recording a sale.
        village.ask(&query(&grower)).await;
        assert_eq!(app.clerk_of(OTHER_TOWN).await.refused(&query(&grower)).await.code, "NOT_FOUND", "{list}");
    }
}

#[tokio::test]
async fn every_field_of_a_sale_is_what_it_was() {
    let answers = Answers::of_a_small_town().await;
    let clerk = answers.app.clerk().await;
    insta::assert_json_snapshot!("sales", answers.ask(&clerk, "sales", "").await);
    let returns = "{ sales(filter: {productCode: \"paocai\"}) { nodes { returns { $SaleReturn } } } }";
    insta::assert_json_snapshot!("returns", answers.asked(&clerk, returns).await);
}
