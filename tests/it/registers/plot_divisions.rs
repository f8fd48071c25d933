//! Plots that are divided and joined from a day on, and back again.

use serde_json::{Value, json};

use crate::app::{Client, NOW, OTHER_TOWN, OTHER_VILLAGE, TOWN, TestApp, VILLAGE, text};

/// What all the past has of land: each year's report of the town, and the statistics of each month until yesterday.
async fn past(clerk: &Client) -> Value {
    let mut years = Vec::new();
    for year in 2011..=2025 {
        let selection = "plantedAreaMu plantedAreaByVariety { variety { code } areaMu growers }";
        years.push(clerk.report(year, selection).await);
    }
    json!([years, areas(clerk, "2011-01-01", "2026-11-23", "[MONTH, GROWER_KIND, REGION]").await])
}

async fn areas(clerk: &Client, from: &str, to: &str, by: &str) -> Value {
    let filter = format!("{{regionCode: \"{TOWN}\", from: \"{from}\", to: \"{to}\"}}");
    let rows = "month growerKind region { code } areaMu plots";
    let query = format!("{{ plantedAreaStatistics(filter: {filter}, groupBy: {by}) {{ {rows} }} }}");
    clerk.ask(&query).await["plantedAreaStatistics"].take()
}

/// The area and the number of plots in use today.
async fn today(clerk: &Client) -> (Value, Value) {
    let mut rows = areas(clerk, "2026-11-24", "2026-11-24", "[MONTH]").await;
    (rows[0]["areaMu"].take(), rows[0]["plots"].take())
}

async fn restated(client: &Client) -> Value {
    let query = format!("{{ publishedReports(regionCode: \"{TOWN}\") {{ nodes {{ restatedFields }} }} }}");
    client.ask(&query).await["publishedReports"]["nodes"][0]["restatedFields"].take()
}

/// Divides a plot into parts of these areas and returns their ids.
async fn divide(clerk: &Client, plot: &str, from: &str, areas: &[&str]) -> Vec<String> {
    let parts: Vec<_> = areas.iter().map(|area| json!({"areaMu": area})).collect();
    let made = clerk.change("dividePlot", json!({"plotId": plot, "from": from, "parts": parts}), "plots { id }").await;
    made["plots"].as_array().expect("plots").iter().map(|plot| text(&plot["id"])).collect()
}

async fn end(clerk: &Client, plot: &str, from: &str) {
    clerk.change("takePlotOutOfUse", json!({"plotId": plot, "from": from}), "__typename").await;
}

async fn put_back(clerk: &Client, plot: &str) -> Value {
    let input = json!({"plotId": plot, "reason": "分错了"});
    clerk.change("putPlotBackInUse", input, "plot { outOfUseFrom }").await["plot"].take()
}

#[tokio::test]
async fn a_division_changes_no_day_before_it() {
    let app = TestApp::new().await;
    let (clerk, official) = (app.clerk().await, app.official_of(TOWN).await);
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2012).await;
    official.change("publishReport", json!({"regionCode": TOWN, "year": 2025}), "__typename").await;
    let before = past(&clerk).await;
    assert_eq!(before[0][1]["plantedAreaMu"], "10.00", "2012");

    app.set_time("2026-11-24T05:00:00Z");
    let input = json!({
        "plotId": plot, "from": "2026-11-24", "idempotencyKey": "k1",
        "parts": [{"areaMu": "6", "treeCount": 240}, {"areaMu": "4"}]
    });
    let selection = "plots { id areaMu plantedYear countsFrom treeCount outOfUseFrom grower { id } variety { code } \
                     region { code } madeOf { id outOfUseFrom } }";
    let made = clerk.change("dividePlot", input.clone(), selection).await;
    let part = |number: usize, area: &str, trees: Value| {
        json!({
            "id": made["plots"][number]["id"], "areaMu": area, "plantedYear": 2012, "countsFrom": "2026-11-24", "treeCount": trees,
            "outOfUseFrom": null, "grower": {"id": grower}, "variety": {"code": "fengshui-pear"}, "region": {"code": VILLAGE},
            "madeOf": [{"id": plot, "outOfUseFrom": "2026-11-24"}]
        })
    };
    assert_eq!(made["plots"], json!([part(0, "6.00", json!(240)), part(1, "4.00", Value::Null)]));
    assert_eq!(past(&clerk).await, before);
    assert_eq!(today(&clerk).await, (json!("10.00"), json!(2)));
    let now = clerk.report(2026, "plantedAreaMu plantedAreaByVariety { growers }").await;
    assert_eq!(now, json!({"plantedAreaMu": "10.00", "plantedAreaByVariety": [{"growers": 1}]}));
    assert_eq!(restated(&official).await, Value::Null, "nothing published is restated");
    assert_eq!(clerk.change("dividePlot", input, selection).await, made, "a repeat divides nothing");
    app.verified().await;

    // The parts can be divided and joined again, also with a day long ago of which everything is known.
    let first = text(&made["plots"][0]["id"]);
    divide(&clerk, &first, "2026-11-24", &["1", "2", "3"]).await;
    assert_eq!((past(&clerk).await, today(&clerk).await), (before, (json!("10.00"), json!(4))));
    app.verified().await;
}

