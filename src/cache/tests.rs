//! The cache's files by themselves.

use std::fs;

use super::Cache;

#[test]
fn two_programs_do_not_write_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let paths = [folder.path().to_owned()];
    let first = Cache::open(folder.path(), &paths);
    let second = Cache::open(folder.path(), &paths);
    assert!(first.keeping.is_open() && !second.keeping.is_open());
    drop(first);
    assert!(Cache::open(folder.path(), &paths).keeping.is_open());
}

#[test]
fn sources_have_a_folder_each() {
    let folder = tempfile::tempdir().unwrap();
    for sources in ["one", "other"] {
        drop(Cache::open(folder.path(), &[folder.path().join(sources)]));
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    super::clear(folder.path()).unwrap();
    assert!(!folder.path().exists());
    super::clear(folder.path()).unwrap();
}
