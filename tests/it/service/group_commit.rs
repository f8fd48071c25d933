//! Many writes at once: on SQLite they share a commit, but each succeeds or fails by itself.

use std::{
    future::pending,
    sync::{Arc, Mutex},
    time::Duration,
};

use domain::{access::accounts, sales};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;
use store::{
    Database, Limits, Options, Txn,
    entity::{
        access::{account, audit_entry},
        figures::ledger_entry,
        idempotency as answered,
        sales::sale,
    },
    error::{Error, ErrorCode, Result},
    idempotency::{self, RequestKey},
};
use tokio::{
    sync::oneshot,
    task::{JoinHandle, JoinSet, yield_now},
    time::Instant,
};
use types::{Act, Actor, Kilograms, Money, RegionCode, SaleChannel};

use crate::app::{NOW, TestApp, VILLAGE, instant, on_postgres, options};

/// A limit that no test can reach.
const LONG: Duration = Duration::from_secs(3600);

/// A town with a clerk, and another `Database` on it with other limits.
struct Town {
    app: TestApp,
    database: Database,
    actor: Actor,
}

impl Town {
    async fn new(change: impl FnOnce(&mut Options)) -> Self {
        let app = TestApp::new().await;
        app.clerk().await;
        let clerk = account::Entity::find().one(app.database.reader()).await.expect("rows").expect("the clerk");
        let mut options = options(&app.url);
        options.group = Limits { writes: 1000, time: LONG };
        change(&mut options);
        let database = Database::connect(&options, app.clock.clone()).await.expect("the database");
        Self { app, database, actor: accounts::actor(&clerk) }
    }

