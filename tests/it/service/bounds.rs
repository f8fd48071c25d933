//! Closed bounds: an answer as of an instant never changes, whatever is written meanwhile.

use std::time::Duration;

use domain::{access::accounts, verify};
use sea_orm::{ConnectionTrait, EntityTrait};
use serde_json::json;
use tokio::{sync::oneshot, task::JoinHandle};
use types::{Actor, Kilograms, Money, RegionCode, Role, SaleChannel, Timestamp};

use crate::app::{TOWN, TestApp, VILLAGE, eventually, instant, on_postgres};

/// Ten times as long as any step may take. Whatever takes longer hangs.
const HANG: Duration = Duration::from_secs(60);

#[tokio::test]
async fn a_writer_held_open_across_the_closing_of_a_bound_never_shows_under_it() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    clerk.record_sale("2026-11-24", "1", "1").await;
    let account = store::entity::access::account::Entity::find()
        .one(app.database.reader())
        .await
        .expect("rows")
        .expect("the clerk");
    let actor = accounts::actor(&account);

    let (writer, stamped) = open_writer(&app, Some(actor)).await;
    // The report is requested while the writer is open. It must either wait, or leave the writer's sale after its
    // bound.
    let asking = tokio::spawn({
        let clerk = clerk.clone();
        async move { clerk.report(2026, "salesRevenueYuan asOf").await }
    });
    wait_until_it_waits(&app, &asking).await;
    writer.commit().await;
    let report = tokio::time::timeout(HANG, asking).await.expect("no hang").expect("a report");
    let as_of = instant(report["asOf"].as_str().expect("an instant"));
    let expected = if stamped <= as_of { "11.00" } else { "1.00" };
    assert_eq!(report["salesRevenueYuan"], expected);
    app.set_time("2026-11-24T05:00:00Z");
    clerk.record_sale("2026-11-24", "1", "100").await;
    assert_eq!(clerk.report_as_of(2026, &as_of.to_string(), "salesRevenueYuan asOf").await, report);
}

/// A write transaction that stays open until it is told to commit.
struct OpenWriter {
    release: oneshot::Sender<()>,
    done: JoinHandle<()>,
}

impl OpenWriter {
    async fn commit(self) {
        self.release.send(()).expect("the writer waits");
        tokio::time::timeout(HANG, self.done).await.expect("no hang").expect("committed");
    }
}

/// Opens a write transaction, records a sale in it if there is an actor, and returns the transaction and its timestamp.
async fn open_writer(app: &TestApp, actor: Option<Actor>) -> (OpenWriter, Timestamp) {
    let (release, released) = oneshot::channel();
    let (open, opened) = oneshot::channel();
    let database = app.database.clone();
    let done = tokio::spawn(async move {
        let writing = database.write_unnoted(async move |txn| {
            if let Some(actor) = actor {
                record_sale(&txn, &actor).await;
                // What a write has deferred is sent before it reads.
                store::bound::latest_recorded(txn.reader()).await.expect("an instant");
            }
            open.send(txn.recorded_at()).expect("heard");
            released.await.expect("released");
            Ok(())
        });
        writing.await.expect("written");
    });
    (OpenWriter { release, done }, opened.await.expect("an open transaction"))
}

/// Waits until a task has ended or waits for a writer: on PostgreSQL for its lock, on SQLite for the one writing
/// connection.
async fn wait_until_it_waits<T>(app: &TestApp, task: &JoinHandle<T>) {
    // A task that waits for SQLite's writing connection shows that nowhere. After this time it does.
    let long_enough = tokio::time::Instant::now() + Duration::from_millis(200);
    eventually("that the report waited or ended", async || {
        let is_waiting = if on_postgres() {
            let sql = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted \
                       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
            app.database.unguarded().execute_unprepared(sql).await.expect("locks").rows_affected() > 0
        } else {
            tokio::time::Instant::now() > long_enough
        };
        is_waiting || task.is_finished()
    })
    .await;
}

async fn record_sale(txn: &store::Txn, actor: &Actor) {
    let named =
        domain::sales::Named { region_code: RegionCode::from(VILLAGE), grower_id: None, lot_id: None, batch_id: None };
    let sale = domain::sales::NewSale {
        sold_on: txn.today(),
        channel: SaleChannel::Market,
        variety_code: Some("fengshui-pear".to_owned()),
        product_code: None,
        quantity: Kilograms(1000),
        amount: Money(1000),
    };
    assert_eq!(actor.role, Role::Clerk);
    let target = domain::sales::to_record(txn, actor, named).await.expect("what it names");
    domain::sales::record(txn, actor, target, sale).await.expect("a sale");
}

