//! The numbers of a file equal those of the query, in the same order, in however many chunks it is made.

use proptest::{prelude::*, test_runner::TestRunner};
use serde_json::{Value, json};

use super::{Line, cell_is, expected, lines, path, sheet};
use crate::{
    app::{Client, NOW, TOWN, TestApp},
    figures::statistics::{SALES, STATISTICS, Statistic, days},
};

/// The demonstration town, with a query limit high enough for the fields that a test compares, and an official.
async fn town() -> (TestApp, Client) {
    let app = TestApp::demo().await.configured(&[("QUERY_COMPLEXITY", "100000000")]);
    let official = app.official_of("50").await;
    (app, official)
}

async fn compare(
    app: &TestApp,
    client: &Client,
    statistic: &Statistic,
    filter: &Value,
    group_by: &[&str],
    compared: &[&str],
) -> usize {
    let more = if compared.is_empty() { String::new() } else { format!("&compare={}", compared.join(",")) };
    let expected: Vec<Line> = expected(statistic, client, filter, group_by, None, compared).await;
    let csv = lines(&app.file(client, &path(statistic, "csv", filter, group_by, &more)).await);
    let texts: Vec<Vec<String>> =
        expected.iter().map(|line| line.iter().map(|(text, _)| text.clone()).collect()).collect();
    assert_eq!(csv[1..], texts, "{} {filter} by {group_by:?} with {compared:?}", statistic.field);
    let rows = sheet(&app.file(client, &path(statistic, "xlsx", filter, group_by, &more)).await, "数据 Data");
    assert_eq!(rows.len(), csv.len());
    for (cell, heading) in rows[0].iter().zip(&csv[0]) {
        assert!(cell_is(cell, heading, false), "{cell} is not {heading}");
    }
    for (cells, line) in rows[1..].iter().zip(&expected) {
        assert_eq!(cells.len(), line.len());
        for (cell, (text, is_number)) in cells.iter().zip(line) {
            assert!(cell_is(cell, text, *is_number), "{cell:?} is not {text:?} in {line:?}");
        }
    }
    expected.len()
}

#[tokio::test]
async fn a_file_of_every_subject_is_what_the_query_answers() {
    let (app, official) = town().await;
    let both: &[&str] = &["before", "yearBefore"];
    for (position, group_by, compared) in [
        (0, &["CHANNEL", "MONTH", "VARIETY"][..], both),
        (0, &["DAY", "GROWER_KIND"], &["yearBefore"]),
        (0, &["WEEK", "YEAR"], &[]),
        (0, &["SEASON", "PRODUCT", "REGION"], both),
        (0, &[], both),
        (1, &["SITE", "WEEK"], &["before"]),
        (1, &["MONTH"], both),
        (2, &["ESTABLISHMENT", "YEAR"], both),
        (2, &["REGION", "MONTH"], &[]),
        (3, &["PLANT", "PRODUCT", "MONTH"], both),
        (4, &["MONTH", "VARIETY", "GROWER_KIND"], both),
        (4, &["REGION"], both),
    ] {
        let rows = compare(
            &app,
            &official,
            &STATISTICS[position],
            &days(TOWN, "2023-12-17", "2024-12-11"),
            group_by,
            compared,
        )
        .await;
        assert!(rows > 0, "{} by {group_by:?} has rows", STATISTICS[position].field);
    }
    let mut filter = days(TOWN, "2024-01-01", "2024-12-31");
    filter["channel"] = json!("ONLINE");
    filter["varietyCode"] = json!("fengshui-pear");
    assert!(compare(&app, &official, SALES, &filter, &["MONTH"], &[]).await == 12);
}

#[tokio::test]
async fn an_empty_town_has_a_file_of_headings() {
    let app = TestApp::new().await;
    let official = app.official_of(TOWN).await;
    assert_eq!(compare(&app, &official, SALES, &days(TOWN, "2024-01-01", "2024-12-31"), &["VARIETY"], &[]).await, 0);
    assert_eq!(compare(&app, &official, SALES, &days(TOWN, "2024-01-01", "2024-12-31"), &[], &["before"]).await, 1);
}

