//! Queries to the ledger: the kept totals of a span of days, minus what was recorded after an instant.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Duration};
use sea_orm::{
    ActiveEnum, ConnectionTrait, ExprTrait,
    sea_query::{Alias, Condition, Expr, Func, Query, SelectStatement, SimpleExpr, UnionType},
};

use super::{
    Amounts,
    facet::Facet,
    first_day_of_month,
    totals::{Kept, SUMS},
};
use crate::{Reader, as_bigint, error::Result};
use types::{Day, DaySpan, EntryKind, RegionCode, Timestamp, last_day_of_month};

/// What a sum may be grouped or filtered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The kind of entry.
    Kind,
    /// The business day, such as 2024-03-21.
    Day,
    /// The month, such as 2024-03.
    Month,
    /// The year, such as 2024.
    Year,
    /// The season.
    Season,
    /// The variety.
    Variety,
    /// The product.
    Product,
    /// The channel of sale.
    Channel,
    /// The kind of grower.
    GrowerKind,
    /// The plant.
    Plant,
    /// The site.
    Site,
    /// The catering establishment.
    Establishment,
    /// The region that an entry is booked on.
    Region,
    /// That region's ancestor whose code has this many digits, or the region itself.
    RegionOfDigits(u8),
}

impl By {
    fn facet(self) -> Facet {
        match self {
            Self::Kind => Facet::Kind,
            Self::Day | Self::Month | Self::Year => Facet::Day,
            Self::Season => Facet::Season,
            Self::Variety => Facet::Variety,
            Self::Product => Facet::Product,
            Self::Channel => Facet::Channel,
            Self::GrowerKind => Facet::GrowerKind,
            Self::Plant => Facet::Plant,
            Self::Site => Facet::Site,
            Self::Establishment => Facet::Establishment,
            Self::Region | Self::RegionOfDigits(_) => Facet::Region,
        }
    }

    /// The facet as text. Both databases write a day as 2024-03-21, so its month and its year are prefixes.
    fn text(self) -> SimpleExpr {
        let column = || Expr::col(self.facet().column());
        let beginning = |text: SimpleExpr, length: u8| {
            Func::cust("SUBSTR").args([text, Expr::value(1), Expr::value(i32::from(length))]).into()
        };
        match self {
            Self::Kind | Self::Region => column(),
            Self::Day => column().cast_as("TEXT"),
            Self::Month => beginning(column().cast_as("TEXT"), 7),
            Self::Year => beginning(column().cast_as("TEXT"), 4),
            Self::RegionOfDigits(digits) => beginning(column(), digits),
            // The totals have 0 where no season applies; the entries have NULL.
            Self::Season => {
                let season: SimpleExpr = Func::cust("NULLIF").args([column(), Expr::value(0)]).into();
                Func::coalesce([season.cast_as("TEXT"), Expr::value("")]).into()
            }
            Self::Variety
            | Self::Product
            | Self::Channel
            | Self::GrowerKind
            | Self::Plant
            | Self::Site
            | Self::Establishment => self.facet().without_null(self.facet().column()),
        }
    }
}

/// The region that a sum is taken over.
#[derive(Debug, Clone)]
pub enum Place {
    /// A region and all below it.
    Subtree(RegionCode),
    /// One region alone, for what is booked once at each level.
    Exactly(RegionCode),
}

/// A query to the ledger. Both days are included.
#[derive(Debug, Clone)]
pub struct Question<'a> {
    /// The kinds of entries.
    pub kinds: &'a [EntryKind],
    /// Where.
    pub place: Place,
    /// The first business day.
    pub from: Day,
    /// The last business day.
    pub to: Day,
    /// The facet values that it is restricted to.
    pub only: &'a [(By, String)],
    /// The facets to group by.
    pub by: &'a [By],
    /// The instant up to which records count.
    pub as_of: Timestamp,
    /// The largest number of rows. `None` means no limit, where the facets themselves bound the number.
    pub most: Option<u64>,
}

/// One row of the result: the facets that were grouped by, as text in their order, and their sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// The facet values, in the order of the query. '' where one does not apply.
    pub facets: Vec<String>,
    /// The sums.
    pub amounts: Amounts,
}

/// Answers a query in one statement: the kept totals, minus what was recorded after the instant. Rows whose sums are
/// all zero are left out. Call it within one snapshot.
pub async fn sums(snapshot: &Reader, question: &Question<'_>) -> Result<Vec<Sum>> {
    let mut sums: BTreeMap<Vec<String>, Amounts> = BTreeMap::new();
    for row in snapshot.query_all(&statement(question)).await? {
        let facets =
            (0..question.by.len()).map(|position| row.try_get("", &facet(position))).collect::<Result<_, _>>()?;
        let amounts = Amounts {
            amount: row.try_get("", SUMS[0])?,
            quantity: row.try_get("", SUMS[1])?,
            items: row.try_get("", SUMS[2])?,
            area: row.try_get("", SUMS[3])?,
            records: row.try_get("", SUMS[4])?,
        };
        sums.insert(facets, amounts);
    }
    Ok(sums.into_iter().map(|(facets, amounts)| Sum { facets, amounts }).collect())
}

