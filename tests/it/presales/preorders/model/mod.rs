//! Random sequences of changes, some of them sent twice, broken off, or made by two clerks at once: quota, stock, money,
//! figures and states agree with a notebook after each.

mod check;
mod notebook;
mod order;
mod requests;

use std::task::Poll;

use proptest::{prelude::*, test_runner::TestRunner};
use serde_json::{Value, json};

use crate::app::{Client, TestApp, VILLAGE};
use crate::presales::preorders::{WHOLE, claim, with};
use notebook::{Command, Notebook};
use order::{HOLD, Order, PRICE, decimal};

/// The quota and the lot in grams, and the minute in which the offer closes.
const QUOTA: i64 = 20_000;
const LOT: i64 = 15_000;
const CLOSES: i64 = 36 * 1440;

/// What somebody does next. It becomes a command by what the notebook says.
#[derive(Debug, Clone)]
enum Step {
    Wait { minutes: i64 },
    Place { grams: i64, ago: i64 },
    Pay { of: usize, fen: i64, ago: i64 },
    PayDeposit { of: usize, ago: i64 },
    PayRest { of: usize },
    PayOfTransfer { of: usize, fen: i64, name: usize, total: i64, for_refund: bool },
    Keep { of: usize, fen: i64 },
    Reverse { of: usize },
    Refund { of: usize, part: i64 },
    ReverseRefund { of: usize },
    Change { of: usize, permille: i64 },
    Cancel { of: usize, by_buyer: bool },
    LeaveUncollected { of: usize },
    Deliver { of: usize, from_lot: bool },
    DeliverPart { of: usize, permille: i64, from_lot: bool },
    DeliverOther { of: usize, permille: i64, has_reason: bool },
    ReverseDelivery { of: usize },
    Return { of: usize, permille: i64, to_lot: bool },
    ReverseReturn { of: usize },
    Compensate { of: usize, fen: i64 },
    ReverseCompensation { of: usize },
    Settle { part: i64, pro_rata: bool },
    Quota { grams: i64 },
    Close { minutes: i64 },
}

impl Step {
    /// The pre-order that it is about, by number.
    fn of(&mut self) -> Option<&mut usize> {
        match self {
            Self::Wait { .. } | Self::Place { .. } | Self::Settle { .. } | Self::Quota { .. } | Self::Close { .. } => {
                None
            }
            Self::Pay { of, .. }
            | Self::PayDeposit { of, .. }
            | Self::PayRest { of }
            | Self::PayOfTransfer { of, .. }
            | Self::Keep { of, .. }
            | Self::Reverse { of }
            | Self::Refund { of, .. }
            | Self::ReverseRefund { of }
            | Self::Change { of, .. }
            | Self::Cancel { of, .. }
            | Self::LeaveUncollected { of }
            | Self::Deliver { of, .. }
            | Self::DeliverPart { of, .. }
            | Self::DeliverOther { of, .. }
            | Self::ReverseDelivery { of }
            | Self::Return { of, .. }
            | Self::ReverseReturn { of }
            | Self::Compensate { of, .. }
            | Self::ReverseCompensation { of } => Some(of),
        }
    }

    /// Whether a pre-order is in a state in which this is done.
    fn fits(&self, order: &Order) -> bool {
        match self {
            Self::PayDeposit { .. } => order.status == "PLACED",
            Self::PayRest { .. } => order.status == "CONFIRMED" && order.open() > 0,
            Self::Refund { .. } => order.due() > 0,
            Self::ReverseRefund { .. } => order.refunded() > 0,
            Self::Change { .. } => ["PLACED", "CONFIRMED"].contains(&order.status),
            Self::Deliver { .. } | Self::DeliverPart { .. } | Self::DeliverOther { .. } => {
                order.status == "CONFIRMED" && order.open() == 0
            }
            Self::ReverseDelivery { .. } | Self::Return { .. } => order.delivered() > order.returned(),
            Self::ReverseReturn { .. } => order.returned() > 0,
            Self::Compensate { .. } => order.status == "DELIVERED",
            Self::ReverseCompensation { .. } => order.compensated() > 0,
            _ => true,
        }
    }

    /// The same about a pre-order that there is. Three of four times it is one that this fits, if there is one.
    fn about(&self, orders: &[Order]) -> Self {
        let mut step = self.clone();
        let fitting: Vec<usize> = (0..orders.len()).filter(|place| self.fits(&orders[*place])).collect();
        if let Some(of) = step.of() {
            let is_any = *of >= 18 || fitting.is_empty();
            *of = if is_any { of.checked_rem(orders.len()).unwrap_or_default() } else { fitting[*of % fitting.len()] };
        }
        step
    }
}

