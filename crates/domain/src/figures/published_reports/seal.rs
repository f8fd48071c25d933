//! The text that the hash of a published report covers. docs/FIGURES.md describes it for those who check it.

use sea_orm::ActiveEnum;
use sha2::{Digest, Sha256};

use store::entity::figures::published_report;
use types::ReportPeriod;

/// The text whose SHA-256 is the hash of a published report. Each line is a name, a space and a value, and ends with
/// a line feed.
pub fn sealed_text(row: &published_report::Model) -> String {
    let published_report::Model {
        id: _,
        region_code,
        year,
        period,
        edition,
        is_provisional,
        figures,
        names,
        sellers: _,
        definitions,
        bound,
        salt,
        hash: _,
        published_at,
        published_by: _,
        office,
        withdrawn_at: _,
        withdrawal_reason: _,
        withdrawn_by: _,
    } = row;
    let period: String = ReportPeriod::to_value(period);
    format!(
        "lihua published-report-1\nsalt {salt}\nregion {region_code}\nyear {year}\nperiod {period}\nedition {edition}\n\
         provisional {is_provisional}\noffice {office}\npublished {published_at}\nbound {bound}\ndefinitions {definitions}\nnames {names}\n\
         figures {figures}\n"
    )
}

/// The hash of a row's content.
pub(crate) fn hash_of(row: &published_report::Model) -> String {
    hex::encode(Sha256::digest(sealed_text(row)))
}
