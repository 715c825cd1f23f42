/// The network before it grows.
enum StartPart {
    private static let part = SchedulePart.start

    /// The rows of its parameters.
    static let rows: [ParameterDefinition] = [
        part.real(
            .initialDensity, 0.0001...1, .log, or: 0.02, unit: "share of the possible connections",
            "density of the network before it grows", source: "Feng, Li, Li 2008"),
        part.integer(
            .initialHiddenNodes, 0...1000, or: 0, unit: "nodes",
            "hidden nodes before the network grows", source: "Feng, Li, Li 2008"),
        part.real(
            .initialWeightScale, 0.01...10, .log, or: 1, unit: "1/√fan-in",
            "standard deviation of the first weights", source: "LeCun et al. 1998"),
        part.choice(
            .activation, ActivationChoice.self,
            "what a hidden node does to its sum; leaky learns its negative slope",
            source: "He et al. 2015 (leaky)"),
        part.choice(
            .directLinks, DirectLinks.self,
            "whether connections may lead from an input straight to an output",
            source: "Fahlman and Lebiere 1990 (yes); LeCun et al. 1998 (no)", if: .startsWithNodes),
    ]
}

extension GrowthSchedule {
    /// The value of `initial_density` (share of the possible connections).
    public var initialDensity: Double { real(.initialDensity) }
    /// The value of `initial_hidden_nodes` (nodes).
    public var initialHiddenNodes: Int { integer(.initialHiddenNodes) }
    /// The value of `initial_weight_scale` (1/√fan-in).
    public var initialWeightScale: Double { real(.initialWeightScale) }
    /// The value of `activation`.
    public var activation: ActivationChoice { choice(.activation) }
    /// The value of `direct_links`.
    public var directLinks: DirectLinks { choice(.directLinks) }
    /// Whether a network may get connections from an input straight to an output.
    package var allowsDirectLinks: Bool { directLinks == .yes || !means(.directLinks) }
}
