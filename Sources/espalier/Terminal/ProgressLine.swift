import Coordination
import Studies
import StudyReports

/// Shows the progress of a search on stderr: in place on a terminal, else a line now and then.
struct ProgressLine {
    /// The characters that remove the line from a terminal.
    static let erasure = "\r\u{1B}[K"

    private let isInPlace = Terminal.isWatched
    private var lastShown: Instant?
    private var pace: SearchPace?
    private var isOpen = false

    /// Shows the progress of a study, unless it was shown a moment ago.
    ///
    /// - Parameter end: the time until the search must end; `nil` if there is no end.
    mutating func show(
        _ study: StudyState, workers: Int, at now: Instant, untilEnd end: Duration? = nil
    ) {
        let interval: Duration = isInPlace ? .milliseconds(200) : .seconds(5)
        if let lastShown, now - lastShown < interval { return }
        lastShown = now
        let pace = pace ?? SearchPace(of: study, at: now)
        self.pace = pace
        let progress = SearchProgress(
            of: study, workers: workers,
            secondsLeft: pace.secondsLeft(study, at: now, untilEnd: end))
        Terminal.write(isInPlace ? "\(Self.erasure)\(progress.line)" : "\(progress.line)\n")
        isOpen = isInPlace
    }

    /// Removes the line, so that something else can be written.
    mutating func end() {
        if isOpen { Terminal.write(Self.erasure) }
        isOpen = false
    }
}
