//! What can be written on the command line: the subcommands, their options and their help.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::layout::LaneBy;
use crate::session::crowd::Spread;

const EXAMPLES: &str = "\
Examples:
  dateline                               open the window
  dateline articles/                     open it with a folder of articles
  dateline extract articles/ > story.json
  dateline export articles/ -o story.svg --notes
  dateline tag --published 2026-02-03 article.txt

Exit codes: 0 done, 1 something failed, 2 wrong usage.";

const EXTRACT_EXAMPLES: &str = "\
Examples:
  dateline extract articles/ --published 2026-02-03 > story.json
  dateline extract --set articles/manifest.tsv --format csv > story.csv
  dateline extract articles/ --as-of 2026-02-03 --no-minor > then.json
  cat article.txt | dateline extract -

A manifest has one article a line, tab-separated: path (relative to the manifest's folder),
publication date (may be empty), source (may be empty).";

const TAG_EXAMPLES: &str = "\
Examples:
  dateline tag --published 2026-02-03 article.txt
  dateline tag --batch list.tsv > tagged.jsonl

A list has one document a line, tab-separated: name, publication date (may be empty), path
(relative to the list's folder).";

const PARSE_EXAMPLES: &str = "\
Examples:
  dateline parse article.txt > article.conllu
  dateline parse --conllu gold.conllu > mine.conllu
  echo 'It rained.' | dateline parse -";

const EXPORT_EXAMPLES: &str = "\
Examples:
  dateline export articles/ -o story.svg
  dateline export --sample -o sample.pdf --notes --legend
  dateline export articles/ -o story.png --scale 2 --theme dark --from 2026-01-01 --to 2026-03-01
  dateline export articles/ -o then.svg --as-of 2026-02-03 --lanes source --theme high-contrast

The ending of the file says the format: .svg, .png, .pdf, .json or .csv.";

/// Finds the dated events in a set of news articles and draws them on a timeline in which every
/// mark can be traced to its sentences.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, after_help = EXAMPLES)]
#[command(args_conflicts_with_subcommands = true)]
pub struct CommandLine {
    /// What to do without a window.
    #[command(subcommand)]
    pub command: Option<Subcommands>,
    /// What to open in the window.
    #[command(flatten)]
    pub window: WindowArgs,
}

/// What to open in the window.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct WindowArgs {
    /// Files and folders to open in the window.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Open the bundled sample set in the window.
    #[arg(long, conflicts_with = "paths")]
    pub sample: bool,
    /// Say on stderr when the first events are on the screen and where, for scripts.
    #[arg(long, hide = true)]
    pub announce: bool,
    /// Open so many made-up events and say on stderr how long frames take.
    #[arg(skip)]
    pub crowd: Option<(usize, Spread)>,
}

/// What can be done without a window.
#[derive(Debug, Subcommand)]
pub enum Subcommands {
    /// Print the events found in articles, with their evidence, as JSON or CSV.
    Extract(ExtractArgs),
    /// Write the timeline as a picture.
    Export(ExportArgs),
    /// Print the time expressions of texts, one JSON line a document.
    Tag(TagArgs),
    /// Print the grammar of texts as CoNLL-U: words, classes, lemmas and dependencies.
    Parse(ParseArgs),
    /// Open so many made-up events in the window and say on stderr how long frames take.
    #[command(hide = true)]
    Bench(BenchArgs),
}

/// What the window is measured with.
#[derive(Args, Clone, Copy, Debug)]
pub struct BenchArgs {
    /// How many events.
    #[arg(long, value_name = "N", default_value_t = 1_000_000)]
    pub events: usize,
    /// In few short stretches of time instead of evenly.
    #[arg(long)]
    pub clustered: bool,
}

impl BenchArgs {
    /// What the window is to open.
    pub fn window(self) -> WindowArgs {
        let spread = if self.clustered {
            Spread::Clustered
        } else {
            Spread::Uniform
        };
        WindowArgs {
            crowd: Some((self.events, spread)),
            ..WindowArgs::default()
        }
    }
}

/// Which articles to read; the same for all subcommands that read a set.
#[derive(Args, Clone, Debug, Default)]
pub struct InputArgs {
    /// Files and folders of articles; `-` reads one article from stdin.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Use the bundled sample set.
    #[arg(long, conflicts_with_all = ["paths", "set"])]
    pub sample: bool,
    /// Publication date (YYYY-MM-DD) of articles that state none.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub published: Option<Date>,
    /// List of articles with date and source, tab-separated; without PATH it is the whole set.
    #[arg(long, value_name = "MANIFEST.tsv")]
    pub set: Option<PathBuf>,
    /// Your own table of landmarks, events whose dates are known, to infer missing dates from.
    #[arg(long, value_name = "FILE.toml")]
    pub landmarks: Option<PathBuf>,
}

impl InputArgs {
    /// Whether nothing says which articles to read.
    pub fn is_empty(&self) -> bool {
        self.paths.is_empty() && !self.sample && self.set.is_none()
    }
}

/// `dateline extract`
#[derive(Args, Debug)]
#[command(after_help = EXTRACT_EXAMPLES)]
pub struct ExtractArgs {
    /// Which articles.
    #[command(flatten)]
    pub input: InputArgs,
    /// Form of the output.
    #[arg(long, value_enum, default_value_t = DataFormat::Json)]
    pub format: DataFormat,
    /// Leave out minor events: what the articles tell in passing.
    #[arg(long)]
    pub no_minor: bool,
    /// Use only what was published up to this day (YYYY-MM-DD), and say what was known then.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
}

/// `dateline tag`
#[derive(Args, Debug)]
#[command(after_help = TAG_EXAMPLES)]
pub struct TagArgs {
    /// Texts to tag; `-` reads stdin.
    #[arg(value_name = "FILE", required_unless_present = "batch")]
    pub paths: Vec<PathBuf>,
    /// Publication date (YYYY-MM-DD) that `Friday` or `last year` counts from.
    #[arg(long, value_name = "DATE", value_parser = day, conflicts_with = "batch")]
    pub published: Option<Date>,
    /// List of documents: name, publication date, path, tab-separated.
    #[arg(long, value_name = "LIST.tsv", conflicts_with = "paths")]
    pub batch: Option<PathBuf>,
}

/// `dateline parse`
#[derive(Args, Debug)]
#[command(after_help = PARSE_EXAMPLES)]
pub struct ParseArgs {
    /// Texts to parse; `-` reads stdin.
    #[arg(value_name = "FILE", required = true)]
    pub paths: Vec<PathBuf>,
    /// The files are CoNLL-U: keep their sentences and tokens, and fill in the other columns.
    #[arg(long)]
    pub conllu: bool,
}

/// `dateline export`
#[derive(Args, Debug)]
#[command(after_help = EXPORT_EXAMPLES)]
pub struct ExportArgs {
    /// Which articles.
    #[command(flatten)]
    pub input: InputArgs,
    /// The file to write; its ending says the format. `-` writes to stdout, with --format.
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// Format, where the ending of the file does not say it.
    #[arg(long, value_enum)]
    pub format: Option<FileFormat>,
    /// First day (YYYY-MM-DD) to show; by default that of the first event.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub from: Option<Date>,
    /// Last day (YYYY-MM-DD) to show; by default that of the last event.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub to: Option<Date>,
    /// Width in pixels at scale 1.
    #[arg(long, value_name = "PX", default_value_t = 1600, value_parser = clap::value_parser!(u32).range(320..=16384))]
    pub width: u32,
    /// Height in pixels at scale 1; by default as tall as needed.
    #[arg(long, value_name = "PX", value_parser = clap::value_parser!(u32).range(200..=16384))]
    pub height: Option<u32>,
    /// Pixels of the PNG for each pixel of the layout, 1 to 4.
    #[arg(long, value_name = "N", default_value_t = 1.0, value_parser = scale)]
    pub scale: f32,
    /// Colours.
    #[arg(long, value_enum, default_value_t = ThemeName::Light)]
    pub theme: ThemeName,
    /// How to make lanes.
    #[arg(long, value_enum, default_value_t = Lanes::Kind)]
    pub lanes: Lanes,
    /// Number the marks and put their sources under the picture.
    #[arg(long)]
    pub notes: bool,
    /// Put a legend under the picture.
    #[arg(long)]
    pub legend: bool,
    /// Draw minor events as well: what the articles tell in passing.
    #[arg(long)]
    pub minor: bool,
    /// Use only what was published up to this day (YYYY-MM-DD), and dim what lies after it.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    /// Heading of the picture.
    #[arg(long, value_name = "WORDS")]
    pub title: Option<String>,
}

/// Form of what `export` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[expect(missing_docs, reason = "the names say it")]
pub enum FileFormat {
    Svg,
    Png,
    Pdf,
    Json,
    Csv,
}

/// Form of `extract`'s output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DataFormat {
    /// Everything, by the schema dateline/1.
    Json,
    /// One row an event.
    Csv,
}

