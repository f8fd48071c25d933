//! Sites: places on the route where visitors are counted.

use async_graphql::{Context, ID, InputObject, MaybeUndefined, Object, SimpleObject};

use crate::graphql::{
    document::cost::list_size,
    guard::{self, database},
    input::{self, Form},
    list::List,
    mutation::idempotent_write,
    objects::sites::Site,
    scalar::Date,
};
use domain::tourism::sites::{self, NewSite, SitePatch};
use store::error::Result;
use types::Role;

/// Queries about sites.
#[derive(Debug, Default)]
pub(crate) struct SiteQuery;

#[Object]
impl SiteQuery {
    /// The sites in a region or below it, or in all regions, by code. At most 1,000, in practice some dozens. Open to
    /// everyone.
    #[graphql(directive = list_size::apply(Some(50), None))]
    async fn sites(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Official code of the region. Default: all regions.")] region_code: Option<ID>,
        #[graphql(desc = "Only those in use on this day.")] in_use_on: Option<Date>,
    ) -> Result<List<Site>> {
        guard::open(ctx)?;
        let day = input::read("inUseOn", in_use_on)?;
        let sites = sites::list(database(ctx).reader(), input::id(region_code), day).await?;
        Ok(sites.into_iter().map(Site::from).collect())
    }
}

/// A new site.
#[derive(InputObject)]
struct AddSiteInput {
    /// Readable code: 1 to 40 lowercase Latin letters, digits, periods, hyphens or underscores.
    code: ID,
    /// Name, 1 to 100 characters.
    name: String,
    /// The region it lies in.
    region_code: ID,
    /// Whether its counts are included in the town's figure.
    counts_towards_total: bool,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// Changes to a site. A field that is absent does not change.
#[derive(InputObject)]
struct UpdateSiteInput {
    /// Readable code.
    code: ID,
    /// Name, 1 to 100 characters.
    name: Option<String>,
    /// Whether its counts are included in the town's figure, from `countsFrom` on. Counts already recorded for those
    /// days change accordingly.
    counts_towards_total: Option<bool>,
    /// The first day to which `countsTowardsTotal` applies, not in the future. Default: today.
    counts_from: Option<Date>,
    /// The first day on which it is no longer in use, not in the future. Null puts it back in use.
    retired_on: MaybeUndefined<Date>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of adding or changing a site.
#[derive(SimpleObject)]
struct SitePayload {
    /// The site in its current state.
    site: Site,
}

/// Mutations of sites.
#[derive(Debug, Default)]
pub(crate) struct SiteMutation;

#[Object]
impl SiteMutation {
    /// Adds a site. For ADMIN.
    async fn add_site(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The site to add.")] input: AddSiteInput,
    ) -> Option<Result<SitePayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let AddSiteInput { code, name, region_code, counts_towards_total, idempotency_key } = input;
            let mut form = Form::new();
            let region = form.id("regionCode", region_code);
            let change = form.change(idempotency_key, region, |form| {
                Ok(NewSite {
                    code: form.take("code", input::code("code", &code)?),
                    name: form.read("name", name)?,
                    counts_towards_total: form.take("countsTowardsTotal", counts_towards_total),
                })
            });
            let site = idempotent_write(ctx, actor, change, sites::to_add, sites::add).await?;
            Ok(SitePayload { site: site.into() })
        })
        .await
    }

    /// Changes a site: renames it, sets from which day on its counts are included in the town's figure, retires it from a
    /// day on, or puts it back in use. TOO_COMPLEX if that affects more than 10,000 counts: then change the later days
    /// first. While it is retired no counts are recorded. Those that are recorded stay, also of later days, and earlier
    /// days can still be entered. For ADMIN.
    async fn update_site(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changes to the site.")] input: UpdateSiteInput,
    ) -> Option<Result<SitePayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let UpdateSiteInput { code, name, counts_towards_total, counts_from, retired_on, idempotency_key } = input;
            let mut form = Form::new();
            let code = form.id("code", code);
            let change = form.change(idempotency_key, code, |form| {
                Ok(SitePatch {
                    name: form.read("name", name)?,
                    counts_towards_total: form.take("countsTowardsTotal", counts_towards_total),
                    counts_from: form.read("countsFrom", counts_from)?,
                    retired_on: form.read("retiredOn", retired_on)?,
                })
            });
            let site = idempotent_write(ctx, actor, change, sites::to_update, sites::update).await?;
            Ok(SitePayload { site: site.into() })
        })
        .await
    }
}
