//! Rows of processing plants: plants and projects, products, intakes, batches.

pub mod batch_by_product;
pub mod batch_ingredient;
pub mod batch_step;
pub mod intake;
pub mod processing_plant;
pub mod processing_project;
pub mod product;
pub mod product_step;
pub mod production_batch;
