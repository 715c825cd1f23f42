/// What a trial may take of its machine; a guard against hangs and runaways, not part of its task.
///
/// A guard never enters a report: a training that is stopped by one has no result at all, because
/// another machine would have stopped elsewhere.
public struct TrialGuards: Hashable, Codable, Sendable {
    /// Longest training (ms).
    public let milliseconds: Int?
    /// Most resident memory of the process, for each training that runs in it (bytes).
    public let memory: Int?
    /// Longest time between two checks (ms).
    public let stallMilliseconds: Int?

    /// Sets the guards; what is nothing is not watched.
    public init(milliseconds: Int? = nil, memory: Int? = nil, stallMilliseconds: Int? = nil) {
        self.milliseconds = milliseconds
        self.memory = memory
        self.stallMilliseconds = stallMilliseconds
    }

    /// Nothing is watched.
    public static let unguarded = TrialGuards()

    private enum CodingKeys: String, CodingKey {
        case milliseconds = "time_ms"
        case memory = "memory_bytes"
        case stallMilliseconds = "stall_ms"
    }
}
