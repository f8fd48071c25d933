//! Documents. They are read within limits, validated against the schema, and cached by the hash of their text. Between
//! a document and its execution there are three steps: the values of its variables, a plan with nothing left to decide,
//! and its cost.

use std::{collections::HashMap, fmt::Display, sync::Arc};

use async_graphql::{
    Name, Positioned, Request, Value as Constant, Variables,
    parser::{
        Error as SyntaxError, parse_query,
        types::{DocumentOperations, ExecutableDocument, OperationDefinition, OperationType},
    },
};
use moka::sync::Cache;
use sha2::{Digest, Sha256};

use super::error::Refusal;
use store::error::{Error, Result};
use types::Problem;

mod answer;
mod coerce;
pub(crate) mod cost;
mod lexer;
mod measure;
mod plan;
mod schema_types;
mod strings;
mod validate;

pub use answer::{Data, Executed};
pub(crate) use lexer::MOST_NESTED;
pub use lexer::{BIG_NUMBER, DIGITS};
use plan::{Fields, Plan, plan};

/// The limits of one request.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Tokens in a document.
    pub tokens: usize,
    /// Depth of nested fields.
    pub depth: usize,
    /// Cost of all fields, where a list counts as often as it has records.
    pub complexity: usize,
    /// Aliased fields.
    pub aliases: usize,
    /// Fields of the root.
    pub root_fields: usize,
    /// Directives in a document.
    pub directives: usize,
    /// Records of one page.
    pub page_size: i32,
    /// Whether introspection is allowed.
    pub introspection: bool,
}

/// The hash of a document's text.
pub type Hash = [u8; 32];

/// Hashes a document's text.
pub fn hash(text: &str) -> Hash {
    Sha256::digest(text.as_bytes()).into()
}

/// A document within the limits that is valid against the schema.
pub struct Document {
    parsed: ExecutableDocument,
    /// For each operation, the inputs that its variables are used for.
    inputs: HashMap<Option<Name>, validate::Inputs>,
    /// The plan of each operation whose selection depends on no variable, with a value for every variable.
    plans: HashMap<Option<Name>, Plan>,
    most_cost: usize,
    weight: u32,
}

/// An operation to execute.
pub struct Operation {
    pub(crate) request: Request,
    pub(crate) fields: Arc<Fields>,
    /// Whether it is a query.
    pub(in crate::graphql) only_reads: bool,
}

impl Document {
    /// Reads a document. TOO_COMPLEX if it exceeds a limit, INVALID_INPUT if it is not a document or does not fit the
    /// schema. No recursive code sees it before its nesting is known to be shallow, and no code expands fragments
    /// before the size of the expansion is known.
    pub fn read(text: &str, bounds: &Bounds) -> Result<Self, Refusal> {
        let text = lexer::check(text, bounds)?;
        let parsed = parse_query(&*text).map_err(|error| not_a_document(&error))?;
        measure::check(&parsed, bounds)?;
        let inputs = validate::check(&parsed, bounds.introspection)?;
        let mut plans = HashMap::new();
        if !plan::has_conditions(&parsed) {
            for (name, operation) in parsed.operations.iter() {
                let given = operation
                    .node
                    .variable_definitions
                    .iter()
                    .map(|definition| (definition.node.name.node.clone(), Constant::Boolean(true)));
                let mut variables = Variables::default();
                variables.extend(given);
                plans.insert(name.cloned(), plan(&parsed, &operation.node, &variables)?);
            }
        }
        // A parsed document takes about fifty times the memory of its text, a planned field about one KiB.
        let planned: usize = plans.values().map(|plan| plan.size).sum();
        let weight = u32::try_from(text.len() * 50 + planned * 1024).unwrap_or(u32::MAX).saturating_add(1024);
        Ok(Self { parsed, inputs, plans, most_cost: bounds.complexity, weight })
    }

    /// The name of the operation with this name, or of the only operation. None if it has no name, or if there is no
    /// such operation.
    pub fn operation_name(&self, given: Option<&str>) -> Option<&str> {
        self.named(given).ok().and_then(|(name, _)| name).map(Name::as_str)
    }

    /// Whether the operation with this name, or the only one, is a query. Also true if there is no such operation;
    /// execution refuses that.
    pub fn only_reads(&self, operation_name: Option<&str>) -> bool {
        self.named(operation_name).map_or(true, |(_, operation)| operation.node.ty == OperationType::Query)
    }

    /// Whether the operation with this name, or the only one, is a subscription.
    pub fn watches(&self, operation_name: Option<&str>) -> bool {
        self.named(operation_name).is_ok_and(|(_, operation)| operation.node.ty == OperationType::Subscription)
    }

    /// The operation with this name, or the only one, with these values of its variables. Refused if a value does not
    /// fit the type of its variable, or if the operation costs too much.
    pub fn operation(&self, operation_name: Option<&str>, variables: Variables) -> Result<Operation, Refusal> {
        let (name, Positioned { node: operation, pos }) = self.named(operation_name)?;
        let name = name.cloned();
        let no_inputs = validate::Inputs::new();
        let variables = coerce::variables(operation, self.inputs.get(&name).unwrap_or(&no_inputs), variables)?;
        let has_all = variables.len() == operation.variable_definitions.len()
            && !variables.values().any(|value| *value == Constant::Null);
        let Plan { selected, fields, .. } = match self.plans.get(&name) {
            Some(plan) if has_all => plan.clone(),
            _ => plan(&self.parsed, operation, &variables)?,
        };
        cost::check(operation.ty, &selected, &variables, self.most_cost)?;
        let planned = OperationDefinition {
            ty: operation.ty,
            variable_definitions: operation.variable_definitions.clone(),
            directives: Vec::new(),
            selection_set: Positioned::new(selected, operation.selection_set.pos),
        };
        let operations = DocumentOperations::Single(Positioned::new(planned, *pos));
        let mut request = Request::new("").variables(variables);
        request.set_parsed_query(ExecutableDocument { operations, fragments: HashMap::new() });
        Ok(Operation { request, fields, only_reads: operation.ty == OperationType::Query })
    }

