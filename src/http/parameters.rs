//! The parameters of a request, from a body or a URL, and the bounds on their values.

use async_graphql::Variables;
use serde_json::{Map, Value as Json};

use super::json;
use crate::{
    config::VariableBounds,
    graphql::{self, Document, Hash, Operation, Refusal},
};
use store::error::{Error, Result};
use types::Problem;

/// The parameters of one request.
#[derive(Debug)]
pub(crate) struct Parameters {
    /// The document; `None` if it is named only by its hash.
    pub query: Option<String>,
    /// The hash of the document, which identifies it.
    pub hash: Hash,
    /// Which operation of the document to execute.
    pub operation_name: Option<String>,
    /// Its variables.
    pub variables: Variables,
}

impl Parameters {
    /// Reads the parameters of a body. Returns INVALID_INPUT, naming the parameter, if one has the wrong type.
    pub(crate) fn read(mut given: Map<String, Json>, bounds: &VariableBounds) -> Result<Self> {
        let query = text(&mut given, "query")?;
        // Some clients send an empty name if the document has only one operation.
        let operation_name = text(&mut given, "operationName")?.filter(|name| !name.is_empty());
        let variables = object(&mut given, "variables")?.unwrap_or_default();
        let named = object(&mut given, "extensions")?.and_then(|mut extensions| extensions.remove("persistedQuery"));
        let named = named.filter(|named| !named.is_null()).map(|named| persisted(&named)).transpose()?;
        // The socket protocol requires a text, so clients that name a document by its hash send an empty one.
        let query = query.filter(|query| named.is_none() || !query.is_empty());
        let hash = match (query.as_deref().map(graphql::hash), named) {
            (Some(hash), Some(named)) if hash != named => {
                let problem = Problem::new("sha256Hash 与文档不符", "sha256Hash is not the hash of the document");
                return Err(Error::invalid("extensions.persistedQuery", problem));
            }
            (Some(hash), _) | (None, Some(hash)) => hash,
            (None, None) => {
                return Err(Error::invalid("query", Problem::new("缺少 GraphQL 文档", "expected a GraphQL document")));
            }
        };
        bound(&variables, bounds)?;
        Ok(Self { query, hash, operation_name, variables: Variables::from_json(Json::Object(variables)) })
    }

    /// Reads the parameters of a URL, in which variables and extensions are JSON texts.
    pub(crate) fn from_url(query: &str, bounds: &VariableBounds) -> Result<Self> {
        let mut given = Map::new();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let value = match name.as_ref() {
                "variables" | "extensions" if value.is_empty() => Json::Null,
                "variables" | "extensions" => json::read(value.as_bytes()).map_err(|_| not_an_object(&name))?,
                _ => Json::String(value.into_owned()),
            };
            if given.insert(name.to_string(), value).is_some() {
                return Err(Error::invalid(name, Problem::new("参数重复", "the parameter is given twice")));
            }
        }
        Self::read(given, bounds)
    }

    /// The operation of the document to execute, with its variables.
    pub(crate) fn of(self, document: &Document) -> Result<Operation, Refusal> {
        document.operation(self.operation_name.as_deref(), self.variables)
    }
}

fn text(given: &mut Map<String, Json>, name: &str) -> Result<Option<String>> {
    match given.remove(name) {
        None | Some(Json::Null) => Ok(None),
        Some(Json::String(text)) => Ok(Some(text)),
        Some(_) => Err(Error::invalid(name, Problem::new("应为字符串", "expected a string"))),
    }
}

fn object(given: &mut Map<String, Json>, name: &str) -> Result<Option<Map<String, Json>>> {
    match given.remove(name) {
        None | Some(Json::Null) => Ok(None),
        Some(Json::Object(fields)) => Ok(Some(fields)),
        Some(_) => Err(not_an_object(name)),
    }
}

fn not_an_object(name: &str) -> Error {
    Error::invalid(name, Problem::new("应为 JSON 对象", "expected a JSON object"))
}

/// The hash of Apollo's persisted queries: `{"version": 1, "sha256Hash": "…"}`.
fn persisted(named: &Json) -> Result<Hash> {
    let is_first_version = named["version"] == 1;
    let hash = named["sha256Hash"].as_str().filter(|_| is_first_version).and_then(|hash| hex::decode(hash).ok());
    hash.and_then(|bytes| Hash::try_from(bytes).ok()).ok_or_else(|| {
        let expected = r#"{"version": 1, "sha256Hash": "64 hexadecimal digits"}"#;
        Error::invalid(
            "extensions.persistedQuery",
            Problem::new(format!("应为 {expected}"), format!("expected {expected}")),
        )
    })
}

