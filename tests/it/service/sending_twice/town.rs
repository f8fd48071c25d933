//! A town to which every mutation was sent.

use std::collections::BTreeMap;

use domain::access::passwords::Passwords;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use store::entity::{
    certificates::certificate,
    idempotency,
    presales::{preorder, preorder_delivery, preorder_payment, preorder_refund, preorder_return},
};
use types::Timestamp;
use uuid::Uuid;

use super::cases::{Case, cases};
use crate::app::{Client, NOW, PASSWORD, TOWN, TestApp, instant, text};

/// What a key remembers of a request, and the canonical form from which it should be computed.
pub struct Remembered {
    pub content: String,
    pub digest: String,
}

/// The senders, and what earlier cases made.
pub struct Town {
    pub app: TestApp,
    sent: usize,
    senders: BTreeMap<&'static str, Client>,
    named: BTreeMap<String, String>,
    /// When the last pre-order changed.
    version: Option<Timestamp>,
}

impl Town {
    pub async fn new() -> Self {
        let app = TestApp::new().await;
        let senders = [
            ("admin", app.admin().await),
            ("clerk", app.clerk().await),
            ("official", app.official_of(TOWN).await),
            ("visitor", app.visitor()),
        ];
        Self { senders: senders.into(), named: BTreeMap::new(), version: None, sent: 0, app }
    }

    /// A town to which every mutation was sent, one per second, so that each record has an instant of its own.
    pub async fn filled() -> Self {
        let mut town = Self::new().await;
        for (case, second) in cases().into_iter().zip(1..) {
            town.app.clock.set(instant(NOW).plus(second * 1_000_000));
            town.send(case).await;
        }
        town
    }

    /// Sends a case twice. The second time, nothing is recorded.
    pub async fn send(&mut self, case: Case) -> Remembered {
        let Case { who, field, input, content, made } = case;
        self.sent += 1;
        let key = format!("{field} {}", self.sent);
        let client = self.sender(who).await;
        let mut input = self.filled_in(&input);
        input["idempotencyKey"] = json!(key);
        if content.to_string().contains("$fingerprint") {
            let account = text(&client.ask("{ me { id } }").await["me"]["id"]);
            let fingerprint = Passwords::default().fingerprint(PASSWORD.to_owned(), format!("{account} {key}")).await;
            self.named.insert("fingerprint".to_owned(), fingerprint.expect("a fingerprint"));
        }
        send(&client, field, input.clone()).await;
        // A batch sent with others is remembered under its key as if it had been sent alone.
        let mutation = if field == "recordProductionBatches" { "recordProductionBatch" } else { field };
        let row = self.remembered(mutation, &key).await;
        let content = self.filled_in(&content).to_string();
        send(&client, field, input).await;
        self.name(made, &row.record_id, &key).await;
        Remembered { content, digest: row.digest }
    }

    async fn sender(&mut self, who: &'static str) -> Client {
        if who == "plant" && !self.senders.contains_key(who) {
            // The plant exists by now.
            self.senders.insert(who, self.app.plant_operator("ham").await);
        }
        self.senders[who].clone()
    }

    /// Replaces names by ids, keys and numbers. Longer names come first, because some names begin with others.
    fn filled_in(&self, value: &Value) -> Value {
        let mut names: Vec<_> = self.named.iter().collect();
        names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        let filled =
            names.into_iter().fold(value.to_string(), |text, (name, id)| text.replace(&format!("${name}"), id));
        let version = self.version.map_or(Value::Null, |version| json!(version.0)).to_string();
        let filled = filled.replace("\"#version\"", &version);
        serde_json::from_str(&filled).expect("JSON")
    }

    async fn remembered(&self, mutation: &str, key: &str) -> idempotency::Model {
        let rows = idempotency::Entity::find()
            .filter(idempotency::Column::Mutation.eq(mutation))
            .filter(idempotency::Column::Key.eq(key));
        rows.one(self.app.database.reader())
            .await
            .expect("a statement")
            .unwrap_or_else(|| panic!("{mutation} {key} is not remembered"))
    }

    /// Stores the names of the record that was made, and of what else later cases need of it.
    async fn name(&mut self, made: &str, id: &str, key: &str) {
        let reader = self.app.database.reader();
        if let Ok(id) = Uuid::parse_str(id) {
            if let Some(row) = certificate::Entity::find_by_id(id).one(reader).await.expect("a statement") {
                self.named.insert(format!("{made}Code"), row.code.0);
            }
            if let Some(row) = preorder::Entity::find_by_id(id).one(reader).await.expect("a statement") {
                self.named.insert(format!("{made}Code"), row.code.0);
            }
        }
        let newest = preorder::Entity::find().order_by_desc(preorder::Column::ChangedAt);
        if let Some(preorder) = newest.one(reader).await.expect("a statement") {
            self.named.insert("version".to_owned(), preorder.changed_at.to_string());
            self.version = Some(preorder.changed_at);
        }
        let newest = preorder_payment::Entity::find().order_by_desc(preorder_payment::Column::Id);
        if let Some(payment) = newest.one(reader).await.expect("a statement") {
            self.named.insert("payment".to_owned(), payment.id.to_string());
        }
        let newest = preorder_delivery::Entity::find().order_by_desc(preorder_delivery::Column::Id);
        if let Some(delivery) = newest.one(reader).await.expect("a statement") {
            self.named.insert("delivery".to_owned(), delivery.id.to_string());
        }
        let newest = preorder_return::Entity::find().order_by_desc(preorder_return::Column::Id);
        if let Some(returned) = newest.one(reader).await.expect("a statement") {
            self.named.insert("return".to_owned(), returned.id.to_string());
        }
        let newest = preorder_refund::Entity::find().order_by_desc(preorder_refund::Column::Id);
        if let Some(refund) = newest.one(reader).await.expect("a statement") {
            self.named.insert("refund".to_owned(), refund.id.to_string());
        }
        if !made.is_empty() {
            self.named.insert(made.to_owned(), id.to_owned());
            self.named.insert(format!("{made}Key"), key.to_owned());
        }
    }
}

async fn send(client: &Client, field: &str, input: Value) {
    if field != "recordProductionBatches" {
        client.change(field, input, "__typename").await;
        return;
    }
    let query = "mutation($inputs: [RecordProductionBatchInput!]!) { \
        recordProductionBatches(inputs: $inputs) { results { error { code field message } } } }";
    let answer = client.send(query, json!({"inputs": [input]})).await;
    assert_eq!(answer["data"]["recordProductionBatches"]["results"], json!([{"error": null}]), "{answer:#}");
}
