public import SparseNetworks
public import Trials

/// What a training came to.
public struct TrainedNetwork: Sendable {
    /// What was measured; times are 0 until somebody who has a clock fills them in.
    public var report: TrainingReport
    /// The network at the end, without dead nodes.
    public let network: SparseNetwork
    /// Multiply–adds that went into finding new connections and nodes; part of the report's.
    public let structuralWork: Int

    /// Notes what a training came to.
    public init(report: TrainingReport, network: SparseNetwork, structuralWork: Int) {
        self.report = report
        self.network = network
        self.structuralWork = structuralWork
    }
}
