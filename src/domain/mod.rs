//! The rules: one file a noun, plain async functions that know neither GraphQL nor HTTP.
//!
//! What writes takes a transaction and the actor; what only reads takes any connection. Checks come in one order: the regions and
//! records that are named, then the fields, then state and stock. So a writing function gets its fields as a `Result`, which it looks
//! at once what is named was found. Field names are those of the mutation's input.

pub mod accounts;
pub mod audit;
pub mod catering;
pub mod demo;
pub mod festivals;
pub mod growers;
pub mod harvest_lots;
pub mod honours;
pub mod passwords;
pub mod plants;
pub mod plots;
pub mod regions;
pub mod reports;
pub mod sales;
pub mod sessions;
pub mod sites;
pub mod varieties;
pub mod verify;
pub mod visitors;

use crate::{
    error::{Error, Result},
    types::{Day, Problem},
};

/// A business date does not lie in the future.
fn not_in_the_future(day: Day, today: Day, field: &str) -> Result<()> {
    if day > today {
        let problem = Problem::new(format!("日期不能在未来，今天是 {today}"), format!("must not lie in the future; today is {today}"));
        return Err(Error::invalid(field, problem));
    }
    Ok(())
}

/// A code that reference data already uses.
fn code_taken(code: &str) -> Error {
    Error::invalid("code", Problem::new(format!("编码 {code} 已被使用"), format!("the code {code} is in use")))
}

/// The error for reference data that does not exist, on the field that names it.
fn unknown(field: &str, zh: &str, en: &str) -> Error {
    Error::invalid(field, Problem::new(format!("没有这个{zh}"), format!("no such {en}")))
}
