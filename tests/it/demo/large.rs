//! A large town has as many sales as were requested, is consistent, and leaves all indexes and constraints in place.

use std::process::{Command, Output};

use chrono::Datelike;
use domain::access::passwords::Passwords;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Statement,
};
use store::entity::{
    figures::ledger_entry,
    presales::preorder,
    registers::{grower, plot},
    sales::sale,
};
use types::Money;

use super::load;
use crate::app::{TestApp, empty_town, on_postgres};

async fn large(sales: u64) -> TestApp {
    let app = TestApp::new().await;
    assert!(demo::load_large(&app.database, &Passwords::default(), sales, |_, _| {}).await.expect("an answer"));
    app
}

/// Every index and every constraint of the database.
async fn catalogue(app: &TestApp) -> Vec<String> {
    let sql = match on_postgres() {
        true => {
            "SELECT indexdef AS sql FROM pg_indexes WHERE schemaname = current_schema() UNION ALL \
             SELECT conrelid::regclass || ': ' || conname || ' ' || pg_get_constraintdef(oid) AS sql FROM pg_constraint \
             WHERE connamespace = current_schema()::regnamespace ORDER BY 1"
        }
        false => "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY 1",
    };
    let reader = app.database.reader();
    let rows = reader.query_all_raw(Statement::from_string(app.database.backend(), sql)).await.expect("the catalogue");
    rows.iter().map(|row| row.try_get("", "sql").expect("a text")).collect()
}

#[tokio::test]
async fn a_large_town_is_as_large_as_was_asked_and_agrees_with_itself() {
    for sales in [1_000, 20_000] {
        let app = large(sales).await;
        app.verified().await;
        let reader = app.database.reader();
        assert_eq!(sale::Entity::find().count(reader).await.expect("a count"), sales);
        assert_eq!(grower::Entity::find().count(reader).await.expect("a count"), 2_000 + sales / 100);
        let orders = preorder::Entity::find().count(reader).await.expect("a count");
        assert!((sales / 25..=sales / 20).contains(&orders), "{orders} pre-orders");
        assert!(domain::installation::is_demo(reader).await.expect("an answer"));
    }
}

#[tokio::test]
async fn reports_are_what_the_sales_add_up_to() {
    let app = large(5_000).await;
    let official = app.sign_in_to_demo("official").await;
    let rows =
        sale::Entity::find().filter(sale::Column::VoidedAt.is_null()).all(app.database.reader()).await.expect("sales");
    for year in [2016, 2017, 2021, 2026] {
        let of_year: i64 = rows.iter().filter(|row| row.sold_on.year() == year).map(|row| row.amount_fen.0).sum();
        assert!(of_year > 0, "{year}");
        assert_eq!(official.report(year, "salesRevenueYuan").await["salesRevenueYuan"], Money(of_year).to_string());
    }
    let regions: Vec<String> = sale::Entity::find()
        .select_only()
        .column(sale::Column::RegionCode)
        .distinct()
        .into_tuple()
        .all(app.database.reader())
        .await
        .expect("regions");
    assert_eq!(regions.len(), 12, "the town and all its communities");
}

#[tokio::test]
async fn a_large_town_leaves_every_index_and_constraint() {
    let before = catalogue(&TestApp::new().await).await;
    assert_eq!(catalogue(&large(1_000).await).await, before);
}

#[tokio::test]
async fn a_large_town_is_the_same_each_time_and_loaded_once() {
    let (one, two) = (large(2_000).await, large(2_000).await);
    let everything = async |app: &TestApp| {
        let reader = app.database.reader();
        (
            sale::Entity::find().order_by_asc(sale::Column::Id).all(reader).await.expect("sales"),
            preorder::Entity::find().order_by_asc(preorder::Column::Id).all(reader).await.expect("pre-orders"),
            plot::Entity::find().order_by_asc(plot::Column::Id).all(reader).await.expect("plots"),
            ledger_entry::Entity::find().order_by_asc(ledger_entry::Column::Id).all(reader).await.expect("entries"),
        )
    };
    let before = everything(&one).await;
    assert!(before == everything(&two).await, "another town");
    assert!(!load(&one).await.expect("an answer"));
    assert!(!demo::load_large(&one.database, &Passwords::default(), 1_000, |_, _| {}).await.expect("an answer"));
    assert!(before == everything(&one).await, "changed");
}

#[tokio::test]
async fn a_load_that_fails_half_way_leaves_an_empty_town() {
    let app = TestApp::new().await;
    let before = catalogue(&app).await;
    let stops = |done, of| assert!(done * 2 < of, "stopped half-way");
    let failed = demo::load_large(&app.database, &Passwords::default(), 20_000, stops).await;
    assert_eq!(failed.expect_err("it failed").code.as_str(), "INTERNAL");
    assert!(domain::installation::is_empty(app.database.reader()).await.expect("an answer"));
    assert_eq!(catalogue(&app).await, before);
}

#[tokio::test]
async fn the_program_loads_within_bounds_alone() {
    let (url, folder) = empty_town().await;
    let demo = |sales: &str| -> Output {
        let mut program = Command::new(env!("CARGO_BIN_EXE_lihua"));
        program
            .args(["demo", "--sales", sales])
            .env("DATABASE_URL", &url)
            .env("DATABASE_WAIT_SECONDS", "1")
            .env("LOG", "error");
        program.output().expect("the program")
    };
    for sales in ["999", "50000001", "many"] {
        let refused = demo(sales);
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(!refused.status.success() && said.contains("--sales"), "{said}");
    }
    let loaded = demo("1000");
    assert!(loaded.status.success(), "{}", String::from_utf8_lossy(&loaded.stderr));
    assert!(!demo("1000").status.success(), "it is not empty any more");
    drop(folder);
}
