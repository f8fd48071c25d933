//! The requests of a clerk.

use serde_json::{Value, json};

use super::{
    World, instant,
    notebook::{Command, day},
    order::decimal,
};
use crate::presales::preorders::{claim, with};

pub fn date(day: i64) -> String {
    let first = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day");
    (first + chrono::Duration::days(day)).to_string()
}

impl World {
    /// The mutation of a command, with its input.
    pub async fn request(&self, command: &Command) -> (&'static str, Value) {
        let of = |of: usize| json!({"preorderId": self.book.orders[of].id, "reason": "登记有误"});
        let only = |of: usize| json!({"preorderId": self.book.orders[of].id});
        let today = date(day(self.book.minute));
        let (kg, yuan) = (|grams: i64| decimal(grams, 3), |fen: i64| decimal(fen, 2));
        match *command {
            Command::Place { grams, placed } => {
                let late = if placed < self.book.minute { json!({"placedAt": instant(placed)}) } else { json!({}) };
                ("placePreorder", with(claim(&self.offer, &kg(grams)), late))
            }
            Command::Pay { of, fen, paid_at, for_refund, transfer } => {
                let input = json!({"amountYuan": yuan(fen), "method": "CASH", "paidAt": instant(paid_at), "keepForRefund": for_refund});
                let named = |(name, total): (usize, i64)| json!({"method": "WECHAT", "reference": format!("T{name}"), "transferYuan": yuan(total)});
                ("recordPreorderPayment", with(with(only(of), input), transfer.map_or(json!({}), named)))
            }
            Command::ReversePayment { of, nth } => {
                ("reversePreorderPayment", self.record(of, "payments", nth, "paymentId").await)
            }
            Command::Refund { of, fen } => {
                ("recordRefund", with(only(of), json!({"amountYuan": yuan(fen), "method": "CASH"})))
            }
            Command::ReverseRefund { of, nth } => ("reverseRefund", self.record(of, "refunds", nth, "refundId").await),
            Command::Change { of: place, grams } => {
                ("changePreorder", with(of(place), json!({"quantityKg": kg(grams)})))
            }
            Command::Cancel { of: place, by_buyer } => {
                let party = if by_buyer { "BUYER" } else { "TOWN" };
                ("cancelPreorder", with(of(place), json!({"onBehalfOf": party})))
            }
            Command::LeaveUncollected { of: place } => ("markPreorderUncollected", of(place)),
            Command::Deliver { of: place, grams, completes, has_reason, from_lot } => {
                let left = self.book.orders[place].outstanding();
                let mut input = json!({"deliveredOn": today, "completes": completes});
                if let Some(grams) = grams {
                    input["quantityKg"] = json!(kg(grams));
                }
                if has_reason {
                    input["reason"] = json!("坏果");
                }
                if from_lot {
                    input["lots"] = json!([{"lotId": self.lot, "quantityKg": kg(grams.unwrap_or(left))}]);
                }
                ("deliverPreorder", with(only(place), input))
            }
            Command::ReverseDelivery { of, nth } => {
                ("reverseDelivery", self.record(of, "deliveries", nth, "deliveryId").await)
            }
            Command::Return { of: place, grams, to_lot } => {
                let input = json!({"quantityKg": kg(grams), "returnedOn": today, "backToStock": to_lot});
                ("recordPreorderReturn", with(of(place), input))
            }
            Command::ReverseReturn { of, nth } => {
                ("reversePreorderReturn", self.record(of, "returns", nth, "returnId").await)
            }
            Command::Compensate { of: place, fen } => {
                ("compensatePreorder", with(of(place), json!({"amountYuan": yuan(fen)})))
            }
            Command::ReverseCompensation { of: place } => ("reverseCompensation", of(place)),
            Command::Settle { available, pro_rata } => {
                let policy = if pro_rata { "PRO_RATA" } else { "FIRST_COME" };
                (
                    "settleHarvestShortfall",
                    json!({"offerId": self.offer, "availableKg": kg(available), "policy": policy}),
                )
            }
            Command::Quota { grams } => ("changePresaleOffer", json!({"offerId": self.offer, "quotaKg": kg(grams)})),
            Command::Close { minutes } => {
                ("changePresaleOffer", json!({"offerId": self.offer, "closesAt": instant(self.book.minute + minutes)}))
            }
        }
    }

    /// The input that names a record of a pre-order.
    async fn record(&self, of: usize, list: &str, nth: usize, field: &str) -> Value {
        let query = format!("{{ preorder(id: {}) {{ {list} {{ id }} }} }}", self.book.orders[of].id);
        let id = self.clerks[0].ask(&query).await["preorder"][list][nth]["id"].take();
        json!({field: id, "reason": "登记有误"})
    }
}
