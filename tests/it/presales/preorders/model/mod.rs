//! Random sequences of changes: quota, money, ledger and states agree with a simple model after each step.

mod noted;

use std::collections::BTreeMap;

use proptest::{prelude::*, test_runner::TestRunner};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};

use crate::app::{Client, TestApp, text};
use crate::presales::preorders::{WHOLE, claim};
use noted::{DEPOSIT, HOLD, KEPT, Noted, PRICE, QUOTA, decimal, instant, round};

#[derive(Debug, Clone)]
enum Step {
    Wait { minutes: i64 },
    Place { grams: i64, ago: i64 },
    Pay { of: usize, fen: i64, ago: i64 },
    PayDeposit { of: usize, ago: i64 },
    PayRest { of: usize },
    Keep { of: usize, fen: i64 },
    Reverse { of: usize },
    Refund { of: usize, fen: i64 },
    Cancel { of: usize, by_buyer: bool },
    Deliver { of: usize },
    Compensate { of: usize, fen: i64 },
    Settle { part: i64, pro_rata: bool },
    Quota { grams: i64 },
}

fn step() -> impl Strategy<Value = Step> {
    let of = || 0..8_usize;
    prop_oneof![
        3 => (1..20_i64).prop_map(|minutes| Step::Wait { minutes }),
        6 => (1..9_000_i64).prop_map(|grams| Step::Place { grams, ago: 0 }),
        2 => (1..9_000_i64, 1..60_i64).prop_map(|(grams, ago)| Step::Place { grams, ago }),
        2 => (of(), 1..3_000_i64, 0..40_i64).prop_map(|(of, fen, ago)| Step::Pay { of, fen, ago }),
        6 => (of(), 0..40_i64).prop_map(|(of, ago)| Step::PayDeposit { of, ago }),
        4 => of().prop_map(|of| Step::PayRest { of }),
        1 => (of(), 1..3_000_i64).prop_map(|(of, fen)| Step::Keep { of, fen }),
        2 => of().prop_map(|of| Step::Reverse { of }),
        3 => (of(), 1..4_000_i64).prop_map(|(of, fen)| Step::Refund { of, fen }),
        2 => (of(), any::<bool>()).prop_map(|(of, by_buyer)| Step::Cancel { of, by_buyer }),
        3 => of().prop_map(|of| Step::Deliver { of }),
        1 => (of(), 1..2_000_i64).prop_map(|(of, fen)| Step::Compensate { of, fen }),
        1 => (0..=100_i64, any::<bool>()).prop_map(|(part, pro_rata)| Step::Settle { part, pro_rata }),
        1 => (1..30_000_i64).prop_map(|grams| Step::Quota { grams }),
    ]
}

struct World {
    app: TestApp,
    clerk: Client,
    offer: String,
    minute: i64,
    quota: i64,
    /// The minute in which the offer closed.
    closed: Option<i64>,
    preorders: Vec<Noted>,
}

impl World {
    /// A town that settles this many pre-orders in one transaction.
    async fn new(batch: u16) -> Self {
        let app = TestApp::with_settings(&[("SHORTFALL_BATCH", &batch.to_string())]).await;
        let clerk = app.clerk().await;
        let terms = json!({
            "quotaKg": decimal(QUOTA, 3), "unitPriceYuan": decimal(PRICE, 2), "depositRate": "0.30", "keptRate": "0.5", "holdMinutes": HOLD
        });
        let offer = clerk.open_offer(terms).await;
        Self { app, clerk, offer, minute: 0, quota: QUOTA, closed: None, preorders: Vec::new() }
    }

    fn taken(&self) -> i64 {
        self.preorders.iter().map(|noted| noted.grams).sum()
    }

    fn expire(&mut self) {
        for noted in
            self.preorders.iter_mut().filter(|noted| noted.status == "PLACED" && noted.hold_until <= self.minute)
        {
            noted.end("EXPIRED");
        }
    }

