//! Reads the fields of inputs. Error paths are relative to the input; the caller adds the outer path.

use async_graphql::{ID, MaybeUndefined};
use uuid::Uuid;

use super::{
    content::{Content, Listed},
    scalar::{Date, DateTime, Decimal},
};
use store::error::{Error, Result};
use types::{
    self, Address, Day, Folded, Kilograms, Money, Mu, Name, Phone, Rate, Reason, Reference, RegionCode, Terms,
    Timestamp, idempotency_key, identifier, username as username_of,
};

/// A value that is read from a scalar or a text.
pub(super) trait FromInput<Raw>: Sized {
    /// The value. INVALID_INPUT on the field if the text is not one.
    fn from_input(field: &str, raw: Raw) -> Result<Self>;
}

/// Reads a value. What it becomes, and so what is accepted, follows from its type.
pub(super) fn read<T: FromInput<Raw>, Raw>(field: &str, raw: Raw) -> Result<T> {
    T::from_input(field, raw)
}

impl<T: FromInput<Raw>, Raw> FromInput<Option<Raw>> for Option<T> {
    fn from_input(field: &str, raw: Option<Raw>) -> Result<Self> {
        raw.map(|raw| T::from_input(field, raw)).transpose()
    }
}

/// A value of a patch: absent means no change, null removes the value.
impl<T: FromInput<Raw>, Raw> FromInput<MaybeUndefined<Raw>> for Option<Option<T>> {
    fn from_input(field: &str, raw: MaybeUndefined<Raw>) -> Result<Self> {
        match raw {
            MaybeUndefined::Undefined => Ok(None),
            MaybeUndefined::Null => Ok(Some(None)),
            MaybeUndefined::Value(raw) => Ok(Some(Some(T::from_input(field, raw)?))),
        }
    }
}

macro_rules! parsed {
    ($($raw:ty => $($value:ty),+;)+) => {
        $($(impl FromInput<$raw> for $value {
            fn from_input(field: &str, raw: $raw) -> Result<Self> {
                Self::parse(raw.as_ref()).map_err(|problem| Error::invalid(field, problem))
            }
        })+)+
    };
}

parsed!(
    Decimal => Kilograms, Money, Mu, Rate, types::Ratio;
    DateTime => Timestamp;
    String => Address, Folded, Name, Phone, Reason, Reference, Terms;
);

/// A day, 1949 or later, in full ISO form.
impl FromInput<Date> for Day {
    fn from_input(field: &str, raw: Date) -> Result<Self> {
        types::day(&raw.0).map_err(|problem| Error::invalid(field, problem))
    }
}

/// What an ID or a code names.
pub(super) trait FromId<Raw> {
    /// What it names. It may not exist.
    fn from_id(raw: Raw) -> Self;
}

/// What an ID or a code names. It may not exist: looking it up is the domain's task.
pub(super) fn id<T: FromId<Raw>, Raw>(raw: Raw) -> T {
    T::from_id(raw)
}

/// The ID of a record. A malformed ID becomes the ID of no record, so that the record is not found.
impl FromId<ID> for Uuid {
    fn from_id(raw: ID) -> Self {
        Self::parse_str(&raw).unwrap_or_default()
    }
}

impl FromId<ID> for RegionCode {
    fn from_id(raw: ID) -> Self {
        Self(raw.0)
    }
}

/// A readable code.
impl FromId<ID> for String {
    fn from_id(raw: ID) -> Self {
        raw.0
    }
}

impl<T: FromId<Raw>, Raw> FromId<Option<Raw>> for Option<T> {
    fn from_id(raw: Option<Raw>) -> Self {
        raw.map(T::from_id)
    }
}

/// An amount of money that may be zero.
pub(super) fn money_or_zero(field: &str, value: &Decimal) -> Result<Money> {
    Money::parse_or_zero(&value.0).map_err(|problem| Error::invalid(field, problem))
}

/// A weight that may be zero.
pub(super) fn kilograms_or_zero(field: &str, value: &Decimal) -> Result<Kilograms> {
    Kilograms::parse_or_zero(&value.0).map_err(|problem| Error::invalid(field, problem))
}

/// A weight that something became more, or below zero less.
pub(super) fn kilograms_more_or_less(field: &str, value: &Decimal) -> Result<Kilograms> {
    Kilograms::parse_change(&value.0).map_err(|problem| Error::invalid(field, problem))
}

/// A new readable code.
pub(super) fn code(field: &str, value: &str) -> Result<String> {
    identifier(value).map_err(|problem| Error::invalid(field, problem))
}

/// A user name.
pub(super) fn username(field: &str, value: &str) -> Result<String> {
    username_of(value).map_err(|problem| Error::invalid(field, problem))
}

/// A text to search for in what is not folded. Checked like a name, so that no control character reaches the database.
pub(super) fn search(field: &str, value: String) -> Result<String> {
    read(field, value).map(|Name(text)| text)
}

/// An idempotency key, if there is one.
pub(super) fn key(value: Option<String>) -> Result<Option<String>> {
    value.map(|key| idempotency_key(&key).map_err(|problem| Error::invalid("idempotencyKey", problem))).transpose()
}

/// Reads the input of a change. Each field is listed as it is read, to compare a repeat with the first request.
#[derive(Debug, Default)]
pub(super) struct Form {
    content: Content,
}

/// A change as its input states it.
#[derive(Debug)]
pub(super) struct Change<N, F> {
    /// The idempotency key.
    pub(super) key: Option<String>,
    /// What the input names.
    pub(super) target: N,
    /// The other fields. An error if one of them cannot be read: it is raised after the target has been looked up.
    pub(super) fields: Result<F>,
    /// Targets and fields, as far as they could be read.
    pub(super) content: Content,
}

impl Form {
    /// A form of which nothing has been read.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// What an ID or a code names. It may not exist.
    pub(super) fn id<T: FromId<Raw> + Listed, Raw>(&mut self, field: &'static str, raw: Raw) -> T {
        self.take(field, id(raw))
    }

    /// Reads a field from its scalar or text.
    pub(super) fn read<T: FromInput<Raw> + Listed, Raw>(&mut self, field: &'static str, raw: Raw) -> Result<T> {
        Ok(self.take(field, read(field, raw)?))
    }

    /// Takes a field that has been read.
    pub(super) fn take<T: Listed>(&mut self, field: &'static str, value: T) -> T {
        self.content.list(field, &value);
        value
    }

    /// The change of a target, once the other fields are read.
    pub(super) fn change<N, F>(
        mut self,
        key: Option<String>,
        target: N,
        fields: impl FnOnce(&mut Self) -> Result<F>,
    ) -> Change<N, F> {
        let fields = fields(&mut self);
        Change { key, target, fields, content: self.content }
    }
}
