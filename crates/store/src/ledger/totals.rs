//! The kept totals: sums of entries by day, by month, and by month for whole regions. They are written in the
//! transaction of their entries.

use std::collections::BTreeMap;

use sea_orm::{
    ActiveEnum, Condition, ConnectionTrait, DbBackend, ExprTrait, JoinType,
    sea_query::{Alias, Expr, Func, IntoIden, OnConflict, Query, SelectStatement, SimpleExpr, UnionType, Value},
};

use super::{Amounts, Entry, Facets, ROWS_PER_STATEMENT, facet::Facet, first_day_of_month};
use crate::{Reader, Recorder, Txn, as_bigint, bulk::Rows, error::Result};
use types::{Day, EntryKind, RegionCode};

/// The number of rows over which the writers of one total are spread on PostgreSQL. There a row is locked until its
/// writer commits.
const SLOTS: i32 = 8;
/// The row of a total that bulk loading writes. Nobody else writes it.
const BULK_SLOT: i32 = SLOTS;

/// What is to be added to the totals, in the order of their keys. Writers that lock rows in one order cannot
/// deadlock.
#[derive(Debug, Default)]
pub struct Totals {
    daily: BTreeMap<Facets, Amounts>,
    monthly: BTreeMap<Facets, Amounts>,
}

impl Totals {
    /// Adds an entry's amounts to the totals of its day and its month.
    pub fn add(&mut self, entry: &Entry) {
        let day = Facets { grower_id: None, ..entry.facets.clone() };
        let month = Facets { day: first_day_of_month(day.day), ..day.clone() };
        add(&mut self.daily, day, entry.amounts);
        add(&mut self.monthly, month, entry.amounts);
    }

    /// Takes the sums by day, as rows for totals that do not exist yet.
    pub fn take_days(&mut self) -> Rows {
        rows(Kept::Days, std::mem::take(&mut self.daily))
    }

    /// All sums, as rows for totals that do not exist yet.
    pub fn into_rows(mut self) -> [Rows; 3] {
        [self.take_days(), rows(Kept::Regions, self.regional()), rows(Kept::Months, self.monthly)]
    }

    /// The sums by month for each region, including the regions above.
    fn regional(&self) -> BTreeMap<Facets, Amounts> {
        let mut sums = BTreeMap::new();
        for (month, amounts) in &self.monthly {
            for region in levels(month) {
                add(&mut sums, regional(month, region), *amounts);
            }
        }
        sums
    }

    /// Adds the sums to the kept totals.
    pub async fn write(self, txn: &Txn<impl Recorder>) -> Result<()> {
        let slot = match txn.get_database_backend() {
            DbBackend::Postgres => rand::random_range(0..SLOTS),
            _ => 0,
        };
        let regional = self.regional();
        upsert(txn, Kept::Days, self.daily, slot).await?;
        upsert(txn, Kept::Months, self.monthly, slot).await?;
        upsert(txn, Kept::Regions, regional, slot).await
    }
}

fn add(totals: &mut BTreeMap<Facets, Amounts>, facets: Facets, amounts: Amounts) {
    let sum = totals.entry(facets).or_default();
    *sum = *sum + amounts;
}

/// The regions whose totals an entry counts in. The number of growers does not add up over regions: an entry for
/// growers is already booked on each level.
fn levels(facets: &Facets) -> Vec<RegionCode> {
    let levels = if facets.kind == EntryKind::Growers { 1 } else { usize::MAX };
    facets.region_code.with_ancestors().take(levels).collect()
}

/// The facets that remain in the totals of whole regions.
fn regional(month: &Facets, region: RegionCode) -> Facets {
    let Facets { kind, day, variety_code, product_code, channel, .. } = month.clone();
    Facets { variety_code, product_code, channel, ..Facets::new(kind, day, region) }
}

/// The facets of a total of whole regions.
const REGIONAL_KEY: [Facet; 6] =
    [Facet::Kind, Facet::Day, Facet::Region, Facet::Variety, Facet::Product, Facet::Channel];

pub(super) const SUMS: [&str; 5] = ["amount_fen", "quantity_g", "item_count", "area_mu_hundredths", "record_count"];

/// Sums as rows of the totals.
fn rows(kept: Kept, totals: BTreeMap<Facets, Amounts>) -> Rows {
    let values = totals.iter().flat_map(|(facets, amounts)| total_row(kept, facets, *amounts, BULK_SLOT)).collect();
    Rows::new(kept.table(), kept.columns().chain(SUMS).collect(), values)
}

async fn upsert(txn: &Txn<impl Recorder>, kept: Kept, totals: BTreeMap<Facets, Amounts>, slot: i32) -> Result<()> {
    let keys: Vec<Alias> = kept.columns().map(Alias::new).collect();
    let columns = keys.iter().cloned().chain(SUMS.map(Alias::new));
    let mut conflict = OnConflict::columns(keys.clone());
    for sum in SUMS {
        conflict.value(
            Alias::new(sum),
            Expr::col((kept.table().into_iden(), Alias::new(sum))).add(Expr::col(("excluded", Alias::new(sum)))),
        );
    }
    let totals: Vec<_> = totals.into_iter().collect();
    for chunk in totals.chunks(ROWS_PER_STATEMENT) {
        let mut statement = Query::insert();
        statement.into_table(kept.table()).columns(columns.clone()).on_conflict(conflict.clone());
        for (facets, amounts) in chunk {
            statement.values_panic(total_row(kept, facets, *amounts, slot).into_iter().map(Expr::value));
        }
        txn.defer_upsert(kept.table(), statement, chunk.len()).await?;
    }
    Ok(())
}

