//! Validates a document against the schema: the rules of section 5 of the specification. Validation depends only on the
//! text, so a cached document is not validated again.

use std::collections::{HashMap, HashSet};

use async_graphql::{
    Name, Pos, Positioned,
    indexmap::IndexMap,
    parser::types::{
        Directive, DirectiveLocation, ExecutableDocument, Field, FragmentDefinition, OperationDefinition,
        OperationType, Selection, SelectionSet, TypeCondition,
    },
};
use async_graphql_value::Value as Literal;

use super::schema_types::{Kind, Parameter, Types, innermost};
use crate::graphql::error::Refusal;
use store::error::Error;
use types::Problem;

mod overlap;
mod values;
mod variables;

pub(super) use values::{big_number, expected, is_an_int, without_nul};
use variables::Use;

/// What an operation's variables are used for: for each variable, the path of the first input that takes it.
pub(super) type Inputs = HashMap<Name, String>;

/// Refuses a document that does not fit the schema, with as many of its mistakes as an answer can name. For a valid
/// document, returns what the variables of each operation are used for.
pub(super) fn check(document: &ExecutableDocument, suggests: bool) -> Result<HashMap<Option<Name>, Inputs>, Refusal> {
    let mut validator =
        Validator { types: Types::get(), document, suggests, refusal: Refusal::default(), part: Part::default() };
    let mut fragments = HashMap::new();
    let mut definitions: Vec<_> = document.fragments.iter().collect();
    definitions.sort_by_key(|(_, fragment)| fragment.pos);
    for (name, fragment) in &definitions {
        validator.fragment(name, &fragment.node);
        fragments.insert(name.as_str(), std::mem::take(&mut validator.part));
    }
    let (mut inputs, mut spread_at_all) = (HashMap::new(), HashSet::new());
    let mut operations: Vec<_> = document.operations.iter().collect();
    operations.sort_by_key(|(_, operation)| operation.pos);
    for (name, operation) in operations {
        validator.operation(&operation.node, operation.pos);
        let part = std::mem::take(&mut validator.part);
        let (uses, spread) = expanded(&part, &fragments);
        inputs.insert(name.cloned(), validator.variables(&operation.node, &uses));
        spread_at_all.extend(spread);
    }
    for (name, fragment) in definitions.iter().filter(|(name, _)| !spread_at_all.contains(name.as_str())) {
        validator.mistake(fragment.pos, format!("片段“{name}”未被使用"), format!("Fragment \"{name}\" is never used"));
    }
    // The merging rule follows spreads and relies on fields being valid.
    if validator.refusal.is_empty() {
        overlap::check(&mut validator);
    }
    if validator.refusal.is_empty() { Ok(inputs) } else { Err(validator.refusal) }
}

/// What one operation or fragment uses, without the fragments that it spreads.
#[derive(Default)]
struct Part<'a> {
    uses: Vec<Use<'a>>,
    spreads: Vec<&'a str>,
}

/// All uses of variables in an operation, and all fragments that it spreads, directly or through others.
fn expanded<'p, 'a>(
    part: &'p Part<'a>,
    fragments: &'p HashMap<&'a str, Part<'a>>,
) -> (Vec<&'p Use<'a>>, HashSet<&'a str>) {
    let mut uses: Vec<&Use> = part.uses.iter().collect();
    let (mut seen, mut open) = (HashSet::new(), part.spreads.clone());
    while let Some(name) = open.pop() {
        if let Some(fragment) = fragments.get(name)
            && seen.insert(name)
        {
            uses.extend(&fragment.uses);
            open.extend(&fragment.spreads);
        }
    }
    (uses, seen)
}

struct Validator<'a> {
    types: &'static Types,
    document: &'a ExecutableDocument,
    /// Whether errors may suggest similar names.
    suggests: bool,
    refusal: Refusal,
    part: Part<'a>,
}

impl<'a> Validator<'a> {
    fn mistake(&mut self, pos: Pos, zh: impl Into<String>, en: impl Into<String>) {
        self.refusal.add(Error::not_of_the_schema(None, Problem::new(zh, en)), pos);
    }

    fn operation(&mut self, operation: &'a OperationDefinition, pos: Pos) {
        let location = match operation.ty {
            OperationType::Query => DirectiveLocation::Query,
            OperationType::Mutation => DirectiveLocation::Mutation,
            OperationType::Subscription => DirectiveLocation::Subscription,
        };
        self.directives(&operation.directives, location);
        self.definitions(operation);
        match self.types.root(operation.ty) {
            Some(root) => self.set(root, &operation.selection_set.node),
            None => self.mistake(pos, "接口不提供此类操作", format!("The schema has no {} operations", operation.ty)),
        }
        if operation.ty == OperationType::Subscription {
            self.subscription(operation, pos);
        }
    }

