//! Values of settings that are more than a number, a word or a path.

use std::{net::IpAddr, str::FromStr};

use ipnet::IpNet;
use url::Url;

/// The address at which people reach the server, without a trailing slash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl(String);

impl PublicUrl {
    /// The greatest length. It keeps the QR codes of links easy to scan.
    const LONGEST: usize = 200;

    /// The URL of a path, which begins with a slash.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

impl FromStr for PublicUrl {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let url = Url::parse(text).map_err(|_| ())?;
        let is_plain =
            url.username().is_empty() && url.password().is_none() && url.query().is_none() && url.fragment().is_none();
        // The parser drops or escapes characters that do not belong in a URL. Such a value was probably a mistake, so
        // it is refused.
        let is_written_out =
            text.chars().all(|character| !character.is_whitespace() && !character.is_control() && character != '\\');
        let is_fit = matches!(url.scheme(), "http" | "https") && url.has_host() && is_plain && is_written_out;
        let address = url.as_str().trim_end_matches('/');
        (is_fit && address.len() <= Self::LONGEST).then(|| Self(address.to_owned())).ok_or(())
    }
}

/// A range of addresses with a common prefix. A single address is a network of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network(pub(super) IpNet);

impl Network {
    /// Whether an address is in the network.
    pub fn contains(&self, address: IpAddr) -> bool {
        self.0.contains(&address)
    }
}

impl FromStr for Network {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().or_else(|_| text.parse::<IpAddr>().map(IpNet::from)).map(Self).map_err(|_| ())
    }
}

/// The origin of a web site as browsers write it: scheme, host and, unless it is the scheme's default, port.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(pub String);

impl FromStr for Origin {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).ok_or(())?;
        let is_of_a_host = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-:[]".contains(&byte);
        (!host.is_empty() && host.bytes().all(is_of_a_host)).then(|| Self(text.to_owned())).ok_or(())
    }
}
