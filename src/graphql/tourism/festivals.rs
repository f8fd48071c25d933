//! Festivals.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{
    content::Content,
    document::cost::list_size,
    guard::{self, database},
    input,
    mutation::old_write,
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
    ) -> Result<Vec<Festival>> {
        guard::open(ctx)?;
        let region_code = region_code.map(|code| RegionCode(code.0));
        Ok(festivals::list(database(ctx).reader(), region_code).await?.into_iter().map(Festival::from).collect())
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
    fn read(self) -> (RegionCode, i32, Result<FestivalFields>, Option<String>) {
        let Self { region_code, edition, name, starts_on, ends_on, idempotency_key } = self;
        let fields = || {
            let name = input::name("name", &name)?;
            Ok(FestivalFields {
                name,
                starts_on: input::day("startsOn", &starts_on)?,
                ends_on: input::day("endsOn", &ends_on)?,
            })
        };
        (RegionCode(region_code.0), edition, fields(), idempotency_key)
    }
}

fn content(region: &RegionCode, edition: i32, fields: &FestivalFields) -> Content {
    let FestivalFields { name, starts_on, ends_on } = fields;
    let content = Content::new().with("regionCode", region).with("edition", edition).with("name", name);
    content.with("startsOn", starts_on).with("endsOn", ends_on)
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
            let (region, edition, fields, key) = input.read();
            let fields = fields.map(|fields| (edition, fields));
            let content =
                |region: &RegionCode, (edition, fields): &(i32, FestivalFields)| content(region, *edition, fields);
            let festival =
                old_write(ctx, actor, key, region, fields, content, |txn, actor, region, fields| async move {
                    festivals::add(&txn, &actor, region, fields).await
                })
                .await?;
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
            let (region, edition, fields, key) = input.read();
            let content =
                |(region, edition): &(RegionCode, i32), fields: &FestivalFields| content(region, *edition, fields);
            let festival = old_write(
                ctx,
                actor,
                key,
                (region, edition),
                fields,
                content,
                |txn, actor, (region, edition), fields| async move {
                    festivals::update(&txn, &actor, region, edition, fields).await
                },
            )
            .await?;
            Ok(FestivalPayload { festival: festival.into() })
        })
        .await
    }
}
