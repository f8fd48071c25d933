//! Processing plants: intakes, batches, stock.

mod production_batches;
mod whole;