#[tokio::test]
async fn parts_may_have_another_grower_and_variety() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let company = json!({"name": "云安果业", "kind": "COMPANY", "regionCode": OTHER_VILLAGE});
    let company = text(&clerk.change("registerGrower", company, "grower { id }").await["grower"]["id"]);
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2012).await;
    let parts = json!([{"areaMu": "7", "growerId": company}, {"areaMu": "3", "varietyCode": "yellow-peach"}]);
    let input = json!({"plotId": plot, "from": "2024-07-01", "parts": parts});
    let made = clerk.change("dividePlot", input, "plots { grower { id } variety { code } }").await;
    let expected = json!([
        {"grower": {"id": company}, "variety": {"code": "fengshui-pear"}},
        {"grower": {"id": grower}, "variety": {"code": "yellow-peach"}}
    ]);
    assert_eq!(made["plots"], expected);
    let selection = "plantedAreaMu plantedAreaByVariety { variety { code } areaMu growers }";
    let row = |variety: &str, area: &str| json!({"variety": {"code": variety}, "areaMu": area, "growers": 1});
    for (year, rows) in [
        (2023, json!([row("fengshui-pear", "10.00")])),
        (2024, json!([row("fengshui-pear", "7.00"), row("yellow-peach", "3.00")])),
    ] {
        let report = clerk.report(year, selection).await;
        assert_eq!(report, json!({"plantedAreaMu": "10.00", "plantedAreaByVariety": rows}), "{year}");
    }
    // The company sees its plot, and not whose land it was before.
    let own = app.grower(&company).await.ask("{ plots { nodes { areaMu madeOf { id } } } }").await;
    assert_eq!(own["plots"]["nodes"], json!([{"areaMu": "7.00", "madeOf": []}]));
    app.verified().await;
}

#[tokio::test]
async fn what_was_divided_is_joined_from_a_day_on() {
    let app = TestApp::new().await;
    let (clerk, official) = (app.clerk().await, app.official_of(TOWN).await);
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let (old, young) = (
        clerk.register_plot(&grower, VILLAGE, "6", 2012).await,
        clerk.register_plot(&grower, VILLAGE, "4.5", 2018).await,
    );
    official.change("publishReport", json!({"regionCode": TOWN, "year": 2025}), "__typename").await;
    let before = past(&clerk).await;
    let input = json!({"plotIds": [young, old], "from": "2026-11-24", "idempotencyKey": "k1"});
    let selection = "plot { id areaMu plantedYear countsFrom treeCount madeOf { id } }";
    let made = clerk.change("joinPlots", input.clone(), selection).await;
    let expected = json!({
        "id": made["plot"]["id"], "areaMu": "10.50", "plantedYear": 2012, "countsFrom": "2026-11-24", "treeCount": null,
        "madeOf": [{"id": old}, {"id": young}]
    });
    assert_eq!(made["plot"], expected);
    assert_eq!((past(&clerk).await, restated(&official).await), (before.clone(), Value::Null));
    assert_eq!(today(&clerk).await, (json!("10.50"), json!(1)));
    assert_eq!(clerk.change("joinPlots", input.clone(), selection).await, made, "a repeat joins nothing");
    let again = json!({"plotIds": [young, old], "from": "2026-11-24"});
    assert_eq!(clerk.refused_change("joinPlots", again.clone()).await.code, "CONFLICT", "they are out of use");
    app.verified().await;

    // Undone, with the trees counted meanwhile, and joined again.
    let joined = text(&made["plot"]["id"]);
    end(&clerk, &joined, "2026-11-24").await;
    put_back(&clerk, &old).await;
    put_back(&clerk, &young).await;
    assert_eq!((past(&clerk).await, today(&clerk).await), (before, (json!("10.50"), json!(2))));
    for (plot, trees) in [(&old, 200), (&young, 150)] {
        let counted = json!({"plotId": plot, "from": "2026-11-24", "treeCount": trees});
        clerk.change("changePlot", counted, "__typename").await;
    }
    let made = clerk.change("joinPlots", again, "plot { treeCount }").await;
    assert_eq!(made["plot"]["treeCount"], 350);
    assert_eq!(today(&clerk).await, (json!("10.50"), json!(1)));
    app.verified().await;
}

