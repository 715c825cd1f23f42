/// Counts the worker seconds spent, including those of running trainings.
struct ComputeMeter: Hashable, Sendable {
    private var done: Int64 = 0
    private var running: Int64 = 0
    private var starts: Int64 = 0

    /// Records that a training begins (ns).
    mutating func start(at time: Int64) {
        running += 1
        starts += time
    }

    /// Records that a training ends (ns).
    mutating func stop(startedAt start: Int64, at time: Int64) {
        running -= 1
        starts -= start
        done += time - start
    }

    /// The worker seconds spent at a time (ns).
    func seconds(at time: Int64) -> Double {
        Double(done + running * time - starts) / 1e9
    }
}
