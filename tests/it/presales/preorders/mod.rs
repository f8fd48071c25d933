//! Pre-orders, from placing to delivery or refund.

mod at_once;
mod bad_input;
mod batches;
mod changes;
mod finding;
mod goods;
mod late;
mod lists;
mod many;
mod model;
mod money;
mod offers;
mod shortfalls;
mod steps;
mod transfers;

use serde_json::{Value, json};

use crate::app::{Client, TOWN, TestApp, text};

/// An offer of 100 kg of Hosui pears at 8.00 yuan with a 30 % deposit, open from 20 to 30 November 2026, with some
/// fields changed.
pub fn offer(changes: Value) -> Value {
    with(
        json!({
            "varietyCode": "fengshui-pear", "regionCode": TOWN, "season": 2026, "quotaKg": "100", "unitPriceYuan": "8", "depositRate": "0.30",
            "opensAt": "2026-11-20T00:00:00Z", "closesAt": "2026-11-30T00:00:00Z"
        }),
        changes,
    )
}

/// An input with some fields changed.
pub fn with(mut input: Value, changes: Value) -> Value {
    for (field, value) in changes.as_object().expect("fields") {
        input[field] = value.clone();
    }
    input
}

/// The fields of a pre-order that tests read.
pub const WHOLE: &str = "preorder { id code status quantityKg fulfillableKg amountYuan depositYuan paidYuan openYuan refundedYuan \
                         refundDueYuan keptYuan holdUntil confirmedAt cancellationCause }";

impl Client {
    /// Opens an offer and returns its id.
    pub async fn open_offer(&self, changes: Value) -> String {
        text(&self.change("openPresaleOffer", offer(changes), "offer { id }").await["offer"]["id"])
    }

    /// Places a pre-order with a telephone number of its own, and returns the fields that tests read.
    pub async fn place(&self, offer_id: &str, quantity_kg: &str) -> Value {
        self.change("placePreorder", claim(offer_id, quantity_kg), WHOLE).await["preorder"].take()
    }

    /// Records a payment in cash.
    pub async fn pay(&self, preorder: &Value, amount_yuan: &str) -> Value {
        let input = json!({"preorderId": preorder["id"], "amountYuan": amount_yuan, "method": "CASH"});
        self.change("recordPreorderPayment", input, WHOLE).await["preorder"].take()
    }

    /// The present state of the pre-order.
    pub async fn look_up(&self, preorder: &Value) -> Value {
        let query = format!("{{ preorder(id: {}) {} }}", preorder["id"], WHOLE.trim_start_matches("preorder "));
        self.ask(&query).await["preorder"].take()
    }

    /// The available kilograms of an offer.
    pub async fn available(&self, offer_id: &str) -> String {
        text(
            &self.ask(&format!("{{ presaleOffer(id: \"{offer_id}\") {{ availableKg }} }}")).await["presaleOffer"]["availableKg"],
        )
    }

    /// The pre-sale revenue of 2026.
    pub async fn presale(&self) -> String {
        text(&self.report(2026, "presaleRevenueYuan").await["presaleRevenueYuan"])
    }
}

/// A claim by a buyer with a telephone number of its own.
pub fn claim(offer_id: &str, quantity_kg: &str) -> Value {
    static NUMBER: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    json!({"offerId": offer_id, "quantityKg": quantity_kg, "buyerName": "陈晓", "buyerPhone": format!("139{number:08}")})
}

/// A town with its clerk and an offer.
pub async fn town(changes: Value) -> (TestApp, Client, String) {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let offer = clerk.open_offer(changes).await;
    (app, clerk, offer)
}