#[tokio::test]
async fn a_division_is_undone_and_nothing_counts_twice() {
    let app = TestApp::new().await;
    let (clerk, official) = (app.clerk().await, app.official_of(TOWN).await);
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2012).await;
    official.change("publishReport", json!({"regionCode": TOWN, "year": 2025}), "__typename").await;
    let (before, day) = (past(&clerk).await, "2025-06-01");
    app.set_time("2026-11-24T05:00:00Z");
    let parts = divide(&clerk, &plot, day, &["6", "4"]).await;
    let divided = clerk.report(2025, "asOf plantedAreaMu").await;
    app.set_time("2026-11-24T06:00:00Z");

    let refuse = async |plot: &str, named: &[&String]| {
        let refusal = clerk.refused_change("putPlotBackInUse", json!({"plotId": plot, "reason": "分错了"})).await;
        assert_eq!(refusal.code, "CONFLICT", "{refusal:?}");
        assert!(named.iter().all(|id| refusal.message.contains(*id)), "{refusal:?} names {named:?}");
    };
    refuse(&plot, &[&parts[0], &parts[1]]).await;
    refuse(&parts[0], &[]).await;
    end(&clerk, &parts[0], day).await;
    refuse(&plot, &[&parts[1]]).await;
    // A part that counted for a day is in the way for good: from that day on, another plot takes its place.
    end(&clerk, &parts[1], "2025-06-02").await;
    refuse(&plot, &[&parts[1]]).await;
    assert_eq!(put_back(&clerk, &parts[1]).await, json!({"outOfUseFrom": null}));
    end(&clerk, &parts[1], day).await;
    assert_eq!(put_back(&clerk, &plot).await, json!({"outOfUseFrom": null}));
    assert_eq!((past(&clerk).await, today(&clerk).await), (before.clone(), (json!("10.00"), json!(1))));
    assert_eq!(restated(&official).await, Value::Null);
    app.verified().await;

    // The parts of a division that was undone stay out of use, also when the plot is divided anew.
    for part in &parts {
        refuse(part, &[&plot]).await;
    }
    let anew = divide(&clerk, &plot, day, &["5", "5"]).await;
    refuse(&parts[0], &[&plot]).await;
    refuse(&plot, &[&anew[0], &anew[1]]).await;
    assert_eq!(today(&clerk).await, (json!("10.00"), json!(2)));
    // A part that was divided itself counted on no day, but its own parts do.
    divide(&clerk, &anew[0], day, &["2", "3"]).await;
    end(&clerk, &anew[1], day).await;
    refuse(&plot, &[&anew[0]]).await;
    let as_of = divided["asOf"].as_str().expect("an instant");
    assert_eq!(clerk.report_as_of(2025, as_of, "asOf plantedAreaMu").await, divided);
    app.verified().await;
}

