/// Why a training ended without reaching its target.
public enum TrainingFailure: Hashable, Codable, Sendable {
    /// A weight or the loss was no longer a finite number.
    case diverged(check: Int)
    /// The schedule's `maximum_epochs` or the task's limit of checks passed.
    case targetMissed(checks: Int)
    /// The network held every connection it may have, and stopped improving.
    case fullyGrown(connections: Int)
    /// The limit of multiply–adds passed.
    case exhausted(multiplyAdds: Int)

    private enum CodingKeys: String, CodingKey {
        case diverged, exhausted
        case targetMissed = "target_missed"
        case fullyGrown = "fully_grown"
    }

    private enum ExhaustedCodingKeys: String, CodingKey {
        case multiplyAdds = "multiply_adds"
    }
}

/// How a training ended.
public enum TrainingOutcome: Hashable, Codable, Sendable {
    /// The target was confirmed by two checks in a row; with thinning, `connections` are those of
    /// the smallest network that did so.
    case reached
    /// The cap was passed: without thinning by the connections; with thinning by two thirds of
    /// a count of the chain that did not hold the target. What the target costs counts as more
    /// than the cap.
    case censored(cap: Int)
    /// The training gave up.
    case failed(reason: TrainingFailure)
}

/// What a training is at.
public enum TrainingPhase: String, Hashable, Codable, Sendable {
    /// The network grows: up to the target, and by the overshoot.
    case grow
    /// The network loses connections and is rewired.
    case thin
    /// The network's connections stay, and it gets back to the target.
    case tune
}

/// One check of a network in training.
public struct GrowthPoint: Hashable, Codable, Sendable {
    /// The number of the check, from 1.
    public let check: Int
    /// What the training was at.
    public let phase: TrainingPhase
    /// Passes over the training rows so far.
    public let epoch: Int
    /// Live connections.
    public let connections: Int
    /// Live hidden nodes.
    public let hiddenNodes: Int
    /// Score on the validation rows, in the target's metric.
    public let validation: Double
    /// Multiply–adds so far.
    public let multiplyAdds: Int

    /// Notes a check.
    public init(
        check: Int, epoch: Int, connections: Int, hiddenNodes: Int, validation: Double,
        multiplyAdds: Int, phase: TrainingPhase = .grow
    ) {
        self.check = check
        self.phase = phase
        self.epoch = epoch
        self.connections = connections
        self.hiddenNodes = hiddenNodes
        self.validation = validation
        self.multiplyAdds = multiplyAdds
    }
}

extension GrowthPoint {
    private enum CodingKeys: String, CodingKey {
        case check, phase, epoch, connections, validation
        case hiddenNodes = "hidden_nodes"
        case multiplyAdds = "multiply_adds"
    }

    /// Reads a check; one that does not name its phase is of growth.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            check: try container.decode(Int.self, forKey: .check),
            epoch: try container.decode(Int.self, forKey: .epoch),
            connections: try container.decode(Int.self, forKey: .connections),
            hiddenNodes: try container.decode(Int.self, forKey: .hiddenNodes),
            validation: try container.decode(Double.self, forKey: .validation),
            multiplyAdds: try container.decode(Int.self, forKey: .multiplyAdds),
            phase: try container.decodeIfPresent(TrainingPhase.self, forKey: .phase) ?? .grow
        )
    }
}

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
