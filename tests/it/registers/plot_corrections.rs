//! Plots that were registered wrongly, or taken out of use by mistake.

use serde_json::{Value, json};

use crate::app::{Client, NOW, OTHER_VILLAGE, TOWN, TestApp, VILLAGE, text};

const AREA: &str = "plantedAreaMu plantedAreaByVariety { areaMu growers }";

async fn areas(client: &Client, region: &str, years: std::ops::RangeInclusive<i32>) -> Vec<Value> {
    let mut areas = Vec::new();
    for year in years {
        let query = format!("{{ townReport(regionCode: \"{region}\", year: {year}) {{ plantedAreaMu }} }}");
        areas.push(client.ask(&query).await["townReport"]["plantedAreaMu"].take());
    }
    areas
}

async fn restated(client: &Client) -> Value {
    let query = format!("{{ publishedReports(regionCode: \"{TOWN}\") {{ nodes {{ restatedFields }} }} }}");
    client.ask(&query).await["publishedReports"]["nodes"][0]["restatedFields"].take()
}

fn correction(plot: &str, field: &str, value: impl Into<Value>) -> Value {
    json!({"plotId": plot, field: value.into(), "reason": "登记时看错证"})
}

#[tokio::test]
async fn a_wrong_year_of_planting_is_corrected_from_the_beginning() {
    let app = TestApp::new().await;
    let (clerk, official) = (app.clerk().await, app.official_of(TOWN).await);
    let (grower, heir) =
        (clerk.register_grower("王桂英", VILLAGE).await, clerk.register_grower("王小英", VILLAGE).await);
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2012).await;
    for change in [
        json!({"plotId": plot, "from": "2014-03-01", "areaMu": "9.5"}),
        json!({"plotId": plot, "from": "2014-03-01", "treeCount": 300}),
        json!({"plotId": plot, "from": "2016-01-01", "growerId": heir}),
    ] {
        clerk.change("changePlot", change, "__typename").await;
    }
    clerk.change("takePlotOutOfUse", json!({"plotId": plot, "from": "2020-07-01"}), "__typename").await;
    official.change("publishReport", json!({"regionCode": TOWN, "year": 2013}), "__typename").await;
    official.change("publishReport", json!({"regionCode": TOWN, "year": 2011}), "__typename").await;
    let before = clerk.report(2011, &format!("asOf {AREA}")).await;
    assert_eq!(areas(&clerk, TOWN, 2009..=2012).await, ["0.00", "0.00", "0.00", "10.00"]);

    app.set_time("2026-11-24T05:00:00Z");
    let input = correction(&plot, "plantedYear", 2010);
    let corrected = clerk.change("correctPlot", input, "plot { plantedYear countsFrom outOfUseFrom areaMu }").await;
    let expected =
        json!({"plantedYear": 2010, "countsFrom": "2010-01-01", "outOfUseFrom": "2020-07-01", "areaMu": "9.50"});
    assert_eq!(corrected["plot"], expected);
    assert_eq!(areas(&clerk, TOWN, 2009..=2014).await, ["0.00", "10.00", "10.00", "10.00", "10.00", "9.50"]);
    assert_eq!(areas(&clerk, TOWN, 2019..=2020).await, ["9.50", "0.00"]);
    assert_eq!(clerk.report(2011, AREA).await["plantedAreaByVariety"], json!([{"areaMu": "10.00", "growers": 1}]));
    let query =
        format!("{{ publishedReports(regionCode: \"{TOWN}\") {{ nodes {{ report {{ year }} restatedFields }} }} }}");
    let expected = json!([
        {"report": {"year": 2011}, "restatedFields": ["plantedAreaMu", "plantedAreaByVariety"]},
        {"report": {"year": 2013}, "restatedFields": null},
    ]);
    assert_eq!(official.ask(&query).await["publishedReports"]["nodes"], expected);
    let as_of = before["asOf"].as_str().expect("an instant");
    assert_eq!(clerk.report_as_of(2011, as_of, &format!("asOf {AREA}")).await, before, "as of before, as it was");
    app.verified().await;

    // Back to what it was: nothing is restated any more. And once more, with changes in between.
    clerk.change("correctPlot", correction(&plot, "plantedYear", 2012), "__typename").await;
    assert_eq!(
        (areas(&clerk, TOWN, 2011..=2012).await, restated(&official).await),
        (vec![json!("0.00"), json!("10.00")], Value::Null)
    );
    clerk.change("putPlotBackInUse", json!({"plotId": plot, "reason": "误停"}), "__typename").await;
    clerk.change("changePlot", json!({"plotId": plot, "from": "2026-11-24", "areaMu": "9"}), "__typename").await;
    clerk.change("correctPlot", correction(&plot, "plantedYear", 2014), "__typename").await;
    assert_eq!(areas(&clerk, TOWN, 2012..=2014).await, ["0.00", "0.00", "9.50"]);
    assert_eq!(areas(&clerk, TOWN, 2025..=2026).await, ["9.50", "9.00"]);
    app.verified().await;
}