    fn named(&self, operation_name: Option<&str>) -> Result<(Option<&Name>, &Positioned<OperationDefinition>)> {
        let mut operations = self.parsed.operations.iter();
        let found = match operation_name {
            Some(wanted) => operations.find(|(name, _)| name.is_some_and(|name| name == wanted)),
            None if operations.len() == 1 => operations.next(),
            None => None,
        };
        found.ok_or_else(|| {
            let problem = match operation_name {
                Some(name) => {
                    Problem::new(format!("文档中没有操作“{name}”"), format!("Unknown operation named \"{name}\""))
                }
                None => Problem::new(
                    "文档中有多个操作，须指明 operationName",
                    "the document has several operations: operationName must say which",
                ),
            };
            Error::not_of_the_schema(Some("operationName".to_owned()), problem)
        })
    }
}

/// A cache of documents that were read. It uses no more memory than the setting allows; the least used documents are
/// evicted.
pub struct Documents {
    bounds: Bounds,
    known: Cache<Hash, Arc<Document>>,
}

impl Documents {
    /// An empty cache.
    pub fn new(bounds: Bounds, kib: u64) -> Self {
        let known =
            Cache::builder().max_capacity(kib * 1024).weigher(|_, document: &Arc<Document>| document.weight).build();
        Self { bounds, known }
    }

    /// The document with this text, whose hash is already known.
    pub fn read(&self, text: &str, hash: Hash) -> Result<Arc<Document>, Refusal> {
        if let Some(document) = self.known.get(&hash) {
            return Ok(document);
        }
        let document = Arc::new(Document::read(text, &self.bounds)?);
        self.known.insert(hash, document.clone());
        Ok(document)
    }

    /// The cached document with this hash, if any.
    pub fn remembered(&self, hash: &Hash) -> Option<Arc<Document>> {
        self.known.get(hash)
    }
}

/// TOO_COMPLEX, with the limit, if the number exceeds it.
pub(crate) fn at_most(
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

/// States where the syntax error is. The parser's own message quotes the whole line.
fn not_a_document(error: &SyntaxError) -> Refusal {
    let (problem, positions) = match error {
        SyntaxError::Syntax { message, start, .. } => {
            let expected = message.rsplit_once("= ").map(|(_, expected)| expected.trim()).unwrap_or_default();
            let problem = Problem::new(
                format!("文档语法错误：第 {} 行第 {} 列", start.line, start.column),
                format!("syntax error in line {}, column {}: {expected}", start.line, start.column),
            );
            (problem, vec![*start])
        }
        SyntaxError::MultipleOperations { anonymous, operation } => {
            let problem =
                Problem::new("匿名操作须是文档中唯一的操作", "an operation without a name must be the only one");
            (problem, vec![*anonymous, *operation])
        }
        SyntaxError::OperationDuplicated { operation: name, first, second } => {
            let problem =
                Problem::new(format!("操作“{name}”重复"), format!("There can be only one operation named \"{name}\""));
            (problem, vec![*first, *second])
        }
        SyntaxError::FragmentDuplicated { fragment: name, first, second } => {
            let problem =
                Problem::new(format!("片段“{name}”重复"), format!("There can be only one fragment named \"{name}\""));
            (problem, vec![*first, *second])
        }
        SyntaxError::MissingOperation => (Problem::new("文档中没有操作", "the document has no operation"), Vec::new()),
        other => (Problem::new("文档语法错误", format!("syntax error: {other}")), Vec::new()),
    };
    let mut refusal = Refusal::default();
    refusal.add_at(Error::not_of_the_schema(None, problem), positions);
    refusal
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
            let text = format!("{{ field{number}: __typename }}");
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
        let refusal = Document::read("{ a(secret: \"13800001234\" }", &Bounds::for_tests()).err().expect("no document");
        let error = refusal.errors().next().expect("an error");
        assert!(error.message.en.starts_with("syntax error in line 1, column "), "{}", error.message.en);
        assert!(!error.message.en.contains("13800001234"), "{}", error.message.en);
    }

    #[test]
    fn documents_as_deep_as_may_be_are_read_and_deeper_ones_refused() {
        let bounds = Bounds { depth: 50, ..Bounds::for_tests() };
        let parents = |levels: usize| {
            format!("{{ region(code: 1) {}{{ code }}{}}}", "{ parent ".repeat(levels), "}".repeat(levels))
        };
        let fragments = |levels: usize| format!("{}{{ __typename }}{}", "{ ... ".repeat(levels), "}".repeat(levels));
        Document::read(&parents(48), &bounds).map(|_| ()).expect("as deep as may be");
        Document::read(&parents(49), &bounds).map(|_| ()).expect_err("too deep");
        Document::read(&fragments(60), &bounds).map(|_| ()).expect("as deep as may be");
        for document in [parents(10_000), fragments(10_000)] {
            Document::read(&document, &bounds).map(|_| ()).expect_err("too deep");
        }
        let list = |levels: usize| format!("{{ a(b: {}{}) }}", "[".repeat(levels), "]".repeat(levels));
        parse_query(&*lexer::check(&list(MOST_NESTED - 2), &bounds).expect("as deep as may be")).expect("a document");
        lexer::check(&list(10_000), &bounds).map(|_| ()).expect_err("too deep");
    }
}
