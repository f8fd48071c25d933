//! Catering: establishments, and the baseline year of their takings.

use async_graphql::{ComplexObject, Context, ID, InputObject, MaybeUndefined, Object, SimpleObject};

use crate::graphql::{
    document::cost::list_size,
    guard::{self, database},
    input::{self, Form},
    list::{List, One},
    mutation::idempotent_write,
    objects::{
        catering::CateringEstablishment,
        regions::{self, Region},
    },
    scalar::Date,
};
use domain::tourism::catering::{self, EstablishmentFields};
use store::error::Result;
use types::{RegionCode, Role};

/// Queries about catering.
#[derive(Debug, Default)]
pub(crate) struct CateringQuery;

#[Object]
impl CateringQuery {
    /// The establishments in a region or below it, by code. At most 1,000. For ADMIN, OFFICIAL and CLERK of the region.
    #[graphql(directive = list_size::apply(Some(100), None))]
    async fn catering_establishments(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Official code of the region.")] region_code: ID,
    ) -> Option<Result<List<CateringEstablishment>>> {
        guard::answer(ctx, guard::READERS, |actor| async move {
            let listed = catering::list(database(ctx).reader(), &actor.scope(), &input::id(region_code)).await?;
            Ok(listed.into_iter().map(CateringEstablishment::from).collect())
        })
        .await
    }
}

/// A new establishment.
#[derive(InputObject)]
struct AddCateringEstablishmentInput {
    /// Readable code: 1 to 40 lowercase Latin letters, digits, periods, hyphens or underscores.
    code: ID,
    /// Name, 1 to 100 characters.
    name: String,
    /// The region it is in.
    region_code: ID,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// A new name for an establishment.
#[derive(InputObject)]
struct RenameCateringEstablishmentInput {
    /// Readable code.
    code: ID,
    /// Name, 1 to 100 characters.
    name: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The name of an establishment, and its closing.
#[derive(InputObject)]
struct UpdateCateringEstablishmentInput {
    /// Readable code.
    code: ID,
    /// Name, 1 to 100 characters.
    name: String,
    /// The first day on which it does no business any more, not in the future. If absent, it does not change; null
    /// reopens it. Takings of a month that begins on that day or later are refused.
    closed_on: MaybeUndefined<Date>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of changing an establishment.
#[derive(SimpleObject)]
struct UpdateCateringEstablishmentPayload {
    /// The establishment in its current state.
    establishment: CateringEstablishment,
}

/// The result of adding or renaming an establishment.
#[derive(SimpleObject)]
struct CateringEstablishmentPayload {
    /// The establishment in its current state.
    establishment: CateringEstablishment,
}

/// The baseline year for the catering takings of a region.
#[derive(InputObject)]
struct SetCateringBaselineInput {
    /// The region it applies to, with everything below it that has no baseline of its own.
    region_code: ID,
    /// The year, from 1949 to the current year. Null removes the baseline.
    baseline_year: Option<i32>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of setting a baseline.
#[derive(SimpleObject)]
#[graphql(complex)]
struct SetCateringBaselinePayload {
    /// The year. Null if the baseline was removed.
    baseline_year: Option<i32>,
    #[graphql(skip)]
    region_code: RegionCode,
}

#[ComplexObject]
impl SetCateringBaselinePayload {
    /// The region it applies to.
    async fn region(&self, ctx: &Context<'_>) -> Result<One<Region>> {
        regions::of(ctx, &self.region_code).await
    }
}

/// Mutations of catering.
#[derive(Debug, Default)]
pub(crate) struct CateringMutation;

#[Object]
impl CateringMutation {
    /// Adds an establishment. For ADMIN.
    async fn add_catering_establishment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The establishment to add.")] input: AddCateringEstablishmentInput,
    ) -> Option<Result<CateringEstablishmentPayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let AddCateringEstablishmentInput { code, name, region_code, idempotency_key } = input;
            let mut form = Form::new();
            let region = form.id("regionCode", region_code);
            let change = form.change(idempotency_key, region, |form| {
                Ok((form.take("code", input::code("code", &code)?), form.read("name", name)?))
            });
            let establishment = idempotent_write(ctx, actor, change, catering::to_add, catering::add).await?;
            Ok(CateringEstablishmentPayload { establishment: establishment.into() })
        })
        .await
    }

    /// Renames an establishment. For ADMIN.
    async fn rename_catering_establishment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The establishment and its new name.")] input: RenameCateringEstablishmentInput,
    ) -> Option<Result<CateringEstablishmentPayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let RenameCateringEstablishmentInput { code, name, idempotency_key } = input;
            let mut form = Form::new();
            let code = form.id("code", code);
            let change = form.change(idempotency_key, code, |form| {
                Ok(EstablishmentFields { name: form.read("name", name)?, closed_on: None })
            });
            let establishment = idempotent_write(ctx, actor, change, catering::to_update, catering::update).await?;
            Ok(CateringEstablishmentPayload { establishment: establishment.into() })
        })
        .await
    }

    /// Changes the name of an establishment, closes it from a day on, or reopens it. From its closing on its months count
    /// as 0 in the catering increase. CONFLICT if takings of a month after the closing are recorded. For ADMIN.
    async fn update_catering_establishment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The establishment and its changes.")] input: UpdateCateringEstablishmentInput,
    ) -> Option<Result<UpdateCateringEstablishmentPayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let UpdateCateringEstablishmentInput { code, name, closed_on, idempotency_key } = input;
            let mut form = Form::new();
            let code = form.id("code", code);
            let change = form.change(idempotency_key, code, |form| {
                Ok(EstablishmentFields { name: form.read("name", name)?, closed_on: form.read("closedOn", closed_on)? })
            });
            let establishment = idempotent_write(ctx, actor, change, catering::to_update, catering::update).await?;
            Ok(UpdateCateringEstablishmentPayload { establishment: establishment.into() })
        })
        .await
    }

    /// Sets or removes the baseline year for the catering takings of a region and everything below it. For ADMIN.
    async fn set_catering_baseline(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The baseline to set.")] input: SetCateringBaselineInput,
    ) -> Option<Result<SetCateringBaselinePayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let SetCateringBaselineInput { region_code, baseline_year, idempotency_key } = input;
            let mut form = Form::new();
            let region = form.id("regionCode", region_code);
            let change = form.change(idempotency_key, region, |form| Ok(form.take("baselineYear", baseline_year)));
            let baseline =
                idempotent_write(ctx, actor, change, catering::to_set_baseline, catering::set_baseline).await?;
            Ok(SetCateringBaselinePayload { baseline_year: baseline.baseline_year, region_code: baseline.region_code })
        })
        .await
    }
}
