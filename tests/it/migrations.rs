//! Migrations: each can be taken back and made again, also over records.

use migration::MigratorTrait;
use sea_orm::ConnectionTrait;
use serde_json::json;

use crate::app::{TOWN, TestApp, VILLAGE};

#[tokio::test]
async fn they_run_up_down_and_up() {
    let app = TestApp::new().await;
    // One connection, because a statement prepared on another may hold what is dropped.
    let connection = sea_orm::Database::connect(sea_orm::ConnectOptions::new(&app.url).max_connections(1).sqlx_logging(false).to_owned())
        .await
        .expect("the database");
    let all = migration::Migrator::migrations().len();
    migration::Migrator::down(&connection, None).await.expect("down");
    assert_eq!(migration::Migrator::get_pending_migrations(&connection).await.expect("a list").len(), all);
    migration::Migrator::up(&connection, None).await.expect("up again");
    connection.close().await.expect("closed");

    let again = app.second_server("2026-11-24T04:00:00Z").await;
    again.clerk().await.record_sale("2026-08-01", "10", "50").await;
    again.verified().await;
}

#[tokio::test]
async fn what_was_recorded_before_stays() {
    let app = TestApp::new().await;
    let grower = app.clerk().await.register_grower("王桂英", VILLAGE).await;
    let festival = json!({"regionCode": TOWN, "edition": 1, "name": "梨花节", "startsOn": "2026-03-20", "endsOn": "2026-04-02"});
    app.admin().await.change("addFestival", festival, "__typename").await;
    let connection = sea_orm::Database::connect(sea_orm::ConnectOptions::new(&app.url).max_connections(1).sqlx_logging(false).to_owned())
        .await
        .expect("the database");
    connection.execute_unprepared("DELETE FROM session").await.expect("no session");
    migration::Migrator::down(&connection, Some(10)).await.expect("ten down");
    migration::Migrator::up(&connection, None).await.expect("ten up");
    let salts = "SELECT id FROM grower WHERE length(audit_salt) = 64";
    let backend = connection.get_database_backend();
    let rows = connection.query_all_raw(sea_orm::Statement::from_string(backend, salts)).await.expect("rows");
    assert_eq!(rows.len(), 1, "a grower of before gets a salt");
    connection.close().await.expect("closed");
    let again = app.second_server("2026-11-24T04:00:00Z").await;
    let found = again.admin().await.ask(&format!("{{ grower(id: \"{grower}\") {{ name }} }}")).await;
    assert_eq!(found["grower"]["name"], "王桂英");
    let days = again.admin().await.ask(&format!("{{ festivalUplift(regionCode: \"{TOWN}\", edition: 1) {{ from to }} }}")).await;
    assert_eq!(days["festivalUplift"], json!({"from": "2026-03-20", "to": "2026-04-02"}), "an edition of before is known with its days");
    again.verified().await;
}