/// How a change is sent.
#[derive(Debug, Clone, Copy)]
enum Manner {
    Once,
    /// The same request again.
    Again,
    /// The connection breaks after the server has worked on it for so many turns. Then it is sent again.
    BrokenOff(usize),
    /// Two clerks do the same at once.
    AtOnce,
}

fn step() -> impl Strategy<Value = Step> {
    let of = || 0..24_usize;
    let permille = || 1..1_200_i64;
    let money = prop_oneof![
        2 => (of(), 1..3_000_i64, 0..40_i64).prop_map(|(of, fen, ago)| Step::Pay { of, fen, ago }),
        6 => (of(), 0..40_i64).prop_map(|(of, ago)| Step::PayDeposit { of, ago }),
        5 => of().prop_map(|of| Step::PayRest { of }),
        3 => (of(), 1..3_000_i64, 0..3_usize, 1..3_i64, any::<bool>())
            .prop_map(|(of, fen, name, more, for_refund)| Step::PayOfTransfer { of, fen, name, total: more * 2_000, for_refund }),
        1 => (of(), 1..3_000_i64).prop_map(|(of, fen)| Step::Keep { of, fen }),
        2 => of().prop_map(|of| Step::Reverse { of }),
        3 => (of(), 1..120_i64).prop_map(|(of, part)| Step::Refund { of, part }),
        1 => of().prop_map(|of| Step::ReverseRefund { of }),
        1 => (of(), 1..2_000_i64).prop_map(|(of, fen)| Step::Compensate { of, fen }),
        1 => of().prop_map(|of| Step::ReverseCompensation { of }),
    ];
    let goods = prop_oneof![
        2 => (of(), permille()).prop_map(|(of, permille)| Step::Change { of, permille }),
        4 => (of(), any::<bool>()).prop_map(|(of, from_lot)| Step::Deliver { of, from_lot }),
        3 => (of(), permille(), any::<bool>()).prop_map(|(of, permille, from_lot)| Step::DeliverPart { of, permille, from_lot }),
        3 => (of(), 900..1_100_i64, any::<bool>())
            .prop_map(|(of, permille, has_reason)| Step::DeliverOther { of, permille, has_reason }),
        2 => of().prop_map(|of| Step::ReverseDelivery { of }),
        3 => (of(), permille(), any::<bool>()).prop_map(|(of, permille, to_lot)| Step::Return { of, permille, to_lot }),
        2 => of().prop_map(|of| Step::ReverseReturn { of }),
    ];
    prop_oneof![
        3 => (1..20_i64).prop_map(|minutes| Step::Wait { minutes }),
        1 => (600..1_500_i64).prop_map(|minutes| Step::Wait { minutes }),
        6 => (1..6_000_i64).prop_map(|grams| Step::Place { grams, ago: 0 }),
        2 => (1..9_000_i64, 1..60_i64).prop_map(|(grams, ago)| Step::Place { grams, ago }),
        30 => money,
        30 => goods,
        1 => (of(), any::<bool>()).prop_map(|(of, by_buyer)| Step::Cancel { of, by_buyer }),
        1 => of().prop_map(|of| Step::LeaveUncollected { of }),
        1 => (0..=100_i64, any::<bool>()).prop_map(|(part, pro_rata)| Step::Settle { part, pro_rata }),
        1 => (10_000..40_000_i64).prop_map(|grams| Step::Quota { grams }),
        1 => (0..9_000_i64).prop_map(|minutes| Step::Close { minutes }),
    ]
}

fn manner() -> impl Strategy<Value = Manner> {
    prop_oneof![
        6 => Just(Manner::Once),
        1 => Just(Manner::Again),
        2 => (0..60_usize).prop_map(Manner::BrokenOff),
        2 => Just(Manner::AtOnce),
    ]
}

