//! The cost of an operation, computed before anything is executed. A field costs one. What is selected in a list counts
//! as often as the list has records. The schema adds extra cost with `@cost` and `@listSize`.

use std::collections::BTreeMap;

use async_graphql::{
    Name, TypeDirective, Value as Constant, Variables,
    parser::types::{Field, OperationType, Selection, SelectionSet},
};
use async_graphql_value::Value as Literal;

use super::{
    plan::TYPE_KEY,
    schema_types::{Field as Definition, Types, innermost},
};
use store::{
    error::{Error, Result},
    page::{DEFAULT_SIZE, LARGEST_SIZE},
};

/// The extra cost of the field, beyond the field itself and what is selected in it.
#[TypeDirective(name = "cost", location = "FieldDefinition")]
pub fn extra_cost(weight: i32) {}

/// The number of records the field's list is assumed to have when the cost of an operation is computed: a fixed number,
/// or the length of an argument.
#[TypeDirective(name = "listSize", location = "FieldDefinition")]
pub fn list_size(assumed: Option<i32>, argument: Option<String>) {}

/// A cost that no limit allows. Costs saturate here, so that the product of nested pages, and the sum of such products,
/// do not overflow.
const CEILING: usize = 1_000_000_000;
/// This many bytes of text in a field's arguments cost one, each time the field is executed, because each execution
/// copies them.
const BYTES: usize = 1024;

/// Refuses an operation that costs more than the limit. The refusal names its cost and its most expensive field.
pub(super) fn check(
    operation: OperationType,
    selected: &SelectionSet,
    variables: &Variables,
    limit: usize,
) -> Result<()> {
    let types = Types::get();
    let lengths = variables.iter().map(|(name, value)| (name, length(value))).collect();
    let costing = Costing { types, variables, lengths };
    let Some(root) = types.root(operation) else { return Ok(()) };
    let total = costing.set(root, selected);
    if total <= limit {
        return Ok(());
    }
    let (zh, en) = match costing.dearest(root, selected) {
        Some((path, of_it)) => (
            format!("；费用最高的字段是“{path}”（{of_it}）"),
            format!("; the most expensive field is \"{path}\", which costs {of_it}"),
        ),
        None => Default::default(),
    };
    Err(Error::too_complex(
        format!("查询过于复杂：费用为 {total}，最多 {limit}，列表按其记录数计{zh}"),
        format!(
            "the query is too complex: it costs {total}, at most {limit} fields in all; each field of a list counts once per record{en}"
        ),
    ))
}

struct Costing<'a> {
    types: &'static Types,
    variables: &'a Variables,
    /// The length of the text in each variable, in bytes.
    lengths: BTreeMap<&'a Name, usize>,
}

