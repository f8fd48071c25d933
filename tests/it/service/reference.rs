//! Reference data in memory is never older than the request that reads it.

use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};
use store::{Database, Options};

use crate::app::{Client, NOW, TOWN, TestApp, VILLAGE, options, text};

/// The tables of reference data.
const TABLES: [&str; 6] = ["region", "variety", "site", "processing_plant", "product", "catering_establishment"];

const SALES: &str = "{ sales { nodes { variety { name } region { name } } } }";

async fn number(app: &TestApp, sql: &str) -> i64 {
    let database = app.database.unguarded();
    let row = database.query_one_raw(Statement::from_string(app.database.backend(), sql)).await.expect("an answer");
    row.expect("a row").try_get("", "number").expect("a number")
}

async fn names(client: &Client) -> (String, String) {
    let sale = client.ask(SALES).await["sales"]["nodes"][0].take();
    (text(&sale["variety"]["name"]), text(&sale["region"]["name"]))
}

fn variety(name: &str) -> Value {
    json!({
        "code": "fengshui-pear", "name": name, "nameEn": "Hosui pear", "harvestStartMonth": 7, "harvestEndMonth": 9
    })
}

#[tokio::test]
async fn a_change_by_another_server_shows_in_the_very_next_request() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    clerk.record_sale("2026-08-01", "1", "5").await;
    let other = app.second_server(NOW).await;
    let (there, admin) = (other.again(&clerk), other.again(&app.admin().await));
    for name in ["丰水", "丰水梨", "早熟丰水梨"] {
        admin.change("updateVariety", variety(name), "variety { name }").await;
        assert_eq!(names(&clerk).await.0, name, "on the other server");
        assert_eq!(names(&there).await.0, name, "on the same server");
    }
    admin.change("renameRegion", json!({"code": VILLAGE, "name": "新村"}), "region { name }").await;
    assert_eq!(names(&clerk).await.1, "新村");
    // A visitor has no session, with which the version would be found.
    let offer = clerk.open_offer(json!({})).await;
    let of_visitor = format!("{{ presaleOffer(id: \"{offer}\") {{ variety {{ name }} }} }}");
    for name in ["丰水", "丰水梨"] {
        admin.change("updateVariety", variety(name), "variety { name }").await;
        assert_eq!(app.visitor().ask(&of_visitor).await["presaleOffer"]["variety"]["name"], name);
    }
}

#[tokio::test]
async fn a_change_by_hand_shows_in_the_very_next_request() {
    let app = TestApp::demo().await;
    let clerk = app.sign_in_to_demo("clerk").await;
    let (mut variety, mut region) = names(&clerk).await;
    for table in TABLES {
        let before = number(&app, "SELECT version AS number FROM reference_version").await;
        let rename = format!("UPDATE {table} SET name = name || '甲'");
        app.database.unguarded().execute_unprepared(&rename).await.expect(table);
        let after = number(&app, "SELECT version AS number FROM reference_version").await;
        assert!(after > before, "{table}");
        match table {
            "variety" => variety.push('甲'),
            "region" => region.push('甲'),
            _ => {}
        }
        assert_eq!(names(&clerk).await, (variety.clone(), region.clone()), "{table}");
    }
}

#[tokio::test]
async fn a_mutation_answers_with_what_it_changed() {
    let app = TestApp::new().await;
    let admin = app.admin().await;
    let both = format!(
        "mutation {{
            renameRegion(input: {{code: \"{TOWN}\", name: \"新镇\"}}) {{ region {{ name }} }}
            addRegion(input: {{code: \"{TOWN}999\", name: \"新村\"}}) {{ region {{ parent {{ name }} }} }}
        }}"
    );
    let answer = admin.ask(&both).await;
    assert_eq!(answer["addRegion"]["region"]["parent"]["name"], "新镇");
}

#[tokio::test]
async fn no_more_rows_are_kept_than_the_setting_allows() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    clerk.record_sale("2026-08-01", "1", "5").await;
    let mut rows = 0;
    for table in TABLES {
        rows += number(&app, &format!("SELECT COUNT(*) AS number FROM {table}")).await;
    }
    let rows = u64::try_from(rows).expect("a number of rows");
    let mut counts = Vec::new();
    for reference_rows in [rows, rows - 1, 0] {
        let with_limit = Options { reference_rows, ..options(&app.url) };
        let database = Database::connect(&with_limit, app.clock.clone()).await.expect("the database");
        let limited = app.over(database);
        counts.push(limited.fewest_statements(&clerk, async |clerk| drop(names(clerk).await)).await);
    }
    // The session and the page; then region and variety, too.
    assert_eq!(counts, [2, 4, 4]);
}
