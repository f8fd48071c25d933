//! Reads the fields of inputs. Error paths are relative to the input; the caller adds the outer path.

use async_graphql::ID;
use uuid::Uuid;

use super::scalar::{Date, DateTime, Decimal};
use store::error::{Error, Result};
use types::{
    self, Address, Day, Kilograms, Money, Mu, Name, Phone, Rate, Reason, Reference, Timestamp, idempotency_key,
    identifier, username as username_of,
};

/// An amount of money.
pub(super) fn money(field: &str, value: &Decimal) -> Result<Money> {
    Money::parse(&value.0).map_err(|problem| Error::invalid(field, problem))
}

/// A weight.
pub(super) fn kilograms(field: &str, value: &Decimal) -> Result<Kilograms> {
    Kilograms::parse(&value.0).map_err(|problem| Error::invalid(field, problem))
}

/// An amount of money that may be zero.
pub(super) fn money_or_none(field: &str, value: &Decimal) -> Result<Money> {
    Money::parse_or_zero(&value.0).map_err(|problem| Error::invalid(field, problem))
}

/// A weight that may be zero.
pub(super) fn kilograms_or_none(field: &str, value: &Decimal) -> Result<Kilograms> {
    Kilograms::parse_or_zero(&value.0).map_err(|problem| Error::invalid(field, problem))
}

/// A share from 0 to 1.
pub(super) fn rate(field: &str, value: &Decimal) -> Result<Rate> {
    Rate::parse(&value.0).map_err(|problem| Error::invalid(field, problem))
}

/// An area.
pub(super) fn mu(field: &str, value: &Decimal) -> Result<Mu> {
    Mu::parse(&value.0).map_err(|problem| Error::invalid(field, problem))
}

/// A day, 1949 or later, in full ISO form.
pub(super) fn day(field: &str, value: &Date) -> Result<Day> {
    types::day(&value.0).map_err(|problem| Error::invalid(field, problem))
}

/// An instant.
pub(super) fn instant(field: &str, value: &DateTime) -> Result<Timestamp> {
    Timestamp::parse(&value.0).map_err(|problem| Error::invalid(field, problem))
}

/// A name.
pub(super) fn name(field: &str, value: &str) -> Result<Name> {
    Name::parse(value).map_err(|problem| Error::invalid(field, problem))
}

/// A reason.
pub(super) fn reason(value: &str) -> Result<Reason> {
    Reason::parse(value).map_err(|problem| Error::invalid("reason", problem))
}

/// A telephone number.
pub(super) fn phone(field: &str, value: &str) -> Result<Phone> {
    Phone::parse(value).map_err(|problem| Error::invalid(field, problem))
}

/// An address, or a place.
pub(super) fn address(field: &str, value: &str) -> Result<Address> {
    Address::parse(value).map_err(|problem| Error::invalid(field, problem))
}

/// A payment reference, or a tracking number of a parcel.
pub(super) fn reference(field: &str, value: &str) -> Result<Reference> {
    Reference::parse(value).map_err(|problem| Error::invalid(field, problem))
}

/// A new readable code.
pub(super) fn code(field: &str, value: &str) -> Result<String> {
    identifier(value).map_err(|problem| Error::invalid(field, problem))
}

/// A user name.
pub(super) fn username(field: &str, value: &str) -> Result<String> {
    username_of(value).map_err(|problem| Error::invalid(field, problem))
}

/// A text to search for. Checked like a name, so that no control character reaches the database.
pub(super) fn search(field: &str, value: &str) -> Result<String> {
    Ok(name(field, value)?.0)
}

/// The ID of a record. A malformed ID becomes the ID of no record, so that the record is not found.
pub(super) fn record_id(value: &ID) -> Uuid {
    Uuid::parse_str(value).unwrap_or_default()
}

/// An idempotency key, if there is one.
pub(super) fn key(value: Option<String>) -> Result<Option<String>> {
    value.map(|key| idempotency_key(&key).map_err(|problem| Error::invalid("idempotencyKey", problem))).transpose()
}
