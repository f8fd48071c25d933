//! Lots that pre-orders are delivered from. They are picked for that purpose every six days.

use std::collections::BTreeMap;

use chrono::Duration;
use uuid::Uuid;

use super::super::{
    plan::{Plan, at},
    plots::Land,
    sales::Sellers,
};
use store::entity::{harvest::harvest_lot, presales::presale_offer};
use types::{CodeKind, Day, Kilograms, PrintedCode};

/// For how many days a lot is handed over.
const LOT_DAYS: i64 = 6;
/// The largest quantity taken from one lot at once. Larger quantities come from two lots.
const LARGEST_DRAW: Kilograms = Kilograms(300_000);
/// What remains of a lot, in grams.
const REST: i64 = 20_000;

/// The lots of an offer, by picking period and which of two.
pub(super) struct Lots<'a> {
    plan: &'a Plan,
    land: &'a Land,
    /// The indexes of the plots that they may come from.
    plots: &'a [usize],
    lots: BTreeMap<(i64, usize), Lot>,
}

struct Lot {
    row: harvest_lot::Model,
    drawn: Kilograms,
    /// The most that was drawn at any time.
    most: Kilograms,
}

impl<'a> Lots<'a> {
    /// No lots yet, for an offer of a variety.
    pub(super) fn new(plan: &'a Plan, land: &'a Land, sellers: &'a Sellers, variety: &str) -> Self {
        Self { plan, land, plots: sellers.large.get(variety).map_or(&[], Vec::as_slice), lots: BTreeMap::new() }
    }

    /// Takes what is handed over on a day from the lots of its period. Returns the lots, with the quantity from each.
    pub(super) fn draw(
        &mut self,
        offer: &presale_offer::Model,
        day: Day,
        quantity: Kilograms,
    ) -> Vec<(harvest_lot::Model, Kilograms)> {
        if self.plots.is_empty() {
            return Vec::new();
        }
        let half = Kilograms(quantity.0 / 2);
        let parts = if quantity > LARGEST_DRAW { vec![half, quantity - half] } else { vec![quantity] };
        let first = offer.pick_up_from.unwrap_or(day);
        let number = (day - first).num_days() / LOT_DAYS;
        let picked_on = first + Duration::days(number * LOT_DAYS - 1);
        let (plan, land, plots) = (self.plan, self.land, self.plots);
        let mut draw = |(which, part): (usize, Kilograms)| {
            let lot = self.lots.entry((number, which)).or_insert_with(|| {
                let row = picked(plan, land, plots, offer, (number, which), picked_on);
                Lot { row, drawn: Kilograms::ZERO, most: Kilograms::ZERO }
            });
            lot.drawn = lot.drawn + part;
            lot.most = lot.most.max(lot.drawn);
            (lot.row.clone(), part)
        };
        parts.into_iter().enumerate().map(&mut draw).collect()
    }

    /// Gives back what was taken from a lot.
    pub(super) fn give_back(&mut self, id: Uuid, quantity: Kilograms) {
        if let Some(lot) = self.lots.values_mut().find(|lot| lot.row.id == id) {
            lot.drawn = lot.drawn - quantity;
        }
    }

    /// Takes from a lot again what was given back.
    pub(super) fn draw_again(&mut self, id: Uuid, quantity: Kilograms) {
        if let Some(lot) = self.lots.values_mut().find(|lot| lot.row.id == id) {
            lot.drawn = lot.drawn + quantity;
            lot.most = lot.most.max(lot.drawn);
        }
    }

    /// The rows of lots picked by yesterday. The quantity picked is the most that is ever taken from the lot plus a
    /// rest. `by_today` says how much has been taken so far.
    pub(super) fn finished(self, by_today: &Self) -> Vec<harvest_lot::Model> {
        let today = self.plan.today;
        let picked = self.lots.into_iter().filter(|(_, lot)| lot.row.harvested_on < today);
        let rows = picked.map(|(key, Lot { row, most, .. })| {
            let quantity = most + Kilograms(REST);
            let drawn = by_today.lots.get(&key).map_or(Kilograms::ZERO, |lot| lot.drawn);
            harvest_lot::Model { quantity_g: quantity, available_g: quantity - drawn, ..row }
        });
        rows.collect()
    }
}

/// A lot from which nothing has been taken yet.
fn picked(
    plan: &Plan,
    land: &Land,
    plots: &[usize],
    offer: &presale_offer::Model,
    (number, which): (i64, usize),
    day: Day,
) -> harvest_lot::Model {
    let stream = &mut plan.stream(&format!("lots of {} {number}", offer.id), which);
    let land = &land.plots[*stream.pick(plots)].row;
    // Entered before anything is handed over on the first day.
    let instant = at(day, 19 * 3600 + stream.between(0, 3_000));
    harvest_lot::Model {
        id: stream.id(instant),
        code: PrintedCode::generate(CodeKind::HarvestLot, stream.generator()),
        plot_id: land.id,
        grower_id: land.grower_id,
        region_code: land.region_code.clone(),
        variety_code: land.variety_code.clone(),
        harvested_on: day,
        season: offer.season,
        quantity_g: Kilograms::ZERO,
        available_g: Kilograms::ZERO,
        recorded_at: plan.stamp(instant),
        recorded_by: plan.clerk,
        voided_at: None,
        void_reason: None,
        voided_by: None,
    }
}
