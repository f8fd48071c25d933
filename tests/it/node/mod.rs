//! Any object by its id: each kind is found by everybody who can find it elsewhere. Nobody else learns that it exists.

mod cache;
mod relay;

use std::{collections::BTreeSet, fmt::Write};

use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    access::root_fields::world::World,
    app::{Client, OTHER_TOWN, TOWN, TestApp, VILLAGE, text},
};

/// An object, and the query that returns it to those who may see it.
struct Known {
    kind: &'static str,
    /// Whose it is, or where it is.
    name: String,
    id: String,
    own: String,
}

/// The answer of `node` for an id, without the id of the request.
async fn node(client: &Client, id: &str) -> Value {
    client.send(&format!("{{ node(id: {}) {{ __typename id }} }}", json!(id)), json!({})).await
}

/// An id that no object has.
fn nobodys() -> String {
    Uuid::now_v7().to_string()
}

/// The first `id` in an answer, at any depth.
fn first_id(value: &Value) -> Option<String> {
    match value {
        Value::Object(fields) => fields.get("id").map(text).or_else(|| fields.values().find_map(first_id)),
        Value::Array(items) => items.iter().find_map(first_id),
        _ => None,
    }
}

/// Adds the kinds of objects that are missing in the world of the access tests.
async fn completed(world: &World) {
    let admin = world.actor("admin");
    admin
        .change(
            "addCateringEstablishment",
            json!({"code": "bistro", "name": "龙角饭店", "regionCode": OTHER_TOWN}),
            "__typename",
        )
        .await;
    for (region, clerk) in [(VILLAGE, "clerk of the town"), (OTHER_TOWN, "clerk far")] {
        let input = json!({"regionCode": region, "varietyCode": "fengshui-pear", "season": 2026, "quantityKg": "1000"});
        world.actor(clerk).change("recordHarvestEstimate", input, "__typename").await;
    }
}

