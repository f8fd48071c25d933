//! Whether the town is as the notebook says.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};

use super::{
    World,
    order::{Order, decimal},
    requests::date,
};
use crate::{app::text, presales::preorders::WHOLE};

impl World {
    /// The pre-sales of each day in the ledger, in fen and grams. They are not read from a report, because a report
    /// would close a bound at the instant at which time stands still, and everything after it would be stamped later.
    async fn counted(&self) -> BTreeMap<String, (i64, i64)> {
        let sums = "SELECT CAST(day AS TEXT) AS day, CAST(SUM(amount_fen) AS BIGINT) AS fen, CAST(SUM(quantity_g) AS BIGINT) AS grams \
            FROM ledger_entry WHERE kind = 'PRESALE' GROUP BY day";
        let database = &self.app.database;
        let statement = Statement::from_string(database.backend(), sums);
        let rows = database.reader().query_all_raw(statement).await.expect("sums");
        let day = |row: &sea_orm::QueryResult| -> (String, (i64, i64)) {
            let number = |name| row.try_get("", name).expect("a number");
            (row.try_get("", "day").expect("a day"), (number("fen"), number("grams")))
        };
        rows.iter().map(day).filter(|(_, sums)| *sums != (0, 0)).collect()
    }

    /// Asserts that everything agrees with the notebook.
    pub async fn agrees(&self) {
        let clerk = &self.clerks[0];
        for order in &self.book.orders {
            let selection =
                WHOLE.trim_start_matches("preorder ").replace("{ id", "{ deliveredKg returnedKg totalYuan id");
            let found = clerk.ask(&format!("{{ preorder(id: {}) {selection} }}", order.id)).await["preorder"].take();
            assert_eq!(found, expected(order, &found), "{order:#?}");
            assert_eq!(found["confirmedAt"].is_null(), order.confirmed.is_none(), "{order:#?}");
        }
        let taken = self.book.taken();
        assert!(taken <= self.book.quota);
        assert_eq!(clerk.available(&self.offer).await, decimal(self.book.quota - taken, 3));
        let lots = clerk.ask("{ harvestLots { nodes { code availableKg } } }").await["harvestLots"]["nodes"][0].take();
        assert_eq!(lots["availableKg"], decimal(self.book.left(), 3));
        let mut days: BTreeMap<String, (i64, i64)> = BTreeMap::new();
        for (day, (fen, grams)) in self.book.orders.iter().flat_map(|order| &order.counted) {
            let sum = days.entry(date(*day)).or_default();
            *sum = (sum.0 + fen, sum.1 + grams);
        }
        days.retain(|_, sum| *sum != (0, 0));
        assert_eq!(self.counted().await, days);
        self.lists_agree().await;
        let recall = format!("{{ recall(code: {}) {{ nodes {{ quantityKg preorder {{ id }} }} }} }}", lots["code"]);
        let recall = clerk.ask(&recall).await["recall"]["nodes"].take();
        let has_some = |order: &&Order| order.of_lot() > 0;
        let of_lot = |order: &Order| json!({"quantityKg": decimal(order.of_lot(), 3), "preorder": {"id": order.id}});
        let mut expected: Vec<Value> = self.book.orders.iter().filter(has_some).map(of_lot).collect();
        expected.sort_by_key(|row| text(&row["preorder"]["id"]));
        assert_eq!(recall, json!(expected));
        self.app.verified().await;
    }

    /// Asserts that the lists of refunds due and of what is owed have whom they should.
    async fn lists_agree(&self) {
        let lists = "{ due: refundsDue(regionCode: \"500235136\", first: 100) { nodes { id } } \
            owing: preorders(filter: { owing: true }, first: 100) { nodes { id } } }";
        let lists = self.clerks[0].ask(lists).await;
        let of = |name: &str| {
            let nodes = lists[name]["nodes"].as_array().expect("nodes").iter();
            let mut ids: Vec<_> = nodes.map(|node| text(&node["id"])).collect();
            ids.sort();
            ids
        };
        let those = |holds: fn(&&Order) -> bool| {
            let mut ids: Vec<_> = self.book.orders.iter().filter(holds).map(|order| text(&order.id)).collect();
            ids.sort();
            ids
        };
        assert_eq!(of("due"), those(|order| order.due() > 0));
        assert_eq!(of("owing"), those(|order| order.is_owing()));
    }
}

/// What the town should answer about a pre-order. Its code, instants and cause are those that it answered.
fn expected(order: &Order, found: &Value) -> Value {
    let (kg, yuan) = (|grams: i64| json!(decimal(grams, 3)), |fen: i64| json!(decimal(fen, 2)));
    json!({
        "id": order.id, "code": found["code"], "status": order.status, "quantityKg": kg(order.ordered),
        "fulfillableKg": kg(order.grams), "deliveredKg": kg(order.delivered()), "returnedKg": kg(order.returned()),
        "amountYuan": yuan(order.amount()), "totalYuan": yuan(order.owed()), "depositYuan": yuan(order.deposit),
        "paidYuan": yuan(order.paid(false) + order.paid(true)), "openYuan": yuan(order.open()),
        "refundedYuan": yuan(order.refunded()), "refundDueYuan": yuan(order.due()), "keptYuan": yuan(order.kept),
        "holdUntil": found["holdUntil"], "confirmedAt": found["confirmedAt"], "cancellationCause": found["cancellationCause"]
    })
}
