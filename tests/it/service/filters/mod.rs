//! The cost of filters: every combination that the API offers is answered by an index, or refused beyond a township.
//! The list of filters comes from the schema, so a new filter must be added here, with how it is answered. SQLite's
//! query plan shows how it reads a page.

mod lists;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex},
};

use sea_orm::{ConnectionTrait, Iterable, Statement};
use serde_json::json;
use store::entity::sales::sale;

use crate::{
    access::root_fields::world::World,
    app::{Client, TOWN, TestApp, VILLAGE, on_postgres},
    service::query_plans::plan,
};
use lists::{
    Does::{self, Index, Narrow, Needs},
    List, May, SHORT, long,
};

/// Every list of the schema with everything that restricts it.
async fn lists_of_the_schema(client: &Client) -> BTreeMap<String, BTreeSet<String>> {
    let query = "{ __schema { types { name kind fields { name type { ...of } args { name type { ...of } } } inputFields { name } } } } \
                 fragment of on __Type { name ofType { name ofType { name } } }";
    let schema = client.ask(query).await;
    let types = schema["__schema"]["types"].as_array().expect("types");
    let name_of = |of: &serde_json::Value| {
        ["/name", "/ofType/name", "/ofType/ofType/name"]
            .iter()
            .find_map(|path| of.pointer(path)?.as_str())
            .unwrap_or_default()
            .to_owned()
    };
    let mut lists = BTreeMap::new();
    for (of, field) in
        types.iter().flat_map(|of| of["fields"].as_array().into_iter().flatten().map(move |field| (of, field)))
    {
        if !name_of(&field["type"]).ends_with("Connection") {
            continue;
        }
        let mut filters = BTreeSet::new();
        for argument in field["args"].as_array().expect("arguments") {
            let name = argument["name"].as_str().expect("a name");
            let filter = types
                .iter()
                .find(|of| of["kind"] == "INPUT_OBJECT" && of["name"] == name_of(&argument["type"]).as_str());
            match (name, filter) {
                ("first" | "after", _) => {}
                (_, Some(filter)) => {
                    let fields = filter["inputFields"].as_array().expect("fields").iter();
                    filters.extend(fields.map(|field| field["name"].as_str().expect("a name").to_owned()));
                }
                (name, None) => {
                    filters.insert(name.to_owned());
                }
            }
        }
        lists.insert(
            format!("{}.{}", of["name"].as_str().expect("a name"), field["name"].as_str().expect("a name")),
            filters,
        );
    }
    lists
}

#[tokio::test]
async fn every_filter_is_said_how_it_is_answered() {
    let app = TestApp::new().await;
    let mut said: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for list in long() {
        let filters = said.entry(format!("Query.{}", list.field)).or_default();
        filters.extend(list.filters.iter().map(|(name, ..)| (*name).to_owned()));
        filters.extend(list.has_region.then(|| "regionCode".to_owned()));
    }
    for (list, filters, _) in SHORT {
        said.entry(list.to_owned()).or_default().extend(filters.iter().map(|name| (*name).to_owned()));
    }
    assert_eq!(said, lists_of_the_schema(&app.visitor()).await);
}

/// All subsets of a list.
fn subsets<T: Copy>(all: &[T]) -> Vec<Vec<T>> {
    (0..1_usize << all.len())
        .map(|chosen| (0..all.len()).filter(|at| chosen >> at & 1 == 1).map(|at| all[at]).collect())
        .collect()
}

/// For whom and where a list is requested: a reader, and a region.
struct Reach<'a> {
    is_everything: bool,
    is_township: bool,
    client: &'a Client,
    region: Option<&'static str>,
}

/// What is wrong with SQLite's plan for the pages of a list, if anything.
fn fault(
    steps: &[String],
    list: &List,
    given: &[(&'static str, &'static str, Does)],
    reach: &Reach<'_>,
) -> Option<String> {
    let narrow: Vec<&str> =
        given.iter().filter_map(|(_, _, does)| if let Narrow(column) = does { Some(*column) } else { None }).collect();
    let is_wide = narrow.is_empty() && !reach.is_township;
    for step in steps {
        if step.contains("TEMP B-TREE FOR ORDER BY")
            && !(list.may == May::Merge || list.may == May::LookAtEach && !is_wide)
        {
            return Some(format!("puts in order: {step}"));
        }
        if !step.split_whitespace().any(|word| word == list.table) {
            continue;
        }
        let terms = step.rsplit_once('(').map_or("", |(_, terms)| terms.trim_end_matches(')'));
        let has = |column: &str, signs: &[char]| {
            terms
                .split(" AND ")
                .any(|term| term.strip_suffix('?').and_then(|term| term.strip_suffix(signs)) == Some(column))
        };
        let is_by_key = has("id", &['=']) || has("buyer_account_id", &['=']);
        let is_answered = if !narrow.is_empty() {
            narrow.iter().any(|column| has(column, &['=']))
        } else if is_wide {
            let has_place = reach.is_everything || has("<expr>", &['=']);
            let needs_nothing = !given.iter().any(|(_, _, does)| matches!(does, Needs));
            let mut index =
                given.iter().filter_map(|(_, _, does)| if let Index(column) = does { Some(*column) } else { None });
            has_place && needs_nothing && index.all(|column| has(column, &['=', '<', '>']))
        } else {
            step.contains("_township") && has("<expr>", &['='])
        };
        let looks_at_each = list.may == May::LookAtEach && (is_wide || is_by_key);
        if !(is_answered || is_by_key || looks_at_each) {
            return Some(format!("looks through: {step}"));
        }
    }
    None
}

