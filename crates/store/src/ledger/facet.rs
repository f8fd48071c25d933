//! The facets that the totals are kept by, and their columns.

use sea_orm::{
    ActiveEnum,
    sea_query::{Expr, Func, SimpleExpr, Value},
};

use super::Facets;

/// A facet in the key of the totals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Facet {
    Kind,
    /// The business day. Totals by month have the first day of the month.
    Day,
    Region,
    Variety,
    Product,
    Season,
    Channel,
    Plant,
    Site,
    Establishment,
    GrowerKind,
}

impl Facet {
    /// All facets, in the order of the totals' keys.
    pub(super) const ALL: [Self; 11] = [
        Self::Kind,
        Self::Day,
        Self::Region,
        Self::Variety,
        Self::Product,
        Self::Season,
        Self::Channel,
        Self::Plant,
        Self::Site,
        Self::Establishment,
        Self::GrowerKind,
    ];

    /// The column of the entries.
    pub(super) fn column(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Day => "day",
            Self::Region => "region_code",
            Self::Variety => "variety_code",
            Self::Product => "product_code",
            Self::Season => "season",
            Self::Channel => "channel",
            Self::Plant => "plant_code",
            Self::Site => "site_code",
            Self::Establishment => "establishment_code",
            Self::GrowerKind => "grower_kind",
        }
    }

    /// The value in a total's key. Where a facet does not apply, it is an empty text or 0.
    pub(super) fn value(self, facets: &Facets) -> Value {
        let text = |text: &Option<String>| Value::from(text.clone().unwrap_or_default());
        match self {
            Self::Kind => facets.kind.to_value().into(),
            Self::Day => facets.day.into(),
            Self::Region => facets.region_code.clone().into(),
            Self::Variety => text(&facets.variety_code),
            Self::Product => text(&facets.product_code),
            Self::Season => facets.season.unwrap_or_default().into(),
            Self::Channel => text(&facets.channel.map(|channel| channel.to_value())),
            Self::Plant => text(&facets.plant_code),
            Self::Site => text(&facets.site_code),
            Self::Establishment => text(&facets.establishment_code),
            Self::GrowerKind => text(&facets.grower_kind.map(|kind| kind.to_value())),
        }
    }

    /// A column of entries as it would be in a total's key: without NULL.
    pub(super) fn without_null(self, column: &'static str) -> SimpleExpr {
        match self {
            Self::Kind | Self::Day | Self::Region => Expr::col(column),
            Self::Season => Func::coalesce([Expr::col(column), Expr::value(0)]).into(),
            Self::Variety
            | Self::Product
            | Self::Channel
            | Self::Plant
            | Self::Site
            | Self::Establishment
            | Self::GrowerKind => Func::coalesce([Expr::col(column), Expr::value("")]).into(),
        }
    }
}
