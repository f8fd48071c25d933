//! Sales.

use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject};
use uuid::Uuid;

use super::{
    connection::{Connection, request},
    content::{Content, word},
    guard::{self, allow, database, nullable},
    input, loader,
    mutation::idempotent_write,
    scalar::{Date, DateTime, Decimal},
};
use crate::graphql::{
    access::accounts::{self, Account},
    harvest::harvest_lots::HarvestLot,
    plants::products::{self, Product},
    registers::{
        growers::Grower,
        regions::{self, Region},
        varieties::{self, Variety},
    },
};
use domain::sales::{self, NewSale, Target};
use store::{
    entity::{harvest::harvest_lot, registers::grower, sales::sale},
    error::Result,
};
use types::{Reason, RegionCode, Role, SaleChannel};

/// Goods sold and charged at once (销售). Fresh fruit has a variety, goods of a plant have a product: exactly one of
/// the two.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct Sale {
    /// The ID.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// The business day.
    sold_on: Date,
    /// The sales channel.
    channel: SaleChannel,
    /// Quantity in kilograms, three decimal places.
    quantity_kg: Decimal,
    /// The total amount in yuan, two decimal places.
    amount_yuan: Decimal,
    /// When it was voided. Null unless it is voided. A voided sale counts in no figure.
    voided_at: Option<DateTime>,
    /// The reason for voiding it. Null unless it is voided.
    void_reason: Option<String>,
    /// When it was recorded.
    recorded_at: DateTime,
    #[graphql(skip)]
    region_code: RegionCode,
    #[graphql(skip)]
    variety_code: Option<String>,
    #[graphql(skip)]
    product_code: Option<String>,
    #[graphql(skip)]
    grower_id: Option<Uuid>,
    #[graphql(skip)]
    lot_id: Option<Uuid>,
    #[graphql(skip)]
    account_id: Uuid,
}

#[ComplexObject]
impl Sale {
    /// The region it is booked to.
    async fn region(&self, ctx: &Context<'_>) -> Result<Region> {
        regions::of(ctx, &self.region_code).await
    }

    /// The variety of fruit. Null for goods of a plant.
    async fn variety(&self, ctx: &Context<'_>) -> Result<Option<Variety>> {
        match &self.variety_code {
            Some(code) => Ok(Some(varieties::of(ctx, code).await?)),
            None => Ok(None),
        }
    }

    /// The product of a plant. Null for fruit.
    async fn product(&self, ctx: &Context<'_>) -> Result<Option<Product>> {
        match &self.product_code {
            Some(code) => Ok(Some(products::of(ctx, code).await?)),
            None => Ok(None),
        }
    }

    /// The grower of the fruit. Null if it is not known, and for goods of a plant.
    async fn grower(&self, ctx: &Context<'_>) -> Result<Option<Grower>> {
        Ok(loader::optional::<grower::Entity>(ctx, self.grower_id).await?.map(Grower::from))
    }

    /// The lot it was drawn from. Null if none was named, or if the reader may not see it.
    async fn lot(&self, ctx: &Context<'_>) -> Result<Option<HarvestLot>> {
        let lot = loader::optional::<harvest_lot::Entity>(ctx, self.lot_id).await?;
        Ok(lot.filter(|lot| guard::scope(ctx).includes(&lot.region_code, lot.grower_id)).map(HarvestLot::from))
    }

    /// The account that recorded it. Null unless the reader is ADMIN, OFFICIAL or CLERK.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<Account>> {
        accounts::who(ctx, self.account_id).await
    }
}

impl From<sale::Model> for Sale {
    fn from(row: sale::Model) -> Self {
        let sale::Model {
            id,
            sold_on,
            channel,
            region_code,
            variety_code,
            season: _,
            product_code,
            plant_code: _,
            grower_id,
            grower_kind: _,
            lot_id,
            quantity_g,
            amount_fen,
            recorded_at,
            recorded_by,
            voided_at,
            void_reason,
            voided_by: _,
        } = row;
        Self {
            id: id.into(),
            sold_on: sold_on.into(),
            channel,
            quantity_kg: quantity_g.into(),
            amount_yuan: amount_fen.into(),
            voided_at: voided_at.map(DateTime::from),
            void_reason,
            recorded_at: recorded_at.into(),
            region_code,
            variety_code,
            product_code,
            grower_id,
            lot_id,
            account_id: recorded_by,
        }
    }
}

