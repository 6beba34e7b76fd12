//! The arrows of ARCHITECTURE.md: a module uses the floors above its own in the table, never one below and no neighbour.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Module and floor, from the top of ARCHITECTURE.md's table to its end.
const FLOORS: &[(&str, u32)] = &[
    ("text", 1),
    ("folder", 1),
    ("calendar", 2),
    ("gazetteer", 2),
    ("model", 3),
    ("source", 4),
    ("extract", 4),
    ("resolve", 4),
    ("casework", 4),
    ("corpus", 4),
    ("cache", 4),
    ("load", 5),
    ("report", 5),
    ("train", 6),
    ("app", 6),
    ("ui", 7),
    ("config", 8),
    ("run", 9),
    ("cli", 9),
];

/// What a module may not use although it stands above it: the session asks for work by effects and knows only answers.
const FORBIDDEN: &[(&str, &[&str])] = &[
    ("app", &["source", "extract", "resolve", "cache", "load"]),
    ("ui", &["source", "extract", "resolve", "cache", "load"]),
];

/// Outside names, and the only modules that may use them.
const OWNED: &[(&str, &[&str])] = &[
    ("ratatui", &["ui", "config", "run"]),
    ("crossterm", &["run"]),
    ("signal_hook", &["run"]),
    ("clap", &["cli"]),
    ("toml::de", &["config"]),
    ("fuzzy_matcher", &["app"]),
    ("encoding_rs", &["source"]),
    ("chardetng", &["source"]),
    ("postcard", &["cache", "model"]),
    ("std::fs", &["source", "casework", "cache", "report", "config", "run", "cli", "train"]),
    ("std::time::Instant", &["run"]),
    ("SystemTime", &["run", "cli"]),
];

/// Lines a file may have, its tests included.
const LONGEST_FILE: usize = 800;
/// What half of all files stay under.
const MEDIAN_FILE: usize = 150;

