//! Traces.

pub(super) mod recall;

use async_graphql::{Context, Object};

use crate::graphql::{
    guard::{self, database},
    objects::trace::Trace,
};
use domain::trace;
use store::error::Result;

/// Queries about traces.
#[derive(Debug, Default)]
pub(super) struct TraceQuery;

#[Object]
impl TraceQuery {
    /// The public trace of a printed code, as a consumer sees it after scanning a package. The code is that of a lot, a
    /// batch or a pledge certificate, in upper or lower case, with or without hyphens. Open to everyone. Null without
    /// an error for an unknown code, a voided lot or a voided batch. If a voided batch was recorded again, its code
    /// leads to the batch that replaces it.
    async fn trace(&self, ctx: &Context<'_>, #[graphql(desc = "Printed code.")] code: String) -> Result<Option<Trace>> {
        guard::open(ctx)?;
        Ok(trace::find(database(ctx).reader(), &code).await?.map(Trace::from))
    }
}
