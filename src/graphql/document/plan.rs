//! The plan of an operation: what it selects once directives are applied, fragments expanded and fields merged. This is
//! the specification's CollectFields, down to the leaves.
//!
//! The library gets an operation with nothing left to decide, so that a field under one key is executed once. The
//! answer is written along the same plan.

use std::{collections::HashSet, sync::Arc};

use async_graphql::{
    Name, Pos, Positioned, Value as Constant, Variables,
    indexmap::IndexMap,
    parser::types::{
        BaseType, Directive, ExecutableDocument, Field, InlineFragment, OperationDefinition, OperationType, Selection,
        SelectionSet, Type, TypeCondition,
    },
};
use async_graphql_value::Value as Literal;

use super::{
    coerce::coerced,
    schema_types::{Composite, Kind, Parameter, Types, innermost},
    validate::is_condition,
};
use store::error::{Error, Result};
use types::Problem;

/// The key under which the library returns the type of an object. No document can select it, and no answer shows it.
pub(super) const TYPE_KEY: &str = " ";

/// The name of an argument, and its value as written.
type Argument = (Positioned<Name>, Positioned<Literal>);

/// The selected fields, in the order of the answer.
pub(crate) type Fields = Vec<Planned>;

/// A field of an answer.
#[derive(Debug)]
pub(crate) struct Planned {
    pub key: Name,
    pub ty: Type,
    pub within: Within,
    /// A null variable in an argument that must not be null, with the position of the field. The field fails wherever
    /// it would be executed.
    pub null: Option<(Name, Pos)>,
}

/// What is selected within a field.
#[derive(Debug)]
pub(crate) enum Within {
    Leaf,
    Object(Fields),
    /// The fields for each possible object type.
    Abstract(Vec<(Name, Fields)>),
}

/// An operation without directives, fragments and repeated fields, and how to write its answer.
#[derive(Clone)]
pub(super) struct Plan {
    pub selected: SelectionSet,
    pub fields: Arc<Fields>,
    /// The total number of fields, which measures the memory the plan takes.
    pub size: usize,
}

/// Plans an operation with the values of its variables. A nullable variable may be used where null is not allowed, if
/// either has a default. If it is null then, its field fails. The operation is refused if the variable is a condition,
/// because neither executing nor skipping is safe, and if the field is the root field of a subscription.
pub(super) fn plan(
    document: &ExecutableDocument,
    operation: &OperationDefinition,
    variables: &Variables,
) -> Result<Plan> {
    let mut planning = Planning { types: Types::get(), document, variables, size: 0, null_condition: None };
    let root = Types::get().root(operation.ty);
    let (fields, selected) =
        root.map(|root| planning.object(root, &[&operation.selection_set.node])).unwrap_or_default();
    let watched =
        fields.first().filter(|_| operation.ty == OperationType::Subscription).and_then(|field| field.null.as_ref());
    match planning.null_condition.as_ref().or(watched.map(|(name, _)| name)) {
        None => Ok(Plan { selected, fields: Arc::new(fields), size: planning.size }),
        Some(name) => Err(must_not_be_null(name)),
    }
}

/// The error that a variable is null where null is not allowed.
pub(super) fn must_not_be_null(name: &Name) -> Error {
    let problem = Problem::new(
        format!("变量“${name}”在所用之处不得为 null"),
        format!("Variable \"${name}\" must not be null where it is used"),
    );
    Error::not_of_the_schema(Some(name.to_string()), problem)
}

/// Whether the selection of an operation in this document depends on its variables.
pub(super) fn has_conditions(document: &ExecutableDocument) -> bool {
    let operations = document.operations.iter().map(|(_, operation)| &operation.node.selection_set.node);
    let fragments = document.fragments.values().map(|fragment| &fragment.node.selection_set.node);
    let mut open: Vec<&SelectionSet> = operations.chain(fragments).collect();
    while let Some(set) = open.pop() {
        for selection in &set.items {
            let mut conditions =
                selection.node.directives().iter().filter(|directive| is_condition(directive.node.name.node.as_str()));
            if conditions.any(|condition| {
                matches!(condition.node.get_argument("if").map(|value| &value.node), Some(Literal::Variable(_)))
            }) {
                return true;
            }
            match &selection.node {
                Selection::Field(field) => open.push(&field.node.selection_set.node),
                Selection::InlineFragment(fragment) => open.push(&fragment.node.selection_set.node),
                Selection::FragmentSpread(_) => {}
            }
        }
    }
    false
}

