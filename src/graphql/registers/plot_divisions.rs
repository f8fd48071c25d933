//! Plots that are divided and joined from a day on.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{
    content::Content,
    document::cost::list_size,
    guard::{self, database},
    input::{self, Form},
    list::List,
    mutation::idempotent_write,
    objects::plots::Plot,
    scalar::{Date, Decimal},
};
use domain::registers::plot_divisions::{self, Division, MOST_PLOTS, Part};
use store::error::Result;
use types::Role;

/// One of the plots that a plot is divided into. What is absent is as it was, except the number of trees, which is
/// unknown until it is counted again.
#[derive(InputObject)]
struct PlotPartInput {
    /// The area in mu (亩), two decimal places. The areas of all parts add up to the plot's.
    area_mu: Decimal,
    /// The grower who works it, from the clerk's township. Default: the plot's.
    grower_id: Option<ID>,
    /// The variety that grows on it. Default: the plot's.
    variety_code: Option<ID>,
    /// The number of trees on it, 1 to 10,000,000.
    tree_count: Option<i32>,
}

/// A plot to divide.
#[derive(InputObject)]
struct DividePlotInput {
    /// The plot.
    plot_id: ID,
    /// The first day of the parts, on which the plot is out of use. Not in the future, and not before the plot's last
    /// change.
    from: Date,
    /// The parts, 2 to 20.
    parts: Vec<PlotPartInput>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same records. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// Plots to join.
#[derive(InputObject)]
struct JoinPlotsInput {
    /// The plots, 2 to 20, each once. They have one grower, region and variety.
    plot_ids: Vec<ID>,
    /// The first day of the new plot, on which those are out of use. Not in the future, and not before the last change
    /// of one of them.
    from: Date,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of dividing a plot.
#[derive(SimpleObject)]
struct DividePlotPayload {
    /// The parts in their current state, in the order in which they were named.
    #[graphql(directive = list_size::apply(Some(2), None))]
    plots: List<Plot>,
}

/// The result of joining plots.
#[derive(SimpleObject)]
struct JoinPlotsPayload {
    /// The new plot in its current state.
    plot: Plot,
}

/// Mutations that make plots of others.
#[derive(Debug, Default)]
pub(crate) struct PlotDivisionMutation;

#[Object]
impl PlotDivisionMutation {
    /// Divides a plot from a day on: it goes out of use, and its parts count from that day, with its region and planted
    /// year. No day before changes. CONFLICT if the plot is out of use, or if a lot was picked on it on or after the
    /// day. To undo it, take the parts out of use from that day, and put the plot back in use. For CLERK, in its region.
    async fn divide_plot(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The plot and its parts.")] input: DividePlotInput,
    ) -> Option<Result<DividePlotPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let DividePlotInput { plot_id, from, parts, idempotency_key } = input;
            // One more than may be, so that too many are refused.
            let parts: Vec<_> = parts.into_iter().take(MOST_PLOTS + 1).collect();
            let growers = parts.iter().map(|part| input::id(part.grower_id.clone())).collect();
            let mut form = Form::new();
            let target = (form.id("plotId", plot_id), growers);
            let change = form.change(idempotency_key, target, |form| {
                let from = form.read("from", from)?;
                let parts = parts.into_iter().enumerate().map(read_part).collect::<Result<Vec<_>>>()?;
                let (parts, content): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
                form.take("parts", content);
                Ok(Division { from, parts })
            });
            let first = idempotent_write(ctx, actor, change, plot_divisions::to_divide, plot_divisions::divide).await?;
            let plots = plot_divisions::parts_with(database(ctx).reader(), &first).await?;
            Ok(DividePlotPayload { plots: plots.into_iter().map(Plot::from).collect() })
        })
        .await
    }

    /// Joins plots of one grower, region and variety from a day on: they go out of use, and a new plot counts from that
    /// day. No day before changes. Its area is the sum of theirs, at most 1,000,000.00 mu, its planted year the oldest
    /// of theirs, and its number of trees the sum, if all of them were counted. CONFLICT if one is out of use, or if a
    /// lot was picked on one of them on or after the day. To undo it, take the new plot out of use from that day, and
    /// put each of the others back in use. For CLERK, in its region.
    async fn join_plots(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The plots to join.")] input: JoinPlotsInput,
    ) -> Option<Result<JoinPlotsPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let JoinPlotsInput { plot_ids, from, idempotency_key } = input;
            let plot_ids = plot_ids.into_iter().take(MOST_PLOTS + 1).map(input::id).collect();
            let mut form = Form::new();
            let plots = form.take("plotIds", plot_ids);
            let change = form.change(idempotency_key, plots, |form| form.read("from", from));
            let plot = idempotent_write(ctx, actor, change, plot_divisions::to_join, plot_divisions::join).await?;
            Ok(JoinPlotsPayload { plot: plot.into() })
        })
        .await
    }
}

/// A part with its content. Its grower is among what the change names.
fn read_part((position, part): (usize, PlotPartInput)) -> Result<(Part, Content)> {
    let PlotPartInput { area_mu, grower_id, variety_code, tree_count } = part;
    let area = input::read(&format!("parts.{position}.areaMu"), area_mu)?;
    let (grower_id, variety_code) = (input::id::<Option<uuid::Uuid>, _>(grower_id), input::id(variety_code));
    let part = Part { area, variety_code, tree_count };
    let content = Content::new()
        .with("areaMu", part.area)
        .with("growerId", grower_id)
        .with("varietyCode", part.variety_code.clone())
        .with("treeCount", part.tree_count);
    Ok((part, content))
}
