//! Whole answers about plants, what they take in and what they make.

use crate::app::Answers;

#[tokio::test]
async fn every_field_of_the_plants_is_what_it_was() {
    let answers = Answers::of_a_small_town().await;
    let operator = answers.app.sign_in("operator").await;
    for query in ["processingPlants", "processingProjects", "intakes", "productionBatches"] {
        insta::assert_json_snapshot!(query, answers.ask(&operator, query, "").await);
    }
    let products = "{ processingPlants { products { $Product } } }";
    insta::assert_json_snapshot!("products", answers.asked(&operator, products).await);
}
