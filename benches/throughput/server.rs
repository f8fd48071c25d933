//! The program itself, as a process of its own on a loopback address.

use std::{
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::Path,
    process::{Child, Command, Stdio},
};

/// Settings under which no limit is reached.
pub const SETTINGS: [(&str, &str); 5] = [
    ("RATE_LIMIT_PER_MINUTE", "100000000"),
    ("SIGN_IN_LIMIT_PER_MINUTE", "1000000"),
    ("PREORDER_LIMIT_PER_MINUTE", "100000000"),
    ("LISTEN", "127.0.0.1:0"),
    ("LOG", "error"),
];

/// A server that is stopped when it is dropped.
pub struct Server {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
}

fn program(folder: &Path, url: &str, command: &str) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_lihua"));
    program.arg(command).current_dir(folder).env_clear().env("DATABASE_URL", url).envs(SETTINGS);
    program
}

/// Loads the demonstration town into an empty database.
pub fn load_demo(folder: &Path, url: &str) {
    let loaded = program(folder, url, "demo").stderr(Stdio::null()).status().expect("the program");
    assert!(loaded.success(), "the demonstration town is loaded into an empty database");
}

impl Server {
    /// Starts a server and waits until it listens.
    pub fn start(folder: &Path, url: &str, settings: &[(&str, &str)]) -> Self {
        let mut child = program(folder, url, "serve").envs(settings.iter().copied()).stdout(Stdio::piped()).spawn().expect("the server");
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().expect("standard output")).read_line(&mut line).expect("its first line");
        let address = line.split("http://").nth(1).and_then(|rest| rest.split('/').next()).and_then(|address| address.parse().ok());
        Self { child, address: address.unwrap_or_else(|| panic!("an address, not {line:?}")) }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("gone");
    }
}
