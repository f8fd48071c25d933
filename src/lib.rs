//! Lihua (梨花, pear blossom): the books of an orchard town.
//!
//! docs/ARCHITECTURE.md says how the floors lie on one another: this program → domain → store → types.

pub mod config;
mod exports;
pub mod graphql;
pub mod http;
pub mod jobs;
pub mod log;
mod pages;
pub mod rate;
