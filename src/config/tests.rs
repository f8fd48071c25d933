//! Every setting has a default, and errors name the setting whose value cannot be used.

use super::*;

fn with(variable: &'static str, value: &'static str) -> Result<Config, Malformed> {
    Config::from(|asked| (asked == variable).then(|| value.to_owned()))
}

#[test]
fn every_setting_has_a_default() {
    let config = Config::from(|_| None).expect("defaults");
    assert_eq!(config.server.listen.to_string(), "127.0.0.1:8000");
    assert_eq!(config.database.url, "sqlite://data/lihua.db");
}

#[test]
fn a_malformed_value_is_named() {
    for (variable, value) in [
        ("LISTEN", "8000"),
        ("DATABASE_URL", "mysql://secret@host/db"),
        ("DATABASE_CONNECTIONS", "0"),
        ("DATABASE_WAIT_SECONDS", "soon"),
        ("DATABASE_READ_SECONDS", "0"),
        ("DATABASE_WRITE_SECONDS", "0"),
        ("DATABASE_GROUP_WRITES", "0"),
        ("DATABASE_GROUP_MILLISECONDS", "1001"),
        ("DATABASE_SYNCHRONOUS", "perhaps"),
        ("PUBLIC_URL", ""),
        ("PUBLIC_URL", "lihua.example.org"),
        ("PUBLIC_URL", "ftp://lihua.example.org"),
        ("PUBLIC_URL", "https://"),
        ("PUBLIC_URL", "https:/\\lihua.example.org"),
        ("PUBLIC_URL", "https://li hua.example.org"),
        ("PUBLIC_URL", "https://lihua.example.org/a path"),
        ("PUBLIC_URL", "https://clerk:word@lihua.example.org"),
        ("PUBLIC_URL", "https://lihua.example.org/?a=b"),
        ("PUBLIC_URL", "https://lihua.example.org/#a"),
        ("PUBLIC_URL", "https://lihua.example.org:99999"),
        ("DEMO_ON_NETWORK", "yes"),
        ("SESSION_HOURS", "-1"),
        ("SESSION_IDLE_HOURS", "0"),
        ("SESSIONS_PER_ACCOUNT", "0"),
        ("PASSWORD_QUEUE", "0"),
        ("IDEMPOTENCY_DAYS", "1e3"),
        ("BODY_LIMIT_KIB", ""),
        ("QUERY_DEPTH", "99999999999999999999"),
        ("QUERY_COMPLEXITY", "many"),
        ("QUERY_ALIASES", "-1"),
        ("QUERY_ROOT_FIELDS", "0"),
        ("QUERY_DIRECTIVES", "x"),
        ("QUERY_TOKENS", "0"),
        ("PAGE_SIZE", "101"),
        ("INTROSPECTION", "off"),
        ("VARIABLES", "x"),
        ("VARIABLES_DEPTH", "51"),
        ("VARIABLES_KIB", "0"),
        ("BATCH_LENGTH", "0"),
        ("DOCUMENT_CACHE_KIB", "0"),
        ("DATABASE_CACHE_KIB", "63"),
        ("REFERENCE_ROWS", "1000001"),
        ("REQUEST_SECONDS", "0"),
        ("HEADER_SECONDS", "0"),
        ("CONNECTIONS", "0"),
        ("CONNECTIONS_PER_ADDRESS", "0"),
        ("SOCKETS_PER_ADDRESS", "0"),
        ("FEEDS", "0"),
        ("RATE_LIMIT_PER_MINUTE", "0"),
        ("SIGN_IN_LIMIT_PER_MINUTE", "0"),
        ("RATE_LIMIT_KEYS", "0"),
        ("REPORTS_KEPT", "100001"),
        ("SMALL_CELL_SELLERS", "0"),
        ("SMALL_CELL_SELLERS", "1001"),
        ("PREORDER_LIMIT_PER_MINUTE", "0"),
        ("PREORDER_HOLD_HOURS", "721"),
        ("PREORDERS_UNPAID", "0"),
        ("PREORDERS_SETTLED", "0"),
        ("SHORTFALL_BATCH", "0"),
        ("SHORTFALL_BATCH", "10001"),
        ("CERTIFICATES_FROM", "2026-02-30"),
        ("FAMILY_FARMS_NEED_CERTIFICATE", "perhaps"),
        ("CERTIFICATE_MONTHS", "5"),
        ("CERTIFICATE_MONTHS", "1201"),
        ("EXPORT_ROWS", "1048576"),
        ("EXPORT_CHUNK_ROWS", "0"),
        ("EXPORT_PERIOD_ROWS", "0"),
        ("EXPORTS_AT_ONCE", "0"),
        ("EXPORT_SECONDS", "0"),
        ("TRUSTED_PROXIES", "10.0.0.0/8,proxy"),
        ("CORS_ORIGINS", "*"),
        ("CORS_ORIGINS", "https://example.org/path"),
        ("LOG_FORMAT", "xml"),
    ] {
        let message = with(variable, value).expect_err(variable).to_string();
        assert!(message.starts_with(variable), "{message}");
        assert!(!message.contains("secret"), "{message}");
    }
}

