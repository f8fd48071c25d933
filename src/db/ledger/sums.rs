//! Questions to the ledger: what kept totals come to in a span of days, less what was recorded after an instant.

use std::collections::BTreeMap;

use chrono::{Datelike, Duration};
use sea_orm::{
    ActiveEnum, ConnectionTrait, ExprTrait,
    sea_query::{Condition, Expr, Func, Query, SelectStatement, UnionType},
};

use super::{
    Amounts, first_day_of_month,
    totals::{SUMS, Span},
};
use crate::{
    error::Result,
    types::{Day, EntryKind, RegionCode, Timestamp, last_day_of_month},
};

/// What a sum may be broken down by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The kind of entry.
    Kind,
    /// The month, by its first day.
    Month,
    /// The variety.
    Variety,
    /// The product.
    Product,
    /// The channel of sale.
    Channel,
    /// The region it is booked on.
    Region,
}

impl By {
    fn column(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Month => "month",
            Self::Variety => "variety_code",
            Self::Product => "product_code",
            Self::Channel => "channel",
            Self::Region => "region_code",
        }
    }
}

/// Where a sum is taken.
#[derive(Debug, Clone)]
pub enum Place {
    /// A region and all below it.
    Subtree(RegionCode),
    /// One region alone, for what is booked once at each level.
    Exactly(RegionCode),
}

/// A question to the ledger: both days are included.
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
    /// What to break it down by. By months only where the days are whole months.
    pub by: &'a [By],
    /// Up to which instant of recording.
    pub as_of: Timestamp,
}

/// One row of an answer: the facets asked for, text in their order, and what they sum up to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// The values of the facets, in the order of the question; '' where one does not apply. A month is its first day.
    pub facets: Vec<String>,
    /// The sums.
    pub amounts: Amounts,
}

/// Answers a question: kept totals, less what was recorded after the instant. Ask within one snapshot.
pub async fn sums(snapshot: &impl ConnectionTrait, question: &Question<'_>) -> Result<Vec<Sum>> {
    let mut sums: BTreeMap<Vec<String>, Amounts> = BTreeMap::new();
    for (span, from, to) in spans(question.from, question.to) {
        let mut statement = select(question, span, from, to, true);
        statement.union(UnionType::All, select(question, span, from, to, false));
        for row in snapshot.query_all(&statement).await? {
            let facets = question
                .by
                .iter()
                .map(|by| match by {
                    By::Month => row.try_get::<Day>("", by.column()).map(|day| day.to_string()),
                    _ => row.try_get("", by.column()),
                })
                .collect::<Result<_, _>>()?;
            let sum = sums.entry(facets).or_default();
            *sum = *sum
                + Amounts {
                    amount: row.try_get("", SUMS[0])?,
                    quantity: row.try_get("", SUMS[1])?,
                    items: row.try_get("", SUMS[2])?,
                    area: row.try_get("", SUMS[3])?,
                    records: row.try_get("", SUMS[4])?,
                };
        }
    }
    sums.retain(|_, amounts| *amounts != Amounts::default());
    Ok(sums.into_iter().map(|(facets, amounts)| Sum { facets, amounts }).collect())
}

/// Cuts a span of days into whole months, which cost least, and the days before and behind them.
fn spans(from: Day, to: Day) -> Vec<(Span, Day, Day)> {
    let first_month = if from.day() == 1 { from } else { last_day_of_month(from) + Duration::days(1) };
    let last_month_end = if last_day_of_month(to) == to { to } else { first_day_of_month(to) - Duration::days(1) };
    if first_month > last_month_end {
        return vec![(Span::Days, from, to)];
    }
    let mut spans = vec![(Span::Months, first_month, first_day_of_month(last_month_end))];
    if from < first_month {
        spans.push((Span::Days, from, first_month - Duration::days(1)));
    }
    if last_month_end < to {
        spans.push((Span::Days, last_month_end + Duration::days(1), to));
    }
    spans
}

/// The kept totals of a question, or, to be taken off them, the entries recorded after its instant.
fn select(question: &Question<'_>, span: Span, from: Day, to: Day, totals: bool) -> SelectStatement {
    let mut statement = Query::select();
    statement.from(if totals { span.table() } else { "ledger_entry" });
    for by in question.by {
        let column = Expr::col(by.column());
        match by {
            // A month's column is the day's where single days are asked for.
            By::Kind | By::Month | By::Region => statement.expr_as(column, by.column()),
            _ => statement.expr_as(Func::coalesce([column, Expr::value("")]), by.column()),
        };
        statement.group_by_col(by.column());
    }
    for sum in SUMS {
        let added = Expr::col(sum).sum();
        let signed = if totals { added } else { Expr::value(0).sub(added) };
        // A sum without rows is null, and PostgreSQL sums whole numbers to its numeric type.
        statement.expr_as(Func::coalesce([signed, Expr::value(0_i64)]).cast_as("BIGINT"), sum);
    }
    let kinds = question.kinds.iter().map(|kind| kind.to_value());
    statement.and_where(Expr::col("kind").is_in(kinds)).and_where(Expr::col(span.column()).between(from, to));
    statement.cond_where(within(&question.place));
    if !totals {
        statement.and_where(Expr::col("recorded_at").gt(question.as_of));
    }
    statement
}

fn within(place: &Place) -> Condition {
    let column = || Expr::col("region_code");
    match place {
        Place::Exactly(region) => Condition::all().add(column().eq(region.clone())),
        Place::Subtree(region) => {
            Condition::all().add(column().gte(region.clone())).add_option(region.subtree_end().map(|end| column().lt(end)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_cover_every_day_once() {
        let day = |text: &str| text.parse::<Day>().expect("a day");
        assert_eq!(spans(day("2024-01-01"), day("2024-12-31")), [(Span::Months, day("2024-01-01"), day("2024-12-01"))]);
        assert_eq!(
            spans(day("2024-01-15"), day("2024-03-10")),
            [
                (Span::Months, day("2024-02-01"), day("2024-02-01")),
                (Span::Days, day("2024-01-15"), day("2024-01-31")),
                (Span::Days, day("2024-03-01"), day("2024-03-10")),
            ]
        );
        assert_eq!(spans(day("2024-01-15"), day("2024-02-10")), [(Span::Days, day("2024-01-15"), day("2024-02-10"))]);
        assert_eq!(spans(day("2024-05-05"), day("2024-05-05")), [(Span::Days, day("2024-05-05"), day("2024-05-05"))]);
    }
}
