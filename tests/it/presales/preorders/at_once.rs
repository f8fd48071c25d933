//! Nothing is oversold, whatever happens at once: many buyers, retries, two servers.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

use super::{WHOLE, claim, town, with};
use crate::app::{NOW, on_postgres, text};

#[tokio::test]
async fn sixty_four_buyers_at_once_get_what_there_is_and_no_more() {
    let (app, clerk, offer) = town(json!({"quotaKg": "100.5", "holdMinutes": 60})).await;
    // The kilograms of an unpaid pre-order are free again, and the next buyers can take them.
    app.visitor().place(&offer, "50").await;
    app.set_time("2026-11-24T05:00:00Z");
    let other = app.second_server("2026-11-24T05:00:00Z").await;
    let buyers: Vec<_> = (0..64)
        .map(|number| {
            let visitor = if number % 2 == 0 { app.visitor() } else { other.visitor() };
            let retry = if number % 3 == 0 { other.visitor() } else { app.visitor() };
            let input = with(claim(&offer, "3"), json!({"idempotencyKey": "sent twice"}));
            tokio::spawn(async move {
                let [first, second] = [visitor, retry].map(|client| {
                    let input = input.clone();
                    tokio::spawn(async move { client.mutate("placePreorder", input, WHOLE).await })
                });
                [first.await.expect("an answer"), second.await.expect("an answer")]
            })
        })
        .collect();
    let mut ids = std::collections::BTreeSet::new();
    for buyer in buyers {
        let answers = buyer.await.expect("a buyer");
        for answer in &answers {
            match answer.get("errors") {
                None => {
                    ids.insert(text(&answer["data"]["placePreorder"]["preorder"]["id"]));
                }
                Some(errors) => assert_eq!(errors[0]["extensions"]["code"], "QUOTA_EXCEEDED", "{answer:#}"),
            }
        }
        let made = answers
            .iter()
            .filter(|answer| answer.get("errors").is_none())
            .map(|answer| &answer["data"])
            .collect::<Vec<_>>();
        assert!(made.len() < 2 || made[0] == made[1], "the same key is the same pre-order");
    }
    assert_eq!(ids.len(), 33, "thirty-three times 3 kg of 100.5 kg");
    assert_eq!(clerk.available(&offer).await, "1.500");
    let last = app.visitor().place(&offer, "1.5").await;
    assert_eq!(
        (&last["status"], clerk.available(&offer).await),
        (&json!("PLACED"), "0.000".to_owned()),
        "no kilogram is left unsold"
    );
    app.verified().await;
}

#[tokio::test]
async fn of_many_at_once_from_one_telephone_number_three_wait() {
    let (app, clerk, offer) = town(json!({})).await;
    let input = with(claim(&offer, "1"), json!({"buyerPhone": "13800001234"}));
    let buyers: Vec<_> = (0..12)
        .map(|_| {
            let (visitor, input) = (app.visitor(), input.clone());
            tokio::spawn(async move { visitor.mutate("placePreorder", input, "__typename").await })
        })
        .collect();
    let mut placed = 0;
    for buyer in buyers {
        let answer = buyer.await.expect("an answer");
        match answer.get("errors") {
            None => placed += 1,
            Some(errors) => assert_eq!(errors[0]["extensions"]["code"], "CONFLICT", "{answer:#}"),
        }
    }
    assert_eq!((placed, clerk.available(&offer).await), (3, "97.000".to_owned()));
}

/// Each request is sent to both servers. What is paid or cancelled meanwhile makes room for others, and for no more.
#[tokio::test]
async fn of_two_servers_neither_lets_a_fourth_wait() {
    let (app, clerk, offer) = town(json!({})).await;
    let other = app.second_server(NOW).await;
    let input = with(claim(&offer, "1"), json!({"buyerPhone": "13800001234"}));
    let mut placed = Vec::new();
    for round in 0..3 {
        let asking: Vec<_> = (0..8)
            .flat_map(|number| {
                let input = with(input.clone(), json!({"idempotencyKey": format!("{round}-{number}")}));
                [app.visitor(), other.visitor()].map(|visitor| {
                    let input = input.clone();
                    tokio::spawn(async move { visitor.mutate("placePreorder", input, WHOLE).await })
                })
            })
            .collect();
        let mut made = std::collections::BTreeMap::new();
        for answer in asking {
            let answer = answer.await.expect("an answer");
            match answer.get("errors") {
                None => {
                    let preorder = answer["data"]["placePreorder"]["preorder"].clone();
                    made.insert(text(&preorder["id"]), preorder);
                }
                Some(errors) => assert_eq!(errors[0]["extensions"]["code"], "CONFLICT", "{answer:#}"),
            }
        }
        placed.extend(made.into_values());
        assert_eq!(placed.len(), 3 + round, "three wait, and one more was paid in each round");
        clerk.pay(&placed[round], "2.40").await;
    }
    assert_eq!(clerk.available(&offer).await, "95.000");
    app.verified().await;
}

/// The row is inserted after everything was checked. If a constraint forbids it nevertheless, nothing is left of it.
#[tokio::test]
async fn a_constraint_that_forbids_the_row_takes_everything_back() {
    let (app, clerk, offer) = town(json!({})).await;
    app.visitor().place(&offer, "1").await;
    let once = "CREATE UNIQUE INDEX one_name ON preorder (buyer_name)";
    app.database.unguarded().execute_unprepared(once).await.expect("an index");
    let again = with(claim(&offer, "2"), json!({"idempotencyKey": "free"}));
    let answer = app.visitor().mutate("placePreorder", again.clone(), "__typename").await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "INTERNAL", "{answer:#}");
    assert_eq!(clerk.available(&offer).await, "99.000", "it took nothing");
    app.database.unguarded().execute_unprepared("DROP INDEX one_name").await.expect("no index");
    app.visitor().change("placePreorder", with(again, json!({"quantityKg": "3"})), "__typename").await;
    assert_eq!(clerk.available(&offer).await, "96.000", "nor was its key used up");
    app.verified().await;
}

