//! The goods of a pre-order: its deliveries, and what came back.

use std::collections::HashMap;

use async_graphql::{ComplexObject, Context, ID, SimpleObject};
use uuid::Uuid;

use crate::graphql::{
    document::cost::list_size,
    list::{List, One},
    loader::{self, Loaders},
    objects::{
        accounts::{self, Account},
        harvest_lots::HarvestLot,
    },
    scalar::{Date, DateTime, Decimal},
};
use domain::presales::preorders;
use store::{
    entity::{
        harvest::harvest_lot,
        presales::{preorder_delivery, preorder_return},
    },
    error::Result,
};

/// A delivery of a pre-order, which may be one of several.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct PreorderDelivery {
    /// The ID.
    #[graphql(owned)]
    pub(in crate::graphql) id: ID,
    /// The day it was handed over or shipped.
    delivered_on: Date,
    /// The quantity in kilograms, three decimal places.
    quantity_kg: Decimal,
    /// The tracking number of the parcel. Null if there is none.
    tracking_number: Option<String>,
    /// When it was entered.
    recorded_at: DateTime,
    /// When it was reversed as entered by mistake. Null unless it is reversed.
    reversed_at: Option<DateTime>,
    /// The reason for reversing it. Null unless it is reversed.
    reversal_reason: Option<String>,
    #[graphql(skip)]
    key: Uuid,
    #[graphql(skip)]
    account_id: Uuid,
}

#[ComplexObject]
impl PreorderDelivery {
    /// The lots it drew on that the reader may see, at most 100.
    #[graphql(directive = list_size::apply(Some(5), None))]
    async fn lots(&self, ctx: &Context<'_>) -> Result<List<HarvestLot>> {
        Ok(loader::load_or_default(ctx, self.key, lots_of).await?.into_iter().map(HarvestLot::from).collect())
    }

    /// The account that entered it. Null unless the reader is ADMIN, OFFICIAL or CLERK.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<One<Account>>> {
        accounts::who(ctx, self.account_id).await
    }
}

/// The lots that these deliveries drew on and that the caller may see.
async fn lots_of(loaders: &Loaders, deliveries: &[Uuid]) -> Result<HashMap<Uuid, Vec<harvest_lot::Model>>> {
    preorders::lots_of_deliveries(loaders.reader(), loaders.scope(), deliveries).await
}

impl From<preorder_delivery::Model> for PreorderDelivery {
    fn from(row: preorder_delivery::Model) -> Self {
        let preorder_delivery::Model {
            id,
            preorder_id: _,
            region_code: _,
            delivered_on,
            quantity_g,
            tracking_number,
            changed_g: _,
            changed_fen: _,
            recorded_at,
            recorded_by,
            reversed_at,
            reversal_reason,
            reversed_by: _,
        } = row;
        Self {
            id: id.into(),
            delivered_on: delivered_on.into(),
            quantity_kg: quantity_g.into(),
            tracking_number,
            recorded_at: recorded_at.into(),
            reversed_at: reversed_at.map(DateTime::from),
            reversal_reason,
            key: id,
            account_id: recorded_by,
        }
    }
}

/// Goods of a pre-order that came back after delivery.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct PreorderReturn {
    /// The ID.
    #[graphql(owned)]
    pub(in crate::graphql) id: ID,
    /// The day it came back, on which the amount falls.
    returned_on: Date,
    /// The quantity in kilograms, three decimal places.
    quantity_kg: Decimal,
    /// Whether it went back to its lots. Otherwise it was written off.
    back_to_stock: bool,
    /// The reason.
    reason: String,
    /// When it was entered.
    recorded_at: DateTime,
    /// When it was reversed as entered by mistake. Null unless it is reversed.
    reversed_at: Option<DateTime>,
    /// The reason for reversing it. Null unless it is reversed.
    reversal_reason: Option<String>,
    #[graphql(skip)]
    account_id: Uuid,
}

#[ComplexObject]
impl PreorderReturn {
    /// The account that entered it. Null unless the reader is ADMIN, OFFICIAL or CLERK.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<One<Account>>> {
        accounts::who(ctx, self.account_id).await
    }
}

impl From<preorder_return::Model> for PreorderReturn {
    fn from(row: preorder_return::Model) -> Self {
        let preorder_return::Model {
            id,
            preorder_id: _,
            region_code: _,
            returned_on,
            quantity_g,
            changed_fen: _,
            over_quota_g: _,
            is_back_in_stock,
            reason,
            recorded_at,
            recorded_by,
            reversed_at,
            reversal_reason,
            reversed_by: _,
        } = row;
        Self {
            id: id.into(),
            returned_on: returned_on.into(),
            quantity_kg: quantity_g.into(),
            back_to_stock: is_back_in_stock,
            reason,
            recorded_at: recorded_at.into(),
            reversed_at: reversed_at.map(DateTime::from),
            reversal_reason,
            account_id: recorded_by,
        }
    }
}
