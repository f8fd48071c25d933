//! What the plants take in: materials bought for one batch or several, and fruit from lots that growers picked for
//! them.

use std::collections::BTreeMap;

use chrono::{Datelike, Duration};

use super::{
    super::{
        certificates,
        growers::Grower,
        plan::{Plan, Stream, at},
        plots::{Land, Plot},
        reference::PICKLE_PLANT,
        sales::Sellers,
    },
    recipes::{From, Material, PEARS_IN_PICKLES},
    schedule::{Draft, part},
};
use store::entity::{harvest::harvest_lot, plants::intake, registers::plot};
use types::{CodeKind, Day, Kilograms, PrintedCode, RegionCode, Timestamp};

/// The material of which an intake is entered twice by mistake: each year the first one from this month on.
const ENTERED_TWICE: (&str, u32) = ("时令蔬菜", 3);
/// When it is entered again, and when the mistake is noticed, in microseconds after the first entry.
const AGAIN: i64 = 150_000_000;
const NOTICED: i64 = 1_200_000_000;

/// Intakes and lots as planned, independent of today.
pub(super) struct Store<'a> {
    plan: &'a Plan,
    land: &'a Land,
    growers: &'a [Grower],
    sellers: BTreeMap<i32, Sellers>,
    regions: &'a BTreeMap<&'a str, RegionCode>,
    /// The intakes, in the order in which they are bought.
    pub intakes: Vec<Intake>,
    /// The lots that some of them come from.
    pub lots: Vec<harvest_lot::Model>,
}

/// An intake.
pub(super) struct Intake {
    /// Its row. `available_g` is what no recorded batch has used.
    pub row: intake::Model,
    /// What no planned batch will use, in grams.
    unplanned: i64,
    /// The last day on which it can be used.
    last_day: Day,
}

impl<'a> Store<'a> {
    /// An empty store.
    pub(super) fn new(
        plan: &'a Plan,
        land: &'a Land,
        growers: &'a [Grower],
        regions: &'a BTreeMap<&'a str, RegionCode>,
    ) -> Self {
        Self { plan, land, growers, sellers: BTreeMap::new(), regions, intakes: Vec::new(), lots: Vec::new() }
    }

    /// Provides what a batch needs. Returns the intakes that go in, with the quantity of each. Batches come in the
    /// order in which they are begun.
    pub(super) fn provide(&mut self, draft: &Draft) -> Vec<(usize, i64)> {
        let stream = &mut self.plan.stream(&format!("intakes for {}", draft.recipe.product), draft.number);
        let mut parts: Vec<(&Material, i64)> = Vec::new();
        for (material, permille) in draft.recipe.parts.iter().skip(1) {
            parts.push((material, part(draft.input, *permille)));
        }
        let (pears, permille, months) = &PEARS_IN_PICKLES;
        if draft.recipe.product == "bath-pickles" && months.contains(&draft.began_on.month()) {
            parts.push((pears, part(draft.input, *permille)));
        }
        let others: i64 = parts.iter().map(|(_, quantity)| quantity).sum();
        let of_products: i64 = draft.of_products.iter().map(|(_, quantity)| quantity).sum();
        parts.insert(0, (&draft.recipe.parts[0].0, draft.input - others - of_products));
        parts.into_iter().flat_map(|(material, quantity)| self.take(stream, draft, material, quantity)).collect()
    }

    /// Takes a material from stock, and buys what is missing.
    fn take(
        &mut self,
        stream: &mut Stream,
        draft: &Draft,
        material: &Material,
        mut quantity: i64,
    ) -> Vec<(usize, i64)> {
        let name = material.in_month(draft.began_on.month());
        let mut taken = Vec::new();
        for (index, intake) in self.intakes.iter_mut().enumerate() {
            let is_usable = intake.row.plant_code == draft.recipe.plant
                && intake.row.material == name
                && intake.last_day >= draft.began_on;
            let drawn = if is_usable { quantity.min(intake.unplanned) } else { 0 };
            if drawn > 0 {
                intake.unplanned -= drawn;
                quantity -= drawn;
                taken.push((index, drawn));
            }
        }
        let halves = match material.most_at_once() {
            Some(most) if quantity > most => vec![quantity / 200 * 100, quantity - quantity / 200 * 100],
            _ => vec![quantity],
        };
        for needed in halves.into_iter().filter(|needed| *needed > 0) {
            let rest = if stream.happens(300) { stream.between(2, 9) * 1_000 } else { 0 };
            let comes = (needed + rest).max(material.bulk * 1_000);
            self.buy(stream, draft, material, comes);
            let index = self.intakes.len() - 1;
            self.intakes[index].unplanned -= needed;
            taken.push((index, needed));
        }
        taken
    }

