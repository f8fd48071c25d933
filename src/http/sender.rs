//! The sender of a request: its address, scheme and token.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::{
    extract::ConnectInfo,
    http::{Extensions, HeaderMap, HeaderName, HeaderValue, header},
};

use crate::{config::Network, graphql::Caller, rate::network};
use domain::access::sessions::Sessions;
use store::{
    Database,
    error::{Error, ErrorCode},
};
use types::new_id;
use uuid::Uuid;

/// The cookie with a browser's token.
const COOKIE: &str = "lihua_session";
/// The header by which the console's own pages identify themselves. Pages of other sites cannot send it.
const CONSOLE: HeaderName = HeaderName::from_static("x-lihua-console");
/// The id of a request, in the request and in the response.
pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// Where a request came from.
#[derive(Debug, Clone)]
pub(crate) struct Origin {
    /// The client's address.
    pub address: IpAddr,
    /// Whether it came over https, according to a trusted proxy.
    pub is_https: bool,
    /// Its id, in the response and in the log.
    pub request_id: String,
}

impl Origin {
    /// Where a request came from: the peer of its connection or, if that is a trusted proxy, the address that the proxy
    /// forwards. A router that is called in process has no connection, which counts as loopback.
    pub(crate) fn of(extensions: &Extensions, headers: &HeaderMap, proxies: &[Network]) -> Self {
        let peer = extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| peer.0.ip().to_canonical());
        let is_trusted = |address: &IpAddr| proxies.iter().any(|proxy| proxy.contains(*address));
        if !is_trusted(&peer) {
            return Self { address: peer, is_https: false, request_id: new_id().to_string() };
        }
        let given_id = headers.get(REQUEST_ID).and_then(|value| value.to_str().ok()).filter(|id| is_request_id(id));
        Self {
            address: forwarded_for(headers, peer, is_trusted),
            is_https: last(headers, FORWARDED_PROTO).is_some_and(|scheme| scheme.eq_ignore_ascii_case("https")),
            request_id: given_id.map_or_else(|| new_id().to_string(), str::to_owned),
        }
    }
}

/// The nearest address of the chain that is not a trusted proxy. Each proxy appends the address of its own peer. What
/// precedes the first untrusted address may have been written by anybody.
fn forwarded_for(headers: &HeaderMap, peer: IpAddr, is_trusted: impl Fn(&IpAddr) -> bool) -> IpAddr {
    let lines: Vec<&str> =
        headers.get_all(FORWARDED_FOR).iter().map(|value| value.to_str().unwrap_or_default()).collect();
    let mut nearest = peer;
    for hop in lines.iter().flat_map(|line| line.split(',')).rev() {
        let Ok(address) = hop.trim().parse::<IpAddr>() else { break };
        nearest = address.to_canonical();
        if !is_trusted(&nearest) {
            break;
        }
    }
    nearest
}

/// The last value of a header that contains a list. The nearest proxy wrote it.
fn last(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get_all(name).iter().next_back().and_then(|value| value.to_str().ok()?.rsplit(',').next()).map(str::trim)
}

fn is_request_id(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
}

/// Whose requests are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Key {
    /// Those of an account, from any address. Visitors of a festival share their carrier's few addresses, so accounts
    /// must not share a quota by address.
    Account(Uuid),
    /// Those from an address without an account.
    Address(IpAddr),
}

impl Key {
    /// The key whose quota a caller's requests from an address use.
    pub(crate) fn of(caller: &Caller, address: IpAddr) -> Self {
        match caller {
            Caller::Account { actor, .. } => Self::Account(actor.account_id),
            Caller::Visitor | Caller::Refused(_) => Self::Address(network(address)),
        }
    }
}

/// Who sent a request.
#[derive(Clone)]
pub(crate) struct Sender {
    /// The caller.
    pub caller: Caller,
    /// Whether a page of this server sent it, which may then keep its token in a cookie.
    is_own_page: bool,
    /// Whether the caller's token came in a cookie.
    came_by_cookie: bool,
    /// Whether cookies are for https alone.
    is_cookie_secure: bool,
}

