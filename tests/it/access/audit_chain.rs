//! The hash chain over the audit log: later tampering with the log is detected.

use std::sync::Arc;

use domain::{access::accounts, verify};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DbBackend, EntityTrait, IntoActiveModel, ModelTrait,
    QueryOrder, Statement,
};
use store::{
    Txn,
    entity::access::{audit_entry, audit_seal},
    seal::{self, Proof},
};
use tokio::sync::oneshot;
use types::Act;
use uuid::Uuid;

use crate::{
    access::audit::rows,
    app::{TestApp, VILLAGE, eventually, on_postgres},
};

async fn proof(app: &TestApp) -> Proof {
    seal::prove(app.database.reader()).await.expect("a proof")
}

/// A town with five sealed entries.
async fn sealed() -> (TestApp, Vec<audit_entry::Model>) {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    for number in 0..5 {
        clerk.register_grower(&format!("种植户{number}"), VILLAGE).await;
    }
    assert_eq!(proof(&app).await, Proof { unsealed: 5, ..Proof::default() });
    assert_eq!(seal::seal(&app.database).await.expect("a seal"), 5);
    let found = proof(&app).await;
    assert_eq!((found.sealed, found.unsealed, found.broken), (5, 0, None));
    assert_eq!(seal::seal(&app.database).await.expect("a seal"), 0);
    let rows = rows(&app).await;
    (app, rows)
}

/// The verification reports exactly what was changed, and up to which entry the chain is intact.
async fn broken(app: &TestApp, expected: &str, holds: i64) {
    let found = proof(app).await;
    let named = found.broken.unwrap_or_default();
    assert!(named.contains(expected), "{named:?} does not say {expected:?}");
    assert_eq!(found.sealed, holds);
    let findings = verify::verify(&app.database, |_, _| {}).await.expect("a verification");
    assert_eq!(findings.named, [format!("audit log: {named}")]);
}

async fn seal_of(app: &TestApp, row: &audit_entry::Model) -> audit_seal::Model {
    audit_seal::Entity::find_by_id(row.id).one(app.database.reader()).await.expect("a statement").expect("a seal")
}

#[tokio::test]
async fn entries_are_sealed_and_say_so() {
    let (app, _) = sealed().await;
    app.clerk().await.register_grower("又一户", VILLAGE).await;
    let seen = app.admin().await.ask("{ auditLog { nodes { sealed } } }").await["auditLog"]["nodes"].to_string();
    assert_eq!(seen.matches("true").count(), 5);
    assert!(seen.starts_with("[{\"sealed\":false}"), "{seen}");
    let head = proof(&app).await.head;
    seal::seal(&app.database).await.expect("a seal");
    let found = proof(&app).await;
    assert_eq!((found.sealed, found.broken.clone()), (6, None));
    assert_ne!(found.head, head);
    assert_eq!(
        found.to_string(),
        format!("6 rows sealed, 0 not sealed yet; head of the chain {}", found.head.unwrap_or_default())
    );
}

#[tokio::test]
async fn a_row_that_was_changed_is_named() {
    for change in 0..5 {
        let (app, rows) = sealed().await;
        let mut row = rows[2].clone().into_active_model();
        match change {
            0 => row.changes = Set(rows[2].changes.replacen("HOUSEHOLD", "COMPANY", 1)),
            1 => row.account_id = Set(None),
            2 => row.address = Set(Some("198.51.100.1".to_owned())),
            3 => row.action = Set("updateGrower".to_owned()),
            _ => row.at = Set(rows[2].at.plus(-1)),
        }
        row.update(app.database.unguarded()).await.expect("a change");
        broken(&app, &format!("link 3: row {}", rows[2].id), 2).await;
    }
}

#[tokio::test]
async fn a_row_that_was_removed_is_named() {
    let (app, rows) = sealed().await;
    seal_of(&app, &rows[1]).await.delete(app.database.unguarded()).await.expect("a removal");
    rows[1].clone().delete(app.database.unguarded()).await.expect("a removal");
    broken(&app, "link 2 is missing", 1).await;
}

#[tokio::test]
async fn a_row_that_was_put_in_is_named() {
    let (app, rows) = sealed().await;
    let forged = audit_entry::Model {
        id: Uuid::now_v7(),
        at: rows[2].at.plus(-1),
        action: "forged".to_owned(),
        ..rows[2].clone()
    };
    forged.clone().into_active_model().insert(app.database.unguarded()).await.expect("a row");
    broken(&app, &format!("row {}", forged.id), 5).await;
    app.clerk().await.register_grower("又一户", VILLAGE).await;
    seal::seal(&app.database).await.expect("a seal");
    broken(&app, &format!("row {}", forged.id), 6).await;
}

#[tokio::test]
async fn rows_that_were_moved_are_named() {
    let (app, rows) = sealed().await;
    let (second, third) = (seal_of(&app, &rows[1]).await, seal_of(&app, &rows[2]).await);
    let connection = app.database.unguarded();
    for (seal, position) in [(&second, 100), (&third, second.position), (&second, third.position)] {
        let mut row = audit_seal::Model { position: 0, ..seal.clone() }.into_active_model();
        row.position = Set(position);
        row.update(connection).await.expect("a move");
    }
    broken(&app, &format!("link 2: row {}", rows[2].id), 1).await;
}

#[tokio::test]
async fn two_sealers_at_once_make_one_chain() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let second = app.second_server("2026-11-24T04:00:00Z").await;
    for round in 0..3 {
        for number in 0..10 {
            clerk.register_grower(&format!("种植户{round}-{number}"), VILLAGE).await;
        }
        let (first, second) = tokio::join!(seal::seal(&app.database), seal::seal(&second.database));
        assert_eq!(first.expect("a seal") + second.expect("a seal"), 10);
    }
    let found = proof(&app).await;
    assert_eq!((found.sealed, found.unsealed, found.broken), (30, 0, None));
}

