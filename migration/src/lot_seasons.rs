//! The season of each lot, and the sale that replaces a voided one.
//!
//! The season of existing lots is the year whose harvest months are nearest to the day of picking, by the months that
//! their variety has now. Existing sales keep the season under which they were booked.
//!
//! A program that does not know this step would record lots without a season. So it may not write any more.

use std::{
    cmp::{max, min},
    collections::BTreeMap,
};

use chrono::{Datelike, NaiveDate};
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::ConnectionTrait;

use crate::change_checks;

const LOT_SEASONS: &str = include_str!("sql/lot_seasons.sql");

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "0010_lot_seasons"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let database = manager.get_connection();
        database.execute_unprepared(LOT_SEASONS).await?;
        let days = Query::select()
            .distinct()
            .columns(["variety_code", "harvested_on", "harvest_start_month", "harvest_end_month"])
            .from("harvest_lot")
            .inner_join("variety", Expr::col(("harvest_lot", "variety_code")).equals(("variety", "code")))
            .to_owned();
        // The first and the last day of picking of each season.
        let mut seasons: BTreeMap<(String, i32), (NaiveDate, NaiveDate)> = BTreeMap::new();
        for row in database.query_all(&days).await? {
            let day: NaiveDate = row.try_get("", "harvested_on")?;
            let months = (row.try_get("", "harvest_start_month")?, row.try_get("", "harvest_end_month")?);
            let span = seasons.entry((row.try_get("", "variety_code")?, season(day, months))).or_insert((day, day));
            *span = (min(span.0, day), max(span.1, day));
        }
        for ((variety, season), (first, last)) in seasons {
            let update = Query::update()
                .table("harvest_lot")
                .value("season", season)
                .and_where(Expr::col("variety_code").eq(variety))
                .and_where(Expr::col("harvested_on").between(first, last))
                .to_owned();
            database.execute(&update).await?;
        }
        change_checks(manager, "harvest_lot", &[("harvest_lot_season_range", "season BETWEEN 1948 AND 9999")]).await
    }
}

/// The year whose harvest months are nearest to a day; of two, the earlier one.
fn season(day: NaiveDate, (start, end): (i32, i32)) -> i32 {
    // Days are counted, and so are months.
    let first_day = |months: i32| {
        let first = NaiveDate::from_ymd_opt(months.div_euclid(12), months.rem_euclid(12).unsigned_abs() + 1, 1);
        first.unwrap_or_default().num_days_from_ce()
    };
    let number = day.num_days_from_ce();
    let distance = |year: i32| {
        let begins = first_day(year * 12 + start - 1);
        let is_over = first_day((year + i32::from(end < start)) * 12 + end);
        max(0, max(begins - number, number - is_over + 1))
    };
    let years = [day.year() - 1, day.year(), day.year() + 1];
    years.into_iter().min_by_key(|year| (distance(*year), *year)).unwrap_or(day.year())
}

#[cfg(test)]
mod tests {
    use super::{NaiveDate, season};

    #[test]
    fn a_lot_is_of_the_season_whose_harvest_is_nearest() {
        for (day, months, expected) in [
            ("2026-06-28", (7, 9), 2026),
            ("2026-09-30", (7, 9), 2026),
            ("2026-02-14", (7, 9), 2025),
            ("2026-02-15", (7, 9), 2026),
            ("2027-01-15", (11, 3), 2026),
            ("2026-12-29", (1, 12), 2026),
            ("2026-12-29", (1, 2), 2027),
        ] {
            let day: NaiveDate = day.parse().expect("a day");
            assert_eq!(season(day, months), expected, "{day} {months:?}");
        }
    }
}
