//! A small load generator: one thread per connection, each sending its next request when the last one is answered.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    sync::atomic::{AtomicU32, Ordering},
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

/// A server that does not answer for this long hangs.
const HANG: Duration = Duration::from_secs(30);

/// The result of one run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Measured {
    /// Answers per second.
    pub per_second: u128,
    /// The median latency, in microseconds.
    pub p50: u128,
    /// The 99th percentile of the latency, in microseconds.
    pub p99: u128,
}

impl Measured {
    /// Computes the result from the latencies of all requests and the time that they took together.
    pub(crate) fn new(mut latencies: Vec<Duration>, elapsed: Duration) -> Self {
        latencies.sort_unstable();
        let within = |percent: usize| latencies.get(latencies.len() * percent / 100).map_or(0, Duration::as_micros);
        let per_second = latencies.len() as u128 * 1_000_000 / elapsed.as_micros().max(1);
        Self { per_second, p50: within(50), p99: within(99) }
    }
}

/// A placeholder for a telephone number. It is replaced each time, because one number may have only a few unpaid
/// pre-orders.
pub(crate) const PHONE: &str = "13900000000";

/// A telephone number that has not been used yet.
pub(crate) fn phone() -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(1);
    format!("139{:08}", NUMBER.fetch_add(1, Ordering::Relaxed) % 100_000_000)
}

/// A request as it is sent over the wire.
#[derive(Clone)]
pub(crate) struct Request {
    bytes: Vec<u8>,
    /// The position of the telephone number in it, if it has one.
    phone_at: Option<usize>,
}

impl Request {
    fn new(text: String) -> Self {
        Self { phone_at: text.find(PHONE), bytes: text.into_bytes() }
    }

    /// The request as it is sent next.
    fn next(&mut self) -> &[u8] {
        if let Some(at) = self.phone_at {
            self.bytes[at..at + PHONE.len()].copy_from_slice(phone().as_bytes());
        }
        &self.bytes
    }
}

/// The body of a GraphQL request. A front end sends what differs between requests as variables, too.
pub(crate) fn body(query: &str, phone: &str) -> Value {
    if query.contains("$phone") {
        json!({ "query": query, "variables": { "phone": phone } })
    } else {
        json!({ "query": query })
    }
}

/// A GraphQL request as it is sent over the wire.
pub(crate) fn graphql(token: Option<&str>, query: &str) -> Request {
    let body = body(query, PHONE).to_string();
    let token = token.map(|token| format!("Authorization: Bearer {token}\r\n")).unwrap_or_default();
    let length = body.len();
    let head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json";
    Request::new(format!("{head}\r\n{token}Content-Length: {length}\r\n\r\n{body}"))
}

/// A plain GET request as it is sent over the wire.
pub(crate) fn get(path: &str) -> Request {
    Request::new(format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n"))
}

/// Sends a request repeatedly over several connections at once.
pub(crate) fn run(address: SocketAddr, request: &Request, connections: usize, time: Duration) -> Measured {
    let started = Instant::now();
    let latencies = thread::scope(|scope| {
        let one = || {
            let (mut connection, mut request) = (Connection::open(address), request.clone());
            let mut latencies = Vec::new();
            while started.elapsed() < time {
                let sent = Instant::now();
                connection.exchange(request.next());
                latencies.push(sent.elapsed());
            }
            latencies
        };
        let threads: Vec<_> = (0..connections).map(|_| scope.spawn(one)).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("a connection")).collect()
    });
    Measured::new(latencies, started.elapsed())
}

/// Sends a request once.
pub(crate) fn once(address: SocketAddr, request: &Request) {
    Connection::open(address).exchange(request.clone().next());
}

/// The data of one answer.
pub(crate) fn ask(address: SocketAddr, token: Option<&str>, query: &str) -> Value {
    let mut connection = Connection::open(address);
    let mut answer: Value = serde_json::from_slice(connection.exchange(graphql(token, query).next())).expect("JSON");
    answer["data"].take()
}

struct Connection {
    stream: BufReader<TcpStream>,
    line: String,
    body: Vec<u8>,
}

impl Connection {
    fn open(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).expect("a connection");
        stream.set_nodelay(true).expect("an option");
        stream.set_read_timeout(Some(HANG)).expect("an option");
        Self { stream: BufReader::with_capacity(65_536, stream), line: String::new(), body: Vec::new() }
    }

    /// Sends a request and returns the body of its answer, which must not be a refusal.
    fn exchange(&mut self, request: &[u8]) -> &[u8] {
        self.stream.get_mut().write_all(request).expect("sent");
        let mut length = 0;
        self.read_line();
        assert!(self.line.starts_with("HTTP/1.1 200"), "{}", self.line);
        while self.line != "\r\n" {
            self.read_line();
            if let Some((name, value)) = self.line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().expect("a length");
            }
        }
        self.body.resize(length, 0);
        self.stream.read_exact(&mut self.body).expect("a body");
        assert!(
            !self.body.starts_with(b"{\"errors\"") && !self.body.starts_with(b"{\"data\":null"),
            "{}",
            String::from_utf8_lossy(&self.body)
        );
        &self.body
    }

    fn read_line(&mut self) {
        self.line.clear();
        assert_ne!(self.stream.read_line(&mut self.line).expect("a line"), 0, "the server closed the connection");
    }
}
