//! The growers of the town: mostly households, and family farms, cooperatives and companies.

use super::{
    apportion::apportion,
    names::{HOLDING_WORDS, person, phone},
    plan::{FIRST_BOOK_YEAR, Plan, Stream, date},
    town::{COMMUNITIES, TOWN},
};
use store::entity::registers::grower;
use types::{Folded, GrowerKind, RegionCode, Timestamp};

/// How many growers of each kind are registered with a community. Together with the two that are registered with the
/// town they are 2,000.
pub(super) const REGISTERED: [(GrowerKind, i64); 4] = [
    (GrowerKind::Company, 6),
    (GrowerKind::Cooperative, 24),
    (GrowerKind::FamilyFarm, 72),
    (GrowerKind::Household, 1_896),
];

/// How many of a thousand households began in these years. The others existed when the books were opened.
const BEGINNERS: [(i32, i64); 3] = [(2022, 30), (2023, 26), (2024, 22)];

/// The index of the grower of the sign-in `grower`: a family farm with plots in two communities.
pub(super) const SIGN_IN: usize = 0;
/// The index of the joint collective company of the old town's four communities.
pub(super) const JOINT_COMPANY: usize = 1;

/// A grower and when it was registered.
#[derive(Debug)]
pub(super) struct Grower {
    /// Its row.
    pub row: grower::Model,
    /// The year in which it was registered.
    pub since: i32,
    /// The instant of its registration.
    pub registered: Timestamp,
    /// The index of its community. `None` for those registered with the town.
    pub community: Option<usize>,
}

/// All growers: those of the town first, then by community and kind.
pub(super) fn generate(plan: &Plan) -> Vec<Grower> {
    let mut growers = Vec::new();
    let stream = &mut plan.stream("growers of the town", 0);
    for (kind, name) in
        [(GrowerKind::FamilyFarm, "云安镇古盐道家庭农场"), (GrowerKind::Company, "云阳县云安四社强村农业发展有限公司")]
    {
        let row = row(plan, stream, kind, TOWN, name.to_owned(), plan.opening());
        growers.push(Grower { row, since: FIRST_BOOK_YEAR, registered: plan.opening(), community: None });
    }
    let weights: Vec<i64> = COMMUNITIES.iter().map(|community| community.growers).collect();
    let counts = REGISTERED.map(|(kind, total)| (kind, apportion(total, &weights)));
    for community in 0..COMMUNITIES.len() {
        for (kind, counts) in &counts {
            for number in 0..counts[community] {
                let index = growers.len();
                growers.push(of_community(plan, community, *kind, usize::try_from(number).unwrap_or_default(), index));
            }
        }
    }
    growers
}

fn of_community(plan: &Plan, community: usize, kind: GrowerKind, number: usize, index: usize) -> Grower {
    let stream = &mut plan.stream("growers", index);
    let since = if kind == GrowerKind::Household { beginning(stream) } else { FIRST_BOOK_YEAR };
    let registered = if since == FIRST_BOOK_YEAR {
        // One after the other, so that they are listed in this order.
        plan.opening().plus(1000 * index as i64)
    } else {
        let day = date(since, 3, stream.between(1, 28).unsigned_abs() as u32);
        plan.evening(day, index as i64)
    };
    let name = name(stream, kind, community, number);
    let row = row(plan, stream, kind, COMMUNITIES[community].code, name, registered);
    Grower { row, since, registered, community: Some(community) }
}

/// The name of a grower of a community. `number` counts those of its kind there.
pub(super) fn name(stream: &mut Stream, kind: GrowerKind, community: usize, number: usize) -> String {
    let place = COMMUNITIES[community].name;
    let word = HOLDING_WORDS[(number + 5 * community) % HOLDING_WORDS.len()];
    match kind {
        GrowerKind::Household => person(stream),
        GrowerKind::FamilyFarm => format!("云安镇{place}{word}家庭农场"),
        GrowerKind::Cooperative => format!("云阳县{place}{word}水果种植专业合作社"),
        GrowerKind::Company => format!("云阳县{place}{word}农业发展有限公司"),
    }
}

fn beginning(stream: &mut Stream) -> i32 {
    let mut left = stream.between(0, 999);
    for (year, permille) in BEGINNERS {
        left -= permille;
        if left < 0 {
            return year;
        }
    }
    FIRST_BOOK_YEAR
}

/// A grower's row.
pub(super) fn row(
    plan: &Plan,
    stream: &mut Stream,
    kind: GrowerKind,
    region: &str,
    name: String,
    registered: Timestamp,
) -> grower::Model {
    let chosen = match kind {
        GrowerKind::Household => 80,
        GrowerKind::FamilyFarm => 300,
        // They are known by their full names.
        GrowerKind::Cooperative | GrowerKind::Company => 0,
    };
    let word = *stream.pick(&HOLDING_WORDS);
    let display_name = stream.happens(chosen).then(|| match kind {
        GrowerKind::Household => format!("{}家果园", name.chars().next().unwrap_or('梨')),
        _ => format!("{word}果园"),
    });
    let has_phone = kind != GrowerKind::Household || stream.happens(930);
    grower::Model {
        id: stream.id(registered),
        name_folded: Folded::of(&name),
        name,
        display_name,
        kind,
        region_code: RegionCode::from(region),
        phone: has_phone.then(|| phone(stream)),
        registered_at: plan.stamp(registered),
        merged_into: None,
        merged_at: None,
        merge_reason: None,
        merged_by: None,
        // It is no real person's, so the salt need not be secret. It is generated so that the same town results
        // every time.
        audit_salt: hex::encode(stream.id(registered)),
    }
}
