//! The curves of gates, by sums and quotients alone: the same bits on every machine.
#![expect(
    clippy::inline_always,
    reason = "else it is not compiled for the vector unit"
)]

/// 1 / (1 + e^-x), to about four digits, without the library of the machine.
#[inline(always)]
pub fn sigmoid(x: f32) -> f32 {
    0.5 + 0.5 * tanh(0.5 * x)
}

/// The hyperbolic tangent as a quotient of polynomials.
#[inline(always)]
pub fn tanh(x: f32) -> f32 {
    let x = x.clamp(-4.97, 4.97);
    let s = x * x;
    let above = x * (135_135.0 + s * (17_325.0 + s * (378.0 + s)));
    let below = 135_135.0 + s * (62_370.0 + s * (3_150.0 + s * 28.0));
    above / below
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn curves_are_close_to_the_real_ones() {
        for i in -100..=100 {
            let x = i as f32 / 10.0;
            assert!((tanh(x) - x.tanh()).abs() < 2e-4, "{x}");
            assert!((sigmoid(x) - 1.0 / (1.0 + (-x).exp())).abs() < 1e-2, "{x}");
        }
    }
}
