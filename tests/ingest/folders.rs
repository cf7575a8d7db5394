//! Files and folders, read and written.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use dateline::model::ArticleId;
use dateline::session::{Progress, files};

fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    path
}

/// Names of the articles relative to `folder`, and messages of the problems.
fn load(folder: &Path, paths: &[PathBuf]) -> (Vec<String>, Vec<String>) {
    let (articles, problems) = files::load(paths, ArticleId(0), &Progress::default());
    let inside = format!("{}/", folder.display());
    let names = articles.iter().map(|a| a.path.replace(&inside, ""));
    assert!(
        problems
            .iter()
            .all(|p| !p.hint.is_empty() && !p.path.is_empty()),
        "{problems:?}"
    );
    (
        names.collect(),
        problems.into_iter().map(|p| p.message).collect(),
    )
}

#[test]
fn folders_are_walked_in_order_and_only_articles_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    for name in [
        "b.txt",
        "a.md",
        "sub/c.MARKDOWN",
        "sub/d.text",
        ".git/x.txt",
        ".hidden.txt",
        "e.pdf",
        "f",
    ] {
        write(root, name, "It rained.");
    }
    let all = ["a.md", "b.txt", "sub/c.MARKDOWN", "sub/d.text"];
    let (names, problems) = load(root, &[root.to_owned()]);
    assert_eq!(
        (names.as_slice(), problems.as_slice()),
        (&all.map(str::to_owned)[..], &[][..])
    );
    // What is given twice is read once, at its first place.
    let twice = [
        root.join("sub/d.text"),
        root.join("sub/../sub/d.text"),
        root.to_owned(),
        root.to_owned(),
    ];
    let (names, problems) = load(root, &twice);
    assert_eq!(names, ["sub/d.text", "a.md", "b.txt", "sub/c.MARKDOWN"]);
    assert_eq!(problems, Vec::<String>::new());
}

#[test]
fn ids_follow_on_and_dates_are_settled() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.txt", "b.txt", "c-2024-07-05.txt"] {
        write(
            folder.path(),
            name,
            if name == "b.txt" { "" } else { "It rained." },
        );
    }
    let paths = [folder.path().to_owned()];
    let (articles, problems) = files::load(&paths, ArticleId(5), &Progress::default());
    assert_eq!(
        articles.iter().map(|a| a.id.0).collect::<Vec<u32>>(),
        [5, 6]
    );
    assert_eq!(
        articles[1].published.day(),
        Some(jiff::civil::date(2024, 7, 5))
    );
    assert_eq!(problems.len(), 1);
}

#[test]
fn what_cannot_be_read_is_a_problem_and_the_rest_loads() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    write(root, "good.txt", "It rained.");
    write(root, "empty/nothing.csv", "1,2");
    let big = fs::File::create(root.join("big.txt")).unwrap();
    big.set_len(50_000_000).unwrap();
    let paths = [
        "missing.txt",
        "empty",
        "empty/nothing.csv",
        "big.txt",
        "good.txt",
    ];
    let (names, problems) = load(root, &paths.map(|name| root.join(name)));
    assert_eq!(names, ["good.txt"]);
    let expected = [
        "There is no such file or folder.",
        "The folder holds no .txt or .md file.",
        "Only .txt and .md files can be opened.",
        "The file is larger than 20 MB.",
    ];
    assert_eq!(problems.len(), expected.len(), "{problems:?}");
    for expected in expected {
        assert!(
            problems.iter().any(|p| p.starts_with(expected)),
            "{expected}: {problems:?}"
        );
    }
}

#[test]
fn a_folder_with_ten_thousand_files_is_read_and_can_be_cancelled() {
    let folder = tempfile::tempdir().unwrap();
    for n in 0..10_000 {
        write(
            folder.path(),
            &format!("{n:05}.txt"),
            "It rained on Monday.",
        );
    }
    let paths = [folder.path().to_owned()];
    let progress = Progress::default();
    let (articles, problems) = files::load(&paths, ArticleId(0), &progress);
    assert_eq!((articles.len(), problems.len()), (10_000, 0));
    assert_eq!(progress.done.load(Ordering::Relaxed), 10_000);
    assert!(articles.is_sorted_by_key(|a| (a.path.clone(), a.id)));
    progress.cancelled.store(true, Ordering::Relaxed);
    let (articles, problems) = files::load(&paths, ArticleId(0), &progress);
    assert_eq!((articles.len(), problems.len()), (0, 0));
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_in_circles() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    write(root, "sub/a.txt", "It rained.");
    std::os::unix::fs::symlink(root, root.join("sub/up")).unwrap();
    std::os::unix::fs::symlink(root.join("gone.txt"), root.join("gone-link.txt")).unwrap();
    std::os::unix::fs::symlink(root.join("sub/a.txt"), root.join("same.txt")).unwrap();
    let (names, problems) = load(root, &[root.to_owned()]);
    assert_eq!(
        names,
        ["same.txt"],
        "the same file under two names is read once"
    );
    assert_eq!(problems, Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn without_permission_the_problem_says_so() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "a.txt", "It rained.");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        return; // A superuser may read everything.
    }
    let (names, problems) = load(folder.path(), &[path]);
    assert!(
        names.is_empty() && problems[0].starts_with("No permission"),
        "{problems:?}"
    );
}

#[test]
fn files_are_written_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.svg");
    files::write_atomically(&path, b"one").unwrap();
    files::write_atomically(&path, b"two").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"two");
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(names.len(), 1, "no temporary file is left");
    for (path, message) in [
        (folder.path().to_owned(), "This is a folder."),
        (
            folder.path().join("none/out.svg"),
            "The folder does not exist.",
        ),
        (path.join("out.svg"), "The folder does not exist."),
    ] {
        let problem = files::write_atomically(&path, b"x").unwrap_err();
        assert!(problem.message.contains(message), "{problem:?}");
        assert!(problem.path == path.to_string_lossy() && !problem.hint.is_empty());
    }
    assert_eq!(fs::read(&path).unwrap(), b"two");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_named() {
    let problem = files::write_atomically(Path::new("/dev/full"), b"x").unwrap_err();
    assert!(problem.message.contains("The disk is full."), "{problem:?}");
}