#[test]
fn arrows_point_up_only() {
    let mut wrong = Vec::new();
    for source in sources() {
        let Some(own) = floor(source.module()) else { continue };
        for used in source.uses().iter().filter_map(|path| path.first()) {
            let Some(other) = floor(used) else { continue };
            let forbidden = FORBIDDEN.iter().any(|(from, to)| *from == source.module() && to.contains(&used.as_str()));
            if used != source.module() && (other >= own || forbidden) {
                wrong.push(format!("{} uses {used}", source.file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Cycles between the submodules of one module are knots too, one level down.
#[test]
fn submodules_have_no_cycles() {
    for (module, _) in FLOORS {
        let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for source in sources().into_iter().filter(|source| source.module() == *module) {
            let from = source.path.get(1).cloned().unwrap_or_default();
            let inside = source.uses().into_iter().filter(|path| path[0] == *module);
            let used: BTreeSet<String> =
                inside.filter_map(|path| path.get(1).cloned()).filter(|to| *to != from).collect();
            arrows.entry(from).or_default().extend(used);
        }
        // The module's own file names its children to give them out: that is no arrow.
        arrows.remove("");
        let cycle = arrows.keys().find(|start| reaches(&arrows, start));
        assert!(cycle.is_none(), "{module}::{} is in a cycle: {arrows:#?}", cycle.unwrap());
    }
}

#[test]
fn every_module_has_its_floor_in_the_architecture() {
    let architecture = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let modules: BTreeSet<String> = sources().iter().map(|source| source.module().to_owned()).collect();
    for module in modules.iter().filter(|module| !["lib", "main", "tests"].contains(&module.as_str())) {
        let floor = floor(module).unwrap_or_else(|| panic!("{module} has no floor in this test"));
        // A module behind a feature that is off by default can't be linked.
        let rows = [format!("| {floor} | [`{module}`]"), format!("| {floor} | `{module}`")];
        let row = architecture.lines().find(|line| rows.iter().any(|row| line.starts_with(row.as_str())));
        assert!(row.is_some(), "ARCHITECTURE.md has no row for {module} on floor {floor}");
    }
}

#[test]
fn outside_crates_stay_in_their_rooms() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| !["tests", "main"].contains(&source.module())) {
        for (name, _) in OWNED.iter().filter(|(_, owners)| !owners.contains(&source.module())) {
            if source.names(name) {
                wrong.push(format!("{} names {name}", source.file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn uses_are_read_from_the_code() {
    let code = "use crate::text::{Span, fold};\nuse crate::{app, corpus::Hit};\nuse super::layout;\nuse super::super::ui::Theme;\n// crate::run\n";
    let source = Source::new(root().join("app/panes/reader.rs"), code);
    let uses: BTreeSet<String> = source.uses().iter().map(|path| path.join("::")).collect();
    let expected = ["text", "app", "corpus", "app::panes::layout", "app::ui"];
    for path in expected {
        assert!(uses.contains(path), "{path} is not among {uses:?}");
    }
    assert!(!uses.contains("run"), "a comment is no use");
}

#[test]
fn files_stay_small() {
    let mut lines: Vec<(usize, PathBuf)> = sources().into_iter().map(|source| (source.lines, source.file)).collect();
    lines.sort();
    let (longest, file) = lines.last().unwrap();
    assert!(*longest <= LONGEST_FILE, "{} has {longest} lines", file.display());
    let median = lines[lines.len() / 2].0;
    assert!(median < MEDIAN_FILE, "half of the files have more than {median} lines");
}

/// A Rust file of the project.
struct Source {
    file: PathBuf,
    /// Its module path: `app/panes/reader.rs` is `[app, panes, reader]`, `app/mod.rs` is `[app]`.
    path: Vec<String>,
    /// Its code without comments and without its unit tests, which may look anywhere.
    code: String,
    lines: usize,
}

impl Source {
    fn read(file: PathBuf) -> Self {
        let whole = fs::read_to_string(&file).unwrap();
        Self::new(file, &whole)
    }

    fn new(file: PathBuf, whole: &str) -> Self {
        let below = file.strip_prefix(root()).unwrap().with_extension("");
        let path = below.components().map(|part| part.as_os_str().to_string_lossy().into_owned());
        let product = whole.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let code: Vec<&str> = product.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        Self {
            path: path.filter(|part| part != "mod").collect(),
            code: code.join("\n"),
            lines: whole.lines().count(),
            file,
        }
    }

    fn module(&self) -> &str {
        &self.path[0]
    }

    /// Every module path of this crate that the code names, by `crate::` or `super::`.
    fn uses(&self) -> BTreeSet<Vec<String>> {
        let mut used = self.paths_after("crate::", &[]);
        let is_folder = self.file.ends_with("mod.rs");
        let own = if is_folder { &self.path[..] } else { &self.path[..self.path.len() - 1] };
        let above = if is_folder { own.len().saturating_sub(1) } else { own.len() };
        used.extend(self.paths_after("super::", &self.path[..above]));
        used.extend(self.paths_after("super::super::", &self.path[..above.saturating_sub(1)]));
        used
    }

    /// The module paths that follow `prefix`, each below `base`; groups in braces are opened one level.
    fn paths_after(&self, prefix: &str, base: &[String]) -> BTreeSet<Vec<String>> {
        let mut found = BTreeSet::new();
        for (at, _) in self.code.match_indices(prefix) {
            if self.code[..at].ends_with("super::") || self.code[at + prefix.len()..].starts_with("super::") {
                continue;
            }
            let rest = &self.code[at + prefix.len()..];
            let names: Vec<&str> = match rest.strip_prefix('{') {
                Some(group) => group.split('}').next().unwrap().split(',').collect(),
                None => vec![rest],
            };
            for name in names.into_iter().map(str::trim_start) {
                let end = name.find(|c: char| !(c.is_alphanumeric() || "_:".contains(c))).unwrap_or(name.len());
                let lower = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_lowercase() || c == '_');
                let modules = name[..end].split("::").take_while(lower).map(str::to_owned);
                let path: Vec<String> = base.iter().cloned().chain(modules).collect();
                if !path.is_empty() {
                    found.insert(path);
                }
            }
        }
        found
    }

    fn names(&self, name: &str) -> bool {
        let borders = |at: usize| !self.code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        self.code.match_indices(name).any(|(at, _)| borders(at))
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![root()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(Source::read(path));
            }
        }
    }
    assert!(found.len() > 10, "the sources were not found");
    found
}

fn floor(module: &str) -> Option<u32> {
    FLOORS.iter().find(|(name, _)| *name == module).map(|(_, floor)| *floor)
}

fn reaches(arrows: &BTreeMap<String, BTreeSet<String>>, start: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut open: Vec<&str> = arrows[start].iter().map(String::as_str).collect();
    while let Some(at) = open.pop() {
        if at == start {
            return true;
        }
        if seen.insert(at) {
            open.extend(arrows.get(at).into_iter().flatten().map(String::as_str));
        }
    }
    false
}
