//! Adjustments and draws at once.

use serde_json::json;

use super::{Town, void};
use crate::app::{NOW, text};

#[tokio::test]
async fn two_at_once_on_one_lot_take_no_more_than_there_is() {
    let town = Town::new().await;
    // A second server, because a lock within one process would not be enough.
    let other = town.app.second_server(NOW).await.again(&town.clerk);
    let sale = json!({
        "soldOn": "2026-08-20", "channel": "MARKET", "regionCode": crate::app::VILLAGE, "varietyCode": "fengshui-pear",
        "lotId": town.lot.id, "quantityKg": "60", "amountYuan": "1"
    });
    let requests: Vec<_> = (0..16)
        .map(|number| {
            let client = if number % 2 == 0 { town.clerk.clone() } else { other.clone() };
            let (field, input) = match number % 4 {
                0 | 1 => ("recordStockAdjustment", town.lot.adjusted("-60", "SPOILED")),
                _ => ("recordSale", sale.clone()),
            };
            tokio::spawn(async move { client.mutate(field, input, "__typename").await })
        })
        .collect();
    let mut taken = 0;
    for request in requests {
        let answer = request.await.expect("an answer");
        match answer.get("errors") {
            None => taken += 1,
            Some(errors) => assert_eq!(errors[0]["extensions"]["code"], "QUOTA_EXCEEDED", "{answer:#}"),
        }
    }
    assert_eq!((taken, town.left(&town.lot).await.0), (8, "20.000".to_owned()), "eight times 60 kg of 500 kg");
    town.app.verified().await;
}

#[tokio::test]
async fn two_voids_at_once_give_back_once() {
    let town = Town::new().await;
    let lost = town.adjust(&town.lot, "-100", "LOST").await;
    let voids: Vec<_> = (0..6)
        .map(|_| {
            let (clerk, input) = (town.clerk.clone(), void(&lost));
            tokio::spawn(async move { clerk.mutate("voidStockAdjustment", input, "__typename").await })
        })
        .collect();
    let mut done = 0;
    for void in voids {
        done += i32::from(void.await.expect("an answer").get("errors").is_none());
    }
    assert_eq!((done, town.left(&town.lot).await.0), (1, "500.000".to_owned()));
    town.app.verified().await;
}

/// Of a lot that is voided while it is adjusted, only one of the two happens.
#[tokio::test]
async fn what_is_voided_meanwhile_is_not_adjusted() {
    let town = Town::new().await;
    let plot = town.clerk.register_plot(&town.grower, crate::app::VILLAGE, "1", 2020).await;
    for _ in 0..8 {
        let lot = town.clerk.record_harvest(&plot, "2026-08-01", "5").await;
        let void = town.clerk.mutate("voidHarvest", json!({"lotId": lot, "reason": "错录"}), "__typename");
        let loss = json!({"lotId": lot, "changeKg": "-1", "on": "2026-08-20", "reason": "LOST"});
        let loss = town.clerk.mutate("recordStockAdjustment", loss, "__typename");
        let (void, loss) = tokio::join!(void, loss);
        let refused = [&void, &loss].into_iter().filter_map(|answer| answer.get("errors"));
        let codes: Vec<_> = refused.map(|errors| text(&errors[0]["extensions"]["code"])).collect();
        assert_eq!(codes, ["CONFLICT"], "{void:#} {loss:#}");
    }
    town.app.verified().await;
}
