//! Other writers while a shortfall is settled.

use std::{
    sync::{Arc, Mutex, OnceLock, mpsc},
    task::{Context, Waker},
};

use domain::sales;
use store::Database;
use types::{Act, Kilograms, Money, RegionCode, SaleChannel};

use super::{ANSWER, Failing};
use crate::app::{VILLAGE, on_postgres};

/// On PostgreSQL a sale does not wait for a batch at all. On SQLite it waits for the batch that has the one connection,
/// and comes before the next batch, because the queue for the connection is fair.
#[test]
fn another_writer_gets_through_between_two_batches() {
    let runtime = if on_postgres() {
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()
    } else {
        // Tasks are polled in the order in which they were spawned: the sale asks for its slot before the next batch does.
        tokio::runtime::Builder::new_current_thread().enable_all().build()
    };
    runtime.expect("a runtime").block_on(a_sale_between_two_batches());
}

async fn a_sale_between_two_batches() {
    let town = Failing::new().await;
    let actor = town.actor().await;
    // Writes that share a commit are observed through the database of the first one.
    let observed_database = Arc::new(OnceLock::<Database>::new());
    let database = observed_database.clone();
    let (begun, order) = (OnceLock::new(), Arc::new(Mutex::new(Vec::new())));
    let seen = order.clone();
    let callback = move |statement: &sea_orm::Statement| {
        let inserts = |table: &str| statement.sql.contains(&format!("INSERT INTO \"{table}\""));
        let Some(table) = ["shortfall_share", "sale"].into_iter().find(|table| inserts(table)) else {
            return;
        };
        seen.lock().expect("the order").push(table);
        if table == "sale" {
            return;
        }
        begun.get_or_init(|| {
            let (database, actor) = (database.get().expect("the database").clone(), actor.clone());
            let (done, told) = mpsc::channel();
            let mut recorded = Box::pin(async move {
                let act = Act::on_the_command_line("recordSale").by(actor.account_id);
                let recorded = database.write_as(act, async move |txn| {
                    let target = sales::to_record(&txn, &actor, here()).await?;
                    sales::record(&txn, &actor, target, sale(txn.today())).await
                });
                recorded.await.expect("a sale");
                done.send(()).ok();
            });
            // The first poll spawns the task of the write.
            assert!(recorded.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
            tokio::spawn(recorded);
            if on_postgres() {
                let wait = || told.recv_timeout(std::time::Duration::from_secs(60));
                tokio::task::block_in_place(wait).expect("a sale while a batch is at work");
            }
        });
    };
    let observed = town.app.configured_and_observed(&[("SHORTFALL_BATCH", "2")], callback);
    observed_database.set(observed.database.clone()).expect("set once");
    observed.again(&town.clerk).change("settleHarvestShortfall", town.input("PRO_RATA"), ANSWER).await;
    let order = order.lock().expect("the order").clone();
    assert_eq!(order, ["shortfall_share", "sale", "shortfall_share", "shortfall_share"], "what was written in turn");
    town.app.verified().await;
}

fn here() -> sales::Named {
    sales::Named { region_code: RegionCode::from(VILLAGE), grower_id: None, lot_id: None, batch_id: None }
}

fn sale(today: types::Day) -> sales::NewSale {
    sales::NewSale {
        sold_on: today,
        channel: SaleChannel::Market,
        variety_code: Some("fengshui-pear".to_owned()),
        product_code: None,
        quantity: Kilograms(1000),
        amount: Money(100),
    }
}
