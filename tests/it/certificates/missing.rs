//! Sales and deliveries without a certificate.

use serde_json::{Value, json};

use super::{plant, pledge};
use crate::app::{Client, OTHER_TOWN, OTHER_VILLAGE, TOWN, TestApp, VILLAGE, text};

/// The list for a region from January to November, oldest first: days and kilograms.
async fn listed(client: &Client, region: &str) -> Vec<String> {
    let query = format!(
        "{{ certificatesMissing(first: 100, regionCode: \"{region}\", from: \"2026-01-01\", to: \"2026-11-24\") {{ totalCount nodes {{ day quantityKg }} }} }}"
    );
    let mut page = client.ask(&query).await["certificatesMissing"].take();
    let mut lines: Vec<_> = page["nodes"]
        .as_array()
        .expect("nodes")
        .iter()
        .map(|one| format!("{} {}", text(&one["day"]), text(&one["quantityKg"])))
        .collect();
    assert_eq!(page["totalCount"].take(), json!(lines.len()));
    lines.reverse();
    lines
}

/// A grower of a kind, with a lot of 500 kg picked on a day.
async fn lot_of(clerk: &Client, kind: &str, harvested_on: &str) -> (String, String) {
    let grower = clerk.register("王桂英", kind).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2020).await;
    (clerk.record_harvest(&plot, harvested_on, "500").await, grower)
}

async fn sell(clerk: &Client, sold_on: &str, quantity_kg: &str, of: Value) -> String {
    let mut input = json!({
        "soldOn": sold_on, "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "fengshui-pear", "quantityKg": quantity_kg,
        "amountYuan": "1"
    });
    input.as_object_mut().expect("fields").extend(of.as_object().expect("fields").clone());
    text(&clerk.change("recordSale", input, "sale { id }").await["sale"]["id"])
}

#[tokio::test]
async fn sales_of_those_who_need_one_are_listed_until_there_is_one() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let mut company_lot = String::new();
    for (position, kind) in ["COMPANY", "COOPERATIVE", "FAMILY_FARM", "HOUSEHOLD"].into_iter().enumerate() {
        let (lot, grower) = lot_of(&clerk, kind, "2026-01-10").await;
        sell(&clerk, "2026-01-31", "1", json!({"lotId": lot})).await;
        sell(&clerk, &format!("2026-02-0{}", position + 1), "2", json!({"lotId": lot})).await;
        sell(&clerk, &format!("2026-03-0{}", position + 1), "3", json!({"growerId": grower})).await;
        if kind == "COMPANY" {
            company_lot = lot;
        }
    }
    sell(&clerk, "2026-02-05", "4", json!({})).await;
    let voided = sell(&clerk, "2026-02-06", "5", json!({"lotId": company_lot})).await;
    clerk.change("voidSale", json!({"saleId": voided, "reason": "误录"}), "__typename").await;
    let all = ["2026-02-01 2.000", "2026-02-02 2.000", "2026-03-01 3.000", "2026-03-02 3.000"];
    assert_eq!(listed(&clerk, TOWN).await, all);
    let strict = app.configured(&[("FAMILY_FARMS_NEED_CERTIFICATE", "true")]).again(&clerk);
    assert_eq!(listed(&strict, TOWN).await.len(), 6);
    let earlier = app.configured(&[("CERTIFICATES_FROM", "2026-01-31")]).again(&clerk);
    assert_eq!(listed(&earlier, TOWN).await.len(), 6);

    let code = clerk.certify(pledge(&company_lot)).await;
    assert_eq!(listed(&clerk, TOWN).await, all[1..]);
    let mut anew = pledge(&company_lot);
    anew["replaces"] = json!([code]);
    let anew = clerk.certify(anew).await;
    clerk.change("withdrawCertificate", json!({"code": anew, "reason": "误开"}), "__typename").await;
    assert_eq!(listed(&clerk, TOWN).await, all[1..], "one that was replaced pledges for what went with it");
    clerk.change("withdrawCertificate", json!({"code": code, "reason": "误开"}), "__typename").await;
    assert_eq!(listed(&clerk, TOWN).await, all, "one that was withdrawn does not");
    for (who, region, number) in [(app.official_of(VILLAGE).await, VILLAGE, 4), (app.admin().await, OTHER_VILLAGE, 0)] {
        assert_eq!(listed(&who, region).await.len(), number);
    }
}

