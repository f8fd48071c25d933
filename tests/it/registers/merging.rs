//! Growers that were registered twice: asked about when they are registered, and merged.

use futures_util::future::join;
use serde_json::{Value, json};

use crate::{
    app::{Client, OTHER_TOWN, OTHER_VILLAGE, TOWN, TestApp, VILLAGE, text},
    presales::preorders::with,
};

async fn register(client: &Client, fields: Value) -> (String, Vec<String>) {
    let input = with(json!({"name": "古丽米热·艾比布力", "kind": "HOUSEHOLD", "regionCode": VILLAGE}), fields);
    let made = client.change("registerGrower", input, "grower { id } possibleDuplicates { id }").await;
    let alike = made["possibleDuplicates"].as_array().expect("growers").iter().map(|grower| text(&grower["id"]));
    (text(&made["grower"]["id"]), alike.collect())
}

fn merge(from: &str, into: &str) -> Value {
    json!({"fromId": from, "intoId": into, "reason": "重复登记"})
}

/// The ids in a list of records of a grower.
async fn of_grower(client: &Client, list: &str, grower: &str) -> Vec<String> {
    let answer = client.ask(&format!("{{ {list}(filter: {{ growerId: \"{grower}\" }}) {{ nodes {{ id }} }} }}")).await;
    let mut ids: Vec<_> =
        answer[list]["nodes"].as_array().expect("nodes").iter().map(|node| text(&node["id"])).collect();
    ids.sort();
    ids
}

fn sorted(ids: &[&String]) -> Vec<String> {
    let mut ids: Vec<String> = ids.iter().map(|id| (*id).clone()).collect();
    ids.sort();
    ids
}

async fn growers(client: &Client, filter: &str) -> Vec<String> {
    let answer = client.ask(&format!("{{ growers(filter: {{ {filter} }}) {{ nodes {{ id }} }} }}")).await;
    answer["growers"]["nodes"].as_array().expect("nodes").iter().map(|node| text(&node["id"])).collect()
}

fn sale(fields: Value) -> Value {
    let sale = json!({
        "soldOn": "2026-11-24", "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "fengshui-pear", "quantityKg": "1",
        "amountYuan": "5"
    });
    with(sale, fields)
}

#[tokio::test]
async fn the_same_name_is_asked_about_and_registered_all_the_same() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let (first, alike) = register(&clerk, json!({"phone": "13900007777"})).await;
    assert_eq!(alike, Vec::<String>::new());
    let (second, alike) = register(&clerk, json!({"name": "古丽米热・艾比布力"})).await;
    assert_eq!(alike, std::slice::from_ref(&first), "of the same village");
    let elsewhere = json!({"regionCode": OTHER_VILLAGE, "phone": "+86 139 0000 7777"});
    let (third, alike) = register(&clerk, elsewhere).await;
    assert_eq!(alike, std::slice::from_ref(&first), "with the same number");
    let (_, alike) = register(&clerk, json!({"name": "古丽", "phone": "13900007777"})).await;
    assert_eq!(alike, Vec::<String>::new(), "of another name");
    let far = app.clerk_of(OTHER_TOWN).await;
    let (_, alike) = register(&far, json!({"regionCode": OTHER_TOWN, "phone": "13900007777"})).await;
    assert_eq!(alike, Vec::<String>::new(), "of a township that the clerk may not see");
    // A village's clerk may name any grower of its township, and sees no more of it than before.
    let input =
        json!({"name": "古丽米热艾比布力", "kind": "HOUSEHOLD", "regionCode": OTHER_VILLAGE, "phone": "13900007777"});
    let made =
        app.clerk_of(OTHER_VILLAGE).await.change("registerGrower", input, "possibleDuplicates { id name }").await;
    let shown = json!([{"id": first, "name": "杉树林社区居民委员会"}, {"id": third, "name": "古丽米热·艾比布力"}]);
    assert_eq!(made["possibleDuplicates"], shown);

    // A repeat is answered as of now.
    let input = json!({"name": "王英", "kind": "HOUSEHOLD", "regionCode": VILLAGE, "idempotencyKey": "twice"});
    let made = clerk.change("registerGrower", input.clone(), "grower { id } possibleDuplicates { id }").await;
    assert_eq!(made["possibleDuplicates"], json!([]));
    let mut others = Vec::new();
    for _ in 0..6 {
        others.push(register(&clerk, json!({"name": "王 英"})).await.0);
    }
    let again = clerk.change("registerGrower", input.clone(), "grower { id } possibleDuplicates { id }").await;
    assert_eq!(again["grower"], made["grower"]);
    let five: Vec<Value> = others[..5].iter().map(|id| json!({"id": id})).collect();
    assert_eq!(again["possibleDuplicates"], json!(five), "at most five");
    for other in &others {
        clerk.change("mergeGrowers", merge(other, &text(&made["grower"]["id"])), "__typename").await;
    }
    let again = clerk.change("registerGrower", input, "possibleDuplicates { id }").await;
    assert_eq!(again["possibleDuplicates"], json!([]), "who was merged is no other one");
    clerk.change("mergeGrowers", merge(&second, &first), "__typename").await;
    app.verified().await;
}

