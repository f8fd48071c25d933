//! Coerces the values of variables to their types before anything is executed: the specification's
//! CoerceVariableValues.

use std::fmt::Write;

use async_graphql::{
    Name, Value as Constant, Variables,
    indexmap::IndexMap,
    parser::types::{BaseType, OperationDefinition, Type, VariableDefinition},
};

use super::{
    schema_types::{Input, Kind, Parameter, Scalar, Types},
    validate::{Inputs, big_number, expected, is_an_int, without_nul},
};
use crate::graphql::error::Refusal;
use store::error::Error;
use types::Problem;

/// The values of an operation's variables. A variable without a value and without a default stays absent, which is not
/// the same as null. A refusal names each variable that cannot be used, with its type.
pub(super) fn variables(
    operation: &OperationDefinition,
    inputs: &Inputs,
    mut given: Variables,
) -> Result<Variables, Refusal> {
    let (mut coerced, mut refusal) = (Variables::default(), Refusal::default());
    for definition in &operation.variable_definitions {
        let VariableDefinition { name, var_type, default_value, .. } = &definition.node;
        let (name, ty) = (&name.node, &var_type.node);
        let value = given.remove(name).or_else(|| default_value.as_ref().map(|default| default.node.clone()));
        let mut place = Place::default();
        let result = match value {
            Some(value) => place.value(ty, value).map(Some),
            None if ty.nullable => Ok(None),
            None => Err(Problem::new("须提供", "it was not provided")),
        };
        match result {
            Ok(Some(value)) => {
                coerced.insert(name.clone(), value);
            }
            Ok(None) => {}
            Err(problem) => refusal.add(unusable(name, ty, inputs, &place.path, &problem), definition.pos),
        }
    }
    if refusal.is_empty() { Ok(coerced) } else { Err(refusal) }
}

/// An error that states what is wrong with a variable, and where in its value.
fn unusable(name: &Name, ty: &Type, inputs: &Inputs, path: &str, problem: &Problem) -> Error {
    let (zh, en) = match path.strip_prefix('.') {
        Some(path) => (format!("的“{path}”"), format!(" at \"{path}\"")),
        None => Default::default(),
    };
    let message = Problem::new(
        format!("变量“${name}”（类型“{ty}”）{zh}：{}", problem.zh),
        format!("Variable \"${name}\" of type \"{ty}\"{en}: {}", problem.en),
    );
    let input = inputs.get(name).map_or(name.as_str(), String::as_str);
    Error::not_of_the_schema(Some(format!("{input}{path}")), message)
}

/// A path in a variable's value, such as `.ingredients.0.quantityKg`. It keeps pointing at a mistake that was found.
#[derive(Default)]
struct Place {
    path: String,
}

impl Place {
    fn value(&mut self, ty: &Type, value: Constant) -> Result<Constant, Problem> {
        match (value, &ty.base) {
            (Constant::Null, _) if ty.nullable => Ok(Constant::Null),
            (Constant::Null, _) => Err(Problem::new("不得为 null", "it must not be null")),
            (Constant::List(items), BaseType::List(item)) => {
                let each = items
                    .into_iter()
                    .enumerate()
                    .map(|(index, value)| self.within(&index, |place| place.value(item, value)));
                each.collect::<Result<_, _>>().map(Constant::List)
            }
            // A single value is coerced to a list of one.
            (value, BaseType::List(item)) => Ok(Constant::List(vec![self.value(item, value)?])),
            (value, BaseType::Named(name)) => match Types::get().kind(name) {
                Some(Kind::Scalar(scalar)) => coerced(*scalar, value),
                Some(Kind::Enum(values)) => member(values, value),
                Some(Kind::Input(input)) => match value {
                    Constant::Object(fields) => self.object(name, input, fields),
                    _ => Err(Problem::new("应为对象", "expected an object")),
                },
                // Validation has already refused variables of such types.
                Some(Kind::Composite(_)) | None => Ok(value),
            },
        }
    }

    /// The fields of an input object, with defaults for the fields that are not given. A field without a default stays
    /// absent.
    fn object(&mut self, name: &str, input: &Input, mut given: IndexMap<Name, Constant>) -> Result<Constant, Problem> {
        if let Some(unknown) = given.keys().find(|field| !input.fields.contains_key(*field)) {
            let problem = Problem::new(format!("类型“{name}”没有此字段"), format!("type \"{name}\" has no such field"));
            return self.within(&unknown.clone(), |_| Err(problem));
        }
        let mut fields = IndexMap::with_capacity(input.fields.len());
        for (field, Parameter { ty, default }) in &input.fields {
            match given.swap_remove(field).or_else(|| default.clone()) {
                Some(value) => {
                    fields.insert(field.clone(), self.within(field, |place| place.value(ty, value))?);
                }
                None if ty.nullable => {}
                None => {
                    let problem =
                        Problem::new(format!("须提供（类型“{ty}”）"), format!("a value of type \"{ty}\" is required"));
                    return self.within(field, |_| Err(problem));
                }
            }
        }
        if input.is_one_of && (fields.len() != 1 || fields.values().any(|value| *value == Constant::Null)) {
            return Err(Problem::new(
                "须恰有一个字段，且不得为 null",
                "expected exactly one field, which must not be null",
            ));
        }
        Ok(Constant::Object(fields))
    }

    fn within<T>(
        &mut self,
        step: &dyn std::fmt::Display,
        look: impl FnOnce(&mut Self) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let length = self.path.len();
        // Writing to a string cannot fail.
        let _ = write!(self.path, ".{step}");
        let looked = look(self)?;
        self.path.truncate(length);
        Ok(looked)
    }
}

/// A value in the form its scalar takes. An ID is a string, however it was written.
pub(super) fn coerced(scalar: Scalar, value: Constant) -> Result<Constant, Problem> {
    match (scalar, value) {
        (Scalar::Int, Constant::Number(number)) if is_an_int(&number) => Ok(Constant::Number(number)),
        (Scalar::Float, value @ Constant::Number(_)) | (Scalar::Boolean, value @ Constant::Boolean(_)) => Ok(value),
        (Scalar::Id, Constant::Number(number)) if !number.is_f64() => Ok(Constant::String(number.to_string())),
        (Scalar::Id | Scalar::Text, Constant::String(text)) => match (scalar, big_number(&text)) {
            (Scalar::Id, Some(number)) => Ok(Constant::String(number.to_owned())),
            (_, Some(_)) => Err(expected(scalar)),
            (_, None) => without_nul(&text).map(|()| Constant::String(text)),
        },
        _ => Err(expected(scalar)),
    }
}

fn member(values: &[Name], value: Constant) -> Result<Constant, Problem> {
    let name = match &value {
        Constant::Enum(name) => name.as_str(),
        Constant::String(name) => name,
        _ => "",
    };
    let member = values.iter().find(|member| member.as_str() == name);
    member.cloned().map(Constant::Enum).ok_or_else(|| Problem::new("没有这个枚举值", "there is no such value"))
}
