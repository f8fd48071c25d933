//! What happens at the plants by today, in sequence: batches use what was bought, sales take from batches, mistakes
//! are undone.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;
use uuid::Uuid;

use super::{
    super::{
        book::Book,
        plan::{Plan, Stream, at},
        reference::PICKLE_PLANT,
        sales::GoodsSold,
    },
    Records,
    schedule::Draft,
    stock::{Intake, Store},
};
use domain::plants::production_batches;
use store::entity::{
    harvest::harvest_lot,
    plants::{batch_by_product, batch_ingredient, batch_step, production_batch},
    sales::sale_batch,
};
use types::{CodeKind, Kilograms, PrintedCode, RegionCode, Timestamp};

/// An intake or another batch, and how many grams of it.
type Ingredient = (Option<Uuid>, Option<Uuid>, i64);

/// When batches are recorded, in seconds of the day. Batches that may go into others on the same day come first, and
/// all come before sales.
const FIRST_RECORDING: i64 = 15 * 3600;
const LATER_RECORDING: i64 = 16 * 3600;
/// The product of which a batch is recorded wrongly each year: the first one finished in this month or later.
const RECORDED_WRONGLY: (&str, u32) = ("bath-pickles", 5);
/// When that is undone, and when the batch is recorded again, in microseconds after its first recording.
const UNDONE: i64 = 1_500_000_000;
const AGAIN: i64 = 1_620_000_000;

/// An event.
enum Event<'a> {
    /// A batch of these ingredients is recorded.
    Made(Draft, Vec<(usize, i64)>),
    /// A sale is entered.
    Sold(&'a GoodsSold),
    /// A sale is voided.
    TakenBack(&'a GoodsSold),
}

/// The state during the simulation.
pub(super) struct Life<'a> {
    plan: &'a Plan,
    regions: &'a BTreeMap<&'a str, RegionCode>,
    intakes: Vec<Intake>,
    lots: Vec<harvest_lot::Model>,
    records: Records,
    /// The valid batches of each product, oldest first.
    shelves: BTreeMap<&'static str, Vec<usize>>,
    /// The years in which a batch was recorded wrongly.
    wrong_in: BTreeSet<i32>,
    /// What was taken by sales that will be voided.
    to_give_back: BTreeMap<Uuid, Vec<(usize, i64)>>,
}

impl<'a> Life<'a> {
    /// Nothing is made yet.
    pub(super) fn new(plan: &'a Plan, regions: &'a BTreeMap<&'a str, RegionCode>, store: Store<'_>) -> Self {
        let Store { intakes, lots, .. } = store;
        let (shelves, wrong_in, to_give_back) = (BTreeMap::new(), BTreeSet::new(), BTreeMap::new());
        Self { plan, regions, intakes, lots, records: Records::default(), shelves, wrong_in, to_give_back }
    }

    /// Runs all events up to today.
    pub(super) fn live(
        mut self,
        provided: Vec<(Vec<(usize, i64)>, Draft)>,
        goods: &'a [GoodsSold],
        book: &mut Book,
    ) -> Records {
        let mut events = Vec::new();
        for (parts, draft) in provided {
            if draft.produced_on <= self.plan.today {
                events.push((self.recording(&draft), Event::Made(draft, parts)));
            }
        }
        let is_drawn = |sold: &&GoodsSold| (super::stock_from()..=self.plan.today).contains(&sold.sold_on);
        for sold in goods.iter().filter(is_drawn) {
            events.push((sold.instant, Event::Sold(sold)));
            events.extend(sold.taken_back.map(|instant| (instant, Event::TakenBack(sold))));
        }
        events.sort_by_key(|(instant, _)| *instant);
        for (instant, event) in events {
            match event {
                Event::Made(draft, parts) => self.make(&draft, &parts, instant, book),
                Event::Sold(sold) => self.sell(sold),
                Event::TakenBack(sold) => self.take_back(sold),
            }
        }
        self.finished()
    }

