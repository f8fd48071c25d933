//! The answer to an operation, written along its plan.
//!
//! The library's executor continues after a failed field, orders fields by when they finish, and leaves out a non-null
//! field that failed. Here the fields are in the order of the selection, and null propagates to the nearest nullable
//! field.
//!
//! An object comes from the library as a map of its fields, or from `list` as the list of their values in the order of
//! the selection. Its type tells such a list from a list of the API.

use std::{slice, sync::Arc};

use async_graphql::{
    Name, PathSegment, Response, ServerError, Value as Constant,
    indexmap::IndexMap,
    parser::types::{BaseType, Type},
};
use serde::{Serialize, Serializer, ser::SerializeMap};

use super::plan::{Fields, Planned, TYPE_KEY, Within, must_not_be_null};
use crate::graphql::error::Refusal;

/// The result of a request.
#[derive(Debug)]
pub struct Executed {
    /// The errors: what was refused and what failed.
    pub errors: Vec<ServerError>,
    /// The data. None if nothing was executed.
    pub data: Option<Data>,
}

/// The data of an answer. It is written in the order of the selection.
#[derive(Debug)]
pub struct Data {
    value: Constant,
    fields: Arc<Fields>,
}

impl From<Refusal> for Executed {
    fn from(refusal: Refusal) -> Self {
        Self { errors: refusal.into(), data: None }
    }
}

impl Executed {
    /// Turns the library's response into the answer to a planned operation.
    pub(in crate::graphql) fn of(response: Response, fields: &Arc<Fields>) -> Self {
        let Response { data: mut value, mut errors, .. } = response;
        // An error without a path is about the whole request. Errors of executed fields have a path.
        if value == Constant::Null && errors.iter().all(|error| error.path.is_empty()) && !errors.is_empty() {
            return Self { errors, data: None };
        }
        if !errors.is_empty() || any_fails(fields) {
            if value == Constant::Null {
                value = Constant::Object(IndexMap::new());
            }
            if !(Settling { path: Vec::new(), errors: &mut errors }).fields(&mut value, fields) {
                value = Constant::Null;
            }
            errors.sort_by_cached_key(|error| place(&error.path, fields));
        }
        Self { errors, data: Some(Data { value, fields: fields.clone() }) }
    }
}

/// Whether a field fails because of its arguments wherever it would be executed.
fn any_fails(fields: &Fields) -> bool {
    fields.iter().any(|Planned { null, within, .. }| {
        let is_within = match within {
            Within::Leaf => false,
            Within::Object(fields) => any_fails(fields),
            Within::Abstract(each) => each.iter().any(|(_, fields)| any_fails(fields)),
        };
        null.is_some() || is_within
    })
}

/// Puts null where a field failed, and adds the errors of fields that were not given to the library.
struct Settling<'a> {
    /// The current path in the answer.
    path: Vec<PathSegment>,
    errors: &'a mut Vec<ServerError>,
}

impl Settling<'_> {
    /// Returns whether the object is valid: false if one of its non-null fields is null.
    fn fields(&mut self, object: &mut Constant, fields: &Fields) -> bool {
        let mut values = match object {
            Constant::Object(values) => ValuesMut::ByKey(values),
            Constant::List(values) => ValuesMut::InOrder(values.iter_mut()),
            _ => return false,
        };
        let mut is_valid = true;
        for planned @ Planned { key, ty, within, null } in fields {
            self.path.push(PathSegment::Field(key.to_string()));
            if let Some((variable, pos)) = null {
                let mut failed = ServerError::new(String::new(), Some(*pos));
                failed.path.clone_from(&self.path);
                failed.source = Some(Arc::new(must_not_be_null(variable)));
                self.errors.push(failed);
            }
            is_valid &= match values.next(planned) {
                Some(value) => self.value(value, ty, within),
                None => ty.nullable,
            };
            self.path.pop();
        }
        is_valid
    }

    /// The same for a value. An invalid value becomes null; returns whether null is allowed.
    fn value(&mut self, value: &mut Constant, ty: &Type, within: &Within) -> bool {
        let is_valid = match (&mut *value, &ty.base) {
            (Constant::Null, _) => false,
            (Constant::List(items), BaseType::List(item)) => {
                let mut is_valid = true;
                for (index, value) in items.iter_mut().enumerate() {
                    self.path.push(PathSegment::Index(index));
                    is_valid &= self.value(value, item, within);
                    self.path.pop();
                }
                is_valid
            }
            (value, _) => match selected(value, within) {
                Some(fields) => self.fields(value, fields),
                None => true,
            },
        };
        if !is_valid {
            *value = Constant::Null;
        }
        is_valid || ty.nullable
    }
}