#[tokio::test]
async fn what_was_picked_stays_with_the_plot_of_its_day() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2012).await;
    let other = clerk.register_plot(&grower, VILLAGE, "1", 2012).await;
    let lot = clerk.record_harvest(&plot, "2026-08-10", "500").await;
    let code = clerk.ask("{ harvestLots { nodes { code } } }").await["harvestLots"]["nodes"][0]["code"].take();
    let parts = json!([{"areaMu": "6"}, {"areaMu": "4"}]);
    for day in ["2026-08-10", "2026-08-09"] {
        for (field, input) in [
            ("dividePlot", json!({"plotId": plot, "from": day, "parts": parts})),
            ("joinPlots", json!({"plotIds": [other, plot], "from": day})),
        ] {
            let refusal = clerk.refused_change(field, input).await;
            assert_eq!(refusal.code, "CONFLICT", "{field} {day}");
            assert!(refusal.message.contains(code.as_str().expect("a code")), "{refusal:?} names the lot");
        }
    }
    let made = divide(&clerk, &plot, "2026-08-11", &["6", "4"]).await;
    // What was picked before, and is entered late, is of the plot as it was.
    clerk.record_harvest(&plot, "2026-08-09", "20").await;
    clerk.record_harvest(&made[0], "2026-08-11", "30").await;
    for (plot, day) in [(&plot, "2026-08-11"), (&made[0], "2026-08-10")] {
        let input = json!({"plotId": plot, "harvestedOn": day, "quantityKg": "1"});
        assert_eq!(clerk.refused_change("recordHarvest", input).await.code, "CONFLICT", "{day}");
    }
    clerk.change("voidHarvest", json!({"lotId": lot, "reason": "误录"}), "__typename").await;
    app.verified().await;
}

#[tokio::test]
async fn bad_divisions_are_refused_on_their_field() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let stranger = app.clerk_of(OTHER_TOWN).await.register_grower("外乡人", OTHER_TOWN).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2012).await;
    clerk.change("changePlot", json!({"plotId": plot, "from": "2020-05-01", "treeCount": 400}), "__typename").await;
    let part = |area: &str| json!({"areaMu": area});
    let two = json!([part("6"), part("4")]);
    let with = |field: &str, value: Value| {
        let mut parts = two.clone();
        parts[1][field] = value;
        parts
    };
    for (from, parts, expected) in [
        ("2026-11-24", json!([]), ("INVALID_INPUT", Some("input.parts"))),
        ("2026-11-24", json!([part("10")]), ("INVALID_INPUT", Some("input.parts"))),
        ("2026-11-24", json!(vec![part("0.5"); 20]), ("", None)),
        ("2026-11-24", json!(vec![part("0.4"); 25]), ("INVALID_INPUT", Some("input.parts"))),
        ("2026-11-24", json!([part("6"), part("4.01")]), ("INVALID_INPUT", Some("input.parts"))),
        ("2026-11-24", json!([part("6"), part("3.99")]), ("INVALID_INPUT", Some("input.parts"))),
        ("2026-11-24", json!([part("6"), part("0")]), ("INVALID_INPUT", Some("input.parts.1.areaMu"))),
        ("2026-11-24", json!([part("6"), part("4.001")]), ("INVALID_INPUT", Some("input.parts.1.areaMu"))),
        ("2026-11-24", with("treeCount", json!(0)), ("INVALID_INPUT", Some("input.parts.1.treeCount"))),
        ("2026-11-24", with("varietyCode", json!("apple")), ("INVALID_INPUT", Some("input.parts.1.varietyCode"))),
        ("2026-11-24", with("growerId", json!(stranger)), ("NOT_FOUND", Some("input.parts.1.growerId"))),
        ("2026-11-25", two.clone(), ("INVALID_INPUT", Some("input.from"))),
        ("2020-04-30", two.clone(), ("INVALID_INPUT", Some("input.from"))),
    ] {
        let input = json!({"plotId": plot, "from": from, "parts": parts});
        if expected.0.is_empty() {
            // The largest number is taken, and undone below by leaving this plot.
            let spare = clerk.register_plot(&grower, VILLAGE, "10", 2012).await;
            divide(&clerk, &spare, from, &["0.5"; 20]).await;
            continue;
        }
        assert_eq!(clerk.refused_change("dividePlot", input.clone()).await.brief(), expected, "{input}");
    }
    let input = json!({"plotId": plot, "from": "2026-11-24", "parts": two});
    let neighbour = app.clerk_of(OTHER_VILLAGE).await.refused_change("dividePlot", input.clone()).await;
    assert_eq!(neighbour.brief(), ("NOT_FOUND", Some("input.plotId")));
    end(&clerk, &plot, "2026-11-01").await;
    assert_eq!(clerk.refused_change("dividePlot", input).await.brief(), ("CONFLICT", None));
    app.verified().await;
}

