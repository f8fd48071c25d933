//! Harvest lots.

use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject};
use uuid::Uuid;

use crate::graphql::{
    certificates::{self, Certificate},
    connection::{Connection, request},
    content::Content,
    guard::{self, allow, database, nullable},
    input, loader,
    mutation::idempotent_write,
    registers::plots::Plot,
    scalar::{Date, DateTime, Decimal},
};
use domain::harvest::harvest_lots::{self, Harvest};
use store::{
    entity::{harvest::harvest_lot, registers::plot},
    error::Result,
};
use types::{Reason, RegionCode, Role, Scope};

/// A harvest lot (采收批次): fruit of one plot, picked on one day.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct HarvestLot {
    /// The ID.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// Its code, printed on the crates: H, then ten characters and a check character, in groups of four.
    code: ID,
    /// The day it was picked.
    harvested_on: Date,
    /// The quantity picked, in kilograms, three decimal places.
    quantity_kg: Decimal,
    /// The quantity left, in kilograms, three decimal places. 0 once it is voided.
    available_kg: Decimal,
    /// When it was voided. Null unless it is voided.
    voided_at: Option<DateTime>,
    /// The reason for voiding it. Null unless it is voided.
    void_reason: Option<String>,
    #[graphql(skip)]
    lot_id: Uuid,
    #[graphql(skip)]
    plot_id: Uuid,
}

/// The lot that a record refers to. None if the reader may not see it.
pub async fn seen(ctx: &Context<'_>, id: Option<Uuid>) -> Result<Option<HarvestLot>> {
    let scope = guard::actor(ctx).map_or(Scope::Nothing, harvest_lots::found_by);
    let lot = loader::optional::<harvest_lot::Entity>(ctx, id).await?;
    Ok(lot.filter(|lot| scope.includes(&lot.region_code, lot.grower_id)).map(HarvestLot::from))
}

#[ComplexObject]
impl HarvestLot {
    /// The plot where it was picked, in its current state. Since then, the plot may have been regrafted or gone to
    /// another grower.
    async fn plot(&self, ctx: &Context<'_>) -> Result<Plot> {
        Ok(loader::row::<plot::Entity>(ctx, self.plot_id).await?.into())
    }

    /// Its pledge certificate: the last issued of the valid ones. Null if there is none.
    async fn certificate(&self, ctx: &Context<'_>) -> Result<Option<Certificate>> {
        Ok(certificates::certificate_of_lot(ctx, self.lot_id).await?.map(Certificate::from))
    }
}

impl From<harvest_lot::Model> for HarvestLot {
    fn from(row: harvest_lot::Model) -> Self {
        let harvest_lot::Model {
            id,
            code,
            plot_id,
            grower_id: _,
            region_code: _,
            variety_code: _,
            harvested_on,
            quantity_g,
            available_g,
            recorded_at: _,
            recorded_by: _,
            voided_at,
            void_reason,
            voided_by: _,
        } = row;
        Self {
            id: id.into(),
            code: code.0.into(),
            harvested_on: harvested_on.into(),
            quantity_kg: quantity_g.into(),
            available_kg: available_g.into(),
            voided_at: voided_at.map(DateTime::from),
            void_reason,
            lot_id: id,
            plot_id,
        }
    }
}

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
pub struct HarvestLotQuery;

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
        nullable(async {
            let actor = allow(ctx, guard::LOT_READERS)?;
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
        nullable(async {
            let actor = allow(ctx, guard::RECORD_READERS)?;
            let HarvestLotFilter { region_code, variety_code, grower_id, harvested_from, harvested_to, has_stock } =
                filter.unwrap_or_default();
            let filter = harvest_lots::Filter {
                region_code: region_code.map(|code| RegionCode(code.0)),
                variety_code: variety_code.map(|code| code.0),
                grower_id: grower_id.map(|id| input::record_id(&id)),
                harvested_from: harvested_from.map(|day| input::day("filter.harvestedFrom", &day)).transpose()?,
                harvested_to: harvested_to.map(|day| input::day("filter.harvestedTo", &day)).transpose()?,
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
struct RecordHarvestPayload {
    /// The lot in its current state.
    lot: HarvestLot,
}

/// The result of voiding a harvest lot.
#[derive(SimpleObject)]
struct VoidHarvestPayload {
    /// The lot in its current state.
    lot: HarvestLot,
}

/// Mutations of harvest lots.
#[derive(Debug, Default)]
pub struct HarvestLotMutation;

#[Object]
impl HarvestLotMutation {
    /// Records a lot and gives it a code to print. Its variety and grower are those of the plot on the day of picking.
    /// CONFLICT if the plot was not in use on that day. For CLERK in its region, and for a GROWER on its own plots.
    async fn record_harvest(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The harvest lot to record.")] input: RecordHarvestInput,
    ) -> Option<Result<RecordHarvestPayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Clerk, Role::Grower])?;
            let RecordHarvestInput { plot_id, harvested_on, quantity_kg, idempotency_key } = input;
            let fields = || {
                Ok(Harvest {
                    harvested_on: input::day("harvestedOn", &harvested_on)?,
                    quantity: input::kilograms("quantityKg", &quantity_kg)?,
                })
            };
            let content = |plot: &Uuid, Harvest { harvested_on, quantity }: &Harvest| {
                Content::new().with("plotId", plot).with("harvestedOn", harvested_on).with("quantityKg", quantity)
            };
            let lot = idempotent_write(
                ctx,
                actor,
                idempotency_key,
                input::record_id(&plot_id),
                fields(),
                content,
                |txn, actor, plot, fields| async move { harvest_lots::record(&txn, &actor, plot, fields).await },
            )
            .await?;
            Ok(RecordHarvestPayload { lot: lot.into() })
        })
        .await
    }

    /// Voids a lot that was entered by mistake. It leaves the stock. The record stays, marked as voided. CONFLICT,
    /// naming the sales, if something was drawn from it. For CLERK, in its region.
    async fn void_harvest(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The lot and the reason.")] input: VoidHarvestInput,
    ) -> Option<Result<VoidHarvestPayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Clerk])?;
            let VoidHarvestInput { lot_id, reason, idempotency_key } = input;
            let fields = input::reason(&reason);
            let content = |lot: &Uuid, reason: &Reason| Content::new().with("lotId", lot).with("reason", reason);
            let lot = idempotent_write(
                ctx,
                actor,
                idempotency_key,
                input::record_id(&lot_id),
                fields,
                content,
                |txn, actor, lot, reason| async move { harvest_lots::void(&txn, &actor, lot, reason).await },
            )
            .await?;
            Ok(VoidHarvestPayload { lot: lot.into() })
        })
        .await
    }
}
