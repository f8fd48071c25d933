//! What a query may ask.

use std::path::PathBuf;

use store::page::LARGEST_SIZE;

use super::{Environment, Malformed, number, switch, value};
use crate::graphql::Bounds;

/// The limits of queries.
#[derive(Debug, Clone)]
pub struct Query {
    /// The limits of a document.
    pub bounds: Bounds,
    /// The limits of its variables.
    pub variables: VariableBounds,
    /// The most requests in one array.
    pub batch_length: usize,
    /// The memory for parsed documents.
    pub cache_kib: u64,
    /// Where the documents are, if no others are answered.
    pub registered: Option<PathBuf>,
}

/// The limits of the variables of a request.
#[derive(Debug, Clone, Copy)]
pub struct VariableBounds {
    /// The most values, including those within lists and objects.
    pub values: usize,
    /// How deep lists and objects may nest.
    pub depth: usize,
    /// The most bytes of names and texts.
    pub bytes: usize,
}

pub(super) fn read(env: &Environment<'_>) -> Result<Query, Malformed> {
    let path = |path: PathBuf| Some(path).filter(|path| !path.as_os_str().is_empty());
    Ok(Query {
        bounds: Bounds {
            depth: number(env, "QUERY_DEPTH", 20, 1..=50)
                .means("How deep the selections of a query may nest, at most 50.")?,
            complexity: number(env, "QUERY_COMPLEXITY", 20_000, 1..=100_000_000).means(
                "How many fields a query may select in total. The fields of a list count once for each of its \
                 records; for nested lists, the numbers are multiplied.",
            )?,
            aliases: number(env, "QUERY_ALIASES", 100, 0..=100_000)
                .means("How many aliased fields a request may select, after its fragments are expanded.")?,
            root_fields: number(env, "QUERY_ROOT_FIELDS", 30, 1..=10_000)
                .means("How many fields of the root type a request may select.")?,
            directives: number(env, "QUERY_DIRECTIVES", 50, 0..=10_000)
                .means("How many directives a document may contain.")?,
            tokens: number(env, "QUERY_TOKENS", 4000, 1..=100_000)
                .means("How many tokens (names, numbers, texts, punctuators) a document may contain.")?,
            page_size: number(env, "PAGE_SIZE", LARGEST_SIZE, 1..=LARGEST_SIZE)
                .means("The most records of a page. A client that requests more gets this many.")?,
            introspection: switch(env, "INTROSPECTION", true)
                .means("Whether clients may request the schema, by introspection and at /schema.graphql.")?,
        },
        variables: VariableBounds {
            values: number(env, "VARIABLES", 10_000, 0..=1_000_000).means(
                "How many values the variables of a request may contain, including those within lists and objects.",
            )?,
            depth: number(env, "VARIABLES_DEPTH", 10, 1..=50)
                .means("How deep lists and objects may nest in the variables, at most 50.")?,
            bytes: number(env, "VARIABLES_KIB", 128, 1..=1_048_576)
                .map(|kib: usize| kib * 1024)
                .means("How much text the variables may contain, including names, in KiB.")?,
        },
        batch_length: number(env, "BATCH_LENGTH", 10, 1..=100).means(
            "How many requests may be sent as one JSON array. With 1, arrays may contain only one request. Each \
             request counts towards the rate limits.",
        )?,
        cache_kib: number(env, "DOCUMENT_CACHE_KIB", 16_384, 1..=1_048_576).means(
            "The memory for documents that have been parsed, in KiB. Clients can also name these by their hash \
             (persisted queries).",
        )?,
        registered: value(env, "REGISTERED_DOCUMENTS", "", "a folder or a file").map(path).means(
            "A folder with .graphql files, or one such file, each with one document. If set, only these documents are \
             answered; if empty, all are.",
        )?,
    })
}
