//! A published report is what the records give as of its bound, whatever came later. `lihua verify` reports where it is
//! not.

use std::sync::Arc;

use domain::{
    sales::{self, Named, NewSale},
    verify,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::Value;
use store::{Txn, entity::access::account};
use types::{Actor, Kilograms, Money, Reason, RegionCode, Role, SaleChannel};
use uuid::Uuid;

use super::{WHOLE, publish, published, rows};
use crate::app::{TOWN, TestApp, VILLAGE};

/// How many sales are recorded in one transaction.
const TOGETHER: usize = 250;

async fn record(app: &TestApp, actor: &Actor, from: usize, count: usize) -> Vec<Uuid> {
    let mut ids = Vec::new();
    for first in (from..from + count).step_by(TOGETHER) {
        let actor = actor.clone();
        let recorded = app.database.write_unnoted(async move |txn: Arc<Txn>| {
            let mut ids = Vec::new();
            for number in first..first + TOGETHER {
                let named =
                    Named { region_code: RegionCode::from(VILLAGE), grower_id: None, lot_id: None, batch_id: None };
                let amount = i64::try_from(number).expect("a number") * 7 + 1;
                let sale = NewSale {
                    sold_on: format!("2024-{:02}-{:02}", number % 12 + 1, number % 28 + 1).parse().expect("a day"),
                    channel: if number % 3 == 0 { SaleChannel::Online } else { SaleChannel::Market },
                    variety_code: Some(if number % 2 == 0 { "fengshui-pear" } else { "yellow-peach" }.to_owned()),
                    product_code: None,
                    quantity: Kilograms(amount * 11),
                    amount: Money(amount),
                };
                let target = sales::to_record(&txn, &actor, named).await?;
                ids.push(sales::record(&txn, &actor, target, sale).await?.id);
            }
            Ok(ids)
        });
        ids.extend(recorded.await.expect("sales"));
    }
    ids
}

async fn void(app: &TestApp, actor: &Actor, ids: &[Uuid]) {
    for ids in ids.chunks(TOGETHER) {
        let (actor, ids) = (actor.clone(), ids.to_vec());
        let voided = app.database.write_unnoted(async move |txn: Arc<Txn>| {
            for id in ids {
                let sale = sales::to_void(&txn, &actor, (id, None)).await?;
                let void = sales::Void { reason: Reason("误录".to_owned()), replacement: None };
                sales::void(&txn, &actor, sale, void).await?;
            }
            Ok(())
        });
        voided.await.expect("voids");
    }
}

#[tokio::test]
async fn thousands_of_later_voids_and_corrections_leave_it_as_it_is() {
    let app = TestApp::new().await.patient_server().await;
    let official = app.official_of(TOWN).await;
    app.clerk().await;
    let clerks = account::Entity::find().filter(account::Column::Role.eq(Role::Clerk)).one(app.database.reader()).await;
    let clerk = clerks.expect("accounts").expect("a clerk");
    let actor = domain::access::accounts::actor(&clerk);
    let ids = record(&app, &actor, 0, 2000).await;
    let selection = format!("edition hash sealedText report {{ {WHOLE} }}");
    let first = publish(&official, TOWN, 2024, "YEAR", &selection).await;
    let stored = rows(&app).await;

    void(&app, &actor, &ids[..1500]).await;
    record(&app, &actor, 3000, 1500).await;
    assert_eq!(rows(&app).await, stored);
    assert_eq!(published(&official, TOWN, &selection).await, std::slice::from_ref(&first));
    let bound = first["report"]["asOf"].as_str().expect("a bound");
    assert_eq!(official.report_as_of(2024, bound, WHOLE).await, first["report"], "reproduced from its bound");

    let restated =
        &published(&official, TOWN, "restatedFields restatements { field row part published present }").await[0];
    let fields = ["salesRevenueYuan", "produceRevenueYuan", "revenueByVariety", "revenueByChannel", "revenueByMonth"];
    assert_eq!(restated["restatedFields"], serde_json::json!(fields));
    let now = official.report(2024, WHOLE).await;
    let total = restated["restatements"].as_array().expect("restatements")[0].clone();
    assert_eq!(
        (&total["field"], &total["published"], &total["present"]),
        (&Value::from("salesRevenueYuan"), &first["report"]["salesRevenueYuan"], &now["salesRevenueYuan"])
    );
    let second = publish(&official, TOWN, 2024, "YEAR", &selection).await;
    assert_eq!(
        (&second["edition"], &second["report"]["salesRevenueYuan"]),
        (&Value::from(2), &now["salesRevenueYuan"])
    );
    app.verified().await;
}

#[tokio::test]
async fn verification_finds_a_figure_that_was_tampered_with() {
    let app = TestApp::new().await;
    let official = app.official_of(TOWN).await;
    app.clerk().await.record_sale("2024-08-01", "1", "5").await;
    publish(&official, TOWN, 2024, "YEAR", "id").await;
    publish(&official, TOWN, 2024, "Q1", "id").await;
    app.verified().await;
    let named = async |change: &str| {
        let update = format!("UPDATE published_report SET {change} WHERE period = 'YEAR'");
        app.database.unguarded().execute_unprepared(&update).await.expect("an update");
        let findings = verify::verify(&app.database, |_, _| {}).await.expect("a verification");
        findings.named
    };
    let it = "published report 500235136 2024 YEAR, edition 1";
    let hash = format!("{it}: its hash does not match its content");
    assert_eq!(
        named("figures = replace(figures, '\"salesRevenueFen\":500', '\"salesRevenueFen\":501')").await,
        [
            hash.clone(),
            format!("{it}: salesRevenueYuan, Whole : it says 5.01, the entries give 5.00"),
            format!("{it}: produceRevenueYuan, Whole : it says 5.01, the entries give 5.00"),
        ]
    );
    assert_eq!(
        named("figures = replace(figures, '\"salesRevenueFen\":501', '\"salesRevenueFen\":500')").await,
        Vec::<String>::new()
    );
    assert_eq!(named("office = '云阳县'").await, std::slice::from_ref(&hash));
    assert_eq!(
        named("figures = '{}'").await,
        [hash, format!("{it}: its figures cannot be read: missing field `version` at line 1 column 2")]
    );
}