    /// Sends a change that the model expects to succeed or to be refused.
    async fn send(&self, field: &str, input: Value, expected: bool) -> Value {
        let selection = if field == "placePreorder" { WHOLE } else { "__typename" };
        let answer = self.clerk.mutate(field, input.clone(), selection).await;
        assert_eq!(answer.get("errors").is_none(), expected, "{field} {input}: {answer:#}");
        if let Some(errors) = answer.get("errors") {
            let code = errors[0]["extensions"]["code"].as_str().expect("a code");
            assert!(["CONFLICT", "QUOTA_EXCEEDED", "INVALID_INPUT"].contains(&code), "{field} {input}: {answer:#}");
        }
        answer["data"][field].clone()
    }

    async fn act(&mut self, step: Step) {
        match step {
            Step::Wait { minutes } => {
                self.minute += minutes;
                self.app.set_time(&instant(self.minute));
                self.expire();
            }
            Step::Place { grams, ago } => self.place(grams, ago).await,
            Step::Pay { of, fen, ago } => self.pay(of, fen, ago).await,
            Step::PayDeposit { of, ago } => {
                if let Some(noted) = self.preorders.get(of) {
                    self.pay(of, (noted.deposit - noted.for_goods()).max(1), ago).await;
                }
            }
            Step::PayRest { of } => {
                if let Some(noted) = self.preorders.get(of) {
                    self.pay(of, noted.open().max(1), 0).await;
                }
            }
            Step::Keep { of, fen } => {
                if let Some(noted) = self.preorders.get_mut(of) {
                    noted.payments.push((fen, true, false));
                    let id = noted.id.clone();
                    let input = json!({"preorderId": id, "amountYuan": decimal(fen, 2), "method": "CASH", "keepForRefund": true});
                    self.send("recordPreorderPayment", input, true).await;
                }
            }
            Step::Reverse { of } => self.reverse(of).await,
            Step::Refund { of, fen } => {
                if let Some(noted) = self.preorders.get_mut(of) {
                    let (id, is_due) = (noted.id.clone(), fen <= noted.due());
                    noted.refunded += if is_due { fen } else { 0 };
                    let input = json!({"preorderId": id, "amountYuan": decimal(fen, 2), "method": "CASH"});
                    self.send("recordRefund", input, is_due).await;
                }
            }
            Step::Cancel { of, by_buyer } => self.cancel(of, by_buyer).await,
            Step::Deliver { of } => {
                if let Some(noted) = self.preorders.get_mut(of) {
                    let can = noted.status == "CONFIRMED" && noted.open() == 0;
                    if can {
                        noted.status = "DELIVERED";
                    }
                    let input = json!({"preorderId": noted.id, "deliveredOn": "2026-11-24"});
                    self.send("deliverPreorder", input, can).await;
                }
            }
            Step::Compensate { of, fen } => {
                if let Some(noted) = self.preorders.get_mut(of) {
                    let can = noted.status == "DELIVERED" && fen <= noted.amount;
                    if can {
                        noted.amount -= fen;
                        noted.counted -= fen;
                    }
                    let input = json!({"preorderId": noted.id, "amountYuan": decimal(fen, 2), "reason": "烂果"});
                    self.send("compensatePreorder", input, can).await;
                }
            }
            Step::Settle { part, pro_rata } => self.settle(part, pro_rata).await,
            Step::Quota { grams } => {
                let can = grams >= self.taken();
                self.quota = if can { grams } else { self.quota };
                let input = json!({"offerId": self.offer, "quotaKg": decimal(grams, 3)});
                self.send("changePresaleOffer", input, can).await;
            }
        }
    }

    /// Enters a pre-order that was placed some minutes ago.
    async fn place(&mut self, grams: i64, ago: i64) {
        let amount = round(grams * PRICE, 1000);
        let placed = self.minute - ago.min(self.minute);
        let is_open = self.closed.is_none_or(|closed| placed < closed);
        let can = is_open && amount > 0 && self.taken() + grams <= self.quota;
        let mut input = claim(&self.offer, &decimal(grams, 3));
        if ago > 0 {
            input["placedAt"] = json!(instant(placed));
        }
        let made = self.send("placePreorder", input, can).await;
        if !can {
            return;
        }
        let deposit = round(amount * DEPOSIT, 100).max(1);
        self.preorders.push(Noted {
            id: made["preorder"]["id"].clone(),
            status: "PLACED",
            ordered: grams,
            grams,
            amount,
            deposit,
            payments: Vec::new(),
            refunded: 0,
            kept: 0,
            hold_until: placed + HOLD,
            confirmed: None,
            counted: 0,
        });
        self.expire();
    }

