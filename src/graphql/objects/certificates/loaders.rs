//! Loads what certificates refer to, and what refers to them.

use std::{
    collections::{BTreeSet, HashMap},
    hash::Hash,
};

use async_graphql::{Context, dataloader::Loader};
use uuid::Uuid;

use crate::graphql::loader::{Loaders, of};
use domain::{certificates, harvest::pledges};
use store::{
    entity::certificates::certificate,
    error::{Error, Result},
};
use types::{Kilograms, RegionCode};

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct CertificateOfLot(Uuid);

impl Loader<CertificateOfLot> for Loaders {
    type Value = certificate::Model;
    type Error = Error;

    async fn load(&self, keys: &[CertificateOfLot]) -> Result<HashMap<CertificateOfLot, Self::Value>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let latest = certificates::latest_of_lots(self.reader(), &ids).await?;
        Ok(latest.into_iter().map(|(id, row)| (CertificateOfLot(id), row)).collect())
    }
}

/// The valid certificate of a lot that was issued last.
pub(crate) async fn certificate_of_lot(ctx: &Context<'_>, lot: Uuid) -> Result<Option<certificate::Model>> {
    of(ctx).load_one(CertificateOfLot(lot)).await
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct OriginsOf(Uuid);

impl Loader<OriginsOf> for Loaders {
    type Value = Vec<RegionCode>;
    type Error = Error;

    async fn load(&self, keys: &[OriginsOf]) -> Result<HashMap<OriginsOf, Self::Value>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let origins = certificates::origins(self.reader(), &ids).await?;
        Ok(origins.into_iter().map(|(id, origins)| (OriginsOf(id), origins)).collect())
    }
}

/// The regions that the produce under a certificate comes from, at most 50.
pub(super) async fn origins(ctx: &Context<'_>, certificate: Uuid) -> Result<Vec<RegionCode>> {
    Ok(of(ctx).load_one(OriginsOf(certificate)).await?.unwrap_or_default())
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct ReplacedBy(Uuid);

impl Loader<ReplacedBy> for Loaders {
    type Value = Vec<String>;
    type Error = Error;

    async fn load(&self, keys: &[ReplacedBy]) -> Result<HashMap<ReplacedBy, Self::Value>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let replaced = certificates::replaced_by(self.reader(), &ids).await?;
        Ok(replaced.into_iter().map(|(id, codes)| (ReplacedBy(id), codes)).collect())
    }
}

/// The codes of the certificates that this one replaces, at most 100.
pub(super) async fn replaced_by(ctx: &Context<'_>, certificate: Uuid) -> Result<Vec<String>> {
    Ok(of(ctx).load_one(ReplacedBy(certificate)).await?.unwrap_or_default())
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct ByCode(String);

impl Loader<ByCode> for Loaders {
    type Value = certificate::Model;
    type Error = Error;

    async fn load(&self, keys: &[ByCode]) -> Result<HashMap<ByCode, Self::Value>> {
        let codes: BTreeSet<&str> = keys.iter().map(|key| key.0.as_str()).collect();
        let found = pledges::by_codes(self.reader(), codes).await?;
        Ok(found.into_iter().map(|row| (ByCode(row.code.0.clone()), row)).collect())
    }
}

/// The certificate with this code. None if it was removed after its retention period.
pub(crate) async fn by_code(ctx: &Context<'_>, code: &str) -> Result<Option<certificate::Model>> {
    of(ctx).load_one(ByCode(code.to_owned())).await
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct CollectedWith(String);

impl Loader<CollectedWith> for Loaders {
    type Value = Kilograms;
    type Error = Error;

    async fn load(&self, keys: &[CollectedWith]) -> Result<HashMap<CollectedWith, Self::Value>> {
        let codes: BTreeSet<&str> = keys.iter().map(|key| key.0.as_str()).collect();
        let collected = pledges::collected_with(self.reader(), codes).await?;
        Ok(collected.into_iter().map(|(code, quantity)| (CollectedWith(code), quantity)).collect())
    }
}

/// The quantity that intakes have collected with a certificate.
pub(super) async fn collected(ctx: &Context<'_>, code: &str) -> Result<Kilograms> {
    Ok(of(ctx).load_one(CollectedWith(code.to_owned())).await?.unwrap_or_default())
}