/// Every kind of object, from the town and from the other town.
async fn everything(world: &World) -> Vec<Known> {
    completed(world).await;
    let mut all = Vec::new();
    let admin = world.actor("admin");
    let mut add = |kind, name: &str, id: String, own: String| all.push(Known { kind, name: name.to_owned(), id, own });
    for (kind, noun, names) in [
        ("Grower", "grower", &["here", "there", "guest", "far"][..]),
        ("Plot", "plot", &["here", "there", "guest", "far"]),
        ("Sale", "sale", &["here", "there", "guest", "far", "mixed"]),
        ("SaleReturn", "back", &["here", "there", "guest", "far"]),
        ("PresaleOffer", "offer", &["community", "town", "abroad"]),
        ("Preorder", "preorder", &["community", "town", "abroad"]),
    ] {
        for name in names {
            let id = world.id(&format!("${noun}_{name}"));
            let own = match noun {
                "back" => format!("{{ sale(id: \"{}\") {{ returns {{ id }} }} }}", world.id(&format!("$sale_{name}"))),
                "offer" => format!("{{ presaleOffer(id: \"{id}\") {{ id }} }}"),
                _ => format!("{{ {noun}(id: \"{id}\") {{ id }} }}"),
            };
            add(kind, name, id, own);
        }
    }
    for (kind, noun, field, names) in [
        ("HarvestLot", "lot", "harvestLot", &["here", "there", "guest", "far"][..]),
        ("ProductionBatch", "batch", "productionBatch", &["here", "far"]),
    ] {
        for name in names {
            let id = world.id(&format!("${noun}_{name}"));
            add(kind, name, id.clone(), format!("{{ {field}(code: \"{id}\") {{ id }} }}"));
        }
    }
    for name in ["here", "far"] {
        add("Intake", name, world.id(&format!("$intake_{name}")), "{ intakes { nodes { id } } }".to_owned());
        add(
            "ReportSubmission",
            name,
            world.id(&format!("$submission_{name}")),
            "{ reportSubmissions { nodes { id } } }".to_owned(),
        );
    }
    for name in ["community", "town", "abroad"] {
        let own = format!("{{ preorder(id: \"{}\") {{ payments {{ id }} }} }}", world.id(&format!("$preorder_{name}")));
        add("PreorderPayment", name, world.id(&format!("$payment_{name}")), own);
        for (kind, list, id) in [
            ("PreorderDelivery", "deliveries", "delivery"),
            ("PreorderRefund", "refunds", "refund"),
            ("PreorderReturn", "returns", "return"),
        ] {
            let own = format!("{{ preorder(id: \"{}\") {{ {list} {{ id }} }} }}", world.id(&format!("$second_{name}")));
            add(kind, name, world.id(&format!("${id}_{name}")), own);
        }
    }
    for name in ["here", "far"] {
        for noun in ["gift", "loss"] {
            let id = world.id(&format!("${noun}_{name}"));
            let own = "{ stockAdjustments(first: 100, filter: {}) { nodes { id } } }";
            add("StockAdjustment", &format!("{noun} {name}"), id, own.to_owned());
        }
    }
    let august = "from: \"2026-08-01\", to: \"2026-08-31\"";
    for (kind, name, own) in [
        ("Certificate", "here", format!("{{ certificate(code: \"{}\") {{ id }} }}", world.id("$certificate_here"))),
        ("Certificate", "far", format!("{{ certificate(code: \"{}\") {{ id }} }}", world.id("$certificate_far"))),
        (
            "HarvestEstimate",
            "here",
            format!("{{ harvestEstimates(filter: {{ regionCode: \"{VILLAGE}\" }}) {{ nodes {{ id }} }} }}"),
        ),
        (
            "HarvestEstimate",
            "far",
            format!("{{ harvestEstimates(filter: {{ regionCode: \"{OTHER_TOWN}\" }}) {{ nodes {{ id }} }} }}"),
        ),
        (
            "FigureEntry",
            "here",
            format!(
                "{{ figureEntries(filter: {{ key: \"salesYuan\", regionCode: \"{VILLAGE}\", {august} }}) {{ nodes {{ id }} }} }}"
            ),
        ),
        (
            "FigureEntry",
            "far",
            format!(
                "{{ figureEntries(filter: {{ key: \"salesYuan\", regionCode: \"{OTHER_TOWN}\", {august} }}) {{ nodes {{ id }} }} }}"
            ),
        ),
        (
            "AuditEntry",
            "here",
            format!(
                "{{ auditLog(filter: {{ action: \"registerPlot\", record: \"{}\" }}) {{ nodes {{ id }} }} }}",
                world.id("$plot_here")
            ),
        ),
        (
            "AuditEntry",
            "far",
            format!(
                "{{ auditLog(filter: {{ action: \"registerPlot\", record: \"{}\" }}) {{ nodes {{ id }} }} }}",
                world.id("$plot_far")
            ),
        ),
        ("CateringEstablishment", "here", format!("{{ cateringEstablishments(regionCode: \"{VILLAGE}\") {{ id }} }}")),
        (
            "CateringEstablishment",
            "far",
            format!("{{ cateringEstablishments(regionCode: \"{OTHER_TOWN}\") {{ id }} }}"),
        ),
        ("Festival", "", "{ festivals { id } }".to_owned()),
        ("Honour", "", "{ honours { id } }".to_owned()),
        ("ProcessingPlant", "", "{ processingPlant(code: \"pickles\") { id } }".to_owned()),
        ("ProcessingProject", "", "{ processingProjects { id } }".to_owned()),
        ("Product", "", "{ processingPlants { products { id } } }".to_owned()),
        ("PublishedReport", "", format!("{{ publishedReports(regionCode: \"{TOWN}\") {{ nodes {{ id }} }} }}")),
        ("Region", "", format!("{{ region(code: \"{VILLAGE}\") {{ id }} }}")),
        (
            "Region",
            "as published",
            format!("{{ publishedReports(regionCode: \"{TOWN}\") {{ nodes {{ region {{ id }} }} }} }}"),
        ),
        ("Site", "", "{ sites { id } }".to_owned()),
        ("Variety", "", "{ varieties { id } }".to_owned()),
    ] {
        let id = first_id(&admin.ask(&own).await).unwrap_or_else(|| panic!("{own} gives nothing"));
        add(kind, name, id, own);
    }
    let whose = world.actor("clerk here");
    for (kind, own) in
        [("Session", "{ mySessions { id } }"), ("Account", "{ accounts(first: 100) { nodes { id } } me { id } }")]
    {
        let asked = if kind == "Session" { own } else { "{ me { id } }" };
        add(kind, "of the clerk here", first_id(&whose.ask(asked).await).expect("an id"), own.to_owned());
    }
    all
}

