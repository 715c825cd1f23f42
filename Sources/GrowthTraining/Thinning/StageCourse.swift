/// The progress of a stage in thinning or tuning, and the resulting step size, number of
/// connections and rewiring.
package struct StageCourse {
    /// The share of the steps that has passed (0…1).
    private let progress: Double

    /// Takes the number of steps that have passed; more than `steps` count as `steps`.
    package init(step: Int, of steps: Int) {
        progress = min(1, Double(step) / Double(steps))
    }

    /// Falls from 1 to 0, like ½ + ½·cos(π·progress) (Loshchilov and Hutter, "SGDR", 2017, equation
    /// 5), to within 0.01.
    ///
    /// This cubic has the same values and slopes at its ends, and the same bits on every machine.
    package var cosine: Double { 1 - progress * progress * (3 - 2 * progress) }

    /// The share of the step size during thinning: it falls from 1 to a half.
    package var thinningRate: Double { 0.5 + 0.5 * cosine }

    /// The share of the step size during tuning: it falls from a half to a fortieth.
    package var tuningRate: Double { 0.025 + 0.475 * cosine }

    /// The number of connections on the way from a count to a smaller one: s_f + (s_i − s_f)·(1 −
    /// progress)³, with connections instead of sparsities (Zhu and Gupta, "To prune, or not to
    /// prune", 2018, equation 1).
    package func count(from start: Int, to goal: Int) -> Int {
        let rest = 1 - progress
        return goal + Int((Double(start - goal) * rest * rest * rest).rounded())
    }
}
