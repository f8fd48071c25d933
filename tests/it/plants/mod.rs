//! Processing plants: intakes, batches, stock.

mod production_batches;
