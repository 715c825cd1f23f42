/// Shortens gradients that are much longer than usual.
///
/// The usual norm is a running mean: each step moves it by a hundredth of the distance to the norm,
/// after shortening. The first gradient sets it. Source: Pascanu, Mikolov, Bengio, "On the
/// difficulty of training recurrent neural networks", 2013, algorithm 1, whose threshold is a
/// constant; they suggest choosing it from such a mean.
package struct GradientClipping {
    private static let renewal = 0.01

    /// The largest norm that is not shortened, in usual norms.
    private let mostNorms: Double
    private var usualNorm: Double?

    /// Sets the largest norm that is not shortened, in usual norms; `nil` for 0, which means no
    /// clipping.
    package init?(_ mostNorms: Double) {
        guard mostNorms > 0 else { return nil }
        self.mostNorms = mostNorms
    }

    /// Records the norm of a step's gradient; ignores one that is not finite.
    ///
    /// - Returns: the factor for the gradient if it is too long, otherwise `nil`.
    package mutating func factor(forNorm norm: Double) -> Double? {
        guard norm.isFinite else { return nil }
        let most = usualNorm.map { $0 * mostNorms } ?? norm
        usualNorm =
            usualNorm.map { (1 - Self.renewal) * $0 + Self.renewal * min(norm, most) } ?? norm
        return norm > most ? most / norm : nil
    }
}