    /// When a batch is recorded.
    fn recording(&self, draft: &Draft) -> Timestamp {
        let stream = &mut self.plan.stream(&format!("recording of {}", draft.recipe.product), draft.number);
        let first = if draft.of_products.is_empty() { FIRST_RECORDING } else { LATER_RECORDING };
        at(draft.produced_on, first + stream.between(0, 1_799))
    }

    /// Takes from the oldest batches of a product. Returns the batches, with the quantity from each.
    fn draw(&mut self, product: &str, mut quantity: i64) -> Vec<(usize, i64)> {
        let mut drawn = Vec::new();
        for batch in self.shelves.get(product).into_iter().flatten() {
            let left = &mut self.records.batches[*batch].available_g;
            let part = quantity.min(left.0);
            if part > 0 {
                *left = *left - Kilograms(part);
                quantity -= part;
                drawn.push((*batch, part));
            }
        }
        drawn
    }

    fn make(&mut self, draft: &Draft, parts: &[(usize, i64)], instant: Timestamp, book: &mut Book) {
        let mut ingredients = Vec::new();
        for (intake, quantity) in parts {
            let row = &mut self.intakes[*intake].row;
            row.available_g = row.available_g - Kilograms(*quantity);
            ingredients.push((Some(row.id), None, *quantity));
        }
        for (product, quantity) in &draft.of_products {
            for (batch, part) in self.draw(product, *quantity) {
                ingredients.push((None, Some(self.records.batches[batch].id), part));
            }
        }
        let stream = &mut self.plan.stream(&format!("rows of {}", draft.recipe.product), draft.number);
        let mut batch = self.batch(stream, draft, instant);
        let (product, month) = RECORDED_WRONGLY;
        let may_be_wrong = draft.recipe.product == product && draft.produced_on.month() >= month;
        if may_be_wrong && self.wrong_in.insert(draft.produced_on.year()) {
            let wrong = self.undone(batch, instant);
            let entry = production_batches::entry(&wrong);
            book.enter(self.plan, instant, vec![entry.clone()]);
            book.enter(self.plan, instant.plus(UNDONE), vec![entry.taken_back()]);
            batch = production_batch::Model {
                replaces_id: Some(wrong.id),
                ..self.batch(stream, draft, instant.plus(AGAIN))
            };
            self.record(stream, draft, wrong, &ingredients);
            book.enter(self.plan, instant.plus(AGAIN), vec![production_batches::entry(&batch)]);
        } else {
            book.enter(self.plan, instant, vec![production_batches::entry(&batch)]);
        }
        self.shelves.entry(draft.recipe.product).or_default().push(self.records.batches.len());
        self.record(stream, draft, batch, &ingredients);
    }

    fn batch(&self, stream: &mut Stream, draft: &Draft, instant: Timestamp) -> production_batch::Model {
        let recipe = draft.recipe;
        let is_sent_late = recipe.plant == PICKLE_PLANT && stream.happens(250);
        production_batch::Model {
            id: stream.id(instant),
            code: PrintedCode::generate(CodeKind::ProductionBatch, stream.generator()),
            plant_code: recipe.plant.to_owned(),
            region_code: self.regions[recipe.plant].clone(),
            product_code: recipe.product.to_owned(),
            produced_on: draft.produced_on,
            began_on: draft.began_on,
            output_g: Kilograms(draft.output),
            input_g: Kilograms(draft.input),
            loss_g: Kilograms(draft.input - draft.output - draft.by_product),
            available_g: Kilograms(draft.output),
            replaces_id: None,
            client_recorded_at: is_sent_late
                .then(|| self.plan.stamp(instant.plus(-60_000_000 * stream.between(2, 90)))),
            recorded_at: self.plan.stamp(instant),
            recorded_by: super::recorder(self.plan, recipe.plant),
            voided_at: None,
            void_reason: None,
            voided_by: None,
        }
    }

