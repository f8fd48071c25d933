//! Whole answers about offers, pre-orders and their money.

use serde_json::{Value, json};

use crate::app::{Answers, TOWN, text};

#[tokio::test]
async fn every_field_of_presales_is_what_it_was() {
    let answers = Answers::of_a_small_town().await;
    let clerk = answers.app.clerk().await;
    let region = format!("regionCode: \"{TOWN}\"");
    // The offer whose harvest fell short. The other one says where it is picked up.
    let mut offers = clerk.ask("{ presaleOffers { nodes { id pickUpPlace } } }").await;
    let offers: Vec<Value> = serde_json::from_value(offers["presaleOffers"]["nodes"].take()).expect("offers");
    let (short, others): (Vec<_>, Vec<_>) = offers.iter().partition(|offer| offer["pickUpPlace"].is_null());
    let offer = format!("offerId: {}", short[0]["id"]);
    // Of the other one's crop less is expected than is promised, and a buyer's money is to be paid back.
    let paid = clerk.place(&text(&others[0]["id"]), "2").await;
    clerk.pay(&paid, "4.8").await;
    let cancel = json!({"preorderId": paid["id"], "onBehalfOf": "TOWN", "reason": "霜冻"});
    clerk.change("cancelPreorder", cancel, "__typename").await;
    let estimate =
        json!({"regionCode": TOWN, "varietyCode": "fengshui-pear", "season": 2026, "quantityKg": "5", "note": "霜冻"});
    clerk.change("recordHarvestEstimate", estimate, "__typename").await;
    for (query, arguments) in [
        ("presaleOffers", ""),
        ("preorders", &*format!("filter: {{{offer}}}")),
        ("harvestEstimates", ""),
        ("shortfallRuns", &offer),
        ("explainAvailability", &offer),
        ("offersAtRisk", &region),
        ("refundsDue", &region),
        ("paymentsByDay", &format!("{region}, from: \"2026-11-01\", to: \"2026-11-24\"")),
    ] {
        insta::assert_json_snapshot!(query, answers.ask(&clerk, query, arguments).await);
    }
    let payments = format!("{{ preorders(filter: {{{offer}}}) {{ nodes {{ payments {{ $PreorderPayment }} }} }} }}");
    insta::assert_json_snapshot!("payments", answers.asked(&clerk, &payments).await);
    let buyer = "filter: {status: DELIVERED}";
    insta::assert_json_snapshot!("preorders-delivered", answers.ask(&clerk, "preorders", buyer).await);
    for (name, status, records) in [
        ("deliveries", "DELIVERED", "deliveries { $PreorderDelivery }"),
        ("returns", "DELIVERED", "returns { $PreorderReturn }"),
        ("refunds", "CANCELLED", "refunds { $PreorderRefund }"),
    ] {
        let query = format!("{{ preorders(filter: {{status: {status}}}) {{ nodes {{ {records} }} }} }}");
        insta::assert_json_snapshot!(name, answers.asked(&clerk, &query).await);
    }
}
