//! Sessions: what a sign-in creates, and when it ends.

use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::{Value, json};
use store::entity::access::session;
use uuid::Uuid;

use crate::app::{Client, PASSWORD, TestApp, eventually, text};

async fn sessions(client: &Client) -> Vec<Value> {
    let answer = client.ask("{ mySessions { id createdAt lastUsedAt expiresAt current } }").await;
    answer["mySessions"].as_array().expect("a list").clone()
}

async fn is_open(client: &Client) -> bool {
    client.send("{ me { id } }", json!({})).await["data"]["me"] != Value::Null
}

#[tokio::test]
async fn only_a_hash_of_the_token_is_kept() {
    let app = TestApp::new().await;
    app.account_with_password("wang").await;
    let token = app.token("wang", PASSWORD).await;
    assert_eq!(token.len(), 43, "256 bits in base64");
    assert_ne!(token, app.token("wang", PASSWORD).await);
    for row in session::Entity::find().all(app.database.reader()).await.expect("rows") {
        assert!(!format!("{row:?}").contains(&token));
    }
    let hash =
        session::Entity::find().one(app.database.reader()).await.expect("a statement").expect("a row").token_hash;
    assert!(!is_open(&app.bearing(&hash)).await, "the hash is no token");
}

#[tokio::test]
async fn a_session_ends_at_its_time_however_much_it_is_used() {
    let app = TestApp::with_settings(&[("SESSION_HOURS", "3"), ("SESSION_IDLE_HOURS", "2")]).await;
    app.account_with_password("wang").await;
    let client = app.sign_in("wang").await;
    assert_eq!(sessions(&client).await[0]["expiresAt"], "2026-11-24T07:00:00.000000Z");
    for now in ["2026-11-24T05:30:00Z", "2026-11-24T06:59:59.999999Z"] {
        app.set_time(now);
        eventually("the use of a session", async || {
            sessions(&client).await[0]["lastUsedAt"].as_str() >= Some(&now[..16])
        })
        .await;
    }
    app.set_time("2026-11-24T07:00:00Z");
    assert_eq!(client.refused("{ me { id } }").await.brief(), ("UNAUTHENTICATED", None));
}

#[tokio::test]
async fn a_session_that_is_not_used_ends_sooner() {
    let app = TestApp::with_settings(&[("SESSION_HOURS", "10"), ("SESSION_IDLE_HOURS", "2")]).await;
    app.account_with_password("wang").await;
    let (used, unused) = (app.sign_in("wang").await, app.sign_in("wang").await);
    app.set_time("2026-11-24T05:59:59Z");
    eventually("the use of a session", async || {
        sessions(&used).await.iter().any(|session| session["lastUsedAt"] == "2026-11-24T05:59:59.000000Z")
    })
    .await;
    app.set_time("2026-11-24T06:00:00Z");
    assert!(is_open(&used).await);
    assert!(!is_open(&unused).await);
    assert_eq!(sessions(&used).await.len(), 1, "what has ended is not listed");
}

#[tokio::test]
async fn a_use_is_written_down_at_most_once_a_minute() {
    let app = TestApp::new().await;
    app.account_with_password("wang").await;
    let client = app.sign_in("wang").await;
    let statements = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let counted = statements.clone();
    let observed = app.observed(move |_| {
        counted.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
    });
    app.set_time("2026-11-24T04:00:59.999999Z");
    let client = observed.again(&client);
    for _ in 0..5 {
        assert!(is_open(&client).await);
    }
    assert_eq!(statements.load(std::sync::atomic::Ordering::SeqCst), 5, "one for each request");
    assert_eq!(sessions(&client).await[0]["lastUsedAt"], "2026-11-24T04:00:00.000000Z");
}

