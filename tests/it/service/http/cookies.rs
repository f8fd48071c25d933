//! Sessions in a cookie.

use serde_json::Value;

use super::{ME, SIGN_IN, with_clerk};
use crate::{app::TestApp, service::wire::Answer};

fn cookie_of(answer: &Answer) -> Option<String> {
    answer.header("set-cookie").and_then(|cookie| cookie.split(';').next()).map(str::to_owned)
}

#[tokio::test]
async fn a_browser_signs_in_by_cookie() {
    let app = TestApp::new().await;
    with_clerk(&app).await;
    let console = ("x-lihua-console", "1");
    let host = ("host", "localhost:8000");
    let own_origin = ("origin", "http://localhost:8000");
    assert_eq!(app.post(&[host], SIGN_IN).await.header("set-cookie"), None, "programs keep their tokens themselves");
    assert_eq!(app.post(&[host, ("origin", "http://evil.example")], SIGN_IN).await.header("set-cookie"), None);
    assert!(cookie_of(&app.post(&[host, own_origin], SIGN_IN).await).is_some());
    let signed_in = app.post(&[host, console], SIGN_IN).await;
    let token = signed_in.json()["data"]["signIn"]["token"].as_str().expect("a token").to_owned();
    let set = format!("lihua_session={token}; Path=/; Max-Age=2592000; HttpOnly; SameSite=Strict");
    assert_eq!(signed_in.header("set-cookie"), Some(set.as_str()));

    let cookie = ("cookie", &*cookie_of(&signed_in).expect("a cookie"));
    let me = async |headers: &[(&str, &str)]| app.post(headers, ME).await.json()["data"]["me"]["username"].clone();
    assert_eq!(me(&[host, cookie]).await, Value::Null, "JSON alone does not make a cookie count");
    assert_eq!(me(&[host, cookie, ("origin", "http://evil.example")]).await, Value::Null);
    assert_eq!(me(&[host, cookie, ("x-lihua-console", "yes")]).await, Value::Null);
    assert_eq!(me(&[host, cookie, console]).await, "li");
    assert_eq!(me(&[host, cookie, own_origin]).await, "li");
    assert_eq!(me(&[("authorization", &format!("Bearer {token}"))]).await, "li");
    let wrong_bearer = app.post(&[host, cookie, console, ("authorization", "Bearer wrong")], ME).await;
    assert_eq!(wrong_bearer.code().as_deref(), Some("UNAUTHENTICATED"), "the header goes before the cookie");

    let signed_out = app.post(&[host, cookie, console], "mutation { signOut { signedOut } }").await;
    assert_eq!(signed_out.json()["data"]["signOut"]["signedOut"], true);
    assert_eq!(signed_out.header("set-cookie"), Some("lihua_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict"));
}

#[tokio::test]
async fn a_stale_cookie_is_refused_forgotten_and_no_obstacle() {
    let app = TestApp::new().await;
    with_clerk(&app).await;
    let stale = [("x-lihua-console", "1"), ("cookie", "theme=dark; lihua_session=gone")];
    for query in [ME, "{ serviceInfo { version } }", "mutation { signOut { signedOut } }"] {
        let refused = app.post(&stale, query).await;
        assert_eq!(refused.code().as_deref(), Some("UNAUTHENTICATED"), "{query}");
        assert_eq!(cookie_of(&refused).as_deref(), Some("lihua_session="), "{query}");
    }
    let again = app.post(&stale, SIGN_IN).await;
    assert!(cookie_of(&again).expect("a new cookie").len() > "lihua_session=".len());
    let wrong = app.post(&stale, &SIGN_IN.replace("pear", "plum")).await;
    assert_eq!(cookie_of(&wrong).as_deref(), Some("lihua_session="), "a failed try leaves no cookie that counts");
}

#[tokio::test]
async fn a_cookie_is_for_https_alone_except_on_loopback() {
    let app = TestApp::new().await.configured(&[("TRUSTED_PROXIES", "127.0.0.1")]);
    with_clerk(&app).await;
    let is_secure = async |headers: &[(&str, &str)]| {
        let console = [&[("x-lihua-console", "1")], headers].concat();
        app.post(&console, SIGN_IN).await.header("set-cookie").expect("a cookie").ends_with("; Secure")
    };
    assert!(!is_secure(&[("host", "127.0.0.1:8000")]).await);
    assert!(is_secure(&[("host", "lihua.example")]).await);
    assert!(is_secure(&[("host", "localhost"), ("x-forwarded-for", "198.51.100.7")]).await);
    assert!(is_secure(&[("host", "localhost"), ("x-forwarded-proto", "https")]).await);
}
