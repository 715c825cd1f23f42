/// Shortens gradients that are much longer than usual.
///
/// Usual is a running mean of the norm: each step moves it by a hundredth of the way, to no more
/// than the length to which the gradient was shortened. The first gradient is usual by itself.
/// Source: Pascanu, Mikolov, Bengio, "On the difficulty of training recurrent neural networks",
/// 2013, algorithm 1, whose threshold is a constant that is to be chosen by such a mean.
package struct GradientClipping {
    private static let renewal = 0.01

    /// The longest gradient that stays, in usual norms.
    private let mostNorms: Double
    private var usualNorm: Double?

    /// Fixes the longest gradient that stays, in usual norms; 0 is for no clipping.
    package init?(_ mostNorms: Double) {
        guard mostNorms > 0 else { return nil }
        self.mostNorms = mostNorms
    }

    /// Notes the norm of a step's gradient; one that is not finite is left alone.
    ///
    /// - Returns: what the gradient is to be multiplied by, if it is too long.
    package mutating func factor(forNorm norm: Double) -> Double? {
        guard norm.isFinite else { return nil }
        let most = usualNorm.map { $0 * mostNorms } ?? norm
        usualNorm =
            usualNorm.map { (1 - Self.renewal) * $0 + Self.renewal * min(norm, most) } ?? norm
        return norm > most ? most / norm : nil
    }
}
