//! The actor: a signed-in account with its role and what it belongs to.

use uuid::Uuid;

use super::{RegionCode, RegionLevel, Role};

/// The signed-in account on whose behalf something is read or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The account.
    pub account_id: Uuid,
    /// Its role.
    pub role: Role,
    /// The region it belongs to. For a plant's operator it is the plant's region, for a grower the grower's. An
    /// administrator's region limits nothing.
    pub region: Option<RegionCode>,
    /// The plant, for PLANT_OPERATOR.
    pub plant_code: Option<String>,
    /// For GROWER, its grower, and those that are the same one because they were merged. Otherwise empty.
    pub growers: Vec<Uuid>,
}

/// The part of the records that an actor may see. Every finder of records requires one, so that nothing is found
/// without an actor.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Everything there is.
    Everything,
    /// Records in a region and below it.
    Subtree(RegionCode),
    /// Records of one grower, under each id that it was registered with.
    Grower(Vec<Uuid>),
    /// No record.
    Nothing,
}

impl Scope {
    /// Whether the scope includes a whole region.
    pub fn covers(&self, region: &RegionCode) -> bool {
        match self {
            Self::Everything => true,
            Self::Subtree(root) => root.contains(region),
            Self::Grower(_) | Self::Nothing => false,
        }
    }

    /// The part of the scope that lies in a region. A grower's scope is not bound to a region, so it gives the whole
    /// region: the caller must still filter by the grower.
    pub fn within(&self, region: &RegionCode) -> Self {
        match self {
            Self::Subtree(root) if root.contains(region) => Self::Subtree(region.clone()),
            Self::Subtree(root) if region.contains(root) => self.clone(),
            Self::Everything | Self::Grower(_) => Self::Subtree(region.clone()),
            Self::Subtree(_) | Self::Nothing => Self::Nothing,
        }
    }

    /// Whether the scope includes more than one region of this level with everything below it.
    pub fn is_wider_than(&self, level: RegionLevel) -> bool {
        match self {
            Self::Everything => true,
            Self::Subtree(root) => root.level().is_none_or(|of_root| of_root < level),
            Self::Grower(_) | Self::Nothing => false,
        }
    }

    /// Whether the scope includes a record of a region and a grower.
    pub fn includes(&self, region: &RegionCode, grower_id: Uuid) -> bool {
        match self {
            Self::Grower(own) => own.contains(&grower_id),
            Self::Everything | Self::Subtree(_) | Self::Nothing => self.covers(region),
        }
    }
}

impl Actor {
    /// What the actor may see.
    pub fn scope(&self) -> Scope {
        match (self.role, &self.region) {
            (Role::Admin, _) => Scope::Everything,
            (Role::Official | Role::Clerk, Some(region)) => Scope::Subtree(region.clone()),
            (Role::Grower, _) => Scope::Grower(self.growers.clone()),
            _ => Scope::Nothing,
        }
    }

    /// What the actor may refer to without being responsible for it. For a clerk, any grower and plant of its
    /// township. For a plant's operator, the lots of the plant's township.
    pub fn township_scope(&self) -> Scope {
        match (self.role, &self.region) {
            (Role::Clerk | Role::PlantOperator, Some(region)) => Scope::Subtree(region.township()),
            _ => self.scope(),
        }
    }
}
