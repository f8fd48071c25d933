//! GraphQL. `objects` has the objects of each noun. The rooms have its operations: queries, mutations and
//! subscriptions, with their inputs and payloads. A resolver is a guard, one call to the domain crate, and `into()`.
//!
//! No file here names a query or an active model. Rows are found and changed in the domain crate, and exposed field by
//! field.

use std::sync::Arc;

use async_graphql::{MergedObject, MergedSubscription, Request, Schema, ValidationMode};
use futures_util::{Stream, StreamExt};

mod access;
mod certificates;
mod connection;
mod content;
mod description;
mod document;
mod error;
mod exchange;
mod feed;
mod figures;
mod gather;
mod guard;
mod harvest;
mod input;
mod list;
mod loader;
mod mutation;
mod node;
mod objects;
mod phones_read;
mod plants;
mod presales;
mod registers;
mod sales;
mod scalar;
mod service;
mod stock_adjustments;
mod tourism;
mod trace;

pub use description::description;
pub use document::{BIG_NUMBER, Bounds, DIGITS, Data, Document, Documents, Executed, Hash, Operation, hash};
pub use error::{Language, Refusal, quality, refused, render};
pub use exchange::{Exchange, SessionChange};
pub use figures::statistics::{channel, dimension};
pub use guard::{Caller, READERS};

use self::{gather::Gatherer, loader::Loaders};
use crate::{
    config::PublicUrl,
    rate::{PreorderLimit, SignInLimit},
};
use domain::{
    access::{passwords::Passwords, sessions::Sessions},
    figures::{
        published_reports::Rules as PublishingRules,
        reports::{FEED_REFRESH as REPORT_REFRESH, RecentReports, ReportFeeds},
    },
    harvest::pledges::Rules as CertificateRules,
    plants::production_batches::{BatchFeed, FEED_REFRESH as BATCH_REFRESH},
    presales::{
        offers::{FEED_REFRESH as OFFER_REFRESH, OfferFeeds},
        preorders::Rules as PreorderRules,
    },
};
use store::Database;

/// Queries about plants and their goods: production, traces, recalls and certificates. A separate object, because the
/// compiler cannot merge this many query objects at once.
#[derive(Debug, Default, MergedObject)]
pub struct GoodsQuery(
    plants::processing_plants::PlantQuery,
    plants::intakes::IntakeQuery,
    plants::production_batches::ProductionBatchQuery,
    stock_adjustments::StockAdjustmentQuery,
    certificates::CertificateQuery,
    trace::TraceQuery,
    trace::recall::RecallQuery,
);

/// Queries about tourism. A separate object for the same reason.
#[derive(Debug, Default, MergedObject)]
pub struct TourismQuery(
    tourism::sites::SiteQuery,
    tourism::visitors::VisitorQuery,
    tourism::festivals::FestivalQuery,
    tourism::catering::CateringQuery,
    tourism::catering_takings::CateringTakingsQuery,
    tourism::honours::HonourQuery,
);

/// Queries about figures: reports, statistics and their entries. A separate object for the same reason.
#[derive(Debug, Default, MergedObject)]
pub struct FiguresQuery(
    figures::reports::ReportQuery,
    figures::report_submissions::ReportSubmissionQuery,
    figures::published_reports::PublishedReportQuery,
    figures::uplift::UpliftQuery,
    figures::statistics::StatisticsQuery,
    figures::definitions::FigureQuery,
);

/// All queries.
#[derive(Debug, Default, MergedObject)]
pub struct Query(
    node::NodeQuery,
    service::ServiceQuery,
    access::accounts::AccountQuery,
    access::sessions::SessionQuery,
    access::audit::AuditQuery,
    registers::regions::RegionQuery,
    registers::varieties::VarietyQuery,
    TourismQuery,
    GoodsQuery,
    registers::growers::GrowerQuery,
    registers::plots::PlotQuery,
    harvest::harvest_lots::HarvestLotQuery,
    sales::SaleQuery,
    presales::offers::OfferQuery,
    presales::preorders::PreorderQuery,
    presales::shortfalls::ShortfallQuery,
    presales::estimates::EstimateQuery,
    FiguresQuery,
);

/// Mutations of reports. A separate object for the same reason.
#[derive(Debug, Default, MergedObject)]
pub struct ReportsMutation(
    figures::report_submissions::ReportSubmissionMutation,
    figures::published_reports::PublishedReportMutation,
);

/// Mutations of land. A separate object for the same reason.
#[derive(Debug, Default, MergedObject)]
pub struct LandMutation(
    registers::plots::PlotMutation,
    registers::plot_divisions::PlotDivisionMutation,
    registers::plot_corrections::PlotCorrectionMutation,
);

/// Mutations of tourism. A separate object for the same reason.
#[derive(Debug, Default, MergedObject)]
pub struct TourismMutation(
    tourism::sites::SiteMutation,
    tourism::visitors::VisitorMutation,
    tourism::festivals::FestivalMutation,
    tourism::catering::CateringMutation,
    tourism::catering_takings::CateringTakingsMutation,
    tourism::honours::HonourMutation,
);

/// Mutations of pre-sales. A separate object for the same reason.
#[derive(Debug, Default, MergedObject)]
pub struct PresaleMutation(
    presales::offers::OfferMutation,
    presales::preorders::PreorderMutation,
    presales::preorders::MoneyMutation,
    presales::preorders::GoodsMutation,
    presales::shortfalls::ShortfallMutation,
    presales::estimates::EstimateMutation,
);

