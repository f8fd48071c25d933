//! From a figure to the entries that it sums, and from those to their records.
//!
//! The entries of a figure are read one kind and region after another, each by day. However many entries there are,
//! each page starts where the last one ended, in a range of an index. The stored totals say which regions have any
//! entries. Where no index covers a restriction, they also say in which months there are matching entries. A page
//! therefore reads no more of one region than some months, each of which has a match.

use std::collections::{BTreeSet, HashMap};

use chrono::Datelike;
use sea_orm::{
    ActiveEnum, ColumnTrait, Condition, EntityTrait, Order, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    Select, Value,
};
use uuid::Uuid;

mod codes;
mod parts;

use self::{
    codes::codes,
    parts::{Part, parts},
};
use super::reports::Row;
use crate::{
    check_span,
    figures::definitions::{self, Entries, Figure},
    registers::regions,
};
use store::{
    Database, Reader, bound,
    entity::figures::ledger_entry,
    error::{Error, Result},
    ledger::{self, Amounts, By, Entry, Place, Sought, booked_in},
    load,
    page::{LARGEST_COUNT, Page, PageRequest, encode, is_after},
};
use types::{Day, DaySpan, EntryKind, NodeId, Problem, RegionCode, Scope, Timestamp};

/// A figure of a region, including all regions below it.
#[derive(Debug)]
pub struct FigureOfRegion {
    figure: &'static Figure,
    region_code: RegionCode,
}

/// A figure of a region over some days.
#[derive(Debug)]
pub struct FigureOfDays {
    of: FigureOfRegion,
    span: DaySpan,
}

/// Filter for the entries of a figure.
#[derive(Debug)]
pub struct Filter {
    /// The row of the figure.
    pub row: Row,
    /// Only entries that have come to count since this instant: entries recorded later; for a figure of a state, entries
    /// of a later day; for the catering increase, takings of a baseline month whose counterpart counts since then.
    pub recorded_after: Option<Timestamp>,
}

/// An entry of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureEntry {
    /// Its id, which also says whether the figure subtracts it.
    pub id: NodeId,
    /// Its kind.
    pub kind: EntryKind,
    /// Business day.
    pub day: Day,
    /// The region that it is booked on.
    pub region_code: RegionCode,
    /// The amounts that it adds to the figure.
    pub amounts: Amounts,
    /// The instant of recording.
    pub recorded_at: Timestamp,
    /// The kind and id of its record, as in the audit log.
    pub record: String,
}

/// The restriction of the entries within the parts.
struct Wanted {
    figure: &'static Figure,
    row: Row,
    as_of: Timestamp,
    recorded_after: Option<Timestamp>,
}

/// The columns of cursors.
const ORDER: [ledger_entry::Column; 4] =
    [ledger_entry::Column::Kind, ledger_entry::Column::RegionCode, ledger_entry::Column::Day, ledger_entry::Column::Id];

/// A figure of a region that the reader may see. INVALID_INPUT on `filter.key` if the figure does not exist, and on
/// `filter.regionCode` if the region does not exist.
pub async fn figure_of(
    connection: &Reader,
    scope: &Scope,
    key: &str,
    region_code: &RegionCode,
) -> Result<FigureOfRegion> {
    let region = regions::get_within(connection, scope, region_code, "filter.regionCode").await?;
    let figure = definitions::find(key).ok_or_else(|| {
        let problem = Problem::new(
            "没有这个指标；figureDefinitions 列出全部指标",
            "no such figure; figureDefinitions lists them all",
        );
        Error::invalid("filter.key", problem)
    })?;
    Ok(FigureOfRegion { figure, region_code: region.code })
}

impl FigureOfRegion {
    /// The figure over a span of days. INVALID_INPUT on `filter.to` if it is before the first day, after the current
    /// year or, for the catering increase, in another year than the first day.
    pub fn over(self, span: DaySpan, today: Day) -> Result<FigureOfDays> {
        check_span(span, today)?;
        if self.figure.entries == Entries::OverTheBaseline && span.from.year() != span.to.year() {
            let problem = Problem::new(
                "特色餐饮增收与基期年同期相比，起止日期应在同一年",
                "for a comparison with a baseline year, both days must be in one year",
            );
            return Err(Error::invalid("filter.to", problem));
        }
        Ok(FigureOfDays { of: self, span })
    }
}

