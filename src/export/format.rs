//! The formats a picture can have.

use std::path::Path;

/// A format of pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Shapes and text that can be edited, with all evidence inside.
    Svg,
    /// Pixels.
    Png,
    /// One page with shapes and text that can be searched.
    Pdf,
}

impl Format {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Svg, Self::Png, Self::Pdf];

    /// The usual ending of a file's name, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }

    /// The format with this ending, in upper or lower case.
    pub fn from_extension(extension: &str) -> Option<Self> {
        let is_it = |format: &Self| extension.eq_ignore_ascii_case(format.extension());
        Self::ALL.into_iter().find(is_it)
    }

    /// The format that a file's name asks for.
    pub fn from_path(path: &Path) -> Option<Self> {
        Self::from_extension(path.extension()?.to_str()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_say_the_format() {
        for (path, expected) in [
            ("a.svg", Some(Format::Svg)),
            ("dir.png/b.PDF", Some(Format::Pdf)),
            ("x.tar.png", Some(Format::Png)),
            ("dir.png/b", None),
            (".svg", None),
            ("a.jpg", None),
            ("-", None),
        ] {
            assert_eq!(Format::from_path(Path::new(path)), expected, "{path}");
        }
    }
}
