//! The program itself, as a separate process on a loopback address.

use std::{
    fs,
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use crate::load;

/// Settings under which no limit is reached.
pub(crate) const SETTINGS: [(&str, &str); 5] = [
    ("RATE_LIMIT_PER_MINUTE", "100000000"),
    ("SIGN_IN_LIMIT_PER_MINUTE", "1000000"),
    ("PREORDER_LIMIT_PER_MINUTE", "100000000"),
    ("LISTEN", "127.0.0.1:0"),
    ("LOG", "error"),
];

/// The program, built from this version of the code or from another.
#[derive(Debug, Clone)]
pub(crate) struct Program(pub PathBuf);

impl Program {
    /// The program of this version.
    pub(crate) fn this() -> Self {
        Self(env!("CARGO_BIN_EXE_lihua").into())
    }

    fn command(&self, folder: &Path, url: &str, arguments: &[&str]) -> Command {
        let mut program = Command::new(&self.0);
        program.args(arguments).current_dir(folder).env_clear().env("DATABASE_URL", url).envs(SETTINGS);
        program
    }

    /// Loads the demonstration town, or one with about this many sales, into an empty database.
    pub(crate) fn load_demo(&self, folder: &Path, url: &str, sales: Option<u64>) {
        let migrated = self.command(folder, url, &["migrate"]).output().expect("the program");
        assert!(migrated.status.success(), "there are tables: {}", String::from_utf8_lossy(&migrated.stderr));
        let sales = sales.map(|sales| sales.to_string());
        let arguments: Vec<&str> =
            ["demo"].into_iter().chain(sales.iter().flat_map(|sales| ["--sales", sales])).collect();
        let loaded = self.command(folder, url, &arguments).output().expect("the program");
        assert!(
            loaded.status.success(),
            "a town is loaded into an empty database: {}",
            String::from_utf8_lossy(&loaded.stderr)
        );
    }

    /// Starts a server and waits until it answers.
    pub(crate) fn serve(&self, folder: &Path, url: &str, settings: &[(&str, &str)]) -> Server {
        let started = Instant::now();
        let mut child = self
            .command(folder, url, &["serve"])
            .envs(settings.iter().copied())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server");
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().expect("standard output")).read_line(&mut line).expect("its first line");
        let address = line
            .split("http://")
            .nth(1)
            .and_then(|rest| rest.split('/').next())
            .and_then(|address| address.parse().ok());
        let address = address.unwrap_or_else(|| panic!("an address, not {line:?}"));
        load::once(address, &load::get("/health"));
        Server { child, address, start_up: started.elapsed() }
    }
}

/// A server that is stopped when it is dropped.
pub(crate) struct Server {
    child: Child,
    /// The address on which it listens.
    pub address: SocketAddr,
    /// The time from the start of the process to the first answer.
    pub start_up: Duration,
}

impl Server {
    /// The id of its process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// How many kibibytes of it are in memory.
    pub(crate) fn memory(&self) -> u128 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.id())).expect("Linux");
        let size = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("its size");
        size.trim().trim_end_matches(" kB").parse().expect("a number")
    }

    /// How much processor time it has used, in microseconds. Linux counts it in hundredths of a second.
    pub(crate) fn processor_time(&self) -> u128 {
        let status = fs::read_to_string(format!("/proc/{}/stat", self.id())).expect("Linux");
        // The name, in parentheses, may contain spaces. The times are the 14th and 15th field, the name is the second.
        let (_, after_name) = status.rsplit_once(')').expect("a name");
        let times = after_name.split_whitespace().skip(11).take(2);
        times.map(|ticks| ticks.parse::<u128>().expect("a number") * 10_000).sum()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("gone");
    }
}
