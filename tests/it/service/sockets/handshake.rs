//! How a request becomes a socket, and whose socket it is.

use serde_json::json;
use tokio::{io::AsyncReadExt, time::timeout};
use tokio_tungstenite::connect_async;

use super::{HANG, PROTOCOL, Socket, request};
use crate::{
    app::TestApp,
    service::wire::{connect, exchange},
};

#[tokio::test]
async fn a_handshake_is_answered_with_the_names_that_were_asked() {
    let app = TestApp::new().await;
    let address = app.listen(&[]).await;
    // Python's gql looks for exactly this spelling.
    let request = "GET /graphql HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n\
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws, graphql-ws\r\n\r\n";
    let mut stream = connect(address, request.as_bytes()).await;
    let mut answer = Vec::new();
    while !answer.ends_with(b"\r\n\r\n") {
        answer.push(timeout(HANG, stream.read_u8()).await.expect("no hang").expect("a byte"));
    }
    let answer = String::from_utf8(answer).expect("text");
    let lines: Vec<&str> = answer.lines().collect();
    assert_eq!(lines[0], "HTTP/1.1 101 Switching Protocols");
    for line in [
        "Connection: upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Protocol: graphql-transport-ws",
        "Sec-Websocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
    ] {
        assert!(lines.contains(&line), "{line}: {answer}");
    }
    let plain = exchange(address, &[], r#"{"query":"{ __typename }"}"#).await;
    assert!(plain.contains("\r\nContent-Type: application/json") && plain.contains("\r\nX-Request-Id: "), "{plain}");
}

#[tokio::test]
async fn the_cookie_of_ones_own_page_signs_a_socket_in() {
    let app = TestApp::new().await;
    let address = app.listen(&[]).await;
    let clerk = app.clerk().await;
    let cookie = format!("lihua_session={}", clerk.token());
    let origin = format!("http://{address}");
    for (headers, username) in [
        (vec![PROTOCOL, ("cookie", cookie.as_str()), ("origin", origin.as_str())], true),
        (vec![PROTOCOL, ("cookie", cookie.as_str()), ("origin", "http://evil.example")], false),
        (vec![PROTOCOL, ("cookie", cookie.as_str())], false),
    ] {
        let mut socket = Socket(connect_async(request(address, &headers)).await.expect("a socket").0);
        socket.say(json!({"type": "connection_init"})).await;
        assert_eq!(socket.hear().await["type"], "connection_ack");
        socket.subscribe("me", "{ me { username } }").await;
        let answer = socket.hear().await;
        assert_eq!(answer["payload"]["data"]["me"].is_object(), username, "{headers:?}: {answer:#}");
    }
}
