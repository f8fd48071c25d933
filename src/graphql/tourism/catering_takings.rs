//! Takings of establishments: recorded, taken back and read back.

use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{
    connection::{Connection, request},
    guard::{self, database},
    input::{self, Form},
    loader,
    mutation::idempotent_write,
    objects::{catering::CateringEstablishment, catering_takings::CateringTakings},
    scalar::Decimal,
};
use domain::tourism::catering_takings::{self, Takings, Void};
use store::{entity::tourism::catering_establishment, error::Result};
use types::Role;

/// The takings of an establishment in a month. A second record for the same month replaces the first.
#[derive(InputObject)]
struct RecordCateringTakingsInput {
    /// The establishment.
    establishment_code: ID,
    /// The year, from 1949 to the current year.
    year: i32,
    /// The month, 1 to 12, not in the future.
    month: i32,
    /// The takings in yuan, two decimal places. 0 or more, at most 1,000,000,000.00.
    amount_yuan: Decimal,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of recording takings.
#[derive(SimpleObject)]
#[graphql(complex)]
struct RecordCateringTakingsPayload {
    /// Year.
    year: i32,
    /// Month, 1 to 12.
    month: i32,
    /// The takings in yuan, two decimal places.
    amount_yuan: Decimal,
    #[graphql(skip)]
    establishment_code: String,
}

#[ComplexObject]
impl RecordCateringTakingsPayload {
    /// The establishment.
    async fn establishment(&self, ctx: &Context<'_>) -> Result<CateringEstablishment> {
        Ok(loader::row::<catering_establishment::Entity>(ctx, self.establishment_code.clone()).await?.into())
    }
}

/// The takings of an establishment in a month to void because they were entered by mistake.
#[derive(InputObject)]
struct VoidCateringTakingsInput {
    /// The establishment.
    establishment_code: ID,
    /// The year.
    year: i32,
    /// The month, 1 to 12.
    month: i32,
    /// The reason, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of voiding takings.
#[derive(SimpleObject)]
struct VoidCateringTakingsPayload {
    /// Year.
    year: i32,
    /// Month, 1 to 12, which has no takings any more.
    month: i32,
    /// The voided takings.
    takings: CateringTakings,
}

/// Filters takings. An absent field does not restrict the list.
#[derive(InputObject)]
struct CateringTakingsFilter {
    /// Only takings of establishments in this region or below it. Above a township, `establishmentCode` is required.
    region_code: ID,
    /// Only takings of this establishment.
    establishment_code: Option<ID>,
    /// Only takings of this year.
    year: Option<i32>,
    /// Only takings of this month, 1 to 12, of any year.
    month: Option<i32>,
    /// Only takings that are neither replaced nor voided, or with false only the others.
    in_force: Option<bool>,
}

/// Queries about takings.
#[derive(Debug, Default)]
pub(crate) struct CateringTakingsQuery;

#[Object]
impl CateringTakingsQuery {
    /// What was recorded of the establishments of a region, latest month first, so that it can be proof-read. Replaced
    /// and voided takings are included. For ADMIN, and for OFFICIAL and CLERK of the region.
    async fn catering_takings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Filters the takings.")] filter: CateringTakingsFilter,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<CateringTakings>>> {
        guard::answer(ctx, guard::READERS, |actor| async move {
            let CateringTakingsFilter { region_code, establishment_code, year, month, in_force } = filter;
            let filter = catering_takings::Filter {
                region_code: input::id(region_code),
                establishment_code: input::id(establishment_code),
                year,
                month,
                in_force,
            };
            let request = request(ctx, first, after);
            Ok(catering_takings::list(database(ctx).reader(), actor, filter, &request).await?.into())
        })
        .await
    }
}

/// Mutations of takings.
#[derive(Debug, Default)]
pub(crate) struct CateringTakingsMutation;

#[Object]
impl CateringTakingsMutation {
    /// Records the takings of an establishment in a month. For CLERK, in its region.
    async fn record_catering_takings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The takings.")] input: RecordCateringTakingsInput,
    ) -> Option<Result<RecordCateringTakingsPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let RecordCateringTakingsInput { establishment_code, year, month, amount_yuan, idempotency_key } = input;
            let mut form = Form::new();
            let establishment = form.id("establishmentCode", establishment_code);
            let change = form.change(idempotency_key, establishment, |form| {
                Ok(Takings {
                    year: form.take("year", year),
                    month: form.take("month", month),
                    amount: form.take("amountYuan", input::money_or_zero("amountYuan", &amount_yuan)?),
                })
            });
            let takings =
                idempotent_write(ctx, actor, change, catering_takings::to_record, catering_takings::record).await?;
            Ok(RecordCateringTakingsPayload {
                year: takings.year,
                month: takings.month,
                amount_yuan: takings.amount_fen.into(),
                establishment_code: takings.establishment_code,
            })
        })
        .await
    }

    /// Voids the takings of an establishment in a month that were entered by mistake: the month has none again, and they
    /// stay on record. NOT_FOUND if none were recorded, CONFLICT if they are already voided. For CLERK, in its region.
    async fn void_catering_takings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The establishment, the month and the reason.")] input: VoidCateringTakingsInput,
    ) -> Option<Result<VoidCateringTakingsPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let VoidCateringTakingsInput { establishment_code, year, month, reason, idempotency_key } = input;
            let mut form = Form::new();
            let establishment = form.id("establishmentCode", establishment_code);
            let change = form.change(idempotency_key, establishment, |form| {
                Ok(Void {
                    year: form.take("year", year),
                    month: form.take("month", month),
                    reason: form.read("reason", reason)?,
                })
            });
            let takings =
                idempotent_write(ctx, actor, change, catering_takings::to_record, catering_takings::void).await?;
            Ok(VoidCateringTakingsPayload { year: takings.year, month: takings.month, takings: takings.into() })
        })
        .await
    }
}
