//! The demonstration is loaded once, completely or not at all, and is the same on every day.

use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
};

use chrono::{Duration, NaiveDate};
use domain::access::passwords::Passwords;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use serde_json::json;
use store::{
    bound,
    entity::{
        access::account,
        certificates::{certificate, certificate_origin, certificate_replacement},
        figures::ledger_entry,
        harvest::harvest_lot,
        plants::{
            batch_by_product, batch_ingredient, batch_step, intake, processing_plant, product, product_step,
            production_batch,
        },
        presales::{
            harvest_estimate, preorder, preorder_delivery, preorder_delivery_lot, preorder_event, preorder_payment,
            preorder_refund, preorder_transfer, presale_offer, shortfall_run, shortfall_share,
        },
        registers::{grower, plot, plot_term},
        sales::{sale, sale_batch},
        tourism::{catering_takings, festival, festival_days, site_counting, visitor_count},
    },
};
use types::Timestamp;

use super::{FIRST_OF_A_YEAR, averages, load, loaded_at};
use crate::app::{NOW, TestApp, instant};

#[tokio::test]
async fn a_second_load_is_refused_and_changes_nothing() {
    let app = TestApp::demo().await;
    let before = everything(&app).await;
    assert!(!load(&app).await.expect("an answer"));
    assert_eq!(everything(&app).await, before);

    let not_empty = TestApp::new().await;
    not_empty.admin().await;
    assert!(!load(&not_empty).await.expect("an answer"));
    assert_eq!(account::Entity::find().count(not_empty.database.reader()).await.expect("a count"), 1);
}

#[tokio::test]
async fn of_two_servers_one_loads() {
    let app = TestApp::new().await;
    let other = app.second_server(NOW).await;
    let (one, two) = tokio::join!(load(&app), load(&other));
    let loaded = [one.expect("an answer"), two.expect("an answer")];
    assert_eq!(loaded.iter().filter(|loaded| **loaded).count(), 1, "{loaded:?}");
    assert_eq!(grower::Entity::find().count(app.database.reader()).await.expect("a count"), 2_000);
}

#[tokio::test]
async fn a_load_that_fails_half_way_leaves_nothing() {
    let app = TestApp::new().await;
    let failed =
        demo::load(&app.database, &Passwords::default(), |done, of| assert!(done * 2 < of, "stopped half-way")).await;
    assert_eq!(failed.expect_err("it failed").code.as_str(), "INTERNAL");
    assert!(domain::installation::is_empty(app.database.reader()).await.expect("an answer"));
    assert!(load(&app).await.expect("an answer"));
    app.verified().await;
}

#[tokio::test]
async fn a_killed_program_leaves_nothing() {
    // On a busy machine the program may finish before it is killed. That proves nothing, so the test tries again.
    for _ in 0..5 {
        let app = TestApp::new().await;
        if killed_half_way(&app) {
            assert!(domain::installation::is_empty(app.database.reader()).await.expect("an answer"));
            assert!(load(&app).await.expect("an answer"));
            return;
        }
    }
    panic!("the program was always killed too late");
}

/// Starts the program and kills it as soon as it reports progress. Returns whether it was killed before it had written
/// everything.
fn killed_half_way(app: &TestApp) -> bool {
    let program = Command::new(env!("CARGO_BIN_EXE_lihua"))
        .arg("demo")
        .env("DATABASE_URL", &app.url)
        .env("LOG", "error")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn();
    let mut program = program.expect("the program");
    let mut lines = BufReader::new(program.stderr.take().expect("its messages")).lines();
    let first = lines
        .by_ref()
        .map(|line| line.expect("text"))
        .find(|line| line.contains("demonstration records"))
        .expect("progress");
    // SIGKILL, which the program cannot handle.
    program.kill().expect("killed");
    program.wait().expect("ended");
    assert!(first.contains('/'), "{first}");
    !lines.any(|line| line.is_ok_and(|line| finished(&line)))
}

/// Whether a line of progress says that everything is written.
fn finished(line: &str) -> bool {
    let numbers = line.rsplit(' ').next().and_then(|last| last.split_once('/'));
    numbers.is_some_and(|(done, of)| done == of)
}

