/// The scores of a sample of rows that growth uses.
public struct GrowthScores: Sendable {
    ///
    /// Σ x·∂L/∂z
    /// / max(rms(x), r/2) for each pair of a node that is not an input and a possible source, row
    /// by row; the starts of the rows are in `starts`.
    ///
    /// r is the root mean square of all inputs, or of all hidden nodes. Without it, a source that
    /// is almost always 0 would get the highest score from the few rows in which it is not.
    public let gradients: [Float]
    /// The start of the row of each node that is not an input in `gradients`, then the end.
    public let starts: [Int]
    /// Root mean square of each node's output, without output nodes; for inputs, over all rows of
    /// the table.
    public let sourceScales: [Float]
    /// Number of inputs.
    public let inputCount: Int
    /// ∂L/∂z of the outputs, `[output × row]`, for the loss of one row.
    public let residuals: [Float]
    /// Σ x·∂L/∂z for each pair of an output and an input or hidden node, `[output × source]`.
    public let outputProducts: [Float]
    /// Number of rows of the sample.
    public let rowCount: Int
}
