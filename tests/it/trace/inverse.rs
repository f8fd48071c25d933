//! Trace and recall are inverses of each other, for random sequences of records and voids.

use std::collections::{BTreeMap, BTreeSet};

use proptest::{prelude::*, test_runner::TestRunner};
use serde_json::{Value, json};

use super::{Made, Plant};
use crate::{
    app::{Client, TOWN, VILLAGE, text},
    presales::preorders::with,
};

/// How many lots there are, each of another grower in another community.
const LOTS: usize = 4;

#[derive(Debug, Clone)]
enum Step {
    TakeIn { lot: usize, from_outside: bool },
    Make { intakes: Vec<usize>, batches: Vec<usize> },
    MakeAgain { of: usize },
    Sell { of: usize },
    SellFruit { lot: usize },
    Deliver { lot: usize },
    VoidIntake { of: usize },
    VoidBatch { of: usize },
    VoidSale { of: usize },
    LoseFruit { lot: usize },
    LoseIntake { of: usize },
    LoseBatch { of: usize },
    VoidLoss { of: usize },
    Return { of: usize, grams: i64 },
    VoidReturns { of: usize },
}

fn step() -> impl Strategy<Value = Step> {
    let of = || 0..12_usize;
    prop_oneof![
        6 => (0..LOTS, prop::bool::weighted(0.2)).prop_map(|(lot, from_outside)| Step::TakeIn { lot, from_outside }),
        10 => (prop::collection::vec(of(), 0..3), prop::collection::vec(of(), 0..3)).prop_map(|(intakes, batches)| Step::Make { intakes, batches }),
        2 => of().prop_map(|of| Step::MakeAgain { of }),
        4 => of().prop_map(|of| Step::Sell { of }),
        1 => (0..LOTS).prop_map(|lot| Step::SellFruit { lot }),
        1 => (0..LOTS).prop_map(|lot| Step::Deliver { lot }),
        2 => of().prop_map(|of| Step::VoidIntake { of }),
        5 => of().prop_map(|of| Step::VoidBatch { of }),
        2 => of().prop_map(|of| Step::VoidSale { of }),
        1 => (0..LOTS).prop_map(|lot| Step::LoseFruit { lot }),
        2 => of().prop_map(|of| Step::LoseIntake { of }),
        3 => of().prop_map(|of| Step::LoseBatch { of }),
        2 => of().prop_map(|of| Step::VoidLoss { of }),
        3 => (of(), prop_oneof![Just(500), 1..500_i64]).prop_map(|(of, grams)| Step::Return { of, grams }),
        1 => of().prop_map(|of| Step::VoidReturns { of }),
    ]
}

/// An intake in the model.
struct Intake {
    id: String,
    lot: Option<usize>,
    is_voided: bool,
}

struct Batch {
    made: Made,
    intakes: BTreeSet<usize>,
    batches: BTreeSet<usize>,
    is_voided: bool,
    replaced_by: Option<usize>,
}

struct Sale {
    id: String,
    batch: Option<usize>,
    lot: Option<usize>,
    is_voided: bool,
    /// What came back of it: the id and the grams.
    returns: Vec<(String, i64)>,
}

/// What was lost of a lot, an intake or a batch.
struct Loss {
    id: String,
    who: Client,
    lot: Option<usize>,
    batch: Option<usize>,
    is_voided: bool,
}

/// The model of what was recorded.
struct History {
    plant: Plant,
    operator: Client,
    offer: String,
    lots: Vec<(Made, String)>,
    intakes: Vec<Intake>,
    batches: Vec<Batch>,
    sales: Vec<Sale>,
    deliveries: Vec<(String, usize)>,
    losses: Vec<Loss>,
}

impl History {
    async fn new() -> Self {
        let plant = Plant::new().await;
        let villages = plant
            .clerk
            .ask(&format!("{{ regions(first: {LOTS}, filter: {{ parentCode: \"{TOWN}\" }}) {{ nodes {{ code }} }} }}"))
            .await;
        let mut lots = Vec::new();
        for village in villages["regions"]["nodes"].as_array().expect("villages") {
            let village = text(&village["code"]);
            lots.push((plant.lot("农户", &village).await, village));
        }
        let operator = plant.app.plant_operator("pickles").await;
        let offer = plant.clerk.open_offer(json!({})).await;
        Self {
            plant,
            operator,
            offer,
            lots,
            intakes: Vec::new(),
            batches: Vec::new(),
            sales: Vec::new(),
            deliveries: Vec::new(),
            losses: Vec::new(),
        }
    }

