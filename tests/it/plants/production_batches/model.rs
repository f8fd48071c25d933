//! Random sequences of records: after each step, every intake is used, adjusted or left, and every batch is sold, used,
//! adjusted or left.

use proptest::{prelude::*, test_runner::TestRunner};
use serde_json::{Value, json};

use super::{pickles, pickles_sold, plant};
use crate::app::{Client, TestApp, text};

#[derive(Debug, Clone)]
enum Step {
    TakeIn { grams: i64 },
    Make { of: Vec<(usize, i64)>, grams: i64, again: bool },
    Sell { grams: i64, of: Option<usize> },
    VoidIntake { of: usize },
    VoidBatch { of: usize },
    VoidSale { of: usize },
    Adjust { of: usize, grams: i64 },
    VoidAdjustment { of: usize },
    Return { of: usize, grams: i64, back: bool },
    VoidReturn { of: usize },
}

fn step() -> impl Strategy<Value = Step> {
    let grams = || 1..3_000_i64;
    prop_oneof![
        3 => (1..6_000_i64).prop_map(|grams| Step::TakeIn { grams }),
        6 => (prop::collection::vec((0..16_usize, grams()), 1..4), grams(), any::<bool>())
            .prop_map(|(of, grams, again)| Step::Make { of, grams, again }),
        4 => (grams(), prop::option::of(0..8_usize)).prop_map(|(grams, of)| Step::Sell { grams, of }),
        1 => (0..6_usize).prop_map(|of| Step::VoidIntake { of }),
        2 => (0..8_usize).prop_map(|of| Step::VoidBatch { of }),
        2 => (0..8_usize).prop_map(|of| Step::VoidSale { of }),
        4 => (0..16_usize, -3_000..1_500_i64).prop_map(|(of, grams)| Step::Adjust { of, grams }),
        2 => (0..8_usize).prop_map(|of| Step::VoidAdjustment { of }),
        3 => (0..8_usize, grams(), any::<bool>()).prop_map(|(of, grams, back)| Step::Return { of, grams, back }),
        2 => (0..8_usize).prop_map(|of| Step::VoidReturn { of }),
    ]
}

/// An intake or a batch in the model.
#[derive(Debug, Clone)]
struct Store {
    id: String,
    grams: i64,
    left: i64,
    is_voided: bool,
    /// For a batch: the stores it was made from, and how much of each.
    made_of: Vec<(usize, i64)>,
    is_batch: bool,
}

/// A return of a sale, with what came back to each store, or was written off.
#[derive(Debug)]
struct Return {
    id: String,
    sale: String,
    parts: Vec<(usize, i64)>,
    back: bool,
}

#[derive(Debug)]
struct World {
    stores: Vec<Store>,
    /// Sales with what they drew. Voided ones are removed from the model.
    sales: Vec<(String, Vec<(usize, i64)>)>,
    /// Adjustments with their stores and what these became more. Voided ones are removed from the model.
    adjustments: Vec<(String, usize, i64)>,
    /// What came back of them. Voided ones are removed from the model.
    returns: Vec<Return>,
}

fn kilograms(grams: i64) -> String {
    format!("{}{}.{:03}", if grams < 0 { "-" } else { "" }, grams.abs() / 1000, grams.abs() % 1000)
}

/// The position of the nth store that is a batch, or that is none.
fn nth(stores: &[Store], is_batch: bool, nth: usize) -> Option<usize> {
    let those: Vec<usize> = (0..stores.len()).filter(|at| stores[*at].is_batch == is_batch).collect();
    (!those.is_empty()).then(|| those[nth % those.len()])
}

impl World {
    async fn take(&mut self, step: Step, clerk: &Client, operator: &Client) {
        match step {
            Step::TakeIn { grams } => {
                let id = operator.take_in(json!({"quantityKg": kilograms(grams)})).await;
                self.stores.push(Store {
                    id,
                    grams,
                    left: grams,
                    is_voided: false,
                    made_of: Vec::new(),
                    is_batch: false,
                });
            }
            Step::Make { of, grams, again } => self.make(of, grams, again, operator).await,
            Step::Sell { grams, of } => self.sell(grams, of, clerk).await,
            Step::VoidIntake { of } => {
                self.void_store(nth(&self.stores, false, of), "voidIntake", "intakeId", operator).await
            }
            Step::VoidBatch { of } => {
                self.void_store(nth(&self.stores, true, of), "voidProductionBatch", "batchId", operator).await
            }
            Step::VoidSale { of } => {
                if self.sales.is_empty() {
                    return;
                }
                let at = of % self.sales.len();
                let input = json!({"saleId": self.sales[at].0, "reason": "错录"});
                if self.returns.iter().any(|returned| returned.sale == self.sales[at].0) {
                    assert_eq!(clerk.refused_change("voidSale", input).await.code, "CONFLICT");
                    return;
                }
                let (_, drawn) = self.sales.remove(at);
                clerk.change("voidSale", input, "__typename").await;
                for (store, grams) in drawn {
                    self.stores[store].left += grams;
                }
            }
            Step::Adjust { of, grams } => self.adjust(of, grams, operator).await,
            Step::VoidAdjustment { of } => self.void_adjustment(of, operator).await,
            Step::Return { of, grams, back } => self.bring_back(of, grams, back, clerk).await,
            Step::VoidReturn { of } => {
                if !self.returns.is_empty() {
                    self.void_return(of % self.returns.len(), clerk).await;
                }
            }
        }
    }