#[tokio::test]
async fn plots_go_over_from_today_on_and_no_day_before_changes() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let (from, _) = register(&clerk, json!({})).await;
    let (into, _) = register(&clerk, json!({"kind": "FAMILY_FARM", "regionCode": OTHER_VILLAGE})).await;
    let plot = clerk.register_plot(&from, VILLAGE, "3.50", 2020).await;
    let given_up = clerk.register_plot(&from, VILLAGE, "1.00", 2019).await;
    clerk.change("takePlotOutOfUse", json!({"plotId": given_up, "from": "2024-05-01"}), "__typename").await;
    clerk.register_plot(&into, OTHER_VILLAGE, "2.00", 2022).await;
    // Picked this very day, and before the merge.
    let lot = clerk.record_harvest(&plot, "2026-11-24", "100").await;
    let selection = "plantedAreaMu plantedAreaByVariety { areaMu growers }";
    let before: Vec<Value> = vec![
        clerk.report(2023, selection).await,
        clerk.report(2025, selection).await,
        clerk.report(2026, selection).await,
    ];
    assert_eq!(before[2]["plantedAreaByVariety"], json!([{"areaMu": "5.50", "growers": 2}]));
    app.set_time("2026-11-24T05:00:00Z");
    let made = clerk
        .change("mergeGrowers", merge(&from, &into), "grower { id areaMu plots { totalCount } mergedInto { id } }")
        .await;
    assert_eq!(made["grower"], json!({"id": into, "areaMu": "5.50", "plots": {"totalCount": 3}, "mergedInto": null}));
    assert_eq!(clerk.report(2023, selection).await, before[0]);
    assert_eq!(clerk.report(2025, selection).await, before[1]);
    let now = clerk.report(2026, selection).await;
    assert_eq!(now, json!({"plantedAreaMu": "5.50", "plantedAreaByVariety": [{"areaMu": "5.50", "growers": 1}]}));
    assert_eq!(clerk.report_as_of(2026, "2026-11-24T04:30:00Z", selection).await, before[2], "as it was known then");
    let by_kind = format!(
        "{{ plantedAreaStatistics(filter: {{regionCode: \"{TOWN}\", from: \"2026-01-01\", to: \"2026-12-31\"}}, groupBy: [GROWER_KIND]) \
           {{ growerKind areaMu }} }}"
    );
    let of_kind = json!([{"growerKind": "FAMILY_FARM", "areaMu": "5.50"}]);
    assert_eq!(clerk.ask(&by_kind).await["plantedAreaStatistics"], of_kind, "the plots are of the other's kind");
    let query = format!("{{ harvestLot(code: \"{lot}\") {{ plot {{ grower {{ id }} }} }} }}");
    assert_eq!(clerk.ask(&query).await["harvestLot"]["plot"]["grower"]["id"], json!(into));
    // What is recorded of a day before is still the other's.
    clerk.record_harvest(&plot, "2026-08-01", "100").await;
    clerk.record_harvest(&plot, "2026-11-24", "10").await;
    app.verified().await;
}

