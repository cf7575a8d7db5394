//! The command line as its users see it: exit codes, stdout, stderr.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const TALKS: &str = "Ministers meet in Riga\n\n\
    The ministers of Latvia and Estonia met in Riga on 9 May 2031.\n";
const UNDATED: &str =
    "Fire at the harbour\n\nA fire broke out at the harbour of Tallinn on Monday.\n";

/// A folder with files of these names and texts.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// Runs the program in `folder` with the words of `line` and `stdin`.
fn run(folder: &Path, line: &str, stdin: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(line.split_whitespace())
        .current_dir(folder)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that reads no stdin may be gone already.
    drop(child.stdin.take().unwrap().write_all(stdin.as_bytes()));
    child.wait_with_output().unwrap()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

fn words(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn exit_codes_say_how_it_went() {
    let folder = folder(&[("a.txt", TALKS), ("empty.txt", ""), ("none/.keep", "")]);
    for (line, code) in [
        ("--version", 0),
        ("--help", 0),
        ("extract --help", 0),
        ("extract a.txt", 0),
        ("extract a.txt --format csv", 0),
        ("extract --sample", 0),
        ("extract a.txt missing.txt", 1),
        ("extract empty.txt", 1),
        ("extract none", 1),
        ("extract --set missing.tsv", 1),
        ("extract", 2),
        ("extract a.txt --format xml", 2),
        ("extract a.txt --published Friday", 2),
        ("extract a.txt --published 2031-02-30", 2),
        ("extract --sample a.txt", 2),
        ("--frobnicate", 2),
    ] {
        let output = run(folder.path(), line, "");
        assert_eq!(
            output.status.code(),
            Some(code),
            "{line}: {}",
            words(&output.stderr)
        );
        let told = without_inferred(&output.stderr);
        assert_eq!(told.is_empty(), code == 0, "{line} on stderr");
        let has_data = code == 0 || (code == 1 && line.starts_with("extract"));
        assert_eq!(!output.stdout.is_empty(), has_data, "{line} on stdout");
    }
}

#[test]
fn without_a_display_one_line_tells_what_works() {
    let folder = folder(&[("a.txt", TALKS)]);
    for line in ["", "a.txt"] {
        let output = run(folder.path(), line, "");
        assert_eq!(output.status.code(), Some(1), "{line}");
        let told = words(&output.stderr);
        assert!(
            told.contains("dateline export") && told.lines().count() == 1,
            "{told}"
        );
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn what_is_printed_keeps_the_contract() {
    let schema = include_str!("../assets/schema/dateline-1.schema.json");
    let schema: Value = serde_json::from_str(schema).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let folder = folder(&[("a.txt", TALKS), ("b.md", UNDATED), ("empty.txt", "")]);
    for line in [
        "extract .",
        "extract . --published 2031-05-14",
        "extract --sample",
    ] {
        let printed = json(&run(folder.path(), line, ""));
        let faults: Vec<String> = validator
            .iter_errors(&printed)
            .map(|fault| fault.to_string())
            .collect();
        assert_eq!(faults, Vec::<String>::new(), "{line}");
        check_offsets(&printed);
    }
}

/// Every span lies in its article's text, the trigger in its excerpt; every claim has its mentions.
fn check_offsets(printed: &Value) {
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    for event in printed["events"].as_array().unwrap() {
        let mentions = event["mentions"].as_array().unwrap();
        for mention in mentions {
            let articles = printed["articles"].as_array().unwrap();
            let article = articles
                .iter()
                .find(|a| a["id"] == mention["article"])
                .unwrap();
            let length = article["text"].as_str().unwrap().chars().count();
            let trigger = &mention["trigger"];
            let order = [
                &mention["start"],
                &trigger["start"],
                &trigger["end"],
                &mention["end"],
            ];
            let order: Vec<usize> = order.into_iter().map(number).collect();
            assert!(order.is_sorted() && order[3] <= length, "{event}");
        }
        for conflict in event["conflicts"].as_array().unwrap() {
            for claim in conflict["claims"].as_array().unwrap() {
                let indexes = claim["mentions"].as_array().unwrap();
                assert!(
                    indexes.iter().all(|index| number(index) < mentions.len()),
                    "{event}"
                );
            }
        }
    }
}

#[test]
fn a_text_comes_from_stdin() {
    let folder = folder(&[("a.txt", TALKS)]);
    let printed = json(&run(
        folder.path(),
        "extract - --published 2031-05-14",
        UNDATED,
    ));
    assert_eq!(printed["articles"][0]["path"], "-");
    assert_eq!(printed["articles"][0]["text"], UNDATED);
    assert_eq!(printed["articles"][0]["published"]["edtf"], "2031-05-14");
    let printed = json(&run(folder.path(), "extract a.txt -", UNDATED));
    assert_eq!(printed["articles"][1]["id"], "a2");
    let empty = run(folder.path(), "extract -", "");
    assert_eq!(empty.status.code(), Some(1));
}

#[test]
fn a_given_date_is_for_articles_that_state_none() {
    let stated = "---\ndate: 2031-05-10\n---\n".to_owned() + UNDATED;
    let folder = folder(&[("a.txt", UNDATED), ("b.md", &stated)]);
    let printed = json(&run(folder.path(), "extract . --published 2031-05-14", ""));
    let published: Vec<(&str, &str)> = printed["articles"]
        .as_array()
        .unwrap()
        .iter()
        .map(|article| {
            let published = &article["published"];
            (
                published["edtf"].as_str().unwrap(),
                published["basis"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        published,
        [("2031-05-14", "given"), ("2031-05-10", "front-matter")]
    );
}

#[test]
fn a_manifest_gives_dates_and_sources() {
    let manifest = "a.txt\t2031-05-14\tThe Harbour Post\nsub/b.txt\t\tWire\nlost.txt\t\t\n\
                    a.txt\t2031-05-15\n";
    let folder = folder(&[
        ("set/list.tsv", manifest),
        ("set/a.txt", UNDATED),
        ("set/sub/b.txt", TALKS),
    ]);
    let output = run(folder.path(), "extract --set set/list.tsv", "");
    assert_eq!(output.status.code(), Some(1));
    let printed = json(&output);
    let told: Vec<String> = printed["articles"]
        .as_array()
        .unwrap()
        .iter()
        .map(|a| format!("{} {} {}", a["path"], a["published"]["edtf"], a["source"]))
        .collect();
    let expected = [
        r#""set/a.txt" "2031-05-14" "The Harbour Post""#,
        r#""set/sub/b.txt" null "Wire""#,
    ];
    assert_eq!(told, expected);
    let problems = printed["problems"].as_array().unwrap();
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(
        problems[0]["message"]
            .as_str()
            .unwrap()
            .starts_with("line 4 ")
    );
    assert_eq!(problems[1]["path"], "set/lost.txt");

    // With paths it gives dates to those alone.
    let printed = json(&run(
        folder.path(),
        "extract set/sub/b.txt --set set/list.tsv",
        "",
    ));
    let articles = printed["articles"].as_array().unwrap();
    assert_eq!(
        (articles.len(), &articles[0]["source"]),
        (1, &Value::from("Wire"))
    );
}

#[test]
fn csv_has_one_row_an_event() {
    let folder = folder(&[("a.txt", TALKS)]);
    let n_events = json(&run(folder.path(), "extract --sample", ""))["events"]
        .as_array()
        .unwrap()
        .len();
    let output = run(folder.path(), "extract --sample --format csv", "");
    let mut reader = csv::Reader::from_reader(output.stdout.as_slice());
    assert_eq!(reader.headers().unwrap().get(1), Some("title"));
    assert_eq!(reader.records().map(Result::unwrap).count(), n_events);
}

#[test]
fn the_same_input_gives_the_same_output() {
    let folder = folder(&[("a.txt", TALKS)]);
    let first = run(folder.path(), "extract --sample", "");
    assert_eq!(
        first.stdout,
        run(folder.path(), "extract --sample", "").stdout
    );
}

#[cfg(unix)]
#[test]
fn a_reader_that_leaves_ends_it_quietly() {
    let folder = folder(&[("a.txt", TALKS)]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["extract", "--sample"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(without_inferred(&output.stderr), "");
}

/// What was said, but for the publication dates that were inferred: no failure.
fn without_inferred(stderr: &[u8]) -> String {
    let told = words(stderr);
    let lines = told.lines().filter(|line| !line.contains("; inferred: "));
    lines.collect()
}

#[test]
fn the_grammar_is_printed_as_conllu() {
    let text = "Rain stopped\n\nIt didn't stop (not in Riga).\n";
    let folder = folder(&[("a.txt", text)]);
    let raw = run(folder.path(), "parse a.txt", "");
    assert_eq!(raw.status.code(), Some(0), "{}", words(&raw.stderr));
    let printed = words(&raw.stdout);
    let columns = |column: usize| -> Vec<&str> {
        let rows = printed.lines().filter(|line| line.contains('\t'));
        rows.filter_map(|row| row.split('\t').nth(column)).collect()
    };
    let forms = "Rain stopped It didn't did n't stop ( not in Riga ) .";
    assert_eq!(columns(1).join(" "), forms);
    let ids = "1 2 1 2-3 2 3 4 5 6 7 8 9 10";
    assert_eq!(columns(0).join(" "), ids);
    let no_space = "SpaceAfter=No";
    let expected = [
        "_", "_", "_", "_", "_", "_", "_", no_space, "_", "_", no_space, no_space, "_",
    ];
    assert_eq!(columns(9), expected);
    for line in [
        "# newdoc id = a.txt",
        "# newpar",
        "# sent_id = 2",
        "# text = It didn't stop (not in Riga).",
    ] {
        assert!(printed.lines().any(|printed| printed == line), "{printed}");
    }
    let given = printed.replace("\tSpaceAfter=No\n", "\tEntity=(1)|SpaceAfter=No\n");
    let filled = run(folder.path(), "parse --conllu -", &given);
    assert_eq!(words(&filled.stdout), printed);
}

#[test]
fn faults_of_conllu_name_file_and_line() {
    let folder = folder(&[("a.conllu", "# x\n1\tword\n"), ("latin.conllu", "")]);
    fs::write(folder.path().join("latin.conllu"), b"1\t\xe9\n").unwrap();
    for (line, code, told) in [
        ("parse --conllu a.conllu", 1, "a.conllu: line 2: "),
        ("parse --conllu latin.conllu", 1, "latin.conllu: "),
        ("parse missing.txt", 1, "missing.txt"),
        ("parse", 2, "FILE"),
    ] {
        let output = run(folder.path(), line, "");
        assert_eq!(output.status.code(), Some(code), "{line}");
        let stderr = words(&output.stderr);
        assert!(stderr.contains(told), "{line}: {stderr}");
    }
}
