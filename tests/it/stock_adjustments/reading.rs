//! Lists, traces, recalls and verification.

use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

use super::Town;
use crate::{
    app::{Client, OTHER_TOWN, TOWN, VILLAGE, text},
    presales::preorders::with,
};

/// What a list has: the change and the day of each.
async fn listed(client: &Client, filter: &str) -> Vec<(String, String)> {
    let query = format!("{{ stockAdjustments(filter: {{ {filter} }}) {{ nodes {{ changeKg on }} totalCount }} }}");
    let list = client.ask(&query).await["stockAdjustments"].take();
    let nodes = list["nodes"].as_array().expect("nodes");
    assert_eq!(list["totalCount"], nodes.len());
    nodes.iter().map(|node| (text(&node["changeKg"]), text(&node["on"]))).collect()
}

#[tokio::test]
async fn each_sees_the_adjustments_of_what_it_sees() {
    let town = Town::new().await;
    let on = |input: Value, day: &str| with(input, json!({"on": day}));
    town.clerk.adjust(on(town.lot.adjusted("-1", "SPOILED"), "2026-08-05")).await;
    town.operator.adjust(on(town.intake.adjusted("-2", "LOST"), "2026-08-07")).await;
    let voided = town.operator.adjust(on(town.batch.adjusted("-3", "LOST"), "2026-08-11")).await;
    town.operator.void_adjustment(&voided).await;
    let row = |change: &str, day: &str| (change.to_owned(), day.to_owned());
    let all = [row("-3.000", "2026-08-11"), row("-2.000", "2026-08-07"), row("-1.000", "2026-08-05")];
    let app = &town.app;
    for (filter, expected) in [
        (String::new(), &all[..]),
        (format!("regionCode: \"{VILLAGE}\""), &all[..]),
        (format!("regionCode: \"{TOWN}\", from: \"2026-08-06\", to: \"2026-08-07\""), &all[1..2]),
        ("plantCode: \"pickles\"".to_owned(), &all[..2]),
        (format!("plantCode: \"pickles\", regionCode: \"{VILLAGE}\", to: \"2026-08-10\""), &all[1..2]),
        (format!("regionCode: \"{OTHER_TOWN}\""), &[]),
    ] {
        for client in [&town.clerk, &app.official_of("500235").await, &app.admin().await] {
            assert_eq!(listed(client, &filter).await, expected, "{filter}");
        }
    }
    let grower = app.grower(&town.grower).await;
    assert_eq!(listed(&grower, "").await, all[2..]);
    assert_eq!(listed(&grower, &format!("regionCode: \"{OTHER_TOWN}\"")).await, []);
    assert_eq!(listed(&grower, "plantCode: \"pickles\"").await, []);
    assert_eq!(listed(&town.operator, "").await, all[..2]);
    assert_eq!(listed(&app.clerk_of(OTHER_TOWN).await, "").await, []);
    for (filter, field) in [
        ("regionCode: \"99\"", "filter.regionCode"),
        ("plantCode: \"moon\"", "filter.plantCode"),
        ("from: \"yesterday\"", "filter.from"),
    ] {
        let refused =
            town.clerk.refused(&format!("{{ stockAdjustments(filter: {{ {filter} }}) {{ totalCount }} }}")).await;
        assert_eq!(refused.brief(), ("INVALID_INPUT", Some(field)));
    }
}

#[tokio::test]
async fn trace_and_recall_say_what_became_of_it() {
    let town = Town::new().await;
    let pears = town.operator.buy_in(json!({"lotId": town.lot.id, "quantityKg": "50"})).await;
    let jam = town.operator.pickle(&pears, "40", json!({"outputKg": "30"})).await;
    for (client, input) in [
        (&town.clerk, town.lot.adjusted("-20", "GIVEN_AWAY")),
        (&town.clerk, town.lot.adjusted("-5", "GIVEN_AWAY")),
        (&town.clerk, town.lot.adjusted("-7", "SPOILED")),
        (&town.clerk, town.lot.adjusted("3", "COUNTED")),
        (&town.operator, json!({"intakeId": pears, "changeKg": "-1", "on": "2026-08-20", "reason": "LOST"})),
        (&town.operator, json!({"batchId": jam["id"], "changeKg": "-2", "on": "2026-08-20", "reason": "OWN_USE"})),
    ] {
        client.adjust(input).await;
    }
    let voided = town.adjust(&town.lot, "-9", "LOST").await;
    town.clerk.void_adjustment(&voided).await;

    let query = format!("{{ node(id: \"{}\") {{ ... on HarvestLot {{ code }} }} }}", town.lot.id);
    let code = town.clerk.ask(&query).await["node"]["code"].take();
    let visitor = town.app.visitor();
    let traced =
        visitor.ask(&format!("{{ trace(code: {code}) {{ quantityKg adjustments {{ reason changeKg }} }} }}")).await;
    let expected = json!({
        "quantityKg": "500.000",
        "adjustments": [
            {"reason": "SPOILED", "changeKg": "-7.000"}, {"reason": "GIVEN_AWAY", "changeKg": "-25.000"},
            {"reason": "COUNTED", "changeKg": "3.000"}
        ]
    });
    assert_eq!(traced["trace"], expected);

    let recall = async |client: &Client, code: &Value| {
        let fields = "kind quantityKg reason day plant { code } adjustment { changeKg } region { code }";
        let list = client.ask(&format!("{{ recall(code: {code}) {{ totalCount nodes {{ {fields} }} }} }}")).await;
        let mut nodes = list["recall"]["nodes"].as_array().expect("nodes").clone();
        assert_eq!(list["recall"]["totalCount"], nodes.len());
        nodes.retain(|node| node["kind"] == "ADJUSTMENT");
        nodes.sort_by_key(|node| text(&node["quantityKg"]));
        nodes
    };
    let lost = |quantity: &str, reason: &str, plant: Value| {
        json!({
            "kind": "ADJUSTMENT", "quantityKg": quantity, "reason": reason, "day": "2026-08-20", "plant": plant,
            "adjustment": {"changeKg": format!("-{quantity}")}, "region": {"code": VILLAGE}
        })
    };
    let pickles = || json!({"code": "pickles"});
    let of_lot = [
        lost("1.000", "LOST", pickles()),
        lost("2.000", "OWN_USE", pickles()),
        lost("20.000", "GIVEN_AWAY", Value::Null),
        lost("5.000", "GIVEN_AWAY", Value::Null),
        lost("7.000", "SPOILED", Value::Null),
    ];
    assert_eq!(recall(&town.clerk, &code).await, of_lot);
    assert_eq!(recall(&town.clerk, &jam["code"]).await, [lost("2.000", "OWN_USE", pickles())]);
    town.app.verified().await;
}

#[tokio::test]
async fn verification_adds_up_the_adjustments() {
    let town = Town::new().await;
    for goods in [&town.lot, &town.intake, &town.batch] {
        town.adjust(goods, "-2", "SPOILED").await;
    }
    town.app.verified().await;
    let tamper = "UPDATE stock_adjustment SET change_g = change_g - 1";
    town.app.database.unguarded().execute_unprepared(tamper).await.expect("tampered");
    let named = domain::verify::verify(&town.app.database, |_, _| {}).await.expect("a verification").named;
    for kind in ["lot ", "intake ", "batch "] {
        assert!(named.iter().any(|line| line.starts_with(kind) && line.contains("kg should be left")), "{named:?}");
    }
}
