//! GraphQL: one file a noun with its objects, inputs, queries and mutations. A resolver is a guard, one call of the domain and `into()`.
//!
//! No file here names a query or an active model: rows are found and changed in the domain, and published field by field.

use std::sync::Arc;

use async_graphql::{MergedObject, MergedSubscription, Request, Schema, ValidationMode};
use futures_util::{Stream, StreamExt};

mod accounts;
mod audit;
mod catering;
mod certificates;
mod connection;
mod content;
mod description;
mod document;
mod error;
mod estimates;
mod exchange;
mod feed;
mod festivals;
mod figures;
mod gather;
mod growers;
mod guard;
mod harvest_lots;
mod honours;
mod input;
mod intakes;
mod loader;
mod mutation;
mod node;
mod offers;
mod plants;
mod plots;
mod preorders;
mod production_batches;
mod products;
mod published_reports;
mod recall;
mod regions;
mod report_submissions;
mod reports;
mod sales;
mod scalar;
mod service;
mod sessions;
mod shortfalls;
mod sites;
mod statistics;
mod trace;
mod uplift;
mod varieties;
mod visitors;

pub use description::description;
pub use document::{BIG_NUMBER, Bounds, DIGITS, Data, Document, Documents, Executed, Hash, Operation, hash};
pub use error::{Language, Refusal, quality, refused, render};
pub use exchange::{Exchange, SessionChange};
pub use guard::{Caller, READERS};
pub use statistics::{channel, dimension};

use crate::{
    config::PublicUrl,
    db::Database,
    domain::{
        certificates::Rules as CertificateRules,
        offers::{FEED_PACE as OFFER_PACE, OfferFeeds},
        passwords::Passwords,
        preorders::Rules as PreorderRules,
        production_batches::{BatchFeed, FEED_PACE as BATCH_PACE},
        published_reports::Rules as PublishingRules,
        reports::{FEED_PACE as REPORT_PACE, RecentReports, ReportFeeds},
        sessions::Sessions,
    },
    rate::{PreorderLimit, SignInLimit},
};

/// What can be asked about plants and what they make: where it comes from, where it went, and who pledges for it. One of its own, because
/// the compiler does not merge as many kinds of queries at once as there are.
#[derive(Debug, Default, MergedObject)]
pub struct GoodsQuery(
    plants::PlantQuery,
    intakes::IntakeQuery,
    production_batches::ProductionBatchQuery,
    certificates::CertificateQuery,
    trace::TraceQuery,
    recall::RecallQuery,
);

/// What can be asked about figures: reports, statistics and what is behind them. One of its own for the same reason.
#[derive(Debug, Default, MergedObject)]
pub struct FiguresQuery(
    reports::ReportQuery,
    report_submissions::ReportSubmissionQuery,
    published_reports::PublishedReportQuery,
    uplift::UpliftQuery,
    statistics::StatisticsQuery,
    figures::FigureQuery,
);

/// Everything that can be asked.
#[derive(Debug, Default, MergedObject)]
pub struct Query(
    node::NodeQuery,
    service::ServiceQuery,
    accounts::AccountQuery,
    sessions::SessionQuery,
    audit::AuditQuery,
    regions::RegionQuery,
    varieties::VarietyQuery,
    sites::SiteQuery,
    festivals::FestivalQuery,
    catering::CateringQuery,
    GoodsQuery,
    honours::HonourQuery,
    growers::GrowerQuery,
    plots::PlotQuery,
    harvest_lots::HarvestLotQuery,
    sales::SaleQuery,
    offers::OfferQuery,
    preorders::PreorderQuery,
    shortfalls::ShortfallQuery,
    estimates::EstimateQuery,
    FiguresQuery,
);

/// What is changed about reports; one of its own for the same reason.
#[derive(Debug, Default, MergedObject)]
pub struct ReportsMutation(report_submissions::ReportSubmissionMutation, published_reports::PublishedReportMutation);