#[tokio::test]
async fn an_item_leads_to_what_it_is_about() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let operator = plant(&app).await;
    let keeps_stock = json!({"code": "pickles", "stockFrom": "2026-08-01"});
    app.admin().await.change("updateProcessingPlant", keeps_stock, "__typename").await;
    let (lot, grower) = lot_of(&clerk, "COMPANY", "2026-07-20").await;
    let (household_lot, _) = lot_of(&clerk, "HOUSEHOLD", "2026-07-20").await;
    let sale = sell(&clerk, "2026-08-01", "1", json!({"lotId": lot})).await;
    let offer = clerk.open_offer(json!({"depositRate": "0"})).await;
    let preorder = app.visitor().place(&offer, "10").await;
    clerk.pay(&preorder, "80").await;
    let lots = json!([{"lotId": lot, "quantityKg": "6"}, {"lotId": household_lot, "quantityKg": "4"}]);
    clerk
        .change(
            "deliverPreorder",
            json!({"preorderId": preorder["id"], "deliveredOn": "2026-11-24", "lots": lots}),
            "__typename",
        )
        .await;
    let intake = operator.buy_in(json!({"supplierName": "果商", "quantityKg": "40"})).await;
    let batch = operator.make("sorted", &[("intakeId", &intake, "30")]).await;
    operator.make("paocai", &[("intakeId", &intake, "10")]).await;
    let goods = |product: &str, sold_on: &str, quantity: &str| {
        (sold_on.to_owned(), quantity.to_owned(), json!({"varietyCode": null, "productCode": product}))
    };
    for (sold_on, quantity, of) in
        [goods("sorted", "2026-08-04", "7"), goods("paocai", "2026-08-05", "7"), goods("sorted", "2026-07-31", "8")]
    {
        sell(&clerk, &sold_on, &quantity, of).await;
    }
    let whole = "day quantityKg sale { id } preorder { id } lot { id } batch { id } grower { id name }";
    let query = format!(
        "{{ certificatesMissing(regionCode: \"{TOWN}\", from: \"2026-07-01\", to: \"2026-11-24\") {{ nodes {{ {whole} }} }} }}"
    );
    let mut nodes = clerk.ask(&query).await["certificatesMissing"]["nodes"].take();
    let grower = json!({"id": grower, "name": "王桂英"});
    for one in nodes.as_array_mut().expect("nodes") {
        if one["sale"]["id"] != json!(sale) && !one["sale"].is_null() {
            one["sale"] = json!("of goods");
        }
    }
    let expected = json!([
        {"day": "2026-11-24", "quantityKg": "6.000", "sale": null, "preorder": {"id": preorder["id"]}, "lot": {"id": lot}, "batch": null, "grower": grower},
        {"day": "2026-08-04", "quantityKg": "7.000", "sale": "of goods", "preorder": null, "lot": null, "batch": {"id": batch}, "grower": null},
        {"day": "2026-08-01", "quantityKg": "1.000", "sale": {"id": sale}, "preorder": null, "lot": {"id": lot}, "batch": null, "grower": grower},
        {"day": "2026-07-31", "quantityKg": "8.000", "sale": "of goods", "preorder": null, "lot": null, "batch": null, "grower": null},
    ]);
    assert_eq!(nodes, expected);
    operator.certify(json!({"batchId": batch, "basis": "SELF_TEST"})).await;
    clerk.certify(pledge(&lot)).await;
    let left = clerk.ask(&query).await["certificatesMissing"]["nodes"].take();
    assert_eq!(left.as_array().map(Vec::len), Some(1), "{left:#}");
}