impl Notebook {
    /// What a step means now. None if there is nothing that it could be about.
    fn command(&self, step: &Step) -> Option<Command> {
        let order = |of: usize| self.orders.get(of);
        let past = |ago: i64| self.minute - ago.min(self.minute);
        let pay = |of, fen, ago| Command::Pay { of, fen, paid_at: past(ago), for_refund: false, transfer: None };
        Some(match *step {
            Step::Wait { .. } => return None,
            Step::Place { grams, ago } => Command::Place { grams, placed: past(ago) },
            Step::Pay { of, fen, ago } => order(of).map(|_| pay(of, fen, ago))?,
            Step::PayDeposit { of, ago } => {
                pay(of, order(of).map(|order| order.threshold() - order.for_goods())?.max(1), ago)
            }
            Step::PayRest { of } => pay(of, order(of)?.open().max(1), 0),
            Step::PayOfTransfer { of, fen, name, total, for_refund } => {
                order(of)?;
                Command::Pay { of, fen, paid_at: self.minute, for_refund, transfer: Some((name, total)) }
            }
            Step::Keep { of, fen } => {
                order(of)?;
                Command::Pay { of, fen, paid_at: self.minute, for_refund: true, transfer: None }
            }
            Step::Reverse { of } => {
                Command::ReversePayment { of, nth: order(of)?.payments.iter().rposition(|payment| !payment.is_gone)? }
            }
            Step::Refund { of, part } => Command::Refund { of, fen: (order(of)?.due() * part / 100).max(1) },
            Step::ReverseRefund { of } => {
                Command::ReverseRefund { of, nth: order(of)?.refunds.iter().rposition(|(_, is_gone)| !is_gone)? }
            }
            Step::Change { of, permille } => {
                Command::Change { of, grams: (order(of)?.ordered * permille / 1000).max(1) }
            }
            Step::Cancel { of, by_buyer } => order(of).map(|_| Command::Cancel { of, by_buyer })?,
            Step::LeaveUncollected { of } => order(of).map(|_| Command::LeaveUncollected { of })?,
            Step::Deliver { of, from_lot } => {
                // Lots add up to what is left.
                let from_lot = from_lot && order(of)?.outstanding() > 0;
                order(of)?;
                Command::Deliver { of, grams: None, completes: true, has_reason: false, from_lot }
            }
            Step::DeliverPart { of, permille, from_lot } => {
                let grams = Some((order(of)?.outstanding() * permille / 1000).max(1));
                Command::Deliver { of, grams, completes: false, has_reason: false, from_lot }
            }
            Step::DeliverOther { of, permille, has_reason } => {
                let grams = Some((order(of)?.outstanding() * permille / 1000).max(1));
                Command::Deliver { of, grams, completes: true, has_reason, from_lot: false }
            }
            Step::ReverseDelivery { of } => {
                Command::ReverseDelivery { of, nth: order(of)?.deliveries.iter().rposition(|row| !row.is_gone)? }
            }
            Step::Return { of, permille, to_lot } => {
                let order = order(of)?;
                let grams = ((order.delivered() - order.returned()) * permille / 1000).max(1);
                Command::Return { of, grams, to_lot }
            }
            Step::ReverseReturn { of } => {
                Command::ReverseReturn { of, nth: order(of)?.returns.iter().rposition(|row| !row.is_gone)? }
            }
            Step::Compensate { of, fen } => order(of).map(|_| Command::Compensate { of, fen })?,
            Step::ReverseCompensation { of } => order(of).map(|_| Command::ReverseCompensation { of })?,
            Step::Settle { part, pro_rata } => {
                let confirmed = self.orders.iter().filter(|order| order.status == "CONFIRMED");
                let available = confirmed.map(Order::outstanding).sum::<i64>() * part / 100;
                Command::Settle { available, pro_rata }
            }
            Step::Quota { grams } => Command::Quota { grams },
            Step::Close { minutes } => Command::Close { minutes },
        })
    }
}

struct World {
    app: TestApp,
    clerks: [Client; 2],
    offer: String,
    lot: String,
    /// How many requests were sent, for their keys.
    sent: usize,
    book: Notebook,
}

fn instant(minute: i64) -> String {
    let noon = chrono::DateTime::parse_from_rfc3339("2026-11-24T04:00:00Z").expect("an instant");
    (noon + chrono::Duration::minutes(minute)).to_rfc3339()
}

impl World {
    /// A town that settles this many pre-orders in one transaction, with an offer that charges by weight or not.
    async fn new(batch: u16, tolerance: Option<i64>) -> Self {
        let app = TestApp::with_settings(&[("SHORTFALL_BATCH", &batch.to_string())]).await;
        let clerks = [app.clerk().await, app.clerk().await];
        let terms = json!({
            "quotaKg": decimal(QUOTA, 3), "unitPriceYuan": decimal(PRICE, 2), "depositRate": "0.30", "keptRate": "0.5", "holdMinutes": HOLD,
            "closesAt": instant(CLOSES), "chargedByWeight": tolerance.is_some(), "weightTolerance": decimal(tolerance.unwrap_or_default(), 3)
        });
        let offer = clerks[0].open_offer(terms).await;
        let grower = clerks[0].register_grower("王桂英", VILLAGE).await;
        let plot = clerks[0].register_plot(&grower, VILLAGE, "10", 2020).await;
        let lot = clerks[0].record_harvest(&plot, "2026-08-01", &decimal(LOT, 3)).await;
        let book = Notebook {
            minute: 0,
            quota: QUOTA,
            closes: CLOSES,
            is_settled: false,
            tolerance,
            lot: LOT,
            transfers: [(0, 0); 3],
            orders: Vec::new(),
        };
        Self { app, clerks, offer, lot, sent: 0, book }
    }

