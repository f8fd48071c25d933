//! Monthly takings of establishments, recorded, taken back and read back.

use chrono::Datelike;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, IntoActiveModel, Order, QueryFilter, QueryOrder};

use super::catering;
use crate::{check_year, registers::regions, unknown, voiding};
use store::{
    Reader, Txn,
    entity::{
        in_subtree, in_subtree_in_order,
        tourism::{catering_establishment, catering_takings},
    },
    error::{Error, Result},
    ledger::{self, Amounts, Entry, Facets, Source},
    page::{Page, PageRequest, filter_some, page},
};
use types::{Actor, Day, EntryKind, Money, Problem, Reason, RegionCode, SourceKind, new_id};

/// The takings of an establishment in one month.
#[derive(Debug, Clone)]
pub struct Takings {
    /// Year.
    pub year: i32,
    /// Month, 1–12.
    pub month: i32,
    /// The amount.
    pub amount: Money,
}

/// The establishment of takings, if it exists. Its region must be one of the clerk's.
pub async fn to_record(txn: &Txn, actor: &Actor, code: String) -> Result<Option<catering_establishment::Model>> {
    let establishment = catering::find(txn, &code).await?;
    if let Some(establishment) = &establishment {
        regions::require(&actor.scope(), &establishment.region_code)?;
    }
    Ok(establishment)
}

/// Records the takings of an establishment in a month. A second record for the same month replaces the first, which
/// stays on record. INVALID_INPUT on `establishmentCode` if the establishment does not exist.
pub async fn record(
    txn: &Txn,
    actor: &Actor,
    establishment: Option<catering_establishment::Model>,
    Takings { year, month, amount }: Takings,
) -> Result<catering_takings::Model> {
    use catering_takings::Column;
    let found = establishment.ok_or_else(|| unknown("establishmentCode", "餐饮经营户", "establishment"))?;
    check_month(year, month, txn.today())?;
    let found = catering::lock(txn, &found.code).await?.unwrap_or(found);
    check_in_business(&found, year, month)?;
    let before = catering_takings::Entity::find()
        .filter(Column::EstablishmentCode.eq(found.code.as_str()))
        .filter(Column::Year.eq(year))
        .filter(Column::Month.eq(month))
        .filter(Column::ReplacedAt.is_null())
        .one(txn.reader())
        .await?;
    let mut entries = Vec::new();
    if let Some(before) = before {
        entries = ledger::reversal(txn, before.id).await?;
        let mut row = before.clone().into_active_model();
        row.replaced_at = Set(Some(txn.recorded_at()));
        txn.update(before, row).await?;
    }
    let row = catering_takings::ActiveModel {
        id: Set(new_id()),
        establishment_code: Set(found.code),
        region_code: Set(found.region_code),
        year: Set(year),
        month: Set(month),
        amount_fen: Set(amount),
        recorded_at: Set(txn.recorded_at()),
        recorded_by: Set(actor.account_id),
        replaced_at: Set(None),
        void_reason: Set(None),
        voided_by: Set(None),
    };
    let takings = txn.insert(row).await?;
    entries.extend(entry(&takings));
    ledger::record(txn, entries).await?;
    Ok(takings)
}

fn check_month(year: i32, month: i32, today: Day) -> Result<()> {
    check_year(year, today, "year")?;
    let latest = if year == today.year() { today.month() } else { 12 };
    if u32::try_from(month).is_ok_and(|month| (1..=latest).contains(&month)) {
        return Ok(());
    }
    let mut problem = Problem::new("应为 1 至 12", "expected 1 to 12");
    if latest < 12 {
        problem.zh.push_str(&format!("，{year} 年目前为 1 至 {latest}"));
        problem.en.push_str(&format!("; for {year}, 1 to {latest} so far"));
    }
    Err(Error::invalid("month", problem))
}

/// INVALID_INPUT on `month` if the establishment did no business in a month any more.
fn check_in_business(establishment: &catering_establishment::Model, year: i32, month: i32) -> Result<()> {
    let first = u32::try_from(month).ok().and_then(|month| Day::from_ymd_opt(year, month, 1));
    match establishment.closed_on {
        Some(closed_on) if first.is_some_and(|first| first >= closed_on) => Err(Error::invalid(
            "month",
            Problem::new(format!("该户自 {closed_on} 起停业"), format!("it does no business since {closed_on}")),
        )),
        _ => Ok(()),
    }
}

