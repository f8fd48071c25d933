//! Whole answers: every field that the schema has, so that a new one is in the snapshot by itself.

use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use super::{Client, Form, TestApp, text, words};
use crate::migrations::town;

/// Answers of a small town in which every table has a row, asked with every field.
///
/// An object of the answer has all its fields that need no argument. An object with an id within it has what names it;
/// one without is whole, too. What is another one in each town is redacted by its form.
pub struct Answers {
    pub app: TestApp,
    types: BTreeMap<String, Vec<Field>>,
}

struct Field {
    name: String,
    /// The type without lists and nulls.
    kind: String,
    needs_arguments: bool,
}

/// What names an object.
const NAMES: [&str; 6] = ["id", "code", "name", "username", "key", "edition"];

/// How the accounts of the harness are called, before their number.
const ROLES: [&str; 6] = ["admin", "buyer", "clerk", "grower", "official", "plantoperator"];

fn unwrapped(kind: &Value) -> String {
    if kind["ofType"].is_null() { text(&kind["name"]) } else { unwrapped(&kind["ofType"]) }
}

fn field(field: &Value) -> Field {
    let needs = |argument: &Value| argument["type"]["kind"] == "NON_NULL" && argument["defaultValue"].is_null();
    Field {
        name: text(&field["name"]),
        kind: unwrapped(&field["type"]),
        needs_arguments: field["args"].as_array().expect("arguments").iter().any(needs),
    }
}

impl Answers {
    pub async fn of_a_small_town() -> Self {
        let app = TestApp::with_settings(&[("QUERY_COMPLEXITY", "1000000")]).await;
        town::settle(&app).await;
        let query = "{ __schema { types { name fields { name args { defaultValue type { kind } }
            type { name ofType { name ofType { name ofType { name } } } } } } } }";
        let schema = app.visitor().ask(query).await;
        let mut types = BTreeMap::new();
        for kind in schema["__schema"]["types"].as_array().expect("types") {
            if let Some(fields) = kind["fields"].as_array() {
                types.insert(text(&kind["name"]), fields.iter().map(field).collect());
            }
        }
        Self { app, types }
    }

    /// The whole answer of a query, which takes these arguments.
    pub async fn ask(&self, client: &Client, query: &str, arguments: &str) -> Value {
        let root = self.types["Query"].iter().find(|field| field.name == query).expect(query);
        let arguments = if arguments.is_empty() { String::new() } else { format!("({arguments})") };
        let selection = self.selection(&root.kind);
        self.asked(client, &format!("{{ {query}{arguments} {{ {selection} }} }}")).await[query].take()
    }

    /// The whole answer of a mutation.
    pub async fn change(&self, client: &Client, mutation: &str, input: Value) -> Value {
        let root = self.types["Mutation"].iter().find(|field| field.name == mutation).expect(mutation);
        redacted(client.change(mutation, input, &self.selection(&root.kind)).await)
    }

    /// The answer of a document, in which `$Type` stands for every field of a type.
    pub async fn asked(&self, client: &Client, document: &str) -> Value {
        let document = match document.split_once('$') {
            Some((before, rest)) => {
                let end = rest.find(|letter: char| !letter.is_alphanumeric()).expect("the end of a name");
                format!("{before}{}{}", self.selection(&rest[..end]), &rest[end..])
            }
            None => document.to_owned(),
        };
        redacted(client.ask(&document).await)
    }

    /// Every field of a type; of a connection, every field of its nodes.
    fn selection(&self, kind: &str) -> String {
        match self.nodes(kind) {
            Some(node) => format!("totalCount nodes {{ {} }}", self.selection(node)),
            None => format!("__typename {}", self.fields(kind, &[kind])),
        }
    }

    fn fields(&self, kind: &str, within: &[&str]) -> String {
        let whole = |field: &Field| {
            let inner = self.inner(&field.kind, within)?;
            Some(if inner.is_empty() { field.name.clone() } else { format!("{} {{ {inner} }}", field.name) })
        };
        let fields: Vec<_> = self.types[kind].iter().filter(|field| !field.needs_arguments).filter_map(whole).collect();
        fields.join(" ")
    }

    /// What is selected of a type within an object, nothing of a scalar. `None` if it leads back.
    fn inner(&self, kind: &str, within: &[&str]) -> Option<String> {
        if !self.types.contains_key(kind) {
            Some(String::new())
        } else if let Some(node) = self.nodes(kind) {
            self.inner(node, within).map(|inner| format!("totalCount nodes {{ {inner} }}"))
        } else if self.has(kind, "id") {
            Some(NAMES.into_iter().filter(|name| self.has(kind, name)).collect::<Vec<_>>().join(" "))
        } else if within.contains(&kind) {
            None
        } else {
            Some(self.fields(kind, &[within, &[kind]].concat()))
        }
    }

    /// The type of the nodes of a connection.
    fn nodes(&self, kind: &str) -> Option<&str> {
        let fields = self.types.get(kind).filter(|_| kind.ends_with("Connection"))?;
        fields.iter().find(|field| field.name == "nodes").map(|field| &*field.kind)
    }

    fn has(&self, kind: &str, name: &str) -> bool {
        self.types[kind].iter().any(|field| field.name == name && !field.needs_arguments)
    }
}

/// An answer in which each value that is another one in each town is replaced by its form.
fn redacted(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, redacted(value))).collect(),
        Value::Array(items) => items.into_iter().map(redacted).collect(),
        Value::String(text) if text.starts_with("<svg") => json!("[QR code]"),
        Value::String(text) => json!(words(&text).into_iter().map(redacted_word).collect::<String>()),
        other => other,
    }
}

fn redacted_word(word: &str) -> String {
    let of_account = |(role, number): (&str, &str)| ROLES.contains(&role) && number.parse::<u32>().is_ok();
    if word.rsplit_once('-').is_some_and(of_account) {
        return "[account of the harness]".to_owned();
    }
    // Each claim of a test comes from a telephone number of its own.
    if word.len() == 11 && word.starts_with("139") && word.bytes().all(|byte| byte.is_ascii_digit()) {
        return "[number of a buyer]".to_owned();
    }
    // The id of an object with a code is its kind and code, and that of one in a report has the report's id, too.
    let decoded = URL_SAFE_NO_PAD.decode(word).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    if let Some(named) = decoded.as_deref().and_then(|text| text.split_at_checked(text.len().checked_sub(36)?))
        && Form::of(named.1) == Some(Form::Id)
    {
        return format!("[id of {}…]", named.0);
    }
    match Form::of(word) {
        Some(Form::Id) => "[id]".to_owned(),
        Some(Form::Code(letter)) => format!("[code {letter}]"),
        Some(Form::Hash) => "[hash]".to_owned(),
        Some(Form::Token) => "[token]".to_owned(),
        Some(Form::Instant) | None => word.to_owned(),
    }
}