impl Costing<'_> {
    /// The cost of what is selected of a type. An object of an abstract type costs as much as its most expensive
    /// possible type.
    fn set(&self, parent: &Name, set: &SelectionSet) -> usize {
        let (mut total, mut dearest) = (0_usize, 0);
        for selection in &set.items {
            match &selection.node {
                Selection::Field(field) => total += self.field(parent, &field.node),
                Selection::InlineFragment(fragment) => {
                    let on = fragment.node.type_condition.as_ref().map_or(parent, |condition| &condition.node.on.node);
                    dearest = dearest.max(self.set(on, &fragment.node.selection_set.node));
                }
                Selection::FragmentSpread(_) => {}
            }
            total = total.min(CEILING);
        }
        (total + dearest).min(CEILING)
    }

    fn field(&self, parent: &Name, field: &Field) -> usize {
        let Some(definition) = self.types.field(parent, &field.name.node) else { return 0 };
        if field.response_key().node == TYPE_KEY {
            return 0;
        }
        let of_each = self.set(innermost(&definition.ty), &field.selection_set.node);
        let bytes: usize = field.arguments.iter().map(|(_, value)| self.length(&value.node)).sum();
        let of_all = self.size(definition, field).saturating_mul(of_each);
        of_all.saturating_add(definition.cost.weight).saturating_add(1 + bytes / BYTES).min(CEILING)
    }

    /// The number of records of a field. One if it is not a list.
    fn size(&self, definition: &Definition, field: &Field) -> usize {
        if let Some(assumed) = definition.cost.assumed {
            return assumed;
        }
        if let Some(argument) = &definition.cost.argument {
            let value = field.get_argument(argument).map(|value| &value.node);
            return match value {
                Some(Literal::List(items)) => items.len(),
                Some(Literal::Variable(name)) => match self.variables.get(name) {
                    Some(Constant::List(items)) => items.len(),
                    _ => 1,
                },
                _ => 1,
            };
        }
        if !definition.arguments.contains_key("first") {
            return 1;
        }
        let number = match field.get_argument("first").map(|value| &value.node) {
            Some(Literal::Number(number)) => Some(number),
            Some(Literal::Variable(name)) => match self.variables.get(name) {
                Some(Constant::Number(number)) => Some(number),
                _ => None,
            },
            _ => None,
        };
        // A page size that will be refused costs nothing.
        let first = number
            .and_then(async_graphql::Number::as_i64)
            .unwrap_or(i64::from(DEFAULT_SIZE))
            .clamp(0, i64::from(LARGEST_SIZE));
        usize::try_from(first).unwrap_or_default()
    }

    fn length(&self, value: &Literal) -> usize {
        match value {
            Literal::Variable(name) => self.lengths.get(name).copied().unwrap_or_default(),
            Literal::String(text) => text.len(),
            Literal::List(items) => items.iter().map(|item| self.length(item)).sum(),
            Literal::Object(fields) => fields.iter().map(|(name, value)| name.len() + self.length(value)).sum(),
            _ => 0,
        }
    }

    /// The path and the cost of the field that makes up most of the total cost. From the root, the path follows the
    /// most expensive field as long as it makes up most of the cost of its parent. None if no field costs more than
    /// one.
    fn dearest(&self, root: &Name, selected: &SelectionSet) -> Option<(String, usize)> {
        let (mut path, mut cost, mut times) = (String::new(), 0, 1_usize);
        let mut open = Some((root, selected));
        while let Some((parent, set)) = open.take() {
            let each =
                fields(parent, set).into_iter().map(|(parent, field)| (self.field(parent, field), parent, field));
            let Some((once, parent, field)) = each.max_by_key(|(cost, ..)| *cost) else { break };
            let of_it = once.saturating_mul(times).min(CEILING);
            // A cost that every field has is no reason to name this field instead of the list that contains it.
            if of_it < cost / 2 || once <= 1 {
                break;
            }
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(&field.response_key().node);
            cost = of_it;
            if let Some(definition) = self.types.field(parent, &field.name.node) {
                times = times.saturating_mul(self.size(definition, field)).min(CEILING);
                open = Some((innermost(&definition.ty), &field.selection_set.node));
            }
        }
        (!path.is_empty()).then_some((path, cost))
    }
}

/// The fields of a selection set, each with the object type that has it.
fn fields<'a>(parent: &'a Name, set: &'a SelectionSet) -> Vec<(&'a Name, &'a Field)> {
    let mut found = Vec::new();
    for selection in &set.items {
        match &selection.node {
            Selection::Field(field) => found.push((parent, &field.node)),
            Selection::InlineFragment(fragment) => {
                let on = fragment.node.type_condition.as_ref().map_or(parent, |condition| &condition.node.on.node);
                found.extend(fields(on, &fragment.node.selection_set.node));
            }
            Selection::FragmentSpread(_) => {}
        }
    }
    found
}

fn length(value: &Constant) -> usize {
    match value {
        Constant::String(text) => text.len(),
        Constant::List(items) => items.iter().map(length).sum(),
        Constant::Object(fields) => fields.iter().map(|(name, value)| name.len() + length(value)).sum(),
        _ => 0,
    }
}