/// Takings that were entered by mistake.
#[derive(Debug, Clone)]
pub struct Void {
    /// Year.
    pub year: i32,
    /// Month, 1–12.
    pub month: i32,
    /// The reason.
    pub reason: Reason,
}

/// Voids the takings of an establishment in a month: the month has none again. The record stays and says so. NOT_FOUND
/// on `month` if none were recorded. CONFLICT if they are voided already.
pub async fn void(
    txn: &Txn,
    actor: &Actor,
    establishment: Option<catering_establishment::Model>,
    Void { year, month, reason }: Void,
) -> Result<catering_takings::Model> {
    use catering_takings::Column;
    let found = establishment.ok_or_else(|| unknown("establishmentCode", "餐饮经营户", "establishment"))?;
    catering::lock(txn, &found.code).await?;
    let newest = catering_takings::Entity::find()
        .filter(Column::EstablishmentCode.eq(found.code.as_str()))
        .filter(Column::Year.eq(year))
        .filter(Column::Month.eq(month))
        .order_by_desc(Column::RecordedAt)
        .order_by_desc(Column::Id)
        .one(txn.reader())
        .await?
        .ok_or_else(|| Error::not_found("month", "营业额记录", "record of takings"))?;
    // What later takings replaced is not the newest.
    voiding::check_not_voided(&newest)?;
    let entries = ledger::reversal(txn, newest.id).await?;
    let takings = voiding::void(txn, actor, newest, reason).await?;
    ledger::record(txn, entries).await?;
    Ok(takings)
}

/// Filter for a list of takings.
#[derive(Debug, Clone)]
pub struct Filter {
    /// Only takings of this region and below it.
    pub region_code: RegionCode,
    /// Only takings of this establishment.
    pub establishment_code: Option<String>,
    /// Only takings of this year.
    pub year: Option<i32>,
    /// Only takings of this month of any year, 1–12.
    pub month: Option<i32>,
    /// Only takings that are neither replaced nor voided, or only the others.
    pub in_force: Option<bool>,
}

/// A page of what was recorded of the establishments of a region, latest month first, also what was replaced or voided.
/// TOO_COMPLEX above a township, unless an establishment is named.
pub async fn list(
    connection: &Reader,
    actor: &Actor,
    filter: Filter,
    request: &PageRequest,
) -> Result<Page<catering_takings::Model>> {
    use catering_takings::Column;
    let Filter { region_code, establishment_code, year, month, in_force } = filter;
    let region = regions::get_within(connection, &actor.scope(), &region_code, "filter.regionCode").await?;
    let place = match establishment_code {
        Some(code) => {
            let code = catering::get(connection, &code, "filter.establishmentCode").await?.code;
            Condition::all().add(Column::EstablishmentCode.eq(code)).add(in_subtree(Column::RegionCode, &region.code))
        }
        None => {
            regions::require_township(&region, "filter.establishmentCode")?;
            in_subtree_in_order(Column::RegionCode, &region.code)
        }
    };
    let query = catering_takings::Entity::find().filter(place);
    let query = filter_some(query, year, |year| Column::Year.eq(year));
    let query = filter_some(query, month, |month| Column::Month.eq(month));
    let query = filter_some(query, in_force, |in_force| {
        if in_force { Column::ReplacedAt.is_null() } else { Column::ReplacedAt.is_not_null() }
    });
    page(connection, query, &[Column::Year, Column::Month, Column::Id], Order::Desc, request).await
}

/// The ledger entry of takings. They are booked on the first day of their month.
pub fn entry(takings: &catering_takings::Model) -> Option<Entry> {
    let day = Day::from_ymd_opt(takings.year, u32::try_from(takings.month).ok()?, 1)?;
    Some(Entry {
        facets: Facets {
            establishment_code: Some(takings.establishment_code.clone()),
            ..Facets::new(EntryKind::Catering, day, takings.region_code.clone())
        },
        amounts: Amounts { amount: takings.amount_fen, items: 1, records: 1, ..Amounts::default() },
        source: Source { kind: SourceKind::CateringTakings, id: takings.id },
    })
}
