//! The closed sets of names: roles, kinds of growers, sales channels, kinds of ledger entries.

use sea_orm::{DeriveActiveEnum, EnumIter};

/// What an account may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[cfg_attr(feature = "graphql", derive(async_graphql::Enum))]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Role {
    /// The administrator of the server: keeps accounts and reference data, and reads the audit log and the figures.
    /// Records nothing.
    Admin,
    /// The statistics office of a town or county: reads everything in its region and below.
    Official,
    /// A clerk or grid worker (网格员) of a community or town: keeps registers and records in its region and below.
    Clerk,
    /// An employee of a processing plant: records for that plant.
    PlantOperator,
    /// A grower: reads its own plots, lots and sales, and records its own harvest.
    Grower,
    /// A returning or wholesale buyer.
    Buyer,
}

/// The level of a region in the official division tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[cfg_attr(feature = "graphql", derive(async_graphql::Enum))]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum RegionLevel {
    /// A province-level city, such as 重庆市. Its code has 2 digits.
    Province,
    /// A county (县). Its code has 6 digits.
    County,
    /// A town or street (镇、乡、街道). Its code has 9 digits.
    Township,
    /// A residential community or village (社区、村). Its code has 12 digits.
    Village,
}

/// The kind of holding that a grower is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[cfg_attr(feature = "graphql", derive(async_graphql::Enum))]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum GrowerKind {
    /// A household (农户).
    Household,
    /// A family farm (家庭农场).
    FamilyFarm,
    /// A cooperative (合作社).
    Cooperative,
    /// A company (公司), such as a collective company (强村公司).
    Company,
}

impl GrowerKind {
    /// Whether it is the holding of a natural person, whose name and telephone number are personal data.
    pub fn is_person(self) -> bool {
        matches!(self, Self::Household | Self::FamilyFarm)
    }

    /// Its name for people, in Chinese and English.
    pub fn name(self) -> (&'static str, &'static str) {
        match self {
            Self::Household => ("农户", "household"),
            Self::FamilyFarm => ("家庭农场", "family farm"),
            Self::Cooperative => ("合作社", "cooperative"),
            Self::Company => ("公司", "company"),
        }
    }
}

/// Where a sale was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[cfg_attr(feature = "graphql", derive(async_graphql::Enum))]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum SaleChannel {
    /// At the orchard or the plant's gate (地头).
    FarmGate,
    /// At a market or in a shop (市场).
    Market,
    /// Over the internet (电商).
    Online,
    /// To a trader (批发).
    Wholesale,
    /// At the pear-blossom festival (节会).
    Festival,
}

impl SaleChannel {
    /// Its name for people, in Chinese and English.
    pub fn name(self) -> (&'static str, &'static str) {
        match self {
            Self::FarmGate => ("地头", "farm gate"),
            Self::Market => ("市场", "market"),
            Self::Online => ("电商", "online"),
            Self::Wholesale => ("批发", "wholesale"),
            Self::Festival => ("节会", "festival"),
        }
    }
}

/// Why something became more or less in stock without being sold or used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[cfg_attr(feature = "graphql", derive(async_graphql::Enum))]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum StockAdjustmentReason {
    /// It rotted or went bad (损耗).
    Spoiled,
    /// It was lost (丢失).
    Lost,
    /// It was given away (赠送).
    GivenAway,
    /// Its owner used it (自用).
    OwnUse,
    /// Counting found more or less than was recorded (盘点).
    Counted,
}

impl StockAdjustmentReason {
    /// Its name for people, in Chinese and English.
    pub fn name(self) -> (&'static str, &'static str) {
        match self {
            Self::Spoiled => ("损耗", "spoiled"),
            Self::Lost => ("丢失", "lost"),
            Self::GivenAway => ("赠送", "given away"),
            Self::OwnUse => ("自用", "own use"),
            Self::Counted => ("盘点差异", "difference when counted"),
        }
    }
}