/// Mutations of plants and of stock. A separate object for the same reason.
#[derive(Debug, Default, MergedObject)]
pub struct StockMutation(
    plants::processing_plants::PlantMutation,
    plants::products::ProductMutation,
    plants::intakes::IntakeMutation,
    plants::production_batches::ProductionBatchMutation,
    stock_adjustments::StockAdjustmentMutation,
);

/// All mutations. Each mutation is one transaction: it is recorded completely or not at all.
#[derive(Debug, Default, MergedObject)]
pub struct Mutation(
    access::accounts::AccountMutation,
    access::sessions::SessionMutation,
    registers::regions::RegionMutation,
    registers::varieties::VarietyMutation,
    TourismMutation,
    StockMutation,
    registers::growers::GrowerMutation,
    LandMutation,
    harvest::harvest_lots::HarvestLotMutation,
    certificates::CertificateMutation,
    sales::SaleMutation,
    sales::SaleReturnMutation,
    PresaleMutation,
    ReportsMutation,
);

/// All subscriptions.
#[derive(Debug, Default, MergedSubscription)]
pub struct Subscription(
    figures::reports::ReportSubscription,
    presales::offers::OfferSubscription,
    plants::production_batches::ProductionBatchSubscription,
);

/// The schema of the API.
pub type LihuaSchema = Schema<Query, Mutation, Subscription>;

/// Answers a request of a caller. Readings of personal data are logged before the answer is returned.
pub async fn execute(
    schema: &LihuaSchema,
    database: &Database,
    operation: Operation,
    caller: &Caller,
    exchange: Arc<Exchange>,
) -> Executed {
    let phones_read = phones_read::PhonesRead::default();
    let Operation { request, fields, only_reads } = operation;
    let loader = loader::loader(database.clone(), caller, only_reads);
    let response = schema.execute(on_behalf(request, loader, caller, &exchange, &phones_read)).await;
    let response = description::of_ours(response);
    phones_read.answer(database, caller, &exchange, Executed::of(response, &fields)).await
}

/// The same for an operation with several answers: a subscription.
pub fn watch(
    schema: &LihuaSchema,
    database: Database,
    operation: Operation,
    caller: Caller,
    exchange: Arc<Exchange>,
) -> impl Stream<Item = Executed> + Send + use<> {
    let phones_read = phones_read::PhonesRead::default();
    let Operation { request, fields, .. } = operation;
    // A socket outlives any version of the reference data.
    let loader = loader::loader(database.clone(), &caller, false);
    let responses =
        schema.execute_stream(on_behalf(request, loader, &caller, &exchange, &phones_read)).map(description::of_ours);
    responses.then(move |response| {
        let executed = Executed::of(response, &fields);
        let (database, caller, exchange, phones_read) =
            (database.clone(), caller.clone(), exchange.clone(), phones_read.clone());
        async move { phones_read.answer(&database, &caller, &exchange, executed).await }
    })
}

fn on_behalf(
    request: Request,
    loader: Gatherer<Loaders>,
    caller: &Caller,
    exchange: &Arc<Exchange>,
    phones_read: &phones_read::PhonesRead,
) -> Request {
    request.data(caller.clone()).data(exchange.clone()).data(loader).data(phones_read.clone())
}

/// Limits on some actions, besides the limit on all requests.
pub struct Limits {
    /// Sign-in attempts.
    pub sign_in: SignInLimit,
    /// Placing pre-orders, and trying their codes.
    pub preorder: PreorderLimit,
    /// How many different reports, and how many offers, can be watched at once.
    pub feeds: usize,
}

/// The rules of the town, from the settings.
#[derive(Debug, Clone)]
pub struct Rules {
    /// The rules for pre-orders.
    pub preorders: PreorderRules,
    /// The rules for certificates.
    pub certificates: CertificateRules,
    /// The rules for published reports.
    pub publishing: PublishingRules,
    /// The cache of recent reports.
    pub reports: RecentReports,
}

/// The schema of the API on a database. Documents arrive here within their limits, valid and planned: the library has
/// nothing left to check but types.
pub fn schema(
    database: Database,
    passwords: Passwords,
    sessions: Sessions,
    bounds: Bounds,
    limits: Limits,
    rules: Rules,
    public_url: PublicUrl,
) -> LihuaSchema {
    let mut builder = Schema::build(Query::default(), Mutation::default(), Subscription::default())
        .validation_mode(ValidationMode::Fast)
        // The selection of an abstract type contains one fragment for each possible object type.
        .limit_recursive_depth(2 * (document::MOST_NESTED + 1))
        .data(database)
        .data(passwords)
        .data(sessions)
        .data(ReportFeeds::new(REPORT_REFRESH, limits.feeds))
        .data(OfferFeeds::new(OFFER_REFRESH, limits.feeds))
        .data(BatchFeed::new(BATCH_REFRESH, limits.feeds))
        .data(bounds)
        .data(limits.sign_in)
        .data(limits.preorder)
        .data(rules.preorders)
        .data(rules.certificates)
        .data(rules.publishing)
        .data(rules.reports)
        .data(public_url);
    if !bounds.introspection {
        builder = builder.disable_introspection().disable_suggestions();
    }
    builder.finish()
}
