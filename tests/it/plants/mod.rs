//! Processing plants: intakes, batches, stock.

pub mod production_batches;
mod whole;
