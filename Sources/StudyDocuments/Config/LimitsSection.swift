import Trials

extension TrainingLimits {
    /// Reads `limits:`.
    init(_ value: DocumentValue?) throws(ConfigError) {
        let usual = TrainingLimits()
        let section = try value?.section(known: ["checks", "multiply_adds", "connections"])
        self.init(
            checks: try section?.value("checks")?.integer(in: Self.checkRange) ?? usual.checks,
            multiplyAdds: try section?.value("multiply_adds")?.integer(in: Self.multiplyAddRange)
                ?? usual.multiplyAdds,
            connections: try section?.value("connections")?.integer(in: Self.connectionRange)
                ?? usual.connections
        )
    }
}
