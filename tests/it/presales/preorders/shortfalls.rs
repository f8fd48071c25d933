//! Shortfalls: what is available is shared, and the difference is refunded.

use serde_json::{Value, json};

use super::{WHOLE, claim, town, with};
use crate::app::{Client, TestApp, text};

const RUN: &str = "availableKg policy promisedKg refundDueYuan preordersReduced \
                   shares { totalCount nodes { preorder { id } orderedKg promisedKg fulfillableKg refundDueYuan } }";

fn settle(offer: &str, available: &str, policy: &str) -> Value {
    json!({"offerId": offer, "availableKg": available, "policy": policy})
}

async fn preview(clerk: &Client, input: Value) -> Value {
    let query =
        format!("query($input: SettleHarvestShortfallInput!) {{ previewHarvestShortfall(input: $input) {{ {RUN} }} }}");
    let mut answer = clerk.send(&query, json!({"input": input})).await;
    assert!(answer.get("errors").is_none(), "{answer:#}");
    answer["data"]["previewHarvestShortfall"].take()
}

fn fulfillable(run: &Value) -> Vec<String> {
    run["shares"]["nodes"].as_array().expect("shares").iter().map(|share| text(&share["fulfillableKg"])).collect()
}

/// Pre-orders of 60, 30 and 10 kg, confirmed in this order, a minute apart, and paid.
async fn three(app: &TestApp, clerk: &Client, offer: &str) -> Vec<Value> {
    let mut placed = Vec::new();
    for (minute, quantity) in ["60", "30", "10"].into_iter().enumerate() {
        app.set_time(&format!("2026-11-24T04:0{minute}:00Z"));
        let preorder = app.visitor().place(offer, quantity).await;
        clerk.pay(&preorder, preorder["amountYuan"].as_str().expect("an amount")).await;
        placed.push(preorder);
    }
    placed
}

#[tokio::test]
async fn each_gets_the_same_share_and_the_difference_back() {
    let (app, clerk, offer) = town(json!({"quotaKg": "110"})).await;
    let placed = three(&app, &clerk, &offer).await;
    let waiting = app.visitor().place(&offer, "10").await;
    clerk.pay(&waiting, "5").await;
    let more = clerk.refused_change("settleHarvestShortfall", settle(&offer, "100.001", "PRO_RATA")).await;
    assert_eq!(more.code, "CONFLICT", "{}", more.message);
    assert_eq!(clerk.look_up(&waiting).await["status"], "PLACED", "and nothing changed");
    let input = settle(&offer, "50.001", "PRO_RATA");
    let previewed = preview(&clerk, input.clone()).await;
    assert_eq!(clerk.available(&offer).await, "0.000");
    assert_eq!(clerk.look_up(&placed[0]).await["fulfillableKg"], "60.000", "a preview records nothing");
    let payload = format!("offer {{ closesAt quotaKg availableKg }} run {{ {RUN} }} refundDueYuan preordersReduced");
    let settled = clerk.change("settleHarvestShortfall", with(input, json!({"idempotencyKey": "k"})), &payload).await;
    assert_eq!(settled["run"], previewed, "the preview said so");
    assert_eq!(
        fulfillable(&previewed),
        ["30.001", "15.000", "5.000"],
        "the gram that remains goes to the largest fraction"
    );
    let expected = json!({"closesAt": "2026-11-24T04:02:00.000000Z", "quotaKg": "50.001", "availableKg": "0.000"});
    assert_eq!(settled["offer"], expected);
    // 60 kg cost 480.00, 30.001 kg cost 240.01; 240.00 becomes 120.00; 80.00 becomes 40.00.
    assert_eq!((&settled["refundDueYuan"], &settled["preordersReduced"]), (&json!("399.99"), &json!(3)));
    let first = clerk.look_up(&placed[0]).await;
    assert_eq!(
        (&first["status"], &first["amountYuan"], &first["depositYuan"], &first["refundDueYuan"], &first["quantityKg"]),
        (&json!("CONFIRMED"), &json!("240.01"), &json!("144.00"), &json!("239.99"), &json!("60.000"))
    );
    let waited = clerk.look_up(&waiting).await;
    assert_eq!(
        (&waited["status"], &waited["cancellationCause"], &waited["refundDueYuan"]),
        (&json!("CANCELLED"), &json!("SHORTFALL"), &json!("5.00"))
    );
    assert_eq!(clerk.presale().await, "400.01");
    assert_eq!(clerk.refused_change("placePreorder", claim(&offer, "1")).await.code, "CONFLICT");
    let again = clerk
        .change(
            "settleHarvestShortfall",
            with(settle(&offer, "50.001", "PRO_RATA"), json!({"idempotencyKey": "k"})),
            &payload,
        )
        .await;
    assert_eq!(again, settled, "sent again, it answers the same and shares nothing twice");
    app.verified().await;

    // Settling again starts from what is promised then.
    let refund = json!({"preorderId": placed[0]["id"], "amountYuan": "239.99", "method": "CASH"});
    clerk.change("recordRefund", refund, WHOLE).await;
    let second =
        clerk.change("settleHarvestShortfall", settle(&offer, "10", "FIRST_COME"), &payload).await["run"].take();
    assert_eq!(fulfillable(&second), ["10.000", "0.000", "0.000"]);
    assert_eq!(second["shares"]["nodes"][0]["promisedKg"], "30.001");
    let [first, last] = [clerk.look_up(&placed[0]).await, clerk.look_up(&placed[2]).await];
    assert_eq!((&first["amountYuan"], &first["refundDueYuan"]), (&json!("80.00"), &json!("160.01")));
    assert_eq!(
        (&last["status"], &last["cancellationCause"], &last["refundDueYuan"], &last["keptYuan"]),
        (&json!("CANCELLED"), &json!("SHORTFALL"), &json!("80.00"), &json!("0.00"))
    );
    assert_eq!(clerk.presale().await, "80.00", "a cancellation by shortfall counts once, as the reduction");
    let runs = clerk.ask(&format!("{{ shortfallRuns(offerId: \"{offer}\") {{ nodes {{ {RUN} }} }} }}")).await;
    assert_eq!(runs["shortfallRuns"]["nodes"][0], settled["run"], "the run is stored with its result");
    assert_eq!(runs["shortfallRuns"]["nodes"][1], second);
    app.verified().await;
}

