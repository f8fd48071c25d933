//! Harvest lots.

use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{
    connection::{Connection, request},
    document::cost::list_size,
    guard::{self, database},
    input::{self, Form},
    list::List,
    mutation::idempotent_write,
    objects::{
        harvest_lots::HarvestLot,
        warnings::{self, RecordingWarning},
    },
    scalar::{Date, Decimal},
};
use domain::harvest::harvest_lots::{self, Harvest};
use store::{entity::harvest::harvest_lot, error::Result};
use types::Role;

/// Filters lots. An absent field does not restrict the list. Both days are inclusive.
#[derive(Default, InputObject)]
struct HarvestLotFilter {
    /// Only lots picked in this region or below it.
    region_code: Option<ID>,
    /// Only those of this variety.
    variety_code: Option<ID>,
    /// Only those of this grower. NOT_FOUND if the caller may not see it.
    grower_id: Option<ID>,
    /// Only lots picked on this day or later.
    harvested_from: Option<Date>,
    /// Only lots picked on this day or earlier.
    harvested_to: Option<Date>,
    /// Only lots with stock left (true) or with none left (false).
    has_stock: Option<bool>,
}

/// Queries about harvest lots.
#[derive(Debug, Default)]
pub(crate) struct HarvestLotQuery;

#[Object]
impl HarvestLotQuery {
    /// The lot with this printed code (in upper or lower case, with or without hyphens) or with this ID. For ADMIN,
    /// OFFICIAL and CLERK of its region, for its grower, and for a PLANT_OPERATOR of its township. Otherwise null with
    /// NOT_FOUND.
    async fn harvest_lot(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Printed code or ID.")] code: ID,
    ) -> Option<Result<HarvestLot>> {
        guard::answer(ctx, guard::LOT_READERS, |actor| async move {
            Ok(harvest_lots::get_by_code(database(ctx).reader(), &harvest_lots::found_by(actor), &code).await?.into())
        })
        .await
    }

    /// The lots that the caller may see, by the day of picking, then ID, newest first. Voided lots are included. For
    /// ADMIN, OFFICIAL and CLERK. A GROWER sees its own.
    async fn harvest_lots(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Filters the lots.")] filter: Option<HarvestLotFilter>,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<HarvestLot>>> {
        guard::answer(ctx, guard::RECORD_READERS, |actor| async move {
            let HarvestLotFilter { region_code, variety_code, grower_id, harvested_from, harvested_to, has_stock } =
                filter.unwrap_or_default();
            let filter = harvest_lots::Filter {
                region_code: input::id(region_code),
                variety_code: input::id(variety_code),
                grower_id: input::id(grower_id),
                harvested_from: input::read("filter.harvestedFrom", harvested_from)?,
                harvested_to: input::read("filter.harvestedTo", harvested_to)?,
                has_stock,
            };
            let (database, request) = (database(ctx), request(ctx, first, after));
            Ok(harvest_lots::list(database.reader(), actor, filter, &request, database.clock().today()).await?.into())
        })
        .await
    }
}

/// A harvest lot to record.
#[derive(InputObject)]
struct RecordHarvestInput {
    /// The plot where it was picked: a plot of the clerk's region, or the grower's own plot. The plot must be in use on
    /// the day.
    plot_id: ID,
    /// The day it was picked, not in the future.
    harvested_on: Date,
    /// Quantity in kilograms, three decimal places. Greater than 0, at most 100,000,000.000.
    quantity_kg: Decimal,
    /// The season of the crop: the year of picking or one next to it. Default: the year whose harvest months are
    /// nearest to the day of picking.
    season: Option<i32>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// A lot to void because it was entered by mistake.
#[derive(InputObject)]
struct VoidHarvestInput {
    /// The lot.
    lot_id: ID,
    /// The reason, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of recording a harvest lot.
#[derive(SimpleObject)]
#[graphql(complex)]
struct RecordHarvestPayload {
    /// The lot in its current state.
    lot: HarvestLot,
    #[graphql(skip)]
    row: harvest_lot::Model,
}

#[ComplexObject]
impl RecordHarvestPayload {
    /// What looks like a mistake, at most two: a day outside the variety's harvest months, and a weight that brings the
    /// plot's season far above what other plots of the variety in the township yielded during the two years up to the
    /// day. The yield is not compared if there are fewer than 20 of these. Empty if the lot is voided.
    #[graphql(directive = list_size::apply(Some(1), None))]
    async fn warnings(&self, ctx: &Context<'_>) -> Result<Option<List<RecordingWarning>>> {
        let found = domain::warnings::of_lot(database(ctx).reader(), &self.row).await?;
        Ok(Some(warnings::all(found)))
    }
}

/// The result of voiding a harvest lot.
#[derive(SimpleObject)]
struct VoidHarvestPayload {
    /// The lot in its current state.
    lot: HarvestLot,
}

/// Mutations of harvest lots.
#[derive(Debug, Default)]
pub(crate) struct HarvestLotMutation;

#[Object]
impl HarvestLotMutation {
    /// Records a lot and gives it a code to print. Its variety and grower are those of the plot on the day of picking.
    /// CONFLICT if the plot was not in use on that day. For CLERK in its region, and for a GROWER on its own plots.
    async fn record_harvest(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The harvest lot to record.")] input: RecordHarvestInput,
    ) -> Option<Result<RecordHarvestPayload>> {
        guard::answer(ctx, &[Role::Clerk, Role::Grower], |actor| async move {
            let RecordHarvestInput { plot_id, harvested_on, quantity_kg, season, idempotency_key } = input;
            let mut form = Form::new();
            let plot = form.id("plotId", plot_id);
            let change = form.change(idempotency_key, plot, |form| {
                Ok(Harvest {
                    harvested_on: form.read("harvestedOn", harvested_on)?,
                    quantity: form.read("quantityKg", quantity_kg)?,
                    season: form.take("season", season),
                })
            });
            let lot = idempotent_write(ctx, actor, change, harvest_lots::to_record, harvest_lots::record).await?;
            Ok(RecordHarvestPayload { lot: lot.clone().into(), row: lot })
        })
        .await
    }

    /// Voids a lot that was entered by mistake. It leaves the stock. The record stays, marked as voided. CONFLICT,
    /// naming sales, deliveries, intakes or adjustments, if something was drawn from it or adjusted. For CLERK, in its
    /// region.
    async fn void_harvest(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The lot and the reason.")] input: VoidHarvestInput,
    ) -> Option<Result<VoidHarvestPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let VoidHarvestInput { lot_id, reason, idempotency_key } = input;
            let mut form = Form::new();
            let lot = form.id("lotId", lot_id);
            let change = form.change(idempotency_key, lot, |form| form.read("reason", reason));
            let lot = idempotent_write(ctx, actor, change, harvest_lots::to_void, harvest_lots::void).await?;
            Ok(VoidHarvestPayload { lot: lot.into() })
        })
        .await
    }
}