struct Planning<'a> {
    types: &'static Types,
    document: &'a ExecutableDocument,
    variables: &'a Variables,
    size: usize,
    /// A null condition.
    null_condition: Option<Name>,
}

impl<'a> Planning<'a> {
    /// The fields that several selection sets together select of an object.
    fn object(&mut self, object: &Name, sets: &[&'a SelectionSet]) -> (Fields, SelectionSet) {
        let mut keys: IndexMap<&Name, Vec<&'a Positioned<Field>>> = IndexMap::new();
        let mut seen = HashSet::new();
        for set in sets {
            self.collect(object, set, &mut keys, &mut seen);
        }
        let (mut fields, mut items) = (Vec::with_capacity(keys.len()), Vec::with_capacity(keys.len()));
        for (key, selected) in keys {
            // Validation guarantees that there is such a field, and that all fields under one key are the same.
            let Some((first, definition)) =
                selected.first().and_then(|first| Some((first, self.types.field(object, &first.node.name.node)?)))
            else {
                continue;
            };
            self.size += 1;
            let arguments = match self.arguments(&definition.arguments, &first.node.arguments) {
                Ok(arguments) => arguments,
                Err(name) => {
                    let null = Some((name, first.pos));
                    fields.push(Planned { key: key.clone(), ty: definition.ty.clone(), within: Within::Leaf, null });
                    continue;
                }
            };
            let subsets: Vec<&SelectionSet> = selected.iter().map(|field| &field.node.selection_set.node).collect();
            let (within, subset) = self.within(innermost(&definition.ty), &subsets);
            fields.push(Planned { key: key.clone(), ty: definition.ty.clone(), within, null: None });
            let field = Field {
                alias: first.node.alias.clone(),
                name: first.node.name.clone(),
                arguments,
                directives: Vec::new(),
                selection_set: Positioned::new(subset, first.node.selection_set.pos),
            };
            items.push(Positioned::new(Selection::Field(Positioned::new(field, first.pos)), first.pos));
        }
        if items.is_empty() {
            // The library treats an object with an empty selection as null.
            items.push(type_field());
        }
        (fields, SelectionSet { items })
    }

    fn within(&mut self, ty: &Name, sets: &[&'a SelectionSet]) -> (Within, SelectionSet) {
        let Some(Composite { possible, is_abstract, .. }) = self.types.composite(ty) else {
            return (Within::Leaf, SelectionSet::default());
        };
        if !is_abstract {
            let (fields, set) = self.object(ty, sets);
            return (Within::Object(fields), set);
        }
        let (mut each, mut items) = (Vec::with_capacity(possible.len()), vec![type_field()]);
        for object in possible {
            let (fields, set) = self.object(object, sets);
            each.push((object.clone(), fields));
            let fragment = InlineFragment {
                type_condition: Some(at_start(TypeCondition { on: at_start(object.clone()) })),
                directives: Vec::new(),
                selection_set: at_start(set),
            };
            items.push(at_start(Selection::InlineFragment(at_start(fragment))));
        }
        (Within::Abstract(each), SelectionSet { items })
    }

    /// Adds what a selection set selects of an object to the fields collected so far under their keys. A fragment
    /// counts once.
    fn collect(
        &mut self,
        object: &Name,
        set: &'a SelectionSet,
        keys: &mut IndexMap<&'a Name, Vec<&'a Positioned<Field>>>,
        seen: &mut HashSet<&'a Name>,
    ) {
        for selection in &set.items {
            if !self.is_selected(selection.node.directives()) {
                continue;
            }
            let (on, set) = match &selection.node {
                Selection::Field(field) => {
                    keys.entry(&field.node.response_key().node).or_default().push(field);
                    continue;
                }
                Selection::InlineFragment(fragment) => {
                    (fragment.node.type_condition.as_ref(), &fragment.node.selection_set)
                }
                Selection::FragmentSpread(spread) => {
                    let name = &spread.node.fragment_name.node;
                    match self.document.fragments.get(name) {
                        Some(fragment) if seen.insert(name) => {
                            (Some(&fragment.node.type_condition), &fragment.node.selection_set)
                        }
                        _ => continue,
                    }
                }
            };
            let applies =
                |on: &Name| self.types.composite(on).is_some_and(|composite| composite.possible.contains(object));
            if on.is_none_or(|condition| applies(&condition.node.on.node)) {
                self.collect(object, &set.node, keys, seen);
            }
        }
    }

    fn is_selected(&mut self, directives: &[Positioned<Directive>]) -> bool {
        directives.iter().filter(|directive| is_condition(directive.node.name.node.as_str())).all(|directive| {
            let condition = match directive.node.get_argument("if").map(|value| &value.node) {
                Some(Literal::Variable(name)) => match self.variables.get(name) {
                    Some(Constant::Boolean(condition)) => *condition,
                    _ => {
                        self.null_condition = Some(name.clone());
                        false
                    }
                },
                value => value == Some(&Literal::Boolean(true)),
            };
            condition == (directive.node.name.node.as_str() == "include")
        })
    }

    /// The arguments that have a value. Absent variables are left out, so that their target uses its default or stays
    /// absent too. Fails with the variable if one is null where null is not allowed.
    fn arguments(&self, definitions: &IndexMap<Name, Parameter>, given: &[Argument]) -> Result<Vec<Argument>, Name> {
        let mut arguments = Vec::with_capacity(given.len());
        for (name, value) in given {
            // Validation guarantees that there is such an argument.
            let Some(Parameter { ty, .. }) = definitions.get(&name.node) else { continue };
            if let Some(taken) = self.value(ty, &value.node)? {
                arguments.push((name.clone(), Positioned::new(taken, value.pos)));
            }
        }
        Ok(arguments)
    }

    /// A value, with its IDs as strings. None for an absent variable. The values of variables are not copied in.
    fn value(&self, ty: &Type, value: &Literal) -> Result<Option<Literal>, Name> {
        Ok(Some(match (value, &ty.base) {
            (Literal::Variable(name), _) => match self.variables.get(name) {
                None => return Ok(None),
                Some(Constant::Null) if !ty.nullable => return Err(name.clone()),
                Some(_) => value.clone(),
            },
            (Literal::Null, _) => Literal::Null,
            (Literal::List(items), BaseType::List(item)) => {
                let each = items.iter().map(|value| Ok(self.value(item, value)?.unwrap_or(Literal::Null)));
                Literal::List(each.collect::<Result<_, Name>>()?)
            }
            (value, BaseType::List(item)) => return self.value(item, value),
            (value, BaseType::Named(name)) => match (self.types.kind(name), value) {
                (Some(Kind::Scalar(scalar)), value) => {
                    // Validation has already checked it.
                    let constant = value.clone().into_const().and_then(|value| coerced(*scalar, value).ok());
                    constant.map_or_else(|| value.clone(), Literal::from)
                }
                (Some(Kind::Input(input)), Literal::Object(fields)) => {
                    let mut taken = IndexMap::with_capacity(fields.len());
                    for (field, value) in fields {
                        let Some(Parameter { ty, .. }) = input.fields.get(field) else { continue };
                        if let Some(value) = self.value(ty, value)? {
                            taken.insert(field.clone(), value);
                        }
                    }
                    Literal::Object(taken)
                }
                (_, value) => value.clone(),
            },
        }))
    }
}

fn type_field() -> Positioned<Selection> {
    let field = Field {
        alias: Some(at_start(Name::new(TYPE_KEY))),
        name: at_start(Name::new("__typename")),
        arguments: Vec::new(),
        directives: Vec::new(),
        selection_set: at_start(SelectionSet::default()),
    };
    at_start(Selection::Field(at_start(field)))
}

fn at_start<T>(node: T) -> Positioned<T> {
    Positioned::new(node, Pos::default())
}