    /// A subscription has one root field, which must not depend on a condition.
    fn subscription(&mut self, operation: &'a OperationDefinition, pos: Pos) {
        let (mut keys, mut is_plain) = (HashSet::new(), true);
        let mut open = vec![&operation.selection_set.node];
        let mut seen = HashSet::new();
        while let Some(set) = open.pop() {
            for selection in &set.items {
                is_plain &= selection
                    .node
                    .directives()
                    .iter()
                    .all(|directive| !is_condition(directive.node.name.node.as_str()));
                match &selection.node {
                    Selection::Field(field) => {
                        is_plain &= !field.node.name.node.starts_with("__");
                        keys.insert(field.node.response_key().node.as_str());
                    }
                    Selection::InlineFragment(fragment) => open.push(&fragment.node.selection_set.node),
                    Selection::FragmentSpread(spread) => {
                        let name = &spread.node.fragment_name.node;
                        if let Some(fragment) = self.document.fragments.get(name)
                            && seen.insert(name)
                        {
                            open.push(&fragment.node.selection_set.node);
                        }
                    }
                }
            }
        }
        if keys.len() != 1 || !is_plain {
            let en = "A subscription must select exactly one field at its root, without @skip and @include, and none of introspection";
            self.mistake(pos, "订阅的根只能有一个字段，不得带 @skip 或 @include，也不得为内省字段", en);
        }
    }

    fn fragment(&mut self, name: &'a Name, fragment: &'a FragmentDefinition) {
        self.directives(&fragment.directives, DirectiveLocation::FragmentDefinition);
        if let Some(on) = self.condition(&fragment.type_condition, Some(name)) {
            self.set(on, &fragment.selection_set.node);
        }
    }