/// What is selected of an object. None for a value that is not an object.
fn selected<'a>(value: &Constant, within: &'a Within) -> Option<&'a Fields> {
    match (within, value) {
        (Within::Object(fields), _) => Some(fields),
        (Within::Abstract(each), Constant::Object(values)) => {
            let Some(Constant::String(object)) = values.get(TYPE_KEY) else { return None };
            each.iter().find(|(name, _)| name == object).map(|(_, fields)| fields)
        }
        (Within::Leaf | Within::Abstract(_), _) => None,
    }
}

/// The position of an error in the answer, to sort errors in the same order every time.
fn place(path: &[PathSegment], fields: &Fields) -> Vec<usize> {
    let (mut place, mut fields) = (Vec::with_capacity(path.len()), vec![fields]);
    for segment in path {
        match segment {
            PathSegment::Index(index) => place.push(*index),
            PathSegment::Field(name) => {
                let planned = fields
                    .iter()
                    .find_map(|fields| fields.iter().enumerate().find(|(_, planned)| planned.key == *name));
                let Some((position, planned)) = planned else { break };
                place.push(position);
                fields = match &planned.within {
                    Within::Leaf => Vec::new(),
                    Within::Object(fields) => vec![fields],
                    Within::Abstract(each) => each.iter().map(|(_, fields)| fields).collect(),
                };
            }
        }
    }
    place
}

impl Serialize for Data {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Object { value: &self.value, fields: &self.fields }.serialize(serializer)
    }
}

/// The values of an object.
enum Values<'a> {
    ByKey(&'a IndexMap<Name, Constant>),
    InOrder(slice::Iter<'a, Constant>),
}

impl<'a> Values<'a> {
    /// The value of the next field. None if the field failed.
    fn next(&mut self, Planned { key, null, .. }: &Planned) -> Option<&'a Constant> {
        match self {
            Self::ByKey(values) => values.get(key),
            Self::InOrder(values) if null.is_none() => values.next(),
            Self::InOrder(_) => None,
        }
    }
}

/// The same, to change them.
enum ValuesMut<'a> {
    ByKey(&'a mut IndexMap<Name, Constant>),
    InOrder(slice::IterMut<'a, Constant>),
}

impl ValuesMut<'_> {
    fn next(&mut self, Planned { key, null, .. }: &Planned) -> Option<&mut Constant> {
        match self {
            Self::ByKey(values) => values.get_mut(key),
            Self::InOrder(values) if null.is_none() => values.next(),
            Self::InOrder(_) => None,
        }
    }
}

struct Object<'a> {
    value: &'a Constant,
    fields: &'a Fields,
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut values = match self.value {
            Constant::Object(values) => Values::ByKey(values),
            Constant::List(values) => Values::InOrder(values.iter()),
            _ => return serializer.serialize_none(),
        };
        let mut map = serializer.serialize_map(Some(self.fields.len()))?;
        for planned in self.fields {
            let value = values.next(planned).unwrap_or(&Constant::Null);
            map.serialize_entry(planned.key.as_str(), &Written { value, ty: &planned.ty, within: &planned.within })?;
        }
        map.end()
    }
}

struct Written<'a> {
    value: &'a Constant,
    ty: &'a Type,
    within: &'a Within,
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { value, ty, within } = *self;
        match (value, &ty.base) {
            (_, _) if matches!(within, Within::Leaf) => value.serialize(serializer),
            (Constant::List(items), BaseType::List(item)) => {
                serializer.collect_seq(items.iter().map(|value| Written { value, ty: item, within }))
            }
            _ => match selected(value, within) {
                Some(fields) => Object { value, fields }.serialize(serializer),
                None => serializer.serialize_none(),
            },
        }
    }
}
