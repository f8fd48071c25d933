//! Lists of answers.

use std::{
    borrow::Cow,
    future::poll_fn,
    pin::Pin,
    task::{Context as TaskContext, Poll},
};

use async_graphql::{
    ContainerType, Context, ContextSelectionSet, OutputType, Positioned, ServerResult, Value,
    indexmap::IndexMap,
    parser::types::{Field, Selection},
    registry::Registry,
};
use futures_util::future::{BoxFuture, try_join_all};

/// A list of objects, which are resolved together. Fields that are at hand, such as columns, are resolved at once and
/// cost no task each, as they do where the library resolves an object by itself. Then the other fields of all objects
/// are awaited together, so that the records that they refer to are loaded at once.
pub(crate) struct List<T>(Vec<T>);

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self(items.into_iter().collect())
    }
}

impl<T: ContainerType> OutputType for List<T> {
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
        let contexts: Vec<_> = (0..self.0.len()).map(|index| ctx.with_index(index)).collect();
        let items = self.0.iter().zip(&contexts);
        // The plan of an operation has merged all fields of an object. Of an abstract type, it has fragments.
        let selected: Option<Vec<_>> = ctx.item.node.items.iter().map(|selection| field_of(&selection.node)).collect();
        let Some(selected) = selected else {
            let items = items.map(|(item, ctx)| -> BoxFuture<'_, ServerResult<Value>> {
                Box::pin(async move { item.resolve(ctx, field).await.map_err(|error| ctx.set_error_path(error)) })
            });
            return Ok(Value::List(try_join_all(items).await?));
        };
        let fields: Vec<Vec<Context<'_>>> =
            contexts.iter().map(|ctx| selected.iter().map(|field| ctx.with_field(field)).collect()).collect();
        let mut answers = Vec::with_capacity(self.0.len() * selected.len());
        poll_fn(|task| {
            if !answers.is_empty() {
                return poll_all(&mut answers, task);
            }
            for (item, fields) in self.0.iter().zip(&fields) {
                answers.extend(fields.iter().map(|ctx| Answer::begin(item, ctx, task)));
            }
            // Polled again at once, these fields would load what they refer to before other lists have begun.
            if answers.iter().any(Answer::is_awaited) { Poll::Pending } else { Poll::Ready(()) }
        })
        .await;
        Ok(Value::List(objects(ctx, &selected, answers)))
    }
}

fn field_of(selection: &Selection) -> Option<&Positioned<Field>> {
    match selection {
        Selection::Field(field) => Some(field),
        Selection::FragmentSpread(_) | Selection::InlineFragment(_) => None,
    }
}

/// The answer of one field of an object.
enum Answer<'a> {
    Here(ServerResult<Option<Value>>),
    Awaited(BoxFuture<'a, ServerResult<Option<Value>>>),
}

impl<'a> Answer<'a> {
    fn begin<T: ContainerType>(item: &'a T, ctx: &'a Context<'a>, task: &mut TaskContext<'_>) -> Self {
        if ctx.item.node.name.node == "__typename" {
            return Self::Here(Ok(Some(Value::String(item.introspection_type_name().into_owned()))));
        }
        let mut future: BoxFuture<'a, _> = Box::pin(item.resolve_field(ctx));
        match future.as_mut().poll(task) {
            Poll::Ready(value) => Self::Here(value),
            Poll::Pending => Self::Awaited(future),
        }
    }

    fn is_awaited(&self) -> bool {
        matches!(self, Self::Awaited(_))
    }
}

/// Polls each awaited field of all objects once.
fn poll_all(answers: &mut [Answer<'_>], task: &mut TaskContext<'_>) -> Poll<()> {
    let mut are_here = Poll::Ready(());
    for answer in answers {
        if let Answer::Awaited(future) = answer {
            match Pin::new(future).poll(task) {
                Poll::Ready(value) => *answer = Answer::Here(value),
                Poll::Pending => are_here = Poll::Pending,
            }
        }
    }
    are_here
}

/// The objects with the fields that were resolved. Fields that failed are left out, and the errors are the request's.
fn objects(ctx: &ContextSelectionSet<'_>, selected: &[&Positioned<Field>], answers: Vec<Answer<'_>>) -> Vec<Value> {
    let mut answers = answers.into_iter();
    let mut objects = Vec::with_capacity(answers.len() / selected.len().max(1));
    while answers.len() > 0 {
        let mut object = IndexMap::with_capacity(selected.len());
        for (field, answer) in selected.iter().zip(answers.by_ref()) {
            match answer {
                Answer::Here(Ok(value)) => {
                    object.insert(field.node.response_key().node.clone(), value.unwrap_or_default());
                }
                Answer::Here(Err(error)) => ctx.add_error(error),
                Answer::Awaited(_) => {}
            }
        }
        objects.push(if object.is_empty() { Value::Null } else { Value::Object(object) });
    }
    objects
}
