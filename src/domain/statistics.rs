//! Statistics: sums along the dimensions asked for, compared with the span before and with the year before.
//!
//! The kept totals answer them, so that they cost what their dimensions do and not what there are of records.

use std::collections::BTreeMap;

use sea_orm::{ActiveEnum, ConnectionTrait};

use super::{catering, check_span, plants, regions, sites, varieties};
use crate::{
    db::{
        Database, bound,
        ledger::{Amounts, By, Place, Question, Sum, sums},
    },
    error::{Error, Result},
    types::{
        Day, DaySpan, EntryKind, FIRST_YEAR, GrowerKind, Length, Period, Problem, RegionCode, RegionLevel, SaleChannel, Scope, Timestamp,
    },
};

/// How many rows an answer has at most.
pub const MOST_ROWS: usize = 5000;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Sales and pre-sales.
    Sales,
    /// Person-times at the sites that count.
    Visitors,
    /// Takings of catering establishments.
    Catering,
    /// What plants made.
    PlantOutput,
    /// Area of the plots in use at the end of each period.
    PlantedArea,
}

impl Subject {
    fn kinds(self) -> &'static [EntryKind] {
        match self {
            Self::Sales => &[EntryKind::Sale, EntryKind::Presale],
            Self::Visitors => &[EntryKind::Visitors],
            Self::Catering => &[EntryKind::Catering],
            Self::PlantOutput => &[EntryKind::Output],
            Self::PlantedArea => &[EntryKind::Area],
        }
    }

    /// Whether it is what stands at the end of a period, and not what happened in it.
    fn stands(self) -> bool {
        self == Self::PlantedArea
    }
}

/// What rows are told apart by. Each is one of a day's periods, or a facet of the entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// Business day.
    Day,
    /// Week, from Monday to Sunday.
    Week,
    /// Month.
    Month,
    /// Year.
    Year,
    /// Season of the crop.
    Season,
    /// Variety.
    Variety,
    /// Product of a plant.
    Product,
    /// The region below the one asked for.
    Region,
    /// Channel of a sale.
    Channel,
    /// Kind of grower.
    GrowerKind,
    /// Plant.
    Plant,
    /// Site.
    Site,
    /// Catering establishment.
    Establishment,
}

impl Dimension {
    fn length(self) -> Option<Length> {
        match self {
            Self::Day => Some(Length::Day),
            Self::Week => Some(Length::Week),
            Self::Month => Some(Length::Month),
            Self::Year => Some(Length::Year),
            _ => None,
        }
    }

    /// The facet of the entries below a region that tells the rows apart; none for a period.
    fn facet(self, region: &RegionCode) -> Option<By> {
        Some(match self {
            Self::Day | Self::Week | Self::Month | Self::Year => return None,
            Self::Season => By::Season,
            Self::Variety => By::Variety,
            Self::Product => By::Product,
            Self::Region => By::RegionOfDigits(match region.level() {
                Some(RegionLevel::Province) => 6,
                Some(RegionLevel::County) => 9,
                Some(RegionLevel::Township | RegionLevel::Village) | None => 12,
            }),
            Self::Channel => By::Channel,
            Self::GrowerKind => By::GrowerKind,
            Self::Plant => By::Plant,
            Self::Site => By::Site,
            Self::Establishment => By::Establishment,
        })
    }
}

/// Which entries count. What is empty does not restrict.
#[derive(Debug, Clone)]
pub struct Filter {
    /// The days.
    pub span: DaySpan,
    /// Those of a variety.
    pub variety_code: Option<String>,
    /// Those of a product.
    pub product_code: Option<String>,
    /// Those of a channel.
    pub channel: Option<SaleChannel>,
    /// Those of a plant.
    pub plant_code: Option<String>,
    /// Those of a site.
    pub site_code: Option<String>,
    /// Those of an establishment.
    pub establishment_code: Option<String>,
}

/// With what rows are compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Compared {
    /// With the span before.
    pub before: bool,
    /// With the year before.
    pub year_before: bool,
}

/// What is asked.
#[derive(Debug, Clone)]
pub struct Request {
    /// What is counted.
    pub subject: Subject,
    /// The region, with all below it.
    pub region_code: RegionCode,
    /// What rows are told apart by.
    pub group_by: Vec<Dimension>,
    /// With what they are compared.
    pub compared: Compared,
}

/// The sums of a row, by what the entries count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counted(BTreeMap<EntryKind, Amounts>);

impl Counted {
    /// What the entries of a kind sum up to.
    pub fn of(&self, kind: EntryKind) -> Amounts {
        self.0.get(&kind).copied().unwrap_or_default()
    }