/// A change that begins and does not commit until it is released.
fn slow_change(app: &TestApp) -> (oneshot::Receiver<()>, oneshot::Sender<()>, tokio::task::JoinHandle<()>) {
    let (begun, has_begun) = oneshot::channel();
    let (release, released) = oneshot::channel::<()>();
    let database = app.database.clone();
    let change = tokio::spawn(async move {
        let work = async move |txn: Arc<Txn>| {
            let admin = accounts::NewAccount {
                username: "slow".to_owned(),
                role: types::Role::Admin,
                region_code: None,
                plant_code: None,
                password_hash: "none".to_owned(),
            };
            accounts::create(&txn, &(), None, admin).await?;
            begun.send(()).expect("somebody waits");
            released.await.expect("a release");
            Ok(())
        };
        database.write_as(Act::on_the_command_line("createAccount"), work).await.expect("a change");
    });
    (has_begun, release, change)
}

/// Whether somebody waits for an advisory lock on PostgreSQL.
async fn is_waited_for(app: &TestApp) -> bool {
    let locks = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
    let statement = Statement::from_string(DbBackend::Postgres, locks);
    app.database.reader().query_one_raw(statement).await.expect("a statement").is_some()
}

#[tokio::test]
async fn a_row_that_is_written_late_comes_after_the_bound() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    clerk.register_grower("王桂英", VILLAGE).await;
    let (has_begun, release, slow) = slow_change(&app);
    has_begun.await.expect("a beginning");
    // A change that is recorded after the slow one but written before it must not be sealed before it.
    app.set_time("2026-11-24T05:00:00Z");
    let later = tokio::spawn(async move { clerk.register_grower("李大山", VILLAGE).await });
    let later = if on_postgres() {
        later.await.expect("a change");
        None
    } else {
        Some(later)
    };
    let sealing = {
        let database = app.database.clone();
        tokio::spawn(async move { seal::seal(&database).await })
    };
    // On SQLite the sealer waits for the one writer, which cannot be observed from outside.
    let seals = async || audit_seal::Entity::find().all(app.database.reader()).await.expect("seals");
    if on_postgres() {
        eventually("the sealer waits or has sealed", async || is_waited_for(&app).await || !seals().await.is_empty())
            .await;
    }
    assert_eq!(seals().await, []);
    release.send(()).expect("a change that waits");
    slow.await.expect("a change");
    if let Some(later) = later {
        later.await.expect("a change");
    }
    sealing.await.expect("a task").expect("a seal");
    // However far the clock is set back, new entries come after what is sealed.
    app.set_time("2026-11-24T04:00:00Z");
    app.clerk().await.register_grower("张三", VILLAGE).await;
    seal::seal(&app.database).await.expect("a seal");
    let found = proof(&app).await;
    assert_eq!((found.sealed, found.unsealed, found.broken), (4, 0, None));
}

#[tokio::test]
async fn many_rows_are_sealed_in_several_steps() {
    let app = TestApp::new().await;
    let rows = (0..1203).map(|number| audit_entry::ActiveModel {
        id: Set(Uuid::now_v7()),
        at: Set(app.clock.now().plus(number / 7)),
        account_id: Set(None),
        address: Set(None),
        request_id: Set(None),
        action: Set("addVariety".to_owned()),
        record_kind: Set(Some("variety".to_owned())),
        record_id: Set(Some(number.to_string())),
        region_code: Set(None),
        changes: Set("{\"records\":[]}".to_owned()),
    });
    audit_entry::Entity::insert_many(rows).exec_without_returning(app.database.unguarded()).await.expect("rows");
    assert_eq!(seal::seal(&app.database).await.expect("a seal"), 1203);
    let found = proof(&app).await;
    assert_eq!((found.sealed, found.unsealed, found.broken), (1203, 0, None));
    let last = audit_seal::Entity::find().order_by_desc(audit_seal::Column::Position).one(app.database.reader()).await;
    assert_eq!(last.expect("a statement").map(|seal| seal.hash), found.head);
    app.database
        .unguarded()
        .execute_unprepared("DELETE FROM audit_seal WHERE position = 700")
        .await
        .expect("a removal");
    broken(&app, "link 700 is missing", 699).await;
}

#[tokio::test]
async fn a_server_seals_while_it_runs_and_when_it_stops() {
    use std::{
        io::{BufRead, BufReader},
        process::{Command, Stdio},
    };
    let app = TestApp::new().await;
    let mut server = Command::new(env!("CARGO_BIN_EXE_lihua"))
        .arg("serve")
        .env("DATABASE_URL", &app.url)
        .env("LISTEN", "127.0.0.1:0")
        .env("LOG", "error")
        .current_dir(std::env::temp_dir())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program");
    let mut line = String::new();
    BufReader::new(server.stdout.take().expect("an output")).read_line(&mut line).expect("a line");
    assert!(line.contains("/graphql"), "{line}");
    let clerk = app.clerk().await;
    clerk.register_grower("王桂英", VILLAGE).await;
    eventually("a seal", async || proof(&app).await.sealed == 1).await;
    clerk.register_grower("李大山", VILLAGE).await;
    assert!(Command::new("kill").arg(server.id().to_string()).status().expect("a signal").success());
    assert!(server.wait().expect("an end").success());
    let found = proof(&app).await;
    assert_eq!((found.sealed, found.unsealed, found.broken), (2, 0, None));
}
