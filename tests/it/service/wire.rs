//! Requests and answers as they are on the wire, for tests of HTTP itself. They are sent to the router in process, or
//! over a connection.

use std::{
    io::{BufRead, BufReader},
    net::SocketAddr,
    process::{Child, Command, Stdio},
    time::Duration,
};

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{HeaderMap, Request, StatusCode, request},
};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    time::timeout,
};
use tower::ServiceExt;

use crate::app::{TestApp, config};

/// Only detects a hang.
pub const HANGING: Duration = Duration::from_secs(60);

/// An answer.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("JSON: {}", String::from_utf8_lossy(&self.body)))
    }

    /// The code of the first error; `None` if there is no error.
    pub fn code(&self) -> Option<String> {
        self.json()["errors"][0]["extensions"]["code"].as_str().map(str::to_owned)
    }

    /// The message of the first error.
    pub fn message(&self) -> String {
        self.json()["errors"][0]["message"].as_str().unwrap_or_else(|| panic!("an error: {}", self.json())).to_owned()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().expect("a readable header"))
    }

    /// The status and code, to compare with expected ones.
    pub fn brief(&self) -> (u16, Option<String>) {
        (self.status.as_u16(), self.code())
    }
}

/// The status and code of a refusal.
pub fn refusal(status: u16, code: &str) -> (u16, Option<String>) {
    (status, Some(code.to_owned()))
}

/// Sends a request to a router in process.
pub async fn send(router: Router, request: Request<Body>) -> Answer {
    let response = timeout(HANGING, router.oneshot(request)).await.expect("an answer in time").expect("an answer");
    let (parts, body) = response.into_parts();
    let body = body.collect().await.expect("a body").to_bytes().to_vec();
    Answer { status: parts.status, headers: parts.headers, body }
}

/// A POST of JSON in English, with these additional headers.
pub fn post(headers: &[(&str, &str)]) -> request::Builder {
    let mut request =
        Request::post("/graphql").header("content-type", "application/json").header("accept-language", "en");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request
}

/// Makes a request appear to come from an address.
pub fn from(address: &str, request: request::Builder) -> request::Builder {
    request.extension(ConnectInfo(SocketAddr::new(address.parse().expect("an address"), 40_000)))
}

impl TestApp {
    /// The answer to a query that is sent with these headers.
    pub async fn post(&self, headers: &[(&str, &str)], query: &str) -> Answer {
        self.post_body(headers, json!({"query": query}).to_string()).await
    }

    /// The answer to a body that is sent with these headers.
    pub async fn post_body(&self, headers: &[(&str, &str)], body: impl Into<Body>) -> Answer {
        send(self.router(), post(headers).body(body.into()).expect("a request")).await
    }

    /// The answer to a GET.
    pub async fn get(&self, headers: &[(&str, &str)], path: &str) -> Answer {
        let mut request = Request::get(path).header("accept-language", "en");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        send(self.router(), request.body(Body::empty()).expect("a request")).await
    }

    /// Serves the town with these settings on a loopback port, until the test ends.
    pub async fn listen(&self, settings: &[(&str, &str)]) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let (router, config) = (self.configured(settings).router(), config(settings));
        tokio::spawn(async move { lihua::http::serve(listener, router, &config, std::future::pending()).await });
        address
    }
}

/// Connects and writes these bytes.
pub async fn connect(address: SocketAddr, bytes: &[u8]) -> TcpStream {
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    stream.write_all(bytes).await.expect("written");
    stream
}

/// Everything that the server writes until it closes the connection.
pub async fn read_to_end(mut stream: TcpStream) -> String {
    let mut answer = Vec::new();
    // It does not matter whether the server closes or resets the connection, only what it wrote before.
    let _ = timeout(HANGING, stream.read_to_end(&mut answer)).await.expect("the connection is closed in time");
    String::from_utf8_lossy(&answer).into_owned()
}

/// The answer to a POST of JSON over a connection of its own, with these additional header lines.
pub async fn exchange(address: SocketAddr, lines: &[&str], body: &str) -> String {
    let length = body.len();
    let head = "POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\naccept-language: en\r\nconnection: close";
    let lines: String = lines.iter().map(|line| format!("{line}\r\n")).collect();
    let request = format!("{head}\r\n{lines}content-length: {length}\r\n\r\n{body}");
    read_to_end(connect(address, request.as_bytes()).await).await
}

/// The program serving a town, with its log in a file.
pub struct Program {
    process: Child,
    pub address: SocketAddr,
    log: tempfile::NamedTempFile,
}

impl Program {
    /// Starts it on a database, with these settings only.
    pub async fn start(url: &str, settings: &[(&str, &str)]) -> Self {
        let log = tempfile::NamedTempFile::new().expect("a file");
        let mut command = Command::new(env!("CARGO_BIN_EXE_lihua"));
        command
            .arg("serve")
            .env_clear()
            .env("DATABASE_URL", url)
            .env("LISTEN", "127.0.0.1:0")
            .envs(settings.iter().copied());
        command.current_dir(std::env::temp_dir()).stdout(Stdio::piped()).stderr(log.reopen().expect("the file"));
        let mut process = command.spawn().expect("the program starts");
        let output = process.stdout.take().expect("its output");
        let reading = tokio::task::spawn_blocking(move || {
            let mut line = String::new();
            BufReader::new(output).read_line(&mut line).expect("a line");
            line
        });
        let line = reading.await.expect("a line");
        let address = line
            .split("http://")
            .nth(1)
            .and_then(|rest| rest.split('/').next())
            .expect("an address")
            .parse()
            .expect("an address");
        Self { process, address, log }
    }

    /// The most memory that it has used so far, in MiB, if the system reports that.
    pub fn most_memory_mib(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        Some(line.trim().strip_suffix(" kB")?.parse::<u64>().ok()? / 1024)
    }

    /// Stops it as its operator would, so that it finishes its log, and returns the log. Waits on another thread,
    /// because the program may reach its database through a task on this one.
    pub async fn stopped(mut self) -> String {
        let stopping = tokio::task::spawn_blocking(move || {
            let asked = Command::new("kill").args(["-TERM", &self.process.id().to_string()]).status().expect("kill");
            assert!(asked.success(), "it had ended already");
            self.process.wait().expect("ended");
            self.log()
        });
        stopping.await.expect("its log")
    }

    /// What it has logged so far.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.log.path()).expect("its log")
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It has ended already, unless a test failed before it was stopped.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
