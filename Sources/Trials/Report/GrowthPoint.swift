/// A check of a network in training.
public struct GrowthPoint: Hashable, Codable, Sendable {
    /// Number of the check, from 1.
    public let check: Int
    /// The phase of the training.
    public let phase: TrainingPhase
    /// Number of passes over the training rows so far.
    public let epoch: Int
    /// Number of live connections.
    public let connections: Int
    /// Number of live hidden nodes.
    public let hiddenNodes: Int
    /// Score on the validation rows, in the target's metric.
    public let validation: Double
    /// Number of multiply–adds so far.
    public let multiplyAdds: Int

    /// Describes a check.
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

    /// Reads a check; without a phase it belongs to growth.
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
