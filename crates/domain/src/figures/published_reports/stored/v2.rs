//! Version 2 of the storage format of figures: those of version 1, and how complete the period was. These types must never
//! change, because signed editions are written in them.

use sea_orm::ActiveEnum;
use serde::{Deserialize, Serialize};

use super::{v1::FiguresV1, word};
use crate::figures::{completeness::Completeness, reports::TownReport};
use types::CompletenessKind;

/// Figures in version 2.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct FiguresV2 {
    pub(super) figures: FiguresV1,
    completeness: Vec<CompletenessV2>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct CompletenessV2 {
    kind: String,
    expected: i64,
    recorded: i64,
}

impl FiguresV2 {
    pub(super) fn of(report: &TownReport, completeness: &[Completeness]) -> Self {
        let row = |Completeness { kind, expected, recorded }: &Completeness| CompletenessV2 {
            kind: kind.to_value(),
            expected: *expected,
            recorded: *recorded,
        };
        Self { figures: FiguresV1::of(report), completeness: completeness.iter().map(row).collect() }
    }

    pub(super) fn into_completeness(self) -> Result<Vec<Completeness>, String> {
        let row = |CompletenessV2 { kind, expected, recorded }| {
            Ok(Completeness { kind: word::<CompletenessKind>(&kind)?, expected, recorded })
        };
        self.completeness.into_iter().map(row).collect()
    }
}