#[test]
fn every_setting_but_a_text_refuses_what_it_cannot_read() {
    for Note { name, .. } in Config::notes() {
        assert_eq!(with(name, "?").is_ok(), ["REGISTERED_DOCUMENTS", "LOG"].contains(&name), "{name}");
    }
}

#[test]
fn the_public_address_is_where_links_lead() {
    let long = format!("https://lihua.example.org/{}", "x".repeat(175));
    assert!(long.len() == 201 && long.parse::<PublicUrl>().is_err() && long[..200].parse::<PublicUrl>().is_ok());
    for (given, link) in [
        ("https://lihua.example.org", "https://lihua.example.org/preorders"),
        ("https://LIHUA.example.org:443/", "https://lihua.example.org/preorders"),
        ("http://[::1]:8000", "http://[::1]:8000/preorders"),
        ("https://example.org/lihua/", "https://example.org/lihua/preorders"),
        ("https://梨花.example", "https://xn--30v886c.example/preorders"),
    ] {
        let config = with("PUBLIC_URL", given).expect(given);
        assert_eq!(config.server.public_url.link("/preorders"), link);
    }
    let config = with("LISTEN", "[::1]:9000").expect("an address");
    assert_eq!(
        config.server.public_url.link("/preorders"),
        "http://[::1]:9000/preorders",
        "without it, where the server listens"
    );
}

#[test]
fn lists_have_commas_between_them() {
    let config = with("TRUSTED_PROXIES", "127.0.0.1, 10.0.0.0/8,::1").expect("two addresses and a network");
    assert_eq!(
        config.trusted.proxies.iter().map(|proxy| proxy.0.to_string()).collect::<Vec<_>>(),
        ["127.0.0.1/32", "10.0.0.0/8", "::1/128"]
    );
    let config = with("CORS_ORIGINS", "https://a.example,http://localhost:5173").expect("two origins");
    assert_eq!(config.trusted.origins.len(), 2);
}

#[test]
fn the_example_names_every_setting_with_its_default() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/.env.example");
    if env::var("UPDATE_ENV_EXAMPLE").is_ok() {
        std::fs::write(path, example()).expect("the file is written");
    }
    let written = std::fs::read_to_string(path).expect(".env.example");
    assert!(written == example(), ".env.example is not what the settings state; write it anew with `make settings`");
    let from_example = Config::from(|variable| {
        written
            .lines()
            .find_map(|line| line.strip_prefix("# ")?.strip_prefix(variable)?.strip_prefix('='))
            .map(str::to_owned)
    })
    .expect("the example is well-formed");
    assert_eq!(format!("{from_example:?}"), format!("{:?}", Config::from(|_| None).expect("defaults")));
}
