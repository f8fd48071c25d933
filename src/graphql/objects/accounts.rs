//! Accounts.

use async_graphql::{ComplexObject, Context, ID, SimpleObject};
use uuid::Uuid;

use super::{growers::Grower, processing_plants::ProcessingPlant, regions::Region};
use crate::graphql::{
    guard::{self, READERS, actor},
    list::One,
    loader,
    scalar::DateTime,
};
use store::{
    entity::{
        access::account,
        plants::processing_plant,
        registers::{grower, region},
    },
    error::Result,
};
use types::{RegionCode, Role};

/// An account that can sign in.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct Account {
    /// The ID.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// Unique name to sign in with.
    username: String,
    /// Its role, which decides what it may do.
    role: Role,
    /// When it was disabled. Null while it is enabled.
    disabled_at: Option<DateTime>,
    #[graphql(skip)]
    region_code: Option<RegionCode>,
    #[graphql(skip)]
    plant_code: Option<String>,
    #[graphql(skip)]
    grower_id: Option<Uuid>,
}

#[ComplexObject]
impl Account {
    /// The region it belongs to, with everything below it. For a PLANT_OPERATOR, the region of its plant; for a GROWER,
    /// its own region. Null where it belongs to none.
    async fn region(&self, ctx: &Context<'_>) -> Result<Option<One<Region>>> {
        Ok(loader::optional::<region::Entity>(ctx, self.region_code.clone()).await?.map(One::of))
    }

    /// The processing plant of a PLANT_OPERATOR. Null for other roles.
    async fn processing_plant(&self, ctx: &Context<'_>) -> Result<Option<One<ProcessingPlant>>> {
        let plant = loader::optional::<processing_plant::Entity>(ctx, self.plant_code.clone()).await?;
        Ok(plant.map(One::of))
    }

    /// The grower of a GROWER. Null for other roles.
    async fn grower(&self, ctx: &Context<'_>) -> Result<Option<One<Grower>>> {
        Ok(loader::optional::<grower::Entity>(ctx, self.grower_id).await?.map(One::of))
    }
}

impl From<account::Model> for Account {
    fn from(row: account::Model) -> Self {
        let account::Model {
            id,
            username,
            password_hash: _,
            role,
            region_code,
            plant_code,
            grower_id,
            created_at: _,
            disabled_at,
            password_set_at: _,
            refusal_noted_at: _,
        } = row;
        Self {
            id: id.into(),
            username,
            role,
            disabled_at: disabled_at.map(DateTime::from),
            region_code,
            plant_code,
            grower_id,
        }
    }
}

/// The account named by a record, for readers who may know it: ADMIN, OFFICIAL and CLERK. None for every other reader.
pub(crate) async fn who(ctx: &Context<'_>, account_id: Uuid) -> Result<Option<One<Account>>> {
    if !actor(ctx).is_some_and(|actor| READERS.contains(&actor.role)) {
        return Ok(None);
    }
    Ok(Some(One::of(loader::row::<account::Entity>(ctx, account_id).await?)))
}

/// The same as `who`, but only for readers whose own region has that account.
pub(crate) async fn who_within(ctx: &Context<'_>, account_id: Uuid) -> Result<Option<One<Account>>> {
    let scope = guard::scope(ctx);
    let account = who(ctx, account_id).await?;
    Ok(account.filter(|One(account)| account.region_code.as_ref().is_some_and(|region| scope.covers(region))))
}