    async fn pay(&mut self, of: usize, fen: i64, ago: i64) {
        let taken = self.taken();
        let Some(noted) = self.preorders.get(of).cloned() else { return };
        let paid_at = self.minute - ago.min(self.minute);
        let mut after = noted.clone();
        if noted.status == "EXPIRED" {
            (after.status, after.grams, after.amount) = ("PLACED", noted.ordered, round(noted.ordered * PRICE, 1000));
        }
        let mut can = noted.status != "CANCELLED"
            && fen <= after.open()
            && (noted.status != "EXPIRED" || paid_at < noted.hold_until);
        after.payments.push((fen, false, false));
        if after.status == "PLACED" {
            if after.for_goods() >= after.deposit {
                can = can && taken - noted.grams + after.grams <= self.quota;
                (after.status, after.counted, after.confirmed) = ("CONFIRMED", after.amount, Some(self.minute));
            } else if noted.status == "EXPIRED" {
                after.end("EXPIRED");
            }
        }
        let input = json!({"preorderId": noted.id, "amountYuan": decimal(fen, 2), "method": "CASH", "paidAt": instant(paid_at)});
        self.send("recordPreorderPayment", input, can).await;
        if can {
            self.preorders[of] = after;
        }
    }

    /// Reverses the newest payment that is still valid.
    async fn reverse(&mut self, of: usize) {
        let Some(noted) = self.preorders.get(of).cloned() else { return };
        let Some(position) = noted.payments.iter().rposition(|(.., gone)| !gone) else { return };
        let mut after = noted.clone();
        after.payments[position].2 = true;
        after.kept = after.kept.min(after.sum(false));
        let can = after.for_goods() >= after.kept && after.refunded + after.kept <= after.sum(false) + after.sum(true);
        let is_counted = !noted.payments[position].1;
        if is_counted
            && after.sum(false) < after.deposit
            && after.confirmed.is_some()
            && ["CONFIRMED", "CANCELLED"].contains(&after.status)
        {
            (after.confirmed, after.counted) = (None, 0);
            if after.status == "CONFIRMED" {
                after.status = "PLACED";
            }
            if after.status == "PLACED" && after.hold_until <= self.minute {
                after.end("EXPIRED");
            }
        }
        let query = format!("{{ preorder(id: {}) {{ payments {{ id }} }} }}", noted.id);
        let payment = self.clerk.ask(&query).await["preorder"]["payments"][position]["id"].take();
        self.send("reversePreorderPayment", json!({"paymentId": payment, "reason": "误录"}), can).await;
        if can {
            self.preorders[of] = after;
        }
    }

    async fn cancel(&mut self, of: usize, by_buyer: bool) {
        let Some(noted) = self.preorders.get_mut(of) else { return };
        let can = ["PLACED", "CONFIRMED"].contains(&noted.status);
        if can {
            if by_buyer && noted.status == "CONFIRMED" {
                noted.kept = round(noted.deposit * KEPT, 100).min(noted.for_goods());
            }
            noted.counted = 0;
            noted.end("CANCELLED");
        }
        let party = if by_buyer { "BUYER" } else { "TOWN" };
        let input = json!({"preorderId": noted.id, "onBehalfOf": party, "reason": "冻害"});
        self.send("cancelPreorder", input, can).await;
    }

    async fn settle(&mut self, part: i64, pro_rata: bool) {
        let mut promised: Vec<usize> =
            (0..self.preorders.len()).filter(|of| self.preorders[*of].status == "CONFIRMED").collect();
        // Time stands still within a minute, so pre-orders confirmed in the same minute are ordered by id.
        promised.sort_by_key(|of| (self.preorders[*of].confirmed, text(&self.preorders[*of].id)));
        let total: i64 = promised.iter().map(|of| self.preorders[*of].grams).sum();
        let available = total * part / 100;
        let policy = if pro_rata { "PRO_RATA" } else { "FIRST_COME" };
        let input = json!({"offerId": self.offer, "availableKg": decimal(available, 3), "policy": policy});
        self.send("settleHarvestShortfall", input, true).await;
        let mut left = available;
        let mut exact = BTreeMap::new();
        for of in &promised {
            let noted = &mut self.preorders[*of];
            let share = if pro_rata { available * noted.grams / total } else { left.min(noted.grams) };
            exact.insert((std::cmp::Reverse(available * noted.grams % total), noted.confirmed, text(&noted.id)), *of);
            left -= share;
            noted.grams = share;
        }
        for of in exact.into_values().take(if pro_rata { usize::try_from(left).expect("some grams") } else { 0 }) {
            self.preorders[of].grams += 1;
        }
        for of in promised {
            let noted = &mut self.preorders[of];
            noted.amount = round(noted.grams * PRICE, 1000);
            noted.counted = noted.amount;
            if noted.grams == 0 {
                noted.end("CANCELLED");
            }
        }
        for noted in self.preorders.iter_mut().filter(|noted| noted.status == "PLACED") {
            noted.end("CANCELLED");
        }
        (self.closed, self.quota) = (Some(self.minute), self.taken());
    }