#[tokio::test]
async fn everything_at_once_ends_in_one_order_and_nobody_waits_in_a_circle() {
    let (app, clerk, offer) = town(json!({"quotaKg": "60", "holdMinutes": 60})).await;
    let other = app.second_server(NOW).await;
    let mut placed = Vec::new();
    for _ in 0..12 {
        placed.push(app.visitor().place(&offer, "5").await);
    }
    for preorder in placed.iter().take(6) {
        clerk.pay(preorder, "12").await;
    }
    for at in [&app, &other] {
        at.set_time("2026-11-24T05:00:00Z");
    }
    let mut tasks = Vec::new();
    for (number, preorder) in placed.iter().enumerate() {
        let client = if number % 2 == 0 { clerk.clone() } else { other.again(&clerk) };
        let cancel = json!({"preorderId": preorder["id"], "onBehalfOf": "TOWN", "reason": "冻害"});
        let late = json!({"preorderId": preorder["id"], "amountYuan": "12", "method": "CASH", "paidAt": "2026-11-24T04:30:00Z"});
        let settle = json!({"offerId": offer, "availableKg": "5", "policy": "PRO_RATA"});
        for (field, input) in [
            ("cancelPreorder", cancel),
            ("recordPreorderPayment", late),
            ("placePreorder", claim(&offer, "5")),
            ("settleHarvestShortfall", settle),
        ] {
            if field == "settleHarvestShortfall" && number != 5 {
                continue;
            }
            let client = client.clone();
            tasks.push(tokio::spawn(async move { client.mutate(field, input, "__typename").await }));
        }
    }
    for task in tasks {
        let answer = task.await.expect("an answer");
        for error in answer["errors"].as_array().into_iter().flatten() {
            let code = error["extensions"]["code"].as_str().expect("a code");
            assert!(["CONFLICT", "QUOTA_EXCEEDED", "INVALID_INPUT"].contains(&code), "{answer:#}");
        }
    }
    app.verified().await;
}

#[tokio::test]
async fn placing_costs_the_same_statements_however_many_there_are() {
    let (app, clerk, offer) = town(json!({"quotaKg": "1000", "holdMinutes": 60})).await;
    let statements = Arc::new(AtomicUsize::new(0));
    let counter = statements.clone();
    let observed = app.observed(move |_| {
        counter.fetch_add(1, Ordering::SeqCst);
    });
    let count = async |key: &str| {
        let input = with(claim(&offer, "1"), json!({"idempotencyKey": key}));
        statements.store(0, Ordering::SeqCst);
        observed.visitor().change("placePreorder", input, "__typename").await;
        statements.load(Ordering::SeqCst)
    };
    let first = count("1").await;
    for _ in 0..30 {
        app.visitor().place(&offer, "1").await;
    }
    assert_eq!(count("2").await, first);
    app.set_time("2026-11-24T05:00:00Z");
    let releasing_many = count("3").await;
    app.set_time("2026-11-24T06:00:00Z");
    assert_eq!(count("4").await, releasing_many, "one overdue costs what thirty-two cost");
    // The closed bound, the key, what is asked about the offer, what is taken of it, the unpaid ones, and all inserts. On
    // PostgreSQL also the lock of the key.
    assert_eq!(first, if on_postgres() { 7 } else { 6 });
    assert_eq!(releasing_many, first + 3, "one locks, one adds up and one expires what is overdue");
    assert_eq!(clerk.available(&offer).await, "999.000");
    app.verified().await;
}

#[tokio::test]
async fn a_key_belongs_to_the_account_or_to_the_telephone_number() {
    let (app, clerk, offer) = town(json!({})).await;
    let buyer = app.buyer().await;
    let input = with(claim(&offer, "1.5"), json!({"idempotencyKey": "k"}));
    let first = app.visitor().change("placePreorder", input.clone(), WHOLE).await;
    let written_otherwise = with(input.clone(), json!({"quantityKg": "1.50", "fulfilment": null}));
    assert_eq!(app.visitor().change("placePreorder", written_otherwise, WHOLE).await, first);
    let other_content =
        app.visitor().refused_change("placePreorder", with(input.clone(), json!({"quantityKg": "2"}))).await;
    assert_eq!(other_content.code, "CONFLICT");
    let others = with(claim(&offer, "1.5"), json!({"idempotencyKey": "k"}));
    assert_ne!(app.visitor().change("placePreorder", others, WHOLE).await, first, "another's key of the same name");
    let accounts = buyer.change("placePreorder", input.clone(), WHOLE).await;
    assert_ne!(accounts, first, "the account's key of the same name");
    assert_eq!(buyer.change("placePreorder", input.clone(), WHOLE).await, accounts);
    let refused = with(claim(&offer, "1000"), json!({"idempotencyKey": "free"}));
    assert_eq!(app.visitor().refused_change("placePreorder", refused.clone()).await.code, "QUOTA_EXCEEDED");
    app.visitor().change("placePreorder", with(refused, json!({"quantityKg": "1"})), WHOLE).await;
    clerk.pay(&first["preorder"], "3.60").await;
    let stands: Value = app.visitor().change("placePreorder", input, WHOLE).await;
    assert_eq!(stands["preorder"]["status"], "CONFIRMED", "a repeat is answered as the record stands now");
    assert_eq!(clerk.available(&offer).await, "94.500");
}
