//! The integration tests: the real router, in process, on both databases.
//!
//! A noun is tested in the folder of its room, under the name that it has on the other floors: `registers`, `tourism`,
//! `harvest`, `plants`, `stock_adjustments`, `access`, `sales`, `presales`, `certificates`, `trace`, `figures`, `verify`.
//! What belongs to no room there belongs to none here: `node`, `front_page`, `warnings`, `demo`, `migrations`,
//! `architecture` for the source text, and `examples` for those in the documents.
//! `service` has what holds for every noun: transport, execution, limits, the database, the program. `app` is the
//! harness.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on says so by a panic"
)]
#![allow(clippy::disallowed_methods, reason = "tests name records that are not there, and wait")]
#![allow(unreachable_pub, reason = "nothing of a test binary can be reached from outside")]

/// Ends a test that cannot run here, and says why.
macro_rules! skip {
    ($($why:tt)+) => {{
        crate::app::skipped(module_path!(), &format!($($why)+));
        return
    }};
}

/// Tells that a part of a test is left out here, and why. The rest of the test goes on.
macro_rules! leave_out {
    ($($why:tt)+) => { crate::app::skipped(module_path!(), &format!("a part: {}", format_args!($($why)+))) };
}

mod access;
mod app;
mod architecture;
mod certificates;
mod demo;
mod examples;
mod figures;
mod front_page;
mod harvest;
mod migrations;
mod node;
mod plants;
mod presales;
mod registers;
mod sales;
mod service;
mod stock_adjustments;
mod tourism;
mod trace;
mod verify;
mod warnings;
