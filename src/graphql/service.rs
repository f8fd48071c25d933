//! Information about the service itself.

use async_graphql::{Context, Object, SimpleObject};

use super::guard::{self, database};
use domain::installation;
use store::error::{ErrorCode, Result};

/// Information about the service.
#[derive(SimpleObject)]
struct ServiceInfo {
    /// The version of the program, such as 0.2.0.
    version: String,
    /// Whether the data is demonstration data: generated, and of no real person.
    demo: bool,
    /// Every value that `extensions.code` of an error can have. One row per code, nine in all.
    error_codes: Vec<ErrorCode>,
}

/// Queries about the service.
#[derive(Debug, Default)]
pub(super) struct ServiceQuery;

#[Object]
impl ServiceQuery {
    /// Information about the service: its version, whether its data is demonstration data, and the error codes. Open to
    /// everyone.
    async fn service_info(&self, ctx: &Context<'_>) -> Result<ServiceInfo> {
        guard::open(ctx)?;
        Ok(ServiceInfo {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            demo: installation::is_demo(database(ctx).reader()).await?,
            error_codes: ErrorCode::ALL.to_vec(),
        })
    }
}
