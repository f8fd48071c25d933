//! Plots.

use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{
    connection::{Connection, request},
    document::cost::list_size,
    guard::{self, database},
    input::{self, Form},
    list::List,
    mutation::idempotent_write,
    objects::{
        plots::Plot,
        warnings::{self, RecordingWarning},
    },
    scalar::{Date, Decimal},
};
use domain::registers::plots::{self, NewPlot, PlotChange};
use store::{entity::registers::plot, error::Result};
use types::Role;

/// Filters plots. An absent field does not restrict the list.
#[derive(Default, InputObject)]
struct PlotFilter {
    /// Only plots in this region or below it.
    region_code: Option<ID>,
    /// Only those of this variety.
    variety_code: Option<ID>,
    /// Only those of this grower. NOT_FOUND if the caller may not see it.
    grower_id: Option<ID>,
    /// Only plots in use on this day.
    in_use_on: Option<Date>,
}

/// Queries about plots.
#[derive(Debug, Default)]
pub(crate) struct PlotQuery;

#[Object]
impl PlotQuery {
    /// The plot with this ID. For ADMIN, OFFICIAL and CLERK of its region, and for its grower. Otherwise null with
    /// NOT_FOUND.
    async fn plot(&self, ctx: &Context<'_>, #[graphql(desc = "ID.")] id: ID) -> Option<Result<Plot>> {
        guard::answer(ctx, guard::RECORD_READERS, |actor| async move {
            Ok(plots::get(database(ctx).reader(), &actor.scope(), input::id(id), "id").await?.into())
        })
        .await
    }

    /// The plots that the caller may see, in order of registration. Plots out of use are included. For ADMIN, OFFICIAL
    /// and CLERK. A GROWER sees its own.
    async fn plots(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Filters the plots.")] filter: Option<PlotFilter>,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<Plot>>> {
        guard::answer(ctx, guard::RECORD_READERS, |actor| async move {
            let PlotFilter { region_code, variety_code, grower_id, in_use_on } = filter.unwrap_or_default();
            let filter = plots::Filter {
                region_code: input::id(region_code),
                variety_code: input::id(variety_code),
                grower_id: input::id(grower_id),
                in_use_on: input::read("filter.inUseOn", in_use_on)?,
            };
            let (database, request) = (database(ctx), request(ctx, first, after));
            Ok(plots::list(database.reader(), actor, filter, &request, database.clock().today()).await?.into())
        })
        .await
    }
}

