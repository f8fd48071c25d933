//! How many sockets there may be, how much may run and be watched on them, and how they end with the server.

use lihua::http::serve;
use serde_json::{Value, json};
use tokio::{net::TcpListener, sync::oneshot, time::timeout};
use tokio_tungstenite::{connect_async, tungstenite::Error};

use super::{HANG, PROTOCOL, Socket, WATCH, request};
use crate::app::{Client, TestApp, config, eventually, until_heard};

#[tokio::test]
async fn sockets_and_their_operations_are_bounded() {
    let app = TestApp::new().await;
    let address = app.listen(&[("SOCKETS", "2"), ("SUBSCRIPTIONS_PER_SOCKET", "2")]).await;
    let clerk = app.clerk().await;
    let mut first = Socket::introduced(address, Some(&clerk)).await;
    let second = Socket::introduced(address, None).await;
    match connect_async(request(address, &[PROTOCOL])).await {
        Err(Error::Http(response)) => assert_eq!(response.status(), 429),
        other => panic!("429, not {:?}", other.map(|_| ())),
    }
    for id in ["a", "b", "c"] {
        first.subscribe(id, WATCH).await;
    }
    let refused = first.hear().await;
    assert_eq!((&refused["id"], &refused["type"]), (&json!("c"), &json!("error")), "{refused:#}");
    assert_eq!(refused["payload"][0]["extensions"]["code"], "TOO_COMPLEX");
    first.say(json!({"id": "a", "type": "complete"})).await;
    first.subscribe("d", "{ __typename }").await;
    assert_eq!(first.hear().await["id"], "d", "an operation that has ended makes room for another");
    drop(second);
    // The place of a closed socket is free again as soon as the server has noticed.
    eventually("a free place", async || connect_async(request(address, &[PROTOCOL])).await.is_ok()).await;
}

#[tokio::test]
async fn an_address_has_its_share_of_the_sockets() {
    let app = TestApp::new().await;
    let address = app.listen(&[("SOCKETS_PER_ADDRESS", "2"), ("TRUSTED_PROXIES", "127.0.0.1")]).await;
    let from = |client: &'static str| connect_async(request(address, &[PROTOCOL, ("x-forwarded-for", client)]));
    let first = from("2001:db8::1").await.expect("within the share");
    let _second = from("2001:db8::2").await.expect("within the share of the network");
    match from("2001:db8::3").await {
        Err(Error::Http(response)) => {
            let body: Value = serde_json::from_slice(response.body().as_deref().expect("a body")).expect("JSON");
            assert_eq!(
                (response.status().as_u16(), &body["errors"][0]["extensions"]["code"]),
                (429, &json!("RATE_LIMITED"))
            );
            assert!(
                body["errors"][0]["message"].as_str().is_some_and(|message| message.contains("最多 2 个")),
                "{body}"
            );
        }
        other => panic!("429, not {:?}", other.map(|_| ())),
    }
    let _elsewhere = from("2001:db8:0:1::1").await.expect("another network has a share of its own");
    drop(first);
    eventually("a free place", async || from("2001:db8::3").await.is_ok()).await;
}

/// Records sales until the socket is told of one. A subscription begins a moment after its request, so the first sales
/// may be missed.
async fn next_message(socket: &mut Socket, clerk: &Client) -> Value {
    let record = async || drop(clerk.record_sale("2026-11-24", "1", "1").await);
    until_heard("a sale", record, async || socket.hear().await).await
}

#[tokio::test]
async fn what_is_watched_is_bounded_and_not_how_many_watch_it() {
    let app = TestApp::new().await;
    let address = app.listen(&[("FEEDS", "1")]).await;
    let clerk = app.clerk().await;
    let mut first = Socket::introduced(address, Some(&clerk)).await;
    first.subscribe("watch", WATCH).await;
    assert_eq!(next_message(&mut first, &clerk).await["id"], "watch");
    let mut second = Socket::introduced(address, Some(&clerk)).await;
    let other = WATCH.replace("2026", "2025");
    eventually("a refusal", async || {
        second.subscribe("other", &other).await;
        second.say(json!({"id": "other", "type": "complete"})).await;
        second.subscribe("end", "{ __typename }").await;
        let mut refused = false;
        loop {
            let message = second.hear().await;
            if message["payload"]["errors"][0]["extensions"]["code"] == "RATE_LIMITED" {
                assert!(
                    message["payload"]["errors"][0]["message"]
                        .as_str()
                        .is_some_and(|text| text.contains("最多同时 1 项")),
                    "{message}"
                );
                refused = true;
            }
            if message["type"] == "complete" && message["id"] == "end" {
                return refused;
            }
        }
    })
    .await;
    second.subscribe("same", WATCH).await;
    let heard = next_message(&mut second, &clerk).await;
    assert_eq!(
        (&heard["id"], &heard["type"]),
        (&json!("same"), &json!("next")),
        "what is watched already costs nothing more: {heard}"
    );
}

#[tokio::test]
async fn every_socket_is_told_that_the_server_stops() {
    let app = TestApp::new().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let (stop, stopped) = oneshot::channel::<()>();
    let (router, settings) = (app.router(), config(&[]));
    let serving =
        tokio::spawn(async move { serve(listener, router, &settings, async { stopped.await.expect("asked") }).await });
    let clerk = app.clerk().await;
    let silent = Socket::open(address).await;
    let idle = Socket::introduced(address, None).await;
    let mut watching = Socket::introduced(address, Some(&clerk)).await;
    watching.subscribe("watch", WATCH).await;
    stop.send(()).expect("asked to stop");
    for socket in [silent, idle, watching] {
        assert_eq!(socket.closing().await, 1001);
    }
    timeout(HANG, serving).await.expect("stopped in time").expect("stopped");
}