#[tokio::test]
async fn a_server_whose_clock_is_slow_records_nothing_under_a_closed_bound() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    clerk.record_sale("2026-11-24", "1", "1").await;
    let closed = clerk.report(2026, "salesRevenueYuan asOf").await;
    let slow = app.second_server("2026-11-24T03:00:00Z").await;
    let slow_clerk = slow.again(&clerk);
    let sale = slow_clerk.change(
        "recordSale",
        json!({
            "soldOn": "2026-11-24", "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "fengshui-pear",
            "quantityKg": "1", "amountYuan": "10"
        }),
        "sale { recordedAt }",
    );
    let recorded_at = instant(sale.await["sale"]["recordedAt"].as_str().expect("an instant"));
    let as_of = closed["asOf"].as_str().expect("an instant");
    assert!(recorded_at > instant(as_of));
    assert_eq!(clerk.report_as_of(2026, as_of, "salesRevenueYuan asOf").await, closed);
    for reader in [&clerk, &slow_clerk] {
        assert_eq!(
            reader.report(2026, "salesRevenueYuan").await["salesRevenueYuan"],
            "11.00",
            "the present shows all there is"
        );
    }
}

#[tokio::test]
async fn reports_and_writers_at_once_agree_afterwards() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let other = app.second_server(crate::app::NOW).await.again(&clerk);
    let writers: Vec<_> = (0..4)
        .map(|number| {
            let client = if number % 2 == 0 { clerk.clone() } else { other.clone() };
            tokio::spawn(async move {
                for _ in 0..10 {
                    client.record_sale("2026-11-24", "1", "1").await;
                }
            })
        })
        .collect();
    let readers: Vec<_> = (0..3)
        .map(|number| {
            let client = if number % 2 == 0 { other.clone() } else { clerk.clone() };
            tokio::spawn(async move {
                let mut reports = Vec::new();
                for _ in 0..10 {
                    reports.push(client.report(2026, "salesRevenueYuan asOf").await);
                }
                reports
            })
        })
        .collect();
    for writer in writers {
        writer.await.expect("a writer");
    }
    for reader in readers {
        for report in reader.await.expect("a reader") {
            let as_of = report["asOf"].as_str().expect("an instant");
            assert_eq!(clerk.report_as_of(2026, as_of, "salesRevenueYuan asOf").await, report);
        }
    }
    assert_eq!(clerk.report(2026, "salesRevenueYuan").await["salesRevenueYuan"], "40.00");
    app.verified().await;
}

#[tokio::test]
async fn verify_names_what_disagrees_and_repairs_nothing() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let clerk = app.clerk().await;
    let sale = clerk.record_sale("2026-11-24", "1", "1").await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "2", 2020).await;
    clerk.record_harvest(&plot, "2026-08-01", "500").await;
    let offer = clerk.open_offer(json!({})).await;
    let preorder = clerk.place(&offer, "10").await;
    clerk.pay(&preorder, "30").await;
    let code = preorder["code"].as_str().expect("a code");
    let festival =
        json!({"regionCode": TOWN, "edition": 1, "name": "梨花节", "startsOn": "2026-03-20", "endsOn": "2026-04-02"});
    app.admin().await.change("addFestival", festival, "__typename").await;
    app.verified().await;
    for (tamper, mend, named) in [
        ("UPDATE presale_offer SET taken_g = 9999", "UPDATE presale_offer SET taken_g = 10000", offer.as_str()),
        ("UPDATE preorder SET paid_fen = 2999", "UPDATE preorder SET paid_fen = 3000", code),
        ("UPDATE preorder SET amount_fen = 7999", "UPDATE preorder SET amount_fen = 8000", code),
        ("UPDATE preorder_payment SET amount_fen = 1", "UPDATE preorder_payment SET amount_fen = 3000", code),
        (
            "UPDATE preorder_event SET presale_fen = 1 WHERE kind = 'CONFIRMED'",
            "UPDATE preorder_event SET presale_fen = 8000 WHERE kind = 'CONFIRMED'",
            "Preorder",
        ),
        ("UPDATE sale SET amount_fen = 200", "UPDATE sale SET amount_fen = 100", sale.as_str()),
        (
            "UPDATE ledger_entry SET amount_fen = 200 WHERE kind = 'SALE'",
            "UPDATE ledger_entry SET amount_fen = 100 WHERE kind = 'SALE'",
            "Sale",
        ),
        (
            "UPDATE daily_total SET quantity_g = 1 WHERE kind = 'SALE'",
            "UPDATE daily_total SET quantity_g = 1000 WHERE kind = 'SALE'",
            "daily_total",
        ),
        (
            "UPDATE monthly_total SET record_count = 9 WHERE kind = 'SALE'",
            "UPDATE monthly_total SET record_count = 1 WHERE kind = 'SALE'",
            "monthly_total",
        ),
        ("UPDATE festival SET ends_on = '2026-04-03'", "UPDATE festival SET ends_on = '2026-04-02'", "festival"),
        ("UPDATE harvest_lot SET available_g = 7", "UPDATE harvest_lot SET available_g = 500000", "lot"),
        ("UPDATE plot SET area_mu_hundredths = 7", "UPDATE plot SET area_mu_hundredths = 200", plot.as_str()),
        (
            "UPDATE ledger_entry SET item_count = 5 WHERE kind = 'GROWERS'",
            "UPDATE ledger_entry SET item_count = 1 WHERE kind = 'GROWERS'",
            grower.as_str(),
        ),
    ] {
        let connection = app.database.unguarded();
        connection.execute_unprepared(tamper).await.expect("tampered");
        let findings = verify::verify(&app.database, |_, _| {}).await.expect("findings");
        assert!(
            findings.differences > 0 && findings.named.iter().any(|line| line.contains(named)),
            "{tamper}: {:?}",
            findings.named
        );
        connection.execute_unprepared(mend).await.expect("mended");
        app.verified().await;
    }
    let query = format!("{{ townReport(regionCode: \"{TOWN}\", year: 2026) {{ salesRevenueYuan }} }}");
    assert_eq!(clerk.ask(&query).await["townReport"]["salesRevenueYuan"], "1.00");
}

