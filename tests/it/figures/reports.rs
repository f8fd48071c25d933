//! The report and the annual averages: every figure is a sum over records.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use serde_json::{Value, json};

use crate::app::{OTHER_TOWN, TOWN, TestApp, VILLAGE};

#[tokio::test]
async fn a_sale_moves_the_report_by_exactly_that() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let selection = "salesRevenueYuan presaleRevenueYuan produceRevenueYuan revenueByVariety { variety { code } salesYuan salesKg presaleYuan presaleKg } revenueByChannel { channel salesYuan }";
    let before = clerk.report(2024, selection).await;
    assert_eq!((&before["produceRevenueYuan"], &before["revenueByVariety"]), (&json!("0.00"), &json!([])));
    clerk.record_sale("2024-08-01", "10.5", "52.50").await;
    let sale = clerk.record_sale("2024-08-01", "0.001", "0.01").await;
    let expected = |sales: &str, kg: &str| {
        json!({
            "salesRevenueYuan": sales, "presaleRevenueYuan": "0.00", "produceRevenueYuan": sales,
            "revenueByVariety": [{"variety": {"code": "fengshui-pear"}, "salesYuan": sales, "salesKg": kg, "presaleYuan": "0.00", "presaleKg": "0.000"}],
            "revenueByChannel": [{"channel": "MARKET", "salesYuan": sales}]
        })
    };
    assert_eq!(clerk.report(2024, selection).await, expected("52.51", "10.501"));
    clerk.change("voidSale", json!({"saleId": sale, "reason": "误录"}), "__typename").await;
    assert_eq!(
        clerk.report(2024, selection).await,
        expected("52.50", "10.500"),
        "a void takes it out of the day that it corrects"
    );
    app.verified().await;
}

#[tokio::test]
async fn sums_beyond_thirty_million_yuan_are_exact() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    for _ in 0..31 {
        clerk.record_sale("2024-08-01", "100000000", "1000000000").await;
    }
    clerk.record_sale("2024-08-01", "0.001", "0.01").await;
    let report = clerk
        .report(2024, "salesRevenueYuan revenueByMonth { month salesYuan presaleYuan } revenueByVariety { salesKg }")
        .await;
    assert_eq!(report["salesRevenueYuan"], "31000000000.01");
    assert_eq!(report["revenueByMonth"][7], json!({"month": 8, "salesYuan": "31000000000.01", "presaleYuan": "0.00"}));
    assert_eq!(report["revenueByMonth"].as_array().expect("months").len(), 12);
    assert_eq!(report["revenueByVariety"][0]["salesKg"], "3100000000.001");
    let averages = clerk
        .ask(&format!(
            "{{ annualAverages(regionCode: \"{TOWN}\", fromYear: 2024, toYear: 2024) {{ produceRevenueYuan }} }}"
        ))
        .await;
    assert_eq!(averages["annualAverages"]["produceRevenueYuan"], "31000000000.01");
}

#[tokio::test]
async fn the_year_turns_at_midnight_in_the_town() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    // A minute before midnight in Asia/Shanghai, and midnight. In UTC both are on 31 December.
    app.set_time("2026-12-31T15:59:00Z");
    clerk.record_sale("2026-12-31", "1", "1").await;
    let tomorrow = json!({
        "soldOn": "2027-01-01", "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "yunan-navel-orange",
        "quantityKg": "1", "amountYuan": "2"
    });
    assert_eq!(
        clerk.refused_change("recordSale", tomorrow.clone()).await.brief(),
        ("INVALID_INPUT", Some("input.soldOn"))
    );
    let refusal = clerk.refused(&format!("{{ townReport(regionCode: \"{TOWN}\", year: 2027) {{ year }} }}")).await;
    assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("year")));
    app.set_time("2026-12-31T16:00:00Z");
    clerk.change("recordSale", tomorrow, "__typename").await;
    for (year, sales) in [(2026, "1.00"), (2027, "2.00")] {
        assert_eq!(clerk.report(year, "salesRevenueYuan").await["salesRevenueYuan"], sales, "{year}");
    }
    let months = clerk.report(2027, "revenueByMonth { salesYuan }").await;
    assert_eq!(months["revenueByMonth"][0]["salesYuan"], "2.00");
}

#[tokio::test]
async fn an_empty_town_reports_nothing_and_fails_nowhere() {
    let app = TestApp::new().await;
    let official = app.official_of(TOWN).await;
    let selection = "region { name } year plantedAreaMu plantedAreaByVariety { areaMu } visitors visitorsByMonth { month count } \
        salesRevenueYuan presaleRevenueYuan produceRevenueYuan revenueByVariety { salesYuan } revenueByProduct { salesYuan } \
        revenueByChannel { salesYuan } revenueByMonth { month } cateringTakingsYuan cateringIncreaseYuan festivalEditions \
        processingPlants processingProjects honours { count } asOf";
    for year in [1949, 2024, 2026] {
        let report = official.report(year, selection).await;
        assert_eq!(
            (&report["plantedAreaMu"], &report["visitors"], &report["cateringIncreaseYuan"]),
            (&json!("0.00"), &json!(0), &Value::Null)
        );
        assert_eq!(report["visitorsByMonth"].as_array().expect("months").len(), 12);
    }
    let averages = official
        .ask(&format!("{{ annualAverages(regionCode: \"{TOWN}\", fromYear: 1949, toYear: 2026) {{ years visitors produceRevenueYuan cateringIncreaseYuan }} }}"))
        .await;
    let expected = json!({"years": [], "visitors": null, "produceRevenueYuan": null, "cateringIncreaseYuan": null});
    assert_eq!(averages["annualAverages"], expected);
}

