//! A published report on paper and as files: what everybody reads, and what those with access to all of it read.

use axum::http::StatusCode;
use serde_json::json;

use super::{WHOLE, publish, small_cells::town};
use crate::{
    app::{Client, TOWN, TestApp, VILLAGE, text},
    figures::exports::{cell_is, lines, sheet},
    service::wire::{Answer, refusal},
};

fn html(answer: &Answer) -> &str {
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, Some("text/html; charset=utf-8")));
    std::str::from_utf8(&answer.body).expect("text")
}

/// Whether a page shows the sales of oranges, which have only one seller. The public months contain the same amount.
fn shows_oranges(page: &str) -> bool {
    let sold = page.contains("<td>云安脐橙</td><td class=\"amount\">7.00</td>");
    assert_ne!(sold, page.contains("<td>云安脐橙</td><td class=\"amount\">—</td>"), "{page}");
    sold
}

/// A town with few sellers and its report of 2024. Returns the id of the report, too.
async fn published() -> (TestApp, Client, String) {
    let app = TestApp::new().await;
    let (clerk, _) = town(&app).await;
    let id = text(&publish(&app.official_of(TOWN).await, TOWN, 2024, "YEAR", "id").await["id"]);
    (app, clerk, id)
}

#[tokio::test]
async fn everybody_reads_the_page_without_amounts_of_few_sellers() {
    let (app, clerk, id) = published().await;
    let public = app.get(&[], &format!("/reports/{id}")).await;
    let page = html(&public);
    assert!(
        page.contains("<h1>云安镇2024年统计报告</h1>") && page.contains("第 1 版") && page.contains("云阳县云安镇")
    );
    assert!(
        page.contains("2024年，在云安镇，特色水果种植0.00亩，吸纳游客0人次，带动农产品销售及预售606.00元；"),
        "{page}"
    );
    assert!(page.contains("销售方不足 3 户的金额不公开") && page.contains("<td class=\"amount\">—</td>"));
    assert!(!shows_oranges(page) && !page.contains("暂定") && !page.contains("演示数据"));
    assert!(
        public
            .header("content-security-policy")
            .expect("a policy")
            .starts_with("default-src 'none'; style-src 'sha256-")
    );
    for reader in [&clerk, &app.official_of(TOWN).await, &app.admin().await] {
        let whole = app.file(reader, &format!("/reports/{id}")).await;
        let page = html(&whole);
        assert!(shows_oranges(page) && !page.contains("不公开"), "{page}");
    }
    let elsewhere = app.file(&app.clerk_of(VILLAGE).await, &format!("/reports/{id}")).await;
    assert!(!shows_oranges(html(&elsewhere)), "a community's clerk reads what everybody does");
    let everything = app.configured(&[("SMALL_CELL_SELLERS", "1")]);
    assert!(shows_oranges(html(&everything.get(&[], &format!("/reports/{id}")).await)));
}

