/// What a sample of rows says about a network that wants to grow.
public struct GrowthScores: Sendable {
    /// |Σ x·∂L/∂z| / max(rms(x), r/2) for every pair of a node that is not an input and its
    /// possible sources, row by row; the rows' starts are in `starts`.
    ///
    /// r is the root of the mean square of all inputs, or of all hidden nodes: a source that is
    /// hardly ever anything would otherwise score most, by the few rows in which it is.
    public let gradients: [Float]
    /// Where the row of each node that is not an input starts in `gradients`, and the end.
    public let starts: [Int]
    /// Root of the mean square of what each node gives out, outputs left out; for inputs, over all
    /// rows of the table.
    public let sourceScales: [Float]
    /// The inputs.
    public let inputCount: Int
    /// ∂L/∂z of the outputs, `[output × row]`, for one row's own loss.
    public let residuals: [Float]
    /// Σ x·∂L/∂z for every pair of an output and an input or hidden node, `[output × source]`.
    public let outputProducts: [Float]
    /// The rows of the sample.
    public let rowCount: Int
}
