//! YAML files that are data for the layout (`nd30.yaml`) as JSON.

use serde_json::Value;

use super::yaml::{Content, Node, parse};
use crate::diag::{Finding, rules};
use crate::model::text::ClerkText;

/// A file as plain JSON data; what is wrong with it is a finding at its line.
pub fn to_json(file: &str, text: &str) -> Result<Value, Box<Finding>> {
    json_of(&parse(file, text)?)
}

/// A part of a file as plain JSON data.
pub(super) fn json_of(node: &Node) -> Result<Value, Box<Finding>> {
    match &node.content {
        Content::Null => Ok(Value::Null),
        Content::Scalar(text) => Ok(json_scalar(text)),
        Content::List(items) => items.iter().map(json_of).collect(),
        Content::Map { entries, .. } => {
            let mut map = serde_json::Map::new();
            for entry in entries {
                if map.insert(entry.key.clone(), json_of(&entry.value)?).is_some() {
                    let place = entry.key_place.clone();
                    let finding =
                        Finding::new(&rules::PROFILE, place, format!("khóa «{}» ghi hai lần", entry.key));
                    return Err(Box::new(finding.help("giữ lại một dòng, xóa dòng kia")));
                }
            }
            Ok(Value::Object(map))
        }
    }
}

/// A scalar that stands in quotes is text; one that does not may be a number or a truth.
fn json_scalar(text: &ClerkText) -> Value {
    let typed = match (&text.source, text.text.as_str()) {
        (None, "true") => Some(Value::Bool(true)),
        (None, "false") => Some(Value::Bool(false)),
        (None, plain) => plain
            .parse::<i64>()
            .map(Value::from)
            .ok()
            .or_else(|| plain.parse::<f64>().ok().filter(|number| number.is_finite()).map(Value::from)),
        (Some(_), _) => None,
    };
    typed.unwrap_or_else(|| Value::String(text.text.clone()))
}