#[tokio::test]
async fn a_wrong_region_is_corrected_with_the_lots() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2020).await;
    clerk.register_plot(&grower, VILLAGE, "1", 2022).await;
    let lot = clerk.record_harvest(&plot, "2026-08-10", "500").await;
    let sale = json!({
        "soldOn": "2026-08-11", "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "fengshui-pear", "lotId": lot,
        "quantityKg": "100", "amountYuan": "600"
    });
    clerk.change("recordSale", sale, "__typename").await;
    let neighbour = app.clerk_of(OTHER_VILLAGE).await;
    let correction = correction(&plot, "regionCode", OTHER_VILLAGE);
    assert_eq!(neighbour.refused_change("correctPlot", correction.clone()).await.code, "NOT_FOUND");
    let village = app.clerk_of(VILLAGE).await;
    assert_eq!(village.refused_change("correctPlot", correction.clone()).await.code, "FORBIDDEN", "not its own");

    let corrected = clerk.change("correctPlot", correction, "plot { region { code } }").await;
    assert_eq!(corrected["plot"]["region"]["code"], OTHER_VILLAGE);
    assert_eq!(areas(&clerk, VILLAGE, 2020..=2022).await, ["0.00", "0.00", "1.00"]);
    assert_eq!(areas(&clerk, OTHER_VILLAGE, 2020..=2022).await, ["10.00"; 3]);
    assert_eq!(areas(&clerk, TOWN, 2020..=2022).await, ["10.00", "10.00", "11.00"]);
    let growers = clerk.report(2022, AREA).await["plantedAreaByVariety"][0]["growers"].take();
    assert_eq!(growers, 1, "one grower, also in the town");
    let lots = "{ harvestLots { nodes { id } } }";
    assert_eq!(neighbour.ask(lots).await["harvestLots"]["nodes"], json!([{"id": lot}]), "the lots lie there, too");
    assert_eq!(village.ask(lots).await["harvestLots"]["nodes"], json!([]));
    let revenue = format!("{{ townReport(regionCode: \"{VILLAGE}\", year: 2026) {{ salesRevenueYuan }} }}");
    assert_eq!(clerk.ask(&revenue).await["townReport"]["salesRevenueYuan"], "600.00", "sales stay where they were");
    app.verified().await;
}

