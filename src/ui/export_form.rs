//! What is chosen in the export dialog before it is written.

use std::path::PathBuf;

use eframe::egui::TextureHandle;

use crate::session::{Command, ExportRequest, State, ThemeChoice};

/// A format and what it is good for.
pub(super) struct FormatChoice {
    /// Id in a request, and ending of the file.
    pub(super) id: &'static str,
    /// On its button.
    pub(super) name: &'static str,
    /// Below.
    pub(super) hint: &'static str,
    /// Whether it is a picture.
    pub(super) is_picture: bool,
}

/// The formats that are offered.
pub(super) const FORMATS: [FormatChoice; 5] = [
    FormatChoice {
        id: "svg",
        name: "SVG",
        hint: "Shapes and text that can be edited; carries every excerpt.",
        is_picture: true,
    },
    FormatChoice {
        id: "png",
        name: "PNG",
        hint: "Pixels, for slides and messages.",
        is_picture: true,
    },
    FormatChoice {
        id: "pdf",
        name: "PDF",
        hint: "One page for print; its text can be searched.",
        is_picture: true,
    },
    FormatChoice {
        id: "json",
        name: "JSON",
        hint: "Articles, events and excerpts, for programs.",
        is_picture: false,
    },
    FormatChoice {
        id: "csv",
        name: "CSV",
        hint: "One row an event, for spreadsheets.",
        is_picture: false,
    },
];

/// Sizes that are often needed: name, width, least height.
pub(super) const SIZES: [(&str, f32, f32); 5] = [
    ("Screen, 1280 wide", 1280.0, 0.0),
    ("Wide, 1600", 1600.0, 0.0),
    ("Slide, 1920 x 1080", 1920.0, 1080.0),
    ("A4 upright", 794.0, 1123.0),
    ("A4 across", 1123.0, 794.0),
];

/// What is chosen but not yet written.
#[derive(Clone)]
pub struct ExportForm {
    /// What will be asked for.
    pub(super) request: ExportRequest,
    /// The path as typed.
    pub(super) path: String,
    /// The picture as drawn last.
    pub(super) preview: Option<ExportPreview>,
    /// A newer one is being drawn.
    pub(super) is_drawing: bool,
}

/// The picture drawn small.
#[derive(Clone)]
pub struct ExportPreview {
    /// The pixels, or why there are none.
    pub texture: Result<TextureHandle, String>,
    /// Size of the picture at scale 1.
    pub size_px: [f32; 2],
}

impl std::fmt::Debug for ExportForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ExportForm")
            .field("request", &self.request)
            .finish_non_exhaustive()
    }
}

impl ExportForm {
    /// What is most likely wanted: everything, in the theme of the window (`is_dark`).
    pub fn new(state: &State, is_dark: bool) -> Self {
        Self {
            request: ExportRequest {
                path: None,
                format: "svg".to_owned(),
                title: String::new(),
                width_px: 1600.0,
                height_px: 0.0,
                scale: 2.0,
                theme: match state.settings.theme {
                    ThemeChoice::System if is_dark => ThemeChoice::Dark,
                    ThemeChoice::System => ThemeChoice::Light,
                    chosen => chosen,
                },
                visible_only: false,
                legend: true,
                notes: true,
            },
            path: String::new(),
            preview: None,
            is_drawing: false,
        }
    }

    /// What the preview is to show; nothing for data.
    pub fn wanted_preview(&self) -> Option<&ExportRequest> {
        self.is_picture().then_some(&self.request)
    }

    /// Shows what was drawn last, and whether something newer is being drawn.
    pub fn show_preview(&mut self, preview: Option<ExportPreview>, is_drawing: bool) {
        self.preview = preview;
        self.is_drawing = is_drawing;
    }

    pub(super) fn is_picture(&self) -> bool {
        let chosen = FORMATS
            .iter()
            .find(|format| format.id == self.request.format);
        chosen.is_some_and(|format| format.is_picture)
    }

    /// Writes to the typed path; without one the system's dialog asks.
    pub(super) fn command(&self) -> Command {
        self.command_to(self.typed_path())
    }

    /// Writes to `path`, or asks.
    pub(super) fn command_to(&self, path: Option<PathBuf>) -> Command {
        Command::Export(ExportRequest {
            path,
            ..self.request.clone()
        })
    }

    /// Chooses a format; the ending of the typed path follows.
    pub(super) fn choose_format(&mut self, id: &str) {
        let old = std::mem::replace(&mut self.request.format, id.to_owned());
        if let Some(stem) = self.path.strip_suffix(&format!(".{old}")) {
            self.path = format!("{stem}.{id}");
        }
    }

    /// The typed path, with the ending of the format if it has none.
    fn typed_path(&self) -> Option<PathBuf> {
        let typed = self.path.trim();
        if typed.is_empty() {
            return None;
        }
        let mut path = PathBuf::from(typed);
        if path.extension().is_none() {
            path.set_extension(&self.request.format);
        }
        Some(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_follows_the_format() {
        for (typed, format, written) in [
            ("", "png", None),
            ("story", "png", Some("story.png")),
            ("story.svg", "pdf", Some("story.pdf")),
            (" a.b/story ", "csv", Some("a.b/story.csv")),
            ("story.jpeg", "png", Some("story.jpeg")),
        ] {
            let mut form = ExportForm::new(&State::default(), false);
            typed.clone_into(&mut form.path);
            form.choose_format(format);
            let Command::Export(request) = form.command() else {
                panic!("not an export");
            };
            assert_eq!(request.path, written.map(PathBuf::from), "{typed}");
            assert_eq!(request.format, format);
        }
    }
}
