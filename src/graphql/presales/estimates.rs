//! Harvest estimates.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{
    connection::{Connection, request},
    guard::{self, database},
    input::{self, Form},
    mutation::idempotent_write,
    objects::estimates::HarvestEstimate,
    scalar::{DateTime, Decimal},
};
use domain::presales::estimates::{self, NewEstimate};
use store::error::Result;
use types::Role;

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
    /// The estimates that the caller may see, newest first. Replaced and voided ones are included. For ADMIN, OFFICIAL and CLERK.
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
                region_code: input::id(region_code),
                variety_code: input::id(variety_code),
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
    /// The season of the crop: the year in which its harvest begins, from 1949 to the next year.
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

/// An estimate to void because it was entered by mistake.
#[derive(InputObject)]
struct VoidHarvestEstimateInput {
    /// The estimate, which must be the latest of its crop.
    estimate_id: ID,
    /// The reason, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of voiding an estimate.
#[derive(SimpleObject)]
struct VoidHarvestEstimatePayload {
    /// When it was voided.
    voided_at: DateTime,
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
            let mut form = Form::new();
            let region = form.id("regionCode", region_code);
            let change = form.change(idempotency_key, region, |form| {
                Ok(NewEstimate {
                    variety_code: form.id("varietyCode", variety_code),
                    season: form.take("season", season),
                    quantity: form.read("quantityKg", quantity_kg)?,
                    note: form.read("note", note)?,
                })
            });
            let estimate = idempotent_write(ctx, actor, change, estimates::to_record, estimates::record).await?;
            Ok(RecordHarvestEstimatePayload { recorded_at: estimate.recorded_at.into(), estimate: estimate.into() })
        })
        .await
    }

    /// Voids an estimate that was entered by mistake: its crop has none again, and it stays on record. CONFLICT if it is
    /// already voided, or if a later one replaced it. For CLERK, in its region.
    async fn void_harvest_estimate(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The estimate and the reason.")] input: VoidHarvestEstimateInput,
    ) -> Option<Result<VoidHarvestEstimatePayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let VoidHarvestEstimateInput { estimate_id, reason, idempotency_key } = input;
            let mut form = Form::new();
            let estimate = form.id("estimateId", estimate_id);
            let change = form.change(idempotency_key, estimate, |form| form.read("reason", reason));
            let estimate = idempotent_write(ctx, actor, change, estimates::to_void, estimates::void).await?;
            let voided_at = estimate.voided_at().unwrap_or(estimate.recorded_at);
            Ok(VoidHarvestEstimatePayload { voided_at: voided_at.into(), estimate: estimate.into() })
        })
        .await
    }
}