    fn add(&mut self, kind: EntryKind, amounts: Amounts) {
        let sum = self.0.entry(kind).or_default();
        *sum = *sum + amounts;
    }

    /// Whether the sums come to nothing, however many records did that.
    fn is_nothing(&self) -> bool {
        self.0.values().all(|amounts| Amounts { records: 0, ..*amounts } == Amounts::default())
    }
}

/// What a row is told apart by, in the order of the dimensions asked for, as text that sorts as the rows do; '' where one does not apply.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key(Vec<(Dimension, String)>);

/// A row of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    key: Key,
    /// What it sums up to.
    pub counted: Counted,
    /// The same in the span before, where that was asked for.
    pub before: Option<Earlier>,
    /// The same in the year before, where that was asked for.
    pub year_before: Option<Earlier>,
}

impl Row {
    /// The value of a dimension; none where it was not asked for or does not apply.
    pub fn value(&self, dimension: Dimension) -> Option<&str> {
        let (_, text) = self.key.0.iter().find(|(known, text)| *known == dimension && !text.is_empty())?;
        Some(text)
    }

    /// The channel; none where it was not asked for or does not apply.
    pub fn channel(&self) -> Option<SaleChannel> {
        self.value(Dimension::Channel).and_then(|text| SaleChannel::try_from_value(&text.to_owned()).ok())
    }

    /// The kind of grower; none where it was not asked for or does not apply.
    pub fn grower_kind(&self) -> Option<GrowerKind> {
        self.value(Dimension::GrowerKind).and_then(|text| GrowerKind::try_from_value(&text.to_owned()).ok())
    }
}

/// What a row is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// The days.
    pub span: DaySpan,
    /// What they sum up to.
    pub counted: Counted,
}

/// Answers with rows in the order of their dimensions. Where all dimensions are periods, each period has a row, also where nothing was
/// recorded in it; without any dimension there is one row.
///
/// INVALID_INPUT on the field of `filter` that names nothing known, on `filter.to` before the first day or after the running year, on
/// `groupBy` where a dimension comes twice or weeks are to be compared beside months or years, on `asOf` in the future. TOO_COMPLEX where
/// there are more than 5,000 rows.
pub async fn statistics(
    database: &Database,
    scope: &Scope,
    request: Request,
    filter: Result<Filter>,
    as_of: Result<Option<Timestamp>>,
) -> Result<Vec<Row>> {
    let region = regions::known_within(database.reader(), scope, &request.region_code, "filter.regionCode").await?;
    let filter = filter?;
    let span = filter.span;
    check_span(span, database.clock().today())?;
    let only = known(database.reader(), filter).await?;
    check_dimensions(&request)?;
    let plan = Plan { subject: request.subject, region: region.code, dimensions: request.group_by, only };
    plan.empty_rows(span)?;
    let as_of = bound::close(database, as_of?).await?;
    database.read(async move |snapshot| plan.answer(&*snapshot, span, request.compared, as_of).await).await
}

/// The facets that a filter restricts to, each of something known.
async fn known(connection: &impl ConnectionTrait, filter: Filter) -> Result<Vec<(By, String)>> {
    let Filter { span: _, variety_code, product_code, channel, plant_code, site_code, establishment_code } = filter;
    let mut only = Vec::new();
    if let Some(code) = variety_code {
        only.push((By::Variety, varieties::known(connection, &code, "filter.varietyCode").await?.code));
    }
    if let Some(code) = product_code {
        only.push((By::Product, plants::known_product(connection, &code, "filter.productCode").await?.code));
    }
    if let Some(code) = plant_code {
        only.push((By::Plant, plants::known(connection, &code, "filter.plantCode").await?.code));
    }
    if let Some(code) = site_code {
        only.push((By::Site, sites::known(connection, &code, "filter.siteCode").await?.code));
    }
    if let Some(code) = establishment_code {
        only.push((By::Establishment, catering::known(connection, &code, "filter.establishmentCode").await?.code));
    }
    only.extend(channel.map(|channel| (By::Channel, channel.to_value())));
    Ok(only)
}

fn check_dimensions(request: &Request) -> Result<()> {
    let dimensions = &request.group_by;
    if let Some((position, _)) = dimensions.iter().enumerate().find(|(position, dimension)| dimensions[..*position].contains(dimension)) {
        let problem = Problem::new("维度重复", "the dimension is there already");
        return Err(Error::invalid(format!("groupBy.{position}"), problem));
    }
    let has = |dimension| dimensions.contains(&dimension);
    let cut_weeks = has(Dimension::Week) && !has(Dimension::Day) && (has(Dimension::Month) || has(Dimension::Year));
    if cut_weeks && request.compared != Compared::default() {
        let problem = Problem::new(
            "周与月、年并列时无法比较，请去掉 WEEK，或去掉 MONTH 与 YEAR",
            "weeks that months or years cut cannot be compared; leave out WEEK, or MONTH and YEAR",
        );
        return Err(Error::invalid("groupBy", problem));
    }
    Ok(())
}

