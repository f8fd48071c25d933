//! Honours: landmark dishes, famous snacks and county-level heritage projects.

use async_graphql::{Context, ID, InputObject, MaybeUndefined, Object, SimpleObject};

use crate::graphql::{
    document::cost::list_size,
    guard::{self, database},
    input::{self, Form},
    list::List,
    mutation::idempotent_write,
    objects::honours::Honour,
    registers::undertakings::{new_undertaking, undertaking_patch},
    scalar::Date,
};
use domain::tourism::honours;
use store::error::Result;
use types::{HonourKind, Role};

/// Queries about honours.
#[derive(Debug, Default)]
pub(crate) struct HonourQuery;

#[Object]
impl HonourQuery {
    /// The honours in a region or below it, or in all regions, by code. At most 1,000. Open to everyone.
    #[graphql(directive = list_size::apply(Some(100), None))]
    async fn honours(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Official code of the region. Default: all regions.")] region_code: Option<ID>,
    ) -> Result<List<Honour>> {
        guard::open(ctx)?;
        Ok(honours::list(database(ctx).reader(), input::id(region_code)).await?.into_iter().map(Honour::from).collect())
    }
}

/// A new honour.
#[derive(InputObject)]
struct AddHonourInput {
    /// Readable code: 1 to 40 lowercase Latin letters, digits, periods, hyphens or underscores.
    code: ID,
    /// The kind.
    kind: HonourKind,
    /// The name of what was honoured, 1 to 100 characters.
    name: String,
    /// The region it is booked to.
    region_code: ID,
    /// The day it was awarded, not in the future. It counts from this day on.
    awarded_on: Date,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// Changes to an honour. A field that is absent does not change.
#[derive(InputObject)]
struct UpdateHonourInput {
    /// Readable code.
    code: ID,
    /// The name of what was honoured, 1 to 100 characters.
    name: Option<String>,
    /// The first day on which it is no longer held, after the day it was awarded and not in the future. Null removes
    /// the end.
    ended_on: MaybeUndefined<Date>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of adding or changing an honour.
#[derive(SimpleObject)]
struct HonourPayload {
    /// The honour in its current state.
    honour: Honour,
}

/// Mutations of honours.
#[derive(Debug, Default)]
pub(crate) struct HonourMutation;

#[Object]
impl HonourMutation {
    /// Adds an honour. It counts from the day it was awarded on. For ADMIN.
    async fn add_honour(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The honour to add.")] input: AddHonourInput,
    ) -> Option<Result<HonourPayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let AddHonourInput { code, kind, name, region_code, awarded_on, idempotency_key } = input;
            let mut form = Form::new();
            let region = form.id("regionCode", region_code);
            let change = form.change(idempotency_key, region, |form| {
                Ok((form.take("kind", kind), new_undertaking(form, code, name, "awardedOn", awarded_on)?))
            });
            let honour = idempotent_write(ctx, actor, change, honours::to_add, honours::add).await?;
            Ok(HonourPayload { honour: honour.into() })
        })
        .await
    }

    /// Changes an honour: renames it, ends it from a day on, or removes its end. For ADMIN.
    async fn update_honour(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changes to the honour.")] input: UpdateHonourInput,
    ) -> Option<Result<HonourPayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let UpdateHonourInput { code, name, ended_on, idempotency_key } = input;
            let mut form = Form::new();
            let code = form.id("code", code);
            let change = form.change(idempotency_key, code, |form| undertaking_patch(form, name, "endedOn", ended_on));
            let honour = idempotent_write(ctx, actor, change, honours::to_update, honours::update).await?;
            Ok(HonourPayload { honour: honour.into() })
        })
        .await
    }
}
