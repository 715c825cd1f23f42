import OperatingSystem

/// The wall-clock and processor time of a thread in each activity.
///
/// The clocks are read at the end of each stage of a turn, for all messages together, so the cost
/// is very small.
package struct TimeAccount: Sendable {
    private var wall = [Double](repeating: 0, count: CoordinatorActivity.allCases.count)
    private var processor = [Double](repeating: 0, count: CoordinatorActivity.allCases.count)
    private var lastWall = SystemClock.seconds()
    private var lastProcessor = SystemClock.threadSeconds()

    /// Starts now, on this thread.
    init() {}

    /// Counts the time since the last call, or since the start, for an activity.
    mutating func charge(_ activity: CoordinatorActivity) {
        let (now, used) = (SystemClock.seconds(), SystemClock.threadSeconds())
        wall[activity.rawValue] += now - lastWall
        processor[activity.rawValue] += used - lastProcessor
        (lastWall, lastProcessor) = (now, used)
    }

    /// The wall-clock time of an activity (s).
    package func seconds(_ activity: CoordinatorActivity) -> Double { wall[activity.rawValue] }

    /// The processor time of an activity (s).
    package func processorSeconds(_ activity: CoordinatorActivity) -> Double {
        processor[activity.rawValue]
    }
}
