//! What the reader of a workbook needs to know: what is counted, where, over which days, as of which instant, and what
//! each figure means.

use super::{names::title, table::Table};
use domain::figures::{
    definitions::Figure,
    statistics::{About, Export},
};

/// The lines of the notes sheet. The first cell of each says what it is about.
pub(super) fn notes(export: &Export, table: &Table, only: &[(String, String)]) -> Vec<Vec<String>> {
    let About { region_code, region_name, span, compared, as_of, made_at, is_demo } = &export.about;
    let (zh, en) = title(export.subject());
    let mut notes = vec![fact("统计", "statistic", format!("{zh} {en}"))];
    if *is_demo {
        notes.push(fact(
            "演示数据",
            "demonstration",
            "记录均为生成，不属于任何人 the records are generated and no person's".to_owned(),
        ));
    }
    notes.push(fact("区划", "region", format!("{region_name} {region_code}，含其下各级 with all below it")));
    notes.push(fact("日期", "days", format!("{} 至 to {}", span.from, span.to)));
    for (name, value) in only {
        notes.push(fact("筛选", "filter", format!("{name} = {value}")));
    }
    let dimensions: Vec<String> = table.dimensions().iter().map(|(zh, en)| format!("{zh} {en}")).collect();
    notes.push(fact(
        "分组与排序",
        "grouped and ordered by",
        if dimensions.is_empty() { "无 nothing".to_owned() } else { dimensions.join("，") },
    ));
    if compared.before {
        notes.push(fact(
            "上期",
            "before",
            "上一周期；未按周期分组的，为之前同样长的时间 the period before, or without periods the days before, as many".to_owned(),
        ));
    }
    if compared.year_before {
        notes.push(fact("上年同期", "a year before", "上一年的相同日期 the same days of the year before".to_owned()));
    }
    notes.push(fact("截至", "as of", format!("{as_of}（{} UTC+8）", as_of.in_town())));
    notes.push(fact("制表时间", "made at", format!("{made_at}（{} UTC+8）", made_at.in_town())));
    notes.push(fact("程序版本", "program", concat!("Lihua ", env!("CARGO_PKG_VERSION")).to_owned()));
    notes.push(Vec::new());
    notes.push(["指标 figure", "名称 name", "口径版本 version", "含义", "what it means"].map(str::to_owned).to_vec());
    notes.extend(table.measures().iter().map(|measure| definition(measure.figure)));
    notes
}

fn fact(zh: &str, en: &str, what: String) -> Vec<String> {
    vec![format!("{zh} {en}"), what]
}

/// The line of a figure's definition.
pub(super) fn definition(figure: &Figure) -> Vec<String> {
    let Figure { key, version, unit, name_zh, name_en, definition_zh, definition_en, .. } = figure;
    vec![
        (*key).to_owned(),
        format!("{name_zh} {name_en}（{unit}）"),
        version.to_string(),
        (*definition_zh).to_owned(),
        (*definition_en).to_owned(),
    ]
}
