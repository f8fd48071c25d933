//! Plots: which area counts as planted, where and when.

use serde_json::{Value, json};

use crate::app::{Client, OTHER_TOWN, OTHER_VILLAGE, TestApp, VILLAGE};

async fn areas(clerk: &Client, region: &str, year: i32) -> Value {
    let selection = "plantedAreaMu plantedAreaByVariety { variety { code } areaMu growers }";
    let query = format!("{{ townReport(regionCode: \"{region}\", year: {year}) {{ {selection} }} }}");
    let report = clerk.ask(&query).await["townReport"].take();
    let rows = report["plantedAreaByVariety"].as_array().expect("rows").iter();
    let rows: Vec<_> = rows.map(|row| json!([row["variety"]["code"], row["areaMu"], row["growers"]])).collect();
    json!([report["plantedAreaMu"], rows])
}

#[tokio::test]
async fn a_plot_counts_from_its_planted_year_until_it_is_taken_out_of_use() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let plot = clerk.register_plot(&grower, OTHER_VILLAGE, "12.34", 2022).await;
    clerk.register_plot(&grower, VILLAGE, "0.01", 2023).await;
    clerk.change("takePlotOutOfUse", json!({"plotId": plot, "from": "2024-12-31"}), "__typename").await;

    assert_eq!(areas(&clerk, "500235136", 2021).await, json!(["0.00", []]));
    assert_eq!(areas(&clerk, "500235136", 2022).await, json!(["12.34", [["fengshui-pear", "12.34", 1]]]));
    assert_eq!(
        areas(&clerk, "500235136", 2023).await,
        json!(["12.35", [["fengshui-pear", "12.35", 1]]]),
        "one grower, two plots"
    );
    assert_eq!(
        areas(&clerk, "500235136", 2024).await,
        json!(["0.01", [["fengshui-pear", "0.01", 1]]]),
        "the day no longer counts"
    );
    assert_eq!(areas(&clerk, VILLAGE, 2022).await, json!(["0.00", []]), "it counts where the land lies");
    assert_eq!(areas(&clerk, OTHER_VILLAGE, 2023).await, json!(["12.34", [["fengshui-pear", "12.34", 1]]]));
    assert_eq!(areas(&clerk, VILLAGE, 2026).await, json!(["0.01", [["fengshui-pear", "0.01", 1]]]));
    app.verified().await;
}

#[tokio::test]
async fn in_the_running_year_the_day_of_the_question_decides() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "5", 2020).await;
    clerk.change("takePlotOutOfUse", json!({"plotId": plot, "from": "2026-11-24"}), "__typename").await;
    assert_eq!(clerk.report(2026, "plantedAreaMu").await["plantedAreaMu"], "0.00");
    assert_eq!(clerk.report(2025, "plantedAreaMu").await["plantedAreaMu"], "5.00");
}

#[tokio::test]
async fn a_change_holds_from_its_day_on_and_overwrites_nothing() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let heir = clerk.register_grower("王小英", VILLAGE).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2020).await;
    let change = |input: Value| {
        let mut input = input;
        input["plotId"] = json!(plot);
        input
    };
    clerk.change("changePlot", change(json!({"from": "2022-06-01", "areaMu": "9.50"})), "__typename").await;
    clerk
        .change("changePlot", change(json!({"from": "2023-03-01", "varietyCode": "yellow-peach"})), "__typename")
        .await;
    clerk.change("changePlot", change(json!({"from": "2024-01-01", "growerId": heir})), "__typename").await;
    let now = clerk
        .change(
            "changePlot",
            change(json!({"from": "2024-01-01", "areaMu": "9.60", "treeCount": 300})),
            "plot { areaMu treeCount grower { id } variety { code } }",
        )
        .await;
    assert_eq!(
        now["plot"],
        json!({"areaMu": "9.60", "treeCount": 300, "grower": {"id": heir}, "variety": {"code": "yellow-peach"}})
    );

    assert_eq!(areas(&clerk, VILLAGE, 2021).await, json!(["10.00", [["fengshui-pear", "10.00", 1]]]));
    assert_eq!(areas(&clerk, VILLAGE, 2022).await, json!(["9.50", [["fengshui-pear", "9.50", 1]]]));
    assert_eq!(areas(&clerk, VILLAGE, 2023).await, json!(["9.50", [["yellow-peach", "9.50", 1]]]));
    assert_eq!(
        areas(&clerk, VILLAGE, 2024).await,
        json!(["9.60", [["yellow-peach", "9.60", 1]]]),
        "a change on the same day corrects"
    );

    let nothing = clerk.refused_change("changePlot", change(json!({"from": "2024-06-01"}))).await;
    assert_eq!(nothing.brief(), ("INVALID_INPUT", Some("input.areaMu")), "a change changes something");
    let earlier = clerk.refused_change("changePlot", change(json!({"from": "2023-12-31", "areaMu": "1"}))).await;
    assert_eq!(earlier.brief(), ("INVALID_INPUT", Some("input.from")));
    let future = clerk.refused_change("changePlot", change(json!({"from": "2026-11-25", "areaMu": "1"}))).await;
    assert_eq!(future.brief(), ("INVALID_INPUT", Some("input.from")));
    app.verified().await;
}