/// The kinds and regions that have any entry in a span of days, even if those add up to zero.
pub async fn booked_on(
    snapshot: &Reader,
    kinds: &[EntryKind],
    place: &Place,
    from: Day,
    to: Day,
) -> Result<BTreeSet<(EntryKind, RegionCode)>> {
    let question = Question {
        kinds,
        place: place.clone(),
        from,
        to,
        only: &[],
        by: &[By::Kind, By::Region],
        as_of: Timestamp::default(),
        most: None,
    };
    let mut booked = BTreeSet::new();
    for (kept, from, to) in spans(from, to) {
        let mut statement = Query::select();
        statement.distinct().columns(["kind", "region_code"]).from(kept.table());
        restrict(&mut statement, &question, kept.column(Facet::Day), from, to).cond_where(within(place));
        statement.and_where(Expr::col("kind").is_in(kinds.iter().map(|kind| kind.to_value())));
        for row in snapshot.query_all(&statement).await? {
            booked.insert((row.try_get("", "kind")?, row.try_get("", "region_code")?));
        }
    }
    Ok(booked)
}

/// Entries to look for.
#[derive(Debug, Clone)]
pub struct Sought<'a> {
    /// The kinds of entries.
    pub kinds: &'a [EntryKind],
    /// Where.
    pub place: Place,
    /// The days.
    pub span: DaySpan,
    /// The values that facets must have. `None` means any value.
    pub only: &'a [(By, Option<String>)],
}

/// The kinds and regions that have any such entry, with the first days of the months in which they have one. Without
/// an instant this is read from the kept totals. With an instant it covers only what was recorded after it, and reads
/// the entries by that, as `sums` does.
pub async fn booked_in(
    snapshot: &Reader,
    sought: &Sought<'_>,
    recorded_after: Option<Timestamp>,
) -> Result<BTreeSet<(EntryKind, RegionCode, Day)>> {
    let mut statement = Query::select();
    statement.distinct().columns(["kind", "region_code", "month"]);
    let kind: SimpleExpr = match recorded_after {
        None => {
            statement.from(Kept::Months.table());
            Expr::col("kind")
        }
        Some(instant) => {
            statement.from("ledger_entry").and_where(Expr::col("recorded_at").gt(instant));
            Func::coalesce([Expr::col("kind"), Expr::value("")]).into()
        }
    };
    statement.and_where(kind.is_in(sought.kinds.iter().map(|kind| kind.to_value())));
    statement.and_where(
        Expr::col("month").between(first_day_of_month(sought.span.from), first_day_of_month(sought.span.to)),
    );
    statement.cond_where(within(&sought.place));
    for (by, value) in sought.only {
        let column = Expr::col(by.facet().column());
        // Where a facet does not apply, the totals have '' and the entries have NULL.
        statement
            .and_where(value.as_ref().map_or_else(|| column.clone().ne(""), |value| column.clone().eq(value.as_str())));
    }
    let mut booked = BTreeSet::new();
    for row in snapshot.query_all(&statement).await? {
        booked.insert((row.try_get("", "kind")?, row.try_get("", "region_code")?, row.try_get("", "month")?));
    }
    Ok(booked)
}

/// The name under which a facet is selected. It differs from every column's name, so that it can be grouped by.
fn facet(position: usize) -> String {
    format!("facet_{position}")
}

fn statement(question: &Question<'_>) -> SelectStatement {
    let mut counted = recorded_since(question);
    let spans = if question.by.contains(&By::Day) {
        vec![(Kept::Days, question.from, question.to)]
    } else {
        spans(question.from, question.to)
    };
    for (kept, from, to) in spans {
        let kept = if kept == Kept::Months && is_of_whole_regions(question) { Kept::Regions } else { kept };
        counted.union(UnionType::All, sums_kept(question, kept, from, to));
    }
    let mut statement = Query::select();
    statement.from_subquery(counted, "counted");
    for (position, by) in question.by.iter().enumerate() {
        let name = Alias::new(facet(position));
        statement.expr_as(by.text(), name.clone()).group_by_col(name);
    }
    let mut is_something = Condition::any();
    for sum in SUMS {
        statement.expr_as(as_bigint(Expr::col(sum).sum()), sum);
        is_something = is_something.add(Expr::col(sum).sum().ne(0));
    }
    statement.cond_having(is_something);
    if let Some(most) = question.most {
        statement.limit(most);
    }
    statement
}