    /// The type that a fragment is on, if it is a type with fields.
    fn condition(&mut self, condition: &'a Positioned<TypeCondition>, fragment: Option<&Name>) -> Option<&'a Name> {
        let on = &condition.node.on.node;
        match self.types.kind(on) {
            Some(Kind::Composite(_)) => return Some(on),
            Some(_) => {
                let (zh, en) =
                    fragment.map_or_else(Default::default, |name| (format!("“{name}”"), format!(" \"{name}\"")));
                self.mistake(
                    condition.pos,
                    format!("片段{zh}不能作用于没有字段的类型“{on}”"),
                    format!("Fragment{en} cannot be on type \"{on}\", which has no fields"),
                );
            }
            None => self.unknown_type(on, condition.pos),
        }
        None
    }

    fn unknown_type(&mut self, name: &str, pos: Pos) {
        self.mistake(pos, format!("没有类型“{name}”"), format!("Unknown type \"{name}\""));
    }

    fn set(&mut self, parent: &'a Name, set: &'a SelectionSet) {
        for selection in &set.items {
            if self.refusal.is_full() {
                return;
            }
            match &selection.node {
                Selection::Field(field) => self.field(parent, field),
                Selection::InlineFragment(fragment) => {
                    self.directives(&fragment.node.directives, DirectiveLocation::InlineFragment);
                    let on = match &fragment.node.type_condition {
                        Some(condition) => self.condition(condition, None),
                        None => Some(parent),
                    };
                    if let Some(on) = on {
                        self.possible(parent, on, fragment.pos, None);
                        self.set(on, &fragment.node.selection_set.node);
                    }
                }
                Selection::FragmentSpread(spread) => {
                    self.directives(&spread.node.directives, DirectiveLocation::FragmentSpread);
                    let name = &spread.node.fragment_name.node;
                    match self.document.fragments.get(name) {
                        Some(fragment) => {
                            self.part.spreads.push(name);
                            self.possible(parent, &fragment.node.type_condition.node.on.node, spread.pos, Some(name));
                        }
                        None => self.mistake(
                            spread.pos,
                            format!("没有片段“{name}”"),
                            format!("Unknown fragment \"{name}\""),
                        ),
                    }
                }
            }
        }
    }

    fn possible(&mut self, parent: &Name, on: &Name, pos: Pos, fragment: Option<&Name>) {
        if self.types.composite(on).is_some() && !self.types.overlap(parent, on) {
            let (zh, en) = fragment.map_or_else(Default::default, |name| (format!("“{name}”"), format!(" \"{name}\"")));
            self.mistake(
                pos,
                format!("类型“{parent}”的对象不可能是“{on}”，片段{zh}不能用于此处"),
                format!(
                    "Fragment{en} cannot be spread here: an object of type \"{parent}\" can never be of type \"{on}\""
                ),
            );
        }
    }

    fn field(&mut self, parent: &'a Name, field: &'a Positioned<Field>) {
        let name = &field.node.name.node;
        self.directives(&field.node.directives, DirectiveLocation::Field);
        let Some(definition) = self.types.field(parent, name) else {
            let known = self.types.composite(parent).map(|composite| composite.fields.keys());
            let (zh, en) = self.suggestion(name, known.into_iter().flatten());
            self.mistake(
                field.pos,
                format!("类型“{parent}”没有字段“{name}”{zh}"),
                format!("Unknown field \"{name}\" on type \"{parent}\".{en}"),
            );
            return;
        };
        let whose = Owner { zh: format!("字段“{parent}.{name}”"), en: format!("field \"{parent}.{name}\"") };
        self.arguments(&definition.arguments, &field.node.arguments, field.pos, &whose);
        let within = innermost(&definition.ty);
        let selected = &field.node.selection_set.node;
        match (self.types.composite(within).is_some(), selected.items.is_empty()) {
            (true, false) => self.set(within, selected),
            (false, true) => {}
            (true, true) => self.mistake(
                field.pos,
                format!("字段“{name}”的类型为“{}”，须选取其字段", definition.ty),
                format!("Field \"{name}\" of type \"{}\" must have a selection of subfields", definition.ty),
            ),
            (false, false) => self.mistake(
                field.pos,
                format!("字段“{name}”的类型为“{}”，没有可选取的字段", definition.ty),
                format!("Field \"{name}\" must not have a selection since type \"{}\" has no subfields", definition.ty),
            ),
        }
    }

    fn directives(&mut self, directives: &'a [Positioned<Directive>], location: DirectiveLocation) {
        let mut seen = HashSet::new();
        for directive in directives {
            let name = &directive.node.name.node;
            let Some(definition) = self.types.directives.get(name) else {
                self.mistake(directive.pos, format!("没有指令“@{name}”"), format!("Unknown directive \"@{name}\""));
                continue;
            };
            if !definition.locations.contains(&location) {
                self.mistake(
                    directive.pos,
                    format!("指令“@{name}”不能用于此处"),
                    format!("Directive \"@{name}\" may not be used here"),
                );
            }
            if !seen.insert(name) {
                self.mistake(
                    directive.pos,
                    format!("指令“@{name}”重复"),
                    format!("Directive \"@{name}\" may be used only once here"),
                );
            }
            let whose = Owner { zh: format!("指令“@{name}”"), en: format!("directive \"@{name}\"") };
            self.arguments(&definition.arguments, &directive.node.arguments, directive.pos, &whose);
        }
    }

    fn arguments(
        &mut self,
        definitions: &'static IndexMap<Name, Parameter>,
        given: &'a [(Positioned<Name>, Positioned<Literal>)],
        pos: Pos,
        whose: &Owner,
    ) {
        let mut seen = HashSet::new();
        for (name, value) in given {
            let Owner { zh: whose_zh, en: whose_en } = whose;
            if !seen.insert(&name.node) {
                let name_is = &name.node;
                self.mistake(
                    name.pos,
                    format!("参数“{name_is}”重复"),
                    format!("There can be only one argument named \"{name_is}\""),
                );
                continue;
            }
            match definitions.get(&name.node) {
                Some(parameter) => self.input(parameter, &value.node, value.pos, name.node.to_string()),
                None => {
                    let (zh, en) = self.suggestion(&name.node, definitions.keys());
                    let name_is = &name.node;
                    self.mistake(
                        name.pos,
                        format!("{whose_zh}没有参数“{name_is}”{zh}"),
                        format!("Unknown argument \"{name_is}\" on {whose_en}.{en}"),
                    );
                }
            }
        }
        for (name, parameter) in
            definitions.iter().filter(|(name, parameter)| parameter.is_required() && !seen.contains(name))
        {
            let problem = Problem::new(
                format!("{}须有参数“{name}”（类型“{}”）", whose.zh, parameter.ty),
                format!(
                    "Argument \"{name}\" of type \"{}\" is required on {} but not provided",
                    parameter.ty, whose.en
                ),
            );
            self.refusal.add(Error::not_of_the_schema(Some(name.to_string()), problem), pos);
        }
    }

    /// The name that was probably meant.
    fn suggestion<'n>(&self, name: &str, known: impl Iterator<Item = &'n Name>) -> (String, String) {
        // Comparing takes time in proportion to both names, and no name in the schema is that long.
        if !self.suggests || name.len() > 100 {
            return Default::default();
        }
        let furthest = (name.len() / 3).max(2);
        let near = known
            .map(|known| (strsim::damerau_levenshtein(name, known), known))
            .filter(|(distance, _)| *distance <= furthest);
        match near.min_by_key(|(distance, _)| *distance) {
            Some((_, meant)) => (format!("，是否应为“{meant}”？"), format!(" Did you mean \"{meant}\"?")),
            None => Default::default(),
        }
    }
}

/// The owner of the arguments being checked.
struct Owner {
    zh: String,
    en: String,
}

/// Whether the directive with this name decides if something is selected.
pub(super) fn is_condition(name: &str) -> bool {
    matches!(name, "skip" | "include")
}
