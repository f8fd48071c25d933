//! Figures: their definitions, and the entries that they sum up.

use std::collections::{BTreeMap, BTreeSet};

use domain::figures::definitions;
use serde_json::{Value, json};

use crate::app::{Client, NOW, OTHER_TOWN, TOWN, TestApp, VILLAGE, text};

const BEGINS: &str = "<!-- The table is written from crates/domain/src/figures/definitions.rs: `make figures`. -->\n";
const ENDS: &str = "<!-- The table ends here. -->\n";

#[test]
fn the_page_has_the_table() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/FIGURES.md");
    let page = std::fs::read_to_string(path).expect("docs/FIGURES.md");
    let (head, rest) = page.split_once(BEGINS).expect("where the table begins");
    let (table, tail) = rest.split_once(ENDS).expect("where the table ends");
    if std::env::var("UPDATE_FIGURES").is_ok() {
        std::fs::write(path, format!("{head}{BEGINS}{}{ENDS}{tail}", definitions::table()))
            .expect("the page is written");
        return;
    }
    assert!(table == definitions::table(), "docs/FIGURES.md has another table; write it anew with `make figures`");
}

async fn fields(client: &Client, name: &str) -> BTreeSet<String> {
    let schema = client.ask(&format!("{{ __type(name: \"{name}\") {{ fields {{ name }} }} }}")).await;
    schema["__type"]["fields"].as_array().expect("fields").iter().map(|field| text(&field["name"])).collect()
}

#[tokio::test]
async fn every_field_of_a_report_and_of_statistics_is_defined() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let answer =
        visitor.ask("{ figureDefinitions { key version unit nameZh nameEn definitionZh definitionEn } }").await;
    let definitions = answer["figureDefinitions"].as_array().expect("definitions");
    let keys: BTreeSet<String> = definitions.iter().map(|definition| text(&definition["key"])).collect();
    assert_eq!(keys.len(), definitions.len(), "each once");
    for definition in definitions {
        assert!(definition.as_object().expect("an object").values().all(|value| *value != json!("")), "{definition}");
    }
    let mut expected = fields(&visitor, "TownReport").await;
    for rows in [
        "StatisticsRow",
        "VisitorStatisticsRow",
        "CateringStatisticsRow",
        "PlantOutputStatisticsRow",
        "PlantedAreaStatisticsRow",
    ] {
        expected.extend(fields(&visitor, rows).await);
    }
    let no_figures = "region year period asOf provisional completeness sentenceZh sentenceEn day week month season variety product channel growerKind site establishment plant before yearBefore";
    for name in no_figures.split(' ') {
        assert!(expected.remove(name), "{name}");
    }
    expected.insert("growers".to_owned());
    assert_eq!(keys, expected);
}

/// The sums of entries: fen, grams, number, hundredths of a mu.
type Sums = [i64; 4];

fn whole(value: &Value) -> i64 {
    match value {
        Value::String(text) => text.replace('.', "").parse().expect("a decimal"),
        Value::Number(number) => number.as_i64().expect("a count"),
        other => panic!("no figure: {other}"),
    }
}

/// All entries of a figure, read page by page.
async fn entries(client: &Client, filter: &Value, first: i32) -> Vec<Value> {
    let query = "query($filter: FigureEntryFilter!, $first: Int, $after: String) { figureEntries(filter: $filter, first: $first, after: $after) { \
                 totalCount pageInfo { hasNextPage hasPreviousPage endCursor } \
                 nodes { id day region { code } amountYuan quantityKg count areaMu recordedAt record } } }";
    let (mut entries, mut after) = (Vec::new(), Value::Null);
    loop {
        let answer = client.send(query, json!({"filter": filter, "first": first, "after": after})).await;
        assert!(answer.get("errors").is_none(), "{filter}: {answer:#}");
        let page = &answer["data"]["figureEntries"];
        assert_eq!(page["pageInfo"]["hasPreviousPage"], json!(!entries.is_empty()));
        entries.extend(page["nodes"].as_array().expect("nodes").iter().cloned());
        if page["pageInfo"]["hasNextPage"] == json!(false) {
            assert_eq!(page["totalCount"], json!(entries.len()), "{filter}");
            return entries;
        }
        after = page["pageInfo"]["endCursor"].clone();
    }
}