fn too_many_rows() -> Error {
    Error::too_complex(
        format!("统计结果超过 {MOST_ROWS} 行：请缩短时间范围或减少维度"),
        format!("more than {MOST_ROWS} rows: ask for fewer days or dimensions"),
    )
}

/// How rows are made.
struct Plan {
    subject: Subject,
    region: RegionCode,
    dimensions: Vec<Dimension>,
    only: Vec<(By, String)>,
}

type Rows = BTreeMap<Key, (Option<Day>, Counted)>;

/// What entries sum up to: the first day of their period, their other facets, their kind and the sums.
type Parts = Vec<(Option<Day>, Vec<String>, EntryKind, Amounts)>;

impl Plan {
    async fn answer(&self, snapshot: &impl ConnectionTrait, span: DaySpan, compared: Compared, as_of: Timestamp) -> Result<Vec<Row>> {
        let told_apart = self.told_apart();
        let rows = self.fill(self.empty_rows(span)?, snapshot, span, as_of).await?;
        let (mut before, mut year_before) = (None, None);
        if compared.before {
            let earlier = span.before(told_apart);
            before = Some((earlier, self.fill(Rows::new(), snapshot, earlier, as_of).await?));
        }
        if compared.year_before {
            let earlier = span.a_year_before(told_apart);
            year_before = Some((earlier, self.fill(Rows::new(), snapshot, earlier, as_of).await?));
        }
        let rows = rows.into_iter().map(|(key, (day, counted))| {
            let period = told_apart.zip(day).map(|(length, day)| Period::of(length, day));
            let compare = |earlier: &Option<(DaySpan, Rows)>, its_period: Option<Period>, seasons: i32| {
                earlier.as_ref().map(|(span, rows)| {
                    let key = self.earlier_key(&key, its_period, seasons);
                    let counted = rows.get(&key).map(|(_, counted)| counted.clone()).unwrap_or_default();
                    Earlier { span: its_period.map_or(*span, |period| span.within(period)), counted }
                })
            };
            let before = compare(&before, period.map(Period::before), 0);
            let year_before = compare(&year_before, period.map(Period::a_year_before), 1);
            Row { before, year_before, key, counted }
        });
        Ok(rows.collect())
    }

    /// The shortest period that tells rows apart.
    fn told_apart(&self) -> Option<Length> {
        self.dimensions.iter().filter_map(|dimension| dimension.length()).min()
    }

    fn key(&self, day: Option<Day>, facets: &[String]) -> Key {
        let mut facets = facets.iter();
        let values = self.dimensions.iter().map(|dimension| {
            let text = match dimension.length().zip(day) {
                Some((length, day)) => Period::of(length, day).to_string(),
                None => facets.next().cloned().unwrap_or_default(),
            };
            (*dimension, text)
        });
        Key(values.collect())
    }

    /// The key of the row that another is compared with: of another period, and so many seasons earlier.
    fn earlier_key(&self, key: &Key, period: Option<Period>, seasons: i32) -> Key {
        let facets: Vec<String> = key
            .0
            .iter()
            .filter(|(dimension, _)| dimension.length().is_none())
            .map(|(dimension, text)| match (dimension, text.parse::<i32>()) {
                (Dimension::Season, Ok(season)) => (season - seasons).to_string(),
                _ => text.clone(),
            })
            .collect();
        self.key(period.map(Period::first), &facets)
    }

    /// Whether nothing but periods tells rows apart.
    fn has_periods_alone(&self) -> bool {
        self.dimensions.iter().all(|dimension| dimension.length().is_some())
    }

    /// A row for each period where nothing else tells rows apart; TOO_COMPLEX where they are too many.
    fn empty_rows(&self, span: DaySpan) -> Result<Rows> {
        let mut rows = Rows::new();
        if self.has_periods_alone() {
            for day in self.periods(span) {
                rows.insert(self.key(day, &[]), (day, Counted::default()));
                if rows.len() > MOST_ROWS {
                    return Err(too_many_rows());
                }
            }
        }
        Ok(rows)
    }

    /// The first day of each period of the span, in their order; one without a day where periods do not tell rows apart.
    fn periods(&self, span: DaySpan) -> Vec<Option<Day>> {
        let lengths: Vec<Length> = self.dimensions.iter().filter_map(|dimension| dimension.length()).collect();
        if lengths.is_empty() {
            return vec![None];
        }
        let begins = |day: Day| day == span.from || lengths.iter().any(|length| Period::of(*length, day).first() == day);
        span.days().filter(|day| begins(*day)).map(Some).collect()
    }

