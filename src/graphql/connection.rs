//! Cursor connections, the same for every list that can grow.

use std::borrow::Cow;

use async_graphql::{ContainerType, Context, Object, OutputType, SimpleObject, TypeName};

use super::{
    document::Bounds,
    list::{List, One},
};
use store::page::{DEFAULT_SIZE, Page, PageRequest};

/// The name of a list in type names: the name of its records, or the shared noun if it has items of several kinds.
fn listed<T: OutputType>() -> String {
    let name = T::type_name();
    name.strip_suffix("Item").unwrap_or(&name).to_owned()
}

/// One page of a list.
pub(super) struct Connection<T: ContainerType> {
    edges: Vec<Edge<T>>,
    has_next_page: bool,
    has_previous_page: bool,
    total_count: Option<i32>,
}

/// One page of a list, as a Relay cursor connection. Its arguments are `first` (default 20, at most 100) and `after`.
#[Object(name_type)]
impl<T: ContainerType> Connection<T> {
    /// The records of the page with their cursors, at most 100.
    async fn edges(&self) -> List<&Edge<T>> {
        self.edges.iter().collect()
    }

    /// The records of the page without their cursors, at most 100.
    async fn nodes(&self) -> List<&T> {
        self.edges.iter().map(|edge| &edge.node).collect()
    }

    /// The position of the page in the list.
    async fn page_info(&self) -> One<PageInfo> {
        One(PageInfo {
            has_next_page: self.has_next_page,
            has_previous_page: self.has_previous_page,
            start_cursor: self.edges.first().map(|edge| edge.cursor.clone()),
            end_cursor: self.edges.last().map(|edge| edge.cursor.clone()),
        })
    }

    /// The number of records in the whole list. Null if counting would read more than 100,000 records.
    async fn total_count(&self) -> Option<i32> {
        self.total_count
    }
}

impl<T: ContainerType> TypeName for Connection<T> {
    fn type_name() -> Cow<'static, str> {
        format!("{}Connection", listed::<T>()).into()
    }
}

/// One record of a page.
pub(super) struct Edge<T: ContainerType> {
    cursor: String,
    node: T,
}

/// One record of a page.
#[Object(name_type)]
impl<T: ContainerType> Edge<T> {
    /// The cursor of this record. Pass it as `after` to get the records that follow.
    async fn cursor(&self) -> &str {
        &self.cursor
    }

    /// The record.
    async fn node(&self) -> One<&T> {
        One(&self.node)
    }
}

impl<T: ContainerType> TypeName for Edge<T> {
    fn type_name() -> Cow<'static, str> {
        format!("{}Edge", listed::<T>()).into()
    }
}

/// The position of a page in its list.
#[derive(SimpleObject)]
pub(super) struct PageInfo {
    /// Whether more records follow the page.
    has_next_page: bool,
    /// Whether records come before the page.
    has_previous_page: bool,
    /// The cursor of the first record of the page. Null on an empty page.
    start_cursor: Option<String>,
    /// The cursor of the last record of the page. Pass it as `after` to get the next page. Null on an empty page.
    end_cursor: Option<String>,
}

/// The page that a query asks for, no larger than the setting allows. The list is counted only if `totalCount` is
/// selected.
pub(super) fn request(ctx: &Context<'_>, first: Option<i32>, after: Option<String>) -> PageRequest {
    let first = first.unwrap_or(DEFAULT_SIZE).min(ctx.data_unchecked::<Bounds>().page_size);
    PageRequest { first: Some(first), after, count: ctx.look_ahead().field("totalCount").exists() }
}

impl<T: ContainerType, M: Into<T>> From<Page<M>> for Connection<T> {
    fn from(page: Page<M>) -> Self {
        Self {
            has_next_page: page.has_next,
            has_previous_page: page.has_previous,
            total_count: page.total.and_then(|total| i32::try_from(total).ok()),
            edges: page.rows.into_iter().map(|(cursor, row)| Edge { cursor, node: row.into() }).collect(),
        }
    }
}
