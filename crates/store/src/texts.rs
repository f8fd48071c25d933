//! Which text columns the audit log may show in the clear.
//!
//! Each is listed, and `tests/it/access/audit/texts.rs` compares the list with the tables, so that somebody decides on a
//! new column before it gets into the log. Unlisted columns count as secret until then.

/// How private the content of a text column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Privacy {
    /// Something that every reader of the log may read.
    Plain,
    /// Something about a person. The log stores a hash of it.
    Personal,
    /// A secret. The log says only whether it changed.
    Secret,
}

/// A table's text columns: plain, personal, secret.
type Texts = (&'static str, &'static [&'static str], &'static [&'static str], &'static [&'static str]);

/// Every table that has text columns.
#[rustfmt::skip]
const TEXTS: &[Texts] = &[
    ("account", &["username", "role", "region_code", "plant_code"], &[], &["password_hash"]),
    ("audit_entry", &["request_id", "action", "record_kind", "record_id", "region_code", "changes"], &["address"], &[]),
    ("audit_seal", &["hash"], &[], &[]),
    ("batch_by_product", &["name"], &[], &[]),
    ("batch_step", &["name"], &[], &[]),
    ("catering_baseline", &["region_code"], &[], &[]),
    ("catering_days", &["establishment_code", "region_code"], &[], &[]),
    ("catering_establishment", &["code", "name", "region_code"], &[], &[]),
    ("catering_takings", &["establishment_code", "region_code", "void_reason"], &[], &[]),
    (
        "certificate",
        &["code", "status", "region_code", "plant_code", "product_name", "basis", "withdrawal_reason"],
        &["issuer_name", "issuer_contact", "public_issuer_name"],
        &["audit_salt"],
    ),
    ("certificate_origin", &["region_code"], &[], &[]),
    ("certificate_replacement", &["replaced_code"], &[], &[]),
    (
        "daily_total",
        &["kind", "region_code", "variety_code", "product_code", "channel", "plant_code", "site_code", "establishment_code", "grower_kind"],
        &[],
        &[],
    ),
    ("festival", &["region_code", "name", "void_reason"], &[], &[]),
    ("grower", &["kind", "region_code", "merge_reason"], &["name", "name_folded", "display_name", "phone"], &["audit_salt"]),
    ("harvest_estimate", &["region_code", "variety_code", "note", "void_reason"], &[], &[]),
    ("harvest_lot", &["code", "region_code", "variety_code", "void_reason"], &[], &[]),
    ("honour", &["code", "kind", "name", "region_code"], &[], &[]),
    ("idempotency", &["mutation", "key", "digest", "record_id"], &["scope"], &[]),
    (
        "intake",
        &["plant_code", "region_code", "material", "grower_kind", "certificate_code", "paper_certificate_number", "void_reason"],
        &["supplier_name", "paper_certificate_issuer"],
        &["audit_salt"],
    ),
    (
        "ledger_entry",
        &["kind", "region_code", "variety_code", "product_code", "channel", "plant_code", "site_code", "establishment_code", "grower_kind", "source_kind"],
        &[],
        &[],
    ),
    (
        "monthly_total",
        &["kind", "region_code", "variety_code", "product_code", "channel", "plant_code", "site_code", "establishment_code", "grower_kind"],
        &[],
        &[],
    ),
    ("plot", &["region_code", "variety_code"], &[], &[]),
    ("plot_term", &["grower_kind", "region_code", "variety_code", "void_reason"], &[], &[]),
    (
        "preorder",
        &["code", "region_code", "status", "fulfilment", "tracking_number", "cancellation_cause"],
        &["buyer_name", "buyer_name_folded", "buyer_phone", "delivery_address"],
        &["audit_salt"],
    ),
    ("preorder_delivery", &["region_code", "tracking_number", "reversal_reason"], &[], &[]),
    ("preorder_event", &["kind", "method", "reference", "reason"], &[], &[]),
    ("preorder_payment", &["region_code", "method", "reference", "reversal_reason"], &[], &[]),
    ("preorder_refund", &["region_code", "method", "reference", "counted_within", "reversal_reason"], &[], &[]),
    ("preorder_return", &["region_code", "reason", "reversal_reason"], &[], &[]),
    ("preorder_transfer", &["method", "reference", "counted_within"], &[], &[]),
    ("presale_offer", &["region_code", "variety_code", "terms", "pick_up_place"], &[], &[]),
    ("presale_offer_version", &["terms", "pick_up_place"], &[], &[]),
    ("processing_plant", &["code", "name", "region_code"], &["phone"], &[]),
    ("processing_project", &["code", "name", "region_code", "plant_code"], &[], &[]),
    ("product", &["code", "plant_code", "name"], &[], &[]),
    ("product_step", &["product_code", "name"], &[], &[]),
    ("production_batch", &["code", "plant_code", "region_code", "product_code", "void_reason"], &[], &[]),
    ("published_report", &["region_code", "period", "figures", "names", "sellers", "definitions", "hash", "office", "withdrawal_reason"], &[], &["salt"]),
    ("region", &["code", "name", "name_folded", "level", "parent_code"], &[], &[]),
    ("regional_total", &["kind", "region_code", "variety_code", "product_code", "channel"], &[], &[]),
    ("report_submission", &["region_code", "period", "status", "reason"], &[], &[]),
    ("sale", &["channel", "region_code", "variety_code", "product_code", "plant_code", "grower_kind", "void_reason"], &[], &[]),
    ("sale_return", &["region_code", "reason", "void_reason"], &[], &[]),
    ("session", &[], &[], &["token_hash"]),
    ("shortfall_run", &["region_code", "policy"], &[], &[]),
    ("site", &["code", "name", "region_code"], &[], &[]),
    ("site_counting", &["site_code"], &[], &[]),
    ("site_retirement", &["site_code"], &[], &[]),
    ("stock_adjustment", &["plant_code", "region_code", "reason", "note", "void_reason"], &[], &[]),
    ("undertaking_days", &["source_kind"], &[], &[]),
    ("variety", &["code", "name", "name_en"], &[], &[]),
    ("visitor_count", &["site_code", "region_code", "void_reason"], &[], &[]),
];

/// How private the content of a text column is.
pub fn privacy(table: &str, column: &str) -> Privacy {
    let listed = |(_, plain, personal, _): &Texts| {
        let kinds = [(Privacy::Plain, plain), (Privacy::Personal, personal)];
        kinds.into_iter().find(|(_, columns)| columns.contains(&column)).map(|(kind, _)| kind)
    };
    TEXTS.iter().find(|(of, ..)| *of == table).and_then(listed).unwrap_or(Privacy::Secret)
}

/// All listed columns, as table and column.
pub fn listed() -> impl Iterator<Item = (&'static str, &'static str)> {
    TEXTS.iter().flat_map(|(table, plain, personal, secret)| {
        [plain, personal, secret]
            .into_iter()
            .flat_map(move |columns| columns.iter().map(move |column| (*table, *column)))
    })
}