/// A page of the entries that a figure sums over its days, by kind, region, day and id. Figures of a state (areas,
/// growers, editions, plants, projects, honours) sum all entries up to the last day, regardless of the first one.
/// INVALID_INPUT on `filter.asOf` if it is in the future.
pub async fn list(
    database: &Database,
    figure: FigureOfDays,
    filter: Filter,
    as_of: Option<Timestamp>,
    request: PageRequest,
) -> Result<Page<FigureEntry>> {
    let FigureOfDays { of: FigureOfRegion { figure, region_code }, span } = figure;
    let Filter { row, recorded_after } = filter;
    let as_of = bound::close(database, as_of).await.map_err(|error| error.within("filter"))?;
    database
        .read(async move |snapshot| {
            let wanted = Wanted { figure, row, as_of, recorded_after };
            let parts = parts(&snapshot, &wanted, &region_code, span).await?;
            let parts = wanted.narrow(&snapshot, parts, figure.place(&region_code)).await?;
            page(&snapshot, &parts, &wanted, &request).await
        })
        .await
}

#[expect(clippy::indexing_slicing, reason = "each index lies within the slice by construction")]
async fn page(snapshot: &Reader, parts: &[Part], wanted: &Wanted, request: &PageRequest) -> Result<Page<FigureEntry>> {
    let size = usize::try_from(request.size()?).unwrap_or(usize::MAX);
    let mut start = request.start(&ORDER)?.map(|values| Start::of(values, parts)).transpose()?;
    let total = if request.count { total(snapshot, parts, wanted).await? } else { None };
    let has_previous = start.is_some();
    let mut rows = Vec::new();
    for part in &parts[start.as_ref().map_or(0, |start| start.part)..] {
        let mut query = wanted.of(part);
        if let Some(start) = start.take() {
            query = query.filter(is_after(&ORDER[2..], start.after, &Order::Asc));
        }
        let missing = size + 1 - rows.len();
        let query =
            query.order_by_asc(ledger_entry::Column::Day).order_by_asc(ledger_entry::Column::Id).limit(missing as u64);
        rows.extend(query.all(snapshot).await?.into_iter().map(|row| (part.takes_off(&row), row)));
        if rows.len() > size {
            break;
        }
    }
    let has_next = rows.len() > size;
    rows.truncate(size);
    let codes = codes(snapshot, rows.iter().map(|(_, row)| row)).await?;
    let rows = rows
        .into_iter()
        .map(|(is_taken_off, row)| (encode(&row, &ORDER), figure_entry(row, is_taken_off, &codes)))
        .collect();
    Ok(Page { rows, has_next, has_previous, total })
}

/// The start of a page: the part, and the day and id after which it starts.
struct Start {
    part: usize,
    after: Vec<Value>,
}

impl Start {
    /// INVALID_INPUT on `after` if the cursor belongs to none of the parts.
    #[expect(clippy::indexing_slicing, reason = "each index lies within the slice by construction")]
    fn of(mut values: Vec<Value>, parts: &[Part]) -> Result<Self> {
        let after = values.split_off(2);
        let is_its = |part: &Part| {
            let is_its_day =
                matches!(after[0], Value::ChronoDate(Some(day)) if (part.span.from..=part.span.to).contains(&day));
            is_its_day && values == [Value::from(part.kind.to_value()), Value::from(part.region.clone())]
        };
        let part = parts.iter().position(is_its);
        let part =
            part.ok_or_else(|| Error::invalid("after", Problem::new("游标无效", "not a cursor of this list")))?;
        Ok(Self { part, after })
    }
}

/// The number of entries. None above the largest count.
async fn total(snapshot: &Reader, parts: &[Part], wanted: &Wanted) -> Result<Option<u64>> {
    let mut total = 0;
    for part in parts {
        total += wanted.of(part).limit(LARGEST_COUNT + 1 - total).count(snapshot).await?;
        if total > LARGEST_COUNT {
            return Ok(None);
        }
    }
    Ok(Some(total))
}

impl Figure {
    /// The place where the figure's entries for a region are booked.
    fn place(&self, region: &RegionCode) -> Place {
        match self.entries {
            Entries::UpToItsEndOnTheRegion => Place::Exactly(region.clone()),
            _ => Place::Subtree(region.clone()),
        }
    }
}

impl Wanted {
    /// Restricts the parts to the months with matching entries, if not every entry matches.
    async fn narrow(&self, snapshot: &Reader, parts: Vec<Part>, place: Place) -> Result<Vec<Part>> {
        let only = self.facets();
        let from = parts.iter().map(|part| part.span.from).min();
        let to = parts.iter().map(|part| part.span.to).max();
        let (Some(from), Some(to)) = (from, to) else { return Ok(parts) };
        if only.is_empty() && self.recorded_after.is_none() {
            return Ok(parts);
        }
        let sought = Sought { kinds: self.figure.kinds, place, span: DaySpan { from, to }, only: &only };
        let mut months = booked_in(snapshot, &sought, self.recorded_after).await?;
        if let Some(day) = self.recorded_after.and_then(|instant| self.counts_by_day_after(instant)) {
            let later = Sought { span: DaySpan { from: from.max(day), to }, ..sought };
            months.extend(booked_in(snapshot, &later, None).await?);
        }
        Ok(parts.into_iter().flat_map(|part| if part.has_moved() { vec![part] } else { part.cut(&months) }).collect())
    }