#[tokio::test]
async fn a_plot_counts_from_the_day_that_its_registration_names() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let new = |planted: i32, from: &str| {
        json!({
            "growerId": grower, "regionCode": VILLAGE, "varietyCode": "fengshui-pear", "areaMu": "4", "plantedYear": planted,
            "countsFrom": from
        })
    };
    for (planted, from) in [(2024, "2023-12-31"), (2026, "2026-11-25"), (2024, "2024-02-30")] {
        let refusal = clerk.refused_change("registerPlot", new(planted, from)).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.countsFrom")), "{planted} {from}");
    }
    let made = clerk.change("registerPlot", new(2012, "2024-07-01"), "plot { id plantedYear countsFrom }").await;
    let plot = text(&made["plot"]["id"]);
    assert_eq!(made["plot"], json!({"id": plot, "plantedYear": 2012, "countsFrom": "2024-07-01"}));
    assert_eq!(areas(&clerk, TOWN, 2022..=2024).await, ["0.00", "0.00", "4.00"]);
    for (day, plots) in [("2024-06-30", 0), ("2024-07-01", 1)] {
        let query = format!("{{ plots(filter: {{inUseOn: \"{day}\"}}) {{ totalCount }} }}");
        assert_eq!(clerk.ask(&query).await["plots"]["totalCount"], plots, "{day}");
    }
    let early = json!({"plotId": plot, "harvestedOn": "2024-06-30", "quantityKg": "1"});
    assert_eq!(clerk.refused_change("recordHarvest", early).await.code, "CONFLICT");
    // The trees were older, or younger, but the plot counts from the same day.
    for (year, expected) in [(2010, None), (2024, None), (2025, Some(("INVALID_INPUT", Some("input.plantedYear"))))] {
        let input = correction(&plot, "plantedYear", year);
        match expected {
            None => {
                let corrected = clerk.change("correctPlot", input, "plot { plantedYear countsFrom }").await;
                assert_eq!(corrected["plot"], json!({"plantedYear": year, "countsFrom": "2024-07-01"}));
                assert_eq!(areas(&clerk, TOWN, 2023..=2024).await, ["0.00", "4.00"]);
            }
            Some(refusal) => assert_eq!(clerk.refused_change("correctPlot", input).await.brief(), refusal),
        }
    }
    app.verified().await;
}

#[tokio::test]
async fn bad_corrections_are_refused_on_their_field() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2012).await;
    clerk.change("changePlot", json!({"plotId": plot, "from": "2020-05-01", "areaMu": "9"}), "__typename").await;
    clerk.record_harvest(&plot, "2014-08-10", "500").await;
    let code = clerk.ask("{ harvestLots { nodes { code } } }").await["harvestLots"]["nodes"][0]["code"].take();
    for (input, expected) in [
        (json!({"plotId": plot, "reason": "无"}), ("INVALID_INPUT", Some("input.plantedYear"))),
        (correction(&plot, "plantedYear", 2012), ("INVALID_INPUT", Some("input.plantedYear"))),
        (correction(&plot, "regionCode", VILLAGE), ("INVALID_INPUT", Some("input.regionCode"))),
        (correction(&plot, "regionCode", "500235136999"), ("INVALID_INPUT", Some("input.regionCode"))),
        (correction(&plot, "plantedYear", 1948), ("INVALID_INPUT", Some("input.plantedYear"))),
        (correction(&plot, "plantedYear", 2027), ("INVALID_INPUT", Some("input.plantedYear"))),
        (correction(&plot, "plantedYear", 2021), ("INVALID_INPUT", Some("input.plantedYear"))),
        (correction(&plot, "plantedYear", 2015), ("CONFLICT", None)),
        (json!({"plotId": plot, "plantedYear": 2011, "reason": " "}), ("INVALID_INPUT", Some("input.reason"))),
        (correction("no id", "plantedYear", 2011), ("NOT_FOUND", Some("input.plotId"))),
    ] {
        let refusal = clerk.refused_change("correctPlot", input.clone()).await;
        assert_eq!(refusal.brief(), expected, "{input}");
        if refusal.code == "CONFLICT" {
            assert!(refusal.message.contains(code.as_str().expect("a code")), "{refusal:?} names the lot");
        }
    }
    assert_eq!(areas(&clerk, TOWN, 2011..=2012).await, ["0.00", "10.00"]);
    clerk.change("correctPlot", correction(&plot, "plantedYear", 2014), "__typename").await;
    app.verified().await;
}

