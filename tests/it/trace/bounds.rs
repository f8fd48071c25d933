//! However much was mixed, an answer takes the same number of statements and shows no more than its limits.

use sea_orm::{ActiveValue::Set, prelude::Uuid};
use serde_json::{Value, json};
use store::entity::harvest::harvest_lot;

use super::{Made, Part, Plant, Supply, recall, trace};
use crate::app::{TOWN, VILLAGE, text};

/// How many lots, growers and communities are mixed, and how many times.
const LOTS: usize = 1_000;
const GROWERS: usize = 51;
const LEVELS: usize = 10;

/// A thousand lots of 51 growers in 51 communities, divided among ten batches. Above these are ten more levels of ten
/// batches, each made from all ten batches below it. About a thousand million paths lead down. Returns the lots and the
/// ten topmost batches.
async fn mixed() -> (Plant, Vec<Made>, Vec<Made>) {
    let plant = Plant::new().await;
    let villages = plant.clerk.ask("{ regions(first: 51, filter: { level: VILLAGE }) { nodes { code } } }").await;
    let villages: Vec<String> =
        villages["regions"]["nodes"].as_array().expect("villages").iter().map(|node| text(&node["code"])).collect();
    let (_, plot) = plant.grower("王一", VILLAGE).await;
    let mut lots = Vec::new();
    for (number, village) in villages.iter().enumerate() {
        let input = json!({"name": format!("王{number}"), "displayName": format!("果园{number}"), "kind": "HOUSEHOLD", "regionCode": TOWN});
        let grower = text(&plant.clerk.change("registerGrower", input, "grower { id }").await["grower"]["id"]);
        lots.extend(plant.lots_in(plot, grower.parse().expect("an id"), village, LOTS / GROWERS + 1));
    }
    lots.truncate(LOTS);
    let ids: Vec<Uuid> = lots.iter().map(|lot| lot.id.clone().unwrap()).collect();
    let made: Vec<_> =
        lots.iter().map(|lot| Made { id: lot.id.clone().unwrap(), code: lot.code.clone().unwrap().0 }).collect();
    plant.insert_all::<harvest_lot::ActiveModel>(lots).await;
    let first = plant.intake_row(Supply::Lot(ids[0]), 1_000).await;
    let intakes: Vec<_> = ids
        .iter()
        .map(|lot| store::entity::plants::intake::ActiveModel {
            id: Set(Uuid::now_v7()),
            lot_id: Set(Some(*lot)),
            ..first.clone()
        })
        .collect();
    let parts: Vec<_> = intakes.iter().map(|intake| Part::Intake(intake.id.clone().unwrap(), 1)).collect();
    plant.insert_all(intakes).await;
    let mut level = Vec::new();
    for part in parts.chunks(LOTS / 10) {
        level.push(plant.batch(part).await);
    }
    for _ in 0..LEVELS {
        let below: Vec<_> = level.iter().map(|batch: &Made| Part::Batch(batch.id, 1)).collect();
        level.clear();
        for _ in 0..10 {
            level.push(plant.batch(&below).await);
        }
    }
    (plant, made, level)
}

