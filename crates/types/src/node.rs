//! Global ids of objects. Each is unique in the whole service and never changes, because clients cache objects under
//! it.
//!
//! An object stored under a UUID has that UUID as its id. An object known by a code has `Kind:code` in base64url.
//! Clients should not take it apart; the code has a field of its own.
//!
//! An object in a published report, with the names of that time, is not the same object as today's. An entry that a
//! figure subtracts is not the same object as the entry that it adds. Their ids differ, so that neither replaces the
//! other in a client's cache.

use std::fmt;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use sea_orm::{DeriveActiveEnum, EnumIter};
use uuid::Uuid;

use super::{RegionCode, identifier};

/// The kinds of objects that are stored under a UUID. The numbers are used in a single statement and nowhere else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "i32", db_type = "Integer")]
pub enum RecordKind {
    /// An account that may sign in.
    Account = 1,
    /// An entry of the audit log.
    AuditEntry = 2,
    /// A pledge certificate.
    Certificate = 3,
    /// An edition of a festival.
    Festival = 4,
    /// An entry of the ledger.
    FigureEntry = 5,
    /// A grower, who works plots.
    Grower = 6,
    /// The expected size of a crop.
    HarvestEstimate = 7,
    /// Fruit picked from one plot on one day.
    HarvestLot = 8,
    /// Raw material that a plant received.
    Intake = 9,
    /// Land under one variety.
    Plot = 10,
    /// A buyer's claim on an offer.
    Preorder = 11,
    /// Money received for a pre-order.
    PreorderPayment = 12,
    /// An offer of fruit sold in advance.
    PresaleOffer = 13,
    /// Goods that a plant made in one run.
    ProductionBatch = 14,
    /// A report as published.
    PublishedReport = 15,
    /// A report as submitted.
    ReportSubmission = 16,
    /// Goods handed over and charged.
    Sale = 17,
    /// A session that is still valid.
    Session = 18,
    /// A delivery of a pre-order.
    PreorderDelivery = 19,
    /// A refund of a pre-order.
    PreorderRefund = 20,
    /// Goods of a pre-order that came back.
    PreorderReturn = 21,
    /// What became more or less in stock.
    StockAdjustment = 22,
    /// Goods of a sale that came back.
    SaleReturn = 23,
}

/// The kinds of objects that are known by a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodedKind {
    /// A restaurant or farm kitchen.
    CateringEstablishment,
    /// A distinction of the town.
    Honour,
    /// A processing plant.
    ProcessingPlant,
    /// A project for processing produce.
    ProcessingProject,
    /// Goods that a plant makes.
    Product,
    /// A node of the division tree.
    Region,
    /// A place where visitors are counted.
    Site,
    /// A cultivar.
    Variety,
}

impl CodedKind {
    /// Every kind there is.
    pub const ALL: [Self; 8] = [
        Self::CateringEstablishment,
        Self::Honour,
        Self::ProcessingPlant,
        Self::ProcessingProject,
        Self::Product,
        Self::Region,
        Self::Site,
        Self::Variety,
    ];

    /// The prefix of the ids.
    fn name(self) -> &'static str {
        match self {
            Self::CateringEstablishment => "CateringEstablishment",
            Self::Honour => "Honour",
            Self::ProcessingPlant => "ProcessingPlant",
            Self::ProcessingProject => "ProcessingProject",
            Self::Product => "Product",
            Self::Region => "Region",
            Self::Site => "Site",
            Self::Variety => "Variety",
        }
    }

    /// Whether a text may be a code of this kind. Other texts never reach the database.
    fn takes(self, code: &str) -> bool {
        match self {
            Self::Region => RegionCode::from(code).level().is_some(),
            _ => identifier(code).is_ok(),
        }
    }
}

/// The prefix of the id of a ledger entry that a figure subtracts.
const TAKEN_OFF: &str = "FigureEntry:-";

/// The length limit of an id. It allows for the longest kind and code, and a report.
const LONGEST: usize = 200;

/// What an id refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NodeId {
    /// A record with a UUID.
    Record(Uuid),
    /// An object known by a code.
    Coded(CodedKind, String),
    /// An object known by a code, as a published report names it.
    Published(CodedKind, String, Uuid),
    /// A ledger entry that a figure subtracts, as a catering increase does with those of the baseline year.
    TakenOff(Uuid),
}

impl NodeId {
    /// The id of an object known by a code.
    pub fn coded(kind: CodedKind, code: &str) -> Self {
        Self::Coded(kind, code.to_owned())
    }

