//! The service itself.

use async_graphql::{Context, Object, SimpleObject};

use super::guard::{self, database};
use domain::installation;
use store::error::{ErrorCode, Result};

/// What answers here.
#[derive(SimpleObject)]
struct ServiceInfo {
    /// The program's version, such as 0.2.0.
    version: String,
    /// Whether the records are a demonstration: generated, and no person's.
    demo: bool,
    /// Every code that `extensions.code` of an error may have; nine.
    error_codes: Vec<ErrorCode>,
}

/// Queries about the service.
#[derive(Debug, Default)]
pub struct ServiceQuery;

#[Object]
impl ServiceQuery {
    /// What answers here: version, whether the records are a demonstration, error codes. Open to everyone.
    async fn service_info(&self, ctx: &Context<'_>) -> Result<ServiceInfo> {
        guard::open(ctx)?;
        Ok(ServiceInfo {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            demo: installation::is_demo(database(ctx).reader()).await?,
            error_codes: ErrorCode::ALL.to_vec(),
        })
    }
}
