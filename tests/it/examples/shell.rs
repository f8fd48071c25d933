//! A shell to which the commands of a page are given as they stand.

use std::{
    io::{BufRead, BufReader, Write},
    net::SocketAddr,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

/// The byte that the shell writes when a command is done.
const DONE: u8 = 0x1e;

pub struct Shell {
    process: Child,
    stdin: ChildStdin,
    stdout: BufReader<ChildStdout>,
    /// Its working folder, with curl's settings.
    folder: tempfile::TempDir,
}

impl Shell {
    /// A shell in a folder of its own, with nothing of the environment but where programs are.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut process = Command::new("sh")
            .current_dir(folder.path())
            .env_clear()
            .env("PATH", std::env::var_os("PATH").expect("a path"))
            .env("LC_ALL", "C.UTF-8")
            .env("CURL_HOME", folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a shell");
        let stdin = process.stdin.take().expect("its input");
        let stdout = BufReader::new(process.stdout.take().expect("its output"));
        Self { process, stdin, stdout, folder }
    }

    /// What commands print. curl connects to this address instead of the one that the page names.
    pub fn run(&mut self, commands: &str, address: SocketAddr) -> String {
        let settings = format!("silent\nshow-error\nmax-time = 60\nconnect-to = \"127.0.0.1:8000:{address}\"\n");
        std::fs::write(self.folder.path().join(".curlrc"), settings).expect("curl's settings");
        write!(self.stdin, "{commands}\nprintf '\\036'\n").expect("a shell that listens");
        self.stdin.flush().expect("a shell that listens");
        let mut said = Vec::new();
        self.stdout.read_until(DONE, &mut said).expect("a shell that answers");
        assert_eq!(said.pop(), Some(DONE), "the shell ended within {commands}");
        String::from_utf8(said).expect("text")
    }
}

impl Drop for Shell {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}
