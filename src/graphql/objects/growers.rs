//! Growers.

use std::collections::{HashMap, HashSet};

use async_graphql::{Context, ID, Object};
use uuid::Uuid;

use super::{
    plots::Plot,
    regions::{self, Region},
};
use crate::graphql::{
    connection::{Connection, request},
    guard::actor,
    list::One,
    loader::{self, Loaders},
    phones_read::reads_phone,
    scalar::{DateTime, Decimal},
};
use domain::registers::{growers, plots};
use store::{
    entity::registers::{grower, plot},
    error::Result,
    page::{Page, PageRequest},
};
use types::{GrowerKind, Mu, Phone, Role, Scope};

/// A grower (种植户), who works plots: a household, family farm, cooperative or company.
pub(crate) struct Grower(grower::Model);

impl From<grower::Model> for Grower {
    fn from(row: grower::Model) -> Self {
        Self(row)
    }
}

/// How much of a grower the caller may read.
#[derive(PartialEq, Eq)]
enum Reading {
    /// The clerks of its region, and the grower itself.
    Whole,
    /// Any other reader who may see it: the full name, and the masked telephone number.
    Masked,
    /// Anyone else who reaches it through another record: only what the public sees.
    Public,
}

impl Grower {
    /// Decided on the grower itself, so that no path through other records gets around it.
    async fn reading(&self, ctx: &Context<'_>) -> Result<Reading> {
        let Some(actor) = actor(ctx) else { return Ok(Reading::Public) };
        Ok(match actor.scope() {
            Scope::Grower(own) if own.contains(&self.0.id) => Reading::Whole,
            scope if scope.covers(&self.0.region_code) => {
                if actor.role == Role::Clerk {
                    Reading::Whole
                } else {
                    Reading::Masked
                }
            }
            Scope::Subtree(_) if loader::load(ctx, self.0.id, working_here).await?.is_some() => Reading::Masked,
            _ => Reading::Public,
        })
    }

    async fn public_name(&self, ctx: &Context<'_>) -> Result<String> {
        match growers::public_name(&self.0) {
            Some(name) => Ok(name.to_owned()),
            None => Ok(regions::of(ctx, &self.0.region_code).await?.0.into_name()),
        }
    }
}

/// A grower (种植户), who works plots: a household, family farm, cooperative or company. Access to personal data is
/// decided per field. A reader who reaches a grower through another record sees no more than by a direct query.
#[Object]
impl Grower {
    /// The ID.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// The full name, for the clerks and officials of the regions where it is registered or has a plot in use, for
    /// ADMIN and for the grower itself. The display name for everyone else.
    async fn name(&self, ctx: &Context<'_>) -> Result<String> {
        match self.reading(ctx).await? {
            Reading::Whole | Reading::Masked => Ok(self.0.name.clone()),
            Reading::Public => self.public_name(ctx).await,
        }
    }

    /// The name that the public sees. If it is not set, this is the name of a company or cooperative, and the community
    /// of any other grower.
    async fn display_name(&self, ctx: &Context<'_>) -> Result<String> {
        self.public_name(ctx).await
    }

    /// The kind of holding.
    async fn kind(&self) -> GrowerKind {
        self.0.kind
    }

    /// The region where it is registered. Its plots may lie elsewhere.
    async fn region(&self, ctx: &Context<'_>) -> Result<One<Region>> {
        regions::of(ctx, &self.0.region_code).await
    }

    /// The telephone number, as digits. Full for the clerks of its region and for the grower itself. Masked as
    /// 138****1234 for other readers who may see it. Null for everyone else, and if it is not known. Readings of full
    /// numbers are logged in the audit log.
    async fn phone(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let Some(phone) = self.0.phone.clone().map(Phone) else { return Ok(None) };
        Ok(match self.reading(ctx).await? {
            Reading::Whole if reads_phone(ctx, "grower", self.0.id) => Some(phone.0),
            Reading::Whole | Reading::Masked => Some(phone.masked()),
            Reading::Public => None,
        })
    }

    /// The grower that stands for it since they were merged: it was registered twice. Null for every other grower. Plots,
    /// lots, sales and certificates of the two show under both.
    async fn merged_into(&self, ctx: &Context<'_>) -> Result<Option<One<Grower>>> {
        Ok(loader::optional::<grower::Entity>(ctx, self.0.merged_into).await?.map(One::of))
    }

    /// When it was merged. Null for a grower that was not.
    async fn merged_at(&self) -> Option<DateTime> {
        self.0.merged_at.map(Into::into)
    }

    /// The area of its plots in use today that the reader may see, in mu, two decimal places.
    async fn area_mu(&self, ctx: &Context<'_>) -> Result<Decimal> {
        Ok(loader::load_or_default(ctx, self.0.id, areas_in_use).await?.into())
    }

    /// Its plots that the reader may see, in order of registration. Plots out of use are included.
    async fn plots(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Result<Connection<Plot>> {
        let request = request(ctx, first, after);
        request.size()?;
        let plots = loader::load(ctx, (self.0.id, request), pages_of_plots).await?;
        Ok(plots.unwrap_or_else(Page::empty).into())
    }
}

/// Those of these growers that have a plot in use in the caller's region.
async fn working_here(loaders: &Loaders, growers: &[Uuid]) -> Result<HashMap<Uuid, ()>> {
    let Scope::Subtree(region) = loaders.scope() else { return Ok(HashMap::new()) };
    let working = growers::working_in(loaders.reader(), growers, region, loaders.today()).await?;
    Ok(working.into_iter().map(|grower| (grower, ())).collect())
}

/// The area of the growers' plots in use today that the caller may see.
async fn areas_in_use(loaders: &Loaders, growers: &[Uuid]) -> Result<HashMap<Uuid, Mu>> {
    plots::areas_in_use(loaders.reader(), loaders.scope(), growers, loaders.today()).await
}

/// Pages of growers' plots that the caller may see.
async fn pages_of_plots(
    loaders: &Loaders,
    keys: &[(Uuid, PageRequest)],
) -> Result<HashMap<(Uuid, PageRequest), Page<plot::Model>>> {
    let mut pages = HashMap::new();
    // All keys of one selection ask for the same page; aliases may ask for a few others.
    let requests: HashSet<&PageRequest> = keys.iter().map(|(_, request)| request).collect();
    for request in requests {
        let growers: Vec<Uuid> = keys.iter().filter(|key| key.1 == *request).map(|key| key.0).collect();
        let found = plots::pages_of_growers(loaders.reader(), loaders.scope(), &growers, request).await?;
        pages.extend(found.into_iter().map(|(grower, page)| ((grower, request.clone()), page)));
    }
    Ok(pages)
}
