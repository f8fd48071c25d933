//! Pledge certificates from the day they are required. Most are of companies and cooperatives, for lots that are
//! sold, delivered or taken in by plants. The pickle plant issues some for the pears that it packs. Some certificates
//! are missing, as in real life.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Duration};
use uuid::Uuid;

use super::{
    accounts,
    growers::{Grower, SIGN_IN},
    plan::{Plan, Stream, at, date},
    presales, production,
    reference::{BOXED_PEARS, PICKLE_PLANT},
    sales,
    town::TOWN,
    writer::Writer,
};
use domain::registers::growers::public_name;
use store::{
    entity::{
        certificates::{certificate, certificate_origin, certificate_replacement},
        harvest::harvest_lot,
        plants::{intake, processing_plant, production_batch},
        registers::grower,
    },
    error::Result,
};
use types::{CertificateStatus, CodeKind, Day, GrowerKind, Kilograms, PledgeBasis, PrintedCode, RegionCode, Timestamp};

/// How many of a thousand lots of a company or cooperative have a certificate. Of the lots that a plant takes in, all
/// have one.
const PLEDGED: i64 = 940;
/// The same for family farms and households, which need none, and for the family farm of the grower's sign-in.
const OF_FARMS: i64 = 150;
const OF_HOUSEHOLDS: i64 = 650;
const OWN: i64 = 800;
/// On the day from which certificates are required, lots in store get one. This is the maximum age of such a lot, in
/// days.
const STORED: i64 = 17;
/// When certificates are issued, in seconds of the day: for lots taken in by a plant before they arrive, for sold
/// lots before the sale is entered, and for lots in store in the morning.
const FOR_PLANTS: i64 = 8 * 3600 + 600;
const FOR_SALE: i64 = 20 * 3600 - 20;
const FOR_STORES: i64 = 8 * 3600;
/// When a certificate is withdrawn and another one issued, in microseconds after its issue.
const TAKEN_BACK: i64 = 1_200_000_000;
const ANEW: i64 = 1_500_000_000;
/// When the plant pledges for what it packed.
const FOR_BATCHES: i64 = 17 * 3600;

/// The day from which certificates are required.
pub(super) fn pledged_from() -> Day {
    date(2026, 2, 1)
}

/// Whether growers of a kind sell nothing without a certificate.
pub(super) fn must_pledge(kind: GrowerKind) -> bool {
    !kind.is_person()
}

/// Rows of certificates.
#[derive(Debug, Default)]
pub(super) struct Records {
    certificates: Vec<certificate::Model>,
    origins: Vec<certificate_origin::Model>,
    replacements: Vec<certificate_replacement::Model>,
}

/// The lots that may get a certificate.
pub(super) struct Lots {
    /// Each lot, with whether it was picked for a plant.
    lots: Vec<(harvest_lot::Model, bool)>,
    /// How much of each lot was already gone when certificates became required.
    gone: BTreeMap<Uuid, Kilograms>,
}

impl Lots {
    /// The lots picked from shortly before the day on which certificates are required.
    pub(crate) fn new(sales: &sales::Records, presales: &presales::Records, production: &production::Records) -> Self {
        let first = pledged_from() - Duration::days(STORED);
        let for_plants = production.lots.iter().map(|lot| (lot, true));
        let lots = sales.lots.iter().chain(&presales.lots).map(|lot| (lot, false)).chain(for_plants);
        let lots = lots
            .filter(|(lot, _)| lot.harvested_on >= first)
            .map(|(lot, for_plant)| (lot.clone(), for_plant))
            .collect();
        let mut gone = presales.delivered_before(pledged_from());
        for sale in sales.sales.iter().filter(|sale| sale.sold_on < pledged_from() && sale.voided_at.is_none()) {
            if let Some(lot) = sale.lot_id {
                let sum = gone.entry(lot).or_default();
                *sum = *sum + sale.quantity_g;
            }
        }
        Self { lots, gone }
    }
}

/// What happens to the certificates of lots that a plant takes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// Nothing special.
    Valid,
    /// It is withdrawn before the plant collects it, and a new one is issued.
    Withdrawn,
    /// It is replaced by another one, which names it.
    Replaced,
    /// It is a paper certificate.
    Paper,
}