#[tokio::test]
async fn its_pages_concatenate_to_the_whole_list() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let (lot, grower) = lot_of(&clerk, "COMPANY", "2026-07-20").await;
    for number in 0..25 {
        let of = if number % 3 == 0 { json!({"growerId": grower}) } else { json!({"lotId": lot}) };
        sell(&clerk, &format!("2026-08-{:02}", 1 + number / 4), &format!("{}", number + 1), of).await;
    }
    let page = async |arguments: &str| {
        let query = format!(
            "{{ certificatesMissing(regionCode: \"{TOWN}\", from: \"2026-08-01\", to: \"2026-11-24\", {arguments}) {{ totalCount edges {{ cursor }} \
             nodes {{ quantityKg }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}"
        );
        clerk.ask(&query).await["certificatesMissing"].take()
    };
    let whole = page("first: 100").await["nodes"].take();
    for size in [1, 7, 25] {
        let (mut joined, mut after) = (Vec::new(), None);
        loop {
            let after_argument = after.as_ref().map_or(String::new(), |cursor| format!(", after: \"{cursor}\""));
            let next = page(&format!("first: {size}{after_argument}")).await;
            joined.extend(next["nodes"].as_array().expect("nodes").clone());
            assert_eq!(
                (&next["totalCount"], &next["pageInfo"]["hasPreviousPage"]),
                (&json!(25), &json!(after.is_some()))
            );
            after = next["pageInfo"]["endCursor"].as_str().map(str::to_owned);
            if next["pageInfo"]["hasNextPage"] == json!(false) {
                break;
            }
        }
        assert_eq!(json!(joined), whole, "in pages of {size}");
    }
}

#[tokio::test]
async fn bad_arguments_are_named() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    clerk.record_sale("2026-08-01", "1", "1").await;
    let sales = clerk.ask("{ sales { pageInfo { endCursor } } }").await;
    let cursor = text(&sales["sales"]["pageInfo"]["endCursor"]);
    for (region, from, to, page, brief) in [
        (OTHER_TOWN, "2026-01-01", "2026-02-30", "", ("FORBIDDEN", None)),
        ("1", "2026-01-01", "2026-02-01", "", ("INVALID_INPUT", Some("regionCode"))),
        (TOWN, "2026-02-30", "2026-03-01", "", ("INVALID_INPUT", Some("from"))),
        (TOWN, "2026-02-01", "x", "", ("INVALID_INPUT", Some("to"))),
        (TOWN, "2026-02-02", "2026-02-01", "", ("INVALID_INPUT", Some("to"))),
        (TOWN, "2026-01-01", "2027-01-02", "", ("INVALID_INPUT", Some("to"))),
        (TOWN, "2026-01-01", "2026-02-01", "first: 0", ("INVALID_INPUT", Some("first"))),
        (TOWN, "2026-01-01", "2026-02-01", "after: \"x\"", ("INVALID_INPUT", Some("after"))),
        (TOWN, "2026-01-01", "2026-02-01", &format!("after: \"{cursor}\""), ("INVALID_INPUT", Some("after"))),
    ] {
        let query = format!(
            "{{ certificatesMissing(regionCode: \"{region}\", from: \"{from}\", to: \"{to}\", {page}) {{ totalCount }} }}"
        );
        assert_eq!(clerk.refused(&query).await.brief(), brief, "{query}");
    }
    let year = format!(
        "{{ certificatesMissing(regionCode: \"{TOWN}\", from: \"2026-01-01\", to: \"2027-01-01\") {{ totalCount }} }}"
    );
    assert_eq!(clerk.ask(&year).await["certificatesMissing"]["totalCount"], 0);
}

#[tokio::test]
async fn what_went_with_one_that_has_been_removed_since_is_not_missing() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let (lot, _) = lot_of(&clerk, "COMPANY", "2026-01-10").await;
    let (other, _) = lot_of(&clerk, "COMPANY", "2026-01-10").await;
    for lot in [&lot, &other] {
        sell(&clerk, "2026-03-01", "1", json!({"lotId": lot})).await;
    }
    clerk.certify(pledge(&lot)).await;
    let withdrawn = clerk.certify(pledge(&other)).await;
    clerk.change("withdrawCertificate", json!({"code": withdrawn, "reason": "误开"}), "__typename").await;
    assert_eq!(listed(&clerk, TOWN).await, ["2026-03-01 1.000"]);
    app.set_time("2027-05-25T04:00:00Z");
    assert_eq!(domain::certificates::remove(&app.database, 6).await.expect("a number"), 2);
    assert_eq!(listed(&clerk, TOWN).await, ["2026-03-01 1.000"], "one that was withdrawn still counts as none");
    app.verified().await;
}
