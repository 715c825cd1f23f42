public import PlainJSON

/// The measured results of a training; everything except the times is determined by the task.
public struct TrainingReport: Hashable, Sendable {
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
}

extension TrainingReport: PlainForm {
    /// Describes the fields; a report with a course may lack its curve.
    public init(_ walk: inout FieldWalk, _ value: TrainingReport?) throws {
        try self.init(&walk, value, leavingOutCurve: false)
    }

    /// Describes the fields.
    ///
    /// - Parameter leavingOutCurve: whether the curve is not written, because it is kept elsewhere.
    package init(
        _ walk: inout FieldWalk, _ value: TrainingReport?, leavingOutCurve: Bool
    ) throws {
        let counts = FieldRange.counts
        biases = try walk.field("biases", value?.biases, in: counts)
        connections = try walk.field("connections", value?.connections, in: counts)
        course = try walk.optionalForm("course", value?.course)
        cpuSeconds = try walk.field("cpu_seconds", value?.cpuSeconds, in: FieldRange.seconds)
        curve = try Self.curve(&walk, value, mayLack: course != nil, leavingOut: leavingOutCurve)
        epochs = try walk.field("epochs", value?.epochs, in: counts)
        fingerprint = Fingerprint(
            hash: try walk.hexadecimal("fingerprint", value?.fingerprint.hash))
        hiddenNodes = try walk.field("hidden_nodes", value?.hiddenNodes, in: counts)
        inputsUsed = try walk.field("inputs_used", value?.inputsUsed, in: counts)
        multiplyAdds = try walk.field("multiply_adds", value?.multiplyAdds, in: counts)
        outcome = try walk.form("outcome", value?.outcome)
        seconds = try walk.field("seconds", value?.seconds, in: FieldRange.seconds)
        test = try walk.field("test", value?.test, in: FieldRange.scores)
        validation = try walk.field("validation", value?.validation, in: FieldRange.scores)
    }

    private static func curve(
        _ walk: inout FieldWalk, _ value: TrainingReport?, mayLack: Bool, leavingOut: Bool
    ) throws -> [GrowthPoint] {
        let points = 0...TrainingLimits.checkRange.upperBound
        let given = leavingOut ? nil : value?.curve
        guard mayLack || leavingOut else {
            return try walk.forms("curve", given, in: points, "points")
        }
        return try walk.optionalForms("curve", given, in: points, "points") ?? []
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
    public var cap: Int? { outcome.cap }

    /// Tells whether the training was stopped at its cap.
    public var isCensored: Bool { cap != nil }
}
