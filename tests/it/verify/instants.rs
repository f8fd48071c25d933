//! The ledger has each entry at the instant at which its record was made or voided. Otherwise a figure as of an instant
//! in between would have changed.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, EntityTrait};
use serde_json::json;
use store::entity::tourism::{catering_baseline, festival_days, site_counting};
use types::{EntryKind, SourceKind};

use super::{entries, named};
use crate::{
    app::{TOWN, TestApp, on_postgres},
    service::sending_twice::town::Town,
};

/// An id as a literal in SQL.
fn literal(id: uuid::Uuid) -> String {
    if on_postgres() { format!("'{id}'") } else { format!("x'{}'", id.simple()) }
}

#[tokio::test]
async fn every_entry_is_at_the_instant_of_its_record() {
    let app = Town::filled().await.app;
    app.verified().await;
    let entries = entries(&app.database).await;
    let kinds: BTreeMap<SourceKind, usize> = entries.iter().fold(BTreeMap::new(), |mut kinds, entry| {
        *kinds.entry(entry.source_kind).or_default() += 1;
        kinds
    });
    assert_eq!(kinds.len(), 11, "every kind of record: {kinds:?}");
    assert!(entries.iter().filter(|entry| entry.record_count < 0).count() >= 5, "voids, replacements and reversals");
    // Entries that count growers are moved separately from those of the areas from which they follow, because they
    // would agree with each other if moved together. They are moved a few at a time, because verification names at most
    // a hundred differences.
    let (counted, others): (Vec<_>, Vec<_>) = entries.into_iter().partition(|entry| entry.kind == EntryKind::Growers);
    for entries in counted.chunks(20).chain(others.chunks(20)) {
        let shift = async |by: i64| {
            let ids = entries.iter().map(|entry| literal(entry.id)).collect::<Vec<_>>().join(", ");
            let shift = format!("UPDATE ledger_entry SET recorded_at = recorded_at + {by} WHERE id IN ({ids})");
            app.database.unguarded().execute_unprepared(&shift).await.expect("shifted");
        };
        shift(-500_000).await;
        let named = named(&app.database).await;
        for entry in entries {
            let of_record = if entry.kind == EntryKind::Growers {
                format!("grower {}: recorded at", entry.grower_id.expect("a grower"))
            } else {
                let (source, id) = (entry.source_kind, entry.source_id);
                format!("{source:?} {id}: {:?} of {} in {}: recorded at", entry.kind, entry.day, entry.region_code)
            };
            assert!(named.iter().any(|line| line.starts_with(&of_record)), "{of_record} is not in {named:?}");
        }
        shift(500_000).await;
    }
    app.verified().await;
}

/// The same from the other side: the instant of the record was changed, and that of the ledger was not.
#[tokio::test]
async fn every_record_is_at_the_instant_of_its_entries() {
    let app = Town::filled().await.app;
    for (table, column) in [
        ("sale", "recorded_at"),
        ("sale", "voided_at"),
        ("visitor_count", "recorded_at"),
        ("visitor_count", "replaced_at"),
        ("catering_takings", "recorded_at"),
        ("production_batch", "recorded_at"),
        ("production_batch", "voided_at"),
        ("plot_term", "recorded_at"),
        ("plot_term", "voided_at"),
        ("festival_days", "recorded_at"),
        ("undertaking_days", "recorded_at"),
    ] {
        let shift = |by: i64| format!("UPDATE {table} SET {column} = {column} + {by}");
        let connection = app.database.unguarded();
        connection.execute_unprepared(&shift(1)).await.expect("tampered");
        let named = named(&app.database).await;
        assert!(named.iter().any(|line| line.contains("recorded at")), "{table}.{column}: {named:?}");
        connection.execute_unprepared(&shift(-1)).await.expect("mended");
    }
    app.verified().await;
}

/// What figures read besides the ledger: the baseline of takings, whether a site counts, and the days of an edition.
#[tokio::test]
async fn every_decision_is_as_it_was_noted() {
    let app = Town::filled().await.app;
    let admin = app.admin().await;
    // Only the last day changes, which no entry contains.
    let until = |ends_on: &str| json!({"regionCode": TOWN, "edition": 9, "name": "梨花节", "startsOn": "2026-03-20", "endsOn": ends_on});
    admin.change("addFestival", until("2026-03-22"), "festival { edition }").await;
    let longer = until("2026-03-23");
    admin.change("updateFestival", longer, "festival { edition }").await;
    app.verified().await;
    let reader = app.database.reader();
    let baselines = catering_baseline::Entity::find()
        .all(reader)
        .await
        .expect("rows")
        .into_iter()
        .map(|row| ("catering_baseline", row.id));
    let countings =
        site_counting::Entity::find().all(reader).await.expect("rows").into_iter().map(|row| ("site_counting", row.id));
    let days =
        festival_days::Entity::find().all(reader).await.expect("rows").into_iter().map(|row| ("festival_days", row.id));
    let (baselines, countings, days): (Vec<_>, Vec<_>, Vec<_>) =
        (baselines.collect(), countings.collect(), days.collect());
    assert!(!baselines.is_empty() && countings.len() >= 2 && days.len() >= 2, "{baselines:?} {countings:?} {days:?}");
    for (table, id) in baselines.into_iter().chain(countings).chain(days) {
        for by in [-1, 1] {
            let shift =
                |by: i64| format!("UPDATE {table} SET recorded_at = recorded_at + {by} WHERE id = {}", literal(id));
            app.database.unguarded().execute_unprepared(&shift(by)).await.expect("tampered");
            let named = named(&app.database).await;
            assert!(
                named.iter().any(|line| line.starts_with(&format!("{table} {id}: its recorded_at is "))),
                "{table} {id}: {named:?}"
            );
            app.database.unguarded().execute_unprepared(&shift(-by)).await.expect("mended");
        }
    }
    app.verified().await;
    app.database
        .unguarded()
        .execute_unprepared("UPDATE catering_baseline SET baseline_year = 2019")
        .await
        .expect("tampered");
    let of_year = named(&app.database).await;
    assert!(
        of_year.iter().any(|line| line.starts_with("catering_baseline ") && line.contains("its baseline_year is ")),
        "{of_year:?}"
    );
}

/// For the records of the demonstration: one of each kind, and one void of each kind that has any.
#[tokio::test]
async fn the_demonstration_is_at_its_instants_too() {
    let app = TestApp::demo().await;
    app.verified().await;
    let mut first = BTreeMap::new();
    for entry in entries(&app.database).await {
        let takes_back = entry.record_count < 0 || (entry.record_count == 0 && entry.item_count < 0);
        first.entry((entry.source_kind, entry.kind, takes_back)).or_insert(entry);
    }
    assert!(first.len() >= 14, "{:?}", first.keys());
    for entry in first.values() {
        let shift = format!("UPDATE ledger_entry SET recorded_at = recorded_at - 1 WHERE id = {}", literal(entry.id));
        app.database.unguarded().execute_unprepared(&shift).await.expect("tampered");
    }
    let named = named(&app.database).await;
    for ((source, kind, takes_back), entry) in &first {
        let id = if *kind == EntryKind::Growers { entry.grower_id.expect("a grower") } else { entry.source_id };
        let is_named = named.iter().any(|line| line.contains(&id.to_string()) && line.contains("recorded at"));
        assert!(is_named, "{source:?} {kind:?}, taking back {takes_back}: {named:?}");
    }
}
