//! Quality pledge certificates.

use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject};
use uuid::Uuid;

mod loaders;

pub use loaders::{by_code, certificate_of_lot};

use super::{
    connection::{Connection, request},
    content::{Content, word},
    guard::{self, actor, allow, database, nullable},
    input, loader,
    mutation::idempotent_write,
    sales::Sale,
    scalar::{Date, DateTime, Decimal},
};
use crate::graphql::{
    access::{
        accounts::{self, Account},
        audit::reads_phone,
    },
    harvest::harvest_lots::{self, HarvestLot},
    plants::production_batches::{self, ProductionBatch},
    presales::preorders::Preorder,
    registers::{
        growers::Grower,
        regions::{self, Region},
    },
};
use crate::{config::PublicUrl, graphql::document::cost::list_size};
use domain::{
    certificates::{self, NewCertificate, Reading, Subject},
    harvest::pledges::Rules,
};
use store::{
    entity::{certificates::certificate, presales::preorder, registers::grower, sales::sale},
    error::Result,
};
use types::{Actor, CertificateStatus, CodeKind, PledgeBasis, PrintedCode, Reason, RegionCode, Role, qr_svg};

/// A quality pledge certificate (承诺达标合格证) under Order No. 4 of 2025 of the Ministry of Agriculture and Rural
/// Affairs.
pub struct Certificate(certificate::Model);

impl From<certificate::Model> for Certificate {
    fn from(row: certificate::Model) -> Self {
        Self(row)
    }
}

impl Certificate {
    fn reading(&self, ctx: &Context<'_>) -> Reading {
        Reading::of(&self.0, actor(ctx))
    }

    /// Whether the caller may find it by its code: readers of the records of its goods, the issuer, and the plants of
    /// the township.
    fn is_found(&self, ctx: &Context<'_>) -> bool {
        let is_in_township =
            |actor: &Actor| actor.role == Role::PlantOperator && actor.township_scope().covers(&self.0.region_code);
        self.reading(ctx) != Reading::Public || actor(ctx).is_some_and(is_in_township)
    }
}

/// A quality pledge certificate (承诺达标合格证) under Order No. 4 of 2025 of the Ministry of Agriculture and Rural
/// Affairs. Its product, origins and issuer are as they were when it was issued.
#[Object]
impl Certificate {
    /// The ID, unique across the whole service.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// Its number: C, then ten characters and a check character, in groups of four.
    async fn code(&self) -> &str {
        &self.0.code.0
    }

    /// Its status, such as whether it is still valid.
    async fn status(&self) -> CertificateStatus {
        self.0.status
    }

    /// The name of the product: the variety, or the plant's product.
    async fn product_name(&self) -> &str {
        &self.0.product_name
    }

    /// The quantity pledged, in kilograms, three decimal places.
    async fn quantity_kg(&self) -> Decimal {
        self.0.quantity_g.into()
    }

    /// The regions it comes from, by code, at most 50. For a lot, this is the region of the lot. For a batch, these are
    /// the regions of the lots and growers it was made from, several if they were mixed. If there are more than 50, the
    /// regions above them are given. If none is known, this is the plant's region.
    #[graphql(directive = list_size::apply(Some(50), None))]
    async fn origins(&self, ctx: &Context<'_>) -> Result<Vec<Region>> {
        let codes = loaders::origins(ctx, self.0.id).await?;
        futures_util::future::try_join_all(codes.iter().map(|code| regions::of(ctx, code))).await
    }

    /// The name of the issuer: the grower of the lot, or the plant. The name of a household or family farm is shown
    /// only to the clerks and officials of the region, to ADMIN and to the grower itself. Everyone else sees its public
    /// name: its display name, or its community.
    async fn issuer_name(&self, ctx: &Context<'_>) -> &str {
        self.reading(ctx).name(&self.0)
    }

    /// The contact of the issuer: a telephone number as digits. If no number is known, this is the full name of the
    /// issuer's region. The number of a household or family farm is full for the clerks of the region and for the
    /// grower itself; each such reading is logged in the audit log. It is masked as 138****1234 for the officials of
    /// the region and ADMIN. Everyone else sees what `issuerName` says.
    async fn issuer_contact(&self, ctx: &Context<'_>) -> String {
        match self.reading(ctx).contact(&self.0) {
            (_, true) if !reads_phone(ctx, "certificate", self.0.id) => Reading::Masked.contact(&self.0).0,
            (contact, _) => contact,
        }
    }