/// A new plot.
#[derive(InputObject)]
struct RegisterPlotInput {
    /// The grower who works it, from the clerk's township.
    grower_id: ID,
    /// The region it lies in, within the clerk's region.
    region_code: ID,
    /// The variety that grows on it.
    variety_code: ID,
    /// The area in mu (亩), two decimal places. Greater than 0, at most 1,000,000.00.
    area_mu: Decimal,
    /// The year of planting, from 1949 to the current year.
    planted_year: i32,
    /// The day from which it counts. Not in the future, and not before the year of planting. Default: 1 January of that
    /// year.
    counts_from: Option<Date>,
    /// The number of trees, 1 to 10,000,000.
    tree_count: Option<i32>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// Changes to a plot from a day on. A field that is absent does not change.
#[derive(InputObject)]
struct ChangePlotInput {
    /// The plot.
    plot_id: ID,
    /// The first day of the new state. Not in the future, and not before the plot's last change. On the same day as the
    /// last change, it corrects that change.
    from: Date,
    /// The new grower, from the clerk's township.
    grower_id: Option<ID>,
    /// The new variety, after regrafting.
    variety_code: Option<ID>,
    /// The new area in mu (亩), two decimal places, after a survey.
    area_mu: Option<Decimal>,
    /// The new number of trees, after a count.
    tree_count: Option<i32>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// A plot to take out of use.
#[derive(InputObject)]
struct TakePlotOutOfUseInput {
    /// The plot.
    plot_id: ID,
    /// The first day on which it no longer counts. Not in the future, and not before the plot's last change.
    from: Date,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of registering a plot.
#[derive(SimpleObject)]
#[graphql(complex)]
struct RegisterPlotPayload {
    /// The plot in its current state.
    plot: Plot,
    #[graphql(skip)]
    row: plot::Model,
}

#[ComplexObject]
impl RegisterPlotPayload {
    /// What looks like a mistake, at most one: an area far above those of the plots in use of growers of the same kind in
    /// the township. None if there are fewer than 20.
    #[graphql(directive = list_size::apply(Some(1), None))]
    async fn warnings(&self, ctx: &Context<'_>) -> Result<Option<List<RecordingWarning>>> {
        let today = database(ctx).clock().today();
        let found = domain::warnings::of_plot(database(ctx).reader(), &self.row, today).await?;
        Ok(Some(warnings::all(found)))
    }
}

/// The result of changing a plot.
#[derive(SimpleObject)]
#[graphql(complex)]
struct ChangePlotPayload {
    /// The plot in its current state.
    plot: Plot,
    #[graphql(skip)]
    row: plot::Model,
}

#[ComplexObject]
impl ChangePlotPayload {
    /// What looks like a mistake, at most one: an area far above those of the plots in use of growers of the same kind in
    /// the township. None if there are fewer than 20.
    #[graphql(directive = list_size::apply(Some(1), None))]
    async fn warnings(&self, ctx: &Context<'_>) -> Result<Option<List<RecordingWarning>>> {
        let today = database(ctx).clock().today();
        let found = domain::warnings::of_plot(database(ctx).reader(), &self.row, today).await?;
        Ok(Some(warnings::all(found)))
    }
}

/// The result of taking a plot out of use.
#[derive(SimpleObject)]
struct TakePlotOutOfUsePayload {
    /// The plot in its current state.
    plot: Plot,
}

/// Mutations of plots.
#[derive(Debug, Default)]
pub(crate) struct PlotMutation;

#[Object]
impl PlotMutation {
    /// Registers a plot. For CLERK, in its region.
    async fn register_plot(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The plot to register.")] input: RegisterPlotInput,
    ) -> Option<Result<RegisterPlotPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let RegisterPlotInput {
                grower_id,
                region_code,
                variety_code,
                area_mu,
                planted_year,
                counts_from,
                tree_count,
                idempotency_key,
            } = input;
            let mut form = Form::new();
            let target = (form.id("growerId", grower_id), form.id("regionCode", region_code));
            let change = form.change(idempotency_key, target, |form| {
                Ok(NewPlot {
                    variety_code: form.id("varietyCode", variety_code),
                    area: form.read("areaMu", area_mu)?,
                    planted_year: form.take("plantedYear", planted_year),
                    tree_count: form.take("treeCount", tree_count),
                    counts_from: form.read("countsFrom", counts_from)?,
                })
            });
            let plot = idempotent_write(ctx, actor, change, plots::to_register, plots::register).await?;
            Ok(RegisterPlotPayload { plot: plot.clone().into(), row: plot })
        })
        .await
    }

    /// Changes a plot from a day on: a new survey, a regrafting, or a new grower. The old state stays in the figures of
    /// its days. CONFLICT if the plot is out of use, or if a lot was picked on or after the day under the old variety
    /// or grower. For CLERK, in its region.
    async fn change_plot(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changes to the plot.")] input: ChangePlotInput,
    ) -> Option<Result<ChangePlotPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let ChangePlotInput { plot_id, from, grower_id, variety_code, area_mu, tree_count, idempotency_key } =
                input;
            let mut form = Form::new();
            let target = (form.id("plotId", plot_id), form.id("growerId", grower_id));
            let change = form.change(idempotency_key, target, |form| {
                Ok(PlotChange {
                    area: form.read("areaMu", area_mu)?,
                    from: form.read("from", from)?,
                    variety_code: form.id("varietyCode", variety_code),
                    tree_count: form.take("treeCount", tree_count),
                })
            });
            let plot = idempotent_write(ctx, actor, change, plots::to_change, plots::change).await?;
            Ok(ChangePlotPayload { plot: plot.clone().into(), row: plot })
        })
        .await
    }

    /// Takes a plot out of use from a day on. That day no longer counts. From its first day on, it counts on no day.
    /// CONFLICT if it is already out of use, or if a
    /// lot was picked on or after the day. For CLERK, in its region.
    async fn take_plot_out_of_use(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The plot and the day.")] input: TakePlotOutOfUseInput,
    ) -> Option<Result<TakePlotOutOfUsePayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let TakePlotOutOfUseInput { plot_id, from, idempotency_key } = input;
            let mut form = Form::new();
            let plot = form.id("plotId", plot_id);
            let change = form.change(idempotency_key, plot, |form| form.read("from", from));
            let plot = idempotent_write(ctx, actor, change, plots::with_grower, plots::take_out_of_use).await?;
            Ok(TakePlotOutOfUsePayload { plot: plot.into() })
        })
        .await
    }
}
