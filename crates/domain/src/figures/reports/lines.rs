//! A report as one flat list of its figures, for comparison, export and printing.

use super::{ProductOutput, ProductRevenue, TownReport, VarietyArea, VarietyRevenue};
use types::{Exact, HonourKind, Kilograms, Money, Mu, SaleChannel};

/// One figure of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The field of the report, by the key of its definition.
    pub field: &'static str,
    /// The row of the field.
    pub row: Row,
    /// The figure within the row, by its API name. None if the row is a single figure.
    pub part: Option<&'static str>,
    /// The figure. None if the report has none, or if it is hidden from the reader.
    pub value: Option<Value>,
}

/// A row of a report's field.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Row {
    /// The field is a single figure without rows.
    Whole,
    /// A month, counted from 1.
    Month(i32),
    /// A variety, by its code.
    Variety(String),
    /// A product of a plant, by its code.
    Product(String),
    /// A month of such a product, by code and month.
    MonthOfProduct(String, i32),
    /// A sales channel.
    Channel(SaleChannel),
    /// A kind of honour.
    Honour(HonourKind),
}

/// A figure with its unit, written as an exact decimal number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// Money in yuan, two decimal places.
    Yuan(Money),
    /// Weight in kilograms, three decimal places.
    Kilograms(Kilograms),
    /// Area in mu, two decimal places.
    Mu(Mu),
    /// A count.
    Count(i64),
}

impl Value {
    /// Whether it is zero.
    pub fn is_nothing(self) -> bool {
        match self {
            Self::Yuan(amount) => amount == Money::ZERO,
            Self::Kilograms(quantity) => quantity == Kilograms::ZERO,
            Self::Mu(area) => area == Mu::ZERO,
            Self::Count(count) => count == 0,
        }
    }
}

/// The number in the smallest unit, with the decimal places of the unit.
impl From<Value> for Exact {
    fn from(value: Value) -> Self {
        match value {
            Value::Yuan(Money(value)) | Value::Mu(Mu(value)) => Self { value, places: 2 },
            Value::Kilograms(Kilograms(value)) => Self { value, places: 3 },
            Value::Count(value) => Self { value, places: 0 },
        }
    }
}

impl std::fmt::Display for Value {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Yuan(amount) => amount.fmt(formatter),
            Self::Kilograms(quantity) => quantity.fmt(formatter),
            Self::Mu(area) => area.fmt(formatter),
            Self::Count(count) => count.fmt(formatter),
        }
    }
}

impl TownReport {
    /// All figures, in the order of the fields and, within a field, of the rows. Rows that are zero may be absent.
    pub fn lines(&self) -> Vec<Line> {
        let mut lines = vec![whole("plantedAreaMu", Value::Mu(self.planted_area))];
        lines.extend(self.planted_area_by_variety.iter().flat_map(of_area));
        lines.push(whole("visitors", Value::Count(self.visitors)));
        let of_month =
            |(month, count): &(i32, i64)| Line::new("visitorsByMonth", Row::Month(*month), None, Value::Count(*count));
        lines.extend(self.visitors_by_month.iter().map(of_month));
        lines.push(whole("salesRevenueYuan", Value::Yuan(self.sales_revenue)));
        lines.push(whole("presaleRevenueYuan", Value::Yuan(self.presale_revenue)));
        lines.push(whole("produceRevenueYuan", Value::Yuan(self.sales_revenue + self.presale_revenue)));
        lines.extend(self.revenue_by_variety.iter().flat_map(of_variety));
        lines.extend(self.revenue_by_product.iter().flat_map(of_product));
        let of_channel = |(channel, sales): &(SaleChannel, Money)| {
            Line::new("revenueByChannel", Row::Channel(*channel), Some("salesYuan"), Value::Yuan(*sales))
        };
        lines.extend(self.revenue_by_channel.iter().map(of_channel));
        let of_month = |(month, sales, presale): &(i32, Money, Money)| {
            let line = |part, amount| Line::new("revenueByMonth", Row::Month(*month), Some(part), Value::Yuan(amount));
            [line("salesYuan", *sales), line("presaleYuan", *presale)]
        };
        lines.extend(self.revenue_by_month.iter().flat_map(of_month));
        lines.extend(self.plant_output.iter().flat_map(of_output));
        lines.push(whole("cateringTakingsYuan", Value::Yuan(self.catering_takings)));
        let increase = self.catering_increase.map(Value::Yuan);
        lines.push(Line { field: "cateringIncreaseYuan", row: Row::Whole, part: None, value: increase });
        lines.push(whole("festivalEditions", Value::Count(self.festival_editions)));
        lines.push(whole("processingPlants", Value::Count(self.processing_plants)));
        lines.push(whole("processingProjects", Value::Count(self.processing_projects)));
        lines.extend(
            self.honours
                .iter()
                .map(|(kind, count)| Line::new("honours", Row::Honour(*kind), None, Value::Count(*count))),
        );
        lines
    }
}

impl Line {
    fn new(field: &'static str, row: Row, part: Option<&'static str>, value: Value) -> Self {
        Self { field, row, part, value: Some(value) }
    }
}

