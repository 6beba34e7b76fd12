//! Lists of names that stand for one person or body: aliases from a mailbox, and what wire reports call a group.

use std::collections::HashMap;
use std::io;
use std::path::Path;

use serde::Deserialize;

use super::text;

#[derive(Deserialize)]
struct Alias {
    #[serde(rename = "AliasName")]
    alias: String,
    #[serde(rename = "PersonName")]
    person: String,
}

/// Names of people as senders are written in a mailbox, each with whose it is. Addresses, account names and single words are left
/// out: they are no whole names.
///
/// # Errors
/// When the list cannot be read.
pub fn mailbox(folder: &Path) -> io::Result<Vec<(String, String)>> {
    let list = text(&folder.join("alias_person.csv"))?;
    let rows = csv::Reader::from_reader(list.as_bytes()).into_deserialize::<Alias>().filter_map(Result::ok);
    let is_name = |alias: &str| alias.split([' ', ',']).filter(|word| !word.is_empty()).count() > 1;
    let odd = |alias: &str| alias.contains(['@', ':', '/', '(', '[', '<', '"']);
    Ok(rows.filter(|row| is_name(&row.alias) && !odd(&row.alias)).map(|row| (row.alias, row.person)).collect())
}

#[derive(Deserialize)]
struct Report {
    doc: String,
    #[serde(rename = "PERP: ORGANIZATION ID", default)]
    bodies: Vec<String>,
}

/// What each report calls a body, by the report's name: each group are names of one body, in capitals.
///
/// # Errors
/// When the list cannot be read.
pub fn reported(folder: &Path) -> io::Result<HashMap<String, Vec<Vec<String>>>> {
    let list = text(&folder.join("truth").join("templates.jsonl"))?;
    let mut found: HashMap<String, Vec<Vec<String>>> = HashMap::new();
    for report in list.lines().filter_map(|line| serde_json::from_str::<Report>(line).ok()) {
        let groups = found.entry(report.doc).or_default();
        for body in &report.bodies {
            let names: Vec<String> = body.split('"').skip(1).step_by(2).map(str::to_owned).collect();
            if names.len() > 1 && !groups.contains(&names) {
                groups.push(names);
            }
        }
    }
    Ok(found)
}
