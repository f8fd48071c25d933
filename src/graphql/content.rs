//! The content of a request in a canonical form. A repeat under the same idempotency key is compared by this form,
//! perhaps by a later release. So it must not depend on how the program is written: each mutation lists its fields
//! under their schema names, with the values read from them.
//!
//! An absent value is left out, and so is null, so that a field added in a later release does not make an honest repeat
//! look like another request. Where null removes a value, it is written. Quantities are whole numbers of their smallest
//! unit, instants are microseconds since 1970, and enum values have their schema names.

use std::collections::BTreeMap;

use async_graphql::resolver_utils::EnumType;
use serde::Serialize;
use uuid::Uuid;

use store::error::{Error, Result};
use types::{
    Address, CancellationParty, Day, Fulfilment, GrowerKind, HonourKind, Kilograms, Money, Mu, Name, PaymentMethod,
    Phone, PledgeBasis, PrintedCode, Rate, Ratio, Reason, Reference, RegionCode, ReportPeriod, Role, SaleChannel,
    ShortfallPolicy, StockAdjustmentReason, Terms, Timestamp,
};

/// The fields of a request, or of one of its inputs, by their schema names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct Content(BTreeMap<&'static str, Value>);

/// The canonical form of a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(super) enum Value {
    /// A null that removes a value.
    Null,
    /// A boolean.
    Flag(bool),
    /// A whole number. For a quantity, the number of its smallest units.
    Whole(i64),
    /// A text.
    Text(String),
    /// A list of values, in order.
    List(Vec<Self>),
    /// A nested input.
    Input(Content),
}

/// A type that has a canonical form.
pub(super) trait Canonical {
    /// The canonical form.
    fn value(&self) -> Value;
}

/// A value that a field has, may have, or may remove.
pub(super) trait Listed {
    /// The canonical form. None if the field is left out.
    fn listed(&self) -> Option<Value>;
}

impl<T: Canonical> Listed for T {
    fn listed(&self) -> Option<Value> {
        Some(self.value())
    }
}

/// An absent value is left out.
impl<T: Canonical> Listed for Option<T> {
    fn listed(&self) -> Option<Value> {
        self.as_ref().map(Canonical::value)
    }
}

/// A field of a patch: it is left out if it is absent, and null removes the value.
impl<T: Canonical> Listed for Option<Option<T>> {
    fn listed(&self) -> Option<Value> {
        self.as_ref().map(|value| value.as_ref().map_or(Value::Null, Canonical::value))
    }
}

impl Content {
    /// Content without fields.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Adds a field.
    pub(super) fn with(mut self, field: &'static str, value: impl Listed) -> Self {
        self.list(field, &value);
        self
    }

    /// Adds a field.
    pub(super) fn list(&mut self, field: &'static str, value: &impl Listed) {
        if let Some(value) = value.listed() {
            self.0.insert(field, value);
        }
    }

    /// The canonical text: JSON without whitespace, fields sorted by name.
    pub(super) fn text(&self) -> Result<String> {
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

/// The name of an enum value in the schema.
fn word<T: EnumType>(value: T) -> Value {
    Value::Text(T::items().iter().find(|item| item.value == value).map_or("", |item| item.name).to_owned())
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

macro_rules! words {
    ($($value:ty),+) => {
        $(impl Canonical for $value {
            fn value(&self) -> Value {
                word(*self)
            }
        })+
    };
}

words!(
    CancellationParty,
    Fulfilment,
    GrowerKind,
    HonourKind,
    PaymentMethod,
    PledgeBasis,
    ReportPeriod,
    Role,
    SaleChannel,
    ShortfallPolicy,
    StockAdjustmentReason
);
