//! Offers and pre-orders of every season, covering every state and every transition.
//!
//! The intentions of buyers are drawn for a whole season (`orders`). Then each offer is simulated twice (`life`):
//! once to its end, for the yearly revenue and the quantities of the lots, and once up to the beginning of today, for
//! the records. So what has happened by a day is the same on every later day.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;
use sea_orm::IntoActiveModel;
use uuid::Uuid;

use super::{book::Book, plan::Plan, plots::Land, sales::Sellers, writer::Writer};
use store::{
    bulk::Rows,
    entity::{
        harvest::harvest_lot,
        presales::{
            harvest_estimate, preorder, preorder_delivery, preorder_delivery_lot, preorder_event, preorder_payment,
            preorder_refund, preorder_return, preorder_return_lot, preorder_transfer, presale_offer, shortfall_run,
            shortfall_share,
        },
    },
    error::Result,
};
use types::{Day, Kilograms, Money, PrintedCode, Timestamp};

mod acts;
mod estimates;
mod goods;
mod life;
mod lots;
mod money;
mod offers;
mod orders;

use self::{life::Life, lots::Lots};

/// Rows of pre-selling.
#[derive(Debug, Default)]
pub(super) struct Records {
    offers: Vec<presale_offer::Model>,
    preorders: Vec<preorder::Model>,
    events: Vec<preorder_event::Model>,
    transfers: Vec<preorder_transfer::Model>,
    payments: Vec<preorder_payment::Model>,
    refunds: Vec<preorder_refund::Model>,
    deliveries: Vec<preorder_delivery::Model>,
    draws: Vec<preorder_delivery_lot::Model>,
    returns: Vec<preorder_return::Model>,
    parts: Vec<preorder_return_lot::Model>,
    runs: Vec<shortfall_run::Model>,
    shares: Vec<shortfall_share::Model>,
    estimates: Vec<harvest_estimate::Model>,
    /// Lots picked for pre-orders.
    pub lots: Vec<harvest_lot::Model>,
    /// The pre-sale revenue of whole years up to the next one, independent of today.
    pub revenue: BTreeMap<i32, Money>,
}

/// Creates the records of all seasons up to the beginning of today.
pub(super) fn generate(plan: &Plan, land: &Land, book: &mut Book) -> Records {
    let mut records = Records { estimates: estimates::generate(plan), ..Records::default() };
    let mut codes = BTreeSet::new();
    for season in plan.years_ahead() {
        let sellers = Sellers::of(land, season);
        for kind in &offers::KINDS {
            let (recorded, offer) = kind.offer(plan, season);
            let intents = orders::intents(plan, kind, season, &offer, &mut codes);
            let life = || {
                let lots = Lots::new(plan, land, &sellers, kind.variety);
                Life::new(plan, offer.clone(), &intents, kind.shortfall(season), lots)
            };
            let (whole, by_today) = (life().until(Timestamp(i64::MAX)), life().until(plan.midnight()));
            for entry in whole.entries.iter().flat_map(|(_, entries)| entries) {
                let revenue = records.revenue.entry(entry.facets.day.year()).or_default();
                *revenue = *revenue + entry.amounts.amount;
            }
            if recorded < plan.midnight() {
                records.add(plan, by_today, whole.lots, book);
            }
        }
    }
    records
}

/// The records by today of one of very many offers, by its number, with a given number of buyers. Deliveries come
/// from no lots. `codes` are those in use.
pub(super) fn another(
    plan: &Plan,
    season: i32,
    number: usize,
    crowd: usize,
    codes: &mut BTreeSet<PrintedCode>,
    book: &mut Book,
) -> Records {
    let (land, sellers) = (Land::default(), Sellers::default());
    let kind = offers::KINDS[number % offers::KINDS.len()].another(number, crowd);
    let (recorded, offer) = kind.offer(plan, season);
    let mut records = Records::default();
    if recorded < plan.midnight() {
        let intents = orders::intents(plan, &kind, season, &offer, codes);
        let lots = || Lots::new(plan, &land, &sellers, kind.variety);
        let life = Life::new(plan, offer, &intents, None, lots()).until(plan.midnight());
        records.add(plan, life, lots(), book);
    }
    records
}

