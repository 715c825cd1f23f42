public import SparseNetworks
public import Trials

/// The result of a training.
public struct TrainedNetwork: Sendable {
    /// The measured report; times are 0 until a caller with a clock sets them.
    public var report: TrainingReport
    /// The network at the end, without dead nodes.
    public let network: SparseNetwork
    /// Number of multiply–adds that went into finding new connections and nodes; part of the
    /// report's.
    public let structuralWork: Int

    /// Sets the result.
    public init(report: TrainingReport, network: SparseNetwork, structuralWork: Int) {
        self.report = report
        self.network = network
        self.structuralWork = structuralWork
    }
}
