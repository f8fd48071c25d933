//! What the plants take in and make from 2024 on, so that everything they sell from then on exists.
//!
//! Batches are planned from the sales of whole years (`schedule`), and their ingredients are bought for them
//! (`stock`). The events up to today are then simulated in the order of their instants (`life`). So sales take from
//! batches as they do when recorded one by one, and what has happened by a day is the same on every later day.

use std::collections::BTreeMap;

use super::{
    accounts, book::Book, growers::Grower, plan::Plan, plots::Land, reference::PICKLE_PLANT, sales::GoodsSold,
    writer::Writer,
};
use store::{
    entity::{
        harvest::harvest_lot,
        plants::{
            batch_by_product, batch_ingredient, batch_step, intake, processing_plant, product_step, production_batch,
        },
        sales::sale_batch,
    },
    error::Result,
};
use types::{Day, RegionCode};

mod life;
pub(super) mod recipes;
mod schedule;
mod stock;

use self::{life::Life, recipes::RECIPES, stock::Store};

/// The day from which the plants keep stock. The first batches are finished on it.
pub(super) fn stock_from() -> Day {
    super::plan::date(2024, 1, 1)
}

/// The account that records a plant's intakes and batches: its operator if it has a sign-in, otherwise the clerk, who
/// enters what the others report.
fn recorder(plan: &Plan, plant: &str) -> uuid::Uuid {
    if plant == PICKLE_PLANT { accounts::operator(plan) } else { plan.clerk }
}

/// Rows of intakes, batches, and what sales took from them.
#[derive(Debug, Default)]
pub(super) struct Records {
    steps: Vec<product_step::Model>,
    /// What was received.
    pub intakes: Vec<intake::Model>,
    /// What was made.
    pub batches: Vec<production_batch::Model>,
    /// The ingredients of the batches.
    pub ingredients: Vec<batch_ingredient::Model>,
    by_products: Vec<batch_by_product::Model>,
    batch_steps: Vec<batch_step::Model>,
    draws: Vec<sale_batch::Model>,
    /// Lots picked for plants.
    pub lots: Vec<harvest_lot::Model>,
}

/// Creates the records up to today.
pub(super) fn generate(
    plan: &Plan,
    plants: &[processing_plant::Model],
    growers: &[Grower],
    land: &Land,
    goods: &[GoodsSold],
    book: &mut Book,
) -> Records {
    let regions: BTreeMap<&str, RegionCode> =
        plants.iter().map(|plant| (plant.code.as_str(), plant.region_code.clone())).collect();
    let drafts = schedule::drafts(plan, goods);
    let mut store = Store::new(plan, land, growers, &regions);
    let provided = drafts.into_iter().map(|draft| (store.provide(&draft), draft)).collect();
    let mut records = Life::new(plan, &regions, store).live(provided, goods, book);
    records.steps = product_steps(plan);
    records
}

/// The steps of all products.
fn product_steps(plan: &Plan) -> Vec<product_step::Model> {
    let of = |recipe: &recipes::Recipe| {
        let mut stream = plan.stream(&format!("steps of {}", recipe.product), 0);
        let steps = (1..).zip(recipe.steps).map(|(position, (name, days))| product_step::Model {
            id: stream.id(plan.opening()),
            product_code: recipe.product.to_owned(),
            position,
            name: (*name).to_owned(),
            days: *days,
        });
        steps.collect::<Vec<_>>()
    };
    RECIPES.iter().flat_map(of).collect()
}

impl Records {
    /// The number of rows, without the lots, which are written with the others.
    pub(crate) fn count(&self) -> usize {
        let of_batches = self.batches.len() + self.ingredients.len() + self.by_products.len() + self.batch_steps.len();
        self.steps.len() + self.intakes.len() + of_batches + self.draws.len()
    }

    /// Writes everything but the lots, referenced rows first. The lots, products, accounts and sales must exist.
    pub(crate) async fn write<P: Fn(u64, u64) + Send>(self, writer: &mut Writer<P>) -> Result<()> {
        writer.rows::<product_step::Entity>(self.steps).await?;
        writer.rows::<intake::Entity>(self.intakes).await?;
        writer.rows::<production_batch::Entity>(self.batches).await?;
        writer.rows::<batch_ingredient::Entity>(self.ingredients).await?;
        writer.rows::<batch_by_product::Entity>(self.by_products).await?;
        writer.rows::<batch_step::Entity>(self.batch_steps).await?;
        writer.rows::<sale_batch::Entity>(self.draws).await
    }
}
