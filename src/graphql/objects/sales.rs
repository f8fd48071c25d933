//! Sales.

use async_graphql::{ComplexObject, Context, ID, SimpleObject};
use uuid::Uuid;

use super::{
    accounts::{self, Account},
    growers::Grower,
    harvest_lots::HarvestLot,
    products::{self, Product},
    regions::{self, Region},
    varieties::{self, Variety},
};
use crate::graphql::{
    document::cost::list_size,
    guard,
    list::{List, One},
    loader,
    scalar::{Date, DateTime, Decimal},
};
use domain::sales;
use store::{
    entity::{
        harvest::harvest_lot,
        registers::grower,
        sales::{sale, sale_return},
    },
    error::Result,
};
use types::{RegionCode, SaleChannel};

/// Goods sold and charged at once (销售). Fresh fruit has a variety, goods of a plant have a product: exactly one of
/// the two.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct Sale {
    /// The ID.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// The business day.
    sold_on: Date,
    /// The sales channel.
    channel: SaleChannel,
    /// The season of the crop: that of its lot. Without a lot, a month before the variety's first harvest month belongs
    /// to the year before. Null for goods of a plant.
    season: Option<i32>,
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
    replaces_id: Option<Uuid>,
    #[graphql(skip)]
    key: Uuid,
    #[graphql(skip)]
    account_id: Uuid,
}

/// A sale that another one refers to. None if the reader may not see it.
fn visible(ctx: &Context<'_>, sale: Option<sale::Model>) -> Option<One<Sale>> {
    let scope = guard::scope(ctx);
    sale.filter(|sale| scope.includes(&sale.region_code, sale.grower_id.unwrap_or_default())).map(One::of)
}

#[ComplexObject]
impl Sale {
    /// The region it is booked to.
    async fn region(&self, ctx: &Context<'_>) -> Result<One<Region>> {
        regions::of(ctx, &self.region_code).await
    }

    /// The variety of fruit. Null for goods of a plant.
    async fn variety(&self, ctx: &Context<'_>) -> Result<Option<One<Variety>>> {
        match &self.variety_code {
            Some(code) => Ok(Some(varieties::of(ctx, code).await?)),
            None => Ok(None),
        }
    }

    /// The product of a plant. Null for fruit.
    async fn product(&self, ctx: &Context<'_>) -> Result<Option<One<Product>>> {
        match &self.product_code {
            Some(code) => Ok(Some(products::of(ctx, code).await?)),
            None => Ok(None),
        }
    }

    /// The grower of the fruit. Null if it is not known, and for goods of a plant.
    async fn grower(&self, ctx: &Context<'_>) -> Result<Option<One<Grower>>> {
        Ok(loader::optional::<grower::Entity>(ctx, self.grower_id).await?.map(One::of))
    }

    /// The lot it was drawn from. Null if none was named, or if the reader may not see it.
    async fn lot(&self, ctx: &Context<'_>) -> Result<Option<One<HarvestLot>>> {
        let lot = loader::optional::<harvest_lot::Entity>(ctx, self.lot_id).await?;
        Ok(lot.filter(|lot| guard::scope(ctx).includes(&lot.region_code, lot.grower_id)).map(One::of))
    }

    /// The voided sale that it replaces. Null if there is none, or if the reader may not see it.
    async fn replaces(&self, ctx: &Context<'_>) -> Result<Option<One<Sale>>> {
        Ok(visible(ctx, loader::optional::<sale::Entity>(ctx, self.replaces_id).await?))
    }

    /// The sale that was recorded to replace it. Null if there is none, or if the reader may not see it.
    async fn replaced_by(&self, ctx: &Context<'_>) -> Result<Option<One<Sale>>> {
        Ok(visible(ctx, loader::load(ctx, self.key, sales::replacements_of).await?))
    }

    /// What came back of it, oldest first. At most 20. Voided returns are included.
    #[graphql(directive = list_size::apply(Some(2), None))]
    async fn returns(&self, ctx: &Context<'_>) -> Result<List<SaleReturn>> {
        let returns = loader::load_or_default(ctx, self.key, sales::returns_of).await?;
        Ok(returns.into_iter().map(SaleReturn::from).collect())
    }

    /// The account that recorded it. Null unless the reader is ADMIN, OFFICIAL or CLERK.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<One<Account>>> {
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
            season,
            product_code,
            plant_code: _,
            grower_id,
            grower_kind: _,
            lot_id,
            replaces_id,
            quantity_g,
            amount_fen,
            returned_g: _,
            returned_fen: _,
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
            season,
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
            replaces_id,
            key: id,
            account_id: recorded_by,
        }
    }
}

/// Part of a sale that came back later (退货). It counts on the day it came back.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct SaleReturn {
    /// The ID.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// The quantity that came back, in kilograms, three decimal places.
    quantity_kg: Decimal,
    /// The money that was paid back, in yuan, two decimal places.
    amount_yuan: Decimal,
    /// The day it came back, on which it is taken out of the figures.
    returned_on: Date,
    /// Whether it went back to the lot or the batches of the sale. Otherwise it was written off.
    back_to_stock: bool,
    /// The reason.
    reason: String,
    /// When it was recorded.
    recorded_at: DateTime,
    /// When it was voided. Null unless it is voided. A voided return counts in no figure.
    voided_at: Option<DateTime>,
    /// The reason for voiding it. Null unless it is voided.
    void_reason: Option<String>,
    #[graphql(skip)]
    account_id: Uuid,
}

#[ComplexObject]
impl SaleReturn {
    /// The account that recorded it. Null unless the reader is ADMIN, OFFICIAL or CLERK.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<One<Account>>> {
        accounts::who(ctx, self.account_id).await
    }
}

impl From<sale_return::Model> for SaleReturn {
    fn from(row: sale_return::Model) -> Self {
        let sale_return::Model {
            id,
            sale_id: _,
            region_code: _,
            returned_on,
            quantity_g,
            amount_fen,
            is_back_in_stock,
            reason,
            recorded_at,
            recorded_by,
            voided_at,
            void_reason,
            voided_by: _,
        } = row;
        Self {
            id: id.into(),
            quantity_kg: quantity_g.into(),
            amount_yuan: amount_fen.into(),
            returned_on: returned_on.into(),
            back_to_stock: is_back_in_stock,
            reason,
            recorded_at: recorded_at.into(),
            voided_at: voided_at.map(DateTime::from),
            void_reason,
            account_id: recorded_by,
        }
    }
}
