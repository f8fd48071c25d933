//! Who sees which pre-orders, and their states.

use serde_json::{Value, json};

use super::{WHOLE, claim, town, with};
use crate::app::{OTHER_TOWN, TOWN, VILLAGE, text};

#[tokio::test]
async fn a_buyer_is_seen_whole_masked_or_not_at_all() {
    let (app, clerk, _) = town(json!({})).await;
    let offer = clerk.open_offer(json!({"regionCode": VILLAGE})).await;
    let buyer = app.buyer().await;
    let input = with(
        claim(&offer, "1"),
        json!({"buyerPhone": "13800001234", "fulfilment": "SHIP", "deliveryAddress": "重庆市渝中区 1 号"}),
    );
    let placed =
        buyer.change("placePreorder", input, "preorder { id buyerName buyerPhone deliveryAddress }").await["preorder"]
            .take();
    let whole = json!({"id": placed["id"], "buyerName": "陈晓", "buyerPhone": "13800001234", "deliveryAddress": "重庆市渝中区 1 号"});
    assert_eq!(placed, whole);
    let query = format!("{{ preorder(id: {}) {{ id buyerName buyerPhone deliveryAddress }} }}", placed["id"]);
    let masked = json!({"id": placed["id"], "buyerName": "陈晓", "buyerPhone": "138****1234", "deliveryAddress": null});
    for (who, client, seen) in [
        ("buyer", buyer.clone(), Some(&whole)),
        ("clerk of the community", app.clerk_of(VILLAGE).await, Some(&whole)),
        ("clerk of the town", clerk.clone(), Some(&whole)),
        ("official", app.official_of(TOWN).await, Some(&masked)),
        ("admin", app.admin().await, Some(&masked)),
        ("another buyer", app.buyer().await, None),
        ("clerk elsewhere", app.clerk_of(OTHER_TOWN).await, None),
        ("official elsewhere", app.official_of(OTHER_TOWN).await, None),
    ] {
        match seen {
            Some(seen) => assert_eq!(&client.ask(&query).await["preorder"], seen, "{who}"),
            None => assert_eq!(client.refused(&query).await.code, "NOT_FOUND", "{who}"),
        }
        let list = client.ask("{ preorders { totalCount } }").await;
        assert_eq!(list["preorders"]["totalCount"], i32::from(seen.is_some()), "{who}");
    }
    let rows = crate::access::audit::rows(&app).await;
    let read =
        rows.iter().filter(|row| row.action == "readPhones" && row.record_kind.as_deref() == Some("preorder")).count();
    assert_eq!(read, 2, "two clerks read the whole number; the buyer's own reading is none");
    let personal = ["陈晓", "13800001234", "渝中区"];
    assert!(
        rows.iter().all(|row| !personal.iter().any(|value| row.changes.contains(value))),
        "no personal value stands in the log"
    );
    let taken_down = clerk.change("placePreorder", claim(&offer, "1"), "preorder { id }").await["preorder"].take();
    let phone = |client: &crate::app::Client| {
        let (client, query) = (client.clone(), format!("{{ preorder(id: {}) {{ buyerPhone }} }}", taken_down["id"]));
        async move { client.ask(&query).await["preorder"]["buyerPhone"].take() }
    };
    assert!(text(&phone(&clerk).await).starts_with("139"));
    let read = crate::access::audit::rows(&app).await.iter().filter(|row| row.action == "readPhones").count();
    assert_eq!(read, 3, "an order that a clerk takes down is not its own");
    let pay = json!({"preorderId": placed["id"], "amountYuan": "1", "method": "CASH"});
    let elsewhere = app.clerk_of(OTHER_TOWN).await;
    assert_eq!(elsewhere.refused_change("recordPreorderPayment", pay).await.code, "NOT_FOUND");
}

#[tokio::test]
async fn availability_is_explained() {
    let (app, clerk, offer) = town(json!({"holdMinutes": 60})).await;
    let [overdue, confirmed, delivered] = [
        app.visitor().place(&offer, "1").await,
        app.visitor().place(&offer, "20").await,
        app.visitor().place(&offer, "30").await,
    ];
    clerk.pay(&confirmed, "160").await;
    clerk.pay(&delivered, "240").await;
    clerk
        .change("deliverPreorder", json!({"preorderId": delivered["id"], "deliveredOn": "2026-11-24"}), "__typename")
        .await;
    app.set_time("2026-11-24T05:00:00Z");
    let waiting = app.visitor().place(&offer, "4").await;
    assert_eq!(clerk.look_up(&overdue).await["status"], "EXPIRED");
    let query = format!(
        "{{ explainAvailability(offerId: \"{offer}\") {{ quotaKg availableKg held {{ status preorders quantityKg }} freedNext {{ id holdUntil }} }} }}"
    );
    let explained = clerk.ask(&query).await["explainAvailability"].take();
    let expected = json!({
        "quotaKg": "100.000", "availableKg": "46.000",
        "held": [
            {"status": "CONFIRMED", "preorders": 1, "quantityKg": "20.000"},
            {"status": "DELIVERED", "preorders": 1, "quantityKg": "30.000"},
            {"status": "PLACED", "preorders": 1, "quantityKg": "4.000"},
        ],
        "freedNext": [{"id": waiting["id"], "holdUntil": "2026-11-24T06:00:00.000000Z"}]
    });
    assert_eq!(explained, expected);
    assert_eq!(clerk.available(&offer).await, "46.000");
    assert_eq!(app.clerk_of(OTHER_TOWN).await.refused(&query).await.code, "FORBIDDEN");
}

