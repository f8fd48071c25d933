//! The schema's description: as text, and in answers to clients that query it.

use async_graphql::{Response, SDLExportOptions, Schema, Value};

use super::{Mutation, Query, Subscription};

/// The description of the API as a whole.
const DESCRIPTION: &str = "The books of an orchard town: what it grows, processes, sells and pre-sells, and the figures that it reports. \
    Amounts, weights and areas are exact decimals in strings. A recording mutation may be repeated with the same `idempotencyKey`.";

/// The schema as text.
pub fn description() -> String {
    let schema = Schema::build(Query::default(), Mutation::default(), Subscription::default()).finish();
    let options = SDLExportOptions::new().sorted_fields().sorted_arguments().sorted_enum_items().include_specified_by();
    // The library has no place for a schema description.
    schema.sdl_with_options(options).replacen("\nschema {", &format!("\n\"\"\"\n{DESCRIPTION}\n\"\"\"\nschema {{"), 1)
}

/// The library's own description of every schema, which it returns when a client queries the description.
const OF_THE_LIBRARY: &str = "A GraphQL Schema defines the capabilities of a GraphQL server. It exposes all available types and directives on \
    the server, as well as the entry points for query, mutation, and subscription operations.";

/// Puts our description of the schema in place of the library's. It is in an object of the root, `__schema` or its
/// alias, where no other field has this exact text.
pub(super) fn of_ours(mut response: Response) -> Response {
    if let Value::Object(roots) = &mut response.data {
        let texts = roots
            .values_mut()
            .filter_map(|root| if let Value::Object(fields) = root { Some(fields.values_mut()) } else { None });
        for text in texts.flatten() {
            if matches!(text, Value::String(text) if text == OF_THE_LIBRARY) {
                *text = Value::String(DESCRIPTION.to_owned());
            }
        }
    }
    response
}
