//! An unreadable value is named by table and key, and everything else is still verified.

use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};
use store::entity::{access::audit_entry, figures::ledger_entry, sales::sale};

use super::{named, unchecked};
use crate::{
    app::{TestApp, on_postgres},
    service::sending_twice::town::Town,
};

async fn sales(app: &TestApp) -> Vec<sale::Model> {
    sale::Entity::find().order_by_asc(sale::Column::Id).all(app.database.reader()).await.expect("sales")
}

fn literal(id: uuid::Uuid) -> String {
    if on_postgres() { format!("'{id}'") } else { format!("x'{}'", id.simple()) }
}

#[tokio::test]
async fn a_word_that_is_none_is_named_and_the_rest_is_looked_at() {
    let app = Town::filled().await.app;
    let [damaged, changed] = &sales(&app).await[..2] else { panic!("two sales") };
    let unchecked = unchecked(&app.url).await;
    for statement in [
        format!("UPDATE sale SET channel = 'BARGE' WHERE id = {}", literal(damaged.id)),
        format!("UPDATE sale SET amount_fen = amount_fen + 1 WHERE id = {}", literal(changed.id)),
        "UPDATE grower SET kind = 'CLAN'".to_owned(),
        "UPDATE harvest_lot SET available_g = available_g + 1".to_owned(),
    ] {
        unchecked.execute_unprepared(&statement).await.expect("damage");
    }
    let named = named(&app.database).await;
    for begins in [
        format!("sale {}: it cannot be read: ", damaged.id),
        "grower ".to_owned(),
        // The content of the row is unknown, so no record agrees with its entries.
        format!("Sale {}: Sale of {} in {}: the record gives", changed.id, changed.sold_on, changed.region_code),
        "lot ".to_owned(),
    ] {
        assert!(named.iter().any(|line| line.starts_with(&begins)), "{begins}: {named:?}");
    }
    let of_damaged =
        named.iter().filter(|line| line.contains(&damaged.id.to_string()) && line.contains("cannot be read"));
    assert_eq!(of_damaged.count(), 1, "once, however often it is met: {named:?}");
}

#[tokio::test]
async fn an_entry_that_cannot_be_read_is_named() {
    let app = Town::filled().await.app;
    let entry = ledger_entry::Entity::find().one(app.database.reader()).await.expect("entries").expect("an entry");
    let damage = format!("UPDATE ledger_entry SET source_kind = 'RUMOUR' WHERE id = {}", literal(entry.id));
    unchecked(&app.url).await.execute_unprepared(&damage).await.expect("damage");
    let begins = format!("ledger_entry {}: it cannot be read: ", entry.id);
    let named = named(&app.database).await;
    assert!(named.iter().any(|line| line.starts_with(&begins)), "{begins}: {named:?}");
}

#[tokio::test]
async fn bytes_that_no_column_could_hold_are_named_by_their_rows() {
    if on_postgres() {
        skip!("PostgreSQL refuses such bytes, but damage to a disk can create them in a SQLite file");
    }
    let app = Town::filled().await.app;
    let audit = audit_entry::Entity::find().order_by_asc(audit_entry::Column::Id).one(app.database.reader()).await;
    let audit = audit.expect("the log").expect("a row");
    let unchecked = unchecked(&app.url).await;
    for damage in [
        &format!("UPDATE audit_entry SET action = CAST(x'e6a2' AS TEXT) WHERE id = {}", literal(audit.id)),
        "UPDATE visitor_count SET visitors = 'many'",
        "UPDATE account SET id = x'00' WHERE role = 'OFFICIAL'",
    ] {
        unchecked.execute_unprepared(damage).await.expect("damage");
    }
    let named = named(&app.database).await;
    for begins in
        [&format!("audit_entry {}: it cannot be read: ", audit.id), "visitor_count ", "account 00: it cannot be read: "]
    {
        assert!(named.iter().any(|line| line.starts_with(begins)), "{begins}: {named:?}");
    }
}

/// The program's list of tables is complete.
#[tokio::test]
async fn every_table_is_looked_at() {
    let app = TestApp::new().await;
    let tables = if on_postgres() {
        "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename NOT LIKE 'seaql%'"
    } else {
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'seaql%' AND name NOT LIKE 'sqlite%'"
    };
    let statement = sea_orm::Statement::from_string(app.database.backend(), tables);
    let looked_at = include_str!("../../../crates/domain/src/verify/readable.rs");
    // The database itself compares its totals with the entries, so their rows are not read.
    let totals = ["daily_total", "monthly_total", "regional_total"];
    for row in app.database.reader().query_all_raw(statement).await.expect("tables") {
        let table: String = row.try_get_by_index(0).expect("a name");
        let is_there = |separator: char| looked_at.contains(&format!(" {table}{separator}"));
        assert!(is_there(',') || is_there('\n') || totals.contains(&table.as_str()), "{table} is not looked at");
    }
}
