//! The shared vocabulary: exact quantities, codes, days and instants, names of states, and actors.
//!
//! Nothing here accesses a database or depends on GraphQL or HTTP. The enums derive the traits of both, because they
//! are vocabulary, not records.

mod act;
mod actor;
mod capitals;
mod code;
mod kinds;
mod node;
mod period;
mod phone;
mod preorder;
mod presale;
mod qr;
mod quantity;
mod random;
mod ratio;
mod region;
mod report_period;
mod shares;
mod ten_thousands;
mod text;
mod time;
mod usual;

pub use act::Act;
pub use actor::{Actor, Scope};
pub use code::{CodeKind, PrintedCode};
pub use kinds::{
    CertificateStatus, CompletenessKind, EntryKind, GrowerKind, HonourKind, PledgeBasis, RecallKind, RegionLevel, Role,
    SaleChannel, SourceKind, StockAdjustmentReason, SubmissionStatus, TraceKind, Unapproved, UpliftBaseline,
};
pub use node::{CodedKind, NodeId, RecordKind};
pub use period::{DaySpan, Length, Period};
pub use phone::Phone;
pub use preorder::{PreorderAction, PreorderEventKind, PreorderStatus};
pub use presale::{
    Balance, CancellationCause, CancellationParty, Fulfilment, PaymentMethod, Rate, ShortfallPolicy, price,
};
pub use qr::qr_svg;
pub use quantity::{Exact, Kilograms, Money, Mu, mean_half_up};
pub use random::{new_id, random_bytes, randomness};
pub use ratio::Ratio;
pub use region::RegionCode;
pub use report_period::ReportPeriod;
pub use shares::shares;
pub use ten_thousands::{grouped, in_town_units, ten_thousands};
pub use text::{Address, Folded, Name, Reason, Reference, Terms, idempotency_key, identifier, username};
pub use time::{
    Day, FIRST_YEAR, Timestamp, day, first_day_of_year, last_day_of_month, last_day_of_year, season_of_picking,
    season_of_sale,
};
pub use usual::{Usual, WarningKind};

/// What is wrong with a value, in the two languages of its readers. It does not name the field; the code that parses
/// the field adds its path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Chinese, the language of most readers.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Problem {
    /// A problem in Chinese and in English.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }
}
