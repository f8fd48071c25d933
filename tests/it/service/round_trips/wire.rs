//! A way to a PostgreSQL server that counts how often its client waits for an answer.

use std::{
    io,
    str::FromStr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use sea_orm::sqlx::postgres::PgConnectOptions;
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// The version of the protocol with which a connection starts. Before it, a client may ask for encryption.
const VERSION_3: [u8; 4] = 196_608_u32.to_be_bytes();
/// The messages after which a client waits until the server is ready: Sync ends a statement of the extended protocol,
/// Query is a whole one of the simple protocol.
const AWAITED: [u8; 2] = [b'S', b'Q'];

/// A way to a database, on a loopback address. It is open until the test's runtime ends.
pub struct Wire {
    /// The URL of the database over this way.
    pub url: String,
    awaited: Arc<AtomicUsize>,
}

impl Wire {
    /// A way to the database at a URL.
    pub async fn to(url: &str) -> Self {
        let server = PgConnectOptions::from_str(url).expect("a URL");
        let server = format!("{}:{}", server.get_host(), server.get_port());
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let here = listener.local_addr().expect("an address").to_string();
        let awaited = Arc::new(AtomicUsize::new(0));
        let url = url.replace(&server, &here);
        let counter = awaited.clone();
        tokio::spawn(async move {
            loop {
                let (client, _) = listener.accept().await.expect("a connection");
                let server = TcpStream::connect(&server).await.expect("the server");
                // The connection ends when either side closes it.
                tokio::spawn(carry(client, server, counter.clone()));
            }
        });
        Self { url, awaited }
    }

    /// How often a client has waited for the server.
    pub fn round_trips(&self) -> usize {
        self.awaited.load(Ordering::SeqCst)
    }
}

async fn carry(client: TcpStream, server: TcpStream, awaited: Arc<AtomicUsize>) -> io::Result<()> {
    client.set_nodelay(true)?;
    server.set_nodelay(true)?;
    let (requests, mut to_client) = client.into_split();
    let (mut answers, mut to_server) = server.into_split();
    tokio::spawn(async move { tokio::io::copy(&mut answers, &mut to_client).await });
    let mut requests = BufReader::new(requests);
    loop {
        let message = body(&mut requests).await?;
        to_server.write_all(&message).await?;
        if message[4..].starts_with(&VERSION_3) {
            break;
        }
    }
    loop {
        let kind = requests.read_u8().await?;
        let mut message = vec![kind];
        message.extend(body(&mut requests).await?);
        if AWAITED.contains(&kind) {
            awaited.fetch_add(1, Ordering::SeqCst);
        }
        to_server.write_all(&message).await?;
    }
}

/// The length of a message, which counts itself, and its content.
async fn body(messages: &mut (impl AsyncRead + Unpin)) -> io::Result<Vec<u8>> {
    let length = messages.read_u32().await?;
    let mut body = length.to_be_bytes().to_vec();
    body.resize(length as usize, 0);
    messages.read_exact(&mut body[4..]).await?;
    Ok(body)
}
