//! GraphQL over WebSocket: the protocol with its close codes, who may subscribe, and what reaches them.

mod bounds;
mod handshake;
mod sessions;

use std::{
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tokio::{net::TcpStream, time::timeout};
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{
        Error, Message,
        client::IntoClientRequest,
        http::{HeaderValue, Request},
    },
};

use crate::app::{Client, OTHER_TOWN, OTHER_VILLAGE, TOWN, TestApp, until_heard};

/// Ten times as long as anything here may take.
const HANG: Duration = Duration::from_secs(30);

const WATCH: &str = "subscription { reportChanged(regionCode: \"500235136\", year: 2026) { salesRevenueYuan } }";

pub struct Socket(WebSocketStream<MaybeTlsStream<TcpStream>>);

fn request(address: SocketAddr, headers: &[(&'static str, &str)]) -> Request<()> {
    let mut request = format!("ws://{address}/graphql").into_client_request().expect("a request");
    for (name, value) in headers {
        request.headers_mut().insert(*name, HeaderValue::from_str(value).expect("a value"));
    }
    request
}

const PROTOCOL: (&str, &str) = ("sec-websocket-protocol", "graphql-transport-ws");

impl Socket {
    async fn open(address: SocketAddr) -> Self {
        Self(connect_async(request(address, &[PROTOCOL])).await.expect("a socket").0)
    }

    /// A socket whose client has initialised the connection.
    pub async fn introduced(address: SocketAddr, client: Option<&Client>) -> Self {
        let mut socket = Self::open(address).await;
        let payload = client.map(|client| json!({"Authorization": format!("Bearer {}", client.token())}));
        socket.say(json!({"type": "connection_init", "payload": payload})).await;
        assert_eq!(socket.hear().await, json!({"type": "connection_ack"}));
        socket
    }

    async fn say(&mut self, message: Value) {
        self.0.send(Message::text(message.to_string())).await.expect("sent");
    }

    pub async fn subscribe(&mut self, id: &str, query: &str) {
        self.say(json!({"id": id, "type": "subscribe", "payload": {"query": query}})).await;
    }

    /// The next message. Control frames are skipped.
    pub async fn hear(&mut self) -> Value {
        loop {
            match timeout(HANG, self.0.next()).await.expect("no hang").expect("a message").expect("a message") {
                Message::Text(text) => return serde_json::from_str(&text).expect("JSON"),
                Message::Ping(_) | Message::Pong(_) => {}
                other => panic!("a message, not {other:?}"),
            }
        }
    }

    /// The code with which the server closes the socket, whatever it sends before.
    async fn closing(mut self) -> u16 {
        loop {
            match timeout(HANG, self.0.next()).await.expect("no hang").expect("a closing") {
                Ok(Message::Close(frame)) => return frame.expect("a code").code.into(),
                Ok(_) => {}
                Err(error) => panic!("a closing, not {error}"),
            }
        }
    }
}

fn asking(payload: Value) -> Value {
    json!({"id": "1", "type": "subscribe", "payload": payload})
}

#[tokio::test]
async fn every_breach_of_the_protocol_has_its_code() {
    let app = TestApp::new().await;
    let address = app.listen(&[]).await;
    let impatient = app.listen(&[("HEADER_SECONDS", "1")]).await;
    assert_eq!(Socket::open(impatient).await.closing().await, 4408);
    let init = json!({"type": "connection_init"});
    let ask = json!({"id": "1", "type": "subscribe", "payload": {"query": "{ __typename }"}});
    let watch = json!({"id": "1", "type": "subscribe", "payload": {"query": "subscription { reportChanged(regionCode: \"500235136\", year: 2026) { year } }"}});
    let admin = app.admin().await;
    let admin_init =
        json!({"type": "connection_init", "payload": {"Authorization": format!("Bearer {}", admin.token())}});
    for (code, said) in [
        (4400, vec![json!({"type": "hello"})]),
        (4400, vec![json!("connection_init")]),
        (4400, vec![init.clone(), json!({"type": "subscribe", "payload": {"query": "{ __typename }"}})]),
        (4400, vec![init.clone(), json!({"id": "", "type": "subscribe", "payload": {"query": "{ __typename }"}})]),
        (4400, vec![init.clone(), json!({"id": "1", "type": "subscribe"})]),
        (4400, vec![init.clone(), asking(json!({}))]),
        (4400, vec![init.clone(), asking(json!({"query": null}))]),
        (4400, vec![init.clone(), asking(json!({"query": 7}))]),
        (4400, vec![init.clone(), asking(json!({"query": "{ __typename }", "operationName": 7}))]),
        (4400, vec![init.clone(), asking(json!({"query": "{ __typename }", "variables": []}))]),
        (4400, vec![init.clone(), asking(json!({"query": "{ __typename }", "extensions": "none"}))]),
        (4401, vec![ask]),
        (4403, vec![json!({"type": "connection_init", "payload": {"Authorization": "Bearer wrong"}})]),
        (4403, vec![json!({"type": "connection_init", "payload": {"Authorization": 7}})]),
        (4409, vec![admin_init, watch.clone(), watch]),
        (4429, vec![init.clone(), init]),
    ] {
        let mut socket = Socket::open(address).await;
        for message in &said {
            socket.say(message.clone()).await;
        }
        assert_eq!(socket.closing().await, code, "{said:?}");
    }
    let mut binary = Socket::open(address).await;
    binary.0.send(Message::binary(vec![1, 2, 3])).await.expect("sent");
    assert_eq!(binary.closing().await, 4400);
    let mut large = Socket::open(address).await;
    // The server may close while the message is still being written.
    drop(large.0.send(Message::text("x".repeat(300 * 1024))).await);
    match timeout(HANG, large.0.next()).await.expect("no hang") {
        Some(Ok(Message::Close(Some(frame)))) => assert_eq!(u16::from(frame.code), 1009),
        Some(Err(_)) | None => {}
        other => panic!("a closing, not {other:?}"),
    }
    let other = connect_async(request(address, &[("sec-websocket-protocol", "graphql-ws")])).await;
    match other {
        Ok((socket, _)) => assert_eq!(Socket(socket).closing().await, 4406),
        // A client that is not given its protocol gives up by itself.
        Err(Error::Protocol(_)) => {}
        Err(error) => panic!("{error}"),
    }
    let none = connect_async(request(address, &[])).await.expect("a socket").0;
    assert_eq!(Socket(none).closing().await, 4406);
}

#[tokio::test]
async fn operations_of_every_kind_are_answered() {
    let app = TestApp::new().await;
    let address = app.listen(&[]).await;
    let mut socket = Socket::introduced(address, None).await;
    socket.say(json!({"type": "ping", "payload": {"any": 1}})).await;
    assert_eq!(socket.hear().await, json!({"type": "pong"}));
    socket.subscribe("q", "{ region(code: \"50\") { name } }").await;
    assert_eq!(
        socket.hear().await,
        json!({"id": "q", "type": "next", "payload": {"data": {"region": {"name": "重庆市"}}}})
    );
    assert_eq!(socket.hear().await, json!({"id": "q", "type": "complete"}));
    socket.say(asking(json!({"query": "query A { __typename }", "operationName": "", "variables": null}))).await;
    assert_eq!(socket.hear().await["payload"], json!({"data": {"__typename": "Query"}}), "an empty name is none");
    assert_eq!(socket.hear().await["type"], "complete");
    let sha256 = hex::encode(Sha256::digest("query A { __typename }"));
    socket
        .say(asking(json!({"query": "", "extensions": {"persistedQuery": {"version": 1, "sha256Hash": sha256}}})))
        .await;
    assert_eq!(socket.hear().await["payload"], json!({"data": {"__typename": "Query"}}), "a document by its hash");
    assert_eq!(socket.hear().await["type"], "complete");
    socket.subscribe("bad", "{ regoin }").await;
    let refused = socket.hear().await;
    assert_eq!(
        (&refused["type"], &refused["payload"][0]["extensions"]["code"]),
        (&json!("error"), &json!("INVALID_INPUT"))
    );
    socket.subscribe("guarded", WATCH).await;
    let refused = socket.hear().await;
    let errors = if refused["type"] == "error" { &refused["payload"] } else { &refused["payload"]["errors"] };
    assert_eq!(errors[0]["extensions"]["code"], "UNAUTHENTICATED", "{refused:#}");
}

#[tokio::test]
async fn the_reference_client_hears_of_a_change() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/js");
    assert!(
        folder.join("node_modules/graphql-ws").is_dir(),
        "the client is not installed: run `npm ci` in tests/js, or `make test`"
    );
    let app = TestApp::new().await;
    let address = app.listen(&[]).await;
    let clerk = app.clerk().await;
    let watch = |token: String, count: &str| {
        Command::new("node")
            .args(["watch.mjs", &format!("ws://{address}/graphql"), &token, WATCH, count])
            .current_dir(&folder)
            .stdout(Stdio::piped())
            .spawn()
            .expect("node is installed")
    };
    let mut child = watch(clerk.token().to_owned(), "1");
    let lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let (sender, mut receiver) = tokio::sync::mpsc::unbounded_channel();
    std::thread::spawn(move || lines.map_while(Result::ok).for_each(|line| drop(sender.send(line))));
    assert_eq!(receiver.recv().await.as_deref(), Some("connected"));
    // The test cannot see when the client's subscription has begun, so it records sales until the client hears of one.
    let mut recorded = 0;
    let record = async || {
        clerk.record_sale("2026-11-24", "1", "1").await;
        recorded += 1;
    };
    let heard = until_heard("a sale", record, async || receiver.recv().await.expect("an answer")).await;
    let report: Value = serde_json::from_str(&heard).unwrap_or_else(|_| panic!("an answer, not {heard}"));
    let sums: Vec<_> = (1..=recorded).map(|sum| format!("{sum}.00")).collect();
    let sum = report["data"]["reportChanged"]["salesRevenueYuan"].as_str().expect("a sum");
    assert!(sums.iter().any(|possible| possible == sum), "{sum} of {sums:?}");
    assert_eq!(receiver.recv().await.as_deref(), Some("complete"));
    // The server runs on this thread, which must not block.
    tokio::task::spawn_blocking(move || child.wait()).await.expect("a thread").expect("its end");

    let refused = watch("wrong".to_owned(), "1");
    let output =
        tokio::task::spawn_blocking(move || refused.wait_with_output()).await.expect("a thread").expect("its output");
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "closed 4403 Forbidden");
}

