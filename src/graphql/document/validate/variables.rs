//! Checks variables: which ones an operation defines, and whether each is used where its type fits.

use std::collections::HashSet;

use async_graphql::{
    Name, Pos,
    parser::types::{BaseType, DirectiveLocation, OperationDefinition, Type, VariableDefinition},
};
use async_graphql_value::{ConstValue, Value as Literal};

use super::{
    super::schema_types::{Kind, innermost},
    Inputs, Validator,
    values::Place,
};

/// A use of a variable.
pub(super) struct Use<'a> {
    pub name: &'a Name,
    /// The type of the input that takes it.
    pub ty: &'a Type,
    /// Whether the input that takes it has a default.
    pub has_default: bool,
    /// Whether it is used in a field of an input object of which exactly one field must be given.
    pub is_of_one: bool,
    pub pos: Pos,
    /// The path: the argument, and the field in it.
    pub path: String,
}

impl<'a> Validator<'a> {
    /// Checks the variables that an operation defines.
    pub(super) fn definitions(&mut self, operation: &'a OperationDefinition) {
        let mut seen = HashSet::new();
        for definition in &operation.variable_definitions {
            if self.refusal.is_full() {
                return;
            }
            let (pos, VariableDefinition { name, var_type, directives, default_value }) =
                (definition.pos, &definition.node);
            let name = &name.node;
            if !seen.insert(name) {
                self.mistake(
                    pos,
                    format!("变量“${name}”重复定义"),
                    format!("There can be only one variable named \"${name}\""),
                );
            }
            self.directives(directives, DirectiveLocation::VariableDefinition);
            match self.types.kind(innermost(&var_type.node)) {
                None => self.unknown_type(innermost(&var_type.node), var_type.pos),
                Some(Kind::Composite(_)) => self.mistake(
                    var_type.pos,
                    format!("变量“${name}”的类型“{}”不是输入类型", var_type.node),
                    format!("Variable \"${name}\" cannot be of type \"{}\", which is not an input type", var_type.node),
                ),
                Some(_) => {
                    if let Some(default) = default_value {
                        self.default(name, &var_type.node, &default.node, default.pos);
                    }
                }
            }
        }
    }

    /// Checks the default of a variable against its type.
    fn default(&mut self, name: &Name, ty: &Type, default: &ConstValue, pos: Pos) {
        let literal = Literal::from(default.clone());
        let mut constant = Validator {
            types: self.types,
            document: self.document,
            suggests: self.suggests,
            refusal: std::mem::take(&mut self.refusal),
            part: Default::default(),
        };
        constant.value(ty, &literal, &mut Place { pos, path: name.to_string(), has_default: false, is_of_one: false });
        self.refusal = constant.refusal;
    }

    /// Checks all uses of an operation's variables. Returns the first input that takes each variable.
    pub(super) fn variables(&mut self, operation: &'a OperationDefinition, uses: &[&Use<'a>]) -> Inputs {
        let mut inputs = Inputs::new();
        for using in uses {
            if self.refusal.is_full() {
                break;
            }
            let Use { name, ty, pos, path, .. } = using;
            match operation.variable_definitions.iter().find(|definition| definition.node.name.node == **name) {
                None => {
                    self.mistake(*pos, format!("变量“${name}”未定义"), format!("Variable \"${name}\" is not defined"))
                }
                Some(definition) if !is_allowed(&definition.node, using) => self.mistake(
                    *pos,
                    format!("类型“{}”的变量“${name}”不能用于需要“{ty}”的“{path}”", definition.node.var_type.node),
                    format!(
                        "Variable \"${name}\" of type \"{}\" cannot be used for \"{path}\", which expects \"{ty}\"",
                        definition.node.var_type.node
                    ),
                ),
                Some(_) => {
                    inputs.entry((*name).clone()).or_insert_with(|| path.clone());
                }
            }
        }
        let used: HashSet<&Name> = uses.iter().map(|using| using.name).collect();
        for definition in
            operation.variable_definitions.iter().filter(|definition| !used.contains(&definition.node.name.node))
        {
            let name = &definition.node.name.node;
            self.mistake(
                definition.pos,
                format!("变量“${name}”未被使用"),
                format!("Variable \"${name}\" is never used"),
            );
        }
        inputs
    }
}

/// The specification's IsVariableUsageAllowed.
fn is_allowed(definition: &VariableDefinition, using: &Use) -> bool {
    let given = &definition.var_type.node;
    if using.is_of_one && given.nullable {
        return false;
    }
    if !using.ty.nullable && given.nullable {
        let has_value = definition.default_value.as_ref().is_some_and(|default| default.node != ConstValue::Null);
        return (has_value || using.has_default) && fits(&Type { nullable: false, base: given.base.clone() }, using.ty);
    }
    fits(given, using.ty)
}

/// The specification's AreTypesCompatible.
fn fits(given: &Type, wanted: &Type) -> bool {
    if given.nullable && !wanted.nullable {
        return false;
    }
    match (&given.base, &wanted.base) {
        (BaseType::Named(given), BaseType::Named(wanted)) => given == wanted,
        (BaseType::List(given), BaseType::List(wanted)) => fits(given, wanted),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(ty: &str) -> Type {
        Type::new(ty).expect(ty)
    }

    #[test]
    fn a_variable_fits_what_takes_its_type_or_a_wider_one() {
        for (given, wanted, is_so) in [
            ("Int", "Int", true),
            ("Int!", "Int", true),
            ("Int", "Int!", false),
            ("Int", "String", false),
            ("String!", "ID!", false),
            ("Int", "[Int]", false),
            ("[Int!]", "[Int]", true),
            ("[Int]", "[Int!]", false),
            ("[[Int!]!]!", "[[Int]]", true),
        ] {
            assert_eq!(fits(&parsed(given), &parsed(wanted)), is_so, "{given} for {wanted}");
        }
    }
}
