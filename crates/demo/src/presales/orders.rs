//! Who orders from an offer, how much, and what will happen to the pre-order. A whole season is always generated, so
//! that each pre-order is the same on every later day.

use std::collections::BTreeSet;

use chrono::Duration;
use uuid::Uuid;

use super::{
    super::{
        accounts,
        names::{HOLDING_WORDS, person, phone},
        plan::{Plan, Stream, at, days},
    },
    acts::{Act, Portion, Sum},
    offers::Kind,
};
use store::entity::presales::presale_offer;
use types::{CodeKind, Day, Fulfilment, Kilograms, Money, PaymentMethod, PrintedCode, Timestamp};

const SECONDS: i64 = 1_000_000;
const HOURS: i64 = 3600 * SECONDS;
const DAYS: i64 = 24 * HOURS;

/// How many of a thousand pre-orders are by traders.
const OF_TRADERS: i64 = 120;
/// One in this many is by the account with pre-orders of its own.
const OF_ACCOUNT: usize = 29;
/// How many of a thousand refunds reach nobody.
const UNREACHABLE: i64 = 40;
/// How many of a thousand deliveries take from lots, and how many are compensated.
const FROM_LOTS: i64 = 600;
const COMPENSATED: i64 = 35;
/// How many of a thousand orders are entered by a clerk later, how many are changed, and how many deliveries come in two
/// parts, with less, or were entered by mistake. How many of a thousand come back, at least in part.
const LATE: i64 = 60;
const CHANGED: i64 = 60;
const SPLIT: i64 = 70;
const SPOILT: i64 = 30;
const MISTAKEN_DELIVERY: i64 = 30;
const RETURNED: i64 = 60;
/// How many of a hundred compensations and returns were entered by mistake, and how many surplus payments come with what
/// they are surplus to.
const MISTAKEN_OF_HUNDRED: i64 = 30;
const OF_ONE_TRANSFER: i64 = 50;
/// How many of a thousand payments are entered by mistake, and how many buyers pay too much.
const MISTAKEN: i64 = 20;
const TOO_MUCH: i64 = 15;

/// What a buyer orders and intends to do.
#[derive(Debug)]
pub(super) struct Intent {
    pub id: Uuid,
    pub code: PrintedCode,
    pub audit_salt: String,
    pub buyer_account_id: Option<Uuid>,
    pub buyer_name: String,
    pub buyer_phone: String,
    pub fulfilment: Fulfilment,
    pub delivery_address: Option<String>,
    pub quantity: Kilograms,
    /// How long after it is due money is refunded, and how. `None` if the buyer cannot be reached.
    pub refund: Option<(i64, PaymentMethod)>,
    /// The acts, with their instants.
    pub acts: Vec<(Timestamp, Act)>,
}

/// The course of a pre-order.
enum Fate {
    Kept,
    NeverPaid,
    BuyerCancels,
    TownCancels,
    LeftUncollected,
}

/// The pre-orders of an offer in the order of placing. `codes` are those in use.
pub(super) fn intents(
    plan: &Plan,
    kind: &Kind,
    season: i32,
    offer: &presale_offer::Model,
    codes: &mut BTreeSet<PrintedCode>,
) -> Vec<Intent> {
    let account = Account::of(plan);
    let placings = placings(plan, kind, season);
    let last = placings.len().saturating_sub(1);
    let intents = placings.into_iter().enumerate().map(|(number, (day, placed, is_steady))| {
        let mut stream = plan.stream(&format!("pre-orders of {} {season}", kind.key), number);
        // The last one never pays. So there is always one that is overdue and that nothing has released.
        let never_pays = number == last;
        let pick_up = kind.pick_up_days(season);
        let mut maker = Maker { stream: &mut stream, offer, pick_up, day, placed, is_steady, never_pays };
        maker.intent(Some(&account).filter(|_| number % OF_ACCOUNT == OF_ACCOUNT / 2), codes)
    });
    intents.collect()
}

