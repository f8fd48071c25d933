//! A plant with whatever mixtures a test needs.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter,
    sea_query::Expr,
};
use serde_json::{Value, json};
use store::entity::{
    access::account,
    certificates::certificate,
    harvest::harvest_lot,
    plants::{batch_ingredient, intake, production_batch},
    sales::{sale, sale_batch},
};
use types::{
    CertificateStatus, CodeKind, Day, GrowerKind, Kilograms, PledgeBasis, PrintedCode, SaleChannel, Timestamp,
};
use uuid::Uuid;

use super::{recall, trace};
use crate::app::{Client, TestApp, VILLAGE, instant, text};

/// A plant whose records are written straight into the tables, so that tests can create mixtures that the API would
/// not.
pub struct Plant {
    pub app: TestApp,
    pub clerk: Client,
    pub recorded_by: Uuid,
    pub now: Timestamp,
}

/// A lot or a batch.
#[derive(Debug, Clone)]
pub struct Made {
    pub id: Uuid,
    pub code: String,
}

/// An ingredient of a batch.
#[derive(Debug, Clone, Copy)]
pub enum Part {
    Intake(Uuid, i64),
    Batch(Uuid, i64),
}

/// Where an intake comes from.
#[derive(Debug, Clone, Copy)]
pub enum Supply<'a> {
    Lot(Uuid),
    Grower(&'a str),
    Outside(&'a str),
}

pub fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// A new code.
pub fn code(kind: CodeKind) -> PrintedCode {
    PrintedCode::generate(kind, &mut rand::rng())
}

impl Plant {
    /// The town with its plant and its clerk.
    pub async fn new() -> Self {
        let app = TestApp::new().await;
        app.reference_data().await;
        let clerk = app.clerk().await;
        clerk.register_grower("首户", VILLAGE).await;
        let recorded_by = account::Entity::find()
            .filter(account::Column::Role.eq(types::Role::Clerk))
            .one(app.database.reader())
            .await
            .expect("accounts")
            .expect("a clerk")
            .id;
        Self { app, clerk, recorded_by, now: instant(crate::app::NOW) }
    }

    pub async fn insert<A>(&self, row: A)
    where
        A: ActiveModelTrait<Entity: EntityTrait<ActiveModel = A>> + sea_orm::ActiveModelBehavior + Send + 'static,
        <A::Entity as EntityTrait>::Model: sea_orm::IntoActiveModel<A> + Send,
    {
        self.insert_all(vec![row]).await;
    }

    pub async fn insert_all<A>(&self, rows: Vec<A>)
    where
        A: ActiveModelTrait<Entity: EntityTrait<ActiveModel = A>> + sea_orm::ActiveModelBehavior + Send + 'static,
        <A::Entity as EntityTrait>::Model: sea_orm::IntoActiveModel<A> + Send,
    {
        let written = self.app.database.write_alone(async move |txn| txn.fill::<A::Entity>(rows).await);
        written.await.expect("rows");
    }

    /// Registers a grower with a plot and returns both ids.
    pub async fn grower(&self, name: &str, region: &str) -> (String, Uuid) {
        let grower = self.clerk.register_grower(name, region).await;
        let plot = self.clerk.register_plot(&grower, region, "2", 2020).await;
        (grower, Uuid::parse_str(&plot).expect("an id"))
    }

    /// A lot of a new household in a region.
    pub async fn lot(&self, name: &str, region: &str) -> Made {
        let (_, plot) = self.grower(name, region).await;
        self.lot_of(plot, "2026-08-01").await
    }

    /// A lot of 1,000 kg from a plot.
    pub async fn lot_of(&self, plot: Uuid, harvested_on: &str) -> Made {
        let input = json!({"plotId": plot, "harvestedOn": harvested_on, "quantityKg": "1000"});
        let lot = self.clerk.change("recordHarvest", input, "lot { id code }").await["lot"].take();
        Made { id: Uuid::parse_str(&text(&lot["id"])).expect("an id"), code: text(&lot["code"]) }
    }

    /// The rows of lots from a plot in a region, not yet inserted.
    pub fn lots_in(&self, plot: Uuid, grower: Uuid, region: &str, number: usize) -> Vec<harvest_lot::ActiveModel> {
        let lot = || harvest_lot::ActiveModel {
            id: Set(Uuid::now_v7()),
            code: Set(code(CodeKind::HarvestLot)),
            plot_id: Set(plot),
            grower_id: Set(grower),
            region_code: Set(region.into()),
            variety_code: Set("fengshui-pear".to_owned()),
            harvested_on: Set(day("2026-08-01")),
            season: Set(2026),
            quantity_g: Set(Kilograms(1_000_000)),
            available_g: Set(Kilograms(1_000_000)),
            recorded_at: Set(self.now),
            recorded_by: Set(self.recorded_by),
            voided_at: Set(None),
            void_reason: Set(None),
            voided_by: Set(None),
        };
        (0..number).map(|_| lot()).collect()
    }

    /// The row of an intake of this many grams, not yet inserted.
    pub async fn intake_row(&self, from: Supply<'_>, grams: i64) -> intake::ActiveModel {
        let grower = match from {
            Supply::Lot(lot) => {
                let found = harvest_lot::Entity::find_by_id(lot).one(self.app.database.reader()).await;
                Some(found.expect("lots").expect("a lot").grower_id)
            }
            Supply::Grower(id) => Some(Uuid::parse_str(id).expect("an id")),
            Supply::Outside(_) => None,
        };
        intake::ActiveModel {
            id: Set(Uuid::now_v7()),
            plant_code: Set("pickles".to_owned()),
            region_code: Set(VILLAGE.into()),
            material: Set("丰水梨".to_owned()),
            lot_id: Set(if let Supply::Lot(lot) = from { Some(lot) } else { None }),
            bought_batch_id: Set(None),
            grower_id: Set(grower),
            grower_kind: Set(grower.map(|_| GrowerKind::Household)),
            supplier_name: Set(if let Supply::Outside(name) = from { Some(name.to_owned()) } else { None }),
            certificate_code: Set(None),
            paper_certificate_number: Set(None),
            paper_certificate_issuer: Set(None),
            quantity_g: Set(Kilograms(grams)),
            available_g: Set(Kilograms(grams)),
            received_on: Set(day("2026-08-02")),
            audit_salt: Set(String::new()),
            client_recorded_at: Set(None),
            recorded_at: Set(self.now),
            recorded_by: Set(self.recorded_by),
            voided_at: Set(None),
            void_reason: Set(None),
            voided_by: Set(None),
        }
    }

    /// An intake of this many grams.
    pub async fn intake(&self, from: Supply<'_>, grams: i64) -> Uuid {
        let row = self.intake_row(from, grams).await;
        let id = row.id.clone().unwrap();
        self.insert(row).await;
        id
    }

    /// The row of a batch of 1 t, not yet inserted.
    pub fn batch_row(&self, plant: &str, region: &str) -> production_batch::ActiveModel {
        production_batch::ActiveModel {
            id: Set(Uuid::now_v7()),
            code: Set(code(CodeKind::ProductionBatch)),
            plant_code: Set(plant.to_owned()),
            region_code: Set(region.into()),
            product_code: Set("paocai".to_owned()),
            produced_on: Set(day("2026-08-20")),
            began_on: Set(day("2026-08-20")),
            output_g: Set(Kilograms(1_000_000)),
            input_g: Set(Kilograms(1_000_000)),
            loss_g: Set(Kilograms::ZERO),
            available_g: Set(Kilograms(1_000_000)),
            replaces_id: Set(None),
            client_recorded_at: Set(None),
            recorded_at: Set(self.now),
            recorded_by: Set(self.recorded_by),
            voided_at: Set(None),
            void_reason: Set(None),
            voided_by: Set(None),
        }
    }

    /// A batch made of parts.
    pub async fn batch(&self, parts: &[Part]) -> Made {
        self.batch_from(self.batch_row("pickles", VILLAGE), parts).await
    }

    /// A batch made of parts, with a given row.
    pub async fn batch_from(&self, row: production_batch::ActiveModel, parts: &[Part]) -> Made {
        let made = Made { id: row.id.clone().unwrap(), code: row.code.clone().unwrap().0 };
        self.insert(row).await;
        self.insert_all(ingredients(made.id, parts)).await;
        made
    }

    /// A sale that draws this many grams from each batch.
    pub async fn sale(&self, drawn: &[(Uuid, i64)], region: &str) -> Uuid {
        let id = Uuid::now_v7();
        let row = sale::ActiveModel {
            id: Set(id),
            sold_on: Set(day("2026-09-01")),
            channel: Set(SaleChannel::Market),
            region_code: Set(region.into()),
            product_code: Set(Some("paocai".to_owned())),
            plant_code: Set(Some("pickles".to_owned())),
            quantity_g: Set(drawn.iter().map(|(_, grams)| Kilograms(*grams)).sum()),
            amount_fen: Set(types::Money(100)),
            recorded_at: Set(self.now),
            recorded_by: Set(self.recorded_by),
            ..Default::default()
        };
        self.insert(row).await;
        let drawn = drawn.iter().map(|(batch, grams)| sale_batch::ActiveModel {
            id: Set(Uuid::now_v7()),
            sale_id: Set(id),
            batch_id: Set(*batch),
            quantity_g: Set(Kilograms(*grams)),
        });
        self.insert_all(drawn.collect()).await;
        id
    }

    /// A sale of this many kilograms of fruit from a lot.
    pub async fn sale_of_lot(&self, lot: Uuid, kilograms: &str) -> Uuid {
        let input = json!({
            "soldOn": "2026-09-01", "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "fengshui-pear", "lotId": lot,
            "quantityKg": kilograms, "amountYuan": "1"
        });
        let sale = self.clerk.change("recordSale", input, "sale { id }").await;
        Uuid::parse_str(&text(&sale["sale"]["id"])).expect("an id")
    }

    /// A pre-order of this many kilograms that is paid, and delivered from a lot.
    pub async fn delivery(&self, offer: &str, lot: Uuid, kilograms: &str) -> Uuid {
        let placed = self.app.visitor().place(offer, kilograms).await;
        self.clerk.pay(&placed, placed["amountYuan"].as_str().expect("an amount")).await;
        let lots = json!([{"lotId": lot, "quantityKg": kilograms}]);
        let input = json!({"preorderId": placed["id"], "deliveredOn": "2026-11-24", "lots": lots});
        self.clerk.change("deliverPreorder", input, "__typename").await;
        Uuid::parse_str(&text(&placed["id"])).expect("an id")
    }

    /// A certificate of a lot or batch.
    pub async fn certificate(
        &self,
        lot: Option<Uuid>,
        batch: Option<Uuid>,
        status: CertificateStatus,
        issued_at: &str,
    ) -> String {
        let withdrawn = status == CertificateStatus::Withdrawn;
        let code = code(CodeKind::Certificate);
        let grower = match lot {
            Some(lot) => {
                let found = harvest_lot::Entity::find_by_id(lot).one(self.app.database.reader()).await;
                Some(found.expect("lots").expect("a lot").grower_id)
            }
            None => None,
        };
        let row = certificate::ActiveModel {
            id: Set(Uuid::now_v7()),
            code: Set(code.clone()),
            status: Set(status),
            lot_id: Set(lot),
            batch_id: Set(batch),
            region_code: Set(VILLAGE.into()),
            grower_id: Set(grower),
            plant_code: Set(batch.map(|_| "pickles".to_owned())),
            product_name: Set("丰水梨".to_owned()),
            quantity_g: Set(Kilograms(1000)),
            issuer_name: Set("陈秘密".to_owned()),
            issuer_contact: Set("13812345678".to_owned()),
            issuer_is_person: Set(true),
            public_issuer_name: Set("果园一号".to_owned()),
            basis: Set(PledgeBasis::SelfPledge),
            audit_salt: Set(String::new()),
            issued_at: Set(instant(issued_at)),
            issued_by: Set(self.recorded_by),
            replaced_at: Set((status == CertificateStatus::Replaced).then_some(self.now)),
            withdrawn_at: Set(withdrawn.then_some(self.now)),
            withdrawal_reason: Set(withdrawn.then(|| "农残超标".to_owned())),
            withdrawn_by: Set(withdrawn.then_some(self.recorded_by)),
        };
        self.insert(row).await;
        code.0
    }

    /// Voids a batch, an intake or a sale, without regard to what drew on it.
    pub async fn void<E>(&self, id: Uuid)
    where
        E: EntityTrait<PrimaryKey: sea_orm::PrimaryKeyTrait<ValueType = Uuid>> + Voidable,
    {
        let (now, by) = (self.now, self.recorded_by);
        let mut query = E::update_many()
            .col_expr("voided_at", Expr::value(now))
            .col_expr("void_reason", Expr::value("误录"))
            .col_expr("voided_by", Expr::value(by));
        if E::HAS_STOCK {
            query = query.col_expr("available_g", Expr::value(0_i64));
        }
        let voided = query.filter(ExprTrait::eq(Expr::col("id"), id)).exec(self.app.database.unguarded()).await;
        voided.expect("a voided row");
    }

    /// Writes what cannot be written as a row.
    pub async fn sql(&self, statement: &str) {
        self.app.database.unguarded().execute_unprepared(statement).await.expect("a statement");
    }

    /// What everybody sees under a code.
    pub async fn trace(&self, code: &str) -> Value {
        trace(&self.app.visitor(), code).await
    }

    /// Everything that goods went into, as the town's clerk sees it: kind, code or id, and kilograms.
    pub async fn recall(&self, code: &str) -> Vec<(String, String, String)> {
        let nodes = recall(&self.clerk, code, "(first: 100").await["nodes"].take();
        let item = |node: &Value| {
            let record = [&node["batchCode"], &node["sale"]["id"], &node["preorder"]["id"], &node["adjustment"]["id"]]
                .into_iter()
                .find(|name| !name.is_null());
            (text(&node["kind"]), text(record.expect("a record")), text(&node["quantityKg"]))
        };
        nodes.as_array().expect("nodes").iter().map(item).collect()
    }
}

/// Rows that can be voided.
pub trait Voidable {
    const HAS_STOCK: bool;
}

impl Voidable for production_batch::Entity {
    const HAS_STOCK: bool = true;
}

impl Voidable for intake::Entity {
    const HAS_STOCK: bool = true;
}

impl Voidable for harvest_lot::Entity {
    const HAS_STOCK: bool = true;
}

impl Voidable for sale::Entity {
    const HAS_STOCK: bool = false;
}

/// The rows of a batch's ingredients, not yet inserted.
pub fn ingredients(batch: Uuid, parts: &[Part]) -> Vec<batch_ingredient::ActiveModel> {
    let row = |(position, part): (usize, &Part)| {
        let (intake, source, grams) = match *part {
            Part::Intake(id, grams) => (Some(id), None, grams),
            Part::Batch(id, grams) => (None, Some(id), grams),
        };
        batch_ingredient::ActiveModel {
            id: Set(Uuid::now_v7()),
            batch_id: Set(batch),
            position: Set(i32::try_from(position).expect("few parts") + 1),
            intake_id: Set(intake),
            source_batch_id: Set(source),
            from_batch_id: Set(source),
            quantity_g: Set(Kilograms(grams)),
        }
    };
    parts.iter().enumerate().map(row).collect()
}
