//! The part of a certificate that a trace shows.

use store::entity::certificates::certificate;
use types::{CertificateStatus, Kilograms, PledgeBasis, PrintedCode, Timestamp};

/// A certificate as the public sees it.
#[derive(Debug, Clone)]
pub struct Pledge {
    /// Its code.
    pub code: PrintedCode,
    /// Its status.
    pub status: CertificateStatus,
    /// The quantity pledged for.
    pub quantity: Kilograms,
    /// The issuer: the name of a cooperative, company or plant, or the public name of a household or family farm.
    pub issuer_name: String,
    /// The contact of a cooperative, company or plant. None for a household or family farm.
    pub issuer_contact: Option<String>,
    /// The basis of the pledge.
    pub basis: PledgeBasis,
    /// The instant of issue.
    pub issued_at: Timestamp,
    /// The instant of withdrawal.
    pub withdrawn_at: Option<Timestamp>,
}

impl From<certificate::Model> for Pledge {
    fn from(row: certificate::Model) -> Self {
        let is_person = row.issuer_is_person;
        Self {
            code: row.code,
            status: row.status,
            quantity: row.quantity_g,
            issuer_name: if is_person { row.public_issuer_name } else { row.issuer_name },
            issuer_contact: Some(row.issuer_contact).filter(|_| !is_person),
            basis: row.basis,
            issued_at: row.issued_at,
            withdrawn_at: row.withdrawn_at,
        }
    }
}
