//! Changes of several certificates lock them in a fixed order.

use sea_orm::{ConnectionTrait, DatabaseTransaction, Statement, TransactionTrait};
use serde_json::json;

use super::{harvest, pledge};
use crate::app::{eventually, on_postgres, text};

async fn is_free(transaction: &DatabaseTransaction, code: &str) -> bool {
    let sql = format!("SELECT id FROM certificate WHERE code = '{code}' FOR UPDATE NOWAIT");
    transaction.query_one_raw(Statement::from_string(transaction.get_database_backend(), sql)).await.is_ok()
}

/// One transaction locks the older of a grower's two certificates, which comes after the newer one in the table. A
/// change of both must wait for the older one without locking the newer one, so that the first transaction can lock
/// that, too. On SQLite there are no row locks.
#[tokio::test]
async fn what_a_grower_is_called_locks_its_certificates_in_one_order() {
    if !on_postgres() {
        skip!("nobody waits for rows on SQLite");
    }
    let (app, clerk, grower, lot) = harvest("FAMILY_FARM").await;
    let mut codes = Vec::new();
    for quantity in ["100", "200"] {
        let mut input = pledge(&lot);
        input["quantityKg"] = json!(quantity);
        codes.push(clerk.certify(input).await);
    }
    let reader = app.database.reader();
    let moved = format!("UPDATE certificate SET product_name = product_name || ' ' WHERE code = '{}'", codes[0]);
    app.database.unguarded().execute_unprepared(&moved).await.expect("a row elsewhere");
    let apart = sea_orm::Database::connect(&app.url).await.expect("a connection of its own");
    let holder = apart.begin().await.expect("a transaction");
    assert!(is_free(&holder, &codes[0]).await);
    let renaming = tokio::spawn({
        let (clerk, grower) = (clerk.clone(), grower.clone());
        async move {
            clerk
                .change(
                    "updateGrower",
                    json!({"growerId": grower, "displayName": "云安果园"}),
                    "grower { displayName }",
                )
                .await
        }
    });
    let waiting = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    eventually("waiting for the certificate", async || {
        let statement = Statement::from_string(reader.get_database_backend(), waiting);
        reader.query_one_raw(statement).await.expect("an answer").is_some()
    })
    .await;
    assert!(is_free(&holder, &codes[1]).await, "held by whoever waits for the other");
    holder.rollback().await.expect("released");
    assert_eq!(text(&renaming.await.expect("an answer")["grower"]["displayName"]), "云安果园");
    app.verified().await;
}
