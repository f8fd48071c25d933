//! What remains when the program is killed.

use std::process::Command;

use serde_json::{Value, json};

use super::{Server, create_clerk, program, run, said};
use crate::app::{VILLAGE, empty_town, text};

const RECORD: &str = "mutation($input: RecordSaleInput!) { recordSale(input: $input) { sale { id } } }";

fn sale(key: &str) -> Value {
    json!({"input": {
        "soldOn": "2024-08-01", "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "fengshui-pear",
        "quantityKg": "1", "amountYuan": "1", "idempotencyKey": key
    }})
}

#[tokio::test]
async fn a_kill_in_the_middle_of_recording_loses_no_acknowledged_record() {
    let folder = tempfile::tempdir().expect("a folder");
    let (url, _keep) = empty_town().await;
    create_clerk(folder.path(), &url);
    let mut acknowledged = Vec::new();
    for round in 0..3 {
        let server = Server::start(folder.path(), &url);
        let token = server.sign_in("wang", "correct horse");
        let (sender, receiver) = std::sync::mpsc::channel();
        std::thread::scope(|scope| {
            for writer in 0..16 {
                let (server, token, sender) = (&server, &token, sender.clone());
                scope.spawn(move || {
                    for number in 0.. {
                        let key = format!("{round}-{writer}-{number}");
                        match server.send(Some(token), RECORD, sale(&key)) {
                            Ok(answer) => {
                                sender.send((key, text(&answer["data"]["recordSale"]["sale"]["id"]))).expect("heard")
                            }
                            // The server is gone.
                            Err(_) => return,
                        }
                    }
                });
            }
            drop(sender);
            acknowledged.extend(receiver.iter().take(40));
            // This is about the safety of promises, not of memory: SIGKILL leaves the process no time to write
            // anything.
            let killed = Command::new("kill").args(["-9", &server.child.id().to_string()]).status().expect("kill");
            assert!(killed.success());
            acknowledged.extend(receiver.iter());
        });
    }
    let server = Server::start(folder.path(), &url);
    let token = server.sign_in("wang", "correct horse");
    assert!(acknowledged.len() >= 120);
    for (key, id) in &acknowledged {
        let again = server.send(Some(&token), RECORD, sale(key)).expect("an answer");
        assert_eq!(again["data"]["recordSale"]["sale"]["id"], json!(id), "{key} was acknowledged");
    }
    drop(server);
    let output = run(program(folder.path(), &url, &["verify"]), "");
    assert!(output.status.success(), "{}", said(&output));
}

const PLACE: &str = "mutation($input: PlacePreorderInput!) { placePreorder(input: $input) { preorder { id } } }";

fn claim(offer: &str, key: &str) -> Value {
    json!({"input": {
        "offerId": offer, "quantityKg": "1", "buyerName": "陈晓", "buyerPhone": "13900001111", "idempotencyKey": key
    }})
}

/// Opens an offer of this many kilograms without a deposit, so that pre-orders are confirmed at once.
fn open_offer(server: &Server, quota_kg: u32) -> String {
    let token = server.sign_in("wang", "correct horse");
    let query = "mutation($input: OpenPresaleOfferInput!) { openPresaleOffer(input: $input) { offer { id } } }";
    let input = json!({"input": {
        "varietyCode": "fengshui-pear", "regionCode": VILLAGE, "season": 2024, "quotaKg": quota_kg.to_string(), "unitPriceYuan": "8",
        "depositRate": "0", "opensAt": "2024-01-01T00:00:00Z", "closesAt": "9999-01-01T00:00:00Z"
    }});
    let answer = server.send(Some(&token), query, input).expect("an answer");
    text(&answer["data"]["openPresaleOffer"]["offer"]["id"])
}

#[tokio::test]
async fn a_kill_in_the_middle_of_placing_oversells_nothing_and_loses_no_acknowledged_pre_order() {
    const QUOTA: u32 = 150;
    let folder = tempfile::tempdir().expect("a folder");
    let (url, _keep) = empty_town().await;
    create_clerk(folder.path(), &url);
    let start = || {
        Server::start_with(
            folder.path(),
            &url,
            &[("PREORDER_LIMIT_PER_MINUTE", "1000000"), ("RATE_LIMIT_PER_MINUTE", "1000000")],
        )
    };
    let offer = open_offer(&start(), QUOTA);
    let mut acknowledged = std::collections::BTreeMap::new();
    for round in 0..2 {
        let server = start();
        let (sender, receiver) = std::sync::mpsc::channel();
        std::thread::scope(|scope| {
            for buyer in 0..4 {
                let (server, offer, sender) = (&server, &offer, sender.clone());
                scope.spawn(move || {
                    for number in 0.. {
                        let key = format!("{round}-{buyer}-{number}");
                        match server.send(None, PLACE, claim(offer, &key)) {
                            Ok(answer) if answer["errors"].is_null() => {
                                sender
                                    .send((key, text(&answer["data"]["placePreorder"]["preorder"]["id"])))
                                    .expect("heard");
                            }
                            // The server is gone, or has sold everything.
                            Ok(_) | Err(_) => return,
                        }
                    }
                });
            }
            drop(sender);
            acknowledged.extend(receiver.iter().take(20));
            let killed = Command::new("kill").args(["-9", &server.child.id().to_string()]).status().expect("kill");
            assert!(killed.success());
            acknowledged.extend(receiver.iter());
        });
    }
    let server = start();
    for (key, id) in &acknowledged {
        let again = server.send(None, PLACE, claim(&offer, key)).expect("an answer");
        assert_eq!(again["data"]["placePreorder"]["preorder"]["id"], json!(id), "{key} was acknowledged");
    }
    // Everything that is left is sold, to the last kilogram.
    let mut refused = None;
    for number in 0..=QUOTA {
        let answer = server.send(None, PLACE, claim(&offer, &format!("last-{number}"))).expect("an answer");
        refused = answer["errors"][0]["extensions"]["code"].as_str().map(str::to_owned);
        if refused.is_some() {
            break;
        }
    }
    assert_eq!(refused.as_deref(), Some("QUOTA_EXCEEDED"));
    let left = server
        .send(None, &format!("{{ presaleOffer(id: \"{offer}\") {{ availableKg }} }}"), json!({}))
        .expect("an answer");
    assert_eq!(left["data"]["presaleOffer"]["availableKg"], "0.000");
    drop(server);
    let output = run(program(folder.path(), &url, &["verify"]), "");
    assert!(output.status.success(), "{}", said(&output));
}
