/// Where the time of an epoch goes, at one density.
public struct EpochTimes: Hashable, Sendable {
    /// Present connections over those that neighbouring layers could have.
    public let density: Double
    /// One epoch of training: rows, kernels and optimiser (s).
    public let epoch: Double
    /// Of that, changing weights by their gradients (s).
    public let optimizer: Double
    /// Of that, passes forward and back, measured on rows that are in place (s).
    public let kernels: Double
    /// What is left of the epoch: drawing an order of rows, gathering them and their targets (s).
    ///
    /// Gathering by itself is not measured: it waits for memory, and varies by half.
    public var rows: Double { max(0, epoch - kernels - optimizer) }
    /// Flops of the passes of an epoch: a multiplication and an addition for each row, connection
    /// and sum, of which a connection has three, or two if it comes from an input.
    public let flops: Double
    /// One evaluation of the validation rows, apart from the epoch (s).
    public let validation: Double

    /// Speed of the passes (10⁹ flops/s); 0 where the clock is too coarse to tell.
    public var gigaflops: Double { kernels > 0 ? flops / kernels / 1e9 : 0 }
}