/// Returns TOO_COMPLEX if the variables exceed a bound.
fn bound(variables: &Map<String, Json>, bounds: &VariableBounds) -> Result<()> {
    let (mut values, mut depth, mut bytes) = (0, 0, 0);
    let mut open: Vec<(usize, &Json)> = Vec::new();
    for (name, value) in variables {
        bytes += name.len();
        open.push((0, value));
    }
    while let Some((level, value)) = open.pop() {
        values += 1;
        match value {
            Json::String(text) => bytes += text.len(),
            Json::Array(items) => open.extend(items.iter().map(|item| (level + 1, item))),
            Json::Object(fields) => {
                bytes += fields.keys().map(String::len).sum::<usize>();
                open.extend(fields.values().map(|item| (level + 1, item)));
            }
            Json::Null | Json::Bool(_) | Json::Number(_) => {}
        }
        depth = depth.max(level + usize::from(value.is_array() || value.is_object()));
    }
    let too_much = |zh: &str, en: &str| {
        Err(Error::too_complex(format!("变量过大：{zh}"), format!("the variables are too large: {en}")))
    };
    if values > bounds.values {
        return too_much(&format!("最多 {} 个值", bounds.values), &format!("at most {} values", bounds.values));
    }
    if depth > bounds.depth {
        return too_much(
            &format!("最多嵌套 {} 层", bounds.depth),
            &format!("at most {} lists and objects within each other", bounds.depth),
        );
    }
    if bytes > bounds.bytes {
        let kib = bounds.bytes / 1024;
        return too_much(&format!("文字最多 {kib} KiB"), &format!("at most {kib} KiB of text"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(parameters: Json) -> Result<Parameters> {
        let Json::Object(given) = parameters else { panic!("an object") };
        Parameters::read(given, &VariableBounds { values: 4, depth: 2, bytes: 1024 })
    }

    #[test]
    fn variables_are_bounded() {
        let with = |variables: Json| read(json!({"query": "{ a }", "variables": variables}));
        let refused = |variables: Json| with(variables).expect_err("too much").message.en;
        with(json!({"a": [1, 2, 3]})).expect("four values");
        assert!(refused(json!({"a": [1, 2, 3, 4]})).contains("at most 4 values"));
        with(json!({"a": {"b": [1]}})).expect("two levels");
        assert!(refused(json!({"a": {"b": [[]]}})).contains("at most 2 lists and objects"));
        with(json!({"a": "x".repeat(1023)})).expect("one KiB");
        assert!(refused(json!({"a": "x".repeat(1024)})).contains("at most 1 KiB"));
        assert!(refused(json!({"a": {"x".repeat(1024): 1}})).contains("at most 1 KiB"));
    }

    #[test]
    fn a_parameter_of_the_wrong_type_is_named() {
        for (parameters, field) in [
            (json!({}), "query"),
            (json!({"query": 1}), "query"),
            (json!({"query": "{ a }", "operationName": []}), "operationName"),
            (json!({"query": "{ a }", "variables": "{}"}), "variables"),
            (json!({"query": "{ a }", "extensions": 0}), "extensions"),
            (
                json!({"extensions": {"persistedQuery": {"version": 2, "sha256Hash": "00"}}}),
                "extensions.persistedQuery",
            ),
            (
                json!({"query": "{ a }", "extensions": {"persistedQuery": {"version": 1, "sha256Hash": "00".repeat(32)}}}),
                "extensions.persistedQuery",
            ),
        ] {
            assert_eq!(read(parameters).expect_err(field).field.as_deref(), Some(field));
        }
    }

    #[test]
    fn a_url_carries_the_same_parameters() {
        let bounds = VariableBounds { values: 4, depth: 2, bytes: 1024 };
        let read = Parameters::from_url("query=%7B+a+%7D&variables=%7B%22b%22%3A1%7D&operationName=", &bounds)
            .expect("parameters");
        assert_eq!((read.query.as_deref(), read.variables.len()), (Some("{ a }"), 1));
        for (url, field) in [
            ("query=a&query=b", "query"),
            ("query=a&variables=1", "variables"),
            ("query=a&extensions=%7B", "extensions"),
        ] {
            assert_eq!(Parameters::from_url(url, &bounds).expect_err(url).field.as_deref(), Some(field));
        }
    }
}
