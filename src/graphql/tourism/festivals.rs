//! Festivals.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{
    document::cost::list_size,
    guard::{self, database},
    input::{self, Change, Form},
    list::List,
    mutation::idempotent_write,
    objects::festivals::Festival,
    scalar::Date,
};
use domain::tourism::festivals::{self, FestivalFields};
use store::error::Result;
use types::{RegionCode, Role};

/// Queries about festivals.
#[derive(Debug, Default)]
pub(crate) struct FestivalQuery;

#[Object]
impl FestivalQuery {
    /// The festival editions of a region and below it, or of all regions, newest first. Usually one per year and
    /// region, at most 1,000. Open to everyone.
    #[graphql(directive = list_size::apply(Some(50), None))]
    async fn festivals(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Official code of the region. Default: all regions.")] region_code: Option<ID>,
    ) -> Result<List<Festival>> {
        guard::open(ctx)?;
        Ok(festivals::list(database(ctx).reader(), input::id(region_code))
            .await?
            .into_iter()
            .map(Festival::from)
            .collect())
    }
}

/// A new edition, or a corrected name and days for a known edition.
#[derive(InputObject)]
struct FestivalInput {
    /// The region whose festival it is.
    region_code: ID,
    /// The number of the edition, 1 to 1000.
    edition: i32,
    /// Name, 1 to 100 characters.
    name: String,
    /// The first day, at most two years ahead.
    starts_on: Date,
    /// The last day, at most one year after the first.
    ends_on: Date,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

impl FestivalInput {
    fn change(self) -> Change<(RegionCode, i32), FestivalFields> {
        let Self { region_code, edition, name, starts_on, ends_on, idempotency_key } = self;
        let mut form = Form::new();
        let target = (form.id("regionCode", region_code), form.take("edition", edition));
        form.change(idempotency_key, target, |form| {
            Ok(FestivalFields {
                name: form.read("name", name)?,
                starts_on: form.read("startsOn", starts_on)?,
                ends_on: form.read("endsOn", ends_on)?,
            })
        })
    }
}

/// The result of adding or correcting an edition.
#[derive(SimpleObject)]
struct FestivalPayload {
    /// The edition in its current state.
    festival: Festival,
}

/// Mutations of festivals.
#[derive(Debug, Default)]
pub(crate) struct FestivalMutation;

#[Object]
impl FestivalMutation {
    /// Adds an edition of a region's festival. It can be announced before it takes place. For ADMIN.
    async fn add_festival(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The edition to add.")] input: FestivalInput,
    ) -> Option<Result<FestivalPayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let festival = idempotent_write(ctx, actor, input.change(), festivals::to_add, festivals::add).await?;
            Ok(FestivalPayload { festival: festival.into() })
        })
        .await
    }

    /// Corrects the name and days of an edition. For ADMIN.
    async fn update_festival(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The corrected edition.")] input: FestivalInput,
    ) -> Option<Result<FestivalPayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let festival =
                idempotent_write(ctx, actor, input.change(), festivals::to_update, festivals::update).await?;
            Ok(FestivalPayload { festival: festival.into() })
        })
        .await
    }
}