    fn buy(&mut self, stream: &mut Stream, draft: &Draft, material: &Material, quantity: i64) {
        let plan = self.plan;
        let received_on = draft.began_on;
        let instant = at(received_on, 9 * 3600 + stream.between(0, 3 * 3600 - 1));
        let name = material.in_month(received_on.month());
        let plot = match &material.from {
            From::Outside(_) => None,
            From::Growers(variety) => self.plot(stream, variety, received_on.year()),
        };
        let grower = plot.map(|plot| &self.growers[plot.grower].row);
        let lot = plot.map(|plot| self.picked(stream, &plot.row, received_on, quantity));
        let supplier = match &material.from {
            From::Outside(suppliers) => Some((*stream.pick(suppliers)).to_owned()),
            From::Growers(_) => None,
        };
        let row = intake::Model {
            id: stream.id(instant),
            plant_code: draft.recipe.plant.to_owned(),
            region_code: self.regions[draft.recipe.plant].clone(),
            material: name.to_owned(),
            lot_id: lot.as_ref().map(|lot| lot.id),
            grower_id: grower.map(|grower| grower.id),
            grower_kind: grower.map(|grower| grower.kind),
            supplier_name: supplier,
            certificate_code: None,
            bought_batch_id: None,
            paper_certificate_number: None,
            paper_certificate_issuer: None,
            quantity_g: Kilograms(quantity),
            available_g: Kilograms(quantity),
            received_on,
            audit_salt: hex::encode(stream.id(instant)),
            client_recorded_at: stream
                .happens(250)
                .then(|| plan.stamp(instant.plus(-60_000_000 * stream.between(2, 90)))),
            recorded_at: plan.stamp(instant),
            recorded_by: super::recorder(plan, draft.recipe.plant),
            voided_at: None,
            void_reason: None,
            voided_by: None,
        };
        self.lots.extend(lot);
        let is_twice = self.is_entered_twice(&row);
        let second = is_twice.then(|| self.entered_again(stream, &row, instant));
        self.intakes.push(Intake { row, unplanned: quantity, last_day: received_on + Duration::days(material.keeps) });
        if let Some(second) = second {
            // Inserted before it, so that the last intake is the one that counts.
            let last = self.intakes.len() - 1;
            self.intakes.insert(last, Intake { row: second, unplanned: 0, last_day: received_on });
        }
    }

    /// Whether this is the intake of its year that is entered twice.
    fn is_entered_twice(&self, row: &intake::Model) -> bool {
        let is_of_that = |row: &intake::Model| {
            row.plant_code == PICKLE_PLANT
                && row.material == ENTERED_TWICE.0
                && row.received_on.month() >= ENTERED_TWICE.1
        };
        let year = row.received_on.year();
        is_of_that(row)
            && year >= super::stock_from().year()
            && !self.intakes.iter().any(|other| is_of_that(&other.row) && other.row.received_on.year() == year)
    }

    fn entered_again(&self, stream: &mut Stream, row: &intake::Model, instant: Timestamp) -> intake::Model {
        let again = instant.plus(AGAIN);
        intake::Model {
            id: stream.id(again),
            available_g: Kilograms::ZERO,
            audit_salt: hex::encode(stream.id(again)),
            client_recorded_at: None,
            recorded_at: self.plan.stamp(again),
            voided_at: Some(self.plan.stamp(instant.plus(NOTICED))),
            void_reason: Some("重复录入".to_owned()),
            voided_by: Some(row.recorded_by),
            ..row.clone()
        }
    }

    /// A plot that fruit comes from: in most cases of a company or cooperative, otherwise of anybody.
    fn plot(&mut self, stream: &mut Stream, variety: &str, year: i32) -> Option<&'a Plot> {
        let (land, growers) = (self.land, self.growers);
        let sellers = self.sellers.entry(year).or_insert_with(|| Sellers::of(land, year));
        let must_pledge = |plot: &&usize| certificates::must_pledge(growers[land.plots[**plot].grower].row.kind);
        let pledging: Vec<usize> = sellers.large.get(variety)?.iter().filter(must_pledge).copied().collect();
        let plots = if stream.happens(600) && !pledging.is_empty() { &pledging } else { sellers.all.get(variety)? };
        Some(&land.plots[*stream.pick(plots)])
    }

    /// A lot picked for a plant on the day it was received or the day before. From some lots, a few crates are left
    /// over.
    fn picked(&self, stream: &mut Stream, plot: &plot::Model, received_on: Day, quantity: i64) -> harvest_lot::Model {
        let harvested_on = received_on - Duration::days(stream.between(0, 1));
        let instant = at(harvested_on, 7 * 3600 + stream.between(0, 3_600));
        let rest = if stream.happens(400) { stream.between(3, 30) * 1_000 } else { 0 };
        harvest_lot::Model {
            id: stream.id(instant),
            code: PrintedCode::generate(CodeKind::HarvestLot, stream.generator()),
            plot_id: plot.id,
            grower_id: plot.grower_id,
            region_code: plot.region_code.clone(),
            variety_code: plot.variety_code.clone(),
            harvested_on,
            season: self.plan.season_of_picking(&plot.variety_code, harvested_on),
            quantity_g: Kilograms(quantity + rest),
            available_g: Kilograms(quantity + rest),
            recorded_at: self.plan.stamp(instant),
            recorded_by: self.plan.clerk,
            voided_at: None,
            void_reason: None,
            voided_by: None,
        }
    }
}
