//! Quality pledge certificates.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{
    connection::{Connection, request},
    guard::{self, database},
    input::{self, Form},
    mutation::idempotent_write,
    objects::certificates::{Certificate, MissingCertificate},
    scalar::{Date, Decimal},
};
use domain::{
    certificates::{self, NewCertificate},
    harvest::pledges::Rules,
    registers::regions,
};
use store::error::Result;
use types::{CertificateStatus, CodeKind, PledgeBasis, PrintedCode};

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
pub(super) struct CertificateQuery;

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
        guard::answer(ctx, guard::CERTIFICATE_READERS, |actor| async move {
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
        guard::answer(ctx, guard::CERTIFICATE_READERS, |actor| async move {
            let CertificateFilter { region_code, status, issued_from, issued_to, lot_id, batch_id } =
                filter.unwrap_or_default();
            let filter = certificates::Filter {
                region_code: input::id(region_code),
                status,
                issued_from: input::read("filter.issuedFrom", issued_from)?,
                issued_to: input::read("filter.issuedTo", issued_to)?,
                lot_id: input::id(lot_id),
                batch_id: input::id(batch_id),
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
        guard::answer(ctx, guard::READERS, |actor| async move {
            let (reader, rules, code) = (database(ctx).reader(), ctx.data_unchecked::<Rules>(), input::id(region_code));
            let region = regions::get_within(reader, &actor.scope(), &code, "regionCode").await?;
            let days = (input::read("from", from)?, input::read("to", to)?);
            Ok(certificates::missing(reader, rules, region, days, &request(ctx, first, after)).await?.into())
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
pub(super) struct CertificateMutation;

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
        guard::answer(ctx, guard::CERTIFIERS, |actor| async move {
            let IssueCertificateInput { lot_id, batch_id, quantity_kg, basis, replaces, idempotency_key } = input;
            let mut form = Form::new();
            let target = (form.id("lotId", lot_id), form.id("batchId", batch_id));
            let change = form.change(idempotency_key, target, |form| {
                let quantity = form.read("quantityKg", quantity_kg)?;
                let replaces = replaces.map(|codes| certificates::codes(&codes)).transpose()?;
                Ok(NewCertificate {
                    quantity,
                    basis: form.take("basis", basis),
                    replaces: form.take("replaces", replaces),
                })
            });
            let made = idempotent_write(ctx, actor, change, certificates::to_issue, certificates::issue).await?;
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
        guard::answer(ctx, guard::CERTIFIERS, |actor| async move {
            let WithdrawCertificateInput { code, reason, idempotency_key } = input;
            let mut form = Form::new();
            let code = form.take("code", PrintedCode::parse(CodeKind::Certificate, &code));
            let change = form.change(idempotency_key, code, |form| form.read("reason", reason));
            let withdrawn =
                idempotent_write(ctx, actor, change, certificates::to_withdraw, certificates::withdraw).await?;
            Ok(WithdrawCertificatePayload { certificate: withdrawn.into() })
        })
        .await
    }
}
