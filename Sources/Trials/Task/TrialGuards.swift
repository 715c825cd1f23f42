public import PlainJSON

/// The limits of a trial on its machine, against hangs and memory leaks; not part of its task.
///
/// A guard never appears in a report: a training that it stops has no result, because another
/// machine would have stopped it elsewhere.
public struct TrialGuards: Hashable, Sendable {
    /// Longest training (ms).
    public let milliseconds: Int?
    /// Most resident memory of the process, for each training that runs in it (bytes).
    public let memory: Int?
    /// Longest time between two checks (ms).
    public let stallMilliseconds: Int?

    /// Sets the guards; `nil` means no limit.
    public init(milliseconds: Int? = nil, memory: Int? = nil, stallMilliseconds: Int? = nil) {
        self.milliseconds = milliseconds
        self.memory = memory
        self.stallMilliseconds = stallMilliseconds
    }

    /// No limits.
    public static let unguarded = TrialGuards()
}

extension TrialGuards: PlainForm {
    /// Describes the fields.
    public init(_ walk: inout FieldWalk, _ value: TrialGuards?) throws {
        memory = try walk.optionalField(
            "memory_bytes", value?.memory, in: FieldRange.positiveCounts)
        stallMilliseconds = try walk.optionalField(
            "stall_ms", value?.stallMilliseconds, in: FieldRange.positiveCounts)
        milliseconds = try walk.optionalField(
            "time_ms", value?.milliseconds, in: FieldRange.positiveCounts)
    }
}
