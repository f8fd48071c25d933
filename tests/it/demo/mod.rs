//! The demonstration: a town that adds up to the published figures, loaded completely or not at all.

mod certificates;
mod figures;
mod large;
mod loading;
mod presales;
mod production;
mod records;

use domain::access::passwords::Passwords;
use serde_json::Value;
use types::Money;

use crate::app::{Client, TOWN, TestApp};

/// The first instant of 2025 in the town. The demonstration is not loaded before that.
const FIRST_OF_A_YEAR: &str = "2024-12-31T16:00:00Z";
/// The last instant of 2026 in the town.
const LAST_OF_A_YEAR: &str = "2026-12-31T15:59:59.999999Z";

async fn load(app: &TestApp) -> store::error::Result<bool> {
    demo::load(&app.database, &Passwords::default(), |_, _| {}).await
}

/// A town that is loaded at an instant.
pub async fn loaded_at(now: &str) -> TestApp {
    let app = TestApp::new().await;
    app.set_time(now);
    assert!(load(&app).await.expect("an answer"));
    app
}

fn fen(value: &Value) -> i64 {
    Money::parse(value.as_str().expect("an amount")).expect("an amount").0
}

async fn total(client: &Client, list: &str) -> i64 {
    client.ask(&format!("{{ list: {list} {{ totalCount }} }}")).await["list"]["totalCount"].as_i64().expect("a total")
}

async fn averages(client: &Client, from: i32, to: i32) -> Value {
    let selection = "years visitors produceRevenueYuan cateringIncreaseYuan";
    let query =
        format!("{{ annualAverages(regionCode: \"{TOWN}\", fromYear: {from}, toYear: {to}) {{ {selection} }} }}");
    client.ask(&query).await["annualAverages"].take()
}