impl Sender {
    /// Identifies the sender of a request by its `Authorization: Bearer …` or, for a page of this server, by its
    /// cookie. A token anywhere else, such as in the URL, is ignored.
    pub(crate) async fn of(database: &Database, sessions: &Sessions, headers: &HeaderMap, origin: &Origin) -> Self {
        let is_own_page = is_own_page(headers, origin);
        let cookie = cookie(headers).filter(|_| is_own_page);
        let came_by_cookie = cookie.is_some() && !headers.contains_key(header::AUTHORIZATION);
        let caller = match (headers.get(header::AUTHORIZATION), cookie) {
            (Some(authorization), _) => match bearer(authorization) {
                Some(token) => Caller::bearing(database, sessions, token).await,
                None => Caller::Refused(Error::wrong_token()),
            },
            (None, Some(token)) => Caller::bearing(database, sessions, token).await,
            (None, None) => Caller::Visitor,
        };
        Self {
            caller,
            is_own_page,
            came_by_cookie,
            is_cookie_secure: origin.is_https || !is_on_loopback(headers, origin),
        }
    }

    /// The key whose quota a request from an address uses.
    pub(crate) fn key(&self, address: IpAddr) -> Key {
        Key::of(&self.caller, address)
    }

    /// The cookie that makes a browser keep a token. `None` for programs, which store their tokens themselves.
    pub(crate) fn keep(&self, token: &str, lifetime_seconds: i64) -> Option<HeaderValue> {
        self.is_own_page.then(|| self.cookie(token, lifetime_seconds)).flatten()
    }

    /// The cookie that makes a browser delete its token.
    pub(crate) fn forget(&self) -> Option<HeaderValue> {
        self.is_own_page.then(|| self.cookie("", 0)).flatten()
    }

    /// Whether a browser has a token that is no longer valid, and should delete it.
    pub(crate) fn has_stale_cookie(&self) -> bool {
        self.came_by_cookie
            && matches!(&self.caller, Caller::Refused(error) if error.code == ErrorCode::Unauthenticated)
    }

    fn cookie(&self, token: &str, lifetime_seconds: i64) -> Option<HeaderValue> {
        let secure = if self.is_cookie_secure { "; Secure" } else { "" };
        let cookie = format!("{COOKIE}={token}; Path=/; Max-Age={lifetime_seconds}; HttpOnly; SameSite=Strict{secure}");
        HeaderValue::from_str(&cookie).ok()
    }
}

fn bearer(authorization: &HeaderValue) -> Option<&str> {
    token_of(authorization.to_str().ok()?)
}

/// The token of `Bearer …`.
pub(crate) fn token_of(authorization: &str) -> Option<&str> {
    let (scheme, token) = authorization.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

fn cookie(headers: &HeaderMap) -> Option<&str> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    lines.flat_map(|line| line.split(';')).find_map(|pair| pair.trim().strip_prefix(COOKIE)?.strip_prefix('='))
}

/// Whether a page of this server sent the request. Browsers let pages of other sites send cookies and JSON. They do not
/// let them send this header, or an Origin other than their own.
fn is_own_page(headers: &HeaderMap, origin: &Origin) -> bool {
    if headers.get(CONSOLE).is_some_and(|value| value == "1") {
        return true;
    }
    let scheme = if origin.is_https { "https" } else { "http" };
    let (Some(from), Some(host)) = (headers.get(header::ORIGIN), headers.get(header::HOST)) else { return false };
    let own = [scheme.as_bytes(), b"://", host.as_bytes()].concat();
    from.as_bytes().eq_ignore_ascii_case(&own)
}