    async fn adjust(&mut self, of: usize, grams: i64, operator: &Client) {
        if self.stores.is_empty() || grams == 0 {
            return;
        }
        let at = of % self.stores.len();
        let store = &self.stores[at];
        let field = if store.is_batch { "batchId" } else { "intakeId" };
        let reason = if grams > 0 { "COUNTED" } else { "SPOILED" };
        let input = json!({field: store.id, "changeKg": kilograms(grams), "on": "2026-08-20", "reason": reason});
        if store.is_voided || store.left + grams < 0 {
            let refused = operator.refused_change("recordStockAdjustment", input).await;
            assert_eq!(refused.code, if store.is_voided { "CONFLICT" } else { "QUOTA_EXCEEDED" });
            return;
        }
        let made = operator.change("recordStockAdjustment", input, "adjustment { id }").await;
        self.stores[at].left += grams;
        self.adjustments.push((text(&made["adjustment"]["id"]), at, grams));
    }

    async fn void_adjustment(&mut self, of: usize, operator: &Client) {
        if self.adjustments.is_empty() {
            return;
        }
        let of = of % self.adjustments.len();
        let (id, at, grams) = self.adjustments[of].clone();
        let input = json!({"adjustmentId": id, "reason": "错录"});
        if self.stores[at].left < grams {
            assert_eq!(operator.refused_change("voidStockAdjustment", input).await.code, "CONFLICT");
            return;
        }
        operator.change("voidStockAdjustment", input, "__typename").await;
        self.stores[at].left -= grams;
        self.adjustments.remove(of);
    }

    /// Goods come back to the batches that were recorded last.
    async fn bring_back(&mut self, of: usize, grams: i64, back: bool, clerk: &Client) {
        if self.sales.is_empty() {
            return;
        }
        let (sale, drawn) = &self.sales[of % self.sales.len()];
        let (mut open, mut parts) = (grams, Vec::new());
        for (store, drawn) in drawn.iter().rev() {
            let of_sale = self.returns.iter().filter(|returned| returned.sale == *sale);
            let gone: i64 =
                of_sale.flat_map(|one| &one.parts).filter(|(of, _)| of == store).map(|(_, grams)| grams).sum();
            let part = open.min(drawn - gone);
            if part > 0 {
                parts.push((*store, part));
                open -= part;
            }
        }
        let input = json!({
            "saleId": sale, "quantityKg": kilograms(grams), "amountYuan": "0.01", "returnedOn": "2026-08-21", "backToStock": back,
            "reason": "碰伤"
        });
        if open > 0 {
            let refused = clerk.refused_change("recordSaleReturn", input).await;
            assert_eq!(refused.brief(), ("INVALID_INPUT", Some("input.quantityKg")));
            return;
        }
        let id = text(&clerk.change("recordSaleReturn", input, "return { id }").await["return"]["id"]);
        for (store, grams) in parts.iter().filter(|_| back) {
            self.stores[*store].left += grams;
        }
        self.returns.push(Return { id, sale: sale.clone(), parts, back });
    }

    async fn void_return(&mut self, at: usize, clerk: &Client) {
        let Return { id, parts, back, .. } = &self.returns[at];
        let input = json!({"returnId": id, "reason": "错录"});
        if *back && parts.iter().any(|(store, grams)| self.stores[*store].left < *grams) {
            assert_eq!(clerk.refused_change("voidSaleReturn", input).await.code, "QUOTA_EXCEEDED");
            return;
        }
        clerk.change("voidSaleReturn", input, "__typename").await;
        for (store, grams) in parts.iter().filter(|_| *back) {
            self.stores[*store].left -= grams;
        }
        self.returns.remove(at);
    }