/// The kind of distinction that an honour is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[cfg_attr(feature = "graphql", derive(async_graphql::Enum))]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum HonourKind {
    /// A landmark dish of Chongqing (重庆地标菜).
    LandmarkDish,
    /// A famous snack of Yunyang (云阳名小吃).
    FamousSnack,
    /// A county-level project of intangible heritage (县级非遗传承项目).
    HeritageProject,
}

impl HonourKind {
    /// Its name for people, in Chinese and English.
    pub fn name(self) -> (&'static str, &'static str) {
        match self {
            Self::LandmarkDish => ("重庆地标菜", "landmark dish"),
            Self::FamousSnack => ("云阳名小吃", "famous snack"),
            Self::HeritageProject => ("县级非遗传承项目", "heritage project"),
        }
    }
}

/// What a ledger entry counts. Every figure is a sum over the entries of one or two kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum EntryKind {
    /// Area that comes into use (positive) or goes out of use (negative). `count` is the number of plots.
    Area,
    /// A grower who begins (+1) or ceases (−1) to have any plot of a variety in use, once for each region at and
    /// above its plots.
    Growers,
    /// A sale; `count` is the number of sales.
    Sale,
    /// A confirmed pre-order (positive), or what a cancellation or shortfall takes from it (negative).
    Presale,
    /// Takings of a catering establishment in a month, booked on the first day of the month.
    Catering,
    /// Visitors (person-times) at a site that counts towards the total.
    Visitors,
    /// Visitors (person-times) at a site on the way, who are not counted a second time.
    PassingVisitors,
    /// The output of a plant.
    Output,
    /// An edition of the festival, booked on its first day.
    Festival,
    /// A processing plant, from its opening (+1) to its closing (−1).
    Plant,
    /// A processing project, from its beginning (+1) to its end (−1).
    Project,
    /// A landmark dish gained (+1) or lost (−1).
    LandmarkDish,
    /// A famous snack gained (+1) or lost (−1).
    FamousSnack,
    /// A heritage project gained (+1) or lost (−1).
    HeritageProject,
}

impl From<HonourKind> for EntryKind {
    fn from(kind: HonourKind) -> Self {
        match kind {
            HonourKind::LandmarkDish => Self::LandmarkDish,
            HonourKind::FamousSnack => Self::FamousSnack,
            HonourKind::HeritageProject => Self::HeritageProject,
        }
    }
}

/// The kind of record that a ledger entry comes from. Together with the record's id, it identifies the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum SourceKind {
    /// One state of a plot from a given day.
    PlotTerm,
    /// A sale.
    Sale,
    /// A visitor count at a site on a day.
    VisitorCount,
    /// The takings of an establishment in a month.
    CateringTakings,
    /// An edition of the festival.
    Festival,
    /// A processing plant.
    ProcessingPlant,
    /// A processing project.
    ProcessingProject,
    /// An honour.
    Honour,
    /// A pre-order.
    Preorder,
    /// A batch of a plant.
    ProductionBatch,
    /// Goods of a sale that came back.
    SaleReturn,
}

/// The basis of the pledge that produce meets the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[cfg_attr(feature = "graphql", derive(async_graphql::Enum))]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum PledgeBasis {
    /// The issuer's own test (自行检测).
    SelfTest,
    /// A test that the issuer commissioned (委托检测).
    CommissionedTest,
    /// The issuer's internal quality control (内部质量控制).
    InternalControl,
    /// The issuer's own pledge (自我承诺).
    SelfPledge,
}

impl PledgeBasis {
    /// Its name for people, in Chinese and English.
    pub fn name(self) -> (&'static str, &'static str) {
        match self {
            Self::SelfTest => ("自行检测", "own test"),
            Self::CommissionedTest => ("委托检测", "commissioned test"),
            Self::InternalControl => ("内部质量控制", "internal control"),
            Self::SelfPledge => ("自我承诺", "own pledge"),
        }
    }
}

