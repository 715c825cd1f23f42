/// Rows that are ready for a network: scaled, complete, and of one part of a split.
public struct Samples: Hashable, Sendable {
    /// Shape `[feature × row]`; each feature has mean 0 over the training rows and is scaled as
    /// asked for, clipped to ±5; a constant feature is 0.
    public let features: [Float]
    /// One target a row; values are scaled like features, unclipped.
    public let targets: Targets
    /// The number of features.
    public let featureCount: Int

    /// Takes over scaled rows.
    public init(features: [Float], targets: Targets, featureCount: Int) {
        self.features = features
        self.targets = targets
        self.featureCount = featureCount
    }

    /// The number of rows.
    public var rowCount: Int {
        switch targets {
        case .classes(let labels, _): labels.count
        case .values(let values): values.count
        }
    }
}

/// A dataset split into its three parts and scaled by what the training rows show.
public struct PreparedDataset: Hashable, Sendable {
    /// The rows that weights are fitted to.
    public let training: Samples
    /// The rows that decide when to grow and when to stop.
    public let validation: Samples
    /// The rows that decide nothing.
    public let test: Samples

    /// Takes over three parts.
    public init(training: Samples, validation: Samples, test: Samples) {
        self.training = training
        self.validation = validation
        self.test = test
    }
}