fn sums(entries: &[Value]) -> Sums {
    let sum =
        |field: &str| entries.iter().filter(|entry| !entry[field].is_null()).map(|entry| whole(&entry[field])).sum();
    [sum("amountYuan"), sum("quantityKg"), sum("count"), sum("areaMu")]
}

/// The figures of a year, from the fields of a report and from statistics whose rows are added up. Each is returned
/// with its value and the index of the sum that it must equal.
async fn figures_of(
    client: &Client,
    region: &str,
    year: i32,
    as_of: &str,
) -> BTreeMap<&'static str, Vec<(usize, i64)>> {
    const REPORT: &str = "plantedAreaMu plantedAreaByVariety { areaMu growers } visitors visitorsByMonth { count } salesRevenueYuan \
        presaleRevenueYuan produceRevenueYuan revenueByVariety { salesYuan presaleYuan salesKg presaleKg } \
        revenueByProduct { salesYuan salesKg } revenueByChannel { salesYuan } revenueByMonth { salesYuan presaleYuan } \
        plantOutput { outputKg } cateringTakingsYuan cateringIncreaseYuan festivalEditions processingPlants processingProjects \
        honours { count }";
    let days = format!(
        "filter: {{regionCode: \"{region}\", from: \"{year}-01-01\", to: \"{year}-12-31\"}}, groupBy: [], asOf: \"{as_of}\""
    );
    let query = format!(
        "{{ townReport(regionCode: \"{region}\", year: {year}, asOf: \"{as_of}\") {{ {REPORT} }} \
         salesStatistics({days}) {{ salesYuan presaleYuan salesKg presaleKg salesCount preorderCount }} \
         cateringStatistics({days}) {{ takingsYuan }} plantOutputStatistics({days}) {{ outputKg }} \
         plantedAreaStatistics({days}) {{ areaMu plots }} }}"
    );
    let data = client.ask(&query).await;
    let report = &data["townReport"];
    let one = |field: &str| whole(&report[field]);
    let rows = |field: &str, columns: &[&str]| -> i64 {
        report[field]
            .as_array()
            .expect("rows")
            .iter()
            .flat_map(|row| columns.iter().map(|column| whole(&row[*column])))
            .sum()
    };
    let statistic = |field: &str, column: &str| whole(&data[field][0][column]);
    let sales = |column: &str| statistic("salesStatistics", column);
    let (fen, grams, number, area) = (0, 1, 2, 3);
    let increase = if report["cateringIncreaseYuan"].is_null() { 0 } else { one("cateringIncreaseYuan") };
    BTreeMap::from([
        ("plantedAreaMu", vec![(area, one("plantedAreaMu"))]),
        ("plantedAreaByVariety", vec![(area, rows("plantedAreaByVariety", &["areaMu"]))]),
        ("growers", vec![(number, rows("plantedAreaByVariety", &["growers"]))]),
        ("visitors", vec![(number, one("visitors"))]),
        ("visitorsByMonth", vec![(number, rows("visitorsByMonth", &["count"]))]),
        ("salesRevenueYuan", vec![(fen, one("salesRevenueYuan"))]),
        ("presaleRevenueYuan", vec![(fen, one("presaleRevenueYuan"))]),
        ("produceRevenueYuan", vec![(fen, one("produceRevenueYuan"))]),
        (
            "revenueByVariety",
            vec![
                (fen, rows("revenueByVariety", &["salesYuan", "presaleYuan"])),
                (grams, rows("revenueByVariety", &["salesKg", "presaleKg"])),
            ],
        ),
        (
            "revenueByProduct",
            vec![(fen, rows("revenueByProduct", &["salesYuan"])), (grams, rows("revenueByProduct", &["salesKg"]))],
        ),
        ("revenueByChannel", vec![(fen, rows("revenueByChannel", &["salesYuan"]))]),
        ("revenueByMonth", vec![(fen, rows("revenueByMonth", &["salesYuan", "presaleYuan"]))]),
        ("plantOutput", vec![(grams, rows("plantOutput", &["outputKg"]))]),
        ("cateringTakingsYuan", vec![(fen, one("cateringTakingsYuan"))]),
        ("cateringIncreaseYuan", vec![(fen, increase)]),
        ("festivalEditions", vec![(number, one("festivalEditions"))]),
        ("processingPlants", vec![(number, one("processingPlants"))]),
        ("processingProjects", vec![(number, one("processingProjects"))]),
        ("honours", vec![(number, rows("honours", &["count"]))]),
        ("salesYuan", vec![(fen, sales("salesYuan"))]),
        ("presaleYuan", vec![(fen, sales("presaleYuan"))]),
        ("salesKg", vec![(grams, sales("salesKg"))]),
        ("presaleKg", vec![(grams, sales("presaleKg"))]),
        ("salesCount", vec![(number, sales("salesCount"))]),
        ("preorderCount", vec![(number, sales("preorderCount"))]),
        ("takingsYuan", vec![(fen, statistic("cateringStatistics", "takingsYuan"))]),
        ("outputKg", vec![(grams, statistic("plantOutputStatistics", "outputKg"))]),
        ("areaMu", vec![(area, statistic("plantedAreaStatistics", "areaMu"))]),
        ("plots", vec![(number, statistic("plantedAreaStatistics", "plots"))]),
    ])
}

