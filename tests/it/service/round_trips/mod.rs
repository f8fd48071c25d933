//! What common requests cost: their statements, and how often the server waits for PostgreSQL.

mod wire;

use serde_json::json;
use store::Database;

use crate::{
    app::{Client, TestApp, VILLAGE, on_postgres, options},
    presales::preorders::claim,
};
use wire::Wire;

/// What a request costs. A number that falls is lowered here; one that rises has to be explained.
struct Cost {
    /// Statements on SQLite.
    on_sqlite: usize,
    /// Statements on PostgreSQL.
    on_postgres: usize,
    /// Round trips to PostgreSQL. Beginning and committing are round trips and no statements.
    round_trips: usize,
}

const ONE_GROWER_WITH_ITS_PLOTS: Cost = Cost { on_sqlite: 6, on_postgres: 6, round_trips: 6 };
const A_PAGE_OF_SALES_OF_A_VARIETY: Cost = Cost { on_sqlite: 3, on_postgres: 3, round_trips: 3 };
const PLACING_A_PREORDER_AS_A_VISITOR: Cost = Cost { on_sqlite: 5, on_postgres: 5, round_trips: 7 };
const RECORDING_A_SALE: Cost = Cost { on_sqlite: 5, on_postgres: 5, round_trips: 7 };

/// How many requests of a series are counted together, and how many series. A connection is handed back after the
/// answer, so the last request of a series may lack a round trip, or have one of the series before.
const REQUESTS: usize = 10;
const SERIES: usize = 10;
/// How many connections there may be, and how many requests prepare the statements on each of them.
const CONNECTIONS: u32 = 2;
const WARM_UP: usize = 8;

/// Compares the statements and round trips of a request with the expected ones.
async fn costs(app: &TestApp, client: &Client, expected: &Cost, request: impl AsyncFn(&Client)) {
    let statements = app.fewest_statements(client, &request).await;
    assert_eq!(statements, if on_postgres() { expected.on_postgres } else { expected.on_sqlite }, "statements");
    if !on_postgres() {
        leave_out!("SQLite is in the process: there are no round trips to count");
        return;
    }
    let wire = Wire::to(&app.url).await;
    let through_it = store::Options { connections: CONNECTIONS, ..options(&wire.url) };
    let database = Database::connect(&through_it, app.clock.clone()).await.expect("the database");
    let client = app.over(database).again(client);
    for _ in 0..WARM_UP {
        request(&client).await;
    }
    // A busy machine loads in more batches, and opens a connection more. The fewest are what is necessary.
    let mut fewest = usize::MAX;
    for _ in 0..SERIES {
        let before = wire.round_trips();
        for _ in 0..REQUESTS {
            request(&client).await;
        }
        fewest = fewest.min(wire.round_trips() - before);
    }
    let round_trips = (fewest + REQUESTS / 2) / REQUESTS;
    assert_eq!(round_trips, expected.round_trips, "round trips; {fewest} in {REQUESTS} requests");
}

#[tokio::test]
async fn one_grower_with_its_plots() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    for _ in 0..3 {
        clerk.register_plot(&grower, VILLAGE, "1", 2020).await;
    }
    let query = format!(
        "{{ grower(id: \"{grower}\") {{ id name kind areaMu plots(first: 20) {{ nodes {{ id areaMu plantedYear variety {{ name }} }} }} }} }}"
    );
    costs(&app, &clerk, &ONE_GROWER_WITH_ITS_PLOTS, async |clerk| {
        clerk.ask(&query).await;
    })
    .await;
}

#[tokio::test]
async fn a_page_of_sales_of_a_variety() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    for _ in 0..51 {
        let sale = json!({
            "soldOn": "2026-08-01", "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "fengshui-pear", "growerId": grower,
            "quantityKg": "1", "amountYuan": "5"
        });
        clerk.change("recordSale", sale, "__typename").await;
    }
    let query = "{ sales(first: 50, filter: {varietyCode: \"fengshui-pear\"}) { nodes { id soldOn quantityKg amountYuan channel \
                 grower { id name } region { code name } variety { name } } pageInfo { hasNextPage endCursor } } }";
    costs(&app, &clerk, &A_PAGE_OF_SALES_OF_A_VARIETY, async |clerk| {
        clerk.ask(query).await;
    })
    .await;
}

#[tokio::test]
async fn placing_a_preorder_as_a_visitor() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let offer = clerk.open_offer(json!({"quotaKg": "10000"})).await;
    costs(&app, &app.visitor(), &PLACING_A_PREORDER_AS_A_VISITOR, async |visitor| {
        visitor.change("placePreorder", claim(&offer, "1"), "preorder { id code holdUntil }").await;
    })
    .await;
}

#[tokio::test]
async fn recording_a_sale() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    costs(&app, &clerk, &RECORDING_A_SALE, async |clerk| {
        clerk.record_sale("2026-08-01", "1", "5").await;
    })
    .await;
}
