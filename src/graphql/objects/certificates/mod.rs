//! Quality pledge certificates.

use async_graphql::{ComplexObject, Context, ID, Object, SimpleObject};
use futures_util::future::try_join_all;

use super::{
    accounts::{self, Account},
    growers::Grower,
    harvest_lots::{self, HarvestLot},
    preorders::Preorder,
    production_batches::{self, ProductionBatch},
    regions::{self, Region},
    sales::Sale,
};
use crate::{
    config::PublicUrl,
    graphql::{
        document::cost::list_size,
        guard::actor,
        list::{List, One},
        loader,
        phones_read::reads_phone,
        scalar::{Date, DateTime, Decimal},
    },
};
use domain::{
    certificates::{self, Reading},
    harvest::pledges,
};
use store::{
    entity::{certificates::certificate, presales::preorder, registers::grower, sales::sale},
    error::Result,
};
use types::{Actor, CertificateStatus, PledgeBasis, Role, qr_svg};

/// A quality pledge certificate (承诺达标合格证) under Order No. 4 of 2025 of the Ministry of Agriculture and Rural
/// Affairs.
pub(crate) struct Certificate(certificate::Model);

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
    async fn origins(&self, ctx: &Context<'_>) -> Result<List<Region>> {
        let codes = loader::load_or_default(ctx, self.0.id, certificates::origins).await?;
        let origins = try_join_all(codes.iter().map(|code| regions::of(ctx, code))).await?;
        Ok(origins.into_iter().map(|One(origin)| origin).collect())
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
    async fn issued_by(&self, ctx: &Context<'_>) -> Result<Option<One<Account>>> {
        accounts::who(ctx, self.0.issued_by).await
    }

    /// The codes of the certificates that it replaces, in order. At most 100. Some of them may have been removed since,
    /// after their retention period.
    async fn replaces(&self, ctx: &Context<'_>) -> Result<Vec<String>> {
        loader::load_or_default(ctx, self.0.id, certificates::replaced_by).await
    }

    /// A QR code that links to the trace page, as SVG. `PUBLIC_URL` sets the address of that page. Print the words
    /// 承诺达标合格证 beside it.
    async fn qr_svg(&self, ctx: &Context<'_>) -> String {
        qr_svg(&ctx.data_unchecked::<PublicUrl>().link(&certificates::trace_path(&self.0.code))).unwrap_or_default()
    }

    /// The lot it was issued for. Null if it was issued for a batch, or if the reader may not see the lot.
    async fn lot(&self, ctx: &Context<'_>) -> Result<Option<One<HarvestLot>>> {
        harvest_lots::visible(ctx, self.0.lot_id).await
    }

    /// The batch it was issued for. Null if it was issued for a lot, or if the reader may not see the batch.
    async fn batch(&self, ctx: &Context<'_>) -> Result<Option<One<ProductionBatch>>> {
        production_batches::visible(ctx, self.0.batch_id).await
    }

    /// The quantity that plants have collected with it, in kilograms, three decimal places: the sum of the intakes that
    /// are not voided. Null if the reader may not find the certificate by its code.
    async fn collected_kg(&self, ctx: &Context<'_>) -> Result<Option<Decimal>> {
        if !self.is_found(ctx) {
            return Ok(None);
        }
        Ok(Some(loader::load_or_default(ctx, self.0.code.0.clone(), pledges::collected_with).await?.into()))
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
pub(crate) struct MissingCertificate {
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
    async fn sale(&self, ctx: &Context<'_>) -> Result<Option<One<Sale>>> {
        Ok(loader::optional::<sale::Entity>(ctx, self.row.sale_id).await?.map(One::of))
    }

    /// The pre-order that was delivered. Null for a sale.
    async fn preorder(&self, ctx: &Context<'_>) -> Result<Option<One<Preorder>>> {
        let preorder = loader::optional::<preorder::Entity>(ctx, self.row.preorder_id).await?;
        Ok(preorder.map(|row| One(Preorder::current(ctx, row))))
    }

    /// The lot. Null if the sale names none, for goods of a plant, and if the reader may not see it.
    async fn lot(&self, ctx: &Context<'_>) -> Result<Option<One<HarvestLot>>> {
        harvest_lots::visible(ctx, self.row.lot_id).await
    }

    /// The batch. Null if the sale drew on none, for fruit, and if the reader may not see it.
    async fn batch(&self, ctx: &Context<'_>) -> Result<Option<One<ProductionBatch>>> {
        production_batches::visible(ctx, self.row.batch_id).await
    }

    /// The grower of the fruit. Null for goods of a plant.
    async fn grower(&self, ctx: &Context<'_>) -> Result<Option<One<Grower>>> {
        Ok(loader::optional::<grower::Entity>(ctx, self.row.grower_id).await?.map(One::of))
    }
}

impl From<certificates::Missing> for MissingCertificate {
    fn from(row: certificates::Missing) -> Self {
        Self { day: row.day.into(), quantity_kg: row.quantity_g.into(), row }
    }
}
