//! Every list of the API, with how each of its filters is answered.

/// The effect of a filter on a list.
#[derive(Clone, Copy)]
pub enum Does {
    /// It names one thing, all of whose records may be scanned. The index that leads to them begins with this column.
    Narrow(&'static str),
    /// It is part of the index if the list reaches beyond a township.
    Index(&'static str),
    /// It excludes so little that it may be checked row by row.
    Thin,
    /// It requires a township, or one thing.
    Needs,
}
use Does::{Index, Narrow, Needs, Thin};

/// A list with everything that restricts it.
pub struct List {
    pub field: &'static str,
    pub table: &'static str,
    /// Whether a region can be given.
    pub has_region: bool,
    /// Filters, each with a value and its effect.
    pub filters: Vec<(&'static str, &'static str, Does)>,
    /// What else the list may scan or sort, and why.
    pub may: May,
}

#[derive(Clone, Copy, PartialEq)]
pub enum May {
    Nothing,
    /// It merges two lists, and sorts a page of each.
    Merge,
    /// Nearly all of its records are in the register's one county; those of a township are sorted.
    LookAtEach,
}

pub fn list(
    field: &'static str,
    table: &'static str,
    has_region: bool,
    filters: &[(&'static str, &'static str, Does)],
    may: May,
) -> List {
    List { field, table, has_region, filters: filters.to_vec(), may }
}

/// Long lists.
pub fn long() -> Vec<List> {
    vec![
        list(
            "sales",
            "sale",
            true,
            &[
                ("varietyCode", "\"fengshui-pear\"", Index("variety_code")),
                ("productCode", "\"paocai\"", Narrow("product_code")),
                ("growerId", "\"$grower_here\"", Narrow("grower_id")),
                ("channel", "MARKET", Needs),
                ("soldFrom", "\"2026-01-01\"", Index("sold_on")),
                ("soldTo", "\"2026-12-31\"", Index("sold_on")),
                ("voided", "false", Thin),
                ("voided", "true", Needs),
            ],
            May::Nothing,
        ),
        // Those that are checked row by row, with one of each other kind.
        list(
            "sales",
            "sale",
            true,
            &[
                ("recordedFrom", "\"2026-01-01T00:00:00Z\"", Needs),
                ("recordedTo", "\"2026-12-31T00:00:00Z\"", Needs),
                ("recordedByMe", "true", Needs),
                ("varietyCode", "\"fengshui-pear\"", Index("variety_code")),
                ("growerId", "\"$grower_here\"", Narrow("grower_id")),
                ("soldFrom", "\"2026-01-01\"", Index("sold_on")),
            ],
            May::Nothing,
        ),
        list(
            "harvestLots",
            "harvest_lot",
            true,
            &[
                ("varietyCode", "\"fengshui-pear\"", Needs),
                ("growerId", "\"$grower_here\"", Narrow("grower_id")),
                ("harvestedFrom", "\"2026-01-01\"", Index("harvested_on")),
                ("harvestedTo", "\"2026-12-31\"", Index("harvested_on")),
                ("hasStock", "true", Needs),
                ("hasStock", "false", Needs),
            ],
            May::Nothing,
        ),
        list(
            "plots",
            "plot",
            true,
            &[
                ("varietyCode", "\"fengshui-pear\"", Needs),
                ("growerId", "\"$grower_here\"", Narrow("grower_id")),
                ("inUseOn", "\"2026-01-01\"", Needs),
            ],
            May::Nothing,
        ),
        list(
            "growers",
            "grower",
            true,
            &[
                ("kind", "HOUSEHOLD", Needs),
                ("nameContains", "\"王\"", Needs),
                ("varietyCode", "\"fengshui-pear\"", Needs),
                ("phone", "\"13800001234\"", Needs),
                ("merged", "true", Needs),
            ],
            May::LookAtEach,
        ),
        list(
            "intakes",
            "intake",
            false,
            &[
                ("plantCode", "\"pickles\"", Narrow("plant_code")),
                ("receivedFrom", "\"2026-01-01\"", Index("received_on")),
                ("receivedTo", "\"2026-12-31\"", Index("received_on")),
                ("hasStock", "true", Needs),
                ("hasStock", "false", Needs),
            ],
            May::Nothing,
        ),
        list(
            "productionBatches",
            "production_batch",
            false,
            &[
                ("plantCode", "\"pickles\"", Narrow("plant_code")),
                ("productCode", "\"paocai\"", Narrow("product_code")),
                ("producedFrom", "\"2026-01-01\"", Index("produced_on")),
                ("producedTo", "\"2026-12-31\"", Index("produced_on")),
            ],
            May::Nothing,
        ),
        list(
            "stockAdjustments",
            "stock_adjustment",
            true,
            &[
                ("plantCode", "\"pickles\"", Narrow("plant_code")),
                ("from", "\"2026-01-01\"", Index("adjusted_on")),
                ("to", "\"2026-12-31\"", Index("adjusted_on")),
            ],
            May::Nothing,
        ),
        list(
            "certificates",
            "certificate",
            true,
            &[
                ("status", "VALID", Needs),
                ("issuedFrom", "\"2026-01-01\"", Index("issued_at")),
                ("issuedTo", "\"2026-12-31\"", Index("issued_at")),
                ("lotId", "\"$lot_here\"", Narrow("lot_id")),
                ("batchId", "\"$batch_here\"", Narrow("batch_id")),
            ],
            May::Nothing,
        ),
        list(
            "preorders",
            "preorder",
            true,
            &[
                ("offerId", "\"$offer_town\"", Narrow("offer_id")),
                ("status", "PLACED", Needs),
                ("status", "EXPIRED", Needs),
                ("code", "\"$claim_town\"", Narrow("code")),
                ("buyerPhone", "\"13900001111\"", Narrow("buyer_phone")),
                ("placedFrom", "\"2026-01-01\"", Index("placed_at")),
                ("placedTo", "\"2026-12-31\"", Index("placed_at")),
            ],
            May::Merge,
        ),
        // Those that are checked row by row, with one of each other kind.
        list(
            "preorders",
            "preorder",
            true,
            &[
                ("buyerNameContains", "\"陈\"", Needs),
                ("recordedFrom", "\"2026-01-01T00:00:00Z\"", Needs),
                ("recordedTo", "\"2026-12-31T00:00:00Z\"", Needs),
                ("recordedByMe", "true", Needs),
                ("owing", "true", Needs),
                ("buyerPhone", "\"13900001111\"", Narrow("buyer_phone")),
                ("placedFrom", "\"2026-01-01\"", Index("placed_at")),
            ],
            May::Merge,
        ),
        list(
            "auditLog",
            "audit_entry",
            false,
            &[
                ("username", "\"working\"", Narrow("account_id")),
                ("action", "\"recordSale\"", Index("action")),
                ("from", "\"2026-01-01T00:00:00Z\"", Index("at")),
                ("to", "\"2026-12-31T00:00:00Z\"", Index("at")),
            ],
            May::Nothing,
        ),
    ]
}

/// Lists that are short, or whose records all belong to one thing, with the reason and the greatest number. Their
/// filters are checked row by row.
pub const SHORT: [(&str, &[&str], &str); 19] = [
    ("Grower.plots", &[], "the plots of one grower, a page of each by the index of their grower"),
    ("ProcessingPlant.batches", &[], "the batches of one plant by the index of their plant"),
    ("Query.accounts", &["disabled", "role", "usernameContains"], "accounts, for ADMIN alone"),
    (
        "Query.auditLog",
        &["record"],
        "what concerns one record; readings of several telephone numbers are looked through",
    ),
    (
        "Query.cateringTakings",
        &["establishmentCode", "inForce", "month", "regionCode", "year"],
        "a record for each establishment and month of a township, in the order of an index",
    ),
    ("Query.certificatesMissing", &["from", "regionCode", "to"], "the days of a year in a township, of a month beyond"),
    (
        "Query.figureEntries",
        &["asOf", "from", "key", "recordedAfter", "regionCode", "to"],
        "ranges of one index, until the deadline",
    ),
    ("Query.harvestEstimates", &["regionCode", "season", "varietyCode"], "some for each crop and season"),
    ("Query.offersAtRisk", &["regionCode"], "offers beyond an estimate"),
    ("Query.presaleOffers", &["openNow", "regionCode", "season", "varietyCode"], "some for each crop and season"),
    ("Query.publishedReports", &["period", "regionCode", "withdrawn", "year"], "the editions of one region"),
    ("Query.recall", &["code"], "what the goods of one code went into"),
    ("Query.refundsDue", &["regionCode"], "pre-orders with money due, which have an index of their own"),
    ("Query.regions", &["level", "nameContains", "parentCode"], "the official register"),
    ("Query.reportSubmissions", &["period", "regionCode", "status", "year"], "some for each community and year"),
    ("Query.shortfallRuns", &["offerId"], "the runs of one offer"),
    (
        "Query.visitorCounts",
        &["from", "inForce", "regionCode", "siteCode", "to"],
        "a count for each site and day of a township, in the order of an index",
    ),
    ("Restatement.entries", &[], "the entries behind one line, until the deadline"),
    ("ShortfallRun.shares", &[], "the shares of one run by its key"),
];