#[tokio::test]
async fn every_combination_of_filters_is_answered_by_an_index_or_refused_beyond_a_township() {
    if on_postgres() {
        skip!("SQLite's query plan shows it");
    }
    let world = World::new().await;
    let statements: Arc<Mutex<Vec<Statement>>> = Arc::default();
    let seen = statements.clone();
    let observed = world.app.observed(move |statement| seen.lock().expect("a lock").push(statement.clone()));
    let reader =
        |name: &str| observed.again(&world.actors.iter().find(|(known, _)| *known == name).expect("an actor").1);
    let [admin, county, town] = ["admin", "official of the county", "official of the town"].map(reader);
    let mut plans: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let (mut faults, mut answered, mut refused) = (BTreeSet::new(), 0, 0);
    for list in long() {
        let readers: [(&Client, bool, bool, &[Option<&str>]); 3] = [
            (&admin, true, false, &[None, Some("500235")]),
            (&county, false, false, &[None, Some(TOWN)]),
            (&town, false, true, &[None, Some(VILLAGE)]),
        ];
        for (client, of_everything, of_township, regions) in readers {
            for region in regions.iter().copied().filter(|region| region.is_none() || list.has_region) {
                let is_township = of_township || region.is_some_and(|code| code.len() >= TOWN.len());
                let reach = Reach { is_everything: of_everything && region.is_none(), is_township, client, region };
                for given in subsets(&list.filters) {
                    let names: BTreeSet<&str> = given.iter().map(|(name, ..)| *name).collect();
                    if names.len() < given.len() {
                        continue;
                    }
                    let filter: Vec<String> = given.iter().map(|(name, value, _)| format!("{name}: {value}")).collect();
                    let region = reach.region.map(|code| format!("regionCode: \"{code}\", ")).unwrap_or_default();
                    let query = format!(
                        "{{ {}(filter: {{ {region}{} }}, first: 2) {{ totalCount nodes {{ __typename }} }} }}",
                        list.field,
                        filter.join(", ")
                    );
                    statements.lock().expect("a lock").clear();
                    let answer = reach.client.send(&world.named(&query), json!({})).await;
                    if let Some(error) = answer["errors"].get(0) {
                        assert_eq!(error["extensions"]["code"], "TOO_COMPLEX", "{query}: {answer}");
                        assert!(!is_township, "{query} reaches no further than a township: {answer}");
                        assert!(
                            !given.iter().any(|(_, _, does)| matches!(does, Narrow(_))),
                            "{query} is of one thing: {answer}"
                        );
                        refused += 1;
                        continue;
                    }
                    answered += 1;
                    let asked = std::mem::take(&mut *statements.lock().expect("a lock"));
                    let counts =
                        |statement: &&Statement| statement.sql.contains("COUNT(") && !statement.sql.contains("LIMIT");
                    assert_eq!(asked.iter().find(counts), None, "{query} counts without end");
                    for Statement { sql, values, db_backend } in
                        asked.into_iter().filter(|statement| statement.sql.contains("LIMIT"))
                    {
                        if !plans.contains_key(&sql) {
                            let statement = Statement { sql: sql.clone(), values, db_backend };
                            plans.insert(sql.clone(), plan(&world.app, statement).await);
                        }
                        let lists_it = sql.contains(&format!("FROM \"{}\"", list.table));
                        if let Some(fault) = fault(&plans[&sql], &list, &given, &reach).filter(|_| lists_it) {
                            faults.insert(format!("{query} {fault}"));
                        }
                    }
                }
            }
        }
    }
    let shown: Vec<&String> = faults.iter().take(20).collect();
    assert!(faults.is_empty(), "{} faults of {answered} answered and {refused} refused: {shown:#?}", faults.len());
    assert!(answered > 500 && refused > 100, "{answered} {refused}");
}

#[tokio::test]
async fn nothing_is_counted_beyond_a_hundred_thousand() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    clerk.record_sale("2026-11-24", "1", "1").await;
    let columns: Vec<String> =
        sale::Column::iter().skip(1).map(|column| sea_orm::IdenStatic::as_str(&column).to_owned()).collect();
    let columns = columns.join(", ");
    let id = if on_postgres() { "gen_random_uuid()" } else { "randomblob(16)" };
    let more = |sales: u32| {
        format!(
            "INSERT INTO sale (id, {columns}) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {sales}) \
             SELECT {id}, {columns} FROM (SELECT * FROM sale LIMIT 1) AS one CROSS JOIN n"
        )
    };
    let connection = sea_orm::Database::connect(&app.url).await.expect("the database");
    let count = async || {
        let answer =
            clerk.ask("{ sales(first: 1) { totalCount } of_market: sales(first: 1, filter: {channel: MARKET}) { totalCount } }").await;
        [answer["sales"]["totalCount"].as_u64(), answer["of_market"]["totalCount"].as_u64()]
    };
    connection.execute_unprepared(&more(99_999)).await.expect("sales");
    assert_eq!(count().await, [Some(100_000); 2]);
    connection.execute_unprepared(&more(1)).await.expect("a sale");
    assert_eq!(count().await, [None; 2]);
}