    /// A batch as it was entered with a digit missing, and voided.
    fn undone(&self, batch: production_batch::Model, instant: Timestamp) -> production_batch::Model {
        production_batch::Model {
            output_g: Kilograms(batch.output_g.0 / 10_000 * 1_000),
            available_g: Kilograms::ZERO,
            voided_at: Some(self.plan.stamp(instant.plus(UNDONE))),
            void_reason: Some("产量少录一位，作废重录".to_owned()),
            voided_by: Some(batch.recorded_by),
            ..batch
        }
    }

    /// Keeps the rows of a batch: its ingredients from intakes and other batches, its by-products and its steps.
    fn record(
        &mut self,
        stream: &mut Stream,
        draft: &Draft,
        batch: production_batch::Model,
        ingredients: &[Ingredient],
    ) {
        let instant = batch.recorded_at;
        for (position, (intake_id, source_batch_id, quantity)) in (1..).zip(ingredients) {
            self.records.ingredients.push(batch_ingredient::Model {
                id: stream.id(instant),
                batch_id: batch.id,
                position,
                intake_id: *intake_id,
                source_batch_id: *source_batch_id,
                from_batch_id: *source_batch_id,
                quantity_g: Kilograms(*quantity),
            });
        }
        if let Some((name, _)) = draft.recipe.by_product.filter(|_| draft.by_product > 0) {
            self.records.by_products.push(batch_by_product::Model {
                id: stream.id(instant),
                batch_id: batch.id,
                position: 1,
                name: name.to_owned(),
                quantity_g: Kilograms(draft.by_product),
            });
        }
        for (position, (name, days)) in (1..).zip(draft.recipe.steps) {
            let (id, name) = (stream.id(instant), (*name).to_owned());
            self.records.batch_steps.push(batch_step::Model { id, batch_id: batch.id, position, name, days: *days });
        }
        self.records.batches.push(batch);
    }

    fn sell(&mut self, sold: &GoodsSold) {
        let stream = &mut Stream::of_record(sold.sale_id, sold.instant);
        let drawn = self.draw(sold.product, sold.quantity.0);
        for (batch, quantity) in &drawn {
            self.records.draws.push(sale_batch::Model {
                id: stream.id(sold.instant),
                sale_id: sold.sale_id,
                batch_id: self.records.batches[*batch].id,
                quantity_g: Kilograms(*quantity),
            });
        }
        if sold.taken_back.is_some() {
            self.to_give_back.insert(sold.sale_id, drawn);
        }
    }

    /// Returns what a sale took. That it took it stays on record.
    fn take_back(&mut self, sold: &GoodsSold) {
        for (batch, quantity) in self.to_give_back.remove(&sold.sale_id).unwrap_or_default() {
            let left = &mut self.records.batches[batch].available_g;
            *left = *left + Kilograms(quantity);
        }
    }

    /// The rows of what was received and picked by today.
    fn finished(self) -> Records {
        let today = self.plan.today;
        let Self { intakes, lots, mut records, .. } = self;
        records.intakes = intakes.into_iter().map(|intake| intake.row).filter(|row| row.received_on <= today).collect();
        let mut drawn: BTreeMap<Uuid, Kilograms> = BTreeMap::new();
        for row in records.intakes.iter().filter(|row| row.voided_at.is_none()) {
            if let Some(lot) = row.lot_id {
                let sum = drawn.entry(lot).or_default();
                *sum = *sum + row.quantity_g;
            }
        }
        let picked = lots.into_iter().filter(|lot| lot.harvested_on <= today);
        let left = |lot: harvest_lot::Model| {
            let available_g = lot.quantity_g - drawn.get(&lot.id).copied().unwrap_or_default();
            harvest_lot::Model { available_g, ..lot }
        };
        records.lots = picked.map(left).collect();
        records
    }
}
