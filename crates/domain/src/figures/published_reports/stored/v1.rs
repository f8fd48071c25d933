//! Version 1 of the storage format of editions. These types must never change, because signed editions are written in
//! them.

use std::collections::BTreeMap;

use sea_orm::ActiveEnum;
use serde::{Deserialize, Serialize};

use super::{
    super::{Names, Sellers, names::VarietyNames},
    word,
};
use crate::figures::reports::{ProductOutput, ProductRevenue, TownReport, VarietyArea, VarietyRevenue};
use types::{HonourKind, Kilograms, Money, Mu, RegionCode, ReportPeriod, SaleChannel, Timestamp};

/// Figures in version 1: fen, grams, hundredths of a mu, microseconds since 1970. Null if there is no figure.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct FiguresV1 {
    region_code: String,
    year: i32,
    period: String,
    planted_area_mu_hundredths: i64,
    planted_area_by_variety: Vec<AreaV1>,
    visitors: i64,
    visitors_by_month: Vec<VisitorsV1>,
    sales_revenue_fen: i64,
    presale_revenue_fen: i64,
    revenue_by_variety: Vec<VarietyV1>,
    revenue_by_product: Vec<ProductV1>,
    revenue_by_channel: Vec<ChannelV1>,
    revenue_by_month: Vec<MonthV1>,
    plant_output: Vec<OutputV1>,
    catering_takings_fen: i64,
    catering_increase_fen: Option<i64>,
    festival_editions: i64,
    processing_plants: i64,
    processing_projects: i64,
    honours: Vec<HonourV1>,
    as_of: i64,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct AreaV1 {
    variety: String,
    mu_hundredths: i64,
    growers: i64,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct VisitorsV1 {
    month: i32,
    visitors: i64,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct VarietyV1 {
    variety: String,
    sales_fen: i64,
    presale_fen: i64,
    sales_g: i64,
    presale_g: i64,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ProductV1 {
    product: String,
    sales_fen: i64,
    sales_g: i64,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ChannelV1 {
    channel: String,
    sales_fen: i64,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct MonthV1 {
    month: i32,
    sales_fen: i64,
    presale_fen: i64,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct OutputV1 {
    product: String,
    months: Vec<MadeV1>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct MadeV1 {
    month: i32,
    output_g: i64,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct HonourV1 {
    kind: String,
    count: i64,
}

/// Names in version 1, by code.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct NamesV1 {
    region: String,
    varieties: BTreeMap<String, VarietyNamesV1>,
    products: BTreeMap<String, String>,
    plants: BTreeMap<String, String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct VarietyNamesV1 {
    zh: String,
    en: String,
}

/// Numbers of sellers in version 1, by code and by channel.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct SellersV1 {
    varieties: BTreeMap<String, i64>,
    products: BTreeMap<String, i64>,
    channels: BTreeMap<String, i64>,
}

impl FiguresV1 {
    pub(super) fn of(report: &TownReport) -> Self {
        let TownReport {
            region_code,
            year,
            period,
            planted_area,
            planted_area_by_variety,
            visitors,
            visitors_by_month,
            sales_revenue,
            presale_revenue,
            revenue_by_variety,
            revenue_by_product,
            revenue_by_channel,
            revenue_by_month,
            plant_output,
            catering_takings,
            catering_increase,
            festival_editions,
            processing_plants,
            processing_projects,
            honours,
            as_of,
        } = report;
        Self {
            region_code: region_code.0.clone(),
            year: *year,
            period: period.to_value(),
            planted_area_mu_hundredths: planted_area.0,
            planted_area_by_variety: planted_area_by_variety.iter().map(AreaV1::of).collect(),
            visitors: *visitors,
            visitors_by_month: visitors_by_month
                .iter()
                .map(|(month, visitors)| VisitorsV1 { month: *month, visitors: *visitors })
                .collect(),
            sales_revenue_fen: sales_revenue.0,
            presale_revenue_fen: presale_revenue.0,
            revenue_by_variety: revenue_by_variety.iter().map(VarietyV1::of).collect(),
            revenue_by_product: revenue_by_product.iter().map(ProductV1::of).collect(),
            revenue_by_channel: revenue_by_channel
                .iter()
                .map(|(channel, sales)| ChannelV1 { channel: channel.to_value(), sales_fen: sales.0 })
                .collect(),
            revenue_by_month: revenue_by_month
                .iter()
                .map(|(month, sales, presale)| MonthV1 { month: *month, sales_fen: sales.0, presale_fen: presale.0 })
                .collect(),
            plant_output: plant_output.iter().map(OutputV1::of).collect(),
            catering_takings_fen: catering_takings.0,
            catering_increase_fen: catering_increase.map(|increase| increase.0),
            festival_editions: *festival_editions,
            processing_plants: *processing_plants,
            processing_projects: *processing_projects,
            honours: honours.iter().map(|(kind, count)| HonourV1 { kind: kind.to_value(), count: *count }).collect(),
            as_of: as_of.0,
        }
    }

    pub(super) fn into_report(self) -> Result<TownReport, String> {
        let channel = |ChannelV1 { channel, sales_fen }| Ok((word::<SaleChannel>(&channel)?, Money(sales_fen)));
        let honour = |HonourV1 { kind, count }| Ok((word::<HonourKind>(&kind)?, count));
        Ok(TownReport {
            region_code: RegionCode(self.region_code),
            year: self.year,
            period: word::<ReportPeriod>(&self.period)?,
            planted_area: Mu(self.planted_area_mu_hundredths),
            planted_area_by_variety: self.planted_area_by_variety.into_iter().map(AreaV1::into_row).collect(),
            visitors: self.visitors,
            visitors_by_month: self.visitors_by_month.into_iter().map(|row| (row.month, row.visitors)).collect(),
            sales_revenue: Money(self.sales_revenue_fen),
            presale_revenue: Money(self.presale_revenue_fen),
            revenue_by_variety: self.revenue_by_variety.into_iter().map(VarietyV1::into_row).collect(),
            revenue_by_product: self.revenue_by_product.into_iter().map(ProductV1::into_row).collect(),
            revenue_by_channel: self.revenue_by_channel.into_iter().map(channel).collect::<Result<_, String>>()?,
            revenue_by_month: self
                .revenue_by_month
                .into_iter()
                .map(|row| (row.month, Money(row.sales_fen), Money(row.presale_fen)))
                .collect(),
            plant_output: self.plant_output.into_iter().map(OutputV1::into_row).collect(),
            catering_takings: Money(self.catering_takings_fen),
            catering_increase: self.catering_increase_fen.map(Money),
            festival_editions: self.festival_editions,
            processing_plants: self.processing_plants,
            processing_projects: self.processing_projects,
            honours: self.honours.into_iter().map(honour).collect::<Result<_, String>>()?,
            as_of: Timestamp(self.as_of),
        })
    }
}

impl AreaV1 {
    fn of(row: &VarietyArea) -> Self {
        let VarietyArea { variety_code, area, growers } = row;
        Self { variety: variety_code.clone(), mu_hundredths: area.0, growers: *growers }
    }

    fn into_row(self) -> VarietyArea {
        VarietyArea { variety_code: self.variety, area: Mu(self.mu_hundredths), growers: self.growers }
    }
}

impl VarietyV1 {
    fn of(row: &VarietyRevenue) -> Self {
        let VarietyRevenue { variety_code, sales, presale, sales_quantity, presale_quantity } = row;
        Self {
            variety: variety_code.clone(),
            sales_fen: sales.0,
            presale_fen: presale.0,
            sales_g: sales_quantity.0,
            presale_g: presale_quantity.0,
        }
    }

    fn into_row(self) -> VarietyRevenue {
        VarietyRevenue {
            variety_code: self.variety,
            sales: Money(self.sales_fen),
            presale: Money(self.presale_fen),
            sales_quantity: Kilograms(self.sales_g),
            presale_quantity: Kilograms(self.presale_g),
        }
    }
}

impl ProductV1 {
    fn of(row: &ProductRevenue) -> Self {
        let ProductRevenue { product_code, sales, sales_quantity } = row;
        Self { product: product_code.clone(), sales_fen: sales.0, sales_g: sales_quantity.0 }
    }

    fn into_row(self) -> ProductRevenue {
        ProductRevenue {
            product_code: self.product,
            sales: Money(self.sales_fen),
            sales_quantity: Kilograms(self.sales_g),
        }
    }
}

impl OutputV1 {
    fn of(row: &ProductOutput) -> Self {
        let ProductOutput { product_code, months } = row;
        let made = |(month, output): &(i32, Kilograms)| MadeV1 { month: *month, output_g: output.0 };
        Self { product: product_code.clone(), months: months.iter().map(made).collect() }
    }

    fn into_row(self) -> ProductOutput {
        let made = |MadeV1 { month, output_g }| (month, Kilograms(output_g));
        ProductOutput { product_code: self.product, months: self.months.into_iter().map(made).collect() }
    }
}

impl NamesV1 {
    pub(super) fn of(names: &Names) -> Self {
        let Names { region, varieties, products, plants } = names.clone();
        let variety = |(code, VarietyNames { zh, en })| (code, VarietyNamesV1 { zh, en });
        Self { region, varieties: varieties.into_iter().map(variety).collect(), products, plants }
    }

    pub(super) fn into_names(self) -> Names {
        let Self { region, varieties, products, plants } = self;
        let variety = |(code, VarietyNamesV1 { zh, en })| (code, VarietyNames { zh, en });
        Names { region, varieties: varieties.into_iter().map(variety).collect(), products, plants }
    }
}

impl SellersV1 {
    pub(super) fn of(sellers: &Sellers) -> Self {
        let Sellers { varieties, products, channels } = sellers.clone();
        let channels = channels.into_iter().map(|(channel, sellers)| (channel.to_value(), sellers)).collect();
        Self { varieties, products, channels }
    }

    pub(super) fn into_sellers(self) -> Result<Sellers, String> {
        let Self { varieties, products, channels } = self;
        let channel = |(channel, sellers): (String, i64)| Ok((word(&channel)?, sellers));
        Ok(Sellers { varieties, products, channels: channels.into_iter().map(channel).collect::<Result<_, String>>()? })
    }
}
