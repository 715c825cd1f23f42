internal import CSparseKernels

/// A running mean of the weights, biases and slopes of a workspace.
///
/// It prefers recent steps: after t steps the mean age of the averaged values is share·t/2, like
/// that of an equal mean of the last share·t steps, at any t. Step t moves the mean by (η + 1)/(t +
/// η) of its distance, with η = 2/share − 2 (Shamir and Zhang, "Stochastic gradient descent for
/// non-smooth optimization", 2013, section 4; a share of 1 is the equal mean of Polyak and Juditsky
/// 1992). Means are kept in double precision, because a late step may be smaller than the last bit
/// of a weight.
public final class WeightAverage {
    private let workspace: Workspace
    private let means: AlignedBuffer<Double>
    /// The trained weights, while the workspace holds the means.
    private let parked: AlignedBuffer<Float>
    private let emphasis: Double
    private var steps = 0.0

    /// Allocates memory for the averages of a workspace.
    ///
    /// - Precondition: the share is in (0, 1].
    public init(of workspace: Workspace, share: Double) {
        precondition(share > 0 && share <= 1, "a share of \(share) is not in (0, 1]")
        self.workspace = workspace
        emphasis = 2 / share - 2
        means = AlignedBuffer(count: workspace.parameters.count, filledWith: 0)
        parked = AlignedBuffer(count: workspace.parameters.count, filledWith: 0)
    }

    /// Adds the current values of the workspace to the mean.
    ///
    /// - Complexity: O(parameters); allocates nothing.
    public func note() {
        steps += 1
        unsafe workspace.kernels.pointee.average(
            means.pointer,
            workspace.parameters.pointer,
            Int64(means.count),
            (emphasis + 1) / (steps + emphasis)
        )
    }

    /// Does some work while the workspace holds the means; without means it just does the work.
    ///
    /// - Complexity: O(parameters) in addition to the work; allocates nothing.
    public func withMeans<Result>(_ work: () -> Result) -> Result {
        guard steps > 0 else { return work() }
        let count = parked.count
        unsafe parked.pointer.update(from: workspace.parameters.pointer, count: count)
        settle()
        defer { unsafe workspace.parameters.pointer.update(from: parked.pointer, count: count) }
        return work()
    }

    /// Continues from the means, if there are any.
    ///
    /// - Complexity: O(parameters); allocates nothing.
    public func settle() {
        guard steps > 0 else { return }
        for position in 0..<means.count {
            unsafe workspace.parameters.pointer[position] = Float(means.pointer[position])
        }
    }
}