    /// Parses an id. `None` if it cannot be one. Every object has one id with one spelling; only UUIDs are accepted
    /// in every usual notation.
    pub fn parse(text: &str) -> Option<Self> {
        if let Ok(id) = Uuid::parse_str(text) {
            return Some(Self::Record(id));
        }
        if text.len() > LONGEST {
            return None;
        }
        let written = String::from_utf8(BASE64_URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
        let id = match written.strip_prefix(TAKEN_OFF) {
            Some(entry) => Self::TakenOff(Uuid::parse_str(entry).ok()?),
            None => {
                let (name, rest) = written.split_once(':')?;
                let kind = CodedKind::ALL.into_iter().find(|kind| kind.name() == name)?;
                let (code, report) = match rest.split_once('@') {
                    Some((code, report)) => (code, Some(Uuid::parse_str(report).ok()?)),
                    None => (rest, None),
                };
                if !kind.takes(code) {
                    return None;
                }
                match report {
                    Some(report) => Self::Published(kind, code.to_owned(), report),
                    None => Self::coded(kind, code),
                }
            }
        };
        (id.to_string() == text).then_some(id)
    }
}

impl fmt::Display for NodeId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = match self {
            Self::Record(id) => return write!(formatter, "{id}"),
            Self::Coded(kind, code) => format!("{}:{code}", kind.name()),
            Self::Published(kind, code, report) => format!("{}:{code}@{report}", kind.name()),
            Self::TakenOff(entry) => format!("{TAKEN_OFF}{entry}"),
        };
        formatter.write_str(&BASE64_URL_SAFE_NO_PAD.encode(written))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECORD: &str = "0190f3c4-8f3a-7c55-9d0e-0123456789ab";

    /// Ids outlive releases, because clients keep them. Add a line for a new kind, and never change one.
    #[test]
    fn ids_are_what_they_were() {
        let record = Uuid::parse_str(RECORD).expect("an id");
        for (id, written) in [
            (NodeId::Record(record), RECORD),
            (NodeId::coded(CodedKind::CateringEstablishment, "kitchen"), "Q2F0ZXJpbmdFc3RhYmxpc2htZW50OmtpdGNoZW4"),
            (NodeId::coded(CodedKind::Honour, "salt-baked_chicken.1"), "SG9ub3VyOnNhbHQtYmFrZWRfY2hpY2tlbi4x"),
            (NodeId::coded(CodedKind::ProcessingPlant, "pickles"), "UHJvY2Vzc2luZ1BsYW50OnBpY2tsZXM"),
            (NodeId::coded(CodedKind::ProcessingProject, "jars"), "UHJvY2Vzc2luZ1Byb2plY3Q6amFycw"),
            (NodeId::coded(CodedKind::Product, "paocai"), "UHJvZHVjdDpwYW9jYWk"),
            (NodeId::coded(CodedKind::Region, "500235136"), "UmVnaW9uOjUwMDIzNTEzNg"),
            (NodeId::coded(CodedKind::Site, "gate"), "U2l0ZTpnYXRl"),
            (NodeId::coded(CodedKind::Variety, "fengshui-pear"), "VmFyaWV0eTpmZW5nc2h1aS1wZWFy"),
            (
                NodeId::Published(CodedKind::Region, "500235136".to_owned(), record),
                "UmVnaW9uOjUwMDIzNTEzNkAwMTkwZjNjNC04ZjNhLTdjNTUtOWQwZS0wMTIzNDU2Nzg5YWI",
            ),
            (NodeId::TakenOff(record), "RmlndXJlRW50cnk6LTAxOTBmM2M0LThmM2EtN2M1NS05ZDBlLTAxMjM0NTY3ODlhYg"),
        ] {
            assert_eq!(id.to_string(), written);
            assert_eq!(NodeId::parse(written), Some(id), "{written}");
        }
    }

    #[test]
    fn what_is_no_id_or_written_in_another_way_is_none() {
        let encoded = |text: &str| BASE64_URL_SAFE_NO_PAD.encode(text);
        let longest = encoded(&format!("CateringEstablishment:{}@{RECORD}", "a".repeat(40)));
        assert!(longest.len() <= LONGEST && NodeId::parse(&longest).is_some(), "{longest}");
        for text in [
            String::new(),
            "500235136".to_owned(),
            "Region:500235136".to_owned(),
            "UmVnaW9uOjUwMDIzNTEzNg==".to_owned(),
            "UmVnaW9uOjUwMDIzNTEzNh".to_owned(),
            " UmVnaW9uOjUwMDIzNTEzNg".to_owned(),
            encoded("Region"),
            encoded("Region:"),
            encoded("Region:5002351361"),
            encoded("region:500235136"),
            encoded("Orchard:gate"),
            encoded("Sale:0190f3c4-8f3a-7c55-9d0e-0123456789ab"),
            encoded("Site:ga\0te"),
            encoded("Site:Gate"),
            encoded("Site:gate@"),
            encoded("Site:gate@0190F3C4-8F3A-7C55-9D0E-0123456789AB"),
            encoded(&format!("Site:gate@{RECORD}@{RECORD}")),
            encoded("FigureEntry:0190f3c4-8f3a-7c55-9d0e-0123456789ab"),
            encoded("FigureEntry:-gate"),
            BASE64_URL_SAFE_NO_PAD.encode([0xff, 0xfe]),
            encoded(&"a".repeat(10_000)),
        ] {
            assert_eq!(NodeId::parse(&text), None, "{text:?}");
        }
    }
}