#[tokio::test]
async fn each_kind_is_found_by_whoever_finds_it_elsewhere_and_by_nobody_else() {
    let world = World::new().await;
    let mut snapshot = String::new();
    let mut kinds = BTreeSet::new();
    for Known { kind, name, id, own } in everything(&world).await {
        kinds.insert(kind.to_owned());
        let mut finders = Vec::new();
        for (actor, client) in &world.actors {
            let by_its_noun = client.send(&own, json!({})).await["data"].to_string().contains(&id);
            let found = node(client, &id).await;
            if found.get("errors").is_none() {
                assert_eq!(found["data"]["node"], json!({"__typename": kind, "id": id}), "{actor}");
                finders.push(*actor);
            } else {
                assert_eq!(
                    found,
                    node(client, &nobodys()).await,
                    "{kind} {name}: {actor} is told more than of an id that is nobody's"
                );
            }
            assert_eq!(found.get("errors").is_none(), by_its_noun, "{kind} {name}: {actor} by {own}");
        }
        let who = if finders.len() == world.actors.len() { "everybody".to_owned() } else { finders.join(", ") };
        writeln!(snapshot, "{}: {who}", format!("{kind} {name}").trim_end()).expect("text");
    }
    insta::assert_snapshot!("finders", snapshot);
    let schema = world.app.visitor().ask("{ __type(name: \"Node\") { possibleTypes { name } } }").await;
    let implementing: BTreeSet<String> =
        schema["__type"]["possibleTypes"].as_array().expect("types").iter().map(|kind| text(&kind["name"])).collect();
    assert_eq!(kinds, implementing, "a kind that is new needs a line here");
}

#[tokio::test]
async fn what_is_no_id_of_anything_is_not_found() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let (visitor, admin) = (app.visitor(), app.admin().await);
    let unknown = node(&visitor, &nobodys()).await;
    assert_eq!(unknown["data"], json!({"node": null}));
    assert_eq!(unknown["errors"][0]["extensions"]["code"], "NOT_FOUND");
    assert_eq!(unknown["errors"][0]["path"], json!(["node"]));
    for id in [
        "",
        " ",
        "0",
        "500235136",
        "gate",
        "U2l0ZTpnYXRl=",
        // Site:gat
        "U2l0ZTpnYXQ",
        // Site:ga, a NUL character, which texts of PostgreSQL cannot contain, te
        "U2l0ZTpnYQB0ZQ",
        // Region:500235999
        "UmVnaW9uOjUwMDIzNTk5OQ",
        "00000000-0000-0000-0000-000000000000",
        &"é".repeat(5000),
        // Region:500235136, in a report that does not exist
        "UmVnaW9uOjUwMDIzNTEzNkAwMTkwZjNjNC04ZjNhLTdjNTUtOWQwZS0wMTIzNDU2Nzg5YWI",
        // A subtracted entry that does not exist
        "RmlndXJlRW50cnk6LTAxOTBmM2M0LThmM2EtN2M1NS05ZDBlLTAxMjM0NTY3ODlhYg",
    ] {
        for client in [&visitor, &admin] {
            assert_eq!(node(client, id).await, unknown, "{id}");
        }
    }
    assert_eq!(node(&visitor, "U2l0ZTpnYXRl").await["data"]["node"]["__typename"], "Site");
    let wrong = app.bearing("no token").refused("{ node(id: \"U2l0ZTpnYXRl\") { id } }").await;
    assert_eq!(wrong.code, "UNAUTHENTICATED");
}

