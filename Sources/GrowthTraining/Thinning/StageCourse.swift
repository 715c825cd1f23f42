/// How far a stage is with thinning or tuning, and what that makes of its step size, its
/// connections and its rewiring.
package struct StageCourse {
    /// What has passed (0…1).
    private let progress: Double

    /// Notes how many of the steps have passed; those beyond the last count as the last.
    package init(step: Int, of steps: Int) {
        progress = min(1, Double(step) / Double(steps))
    }

    /// Falls from 1 to 0, like ½ + ½·cos(π·progress) (Loshchilov and Hutter, "SGDR", 2017,
    /// equation 5) to within 0.01.
    ///
    /// This cubic has the cosine's ends and slopes, and the same bits everywhere.
    package var cosine: Double { 1 - progress * progress * (3 - 2 * progress) }

    /// The share of the step size while connections go: it falls to a half.
    package var thinningRate: Double { 0.5 + 0.5 * cosine }

    /// The share of the step size while they stay: it falls from a half to a fortieth.
    package var tuningRate: Double { 0.025 + 0.475 * cosine }

    /// The connections that are left on the way from a count to a smaller one:
    /// s_f + (s_i − s_f)·(1 − progress)³ with connections for sparsities (Zhu and Gupta, "To prune,
    /// or not to prune", 2018, equation 1).
    package func count(from start: Int, to goal: Int) -> Int {
        let rest = 1 - progress
        return goal + Int((Double(start - goal) * rest * rest * rest).rounded())
    }
}
