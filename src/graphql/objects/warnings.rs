//! Warnings about what was recorded.

use std::sync::Arc;

use async_graphql::{Context, Object};

use crate::graphql::{exchange::Exchange, list::List, scalar::Decimal};
use domain::warnings::Warning;
use types::WarningKind;

pub(crate) struct RecordingWarning(Warning);

/// The warnings of a payload.
pub(crate) fn all(warnings: Vec<Warning>) -> List<RecordingWarning> {
    warnings.into_iter().map(RecordingWarning).collect()
}

/// Something about a record that looks like a mistake. The record stands: whoever sent it decides whether to void it.
#[Object]
impl RecordingWarning {
    /// What is questioned.
    async fn kind(&self) -> WarningKind {
        self.0.kind
    }

    /// The field of the input that it is about, such as `quantityKg`.
    async fn field(&self) -> &str {
        self.0.field
    }

    /// What looks wrong, for people, in the language of Accept-Language.
    async fn message(&self, ctx: &Context<'_>) -> &str {
        ctx.data_unchecked::<Arc<Exchange>>().language.of(&self.0.message)
    }

    /// The lower end of the usual range, in the unit that the message names. Null where nothing is compared.
    async fn usual_from(&self) -> Option<Decimal> {
        self.0.usual.map(|(from, _)| Decimal(from.to_string()))
    }

    /// The upper end of the usual range, in the unit that the message names. Null where nothing is compared.
    async fn usual_to(&self) -> Option<Decimal> {
        self.0.usual.map(|(_, to)| Decimal(to.to_string()))
    }
}