/// Subscribes, records sales until the subscription has begun, and returns its first message.
async fn watching(socket: &mut Socket, clerk: &Client) -> Value {
    socket.subscribe("watch", WATCH).await;
    let record = async || drop(clerk.record_sale("2026-11-24", "1", "1").await);
    until_heard("a sale", record, async || socket.hear().await).await
}

#[tokio::test]
async fn another_servers_change_is_heard_of() {
    let app = TestApp::new().await;
    let address = app.listen(&[]).await;
    let clerk = app.clerk().await;
    let looking = app.database.look_for_others().await.expect("a connection");
    let other = app.second_server(crate::app::NOW).await.again(&clerk);
    let mut socket = Socket::introduced(address, Some(&clerk)).await;
    let first = watching(&mut socket, &other).await;
    assert_eq!(first["type"], "next", "{first:#}");
    looking.expect("a look-out").close().await.expect("closed");
}

#[tokio::test]
async fn an_offer_is_given_out_when_another_server_takes_of_it() {
    let app = TestApp::new().await;
    let address = app.listen(&[]).await;
    let clerk = app.clerk().await;
    let offer = clerk.open_offer(json!({})).await;
    let looking = app.database.look_for_others().await.expect("a connection");
    let buyer = app.second_server(crate::app::NOW).await.again(&clerk);
    let mut socket = Socket::introduced(address, None).await;
    socket
        .subscribe(
            "offer",
            &format!("subscription {{ presaleOfferChanged(offerId: \"{offer}\") {{ id availableKg }} }}"),
        )
        .await;
    let mut taken = 0;
    let take = async || {
        buyer.place(&offer, "1").await;
        taken += 1;
    };
    let heard = until_heard("a pre-order", take, async || socket.hear().await).await;
    let available = &heard["payload"]["data"]["presaleOfferChanged"]["availableKg"];
    assert!((1..=taken).any(|kilograms| *available == format!("{}.000", 100 - kilograms)), "{heard:#}");
    // An expired hold frees its kilograms, although nobody writes anything.
    app.set_time("2026-11-27T00:00:00Z");
    loop {
        let heard = socket.hear().await;
        if heard["payload"]["data"]["presaleOfferChanged"]["availableKg"] == "100.000" {
            break;
        }
    }
    looking.expect("a look-out").close().await.expect("closed");
}

