import Coordination
import Logging
import OperatingSystem

/// Writes a coordinator's notices to the log; invalid messages of peers cannot fill the log.
struct NoticeLog {
    private let log: Logger
    private var complaints = ComplaintTally()
    private var room = ConnectionRoom(
        for: DescriptorLimit.raise() - DescriptorLimit.reserve)

    init(to log: Logger) {
        self.log = log
    }

    /// Logs a notice, and warns once that the limit of connections is almost reached.
    ///
    /// - Parameter workers: number of connected workers.
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