/// Everything that a load writes, as text, without password hashes.
async fn everything(app: &TestApp) -> Vec<String> {
    let reader = app.database.reader();
    let mut rows = Vec::new();
    macro_rules! collect {
        ($($noun:ident by $column:ident),*) => {$(
            let found = $noun::Entity::find().order_by_asc($noun::Column::$column).all(reader).await.expect("rows");
            rows.extend(found.into_iter().map(|row| format!("{row:?}")));
        )*};
    }
    collect!(
        grower by Id, plot by Id, plot_term by Id, harvest_lot by Id, sale by Id, visitor_count by Id, catering_takings by Id,
        festival by Id, festival_days by Id, site_counting by Id, product by Code, ledger_entry by Id, presale_offer by Id, preorder by Id, preorder_event by Id,
        preorder_transfer by Id, preorder_payment by Id, preorder_refund by Id, preorder_delivery by Id,
        preorder_delivery_lot by Id, shortfall_run by Id, shortfall_share by Id,
        harvest_estimate by Id, processing_plant by Code, product_step by Id, intake by Id, production_batch by Id, batch_ingredient by Id,
        batch_by_product by Id, batch_step by Id, sale_batch by Id, certificate by Id, certificate_origin by Id, certificate_replacement by Id
    );
    rows
}

#[tokio::test]
async fn the_same_day_gives_the_same_rows() {
    let (one, two) = (TestApp::demo().await, loaded_at("2026-11-24T13:45:00Z").await);
    assert_eq!(everything(&one).await, everything(&two).await);
}

#[tokio::test]
async fn a_record_is_the_same_on_every_later_day() {
    let (earlier, later) = (TestApp::demo().await, loaded_at("2027-02-03T04:00:00Z").await);
    later.verified().await;
    // The records of the present day have other timestamps until it ends, and so do those of an evening still to come.
    let last_day: NaiveDate = "2026-11-24".parse().expect("a day");
    let of = async |app: &TestApp| {
        let sales = sale::Entity::find().filter(sale::Column::SoldOn.lt(last_day)).order_by_asc(sale::Column::Id);
        let counts = visitor_count::Entity::find().filter(visitor_count::Column::Day.lt(last_day - Duration::days(1)));
        let counts = counts.order_by_asc(visitor_count::Column::Id);
        let reader = app.database.reader();
        let growers = grower::Entity::find().order_by_asc(grower::Column::Id).all(reader).await.expect("growers");
        (sales.all(reader).await.expect("sales"), counts.all(reader).await.expect("counts"), growers)
    };
    let (before, after) = (of(&earlier).await, of(&later).await);
    assert_eq!(before.0.len(), after.0.len());
    assert!(before == after, "a record of the past differs");
    let newest = sale::Entity::find()
        .filter(sale::Column::SoldOn.gt(last_day))
        .count(later.database.reader())
        .await
        .expect("a count");
    assert!(newest > 100);
}

#[tokio::test]
async fn a_clock_that_is_years_behind_is_refused() {
    let app = TestApp::new().await;
    app.set_time("2024-12-31T15:59:59Z");
    assert_eq!(load(&app).await.expect_err("refused").code.as_str(), "CONFLICT");
    app.set_time(FIRST_OF_A_YEAR);
    assert!(load(&app).await.expect("an answer"));
    app.verified().await;
    assert_eq!(averages(&app.sign_in_to_demo("official").await, 2022, 2024).await["visitors"], 45_000);
}

#[tokio::test]
async fn a_figure_given_before_the_load_stays_as_it_was() {
    let app = TestApp::new().await;
    let given = bound::close(&app.database, Some(instant("2026-11-24T03:00:00Z"))).await.expect("a bound");
    assert!(load(&app).await.expect("an answer"));
    app.verified().await;
    let official = app.sign_in_to_demo("official").await;
    let as_of = official.report_as_of(2024, &given.to_string(), "plantedAreaMu visitors").await;
    assert_eq!(as_of, json!({"plantedAreaMu": "0.00", "visitors": 0}));
    assert_eq!(official.report(2024, "plantedAreaMu").await["plantedAreaMu"], "20400.00");
    assert_eq!(averages(&official, 2022, 2024).await["visitors"], 45_000);
    let earliest =
        ledger_entry::Entity::find().order_by_asc(ledger_entry::Column::RecordedAt).one(app.database.reader()).await;
    assert_eq!(earliest.expect("an entry").map(|entry| entry.recorded_at), Some(Timestamp(given.0 + 1)));
}
