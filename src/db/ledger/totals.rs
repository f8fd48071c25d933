//! The kept totals: sums of entries by day and by month, written in the entries' own transaction.

use std::collections::BTreeMap;

use sea_orm::{
    ActiveEnum, ConnectionTrait, DbBackend, ExprTrait,
    sea_query::{Alias, Expr, Func, IntoIden, OnConflict, Query, SelectStatement, UnionType, Value},
};

use super::{Amounts, Entry, Facets, ROWS_PER_STATEMENT, first_day_of_month};
use crate::{
    db::bulk::Rows,
    error::Result,
    types::{Day, EntryKind, RegionCode},
};

/// Over how many rows the writers of one total are spread on PostgreSQL, where a row is locked until its writer commits.
const SLOTS: i32 = 8;
/// The row of a total that many entries are added to at once; nobody else writes it.
const BULK_SLOT: i32 = SLOTS;

/// What is to be added to the totals, in the order of their keys: writers that lock rows in one order cannot wait for each other in a
/// circle.
#[derive(Debug, Default)]
pub struct Totals {
    daily: BTreeMap<Facets, Amounts>,
    monthly: BTreeMap<Facets, Amounts>,
}

impl Totals {
    /// Adds an entry's amounts to its day's and its month's totals.
    pub fn add(&mut self, entry: &Entry) {
        let day = Facets { grower_id: None, ..entry.facets.clone() };
        let month = Facets { day: first_day_of_month(day.day), ..day.clone() };
        for (totals, facets) in [(&mut self.daily, day), (&mut self.monthly, month)] {
            let sum = totals.entry(facets).or_default();
            *sum = *sum + entry.amounts;
        }
    }

    /// Takes out the sums by day, as rows for totals that are not kept yet.
    pub fn take_days(&mut self) -> Rows {
        rows(Span::Days, std::mem::take(&mut self.daily))
    }

    /// All sums as rows for totals that are not kept yet.
    pub fn into_rows(mut self) -> [Rows; 2] {
        [self.take_days(), rows(Span::Months, self.monthly)]
    }

    /// Adds the sums to the kept totals.
    pub async fn write(self, connection: &impl ConnectionTrait) -> Result<()> {
        let slot = match connection.get_database_backend() {
            DbBackend::Postgres => rand::random_range(0..SLOTS),
            _ => 0,
        };
        upsert(connection, Span::Days, self.daily, slot).await?;
        upsert(connection, Span::Months, self.monthly, slot).await
    }
}

/// The facets of a total, in the order of its key; those by month have `month` for `day`.
pub(super) const KEY: [&str; 11] = [
    "kind",
    "day",
    "region_code",
    "variety_code",
    "product_code",
    "season",
    "channel",
    "plant_code",
    "site_code",
    "establishment_code",
    "grower_kind",
];

pub(super) const SUMS: [&str; 5] = ["amount_fen", "quantity_g", "item_count", "area_mu_hundredths", "record_count"];

/// Sums as rows of the totals.
fn rows(span: Span, totals: BTreeMap<Facets, Amounts>) -> Rows {
    let values = totals.iter().flat_map(|(facets, amounts)| total_row(facets, *amounts, BULK_SLOT)).collect();
    Rows::new(span.table(), span.key().into_iter().chain(SUMS).collect(), values)
}

async fn upsert(connection: &impl ConnectionTrait, span: Span, totals: BTreeMap<Facets, Amounts>, slot: i32) -> Result<()> {
    let keys: Vec<Alias> = span.key().into_iter().map(Alias::new).collect();
    let columns = keys.iter().cloned().chain(SUMS.map(Alias::new));
    let mut conflict = OnConflict::columns(keys.clone());
    for sum in SUMS {
        conflict
            .value(Alias::new(sum), Expr::col((span.table().into_iden(), Alias::new(sum))).add(Expr::col(("excluded", Alias::new(sum)))));
    }
    let totals: Vec<_> = totals.into_iter().collect();
    for chunk in totals.chunks(ROWS_PER_STATEMENT) {
        let mut statement = Query::insert();
        statement.into_table(span.table()).columns(columns.clone()).on_conflict(conflict.clone());
        for (facets, amounts) in chunk {
            statement.values_panic(total_row(facets, *amounts, slot).into_iter().map(Expr::value));
        }
        connection.execute(&statement).await?;
    }
    Ok(())
}

