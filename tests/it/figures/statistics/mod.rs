//! Statistics: sums along dimensions, and what they are compared with.

mod bad_input;
mod comparison;
mod edges;
pub mod model;
mod random;

use serde_json::{Value, json};

use crate::app::{Client, Refusal, refusal};

/// A statistic of the API.
#[derive(Debug)]
pub struct Statistic {
    pub field: &'static str,
    /// The prefix of the names of its types.
    prefix: &'static str,
    pub dimensions: &'static [&'static str],
    /// What its rows sum up, with the number of decimal places. Counts have none.
    pub measures: &'static [(&'static str, u32)],
}

pub const STATISTICS: [Statistic; 5] = [
    Statistic {
        field: "salesStatistics",
        prefix: "",
        dimensions: &[
            "DAY",
            "WEEK",
            "MONTH",
            "YEAR",
            "SEASON",
            "VARIETY",
            "PRODUCT",
            "REGION",
            "CHANNEL",
            "GROWER_KIND",
        ],
        measures: &[
            ("salesYuan", 2),
            ("presaleYuan", 2),
            ("salesKg", 3),
            ("presaleKg", 3),
            ("salesCount", 0),
            ("preorderCount", 0),
        ],
    },
    Statistic {
        field: "visitorStatistics",
        prefix: "Visitor",
        dimensions: &["DAY", "WEEK", "MONTH", "YEAR", "SITE", "REGION"],
        measures: &[("visitors", 0)],
    },
    Statistic {
        field: "cateringStatistics",
        prefix: "Catering",
        dimensions: &["MONTH", "YEAR", "ESTABLISHMENT", "REGION"],
        measures: &[("takingsYuan", 2)],
    },
    Statistic {
        field: "plantOutputStatistics",
        prefix: "PlantOutput",
        dimensions: &["DAY", "WEEK", "MONTH", "YEAR", "PLANT", "PRODUCT", "REGION"],
        measures: &[("outputKg", 3)],
    },
    Statistic {
        field: "plantedAreaStatistics",
        prefix: "PlantedArea",
        dimensions: &["DAY", "WEEK", "MONTH", "YEAR", "VARIETY", "REGION", "GROWER_KIND"],
        measures: &[("areaMu", 2), ("plots", 0)],
    },
];

/// Sales and pre-sales.
pub const SALES: &Statistic = &STATISTICS[0];

/// The field of a row with a dimension's value: `channel` for CHANNEL, `growerKind` for GROWER_KIND.
pub fn field_of(dimension: &str) -> String {
    if dimension == "GROWER_KIND" { "growerKind".to_owned() } else { dimension.to_lowercase() }
}

impl Statistic {
    /// The dimensions' fields and all measures.
    fn selection(&self, group_by: &[&str]) -> String {
        let has_code =
            |dimension: &str| ["VARIETY", "PRODUCT", "REGION", "PLANT", "SITE", "ESTABLISHMENT"].contains(&dimension);
        let dimensions = group_by.iter().map(|name| field_of(name) + if has_code(name) { " { code }" } else { "" });
        dimensions.chain(self.measures.iter().map(|(name, _)| (*name).to_owned())).collect::<Vec<_>>().join(" ")
    }

    /// The whole answer to a query, with further fields of each row.
    async fn answer(
        &self,
        client: &Client,
        filter: &Value,
        group_by: &[&str],
        as_of: Option<&str>,
        more: &str,
    ) -> Value {
        let Self { field, prefix, .. } = self;
        let dimension = if prefix.is_empty() { "Statistics" } else { prefix };
        let query = format!(
            "query($filter: {prefix}StatisticsFilter!, $by: [{dimension}Dimension!]!, $asOf: DateTime) \
             {{ {field}(filter: $filter, groupBy: $by, asOf: $asOf) {{ __typename {} {more} }} }}",
            self.selection(group_by)
        );
        client.send(&query, json!({"filter": filter, "by": group_by, "asOf": as_of})).await
    }

    /// The rows of an answer that must not be refused, without the names of their types.
    pub async fn rows_with(
        &self,
        client: &Client,
        filter: &Value,
        group_by: &[&str],
        as_of: Option<&str>,
        more: &str,
    ) -> Vec<Value> {
        let mut answer = self.answer(client, filter, group_by, as_of, more).await;
        assert!(answer.get("errors").is_none(), "{filter} by {group_by:?}: {answer:#}");
        let mut rows: Vec<Value> = serde_json::from_value(answer["data"][self.field].take()).expect("rows");
        for row in &mut rows {
            row.as_object_mut().expect("a row").remove("__typename");
        }
        rows
    }

    pub async fn rows(&self, client: &Client, filter: &Value, group_by: &[&str]) -> Vec<Value> {
        self.rows_with(client, filter, group_by, None, "").await
    }

    pub async fn refused(
        &self,
        client: &Client,
        filter: &Value,
        group_by: &[&str],
        as_of: Option<&str>,
        more: &str,
    ) -> Refusal {
        refusal(self.field, &self.answer(client, filter, group_by, as_of, more).await)
    }
}

/// A filter for a region's days.
pub fn days(region: &str, from: &str, to: &str) -> Value {
    json!({"regionCode": region, "from": from, "to": to})
}
