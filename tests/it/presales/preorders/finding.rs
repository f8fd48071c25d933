//! Pre-orders found by telephone, name, day, state, and by who entered them when.

use serde_json::{Value, json};

use super::{claim, town, with};
use crate::app::{Client, OTHER_TOWN, TOWN, VILLAGE, text};

async fn found(client: &Client, filter: &str) -> Vec<String> {
    let query = format!("{{ preorders(filter: {{ {filter} }}) {{ totalCount nodes {{ buyerName }} }} }}");
    let list = client.ask(&query).await["preorders"].take();
    let names: Vec<String> =
        list["nodes"].as_array().expect("nodes").iter().map(|node| text(&node["buyerName"])).collect();
    assert_eq!(list["totalCount"], names.len(), "{filter}");
    names
}

fn buyer(offer: &str, name: &str, phone: &str) -> Value {
    with(claim(offer, "1"), json!({"buyerName": name, "buyerPhone": phone}))
}

#[tokio::test]
async fn by_telephone_name_day_and_state() {
    let (app, clerk, offer) = town(json!({"closesAt": "2026-12-31T00:00:00Z"})).await;
    let visitor = app.visitor();
    for (name, phone) in [("陈晓", "139 0000 1111"), ("陈小云", "023-58801234")] {
        visitor.change("placePreorder", buyer(&offer, name, phone), "__typename").await;
    }
    // A day later in the town, which is still the same one in UTC.
    app.set_time("2026-11-24T16:00:00Z");
    let late = with(buyer(&offer, "Wang 100%", "13900001111"), json!({"placedAt": "2026-11-24T15:59:59Z"}));
    clerk.change("placePreorder", late, "__typename").await;
    visitor.change("placePreorder", buyer(&offer, "李雷", "13900003333"), "__typename").await;
    for (filter, names) in [
        ("buyerPhone: \"+86 139-0000-1111\"", vec!["Wang 100%", "陈晓"]),
        ("buyerPhone: \"02358801234\"", vec!["陈小云"]),
        ("buyerPhone: \"13900009999\"", vec![]),
        ("buyerNameContains: \"陈\"", vec!["陈小云", "陈晓"]),
        ("buyerNameContains: \"wang 100%\"", vec!["Wang 100%"]),
        ("buyerNameContains: \"%\"", vec!["Wang 100%"]),
        ("placedFrom: \"2026-11-25\"", vec!["李雷"]),
        ("placedTo: \"2026-11-24\"", vec!["Wang 100%", "陈小云", "陈晓"]),
        ("placedFrom: \"2026-11-24\", placedTo: \"2026-11-24\", buyerNameContains: \"晓\"", vec!["陈晓"]),
        ("status: PLACED, buyerPhone: \"13900003333\"", vec!["李雷"]),
        ("status: CONFIRMED, buyerPhone: \"13900003333\"", vec![]),
        // What I entered today, whenever it was placed.
        ("recordedByMe: true", vec!["Wang 100%"]),
        ("recordedByMe: false", vec!["李雷", "陈小云", "陈晓"]),
        ("recordedFrom: \"2026-11-25T00:00:00+08:00\"", vec!["李雷", "Wang 100%"]),
        ("recordedTo: \"2026-11-24T16:00:00Z\"", vec!["陈小云", "陈晓"]),
        ("owing: true", vec![]),
        ("owing: false, buyerNameContains: \"李\"", vec!["李雷"]),
    ] {
        assert_eq!(found(&clerk, filter).await, names, "{filter}");
    }
    assert_eq!(found(&app.clerk_of(OTHER_TOWN).await, "buyerPhone: \"13900001111\"").await, Vec::<String>::new());
    assert_eq!(found(&app.clerk_of(VILLAGE).await, "buyerPhone: \"13900001111\"").await, Vec::<String>::new());
    assert_eq!(found(&app.official_of(TOWN).await, "buyerPhone: \"13900001111\"").await.len(), 2);
    for (filter, field) in [
        ("buyerPhone: \"110\"", "filter.buyerPhone"),
        ("buyerNameContains: \"\"", "filter.buyerNameContains"),
        ("placedFrom: \"2026-02-30\"", "filter.placedFrom"),
        ("placedFrom: \"2026-11-25\", placedTo: \"2026-11-24\"", "filter.placedTo"),
        ("recordedFrom: \"yesterday\"", "filter.recordedFrom"),
    ] {
        let refusal = clerk.refused(&format!("{{ preorders(filter: {{ {filter} }}) {{ totalCount }} }}")).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some(field)), "{filter}");
    }
    let wide = app.admin().await.refused("{ preorders(filter: { owing: true }) { totalCount } }").await;
    assert_eq!(wide.code, "TOO_COMPLEX");
    app.admin().await.ask("{ preorders(filter: { buyerPhone: \"13900001111\" }) { totalCount } }").await;
}