/// One file: the statistic, the days, the grouping, whether it is compared, and the rows per chunk.
#[derive(Debug, Clone)]
struct Asked {
    statistic: usize,
    from: i64,
    days: i64,
    dimensions: Vec<prop::sample::Index>,
    compares: bool,
    chunk_rows: usize,
}

fn asked() -> impl Strategy<Value = Asked> {
    let days = prop_oneof![0..10_i64, 0..400_i64, 300..2600_i64];
    let dimensions = prop::collection::vec(any::<prop::sample::Index>(), 0..3);
    (0..5_usize, 0..2900_i64, days, dimensions, any::<bool>(), 1..200_usize).prop_map(
        |(statistic, from, days, dimensions, compares, chunk_rows)| Asked {
            statistic,
            from,
            days,
            dimensions,
            compares,
            chunk_rows,
        },
    )
}

#[test]
fn chunks_make_no_difference() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let (app, official) = runtime.block_on(town());
    let check = async |asked: Asked| {
        let statistic = &STATISTICS[asked.statistic];
        let from = "2018-12-30".parse::<chrono::NaiveDate>().expect("a day") + chrono::Duration::days(asked.from);
        let to = (from + chrono::Duration::days(asked.days)).min("2026-12-31".parse().expect("a day"));
        let mut dimensions: Vec<&str> = Vec::new();
        for index in &asked.dimensions {
            let dimension = *index.get(statistic.dimensions);
            if !dimensions.contains(&dimension) {
                dimensions.push(dimension);
            }
        }
        let has = |name: &str| dimensions.contains(&name);
        let cuts_weeks = has("WEEK") && !has("DAY") && (has("MONTH") || has("YEAR"));
        let compared: &[&str] = if asked.compares && !cuts_weeks { &["before", "yearBefore"] } else { &[] };
        let filter = days(TOWN, &from.to_string(), &to.to_string());
        let compare = if compared.is_empty() { String::new() } else { format!("&compare={}", compared.join(",")) };
        let path = path(statistic, "csv", &filter, &dimensions, &format!("&asOf={NOW}{compare}"));
        let rows = expected_rows(&app, &official, statistic, &filter, &dimensions, compared).await;
        let chunked = app.configured(&[("EXPORT_CHUNK_ROWS", &asked.chunk_rows.to_string())]);
        let found: Vec<Vec<String>> = lines(&chunked.file(&official, &path).await).split_off(1);
        match rows {
            Some(rows) => assert_eq!(found, rows, "{path} in chunks of {}", asked.chunk_rows),
            None => assert_eq!(
                found,
                lines(&app.file(&official, &path).await)[1..],
                "{path} in chunks of {}",
                asked.chunk_rows
            ),
        }
    };
    let config =
        ProptestConfig { cases: 40, max_shrink_iters: 40, failure_persistence: None, ..ProptestConfig::default() };
    let checked = TestRunner::new(config).run(&asked(), |asked| {
        runtime.block_on(check(asked));
        Ok(())
    });
    checked.expect("every file agrees");
}

/// The lines that the query returns. `None` if they are more than it answers.
async fn expected_rows(
    app: &TestApp,
    client: &Client,
    statistic: &Statistic,
    filter: &Value,
    dimensions: &[&str],
    compared: &[&str],
) -> Option<Vec<Vec<String>>> {
    let few =
        app.configured(&[("EXPORT_ROWS", "5000")]).file(client, &path(statistic, "xlsx", filter, dimensions, "")).await;
    if few.status.as_u16() != 200 {
        assert_eq!(few.code().as_deref(), Some("TOO_COMPLEX"));
        return None;
    }
    let lines = expected(statistic, client, filter, dimensions, Some(NOW), compared).await;
    Some(lines.into_iter().map(|line| line.into_iter().map(|(text, _)| text).collect()).collect())
}
