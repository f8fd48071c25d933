//! What a request says, in a form of its own. A repeat under the same key is compared by it, perhaps by a later
//! release, so that it must not depend on how the program is written: each mutation lists its fields under their names
//! in the schema, with the values that were read from them.
//!
//! A value that is absent is left out, as null is, so that a field which a later release adds does not make an honest
//! repeat another request. Where null takes something away, it is written. Quantities are whole numbers of their
//! smallest unit, instants microseconds since 1970, and names of enums are the schema's.

use std::collections::BTreeMap;

use async_graphql::resolver_utils::EnumType;
use serde::Serialize;
use uuid::Uuid;

use store::error::{Error, Result};
use types::{
    Address, Day, Kilograms, Money, Mu, Name, Phone, PrintedCode, Rate, Ratio, Reason, Reference, RegionCode, Terms,
    Timestamp,
};

/// The fields of a request, or of one of the inputs in it, by their names in the schema.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Content(BTreeMap<&'static str, Value>);

/// The canonical form of a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// What a null takes away.
    Null,
    /// Yes or no.
    Flag(bool),
    /// A number; of a quantity, how many of its smallest unit.
    Whole(i64),
    /// A text.
    Text(String),
    /// Several values in their order.
    List(Vec<Self>),
    /// An input within the input.
    Input(Content),
}

/// What has a canonical form.
pub trait Canonical {
    /// The form.
    fn value(&self) -> Value;
}

impl Content {
    /// Of no field yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// With a field.
    pub fn with(mut self, field: &'static str, value: impl Canonical) -> Self {
        self.0.insert(field, value.value());
        self
    }

    /// With a field that may be absent.
    pub fn maybe(self, field: &'static str, value: &Option<impl Canonical>) -> Self {
        match value {
            Some(value) => self.with(field, value),
            None => self,
        }
    }

    /// With a field of a patch: it stays where it is absent, and null takes it away.
    pub fn patched(mut self, field: &'static str, value: &Option<Option<impl Canonical>>) -> Self {
        if let Some(value) = value {
            self.0.insert(field, value.as_ref().map_or(Value::Null, Canonical::value));
        }
        self
    }

    /// Its canonical text: JSON without blanks, fields by their names.
    pub fn text(&self) -> Result<String> {
        serde_json::to_string(self).map_err(Error::internal)
    }
}

impl Canonical for Content {
    fn value(&self) -> Value {
        Value::Input(self.clone())
    }
}

impl<T: Canonical + ?Sized> Canonical for &T {
    fn value(&self) -> Value {
        (*self).value()
    }
}

impl<T: Canonical> Canonical for Vec<T> {
    fn value(&self) -> Value {
        Value::List(self.iter().map(Canonical::value).collect())
    }
}

impl Canonical for bool {
    fn value(&self) -> Value {
        Value::Flag(*self)
    }
}

impl Canonical for i32 {
    fn value(&self) -> Value {
        Value::Whole((*self).into())
    }
}

impl Canonical for str {
    fn value(&self) -> Value {
        Value::Text(self.to_owned())
    }
}

impl Canonical for String {
    fn value(&self) -> Value {
        self.as_str().value()
    }
}

impl Canonical for Uuid {
    fn value(&self) -> Value {
        Value::Text(self.hyphenated().to_string())
    }
}

impl Canonical for Day {
    fn value(&self) -> Value {
        Value::Text(self.format("%Y-%m-%d").to_string())
    }
}

/// What a value of an enum is called in the schema.
pub fn word<T: EnumType>(value: T) -> &'static str {
    T::items().iter().find(|item| item.value == value).map_or("", |item| item.name)
}

macro_rules! canonical {
    ($($value:ty => $form:ident),+) => {
        $(impl Canonical for $value {
            fn value(&self) -> Value {
                Value::$form(self.0.clone().into())
            }
        })+
    };
}

canonical!(
    Money => Whole, Kilograms => Whole, Mu => Whole, Rate => Whole, Ratio => Whole, Timestamp => Whole,
    RegionCode => Text, Name => Text, Reason => Text, Address => Text, Reference => Text, Terms => Text, Phone => Text, PrintedCode => Text
);
