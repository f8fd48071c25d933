//! A write defers its inserts and sends them together. What it reads, and what its constraints forbid, is the same as if
//! each were sent at once.

use std::sync::{Arc, Mutex};

use sea_orm::{EntityTrait, IntoActiveModel, PaginatorTrait, SqlErr};
use store::{
    Txn,
    entity::{access::audit_entry, registers::variety},
    error::{Error, ErrorCode, Result},
    ledger::{self, Amounts, Entry, Facets, Source},
};
use types::{Act, EntryKind, Kilograms, Money, RegionCode, SaleChannel, SourceKind, new_id};

use crate::app::{TestApp, VILLAGE};

/// A variety. Its code and its name are unique.
fn variety(code: &str, name: &str) -> variety::Model {
    let (code, name) = (code.to_owned(), name.to_owned());
    variety::Model { name_en: code.clone(), code, name, harvest_start_month: 6, harvest_end_month: 7, retired_on: None }
}

async fn add(txn: &Txn, rows: Vec<variety::Model>) -> Result<()> {
    Ok(txn.insert_all::<variety::Entity>(rows).await?)
}

async fn write<F>(app: &TestApp, work: impl FnOnce(Arc<Txn>) -> F + Send + 'static) -> Result<()>
where
    F: Future<Output = Result<()>> + Send + 'static,
{
    app.database.write_as(Act::on_the_command_line("plant"), work).await
}

/// How many varieties and audit rows there are.
async fn recorded(app: &TestApp) -> [u64; 2] {
    let reader = app.database.reader();
    let varieties = variety::Entity::find().count(reader).await.expect("varieties");
    [varieties, audit_entry::Entity::find().count(reader).await.expect("audit rows")]
}

#[tokio::test]
async fn what_was_inserted_is_found_by_whatever_comes_next() {
    let app = TestApp::new().await;
    let [varieties, rows] = recorded(&app).await;
    let written = write(&app, async |txn| {
        add(&txn, vec![variety("plum", "李子")]).await?;
        add(&txn, vec![variety("apricot", "杏")]).await?;
        let plum = variety::Entity::find_by_id("plum").one(txn.reader()).await?.expect("the plum");
        let mut later = plum.clone().into_active_model();
        later.harvest_end_month = sea_orm::ActiveValue::Set(8);
        txn.update(plum, later).await?;
        add(&txn, vec![variety("cherry", "樱桃")]).await?;
        assert_eq!(txn.insert(variety("quince", "榅桲").into_active_model()).await?.code, "quince");
        assert!(txn.delete(variety("cherry", "樱桃")).await?, "it was sent before");
        Ok(())
    });
    written.await.expect("written");
    assert_eq!(recorded(&app).await, [varieties + 3, rows + 1]);
}

#[tokio::test]
async fn a_refusal_leaves_nothing_of_it() {
    let app = TestApp::new().await;
    let before = recorded(&app).await;
    let unsent = write(&app, async |txn| {
        add(&txn, vec![variety("plum", "李子")]).await?;
        Err(Error::conflict("不行", "no"))
    });
    assert_eq!(unsent.await.expect_err("a refusal").code, ErrorCode::Conflict);
    let sent = write(&app, async |txn| {
        add(&txn, vec![variety("plum", "李子")]).await?;
        assert_eq!(variety::Entity::find_by_id("plum").count(txn.reader()).await?, 1);
        add(&txn, vec![variety("apricot", "杏")]).await?;
        Err(Error::conflict("不行", "no"))
    });
    assert_eq!(sent.await.expect_err("a refusal").code, ErrorCode::Conflict);
    assert_eq!(recorded(&app).await, before);
}

#[tokio::test]
async fn a_violated_constraint_fails_the_write_wherever_it_is_met() {
    let app = TestApp::new().await;
    write(&app, async |txn| add(&txn, vec![variety("plum", "李子")]).await).await.expect("written");
    let before = recorded(&app).await;
    let at_the_end = write(&app, async |txn| {
        add(&txn, vec![variety("apricot", "杏")]).await?;
        add(&txn, vec![variety("plum", "布林")]).await
    });
    assert_eq!(at_the_end.await.expect_err("a violated constraint").code, ErrorCode::Internal);
    let overlooked = write(&app, async |txn| {
        add(&txn, vec![variety("apricot", "杏"), variety("plum", "布林")]).await?;
        assert!(variety::Entity::find().count(txn.reader()).await.is_err(), "what is read sends it");
        assert!(variety::Entity::find().count(txn.reader()).await.is_err(), "and nothing goes on after it");
        add(&txn, vec![variety("cherry", "樱桃")]).await
    });
    assert_eq!(overlooked.await.expect_err("a violated constraint").code, ErrorCode::Internal);
    assert_eq!(recorded(&app).await, before);
}

/// What decides whether a code is taken is inserted at once. Its error is that of its own row.
#[tokio::test]
async fn an_insert_at_once_is_told_its_own_constraint_and_no_other() {
    let app = TestApp::new().await;
    write(&app, async |txn| add(&txn, vec![variety("plum", "李子")]).await).await.expect("written");
    let before = recorded(&app).await;
    let errors = Arc::new(Mutex::new(Vec::new()));
    for deferred in [None, Some(variety("plum", "布林"))] {
        let seen = errors.clone();
        let refused = write(&app, async move |txn| {
            let tried = if deferred.is_some() { variety("apricot", "杏") } else { variety("plum", "布林") };
            add(&txn, deferred.into_iter().collect()).await?;
            let error = txn.insert(tried.into_active_model()).await.expect_err("a violated constraint");
            seen.lock().expect("no panic").push(error.sql_err());
            Err(error.into())
        });
        assert_eq!(refused.await.expect_err("a refusal").code, ErrorCode::Internal);
    }
    let errors = std::mem::take(&mut *errors.lock().expect("no panic"));
    assert!(matches!(errors.as_slice(), [Some(SqlErr::UniqueConstraintViolation(_)), None]), "{errors:?}");
    assert_eq!(recorded(&app).await, before);
}

#[tokio::test]
async fn more_rows_than_one_statement_takes_are_all_inserted() {
    let app = TestApp::new().await;
    let [varieties, rows] = recorded(&app).await;
    let written = write(&app, async |txn| {
        for hundred in 0..25 {
            let some =
                (0..100).map(|number| variety(&format!("v{hundred}-{number}"), &format!("第{hundred}-{number}")));
            add(&txn, some.collect()).await?;
        }
        Ok(())
    });
    written.await.expect("written");
    assert_eq!(recorded(&app).await, [varieties + 2500, rows + 1]);
}

#[tokio::test]
async fn totals_to_which_a_write_adds_twice_are_right() {
    let app = TestApp::new().await;
    let written = write(&app, async |txn| {
        add(&txn, vec![variety("plum", "李子")]).await?;
        for fen in [1, 20, 300] {
            let facets = Facets {
                variety_code: Some("fengshui-pear".to_owned()),
                channel: Some(SaleChannel::Market),
                ..Facets::new(EntryKind::Sale, txn.today(), RegionCode::from(VILLAGE))
            };
            let amounts =
                Amounts { amount: Money(fen), quantity: Kilograms(1), items: 1, records: 1, ..Amounts::default() };
            let source = Source { kind: SourceKind::Sale, id: new_id() };
            ledger::record(&txn, vec![Entry { facets, amounts, source }]).await?;
        }
        Ok(())
    });
    written.await.expect("written");
    assert_eq!(ledger::differing_totals(app.database.reader(), 10).await.expect("totals"), Vec::<String>::new());
    assert_eq!(app.clerk().await.report(2026, "salesRevenueYuan").await["salesRevenueYuan"], "3.21");
}
