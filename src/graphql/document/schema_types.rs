//! The types of the schema, against which documents, variables and answers are checked. They are read from the schema's
//! own description, so that nothing here has to be updated by hand.

use std::{collections::HashMap, sync::LazyLock};

use async_graphql::{
    Name, Positioned, Schema, Value as Constant,
    indexmap::IndexMap,
    parser::{
        parse_schema,
        types::{
            BaseType, ConstDirective, DirectiveDefinition, DirectiveLocation, FieldDefinition, InputValueDefinition,
            OperationType, SchemaDefinition, Type, TypeDefinition, TypeKind, TypeSystemDefinition,
        },
    },
};

use crate::graphql::{Mutation, Query, Subscription};

/// The part that GraphQL adds to every schema: the introspection types.
const INTROSPECTION: &str = include_str!("introspection.graphql");

/// The types of the API. They are the same for every server, whatever its settings.
static TYPES: LazyLock<Types> = LazyLock::new(|| {
    let schema = Schema::build(Query::default(), Mutation::default(), Subscription::default()).finish();
    Types::read(&[&schema.sdl(), INTROSPECTION])
});

/// The types by name.
pub(super) struct Types {
    kinds: HashMap<Name, Kind>,
    pub directives: HashMap<Name, Directive>,
    roots: SchemaDefinition,
    typename: Field,
}

/// A type.
pub(super) enum Kind {
    Scalar(Scalar),
    Enum(Vec<Name>),
    Input(Input),
    Composite(Composite),
}

/// The values that a scalar accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scalar {
    Int,
    Float,
    Boolean,
    Id,
    /// A string: `String`, and every scalar of the API, whose text is parsed where the input is read.
    Text,
}

/// An input object.
pub(super) struct Input {
    pub fields: IndexMap<Name, Parameter>,
    /// Whether exactly one of its fields must be given.
    pub is_one_of: bool,
}

/// An object type, an interface or a union.
pub(super) struct Composite {
    pub fields: IndexMap<Name, Field>,
    /// The object types that a value of this type can have. For an object type, itself.
    pub possible: Vec<Name>,
    pub is_abstract: bool,
}

/// A field of an object.
pub(super) struct Field {
    pub arguments: IndexMap<Name, Parameter>,
    pub ty: Type,
    pub cost: Cost,
}

/// The cost of a field, from its directives in the schema.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Cost {
    /// The cost beyond the field itself: `@cost(weight:)`.
    pub weight: usize,
    /// The number of records its list is assumed to have: `@listSize(assumed:)`.
    pub assumed: Option<usize>,
    /// The argument whose length is the number of records: `@listSize(argument:)`.
    pub argument: Option<Name>,
}

/// An argument, or a field of an input object.
pub(super) struct Parameter {
    pub ty: Type,
    pub default: Option<Constant>,
}

impl Parameter {
    pub(super) fn is_required(&self) -> bool {
        !self.ty.nullable && self.default.is_none()
    }
}

/// A directive of documents. None is repeatable: the parser treats every definition as repeatable.
pub(super) struct Directive {
    pub arguments: IndexMap<Name, Parameter>,
    pub locations: Vec<DirectiveLocation>,
}

