//! Pledge certificates: who issues them for what, what they say to whom, how much they may cover, and how long they are kept.

mod issuing;
mod lots;
mod missing;
mod reading;
mod removing;

use serde_json::{Value, json};

use crate::app::{Client, TestApp, VILLAGE, text};

/// What tests read of a certificate.
pub const WHOLE: &str = "certificate { code status productName quantityKg origins { name } issuerName issuerContact basis issuedAt replaces \
                         replacedAt withdrawnAt withdrawalReason lot { id } }";

/// A pledge for all that may be certified of a lot.
pub fn pledge(lot: &str) -> Value {
    json!({"lotId": lot, "basis": "SELF_PLEDGE"})
}

impl Client {
    /// Registers a grower in the village; gives its id.
    pub async fn register(&self, name: &str, kind: &str) -> String {
        let input = json!({"name": name, "kind": kind, "regionCode": VILLAGE, "phone": "13800001234"});
        text(&self.change("registerGrower", input, "grower { id }").await["grower"]["id"])
    }

    /// Issues a certificate; gives its code.
    pub async fn certify(&self, input: Value) -> String {
        text(&self.change("issueCertificate", input, "certificate { code }").await["certificate"]["code"])
    }

    /// What tests read of the certificate with this code.
    pub async fn certificate(&self, code: &str) -> Value {
        let query = format!("{{ certificate(code: \"{code}\") {} }}", WHOLE.trim_start_matches("certificate "));
        self.ask(&query).await["certificate"].take()
    }

    /// How many certificates it sees.
    pub async fn certificates(&self) -> i64 {
        self.ask("{ certificates { totalCount } }").await["certificates"]["totalCount"].as_i64().expect("a number")
    }
}

/// A town with its clerk, and 500 kg that a grower of a kind picked: the grower and the lot.
pub async fn harvest(kind: &str) -> (TestApp, Client, String, String) {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let grower = clerk.register("王桂英", kind).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2020).await;
    let lot = clerk.record_harvest(&plot, "2026-08-01", "500").await;
    (app, clerk, grower, lot)
}