#[tokio::test]
async fn each_batch_is_given_out_to_those_who_may_see_it_whichever_server_records_it() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let address = app.listen(&[]).await;
    let admin = app.admin().await;
    for (field, input) in [
        (
            "addProcessingPlant",
            json!({"code": "far", "name": "龙角腊肉厂", "regionCode": OTHER_TOWN, "openedOn": "2020-05-01"}),
        ),
        ("addProduct", json!({"code": "ham", "plantCode": "far", "name": "腊肉", "isFreshProduce": false})),
    ] {
        admin.change(field, input, "__typename").await;
    }
    let (operator, clerk, neighbour) =
        (app.plant_operator("pickles").await, app.clerk().await, app.clerk_of(OTHER_TOWN).await);
    let intake = operator.take_in(json!({})).await;
    let looking = app.database.look_for_others().await.expect("a connection");
    let elsewhere = app.second_server(crate::app::NOW).await.again(&operator);
    let mut own = Socket::introduced(address, Some(&operator)).await;
    own.subscribe("own", "subscription { productionBatchRecorded { id } }").await;
    let mut plant = Socket::introduced(address, Some(&clerk)).await;
    plant
        .subscribe("plant", "subscription { productionBatchRecorded(plantCode: \"pickles\") { id plant { code } } }")
        .await;
    let mut other = Socket::introduced(address, Some(&neighbour)).await;
    for (plant, extensions) in
        [("pickles", json!({"code": "FORBIDDEN"})), ("moon", json!({"code": "INVALID_INPUT", "field": "plantCode"}))]
    {
        other
            .subscribe(plant, &format!("subscription {{ productionBatchRecorded(plantCode: \"{plant}\") {{ id }} }}"))
            .await;
        assert_eq!(other.hear().await["payload"]["errors"][0]["extensions"], extensions);
        assert_eq!(other.hear().await, json!({"id": plant, "type": "complete"}));
    }
    let mut village = Socket::introduced(address, Some(&app.clerk_of(OTHER_VILLAGE).await)).await;
    village.subscribe("next", "subscription { productionBatchRecorded(plantCode: \"pickles\") { id } }").await;
    assert_eq!(village.hear().await["payload"]["errors"][0]["extensions"]["code"], "FORBIDDEN", "nor are its records");
    other.subscribe("all", "subscription { productionBatchRecorded { plant { code } } }").await;

    // A subscription begins a moment after its request. Batches are recorded until the first one is heard; from then
    // on, all must be heard.
    let mut recorded = Vec::new();
    let record = async || recorded.push(elsewhere.pickle(&intake, "1", json!({})).await["id"].clone());
    let first = until_heard("a batch", record, async || own.hear().await).await["payload"]["data"]
        ["productionBatchRecorded"]["id"]
        .take();
    let begun = recorded.iter().position(|id| *id == first).expect("one that was recorded");
    let heard_by_plant = plant.hear().await["payload"]["data"]["productionBatchRecorded"].take();
    assert!(
        recorded.contains(&heard_by_plant["id"]) && heard_by_plant["plant"]["code"] == "pickles",
        "{heard_by_plant}"
    );
    for _ in 0..3 {
        recorded.push(operator.pickle(&intake, "1", json!({})).await["id"].clone());
    }
    for id in &recorded[begun + 1..] {
        assert_eq!(
            own.hear().await["payload"]["data"]["productionBatchRecorded"]["id"],
            *id,
            "each once, in their order"
        );
    }
    let far = app.plant_operator("far").await;
    let meat = far.take_in(json!({"plantCode": "far"})).await;
    far.pickle(&meat, "1", json!({"plantCode": "far", "productCode": "ham"})).await;
    let heard = other.hear().await["payload"]["data"]["productionBatchRecorded"].take();
    assert_eq!(heard, json!({"plant": {"code": "far"}}), "those of another town hear of their own first");
    looking.expect("a look-out").close().await.expect("closed");
}

#[tokio::test]
async fn who_may_not_read_a_report_may_not_watch_it() {
    let app = TestApp::new().await;
    let address = app.listen(&[]).await;
    let clerk = app.clerk().await;
    let mut socket = Socket::introduced(address, Some(&clerk)).await;
    for (region, year, code) in
        [(OTHER_TOWN, 2026, "FORBIDDEN"), (TOWN, 2027, "INVALID_INPUT"), ("1", 2026, "INVALID_INPUT")]
    {
        socket
            .subscribe(
                region,
                &format!("subscription {{ reportChanged(regionCode: \"{region}\", year: {year}) {{ year }} }}"),
            )
            .await;
        let refused = loop {
            let message = socket.hear().await;
            if message["type"] != "complete" {
                break message;
            }
        };
        let errors = if refused["type"] == "error" { &refused["payload"] } else { &refused["payload"]["errors"] };
        assert_eq!(errors[0]["extensions"]["code"], code, "{refused:#}");
    }
}
