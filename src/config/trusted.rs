//! The proxies and web sites that are trusted.

use super::{Environment, Malformed, Network, Origin, list};

/// Who is trusted.
#[derive(Debug, Clone)]
pub struct Trusted {
    /// The proxies that say where a request came from.
    pub proxies: Vec<Network>,
    /// The web sites whose pages may read responses.
    pub origins: Vec<Origin>,
}

const NETWORKS: &str = "networks or addresses with commas between them, such as 10.0.0.0/8,::1/128";
const ORIGINS: &str = "origins with commas between them, such as https://console.example.org";

pub(super) fn read(env: &Environment<'_>) -> Result<Trusted, Malformed> {
    Ok(Trusted {
        proxies: list(env, "TRUSTED_PROXIES", NETWORKS).means(
            "The proxies in front, as addresses and networks separated by commas, such as 127.0.0.1,10.0.0.0/8. Only \
             their X-Forwarded-For, X-Forwarded-Proto and X-Request-Id headers are trusted. If the proxies are not \
             listed, all clients that come through one share its address and its limits.",
        )?,
        origins: list(env, "CORS_ORIGINS", ORIGINS).means(
            "Web sites whose pages may read responses, separated by commas, such as https://shop.example.org. The \
             server's own pages need no entry.",
        )?,
    })
}