#[tokio::test]
async fn estimates_show_what_is_promised_of_the_crop() {
    let (app, clerk, offer) = town(json!({"holdMinutes": 60})).await;
    let other = clerk.open_offer(json!({"season": 2025})).await;
    let estimate = |quantity: &str, season: i32| json!({"varietyCode": "fengshui-pear", "regionCode": TOWN, "season": season, "quantityKg": quantity});
    let share = async |client: &crate::app::Client| {
        client.ask(&format!("{{ presaleOffer(id: \"{offer}\") {{ promisedShare }} }}")).await["presaleOffer"]["promisedShare"].take()
    };
    assert_eq!(share(&clerk).await, Value::Null);
    clerk.change("recordHarvestEstimate", estimate("60", 2026), "recordedAt").await;
    clerk.change("recordHarvestEstimate", estimate("5", 2025), "recordedAt").await;
    let confirmed = app.visitor().place(&offer, "40").await;
    clerk.pay(&confirmed, "96").await;
    app.visitor().place(&offer, "30").await;
    app.visitor().place(&other, "10").await;
    assert_eq!(
        (share(&clerk).await, share(&app.visitor()).await),
        (json!("1.1667"), Value::Null),
        "it is not for the public"
    );
    let at_risk = async |region: &str, arguments: &str| {
        let query = format!(
            "{{ offersAtRisk(regionCode: \"{region}\"{arguments}) {{ totalCount nodes {{ id }} pageInfo {{ hasNextPage endCursor }} }} }}"
        );
        clerk.ask(&query).await["offersAtRisk"].take()
    };
    let found = at_risk(TOWN, "").await;
    assert_eq!(found["nodes"], json!([{"id": other}, {"id": offer}]), "200 % before 117 %");
    let first = at_risk(TOWN, ", first: 1").await;
    assert_eq!((&first["nodes"], &first["pageInfo"]["hasNextPage"]), (&json!([{"id": other}]), &json!(true)));
    let rest = at_risk(TOWN, &format!(", first: 1, after: {}", first["pageInfo"]["endCursor"])).await;
    assert_eq!((&rest["nodes"], &rest["pageInfo"]["hasNextPage"]), (&json!([{"id": offer}]), &json!(false)));
    assert_eq!(at_risk(VILLAGE, "").await["nodes"], json!([]));
    app.set_time("2026-11-24T05:00:00Z");
    assert_eq!(share(&clerk).await, "0.6667", "what is overdue is promised to nobody");
    assert_eq!(at_risk(TOWN, "").await["nodes"], json!([{"id": other}]), "whose hold lasts two days");
    clerk.change("recordHarvestEstimate", with(estimate("40", 2026), json!({"note": "四月霜冻"})), "recordedAt").await;
    assert_eq!(share(&clerk).await, "1.00");
    let history =
        clerk.ask("{ harvestEstimates(filter: { season: 2026 }) { nodes { quantityKg note replacedAt } } }").await;
    let expected = json!([
        {"quantityKg": "40.000", "note": "四月霜冻", "replacedAt": null},
        {"quantityKg": "60.000", "note": null, "replacedAt": "2026-11-24T05:00:00.000000Z"},
    ]);
    assert_eq!(history["harvestEstimates"]["nodes"], expected);
}

#[tokio::test]
async fn offers_are_found_by_what_they_are() {
    let (app, clerk, offer) = town(json!({})).await;
    let closed = clerk
        .open_offer(json!({"season": 2025, "closesAt": "2026-11-24T04:00:00Z", "varietyCode": "yellow-peach"}))
        .await;
    for (filter, expected) in [
        ("{}", vec![&closed, &offer]),
        ("{ openNow: true }", vec![&offer]),
        ("{ openNow: false }", vec![&closed]),
        ("{ season: 2025 }", vec![&closed]),
        ("{ varietyCode: \"fengshui-pear\" }", vec![&offer]),
        ("{ regionCode: \"500235105\" }", vec![]),
    ] {
        let found = app.visitor().ask(&format!("{{ presaleOffers(filter: {filter}) {{ nodes {{ id }} }} }}")).await;
        let mut ids: Vec<_> =
            found["presaleOffers"]["nodes"].as_array().expect("nodes").iter().map(|node| text(&node["id"])).collect();
        ids.sort();
        let mut expected: Vec<_> = expected.into_iter().cloned().collect();
        expected.sort();
        assert_eq!(ids, expected, "{filter}");
    }
    let by_code = async |code: &str| {
        clerk.ask(&format!("{{ preorders(filter: {{ code: \"{code}\" }}) {{ totalCount }} }}")).await["preorders"]["totalCount"].take()
    };
    let placed = app.visitor().place(&offer, "1").await;
    assert_eq!(by_code(&text(&placed["code"]).to_lowercase()).await, 1);
    assert_eq!((by_code("P000-0000").await, by_code("x").await), (json!(0), json!(0)));
    let mine = app.buyer().await;
    let input = claim(&offer, "1");
    mine.change("placePreorder", input, WHOLE).await;
    assert_eq!(mine.ask("{ preorders { totalCount } }").await["preorders"]["totalCount"], 1);
}