    async fn make(&mut self, of: Vec<(usize, i64)>, grams: i64, again: bool, operator: &Client) {
        if self.stores.is_empty() {
            return;
        }
        let mut made_of: Vec<(usize, i64)> =
            of.into_iter().map(|(store, grams)| (store % self.stores.len(), grams)).collect();
        made_of.sort_unstable();
        made_of.dedup_by_key(|(store, _)| *store);
        let ingredients: Vec<Value> = made_of
            .iter()
            .map(|(store, grams)| {
                let name = if self.stores[*store].is_batch { "batchId" } else { "intakeId" };
                json!({name: self.stores[*store].id, "quantityKg": kilograms(*grams)})
            })
            .collect();
        let key = format!("batch {}", self.stores.len());
        let input = pickles(json!({"outputKg": kilograms(grams), "ingredients": ingredients, "idempotencyKey": key}));
        if made_of.iter().any(|(store, grams)| self.stores[*store].left < *grams) {
            let refused = operator.refused_change("recordProductionBatch", input).await;
            assert!(["QUOTA_EXCEEDED", "CONFLICT"].contains(&refused.code.as_str()), "{refused:?}");
            return;
        }
        let id = text(&operator.change("recordProductionBatch", input.clone(), "batch { id }").await["batch"]["id"]);
        if again {
            assert_eq!(operator.change("recordProductionBatch", input, "batch { id }").await["batch"]["id"], id);
        }
        for (store, grams) in &made_of {
            self.stores[*store].left -= grams;
        }
        self.stores.push(Store { id, grams, left: grams, is_voided: false, made_of, is_batch: true });
    }

    async fn sell(&mut self, grams: i64, of: Option<usize>, clerk: &Client) {
        if !self.stores.iter().any(|store| store.is_batch) {
            return;
        }
        let named = of.and_then(|of| nth(&self.stores, true, of));
        let mut input = pickles_sold(json!({"quantityKg": kilograms(grams)}));
        // All are of one day, so the oldest are those recorded first.
        let from: Vec<usize> = match named {
            Some(at) => vec![at],
            None => (0..self.stores.len()).filter(|at| self.stores[*at].is_batch).collect(),
        };
        if let Some(at) = named {
            input["batchId"] = json!(self.stores[at].id);
        }
        if from.iter().map(|at| self.stores[*at].left).sum::<i64>() < grams {
            let refused = clerk.refused_change("recordSale", input).await;
            assert!(["QUOTA_EXCEEDED", "CONFLICT"].contains(&refused.code.as_str()), "{refused:?}");
            return;
        }
        let id = text(&clerk.change("recordSale", input, "sale { id }").await["sale"]["id"]);
        let (mut open, mut drawn) = (grams, Vec::new());
        for at in from {
            let part = open.min(self.stores[at].left);
            if part > 0 {
                self.stores[at].left -= part;
                drawn.push((at, part));
                open -= part;
            }
        }
        self.sales.push((id, drawn));
    }

    async fn void_store(&mut self, at: Option<usize>, field: &str, name: &str, operator: &Client) {
        let Some(at) = at else { return };
        let store = self.stores[at].clone();
        let input = json!({name: store.id, "reason": "错录"});
        let is_adjusted = self.adjustments.iter().any(|(_, of, _)| *of == at);
        if store.is_voided || store.left < store.grams || is_adjusted {
            assert_eq!(operator.refused_change(field, input).await.code, "CONFLICT");
            return;
        }
        operator.change(field, input, "__typename").await;
        (self.stores[at].left, self.stores[at].is_voided) = (0, true);
        for (source, grams) in store.made_of {
            self.stores[source].left += grams;
        }
    }

    async fn compare(&self, app: &TestApp, operator: &Client) {
        let query = "{ intakes(first: 100) { nodes { id availableKg } } productionBatches(first: 100) { nodes { id availableKg } } }";
        let answer = operator.ask(query).await;
        for store in &self.stores {
            let list = if store.is_batch { "productionBatches" } else { "intakes" };
            let nodes = answer[list]["nodes"].as_array().expect("nodes");
            let found = nodes.iter().find(|node| node["id"] == store.id.as_str()).expect("the record");
            assert_eq!(found["availableKg"], kilograms(store.left), "{store:?}");
        }
        let stock: i64 = self.stores.iter().filter(|store| store.is_batch).map(|store| store.left).sum();
        let expected = if stock == 0 {
            json!([])
        } else {
            json!([{"product": {"code": "paocai"}, "quantityKg": kilograms(stock)}])
        };
        assert_eq!(operator.stock().await, expected);
        app.verified().await;
    }
}

#[test]
fn mass_is_kept_whatever_is_recorded() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let mut runner =
        TestRunner::new(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() });
    let outcome = runner.run(&prop::collection::vec(step(), 1..40), |steps| {
        runtime.block_on(async {
            let (app, clerk, operator) = plant().await;
            let mut world =
                World { stores: Vec::new(), sales: Vec::new(), adjustments: Vec::new(), returns: Vec::new() };
            for step in steps {
                world.take(step, &clerk, &operator).await;
                world.compare(&app, &operator).await;
            }
        });
        Ok(())
    });
    outcome.expect("the notebook agrees");
}
