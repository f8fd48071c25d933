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
    /// Its number, printed next to the words 承诺达标合格证.
    pub code: PrintedCode,
    /// Whether it is valid.
    pub status: CertificateStatus,
    /// The lot it is for.
    pub lot_id: Option<Uuid>,
    /// Or the batch.
    pub batch_id: Option<Uuid>,
    /// The region of the lot's plot or of the plant.
    pub region_code: RegionCode,
    /// The grower who pledges for the lot.
    pub grower_id: Option<Uuid>,
    /// The plant that pledges for the batch.
    pub plant_code: Option<String>,
    /// The name of the produce.
    pub product_name: String,
    /// The quantity.
    pub quantity_g: Kilograms,
    /// The name of the issuer.
    pub issuer_name: String,
    /// The issuer's contact.
    pub issuer_contact: String,
    /// Whether the issuer is a natural person, a household or family farm, whose name and number are not public.
    pub issuer_is_person: bool,
    /// The public text in place of the name. This field and `issuer_is_person` follow the grower; everything else
    /// stays as issued.
    pub public_issuer_name: String,
    /// The basis of the pledge.
    pub basis: PledgeBasis,
    /// The salt of the hashes of name and contact in the audit log.
    pub audit_salt: String,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// Who issued it.
    pub issued_by: Uuid,
    /// When the first certificate that replaced this one was issued.
    pub replaced_at: Option<Timestamp>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Timestamp>,
    /// Why it was withdrawn.
    pub withdrawal_reason: Option<String>,
    /// Who withdrew it.
    pub withdrawn_by: Option<Uuid>,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The certificates that an actor may list: those of its own plant or grower, or of the regions that it may read.
    pub fn visible_to(actor: &Actor) -> Select<Self> {
        match actor.scope() {
            scope @ Scope::Grower(_) => Self::find().filter(in_scope(Column::RegionCode, Column::GrowerId, &scope)),
            _ => Self::find().filter(of_plant(Column::PlantCode, Column::RegionCode, actor)),
        }
    }

    /// Like `visible_to`, for a page in list order, within a region if given.
    pub fn in_order(actor: &Actor, region: Option<&RegionCode>) -> Select<Self> {
        Self::find().filter(match actor.scope() {
            scope @ Scope::Grower(_) => in_scope_in_order(Column::RegionCode, Column::GrowerId, &scope, region),
            _ => of_plant_in_order(Column::PlantCode, Column::RegionCode, actor, region),
        })
    }

    /// The certificates that an actor may find by code. A plant's operator gets them with the material it takes in,
    /// and so also finds those of its township.
    pub fn found_by(actor: &Actor) -> Select<Self> {
        match actor.role {
            Role::PlantOperator => {
                Self::find().filter(in_scope(Column::RegionCode, Column::GrowerId, &actor.township_scope()))
            }
            _ => Self::visible_to(actor),
        }
    }
}
