//! Whole answers of trace and recall.

use crate::app::Answers;

#[tokio::test]
async fn every_field_of_trace_and_recall_is_what_it_was() {
    let answers = Answers::of_a_small_town().await;
    let clerk = answers.app.clerk().await;
    let lot = clerk.ask("{ harvestLots(first: 1) { nodes { code } } }").await["harvestLots"]["nodes"][0]["code"].take();
    let batches = "{ productionBatches(first: 1) { nodes { code } } }";
    let operator = answers.app.sign_in("operator").await;
    let batch = operator.ask(batches).await["productionBatches"]["nodes"][0]["code"].take();
    for (name, query, code) in
        [("trace", "trace", &batch), ("trace-of-a-lot", "trace", &lot), ("recall", "recall", &lot)]
    {
        insta::assert_json_snapshot!(name, answers.ask(&clerk, query, &format!("code: {code}")).await);
    }
}
