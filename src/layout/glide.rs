//! The way from one window to another.

use super::TimeWindow;

/// How much zooming costs beside panning, squared: the value that readers found best in the
/// article below.
const RHO_2: f64 = 2.0;
/// Middles nearer than this part of the narrower window are one.
const SAME_MIDDLE: f64 = 1e-3;

impl TimeWindow {
    /// The window after `share` (0 to 1) of the way to another: out far enough to see where it
    /// goes, across, and in again, at an even perceived speed. The path is that of van Wijk and
    /// Nuij, "Smooth and efficient zooming and panning" (2003), in one dimension.
    #[must_use]
    pub fn towards(self, to: Self, share: f64) -> Self {
        if share >= 1.0 {
            return to;
        }
        let share = share.max(0.0);
        let (from_width, to_width) = (self.width_days(), to.width_days());
        let (from_middle, to_middle) = (self.middle_days(), to.middle_days());
        let apart = (to_middle - from_middle).abs();
        if apart < SAME_MIDDLE * from_width.min(to_width) {
            let middle = from_middle + (to_middle - from_middle) * share;
            return around(middle, from_width * (to_width / from_width).powf(share));
        }
        let squares = to_width * to_width - from_width * from_width;
        let far = RHO_2 * RHO_2 * apart * apart;
        let start = -((squares + far) / (2.0 * from_width * RHO_2 * apart)).asinh();
        let end = -((squares - far) / (2.0 * to_width * RHO_2 * apart)).asinh();
        let at = start + (end - start) * share;
        let width = from_width * start.cosh() / at.cosh();
        // cosh(a) tanh(b) - sinh(a) without the difference of two large numbers.
        let gone = from_width / RHO_2 * (at - start).sinh() / at.cosh();
        let part = (gone / apart).clamp(0.0, 1.0);
        around(from_middle + (to_middle - from_middle) * part, width)
    }

    fn middle_days(self) -> f64 {
        f64::midpoint(self.start_days, self.end_days)
    }
}

fn around(middle: f64, width: f64) -> TimeWindow {
    TimeWindow::new(middle - width / 2.0, middle + width / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_begins_and_ends_where_it_should_and_goes_out_between_far_places() {
        let window = TimeWindow::new;
        for (from, to, middle_width) in [
            (window(0.0, 10.0), window(0.0, 10.0), 10.0..10.1),
            (window(0.0, 10.0), window(-495.0, 505.0), 99.0..101.0),
            (window(0.0, 10.0), window(2.0, 12.0), 10.0..11.0),
            (window(0.0, 10.0), window(1_000.0, 1_010.0), 300.0..3_000.0),
            (
                window(0.0, 1.0),
                window(-700_000.0, 20_000.0),
                10.0..720_000.0,
            ),
            (
                window(-700_000.0, 20_000.0),
                window(19_000.0, 19_000.5),
                100.0..720_000.0,
            ),
        ] {
            let near = |a: TimeWindow, b: TimeWindow| {
                let most = 1e-6 * a.width_days().max(b.width_days());
                (a.start_days - b.start_days).abs() < most
                    && (a.end_days - b.end_days).abs() < most
            };
            assert!(near(from.towards(to, 0.0), from), "{from:?} {to:?}");
            assert!(near(from.towards(to, 1.0 - 1e-9), to), "{from:?} {to:?}");
            assert_eq!(from.towards(to, 1.0), to);
            let width = from.towards(to, 0.5).width_days();
            assert!(middle_width.contains(&width), "{from:?} {to:?}: {width}");
        }
    }
}