    /// A write that records a sale in the village under a key, and then ends in some way.
    fn write<F>(&self, key: &str, end: impl FnOnce(Arc<Txn>) -> F + Send + 'static) -> JoinHandle<Result<sale::Model>>
    where
        F: Future<Output = Result<()>> + Send + 'static,
    {
        let (database, actor, key) = (self.database.clone(), self.actor.clone(), key.to_owned());
        tokio::spawn(async move {
            let act = Act::on_the_command_line("recordSale");
            let work = async move |txn: Arc<Txn>| {
                let sale = record(&txn, &actor, key).await?;
                end(txn).await?;
                Ok(sale)
            };
            database.write_as(act, work).await
        })
    }

    /// A write that keeps a transaction of its own until it is released, so that other writes queue behind it.
    async fn occupy(&self) -> (oneshot::Sender<()>, JoinHandle<Result<sale::Model>>) {
        let deadline = Instant::now() + Duration::from_secs(60);
        loop {
            let (has_begun, begun) = oneshot::channel();
            let (release, released) = oneshot::channel::<()>();
            let holder = self.write("holder", async move |txn| {
                if is_of_a_group(&txn).await {
                    return Err(Error::conflict("不行", "no"));
                }
                has_begun.send(()).expect("heard");
                released.await.expect("released");
                Ok(())
            });
            if begun.await.is_ok() {
                return (release, holder);
            }
            // The connection is returned some time after its write has been answered. Until then, writes are grouped.
            assert!(Instant::now() < deadline, "the connection never came back");
            all_queue().await;
        }
    }

    /// How many sales, audit rows, keys and ledger entries there are.
    async fn recorded(&self) -> [u64; 4] {
        let reader = self.app.database.reader();
        let audited = audit_entry::Entity::find().filter(audit_entry::Column::Action.eq("recordSale")).count(reader);
        [
            sale::Entity::find().count(reader).await.expect("sales"),
            audited.await.expect("audit rows"),
            answered::Entity::find().count(reader).await.expect("keys"),
            ledger_entry::Entity::find().count(reader).await.expect("entries"),
        ]
    }
}

/// Whether a write shares its commit. If it does, it is in a savepoint of this name. Asking undoes what the write has
/// done so far.
async fn is_of_a_group(txn: &Txn) -> bool {
    !on_postgres() && txn.ruin("ROLLBACK TO one_write").await.is_ok()
}

/// Afterwards, all queued writes have been polled until they wait, because none of them waits for another thread.
async fn all_queue() {
    for _ in 0..1000 {
        yield_now().await;
    }
}

async fn record(txn: &Txn, actor: &Actor, key: String) -> Result<sale::Model> {
    let named = sales::Named { region_code: RegionCode::from(VILLAGE), grower_id: None, lot_id: None, batch_id: None };
    let sale = sales::NewSale {
        sold_on: txn.today(),
        channel: SaleChannel::Market,
        variety_code: Some("fengshui-pear".to_owned()),
        product_code: None,
        quantity: Kilograms(1000),
        amount: Money(100),
    };
    let target = sales::to_record(txn, actor, named).await?;
    let sale = sales::record(txn, actor, target, sale).await?;
    let request = RequestKey { scope: actor.account_id.to_string(), mutation: "recordSale".to_owned(), key };
    idempotency::remember(txn, request, String::new(), sale.id.to_string()).await?;
    Ok(sale)
}

async fn code(write: JoinHandle<Result<sale::Model>>) -> Option<ErrorCode> {
    write.await.expect("a task").err().map(|error| error.code)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_64_writers_at_once_exactly_those_that_succeed_are_recorded() {
    let town = Town::new(|_| ()).await;
    let client = town.app.clerk().await;
    let mut asking = JoinSet::new();
    for number in 0..16 {
        let client = client.clone();
        let mut input = json!({
            "soldOn": "2026-11-24", "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "fengshui-pear",
            "quantityKg": "1", "amountYuan": "1", "idempotencyKey": format!("asked-{number}")
        });
        if number % 2 == 1 {
            input["growerId"] = json!("019a0000-0000-7000-8000-000000000000");
        }
        asking.spawn(async move { client.mutate("recordSale", input, "__typename").await.get("errors").is_none() });
    }
    let writes: Vec<_> = (0..48)
        .map(|number| {
            town.write(&format!("written-{number}"), async move |_| match number % 3 {
                0 => Ok(()),
                1 => Err(Error::conflict("不行", "no")),
                _ => panic!("a write of a test panics"),
            })
        })
        .collect();
    for (number, write) in writes.into_iter().enumerate() {
        let expected = [None, Some(ErrorCode::Conflict), Some(ErrorCode::Internal)][number % 3];
        assert_eq!(code(write).await, expected);
    }
    assert_eq!(asking.join_all().await.into_iter().filter(|is_recorded| *is_recorded).count(), 8);
    assert_eq!(town.recorded().await, [24; 4]);
    town.app.verified().await;
    // The write that failed did not use up its key.
    assert_eq!(code(town.write("written-1", async |_| Ok(()))).await, None);
}

#[tokio::test]
async fn a_write_that_takes_too_long_is_taken_back() {
    let town = Town::new(|options| options.write_time = Duration::from_millis(500)).await;
    assert_eq!(code(town.write("hangs", async |_| pending().await)).await, Some(ErrorCode::RateLimited));
    assert_eq!(code(town.write("later", async |_| Ok(()))).await, None);
    assert_eq!(town.recorded().await, [1; 4]);
    town.app.verified().await;
}

#[tokio::test]
async fn of_a_group_it_is_taken_back_alone() {
    if on_postgres() {
        skip!("each write has a transaction of its own, and they would wait for each other at the town's totals");
    }
    let town = Town::new(|options| options.write_time = Duration::from_millis(500)).await;
    let (release, holder) = town.occupy().await;
    let good = town.write("before", async |_| Ok(()));
    let hangs = town.write("hangs", async |_| pending().await);
    let later = town.write("later", async |_| Ok(()));
    all_queue().await;
    release.send(()).expect("a holder");
    assert_eq!((code(good).await, code(hangs).await, code(later).await), (None, Some(ErrorCode::RateLimited), None));
    assert_eq!(code(holder).await, None);
    assert_eq!(town.recorded().await, [3; 4]);
    town.app.verified().await;
}

#[tokio::test]
async fn who_waits_too_long_for_a_turn_gets_none_later() {
    if on_postgres() {
        skip!("writes share a commit on SQLite alone");
    }
    let town = Town::new(|options| options.wait = Duration::from_millis(200)).await;
    let (release, holder) = town.occupy().await;
    assert_eq!(code(town.write("impatient", async |_| Ok(()))).await, Some(ErrorCode::RateLimited));
    release.send(()).expect("a holder");
    assert_eq!(code(holder).await, None);
    assert_eq!(code(town.write("later", async |_| Ok(()))).await, None);
    assert_eq!(town.recorded().await, [2; 4]);
}

#[tokio::test]
async fn who_has_a_turn_is_alone_and_who_queues_is_not() {
    if on_postgres() {
        skip!("writes share a commit on SQLite alone");
    }
    let town = Town::new(|_| ()).await;
    let (release, holder) = town.occupy().await;
    let (report, reported) = oneshot::channel();
    let queued = town.write("queued", async move |txn| {
        report.send(is_of_a_group(&txn).await).expect("heard");
        Err(Error::conflict("不行", "no"))
    });
    all_queue().await;
    release.send(()).expect("a holder");
    assert_eq!((code(holder).await, reported.await, code(queued).await), (None, Ok(true), Some(ErrorCode::Conflict)));
    assert_eq!(town.recorded().await, [1; 4]);
}

/// How many sales were committed when each of seven queued writes had its turn.
async fn committed_at_each_turn(group: Limits) -> Vec<u64> {
    let town = Town::new(|options| options.group = group).await;
    let seen = Arc::new(Mutex::new(vec![0]));
    let (release, holder) = town.occupy().await;
    let writes: Vec<_> = (0..6)
        .map(|number| {
            let (seen, database) = (seen.clone(), town.database.clone());
            town.write(&number.to_string(), async move |_| {
                let committed = sale::Entity::find().count(database.reader()).await?;
                seen.lock().expect("no panic").push(committed);
                Ok(())
            })
        })
        .collect();
    all_queue().await;
    release.send(()).expect("a holder");
    for write in writes.into_iter().chain([holder]) {
        assert_eq!(code(write).await, None);
    }
    assert_eq!(town.recorded().await, [7; 4]);
    Arc::into_inner(seen).expect("no writer").into_inner().expect("no panic")
}

#[tokio::test]
async fn a_group_is_bounded_in_number_and_in_time() {
    if on_postgres() {
        skip!("writes share a commit on SQLite alone");
    }
    // The first write finds the connection free and commits alone. The six that queue behind it share a commit.
    assert_eq!(committed_at_each_turn(Limits { writes: 6, time: LONG }).await, [0, 1, 1, 1, 1, 1, 1]);
    assert_eq!(committed_at_each_turn(Limits { writes: 5, time: LONG }).await, [0, 1, 1, 1, 1, 1, 6]);
    assert_eq!(committed_at_each_turn(Limits { writes: 2, time: LONG }).await, [0, 1, 1, 3, 3, 5, 5]);
    assert_eq!(committed_at_each_turn(Limits { writes: 6, time: Duration::ZERO }).await, [0, 1, 2, 3, 4, 5, 6]);
}

#[tokio::test]
async fn no_write_is_stamped_before_the_one_ahead_of_it_in_the_group() {
    if on_postgres() {
        skip!("writes share a commit on SQLite alone");
    }
    let town = Town::new(|_| ()).await;
    let (release, holder) = town.occupy().await;
    let corrects = town.write("corrects", async |txn: Arc<Txn>| {
        txn.stamp_after(txn.recorded_at().plus(5));
        Ok(())
    });
    let later = town.write("later", async |_| Ok(()));
    all_queue().await;
    release.send(()).expect("a holder");
    let mut stamps = Vec::new();
    for write in [holder, corrects, later] {
        stamps.push(write.await.expect("a task").expect("a sale").recorded_at);
    }
    assert_eq!(stamps, [instant(NOW), instant(NOW), instant(NOW).plus(5)]);
    town.app.verified().await;
}

/// Asserts that whatever one write does to the transaction of its group, none of the group's writes is recorded, all of
/// them are told, and the next write succeeds.
async fn all_of_a_group_fails(ruin: &'static str, its_end: Result<()>) {
    if on_postgres() {
        skip!("writes share a commit on SQLite alone");
    }
    let town = Town::new(|_| ()).await;
    let (release, holder) = town.occupy().await;
    let earlier = town.write("earlier", async |_| Ok(()));
    let its_code = its_end.as_ref().map_or_else(|error| error.code, |()| ErrorCode::Internal);
    let ruins = town.write("ruins", async move |txn: Arc<Txn>| {
        txn.ruin(ruin).await?;
        its_end
    });
    let later = town.write("later", async |_| Ok(()));
    all_queue().await;
    release.send(()).expect("a holder");
    assert_eq!((code(earlier).await, code(ruins).await), (Some(ErrorCode::Internal), Some(its_code)), "{ruin}");
    assert_eq!(code(holder).await, None, "it was not of the group");
    // If the group ended before its turn, the third write was in the next group.
    let expected = 1 + u64::from(code(later).await.is_none());
    assert_eq!(town.recorded().await, [expected; 4], "{ruin}");
    assert_eq!(code(town.write("next", async |_| Ok(()))).await, None, "{ruin}");
    assert_eq!(town.recorded().await, [expected + 1; 4], "{ruin}");
    town.app.verified().await;
}

#[tokio::test]
async fn a_commit_that_fails_fails_all_of_the_group() {
    all_of_a_group_fails("PRAGMA defer_foreign_keys = ON; UPDATE sale SET region_code = 'nowhere'", Ok(())).await;
}

/// As SQLite does itself when the disk is full.
#[tokio::test]
async fn a_transaction_that_is_lost_fails_all_of_the_group() {
    all_of_a_group_fails("ROLLBACK", Err(Error::conflict("不行", "no"))).await;
}

#[tokio::test]
async fn writing_alone_waits_for_the_group_and_the_group_for_it() {
    let town = Town::new(|_| ()).await;
    let (release, holder) = town.occupy().await;
    let alone = {
        let database = town.database.clone();
        tokio::spawn(async move {
            database.write_alone(async move |txn| Ok(sale::Entity::find().count(txn.reader()).await?)).await
        })
    };
    let later = town.write("later", async |_| Ok(()));
    all_queue().await;
    assert!(!alone.is_finished());
    release.send(()).expect("a holder");
    let seen = alone.await.expect("a task").expect("a number");
    assert!((1..=2).contains(&seen), "{seen} sales, the holder's among them");
    assert_eq!((code(holder).await, code(later).await), (None, None));
}
