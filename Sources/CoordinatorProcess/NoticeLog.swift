import Coordination
import Logging
import OperatingSystem

/// What a coordinator has to tell of its workers, in the log; peers that send nonsense cannot fill
/// it.
struct NoticeLog {
    private let log: Logger
    private var complaints = ComplaintTally()
    private var room = ConnectionRoom(
        for: DescriptorLimit.raise() - DescriptorLimit.reserve)

    init(to log: Logger) {
        self.log = log
    }

    /// Tells what happened, and once that the room for further connections is nearly taken.
    ///
    /// - Parameter workers: how many are connected now.
    mutating func tell(_ notice: Coordinator.Notice, workers: Int, at now: Instant) {
        if case .joined = notice, let warning = room.warning(at: workers) {
            log.warning("\(warning)")
        }
        var words: String? = "\(notice)"
        if case .garbled = notice { words = complaints.words(for: "\(notice)", at: now) }
        guard let words else { return }
        log.log(level: notice.isWarning ? .warning : .info, "\(words)")
    }
}