/// Theme of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ThemeName {
    Light,
    Dark,
    HighContrast,
}

/// How lanes are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Lanes {
    /// One a kind of event.
    Kind,
    /// One an article.
    Article,
    /// One a status.
    Status,
    /// One a source.
    Source,
    /// One a participant, for the most frequent.
    Participant,
    /// One a place, for the most frequent.
    Place,
    /// No lanes.
    None,
}

impl From<Lanes> for LaneBy {
    fn from(lanes: Lanes) -> Self {
        match lanes {
            Lanes::Kind => Self::Kind,
            Lanes::Article => Self::Article,
            Lanes::Status => Self::Status,
            Lanes::Source => Self::Source,
            Lanes::Participant => Self::Participant,
            Lanes::Place => Self::Place,
            Lanes::None => Self::None,
        }
    }
}

fn day(words: &str) -> Result<Date, String> {
    let is_iso = words.trim_start_matches('-').len() == "2026-02-03".len();
    words
        .parse()
        .ok()
        .filter(|_| is_iso)
        .ok_or_else(|| "not a day of the calendar; write it as 2026-02-03".to_owned())
}

fn scale(words: &str) -> Result<f32, String> {
    words
        .parse()
        .ok()
        .filter(|scale| (1.0..=4.0).contains(scale))
        .ok_or_else(|| "write a number from 1 to 4".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        CommandLine::command().debug_assert();
    }

    #[test]
    fn days_are_iso_days() {
        for (words, is_day) in [
            ("2026-02-03", true),
            ("2026-02-31", false),
            ("2026-02", false),
            ("20260203", false),
            ("2026-02-03T10:00", false),
            ("Friday", false),
            ("", false),
        ] {
            assert_eq!(day(words).is_ok(), is_day, "{words}");
        }
    }

    #[test]
    fn usage_is_checked() {
        for (line, is_good) in [
            ("dateline", true),
            ("dateline a.txt b", true),
            ("dateline --sample", true),
            ("dateline --sample a.txt", false),
            ("dateline extract a.txt --format csv", true),
            ("dateline extract --sample a.txt", false),
            ("dateline extract a.txt --format xml", false),
            ("dateline tag", false),
            ("dateline parse", false),
            ("dateline parse --conllu a.conllu b.conllu", true),
            ("dateline tag --batch list.tsv", true),
            ("dateline tag --batch list.tsv a.txt", false),
            ("dateline export a.txt", false),
            ("dateline export a.txt -o x.svg --scale 9", false),
            (
                "dateline export a.txt -o x.svg --lanes status --notes",
                true,
            ),
        ] {
            let parsed = CommandLine::try_parse_from(line.split(' '));
            assert_eq!(parsed.is_ok(), is_good, "{line}");
        }
    }
}
