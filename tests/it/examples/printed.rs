//! Printed answers, compared with actual ones.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::app::{Form, words};

/// What a page printed so far, with the actual value that each printed one stands for.
#[derive(Default)]
pub struct Printed {
    stands_for: BTreeMap<String, String>,
}

/// The values of JSON in a text, one after the other.
fn values(text: &str) -> serde_json::Result<Value> {
    let values = serde_json::Deserializer::from_str(text).into_iter().collect::<serde_json::Result<_>>()?;
    Ok(Value::Array(values))
}

impl Printed {
    /// A text of the page, in which each printed value is replaced by the actual one. A code may be written as people
    /// type it.
    pub fn with_actual_values(&self, text: &str) -> String {
        let typed = |code: &str| code.to_lowercase().replace('-', " ");
        self.stands_for.iter().fold(text.to_owned(), |text, (printed, actual)| {
            text.replace(printed, actual).replace(&typed(printed), &typed(actual))
        })
    }

    /// What differs between a printed answer and the actual one.
    pub fn compare(&mut self, printed: &str, actual: &str, is_json: bool) -> Result<(), String> {
        let is_same = if is_json {
            let printed = values(printed).map_err(|error| format!("what is printed is no JSON: {error}"))?;
            let actual = values(actual).map_err(|error| format!("the answer is no JSON: {error}: {actual}"))?;
            self.is_value(&printed, &actual)
        } else {
            let [printed, actual] = [printed, actual].map(|text| text.lines().collect::<Vec<_>>());
            self.are_lines(&printed, &actual)
        };
        if is_same { Ok(()) } else { Err(format!("printed\n{printed}\nbut answered\n{actual}")) }
    }

    fn is_value(&mut self, printed: &Value, actual: &Value) -> bool {
        match (printed, actual) {
            (Value::Object(printed), Value::Object(actual)) => {
                printed.len() == actual.len()
                    && printed
                        .iter()
                        .all(|(name, value)| actual.get(name).is_some_and(|actual| self.is_value(value, actual)))
            }
            (Value::Array(printed), Value::Array(actual)) => {
                printed.len() == actual.len()
                    && printed.iter().zip(actual).all(|(printed, actual)| self.is_value(printed, actual))
            }
            (Value::String(printed), Value::String(actual)) => self.is_text(printed, actual),
            _ => printed == actual,
        }
    }

    fn are_lines(&mut self, printed: &[&str], actual: &[&str]) -> bool {
        match (printed, actual) {
            ([], []) => true,
            (["…", rest @ ..], _) => (0..=actual.len()).any(|skipped| self.are_lines(rest, &actual[skipped..])),
            ([first, printed @ ..], [line, actual @ ..]) => {
                self.is_text(first, line) && self.are_lines(printed, actual)
            }
            _ => false,
        }
    }

    fn is_text(&mut self, printed: &str, actual: &str) -> bool {
        let (printed, actual) = (words(printed), words(actual));
        printed.len() == actual.len()
            && printed.iter().zip(actual).all(|(printed, actual)| self.is_word(printed, actual))
    }

    fn is_word(&mut self, printed: &str, actual: &str) -> bool {
        if let Some(known) = self.stands_for.get(printed) {
            return known == actual;
        }
        if printed == actual {
            return true;
        }
        let form = Form::of(printed);
        let is_of_form = form.is_some() && form == Form::of(actual);
        // Instants are not taken up again, and several records may share one.
        if is_of_form && form != Some(Form::Instant) {
            self.stands_for.insert(printed.to_owned(), actual.to_owned());
        }
        is_of_form
    }
}