/// When an offer is ordered from, with whether the order is one of the steady ones. Most orders come after the
/// opening, and a steady one every second day.
fn placings(plan: &Plan, kind: &Kind, season: i32) -> Vec<(Day, Timestamp, bool)> {
    let stream = &mut plan.stream_of_year(&format!("placings of {}", kind.key), season);
    let (first, last) = kind.open_days(season);
    let mut placings = Vec::new();
    if kind.is_steady {
        placings.extend(days(first, last).step_by(2).map(|day| (day, at(day, stream.between(34_200, 68_400)), true)));
    }
    let length = (last - first).num_days();
    for _ in 0..kind.crowd {
        let day =
            first + Duration::days(if stream.happens(600) { stream.between(0, 13) } else { stream.between(0, length) });
        placings.push((day, at(day, stream.between(34_200, 68_400)), false));
    }
    placings.sort_by_key(|(_, placed, _)| *placed);
    placings
}

/// The account with pre-orders of its own.
struct Account {
    id: Uuid,
    name: String,
    phone: String,
}

impl Account {
    fn of(plan: &Plan) -> Self {
        let stream = &mut plan.stream("buyer", 0);
        Self { id: accounts::buyer(plan), name: trader(stream), phone: phone(stream) }
    }
}

fn trader(stream: &mut Stream) -> String {
    format!("{}果品经营部", stream.pick(&HOLDING_WORDS))
}

/// Builds one intent.
struct Maker<'a> {
    stream: &'a mut Stream,
    offer: &'a presale_offer::Model,
    pick_up: (Day, Day),
    day: Day,
    placed: Timestamp,
    /// Whether the deposit comes only on the second day after placing.
    is_steady: bool,
    /// Whether the deposit never comes.
    never_pays: bool,
}

