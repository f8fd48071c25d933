//! Intakes.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{
    connection::{Connection, request},
    content::Content,
    guard::{self, database},
    input::{self, Form},
    mutation::idempotent_write,
    objects::intakes::Intake,
    scalar::{Date, DateTime, Decimal},
};
use domain::{
    harvest::pledges::{Collected, Rules},
    plants::intakes::{self, Named, NewIntake},
};
use store::error::Result;
use types::Role;

/// Filters intakes. An absent field does not restrict the list. Both days are inclusive.
#[derive(Default, InputObject)]
struct IntakeFilter {
    /// Only intakes of this plant.
    plant_code: Option<ID>,
    /// Only intakes received on this day or later.
    received_from: Option<Date>,
    /// Only intakes received on this day or earlier.
    received_to: Option<Date>,
    /// Only intakes with stock left (true) or with none left (false).
    has_stock: Option<bool>,
}

/// Queries about intakes.
#[derive(Debug, Default)]
pub(crate) struct IntakeQuery;

#[Object]
impl IntakeQuery {
    /// The intakes that the caller may see, by the day of receipt, then ID, newest first. Voided intakes are included.
    /// A PLANT_OPERATOR sees those of its own plant. ADMIN, OFFICIAL and CLERK see those of the plants in their region.
    async fn intakes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Filters the intakes.")] filter: Option<IntakeFilter>,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<Intake>>> {
        guard::answer(ctx, guard::PLANT_READERS, |actor| async move {
            let IntakeFilter { plant_code, received_from, received_to, has_stock } = filter.unwrap_or_default();
            let filter = intakes::Filter {
                plant_code: input::id(plant_code),
                received_from: input::read("filter.receivedFrom", received_from)?,
                received_to: input::read("filter.receivedTo", received_to)?,
                has_stock,
            };
            let request = request(ctx, first, after);
            Ok(intakes::list(database(ctx).reader(), actor, filter, &request).await?.into())
        })
        .await
    }
}

/// A pledge certificate on paper.
#[derive(InputObject)]
struct PaperCertificateInput {
    /// Its number, 1 to 100 characters.
    number: String,
    /// The name of its issuer, 1 to 100 characters.
    issuer_name: String,
}

/// An intake of raw material. It has exactly one supplier: a grower, the grower of the lot, or somebody outside the
/// register.
#[derive(InputObject)]
struct RecordIntakeInput {
    /// The operator's own plant.
    plant_code: ID,
    /// The name of the material, 1 to 100 characters.
    material: String,
    /// The lot it is drawn from. It must be from the plant's township, picked on or before the day of receipt.
    lot_id: Option<ID>,
    /// The grower that supplied it, from the plant's township. Default: the grower of the lot.
    grower_id: Option<ID>,
    /// The name of the supplier outside the register, 1 to 100 characters.
    supplier_name: Option<String>,
    /// The number of the pledge certificate that came with it, issued in the plant's township. The certificate implies
    /// the lot and the grower, or the plant that made the goods; they need not be given as well. From
    /// `CERTIFICATES_FROM` on, supplies of a company or cooperative (also of a family farm, by a setting) require a
    /// certificate: this one, or one on paper.
    certificate_code: Option<String>,
    /// The paper certificate, instead of `certificateCode`.
    paper_certificate: Option<PaperCertificateInput>,
    /// Quantity in kilograms, three decimal places. Greater than 0, at most 100,000,000.000.
    quantity_kg: Decimal,
    /// The day it was received, not in the future.
    received_on: Date,
    /// When it was entered, by the clock of the client. It is stored as sent.
    client_recorded_at: Option<DateTime>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content. An ingredient can refer to the intake by this
    /// key.
    idempotency_key: Option<String>,
}

