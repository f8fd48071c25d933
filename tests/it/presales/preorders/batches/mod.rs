//! A shortfall with more pre-orders than one transaction settles. The result is the same as that of one transaction,
//! whatever happens between two batches.

mod writers;

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use domain::{
    access::accounts,
    presales::{preorders, shortfalls},
    verify,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use store::entity::access::{account, audit_entry};
use types::Actor;

use crate::presales::preorders::{WHOLE, claim, town, with};
use crate::{
    app::{Client, TestApp, eventually, text},
    service::program::Server,
};

const ANSWER: &str = "offer { quotaKg availableKg closesAt } refundDueYuan preordersReduced \
                      run { policy availableKg promisedKg refundDueYuan preordersReduced \
                      shares { totalCount nodes { orderedKg promisedKg fulfillableKg refundDueYuan } } }";

/// An offer whose crop fails. It has seven live pre-orders: five that are confirmed and two that await their deposits.
struct Failing {
    app: TestApp,
    clerk: Client,
    offer: String,
    /// In the order of placing: delivered, cancelled, overdue, five confirmed ones, two that await their deposits.
    placed: Vec<Value>,
}

impl Failing {
    async fn new() -> Self {
        let (app, clerk, offer) = town(json!({"quotaKg": "200", "holdMinutes": 60})).await;
        let mut placed = Vec::new();
        for _ in 0..3 {
            placed.push(app.visitor().place(&offer, "5").await);
        }
        clerk.pay(&placed[0], "40").await;
        clerk
            .change(
                "deliverPreorder",
                json!({"preorderId": placed[0]["id"], "deliveredOn": "2026-11-24"}),
                "__typename",
            )
            .await;
        clerk
            .change(
                "cancelPreorder",
                json!({"preorderId": placed[1]["id"], "onBehalfOf": "TOWN", "reason": "误下"}),
                "__typename",
            )
            .await;
        // They are confirmed in another order than they were placed in; the last two at the same instant.
        let confirmed = ["60", "30.001", "10", "7", "3"];
        for quantity in confirmed {
            placed.push(app.visitor().place(&offer, quantity).await);
        }
        for (number, minute) in [(4, 1), (3, 2), (5, 3), (7, 4), (6, 4)] {
            app.set_time(&format!("2026-11-24T04:0{minute}:00Z"));
            let amount = if number == 4 { "80".to_owned() } else { text(&placed[number]["amountYuan"]) };
            clerk.pay(&placed[number], &amount).await;
        }
        app.set_time("2026-11-24T05:10:00Z");
        for _ in 0..2 {
            placed.push(app.visitor().place(&offer, "4").await);
        }
        clerk.pay(placed.last().expect("one that waits"), "1").await;
        Self { app, clerk, offer, placed }
    }

    fn input(&self, policy: &str) -> Value {
        json!({"offerId": self.offer, "availableKg": "41.003", "policy": policy, "idempotencyKey": "k"})
    }

    /// A server that settles two pre-orders at once and panics when it writes shares for the nth time, so that this
    /// batch is rolled back.
    fn breaking(&self, nth: usize) -> TestApp {
        let seen = Arc::new(AtomicUsize::new(0));
        self.app.configured_and_observed(&[("SHORTFALL_BATCH", "2")], move |statement| {
            let breaks = statement.sql.contains("INSERT INTO \"shortfall_share\"")
                && seen.fetch_add(1, Ordering::SeqCst) + 1 == nth;
            assert!(!breaks, "the power fails");
        })
    }

    /// Settles on a server that panics in this way.
    async fn cut_short(&self, policy: &str, nth: usize) {
        let answer =
            self.breaking(nth).again(&self.clerk).mutate("settleHarvestShortfall", self.input(policy), ANSWER).await;
        assert_eq!(answer["errors"][0]["extensions"]["code"], "INTERNAL", "{answer:#}");
    }

    /// Sends the change, for the first time or again, to a server that settles this many pre-orders at once.
    async fn settle(&self, policy: &str, batch: &str) -> Value {
        let server = self.app.configured(&[("SHORTFALL_BATCH", batch)]);
        server.again(&self.clerk).change("settleHarvestShortfall", self.input(policy), ANSWER).await
    }

    /// The state of each pre-order.
    async fn states(&self) -> Vec<Value> {
        let mut states = Vec::new();
        for preorder in &self.placed {
            let query = format!(
                "{{ preorder(id: {}) {{ status fulfillableKg amountYuan paidYuan refundDueYuan cancellationCause history {{ what amountYuan quantityKg }} }} }}",
                preorder["id"]
            );
            states.push(self.clerk.ask(&query).await["preorder"].take());
        }
        states
    }

    /// The full result of settling the shortfall.
    async fn outcome(&self, answer: Value) -> Value {
        self.app.verified().await;
        let runs =
            format!("{{ shortfallRuns(offerId: \"{}\") {{ totalCount nodes {{ preordersReduced }} }} }}", self.offer);
        let runs = self.clerk.ask(&runs).await["shortfallRuns"].take();
        json!({"answer": answer, "states": self.states().await, "runs": runs, "presale": self.clerk.presale().await})
    }

    /// How many transactions it took, each by the clerk.
    async fn transactions(&self) -> usize {
        let rows = audit_entry::Entity::find().filter(audit_entry::Column::Action.eq("settleHarvestShortfall"));
        let rows = rows.order_by_asc(audit_entry::Column::Id).all(self.app.database.reader()).await.expect("rows");
        let first = &rows[0];
        assert!(
            rows.iter().all(|row| (row.account_id, &row.record_id) == (first.account_id, &first.record_id)),
            "{rows:#?}"
        );
        assert!(first.account_id.is_some() && first.record_kind.as_deref() == Some("shortfall_run"), "{first:#?}");
        rows.len()
    }

    async fn actor(&self) -> Actor {
        let rows = account::Entity::find()
            .order_by_asc(account::Column::Id)
            .all(self.app.database.reader())
            .await
            .expect("accounts");
        accounts::actor(rows.iter().find(|row| row.username.starts_with("clerk")).expect("the clerk"))
    }
}

#[tokio::test]
async fn batches_give_what_one_transaction_gives() {
    for policy in ["PRO_RATA", "FIRST_COME"] {
        let mut whole = None;
        // If the seven do not fit into one batch, the first transaction does the bookkeeping. Then come the batches:
        // those of the two that await their deposits, and those of the other five.
        for (batch, transactions) in [("10000", 1), ("7", 1), ("6", 3), ("3", 4), ("2", 5), ("1", 8)] {
            let town = Failing::new().await;
            let answer = town.settle(policy, batch).await;
            let outcome = town.outcome(answer).await;
            assert_eq!(&outcome, whole.get_or_insert_with(|| outcome.clone()), "{policy} in batches of {batch}");
            assert_eq!(town.transactions().await, transactions, "{policy} in batches of {batch}");
        }
        let whole = whole.expect("an outcome");
        assert_eq!(
            whole["answer"]["offer"],
            json!({"quotaKg": "46.003", "availableKg": "0.000", "closesAt": "2026-11-24T05:10:00.000000Z"})
        );
        let shares = whole["answer"]["run"]["shares"]["nodes"].as_array().expect("shares");
        let shares: Vec<_> =
            shares.iter().map(|share| (text(&share["orderedKg"]), text(&share["fulfillableKg"]))).collect();
        let expected = match policy {
            // 41.003 of 110.001 kg: 11182.9, 22364.9, 3727.5, 2609.2 and 1118.2 g.
            "PRO_RATA" => ["11.183", "22.365", "3.728", "2.609", "1.118"],
            _ => ["30.001", "11.002", "0.000", "0.000", "0.000"],
        };
        let ordered = ["30.001", "60.000", "10.000", "7.000", "3.000"];
        let expected: Vec<_> =
            ordered.into_iter().zip(expected).map(|(ordered, share)| (ordered.to_owned(), share.to_owned())).collect();
        assert_eq!(shares, expected, "{policy}");
    }
}

#[tokio::test]
async fn what_is_cut_short_goes_on_where_it_stopped() {
    for policy in ["PRO_RATA", "FIRST_COME"] {
        let undisturbed = Failing::new().await;
        let answer = undisturbed.settle(policy, "10000").await;
        let undisturbed = undisturbed.outcome(answer).await;
        for nth in 1..=3 {
            let town = Failing::new().await;
            town.cut_short(policy, nth).await;
            // Interrupted twice, on two servers one after the other.
            let again =
                town.breaking(1).again(&town.clerk).mutate("settleHarvestShortfall", town.input(policy), ANSWER).await;
            assert_eq!(again["errors"][0]["extensions"]["code"], "INTERNAL", "{again:#}");
            check_between(&town, nth).await;
            let answer = town.settle(policy, "2").await;
            assert_eq!(town.outcome(answer.clone()).await, undisturbed, "{policy}, cut short at {nth}");
            assert_eq!(town.settle(policy, "2").await, answer, "and once more it records nothing");
            assert_eq!(town.transactions().await, 5);
        }
    }
}

/// Between two batches, some of the pre-orders have their shares, the others are unchanged, and everything is
/// consistent.
async fn check_between(town: &Failing, nth: usize) {
    town.app.verified().await;
    let states = town.states().await;
    let shared = states[3..8].iter().filter(|state| state["history"].to_string().contains("FELL_SHORT")).count();
    assert!(shared <= 2 * (nth - 1), "{states:#?}");
    for state in &states[8..] {
        assert_eq!(
            (&state["status"], &state["cancellationCause"]),
            (&json!("CANCELLED"), &json!("SHORTFALL")),
            "those that wait are first"
        );
    }
    let counted =
        states.iter().filter(|state| ["CONFIRMED", "DELIVERED"].iter().any(|status| state["status"] == *status));
    let counted: i64 =
        counted.map(|state| text(&state["amountYuan"]).replace('.', "").parse::<i64>().expect("fen")).sum();
    assert_eq!(town.clerk.presale().await.replace('.', "").parse::<i64>().expect("fen"), counted);
    let query = format!(
        "{{ presaleOffer(id: \"{0}\") {{ availableKg }} shortfallRuns(offerId: \"{0}\") {{ totalCount }} }}",
        town.offer
    );
    let expected = json!({"presaleOffer": {"availableKg": "0.000"}, "shortfallRuns": {"totalCount": 0}});
    assert_eq!(town.clerk.ask(&query).await, expected, "what has not come to its end is no run yet");
}

#[tokio::test]
async fn nothing_else_changes_an_offer_until_all_have_their_shares() {
    let town = Failing::new().await;
    let query = format!("{{ preorder(id: {}) {{ payments {{ id }} }} }}", town.placed[4]["id"]);
    let payment = town.clerk.ask(&query).await["preorder"]["payments"][0]["id"].take();
    town.cut_short("PRO_RATA", 2).await;
    let before = town.states().await;
    let [delivered, partly, last] = [0, 3, 7].map(|number| town.placed[number]["id"].clone());
    let preview =
        "query($input: SettleHarvestShortfallInput!) { previewHarvestShortfall(input: $input) { preordersReduced } }";
    let settle = with(town.input("PRO_RATA"), json!({"idempotencyKey": "another"}));
    let mut refusals = vec![town.clerk.send(preview, json!({"input": settle})).await];
    for (field, input) in [
        ("settleHarvestShortfall", settle),
        ("changePresaleOffer", json!({"offerId": town.offer, "quotaKg": "100"})),
        (
            "recordPreorderPayment",
            json!({"preorderId": last, "amountYuan": "1", "method": "CASH", "keepForRefund": true}),
        ),
        ("reversePreorderPayment", json!({"paymentId": payment, "reason": "误录"})),
        ("recordRefund", json!({"preorderId": partly, "amountYuan": "0.01", "method": "CASH"})),
        ("cancelPreorder", json!({"preorderId": last, "onBehalfOf": "TOWN", "reason": "冻害"})),
        ("markPreorderUncollected", json!({"preorderId": last, "reason": "无人提货"})),
        ("deliverPreorder", json!({"preorderId": last, "deliveredOn": "2026-11-24"})),
        ("compensatePreorder", json!({"preorderId": delivered, "amountYuan": "1", "reason": "破损"})),
    ] {
        refusals.push(town.clerk.mutate(field, input, "__typename").await);
    }
    for answer in refusals {
        let error = &answer["errors"][0];
        let expected = ("CONFLICT", "a shortfall of the offer is being settled; try again shortly");
        assert_eq!(
            (error["extensions"]["code"].as_str(), error["message"].as_str()),
            (Some(expected.0), Some(expected.1)),
            "{answer:#}"
        );
    }
    assert_eq!(
        town.clerk.refused_change("placePreorder", claim(&town.offer, "1")).await.code,
        "CONFLICT",
        "it is closed"
    );
    assert_eq!(town.states().await, before);
    town.settle("PRO_RATA", "2").await;
    let delivery = json!({"preorderId": last, "deliveredOn": "2026-11-24"});
    assert_eq!(town.clerk.change("deliverPreorder", delivery, WHOLE).await["preorder"]["status"], "DELIVERED");
    town.app.verified().await;
}

#[tokio::test]
async fn a_hold_that_runs_out_between_two_batches_has_run_out() {
    let town = Failing::new().await;
    // One of the two that await their deposits is cancelled. The change of the other one is rolled back.
    let batches = Arc::new(AtomicUsize::new(0));
    let server = town.app.configured_and_observed(&[("SHORTFALL_BATCH", "1")], move |statement| {
        let is_batch = statement.sql.starts_with("UPDATE \"preorder\"") && statement.sql.contains("VALUES");
        assert!(!(is_batch && batches.fetch_add(1, Ordering::SeqCst) == 1), "the power fails");
    });
    let answer = server.again(&town.clerk).mutate("settleHarvestShortfall", town.input("PRO_RATA"), ANSWER).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "INTERNAL", "{answer:#}");
    town.app.set_time("2026-11-24T07:00:00Z");
    let status = async || town.states().await[8..].iter().map(|state| text(&state["status"])).collect::<Vec<_>>();
    assert_eq!(status().await, ["CANCELLED", "EXPIRED"]);
    town.app.verified().await;
    town.settle("PRO_RATA", "1").await;
    assert_eq!(status().await, ["CANCELLED", "EXPIRED"], "what a buyer has read stays");
    town.app.verified().await;
}

