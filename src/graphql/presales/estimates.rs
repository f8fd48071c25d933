//! Harvest estimates.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{
    connection::{Connection, request},
    content::Content,
    guard::{self, database},
    input,
    mutation::old_write,
    objects::estimates::HarvestEstimate,
    scalar::{DateTime, Decimal},
};
use domain::presales::estimates::{self, Crop, NewEstimate};
use store::error::{Error, Result};
use types::{Reason, RegionCode, Role};

/// Filters estimates. An absent field does not restrict the list.
#[derive(Default, InputObject)]
struct HarvestEstimateFilter {
    /// Only estimates for this region or below it.
    region_code: Option<ID>,
    /// Only estimates for this variety.
    variety_code: Option<ID>,
    /// Only estimates for this season.
    season: Option<i32>,
}

/// Queries about estimates.
#[derive(Debug, Default)]
pub(crate) struct EstimateQuery;

#[Object]
impl EstimateQuery {
    /// The estimates that the caller may see, newest first. Replaced ones are included. For ADMIN, OFFICIAL and CLERK.
    async fn harvest_estimates(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Filters the estimates.")] filter: Option<HarvestEstimateFilter>,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<HarvestEstimate>>> {
        guard::answer(ctx, guard::READERS, |actor| async move {
            let HarvestEstimateFilter { region_code, variety_code, season } = filter.unwrap_or_default();
            let filter = estimates::Filter {
                region_code: region_code.map(|code| RegionCode(code.0)),
                variety_code: variety_code.map(|code| code.0),
                season,
            };
            Ok(estimates::list(database(ctx).reader(), actor, filter, &request(ctx, first, after)).await?.into())
        })
        .await
    }
}

/// An estimate of the crop of a variety in a region.
#[derive(InputObject)]
struct RecordHarvestEstimateInput {
    /// The variety of fruit.
    variety_code: ID,
    /// The region of the crop, within the clerk's region. An offer uses the estimates of its own region.
    region_code: ID,
    /// The season of the crop: the year in which its harvest begins, from 1949 to the current year.
    season: i32,
    /// The expected crop in kilograms, three decimal places. Greater than 0, at most 100,000,000.000.
    quantity_kg: Decimal,
    /// The basis of the estimate, 1 to 500 characters.
    note: Option<String>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of recording an estimate.
#[derive(SimpleObject)]
struct RecordHarvestEstimatePayload {
    /// When it was recorded.
    recorded_at: DateTime,
    /// The estimate in its current state.
    estimate: HarvestEstimate,
}

/// Mutations of estimates.
#[derive(Debug, Default)]
pub(crate) struct EstimateMutation;

#[Object]
impl EstimateMutation {
    /// Records an estimate of a crop. It replaces the previous estimate, which stays on record. For CLERK, in its
    /// region.
    async fn record_harvest_estimate(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The estimate to record.")] input: RecordHarvestEstimateInput,
    ) -> Option<Result<RecordHarvestEstimatePayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let RecordHarvestEstimateInput { variety_code, region_code, season, quantity_kg, note, idempotency_key } =
                input;
            let crop = Crop { region_code: RegionCode(region_code.0), variety_code: variety_code.0 };
            let fields = || {
                let read_note = |text: String| Reason::parse(&text).map_err(|problem| Error::invalid("note", problem));
                let quantity = input::kilograms("quantityKg", &quantity_kg)?;
                Ok(NewEstimate { season, quantity, note: note.map(read_note).transpose()? })
            };
            let content = |crop: &Crop, NewEstimate { season, quantity, note }: &NewEstimate| {
                let Crop { region_code, variety_code } = crop;
                let estimate = Content::new().with("regionCode", region_code).with("varietyCode", variety_code);
                estimate.with("season", season).with("quantityKg", quantity).maybe("note", note)
            };
            let estimate = old_write(
                ctx,
                actor,
                idempotency_key,
                crop,
                fields(),
                content,
                |txn, actor, crop, fields| async move { estimates::record(&txn, &actor, crop, fields).await },
            )
            .await?;
            Ok(RecordHarvestEstimatePayload { recorded_at: estimate.recorded_at.into(), estimate: estimate.into() })
        })
        .await
    }
}
