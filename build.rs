//! Embeds GraphiQL, where it was bundled (`make graphiql`). Where it was not, the program is whole without it, and its page says so.

use std::{env, fmt::Write, fs, io, path::Path};

const BUNDLE: &str = "web/graphiql/dist";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={BUNDLE}");
    let root = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let mut files = Vec::new();
    for entry in fs::read_dir(Path::new(&root).join(BUNDLE)).into_iter().flatten() {
        let path = entry?.path();
        if let Some(name) = path.file_name().and_then(|name| name.to_str()).filter(|name| !name.starts_with('.')) {
            files.push((name.to_owned(), path));
        }
    }
    files.sort();
    let mut code = String::from("[\n");
    for (name, path) in files {
        writeln!(code, "    ({name:?}, include_bytes!({path:?}).as_slice()),").map_err(io::Error::other)?;
    }
    code.push(']');
    let folder = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&folder).join("graphiql.rs"), code)
}