#[tokio::test]
async fn packs_are_shared_whole_and_delivered_goods_are_left_alone() {
    let (app, clerk, offer) = town(json!({"packKg": "5"})).await;
    let placed = three(&app, &clerk, &offer).await;
    clerk
        .change("deliverPreorder", json!({"preorderId": placed[0]["id"], "deliveredOn": "2026-11-24"}), "__typename")
        .await;
    let more = clerk.refused_change("settleHarvestShortfall", settle(&offer, "41", "PRO_RATA")).await;
    assert_eq!(more.code, "CONFLICT", "40 kg are promised and not delivered");
    let run =
        clerk.change("settleHarvestShortfall", settle(&offer, "24.999", "PRO_RATA"), &format!("run {{ {RUN} }}")).await;
    assert_eq!(fulfillable(&run["run"]), ["15.000", "5.000"], "four packs of twenty-four kilograms");
    assert_eq!(clerk.look_up(&placed[0]).await["fulfillableKg"], "60.000");
    app.verified().await;
}

#[tokio::test]
async fn nothing_left_cancels_all_and_is_bounded_by_zero() {
    let (app, clerk, offer) = town(json!({})).await;
    three(&app, &clerk, &offer).await;
    for (available, code) in [("-1", "INVALID_INPUT"), ("0.0001", "INVALID_INPUT")] {
        let refusal = clerk.refused_change("settleHarvestShortfall", settle(&offer, available, "PRO_RATA")).await;
        assert_eq!(refusal.brief(), (code, Some("input.availableKg")));
    }
    let done =
        clerk.change("settleHarvestShortfall", settle(&offer, "0", "PRO_RATA"), "refundDueYuan preordersReduced").await;
    assert_eq!(done, json!({"refundDueYuan": "800.00", "preordersReduced": 3}));
    assert_eq!((clerk.presale().await, clerk.available(&offer).await), ("0.00".to_owned(), "0.000".to_owned()));
    app.verified().await;
}

#[tokio::test]
async fn shares_are_pages() {
    let (app, clerk, offer) = town(json!({})).await;
    three(&app, &clerk, &offer).await;
    let page = async |field: &str, arguments: &str| {
        let call = match field {
            "preview" => format!(
                "previewHarvestShortfall(input: {{offerId: \"{offer}\", availableKg: \"50\", policy: PRO_RATA}}) {{ shares{arguments} {{ pageInfo {{ hasNextPage endCursor }} nodes {{ orderedKg }} }} }}"
            ),
            _ => format!(
                "shortfallRuns(offerId: \"{offer}\") {{ nodes {{ shares{arguments} {{ pageInfo {{ hasNextPage endCursor }} nodes {{ orderedKg }} }} }} }}"
            ),
        };
        let mut data = clerk.ask(&format!("{{ {call} }}")).await;
        match field {
            "preview" => data["previewHarvestShortfall"]["shares"].take(),
            _ => data["shortfallRuns"]["nodes"][0]["shares"].take(),
        }
    };
    for field in ["preview", "recorded"] {
        if field == "recorded" {
            clerk.change("settleHarvestShortfall", settle(&offer, "50", "PRO_RATA"), "__typename").await;
        }
        let first = page(field, "(first: 2)").await;
        assert_eq!(
            (first["nodes"].as_array().expect("nodes").len(), &first["pageInfo"]["hasNextPage"]),
            (2, &json!(true))
        );
        let rest = page(field, &format!("(first: 2, after: {})", first["pageInfo"]["endCursor"])).await;
        assert_eq!(
            (&rest["nodes"], &rest["pageInfo"]["hasNextPage"]),
            (&json!([{"orderedKg": "10.000"}]), &json!(false))
        );
    }
}
