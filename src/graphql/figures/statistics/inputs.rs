//! Inputs of statistics: their filters and dimensions.

use async_graphql::{Enum, ID, InputObject, resolver_utils::EnumType};

use crate::graphql::{input, scalar::Date};
use domain::figures::statistics::{Dimension, Filter, Subject};
use store::error::Result;
use types::{DaySpan, Problem, SaleChannel};

/// Declares the dimensions that a statistic can be grouped by.
macro_rules! dimensions {
    ($(#[$doc:meta])* $name:ident { $($(#[$value_doc:meta])* $value:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
        pub(super) enum $name {
            $($(#[$value_doc])* $value),+
        }

        impl From<$name> for Dimension {
            fn from(dimension: $name) -> Self {
                match dimension {
                    $($name::$value => Self::$value),+
                }
            }
        }
    };
}

dimensions!(
    /// The dimensions by which sales and pre-sales can be grouped.
    StatisticsDimension {
        /// Business day.
        Day,
        /// Week from Monday to Sunday (ISO 8601). It belongs to the year of its Thursday.
        Week,
        /// Month.
        Month,
        /// Year.
        Year,
        /// Season of the crop. For pre-sales, the season of their offer.
        Season,
        /// Variety of the fruit.
        Variety,
        /// Product of a plant.
        Product,
        /// Region: the level directly below the requested region, or the requested region itself for what is booked
        /// directly to it.
        Region,
        /// Channel of the sale. Pre-sales have none.
        Channel,
        /// Kind of the grower, if it is known.
        GrowerKind,
    }
);

dimensions!(
    /// The dimensions by which visitors can be grouped.
    VisitorDimension {
        /// Day of the count.
        Day,
        /// Week from Monday to Sunday (ISO 8601). It belongs to the year of its Thursday.
        Week,
        /// Month.
        Month,
        /// Year.
        Year,
        /// Site.
        Site,
        /// Region: the level directly below the requested region, or the requested region itself for what is booked
        /// directly to it.
        Region,
    }
);

dimensions!(
    /// The dimensions by which catering takings can be grouped. Takings are recorded by month.
    CateringDimension {
        /// Month.
        Month,
        /// Year.
        Year,
        /// Establishment.
        Establishment,
        /// Region: the level directly below the requested region, or the requested region itself for what is booked
        /// directly to it.
        Region,
    }
);

dimensions!(
    /// The dimensions by which the output of plants can be grouped.
    PlantOutputDimension {
        /// Day the batch was finished.
        Day,
        /// Week from Monday to Sunday (ISO 8601). It belongs to the year of its Thursday.
        Week,
        /// Month.
        Month,
        /// Year.
        Year,
        /// Plant.
        Plant,
        /// Product.
        Product,
        /// Region: the level directly below the requested region, or the requested region itself for what is booked
        /// directly to it.
        Region,
    }
);

dimensions!(
    /// The dimensions by which planted area can be grouped. It is the area at the end of each day, week, month or year,
    /// or at the end of the range.
    PlantedAreaDimension {
        /// Day.
        Day,
        /// Week from Monday to Sunday (ISO 8601). It belongs to the year of its Thursday.
        Week,
        /// Month.
        Month,
        /// Year.
        Year,
        /// Variety.
        Variety,
        /// Region: the level directly below the requested region, or the requested region itself for what lies in no
        /// smaller one.
        Region,
        /// Kind of the grower.
        GrowerKind,
    }
);

/// Parses an enum value by its name. The error lists the valid names.
fn named<T: EnumType>(name: &str) -> Result<T, Problem> {
    let found = T::items().iter().find(|item| item.name == name).map(|item| item.value);
    found.ok_or_else(|| {
        let names: Vec<&str> = T::items().iter().map(|item| item.name).collect();
        Problem::new(format!("应为 {} 之一", names.join("、")), format!("expected one of {}", names.join(", ")))
    })
}

/// A dimension of a subject by its name.
pub fn dimension(subject: Subject, name: &str) -> Result<Dimension, Problem> {
    match subject {
        Subject::Sales => named::<StatisticsDimension>(name).map(Into::into),
        Subject::Visitors => named::<VisitorDimension>(name).map(Into::into),
        Subject::Catering => named::<CateringDimension>(name).map(Into::into),
        Subject::PlantOutput => named::<PlantOutputDimension>(name).map(Into::into),
        Subject::PlantedArea => named::<PlantedAreaDimension>(name).map(Into::into),
    }
}

/// A sales channel by its name.
pub fn channel(name: &str) -> Result<SaleChannel, Problem> {
    named(name)
}

/// Selects the sales and pre-sales to count. An absent field does not restrict the result. Both days are inclusive.
#[derive(InputObject)]
pub(crate) struct StatisticsFilter {
    /// Official code of the region. Includes everything below it.
    pub region_code: ID,
    /// The first day, inclusive. 1949 or later.
    from: Date,
    /// The last day, inclusive. No later than the end of the current year.
    to: Date,
    /// Only those of this variety.
    variety_code: Option<ID>,
    /// Only those of this product of a plant.
    product_code: Option<ID>,
    /// Only sales through this channel. Pre-sales have none.
    channel: Option<SaleChannel>,
}

/// Selects the visitors to count. An absent field does not restrict the result. Both days are inclusive.
#[derive(InputObject)]
pub(crate) struct VisitorStatisticsFilter {
    /// Official code of the region. Includes everything below it.
    pub region_code: ID,
    /// The first day, inclusive. 1949 or later.
    from: Date,
    /// The last day, inclusive. No later than the end of the current year.
    to: Date,
    /// Only visitors at this site.
    site_code: Option<ID>,
}

/// Selects the takings to count. An absent field does not restrict the result. Both days are inclusive. The takings of
/// a month belong to its first day.
#[derive(InputObject)]
pub(crate) struct CateringStatisticsFilter {
    /// Official code of the region. Includes everything below it.
    pub region_code: ID,
    /// The first day, inclusive. 1949 or later.
    from: Date,
    /// The last day, inclusive. No later than the end of the current year.
    to: Date,
    /// Only takings of this establishment.
    establishment_code: Option<ID>,
}

/// Selects the output to count. An absent field does not restrict the result. Both days are inclusive.
#[derive(InputObject)]
pub(crate) struct PlantOutputStatisticsFilter {
    /// Official code of the region. Includes everything below it.
    pub region_code: ID,
    /// The first day, inclusive. 1949 or later.
    from: Date,
    /// The last day, inclusive. No later than the end of the current year.
    to: Date,
    /// Only output of this plant.
    plant_code: Option<ID>,
    /// Only output of this product.
    product_code: Option<ID>,
}

/// Selects the area to count. An absent field does not restrict the result. Both days are inclusive.
#[derive(InputObject)]
pub(crate) struct PlantedAreaStatisticsFilter {
    /// Official code of the region. Includes everything below it.
    pub region_code: ID,
    /// The first day, inclusive. 1949 or later.
    from: Date,
    /// The last day, inclusive. No later than the end of the current year.
    to: Date,
    /// Only area of this variety.
    variety_code: Option<ID>,
}

fn filter(from: Date, to: Date) -> Result<Filter> {
    let span = DaySpan { from: input::read("filter.from", from)?, to: input::read("filter.to", to)? };
    Ok(Filter {
        span,
        variety_code: None,
        product_code: None,
        channel: None,
        plant_code: None,
        site_code: None,
        establishment_code: None,
    })
}

impl TryFrom<StatisticsFilter> for Filter {
    type Error = store::error::Error;

    fn try_from(fields: StatisticsFilter) -> Result<Self> {
        let StatisticsFilter { region_code: _, from, to, variety_code, product_code, channel } = fields;
        Ok(Self {
            variety_code: input::id(variety_code),
            product_code: input::id(product_code),
            channel,
            ..filter(from, to)?
        })
    }
}

impl TryFrom<VisitorStatisticsFilter> for Filter {
    type Error = store::error::Error;

    fn try_from(fields: VisitorStatisticsFilter) -> Result<Self> {
        let VisitorStatisticsFilter { region_code: _, from, to, site_code } = fields;
        Ok(Self { site_code: input::id(site_code), ..filter(from, to)? })
    }
}

impl TryFrom<CateringStatisticsFilter> for Filter {
    type Error = store::error::Error;

    fn try_from(fields: CateringStatisticsFilter) -> Result<Self> {
        let CateringStatisticsFilter { region_code: _, from, to, establishment_code } = fields;
        Ok(Self { establishment_code: input::id(establishment_code), ..filter(from, to)? })
    }
}

impl TryFrom<PlantOutputStatisticsFilter> for Filter {
    type Error = store::error::Error;

    fn try_from(fields: PlantOutputStatisticsFilter) -> Result<Self> {
        let PlantOutputStatisticsFilter { region_code: _, from, to, plant_code, product_code } = fields;
        Ok(Self { plant_code: input::id(plant_code), product_code: input::id(product_code), ..filter(from, to)? })
    }
}

impl TryFrom<PlantedAreaStatisticsFilter> for Filter {
    type Error = store::error::Error;

    fn try_from(fields: PlantedAreaStatisticsFilter) -> Result<Self> {
        let PlantedAreaStatisticsFilter { region_code: _, from, to, variety_code } = fields;
        Ok(Self { variety_code: input::id(variety_code), ..filter(from, to)? })
    }
}
