//! Checks values in a document against the types of the arguments and input fields that take them.

use std::fmt::Write;

use async_graphql::{
    Number, Pos,
    parser::types::{BaseType, Type},
};
use async_graphql_value::Value as Literal;

use super::{
    super::{
        lexer::{BIG_NUMBER, DIGITS},
        schema_types::{Input, Kind, Parameter, Scalar},
    },
    Use, Validator,
};
use store::error::Error;
use types::Problem;

impl<'a> Validator<'a> {
    /// Checks a value against the argument or input field that takes it. The path is the position of the value.
    pub(super) fn input(&mut self, parameter: &'static Parameter, value: &'a Literal, pos: Pos, path: String) {
        let mut place = Place { pos, path, has_default: parameter.default.is_some(), is_of_one: false };
        self.value(&parameter.ty, value, &mut place);
    }

    pub(super) fn value(&mut self, ty: &'a Type, value: &'a Literal, place: &mut Place) {
        match (value, &ty.base) {
            _ if self.refusal.is_full() => {}
            (Literal::Variable(name), _) => self.part.uses.push(Use {
                name,
                ty,
                has_default: place.has_default,
                is_of_one: place.is_of_one,
                pos: place.pos,
                path: place.path.clone(),
            }),
            (Literal::Null, _) if ty.nullable => {}
            (Literal::Null, _) => self.wrong(ty, place, &Problem::new("不得为 null", "it must not be null")),
            (Literal::List(items), BaseType::List(item)) => {
                for (index, value) in items.iter().enumerate() {
                    self.within(place, &index.to_string(), false, |validator, place| {
                        validator.value(item, value, place)
                    });
                }
            }
            // A single value is coerced to a list of one.
            (value, BaseType::List(item)) => {
                self.within(place, "", false, |validator, place| validator.value(item, value, place))
            }
            (value, BaseType::Named(name)) => match self.types.kind(name) {
                Some(Kind::Scalar(scalar)) => {
                    if let Err(problem) = takes(*scalar, value) {
                        self.wrong(ty, place, &problem);
                    }
                }
                Some(Kind::Enum(values)) => match value {
                    Literal::Enum(value) if values.contains(value) => {}
                    value => {
                        let (zh, en) = match value {
                            Literal::Enum(value) => self.suggestion(value, values.iter()),
                            _ => Default::default(),
                        };
                        self.wrong(
                            ty,
                            place,
                            &Problem::new(format!("没有这个枚举值{zh}"), format!("there is no such value.{en}")),
                        );
                    }
                },
                Some(Kind::Input(input)) => match value {
                    Literal::Object(fields) => self.object(name, input, fields, place),
                    _ => self.wrong(ty, place, &Problem::new("应为对象", "expected an object")),
                },
                Some(Kind::Composite(_)) | None => {}
            },
        }
    }

    fn object(
        &mut self,
        name: &str,
        input: &'static Input,
        given: &'a async_graphql::indexmap::IndexMap<async_graphql::Name, Literal>,
        place: &mut Place,
    ) {
        for (field, value) in given {
            match input.fields.get(field) {
                Some(parameter) => self.within(place, field, parameter.default.is_some(), |validator, place| {
                    place.is_of_one = input.is_one_of;
                    validator.value(&parameter.ty, value, place);
                }),
                None => {
                    let (zh, en) = self.suggestion(field, input.fields.keys());
                    let problem = Problem::new(
                        format!("“{}”：类型“{name}”没有字段“{field}”{zh}", place.path),
                        format!("\"{}\": unknown field \"{field}\" of type \"{name}\".{en}", place.path),
                    );
                    self.refusal
                        .add(Error::not_of_the_schema(Some(format!("{}.{field}", place.path)), problem), place.pos);
                }
            }
        }
        for (field, parameter) in
            input.fields.iter().filter(|(field, parameter)| parameter.is_required() && !given.contains_key(*field))
        {
            let problem = Problem::new(
                format!("“{}”缺少字段“{field}”（类型“{}”）", place.path, parameter.ty),
                format!("\"{}\" lacks its field \"{field}\" of type \"{}\"", place.path, parameter.ty),
            );
            self.refusal.add(Error::not_of_the_schema(Some(format!("{}.{field}", place.path)), problem), place.pos);
        }
        if input.is_one_of && (given.len() != 1 || given.values().any(|value| matches!(value, Literal::Null))) {
            let problem = Problem::new(
                format!("“{}”须恰有“{name}”的一个字段，且不得为 null", place.path),
                format!("\"{}\" must have exactly one field of \"{name}\", which must not be null", place.path),
            );
            self.refusal.add(Error::not_of_the_schema(Some(place.path.clone()), problem), place.pos);
        }
    }

