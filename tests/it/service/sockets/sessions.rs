//! A socket lasts no longer than its session. By default, sessions are checked once a minute, which is longer than
//! these tests wait. So whatever ends a socket here was noticed by other means.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use futures_util::StreamExt;
use serde_json::{Value, json};
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;

use super::{HANG, Socket, watching};
use crate::app::{PASSWORD, TestApp};

#[tokio::test]
async fn a_socket_ends_with_its_session() {
    let app = TestApp::new().await;
    let address = app.listen(&[]).await;
    let clerk = app.clerk().await;
    let mut socket = Socket::introduced(address, Some(&clerk)).await;
    watching(&mut socket, &clerk).await;
    clerk.ask("mutation { signOut { signedOut } }").await;
    assert_eq!(socket.closing().await, 4403);
}

#[tokio::test]
async fn whatever_ends_a_session_ends_its_sockets() {
    let app = TestApp::new().await;
    let address = app.listen(&[]).await;
    let admin = app.admin().await;
    for (username, how) in
        [("a", "revokeSession"), ("b", "disableAccount"), ("c", "resetPassword"), ("d", "changePassword")]
    {
        let account_id = app.account_with_password(username).await;
        let client = app.sign_in(username).await;
        let socket = Socket::introduced(address, Some(&client)).await;
        match how {
            "revokeSession" => {
                let sessions = client.ask("{ mySessions { id } }").await;
                client.change(how, json!({"sessionId": sessions["mySessions"][0]["id"]}), "revoked").await
            }
            "disableAccount" => admin.change(how, json!({"accountId": account_id}), "account { id }").await,
            "resetPassword" => {
                admin
                    .change(how, json!({"accountId": account_id, "newPassword": "hosui pears"}), "account { id }")
                    .await
            }
            _ => {
                client
                    .change(how, json!({"currentPassword": PASSWORD, "newPassword": "hosui pears"}), "account { id }")
                    .await
            }
        };
        assert_eq!(socket.closing().await, 4403, "{how}");
    }
}

#[tokio::test]
async fn a_session_that_another_server_ends_ends_its_sockets() {
    let app = TestApp::new().await;
    let address = app.listen(&[]).await;
    let clerk = app.clerk().await;
    let looking = app.database.look_for_others().await.expect("a connection");
    let socket = Socket::introduced(address, Some(&clerk)).await;
    let elsewhere = app.second_server(crate::app::NOW).await.again(&clerk);
    elsewhere.ask("mutation { signOut { signedOut } }").await;
    assert_eq!(socket.closing().await, 4403);
    looking.expect("a look-out").close().await.expect("closed");
}

#[tokio::test]
async fn a_socket_ends_when_the_time_of_its_session_is_over() {
    let hour = [("SESSION_HOURS", "1")];
    let app = TestApp::with_settings(&hour).await;
    let address = app.listen(&hour).await;
    app.account_with_password("wang").await;
    let client = app.sign_in("wang").await;
    app.set_time("2026-11-24T04:59:59Z");
    let mut socket = Socket::introduced(address, Some(&client)).await;
    socket.subscribe("me", "{ me { username } }").await;
    assert_eq!(socket.hear().await["payload"]["data"]["me"]["username"], "wang");
    app.set_time("2026-11-24T05:00:00Z");
    assert_eq!(socket.closing().await, 4403, "although nobody has written anything");
}

#[tokio::test]
async fn a_commit_is_looked_at_once_for_all_sockets() {
    const SOCKETS: usize = 10;
    let app = TestApp::new().await;
    let account_id = app.account_with_password("wang").await;
    let mut clients = Vec::new();
    for _ in 0..SOCKETS {
        clients.push(app.sign_in("wang").await);
    }
    let admin = app.admin().await;
    let looks = Arc::new(AtomicUsize::new(0));
    let counted = looks.clone();
    let observed = app.observed(move |statement| {
        if statement.sql.contains("FROM \"session\"") && statement.sql.contains(" IN (") {
            counted.fetch_add(1, Ordering::SeqCst);
        }
    });
    let address = observed.listen(&[]).await;
    let mut sockets = Vec::new();
    for client in &clients {
        sockets.push(Socket::introduced(address, Some(client)).await);
    }
    // Each new socket is checked once, alone or with others. After that, all are checked together.
    admin.change("disableAccount", json!({"accountId": account_id}), "account { id }").await;
    for socket in sockets {
        assert_eq!(socket.closing().await, 4403);
    }
    let looks = looks.load(Ordering::SeqCst);
    assert!((1..=SOCKETS + 4).contains(&looks), "{looks} looks for one change");
}

#[tokio::test]
async fn nothing_is_shown_on_a_socket_whose_session_has_ended() {
    let app = TestApp::new().await;
    let address = app.listen(&[]).await;
    let (clerk, other) = (app.clerk().await, app.clerk().await);
    let mut socket = Socket::introduced(address, Some(&clerk)).await;
    watching(&mut socket, &other).await;
    clerk.ask("mutation { signOut { signedOut } }").await;
    other.record_sale("2026-11-24", "1", "777").await;
    loop {
        match timeout(HANG, socket.0.next()).await.expect("no hang").expect("a closing").expect("a message") {
            Message::Close(frame) => {
                assert_eq!(u16::from(frame.expect("a code").code), 4403);
                break;
            }
            Message::Text(text) => {
                let message: Value = serde_json::from_str(&text).expect("JSON");
                let revenue = message["payload"]["data"]["reportChanged"]["salesRevenueYuan"].as_str().unwrap_or("0");
                assert!(revenue.parse::<f64>().expect("a sum") < 777.0, "{message}");
            }
            _ => {}
        }
    }
}
