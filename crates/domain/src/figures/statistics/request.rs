//! The request of a statistic: its subject, its filter, its dimensions and its comparisons.

use sea_orm::ActiveEnum;

use crate::{
    plants::processing_plants,
    registers::varieties,
    tourism::{catering, sites},
};
use store::{
    Reader,
    error::{Error, Result},
    ledger::By,
};
use types::{DaySpan, EntryKind, Length, Problem, RegionCode, RegionLevel, SaleChannel};

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Sales and pre-sales.
    Sales,
    /// Person-times at the sites that count.
    Visitors,
    /// Takings of catering establishments.
    Catering,
    /// Output of plants.
    PlantOutput,
    /// Area of the plots in use at the end of each period.
    PlantedArea,
}

impl Subject {
    /// The kinds of entries that it counts.
    pub(super) fn kinds(self) -> &'static [EntryKind] {
        match self {
            Self::Sales => &[EntryKind::Sale, EntryKind::Presale],
            Self::Visitors => &[EntryKind::Visitors],
            Self::Catering => &[EntryKind::Catering],
            Self::PlantOutput => &[EntryKind::Output],
            Self::PlantedArea => &[EntryKind::Area],
        }
    }

    /// Whether it is a state at the end of a period, and not a flow within it.
    pub(super) fn is_state(self) -> bool {
        self == Self::PlantedArea
    }
}

/// The dimensions by which rows can be grouped. Each is a kind of period or a facet of the entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// Sales channel.
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
    /// The length of a period. None for a facet.
    pub(super) fn length(self) -> Option<Length> {
        match self {
            Self::Day => Some(Length::Day),
            Self::Week => Some(Length::Week),
            Self::Month => Some(Length::Month),
            Self::Year => Some(Length::Year),
            _ => None,
        }
    }

    /// Whether its values are codes of something with a name.
    pub fn has_names(self) -> bool {
        matches!(self, Self::Region | Self::Variety | Self::Product | Self::Plant | Self::Site | Self::Establishment)
    }

    /// The facet of the entries below a region by which rows are grouped. None for a period.
    pub(super) fn facet(self, region: &RegionCode) -> Option<By> {
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

/// The filter of the entries. An absent field does not restrict.
#[derive(Debug, Clone)]
pub struct Filter {
    /// The span of days.
    pub span: DaySpan,
    /// Only entries of this variety.
    pub variety_code: Option<String>,
    /// Only entries of this product.
    pub product_code: Option<String>,
    /// Only entries of this channel.
    pub channel: Option<SaleChannel>,
    /// Only entries of this plant.
    pub plant_code: Option<String>,
    /// Only entries of this site.
    pub site_code: Option<String>,
    /// Only entries of this establishment.
    pub establishment_code: Option<String>,
}

/// The comparisons of each row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Compared {
    /// With the span before.
    pub before: bool,
    /// With the year before.
    pub year_before: bool,
}

/// A request.
#[derive(Debug, Clone)]
pub struct Request {
    /// What is counted.
    pub subject: Subject,
    /// The dimensions of the rows.
    pub group_by: Vec<Dimension>,
    /// The comparisons of each row.
    pub compared: Compared,
}

/// Checks that the values of a filter exist, and returns them as facets.
pub(super) async fn known(connection: &Reader, filter: Filter) -> Result<Vec<(By, String)>> {
    let Filter { span: _, variety_code, product_code, channel, plant_code, site_code, establishment_code } = filter;
    let mut only = Vec::new();
    if let Some(code) = variety_code {
        only.push((By::Variety, varieties::get(connection, &code, "filter.varietyCode").await?.code));
    }
    if let Some(code) = product_code {
        only.push((By::Product, processing_plants::get_product(connection, &code, "filter.productCode").await?.code));
    }
    if let Some(code) = plant_code {
        only.push((By::Plant, processing_plants::get(connection, &code, "filter.plantCode").await?.code));
    }
    if let Some(code) = site_code {
        only.push((By::Site, sites::get(connection, &code, "filter.siteCode").await?.code));
    }
    if let Some(code) = establishment_code {
        only.push((By::Establishment, catering::get(connection, &code, "filter.establishmentCode").await?.code));
    }
    only.extend(channel.map(|channel| (By::Channel, channel.to_value())));
    Ok(only)
}

/// INVALID_INPUT on `groupBy` if a dimension occurs twice, or if weeks are to be compared together with months or
/// years.
#[expect(clippy::indexing_slicing, reason = "each index lies within the slice by construction")]
pub(super) fn check_dimensions(request: &Request) -> Result<()> {
    let dimensions = &request.group_by;
    if let Some((position, _)) =
        dimensions.iter().enumerate().find(|(position, dimension)| dimensions[..*position].contains(dimension))
    {
        let problem = Problem::new("维度重复", "the dimension is listed twice");
        return Err(Error::invalid(format!("groupBy.{position}"), problem));
    }
    let has = |dimension| dimensions.contains(&dimension);
    let cut_weeks = has(Dimension::Week) && !has(Dimension::Day) && (has(Dimension::Month) || has(Dimension::Year));
    if cut_weeks && request.compared != Compared::default() {
        let problem = Problem::new(
            "周与月、年并列时无法比较，请去掉 WEEK，或去掉 MONTH 与 YEAR",
            "weeks split by months or years cannot be compared; leave out WEEK, or MONTH and YEAR",
        );
        return Err(Error::invalid("groupBy", problem));
    }
    Ok(())
}
