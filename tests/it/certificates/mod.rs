//! Pledge certificates: who may issue them, what they show to whom, how much they may cover, and how long they are
//! kept.

mod at_once;
mod collecting;
mod issuing;
mod lots;
mod missing;
mod printing;
mod reading;
mod removing;
mod whole;

use serde_json::{Value, json};

use crate::app::{Client, OTHER_TOWN, TestApp, VILLAGE, text};

/// The fields of a certificate that tests read.
pub const WHOLE: &str = "certificate { code status productName quantityKg origins { name } issuerName issuerContact basis issuedAt replaces \
                         replacedAt withdrawnAt withdrawalReason lot { id } }";

/// A pledge for all of a lot that may be certified.
pub fn pledge(lot: &str) -> Value {
    json!({"lotId": lot, "basis": "SELF_PLEDGE"})
}

impl Client {
    /// Registers a grower of a kind in the village and returns its id.
    pub async fn register(&self, name: &str, kind: &str) -> String {
        let input = json!({"name": name, "kind": kind, "regionCode": VILLAGE, "phone": "13800001234"});
        text(&self.change("registerGrower", input, "grower { id }").await["grower"]["id"])
    }

    /// Issues a certificate and returns its code.
    pub async fn certify(&self, input: Value) -> String {
        text(&self.change("issueCertificate", input, "certificate { code }").await["certificate"]["code"])
    }

    /// Records an intake of pears at the plant `pickles` and returns its id.
    pub async fn buy_in(&self, changes: Value) -> String {
        let mut input = json!({"plantCode": "pickles", "material": "丰水梨", "receivedOn": "2026-08-02"});
        input.as_object_mut().expect("fields").extend(changes.as_object().expect("fields").clone());
        text(&self.change("recordIntake", input, "intake { id }").await["intake"]["id"])
    }

    /// Makes a batch of a product at the plant `pickles` and returns its id. Its output is 40 kg, or as much as went
    /// in. Each ingredient is given as the field that names it, its id, and its quantity.
    pub async fn make(&self, product: &str, ingredients: &[(&str, &str, &str)]) -> String {
        let went_in: i64 = ingredients.iter().map(|(.., quantity)| quantity.parse::<i64>().expect("kilograms")).sum();
        let ingredients: Vec<Value> =
            ingredients.iter().map(|(by, id, quantity)| json!({*by: id, "quantityKg": quantity})).collect();
        let input = json!({
            "plantCode": "pickles", "productCode": product, "producedOn": "2026-08-03", "outputKg": went_in.min(40).to_string(),
            "ingredients": ingredients
        });
        text(&self.change("recordProductionBatch", input, "batch { id }").await["batch"]["id"])
    }

    /// The fields that tests read of the certificate with this code.
    pub async fn certificate(&self, code: &str) -> Value {
        let query = format!("{{ certificate(code: \"{code}\") {} }}", WHOLE.trim_start_matches("certificate "));
        self.ask(&query).await["certificate"].take()
    }

    /// How many certificates the client sees.
    pub async fn certificates(&self) -> i64 {
        self.ask("{ certificates { totalCount } }").await["certificates"]["totalCount"].as_i64().expect("a number")
    }
}

/// The operator of the plant `pickles`, which also sorts pears. Another plant is nearby, and one is far away.
pub async fn plant(app: &TestApp) -> Client {
    app.reference_data().await;
    let admin = app.admin().await;
    for (code, region) in [("neighbour", VILLAGE), ("far", OTHER_TOWN)] {
        let input = json!({"code": code, "name": "加工厂", "regionCode": region, "openedOn": "2020-05-01"});
        admin.change("addProcessingPlant", input, "__typename").await;
    }
    let sorted = json!({"code": "sorted", "plantCode": "pickles", "name": "分选梨", "isFreshProduce": true});
    admin.change("addProduct", sorted, "__typename").await;
    app.plant_operator("pickles").await
}

/// A town with its clerk, and 500 kg picked by a grower of a kind. Returns the ids of the grower and the lot, too.
pub async fn harvest(kind: &str) -> (TestApp, Client, String, String) {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let grower = clerk.register("王桂英", kind).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2020).await;
    let lot = clerk.record_harvest(&plot, "2026-08-01", "500").await;
    (app, clerk, grower, lot)
}
