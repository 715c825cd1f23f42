import OperatingSystem

/// How much time of a thread went into each activity, by the clock and of the processor.
///
/// It is told at the end of each stage of a turn, for all messages together, so that reading the
/// clocks costs next to nothing.
package struct TimeAccount: Sendable {
    private var wall = [Double](repeating: 0, count: CoordinatorActivity.allCases.count)
    private var processor = [Double](repeating: 0, count: CoordinatorActivity.allCases.count)
    private var lastWall = SystemClock.seconds()
    private var lastProcessor = SystemClock.threadSeconds()

    /// Begins now, on this thread.
    init() {}

    /// Counts what has passed since the last call, or the beginning, as an activity.
    mutating func charge(_ activity: CoordinatorActivity) {
        let (now, used) = (SystemClock.seconds(), SystemClock.threadSeconds())
        wall[activity.index] += now - lastWall
        processor[activity.index] += used - lastProcessor
        (lastWall, lastProcessor) = (now, used)
    }

    /// The time of an activity by the clock (s).
    package func seconds(_ activity: CoordinatorActivity) -> Double { wall[activity.index] }

    /// The processor time of an activity (s).
    package func processorSeconds(_ activity: CoordinatorActivity) -> Double {
        processor[activity.index]
    }
}

extension CoordinatorActivity {
    /// Its place in the order of declaration, which is how a case without payload is stored.
    fileprivate var index: Int { Int(unsafe unsafeBitCast(self, to: UInt8.self)) }
}