/// Issues the certificates up to today, and notes in the plant's intakes those that it collects.
pub(super) fn generate(
    plan: &Plan,
    growers: &[Grower],
    plants: &[processing_plant::Model],
    lots: &Lots,
    production: &mut production::Records,
) -> Records {
    let mut records = Records::default();
    if plan.today < pledged_from() {
        return records;
    }
    let by_id: BTreeMap<Uuid, &grower::Model> = growers.iter().map(|grower| (grower.row.id, &grower.row)).collect();
    let mut in_order: Vec<&(harvest_lot::Model, bool)> = lots.lots.iter().collect();
    in_order.sort_by_key(|(lot, _)| (lot.harvested_on, lot.id));
    let mut bought_in = BTreeMap::new();
    for (lot, for_plant) in in_order {
        let grower = by_id[&lot.grower_id];
        let is_own = grower.id == growers[SIGN_IN].row.id;
        let stream = &mut Stream::of_record(lot.id, at(lot.harvested_on, 0));
        let permille = match grower.kind {
            kind if must_pledge(kind) => {
                if *for_plant {
                    1_000
                } else {
                    PLEDGED
                }
            }
            GrowerKind::Household => OF_HOUSEHOLDS,
            _ => {
                if is_own {
                    OWN
                } else {
                    OF_FARMS
                }
            }
        };
        let quantity = lot.quantity_g - lots.gone.get(&lot.id).copied().unwrap_or_default();
        if !stream.happens(permille) || quantity <= Kilograms::ZERO {
            continue;
        }
        let fate = if *for_plant && must_pledge(grower.kind) {
            fate(&mut bought_in, lot.harvested_on.year())
        } else {
            Fate::Valid
        };
        if fate == Fate::Paper {
            collect_paper(stream, production, lot, grower);
            continue;
        }
        let seconds = if *for_plant { FOR_PLANTS } else { FOR_SALE };
        let instant = if lot.harvested_on < pledged_from() {
            at(pledged_from(), FOR_STORES)
        } else {
            at(lot.harvested_on, seconds)
        };
        let by = if is_own { accounts::grower(plan) } else { plan.clerk };
        let subject = Subject { lot, grower, quantity, by };
        records.issue(plan, stream, &subject, instant, fate);
    }
    records.collect(production);
    records.pledge_for_boxes(plan, plants, lots, production);
    records
}

/// What happens to the next certificate of a year: the first three each have a different fate.
fn fate(bought_in: &mut BTreeMap<i32, usize>, year: i32) -> Fate {
    let number = bought_in.entry(year).or_default();
    *number += 1;
    match *number {
        1 => Fate::Withdrawn,
        2 => Fate::Replaced,
        3 => Fate::Paper,
        _ => Fate::Valid,
    }
}

/// Notes a paper certificate in the intake from a lot.
fn collect_paper(
    stream: &mut Stream,
    production: &mut production::Records,
    lot: &harvest_lot::Model,
    grower: &grower::Model,
) {
    let number = format!("{}-{:04}", lot.harvested_on.format("%Y%m%d"), stream.between(1, 9_999));
    for row in production.intakes.iter_mut().filter(|row| row.lot_id == Some(lot.id)) {
        row.paper_certificate_number = Some(number.clone());
        row.paper_certificate_issuer = Some(grower.name.clone());
    }
}

/// What is pledged for, and by whom.
struct Subject<'a> {
    lot: &'a harvest_lot::Model,
    grower: &'a grower::Model,
    quantity: Kilograms,
    /// The account that issues the certificate.
    by: Uuid,
}

impl Subject<'_> {
    /// A certificate. `None` if the grower's telephone number is not known.
    fn certificate(&self, plan: &Plan, stream: &mut Stream, instant: Timestamp) -> Option<certificate::Model> {
        const BASES: [PledgeBasis; 4] = [
            PledgeBasis::SelfPledge,
            PledgeBasis::SelfTest,
            PledgeBasis::InternalControl,
            PledgeBasis::CommissionedTest,
        ];
        let Self { lot, grower, quantity, by } = *self;
        let community = plan.communities.get(&grower.region_code).map(String::as_str);
        let row = blank(plan, stream, instant, by);
        Some(certificate::Model {
            lot_id: Some(lot.id),
            region_code: lot.region_code.clone(),
            grower_id: Some(grower.id),
            product_name: plan.varieties.get(&lot.variety_code)?.name.clone(),
            quantity_g: quantity,
            issuer_name: grower.name.clone(),
            issuer_contact: grower.phone.clone()?,
            issuer_is_person: grower.kind.is_person(),
            public_issuer_name: public_name(grower).or(community).map(str::to_owned)?,
            basis: BASES[stream.weighted(&[500, 250, 150, 100])],
            ..row
        })
    }
}

/// A certificate that does not yet say what it is for and who pledges.
fn blank(plan: &Plan, stream: &mut Stream, instant: Timestamp, by: Uuid) -> certificate::Model {
    certificate::Model {
        id: stream.id(instant),
        code: PrintedCode::generate(CodeKind::Certificate, stream.generator()),
        status: CertificateStatus::Valid,
        lot_id: None,
        batch_id: None,
        region_code: RegionCode::from(TOWN),
        grower_id: None,
        plant_code: None,
        product_name: String::new(),
        quantity_g: Kilograms::ZERO,
        issuer_name: String::new(),
        issuer_contact: String::new(),
        issuer_is_person: false,
        public_issuer_name: String::new(),
        basis: PledgeBasis::InternalControl,
        audit_salt: hex::encode(stream.id(instant)),
        issued_at: plan.stamp(instant),
        issued_by: by,
        replaced_at: None,
        withdrawn_at: None,
        withdrawal_reason: None,
        withdrawn_by: None,
    }
}

