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

    /// Whether the caller may find it by its code: whoever reads records of its goods, who pledges, and the plants of
    /// the township.
    fn is_found(&self, ctx: &Context<'_>) -> bool {
        let is_in_township =
            |actor: &Actor| actor.role == Role::PlantOperator && actor.township_scope().covers(&self.0.region_code);
        self.reading(ctx) != Reading::Public || actor(ctx).is_some_and(is_in_township)
    }
}

/// A quality pledge certificate (承诺达标合格证) under Order No. 4 of 2025 of the Ministry of Agriculture and Rural
/// Affairs. What it says of product, origins and who pledges is as it was when it was issued.
#[Object]
impl Certificate {
    /// Unique in the whole service.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// Its number: C, ten characters and a check character in groups of four.
    async fn code(&self) -> &str {
        &self.0.code.0
    }

    /// Whether it holds.
    async fn status(&self) -> CertificateStatus {
        self.0.status
    }

    /// What it is: the name of the variety, or of the plant's product.
    async fn product_name(&self) -> &str {
        &self.0.product_name
    }

    /// How much is pledged for, in kilograms, three places.
    async fn quantity_kg(&self) -> Decimal {
        self.0.quantity_g.into()
    }

    /// Where it comes from, by code: the region of the lot, or those of the lots and growers that the batch was made
    /// from, several where they were mixed; at most 50, and where there are more, the regions above them. Where nothing
    /// of that is known, the plant's region.
    #[graphql(directive = list_size::apply(Some(50), None))]
    async fn origins(&self, ctx: &Context<'_>) -> Result<Vec<Region>> {
        let codes = loaders::origins(ctx, self.0.id).await?;
        futures_util::future::try_join_all(codes.iter().map(|code| regions::of(ctx, code))).await
    }

    /// Who pledges: the grower of the lot, or the plant. Of a household or family farm, its name for the clerks and
    /// officials of the region, for ADMIN and for itself, and for everybody else what the public sees of it: its
    /// display name, or its community.
    async fn issuer_name(&self, ctx: &Context<'_>) -> &str {
        self.reading(ctx).name(&self.0)
    }

    /// How to reach them: a telephone number as digits, or where none is known, their region by its full name. The
    /// number of a household or family farm is whole for the clerks of the region and for itself, which is written down
    /// in the audit log, 138****1234 for the officials of the region and ADMIN, and for everybody else what
    /// `issuerName` says.
    async fn issuer_contact(&self, ctx: &Context<'_>) -> String {
        match self.reading(ctx).contact(&self.0) {
            (_, true) if !reads_phone(ctx, "certificate", self.0.id) => Reading::Masked.contact(&self.0).0,
            (contact, _) => contact,
        }
    }

    /// On what basis they pledge.
    async fn basis(&self) -> PledgeBasis {
        self.0.basis
    }

    /// When it was issued.
    async fn issued_at(&self) -> DateTime {
        self.0.issued_at.into()
    }

    /// Who issued it; null for a reader who is neither ADMIN, OFFICIAL nor CLERK.
    async fn issued_by(&self, ctx: &Context<'_>) -> Result<Option<Account>> {
        accounts::who(ctx, self.0.issued_by).await
    }

    /// The codes of the certificates that it was issued instead of, in their order; at most 100. One of them may have
    /// been removed since, when its time was over.
    async fn replaces(&self, ctx: &Context<'_>) -> Result<Vec<String>> {
        loaders::replaced_by(ctx, self.0.id).await
    }

    /// The QR code that leads to the trace page, as SVG; `PUBLIC_URL` says where that is. The words 承诺达标合格证
    /// belong beside it.
    async fn qr_svg(&self, ctx: &Context<'_>) -> String {
        qr_svg(&ctx.data_unchecked::<PublicUrl>().link(&certificates::trace_path(&self.0.code))).unwrap_or_default()
    }

    /// The lot that it is for; null for a batch, and where the reader may not see it.
    async fn lot(&self, ctx: &Context<'_>) -> Result<Option<HarvestLot>> {
        harvest_lots::seen(ctx, self.0.lot_id).await
    }

    /// The batch that it is for; null for a lot, and where the reader may not see it.
    async fn batch(&self, ctx: &Context<'_>) -> Result<Option<ProductionBatch>> {
        production_batches::seen(ctx, self.0.batch_id).await
    }

