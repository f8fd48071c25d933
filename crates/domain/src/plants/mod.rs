//! Processing plants: plants and projects, products, intakes, batches.

pub mod intakes;
pub mod processing_plants;
pub mod production_batches;
pub mod products;