/// Records that a certificate replaces another one.
fn replace(
    stream: &mut Stream,
    before: &mut certificate::Model,
    made: &certificate::Model,
    instant: Timestamp,
) -> certificate_replacement::Model {
    before.status = CertificateStatus::Replaced;
    before.replaced_at = Some(made.issued_at);
    certificate_replacement::Model {
        id: stream.id(instant),
        certificate_id: made.id,
        replaced_code: before.code.0.clone(),
    }
}

impl Records {
    fn issue(&mut self, plan: &Plan, stream: &mut Stream, subject: &Subject<'_>, instant: Timestamp, fate: Fate) {
        let Some(mut first) = subject.certificate(plan, stream, instant) else { return };
        let origins = BTreeSet::from([subject.lot.region_code.clone()]);
        let anew = instant.plus(ANEW);
        let second = if fate == Fate::Valid { None } else { subject.certificate(plan, stream, anew) };
        match fate {
            Fate::Withdrawn => {
                first.status = CertificateStatus::Withdrawn;
                first.withdrawn_at = Some(plan.stamp(instant.plus(TAKEN_BACK)));
                first.withdrawal_reason = Some("检测依据填错，撤回重开".to_owned());
                first.withdrawn_by = Some(subject.by);
            }
            Fate::Replaced => {
                self.replacements.extend(second.as_ref().map(|second| replace(stream, &mut first, second, anew)));
            }
            Fate::Valid | Fate::Paper => {}
        }
        self.keep(stream, first, &origins);
        if let Some(second) = second {
            self.keep(stream, second, &origins);
        }
    }

    fn keep(&mut self, stream: &mut Stream, row: certificate::Model, origins: &BTreeSet<RegionCode>) {
        for region_code in origins {
            let id = stream.id(row.issued_at);
            self.origins.push(certificate_origin::Model {
                id,
                certificate_id: row.id,
                region_code: region_code.clone(),
            });
        }
        self.certificates.push(row);
    }

    /// Notes in the intakes from lots the certificates that came with them.
    fn collect(&self, production: &mut production::Records) {
        let holding = self.certificates.iter().filter(|row| row.status == CertificateStatus::Valid);
        let codes: BTreeMap<Uuid, &PrintedCode> = holding.filter_map(|row| Some((row.lot_id?, &row.code))).collect();
        for row in &mut production.intakes {
            row.certificate_code = row.lot_id.and_then(|lot| codes.get(&lot)).map(|code| code.0.clone());
        }
    }

    /// The plant pledges for what it packed from several lots, in place of the growers.
    fn pledge_for_boxes(
        &mut self,
        plan: &Plan,
        plants: &[processing_plant::Model],
        lots: &Lots,
        production: &production::Records,
    ) {
        let Some(plant) = plants.iter().find(|plant| plant.code == PICKLE_PLANT) else { return };
        let is_packed =
            |row: &&production_batch::Model| row.product_code == BOXED_PEARS.code && row.produced_on >= pledged_from();
        for batch in production.batches.iter().filter(is_packed) {
            let instant = at(batch.produced_on, FOR_BATCHES);
            let stream = &mut Stream::of_record(batch.id, instant);
            let row = certificate::Model {
                batch_id: Some(batch.id),
                region_code: batch.region_code.clone(),
                plant_code: Some(plant.code.clone()),
                product_name: BOXED_PEARS.name.to_owned(),
                quantity_g: batch.output_g,
                issuer_name: plant.name.clone(),
                issuer_contact: plant.phone.clone().unwrap_or_default(),
                public_issuer_name: plant.name.clone(),
                ..blank(plan, stream, instant, accounts::operator(plan))
            };
            let ingredients = production.ingredients.iter().filter(|one| one.batch_id == batch.id);
            let used: BTreeSet<Uuid> = ingredients.filter_map(|one| one.intake_id).collect();
            let used: Vec<&intake::Model> =
                production.intakes.iter().filter(|intake| used.contains(&intake.id)).collect();
            let picked: BTreeSet<Uuid> = used.iter().filter_map(|intake| intake.lot_id).collect();
            let origins = lots
                .lots
                .iter()
                .filter(|(lot, _)| picked.contains(&lot.id))
                .map(|(lot, _)| lot.region_code.clone())
                .collect();
            let collected: BTreeSet<&String> =
                used.iter().filter_map(|intake| intake.certificate_code.as_ref()).collect();
            for before in self.certificates.iter_mut().filter(|before| collected.contains(&before.code.0)) {
                self.replacements.push(replace(stream, before, &row, instant));
            }
            self.keep(stream, row, &origins);
        }
    }

    /// How many rows there are.
    pub(crate) fn count(&self) -> usize {
        self.certificates.len() + self.origins.len() + self.replacements.len()
    }

    /// Writes everything. The lots and batches must exist.
    pub(crate) async fn write<P: Fn(u64, u64) + Send>(self, writer: &mut Writer<P>) -> Result<()> {
        writer.rows::<certificate::Entity>(self.certificates).await?;
        writer.rows::<certificate_origin::Entity>(self.origins).await?;
        writer.rows::<certificate_replacement::Entity>(self.replacements).await
    }
}