    /// The facets that restrict the entries, as the totals are grouped by them.
    fn facets(&self) -> Vec<(By, Option<String>)> {
        let of_what = match self.figure.entries {
            Entries::OfFruit => Some((By::Variety, None)),
            Entries::OfProducts => Some((By::Product, None)),
            _ => None,
        };
        let of_row = match &self.row {
            Row::Whole | Row::Month(_) | Row::Honour(_) => None,
            Row::Variety(code) => Some((By::Variety, Some(code.clone()))),
            Row::Product(code) | Row::MonthOfProduct(code, _) => Some((By::Product, Some(code.clone()))),
            Row::Channel(channel) => Some((By::Channel, Some(channel.to_value()))),
        };
        of_what.into_iter().chain(of_row).collect()
    }

    /// The matching entries of a part.
    fn of(&self, part: &Part) -> Select<ledger_entry::Entity> {
        use ledger_entry::Column;
        let of_what = match self.figure.entries {
            Entries::OfFruit => Condition::all().add(Column::VarietyCode.is_not_null()),
            Entries::OfProducts => Condition::all().add(Column::ProductCode.is_not_null()),
            _ => Condition::all(),
        };
        ledger_entry::Entity::find()
            .filter(Column::Kind.eq(part.kind))
            .filter(Column::RegionCode.eq(part.region.clone()))
            .filter(Column::Day.between(part.span.from, part.span.to))
            .filter(Column::RecordedAt.lte(self.as_of))
            .filter(
                of_what.add(self.of_row()).add(part.share(self.recorded_after.map(|at| (at, self.counting_since(at))))),
            )
    }

    /// The condition for the entries of the row. A month is already covered by the days.
    fn of_row(&self) -> Condition {
        use ledger_entry::Column;
        let every = Condition::all();
        match &self.row {
            Row::Whole | Row::Month(_) => every,
            Row::Variety(code) => every.add(Column::VarietyCode.eq(code.as_str())),
            Row::Product(code) | Row::MonthOfProduct(code, _) => every.add(Column::ProductCode.eq(code.as_str())),
            Row::Channel(channel) => every.add(Column::Channel.eq(*channel)),
            Row::Honour(kind) => every.add(Column::Kind.eq(EntryKind::from(*kind))),
        }
    }

    fn counting_since(&self, instant: Timestamp) -> Condition {
        use ledger_entry::Column;
        let of_a_later_day = self.counts_by_day_after(instant).map(|day| Column::Day.gt(day));
        Condition::any().add(Column::RecordedAt.gt(instant)).add_option(of_a_later_day)
    }

    /// The day after which entries have come to count since an instant, whenever they were recorded.
    fn counts_by_day_after(&self, instant: Timestamp) -> Option<Day> {
        match self.figure.entries {
            Entries::UpToItsEnd | Entries::UpToItsEndOnTheRegion | Entries::OfEditions => Some(instant.day()),
            Entries::OfItsDays | Entries::OfFruit | Entries::OfProducts | Entries::OverTheBaseline => None,
        }
    }
}

fn figure_entry(row: ledger_entry::Model, is_taken_off: bool, codes: &HashMap<Uuid, String>) -> FigureEntry {
    let (id, recorded_at) = (row.id, row.recorded_at);
    let Entry { facets, amounts, source } = ledger::entry(row);
    let record = codes.get(&source.id).cloned().unwrap_or_else(|| source.id.to_string());
    FigureEntry {
        id: if is_taken_off { NodeId::TakenOff(id) } else { NodeId::Record(id) },
        kind: facets.kind,
        day: facets.day,
        region_code: facets.region_code,
        amounts: if is_taken_off { -amounts } else { amounts },
        recorded_at,
        record: format!("{}:{record}", source.kind.to_value().to_lowercase()),
    }
}

/// The entries with these ids, each as a figure adds or subtracts it. The caller has checked that the reader may see
/// them.
pub async fn with_ids(connection: &Reader, ids: &[(Uuid, bool)]) -> Result<HashMap<(Uuid, bool), FigureEntry>> {
    let distinct: Vec<Uuid> = ids.iter().map(|(id, _)| *id).collect::<BTreeSet<_>>().into_iter().collect();
    let rows = load::by_key::<ledger_entry::Entity>(connection, &distinct).await?;
    let codes = codes(connection, rows.values()).await?;
    let entry = |key: &(Uuid, bool)| Some((*key, figure_entry(rows.get(&key.0)?.clone(), key.1, &codes)));
    Ok(ids.iter().filter_map(entry).collect())
}