#[tokio::test]
async fn ten_levels_and_a_thousand_lots_cost_as_many_statements_as_one() {
    let (plant, lots, top) = mixed().await;
    let single = plant.intake(Supply::Lot(lots[0].id), 1).await;
    let simple = plant.batch(&[Part::Intake(single, 1)]).await;
    let sale = plant.sale(&top.iter().map(|batch| (batch.id, 10)).collect::<Vec<_>>(), VILLAGE).await;

    let (app, visitor) = (&plant.app, plant.app.visitor());
    let of_one = app
        .fewest_statements(&visitor, async |visitor| {
            assert_eq!(trace(visitor, &simple.code).await["lotCount"], 1);
        })
        .await;
    let of_all = app
        .fewest_statements(&visitor, async |visitor| {
            let whole = trace(visitor, &top[0].code).await;
            let length = |field: &str| whole[field].as_array().expect("a list").len();
            assert_eq!((length("lots"), length("origins"), length("growerNames")), (100, 50, 50));
            assert_eq!(whole["lotCount"], LOTS);
        })
        .await;
    assert_eq!(of_all, of_one, "statements of a trace");
    assert!(of_one <= 11, "{of_one} statements");

    let official = app.official_of("500235").await;
    let query = "{ recall(first: $n, code: \"$code\") { totalCount nodes { batch { code } sale { id } preorder { code } region { name } plant { phone } } } }";
    let mut counted = Vec::new();
    for size in ["1", "100"] {
        let query = query.replace("$n", size).replace("$code", &lots[0].code);
        let statements = app
            .fewest_statements(&official, async |official| {
                assert_eq!(official.ask(&query).await["recall"]["totalCount"], json!(1 + 10 * LEVELS + 1 + 1));
            })
            .await;
        counted.push(statements);
    }
    // One more statement per record would be ninety-nine more.
    assert!(counted[0] <= 12 && counted[1] < counted[0] + 9, "statements of a recall: {counted:?}");
    let sold = plant.recall(&top[0].code).await;
    assert_eq!(sold, [("SALE".to_owned(), sale.to_string(), "0.010".to_owned())]);
}

#[tokio::test]
async fn pages_of_a_recall_concatenate_to_the_whole() {
    let (plant, lots, top) = mixed().await;
    for batch in &top {
        plant.sale(&[(batch.id, 10)], VILLAGE).await;
    }
    let code = &lots[0].code;
    let official = plant.app.official_of("500235").await;
    let whole = async |arguments: String| recall(&official, code, &arguments).await;
    let (mut joined, mut after) = (Vec::new(), String::new());
    loop {
        let page = whole(format!("(first: 7{after}")).await;
        joined.extend(
            page["nodes"]
                .as_array()
                .expect("nodes")
                .iter()
                .map(|node| (node["batchCode"].clone(), node["sale"]["id"].clone())),
        );
        assert_eq!(page["totalCount"], json!(1 + 10 * LEVELS + 10));
        assert_eq!(page["pageInfo"]["hasPreviousPage"], json!(!after.is_empty()));
        if page["pageInfo"]["hasNextPage"] == json!(false) {
            break;
        }
        after = format!(", after: {}", page["pageInfo"]["endCursor"]);
    }
    let mut distinct = joined.clone();
    distinct.sort_by_key(|item| format!("{item:?}"));
    distinct.dedup();
    assert_eq!((joined.len(), distinct.len()), (1 + 10 * LEVELS + 10, joined.len()));
    assert_eq!(whole("(first: 1000".to_owned()).await["nodes"].as_array().expect("nodes").len(), 100);

    let foreign =
        plant.clerk.ask("{ regions(first: 1) { pageInfo { endCursor } } }").await["regions"]["pageInfo"]["endCursor"]
            .take();
    let own = whole("(first: 1".to_owned()).await["pageInfo"]["endCursor"].take();
    let refused = async |list: &str, arguments: String| {
        let refusal = official.refused(&format!("{{ {list}({arguments}) {{ totalCount }} }}")).await;
        (refusal.code.clone(), refusal.field)
    };
    let invalid = |field: &str| ("INVALID_INPUT".to_owned(), Some(field.to_owned()));
    for cursor in [foreign, json!(""), json!("梨"), json!("AAAA"), json!("cmVjYWxsCjEKeA"), Value::from("cmVjYWxs")] {
        assert_eq!(refused("recall", format!("code: \"{code}\", after: {cursor}")).await, invalid("after"), "{cursor}");
    }
    assert_eq!(refused("regions", format!("after: {own}")).await, invalid("after"));
    for first in [0, -1] {
        assert_eq!(refused("recall", format!("code: \"{code}\", first: {first}")).await, invalid("first"));
    }
}