/// The values of a total's row, in the order of its columns.
fn total_row(facets: &Facets, amounts: Amounts, slot: i32) -> Vec<Value> {
    let text = |text: &Option<String>| Value::from(text.clone().unwrap_or_default());
    vec![
        facets.kind.to_value().into(),
        facets.day.into(),
        facets.region_code.clone().into(),
        text(&facets.variety_code),
        text(&facets.product_code),
        facets.season.unwrap_or_default().into(),
        text(&facets.channel.map(|channel| channel.to_value())),
        text(&facets.plant_code),
        text(&facets.site_code),
        text(&facets.establishment_code),
        text(&facets.grower_kind.map(|kind| kind.to_value())),
        slot.into(),
        amounts.amount.into(),
        amounts.quantity.into(),
        amounts.items.into(),
        amounts.area.into(),
        amounts.records.into(),
    ]
}

/// Which totals answer a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Span {
    Days,
    Months,
}

impl Span {
    pub(super) fn table(self) -> &'static str {
        match self {
            Self::Days => "daily_total",
            Self::Months => "monthly_total",
        }
    }

    /// The columns of the totals' key.
    fn key(self) -> Vec<&'static str> {
        let facets = KEY.map(|column| if column == "day" { self.column() } else { column });
        facets.into_iter().chain(["slot"]).collect()
    }

    /// The column with the day or the month, of the same name in the totals and in the entries.
    pub(super) fn column(self) -> &'static str {
        match self {
            Self::Days => "day",
            Self::Months => "month",
        }
    }
}

/// What `verify` compares: for the totals by day and by month, the first few keys whose kept sums differ from those of the entries.
pub async fn differing_totals(snapshot: &impl ConnectionTrait, most: u64) -> Result<Vec<String>> {
    let mut differences = Vec::new();
    for span in [Span::Days, Span::Months] {
        let kept = whole(span, true);
        let entered = whole(span, false);
        for (from, other, what) in [(&kept, &entered, "kept"), (&entered, &kept, "entered")] {
            let mut statement = from.clone();
            statement.union(UnionType::Except, other.clone()).limit(most);
            for row in snapshot.query_all(&statement).await? {
                let day: Day = row.try_get("", span.column())?;
                let kind: EntryKind = row.try_get("", "kind")?;
                let region: RegionCode = row.try_get("", "region_code")?;
                let sums = SUMS.iter().map(|sum| Ok(format!("{sum} {}", row.try_get::<i64>("", sum)?))).collect::<Result<Vec<_>>>()?;
                differences.push(format!("{}: {} of {day} in {region}: {what} {}", span.table(), kind.to_value(), sums.join(", ")));
            }
        }
    }
    Ok(differences)
}

/// All totals of a span, by key, from the kept sums or from the entries.
fn whole(span: Span, totals: bool) -> SelectStatement {
    let mut statement = Query::select();
    statement.from(if totals { span.table() } else { "ledger_entry" });
    for (column, absent) in [
        ("kind", Value::from("")),
        (span.column(), Value::from(Day::MIN)),
        ("region_code", Value::from("")),
        ("variety_code", Value::from("")),
        ("product_code", Value::from("")),
        ("season", Value::from(0)),
        ("channel", Value::from("")),
        ("plant_code", Value::from("")),
        ("site_code", Value::from("")),
        ("establishment_code", Value::from("")),
        ("grower_kind", Value::from("")),
    ] {
        let expression = match column {
            "kind" | "region_code" | "day" | "month" => Expr::col(column),
            _ => Expr::expr(Func::coalesce([Expr::col(column), Expr::value(absent)])),
        };
        statement.expr_as(expression, column).group_by_col(column);
    }
    for sum in SUMS {
        statement.expr_as(Expr::col(sum).sum().cast_as("BIGINT"), sum);
    }
    statement
}

/// The columns of the totals' tables are named here as text; a test compares them with the entities.
#[cfg(test)]
mod tests {
    use sea_orm::{IdenStatic, Iterable};

    use super::*;
    use crate::entity::{daily_total, monthly_total};

    #[test]
    fn every_column_of_the_totals_is_written() {
        for column in SUMS {
            assert!(daily_total::Column::iter().any(|known| known.as_str() == column));
            assert!(monthly_total::Column::iter().any(|known| known.as_str() == column));
        }
        let facets = Facets::new(EntryKind::Sale, Day::MIN, RegionCode::from("50"));
        assert_eq!(daily_total::Column::iter().count(), total_row(&facets, Amounts::default(), 0).len());
        assert_eq!(monthly_total::Column::iter().count(), total_row(&facets, Amounts::default(), 0).len());
    }
}
