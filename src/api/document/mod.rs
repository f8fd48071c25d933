//! Documents: read within bounds, and remembered by what their text hashes to.

use std::{fmt::Display, sync::Arc};

use async_graphql::parser::{
    Error as SyntaxError, parse_query,
    types::{DocumentOperations, ExecutableDocument, OperationDefinition, OperationType},
};
use moka::sync::Cache;
use sha2::{Digest, Sha256};

use crate::{
    error::{Error, Result},
    types::Problem,
};

mod lexer;
mod measure;

pub(super) use lexer::MOST_NESTED;

/// How much one request may ask.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Tokens in a document.
    pub tokens: usize,
    /// Fields within fields.
    pub depth: usize,
    /// Fields in all, a list counting as often as it has records.
    pub complexity: usize,
    /// Fields under another name.
    pub aliases: usize,
    /// Fields of the root.
    pub root_fields: usize,
    /// Directives in a document.
    pub directives: usize,
    /// Records of one page.
    pub page_size: i32,
    /// Whether the schema may be asked for.
    pub introspection: bool,
}

/// What a document's text hashes to.
pub type Hash = [u8; 32];

/// The hash of a document's text.
pub fn hash(text: &str) -> Hash {
    Sha256::digest(text.as_bytes()).into()
}

/// A document that is within the bounds.
pub struct Document {
    /// The document.
    pub parsed: ExecutableDocument,
    weight: u32,
}

impl Document {
    /// Reads a document: TOO_COMPLEX beyond a bound, INVALID_INPUT where it is none. Nothing that recurses sees it before its nesting is
    /// known to be shallow, and nothing that expands fragments before it is known what they expand to.
    pub fn read(text: &str, bounds: &Bounds) -> Result<Self> {
        lexer::check(text, bounds)?;
        let parsed = parse_query(text).map_err(|error| not_a_document(&error))?;
        measure::check(&parsed, bounds)?;
        // A parsed document takes some fifty times the memory of its text.
        let weight = u32::try_from(text.len()).unwrap_or(u32::MAX).saturating_mul(50).saturating_add(1024);
        Ok(Self { parsed, weight })
    }

    /// The name of the operation of this name, or of the only one; none where it has none or there is none such.
    pub fn operation_name<'a>(&'a self, given: Option<&'a str>) -> Option<&'a str> {
        match &self.parsed.operations {
            DocumentOperations::Single(_) => None,
            DocumentOperations::Multiple(operations) => match given {
                Some(name) => operations.contains_key(name).then_some(name),
                None => operations.keys().next().map(|name| name.as_str()),
            },
        }
    }

    /// Whether the operation of this name, or the only one, only reads. True as well where there is none such, which execution refuses.
    pub fn only_reads(&self, operation_name: Option<&str>) -> bool {
        let operation: Option<&OperationDefinition> = match (&self.parsed.operations, operation_name) {
            (DocumentOperations::Single(operation), _) => Some(&operation.node),
            (DocumentOperations::Multiple(operations), Some(name)) => operations.get(name).map(|operation| &operation.node),
            (DocumentOperations::Multiple(operations), None) => operations.values().next().map(|operation| &operation.node),
        };
        operation.is_none_or(|operation| operation.ty == OperationType::Query)
    }
}

/// Documents that were read before. They take no more memory than the setting says; the least used are forgotten.
pub struct Documents {
    bounds: Bounds,
    known: Cache<Hash, Arc<Document>>,
}

impl Documents {
    /// None yet.
    pub fn new(bounds: Bounds, kib: u64) -> Self {
        let known = Cache::builder().max_capacity(kib * 1024).weigher(|_, document: &Arc<Document>| document.weight).build();
        Self { bounds, known }
    }

    /// The document of this text, whose hash is known already.
    pub fn read(&self, text: &str, hash: Hash) -> Result<Arc<Document>> {
        if let Some(document) = self.known.get(&hash) {
            return Ok(document);
        }
        let document = Arc::new(Document::read(text, &self.bounds)?);
        self.known.insert(hash, document.clone());
        Ok(document)
    }

    /// The document with this hash, where it is remembered.
    pub fn remembered(&self, hash: &Hash) -> Option<Arc<Document>> {
        self.known.get(hash)
    }
}

/// TOO_COMPLEX, saying what the limit is, where there is more than that.
pub(super) fn at_most(
    given: usize,
    limit: usize,
    zh: impl Display,
    unit_zh: impl Display,
    en: impl Display,
    unit_en: impl Display,
) -> Result<()> {
    if given <= limit {
        return Ok(());
    }
    Err(Error::too_complex(format!("{zh}：最多 {limit} {unit_zh}"), format!("{en}: at most {limit} {unit_en}")))
}

/// Says where a document stops being one. The parser's own text quotes the whole line.
fn not_a_document(error: &SyntaxError) -> Error {
    let problem = match error {
        SyntaxError::Syntax { message, start, .. } => {
            let expected = message.rsplit_once("= ").map(|(_, expected)| expected.trim()).unwrap_or_default();
            Problem::new(
                format!("文档语法错误：第 {} 行第 {} 列，{expected}", start.line, start.column),
                format!("syntax error in line {}, column {}: {expected}", start.line, start.column),
            )
        }
        other => Problem::new(format!("文档语法错误：{other}"), format!("syntax error: {other}")),
    };
    Error::not_of_the_schema(None, problem)
}

#[cfg(test)]
impl Bounds {
    fn for_tests() -> Self {
        Self {
            tokens: 1000,
            depth: 20,
            complexity: 1000,
            aliases: 100,
            root_fields: 30,
            directives: 50,
            page_size: 100,
            introspection: true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_bounded() {
        let documents = Documents::new(Bounds::for_tests(), 64);
        for number in 0..1000 {
            let text = format!("{{ field{number} }}");
            documents.read(&text, hash(&text)).expect("a document");
        }
        documents.known.run_pending_tasks();
        assert!(documents.known.weighted_size() <= 64 * 1024, "{}", documents.known.weighted_size());
        assert!(documents.known.entry_count() > 10);
    }

    #[test]
    fn a_document_that_is_none_is_not_remembered() {
        let documents = Documents::new(Bounds::for_tests(), 64);
        assert!(documents.read("{", hash("{")).is_err());
        assert!(documents.remembered(&hash("{")).is_none());
    }

    #[test]
    fn a_syntax_error_says_where_and_quotes_nothing() {
        let error = Document::read("{ a(secret: \"13800001234\" }", &Bounds::for_tests()).err().expect("no document");
        assert!(error.message.en.starts_with("syntax error in line 1, column "), "{}", error.message.en);
        assert!(!error.message.en.contains("13800001234"), "{}", error.message.en);
    }

    #[test]
    fn documents_as_deep_as_may_be_are_read_and_deeper_ones_refused() {
        let bounds = Bounds { depth: 50, ..Bounds::for_tests() };
        for (open, close) in [("{ a ", "}"), ("{ ... ", "}")] {
            let nested = |levels: usize| format!("{}{{ b }}{}", open.repeat(levels), close.repeat(levels));
            Document::read(&nested(49), &bounds).map(|_| ()).expect("as deep as may be");
            Document::read(&nested(10_000), &bounds).map(|_| ()).expect_err("too deep");
        }
        let list = |levels: usize| format!("{{ a(b: {}{}) }}", "[".repeat(levels), "]".repeat(levels));
        Document::read(&list(MOST_NESTED - 2), &bounds).map(|_| ()).expect("as deep as may be");
        Document::read(&list(10_000), &bounds).map(|_| ()).expect_err("too deep");
    }
}
