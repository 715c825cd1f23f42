/// What a training measured; all but the times is determined by the task.
public struct TrainingReport: Hashable, Codable, Sendable {
    /// How it ended.
    public let outcome: TrainingOutcome
    /// Live connections at the end: the cost, where the target was reached.
    public let connections: Int
    /// Live hidden nodes at the end.
    public let hiddenNodes: Int
    /// Inputs that still feed a live connection.
    public let inputsUsed: Int
    /// Biases of live nodes, which are not counted as connections.
    public let biases: Int
    /// Score on the validation rows at the end; finite.
    public let validation: Double
    /// Score on the test rows at the end; no decision uses it; finite.
    public let test: Double
    /// Passes over the training rows.
    public let epochs: Int
    /// Multiply–adds of training, evaluation and scoring.
    public let multiplyAdds: Int
    /// Every check, in order.
    public let curve: [GrowthPoint]
    /// A hash of the final network and the curve.
    public let fingerprint: Fingerprint
    /// Measured wall time (s); zero until a worker fills it in.
    public var seconds: Double
    /// Measured processor time of the training thread (s); zero until a worker fills it in.
    public var cpuSeconds: Double

    /// Notes what was measured.
    public init(
        outcome: TrainingOutcome, connections: Int, hiddenNodes: Int, inputsUsed: Int,
        biases: Int, validation: Double, test: Double, epochs: Int, multiplyAdds: Int,
        curve: [GrowthPoint], fingerprint: Fingerprint, seconds: Double = 0, cpuSeconds: Double = 0
    ) {
        self.outcome = outcome
        self.connections = connections
        self.hiddenNodes = hiddenNodes
        self.inputsUsed = inputsUsed
        self.biases = biases
        self.validation = validation
        self.test = test
        self.epochs = epochs
        self.multiplyAdds = multiplyAdds
        self.curve = curve
        self.fingerprint = fingerprint
        self.seconds = seconds
        self.cpuSeconds = cpuSeconds
    }

    private enum CodingKeys: String, CodingKey {
        case outcome, connections, biases, validation, test, epochs, curve, fingerprint, seconds
        case hiddenNodes = "hidden_nodes"
        case inputsUsed = "inputs_used"
        case multiplyAdds = "multiply_adds"
        case cpuSeconds = "cpu_seconds"
    }
}

extension TrainingReport {
    /// Tells whether the target was reached.
    public var isReached: Bool {
        outcome == .reached
    }

    /// The report with another curve, such as a part of its own.
    package func withCurve(_ curve: [GrowthPoint]) -> TrainingReport {
        TrainingReport(
            outcome: outcome, connections: connections, hiddenNodes: hiddenNodes,
            inputsUsed: inputsUsed, biases: biases, validation: validation, test: test,
            epochs: epochs, multiplyAdds: multiplyAdds, curve: curve, fingerprint: fingerprint,
            seconds: seconds, cpuSeconds: cpuSeconds)
    }

    /// The cap at which the training was stopped, if it was.
    public var cap: Int? {
        if case .censored(let cap) = outcome { cap } else { nil }
    }

    /// Tells whether the training was stopped at its cap.
    public var isCensored: Bool { cap != nil }
}