#[tokio::test]
async fn what_was_recorded_shows_under_each_of_them() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let (first, _) = register(&clerk, json!({})).await;
    let (second, _) = register(&clerk, json!({})).await;
    let (third, _) = register(&clerk, json!({})).await;
    let (stranger, _) = register(&clerk, json!({})).await;
    let (mut plots, mut lots, mut sales) = (Vec::new(), Vec::new(), Vec::new());
    for grower in [&first, &second, &third, &stranger] {
        let plot = clerk.register_plot(grower, VILLAGE, "1", 2020).await;
        let lot = clerk.record_harvest(&plot, "2026-08-20", "10").await;
        let sold = clerk.change("recordSale", sale(json!({"lotId": lot})), "sale { id }").await;
        plots.push(plot);
        lots.push(lot);
        sales.push(text(&sold["sale"]["id"]));
    }
    let of_first = app.grower(&first).await;
    clerk.change("mergeGrowers", merge(&first, &second), "__typename").await;
    clerk.change("mergeGrowers", merge(&second, &third), "__typename").await;
    for grower in [&first, &second, &third] {
        for (list, records) in [("plots", &plots), ("harvestLots", &lots), ("sales", &sales)] {
            assert_eq!(
                of_grower(&clerk, list, grower).await,
                sorted(&[&records[0], &records[1], &records[2]]),
                "{list}"
            );
        }
        let query = format!(
            "{{ grower(id: \"{grower}\") {{ areaMu mergedInto {{ id }} mergedAt plots {{ nodes {{ id }} }} }} }}"
        );
        let seen = clerk.ask(&query).await["grower"].take();
        let into = if *grower == third { Value::Null } else { json!({"id": third}) };
        assert_eq!(
            (&seen["areaMu"], &seen["mergedInto"], seen["mergedAt"].is_null()),
            (&json!("3.00"), &into, into.is_null())
        );
        assert_eq!(seen["plots"]["nodes"], json!([{"id": plots[0]}, {"id": plots[1]}, {"id": plots[2]}]));
        let node =
            clerk.ask(&format!("{{ node(id: \"{grower}\") {{ ... on Grower {{ mergedInto {{ id }} }} }} }}")).await;
        assert_eq!(node["node"]["mergedInto"], into);
    }
    let all = format!(
        "{{ growers(filter: {{regionCode: \"{VILLAGE}\"}}) {{ nodes {{ id areaMu plots {{ totalCount }} }} }} }}"
    );
    let listed = json!([{"id": third, "areaMu": "3.00", "plots": {"totalCount": 3}}, {"id": stranger, "areaMu": "1.00", "plots": {"totalCount": 1}}]);
    assert_eq!(clerk.ask(&all).await["growers"]["nodes"], listed, "none is listed twice");
    assert_eq!(growers(&clerk, "merged: true").await, [first.clone(), second.clone()]);
    assert_eq!(growers(&clerk, "merged: false, nameContains: \"古丽\"").await, [third.clone(), stranger.clone()]);

    // The grower's own account is whoever it belonged to, and sees all that is the grower's.
    for list in ["plots", "harvestLots", "sales"] {
        let seen = of_first.ask(&format!("{{ {list} {{ totalCount }} }}")).await;
        assert_eq!(seen[list]["totalCount"], 3, "{list}");
    }
    let me = of_first.ask("{ me { grower { id name mergedInto { id name } } } growers { nodes { id } } }").await;
    let whole =
        json!({"id": first, "name": "古丽米热·艾比布力", "mergedInto": {"id": third, "name": "古丽米热·艾比布力"}});
    assert_eq!((&me["me"]["grower"], &me["growers"]["nodes"]), (&whole, &json!([{"id": third}])));
    for day in ["2026-08-21", "2026-11-24"] {
        of_first.record_harvest(&plots[2], day, "5").await;
        of_first.record_harvest(&plots[0], day, "5").await;
    }
    let refusal = of_first
        .refused_change("recordHarvest", json!({"plotId": plots[3], "harvestedOn": "2026-11-24", "quantityKg": "1"}))
        .await;
    assert_eq!(refusal.brief(), ("NOT_FOUND", Some("input.plotId")));
    let pledge = json!({"lotId": lots[1], "quantityKg": "1", "basis": "SELF_PLEDGE"});
    of_first.change("issueCertificate", pledge, "__typename").await;
    let pledged = of_first.ask("{ certificates { totalCount nodes { issuerName } } }").await["certificates"].take();
    assert_eq!(pledged, json!({"totalCount": 1, "nodes": [{"issuerName": "古丽米热·艾比布力"}]}));
    app.verified().await;
}

#[tokio::test]
async fn nothing_is_recorded_of_one_that_was_merged_but_what_its_lots_still_hold() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let clerk = app.clerk().await;
    let (from, _) = register(&clerk, json!({})).await;
    let (into, _) = register(&clerk, json!({})).await;
    let (stranger, _) = register(&clerk, json!({})).await;
    let plot = clerk.register_plot(&from, VILLAGE, "1", 2020).await;
    let lot = clerk.record_harvest(&plot, "2026-08-20", "10").await;
    clerk.change("mergeGrowers", merge(&from, &into), "__typename").await;
    let other = clerk.register_plot(&stranger, VILLAGE, "1", 2020).await;
    let operator = app.plant_operator("pickles").await;
    let intake = json!({"plantCode": "pickles", "material": "鲜梨", "quantityKg": "1", "receivedOn": "2026-08-21"});
    let account = json!({"username": "gu", "password": crate::app::PASSWORD, "role": "GROWER", "growerId": from});
    let land = json!({"growerId": from, "regionCode": VILLAGE, "varietyCode": "fengshui-pear", "areaMu": "1", "plantedYear": 2020});
    for (client, field, input) in [
        (&clerk, "registerPlot", land),
        (&clerk, "changePlot", json!({"plotId": other, "from": "2026-11-24", "growerId": from})),
        (&clerk, "recordSale", sale(json!({"growerId": from}))),
        (&operator, "recordIntake", with(intake.clone(), json!({"growerId": from}))),
        (&app.admin().await, "createAccount", account),
    ] {
        let refusal = client.refused_change(field, input).await;
        assert_eq!(refusal.code, "CONFLICT", "{field}");
        assert!(refusal.message.contains(&into), "{field}: {}", refusal.message);
    }
    // Fields are looked at first.
    let refusal = clerk.refused_change("recordSale", sale(json!({"growerId": from, "varietyCode": "apple"}))).await;
    assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.varietyCode")));
    let refusal = clerk.refused_change("recordSale", sale(json!({"growerId": stranger, "lotId": lot}))).await;
    assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.growerId")));
    for (named, seller) in [(Value::Null, &from), (json!(into), &into), (json!(from), &from)] {
        let made =
            clerk.change("recordSale", sale(json!({"growerId": named, "lotId": lot})), "sale { grower { id } }").await;
        assert_eq!(made["sale"]["grower"]["id"], json!(seller));
        let taken = with(intake.clone(), json!({"growerId": named, "lotId": lot}));
        operator.change("recordIntake", taken, "__typename").await;
    }
    app.verified().await;
}

