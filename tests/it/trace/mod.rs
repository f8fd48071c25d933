//! Traces and recalls: from a package back to the orchards, and from an orchard forward to everything that its fruit
//! went into.

mod bounds;
mod codes;
mod inverse;
mod mixing;
mod page;
mod plant;
mod privacy;
mod whole;

use serde_json::{Value, json};

use crate::app::{Client, text};

pub use plant::{Made, Part, Plant, Supply, code, ingredients};

/// The names of a list of objects.
pub fn names(list: &Value) -> Vec<String> {
    list.as_array().expect("a list").iter().map(|entry| text(&entry["name"])).collect()
}

/// All fields of a trace.
pub const WHOLE: &str = "code kind productName quantityKg day adjustments { reason changeKg } plantName lot { code varietyName harvestedOn } \
                         batch { code productName producedOn } lots { code varietyName harvestedOn } lotCount harvestedFrom harvestedTo \
                         origins { code name } growerNames hasOutsideSuppliers \
                         certificates { code status issuerName issuerContact origins { name } } certificate { code status issuerName }";

/// What a client sees under a code.
pub async fn trace(client: &Client, code: &str) -> Value {
    let query = format!("query($code: String!) {{ trace(code: $code) {{ {WHOLE} }} }}");
    let mut answer = client.send(&query, json!({"code": code})).await;
    assert!(answer.get("errors").is_none(), "{code}: {answer:#}");
    answer["data"]["trace"].take()
}

/// A page of what goods went into.
pub async fn recall(client: &Client, code: &str, arguments: &str) -> Value {
    let query = format!(
        "{{ recall{arguments}, code: \"{code}\") {{ totalCount pageInfo {{ hasNextPage hasPreviousPage endCursor }} nodes {{ kind \
         batchCode quantityKg day region {{ code }} plant {{ code phone }} batch {{ id }} sale {{ id }} preorder {{ id buyerName buyerPhone }} \
         adjustment {{ id }} reason }} }} }}"
    );
    client.ask(&query).await["recall"].take()
}
