//! Says how long frames take, for whoever tries a large set by hand.

use std::io::Write as _;

/// So many frames make a line.
const N_FRAMES: usize = 100;

/// The times of the latest frames, without the wait for the screen.
#[derive(Debug, Default)]
pub(super) struct FrameTimes {
    frames_ms: Vec<f32>,
}

impl FrameTimes {
    /// Takes in how many seconds the frame before took, and writes a line to stderr now and then.
    pub(super) fn note(&mut self, seconds: Option<f32>) {
        self.frames_ms.extend(seconds.map(|seconds| seconds * 1e3));
        if self.frames_ms.len() < N_FRAMES {
            return;
        }
        self.frames_ms.sort_by(f32::total_cmp);
        let at = |place: usize| self.frames_ms.get(place).copied().unwrap_or_default();
        let (p50_ms, p99_ms) = (at(N_FRAMES / 2), at(N_FRAMES - 2));
        // A closed stderr is no reason to stop.
        drop(writeln!(
            std::io::stderr().lock(),
            "dateline: {N_FRAMES} frames p50_ms={p50_ms:.1} p99_ms={p99_ms:.1}"
        ));
        self.frames_ms.clear();
    }
}
