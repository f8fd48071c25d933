//! Quality pledge certificates (承诺达标合格证).

use sea_orm::entity::prelude::*;

use crate::entity::{in_scope, in_scope_in_order, of_plant, of_plant_in_order};
use types::{Actor, CertificateStatus, Kilograms, PledgeBasis, PrintedCode, RegionCode, Role, Scope, Timestamp};

/// A row of `certificate`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "certificate")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its number, printed beside the words 承诺达标合格证.
    pub code: PrintedCode,
    /// Whether it holds.
    pub status: CertificateStatus,
    /// The lot that it is for.
    pub lot_id: Option<Uuid>,
    /// Or the batch.
    pub batch_id: Option<Uuid>,
    /// Where the lot was picked, or the plant stands.
    pub region_code: RegionCode,
    /// The grower that pledges for the lot.
    pub grower_id: Option<Uuid>,
    /// The plant that pledges for the batch.
    pub plant_code: Option<String>,
    /// What it is.
    pub product_name: String,
    /// How much.
    pub quantity_g: Kilograms,
    /// Who pledges.
    pub issuer_name: String,
    /// How to reach them.
    pub issuer_contact: String,
    /// Whether who pledges is a natural person, a household or family farm, whose name and number are not shown to
    /// everybody.
    pub issuer_is_person: bool,
    /// What everybody may read instead of the name. This and whether it is a person follow the grower; all else stays
    /// as it was issued.
    pub public_issuer_name: String,
    /// On what basis they pledge.
    pub basis: PledgeBasis,
    /// What name and contact are hashed with in the audit log.
    pub audit_salt: String,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// Who issued it.
    pub issued_by: Uuid,
    /// When it was first named by one that was issued instead.
    pub replaced_at: Option<Timestamp>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Timestamp>,
    /// Why.
    pub withdrawal_reason: Option<String>,
    /// Who withdrew it.
    pub withdrawn_by: Option<Uuid>,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The certificates that an actor may list: those of its own plant or grower, or of the regions that it reads.
    pub fn visible_to(actor: &Actor) -> Select<Self> {
        match actor.scope() {
            scope @ Scope::Grower(_) => Self::find().filter(in_scope(Column::RegionCode, Column::GrowerId, &scope)),
            _ => Self::find().filter(of_plant(Column::PlantCode, Column::RegionCode, actor)),
        }
    }

    /// The same for a page in their order, in a region where one is named.
    pub fn in_order(actor: &Actor, region: Option<&RegionCode>) -> Select<Self> {
        Self::find().filter(match actor.scope() {
            scope @ Scope::Grower(_) => in_scope_in_order(Column::RegionCode, Column::GrowerId, &scope, region),
            _ => of_plant_in_order(Column::PlantCode, Column::RegionCode, actor, region),
        })
    }

    /// The certificates that an actor may find by their code: for a plant's operator, to whom they come with what it
    /// takes in, those of its township, too.
    pub fn found_by(actor: &Actor) -> Select<Self> {
        match actor.role {
            Role::PlantOperator => {
                Self::find().filter(in_scope(Column::RegionCode, Column::GrowerId, &actor.township_scope()))
            }
            _ => Self::visible_to(actor),
        }
    }
}
