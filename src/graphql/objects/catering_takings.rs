//! Takings of establishments as they were recorded.

use async_graphql::{ComplexObject, Context, SimpleObject};
use uuid::Uuid;

use super::{
    accounts::{self, Account},
    catering::{self, CateringEstablishment},
};
use crate::graphql::{
    list::One,
    scalar::{DateTime, Decimal},
};
use store::{entity::tourism::catering_takings, error::Result};

/// The takings of an establishment in a month, as they were recorded.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct CateringTakings {
    /// Year.
    year: i32,
    /// Month, 1 to 12.
    month: i32,
    /// The takings in yuan, two decimal places.
    amount_yuan: Decimal,
    /// When they were recorded.
    recorded_at: DateTime,
    /// When another record of the establishment and month replaced them. Null while they are in force, and if they were
    /// voided.
    replaced_at: Option<DateTime>,
    /// When they were voided as entered by mistake. Null unless they are voided.
    voided_at: Option<DateTime>,
    /// The reason for voiding them. Null unless they are voided.
    void_reason: Option<String>,
    #[graphql(skip)]
    establishment_code: String,
    #[graphql(skip)]
    account_id: Uuid,
}

#[ComplexObject]
impl CateringTakings {
    /// The establishment.
    async fn establishment(&self, ctx: &Context<'_>) -> Result<One<CateringEstablishment>> {
        catering::of(ctx, &self.establishment_code).await
    }

    /// The account that recorded them.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<One<Account>>> {
        accounts::who(ctx, self.account_id).await
    }
}

impl From<catering_takings::Model> for CateringTakings {
    fn from(row: catering_takings::Model) -> Self {
        let (superseded_at, voided_at) = (row.superseded_at(), row.voided_at());
        let catering_takings::Model {
            id: _,
            establishment_code,
            region_code: _,
            year,
            month,
            amount_fen,
            recorded_at,
            recorded_by,
            replaced_at: _,
            void_reason,
            voided_by: _,
        } = row;
        Self {
            year,
            month,
            amount_yuan: amount_fen.into(),
            recorded_at: recorded_at.into(),
            replaced_at: superseded_at.map(DateTime::from),
            voided_at: voided_at.map(DateTime::from),
            void_reason,
            establishment_code,
            account_id: recorded_by,
        }
    }
}