#[tokio::test]
async fn what_does_not_exist_is_refused_in_its_own_form() {
    let (app, clerk, id) = published().await;
    for unknown in
        ["0", "%00", "%FF", "01a20e19-d21b-74a1-93ee-580c3edcf874", &"x".repeat(5000), &format!("{id}.pdf"), ".csv"]
    {
        let answer = app.get(&[], &format!("/reports/{unknown}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{unknown}");
    }
    let page = app.get(&[], "/reports/0").await;
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    for extension in ["csv", "xlsx"] {
        assert_eq!(app.get(&[], &format!("/reports/0.{extension}")).await.brief(), refusal(404, "NOT_FOUND"));
        let wrong = app.get(&[("authorization", "Bearer nonsense")], &format!("/reports/{id}.{extension}")).await;
        assert_eq!(
            (wrong.brief(), wrong.header("www-authenticate")),
            (refusal(401, "UNAUTHENTICATED"), Some("Bearer"))
        );
    }
    assert_eq!(
        app.get(&[("authorization", "Bearer nonsense")], &format!("/reports/{id}")).await.status,
        StatusCode::UNAUTHORIZED
    );
    assert_eq!(app.file(&clerk, &format!("/reports/{id}.csv")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn files_have_every_figure_that_the_reader_may_read() {
    let (app, clerk, id) = published().await;
    for (reader, is_whole) in [(Some(&clerk), true), (None, false)] {
        let headers: Vec<(String, String)> =
            reader.map(|client| ("authorization".to_owned(), client.bearer())).into_iter().collect();
        let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let answer = app.get(&headers, &format!("/reports/{id}.csv")).await;
        assert!(
            answer
                .header("content-disposition")
                .expect("a name")
                .contains("filename=\"report_500235136_2024_YEAR_1.csv\"")
        );
        let csv = lines(&answer);
        let value = |figure: &str, row: &str, part: &str| {
            let line = csv.iter().find(|line| line[0] == figure && line[2] == row && line[4].ends_with(part));
            line.unwrap_or_else(|| panic!("{figure} {row} {part} in {csv:?}"))[5].clone()
        };
        assert_eq!(value("salesRevenueYuan", "", "sales revenue"), "606.00");
        assert_eq!(value("visitorsByMonth", "2024-12", "visitors by month"), "0");
        assert_eq!(value("cateringIncreaseYuan", "", "catering increase"), "");
        assert_eq!(value("revenueByVariety", "fengshui-pear", " sales"), "440.00");
        assert_eq!(value("revenueByVariety", "yunan-navel-orange", " sales"), if is_whole { "7.00" } else { "—" });
        assert_eq!(csv.iter().any(|line| line[7].contains("fewer than 3 sellers")), !is_whole);
        let rows = sheet(&app.get(&headers, &format!("/reports/{id}.xlsx")).await, "数据 Data");
        assert_eq!(rows.len(), csv.len());
        for (cells, line) in rows[1..].iter().zip(&csv[1..]) {
            assert!(cell_is(&cells[5], &line[5], line[5] != "—"), "{cells:?} is not {line:?}");
        }
    }
}

#[tokio::test]
async fn what_has_changed_since_is_marked_and_names_are_those_of_the_day() {
    let (app, clerk, id) = published().await;
    let sale = clerk.record_sale("2024-08-09", "1", "1").await;
    let renamed = json!({"code": "fengshui-pear", "name": "另一个梨", "nameEn": "Another pear", "harvestStartMonth": 7, "harvestEndMonth": 9});
    app.admin().await.change("updateVariety", renamed, "__typename").await;
    let answer = app.get(&[], &format!("/reports/{id}")).await;
    let page = html(&answer);
    assert!(
        page.contains("the records now give different figures for")
            && page.contains("丰水梨")
            && !page.contains("另一个梨"),
        "{page}"
    );
    let notes = sheet(&app.get(&[], &format!("/reports/{id}.xlsx")).await, "说明 Notes");
    let note = |about: &str| notes.iter().find(|note| note[0] == about).map(|note| note[1].to_string());
    assert!(note("记录现已不同 restated since").expect("a note").contains("销售额 sales revenue"));
    assert!(note("摘要 summary").expect("a note").contains("606.00元"));
    clerk.change("voidSale", json!({"saleId": sale, "reason": "误录"}), "__typename").await;
    let answer = app.get(&[], &format!("/reports/{id}")).await;
    assert!(!html(&answer).contains("the records now give different figures for"));
}

#[tokio::test]
async fn the_demonstration_says_its_year_as_the_town_would() {
    let app = TestApp::demo().await;
    let official = app.sign_in_to_demo("official").await;
    let report = official.report(2024, &format!("sentenceZh sentenceEn {WHOLE}")).await;
    let sentence = "2024年，在云安镇，特色水果种植2.04万亩（20,400.00亩），吸纳游客4.62万人次（46,200人次），\
                    带动农产品销售及预售1,066.00万元（10,660,015.63元），特色餐饮增收576.00万元（5,760,000.00元）；\
                    期末累计举办梨花节10届，有标准化加工厂4个、农副产品加工项目3个、重庆地标菜1个、云阳名小吃1个、县级非遗传承项目3个。\
                    尚未填报：客流（景点·日）976、村（社区）上报11。";
    assert_eq!(report["sentenceZh"], sentence);
    assert!(
        text(&report["sentenceEn"])
            .starts_with("In 2024, 云安镇 grew fruit on 20,400.00 mu, had 46,200 person-times of visitors, ")
    );
    let edition = publish(&official, TOWN, 2026, "YEAR", "id report { sentenceZh }").await;
    let answer = app.get(&[], &format!("/reports/{}", text(&edition["id"]))).await;
    let page = html(&answer);
    assert!(page.contains("演示数据 demonstration data") && page.contains("暂定：发布时本期尚未结束"));
    assert!(page.contains(&text(&edition["report"]["sentenceZh"])));
    assert!(!page.contains("<script") && !page.contains(" style="));
}
