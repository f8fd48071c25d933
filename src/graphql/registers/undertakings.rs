//! Inputs of what has a code, a name and a first and a last day: plants, projects, honours.

use async_graphql::{ID, MaybeUndefined};

use crate::graphql::{
    input::{self, Form},
    scalar::Date,
};
use domain::registers::undertakings::{NewUndertaking, UndertakingPatch};
use store::error::Result;

/// Reads a new undertaking, which counts from a day on.
pub(crate) fn new_undertaking(
    form: &mut Form,
    code: ID,
    name: String,
    field: &'static str,
    from: Date,
) -> Result<NewUndertaking> {
    Ok(NewUndertaking {
        code: form.take("code", input::code("code", &code)?),
        name: form.read("name", name)?,
        from: form.read(field, from)?,
    })
}

/// Reads the changes to an undertaking, which counts from one day until another.
pub(crate) fn undertaking_patch(
    form: &mut Form,
    name: Option<String>,
    field: &'static str,
    until: MaybeUndefined<Date>,
) -> Result<UndertakingPatch> {
    Ok(UndertakingPatch { name: form.read("name", name)?, until: form.read(field, until)? })
}
