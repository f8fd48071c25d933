//! Whole answers of the registers.

use crate::app::{Answers, TOWN, VILLAGE};

#[tokio::test]
async fn every_field_of_the_registers_is_what_it_was() {
    let answers = Answers::of_a_small_town().await;
    let clerk = answers.app.clerk().await;
    for (query, arguments) in [
        ("region", &*format!("code: \"{VILLAGE}\"")),
        ("regions", &format!("filter: {{parentCode: \"{TOWN}\"}}, first: 2")),
        ("varieties", ""),
        ("growers", ""),
        ("plots", ""),
    ] {
        insta::assert_json_snapshot!(query, answers.ask(&clerk, query, arguments).await);
    }
}
