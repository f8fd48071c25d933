//! The rules: one file a noun, plain async functions that know neither GraphQL nor HTTP.
//!
//! What writes takes a transaction and the actor; what only reads takes any connection. Checks come in one order: the
//! regions and records that are named, then the fields, then state and stock. So a writing function gets its fields as
//! a `Result`, which it looks at once what is named was found. Field names are those of the mutation's input.

pub mod access;
pub mod certificates;
pub mod figures;
pub mod front_page;
pub mod grower_corrections;
pub mod harvest;
pub mod installation;
pub mod node;
pub mod plants;
pub mod presales;
pub mod registers;
pub mod sales;
pub mod tourism;
pub mod trace;
pub mod verify;

use chrono::Datelike;
use sea_orm::{DbErr, SqlErr};

use store::error::{Error, Result};
use types::{Day, DaySpan, FIRST_YEAR, Problem, last_day_of_year};

/// How many rows a list of reference data that is no page gives at most.
pub const MOST_LISTED: u64 = 1000;

/// How many records that stand in the way of a change are named in its refusal.
const MOST_NAMED: u64 = 5;

/// A business date does not lie in the future.
fn not_in_the_future(day: Day, today: Day, field: &str) -> Result<()> {
    if day > today {
        let problem = Problem::new(
            format!("日期不能在未来，今天是 {today}"),
            format!("must not lie in the future; today is {today}"),
        );
        return Err(Error::invalid(field, problem));
    }
    Ok(())
}

/// What came of inserting a row under a code or name that must be unique: the constraint decides, so that of two at
/// once the second is told the same as one that comes later.
fn unless_taken<T>(inserted: std::result::Result<T, DbErr>, taken: impl FnOnce() -> Error) -> Result<T> {
    inserted.map_err(|error| match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => taken(),
        _ => error.into(),
    })
}

/// A year that records may lie in: 1949 to the running one.
fn check_year(year: i32, today: Day, field: &str) -> Result<()> {
    let running = today.year();
    if (FIRST_YEAR..=running).contains(&year) {
        return Ok(());
    }
    Err(Error::invalid(
        field,
        Problem::new(format!("应为 {FIRST_YEAR} 至 {running}"), format!("expected {FIRST_YEAR} to {running}")),
    ))
}

/// Days that figures may be asked for, from 1949 to the end of the running year: INVALID_INPUT on `filter.to`
/// otherwise.
fn check_span(span: DaySpan, today: Day) -> Result<()> {
    let last = last_day_of_year(today.year());
    if span.to < span.from {
        return Err(Error::invalid("filter.to", Problem::new("不得早于起始日期 from", "must not lie before `from`")));
    }
    if span.to > last {
        return Err(Error::invalid(
            "filter.to",
            Problem::new(format!("不得晚于 {last}"), format!("must not lie after {last}")),
        ));
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