/// The values of a total's row, in the order of its columns.
fn total_row(kept: Kept, facets: &Facets, amounts: Amounts, slot: i32) -> Vec<Value> {
    let sums = [
        slot.into(),
        amounts.amount.into(),
        amounts.quantity.into(),
        amounts.items.into(),
        amounts.area.into(),
        amounts.records.into(),
    ];
    kept.key().map(|facet| facet.value(facets)).chain(sums).collect()
}

/// The kept totals that a query reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    /// By day.
    Days,
    /// By month.
    Months,
    /// By month, for whole regions at every level, with the facets that reports use.
    Regions,
}

impl Kept {
    pub(super) fn table(self) -> &'static str {
        match self {
            Self::Days => "daily_total",
            Self::Months => "monthly_total",
            Self::Regions => "regional_total",
        }
    }

    /// The facets in the key of the totals.
    pub(super) fn key(self) -> impl Iterator<Item = Facet> {
        Facet::ALL.into_iter().filter(move |facet| self != Self::Regions || REGIONAL_KEY.contains(facet))
    }

    /// The columns of the totals' key.
    fn columns(self) -> impl Iterator<Item = &'static str> {
        self.key().map(move |facet| self.column(facet)).chain(["slot"])
    }

    /// The column of a facet. Totals by month have the month instead of the day.
    pub(super) fn column(self, facet: Facet) -> &'static str {
        match (self, facet) {
            (Self::Months | Self::Regions, Facet::Day) => "month",
            (_, facet) => facet.column(),
        }
    }
}

/// For `verify`: for each kind of totals, the first few keys whose kept sums differ from the sums of the entries. The
/// totals of whole regions are compared with the totals by month.
pub async fn differing_totals(snapshot: &Reader, most: u64) -> Result<Vec<String>> {
    let mut differences = Vec::new();
    for (kept, made_of) in [(Kept::Days, entries()), (Kept::Months, entries()), (Kept::Regions, rolled_up())] {
        let sums = added_up(kept, made_of);
        let kept_sums = added_up(kept, all_of(kept.table(), kept.key().map(|facet| kept.column(facet))));
        for (from, other, what) in [(&kept_sums, &sums, "kept"), (&sums, &kept_sums, "entered")] {
            let mut statement = from.clone();
            statement.union(UnionType::Except, other.clone()).limit(most);
            for row in snapshot.query_all(&statement).await? {
                let day: Day = row.try_get("", kept.column(Facet::Day))?;
                let kind: EntryKind = row.try_get("", "kind")?;
                let region: RegionCode = row.try_get("", "region_code")?;
                let sums = SUMS
                    .iter()
                    .map(|sum| Ok(format!("{sum} {}", row.try_get::<i64>("", sum)?)))
                    .collect::<Result<Vec<_>>>()?;
                differences.push(format!(
                    "{}: {} of {day} in {region}: {what} {}",
                    kept.table(),
                    kind.to_value(),
                    sums.join(", ")
                ));
            }
        }
    }
    Ok(differences)
}

/// All rows of a table, with the columns of a key and the sums.
fn all_of(table: &'static str, key: impl Iterator<Item = &'static str>) -> SelectStatement {
    let mut statement = Query::select();
    statement.from(table).columns(key.chain(SUMS));
    statement
}

fn entries() -> SelectStatement {
    all_of("ledger_entry", Facet::ALL.into_iter().map(Facet::column).chain(["month"]))
}

/// The totals by month, each once for every region that contains it.
fn rolled_up() -> SelectStatement {
    let mut statement = Query::select();
    let is_its_own = Expr::col("kind").ne(EntryKind::Growers.to_value()).or(length_of_region().eq(Expr::col("digits")));
    statement.from("monthly_total").join_subquery(
        JoinType::InnerJoin,
        levels_in_digits(),
        "level",
        Condition::all().add(length_of_region().gte(Expr::col("digits"))).add(is_its_own),
    );
    for facet in Kept::Regions.key().filter(|facet| *facet != Facet::Region) {
        statement.column(Kept::Regions.column(facet));
    }
    let beginning = Func::cust("SUBSTR").args([Expr::col("region_code"), Expr::value(1), Expr::col("digits")]);
    statement.expr_as(beginning, "region_code").columns(SUMS);
    statement
}

fn length_of_region() -> SimpleExpr {
    Func::char_length(Expr::col("region_code")).into()
}

/// The number of digits of a region's code, for each level.
fn levels_in_digits() -> SelectStatement {
    let level = |digits: i32| Query::select().expr_as(Expr::value(digits), "digits").take();
    let mut levels = level(2);
    for digits in [6, 9, 12] {
        levels.union(UnionType::All, level(digits));
    }
    levels
}

/// Rows with the columns of some totals, summed by their key.
fn added_up(kept: Kept, rows: SelectStatement) -> SelectStatement {
    let mut statement = Query::select();
    statement.from_subquery(rows, "added");
    for facet in kept.key() {
        let column = kept.column(facet);
        statement.expr_as(facet.without_null(column), column).group_by_col(column);
    }
    for sum in SUMS {
        statement.expr_as(as_bigint(Expr::col(sum).sum()), sum);
    }
    statement
}