#[tokio::test]
async fn a_correction_is_never_recorded_before_what_it_corrects() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let (admin, clerk) = (app.admin().await, app.clerk().await);
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    app.set_time("2026-11-24T06:00:00Z");
    let count = |visitors: i32| json!({"siteCode": "gate", "date": "2026-08-01", "visitors": visitors});
    clerk.change("recordVisitors", count(900), "__typename").await;
    let sale = clerk.record_sale("2026-08-01", "1", "5").await;
    let plot = clerk.register_plot(&grower, VILLAGE, "2", 2020).await;
    // The clock is set back. A transaction that had to wait for another one may have such an earlier time, too.
    app.set_time("2026-11-24T05:00:00Z");
    clerk.change("recordVisitors", count(100), "__typename").await;
    clerk.change("voidSale", json!({"saleId": sale, "reason": "误录"}), "__typename").await;
    clerk.change("takePlotOutOfUse", json!({"plotId": plot, "from": "2021-01-01"}), "__typename").await;
    clerk.register_plot(&grower, VILLAGE, "3", 2020).await;
    admin
        .change(
            "updateSite",
            json!({"code": "gate", "countsTowardsTotal": true, "countsFrom": "2026-08-01"}),
            "__typename",
        )
        .await;

    let selection = "visitors salesRevenueYuan plantedAreaMu plantedAreaByVariety { growers }";
    app.set_time("2026-11-24T07:00:00Z");
    let nothing =
        json!({"visitors": 0, "salesRevenueYuan": "0.00", "plantedAreaMu": "0.00", "plantedAreaByVariety": []});
    assert_eq!(clerk.report_as_of(2026, "2026-11-24T05:30:00Z", selection).await, nothing);
    let expected = json!({
        "visitors": 100, "salesRevenueYuan": "0.00", "plantedAreaMu": "3.00", "plantedAreaByVariety": [{"growers": 1}]
    });
    assert_eq!(clerk.report_as_of(2026, "2026-11-24T06:30:00Z", selection).await, expected);
    app.verified().await;
}

#[tokio::test]
async fn who_waits_too_long_is_told_so_and_holds_up_nobody() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let impatient = app.impatient_server(Duration::from_secs(1)).await.again(&clerk);
    let (writer, _) = open_writer(&app, None).await;
    let asking = tokio::spawn(async move {
        impatient.refused(&format!("{{ townReport(regionCode: \"{TOWN}\", year: 2026) {{ year }} }}")).await
    });
    if on_postgres() {
        // A slow writer delays the report, but the report does not delay other writers for long.
        tokio::time::timeout(HANG, clerk.record_sale("2026-11-24", "1", "1")).await.expect("no hang");
    } else {
        leave_out!("on SQLite one writes at a time, so nobody else could record a sale");
    }
    let refusal = tokio::time::timeout(HANG, asking).await.expect("no hang").expect("an answer");
    assert_eq!(refusal.code, "RATE_LIMITED", "{refusal:?}");
    writer.commit().await;
    clerk.report(2026, "year").await;
}