impl Maker<'_> {
    fn intent(&mut self, account: Option<&Account>, codes: &mut BTreeSet<PrintedCode>) -> Intent {
        let id = self.stream.id(self.placed);
        let code = loop {
            let code = PrintedCode::generate(CodeKind::Preorder, self.stream.generator());
            if codes.insert(code.clone()) {
                break code;
            }
        };
        let is_trader = account.is_some() || self.stream.happens(OF_TRADERS);
        let (name, own_phone) = (if is_trader { trader(self.stream) } else { person(self.stream) }, phone(self.stream));
        let is_sent = self.offer.ships && self.stream.happens(550);
        let address = self.address();
        let refund = !self.stream.happens(UNREACHABLE);
        let wait = self.stream.between(1, 9) * DAYS + self.stream.between(-3 * 3600, 3 * 3600) * SECONDS;
        Intent {
            id,
            code,
            // It is no real person's, so the salt need not be secret.
            audit_salt: hex::encode(self.stream.id(self.placed)),
            buyer_account_id: account.map(|account| account.id),
            buyer_name: account.map_or(name, |account| account.name.clone()),
            buyer_phone: account.map_or(own_phone, |account| account.phone.clone()),
            fulfilment: if is_sent { Fulfilment::Ship } else { Fulfilment::PickUp },
            delivery_address: is_sent.then_some(address),
            quantity: self.quantity(is_trader),
            refund: refund.then(|| (wait, self.method(is_trader))),
            acts: self.acts(is_trader, is_sent, account.is_some()),
        }
    }

    /// The same acts, if a clerk enters the order only in the evening. What was paid by then is entered after it.
    fn late(&mut self, acts: Vec<(Timestamp, Act)>, is_of_account: bool) -> Vec<(Timestamp, Act)> {
        let entered = at(self.day, self.stream.between(19 * 3600 + 1_800, 21 * 3600));
        if is_of_account || self.is_steady || self.offer.deposit_rate.0 == 0 || !self.stream.happens(LATE) {
            return acts;
        }
        let late = |(instant, act): (Timestamp, Act)| match act {
            Act::Place(_) => (entered, Act::Place(Some(instant))),
            Act::Pay(sum, method, None) if instant <= entered => {
                (entered.plus(60 * SECONDS), Act::Pay(sum, method, Some(instant)))
            }
            Act::PayOfMore(sum, method, None) if instant <= entered => {
                (entered.plus(60 * SECONDS), Act::PayOfMore(sum, method, Some(instant)))
            }
            act if instant <= entered => (entered.plus(180 * SECONDS), act),
            act => (instant, act),
        };
        acts.into_iter().map(late).collect()
    }

    /// An invented address.
    fn address(&mut self) -> String {
        let place = *self.stream.pick(&[
            "重庆市万州区",
            "重庆市云阳县",
            "重庆市渝北区",
            "四川省达州市",
            "湖北省利川市",
            "四川省成都市",
        ]);
        let (word, number) = (*self.stream.pick(&HOLDING_WORDS), self.stream.between(1, 188));
        format!("{place}{word}路{number}号")
    }

    fn quantity(&mut self, is_trader: bool) -> Kilograms {
        let kilograms = if is_trader {
            self.stream.between(6, 26) * 50
        } else {
            *self.stream.pick(&[5, 10, 10, 15, 20, 20, 30, 40, 60])
        };
        let grams = kilograms * 1000;
        match self.offer.pack_g {
            // Whole packs, at least one.
            Some(pack) => Kilograms((grams / pack.0).max(1) * pack.0),
            // Some count in jin, which are half a kilogram each.
            None if !is_trader && self.stream.happens(200) => Kilograms(grams + 500),
            None => Kilograms(grams),
        }
    }

    fn method(&mut self, is_trader: bool) -> PaymentMethod {
        let methods = [PaymentMethod::Cash, PaymentMethod::Wechat, PaymentMethod::Alipay, PaymentMethod::Bank];
        methods[self.stream.weighted(if is_trader { &[50, 200, 150, 600] } else { &[220, 480, 260, 40] })]
    }

    fn fate(&mut self, is_sent: bool) -> Fate {
        match self.stream.weighted(&[800, 90, 50, 25, 35]) {
            1 => Fate::NeverPaid,
            2 => Fate::BuyerCancels,
            3 => Fate::TownCancels,
            4 if !is_sent => Fate::LeftUncollected,
            _ => Fate::Kept,
        }
    }

    fn acts(&mut self, is_trader: bool, is_sent: bool, is_of_account: bool) -> Vec<(Timestamp, Act)> {
        let mut acts = vec![(self.placed, Act::Place(None))];
        let method = self.method(is_trader);
        let fate = self.fate(is_sent);
        let takes_deposit = self.offer.deposit_rate.0 > 0;
        let mut confirmed = self.placed;
        match fate {
            _ if takes_deposit && self.never_pays => {}
            Fate::NeverPaid if takes_deposit => {
                let hold_until = self.placed.plus(self.offer.hold_microseconds);
                match self.stream.weighted(&[650, 150, 100, 100]) {
                    // Too late, and so for refund.
                    1 => acts.push((hold_until.plus(self.stream.between(3, 40) * HOURS), Act::PayTooMuch(method))),
                    // In time, but entered later.
                    2 => {
                        confirmed = hold_until.plus(self.stream.between(8, 24) * HOURS);
                        acts.push((confirmed, Act::Pay(Sum::Deposit, method, Some(hold_until.plus(-2 * HOURS)))));
                    }
                    3 if !self.is_steady => {
                        acts.push((self.placed.plus(self.stream.between(1, 20) * HOURS), Act::BuyerCancels))
                    }
                    _ => {}
                }
            }
            _ if takes_deposit => {
                confirmed = self.deposit_day();
                self.deposit(method, confirmed, &mut acts);
            }
            _ => {}
        }
        match fate {
            Fate::BuyerCancels => acts.push((confirmed.plus(self.stream.between(20, 90) * HOURS), Act::BuyerCancels)),
            Fate::TownCancels => acts.push((confirmed.plus(self.stream.between(20, 90) * HOURS), Act::TownCancels)),
            _ => {}
        }
        if let Fate::LeftUncollected = fate {
            let day = self.pick_up.1 + Duration::days(self.stream.between(1, 3));
            acts.push((at(day, self.stream.between(32_400, 61_200)), Act::LeaveUncollected));
        } else {
            self.delivery(confirmed, is_trader, &mut acts);
        }
        self.late(acts, is_of_account)
    }

    /// When the deposit comes: soon, or for steady orders on the second day after placing, so that one is always
    /// waiting for its deposit.
    fn deposit_day(&mut self) -> Timestamp {
        if !self.is_steady && self.stream.happens(650) {
            return self.placed.plus(self.stream.between(180, 7_200) * SECONDS);
        }
        let day = self.day + Duration::days(if self.is_steady { 2 } else { 1 });
        at(day, self.stream.between(28_800, 61_200))
    }

    /// The deposit comes at once or in parts. Some pay everything, and some entries are mistaken.
    fn deposit(&mut self, method: PaymentMethod, at: Timestamp, acts: &mut Vec<(Timestamp, Act)>) {
        let sum = match self.stream.weighted(&[620, 260, 120]) {
            1 => Sum::Whole,
            2 => {
                acts.push((
                    at.plus(-self.stream.between(300, 3_000) * SECONDS),
                    Act::Pay(Sum::HalfDeposit, method, None),
                ));
                Sum::Deposit
            }
            _ => Sum::Deposit,
        };
        acts.push((at, Act::Pay(sum, method, None)));
        if self.stream.happens(MISTAKEN) {
            let noticed = at.plus(self.stream.between(600, 2_400) * SECONDS);
            acts.push((noticed, Act::Reverse));
            acts.push((noticed.plus(150 * SECONDS), Act::Pay(sum, method, None)));
        }
        if self.stream.happens(TOO_MUCH) {
            if self.stream.happens(OF_ONE_TRANSFER * 10) {
                acts.retain(|(instant, _)| *instant != at);
                acts.push((at, Act::PayOfMore(sum, method, None)));
                acts.push((at.plus(240 * SECONDS), Act::PayRest));
            } else {
                acts.push((at.plus(self.stream.between(20, 30) * HOURS), Act::PayTooMuch(method)));
            }
        }
    }

    /// The rest is paid and the goods are handed over on one of the pick-up days. Sometimes damage shows afterwards.
    fn delivery(&mut self, confirmed: Timestamp, is_trader: bool, acts: &mut Vec<(Timestamp, Act)>) {
        let earliest = (confirmed.day() + Duration::days(1)).max(self.pick_up.0);
        let length = (self.pick_up.1 - earliest).num_days().max(0);
        let day = earliest + Duration::days(self.stream.between(0, length).min(self.stream.between(0, length)));
        let collected = at(day, self.stream.between(32_400, 61_200));
        if self.stream.happens(CHANGED) {
            let more = self.stream.happens(400);
            acts.push((confirmed.plus(self.stream.between(1, 12) * HOURS), Act::Change { more }));
        }
        acts.push((collected, Act::Pay(Sum::Whole, self.method(is_trader), None)));
        let from_lots = self.stream.happens(FROM_LOTS);
        let deliver = |portion| Act::Deliver { portion, from_lots };
        let mut delivered = collected.plus(180 * SECONDS);
        match self.stream.weighted(&[1_000 - SPLIT - SPOILT - MISTAKEN_DELIVERY, SPLIT, SPOILT, MISTAKEN_DELIVERY]) {
            1 => {
                acts.push((delivered, deliver(Portion::Part(self.stream.between(3, 7) * 100))));
                delivered = collected.plus(self.stream.between(20, 70) * HOURS);
                acts.push((delivered, deliver(Portion::All)));
            }
            2 => acts.push((delivered, deliver(Portion::AllBut(self.stream.between(20, 80))))),
            3 => {
                acts.push((delivered, deliver(Portion::All)));
                acts.push((delivered.plus(self.stream.between(600, 3_000) * SECONDS), Act::TakeBackDelivery));
                delivered = delivered.plus(HOURS);
                acts.push((delivered, deliver(Portion::All)));
            }
            _ => acts.push((delivered, deliver(Portion::Weighing(self.stream.between(-15, 15))))),
        }
        self.afterwards(delivered, acts);
    }

    /// What comes of a delivery: damage that is compensated, or goods that come back.
    fn afterwards(&mut self, delivered: Timestamp, acts: &mut Vec<(Timestamp, Act)>) {
        let reported = delivered.plus(self.stream.between(20, 70) * HOURS);
        let noticed = reported.plus(self.stream.between(1, 3) * HOURS);
        let is_mistaken = self.stream.happens(MISTAKEN_OF_HUNDRED * 10);
        if self.stream.happens(COMPENSATED) {
            acts.push((reported, Act::Compensate(self.stream.between(1, 6) * 50)));
            if is_mistaken {
                acts.push((noticed, Act::ReverseCompensation));
            }
        } else if self.stream.happens(RETURNED) {
            let (permille, to_stock) = (self.stream.between(1, 5) * 100, self.stream.happens(500));
            acts.push((reported, Act::Return { permille, to_stock }));
            if is_mistaken {
                acts.push((noticed, Act::ReverseReturn));
            }
        }
    }
}

/// A tenth of an amount in whole yuan, at least one yuan.
pub(super) fn tenth(amount: Money) -> Money {
    Money((amount.0 / 1_000).max(1) * 100)
}