impl Types {
    /// The types of the API.
    pub(super) fn get() -> &'static Self {
        &TYPES
    }

    /// The kind of a named type. None if there is no such type.
    pub(super) fn kind(&self, name: &str) -> Option<&Kind> {
        self.kinds.get(name)
    }

    /// The object type, interface or union with this name.
    pub(super) fn composite(&self, name: &str) -> Option<&Composite> {
        match self.kinds.get(name) {
            Some(Kind::Composite(composite)) => Some(composite),
            _ => None,
        }
    }

    /// The root object type of an operation type.
    pub(super) fn root(&self, operation: OperationType) -> Option<&Name> {
        let root = match operation {
            OperationType::Query => &self.roots.query,
            OperationType::Mutation => &self.roots.mutation,
            OperationType::Subscription => &self.roots.subscription,
        };
        root.as_ref().map(|root| &root.node)
    }

    /// A field of a composite type, including `__typename`.
    pub(super) fn field(&self, parent: &str, name: &str) -> Option<&Field> {
        let composite = self.composite(parent)?;
        if name == "__typename" { Some(&self.typename) } else { composite.fields.get(name) }
    }

    /// Whether an object can be of both types.
    pub(super) fn overlap(&self, one: &str, other: &str) -> bool {
        match (self.composite(one), self.composite(other)) {
            (Some(one), Some(other)) => one.possible.iter().any(|name| other.possible.contains(name)),
            _ => false,
        }
    }

    #[expect(clippy::expect_used, reason = "the schema's own description is a schema, which a test checks")]
    fn read(descriptions: &[&str]) -> Self {
        let mut types = Self {
            kinds: HashMap::new(),
            directives: HashMap::new(),
            roots: SchemaDefinition {
                extend: false,
                directives: Vec::new(),
                query: None,
                mutation: None,
                subscription: None,
            },
            typename: Field { arguments: IndexMap::new(), ty: named("String!"), cost: Cost::default() },
        };
        let mut implementing: Vec<(Name, Name)> = Vec::new();
        for (name, scalar) in [
            ("Int", Scalar::Int),
            ("Float", Scalar::Float),
            ("Boolean", Scalar::Boolean),
            ("ID", Scalar::Id),
            ("String", Scalar::Text),
        ] {
            types.kinds.insert(Name::new(name), Kind::Scalar(scalar));
        }
        for description in descriptions {
            let document = parse_schema(description).expect("the schema's own description is a schema");
            for definition in document.definitions {
                match definition {
                    TypeSystemDefinition::Schema(schema) => types.roots = schema.node,
                    TypeSystemDefinition::Directive(directive) => {
                        types.directives.insert(directive.node.name.node.clone(), directive_of(directive.node));
                    }
                    TypeSystemDefinition::Type(definition) => types.add(definition.node, &mut implementing),
                }
            }
        }
        for (object, interface) in implementing {
            if let Some(Kind::Composite(composite)) = types.kinds.get_mut(&interface) {
                composite.possible.push(object);
            }
        }
        types.add_meta_fields();
        types
    }

    fn add(&mut self, definition: TypeDefinition, implementing: &mut Vec<(Name, Name)>) {
        let name = definition.name.node;
        let kind = match definition.kind {
            TypeKind::Scalar => Kind::Scalar(Scalar::Text),
            TypeKind::Enum(values) => {
                Kind::Enum(values.values.into_iter().map(|value| value.node.value.node).collect())
            }
            TypeKind::InputObject(input) => {
                let is_one_of = definition.directives.iter().any(|directive| directive.node.name.node == "oneOf");
                Kind::Input(Input { fields: parameters(input.fields), is_one_of })
            }
            TypeKind::Object(object) => {
                implementing.extend(object.implements.into_iter().map(|interface| (name.clone(), interface.node)));
                Kind::Composite(Composite {
                    fields: fields(object.fields),
                    possible: vec![name.clone()],
                    is_abstract: false,
                })
            }
            TypeKind::Interface(interface) => {
                Kind::Composite(Composite { fields: fields(interface.fields), possible: Vec::new(), is_abstract: true })
            }
            TypeKind::Union(union) => {
                let possible = union.members.into_iter().map(|member| member.node).collect();
                Kind::Composite(Composite { fields: IndexMap::new(), possible, is_abstract: true })
            }
        };
        // The five scalars of GraphQL are also in some descriptions, and keep their kind.
        self.kinds.entry(name).or_insert(kind);
    }

    /// The introspection fields of the query root.
    fn add_meta_fields(&mut self) {
        let Some(query) = self.root(OperationType::Query).cloned() else { return };
        let Some(Kind::Composite(root)) = self.kinds.get_mut(&query) else { return };
        let field = |ty, arguments| Field { arguments, ty: named(ty), cost: Cost::default() };
        root.fields.insert(Name::new("__schema"), field("__Schema!", IndexMap::new()));
        let name = (Name::new("name"), Parameter { ty: named("String!"), default: None });
        root.fields.insert(Name::new("__type"), field("__Type", IndexMap::from_iter([name])));
    }
}