    /// The basis of the pledge.
    async fn basis(&self) -> PledgeBasis {
        self.0.basis
    }

    /// When it was issued.
    async fn issued_at(&self) -> DateTime {
        self.0.issued_at.into()
    }

    /// The account that issued it. Null unless the reader is ADMIN, OFFICIAL or CLERK.
    async fn issued_by(&self, ctx: &Context<'_>) -> Result<Option<Account>> {
        accounts::who(ctx, self.0.issued_by).await
    }

    /// The codes of the certificates that it replaces, in order. At most 100. Some of them may have been removed since,
    /// after their retention period.
    async fn replaces(&self, ctx: &Context<'_>) -> Result<Vec<String>> {
        loaders::replaced_by(ctx, self.0.id).await
    }

    /// A QR code that links to the trace page, as SVG. `PUBLIC_URL` sets the address of that page. Print the words
    /// 承诺达标合格证 beside it.
    async fn qr_svg(&self, ctx: &Context<'_>) -> String {
        qr_svg(&ctx.data_unchecked::<PublicUrl>().link(&certificates::trace_path(&self.0.code))).unwrap_or_default()
    }

    /// The lot it was issued for. Null if it was issued for a batch, or if the reader may not see the lot.
    async fn lot(&self, ctx: &Context<'_>) -> Result<Option<HarvestLot>> {
        harvest_lots::seen(ctx, self.0.lot_id).await
    }

    /// The batch it was issued for. Null if it was issued for a lot, or if the reader may not see the batch.
    async fn batch(&self, ctx: &Context<'_>) -> Result<Option<ProductionBatch>> {
        production_batches::seen(ctx, self.0.batch_id).await
    }

    /// The quantity that plants have collected with it, in kilograms, three decimal places: the sum of the intakes that
    /// are not voided. Null if the reader may not find the certificate by its code.
    async fn collected_kg(&self, ctx: &Context<'_>) -> Result<Option<Decimal>> {
        if !self.is_found(ctx) {
            return Ok(None);
        }
        Ok(Some(loaders::collected(ctx, &self.0.code.0).await?.into()))
    }

    /// When it was first named by a certificate that replaces it. Null if that has not happened.
    async fn replaced_at(&self) -> Option<DateTime> {
        self.0.replaced_at.map(DateTime::from)
    }

    /// When it was withdrawn. Null if it was not.
    async fn withdrawn_at(&self) -> Option<DateTime> {
        self.0.withdrawn_at.map(DateTime::from)
    }

    /// Why it was withdrawn. Null if it was not, or if the reader may not find the certificate by its code.
    async fn withdrawal_reason(&self, ctx: &Context<'_>) -> Option<&str> {
        self.0.withdrawal_reason.as_deref().filter(|_| self.is_found(ctx))
    }
}

/// A quantity that was handed over without a certificate: from one lot or batch, in one sale or pre-order.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct MissingCertificate {
    /// The day of the sale or delivery.
    day: Date,
    /// The quantity handed over without a certificate, in kilograms, three decimal places.
    quantity_kg: Decimal,
    #[graphql(skip)]
    row: certificates::Missing,
}

#[ComplexObject]
impl MissingCertificate {
    /// The sale. Null for a delivery.
    async fn sale(&self, ctx: &Context<'_>) -> Result<Option<Sale>> {
        Ok(loader::optional::<sale::Entity>(ctx, self.row.sale_id).await?.map(Sale::from))
    }

    /// The pre-order that was delivered. Null for a sale.
    async fn preorder(&self, ctx: &Context<'_>) -> Result<Option<Preorder>> {
        let preorder = loader::optional::<preorder::Entity>(ctx, self.row.preorder_id).await?;
        Ok(preorder.map(|row| Preorder::seen(ctx, row)))
    }

    /// The lot. Null if the sale names none, for goods of a plant, and if the reader may not see it.
    async fn lot(&self, ctx: &Context<'_>) -> Result<Option<HarvestLot>> {
        harvest_lots::seen(ctx, self.row.lot_id).await
    }

    /// The batch. Null if the sale drew on none, for fruit, and if the reader may not see it.
    async fn batch(&self, ctx: &Context<'_>) -> Result<Option<ProductionBatch>> {
        production_batches::seen(ctx, self.row.batch_id).await
    }

    /// The grower of the fruit. Null for goods of a plant.
    async fn grower(&self, ctx: &Context<'_>) -> Result<Option<Grower>> {
        Ok(loader::optional::<grower::Entity>(ctx, self.row.grower_id).await?.map(Grower::from))
    }
}

