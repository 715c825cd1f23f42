public import PlainJSON

/// A check of a network in training.
public struct GrowthPoint: Hashable, Sendable {
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

extension GrowthPoint: PlainForm {
    /// Describes the fields; without a phase it belongs to growth.
    public init(_ walk: inout FieldWalk, _ value: GrowthPoint?) throws {
        check = try walk.field("check", value?.check, in: FieldRange.counts)
        connections = try walk.field("connections", value?.connections, in: FieldRange.counts)
        epoch = try walk.field("epoch", value?.epoch, in: FieldRange.counts)
        hiddenNodes = try walk.field("hidden_nodes", value?.hiddenNodes, in: FieldRange.counts)
        multiplyAdds = try walk.field("multiply_adds", value?.multiplyAdds, in: FieldRange.counts)
        phase = try walk.optionalWord("phase", value?.phase) ?? .grow
        validation = try walk.field("validation", value?.validation, in: FieldRange.scores)
    }
}