#[tokio::test]
async fn two_servers_that_finish_it_at_once_settle_nobody_twice() {
    for policy in ["PRO_RATA", "FIRST_COME"] {
        let undisturbed = Failing::new().await;
        let answer = undisturbed.settle(policy, "10000").await;
        let undisturbed = undisturbed.outcome(answer).await;
        let town = Failing::new().await;
        town.cut_short(policy, 1).await;
        let other = town.app.second_server("2026-11-24T05:10:00Z").await;
        let rules = preorders::Rules { hold_microseconds: 1, most_unpaid: 1, most_settled: 100, settled_at_once: 1 };
        let tasks: Vec<_> = [&town.app, &other, &town.app, &other]
            .into_iter()
            .zip(["1", "2", "1", "3"])
            .map(|(server, batch)| {
                let clerk = server.configured(&[("SHORTFALL_BATCH", batch)]).again(&town.clerk);
                let (database, input) = (server.database.clone(), town.input(policy));
                tokio::spawn(async move {
                    shortfalls::finish_all(&database, rules).await.expect("finished");
                    clerk.change("settleHarvestShortfall", input, ANSWER).await
                })
            })
            .collect();
        for task in tasks {
            assert_eq!(task.await.expect("an answer"), undisturbed["answer"]);
        }
        assert_eq!(town.outcome(undisturbed["answer"].clone()).await, undisturbed);
    }
}

