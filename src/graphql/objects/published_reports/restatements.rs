//! Restatements: what today's records give instead of what was published, and the entries recorded since.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, Object};
use sea_orm::ActiveEnum;

use super::RECOMPUTED;
use crate::graphql::{
    connection::{Connection, request},
    document::cost::extra_cost,
    guard::{self, database},
    loader::{self, Loaders},
    objects::definitions::FigureEntry,
};
use domain::figures::{
    published_reports,
    reports::{self, Row, Subject},
};
use store::error::{Error, Result};

/// The present reports of these subjects. All editions of one period are compared with the same report.
async fn presents(loaders: &Loaders, subjects: &[Subject]) -> Result<HashMap<Subject, Arc<reports::TownReport>>> {
    let mut presents = HashMap::new();
    for subject in subjects {
        presents.insert(subject.clone(), Arc::new(reports::present(loaders.database(), subject).await?));
    }
    Ok(presents)
}

/// The report that the records give now.
pub(super) async fn present(ctx: &Context<'_>, subject: Subject) -> Result<Arc<reports::TownReport>> {
    let year = subject.year;
    let present = loader::load(ctx, subject, presents).await?;
    present.ok_or_else(|| Error::from(sea_orm::DbErr::RecordNotFound(format!("the report of {year}"))))
}

/// A restatement: a figure of a published report that today's records would give differently.
pub(super) struct Restatement(published_reports::Restatement);

impl From<published_reports::Restatement> for Restatement {
    fn from(restatement: published_reports::Restatement) -> Self {
        Self(restatement)
    }
}

/// A restatement: a figure of a published report that today's records would give differently.
#[Object]
impl Restatement {
    /// The name of the field of the report.
    async fn field(&self) -> &str {
        self.0.field
    }

    /// The row of the field: a month such as 2024-08, the code of a variety or product, a product and a month separated
    /// by a space, a channel, or a kind of honour. Null if the field is a single figure.
    async fn row(&self) -> Option<String> {
        let month = |month: &i32| format!("{}-{month:02}", self.0.year);
        match &self.0.row {
            Row::Whole => None,
            Row::Month(number) => Some(month(number)),
            Row::Variety(code) | Row::Product(code) => Some(code.clone()),
            Row::MonthOfProduct(code, number) => Some(format!("{code} {}", month(number))),
            Row::Channel(channel) => Some(channel.to_value()),
            Row::Honour(kind) => Some(kind.to_value()),
        }
    }

    /// The figure of the row, as the name of its field. Null if the row is a single figure.
    async fn part(&self) -> Option<&str> {
        self.0.part
    }

    /// The unit of both figures.
    async fn unit(&self) -> &str {
        self.0.unit
    }

    /// The published value, a decimal number. Null if there was no such row, and for an increase without a baseline.
    async fn published(&self) -> Option<String> {
        self.0.published.map(|value| value.to_string())
    }

    /// The value that the records give now, a decimal number. Null if there is no such row, for an increase without a
    /// baseline, and if it is hidden from the reader.
    async fn present(&self) -> Option<String> {
        self.0.present.map(|value| value.to_string())
    }

    /// The entries of the figure that started to count since it was published: recorded later, or, for a figure that is
    /// a state at a point in time, of a later day. Their sum is the difference, except where a baseline year was set.
    /// For ADMIN, and for OFFICIAL and CLERK of the region. Otherwise null with UNAUTHENTICATED or FORBIDDEN.
    #[graphql(directive = extra_cost::apply(RECOMPUTED / 10))]
    async fn entries(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<FigureEntry>>> {
        guard::answer(ctx, guard::READERS, |actor| async move {
            Ok(self.0.entries(database(ctx), &actor.scope(), request(ctx, first, after)).await?.into())
        })
        .await
    }
}