/// The number of offers in a season.
pub(super) const OFFERS: usize = offers::KINDS.len();

impl Records {
    /// The rows of an offer that is one of very many, referenced rows first.
    pub(crate) fn into_rows(self) -> [Rows; 8] {
        [
            Rows::of(self.offers.into_iter().map(IntoActiveModel::into_active_model)),
            Rows::of(self.preorders.into_iter().map(IntoActiveModel::into_active_model)),
            Rows::of(self.events.into_iter().map(IntoActiveModel::into_active_model)),
            Rows::of(self.transfers.into_iter().map(IntoActiveModel::into_active_model)),
            Rows::of(self.payments.into_iter().map(IntoActiveModel::into_active_model)),
            Rows::of(self.refunds.into_iter().map(IntoActiveModel::into_active_model)),
            Rows::of(self.deliveries.into_iter().map(IntoActiveModel::into_active_model)),
            Rows::of(self.returns.into_iter().map(IntoActiveModel::into_active_model)),
        ]
    }

    fn add(&mut self, plan: &Plan, life: Life, lots: Lots, book: &mut Book) {
        let Life { offer, preorders, events, transfers, payments, refunds, .. } = life;
        let Life { deliveries, draws, returns, parts, runs, entries, lots: by_today, .. } = life;
        self.offers.push(offer);
        self.preorders.extend(preorders.into_values());
        self.events.extend(events);
        self.transfers.extend(transfers);
        self.payments.extend(payments);
        self.refunds.extend(refunds);
        self.deliveries.extend(deliveries);
        self.draws.extend(draws);
        self.returns.extend(returns);
        self.parts.extend(parts);
        for (run, shares) in runs {
            self.runs.push(run);
            self.shares.extend(shares);
        }
        self.lots.extend(lots.finished(&by_today));
        for (instant, entries) in entries {
            book.enter(plan, instant, entries);
        }
    }

    /// What was delivered from each lot before a day.
    pub(crate) fn delivered_before(&self, day: Day) -> BTreeMap<Uuid, Kilograms> {
        let is_before = |row: &&preorder_delivery::Model| row.delivered_on < day && row.reversed_at.is_none();
        let delivered: BTreeSet<Uuid> = self.deliveries.iter().filter(is_before).map(|row| row.id).collect();
        let mut drawn = BTreeMap::new();
        for draw in self.draws.iter().filter(|draw| delivered.contains(&draw.delivery_id)) {
            let sum = drawn.entry(draw.lot_id).or_default();
            *sum = *sum + draw.quantity_g;
        }
        drawn
    }

    /// The number of rows, without the lots, which are written with the others.
    pub(crate) fn count(&self) -> usize {
        let of_preorders = self.preorders.len() + self.events.len();
        let of_goods = self.deliveries.len() + self.draws.len() + self.returns.len() + self.parts.len();
        let of_money = self.transfers.len() + self.payments.len() + self.refunds.len();
        let of_shortfalls = self.runs.len() + self.shares.len() + self.estimates.len();
        self.offers.len() + of_preorders + of_goods + of_money + of_shortfalls
    }

    /// Writes everything but the lots, which must exist, referenced rows first.
    pub(crate) async fn write<P: Fn(u64, u64) + Send>(self, writer: &mut Writer<P>) -> Result<()> {
        writer.rows::<presale_offer::Entity>(self.offers).await?;
        writer.rows::<preorder::Entity>(self.preorders).await?;
        writer.rows::<preorder_event::Entity>(self.events).await?;
        writer.rows::<preorder_transfer::Entity>(self.transfers).await?;
        writer.rows::<preorder_payment::Entity>(self.payments).await?;
        writer.rows::<preorder_refund::Entity>(self.refunds).await?;
        writer.rows::<preorder_delivery::Entity>(self.deliveries).await?;
        writer.rows::<preorder_delivery_lot::Entity>(self.draws).await?;
        writer.rows::<preorder_return::Entity>(self.returns).await?;
        writer.rows::<preorder_return_lot::Entity>(self.parts).await?;
        writer.rows::<shortfall_run::Entity>(self.runs).await?;
        writer.rows::<shortfall_share::Entity>(self.shares).await?;
        writer.rows::<harvest_estimate::Entity>(self.estimates).await
    }
}
