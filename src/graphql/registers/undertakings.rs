//! Inputs of what has a code, a name and a first and a last day: plants, projects, honours.

use async_graphql::MaybeUndefined;

use crate::graphql::{content::Content, input, scalar::Date};
use domain::registers::undertakings::{NewUndertaking, UndertakingPatch};
use store::error::Result;

/// Reads a new undertaking, which counts from a day on.
pub(crate) fn new_undertaking(code: &str, name: &str, field: &str, from: &Date) -> Result<NewUndertaking> {
    Ok(NewUndertaking {
        code: input::code("code", code)?,
        name: input::name("name", name)?,
        from: input::day(field, from)?,
    })
}

/// Reads the changes to an undertaking, which counts from one day until another.
pub(crate) fn undertaking_patch(
    name: Option<String>,
    field: &str,
    until: MaybeUndefined<Date>,
) -> Result<UndertakingPatch> {
    let name = name.map(|name| input::name("name", &name)).transpose()?;
    let until = match until {
        MaybeUndefined::Undefined => None,
        MaybeUndefined::Null => Some(None),
        MaybeUndefined::Value(day) => Some(Some(input::day(field, &day)?)),
    };
    Ok(UndertakingPatch { name, until })
}

/// The fields read by `new_undertaking`.
pub(crate) fn undertaking_content(fields: &NewUndertaking, field: &'static str) -> Content {
    let NewUndertaking { code, name, from } = fields;
    Content::new().with("code", code).with("name", name).with(field, from)
}

/// The fields read by `undertaking_patch`, and the code of the undertaking.
pub(crate) fn patch_content(code: &str, patch: &UndertakingPatch, field: &'static str) -> Content {
    let UndertakingPatch { name, until } = patch;
    Content::new().with("code", code).maybe("name", name).patched(field, until)
}
