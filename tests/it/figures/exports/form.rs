//! The form of a file: byte order mark, headings, names, and its description of itself.

use calamine::Data;
use serde_json::json;

use super::{lines, path, sheet};
use crate::{
    app::{NOW, TOWN, TestApp, VILLAGE},
    figures::statistics::{SALES, STATISTICS, days},
};

#[tokio::test]
async fn a_spreadsheet_reads_the_csv_as_chinese() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    clerk.record_sale("2024-08-01", "10.5", "52.50").await;
    let answer = app
        .file(
            &clerk,
            &path(SALES, "csv", &days(TOWN, "2024-08-01", "2024-08-31"), &["VARIETY", "MONTH"], "&compare=before"),
        )
        .await;
    assert_eq!(answer.header("content-type"), Some("text/csv; charset=utf-8; header=present"));
    assert_eq!(
        (answer.header("cache-control"), answer.header("x-content-type-options")),
        (Some("no-store"), Some("nosniff"))
    );
    assert_eq!(answer.header("x-as-of"), Some("2026-11-24T04:00:00.000000Z"));
    assert_eq!(
        answer.header("content-disposition"),
        Some(
            "attachment; filename=\"sales_500235136_2024-08-01_2024-08-31.csv\"; \
             filename*=UTF-8''%E4%BA%91%E5%AE%89%E9%95%87%5F%E9%94%80%E5%94%AE%E7%BB%9F%E8%AE%A1%5F2024%2D08%2D01%5F2024%2D08%2D31%2Ecsv"
        )
    );
    let text = std::str::from_utf8(&answer.body).expect("UTF-8");
    assert!(
        text.starts_with("\u{feff}月份 month,品种代码 code of variety,品种 variety,销售额（元） sales (yuan),"),
        "{text}"
    );
    assert!(
        text.contains("上期销售额（元） before: sales (yuan),销售额较上期增减（元） before: change of sales (yuan),"),
        "{text}"
    );
    assert!(text.ends_with("\r\n") && text.matches('\n').count() == text.matches("\r\n").count());
    assert_eq!(lines(&answer)[1][..6], ["2024-08", "fengshui-pear", "丰水梨", "52.50", "0.00", "10.500"]);
}

#[tokio::test]
async fn what_people_wrote_becomes_no_formula() {
    let app = TestApp::new().await;
    let admin = app.admin().await;
    let input = json!({"code": "cmd", "name": "=cmd|' /C calc'!A0", "regionCode": VILLAGE, "countsTowardsTotal": true});
    admin.change("addSite", input, "__typename").await;
    let clerk = app.clerk().await;
    clerk.change("recordVisitors", json!({"siteCode": "cmd", "date": "2024-03-21", "visitors": 7}), "__typename").await;
    let filter = days(TOWN, "2024-01-01", "2024-12-31");
    let csv = lines(&app.file(&clerk, &path(&STATISTICS[1], "csv", &filter, &["SITE"], "")).await);
    assert_eq!(csv[1], ["cmd", "'=cmd|' /C calc'!A0", "7"]);
    // A workbook stores for each cell whether it is a text or a formula.
    let rows = sheet(&app.file(&clerk, &path(&STATISTICS[1], "xlsx", &filter, &["SITE"], "")).await, "数据 Data");
    assert_eq!(rows[1][1], Data::String("=cmd|' /C calc'!A0".to_owned()));
    // A negative number is a number, although it begins with a minus sign.
    let sale = clerk.record_sale("2024-01-01", "1", "5").await;
    clerk.record_sale("2023-01-01", "1", "8").await;
    assert!(!sale.is_empty());
    let csv = lines(&app.file(&clerk, &path(SALES, "csv", &filter, &[], "&compare=yearBefore")).await);
    assert_eq!(csv[1][8..11], ["8.00", "-3.00", "0.6250"]);
}

#[tokio::test]
async fn a_workbook_says_what_it_counts() {
    let app = TestApp::demo().await;
    let official = app.sign_in_to_demo("official").await;
    let mut filter = days(TOWN, "2024-01-01", "2024-06-30");
    filter["channel"] = json!("ONLINE");
    let answer = app
        .file(&official, &path(SALES, "xlsx", &filter, &["VARIETY", "MONTH"], &format!("&compare=before&asOf={NOW}")))
        .await;
    assert_eq!(
        answer.header("content-type"),
        Some("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    );
    assert_eq!(answer.header("content-length"), Some(answer.body.len().to_string().as_str()));
    let disposition = answer.header("content-disposition").expect("a name");
    assert!(disposition.contains("filename=\"sales_500235136_2024-01-01_2024-06-30_demo.xlsx\""), "{disposition}");
    let notes: Vec<Vec<String>> = sheet(&answer, "说明 Notes")
        .iter()
        .map(|row| row.iter().map(ToString::to_string).filter(|text| !text.is_empty()).collect())
        .collect();
    let fact = |about: &str| {
        notes
            .iter()
            .find(|note| note.first().is_some_and(|first| first == about))
            .unwrap_or_else(|| panic!("{about}: {notes:?}"))
    };
    assert_eq!(fact("统计 statistic")[1], "销售统计 sales and pre-sales");
    assert!(fact("演示数据 demonstration")[1].contains("generated"));
    assert!(fact("区划 region")[1].starts_with("云安镇 500235136"));
    assert_eq!(fact("日期 days")[1], "2024-01-01 至 to 2024-06-30");
    assert_eq!(fact("筛选 filter")[1], "channel = ONLINE");
    assert_eq!(fact("分组与排序 grouped and ordered by")[1], "月份 month，品种 variety");
    assert_eq!(fact("截至 as of")[1], "2026-11-24T04:00:00.000000Z（2026-11-24 12:00 UTC+8）");
    assert_eq!(fact("程序版本 program")[1], format!("Lihua {}", env!("CARGO_PKG_VERSION")));
    for (key, _) in SALES.measures {
        let version = match *key {
            "preorderCount" | "salesYuan" | "salesKg" => "2",
            key if key.starts_with("pre") => "3",
            _ => "1",
        };
        assert_eq!(fact(key)[2], version, "the version of its definition");
        assert!(fact(key)[3].len() > 10 && fact(key)[4].len() > 10, "{:?}", fact(key));
    }
    assert!(!notes.iter().any(|note| note.first().is_some_and(|first| first == "上年同期 a year before")));
}