fn whole(field: &'static str, value: Value) -> Line {
    Line::new(field, Row::Whole, None, value)
}

fn of_area(row: &VarietyArea) -> [Line; 2] {
    let VarietyArea { variety_code, area, growers } = row;
    let line = |part, value| Line::new("plantedAreaByVariety", Row::Variety(variety_code.clone()), Some(part), value);
    [line("areaMu", Value::Mu(*area)), line("growers", Value::Count(*growers))]
}

fn of_variety(row: &VarietyRevenue) -> [Line; 4] {
    let VarietyRevenue { variety_code, sales, presale, sales_quantity, presale_quantity } = row;
    let line = |part, value| Line::new("revenueByVariety", Row::Variety(variety_code.clone()), Some(part), value);
    [
        line("salesYuan", Value::Yuan(*sales)),
        line("presaleYuan", Value::Yuan(*presale)),
        line("salesKg", Value::Kilograms(*sales_quantity)),
        line("presaleKg", Value::Kilograms(*presale_quantity)),
    ]
}

fn of_product(row: &ProductRevenue) -> [Line; 2] {
    let ProductRevenue { product_code, sales, sales_quantity } = row;
    let line = |part, value| Line::new("revenueByProduct", Row::Product(product_code.clone()), Some(part), value);
    [line("salesYuan", Value::Yuan(*sales)), line("salesKg", Value::Kilograms(*sales_quantity))]
}

fn of_output(row: &ProductOutput) -> Vec<Line> {
    let ProductOutput { product_code, months } = row;
    let line = |row, output| Line::new("plantOutput", row, Some("outputKg"), Value::Kilograms(output));
    let total = months.iter().map(|(_, output)| *output).sum();
    let mut lines = vec![line(Row::Product(product_code.clone()), total)];
    lines.extend(months.iter().map(|(month, output)| line(Row::MonthOfProduct(product_code.clone(), *month), *output)));
    lines
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::figures::definitions;
    use types::{ReportPeriod, Timestamp};

    fn report() -> TownReport {
        TownReport {
            region_code: "500235136".into(),
            year: 2024,
            period: ReportPeriod::M08,
            planted_area: Mu(250),
            planted_area_by_variety: vec![VarietyArea { variety_code: "pear".to_owned(), area: Mu(250), growers: 1 }],
            visitors: 7,
            visitors_by_month: vec![(8, 7)],
            sales_revenue: Money(5000),
            presale_revenue: Money(-100),
            revenue_by_variety: vec![VarietyRevenue {
                variety_code: "pear".to_owned(),
                sales: Money(4000),
                presale: Money(-100),
                sales_quantity: Kilograms(1500),
                presale_quantity: Kilograms(-20),
            }],
            revenue_by_product: vec![ProductRevenue {
                product_code: "paocai".to_owned(),
                sales: Money(1000),
                sales_quantity: Kilograms(1),
            }],
            revenue_by_channel: vec![(SaleChannel::Market, Money(5000))],
            revenue_by_month: vec![(8, Money(5000), Money(-100))],
            plant_output: vec![ProductOutput {
                product_code: "paocai".to_owned(),
                months: vec![(8, Kilograms(12_000))],
            }],
            catering_takings: Money(1),
            catering_increase: None,
            festival_editions: 1,
            processing_plants: 2,
            processing_projects: 3,
            honours: vec![(HonourKind::LandmarkDish, 4)],
            as_of: Timestamp(0),
        }
    }

    #[test]
    fn every_figure_of_a_report_has_its_lines_in_the_order_of_definitions() {
        let mut fields: Vec<&str> = report().lines().iter().map(|line| line.field).collect();
        fields.dedup();
        // Growers are a part of the area by variety.
        let defined = definitions::of_reports().map(|figure| figure.key).filter(|key| *key != "growers");
        assert_eq!(fields, defined.collect::<Vec<_>>());
    }

    #[test]
    fn no_two_lines_are_of_the_same_figure() {
        let lines = report().lines();
        let figures: BTreeSet<_> = lines.iter().map(|line| (line.field, line.row.clone(), line.part)).collect();
        assert_eq!(figures.len(), lines.len());
    }

    #[test]
    fn figures_are_written_exactly() {
        let lines = report().lines();
        let written = |field: &str, part: Option<&str>| {
            let line = lines.iter().find(|line| line.field == field && line.part == part).expect("a line");
            line.value.map(|value| value.to_string())
        };
        assert_eq!(written("plantedAreaMu", None).as_deref(), Some("2.50"));
        assert_eq!(written("produceRevenueYuan", None).as_deref(), Some("49.00"));
        assert_eq!(written("revenueByVariety", Some("presaleKg")).as_deref(), Some("-0.020"));
        assert_eq!(written("plantOutput", Some("outputKg")).as_deref(), Some("12.000"));
        assert_eq!(written("cateringIncreaseYuan", None), None);
        assert_eq!(written("honours", None).as_deref(), Some("4"));
    }
}