#[tokio::test]
async fn means_are_taken_over_the_years_that_have_records() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let (admin, clerk) = (app.admin().await, app.clerk().await);
    admin.change("setCateringBaseline", json!({"regionCode": TOWN, "baselineYear": 2020}), "__typename").await;
    clerk.record_sale("2021-08-01", "1", "10.01").await;
    for (site, date, visitors) in [("gate", "2022-04-01", 100), ("pavilion", "2024-04-01", 70)] {
        clerk
            .change("recordVisitors", json!({"siteCode": site, "date": date, "visitors": visitors}), "__typename")
            .await;
    }
    let voided = clerk.record_sale("2023-08-01", "1", "1000").await;
    clerk.change("voidSale", json!({"saleId": voided, "reason": "误录"}), "__typename").await;
    for (year, amount) in [(2020, "50"), (2022, "60.05")] {
        let input = json!({"establishmentCode": "kitchen", "year": year, "month": 4, "amountYuan": amount});
        clerk.change("recordCateringTakings", input, "__typename").await;
    }
    let query = |from: i32, to: i32| {
        format!(
            "{{ annualAverages(regionCode: \"{TOWN}\", fromYear: {from}, toYear: {to}) {{ years leftOut visitors produceRevenueYuan cateringIncreaseYuan }} }}"
        )
    };
    // 2021 because of its sale, 2022 because of visitors and takings, 2024 because of visitors on the way. 2023 has
    // only a voided sale.
    let expected = json!({
        // 100 / 3, 10.01 / 3 = 3.3366…, 10.05 / 3 = 3.35: only in 2022 there are takings to compare.
        "years": [2021, 2022, 2024], "leftOut": [2026], "visitors": 33, "produceRevenueYuan": "3.34",
        "cateringIncreaseYuan": "3.35"
    });
    assert_eq!(clerk.ask(&query(2021, 2026)).await["annualAverages"], expected);
    // What the running year brings divides nothing, and what was the running year at an instant did not then.
    clerk.record_sale("2026-08-01", "1", "1000000").await;
    assert_eq!(clerk.ask(&query(2021, 2026)).await["annualAverages"], expected);
    let nothing = json!({"years": [], "leftOut": [2026], "visitors": null, "produceRevenueYuan": null, "cateringIncreaseYuan": null});
    assert_eq!(clerk.ask(&query(2026, 2026)).await["annualAverages"], nothing);
    let as_of = clerk.report(2026, "asOf").await["asOf"].clone();
    app.set_time("2026-12-31T16:00:00Z");
    let answer = clerk.ask(&query(2021, 2026)).await;
    assert_eq!(
        (&answer["annualAverages"]["years"], &answer["annualAverages"]["leftOut"]),
        (&json!([2021, 2022, 2024, 2026]), &json!([])),
        "at midnight in the town the year is over"
    );
    let then = query(2021, 2026).replace("toYear: 2026", &format!("toYear: 2026, asOf: {as_of}"));
    assert_eq!(clerk.ask(&then).await["annualAverages"], expected);
    for (from, to, field) in [(2024, 2023, "toYear"), (1948, 2024, "fromYear"), (2024, 2028, "toYear")] {
        assert_eq!(clerk.refused(&query(from, to)).await.brief(), ("INVALID_INPUT", Some(field)));
    }
}

#[tokio::test]
async fn as_of_an_instant_the_report_is_the_same_for_ever() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let mut known = Vec::new();
    let mut sales = Vec::new();
    for hour in 0..6 {
        app.set_time(&format!("2026-11-24T{:02}:00:00Z", 4 + hour));
        sales.push(clerk.record_sale("2026-11-24", "1", &format!("{}", 1 << hour)).await);
        if hour == 3 {
            clerk.change("voidSale", json!({"saleId": sales[0], "reason": "误录"}), "__typename").await;
        }
        known.push(clerk.report(2026, "salesRevenueYuan asOf").await);
    }
    let sums: Vec<_> = known.iter().map(|report| report["salesRevenueYuan"].as_str().expect("a sum")).collect();
    assert_eq!(sums, ["1.00", "3.00", "7.00", "14.00", "30.00", "62.00"]);
    for report in &known {
        let as_of = report["asOf"].as_str().expect("an instant");
        assert_eq!(clerk.report_as_of(2026, as_of, "salesRevenueYuan asOf").await, *report);
    }
    assert_eq!(
        clerk.report_as_of(2026, "2026-11-24T06:30:00.000001Z", "salesRevenueYuan").await["salesRevenueYuan"],
        "7.00"
    );
    assert_eq!(clerk.report_as_of(2026, "2026-11-24T03:59:59Z", "salesRevenueYuan").await["salesRevenueYuan"], "0.00");
    assert_eq!(
        clerk.report_as_of(2026, "2026-11-24T14:30:00+08:00", "salesRevenueYuan").await["salesRevenueYuan"],
        "7.00"
    );
    for wrong in ["2026-11-24T09:00:00.000001Z", "2030-01-01T00:00:00Z", "yesterday", "2026-11-24", ""] {
        let query = format!("{{ townReport(regionCode: \"{TOWN}\", year: 2026, asOf: \"{wrong}\") {{ year }} }}");
        assert_eq!(clerk.refused(&query).await.brief(), ("INVALID_INPUT", Some("asOf")), "{wrong}");
    }
}

