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
        #[graphql(default, desc = "Whether to list voided editions, too.")] include_voided: bool,
    ) -> Result<List<Festival>> {
        guard::open(ctx)?;
        Ok(festivals::list(database(ctx).reader(), input::id(region_code), include_voided)
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

/// An edition to void.
#[derive(InputObject)]
struct VoidFestivalInput {
    /// The region whose festival it is.
    region_code: ID,
    /// The number of the edition.
    edition: i32,
    /// Why, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of voiding an edition.
#[derive(SimpleObject)]
struct VoidFestivalPayload {
    /// The number of the edition.
    edition: i32,
    /// The edition in its current state.
    festival: Festival,
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
    /// Adds an edition of a region's festival. It can be announced before it takes place. Editions of one region do not
    /// overlap: INVALID_INPUT on the day that is another one's. For ADMIN.
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

    /// Voids an edition that was entered by mistake. It counts no more, and its number and its days are free again. The
    /// record stays and says so. CONFLICT if it is voided already. For ADMIN.
    async fn void_festival(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The edition and the reason.")] input: VoidFestivalInput,
    ) -> Option<Result<VoidFestivalPayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let VoidFestivalInput { region_code, edition, reason, idempotency_key } = input;
            let mut form = Form::new();
            let target = (form.id("regionCode", region_code), form.take("edition", edition));
            let change = form.change(idempotency_key, target, |form| form.read("reason", reason));
            let festival = idempotent_write(ctx, actor, change, festivals::to_void, festivals::void).await?;
            Ok(VoidFestivalPayload { edition: festival.edition, festival: festival.into() })
        })
        .await
    }
}