#[tokio::test]
async fn own_sessions_are_listed_and_revoked() {
    let app = TestApp::new().await;
    app.account_with_password("wang").await;
    app.account_with_password("li").await;
    let (telephone, other) = (app.sign_in("wang").await, app.sign_in("li").await);
    app.set_time("2026-11-24T04:00:01Z");
    let desk = app.sign_in("wang").await;
    let listed = sessions(&desk).await;
    assert_eq!(
        listed.iter().map(|session| session["current"].as_bool()).collect::<Vec<_>>(),
        [Some(true), Some(false)]
    );

    let lost = json!({"sessionId": listed[1]["id"]});
    assert_eq!(
        other.refused_change("revokeSession", lost.clone()).await.brief(),
        ("NOT_FOUND", Some("input.sessionId"))
    );
    assert!(is_open(&telephone).await);
    assert_eq!(desk.change("revokeSession", lost.clone(), "revoked").await["revoked"], true);
    assert!(!is_open(&telephone).await);
    assert_eq!(desk.refused_change("revokeSession", lost).await.brief(), ("NOT_FOUND", Some("input.sessionId")));
    assert_eq!(
        desk.refused_change("revokeSession", json!({"sessionId": "?"})).await.brief(),
        ("NOT_FOUND", Some("input.sessionId"))
    );
    assert_eq!(sessions(&desk).await.len(), 1);
    assert_eq!(app.visitor().refused("{ mySessions { id } }").await.brief(), ("UNAUTHENTICATED", None));

    let own = json!({"sessionId": text(&sessions(&desk).await[0]["id"])});
    desk.change("revokeSession", own, "revoked").await;
    assert!(!is_open(&desk).await);
}

#[tokio::test]
async fn one_session_too_many_ends_the_oldest() {
    let app = TestApp::with_settings(&[("SESSIONS_PER_ACCOUNT", "2")]).await;
    let id = app.account_with_password("wang").await;
    let mut clients = Vec::new();
    for now in ["2026-11-24T04:00:00Z", "2026-11-24T04:00:01Z", "2026-11-24T04:00:02Z"] {
        app.set_time(now);
        clients.push(app.sign_in("wang").await);
    }
    assert!(!is_open(&clients[0]).await);
    assert!(is_open(&clients[1]).await && is_open(&clients[2]).await);
    tokio::join!(app.sign_in("wang"), app.sign_in("wang"), app.sign_in("wang"), app.sign_in("wang"));
    let account_id = Uuid::parse_str(&id).expect("an id");
    let open =
        session::Entity::find().filter(session::Column::AccountId.eq(account_id)).count(app.database.reader()).await;
    assert_eq!(open.expect("a count"), 2);
}

#[tokio::test]
async fn signing_out_ends_the_session() {
    let app = TestApp::new().await;
    app.account_with_password("wang").await;
    let (here, elsewhere) = (app.sign_in("wang").await, app.sign_in("wang").await);
    let answer = here.ask("mutation { signOut { signedOut } }").await;
    assert_eq!(answer["signOut"]["signedOut"], true);
    assert!(!is_open(&here).await);
    assert!(is_open(&elsewhere).await);
    assert_eq!(here.refused("mutation { signOut { signedOut } }").await.brief(), ("UNAUTHENTICATED", None));
}

#[tokio::test]
async fn a_wrong_token_reads_otherwise_than_none() {
    let app = TestApp::with_settings(&[("SESSION_HOURS", "1")]).await;
    app.account_with_password("wang").await;
    let bearer = app.sign_in("wang").await.bearer();
    let message = async |headers: &[(&str, &str)]| {
        let refused = app.post(headers, "{ mySessions { id } }").await;
        assert_eq!(refused.code().as_deref(), Some("UNAUTHENTICATED"), "{headers:?}");
        refused.message()
    };
    assert_eq!(message(&[]).await, "sign in first");
    app.set_time("2026-11-24T05:00:00Z");
    let expired = message(&[("authorization", &bearer)]).await;
    assert!(expired.starts_with("the token is wrong, or its session has ended"), "{expired}");
    for header in ["Bearer wrong", "Bearer ", "Basic d2FuZzp3YW5n", "wrong"] {
        assert_eq!(message(&[("authorization", header)]).await, expired, "{header}: which of them it is, is not said");
    }
}
