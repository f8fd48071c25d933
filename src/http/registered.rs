//! Documents that the operator of the server has registered. If there are any, no others are answered.

use std::{collections::HashMap, fs, io, path::Path, sync::Arc};

use crate::graphql::{Bounds, Document, Hash, hash};

/// Why documents cannot be registered.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// A folder or file cannot be read.
    #[error("REGISTERED_DOCUMENTS: {path}")]
    Unreadable {
        /// The path of the folder or file.
        path: String,
        /// The error of the file system.
        #[source]
        cause: io::Error,
    },
    /// A file contains no document that would be answered.
    #[error("REGISTERED_DOCUMENTS: {path}: {problem}")]
    NoDocument {
        /// The path of the file.
        path: String,
        /// What is wrong.
        problem: String,
    },
}

/// The registered documents by their hash.
pub(super) type Registered = HashMap<Hash, Arc<Document>>;

/// Reads a file, or all files of a folder whose names end in `.graphql`; each is one document.
pub(super) fn read(path: &Path, bounds: &Bounds) -> Result<Registered, Unusable> {
    let unreadable = |path: &Path, cause| Unusable::Unreadable { path: path.display().to_string(), cause };
    let mut files = vec![path.to_owned()];
    if path.is_dir() {
        let entries = fs::read_dir(path)
            .and_then(Iterator::collect::<io::Result<Vec<_>>>)
            .map_err(|cause| unreadable(path, cause))?;
        files = entries
            .into_iter()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|end| end == "graphql"))
            .collect();
    }
    let mut registered = Registered::new();
    for file in files {
        let text = fs::read_to_string(&file).map_err(|cause| unreadable(&file, cause))?;
        let document = Document::read(&text, bounds).map_err(|refusal| {
            let problems: Vec<&str> = refusal.errors().map(|error| error.message.en.as_str()).collect();
            Unusable::NoDocument { path: file.display().to_string(), problem: problems.join("; ") }
        })?;
        let document = Arc::new(document);
        // Editors end a file with a line break, which clients do not send.
        registered.insert(hash(text.trim_end()), document.clone());
        registered.insert(hash(&text), document);
    }
    Ok(registered)
}