    /// How much plants have collected with it, in kilograms, three places: the sum of the intakes that hold; null for a
    /// reader who may not find the certificate by its code.
    async fn collected_kg(&self, ctx: &Context<'_>) -> Result<Option<Decimal>> {
        if !self.is_found(ctx) {
            return Ok(None);
        }
        Ok(Some(loaders::collected(ctx, &self.0.code.0).await?.into()))
    }

    /// When it was first named by one that was issued instead; null where that never happened.
    async fn replaced_at(&self) -> Option<DateTime> {
        self.0.replaced_at.map(DateTime::from)
    }

    /// When it was withdrawn; null while it was not.
    async fn withdrawn_at(&self) -> Option<DateTime> {
        self.0.withdrawn_at.map(DateTime::from)
    }

    /// Why it was withdrawn; null while it was not, and for a reader who may not find the certificate by its code.
    async fn withdrawal_reason(&self, ctx: &Context<'_>) -> Option<&str> {
        self.0.withdrawal_reason.as_deref().filter(|_| self.is_found(ctx))
    }
}

/// Kilograms that were handed over without a certificate: of a sale, or of a pre-order, from one lot or batch.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct MissingCertificate {
    /// The day of the sale or delivery.
    day: Date,
    /// How much of it went without a certificate, in kilograms, three places.
    quantity_kg: Decimal,
    #[graphql(skip)]
    row: certificates::Missing,
}

#[ComplexObject]
impl MissingCertificate {
    /// The sale; null for a delivery.
    async fn sale(&self, ctx: &Context<'_>) -> Result<Option<Sale>> {
        Ok(loader::optional::<sale::Entity>(ctx, self.row.sale_id).await?.map(Sale::from))
    }

    /// The pre-order that was delivered; null for a sale.
    async fn preorder(&self, ctx: &Context<'_>) -> Result<Option<Preorder>> {
        let preorder = loader::optional::<preorder::Entity>(ctx, self.row.preorder_id).await?;
        Ok(preorder.map(|row| Preorder::seen(ctx, row)))
    }

    /// The lot; null where the sale names none, for goods of a plant, and where the reader may not see it.
    async fn lot(&self, ctx: &Context<'_>) -> Result<Option<HarvestLot>> {
        harvest_lots::seen(ctx, self.row.lot_id).await
    }

    /// The batch; null where the sale drew on none, for fruit, and where the reader may not see it.
    async fn batch(&self, ctx: &Context<'_>) -> Result<Option<ProductionBatch>> {
        production_batches::seen(ctx, self.row.batch_id).await
    }

    /// Whose fruit it was; null for goods of a plant.
    async fn grower(&self, ctx: &Context<'_>) -> Result<Option<Grower>> {
        Ok(loader::optional::<grower::Entity>(ctx, self.row.grower_id).await?.map(Grower::from))
    }
}

impl From<certificates::Missing> for MissingCertificate {
    fn from(row: certificates::Missing) -> Self {
        Self { day: row.day.into(), quantity_kg: row.quantity_g.into(), row }
    }
}

/// Which certificates to list; what is absent does not restrict. Both days are included.
#[derive(Default, InputObject)]
struct CertificateFilter {
    /// Those for lots picked, or batches made, in this region and everything below it.
    region_code: Option<ID>,
    /// Those that stand so.
    status: Option<CertificateStatus>,
    /// Those issued on this day or later.
    issued_from: Option<Date>,
    /// Those issued on this day or earlier.
    issued_to: Option<Date>,
    /// Those for this lot; NOT_FOUND where the caller may not see it.
    lot_id: Option<ID>,
    /// Those for this batch; NOT_FOUND where the caller may not see it.
    batch_id: Option<ID>,
}

/// Queries about certificates.
#[derive(Debug, Default)]
pub struct CertificateQuery;

#[Object]
impl CertificateQuery {
    /// The certificate with this code, typed in any case and with or without hyphens. For ADMIN, OFFICIAL and CLERK of
    /// the region where the goods were picked or made, for the grower that pledges, and for a PLANT_OPERATOR of its
    /// township; null with NOT_FOUND otherwise.
    async fn certificate(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its number.")] code: String,
    ) -> Option<Result<Certificate>> {
        nullable(async {
            let actor = allow(ctx, guard::CERTIFICATE_READERS)?;
            Ok(certificates::get_by_code(database(ctx).reader(), actor, &code).await?.into())
        })
        .await
    }

