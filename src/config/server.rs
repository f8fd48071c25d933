//! Where the server listens, and where people reach it.

use std::net::SocketAddr;

use super::{Environment, Malformed, PublicUrl, switch, value};

/// Where the server is.
#[derive(Debug, Clone)]
pub struct Server {
    /// The address and port to listen on.
    pub listen: SocketAddr,
    /// Where links lead.
    pub public_url: PublicUrl,
    /// Whether demonstration accounts may be served to other machines.
    pub demo_on_network: bool,
}

const PUBLIC_URL: &str = "an address such as https://lihua.example.org: http or https with a host, at most 200 \
                          characters, without user, query and fragment";

pub(super) fn read(env: &Environment<'_>) -> Result<Server, Malformed> {
    let listen = value(env, "LISTEN", "127.0.0.1:8000", "an address and a port, such as 127.0.0.1:8000")
        .means("The address and port to listen on.")?;
    Ok(Server {
        listen,
        public_url: value(env, "PUBLIC_URL", &format!("http://{listen}"), PUBLIC_URL).means(
            "The address at which people reach the server, such as https://lihua.example.org. The QR codes of \
             receipts lead there. The default is http:// with the address of LISTEN.",
        )?,
        demo_on_network: switch(env, "DEMO_ON_NETWORK", false).means(
            "Whether demonstration accounts, whose password is public, may be served on an address other than \
             loopback.",
        )?,
    })
}
