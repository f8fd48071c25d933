//! Lists of answers.

use std::borrow::Cow;

use async_graphql::{
    ContextSelectionSet, OutputType, Positioned, ServerResult, Value, parser::types::Field, registry::Registry,
};
use async_trait::async_trait;
use futures_util::future::{BoxFuture, try_join_all};

/// A list. Its items are resolved at once, like those of a `Vec`. But what resolves them is compiled once for all types
/// of items, and not, as for a `Vec`, twice for each.
pub(crate) struct List<T>(Vec<T>);

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self(items.into_iter().collect())
    }
}

#[async_trait]
impl<T: OutputType> OutputType for List<T> {
    fn type_name() -> Cow<'static, str> {
        Vec::<T>::type_name()
    }

    fn qualified_type_name() -> String {
        Vec::<T>::qualified_type_name()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        Vec::<T>::create_type_info(registry)
    }

    async fn resolve(&self, ctx: &ContextSelectionSet<'_>, field: &Positioned<Field>) -> ServerResult<Value> {
        let items = self.0.iter().enumerate();
        let items = items.map(|(index, item)| -> BoxFuture<'_, ServerResult<Value>> {
            let ctx = ctx.with_index(index);
            Box::pin(async move { item.resolve(&ctx, field).await.map_err(|error| ctx.set_error_path(error)) })
        });
        resolve_items(items.collect()).await
    }
}

async fn resolve_items(items: Vec<BoxFuture<'_, ServerResult<Value>>>) -> ServerResult<Value> {
    Ok(Value::List(try_join_all(items).await?))
}
