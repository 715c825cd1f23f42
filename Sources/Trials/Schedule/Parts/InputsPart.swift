/// How the inputs of a network are scaled and disturbed, and how classes are balanced.
enum InputsPart {
    private static let part = SchedulePart.inputs

    /// The rows of its parameters.
    static let rows: [ParameterDefinition] = [
        part.choice(
            .inputScaling, InputScalingChoice.self,
            "divisor of centred features: each its own deviation, or one range for all",
            source: "LeCun et al. 1998"),
        part.real(
            .inputDropout, 0...0.9, .linear, or: 0, unit: "share of the inputs",
            "input values that each training step leaves out", source: "Srivastava et al. 2014"),
        part.real(
            .inputNoise, 0...5, .linear, or: 0, unit: "scaled units",
            "standard deviation of the noise on inputs in each training step",
            source: "Bishop 1995"),
        part.choice(
            .classWeighting, ClassWeighting.self,
            "whether rare classes weigh as much as frequent ones", source: "King and Zeng 2001",
            if: .keepsClassShares, isForClasses: true),
        part.choice(
            .classSampling, ClassSampling.self,
            "whether rows of rare classes are seen as often as others",
            source: "Buda, Maki, Mazurowski 2018", isForClasses: true),
    ]
}

extension GrowthSchedule {
    /// The value of `input_scaling`.
    public var inputScaling: InputScalingChoice { choice(.inputScaling) }
    /// The value of `input_dropout` (share of the inputs).
    public var inputDropout: Double { real(.inputDropout) }
    /// The value of `input_noise` (scaled units).
    public var inputNoise: Double { real(.inputNoise) }
    /// The value of `class_weighting`.
    public var classWeighting: ClassWeighting { choice(.classWeighting) }
    /// The value of `class_sampling`.
    public var classSampling: ClassSampling { choice(.classSampling) }
}