    /// The sum in the ledger. It is not read from a report, because a report would close a bound at the instant at
    /// which time stands still, and everything after it would be stamped later.
    async fn counted(&self) -> i64 {
        let sum = "SELECT CAST(COALESCE(SUM(amount_fen), 0) AS BIGINT) AS fen FROM ledger_entry WHERE kind = 'PRESALE'";
        let database = &self.app.database;
        let row = database
            .reader()
            .query_one_raw(Statement::from_string(database.backend(), sum))
            .await
            .expect("a sum")
            .expect("a row");
        row.try_get("", "fen").expect("a number")
    }

    /// Asserts that everything agrees with the model.
    async fn agrees(&self) {
        for noted in &self.preorders {
            let found = self.clerk.look_up(&json!({"id": noted.id})).await;
            let yuan = |fen: i64| json!(decimal(fen, 2));
            let expected = json!({
                "id": noted.id, "code": found["code"], "status": noted.status, "quantityKg": decimal(noted.ordered, 3),
                "fulfillableKg": decimal(noted.grams, 3), "amountYuan": yuan(noted.amount), "depositYuan": yuan(noted.deposit),
                "paidYuan": yuan(noted.sum(false) + noted.sum(true)), "openYuan": yuan(noted.open()), "refundedYuan": yuan(noted.refunded),
                "refundDueYuan": yuan(noted.due()), "keptYuan": yuan(noted.kept), "holdUntil": found["holdUntil"],
                "confirmedAt": found["confirmedAt"], "cancellationCause": found["cancellationCause"]
            });
            assert_eq!(found, expected, "{noted:#?}");
            assert_eq!(found["confirmedAt"].is_null(), noted.confirmed.is_none(), "{noted:#?}");
        }
        let taken = self.taken();
        assert!(taken <= self.quota);
        assert_eq!(self.clerk.available(&self.offer).await, decimal(self.quota - taken, 3));
        assert_eq!(self.counted().await, self.preorders.iter().map(|noted| noted.counted).sum::<i64>());
        let due = self.clerk.ask("{ refundsDue(regionCode: \"500235136\", first: 100) { nodes { id } } }").await;
        let mut due: Vec<_> =
            due["refundsDue"]["nodes"].as_array().expect("nodes").iter().map(|node| text(&node["id"])).collect();
        let mut expected: Vec<_> =
            self.preorders.iter().filter(|noted| noted.due() > 0).map(|noted| text(&noted.id)).collect();
        due.sort();
        expected.sort();
        assert_eq!(due, expected);
        self.app.verified().await;
    }
}

async fn any_sequence(batch: u16, steps: Vec<Step>) {
    let mut world = World::new(batch).await;
    for step in steps {
        world.act(step).await;
        world.agrees().await;
    }
    let counted = world.preorders.iter().map(|noted| noted.counted).sum();
    assert_eq!(world.clerk.presale().await, decimal(counted, 2));
}

#[test]
fn any_sequence_of_steps_gives_what_a_notebook_gives() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let config =
        ProptestConfig { cases: 24, max_shrink_iters: 100, failure_persistence: None, ..ProptestConfig::default() };
    TestRunner::new(config)
        .run(&(prop_oneof![1..4_u16, Just(5000)], prop::collection::vec(step(), 1..30)), |(batch, steps)| {
            runtime.block_on(any_sequence(batch, steps));
            Ok(())
        })
        .expect("every sequence agrees");
}