/// Filters sales. An absent field does not restrict the list. Both days are inclusive.
#[derive(Default, InputObject)]
struct SaleFilter {
    /// Only those booked to this region or below it.
    region_code: Option<ID>,
    /// Only those of this variety.
    variety_code: Option<ID>,
    /// Only those of this product of a plant.
    product_code: Option<ID>,
    /// Only sales of this grower's fruit.
    grower_id: Option<ID>,
    /// Only those through this channel.
    channel: Option<SaleChannel>,
    /// Only sales of this day or later.
    sold_from: Option<Date>,
    /// Only sales of this day or earlier.
    sold_to: Option<Date>,
    /// Only voided sales (true) or only sales that are not voided (false).
    voided: Option<bool>,
}

/// Queries about sales.
#[derive(Debug, Default)]
pub struct SaleQuery;

#[Object]
impl SaleQuery {
    /// The sale with this ID. For ADMIN, OFFICIAL and CLERK of its region, and for its grower. Otherwise null with
    /// NOT_FOUND.
    async fn sale(&self, ctx: &Context<'_>, #[graphql(desc = "ID.")] id: ID) -> Option<Result<Sale>> {
        nullable(async {
            let actor = allow(ctx, guard::RECORD_READERS)?;
            Ok(sales::get(database(ctx).reader(), &actor.scope(), input::record_id(&id)).await?.into())
        })
        .await
    }

    /// The sales that the caller may see, by the day of sale, then ID, newest first. Voided sales are included. For
    /// ADMIN, OFFICIAL and CLERK. A GROWER sees its own.
    async fn sales(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Filters the sales.")] filter: Option<SaleFilter>,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<Sale>>> {
        nullable(async {
            let actor = allow(ctx, guard::RECORD_READERS)?;
            let SaleFilter { region_code, variety_code, product_code, grower_id, channel, sold_from, sold_to, voided } =
                filter.unwrap_or_default();
            let filter = sales::Filter {
                region_code: region_code.map(|code| RegionCode(code.0)),
                variety_code: variety_code.map(|code| code.0),
                product_code: product_code.map(|code| code.0),
                grower_id: grower_id.map(|id| input::record_id(&id)),
                channel,
                sold_from: sold_from.map(|day| input::day("filter.soldFrom", &day)).transpose()?,
                sold_to: sold_to.map(|day| input::day("filter.soldTo", &day)).transpose()?,
                voided,
            };
            let (database, request) = (database(ctx), request(ctx, first, after));
            Ok(sales::list(database.reader(), actor, filter, &request, database.clock().today()).await?.into())
        })
        .await
    }
}