/// The named type inside a type's lists.
pub(super) fn innermost(ty: &Type) -> &Name {
    match &ty.base {
        BaseType::Named(name) => name,
        BaseType::List(item) => innermost(item),
    }
}

#[expect(clippy::expect_used, reason = "the schema's own description is a schema, which a test checks")]
fn named(ty: &str) -> Type {
    Type::new(ty).expect("a type")
}

fn parameters(definitions: Vec<Positioned<InputValueDefinition>>) -> IndexMap<Name, Parameter> {
    let each = definitions.into_iter().map(|definition| {
        let definition = definition.node;
        let default = definition.default_value.map(|value| value.node);
        (definition.name.node, Parameter { ty: definition.ty.node, default })
    });
    each.collect()
}

fn fields(definitions: Vec<Positioned<FieldDefinition>>) -> IndexMap<Name, Field> {
    let each = definitions.into_iter().map(|definition| {
        let definition = definition.node;
        let cost = cost_of(&definition.directives);
        (definition.name.node, Field { arguments: parameters(definition.arguments), ty: definition.ty.node, cost })
    });
    each.collect()
}

fn cost_of(directives: &[Positioned<ConstDirective>]) -> Cost {
    let mut cost = Cost::default();
    for directive in directives {
        let argument = |name| directive.node.get_argument(name).map(|value| &value.node);
        let number = |name| match argument(name) {
            Some(Constant::Number(number)) => number.as_u64().and_then(|number| usize::try_from(number).ok()),
            _ => None,
        };
        match directive.node.name.node.as_str() {
            "cost" => cost.weight = number("weight").unwrap_or_default(),
            "listSize" => {
                cost.assumed = number("assumed");
                cost.argument = match argument("argument") {
                    Some(Constant::String(name)) => Some(Name::new(name)),
                    _ => None,
                };
            }
            _ => {}
        }
    }
    cost
}

fn directive_of(definition: DirectiveDefinition) -> Directive {
    Directive {
        arguments: parameters(definition.arguments),
        locations: definition.locations.into_iter().map(|location| location.node).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_is_read_from_its_description() {
        let types = Types::get();
        assert_eq!(types.root(OperationType::Mutation).map(Name::as_str), Some("Mutation"));
        assert_eq!(
            types.field("Query", "regions").map(|field| field.ty.to_string()).as_deref(),
            Some("RegionConnection!")
        );
        assert_eq!(types.field("Query", "__type").map(|field| field.ty.to_string()).as_deref(), Some("__Type"));
        assert_eq!(types.field("Region", "__typename").map(|field| field.ty.to_string()).as_deref(), Some("String!"));
        assert!(types.field("Region", "nothing").is_none());
        assert!(matches!(types.kind("Decimal"), Some(Kind::Scalar(Scalar::Text))));
        assert!(matches!(types.kind("ID"), Some(Kind::Scalar(Scalar::Id))));
        assert!(matches!(types.kind("RecordSaleInput"), Some(Kind::Input(input)) if !input.is_one_of));
        assert!(types.directives.contains_key("skip") && types.directives.contains_key("include"));
    }

    #[test]
    fn every_named_type_is_there() {
        let types = Types::get();
        let mut used = Vec::new();
        for kind in types.kinds.values() {
            match kind {
                Kind::Input(input) => used.extend(input.fields.values().map(|field| innermost(&field.ty))),
                Kind::Composite(composite) => {
                    used.extend(composite.possible.iter());
                    used.extend(composite.fields.values().map(|field| innermost(&field.ty)));
                    used.extend(
                        composite
                            .fields
                            .values()
                            .flat_map(|field| field.arguments.values())
                            .map(|argument| innermost(&argument.ty)),
                    );
                }
                Kind::Scalar(_) | Kind::Enum(_) => {}
            }
        }
        let missing: Vec<&Name> = used.into_iter().filter(|name| types.kind(name).is_none()).collect();
        assert_eq!(missing, Vec::<&Name>::new());
    }
}
