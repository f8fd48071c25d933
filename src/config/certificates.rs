//! Pledge certificates.

use domain::harvest::pledges::Rules;

use super::{Environment, Malformed, number, switch, value};

/// Who needs certificates, and how long they are kept.
#[derive(Debug, Clone)]
pub struct Certificates {
    /// Who needs one, and from when.
    pub rules: Rules,
    /// The calendar months for which they are kept.
    pub months: u32,
}

/// The least number of months that the law requires certificates to be kept.
const LEAST_MONTHS: u32 = 6;

pub(super) fn read(env: &Environment<'_>) -> Result<Certificates, Malformed> {
    Ok(Certificates {
        rules: Rules {
            from: value(env, "CERTIFICATES_FROM", "2026-02-01", "a day, such as 2026-02-01").means(
                "The first day on which companies and cooperatives need a pledge certificate (承诺达标合格证) for the \
                 fruit they sell. On that day, Order No. 4 of 2025 of the Ministry of Agriculture and Rural Affairs \
                 came into force.",
            )?,
            family_farms: switch(env, "FAMILY_FARMS_NEED_CERTIFICATE", false)
                .means("Whether family farms (家庭农场) need one, too. Households never do.")?,
        },
        months: number(env, "CERTIFICATE_MONTHS", LEAST_MONTHS, LEAST_MONTHS..=1200).means(
            "How many calendar months `lihua certificates remove` keeps a certificate after it was last issued, \
             replaced, withdrawn or collected. The law requires 6, so a lower value is refused. Only that command \
             removes certificates.",
        )?,
    })
}
