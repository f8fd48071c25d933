//! Measures how much a parsed document selects once its fragments are expanded. Each fragment is measured once, so the
//! work depends on the length of the document and not on its expansion.

use std::collections::HashMap;

use async_graphql::{
    Name, Positioned,
    parser::types::{ExecutableDocument, FragmentDefinition, Selection, SelectionSet},
};

use super::{Bounds, at_most, lexer::MOST_NESTED};
use store::error::{Error, Result};
use types::Problem;

/// Lists of the introspection schema that lead back to types.
const INTROSPECTION_LISTS: [&str; 4] = ["fields", "inputFields", "interfaces", "possibleTypes"];
/// How deep those lists may nest. Introspection goes from a type to its fields and their types, and needs no further
/// level.
const INTROSPECTION_ROUNDS: usize = 2;
/// How often a document may query the whole schema.
const WHOLE_SCHEMAS: usize = 1;

/// Refuses a document that, expanded, nests deeper or selects more than the limits allow, or whose fragments form a
/// cycle.
///
/// This runs before validation, which follows every spread: 31 fragments that each spread the next one twice would keep
/// validation busy forever.
pub(super) fn check(document: &ExecutableDocument, bounds: &Bounds) -> Result<()> {
    let mut measuring = Measuring { fragments: &document.fragments, measured: HashMap::new() };
    for name in document.fragments.keys() {
        measuring.fragment(name, 0)?;
    }
    let mut selections = 0_usize;
    for (_, operation) in document.operations.iter() {
        let measure = measuring.set(&operation.node.selection_set.node, 0)?;
        selections = selections.saturating_add(measure.selections);
        at_most(measure.depth, bounds.depth, "查询嵌套过深", "层", "the query is nested too deep", "levels")?;
        at_most(measure.top_fields, bounds.root_fields, "根字段过多", "个", "too many root fields", "in a request")?;
        at_most(measure.aliases, bounds.aliases, "别名过多", "个", "too many aliases", "in a request")?;
        if measure.whole_schemas + measure.types > 0 && !bounds.introspection {
            return Err(Error::forbidden("本服务未开放内省查询", "introspection is switched off here"));
        }
        at_most(
            measure.whole_schemas,
            WHOLE_SCHEMAS,
            "内省过多",
            "个 __schema",
            "too much introspection",
            "__schema in a request",
        )?;
        let rounds = measure.introspection_rounds;
        at_most(
            rounds,
            INTROSPECTION_ROUNDS,
            "内省嵌套过深",
            "层列表",
            "introspection nests too deep",
            "lists within each other",
        )?;
    }
    at_most(selections, bounds.complexity, "查询过于复杂", "个字段", "the query is too complex", "fields in all")
}

/// The measures of a selection set, with fragments expanded.
#[derive(Debug, Clone, Copy, Default)]
struct Measure {
    /// Fields, spreads and inline fragments.
    selections: usize,
    /// Depth of nested fields.
    depth: usize,
    /// Depth of nested selection sets.
    height: usize,
    /// Fields directly in the set.
    top_fields: usize,
    /// Aliased fields.
    aliases: usize,
    /// Number of `__schema` fields.
    whole_schemas: usize,
    /// Number of `__type` fields.
    types: usize,
    /// Depth of nested lists of the introspection schema.
    introspection_rounds: usize,
}

impl Measure {
    /// Adds the measures of a sibling set.
    fn add(&mut self, other: Self) {
        self.selections = self.selections.saturating_add(other.selections);
        self.depth = self.depth.max(other.depth);
        self.height = self.height.max(other.height);
        self.top_fields = self.top_fields.saturating_add(other.top_fields);
        self.aliases = self.aliases.saturating_add(other.aliases);
        self.whole_schemas = self.whole_schemas.saturating_add(other.whole_schemas);
        self.types = self.types.saturating_add(other.types);
        self.introspection_rounds = self.introspection_rounds.max(other.introspection_rounds);
    }
}

struct Measuring<'a> {
    fragments: &'a HashMap<Name, Positioned<FragmentDefinition>>,
    /// The fragments already measured. None for a fragment that is being measured.
    measured: HashMap<&'a str, Option<Measure>>,
}

impl<'a> Measuring<'a> {
    fn set(&mut self, set: &'a SelectionSet, height_above: usize) -> Result<Measure> {
        let too_high = |height| {
            at_most(height, MOST_NESTED + 1, "查询嵌套过深", "层", "the query is nested too deep", "selection sets")
        };
        too_high(height_above)?;
        let mut total = Measure::default();
        for selection in &set.items {
            total.selections = total.selections.saturating_add(1);
            match &selection.node {
                Selection::Field(field) => {
                    let name = field.node.name.node.as_str();
                    let within = self.set(&field.node.selection_set.node, height_above + 1)?;
                    total.add(Measure {
                        depth: within.depth + 1,
                        top_fields: 1,
                        aliases: within.aliases.saturating_add(usize::from(field.node.alias.is_some())),
                        whole_schemas: within.whole_schemas.saturating_add(usize::from(name == "__schema")),
                        types: within.types.saturating_add(usize::from(name == "__type")),
                        introspection_rounds: within.introspection_rounds
                            + usize::from(INTROSPECTION_LISTS.contains(&name)),
                        ..within
                    });
                }
                Selection::InlineFragment(fragment) => {
                    total.add(self.set(&fragment.node.selection_set.node, height_above + 1)?)
                }
                Selection::FragmentSpread(spread) => {
                    total.add(self.fragment(&spread.node.fragment_name.node, height_above + 1)?)
                }
            }
        }
        total.height += 1;
        too_high(height_above + total.height)?;
        Ok(total)
    }

