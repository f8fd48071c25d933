//! Varieties.

use async_graphql::{Context, ID, InputObject, MaybeUndefined, Object, SimpleObject};

use crate::graphql::{
    document::cost::list_size,
    guard::{self, database},
    input::{self, Change, Form},
    list::List,
    mutation::idempotent_write,
    objects::varieties::Variety,
    scalar::Date,
};
use domain::registers::varieties::{self, VarietyFields};
use store::error::Result;
use types::Role;

/// Queries about varieties.
#[derive(Debug, Default)]
pub(crate) struct VarietyQuery;

#[Object]
impl VarietyQuery {
    /// All varieties, by code. At most 1,000, in practice some dozens. Open to everyone.
    #[graphql(directive = list_size::apply(Some(50), None))]
    async fn varieties(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only those in use on this day.")] in_use_on: Option<Date>,
    ) -> Result<List<Variety>> {
        guard::open(ctx)?;
        let day = input::read("inUseOn", in_use_on)?;
        Ok(varieties::list(database(ctx).reader(), day).await?.into_iter().map(Variety::from).collect())
    }
}

/// A new variety, or new names and harvest months for a known variety, which may also be retired.
#[derive(InputObject)]
struct VarietyInput {
    /// Readable code: 1 to 40 lowercase Latin letters, digits, periods, hyphens or underscores.
    code: ID,
    /// The Chinese name, 1 to 100 characters. No other variety may have it.
    name: String,
    /// The English name, 1 to 100 characters.
    name_en: String,
    /// The first month of the harvest, 1 to 12.
    harvest_start_month: i32,
    /// The last month of the harvest, 1 to 12.
    harvest_end_month: i32,
    /// The first day on which it is no longer in use, not in the future. Absent: unchanged. Null puts it back in use.
    retired_on: MaybeUndefined<Date>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

impl VarietyInput {
    fn change(self) -> Change<String, VarietyFields> {
        let Self { code, name, name_en, harvest_start_month, harvest_end_month, retired_on, idempotency_key } = self;
        let mut form = Form::new();
        let code = form.id("code", code);
        form.change(idempotency_key, code, |form| {
            Ok(VarietyFields {
                name: form.read("name", name)?,
                name_en: form.read("nameEn", name_en)?,
                harvest_start_month: form.take("harvestStartMonth", harvest_start_month),
                harvest_end_month: form.take("harvestEndMonth", harvest_end_month),
                retired_on: form.read("retiredOn", retired_on)?,
            })
        })
    }
}

/// The result of adding or changing a variety.
#[derive(SimpleObject)]
struct VarietyPayload {
    /// The variety in its current state.
    variety: Variety,
}

/// Mutations of varieties.
#[derive(Debug, Default)]
pub(crate) struct VarietyMutation;

#[Object]
impl VarietyMutation {
    /// Adds a variety under a new code. For ADMIN.
    async fn add_variety(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The variety to add.")] input: VarietyInput,
    ) -> Option<Result<VarietyPayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let variety = idempotent_write(ctx, actor, input.change(), varieties::to_add, varieties::add).await?;
            Ok(VarietyPayload { variety: variety.into() })
        })
        .await
    }

    /// Changes the names and harvest months of a variety, retires it from a day on, or puts it back in use. Sales already
    /// recorded keep their season. From the day on which it is retired, no plot of it is registered, no lot is picked,
    /// no season that begins then is estimated or offered, and it is sold only from a lot. What was recorded stays, also
    /// of later days: retiring says that nothing more comes, not that something was wrong. Earlier days can still be
    /// entered. CONFLICT if a plot still grows it on that day, or if an offer of a later season is open. For ADMIN.
    async fn update_variety(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The variety with its new values.")] input: VarietyInput,
    ) -> Option<Result<VarietyPayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let variety = idempotent_write(ctx, actor, input.change(), varieties::to_update, varieties::update).await?;
            Ok(VarietyPayload { variety: variety.into() })
        })
        .await
    }
}