    /// The payload of a mutation. `None` if it was refused, which changes nothing.
    async fn try_to(client: &Client, field: &str, input: Value, selection: &str) -> Option<Value> {
        let answer = client.mutate(field, input, selection).await;
        Some(answer["data"][field].clone()).filter(|payload| !payload.is_null())
    }

    async fn take(&mut self, step: Step) {
        match step {
            Step::TakeIn { lot, from_outside } => self.take_in(lot, from_outside).await,
            Step::Make { intakes, batches } => {
                self.make(intakes.into_iter().collect(), batches.into_iter().collect(), None).await
            }
            Step::MakeAgain { of } => {
                if let Some(Batch { intakes, batches, .. }) = self.batches.get(of) {
                    self.make(intakes.clone(), batches.clone(), Some(of)).await;
                }
            }
            Step::Sell { of } => self.sell(of).await,
            Step::SellFruit { lot } => {
                let id = self.plant.sale_of_lot(self.lots[lot].0.id, "0.5").await.to_string();
                self.sales.push(Sale { id, batch: None, lot: Some(lot), is_voided: false, returns: Vec::new() });
            }
            Step::Deliver { lot } => {
                let id = self.plant.delivery(&self.offer, self.lots[lot].0.id, "0.5").await.to_string();
                self.deliveries.push((id, lot));
            }
            Step::VoidIntake { of } => {
                if let Some(intake) = self.intakes.get_mut(of) {
                    let input = json!({"intakeId": intake.id, "reason": "误录"});
                    intake.is_voided |= Self::try_to(&self.operator, "voidIntake", input, "__typename").await.is_some();
                }
            }
            Step::VoidBatch { of } => {
                if let Some(batch) = self.batches.get_mut(of) {
                    let input = json!({"batchId": batch.made.id, "reason": "误录"});
                    batch.is_voided |=
                        Self::try_to(&self.operator, "voidProductionBatch", input, "__typename").await.is_some();
                }
            }
            Step::VoidSale { of } => {
                if let Some(sale) = self.sales.get_mut(of) {
                    let input = json!({"saleId": sale.id, "reason": "误录"});
                    sale.is_voided |= Self::try_to(&self.plant.clerk, "voidSale", input, "__typename").await.is_some();
                }
            }
            Step::LoseFruit { lot } => {
                let id = json!({"lotId": self.lots[lot].0.id});
                self.lose(self.plant.clerk.clone(), id, Some(lot), None).await;
            }
            Step::LoseIntake { of } => {
                if let Some(intake) = self.intakes.get(of) {
                    self.lose(self.operator.clone(), json!({"intakeId": intake.id}), intake.lot, None).await;
                }
            }
            Step::LoseBatch { of } => {
                if let Some(batch) = self.batches.get(of) {
                    self.lose(self.operator.clone(), json!({"batchId": batch.made.id}), None, Some(of)).await;
                }
            }
            Step::VoidLoss { of } => {
                if let Some(loss) = self.losses.get_mut(of) {
                    let input = json!({"adjustmentId": loss.id, "reason": "误录"});
                    loss.is_voided |=
                        Self::try_to(&loss.who, "voidStockAdjustment", input, "__typename").await.is_some();
                }
            }
            Step::Return { of, grams } => {
                if let Some(sale) = self.sales.get_mut(of) {
                    let input = json!({
                        "saleId": sale.id, "quantityKg": format!("0.{grams:03}"), "amountYuan": "0.01", "returnedOn": "2026-09-02",
                        "backToStock": grams % 2 == 0, "reason": "碰伤"
                    });
                    let payload = Self::try_to(&self.plant.clerk, "recordSaleReturn", input, "return { id }").await;
                    sale.returns.extend(payload.map(|payload| (text(&payload["return"]["id"]), grams)));
                }
            }
            Step::VoidReturns { of } => {
                if let Some(sale) = self.sales.get_mut(of) {
                    let mut left = Vec::new();
                    for (id, grams) in std::mem::take(&mut sale.returns) {
                        let input = json!({"returnId": id, "reason": "误录"});
                        if Self::try_to(&self.plant.clerk, "voidSaleReturn", input, "__typename").await.is_none() {
                            left.push((id, grams));
                        }
                    }
                    sale.returns = left;
                }
            }
        }
    }

