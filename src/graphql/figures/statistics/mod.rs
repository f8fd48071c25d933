//! Statistics: sums along the dimensions asked for.

use async_graphql::{Context, ID, Object};

mod comparison;
mod dimensions;
mod inputs;
mod rows;
mod sales;

pub use inputs::{channel, dimension};

use inputs::{
    CateringDimension, CateringStatisticsFilter, PlantOutputDimension, PlantOutputStatisticsFilter,
    PlantedAreaDimension, PlantedAreaStatisticsFilter, StatisticsDimension, StatisticsFilter, VisitorDimension,
    VisitorStatisticsFilter,
};
use rows::{CateringStatisticsRow, PlantOutputStatisticsRow, PlantedAreaStatisticsRow, VisitorStatisticsRow};
use sales::StatisticsRow;

use crate::graphql::document::cost::list_size;
use crate::graphql::{
    guard::{self, allow, database, nullable},
    input,
    scalar::DateTime,
};
use domain::figures::statistics::{self, Compared, Dimension, Filter, Request, Row, Subject};
use store::error::{Error, Result};
use types::RegionCode;

/// The rows of a statistic; compared with earlier ones only where the selection asks for that.
async fn rows<T: TryFrom<Row, Error = Error>>(
    ctx: &Context<'_>,
    subject: Subject,
    region_code: ID,
    filter: Result<Filter>,
    group_by: impl IntoIterator<Item = impl Into<Dimension>>,
    as_of: Option<DateTime>,
) -> Result<Vec<T>> {
    let actor = allow(ctx, guard::READERS)?;
    let selection = ctx.look_ahead();
    let request = Request {
        subject,
        region_code: RegionCode(region_code.0),
        group_by: group_by.into_iter().map(Into::into).collect(),
        compared: Compared {
            before: selection.field("before").exists(),
            year_before: selection.field("yearBefore").exists(),
        },
    };
    let as_of = as_of.map(|instant| input::instant("asOf", &instant)).transpose();
    let rows = statistics::statistics(database(ctx), &actor.scope(), request, filter, as_of).await?;
    rows.into_iter().map(T::try_from).collect()
}

/// Queries for statistics.
#[derive(Debug, Default)]
pub struct StatisticsQuery;

#[Object]
impl StatisticsQuery {
    /// Sales and pre-sales, summed along the dimensions asked for, in the order of these. Where all of them are
    /// periods, each period has a row, also one in which nothing was recorded; without any there is one row. At most
    /// 5,000 rows, else TOO_COMPLEX. For ADMIN, and for OFFICIAL and CLERK of the region.
    #[graphql(directive = list_size::apply(Some(500), None))]
    async fn sales_statistics(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which sales and pre-sales count.")] filter: StatisticsFilter,
        #[graphql(desc = "The dimensions to group by. Each may appear only once.")] group_by: Vec<StatisticsDimension>,
        #[graphql(desc = "The records as of this instant, which must not be in the future. Default: now.")]
        as_of: Option<DateTime>,
    ) -> Option<Result<Vec<StatisticsRow>>> {
        let region = filter.region_code.clone();
        nullable(rows(ctx, Subject::Sales, region, filter.try_into(), group_by, as_of)).await
    }

    /// Visitors, summed along the dimensions asked for, as `salesStatistics` does. At most 5,000 rows, else
    /// TOO_COMPLEX. For ADMIN, and for OFFICIAL and CLERK of the region.
    #[graphql(directive = list_size::apply(Some(500), None))]
    async fn visitor_statistics(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which visitors count.")] filter: VisitorStatisticsFilter,
        #[graphql(desc = "The dimensions to group by. Each may appear only once.")] group_by: Vec<VisitorDimension>,
        #[graphql(desc = "The records as of this instant, which must not be in the future. Default: now.")]
        as_of: Option<DateTime>,
    ) -> Option<Result<Vec<VisitorStatisticsRow>>> {
        let region = filter.region_code.clone();
        nullable(rows(ctx, Subject::Visitors, region, filter.try_into(), group_by, as_of)).await
    }

    /// Catering takings, summed along the dimensions asked for, as `salesStatistics` does. At most 5,000 rows, else
    /// TOO_COMPLEX. For ADMIN, and for OFFICIAL and CLERK of the region.
    #[graphql(directive = list_size::apply(Some(500), None))]
    async fn catering_statistics(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which takings count.")] filter: CateringStatisticsFilter,
        #[graphql(desc = "The dimensions to group by. Each may appear only once.")] group_by: Vec<CateringDimension>,
        #[graphql(desc = "The records as of this instant, which must not be in the future. Default: now.")]
        as_of: Option<DateTime>,
    ) -> Option<Result<Vec<CateringStatisticsRow>>> {
        let region = filter.region_code.clone();
        nullable(rows(ctx, Subject::Catering, region, filter.try_into(), group_by, as_of)).await
    }

    /// What plants made, summed along the dimensions asked for, as `salesStatistics` does. At most 5,000 rows, else
    /// TOO_COMPLEX. For ADMIN, and for OFFICIAL and CLERK of the region.
    #[graphql(directive = list_size::apply(Some(500), None))]
    async fn plant_output_statistics(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which output counts.")] filter: PlantOutputStatisticsFilter,
        #[graphql(desc = "The dimensions to group by. Each may appear only once.")] group_by: Vec<PlantOutputDimension>,
        #[graphql(desc = "The records as of this instant, which must not be in the future. Default: now.")]
        as_of: Option<DateTime>,
    ) -> Option<Result<Vec<PlantOutputStatisticsRow>>> {
        let region = filter.region_code.clone();
        nullable(rows(ctx, Subject::PlantOutput, region, filter.try_into(), group_by, as_of)).await
    }

    /// Planted area as it stands at the end of each period asked for, or of the span, along the dimensions, as
    /// `salesStatistics` does. At most 5,000 rows, else TOO_COMPLEX. For ADMIN, and for OFFICIAL and CLERK of the
    /// region.
    #[graphql(directive = list_size::apply(Some(500), None))]
    async fn planted_area_statistics(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which area counts.")] filter: PlantedAreaStatisticsFilter,
        #[graphql(desc = "The dimensions to group by. Each may appear only once.")] group_by: Vec<PlantedAreaDimension>,
        #[graphql(desc = "The records as of this instant, which must not be in the future. Default: now.")]
        as_of: Option<DateTime>,
    ) -> Option<Result<Vec<PlantedAreaStatisticsRow>>> {
        let region = filter.region_code.clone();
        nullable(rows(ctx, Subject::PlantedArea, region, filter.try_into(), group_by, as_of)).await
    }
}