/// An intake to void because it was entered by mistake.
#[derive(InputObject)]
struct VoidIntakeInput {
    /// The intake.
    intake_id: ID,
    /// The reason, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of recording an intake.
#[derive(SimpleObject)]
struct RecordIntakePayload {
    /// The intake in its current state.
    intake: Intake,
}

/// The result of voiding an intake.
#[derive(SimpleObject)]
struct VoidIntakePayload {
    /// The intake in its current state.
    intake: Intake,
}

/// Reads the certificate that came with an intake.
fn certificate(
    form: &mut Form,
    code: Option<String>,
    paper: Option<PaperCertificateInput>,
) -> Result<Option<Collected>> {
    let paper = match paper {
        Some(PaperCertificateInput { number, issuer_name }) => Some((
            input::read("paperCertificate.number", number)?,
            input::read("paperCertificate.issuerName", issuer_name)?,
        )),
        None => None,
    };
    let certificate = Collected::of(code.as_deref(), paper)?;
    match &certificate {
        Some(Collected::Electronic(code)) => {
            form.take("certificateCode", code);
        }
        Some(Collected::Paper { number, issuer_name }) => {
            let paper = Content::new().with("number", number).with("issuerName", issuer_name);
            form.take("paperCertificate", paper);
        }
        None => {}
    }
    Ok(certificate)
}

/// Mutations of intakes.
#[derive(Debug, Default)]
pub(crate) struct IntakeMutation;

#[Object]
impl IntakeMutation {
    /// Records an intake. QUOTA_EXCEEDED, with `availableKg`, if the lot has less left. QUOTA_EXCEEDED on
    /// `certificateCode` if less of the certificate's quantity is still to be collected. CONFLICT if the lot is voided.
    /// For PLANT_OPERATOR, in its own plant.
    async fn record_intake(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The intake to record.")] input: RecordIntakeInput,
    ) -> Option<Result<RecordIntakePayload>> {
        guard::answer(ctx, &[Role::PlantOperator], |actor| async move {
            let RecordIntakeInput {
                plant_code,
                material,
                lot_id,
                grower_id,
                supplier_name,
                certificate_code,
                paper_certificate,
                quantity_kg,
                received_on,
                client_recorded_at,
                idempotency_key,
            } = input;
            let mut form = Form::new();
            let target = Named {
                rules: *ctx.data_unchecked::<Rules>(),
                plant_code: form.id("plantCode", plant_code),
                lot_id: form.id("lotId", lot_id),
                grower_id: form.id("growerId", grower_id),
            };
            let change = form.change(idempotency_key, target, |form| {
                Ok(NewIntake {
                    material: form.read("material", material)?,
                    supplier_name: form.read("supplierName", supplier_name)?,
                    quantity: form.read("quantityKg", quantity_kg)?,
                    received_on: form.read("receivedOn", received_on)?,
                    certificate: certificate(form, certificate_code, paper_certificate)?,
                    client_recorded_at: form.read("clientRecordedAt", client_recorded_at)?,
                })
            });
            let intake = idempotent_write(ctx, actor, change, intakes::to_record, intakes::record).await?;
            Ok(RecordIntakePayload { intake: intake.into() })
        })
        .await
    }

    /// Voids an intake that was entered by mistake. It leaves the stock, and its quantity goes back to its lot. The
    /// record stays, marked as voided. CONFLICT, naming the batches or adjustments, if a batch has drawn on it or
    /// its stock was adjusted. For PLANT_OPERATOR, in its own plant.
    async fn void_intake(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The intake and the reason.")] input: VoidIntakeInput,
    ) -> Option<Result<VoidIntakePayload>> {
        guard::answer(ctx, &[Role::PlantOperator], |actor| async move {
            let VoidIntakeInput { intake_id, reason, idempotency_key } = input;
            let mut form = Form::new();
            let intake = form.id("intakeId", intake_id);
            let change = form.change(idempotency_key, intake, |form| form.read("reason", reason));
            let intake = idempotent_write(ctx, actor, change, intakes::to_void, intakes::void).await?;
            Ok(VoidIntakePayload { intake: intake.into() })
        })
        .await
    }
}
