//! Access control: every root field is called as a visitor and as each role. The calls also use records of another
//! region, another plant and another grower, by id and nested through other objects. The outcomes are compared with a
//! reviewed snapshot.
//!
//! docs/API.md has a table of roles, which is compared with the outcomes, too.
//!
//! Mutations are called with an invalid field, which is checked after the role and the record. INVALID_INPUT (or
//! CONFLICT, where a record's state is checked last) therefore means that the caller has the right, and nothing
//! changes.

mod calls;
pub mod world;

use std::{collections::BTreeSet, fmt::Write};

use serde_json::Value;

use self::{
    calls::{document, mutations, queries},
    world::World,
};
use crate::{
    access::audit,
    app::{Client, TestApp, text},
};

async fn root_fields(client: &Client, root: &str) -> BTreeSet<String> {
    let schema = client.ask(&format!("{{ __schema {{ {root} {{ fields {{ name }} }} }} }}")).await;
    schema["__schema"][root]["fields"].as_array().expect("fields").iter().map(|field| text(&field["name"])).collect()
}

#[tokio::test]
async fn everybody_gets_what_the_snapshot_says() {
    let world = World::new().await;
    let changes: Vec<(&str, Value)> = mutations();
    for (root, called) in [
        ("queryType", queries().iter().map(|(field, _)| (*field).to_owned()).collect::<BTreeSet<_>>()),
        ("mutationType", changes.iter().map(|(field, _)| *field).chain(["signOut"]).map(str::to_owned).collect()),
    ] {
        assert_eq!(called, root_fields(&world.app.visitor(), root).await, "a root field that is new needs a call here");
    }
    let calls: Vec<(&str, String)> = queries()
        .into_iter()
        .chain(changes.iter().map(|(field, input)| (*field, document(field, input))))
        // Comes last, because it ends the session that the other calls use.
        .chain([("signOut", "mutation { signOut { signedOut } }".to_owned())])
        .collect();
    let mut allowed = BTreeSet::new();
    let records_before = changes_written(&world.app).await;
    let mut snapshot = String::new();
    for (field, call) in calls {
        let call = call.replace(&"x".repeat(101), "x…");
        writeln!(snapshot, "{call}").expect("text");
        let mut outcomes: Vec<(String, Vec<&str>)> = Vec::new();
        for (actor, client) in &world.actors {
            let outcome = world.outcome(client, &call.replace("x…", &"x".repeat(101))).await;
            if !["UNAUTHENTICATED", "FORBIDDEN"].contains(&outcome.as_str()) || field == "signIn" {
                let role = actor.split(' ').next().unwrap_or_default();
                allowed.insert((field.to_owned(), role.to_owned()));
            }
            match outcomes.iter_mut().find(|(known, _)| *known == outcome) {
                Some((_, actors)) => actors.push(actor),
                None => outcomes.push((outcome, vec![actor])),
            }
        }
        // The largest group comes last. It is written without the names of its actors.
        outcomes.sort_by_key(|(_, actors)| (actors.len() * 2 > world.actors.len()).then_some(actors.len()));
        let all = world.actors.len();
        for (outcome, actors) in outcomes {
            let who = match actors.len() {
                number if number == all => "everybody".to_owned(),
                number if number * 2 > all => "everybody else".to_owned(),
                _ => actors.join(", "),
            };
            writeln!(snapshot, "    {who}: {outcome}").expect("text");
        }
    }
    insta::assert_snapshot!("access", snapshot);
    assert_eq!(table_of_roles(), allowed, "docs/API.md says otherwise");
    let written = changes_written(&world.app).await;
    assert_eq!(written, records_before, "a refused mutation leaves nothing");
}

/// A caller without the right to a root field gets null for it, and still gets the other fields of the query.
#[tokio::test]
async fn every_guarded_root_field_is_nullable() {
    let app = TestApp::new().await;
    let schema = app
        .visitor()
        .ask("{ __schema { queryType { fields { name type { kind } } } mutationType { fields { name type { kind } } } } }")
        .await;
    let allowed = table_of_roles();
    let guarded = |field: &str| ROLES.iter().any(|role| !allowed.contains(&(field.to_owned(), (*role).to_owned())));
    let mut looked_at = 0;
    for root in ["queryType", "mutationType"] {
        for field in schema["__schema"][root]["fields"].as_array().expect("fields") {
            let name = text(&field["name"]);
            if guarded(&name) {
                assert_ne!(field["type"]["kind"], "NON_NULL", "{name}");
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 90, "{looked_at}");
}

const ROLES: [&str; 7] = ["visitor", "buyer", "grower", "operator", "clerk", "official", "admin"];

/// Who may call which root field, according to the table in docs/API.md.
fn table_of_roles() -> BTreeSet<(String, String)> {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/API.md")).expect("docs/API.md");
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` | "));
    rows.flat_map(|(field, cells)| {
        let cells: Vec<&str> = cells.trim_end_matches(" |").split(" | ").collect();
        assert_eq!(cells.len(), ROLES.len(), "{field}");
        let allowed = ROLES.into_iter().zip(cells).filter(|(_, cell)| *cell != "–").map(|(role, _)| role.to_owned());
        allowed.map(|role| (field.to_owned(), role)).collect::<Vec<_>>()
    })
    .collect()
}

/// How many changes are in the audit log, not counting those to one's own sign-in.
async fn changes_written(app: &TestApp) -> usize {
    audit::rows(app).await.iter().filter(|row| !["readPhones", "signOut"].contains(&row.action.as_str())).count()
}
