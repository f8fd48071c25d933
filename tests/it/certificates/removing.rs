//! Certificates are kept as long as the law requires. They are removed only after that, and only by command.

use domain::certificates::{removable, remove};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::json;

use super::{harvest, plant, pledge};
use crate::{
    access::audit,
    app::{Client, TestApp},
};

const MONTHS: u32 = 6;

/// How many certificates are removed at an instant. As many must have been foreseen.
async fn removed_at(app: &TestApp, now: &str) -> u64 {
    app.set_time(now);
    let foreseen = removable(&app.database, MONTHS).await.expect("a number");
    let removed = remove(&app.database, MONTHS).await.expect("a number");
    assert_eq!(foreseen, removed, "a rehearsal says what is done");
    removed
}

fn part_of(lot: &str) -> serde_json::Value {
    json!({"lotId": lot, "basis": "SELF_PLEDGE", "quantityKg": "10"})
}

async fn codes(client: &Client) -> Vec<String> {
    let mut all = client.ask("{ certificates(first: 100) { nodes { code } } }").await;
    let nodes = all["certificates"]["nodes"].take();
    let mut codes: Vec<_> =
        nodes.as_array().expect("nodes").iter().map(|node| crate::app::text(&node["code"])).collect();
    codes.sort();
    codes
}

fn sorted<const N: usize>(codes: [&String; N]) -> Vec<String> {
    let mut codes: Vec<_> = codes.into_iter().cloned().collect();
    codes.sort();
    codes
}

#[tokio::test]
async fn it_is_kept_to_the_day() {
    let (app, clerk, _, lot) = harvest("COMPANY").await;
    let operator = plant(&app).await;
    let issued = clerk.certify(part_of(&lot)).await;
    let (withdrawn, replaced, collected) =
        (clerk.certify(part_of(&lot)).await, clerk.certify(part_of(&lot)).await, clerk.certify(part_of(&lot)).await);
    app.set_time("2026-12-01T04:00:00Z");
    clerk.change("withdrawCertificate", json!({"code": withdrawn, "reason": "误开"}), "__typename").await;
    let mut anew = part_of(&lot);
    anew["replaces"] = json!([replaced]);
    let anew = clerk.certify(anew).await;
    app.set_time("2026-12-05T04:00:00Z");
    let taken =
        operator.buy_in(json!({"certificateCode": collected, "quantityKg": "4", "receivedOn": "2026-12-03"})).await;
    let void = operator.buy_in(json!({"certificateCode": issued, "quantityKg": "4", "receivedOn": "2026-12-03"})).await;
    operator.change("voidIntake", json!({"intakeId": void, "reason": "误录"}), "__typename").await;

    assert_eq!(removed_at(&app, "2027-05-24T15:59:59Z").await, 0, "six months to the day it was issued");
    assert_eq!(removed_at(&app, "2027-05-24T16:00:00Z").await, 1, "the day after");
    assert_eq!(codes(&clerk).await, sorted([&withdrawn, &replaced, &anew, &collected]));
    assert_eq!(
        removed_at(&app, "2027-06-01T15:59:59Z").await,
        0,
        "six months to the day it was withdrawn, or replaced"
    );
    assert_eq!(removed_at(&app, "2027-06-01T16:00:00Z").await, 3, "the day after, with the one that named another");
    assert_eq!(codes(&clerk).await, sorted([&collected]));
    assert_eq!(
        removed_at(&app, "2027-06-05T15:59:59Z").await,
        0,
        "six months to the day on which its collection was recorded"
    );
    assert_eq!(removed_at(&app, "2027-06-05T16:00:00Z").await, 1);
    assert_eq!(codes(&clerk).await, Vec::<String>::new());
    let intakes = operator.ask("{ intakes { nodes { id certificate { code } } } }").await;
    let intakes = intakes["intakes"]["nodes"].as_array().expect("nodes");
    assert!(
        intakes.iter().any(|one| one["id"] == json!(taken)) && intakes.iter().all(|one| one["certificate"].is_null())
    );
    for table in ["certificate_origin", "certificate_replacement"] {
        let rows = Statement::from_string(app.database.backend(), format!("SELECT id FROM {table}"));
        assert!(
            app.database.reader().query_all_raw(rows).await.expect("rows").is_empty(),
            "what hangs on them is gone, too"
        );
    }
    let rows: Vec<_> = audit::rows(&app).await.into_iter().filter(|row| row.action == "removeCertificates").collect();
    assert_eq!(rows.len(), 3, "one row a transaction, none where nothing was removed");
    assert!(rows.iter().all(|row| row.account_id.is_none() && !row.changes.contains("王桂英")));
    app.verified().await;
}

#[tokio::test]
async fn one_that_another_names_is_kept_as_long_as_that() {
    let (app, clerk, _, lot) = harvest("HOUSEHOLD").await;
    let mut chain = vec![clerk.certify(pledge(&lot)).await];
    for month in ["2026-12", "2027-01"] {
        app.set_time(&format!("{month}-24T04:00:00Z"));
        let mut anew = pledge(&lot);
        anew["replaces"] = json!([chain.last()]);
        chain.push(clerk.certify(anew).await);
    }
    // The retention of the middle one ends with its replacement. The last one keeps all earlier ones.
    assert_eq!(removed_at(&app, "2027-07-24T15:59:59Z").await, 0);
    assert_eq!(removed_at(&app, "2027-07-24T16:00:00Z").await, 3);
}

#[tokio::test]
async fn many_are_removed_in_transactions_of_a_hundred() {
    let (app, clerk, _, lot) = harvest("HOUSEHOLD").await;
    for _ in 0..201 {
        clerk.certify(json!({"lotId": lot, "basis": "SELF_PLEDGE", "quantityKg": "0.001"})).await;
    }
    assert_eq!(removed_at(&app, "2027-05-24T16:00:00Z").await, 201);
    let rows = audit::rows(&app).await.into_iter().filter(|row| row.action == "removeCertificates").count();
    assert_eq!((rows, clerk.certificates().await), (3, 0));
}
