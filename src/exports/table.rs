//! Statistics as a table: a column for each dimension and measure, with its unit in the heading, and a line for each
//! row.

use domain::figures::statistics::{Compared, Counted, Dimension, Earlier, Export, Measure, Names, Row};
use types::{Exact, Ratio};

/// A column.
#[derive(Debug, Clone)]
pub(super) struct Column {
    /// Its heading, in Chinese with English beside it.
    pub heading: String,
    /// Its width in characters.
    pub width: u16,
}

impl Column {
    /// A column with a heading in both languages.
    pub(super) fn new(zh: &str, en: &str, width: u16) -> Self {
        Self { heading: format!("{zh} {en}"), width }
    }
}

/// The value of a line in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell {
    /// A code, or a text that people wrote.
    Text(String),
    /// A number.
    Number(Exact),
    /// An empty cell: the column does not apply.
    Nothing,
}

impl From<Option<&str>> for Cell {
    fn from(text: Option<&str>) -> Self {
        text.map_or(Self::Nothing, |text| Self::Text(text.to_owned()))
    }
}

/// Turns the rows of an export into lines.
pub(super) struct Table {
    dimensions: Vec<Dimension>,
    measures: Vec<Measure>,
    compared: Compared,
}

impl Table {
    /// The table of an export.
    pub(super) fn of(export: &Export) -> Self {
        Self {
            dimensions: export.dimensions().to_vec(),
            measures: export.subject().measures(),
            compared: export.about.compared,
        }
    }

    /// The names of the dimensions by which rows are grouped, in Chinese and English.
    pub(super) fn dimensions(&self) -> Vec<(&'static str, &'static str)> {
        let named = |dimension: &Dimension| {
            let (zh, en, _) = words_of(*dimension);
            (zh, en)
        };
        self.dimensions.iter().map(named).collect()
    }

    /// The measures that are summed up.
    pub(super) fn measures(&self) -> &[Measure] {
        &self.measures
    }

    /// The columns.
    pub(super) fn columns(&self) -> Vec<Column> {
        let mut columns: Vec<Column> = self.dimensions.iter().flat_map(|dimension| columns_of(*dimension)).collect();
        for measure in &self.measures {
            let (zh, en, unit_zh, unit_en) = words(measure);
            columns.push(Column::new(&format!("{zh}（{unit_zh}）"), &format!("{en} ({unit_en})"), NUMBER));
        }
        if self.compared.before {
            self.compare_with(("上期", "before"), &mut columns);
        }
        if self.compared.year_before {
            self.compare_with(("上年同期", "a year before"), &mut columns);
        }
        columns
    }

    fn compare_with(&self, (then_zh, then_en): (&str, &str), columns: &mut Vec<Column>) {
        columns.push(Column::new(&format!("{then_zh}起"), &format!("{then_en}: from"), PERIOD));
        columns.push(Column::new(&format!("{then_zh}止"), &format!("{then_en}: to"), PERIOD));
        for measure in &self.measures {
            let (zh, en, unit_zh, unit_en) = words(measure);
            columns.push(Column::new(
                &format!("{then_zh}{zh}（{unit_zh}）"),
                &format!("{then_en}: {en} ({unit_en})"),
                NUMBER,
            ));
            columns.push(Column::new(
                &format!("{zh}较{then_zh}增减（{unit_zh}）"),
                &format!("{then_en}: change of {en} ({unit_en})"),
                NUMBER,
            ));
            columns.push(Column::new(&format!("{zh}与{then_zh}之比"), &format!("{then_en}: ratio of {en}"), NUMBER));
        }
    }

    /// The line of a row.
    pub(super) fn line(&self, row: &Row, names: &Names) -> Vec<Cell> {
        let mut line = Vec::new();
        for dimension in &self.dimensions {
            let value = row.value(*dimension);
            match dimension {
                Dimension::Channel => line.push(Cell::from(row.channel().map(|channel| channel.name().0))),
                Dimension::GrowerKind => line.push(Cell::from(row.grower_kind().map(|kind| kind.name().0))),
                Dimension::Year | Dimension::Season => {
                    let year = value.and_then(|year| year.parse().ok());
                    line.push(year.map_or(Cell::Nothing, |value| Cell::Number(Exact { value, places: 0 })));
                }
                _ => line.push(Cell::from(value)),
            }
            if dimension.has_names() {
                line.push(Cell::from(value.and_then(|code| names.of(*dimension, code))));
            }
        }
        line.extend(self.measures.iter().map(|measure| Cell::Number(measure.of(&row.counted))));
        for earlier in [&row.before, &row.year_before].into_iter().flatten() {
            line.extend(self.comparison(&row.counted, earlier));
        }
        line
    }

    fn comparison(&self, now: &Counted, earlier: &Earlier) -> Vec<Cell> {
        let mut cells = vec![Cell::Text(earlier.span.from.to_string()), Cell::Text(earlier.span.to.to_string())];
        for measure in &self.measures {
            let (now, then) = (measure.of(now), measure.of(&earlier.counted));
            let ratio = Ratio::between(now.value, then.value);
            cells.push(Cell::Number(then));
            cells.push(Cell::Number(Exact { value: now.value - then.value, ..now }));
            cells.push(ratio.map_or(Cell::Nothing, |ratio| Cell::Number(Exact { value: ratio.0, places: 4 })));
        }
        cells
    }
}

const PERIOD: u16 = 12;
const CODE: u16 = 18;
const NAME: u16 = 24;
const NUMBER: u16 = 18;

/// The name of a dimension in Chinese and English, and the width of its column.
fn words_of(dimension: Dimension) -> (&'static str, &'static str, u16) {
    match dimension {
        Dimension::Day => ("日期", "day", PERIOD),
        Dimension::Week => ("周", "week", PERIOD),
        Dimension::Month => ("月份", "month", PERIOD),
        Dimension::Year => ("年份", "year", PERIOD),
        Dimension::Season => ("产季", "season", PERIOD),
        Dimension::Channel => ("渠道", "channel", PERIOD),
        Dimension::GrowerKind => ("种植户类型", "kind of grower", CODE),
        Dimension::Variety => ("品种", "variety", NAME),
        Dimension::Product => ("产品", "product", NAME),
        Dimension::Region => ("区划", "region", NAME),
        Dimension::Plant => ("加工厂", "plant", NAME),
        Dimension::Site => ("景点", "site", NAME),
        Dimension::Establishment => ("餐饮经营户", "establishment", NAME),
    }
}

/// The columns of a dimension: one, or two if its values are codes of something that has a name.
fn columns_of(dimension: Dimension) -> Vec<Column> {
    let (zh, en, width) = words_of(dimension);
    if !dimension.has_names() {
        return vec![Column::new(zh, en, width)];
    }
    vec![Column::new(&format!("{zh}代码"), &format!("code of {en}"), CODE), Column::new(zh, en, width)]
}

/// The names of a measure and of its unit: name in Chinese and English, unit in Chinese and English.
fn words(measure: &Measure) -> (&'static str, &'static str, &'static str, &'static str) {
    let figure = measure.figure;
    let (unit_zh, unit_en) = figure.unit.split_once(' ').unwrap_or((figure.unit, figure.unit));
    (figure.name_zh, figure.name_en, unit_zh, unit_en)
}