/// Whether the totals of whole regions have every facet that a query needs. Their totals of growers cover only the
/// region that the entry is booked on.
fn is_of_whole_regions(question: &Question<'_>) -> bool {
    let is_kept = |facet| Kept::Regions.key().any(|kept| kept == facet);
    let are_kept = facets(question).all(|facet| facet != Facet::Region && is_kept(facet))
        && question.only.iter().all(|(by, _)| is_kept(by.facet()));
    let counts_growers = question.kinds.contains(&EntryKind::Growers);
    are_kept && matches!(question.place, Place::Exactly(_)) == counts_growers
}

/// The kept totals of some days. They are first summed by the key columns in key order, before any facet is computed,
/// because that is the cheapest plan.
fn sums_kept(question: &Question<'_>, kept: Kept, from: Day, to: Day) -> SelectStatement {
    let mut statement = Query::select();
    statement.from(kept.table());
    for facet in facets(question) {
        statement.expr_as(Expr::col(kept.column(facet)), facet.column()).group_by_col(kept.column(facet));
    }
    for sum in SUMS {
        statement.expr_as(Expr::col(sum).sum(), sum);
    }
    statement.and_where(Expr::col("kind").is_in(question.kinds.iter().map(|kind| kind.to_value())));
    let place = match (kept, &question.place) {
        (Kept::Regions, Place::Subtree(region)) => &Place::Exactly(region.clone()),
        (_, place) => place,
    };
    restrict(&mut statement, question, kept.column(Facet::Day), from, to).cond_where(within(place));
    statement
}

/// What is subtracted from the totals: the entries recorded after the query's instant. They are found by that
/// instant, so that the cost depends on their number and not on the size of the ledger. SQLite would rather scan all
/// entries of the kinds, unless the kind is hidden from its indexes.
fn recorded_since(question: &Question<'_>) -> SelectStatement {
    let mut statement = Query::select();
    statement.from("ledger_entry").columns(facets(question).map(Facet::column));
    for sum in SUMS {
        statement.expr_as(Expr::value(0_i64).sub(Expr::col(sum)), sum);
    }
    let kind: SimpleExpr = Func::coalesce([Expr::col("kind"), Expr::value("")]).into();
    statement.and_where(Expr::col("recorded_at").gt(question.as_of));
    statement.and_where(kind.is_in(question.kinds.iter().map(|kind| kind.to_value())));
    restrict(&mut statement, question, "day", question.from, question.to).cond_where(within(&question.place));
    statement
}

/// The facets that a query groups by, in the order of the totals' keys.
fn facets(question: &Question<'_>) -> impl Iterator<Item = Facet> {
    Facet::ALL.into_iter().filter(|facet| question.by.iter().any(|by| by.facet() == *facet))
}

fn restrict<'a>(
    statement: &'a mut SelectStatement,
    question: &Question<'_>,
    day: &'static str,
    from: Day,
    to: Day,
) -> &'a mut SelectStatement {
    statement.and_where(Expr::col(day).between(from, to));
    for (by, value) in question.only {
        statement.and_where(Expr::col(by.facet().column()).eq(value.as_str()));
    }
    statement
}

fn within(place: &Place) -> Condition {
    let column = || Expr::col("region_code");
    match place {
        Place::Exactly(region) => Condition::all().add(column().eq(region.clone())),
        Place::Subtree(region) => Condition::all()
            .add(column().gte(region.clone()))
            .add_option(region.subtree_end().map(|end| column().lt(end))),
    }
}

/// Splits a span of days into whole months, which are cheapest, and the days before and after them.
fn spans(from: Day, to: Day) -> Vec<(Kept, Day, Day)> {
    let first_month = if from.day() == 1 { from } else { last_day_of_month(from) + Duration::days(1) };
    let last_month_end = if last_day_of_month(to) == to { to } else { first_day_of_month(to) - Duration::days(1) };
    if first_month > last_month_end {
        return vec![(Kept::Days, from, to)];
    }
    let mut spans = vec![(Kept::Months, first_month, first_day_of_month(last_month_end))];
    if from < first_month {
        spans.push((Kept::Days, from, first_month - Duration::days(1)));
    }
    if last_month_end < to {
        spans.push((Kept::Days, last_month_end + Duration::days(1), to));
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_cover_every_day_once() {
        let day = |text: &str| text.parse::<Day>().expect("a day");
        assert_eq!(spans(day("2024-01-01"), day("2024-12-31")), [(Kept::Months, day("2024-01-01"), day("2024-12-01"))]);
        assert_eq!(
            spans(day("2024-01-15"), day("2024-03-10")),
            [
                (Kept::Months, day("2024-02-01"), day("2024-02-01")),
                (Kept::Days, day("2024-01-15"), day("2024-01-31")),
                (Kept::Days, day("2024-03-01"), day("2024-03-10")),
            ]
        );
        assert_eq!(spans(day("2024-01-15"), day("2024-02-10")), [(Kept::Days, day("2024-01-15"), day("2024-02-10"))]);
        assert_eq!(spans(day("2024-05-05"), day("2024-05-05")), [(Kept::Days, day("2024-05-05"), day("2024-05-05"))]);
    }
}