#[tokio::test]
async fn a_program_that_starts_finishes_what_was_cut_short() {
    let undisturbed = Failing::new().await;
    let answer = undisturbed.settle("PRO_RATA", "10000").await;
    let undisturbed = undisturbed.outcome(answer).await;
    let town = Failing::new().await;
    town.cut_short("PRO_RATA", 2).await;
    let folder = tempfile::tempdir().expect("a folder");
    // The server starts on another thread: this one still has to end the transaction that was cut short.
    let (path, url) = (folder.path().to_owned(), town.app.url.clone());
    let starting = tokio::task::spawn_blocking(move || Server::start_with(&path, &url, &[("SHORTFALL_BATCH", "2")]));
    let server = starting.await.expect("a thread");
    let run = "policy availableKg promisedKg refundDueYuan preordersReduced \
               shares { totalCount nodes { orderedKg promisedKg fulfillableKg refundDueYuan } }";
    let runs = format!("{{ shortfallRuns(offerId: \"{}\") {{ nodes {{ {run} }} }} }}", town.offer);
    eventually("the run's end", async || town.clerk.ask(&runs).await["shortfallRuns"]["nodes"][0].is_object()).await;
    drop(server);
    assert_eq!(town.clerk.ask(&runs).await["shortfallRuns"]["nodes"], json!([undisturbed["answer"]["run"]]));
    assert_eq!(town.states().await, *undisturbed["states"].as_array().expect("states"));
    town.app.verified().await;
}

#[tokio::test]
async fn verify_names_a_run_that_is_not_what_its_shares_say() {
    let town = Failing::new().await;
    town.cut_short("PRO_RATA", 2).await;
    for finished in [false, true] {
        if finished {
            town.settle("PRO_RATA", "2").await;
        }
        for (column, message) in
            [("promised_g", "kg were promised"), ("refund_due_fen", "is due back"), ("preorders_reduced", "get less")]
        {
            let connection = town.app.database.unguarded();
            let change = async |by: &str| {
                let sql = format!("UPDATE shortfall_run SET {column} = {column} {by}");
                connection.execute_unprepared(&sql).await.expect("a statement");
            };
            change("+ 1").await;
            let findings = verify::verify(&town.app.database, |_, _| {}).await.expect("a verification");
            assert!(findings.named.len() == 1 && findings.named[0].contains(message), "{column}: {:?}", findings.named);
            change("- 1").await;
            town.app.verified().await;
        }
    }
}
