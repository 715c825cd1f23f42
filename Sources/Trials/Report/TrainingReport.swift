/// The measured results of a training; everything except the times is determined by the task.
public struct TrainingReport: Hashable, Codable, Sendable {
    /// How it ended.
    public let outcome: TrainingOutcome
    /// Live connections at the end; this is the cost if the target was reached.
    public let connections: Int
    /// Live hidden nodes at the end.
    public let hiddenNodes: Int
    /// Inputs with a live connection.
    public let inputsUsed: Int
    /// Biases of live nodes, which are not counted as connections.
    public let biases: Int
    /// Score on the validation rows at the end; finite.
    public let validation: Double
    /// Score on the test rows at the end; finite; no decision uses it.
    public let test: Double
    /// Passes over the training rows.
    public let epochs: Int
    /// Multiply–adds of training, evaluation and scoring.
    public let multiplyAdds: Int
    /// All checks, in order; if there is a course, only an excerpt (`CurveExcerpt`) or none.
    public let curve: [GrowthPoint]
    /// The facts that decisions use of the checks, if the curve may lack some; `nil` if it is
    /// whole.
    public let course: TrainingCourse?
    /// A hash of the final network and the curve.
    public let fingerprint: Fingerprint
    /// Measured wall-clock time (s); zero until a worker sets it.
    public var seconds: Double
    /// Measured processor time of the training thread (s); zero until a worker sets it.
    public var cpuSeconds: Double

    /// Sets the results.
    public init(
        outcome: TrainingOutcome, connections: Int, hiddenNodes: Int, inputsUsed: Int,
        biases: Int, validation: Double, test: Double, epochs: Int, multiplyAdds: Int,
        curve: [GrowthPoint], course: TrainingCourse? = nil, fingerprint: Fingerprint,
        seconds: Double = 0, cpuSeconds: Double = 0
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
        self.course = course
        self.fingerprint = fingerprint
        self.seconds = seconds
        self.cpuSeconds = cpuSeconds
    }

    private enum CodingKeys: String, CodingKey {
        case outcome, connections, course, biases, validation, test, epochs, curve, fingerprint
        case seconds
        case hiddenNodes = "hidden_nodes"
        case inputsUsed = "inputs_used"
        case multiplyAdds = "multiply_adds"
        case cpuSeconds = "cpu_seconds"
    }

    /// Reads a report; if it has a course, the curve may be missing.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let course = try fields.decodeIfPresent(TrainingCourse.self, forKey: .course)
        let mayLackCurve = course != nil && !fields.contains(.curve)
        self.init(
            outcome: try fields.decode(TrainingOutcome.self, forKey: .outcome),
            connections: try fields.decode(Int.self, forKey: .connections),
            hiddenNodes: try fields.decode(Int.self, forKey: .hiddenNodes),
            inputsUsed: try fields.decode(Int.self, forKey: .inputsUsed),
            biases: try fields.decode(Int.self, forKey: .biases),
            validation: try fields.decode(Double.self, forKey: .validation),
            test: try fields.decode(Double.self, forKey: .test),
            epochs: try fields.decode(Int.self, forKey: .epochs),
            multiplyAdds: try fields.decode(Int.self, forKey: .multiplyAdds),
            curve: mayLackCurve ? [] : try fields.decode([GrowthPoint].self, forKey: .curve),
            course: course,
            fingerprint: try fields.decode(Fingerprint.self, forKey: .fingerprint),
            seconds: try fields.decode(Double.self, forKey: .seconds),
            cpuSeconds: try fields.decode(Double.self, forKey: .cpuSeconds))
    }
}

extension TrainingReport {
    /// Tells whether the target was reached.
    public var isReached: Bool {
        outcome == .reached
    }

    /// The same report with another curve, for example a part of its own.
    package func withCurve(
        _ curve: [GrowthPoint], course: TrainingCourse? = nil
    ) -> TrainingReport {
        TrainingReport(
            outcome: outcome, connections: connections, hiddenNodes: hiddenNodes,
            inputsUsed: inputsUsed, biases: biases, validation: validation, test: test,
            epochs: epochs, multiplyAdds: multiplyAdds, curve: curve, course: course,
            fingerprint: fingerprint, seconds: seconds, cpuSeconds: cpuSeconds)
    }

    /// The report in its recorded form: with an excerpt of its curve, and the course of its whole
    /// curve.
    ///
    /// - Complexity: like `CurveExcerpt`.
    package func excerpt(target: TargetScore) -> TrainingReport {
        withCurve(CurveExcerpt(of: curve).points, course: course(target: target))
    }

    /// The facts that decisions use of the checks: the recorded course or, if there is none, that
    /// of the whole curve.
    ///
    /// - Complexity: O(checks) if there is no recorded course.
    package func course(target: TargetScore) -> TrainingCourse {
        course ?? TrainingCourse(of: curve, target: target)
    }

    /// The cap at which the training was stopped; `nil` if it was not.
    public var cap: Int? {
        if case .censored(let cap) = outcome { cap } else { nil }
    }

    /// Tells whether the training was stopped at its cap.
    public var isCensored: Bool { cap != nil }
}
