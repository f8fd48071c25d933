//! Processing plants: plants and projects, products, intakes, batches.

pub(super) mod intakes;
pub(super) mod processing_plants;
pub(super) mod production_batches;
pub(super) mod products;