#[tokio::test]
async fn who_may_read_the_figures_of_which_region() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let query = |region: &str| format!("{{ townReport(regionCode: \"{region}\", year: 2024) {{ year }} }}");
    for reader in [app.admin().await, app.official_of(TOWN).await, app.official_of("500235").await, app.clerk().await] {
        reader.ask(&query(TOWN)).await;
        reader.ask(&query(VILLAGE)).await;
    }
    for (reader, region) in [
        (app.clerk_of(VILLAGE).await, TOWN),
        (app.official_of(TOWN).await, "500235"),
        (app.official_of(TOWN).await, OTHER_TOWN),
    ] {
        assert_eq!(reader.refused(&query(region)).await.code, "FORBIDDEN");
    }
    for reader in [app.buyer().await, app.plant_operator("pickles").await] {
        assert_eq!(reader.refused(&query(TOWN)).await.code, "FORBIDDEN");
    }
    assert_eq!(app.visitor().refused(&query(TOWN)).await.code, "UNAUTHENTICATED");
    for (region, year, field) in [("500235999", 2024, "regionCode"), (TOWN, 1948, "year"), (TOWN, 2027, "year")] {
        let query = format!("{{ townReport(regionCode: \"{region}\", year: {year}) {{ year }} }}");
        assert_eq!(app.admin().await.refused(&query).await.brief(), ("INVALID_INPUT", Some(field)));
    }
    let mixed = app
        .visitor()
        .send(&format!("{{ serviceInfo {{ demo }} {} ", query(TOWN).trim_start_matches('{')), json!({}))
        .await;
    assert_eq!(
        mixed["data"],
        json!({"serviceInfo": {"demo": false}, "townReport": null}),
        "one refusal costs one field"
    );
}

#[tokio::test]
async fn a_report_is_added_up_again_only_where_something_was_recorded() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let other = app.configured(&[("REPORTS_KEPT", "0")]);
    let statements = Arc::new(AtomicUsize::new(0));
    let counter = statements.clone();
    let observed = app.observed(move |_| {
        counter.fetch_add(1, Ordering::SeqCst);
    });
    let (watcher, recorder) = (observed.again(&clerk), other.again(&clerk));
    let asked = async || {
        statements.store(0, Ordering::SeqCst);
        let sales = watcher.report(2026, "salesRevenueYuan").await["salesRevenueYuan"].take();
        (sales, statements.load(Ordering::SeqCst))
    };
    let (_, added_up) = asked().await;
    let (sales, kept) = asked().await;
    assert_eq!(sales, "0.00");
    assert!(kept + 4 <= added_up, "{kept} statements, {added_up} at first");
    // Another server records. This one learns of it only from the database.
    recorder.record_sale("2026-08-01", "1", "5.00").await;
    let (sales, again) = asked().await;
    assert_eq!(sales, "5.00");
    assert!(again >= added_up, "{again} statements, {added_up} at first");
    let (sales, kept) = asked().await;
    assert_eq!(sales, "5.00");
    assert!(kept + 4 <= added_up, "{kept} statements, {added_up} at first");
    // Some figures are counted up to the present day, so a new day requires a new computation.
    app.set_time("2026-11-25T16:00:00Z");
    assert!(asked().await.1 >= added_up);
}

#[tokio::test]
async fn no_more_reports_are_kept_than_the_settings_say() {
    let app = TestApp::new().await;
    let statements = Arc::new(AtomicUsize::new(0));
    let clerk = app.clerk().await;
    let mut costs = Vec::new();
    for most in ["0", "1"] {
        let counter = statements.clone();
        let observed = app.configured_and_observed(&[("REPORTS_KEPT", most)], move |_| {
            counter.fetch_add(1, Ordering::SeqCst);
        });
        let clerk = observed.again(&clerk);
        clerk.report(2026, "visitors").await;
        statements.store(0, Ordering::SeqCst);
        clerk.report(2026, "visitors").await;
        costs.push(statements.load(Ordering::SeqCst));
    }
    assert!(costs[0] > costs[1], "{costs:?}");
}