impl From<certificates::Missing> for MissingCertificate {
    fn from(row: certificates::Missing) -> Self {
        Self { day: row.day.into(), quantity_kg: row.quantity_g.into(), row }
    }
}

/// Filters certificates. An absent field does not restrict the list. Both days are inclusive.
#[derive(Default, InputObject)]
struct CertificateFilter {
    /// Only certificates for lots picked, or batches made, in this region or below it.
    region_code: Option<ID>,
    /// Only certificates with this status.
    status: Option<CertificateStatus>,
    /// Only certificates issued on this day or later.
    issued_from: Option<Date>,
    /// Only certificates issued on this day or earlier.
    issued_to: Option<Date>,
    /// Only certificates for this lot. NOT_FOUND if the caller may not see it.
    lot_id: Option<ID>,
    /// Only certificates for this batch. NOT_FOUND if the caller may not see it.
    batch_id: Option<ID>,
}

/// Queries about certificates.
#[derive(Debug, Default)]
pub struct CertificateQuery;

#[Object]
impl CertificateQuery {
    /// The certificate with this code, in upper or lower case, with or without hyphens. For ADMIN, OFFICIAL and CLERK
    /// of the region where the goods were picked or made, for the grower that issued it, and for a PLANT_OPERATOR of
    /// its township. Otherwise null with NOT_FOUND.
    async fn certificate(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Number of the certificate.")] code: String,
    ) -> Option<Result<Certificate>> {
        nullable(async {
            let actor = allow(ctx, guard::CERTIFICATE_READERS)?;
            Ok(certificates::get_by_code(database(ctx).reader(), actor, &code).await?.into())
        })
        .await
    }

    /// The certificates that the caller may see, by the instant of issue, then ID, newest first. Withdrawn and replaced
    /// ones are included. For ADMIN, OFFICIAL and CLERK. A GROWER and a PLANT_OPERATOR see their own.
    async fn certificates(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Filters the certificates.")] filter: Option<CertificateFilter>,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<Certificate>>> {
        nullable(async {
            let actor = allow(ctx, guard::CERTIFICATE_READERS)?;
            let CertificateFilter { region_code, status, issued_from, issued_to, lot_id, batch_id } =
                filter.unwrap_or_default();
            let filter = certificates::Filter {
                region_code: region_code.map(|code| RegionCode(code.0)),
                status,
                issued_from: issued_from.map(|day| input::day("filter.issuedFrom", &day)).transpose()?,
                issued_to: issued_to.map(|day| input::day("filter.issuedTo", &day)).transpose()?,
                lot_id: lot_id.map(|id| input::record_id(&id)),
                batch_id: batch_id.map(|id| input::record_id(&id)),
            };
            Ok(certificates::list(database(ctx).reader(), actor, filter, &request(ctx, first, after)).await?.into())
        })
        .await
    }

    /// Goods that were handed over without a required certificate, by day, newest first. Nothing before
    /// `CERTIFICATES_FROM` is listed. Counted are sales and deliveries of fruit of companies and cooperatives (also of
    /// family farms, by a setting), and sales of fresh goods of plants. An item is listed for each lot or batch without
    /// a certificate or with only withdrawn ones, and for each sale that names no lot or drew on no batch. Deliveries
    /// are counted by the lots that they drew on. Whether a certificate covers the full quantity, and whether it went
    /// with the goods, is not checked. For ADMIN, OFFICIAL and CLERK of the region.
    async fn certificates_missing(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only sales and deliveries booked to this region or below it.")] region_code: ID,
        #[graphql(desc = "The first day, inclusive.")] from: Date,
        #[graphql(desc = "The last day, inclusive. The range is at most 366 days.")] to: Date,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<MissingCertificate>>> {
        nullable(async {
            let actor = allow(ctx, guard::READERS)?;
            let days = || Ok((input::day("from", &from)?, input::day("to", &to)?));
            let (rules, region) = (ctx.data_unchecked::<Rules>(), RegionCode(region_code.0));
            let request = request(ctx, first, after);
            Ok(certificates::missing(database(ctx).reader(), actor, rules, &region, days(), &request).await?.into())
        })
        .await
    }
}