    /// The certificates that the caller may see, by the instant of issue, then id, newest first; withdrawn and replaced
    /// ones too. For ADMIN, OFFICIAL and CLERK, for a GROWER and for a PLANT_OPERATOR those of their own.
    async fn certificates(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which certificates.")] filter: Option<CertificateFilter>,
        #[graphql(desc = "How many, 1 to 100; 20 unless said.")] first: Option<i32>,
        #[graphql(desc = "Those behind this cursor.")] after: Option<String>,
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

    /// What was handed over without a certificate that it should have gone with, by day, newest first; nothing from
    /// before `CERTIFICATES_FROM`. That is sales and deliveries of fruit of companies and cooperatives (of family farms
    /// too, by a setting), and sales of fresh goods of plants: each lot or batch for which there is no certificate, or
    /// only withdrawn ones, and each sale that names no lot or drew on no batch. Deliveries count by the lots that they
    /// drew on. Whether a certificate covers all the kilograms, and went with them, is not looked at. For ADMIN,
    /// OFFICIAL and CLERK of the region.
    async fn certificates_missing(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Sales and deliveries booked on this region and everything below it.")] region_code: ID,
        #[graphql(desc = "The first day.")] from: Date,
        #[graphql(desc = "The last day, within 366 days.")] to: Date,
        #[graphql(desc = "How many, 1 to 100; 20 unless said.")] first: Option<i32>,
        #[graphql(desc = "Those behind this cursor.")] after: Option<String>,
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

/// A pledge for a lot or for a batch: one of the two.
#[derive(InputObject)]
struct IssueCertificateInput {
    /// A lot: for a CLERK of its region, and for a GROWER its own.
    lot_id: Option<ID>,
    /// A batch of fresh produce: for a PLANT_OPERATOR of its own plant.
    batch_id: Option<ID>,
    /// How much, in kilograms, three places, greater than 0; all that may be certified, where it is not given.
    quantity_kg: Option<Decimal>,
    /// On what basis they pledge.
    basis: PledgeBasis,
    /// The codes of the certificates that it is issued instead of, at most 100: of the same lot or batch, or that came
    /// with what went into the batch. For a batch, where it is not given, all that were collected with the intakes that
    /// went into it, at any depth, but for withdrawn ones: the first 100 by code.
    replaces: Option<Vec<String>>,
    /// Sent again under the same key, the request answers the same and records nothing; 1–100 printable characters.
    idempotency_key: Option<String>,
}

/// A pledge that is taken back.
#[derive(InputObject)]
struct WithdrawCertificateInput {
    /// The certificate's number.
    code: String,
    /// Why, 1–500 characters.
    reason: String,
    /// Sent again under the same key, the request answers the same and records nothing; 1–100 printable characters.
    idempotency_key: Option<String>,
}

/// A certificate that was issued.
#[derive(SimpleObject)]
struct IssueCertificatePayload {
    /// The certificate as it is now.
    certificate: Certificate,
}

/// A certificate that was withdrawn.
#[derive(SimpleObject)]
struct WithdrawCertificatePayload {
    /// The certificate as it is now.
    certificate: Certificate,
}

/// Mutations of certificates.
#[derive(Debug, Default)]
pub struct CertificateMutation;

#[Object]
impl CertificateMutation {
    /// Issues a certificate for a lot or a batch, for no more than is left of it, nor than other certificates that hold
    /// leave of what was picked or made: QUOTA_EXCEEDED with what may be certified, CONFLICT where that is nothing, or
    /// where it is voided. Those that it is issued instead of become REPLACED. Processed goods get none: INVALID_INPUT
    /// on batchId. For CLERK (lots of its region), GROWER (own lots) and PLANT_OPERATOR (batches of its own plant).
    async fn issue_certificate(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is pledged, and for what.")] input: IssueCertificateInput,
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

    /// Withdraws a certificate: nobody may go by it any more. CONFLICT where it is withdrawn already. For whoever may
    /// issue one for the same goods; NOT_FOUND where the caller does not see it, FORBIDDEN where it sees it and others
    /// pledge.
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