#[tokio::test]
async fn what_was_picked_is_not_given_to_somebody_else_afterwards() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2020).await;
    let lot = clerk.record_harvest(&plot, "2026-08-01", "500").await;
    for input in [
        json!({"plotId": plot, "from": "2026-08-01", "varietyCode": "yellow-peach"}),
        json!({"plotId": plot, "from": "2026-07-01", "varietyCode": "yellow-peach"}),
    ] {
        assert_eq!(clerk.refused_change("changePlot", input).await.code, "CONFLICT");
    }
    assert_eq!(
        clerk.refused_change("takePlotOutOfUse", json!({"plotId": plot, "from": "2026-08-01"})).await.code,
        "CONFLICT"
    );
    clerk.change("changePlot", json!({"plotId": plot, "from": "2026-07-01", "areaMu": "9"}), "__typename").await;
    clerk.change("voidHarvest", json!({"lotId": lot, "reason": "误录"}), "__typename").await;
    clerk.change("takePlotOutOfUse", json!({"plotId": plot, "from": "2026-08-01"}), "plot { outOfUseFrom }").await;
    for (field, input) in [
        ("changePlot", json!({"plotId": plot, "from": "2026-09-01", "areaMu": "9"})),
        ("takePlotOutOfUse", json!({"plotId": plot, "from": "2026-09-01"})),
        ("recordHarvest", json!({"plotId": plot, "harvestedOn": "2026-08-01", "quantityKg": "1"})),
    ] {
        assert_eq!(clerk.refused_change(field, input).await.code, "CONFLICT", "{field}");
    }
    app.verified().await;
}

#[tokio::test]
async fn a_clerk_names_any_grower_of_its_township() {
    let app = TestApp::new().await;
    let town = app.clerk().await;
    let village = app.clerk_of(VILLAGE).await;
    let neighbour = town.register_grower("邻居", OTHER_VILLAGE).await;
    village.register_plot(&neighbour, VILLAGE, "1", 2020).await;

    let stranger = app.clerk_of(OTHER_TOWN).await.register_grower("外乡人", OTHER_TOWN).await;
    let new = |grower: &str, region: &str, area: &str| json!({"growerId": grower, "regionCode": region, "varietyCode": "fengshui-pear", "areaMu": area, "plantedYear": 2020});
    assert_eq!(village.refused_change("registerPlot", new(&stranger, VILLAGE, "1")).await.code, "NOT_FOUND");
    assert_eq!(village.refused_change("registerPlot", new("no id", VILLAGE, "1")).await.code, "NOT_FOUND");
    assert_eq!(village.refused_change("registerPlot", new(&neighbour, OTHER_VILLAGE, "1")).await.code, "FORBIDDEN");
    let both_wrong = village.refused_change("registerPlot", new(&stranger, VILLAGE, "-1")).await;
    assert_eq!(both_wrong.code, "NOT_FOUND", "the record named is looked up before the fields are read");
}

#[tokio::test]
async fn bad_fields_are_named() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    for (field, value) in [
        ("areaMu", json!("0")),
        ("areaMu", json!("-1")),
        ("areaMu", json!("1.001")),
        ("areaMu", json!("1000000.01")),
        ("areaMu", json!("1e400")),
        ("areaMu", json!("NaN")),
        ("areaMu", json!("")),
        ("varietyCode", json!("apple")),
        ("regionCode", json!("500235136999")),
        ("plantedYear", json!(1948)),
        ("plantedYear", json!(2027)),
        ("treeCount", json!(0)),
        ("treeCount", json!(-5)),
    ] {
        let mut input = json!({
            "growerId": grower, "regionCode": VILLAGE, "varietyCode": "fengshui-pear", "areaMu": "1.00", "plantedYear": 2020
        });
        input[field] = value.clone();
        let refusal = clerk.refused_change("registerPlot", input).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some(format!("input.{field}").as_str())), "{field} {value}");
    }
    assert_eq!(clerk.ask("{ plots { totalCount } }").await["plots"]["totalCount"], 0);
}
