//! Whole answers about adjustments.

use crate::app::Answers;

#[tokio::test]
async fn every_field_of_an_adjustment_is_what_it_was() {
    let answers = Answers::of_a_small_town().await;
    let operator = answers.app.sign_in("operator").await;
    insta::assert_json_snapshot!("stockAdjustments", answers.ask(&operator, "stockAdjustments", "filter: {}").await);
}
