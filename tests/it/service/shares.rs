//! The share of one address: whatever it holds, others are answered.

use std::{net::SocketAddr, time::Duration};

use tokio::{
    io::AsyncWriteExt,
    net::{TcpSocket, TcpStream},
};

use crate::{
    app::{TestApp, eventually},
    service::wire::{Program, connect, exchange, read_to_end},
};

const TYPENAME: &str = r#"{"query":"{ __typename }"}"#;
/// Another address of this machine. Not every system has it.
const NEIGHBOUR: &str = "127.0.0.2:0";

/// A connection from the other address, to which these bytes are written.
async fn connect_from_neighbour(address: SocketAddr, bytes: &[u8]) -> Option<TcpStream> {
    let socket = TcpSocket::new_v4().expect("a socket");
    if socket.bind(NEIGHBOUR.parse().expect("an address")).is_err() {
        return None;
    }
    let mut stream = socket.connect(address).await.expect("a connection");
    // The server may have closed it already.
    drop(stream.write_all(bytes).await);
    Some(stream)
}

fn asking(connection: &str) -> String {
    let head = "POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\naccept-language: en";
    format!("{head}\r\nconnection: {connection}\r\ncontent-length: {}\r\n\r\n{TYPENAME}", TYPENAME.len())
}

#[tokio::test]
async fn an_address_has_its_share_of_the_connections() {
    let app = TestApp::new().await;
    let address = app.listen(&[("CONNECTIONS_PER_ADDRESS", "2")]).await;
    let first = connect(address, b"").await;
    assert!(exchange(address, &[], TYPENAME).await.starts_with("HTTP/1.1 200 OK"), "the second connection");
    let second = connect(address, b"").await;
    let refused = exchange(address, &[], TYPENAME).await;
    assert!(refused.starts_with("HTTP/1.1 429 Too Many Requests"), "{refused}");
    assert!(refused.contains("Retry-After: 1") && refused.contains(r#""code":"RATE_LIMITED""#), "{refused}");
    assert!(refused.contains("from this address: at most 2"), "{refused}");
    if let Some(other) = connect_from_neighbour(address, asking("close").as_bytes()).await {
        assert!(read_to_end(other).await.starts_with("HTTP/1.1 200 OK"), "another address");
    }
    drop((first, second));
    eventually("a free place", async || exchange(address, &[], TYPENAME).await.starts_with("HTTP/1.1 200 OK")).await;
}

#[tokio::test]
async fn connections_of_a_trusted_proxy_are_everybodys() {
    let app = TestApp::new().await;
    let address = app.listen(&[("CONNECTIONS_PER_ADDRESS", "1"), ("TRUSTED_PROXIES", "127.0.0.1")]).await;
    let _idle = [connect(address, b"").await, connect(address, b"").await];
    assert!(exchange(address, &[], TYPENAME).await.starts_with("HTTP/1.1 200 OK"));
}

/// As in practice: idle and slow connections of one address, many more than there are places, and reopened as soon as
/// they end.
#[tokio::test]
async fn an_address_with_its_full_share_shuts_nobody_out() {
    let app = TestApp::new().await;
    let settings = [("CONNECTIONS", "12"), ("CONNECTIONS_PER_ADDRESS", "8"), ("HEADER_SECONDS", "1")];
    let address = app.listen(&settings).await;
    if connect_from_neighbour(address, b"").await.is_none() {
        skip!("this machine has no address beside 127.0.0.1");
    }
    let mut holders = tokio::task::JoinSet::new();
    for number in 0..40 {
        let begun: &[u8] = if number % 3 == 0 { b"POST /graphql HTTP/1.1\r\nhost: localhost\r\n" } else { b"" };
        holders.spawn(async move {
            let mut refresh = tokio::time::interval(Duration::from_millis(10));
            loop {
                refresh.tick().await;
                if let Some(stream) = connect_from_neighbour(address, begun).await {
                    read_to_end(stream).await;
                }
            }
        });
    }
    let share_is_used_up = async || {
        let stream = connect_from_neighbour(address, asking("close").as_bytes()).await.expect("a connection");
        !read_to_end(stream).await.starts_with("HTTP/1.1 200 OK")
    };
    eventually("the address has its share", share_is_used_up).await;
    for number in 0..52 {
        let answer = exchange(address, &[], TYPENAME).await;
        assert!(answer.starts_with("HTTP/1.1 200 OK"), "request {number}: {answer}");
    }
    holders.shutdown().await;
}

#[tokio::test]
async fn the_log_names_an_address_with_its_full_share() {
    let app = TestApp::new().await;
    let program = Program::start(&app.url, &[("CONNECTIONS_PER_ADDRESS", "1")]).await;
    let address = program.address;
    let held = connect(address, asking("keep-alive").as_bytes()).await;
    for _ in 0..3 {
        let refused = read_to_end(connect(address, asking("close").as_bytes()).await).await;
        assert!(refused.starts_with("HTTP/1.1 429"), "{refused}");
    }
    drop(held);
    let log = program.stopped().await;
    let warnings: Vec<&str> = log.lines().filter(|line| line.contains("an address has all the connections")).collect();
    assert!(warnings.len() == 1 && warnings[0].contains("WARN") && warnings[0].contains("127.0.0.1"), "{log}");
}
