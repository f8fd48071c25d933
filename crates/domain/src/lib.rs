//! The domain rules. Each noun has one file of plain async functions that know neither GraphQL nor HTTP.
//!
//! A function that writes takes a transaction and the actor. A function that only reads takes any reader. Checks run in
//! one order: first the regions and records that the input names, then the fields, then state and stock. A change is
//! therefore two functions: `to_record` finds what is named, and `record` gets that and the fields. Field names in errors
//! are those of the mutation's input.

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
pub mod stock_adjustments;
pub mod tourism;
pub mod trace;
pub mod verify;
mod voiding;
pub mod warnings;

use std::{collections::HashMap, ops::RangeInclusive};

use chrono::Datelike;
use sea_orm::{DbErr, EntityTrait, SqlErr};
use uuid::Uuid;

use store::{
    Reader,
    error::{Error, Result},
    page::{PageRequest, pages_of},
};
use types::{Day, DaySpan, FIRST_YEAR, Problem, last_day_of_year};

/// The most rows in a list of reference data that is not paged.
pub const MOST_LISTED: u64 = 1000;
/// The most records of one kind shown of a pre-order, or of an offer.
const MOST_SHOWN: i32 = 100;

/// Refuses a business date in the future.
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

/// Refuses a record of a day on which what it names is no longer in use. INVALID_INPUT on the field that names it.
fn check_in_use(name: &str, retired_on: Option<Day>, day: Day, field: &str) -> Result<()> {
    match retired_on {
        Some(retired) if day >= retired => {
            let problem =
                Problem::new(format!("{name} 自 {retired} 起停用"), format!("{name} is retired from {retired} on"));
            Err(Error::invalid(field, problem))
        }
        _ => Ok(()),
    }
}

/// Turns a violated unique constraint into the error of a code or name that is taken. The constraint decides, so that
/// the second of two concurrent inserts gets the same error as a later one.
fn unless_taken<T>(inserted: std::result::Result<T, DbErr>, taken: impl FnOnce() -> Error) -> Result<T> {
    inserted.map_err(|error| match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => taken(),
        _ => error.into(),
    })
}

/// Checks that a year is between 1949 and the current year.
fn check_year(year: i32, today: Day, field: &str) -> Result<()> {
    check_year_within(FIRST_YEAR..=today.year(), year, field)
}

/// Checks that a season lies between 1949 and the next year: what is offered or estimated may still have to grow.
/// INVALID_INPUT on the field otherwise.
fn check_season(season: i32, today: Day) -> Result<()> {
    check_year_within(FIRST_YEAR..=today.year() + 1, season, "season")
}

fn check_year_within(years: RangeInclusive<i32>, year: i32, field: &str) -> Result<()> {
    if years.contains(&year) {
        return Ok(());
    }
    let (first, last) = years.into_inner();
    let problem = Problem::new(format!("应为 {first} 至 {last}"), format!("expected {first} to {last}"));
    Err(Error::invalid(field, problem))
}

/// Checks that a span of days for figures lies between 1949 and the end of the current year. INVALID_INPUT on
/// `filter.to` otherwise.
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

/// The error for a code that reference data already uses.
fn code_taken(code: &str) -> Error {
    Error::invalid("code", Problem::new(format!("编码 {code} 已被使用"), format!("the code {code} is in use")))
}

/// The error for reference data that does not exist, on the field that names it.
fn unknown(field: &str, zh: &str, en: &str) -> Error {
    Error::invalid(field, Problem::new(format!("没有这个{zh}"), format!("no such {en}")))
}

/// The records of these pre-orders or offers in order of entry, at most a hundred of each, in one statement.
async fn records_of<E>(
    connection: &Reader,
    parent: E::Column,
    id: E::Column,
    parents: &[Uuid],
) -> Result<HashMap<Uuid, Vec<E::Model>>>
where
    E: EntityTrait,
    E::Model: Send + Sync,
{
    let request = PageRequest { first: Some(MOST_SHOWN), ..PageRequest::default() };
    let pages = pages_of(connection, &E::find(), parent, parents, id, &request).await?;
    Ok(pages.into_iter().map(|(id, page)| (id, page.rows.into_iter().map(|(_, row)| row).collect())).collect())
}
