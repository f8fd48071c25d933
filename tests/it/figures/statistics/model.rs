//! The reference model: it reads every record and adds them up one by one.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use sea_orm::{ActiveEnum, EntityTrait};
use serde_json::{Value, json};
use store::{
    Database,
    entity::{
        plants::{product, production_batch},
        presales::{preorder, preorder_event, presale_offer},
        registers::plot_term,
        sales::{sale, sale_return},
        tourism::{catering_takings, visitor_count},
    },
};
use uuid::Uuid;

use super::{Statistic, field_of};

/// What a record adds: on a day, in a region, to the measures in the order of its statistic.
#[derive(Debug, Clone)]
struct Fact {
    day: NaiveDate,
    region: String,
    facets: BTreeMap<&'static str, String>,
    amounts: Vec<i64>,
}

/// All records.
#[derive(Debug)]
pub struct Records {
    facts: BTreeMap<&'static str, Vec<Fact>>,
    /// The states of each plot, by their sequence numbers.
    plots: BTreeMap<Uuid, BTreeMap<i32, plot_term::Model>>,
}

fn facets<const N: usize>(facets: [(&'static str, Option<String>); N]) -> BTreeMap<&'static str, String> {
    facets.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

impl Records {
    pub async fn read(database: &Database) -> Self {
        let plants: BTreeMap<String, String> =
            all::<product::Entity>(database).await.into_iter().map(|row| (row.code, row.plant_code)).collect();
        let mut facts: BTreeMap<&'static str, Vec<Fact>> = BTreeMap::new();
        let mut sales = Vec::new();
        let mut facets_of = BTreeMap::new();
        for row in all::<sale::Entity>(database).await.into_iter().filter(|row| row.voided_at.is_none()) {
            let facets = facets([
                ("SEASON", row.season.map(|season| season.to_string())),
                ("VARIETY", row.variety_code),
                ("PRODUCT", row.product_code),
                ("CHANNEL", Some(row.channel.to_value())),
                ("GROWER_KIND", row.grower_kind.map(|kind| kind.to_value())),
            ]);
            let amounts = vec![row.amount_fen.0, 0, row.quantity_g.0, 0, 1, 0];
            facets_of.insert(row.id, facets.clone());
            sales.push(Fact { day: row.sold_on, region: row.region_code.0, facets, amounts });
        }
        for row in all::<sale_return::Entity>(database).await.into_iter().filter(|row| row.voided_at.is_none()) {
            let amounts = vec![-row.amount_fen.0, 0, -row.quantity_g.0, 0, 0, 0];
            let facets = facets_of[&row.sale_id].clone();
            sales.push(Fact { day: row.returned_on, region: row.region_code.0, facets, amounts });
        }
        let offers: BTreeMap<Uuid, presale_offer::Model> =
            all::<presale_offer::Entity>(database).await.into_iter().map(|row| (row.id, row)).collect();
        let offer_of: BTreeMap<Uuid, Uuid> =
            all::<preorder::Entity>(database).await.into_iter().map(|row| (row.id, row.offer_id)).collect();
        for row in all::<preorder_event::Entity>(database).await {
            let offer = &offers[&offer_of[&row.preorder_id]];
            let facets =
                facets([("SEASON", Some(offer.season.to_string())), ("VARIETY", Some(offer.variety_code.clone()))]);
            let amounts = vec![0, row.presale_fen.0, 0, row.presale_g.0, 0, row.presale_items];
            sales.push(Fact { day: row.day, region: offer.region_code.0.clone(), facets, amounts });
        }
        facts.insert("salesStatistics", sales);
        let counts = all::<visitor_count::Entity>(database)
            .await
            .into_iter()
            .filter(|row| row.replaced_at.is_none() && row.counts_towards_total);
        let visitors = counts.map(|row| Fact {
            day: row.day,
            region: row.region_code.0,
            facets: facets([("SITE", Some(row.site_code))]),
            amounts: vec![row.visitors.into()],
        });
        facts.insert("visitorStatistics", visitors.collect());
        let takings = all::<catering_takings::Entity>(database)
            .await
            .into_iter()
            .filter(|row| row.replaced_at.is_none())
            .map(|row| Fact {
                day: NaiveDate::from_ymd_opt(row.year, u32::try_from(row.month).expect("a month"), 1).expect("a day"),
                region: row.region_code.0,
                facets: facets([("ESTABLISHMENT", Some(row.establishment_code))]),
                amounts: vec![row.amount_fen.0],
            });
        facts.insert("cateringStatistics", takings.collect());
        let batches =
            all::<production_batch::Entity>(database).await.into_iter().filter(|row| row.voided_at.is_none()).map(
                |row| Fact {
                    day: row.produced_on,
                    region: row.region_code.0,
                    facets: facets([
                        ("PLANT", Some(plants[&row.product_code].clone())),
                        ("PRODUCT", Some(row.product_code)),
                    ]),
                    amounts: vec![row.output_g.0],
                },
            );
        facts.insert("plantOutputStatistics", batches.collect());
        let mut plots: BTreeMap<Uuid, BTreeMap<i32, plot_term::Model>> = BTreeMap::new();
        for row in all::<plot_term::Entity>(database).await {
            plots.entry(row.plot_id).or_default().insert(row.position, row);
        }
        Self { facts, plots }
    }

    /// The plots in use on a day.
    fn area_on(&self, day: NaiveDate) -> Vec<Fact> {
        let states = self.plots.values().filter_map(|terms| terms.values().rfind(|term| term.starts_on <= day));
        let in_use = states.filter(|term| term.is_in_use).map(|term| Fact {
            day,
            region: term.region_code.0.clone(),
            facets: facets([
                ("VARIETY", Some(term.variety_code.clone())),
                ("GROWER_KIND", Some(term.grower_kind.to_value())),
            ]),
            amounts: vec![term.area_mu_hundredths.0, 1],
        });
        in_use.collect()
    }

    /// The rows that a statistic must have.
    pub fn rows(&self, statistic: &Statistic, filter: &Value, group_by: &[&str]) -> Vec<Value> {
        let day = |field: &str| filter[field].as_str().expect("a day").parse::<NaiveDate>().expect("a day");
        let (from, to) = (day("from"), day("to"));
        let region = filter["regionCode"].as_str().expect("a region");
        let periods: Vec<&str> = group_by.iter().copied().filter(|name| is_period(name)).collect();
        let mut rows: BTreeMap<Vec<String>, Vec<i64>> = BTreeMap::new();
        // The last day of each set of days with the same periods.
        let mut stretches: BTreeMap<Vec<String>, NaiveDate> = BTreeMap::new();
        for day in from.iter_days().take_while(|day| *day <= to) {
            stretches.insert(periods.iter().map(|name| period(name, day)).collect(), day);
        }
        if periods.len() == group_by.len() {
            rows.extend(stretches.keys().map(|key| (key.clone(), vec![0; statistic.measures.len()])));
        }
        let facts: Vec<Fact> = match self.facts.get(statistic.field) {
            Some(facts) => facts.clone(),
            None => stretches.values().flat_map(|day| self.area_on(*day)).collect(),
        };
        for fact in facts {
            let is_of = |(field, dimension): &(&str, &str)| {
                filter.get(*field).is_none_or(|value| fact.facets.get(dimension).map(String::as_str) == value.as_str())
            };
            let named = [
                ("varietyCode", "VARIETY"),
                ("productCode", "PRODUCT"),
                ("channel", "CHANNEL"),
                ("plantCode", "PLANT"),
                ("siteCode", "SITE"),
                ("establishmentCode", "ESTABLISHMENT"),
            ];
            if fact.day < from || fact.day > to || !fact.region.starts_with(region) || !named.iter().all(is_of) {
                continue;
            }
            let key = group_by.iter().map(|name| match *name {
                "REGION" => below(region, &fact.region),
                name if is_period(name) => period(name, fact.day),
                name => fact.facets.get(name).cloned().unwrap_or_default(),
            });
            let sums = rows.entry(key.collect()).or_insert_with(|| vec![0; fact.amounts.len()]);
            for (sum, amount) in sums.iter_mut().zip(&fact.amounts) {
                *sum += amount;
            }
        }
        let is_shown = |sums: &[i64]| periods.len() == group_by.len() || sums.iter().any(|sum| *sum != 0);
        rows.into_iter()
            .filter(|(_, sums)| is_shown(sums))
            .map(|(key, sums)| row(statistic, group_by, key, &sums))
            .collect()
    }

    /// The days with records of a statistic.
    pub fn days(&self, statistic: &Statistic) -> BTreeSet<NaiveDate> {
        self.facts.get(statistic.field).into_iter().flatten().map(|fact| fact.day).collect()
    }
}

async fn all<E: EntityTrait>(database: &Database) -> Vec<E::Model> {
    E::find().all(database.reader()).await.expect("rows")
}

fn is_period(name: &str) -> bool {
    ["DAY", "WEEK", "MONTH", "YEAR"].contains(&name)
}

fn period(name: &str, day: NaiveDate) -> String {
    match name {
        "DAY" => day.to_string(),
        "WEEK" => format!("{}-W{:02}", day.iso_week().year(), day.iso_week().week()),
        "MONTH" => day.to_string()[..7].to_owned(),
        _ => day.year().to_string(),
    }
}

fn below(region: &str, booked: &str) -> String {
    let digits = match region.len() {
        2 => 6,
        6 => 9,
        _ => 12,
    };
    booked.chars().take(digits).collect()
}

fn row(statistic: &Statistic, group_by: &[&str], key: Vec<String>, sums: &[i64]) -> Value {
    let mut row = serde_json::Map::new();
    for (name, text) in group_by.iter().zip(key) {
        let value = match *name {
            _ if text.is_empty() => Value::Null,
            "YEAR" | "SEASON" => json!(text.parse::<i32>().expect("a year")),
            "VARIETY" | "PRODUCT" | "REGION" | "PLANT" | "SITE" | "ESTABLISHMENT" => json!({"code": text}),
            _ => json!(text),
        };
        row.insert(field_of(name), value);
    }
    for ((name, places), sum) in statistic.measures.iter().zip(sums) {
        row.insert((*name).to_owned(), if *places == 0 { json!(sum) } else { json!(decimal(*sum, *places)) });
    }
    Value::Object(row)
}

/// An integer in the smallest unit, as the API writes it.
pub fn decimal(whole: i64, places: u32) -> String {
    let unit = 10_i64.pow(places);
    let sign = if whole < 0 { "-" } else { "" };
    format!("{sign}{}.{:0width$}", whole.abs() / unit, whole.abs() % unit, width = places as usize)
}
