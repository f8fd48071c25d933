//! Recalls.

use async_graphql::{Context, Object};

use crate::graphql::{
    connection::{Connection, request},
    guard::{self, database},
    objects::recall::RecallItem,
};
use domain::trace::recall;
use store::error::Result;

/// Queries about recalls.
#[derive(Debug, Default)]
pub(crate) struct RecallQuery;

#[Object]
impl RecallQuery {
    /// The recall list of a lot or batch: every batch that used it, directly or through other batches, every sale, and
    /// every delivered pre-order, and what was lost, given away or used otherwise. Batches come first, then each kind
    /// by ID. Voided records are left out. The code is that of a lot, a batch or a pledge certificate, as in `trace`.
    /// For ADMIN, and for OFFICIAL and CLERK of the region of the lot or plant. Otherwise null with NOT_FOUND.
    async fn recall(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Printed code.")] code: String,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<RecallItem>>> {
        guard::answer(ctx, guard::READERS, |actor| async move {
            let request = request(ctx, first, after);
            Ok(recall::list(database(ctx).reader(), actor, &code, &request).await?.into())
        })
        .await
    }
}