#[tokio::test]
async fn plots_that_differ_are_not_joined() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let (grower, heir) =
        (clerk.register_grower("王桂英", VILLAGE).await, clerk.register_grower("王小英", VILLAGE).await);
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2012).await;
    let alike = clerk.register_plot(&grower, VILLAGE, "1000000.00", 2012).await;
    let of_heir = clerk.register_plot(&heir, VILLAGE, "10", 2012).await;
    let elsewhere = clerk.register_plot(&grower, OTHER_VILLAGE, "10", 2012).await;
    let peach = clerk.register_plot(&heir, VILLAGE, "10", 2012).await;
    let regrafted = json!({"plotId": peach, "from": "2020-01-01", "varietyCode": "yellow-peach"});
    clerk.change("changePlot", regrafted, "__typename").await;
    let of = |ids: &[&String]| json!(ids);
    for (ids, says) in [
        (of(&[&plot]), "expected 2 to 20"),
        (of(&[&plot; 21]), "expected 2 to 20"),
        (of(&[&plot, &plot]), "name each plot once"),
        (of(&[&plot, &of_heir]), "the plots differ in grower"),
        (of(&[&plot, &elsewhere]), "the plots differ in region"),
        (of(&[&plot, &peach]), "the plots differ in grower and variety"),
        (of(&[&plot, &alike]), "1000010.00 mu together, at most 1000000.00"),
    ] {
        let refusal = clerk.refused_change("joinPlots", json!({"plotIds": ids, "from": "2026-11-24"})).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.plotIds")), "{ids}");
        assert!(refusal.message.contains(says), "{refusal:?}: {says}");
    }
    let unknown = json!({"plotIds": [plot, "no id"], "from": "2026-11-24"});
    assert_eq!(clerk.refused_change("joinPlots", unknown).await.brief(), ("NOT_FOUND", Some("input.plotIds.1")));
    let later = json!({"plotIds": [of_heir, peach], "from": "2026-11-25"});
    assert_eq!(clerk.refused_change("joinPlots", later).await.brief(), ("INVALID_INPUT", Some("input.plotIds")));
    assert_eq!(clerk.ask("{ plots { totalCount } }").await["plots"]["totalCount"], 5);
    app.verified().await;
}

#[tokio::test]
async fn of_several_at_once_on_the_same_land_one_is_done() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2012).await;
    let other = clerk.register_plot(&grower, VILLAGE, "5", 2012).await;
    let second = app.second_server(NOW).await.again(&clerk);
    let requests: Vec<_> = (0..8)
        .map(|number| {
            let client = if number % 2 == 0 { clerk.clone() } else { second.clone() };
            let (field, input) = match number % 4 {
                0 | 1 => (
                    "dividePlot",
                    json!({"plotId": plot, "from": "2026-11-24", "parts": [{"areaMu": "6"}, {"areaMu": "4"}]}),
                ),
                2 => ("joinPlots", json!({"plotIds": [plot, other], "from": "2026-11-24"})),
                _ => ("joinPlots", json!({"plotIds": [other, plot], "from": "2026-11-24"})),
            };
            tokio::spawn(async move { client.mutate(field, input, "__typename").await })
        })
        .collect();
    let mut done = 0;
    for request in requests {
        let answer = request.await.expect("an answer");
        match answer.get("errors") {
            None => done += 1,
            Some(errors) => assert_eq!(errors[0]["extensions"]["code"], "CONFLICT", "{answer:#}"),
        }
    }
    assert_eq!((done, today(&clerk).await.0), (1, json!("15.00")));
    app.verified().await;
}

#[tokio::test]
async fn a_plot_and_its_parts_do_not_come_back_at_once() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    let second = app.second_server(NOW).await.again(&clerk);
    for _ in 0..3 {
        let plot = clerk.register_plot(&grower, VILLAGE, "10", 2012).await;
        let parts = divide(&clerk, &plot, "2026-11-24", &["6", "4"]).await;
        for part in &parts {
            end(&clerk, part, "2026-11-24").await;
        }
        let requests: Vec<_> = [(&clerk, &plot), (&second, &parts[0]), (&clerk, &parts[1]), (&second, &plot)]
            .into_iter()
            .map(|(client, plot)| {
                let (client, input) = (client.clone(), json!({"plotId": plot, "reason": "分错了"}));
                tokio::spawn(async move { client.mutate("putPlotBackInUse", input, "__typename").await })
            })
            .collect();
        for request in requests {
            let answer = request.await.expect("an answer");
            if let Some(errors) = answer.get("errors") {
                assert_eq!(errors[0]["extensions"]["code"], "CONFLICT", "{answer:#}");
            }
        }
        app.verified().await;
    }
}
