import Trials

extension TrainingLimits {
    /// Reads `limits:`.
    init(_ value: DocumentValue?) throws(ConfigError) {
        let usual = TrainingLimits()
        let section = try value?.section(known: ["checks", "multiply_adds", "connections"])
        self.init(
            // Every check adds a point to the report's curve, and a message has room for this many.
            checks: try section?.value("checks")?.integer(in: 2...20_000) ?? usual.checks,
            multiplyAdds: try section?.value("multiply_adds")?.integer(in: 1...(1 << 53))
                ?? usual.multiplyAdds,
            connections: try section?.value("connections")?.integer(in: 1...100_000_000)
                ?? usual.connections
        )
    }
}