/// A sale to record. Give a variety for fruit, or a product for goods of a plant.
#[derive(InputObject)]
struct RecordSaleInput {
    /// The business day, not in the future.
    sold_on: Date,
    /// The sales channel.
    channel: SaleChannel,
    /// The region it is booked to, within the clerk's region.
    region_code: ID,
    /// The variety of fruit.
    variety_code: Option<ID>,
    /// The product, of a plant in the clerk's township.
    product_code: Option<ID>,
    /// The grower of the fruit, from the clerk's township. Default: the grower of the lot.
    grower_id: Option<ID>,
    /// The lot it is drawn from. It must be of the same variety and grower, picked on or before the business day.
    lot_id: Option<ID>,
    /// The batch it is drawn from. It must be of the same product, finished on or before the business day. Default: the
    /// oldest batches with stock.
    batch_id: Option<ID>,
    /// Quantity in kilograms, three decimal places. Greater than 0, at most 100,000,000.000.
    quantity_kg: Decimal,
    /// The total amount in yuan, two decimal places. Greater than 0, at most 1,000,000,000.00.
    amount_yuan: Decimal,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// A sale to void because it was entered by mistake.
#[derive(InputObject)]
struct VoidSaleInput {
    /// The sale.
    sale_id: ID,
    /// The reason, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of recording a sale.
#[derive(SimpleObject)]
struct RecordSalePayload {
    /// The sale in its current state.
    sale: Sale,
}

/// The result of voiding a sale.
#[derive(SimpleObject)]
struct VoidSalePayload {
    /// The sale in its current state.
    sale: Sale,
}

fn content(target: &Target, fields: &NewSale) -> Content {
    let Target { region_code, grower_id, lot_id, batch_id } = target;
    let NewSale { sold_on, channel, variety_code, product_code, quantity, amount } = fields;
    Content::new()
        .with("soldOn", sold_on)
        .with("channel", word(*channel))
        .with("regionCode", region_code)
        .maybe("varietyCode", variety_code)
        .maybe("productCode", product_code)
        .maybe("growerId", grower_id)
        .maybe("lotId", lot_id)
        .maybe("batchId", batch_id)
        .with("quantityKg", quantity)
        .with("amountYuan", amount)
}

/// Mutations of sales.
#[derive(Debug, Default)]
pub struct SaleMutation;

#[Object]
impl SaleMutation {
    /// Records a sale. It draws on the lot, if one is given. Goods of a plant draw on its batches, from the day the
    /// plant began to keep stock. QUOTA_EXCEEDED, with `availableKg`, if they have less left. CONFLICT if a given lot
    /// or batch is voided. For CLERK, in its region.
    async fn record_sale(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The sale to record.")] input: RecordSaleInput,
    ) -> Option<Result<RecordSalePayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Clerk])?;
            let RecordSaleInput {
                sold_on,
                channel,
                region_code,
                variety_code,
                product_code,
                grower_id,
                lot_id,
                batch_id,
                quantity_kg,
                amount_yuan,
                idempotency_key,
            } = input;
            let target = Target {
                region_code: RegionCode(region_code.0),
                grower_id: grower_id.map(|id| input::record_id(&id)),
                lot_id: lot_id.map(|id| input::record_id(&id)),
                batch_id: batch_id.map(|id| input::record_id(&id)),
            };
            let fields = || {
                Ok(NewSale {
                    sold_on: input::day("soldOn", &sold_on)?,
                    channel,
                    variety_code: variety_code.map(|code| code.0),
                    product_code: product_code.map(|code| code.0),
                    quantity: input::kilograms("quantityKg", &quantity_kg)?,
                    amount: input::money("amountYuan", &amount_yuan)?,
                })
            };
            let sale = idempotent_write(
                ctx,
                actor,
                idempotency_key,
                target,
                fields(),
                content,
                |txn, actor, target, fields| async move { sales::record(&txn, &actor, target, fields).await },
            )
            .await?;
            Ok(RecordSalePayload { sale: sale.into() })
        })
        .await
    }

    /// Voids a sale that was entered by mistake. It leaves the figures of its day, and its quantity goes back to its
    /// lot or batches. The record stays, marked as voided. CONFLICT if it is already voided. For CLERK, in its region.
    async fn void_sale(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The sale and the reason.")] input: VoidSaleInput,
    ) -> Option<Result<VoidSalePayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Clerk])?;
            let VoidSaleInput { sale_id, reason, idempotency_key } = input;
            let fields = input::reason(&reason);
            let voiding = |sale: &Uuid, reason: &Reason| Content::new().with("saleId", sale).with("reason", reason);
            let sale = idempotent_write(
                ctx,
                actor,
                idempotency_key,
                input::record_id(&sale_id),
                fields,
                voiding,
                |txn, actor, sale, reason| async move { sales::void(&txn, &actor, sale, reason).await },
            )
            .await?;
            Ok(VoidSalePayload { sale: sale.into() })
        })
        .await
    }
}