/// Asserts that every figure of a region's year is the sum of its entries.
async fn check(client: &Client, region: &str, year: i32, as_of: &str, first: i32) {
    let figures_of_year = figures_of(client, region, year, as_of).await;
    assert_eq!(
        figures_of_year.keys().copied().collect::<BTreeSet<_>>(),
        definitions::FIGURES.iter().map(|figure| figure.key).collect()
    );
    for (key, expected) in figures_of_year {
        let filter = json!({"key": key, "regionCode": region, "from": format!("{year}-01-01"), "to": format!("{year}-12-31"), "asOf": as_of});
        let entries = entries(client, &filter, first).await;
        let ids: BTreeSet<&str> = entries.iter().filter_map(|entry| entry["id"].as_str()).collect();
        assert_eq!(ids.len(), entries.len(), "{key} of {region}: each entry once");
        assert!(
            entries.iter().all(|entry| entry["region"]["code"].as_str().is_some_and(|code| code.starts_with(region))),
            "{key}"
        );
        for (column, figure) in expected {
            assert_eq!(sums(&entries)[column], figure, "{key} of {region} in {year} as of {as_of}");
        }
    }
}

#[tokio::test]
async fn the_entries_sum_up_to_every_figure_there_is() {
    let app = TestApp::demo().await;
    let official = app.official_of("500235").await;
    check(&official, TOWN, 2024, NOW, 100).await;
    // Voided and replaced an hour later, the sales must still give the old figures as of then, and the new ones now.
    app.set_time("2026-11-24T05:00:00Z");
    let clerk = app.clerk().await;
    let sales = clerk.ask("{ sales(first: 30, filter: {soldFrom: \"2024-01-01\", soldTo: \"2024-12-31\", voided: false}) { nodes { id variety { code } } } }").await;
    for sale in sales["sales"]["nodes"].as_array().expect("sales").iter().filter(|sale| !sale["variety"].is_null()) {
        clerk.change("voidSale", json!({"saleId": sale["id"], "reason": "误录"}), "__typename").await;
    }
    let sites = clerk.ask("{ sites { code } }").await;
    for site in sites["sites"].as_array().expect("sites") {
        let input = json!({"siteCode": site["code"], "date": "2024-03-20", "visitors": 7});
        clerk.change("recordVisitors", input, "__typename").await;
    }
    let admin = app.admin().await;
    for (region, year) in [(VILLAGE, json!(2023)), (TOWN, json!(2025))] {
        admin.change("setCateringBaseline", json!({"regionCode": region, "baselineYear": year}), "__typename").await;
    }
    for (region, year) in [(TOWN, 2024), (TOWN, 2023), (VILLAGE, 2025), (VILLAGE, 2026), (OTHER_TOWN, 2024)] {
        check(&official, region, year, "2026-11-24T05:00:00Z", 37).await;
    }
    check(&official, VILLAGE, 2024, NOW, 100).await;
}