    async fn act(&mut self, step: &Step, manner: Manner) {
        let step = step.about(&self.book.orders);
        if let Step::Wait { minutes } = &step {
            self.book.minute += minutes;
            self.app.set_time(&instant(self.book.minute));
            self.book.expire();
        }
        let Some(command) = self.book.command(&step) else { return };
        let (field, input) = self.request(&command).await;
        // While one shortfall is being settled in batches, another one is refused.
        let manner = if field == "settleHarvestShortfall" { Manner::Once } else { manner };
        let times = if matches!(manner, Manner::AtOnce) { 2 } else { 1 };
        let mut accepted = 0;
        for _ in 0..times {
            if let Some(after) = self.book.after(&command) {
                (self.book, accepted) = (after, accepted + 1);
            }
        }
        let answers = self.send(field, input, manner).await;
        let mut made = Vec::new();
        for answer in &answers {
            match answer["errors"][0]["extensions"]["code"].as_str() {
                None => made.push(answer["data"][field]["preorder"]["id"].clone()),
                Some(code) => {
                    assert!(["CONFLICT", "QUOTA_EXCEEDED", "INVALID_INPUT"].contains(&code), "{command:?}: {answer:#}")
                }
            }
        }
        assert_eq!(made.len(), accepted, "{command:?} {manner:?}: {answers:#?}");
        for order in self.book.orders.iter_mut().filter(|order| order.id.is_null()) {
            order.id = made.pop().expect("an id");
        }
    }

    /// Sends a change. Returns the answers that count.
    async fn send(&mut self, field: &str, input: Value, manner: Manner) -> Vec<Value> {
        let selection = if field == "placePreorder" { WHOLE } else { "__typename" };
        let mut keyed = || {
            self.sent += 1;
            let phone =
                if field == "placePreorder" { claim(&self.offer, "1")["buyerPhone"].take() } else { Value::Null };
            let key = json!({"idempotencyKey": format!("request {}", self.sent)});
            let input = with(input.clone(), key);
            if phone.is_null() { input } else { with(input, json!({"buyerPhone": phone})) }
        };
        let (first, second) = (keyed(), keyed());
        let [clerk, other] = &self.clerks;
        match manner {
            Manner::Once => vec![clerk.mutate(field, first, selection).await],
            Manner::Again => {
                let once = clerk.mutate(field, first.clone(), selection).await;
                let again = clerk.mutate(field, first, selection).await;
                assert_eq!(again["errors"].is_null(), once["errors"].is_null(), "{field}: {once:#} {again:#}");
                vec![again]
            }
            Manner::BrokenOff(turns) => {
                let mut broken = Box::pin(clerk.mutate(field, first.clone(), selection));
                for _ in 0..turns {
                    if std::future::poll_fn(|context| Poll::Ready(broken.as_mut().poll(context))).await.is_ready() {
                        break;
                    }
                    tokio::task::yield_now().await;
                }
                drop(broken);
                vec![clerk.mutate(field, first, selection).await]
            }
            Manner::AtOnce => {
                let (one, two) =
                    tokio::join!(clerk.mutate(field, first, selection), other.mutate(field, second, selection));
                vec![one, two]
            }
        }
    }
}

async fn any_sequence(batch: u16, tolerance: Option<i64>, steps: Vec<(Step, Manner)>) {
    let mut world = World::new(batch, tolerance).await;
    let (of, ago) = (0, 0);
    let two_that_are_paid = [
        Step::Place { grams: 4_000, ago },
        Step::PayDeposit { of, ago },
        Step::PayRest { of },
        Step::Place { grams: 6_000, ago },
        Step::PayDeposit { of, ago },
        Step::PayRest { of },
    ];
    for (step, manner) in two_that_are_paid.into_iter().map(|step| (step, Manner::Once)).chain(steps) {
        world.act(&step, manner).await;
        world.agrees().await;
    }
    let counted = world.book.orders.iter().flat_map(|order| order.counted.values()).map(|(fen, _)| fen).sum();
    assert_eq!(world.clerks[0].presale().await, decimal(counted, 2));
}

#[test]
fn any_sequence_of_steps_gives_what_a_notebook_gives() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let config =
        ProptestConfig { cases: 16, max_shrink_iters: 100, failure_persistence: None, ..ProptestConfig::default() };
    let batch = prop_oneof![1..4_u16, Just(5000)];
    let tolerance = prop_oneof![Just(None), Just(Some(50))];
    TestRunner::new(config)
        .run(&(batch, tolerance, prop::collection::vec((step(), manner()), 1..60)), |(batch, tolerance, steps)| {
            runtime.block_on(any_sequence(batch, tolerance, steps));
            Ok(())
        })
        .expect("every sequence agrees");
}