    async fn lose(&mut self, who: Client, of: Value, lot: Option<usize>, batch: Option<usize>) {
        let loss = json!({"changeKg": "-0.1", "on": "2026-09-01", "reason": "SPOILED"});
        if let Some(payload) = Self::try_to(&who, "recordStockAdjustment", with(of, loss), "adjustment { id }").await {
            self.losses.push(Loss { id: text(&payload["adjustment"]["id"]), who, lot, batch, is_voided: false });
        }
    }

    async fn take_in(&mut self, lot: usize, from_outside: bool) {
        let source = if from_outside {
            json!({"supplierName": "外地供应商"})
        } else {
            json!({"lotId": self.lots[lot].0.id})
        };
        let id = self.operator.buy_in(with(source, json!({"quantityKg": "10"}))).await;
        let lot = Some(lot).filter(|_| !from_outside);
        self.intakes.push(Intake { id, lot, is_voided: false });
    }

    async fn make(&mut self, intakes: BTreeSet<usize>, batches: BTreeSet<usize>, instead_of: Option<usize>) {
        let intakes: BTreeSet<_> = intakes.into_iter().filter(|of| *of < self.intakes.len()).collect();
        let batches: BTreeSet<_> = batches.into_iter().filter(|of| *of < self.batches.len()).collect();
        let mut parts: Vec<_> =
            intakes.iter().map(|of| json!({"intakeId": self.intakes[*of].id, "quantityKg": "1"})).collect();
        parts.extend(batches.iter().map(|of| json!({"batchId": self.batches[*of].made.id, "quantityKg": "1"})));
        let instead = instead_of.map(|of| self.batches[of].made.id);
        let input = json!({
            "plantCode": "pickles", "productCode": "paocai", "producedOn": "2026-08-20", "outputKg": "10", "ingredients": parts,
            "replacesBatchId": instead
        });
        let Some(payload) = Self::try_to(&self.operator, "recordProductionBatch", input, "batch { id code }").await
        else {
            return;
        };
        let made =
            Made { id: text(&payload["batch"]["id"]).parse().expect("an id"), code: text(&payload["batch"]["code"]) };
        if let Some(of) = instead_of {
            self.batches[of].replaced_by = Some(self.batches.len());
        }
        self.batches.push(Batch { made, intakes, batches, is_voided: false, replaced_by: None });
    }

    async fn sell(&mut self, of: usize) {
        let Some(batch) = self.batches.get(of) else { return };
        let input = json!({
            "soldOn": "2026-09-01", "channel": "MARKET", "regionCode": VILLAGE, "productCode": "paocai", "batchId": batch.made.id,
            "quantityKg": "0.5", "amountYuan": "1"
        });
        if let Some(payload) = Self::try_to(&self.plant.clerk, "recordSale", input, "sale { id }").await {
            let id = text(&payload["sale"]["id"]);
            self.sales.push(Sale { id, batch: Some(of), lot: None, is_voided: false, returns: Vec::new() });
        }
    }

    /// The batches that a batch is made of, including itself, and the lots.
    fn made_of(&self, of: usize) -> (BTreeSet<usize>, BTreeSet<usize>) {
        let (mut batches, mut lots, mut open) = (BTreeSet::new(), BTreeSet::new(), vec![of]);
        while let Some(next) = open.pop() {
            if batches.insert(next) {
                open.extend(self.batches[next].batches.iter().copied());
                lots.extend(self.batches[next].intakes.iter().filter_map(|intake| self.intakes[*intake].lot));
            }
        }
        (batches, lots)
    }