/// Everything that can be changed. Each mutation is one transaction: it is recorded whole or not at all.
#[derive(Debug, Default, MergedObject)]
pub struct Mutation(
    accounts::AccountMutation,
    sessions::SessionMutation,
    regions::RegionMutation,
    varieties::VarietyMutation,
    sites::SiteMutation,
    festivals::FestivalMutation,
    catering::CateringMutation,
    plants::PlantMutation,
    products::ProductMutation,
    intakes::IntakeMutation,
    production_batches::ProductionBatchMutation,
    honours::HonourMutation,
    growers::GrowerMutation,
    plots::PlotMutation,
    harvest_lots::HarvestLotMutation,
    certificates::CertificateMutation,
    sales::SaleMutation,
    offers::OfferMutation,
    preorders::PreorderMutation,
    preorders::MoneyMutation,
    shortfalls::ShortfallMutation,
    estimates::EstimateMutation,
    visitors::VisitorMutation,
    ReportsMutation,
);

/// Everything that can be watched.
#[derive(Debug, Default, MergedSubscription)]
pub struct Subscription(reports::ReportSubscription, offers::OfferSubscription, production_batches::ProductionBatchSubscription);

/// The API.
pub type LihuaSchema = Schema<Query, Mutation, Subscription>;

/// Answers a request of somebody's. What it reads of persons is written down before the answer is given.
pub async fn execute(
    schema: &LihuaSchema,
    database: &Database,
    operation: Operation,
    caller: &Caller,
    exchange: Arc<Exchange>,
) -> Executed {
    let phones_read = audit::PhonesRead::default();
    let Operation { request, fields } = operation;
    let response = schema.execute(on_behalf(request, database, caller, &exchange, &phones_read)).await;
    let response = description::of_ours(response);
    phones_read.answer(database, caller, &exchange, Executed::of(response, &fields)).await
}

/// The same for an operation with more than one answer: one that watches something.
pub fn watch(
    schema: &LihuaSchema,
    database: Database,
    operation: Operation,
    caller: Caller,
    exchange: Arc<Exchange>,
) -> impl Stream<Item = Executed> + Send + use<> {
    let phones_read = audit::PhonesRead::default();
    let Operation { request, fields } = operation;
    let responses = schema.execute_stream(on_behalf(request, &database, &caller, &exchange, &phones_read)).map(description::of_ours);
    responses.then(move |response| {
        let executed = Executed::of(response, &fields);
        let (database, caller, exchange, phones_read) = (database.clone(), caller.clone(), exchange.clone(), phones_read.clone());
        async move { phones_read.answer(&database, &caller, &exchange, executed).await }
    })
}

fn on_behalf(request: Request, database: &Database, caller: &Caller, exchange: &Arc<Exchange>, phones_read: &audit::PhonesRead) -> Request {
    let loader = loader::loader(database.clone(), caller);
    request.data(caller.clone()).data(exchange.clone()).data(loader).data(phones_read.clone())
}

/// How often some things may be done, beside requests altogether.
pub struct Limits {
    /// Signing in.
    pub sign_in: SignInLimit,
    /// Placing pre-orders and trying their codes.
    pub preorder: PreorderLimit,
    /// How many different reports, and how many offers, may be watched at once.
    pub feeds: usize,
}

/// What the settings say of the town's ways.
#[derive(Debug, Clone)]
pub struct Rules {
    /// Of pre-orders.
    pub preorders: PreorderRules,
    /// Of certificates.
    pub certificates: CertificateRules,
    /// Of published reports.
    pub publishing: PublishingRules,
    /// How many reports are kept.
    pub reports: RecentReports,
}

/// The API on a database. Documents come here within their bounds, valid, and planned: the library has nothing left to look at but types.
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
        // What is selected of an abstract type stands in a fragment for each object that it can be.
        .limit_recursive_depth(2 * (document::MOST_NESTED + 1))
        .data(database)
        .data(passwords)
        .data(sessions)
        .data(ReportFeeds::new(REPORT_PACE, limits.feeds))
        .data(OfferFeeds::new(OFFER_PACE, limits.feeds))
        .data(BatchFeed::new(BATCH_PACE, limits.feeds))
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