#[tokio::test]
async fn a_plot_that_was_taken_out_of_use_by_mistake_is_put_back() {
    let app = TestApp::new().await;
    let (clerk, official) = (app.clerk().await, app.official_of(TOWN).await);
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2012).await;
    let back = json!({"plotId": plot, "reason": "误停"});
    assert_eq!(clerk.refused_change("putPlotBackInUse", back.clone()).await.code, "CONFLICT", "it is in use");
    clerk.change("takePlotOutOfUse", json!({"plotId": plot, "from": "2024-06-01"}), "__typename").await;
    official.change("publishReport", json!({"regionCode": TOWN, "year": 2024}), "__typename").await;
    let out = clerk.report(2024, "asOf plantedAreaMu").await;
    // Its grower becomes a family farm meanwhile, which counts from that day on.
    clerk.change("updateGrower", json!({"growerId": grower, "kind": "FAMILY_FARM"}), "__typename").await;
    app.set_time("2026-11-24T05:00:00Z");
    let bad = json!({"plotId": plot, "reason": ""});
    assert_eq!(clerk.refused_change("putPlotBackInUse", bad).await.brief(), ("INVALID_INPUT", Some("input.reason")));
    let mut keyed = back.clone();
    keyed["idempotencyKey"] = json!("k1");
    let put = clerk.change("putPlotBackInUse", keyed.clone(), "plot { id outOfUseFrom }").await;
    assert_eq!(put["plot"], json!({"id": plot, "outOfUseFrom": null}));
    assert_eq!(clerk.change("putPlotBackInUse", keyed, "plot { id outOfUseFrom }").await, put);
    assert_eq!(clerk.refused_change("putPlotBackInUse", back).await.code, "CONFLICT");
    assert_eq!(areas(&clerk, TOWN, 2023..=2026).await, ["10.00"; 4]);
    assert_eq!(restated(&official).await, json!(["plantedAreaMu", "plantedAreaByVariety"]));
    let as_of = out["asOf"].as_str().expect("an instant");
    assert_eq!(clerk.report_as_of(2024, as_of, "asOf plantedAreaMu").await, out);
    let kinds = |from: &str| {
        format!(
            "{{ plantedAreaStatistics(filter: {{regionCode: \"{TOWN}\", from: \"{from}\", to: \"{from}\"}}, groupBy: [GROWER_KIND]) \
             {{ growerKind areaMu plots }} }}"
        )
    };
    for (day, kind) in [("2026-11-23", "HOUSEHOLD"), ("2026-11-24", "FAMILY_FARM")] {
        let rows = clerk.ask(&kinds(day)).await["plantedAreaStatistics"].take();
        assert_eq!(rows, json!([{"growerKind": kind, "areaMu": "10.00", "plots": 1}]), "{day}");
    }
    // Out of use again, from another day on.
    clerk.change("takePlotOutOfUse", json!({"plotId": plot, "from": "2026-11-24"}), "__typename").await;
    assert_eq!(areas(&clerk, TOWN, 2025..=2026).await, ["10.00", "0.00"]);
    app.verified().await;
}

#[tokio::test]
async fn of_several_corrections_at_once_each_is_whole() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let (grower, heir) =
        (clerk.register_grower("王桂英", VILLAGE).await, clerk.register_grower("王小英", VILLAGE).await);
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2012).await;
    let second = app.second_server(NOW).await.again(&clerk);
    let requests: Vec<_> = (0..9)
        .map(|number| {
            let client = if number % 2 == 0 { clerk.clone() } else { second.clone() };
            let of = if number > 4 { &heir } else { &grower };
            let (field, input) = match number % 3 {
                0 => ("correctPlot", correction(&plot, "plantedYear", 2000 + number)),
                1 => ("changePlot", json!({"plotId": plot, "from": "2026-11-24", "growerId": of})),
                _ => ("updateGrower", json!({"growerId": of, "kind": "FAMILY_FARM"})),
            };
            tokio::spawn(async move { (field, client.mutate(field, input, "__typename").await) })
        })
        .collect();
    for request in requests {
        let (field, answer) = request.await.expect("an answer");
        assert!(answer.get("errors").is_none(), "{field}: {answer:#}");
    }
    assert_eq!(areas(&clerk, TOWN, 2026..=2026).await, ["10.00"]);
    app.verified().await;
}