#[tokio::test]
async fn entries_lead_to_their_records() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let clerk = app.clerk().await;
    let sale = clerk.record_sale("2024-08-01", "10.5", "52.50").await;
    clerk.change("voidSale", json!({"saleId": sale, "reason": "误录"}), "__typename").await;
    let filter = |key: &str| json!({"key": key, "regionCode": TOWN, "from": "2024-08-01", "to": "2024-08-01"});
    let found = entries(&clerk, &filter("salesYuan"), 1).await;
    let briefs: Vec<_> = found
        .iter()
        .map(|entry| (entry["record"].clone(), entry["amountYuan"].clone(), entry["count"].clone()))
        .collect();
    let record = json!(format!("sale:{sale}"));
    assert_eq!(briefs, [(record.clone(), json!("52.50"), json!(1)), (record, json!("-52.50"), json!(-1))]);
    assert_eq!(
        (&found[0]["areaMu"], &found[0]["quantityKg"], &found[0]["region"]["code"]),
        (&Value::Null, &json!("10.500"), &json!(VILLAGE))
    );
    let found = entries(&clerk, &filter("processingPlants"), 10).await;
    assert_eq!(found[0]["record"], "processing_plant:pickles", "by the code that it is known by");
}

#[tokio::test]
async fn what_cannot_be_listed_is_refused_by_field() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    clerk.record_sale("2024-08-01", "1", "1").await;
    clerk.record_sale("2024-08-02", "1", "1").await;
    let ask = async |filter: &str, rest: &str| {
        let filter =
            format!("regionCode: \"{TOWN}\", from: \"2024-01-01\", to: \"2024-12-31\", key: \"salesYuan\", {filter}");
        // A later field overrides an earlier one.
        let mut fields: BTreeMap<&str, &str> = BTreeMap::new();
        for field in filter.split(", ").filter(|field| !field.is_empty()) {
            let (name, value) = field.split_once(": ").expect("a field");
            fields.insert(name, value);
        }
        let filter = fields.iter().map(|(name, value)| format!("{name}: {value}")).collect::<Vec<_>>().join(", ");
        clerk
            .send(&format!("{{ figureEntries(filter: {{{filter}}}{rest}) {{ pageInfo {{ endCursor }} }} }}"), json!({}))
            .await
    };
    let cursor = text(&ask("", ", first: 1").await["data"]["figureEntries"]["pageInfo"]["endCursor"]);
    let of_another = format!(", after: \"{cursor}\"");
    for (filter, rest, field) in [
        ("key: \"happiness\"", "", "filter.key"),
        ("regionCode: \"1\"", "", "filter.regionCode"),
        ("from: \"x\"", "", "filter.from"),
        ("to: \"2023-12-31\"", "", "filter.to"),
        ("to: \"2027-01-01\"", "", "filter.to"),
        ("key: \"cateringIncreaseYuan\", from: \"2023-01-01\"", "", "filter.to"),
        ("asOf: \"2027-01-01T00:00:00Z\"", "", "filter.asOf"),
        ("", ", first: 0", "first"),
        ("", ", after: \"x\"", "after"),
        ("key: \"visitors\"", of_another.as_str(), "after"),
        ("from: \"2024-08-02\"", of_another.as_str(), "after"),
    ] {
        let answer = ask(filter, rest).await;
        assert_eq!(
            crate::app::refusal(filter, &answer).brief(),
            ("INVALID_INPUT", Some(field)),
            "{filter} {rest}: {answer}"
        );
    }
}