    fn within(&mut self, place: &mut Place, step: &str, has_default: bool, look: impl FnOnce(&mut Self, &mut Place)) {
        let (length, outer) = (place.path.len(), (place.has_default, place.is_of_one));
        if !step.is_empty() {
            // Writing to a string cannot fail.
            let _ = write!(place.path, ".{step}");
        }
        (place.has_default, place.is_of_one) = (has_default, false);
        look(self, place);
        place.path.truncate(length);
        (place.has_default, place.is_of_one) = outer;
    }

    fn wrong(&mut self, ty: &Type, place: &Place, problem: &Problem) {
        let path = &place.path;
        let problem = Problem::new(
            format!("“{path}”应为“{ty}”类型：{}", problem.zh),
            format!("\"{path}\" must be of type \"{ty}\": {}", problem.en),
        );
        self.refusal.add(Error::not_of_the_schema(Some(path.clone()), problem), place.pos);
    }
}

/// The position of a value.
pub(super) struct Place {
    pub pos: Pos,
    pub path: String,
    /// Whether the argument or input field has a default.
    pub has_default: bool,
    /// Whether it is a field of an input object of which exactly one field must be given.
    pub is_of_one: bool,
}

fn takes(scalar: Scalar, value: &Literal) -> Result<(), Problem> {
    let fits = match (scalar, value) {
        (Scalar::Int, Literal::Number(number)) => is_an_int(number),
        (Scalar::Float, Literal::Number(_)) | (Scalar::Boolean, Literal::Boolean(_)) => true,
        (Scalar::Id, Literal::Number(number)) => !number.is_f64(),
        (Scalar::Id, Literal::String(text)) if big_number(text).is_some() => true,
        (Scalar::Id | Scalar::Text, Literal::String(text)) if big_number(text).is_none() => return without_nul(text),
        _ => false,
    };
    if fits { Ok(()) } else { Err(expected(scalar)) }
}

/// What a scalar accepts, as a message for people.
pub(in crate::graphql::document) fn expected(scalar: Scalar) -> Problem {
    match scalar {
        Scalar::Int => Problem::new(
            "应为 32 位以内的整数；金额、重量、面积、日期与编码须写成字符串",
            "expected a whole number within 32 bits; amounts, weights, areas, days and codes are written as strings",
        ),
        Scalar::Float => Problem::new("应为数字", "expected a number"),
        Scalar::Boolean => Problem::new("应为 true 或 false", "expected true or false"),
        Scalar::Id => Problem::new("应为字符串或整数", "expected a string or a whole number"),
        Scalar::Text => Problem::new("应为字符串", "expected a string"),
    }
}

/// Refuses a NUL character, which PostgreSQL cannot store.
pub(in crate::graphql::document) fn without_nul(text: &str) -> Result<(), Problem> {
    if text.contains('\0') { Err(Problem::new("不得有 NUL 字符", "expected no NUL character")) } else { Ok(()) }
}

/// Whether a number fits an `Int`.
pub(in crate::graphql::document) fn is_an_int(number: &Number) -> bool {
    number.as_i64().is_some_and(|number| i32::try_from(number).is_ok())
}

/// The digits of a whole number that no number type of the parser can hold. Documents and variables represent such a
/// number as a text that begins with NUL, which no accepted text contains.
pub(in crate::graphql::document) fn big_number(text: &str) -> Option<&str> {
    let number = text.strip_prefix(BIG_NUMBER)?;
    let digits = number.strip_prefix('-').unwrap_or(number);
    (digits.len() > DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(number)
}
