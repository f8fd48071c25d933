//! Objects within answers, alone and in lists.

use std::{
    borrow::Cow,
    future::poll_fn,
    pin::{Pin, pin},
    slice,
    task::{Context as TaskContext, Poll},
};

use async_graphql::{
    ContainerType, ContextSelectionSet, OutputType, Positioned, ServerResult, Value,
    parser::types::{Field, Selection},
    registry::Registry,
};
use futures_util::future::{BoxFuture, try_join_all};

/// A list of objects, which are resolved together. Fields that are at hand, such as columns, are resolved at once and
/// cost no task each, as they do where the library resolves an object by itself. Then the other fields of all objects
/// are awaited together, so that the records that they refer to are loaded at once.
pub(crate) struct List<T>(Vec<T>);

/// An object that another one refers to, resolved in the same way.
#[derive(Debug)]
pub(crate) struct One<T>(pub(crate) T);

impl<T> One<T> {
    /// The object of a row.
    pub(crate) fn of(row: impl Into<T>) -> Self {
        Self(row.into())
    }
}

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
        if has_only_fields(ctx) {
            return Ok(Value::List(objects(&self.0, &contexts).await));
        }
        let items = self.0.iter().zip(&contexts).map(|(item, ctx)| -> BoxFuture<'_, ServerResult<Value>> {
            Box::pin(async move { item.resolve(ctx, field).await.map_err(|error| ctx.set_error_path(error)) })
        });
        Ok(Value::List(try_join_all(items).await?))
    }
}

impl<T: ContainerType> OutputType for One<T> {
    fn type_name() -> Cow<'static, str> {
        T::type_name()
    }

    fn qualified_type_name() -> String {
        T::qualified_type_name()
    }

    fn introspection_type_name(&self) -> Cow<'static, str> {
        self.0.introspection_type_name()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        T::create_type_info(registry)
    }

    async fn resolve(&self, ctx: &ContextSelectionSet<'_>, field: &Positioned<Field>) -> ServerResult<Value> {
        if has_only_fields(ctx) {
            return Ok(objects(slice::from_ref(&self.0), slice::from_ref(ctx)).await.pop().unwrap_or_default());
        }
        self.0.resolve(ctx, field).await
    }
}

/// Whether a selection has only fields. The plan of an operation has merged those of an object. Of an abstract type, it
/// has fragments.
fn has_only_fields(ctx: &ContextSelectionSet<'_>) -> bool {
    ctx.item.node.items.iter().all(|selection| matches!(selection.node, Selection::Field(_)))
}

fn field_of(selection: &Positioned<Selection>) -> Option<&Positioned<Field>> {
    match &selection.node {
        Selection::Field(field) => Some(field),
        Selection::FragmentSpread(_) | Selection::InlineFragment(_) => None,
    }
}

/// Resolves the selected fields of objects. Each object becomes the list of its values in the order of the selection,
/// and the answer is written along the plan, which has their keys. A field that failed is null there, and the errors
/// are the request's.
async fn objects<'a, T: ContainerType>(items: &'a [T], contexts: &'a [ContextSelectionSet<'a>]) -> Vec<Value> {
    let Some(selected) = contexts.first().map(|ctx| &ctx.item.node.items) else { return Vec::new() };
    let mut answers: Vec<Answer<'a>> = Vec::with_capacity(items.len() * selected.len());
    poll_fn(|task| {
        if !answers.is_empty() {
            return poll_all(&mut answers, task);
        }
        // A future that is done leaves its memory to the next one.
        let mut done = None;
        for (item, ctx) in items.iter().zip(contexts) {
            for field in selected.iter().filter_map(field_of) {
                if is_leaf(field)
                    && let Poll::Ready(value) = pin!(answer(item, ctx, field)).poll(task)
                {
                    answers.push(Answer::Here(value));
                    continue;
                }
                let mut future = placed(answer(item, ctx, field), done.take());
                answers.push(match future.as_mut().poll(task) {
                    Poll::Ready(value) => {
                        done = Some(future);
                        Answer::Here(value)
                    }
                    Poll::Pending => Answer::Awaited(future),
                });
            }
        }
        // Polled again at once, these fields would load what they refer to before other lists have begun.
        if answers.iter().any(Answer::is_awaited) { Poll::Pending } else { Poll::Ready(()) }
    })
    .await;
    let mut answers = answers.into_iter();
    let value_of = |answer, ctx: &ContextSelectionSet<'_>| match answer {
        Answer::Here(Ok(value)) => value,
        Answer::Here(Err(error)) => {
            ctx.add_error(error);
            Value::Null
        }
        Answer::Awaited(_) => Value::Null,
    };
    let object = |ctx| Value::List(answers.by_ref().take(selected.len()).map(|answer| value_of(answer, ctx)).collect());
    contexts.iter().map(object).collect()
}

/// Whether a field has no fields within it. Most of these are at hand, and need no memory to wait in. One that is not
/// is asked again, in memory where it can wait. A field only reads, so asking twice changes nothing.
fn is_leaf(field: &Positioned<Field>) -> bool {
    field.node.selection_set.node.items.is_empty()
}

/// A future in the memory of another one.
fn placed<F>(future: F, memory: Option<Pin<Box<F>>>) -> Pin<Box<F>> {
    match memory {
        Some(mut memory) => {
            memory.set(future);
            memory
        }
        None => Box::pin(future),
    }
}

async fn answer<T: ContainerType>(
    item: &T,
    ctx: &ContextSelectionSet<'_>,
    field: &Positioned<Field>,
) -> ServerResult<Value> {
    if field.node.name.node == "__typename" {
        return Ok(Value::String(item.introspection_type_name().into_owned()));
    }
    Ok(item.resolve_field(&ctx.with_field(field)).await?.unwrap_or_default())
}

/// The answer of one field of an object.
enum Answer<'a> {
    Here(ServerResult<Value>),
    Awaited(BoxFuture<'a, ServerResult<Value>>),
}

impl Answer<'_> {
    fn is_awaited(&self) -> bool {
        matches!(self, Self::Awaited(_))
    }
}

/// Polls each awaited field of all objects once.
fn poll_all(answers: &mut [Answer<'_>], task: &mut TaskContext<'_>) -> Poll<()> {
    let mut are_here = Poll::Ready(());
    for answer in answers {
        if let Answer::Awaited(future) = answer {
            match future.as_mut().poll(task) {
                Poll::Ready(value) => *answer = Answer::Here(value),
                Poll::Pending => are_here = Poll::Pending,
            }
        }
    }
    are_here
}
