//! Visitor counts as they were recorded.

use async_graphql::{ComplexObject, Context, SimpleObject};
use uuid::Uuid;

use super::{
    accounts::{self, Account},
    sites::{self, Site},
};
use crate::graphql::{
    list::One,
    scalar::{Date, DateTime},
};
use store::{entity::tourism::visitor_count, error::Result};

/// The person-times (人次) of a site on a day, as they were recorded.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct VisitorCount {
    /// The day.
    date: Date,
    /// Person-times (人次).
    visitors: i32,
    /// When it was recorded.
    recorded_at: DateTime,
    /// When another count of the site and day replaced it. Null while it is in force, and if it was voided.
    replaced_at: Option<DateTime>,
    /// When it was voided as entered by mistake. Null unless it is voided.
    voided_at: Option<DateTime>,
    /// The reason for voiding it. Null unless it is voided.
    void_reason: Option<String>,
    #[graphql(skip)]
    site_code: String,
    #[graphql(skip)]
    account_id: Uuid,
}

#[ComplexObject]
impl VisitorCount {
    /// The site, also if it is outside the total.
    async fn site(&self, ctx: &Context<'_>) -> Result<One<Site>> {
        sites::of(ctx, &self.site_code).await
    }

    /// The account that recorded it.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<One<Account>>> {
        accounts::who(ctx, self.account_id).await
    }
}

impl From<visitor_count::Model> for VisitorCount {
    fn from(row: visitor_count::Model) -> Self {
        let (superseded_at, voided_at) = (row.superseded_at(), row.voided_at());
        let visitor_count::Model {
            id: _,
            site_code,
            region_code: _,
            day,
            visitors,
            counts_towards_total: _,
            recorded_at,
            recorded_by,
            replaced_at: _,
            void_reason,
            voided_by: _,
        } = row;
        Self {
            date: day.into(),
            visitors,
            recorded_at: recorded_at.into(),
            replaced_at: superseded_at.map(DateTime::from),
            voided_at: voided_at.map(DateTime::from),
            void_reason,
            site_code,
            account_id: recorded_by,
        }
    }
}