/// A certificate to issue for a lot or a batch, exactly one of the two.
#[derive(InputObject)]
struct IssueCertificateInput {
    /// The lot. For a CLERK, a lot of its region; for a GROWER, its own lot.
    lot_id: Option<ID>,
    /// The batch, of fresh produce. For a PLANT_OPERATOR, a batch of its own plant.
    batch_id: Option<ID>,
    /// The quantity in kilograms, three decimal places, greater than 0. Default: everything that can be certified.
    quantity_kg: Option<Decimal>,
    /// The basis of the pledge.
    basis: PledgeBasis,
    /// The codes of the certificates that it replaces, at most 100. They are of the same lot or batch, or came with
    /// what went into the batch. Default for a batch: all that were collected with the intakes that went into it, at
    /// any depth, except withdrawn ones; the first 100 by code.
    replaces: Option<Vec<String>>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// A certificate to withdraw.
#[derive(InputObject)]
struct WithdrawCertificateInput {
    /// The certificate's number.
    code: String,
    /// The reason, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of issuing a certificate.
#[derive(SimpleObject)]
struct IssueCertificatePayload {
    /// The certificate in its current state.
    certificate: Certificate,
}

/// The result of withdrawing a certificate.
#[derive(SimpleObject)]
struct WithdrawCertificatePayload {
    /// The certificate in its current state.
    certificate: Certificate,
}

/// Mutations of certificates.
#[derive(Debug, Default)]
pub struct CertificateMutation;

#[Object]
impl CertificateMutation {
    /// Issues a certificate for a lot or a batch. The quantity is at most what is left of it, and at most what was
    /// picked or made less other valid certificates. QUOTA_EXCEEDED, with the quantity that can be certified, if it is
    /// more. CONFLICT if that quantity is nothing, or if the lot or batch is voided. The certificates that it replaces
    /// become REPLACED. Processed goods get no certificate: INVALID_INPUT on batchId. For CLERK (lots of its region),
    /// GROWER (own lots) and PLANT_OPERATOR (batches of its own plant).
    async fn issue_certificate(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The certificate to issue.")] input: IssueCertificateInput,
    ) -> Option<Result<IssueCertificatePayload>> {
        nullable(async {
            let actor = allow(ctx, guard::CERTIFIERS)?;
            let IssueCertificateInput { lot_id, batch_id, quantity_kg, basis, replaces, idempotency_key } = input;
            let fields = || {
                Ok(NewCertificate {
                    quantity: quantity_kg.map(|quantity| input::kilograms("quantityKg", &quantity)).transpose()?,
                    basis,
                    replaces: replaces.map(|codes| certificates::codes(&codes)).transpose()?,
                })
            };
            let id = |id: Option<ID>| id.map(|id| input::record_id(&id));
            let target: (Option<Uuid>, Option<Uuid>) = (id(lot_id), id(batch_id));
            let content = |(lot, batch): &(Option<Uuid>, Option<Uuid>), fields: &NewCertificate| {
                let NewCertificate { quantity, basis, replaces } = fields;
                let pledge = Content::new().maybe("lotId", lot).maybe("batchId", batch).maybe("quantityKg", quantity);
                pledge.with("basis", word(*basis)).maybe("replaces", replaces)
            };
            let made = idempotent_write(
                ctx,
                actor,
                idempotency_key,
                target,
                fields(),
                content,
                |txn, actor, (lot, batch), fields| async move {
                    certificates::issue(&txn, &actor, Subject::of(lot, batch)?, fields).await
                },
            )
            .await?;
            Ok(IssueCertificatePayload { certificate: made.into() })
        })
        .await
    }

    /// Withdraws a certificate, which makes it invalid. CONFLICT if it is already withdrawn. For the roles that may
    /// issue one for the same goods. NOT_FOUND if the caller may not see it. FORBIDDEN if the caller may see it but
    /// somebody else issues for these goods.
    async fn withdraw_certificate(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The certificate and the reason.")] input: WithdrawCertificateInput,
    ) -> Option<Result<WithdrawCertificatePayload>> {
        nullable(async {
            let actor = allow(ctx, guard::CERTIFIERS)?;
            let WithdrawCertificateInput { code, reason, idempotency_key } = input;
            let fields = input::reason(&reason);
            let code = PrintedCode::parse(CodeKind::Certificate, &code);
            let content =
                |code: &Option<PrintedCode>, reason: &Reason| Content::new().maybe("code", code).with("reason", reason);
            let withdrawn = idempotent_write(
                ctx,
                actor,
                idempotency_key,
                code,
                fields,
                content,
                |txn, actor, code, reason| async move { certificates::withdraw(&txn, &actor, code, reason).await },
            )
            .await?;
            Ok(WithdrawCertificatePayload { certificate: withdrawn.into() })
        })
        .await
    }
}
