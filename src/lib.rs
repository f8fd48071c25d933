//! Lihua (梨花, pear blossom): the books of an orchard town.
//!
//! docs/ARCHITECTURE.md says how the layers lie on one another: http → api → domain → entity → types, with db, error and clock
//! serving them, and rate serving api and http.

pub mod api;
pub mod clock;
pub mod config;
pub mod db;
pub mod domain;
pub mod entity;
pub mod error;
pub mod http;
pub mod log;
pub mod rate;
pub mod types;

/// Answers are built of many small pieces, which this allocator hands out faster than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
