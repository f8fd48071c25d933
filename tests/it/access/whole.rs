//! Whole answers about accounts, sessions and the audit log.

use crate::app::Answers;

#[tokio::test]
async fn every_field_of_access_is_what_it_was() {
    let answers = Answers::of_a_small_town().await;
    let clerk = answers.app.sign_in("town-clerk").await;
    for query in ["me", "mySessions"] {
        insta::assert_json_snapshot!(query, answers.ask(&clerk, query, "").await);
    }
    let admin = answers.app.admin().await;
    for (query, arguments) in
        [("accounts", "filter: {role: PLANT_OPERATOR}"), ("auditLog", "filter: {username: \"operator\"}")]
    {
        insta::assert_json_snapshot!(query, answers.ask(&admin, query, arguments).await);
    }
}