/// The status of a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[cfg_attr(feature = "graphql", derive(async_graphql::Enum))]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum CertificateStatus {
    /// It is valid.
    Valid,
    /// The issuer withdrew it. It must not be relied on.
    Withdrawn,
    /// Another certificate, which names this one, was issued for goods that were mixed or divided. For the goods that
    /// it still accompanies, it remains valid.
    Replaced,
}

impl CertificateStatus {
    /// Its name for people, in Chinese and English.
    pub fn name(self) -> (&'static str, &'static str) {
        match self {
            Self::Valid => ("有效", "valid"),
            Self::Withdrawn => ("已撤回", "withdrawn"),
            Self::Replaced => ("已由新证替换", "replaced"),
        }
    }
}

/// The kind of goods that a traced code identifies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "graphql", derive(async_graphql::Enum))]
pub enum TraceKind {
    /// A harvest lot.
    Lot,
    /// A batch of a plant.
    Batch,
}

/// The kind of record that recalled goods went into. Lists are ordered by kind, in this order: BATCH, SALE, PREORDER,
/// ADJUSTMENT.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, EnumIter, DeriveActiveEnum)]
#[cfg_attr(feature = "graphql", derive(async_graphql::Enum))]
#[sea_orm(rs_type = "i32", db_type = "Integer")]
pub enum RecallKind {
    /// A batch of a plant.
    Batch = 1,
    /// A sale.
    Sale = 2,
    /// A pre-order that was delivered.
    Preorder = 3,
    /// What was lost, given away or used otherwise.
    Adjustment = 4,
}

/// The baseline that the days of a festival are compared with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(feature = "graphql", derive(async_graphql::Enum))]
pub enum UpliftBaseline {
    /// The same days of the year before.
    #[default]
    SameDaysLastYear,
    /// The mean of the same days of the three years before. Years without records are left out.
    MeanOfThreeYears,
}

impl UpliftBaseline {
    /// How many years before an edition its baseline covers.
    pub fn years(self) -> u32 {
        match self {
            Self::SameDaysLastYear => 1,
            Self::MeanOfThreeYears => 3,
        }
    }
}

/// The status of a community's submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[cfg_attr(feature = "graphql", derive(async_graphql::Enum))]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum SubmissionStatus {
    /// It awaits the town's decision (待审核).
    Submitted,
    /// The town approved it (已通过).
    Approved,
    /// The town sent it back with a reason (已退回).
    SentBack,
}

/// What a period needs to be complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[cfg_attr(feature = "graphql", derive(async_graphql::Enum))]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum CompletenessKind {
    /// Counts of visitors: one for each site that counts and each day that is over.
    VisitorDays,
    /// Takings: one for each establishment in business and each month that is over.
    CateringMonths,
    /// Submissions: one for each community.
    Submissions,
}

impl CompletenessKind {
    /// Its name for people with the unit that it is counted in, in Chinese and English.
    pub fn name(self) -> (&'static str, &'static str) {
        match self {
            Self::VisitorDays => ("客流（景点·日）", "visitor counts (sites and days)"),
            Self::CateringMonths => ("餐饮营业额（户·月）", "catering takings (establishments and months)"),
            Self::Submissions => ("村（社区）上报", "submissions of communities"),
        }
    }
}

/// What publishing a report warns of: why a community's figures are not approved, or which records are missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "graphql", derive(async_graphql::Enum))]
pub enum Unapproved {
    /// The community has records of the period but did not submit it.
    NotSubmitted,
    /// Its latest submission awaits a decision.
    NotDecided,
    /// Its latest submission was sent back.
    SentBack,
    /// Its latest submission was approved, but its records now give different figures.
    Restated,
    /// Counts of visitors are missing: of sites that count, for days that are over.
    VisitorDaysMissing,
    /// Takings are missing: of establishments in business, for months that are over.
    CateringMonthsMissing,
}