/// A UUID is accepted in all the forms that other lookups accept.
#[tokio::test]
async fn a_uuid_may_be_written_as_in_other_lookups() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let id = clerk.register_grower("王桂英", VILLAGE).await;
    for written in [id.to_uppercase(), id.replace('-', ""), format!("{{{id}}}"), format!("urn:uuid:{id}")] {
        assert_eq!(
            clerk.ask(&format!("{{ grower(id: \"{written}\") {{ id }} }}")).await["grower"]["id"],
            json!(id),
            "{written}"
        );
        assert_eq!(node(&clerk, &written).await["data"]["node"]["id"], json!(id), "{written}");
    }
}

/// An object that the caller may not see costs as many statements as an unknown id, so that the two cannot be
/// distinguished.
#[tokio::test]
async fn a_foreign_id_costs_what_an_unknown_one_costs() {
    let world = World::new().await;
    for (actor, foreign) in [
        ("visitor", "$sale_here"),
        ("buyer", "$preorder_community"),
        ("grower here", "$plot_there"),
        ("operator", "$intake_far"),
        ("clerk here", "$grower_far"),
        ("official far", "$submission_here"),
    ] {
        let client = world.actor(actor);
        let mut counted = Vec::new();
        for id in [world.id(foreign), nobodys()] {
            let asking = async |client: &Client| {
                assert_eq!(node(client, &id).await["data"]["node"], Value::Null, "{actor}: {foreign}")
            };
            counted.push(world.app.fewest_statements(client, asking).await);
        }
        assert_eq!(counted[0], counted[1], "statements for {actor}: {foreign}");
    }
}

/// One statement finds the kinds of all ids, and one more per kind loads the records.
#[tokio::test]
async fn many_nodes_cost_as_many_statements_as_one_of_each_kind() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let clerk = app.clerk().await;
    let mut ids = Vec::new();
    // As many as a request may have: thirty root fields.
    for number in 0..6 {
        let grower = clerk.register_grower(&format!("王{number}"), VILLAGE).await;
        let plot = clerk.register_plot(&grower, VILLAGE, "2", 2020).await;
        let sale = clerk.record_sale("2026-08-01", "1", "5").await;
        ids.extend([grower, plot, sale, nobodys()]);
    }
    let coded = ["U2l0ZTpnYXRl", "UHJvZHVjdDpwYW9jYWk", "UmVnaW9uOjUwMDIzNTEzNg"];
    let asking = |ids: &[String]| {
        let ids = ids.iter().map(String::as_str).chain(coded);
        let fields: String =
            ids.enumerate().map(|(number, id)| format!("n{number}: node(id: \"{id}\") {{ __typename id }} ")).collect();
        format!("{{ {fields} }}")
    };
    let mut counted = Vec::new();
    for ids in [&ids[..4], &ids] {
        let query = asking(ids);
        let all = async |client: &Client| {
            let answer = client.send(&query, json!({})).await;
            let found = answer["data"].as_object().expect("nodes").values().filter(|node| !node.is_null()).count();
            assert_eq!(found, ids.len() / 4 * 3 + coded.len());
        };
        counted.push(app.fewest_statements(&clerk, all).await);
    }
    assert_eq!(counted[0], counted[1], "statements of a few and of many");
    // The session, the kinds, and the records of six kinds.
    assert!(counted[1] <= 8, "{counted:?}");
}

/// `node` returns the same object as other queries: each field of personal data has its own check, and reading full
/// telephone numbers is logged.
#[tokio::test]
async fn personal_data_is_what_it_is_elsewhere() {
    let world = World::new().await;
    for (actor, phone) in
        [("clerk here", json!("13800001234")), ("official here", json!("138****1234")), ("visitor", Value::Null)]
    {
        let query = format!("{{ node(id: \"{}\") {{ ... on Grower {{ phone }} }} }}", world.id("$grower_here"));
        let answer = world.actor(actor).send(&query, json!({})).await;
        assert_eq!(answer["data"]["node"]["phone"], phone, "{actor}");
    }
    let read = "{ auditLog(first: 1, filter: { action: \"readPhones\" }) { nodes { record account { role } } } }";
    let noted = world.actor("admin").ask(read).await["auditLog"]["nodes"][0].take();
    assert_eq!(noted, json!({"record": format!("grower:{}", world.id("$grower_here")), "account": {"role": "CLERK"}}));
}