    /// Adds what the entries of a span sum up to, in a row of its own where there is none yet.
    async fn fill(&self, mut rows: Rows, snapshot: &impl ConnectionTrait, span: DaySpan, as_of: Timestamp) -> Result<Rows> {
        if self.subject.stands() {
            rows = self.fill_standing(rows, snapshot, span, as_of).await?;
        } else {
            for (day, facets, kind, amounts) in self.parts(snapshot, span, self.told_apart(), as_of).await? {
                rows.entry(self.key(day, &facets)).or_insert((day, Counted::default())).1.add(kind, amounts);
            }
            // What comes to nothing, as a pre-order that was confirmed and cancelled within the days, has no row.
            rows.retain(|_, (_, counted)| self.has_periods_alone() || !counted.is_nothing());
        }
        if rows.len() > MOST_ROWS { Err(too_many_rows()) } else { Ok(rows) }
    }

    /// What stands at the end of each period: all that had come by the span's first day, and what came and went since.
    async fn fill_standing(&self, mut rows: Rows, snapshot: &impl ConnectionTrait, span: DaySpan, as_of: Timestamp) -> Result<Rows> {
        let until = DaySpan { from: Day::from_ymd_opt(FIRST_YEAR, 1, 1).unwrap_or_default(), to: span.from.pred_opt().unwrap_or_default() };
        let mut changes = self.parts(snapshot, until, None, as_of).await?;
        changes.extend(self.parts(snapshot, span, self.told_apart(), as_of).await?);
        changes.sort_by_key(|(day, ..)| *day);
        let mut changes = changes.into_iter().peekable();
        let mut standing: BTreeMap<Vec<String>, Counted> = BTreeMap::new();
        let periods = self.periods(span);
        for (position, period) in periods.iter().enumerate() {
            let next = periods.get(position + 1).copied().flatten();
            while let Some((_, facets, kind, amounts)) = changes.next_if(|(day, ..)| next.is_none() || *day < next) {
                standing.entry(facets).or_default().add(kind, amounts);
            }
            for (facets, counted) in standing.iter().filter(|(_, counted)| !counted.is_nothing()) {
                rows.insert(self.key(*period, facets), (*period, counted.clone()));
            }
            if rows.len() > MOST_ROWS {
                return Err(too_many_rows());
            }
        }
        Ok(rows)
    }

    /// What the entries of a span sum up to, by the periods of a length and by the other dimensions.
    async fn parts(&self, snapshot: &impl ConnectionTrait, span: DaySpan, length: Option<Length>, as_of: Timestamp) -> Result<Parts> {
        let period = length.map(|length| match length {
            // The databases know nothing of weeks: their days are added up here.
            Length::Day | Length::Week => By::Day,
            Length::Month => By::Month,
            Length::Year => By::Year,
        });
        let facets = self.dimensions.iter().filter_map(|dimension| dimension.facet(&self.region));
        let by: Vec<By> = [By::Kind].into_iter().chain(period).chain(facets).collect();
        let kinds = self.subject.kinds();
        // A row adds up so many sums at most: one a kind, and one a day of its week.
        let of_a_row = kinds.len() * if length == Some(Length::Week) { 7 } else { 1 };
        let most = MOST_ROWS * of_a_row + 1;
        let question = Question {
            kinds,
            place: Place::Subtree(self.region.clone()),
            from: span.from,
            to: span.to,
            only: &self.only,
            by: &by,
            as_of,
            most: Some(most as u64),
        };
        let sums = sums(snapshot, &question).await?;
        if sums.len() == most {
            return Err(too_many_rows());
        }
        sums.into_iter().map(|sum| part(sum, period.is_some(), span.from)).collect()
    }
}

/// A sum with its kind, its period's first day and its other facets told apart. A period that began before the first day begins there.
fn part(sum: Sum, has_period: bool, first: Day) -> Result<(Option<Day>, Vec<String>, EntryKind, Amounts)> {
    let mut facets = sum.facets;
    let others = facets.split_off(if has_period { 2 } else { 1 });
    let mut period = None;
    if has_period {
        let text = facets.pop().unwrap_or_default();
        let written_out = format!("{text}{}", &"0000-01-01"[text.len()..]);
        period = Some(written_out.parse::<Day>().map_err(Error::internal)?.max(first));
    }
    let kind = EntryKind::try_from_value(&facets.pop().unwrap_or_default())?;
    Ok((period, others, kind, sum.amounts))
}
