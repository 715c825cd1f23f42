package import PlainJSON
package import Trials

/// An attempt that a worker has, and its progress.
package struct AttemptProgress: Hashable, Sendable {
    /// The attempt.
    package let attempt: Attempt
    /// The latest check; `nil` while the attempt waits, and after its report is ready.
    package let point: GrowthPoint?

    /// Notes how far an attempt is.
    package init(attempt: Attempt, point: GrowthPoint? = nil) {
        self.attempt = attempt
        self.point = point
    }
}

extension AttemptProgress: PlainForm {
    /// Describes the fields.
    package init(_ walk: inout FieldWalk, _ value: AttemptProgress?) throws {
        let number = try walk.number(of: value?.attempt)
        point = try walk.optionalForm("point", value?.point)
        attempt = Attempt(trial: try walk.trial(value?.attempt.trial), number: number)
    }
}
