//! Statistics: sums by the requested dimensions.

mod inputs;

pub use inputs::{channel, dimension};

use async_graphql::{Context, ID, Object};

use crate::graphql::{
    document::cost::list_size,
    guard::{self, database},
    input,
    list::List,
    objects::statistics::{
        CateringStatisticsRow, PlantOutputStatisticsRow, PlantedAreaStatisticsRow, StatisticsRow, VisitorStatisticsRow,
    },
    scalar::DateTime,
};
use domain::{
    figures::statistics::{Compared, Dimension, Filter, Request, Row, Statistic, Subject},
    registers::regions,
};
use inputs::{
    CateringDimension, CateringStatisticsFilter, PlantOutputDimension, PlantOutputStatisticsFilter,
    PlantedAreaDimension, PlantedAreaStatisticsFilter, StatisticsDimension, StatisticsFilter, VisitorDimension,
    VisitorStatisticsFilter,
};
use store::error::{Error, Result};

/// The rows of a statistic. They are compared with earlier ones only if the selection asks for it.
async fn rows<T: TryFrom<Row, Error = Error>>(
    ctx: &Context<'_>,
    subject: Subject,
    region_code: ID,
    filter: impl TryInto<Filter, Error = Error> + Send,
    group_by: impl IntoIterator<Item = impl Into<Dimension>>,
    as_of: Option<DateTime>,
) -> Option<Result<List<T>>> {
    guard::answer(ctx, guard::READERS, |actor| async move {
        let (database, code, selection) = (database(ctx), input::id(region_code), ctx.look_ahead());
        let request = Request {
            subject,
            group_by: group_by.into_iter().map(Into::into).collect(),
            compared: Compared {
                before: selection.field("before").exists(),
                year_before: selection.field("yearBefore").exists(),
            },
        };
        let region = regions::get_within(database.reader(), &actor.scope(), &code, "filter.regionCode").await?;
        let statistic = Statistic::of(database, &region, request, filter.try_into()?).await?;
        let rows = statistic.rows(database, input::read("asOf", as_of)?).await?;
        rows.into_iter().map(T::try_from).collect()
    })
    .await
}

/// Queries for statistics.
#[derive(Debug, Default)]
pub(crate) struct StatisticsQuery;

#[Object]
impl StatisticsQuery {
    /// Sales and pre-sales, summed by the requested dimensions and ordered by them. If all dimensions are periods,
    /// every period has a row, even one without records. Without dimensions there is one row. At most 5,000 rows,
    /// otherwise TOO_COMPLEX. For ADMIN, and for OFFICIAL and CLERK of the region.
    #[graphql(directive = list_size::apply(Some(500), None))]
    async fn sales_statistics(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Selects the sales and pre-sales to count.")] filter: StatisticsFilter,
        #[graphql(desc = "The dimensions to group by. Each may appear only once.")] group_by: Vec<StatisticsDimension>,
        #[graphql(desc = "The records as of this instant, which must not be in the future. Default: now.")]
        as_of: Option<DateTime>,
    ) -> Option<Result<List<StatisticsRow>>> {
        let region = filter.region_code.clone();
        rows(ctx, Subject::Sales, region, filter, group_by, as_of).await
    }

    /// Visitors, summed by the requested dimensions like `salesStatistics`. At most 5,000 rows, otherwise TOO_COMPLEX.
    /// For ADMIN, and for OFFICIAL and CLERK of the region.
    #[graphql(directive = list_size::apply(Some(500), None))]
    async fn visitor_statistics(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Selects the visitors to count.")] filter: VisitorStatisticsFilter,
        #[graphql(desc = "The dimensions to group by. Each may appear only once.")] group_by: Vec<VisitorDimension>,
        #[graphql(desc = "The records as of this instant, which must not be in the future. Default: now.")]
        as_of: Option<DateTime>,
    ) -> Option<Result<List<VisitorStatisticsRow>>> {
        let region = filter.region_code.clone();
        rows(ctx, Subject::Visitors, region, filter, group_by, as_of).await
    }

    /// Catering takings, summed by the requested dimensions like `salesStatistics`. At most 5,000 rows, otherwise
    /// TOO_COMPLEX. For ADMIN, and for OFFICIAL and CLERK of the region.
    #[graphql(directive = list_size::apply(Some(500), None))]
    async fn catering_statistics(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Selects the takings to count.")] filter: CateringStatisticsFilter,
        #[graphql(desc = "The dimensions to group by. Each may appear only once.")] group_by: Vec<CateringDimension>,
        #[graphql(desc = "The records as of this instant, which must not be in the future. Default: now.")]
        as_of: Option<DateTime>,
    ) -> Option<Result<List<CateringStatisticsRow>>> {
        let region = filter.region_code.clone();
        rows(ctx, Subject::Catering, region, filter, group_by, as_of).await
    }

    /// Output of plants, summed by the requested dimensions like `salesStatistics`. At most 5,000 rows, otherwise
    /// TOO_COMPLEX. For ADMIN, and for OFFICIAL and CLERK of the region.
    #[graphql(directive = list_size::apply(Some(500), None))]
    async fn plant_output_statistics(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Selects the output to count.")] filter: PlantOutputStatisticsFilter,
        #[graphql(desc = "The dimensions to group by. Each may appear only once.")] group_by: Vec<PlantOutputDimension>,
        #[graphql(desc = "The records as of this instant, which must not be in the future. Default: now.")]
        as_of: Option<DateTime>,
    ) -> Option<Result<List<PlantOutputStatisticsRow>>> {
        let region = filter.region_code.clone();
        rows(ctx, Subject::PlantOutput, region, filter, group_by, as_of).await
    }

    /// Planted area at the end of each requested period, or at the end of the range, by the requested dimensions like
    /// `salesStatistics`. At most 5,000 rows, otherwise TOO_COMPLEX. For ADMIN, and for OFFICIAL and CLERK of the
    /// region.
    #[graphql(directive = list_size::apply(Some(500), None))]
    async fn planted_area_statistics(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Selects the area to count.")] filter: PlantedAreaStatisticsFilter,
        #[graphql(desc = "The dimensions to group by. Each may appear only once.")] group_by: Vec<PlantedAreaDimension>,
        #[graphql(desc = "The records as of this instant, which must not be in the future. Default: now.")]
        as_of: Option<DateTime>,
    ) -> Option<Result<List<PlantedAreaStatisticsRow>>> {
        let region = filter.region_code.clone();
        rows(ctx, Subject::PlantedArea, region, filter, group_by, as_of).await
    }
}
