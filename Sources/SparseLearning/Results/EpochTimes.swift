/// The time of each part of an epoch, at one density.
public struct EpochTimes: Hashable, Sendable {
    /// Present connections as a share of the possible ones between neighbouring layers.
    public let density: Double
    /// Rows of an epoch.
    public let trainingRows: Int
    /// Time of one training epoch: rows, kernels and optimiser (s).
    public let epoch: Double
    /// Time of the optimiser's steps within the epoch (s).
    public let optimizer: Double
    /// Time of forward and backward passes within the epoch, measured on rows that are in place
    /// (s).
    public let kernels: Double
    /// The rest of the epoch: shuffling, gathering the rows and their targets (s).
    ///
    /// Gathering is not measured separately: it waits for memory, and varies by half.
    public var rows: Double { max(0, epoch - kernels - optimizer) }
    /// Flops of the passes of an epoch: one multiplication and one addition for each row,
    /// connection and sum; a connection has three sums, or two if it starts at an input.
    public let flops: Double
    /// Time of one evaluation of the validation rows, which is not part of the epoch (s).
    public let validation: Double

    /// The share of the epoch that a part takes (0…1), an estimate: the parts are measured apart.
    ///
    /// If they took more time than the epoch, as on a busy machine, it is the share of their sum,
    /// so that the shares of kernels, optimiser and rows add up to 1.
    public func share(of part: Double) -> Double {
        let whole = max(epoch, kernels + optimizer)
        return whole > 0 ? part / whole : 0
    }

    /// Speed of the passes (10⁹ flops/s); 0 if the clock is too coarse.
    public var gigaflops: Double { kernels > 0 ? flops / kernels / 1e9 : 0 }
}

/// Written with the parts' shares of the epoch instead of their times.
extension EpochTimes: Encodable {
    private enum CodingKeys: String, CodingKey {
        case density
        case trainingRows = "training_rows"
        case epoch = "epoch_seconds"
        case kernels = "kernel_share"
        case rows = "rows_share"
        case optimizer = "optimizer_share"
        case gigaflops = "gflops"
        case validation = "validation_seconds"
    }

    /// Writes times and shares.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(density, forKey: .density)
        try fields.encode(trainingRows, forKey: .trainingRows)
        try fields.encode(epoch, forKey: .epoch)
        try fields.encode(share(of: kernels), forKey: .kernels)
        try fields.encode(share(of: rows), forKey: .rows)
        try fields.encode(share(of: optimizer), forKey: .optimizer)
        try fields.encode(gigaflops, forKey: .gigaflops)
        try fields.encode(validation, forKey: .validation)
    }
}