/// Whether browser and server are on one machine. Some browsers keep no https-only cookie there.
fn is_on_loopback(headers: &HeaderMap, origin: &Origin) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let is_loopback = name.trim_matches(['[', ']']).parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    origin.address.is_loopback() && (is_loopback || name.eq_ignore_ascii_case("localhost"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(given: &[(&str, &str)]) -> HeaderMap {
        let parsed = |(name, value): &(&str, &str)| {
            (HeaderName::try_from(*name).expect("a name"), value.parse().expect("a value"))
        };
        let mut headers = HeaderMap::new();
        for (name, value) in given.iter().map(parsed) {
            headers.append(name, value);
        }
        headers
    }

    fn origin(peer: &str, given: &[(&str, &str)]) -> Origin {
        let mut extensions = Extensions::new();
        extensions.insert(ConnectInfo(SocketAddr::new(peer.parse().expect("an address"), 1)));
        let proxies = ["10.0.0.0/8", "::1"].map(|proxy| proxy.parse().expect("a network"));
        Origin::of(&extensions, &headers(given), &proxies)
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        let claims = [("x-forwarded-for", "198.51.100.7"), ("x-forwarded-proto", "https"), ("x-request-id", "abc")];
        let stranger = origin("192.0.2.1", &claims);
        assert_eq!((stranger.address.to_string().as_str(), stranger.is_https), ("192.0.2.1", false));
        assert_ne!(stranger.request_id, "abc");
        let proxy = origin("10.1.2.3", &claims);
        assert_eq!(
            (proxy.address.to_string().as_str(), proxy.is_https, proxy.request_id.as_str()),
            ("198.51.100.7", true, "abc")
        );
        assert_eq!(origin("::ffff:10.1.2.3", &claims).address, proxy.address);
    }

    #[test]
    fn the_nearest_stranger_of_a_chain_counts() {
        for (chain, address) in [
            (&["198.51.100.7, 203.0.113.9"][..], "203.0.113.9"),
            (&["198.51.100.7, 203.0.113.9, 10.0.0.2"], "203.0.113.9"),
            (&["198.51.100.7", "203.0.113.9", "10.0.0.2, 10.0.0.3"], "203.0.113.9"),
            (&["203.0.113.9, nonsense, 10.0.0.2"], "10.0.0.2"),
            (&["nonsense"], "10.1.2.3"),
            (&["10.0.0.4"], "10.0.0.4"),
            (&["2001:db8::1"], "2001:db8::1"),
            (&[], "10.1.2.3"),
        ] {
            let given: Vec<(&str, &str)> = chain.iter().map(|line| ("x-forwarded-for", *line)).collect();
            assert_eq!(origin("10.1.2.3", &given).address.to_string(), address, "{chain:?}");
        }
    }

    #[test]
    fn a_malformed_request_id_is_replaced() {
        for id in ["", "a b", "é", "a\"b", &"x".repeat(65)] {
            assert_ne!(origin("10.1.2.3", &[("x-request-id", id)]).request_id, id);
        }
    }

    #[test]
    fn a_page_of_ones_own_is_known_by_header_or_origin() {
        let from = |scheme: &str, given: &[(&str, &str)]| {
            is_own_page(&headers(given), &origin("10.1.2.3", &[("x-forwarded-proto", scheme)]))
        };
        assert!(from("http", &[("x-lihua-console", "1")]));
        assert!(from("http", &[("host", "lihua.example:8000"), ("origin", "http://lihua.example:8000")]));
        assert!(from("https", &[("host", "lihua.example"), ("origin", "https://lihua.example")]));
        assert!(!from("https", &[("host", "lihua.example"), ("origin", "http://lihua.example")]));
        assert!(!from("http", &[("host", "lihua.example"), ("origin", "http://evil.example")]));
        assert!(!from("http", &[("host", "lihua.example"), ("origin", "null")]));
        assert!(!from("http", &[("x-lihua-console", "0"), ("content-type", "application/json")]));
    }

    #[test]
    fn cookies_are_for_https_alone_except_on_loopback() {
        let on = |peer: &str, host: &str| is_on_loopback(&headers(&[("host", host)]), &origin(peer, &[]));
        assert!(
            on("127.0.0.1", "localhost:8000") && on("127.0.0.1", "127.0.0.1:8000") && on("127.0.0.1", "[::1]:8000")
        );
        assert!(!on("127.0.0.1", "lihua.example") && !on("192.0.2.1", "localhost"));
    }
}