    fn fragment(&mut self, name: &str, height_above: usize) -> Result<Measure> {
        // Validation reports a missing fragment.
        let Some((name, fragment)) = self.fragments.get_key_value(name) else { return Ok(Measure::default()) };
        match self.measured.get(name.as_str()) {
            Some(None) => {
                let problem =
                    Problem::new(format!("片段 {name} 循环引用自身"), format!("the fragment {name} refers to itself"));
                Err(Error::not_of_the_schema(None, problem))
            }
            Some(Some(measure)) => Ok(*measure),
            None => {
                self.measured.insert(name, None);
                let measure = self.set(&fragment.node.selection_set.node, height_above)?;
                self.measured.insert(name, Some(measure));
                Ok(measure)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use async_graphql::parser::parse_query;

    use super::*;
    use store::error::ErrorCode;

    fn checked(text: &str) -> Result<()> {
        let bounds = Bounds { depth: 3, complexity: 12, aliases: 2, root_fields: 4, ..Bounds::for_tests() };
        check(&parse_query(text).expect(text), &bounds)
    }

    fn refused(text: &str) -> (ErrorCode, String) {
        let error = checked(text).expect_err(text);
        (error.code, error.message.en)
    }

    #[test]
    fn depth_is_measured_through_fragments() {
        checked("{ a { b { c } } }").expect("three levels");
        checked("{ a { ...f } } fragment f on X { b { ... { c } } }").expect("fragments are no levels");
        let (code, message) = refused("{ a { ...f } } fragment f on X { b { c { d } } }");
        assert_eq!(code, ErrorCode::TooComplex);
        assert!(message.contains("at most 3 levels"), "{message}");
    }

    #[test]
    fn aliases_and_root_fields_are_counted_expanded() {
        checked("{ a: x b: x c d }").expect("two aliases, four root fields");
        assert!(refused("{ a: x b: x c: x }").1.contains("aliases"));
        assert!(refused("{ x { ...f y { ...f } } } fragment f on X { a: x b: x }").1.contains("aliases"));
        assert!(refused("{ a b ...f } fragment f on X { c d e }").1.contains("root fields"));
        assert!(refused("query A { a } query B { a b c d e }").1.contains("root fields"));
    }

    #[test]
    fn selections_are_counted_expanded_over_all_operations() {
        checked("{ a { ...f ...f } } fragment f on X { b c d e }").expect("eleven selections");
        assert!(refused("{ a { ...f ...f ...f } } fragment f on X { b c d e }").1.contains("too complex"));
        assert!(
            refused("query A { a { b c d e f } } query B { a { b c d e f } } query C { a }").1.contains("too complex")
        );
    }

    #[test]
    fn a_bomb_of_fragments_is_measured_at_once() {
        let mut text = "{ ...f0 }".to_owned();
        for number in 0..50 {
            text.push_str(&format!(" fragment f{number} on X {{ ...f{0} ...f{0} }}", number + 1));
        }
        text.push_str(" fragment f50 on X { a }");
        assert_eq!(refused(&text).0, ErrorCode::TooComplex);
    }

    #[test]
    fn a_long_chain_of_fragments_is_refused_before_it_is_followed() {
        let mut text = "{ ...f0 }".to_owned();
        for number in 0..5000 {
            text.push_str(&format!(" fragment f{number} on X {{ ...f{} }}", number + 1));
        }
        text.push_str(" fragment f5000 on X { a }");
        assert_eq!(refused(&text).0, ErrorCode::TooComplex);
    }

    #[test]
    fn circles_are_refused_used_or_not() {
        for text in [
            "{ ...f } fragment f on X { ...f ...f }",
            "{ a } fragment f on X { ...g } fragment g on X { b { ...f } }",
            "{ ...f } fragment f on X { a { ...g } } fragment g on X { ... { ...f } }",
        ] {
            assert_eq!(refused(text).0, ErrorCode::InvalidInput, "{text}");
        }
    }

    #[test]
    fn introspection_goes_round_twice_and_can_be_switched_off() {
        let open = Bounds { depth: 20, ..Bounds::for_tests() };
        let closed = Bounds { introspection: false, ..open };
        let twice = parse_query("{ __schema { types { fields { type { fields { name } } } } } }").expect("a query");
        check(&twice, &open).expect("twice");
        assert_eq!(check(&twice, &closed).expect_err("switched off").code, ErrorCode::Forbidden);
        let thrice = parse_query("{ __type(name: \"A\") { fields { type { fields { type { fields { name } } } } } } }")
            .expect("a query");
        assert_eq!(check(&thrice, &open).expect_err("too far round").code, ErrorCode::TooComplex);
        let two = parse_query("{ a: __schema { types { name } } b: __schema { types { name } } }").expect("a query");
        assert_eq!(check(&two, &open).expect_err("too much").code, ErrorCode::TooComplex);
        check(&parse_query("{ __typename }").expect("a query"), &closed).expect("no introspection");
    }
}
