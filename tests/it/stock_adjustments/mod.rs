//! Adjustments of stock: rot, loss, gifts, own use, and what counting found.

mod at_once;
mod certificates;
mod reading;
mod recording;
mod voiding;
mod whole;

use serde_json::{Value, json};

use crate::{
    app::{Client, TestApp, VILLAGE, text},
    presales::preorders::with,
};

/// What has the stock: a lot, an intake or a batch.
#[derive(Debug, Clone)]
struct Goods {
    /// The field of an adjustment that names it.
    field: &'static str,
    id: String,
    /// How it is voided.
    void: &'static str,
}

impl Goods {
    /// Something that became less or more, on 20 August 2026.
    fn adjusted(&self, change_kg: &str, reason: &str) -> Value {
        json!({self.field: self.id, "changeKg": change_kg, "on": "2026-08-20", "reason": reason})
    }
}

/// A lot of 500 kg, an intake of 100 kg, of which 80 kg are left, and a batch of 10 kg, with who adjusts each.
struct Town {
    app: TestApp,
    clerk: Client,
    operator: Client,
    grower: String,
    lot: Goods,
    intake: Goods,
    batch: Goods,
}

impl Town {
    async fn new() -> Self {
        let app = TestApp::new().await;
        app.reference_data().await;
        let keeps_stock = json!({"code": "pickles", "stockFrom": "2026-07-01"});
        app.admin().await.change("updateProcessingPlant", keeps_stock, "__typename").await;
        let (clerk, operator) = (app.clerk().await, app.plant_operator("pickles").await);
        let grower = clerk.register_grower("王桂英", VILLAGE).await;
        let plot = clerk.register_plot(&grower, VILLAGE, "10", 2020).await;
        let lot = clerk.record_harvest(&plot, "2026-08-01", "500").await;
        let intake = operator.take_in(json!({})).await;
        let made = operator.pickle(&intake, "20", json!({"outputKg": "10"})).await;
        Self {
            lot: Goods { field: "lotId", id: lot, void: "voidHarvest" },
            intake: Goods { field: "intakeId", id: intake, void: "voidIntake" },
            batch: Goods { field: "batchId", id: text(&made["id"]), void: "voidProductionBatch" },
            app,
            clerk,
            operator,
            grower,
        }
    }

    /// Who adjusts the goods.
    fn keeper(&self, goods: &Goods) -> &Client {
        if goods.field == "lotId" { &self.clerk } else { &self.operator }
    }

    async fn adjust(&self, goods: &Goods, change_kg: &str, reason: &str) -> String {
        self.keeper(goods).adjust(goods.adjusted(change_kg, reason)).await
    }

    /// What is left of the goods, and what adjustments changed of them.
    async fn left(&self, goods: &Goods) -> (String, String) {
        let fields = "... on HarvestLot { availableKg adjustedKg } ... on Intake { availableKg adjustedKg } \
                      ... on ProductionBatch { availableKg adjustedKg }";
        let node = self.clerk.ask(&format!("{{ node(id: \"{}\") {{ {fields} }} }}", goods.id)).await["node"].take();
        (text(&node["availableKg"]), text(&node["adjustedKg"]))
    }

    async fn sell_fruit(&self, quantity_kg: &str) -> String {
        let input = json!({
            "soldOn": "2026-08-20", "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "fengshui-pear",
            "lotId": self.lot.id, "quantityKg": quantity_kg, "amountYuan": "50"
        });
        text(&self.clerk.change("recordSale", input, "sale { id }").await["sale"]["id"])
    }
}

/// A sale of pickles, of whichever batch.
fn pickles_sold(quantity_kg: &str) -> Value {
    json!({
        "soldOn": "2026-08-20", "channel": "MARKET", "regionCode": VILLAGE, "productCode": "paocai",
        "quantityKg": quantity_kg, "amountYuan": "20"
    })
}

fn pair(left: &str, adjusted: &str) -> (String, String) {
    (left.to_owned(), adjusted.to_owned())
}

impl Client {
    /// Records an adjustment and returns its id.
    async fn adjust(&self, input: Value) -> String {
        text(&self.change("recordStockAdjustment", input, "adjustment { id }").await["adjustment"]["id"])
    }

    /// Voids an adjustment.
    async fn void_adjustment(&self, id: &str) -> Value {
        self.change("voidStockAdjustment", void(id), "adjustment { voidReason voidedAt }").await["adjustment"].take()
    }
}

fn void(id: &str) -> Value {
    json!({"adjustmentId": id, "reason": "错录"})
}

/// The same input under an idempotency key.
fn keyed(input: Value, key: &str) -> Value {
    with(input, json!({"idempotencyKey": key}))
}
