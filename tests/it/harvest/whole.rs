//! Whole answers about harvest lots.

use crate::app::Answers;

#[tokio::test]
async fn every_field_of_a_lot_is_what_it_was() {
    let answers = Answers::of_a_small_town().await;
    let clerk = answers.app.clerk().await;
    insta::assert_json_snapshot!("harvestLots", answers.ask(&clerk, "harvestLots", "").await);
}
