//! Plants: their intakes, batches, stock and sales.

mod bad_input;
mod keys;
mod model;
mod records;
mod stock;

use serde_json::{Value, json};

use crate::{
    app::{Client, TestApp, VILLAGE, text},
    presales::preorders::with,
};

/// A town with its clerk and the operator of the plant `pickles`, which makes `paocai` and keeps stock since July 2026.
pub async fn plant() -> (TestApp, Client, Client) {
    let app = TestApp::new().await;
    app.reference_data().await;
    let keeps_stock = json!({"code": "pickles", "stockFrom": "2026-07-01"});
    app.admin().await.change("updateProcessingPlant", keeps_stock, "__typename").await;
    let (clerk, operator) = (app.clerk().await, app.plant_operator("pickles").await);
    (app, clerk, operator)
}

/// An intake of 100 kg of cabbage from outside the register, with some fields changed.
pub fn cabbage(changes: Value) -> Value {
    with(
        json!({
            "plantCode": "pickles", "material": "青菜", "supplierName": "菜市场", "quantityKg": "100", "receivedOn": "2026-08-01"
        }),
        changes,
    )
}

/// A batch of 80 kg of pickles, with some fields changed. Without ingredients it is refused.
pub fn pickles(changes: Value) -> Value {
    with(
        json!({
            "plantCode": "pickles", "productCode": "paocai", "producedOn": "2026-08-10", "outputKg": "80", "ingredients": []
        }),
        changes,
    )
}

/// A sale of pickles, with some fields changed.
pub fn pickles_sold(changes: Value) -> Value {
    with(
        json!({
            "soldOn": "2026-08-20", "channel": "MARKET", "regionCode": VILLAGE, "productCode": "paocai", "quantityKg": "10",
            "amountYuan": "200"
        }),
        changes,
    )
}

/// The fields of a batch that tests read.
pub const WHOLE: &str =
    "batch { id code producedOn beganOn outputKg inputKg lossKg availableKg yieldRatio yieldWarning voidedAt }";

impl Client {
    /// Records an intake of cabbage and returns its id.
    pub async fn take_in(&self, changes: Value) -> String {
        text(&self.change("recordIntake", cabbage(changes), "intake { id }").await["intake"]["id"])
    }

    /// Makes pickles from an intake of cabbage, and returns the fields of the batch that tests read.
    pub async fn pickle(&self, intake: &str, quantity_kg: &str, changes: Value) -> Value {
        let input = pickles(with(json!({"ingredients": [{"intakeId": intake, "quantityKg": quantity_kg}]}), changes));
        self.change("recordProductionBatch", input, WHOLE).await["batch"].take()
    }

    /// The quantity left of an intake.
    pub async fn left_of_intake(&self, id: &str) -> String {
        let intakes = self.ask("{ intakes(first: 100) { nodes { id availableKg } } }").await;
        let nodes = intakes["intakes"]["nodes"].as_array().expect("intakes").clone();
        text(&nodes.into_iter().find(|node| node["id"] == id).expect("the intake")["availableKg"])
    }

    /// The quantity left of a batch.
    pub async fn left_of_batch(&self, batch: &Value) -> String {
        let query = format!("{{ productionBatch(code: {}) {{ availableKg }} }}", batch["id"]);
        text(&self.ask(&query).await["productionBatch"]["availableKg"])
    }

    /// The stock of pickles.
    pub async fn stock(&self) -> Value {
        self.ask("{ processingPlant(code: \"pickles\") { stock { product { code } quantityKg } } }").await["processingPlant"]["stock"]
            .take()
    }
}