    /// Everything that is not voided, with its sources: codes of lots and batches.
    fn sources(&self) -> BTreeMap<String, BTreeSet<String>> {
        let mut sources = BTreeMap::new();
        let codes = |of: usize| -> BTreeSet<String> {
            let (batches, lots) = self.made_of(of);
            let batches = batches.into_iter().map(|of| self.batches[of].made.code.clone());
            batches.chain(lots.into_iter().map(|lot| self.lots[lot].0.code.clone())).collect()
        };
        for (of, batch) in self.batches.iter().enumerate().filter(|(_, batch)| !batch.is_voided) {
            let mut from = codes(of);
            from.remove(&batch.made.code);
            sources.insert(batch.made.code.clone(), from);
        }
        let is_with_its_buyer =
            |sale: &&Sale| !sale.is_voided && sale.returns.iter().map(|(_, grams)| grams).sum::<i64>() < 500;
        for sale in self.sales.iter().filter(is_with_its_buyer) {
            let of_lot = sale.lot.map(|lot| self.lots[lot].0.code.clone());
            sources.insert(sale.id.clone(), of_lot.into_iter().chain(sale.batch.into_iter().flat_map(codes)).collect());
        }
        for loss in self.losses.iter().filter(|loss| !loss.is_voided) {
            let of_lot = loss.lot.map(|lot| self.lots[lot].0.code.clone());
            sources.insert(loss.id.clone(), of_lot.into_iter().chain(loss.batch.into_iter().flat_map(codes)).collect());
        }
        for (id, lot) in &self.deliveries {
            sources.insert(id.clone(), [self.lots[*lot].0.code.clone()].into());
        }
        sources
    }

    /// Asserts that the API agrees with the model in both directions.
    async fn agrees(&self) {
        let sources = self.sources();
        let mut back: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let live = self.batches.iter().filter(|batch| !batch.is_voided).map(|batch| &batch.made.code);
        for code in self.lots.iter().map(|(lot, _)| &lot.code).chain(live) {
            for (kind, name, kilograms) in self.plant.recall(code).await {
                assert!(kilograms != "0.000", "{kind} {name} drew nothing");
                assert!(back.entry(name).or_default().insert(code.clone()), "{kind} is listed twice");
            }
        }
        let recalled: BTreeMap<_, _> = sources
            .iter()
            .filter(|(_, from)| !from.is_empty())
            .map(|(name, from)| (name.clone(), from.clone()))
            .collect();
        assert_eq!(back, recalled, "recalls");
        for (of, batch) in self.batches.iter().enumerate() {
            let trace = self.plant.trace(&batch.made.code).await;
            let mut holds = Some(of);
            while let Some(voided) = holds.filter(|of| self.batches[*of].is_voided) {
                holds = self.batches[voided].replaced_by;
            }
            let Some(holds) = holds else {
                assert_eq!(trace, Value::Null, "a voided batch");
                continue;
            };
            assert_eq!(trace["code"], json!(self.batches[holds].made.code));
            let (batches, lots) = self.made_of(holds);
            let values = |list: &Value, field: &str| {
                list.as_array().expect("a list").iter().map(|one| text(&one[field])).collect::<BTreeSet<_>>()
            };
            let lots: Vec<_> = lots.into_iter().map(|lot| &self.lots[lot]).collect();
            assert_eq!(values(&trace["lots"], "code"), lots.iter().map(|(lot, _)| lot.code.clone()).collect());
            assert_eq!(values(&trace["origins"], "code"), lots.iter().map(|(_, village)| village.clone()).collect());
            assert_eq!(trace["lotCount"], lots.len());
            let is_outside =
                |of: usize| self.batches[of].intakes.iter().any(|intake| self.intakes[*intake].lot.is_none());
            assert_eq!(trace["hasOutsideSuppliers"], batches.into_iter().any(is_outside));
        }
    }
}

async fn any_history(steps: Vec<Step>) {
    let mut history = History::new().await;
    for step in steps {
        history.take(step).await;
    }
    history.agrees().await;
    history.plant.app.verified().await;
}

#[test]
fn trace_and_recall_are_each_others_inverse() {
    let config =
        ProptestConfig { cases: 16, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    TestRunner::new(config)
        .run(&prop::collection::vec(step(), 10..50), |steps| {
            runtime.block_on(any_history(steps));
            Ok(())
        })
        .expect("every history agrees");
}
