//! The accounts that visitors of the demonstration sign in with.

use uuid::Uuid;

use super::{PASSWORD, SIGN_INS, plan::Plan, reference::PICKLE_PLANT, town::TOWN};
use domain::access::passwords::Passwords;
use store::{
    entity::{access::account, registers::grower},
    error::Result,
};
use types::{RegionCode, Role};

/// One hash of the password per account, so that no two accounts share a salt.
pub(super) async fn hashes(passwords: &Passwords) -> Result<Vec<String>> {
    let mut hashes = Vec::new();
    for _ in SIGN_INS {
        hashes.push(passwords.hash(PASSWORD.to_owned()).await?);
    }
    Ok(hashes)
}

fn id(plan: &Plan, number: usize) -> Uuid {
    plan.stream("accounts", number).id(plan.opening())
}

fn of_role(plan: &Plan, wanted: Role) -> Uuid {
    id(plan, SIGN_INS.iter().position(|(_, role)| *role == wanted).unwrap_or_default())
}

/// The account with pre-orders of its own.
pub(super) fn buyer(plan: &Plan) -> Uuid {
    of_role(plan, Role::Buyer)
}

/// The account with plots of its own.
pub(super) fn grower(plan: &Plan) -> Uuid {
    of_role(plan, Role::Grower)
}

/// The account that records the pickle plant's intakes and batches.
pub(super) fn operator(plan: &Plan) -> Uuid {
    of_role(plan, Role::PlantOperator)
}

/// The accounts. The clerk, who records everything, comes first. All belong to the town: the plant and the grower are
/// registered there.
pub(super) fn generate(plan: &Plan, hashes: Vec<String>, grower: &grower::Model) -> Vec<account::Model> {
    let accounts =
        SIGN_INS.iter().zip(hashes).enumerate().map(|(number, ((username, role), password_hash))| account::Model {
            id: if *role == Role::Clerk { plan.clerk } else { id(plan, number) },
            username: (*username).to_owned(),
            password_hash,
            role: *role,
            region_code: Some(RegionCode::from(TOWN)),
            plant_code: (*role == Role::PlantOperator).then(|| PICKLE_PLANT.to_owned()),
            grower_id: (*role == Role::Grower).then_some(grower.id),
            created_at: plan.stamp(plan.opening()),
            disabled_at: None,
            password_set_at: plan.stamp(plan.opening()),
            refusal_noted_at: None,
        });
    let mut accounts: Vec<_> = accounts.collect();
    accounts.sort_by_key(|account| account.role != Role::Clerk);
    accounts
}