#[tokio::test]
async fn who_may_merge_what() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let (here, _) = register(&clerk, json!({})).await;
    let (there, _) = register(&clerk, json!({"regionCode": OTHER_VILLAGE})).await;
    let (third, _) = register(&clerk, json!({})).await;
    let abroad = app.clerk_of(OTHER_TOWN).await;
    let (far, _) = register(&abroad, json!({"regionCode": OTHER_TOWN})).await;
    let nobody = uuid::Uuid::now_v7().to_string();
    let of_village = app.clerk_of(VILLAGE).await;
    for (client, from, into, code, field) in [
        (&clerk, &here, &here, "INVALID_INPUT", Some("input.intoId")),
        (&clerk, &nobody, &here, "NOT_FOUND", Some("input.fromId")),
        (&clerk, &here, &nobody, "NOT_FOUND", Some("input.intoId")),
        (&clerk, &far, &here, "NOT_FOUND", Some("input.fromId")),
        (&clerk, &here, &far, "NOT_FOUND", Some("input.intoId")),
        (&abroad, &here, &far, "NOT_FOUND", Some("input.fromId")),
        (&of_village, &there, &here, "NOT_FOUND", Some("input.fromId")),
        (&of_village, &here, &there, "NOT_FOUND", Some("input.intoId")),
    ] {
        let refusal = client.refused_change("mergeGrowers", merge(from, into)).await;
        assert_eq!(refusal.brief(), (code, field), "{from} into {into}");
    }
    // Seen by its plot, but registered in another village.
    clerk.register_plot(&there, VILLAGE, "1", 2020).await;
    assert_eq!(of_village.refused_change("mergeGrowers", merge(&here, &there)).await.code, "FORBIDDEN");
    let without_reason = with(merge(&here, &there), json!({"reason": " "}));
    let refusal = clerk.refused_change("mergeGrowers", without_reason).await;
    assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.reason")));
    assert_eq!(growers(&clerk, "merged: true").await, Vec::<String>::new(), "nothing was changed");

    let input = with(merge(&there, &here), json!({"idempotencyKey": "once"}));
    for _ in 0..2 {
        let made = clerk.change("mergeGrowers", input.clone(), "grower { id plots { totalCount } }").await;
        assert_eq!(made["grower"], json!({"id": here, "plots": {"totalCount": 1}}));
    }
    for (from, into) in [(&there, &here), (&there, &third), (&third, &there)] {
        let refusal = clerk.refused_change("mergeGrowers", merge(from, into)).await;
        assert_eq!((refusal.code.as_str(), refusal.message.contains(&here)), ("CONFLICT", true), "{}", refusal.message);
    }
    // The county's clerk has the right to both.
    let county = app.clerk_of("500235").await;
    county.change("mergeGrowers", merge(&far, &here), "__typename").await;
    app.verified().await;
}

#[tokio::test]
async fn two_merges_at_once_leave_one_that_stands_for_all() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let mut ids = Vec::new();
    for _ in 0..3 {
        let (id, _) = register(&clerk, json!({})).await;
        clerk.register_plot(&id, VILLAGE, "1", 2020).await;
        ids.push(id);
    }
    let (one, two) = (merge(&ids[0], &ids[1]), merge(&ids[1], &ids[2]));
    let (one, two) =
        join(clerk.mutate("mergeGrowers", one, "__typename"), clerk.mutate("mergeGrowers", two, "__typename")).await;
    assert!(two["errors"].is_null(), "{two}");
    let left = growers(&clerk, "merged: false").await;
    if one["errors"].is_null() {
        assert_eq!(left, [ids[2].clone()]);
    } else {
        assert_eq!(one["errors"][0]["extensions"]["code"], "CONFLICT", "{one}");
        assert_eq!(left, [ids[0].clone(), ids[2].clone()]);
    }
    app.verified().await;
}
