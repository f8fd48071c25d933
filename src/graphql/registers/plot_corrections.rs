//! Plots that were registered wrongly, or taken out of use by mistake.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{guard, input::Form, mutation::idempotent_write, objects::plots::Plot};
use domain::registers::plot_corrections::{self, Correction};
use store::error::Result;
use types::Role;

/// What was wrong with a plot from the beginning. A field that is absent does not change.
#[derive(InputObject)]
struct CorrectPlotInput {
    /// The plot.
    plot_id: ID,
    /// The year of planting, from 1949 to the current year. A plot that counts from 1 January of its planted year then
    /// counts from 1 January of this one, which must not lie after the plot's first change. A plot that counts from
    /// another day still does, and was planted by then.
    planted_year: Option<i32>,
    /// The region that it lies in, within the clerk's region. Its lots move there with it.
    region_code: Option<ID>,
    /// The reason, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// A plot to put back in use.
#[derive(InputObject)]
struct PutPlotBackInUseInput {
    /// The plot.
    plot_id: ID,
    /// The reason, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of correcting a plot.
#[derive(SimpleObject)]
struct CorrectPlotPayload {
    /// The plot in its current state.
    plot: Plot,
}

/// The result of putting a plot back in use.
#[derive(SimpleObject)]
struct PutPlotBackInUsePayload {
    /// The plot in its current state.
    plot: Plot,
}

/// Mutations that correct plots.
#[derive(Debug, Default)]
pub(crate) struct PlotCorrectionMutation;

#[Object]
impl PlotCorrectionMutation {
    /// Corrects the planted year or the region of a plot that was wrong from the beginning. The figures of every day
    /// since change, and published reports show as restated. What changed on a day is recorded with changePlot. Sales and
    /// certificates of its lots stay as they were recorded. INVALID_INPUT if nothing differs. CONFLICT if a lot was
    /// picked before the plot would count. For CLERK, in its region.
    async fn correct_plot(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The plot and its corrections.")] input: CorrectPlotInput,
    ) -> Option<Result<CorrectPlotPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let CorrectPlotInput { plot_id, planted_year, region_code, reason, idempotency_key } = input;
            let mut form = Form::new();
            let target = (form.id("plotId", plot_id), form.id("regionCode", region_code));
            let change = form.change(idempotency_key, target, |form| {
                Ok(Correction {
                    planted_year: form.take("plantedYear", planted_year),
                    reason: form.read("reason", reason)?,
                })
            });
            let plot =
                idempotent_write(ctx, actor, change, plot_corrections::to_correct, plot_corrections::correct).await?;
            Ok(CorrectPlotPayload { plot: plot.into() })
        })
        .await
    }

    /// Puts a plot back in use that was taken out of use by mistake, as if it had stayed in use. So the figures of the
    /// days since change. A kind of its grower that changed meanwhile holds from today on. Also undoes a division or a
    /// joining. CONFLICT if it is in use, if plots that were made of it counted on some day or were divided or joined
    /// themselves, or if the plots that it was made of are in use again. For CLERK, in its region.
    async fn put_plot_back_in_use(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The plot and the reason.")] input: PutPlotBackInUseInput,
    ) -> Option<Result<PutPlotBackInUsePayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let PutPlotBackInUseInput { plot_id, reason, idempotency_key } = input;
            let mut form = Form::new();
            let plot = form.id("plotId", plot_id);
            let change = form.change(idempotency_key, plot, |form| form.read("reason", reason));
            let plot =
                idempotent_write(ctx, actor, change, plot_corrections::to_put_back, plot_corrections::put_back).await?;
            Ok(PutPlotBackInUsePayload { plot: plot.into() })
        })
        .await
    }
}
