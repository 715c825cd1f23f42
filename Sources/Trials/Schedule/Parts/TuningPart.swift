/// How a thinned network gets back to the target.
enum TuningPart {
    private static let part = SchedulePart.tuning

    /// The rows of its parameters.
    static let rows: [ParameterDefinition] = [
        part.integer(
            .tuningSteps, 1...1_000_000, .log, or: 1200, unit: "steps",
            "steps in which a thinned network may get back to the target",
            source: "Renda, Frankle, Carbin 2020", if: .thins),
        part.choice(
            .tuningEnd, TuningEnd.self,
            "whether tuning ends as soon as the target is confirmed, or after all its steps",
            source: "measured", if: .thins),
        part.real(
            .averagingShare, 0...1, .linear, or: 0, unit: "share of the steps of tuning",
            "latest steps over which tuned weights are averaged; 0 takes the last weights",
            source: "Polyak and Juditsky 1992; Shamir and Zhang 2013", if: .thins),
    ]
}

extension GrowthSchedule {
    /// The value of `tuning_steps` (steps).
    public var tuningSteps: Int { integer(.tuningSteps) }
    /// The value of `tuning_end`.
    public var tuningEnd: TuningEnd { choice(.tuningEnd) }
    /// The value of `averaging_share` (share of the steps of tuning).
    public var averagingShare: Double { real(.averagingShare) }
}
