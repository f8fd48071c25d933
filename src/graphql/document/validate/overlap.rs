//! Checks that fields under one key of the answer can be merged: the rule FieldsInSetCanMerge.
//!
//! All fields of a key are checked once, together. Their selections then form one set, so the cost depends on the size
//! of the expanded document and not on the number of pairs in it.

use std::collections::HashSet;

use async_graphql::{
    Name, Positioned,
    indexmap::{IndexMap, IndexSet},
    parser::types::{BaseType, Field, Selection, SelectionSet, Type},
};

use super::{super::schema_types::innermost, Validator};

/// A selected field, with its position.
#[derive(Clone, Copy)]
struct Selected<'a> {
    parent: &'a Name,
    field: &'a Positioned<Field>,
    ty: &'a Type,
}

/// The fields selected under one key.
type Key<'a> = Vec<Selected<'a>>;

/// Finds the keys in every operation whose fields cannot be merged.
pub(super) fn check(validator: &mut Validator<'_>) {
    let document = validator.document;
    for (_, operation) in document.operations.iter() {
        if let Some(root) = validator.types.root(operation.node.ty) {
            let keys = collected(validator, &[(root, &operation.node.selection_set.node)]);
            merged(validator, &keys, false);
        }
    }
}

/// The fields of several selection sets by key, with fragments expanded.
fn collected<'a>(validator: &Validator<'a>, sets: &[(&'a Name, &'a SelectionSet)]) -> IndexMap<&'a str, Key<'a>> {
    let (mut keys, mut seen): (IndexMap<_, Key>, _) = (IndexMap::new(), HashSet::new());
    let mut open: Vec<(&Name, std::slice::Iter<Positioned<Selection>>)> = Vec::new();
    for (parent, set) in sets {
        open.push((parent, set.items.iter()));
        while let Some((parent, items)) = open.last_mut() {
            let parent: &'a Name = parent;
            let Some(selection) = items.next() else {
                open.pop();
                continue;
            };
            match &selection.node {
                Selection::Field(field) => {
                    if let Some(definition) = validator.types.field(parent, &field.node.name.node) {
                        let selected = Selected { parent, field, ty: &definition.ty };
                        keys.entry(field.node.response_key().node.as_str()).or_default().push(selected);
                    }
                }
                Selection::InlineFragment(fragment) => {
                    let on = fragment.node.type_condition.as_ref().map_or(parent, |condition| &condition.node.on.node);
                    open.push((on, fragment.node.selection_set.node.items.iter()));
                }
                Selection::FragmentSpread(spread) => {
                    let name = &spread.node.fragment_name.node;
                    if let Some(fragment) = validator.document.fragments.get(name)
                        && seen.insert(name)
                    {
                        open.push((
                            &fragment.node.type_condition.node.on.node,
                            fragment.node.selection_set.node.items.iter(),
                        ));
                    }
                }
            }
        }
    }
    keys
}

/// Checks each key, and what is selected within it. Fields of different objects, which are never in the same answer,
/// only need answers of the same shape.
fn merged<'a>(validator: &mut Validator<'a>, keys: &IndexMap<&'a str, Key<'a>>, only_shape: bool) {
    for (key, fields) in keys {
        if validator.refusal.is_full() {
            return;
        }
        let Some((first, others)) = fields.split_first() else { continue };
        if let Some(other) = others.iter().find(|other| !is_one_shape(validator, first.ty, other.ty)) {
            let zh = format!("“{key}”同时指类型不同的“{}”与“{}”，请使用不同的别名", first.ty, other.ty);
            let en = format!(
                "Fields \"{key}\" conflict because they return conflicting types \"{}\" and \"{}\"",
                first.ty, other.ty
            );
            conflict(validator, (first, other), zh, en);
            continue;
        }
        if only_shape {
            within(validator, fields.iter(), true);
            continue;
        }
        let objects: IndexSet<&Name> =
            fields.iter().map(|field| field.parent).filter(|parent| !is_abstract(validator, parent)).collect();
        if objects.len() > 1 {
            within(validator, fields.iter(), true);
        }
        let parents: Vec<Option<&Name>> =
            if objects.is_empty() { vec![None] } else { objects.into_iter().map(Some).collect() };
        for parent in parents {
            let together: Key = fields
                .iter()
                .filter(|field| {
                    is_abstract(validator, field.parent) || parent.is_none_or(|parent| parent == field.parent)
                })
                .copied()
                .collect();
            let Some((first, others)) = together.split_first() else { continue };
            match others.iter().find(|other| !is_one_field(first, other)) {
                Some(other) => {
                    let zh = format!("“{key}”同时指不同的字段或带有不同的参数，请使用不同的别名");
                    let en = format!(
                        "Fields \"{key}\" conflict because they are different fields or have different arguments"
                    );
                    conflict(validator, (first, other), zh, en);
                }
                None => within(validator, together.iter(), false),
            }
        }
    }
}

fn within<'a, 'f>(validator: &mut Validator<'a>, fields: impl Iterator<Item = &'f Selected<'a>>, only_shape: bool)
where
    'a: 'f,
{
    let sets: Vec<(&Name, &SelectionSet)> = fields
        .filter(|selected| !selected.field.node.selection_set.node.items.is_empty())
        .map(|selected| (innermost(selected.ty), &selected.field.node.selection_set.node))
        .collect();
    if !sets.is_empty() {
        let keys = collected(validator, &sets);
        merged(validator, &keys, only_shape);
    }
}

fn conflict(validator: &mut Validator<'_>, (first, other): (&Selected<'_>, &Selected<'_>), zh: String, en: String) {
    let problem = types::Problem::new(zh, en);
    validator
        .refusal
        .add_at(store::error::Error::not_of_the_schema(None, problem), vec![first.field.pos, other.field.pos]);
}

fn is_abstract(validator: &Validator<'_>, parent: &Name) -> bool {
    validator.types.composite(parent).is_some_and(|composite| composite.is_abstract)
}

fn is_one_field(one: &Selected<'_>, other: &Selected<'_>) -> bool {
    let (one, other) = (&one.field.node, &other.field.node);
    one.name.node == other.name.node
        && one.arguments.len() == other.arguments.len()
        && one.arguments.iter().all(|(name, value)| {
            other.arguments.iter().any(|(given, other)| given.node == name.node && other.node == value.node)
        })
}

/// Whether answers of two types have the same shape: both have lists and nulls in the same places, and leaves of the
/// same type.
fn is_one_shape(validator: &Validator<'_>, one: &Type, other: &Type) -> bool {
    if one.nullable != other.nullable {
        return false;
    }
    match (&one.base, &other.base) {
        (BaseType::List(one), BaseType::List(other)) => is_one_shape(validator, one, other),
        (BaseType::Named(one), BaseType::Named(other)) => {
            one == other || (validator.types.composite(one).is_some() && validator.types.composite(other).is_some())
        }
        _ => false,
    }
}
