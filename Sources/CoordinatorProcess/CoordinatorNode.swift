package import Coordination
package import Logging
import OperatingSystem
package import Studies
package import StudyStore
package import WorkerKeys
import ZeroMQ

/// A coordinator process: one loop on one thread, which owns the socket and the journal.
///
/// A turn handles all messages that have arrived, makes the resulting events durable in one
/// transaction, and only then answers.
package struct CoordinatorNode: ~Copyable {
    private let context: Context
    let socket: Socket
    var admission: Admission
    private var poller: Poller
    private let signals: SignalWatch
    private let wakeUp: WakeUp
    let journal: StudyJournal
    let rows: ServedDataset
    let log: Logger
    var coordinator: Coordinator
    var pending: [Coordinator.Directive] = []
    var departure = Departure()
    var pause = JournalPause()
    var notices: NoticeLog
    private var grace = RenewalGrace()
    /// The time spent in each activity.
    package internal(set) var account = TimeAccount()

    /// Resumes a study and listens for workers.
    ///
    /// - Parameter events: all events of the journal.
    package init(
        resuming events: [StudyEvent], journal: StudyJournal, datasetBytes: [UInt8],
        listening place: ListeningPlace, settings: CoordinatorSettings, log: Logger
    ) throws {
        // It raises the limit of connections, so it must come first.
        notices = NoticeLog(to: log)
        let coordinator = try Coordinator(resuming: events, of: journal.path, settings)
        let context = try Context()
        let wakeUp = try WakeUp()
        var poller = Poller()
        let admission = try Admission(to: place, in: context, log: log)
        let socket = try admission.open(in: context, watchedBy: &poller)
        _ = poller.watch(wakeUp)
        self.context = context
        self.socket = socket
        self.admission = admission
        self.poller = poller
        self.wakeUp = wakeUp
        signals = SignalWatch { wakeUp.signal() }
        self.journal = journal
        rows = ServedDataset(coordinator.study.definition.dataset, datasetBytes)
        self.log = log
        self.coordinator = coordinator
        if coordinator.divergentProposals > 0 {
            log.warning(
                """
                the strategy would now propose \(coordinator.divergentProposals) of the recorded \
                schedules differently; the study continues with the recorded ones
                """)
        }
    }

    /// The endpoint, with the port that was chosen for `*`.
    package var endpoint: String { socket.lastEndpoint }

    /// The state of the study.
    package var study: StudyState { coordinator.study }

    /// Number of connected workers.
    package var workerCount: Int { coordinator.workerCount }

    /// Serves workers until the study is finished or the user asks it to stop.
    ///
    /// - Parameter everyTurn: does the other work of the process; a stop reason that it returns
    ///   stops the coordinator.
    package mutating func run(
        everyTurn: (StudyState, _ workers: Int, Instant) throws -> TurnRequest
    ) throws -> StopReason {
        account = TimeAccount()
        handle(.deadlineReached)
        try settle()
        departure.leaveIfAlone(workers: workerCount, at: SystemClock.now())
        while departure.reason == nil {
            let now = try awaitNews()
            try admission.attend(to: socket, at: now)
            heedSignals(at: now)
            switch try everyTurn(coordinator.study, workerCount, now) {
            case .proceed: break
            case .spendNoMore(let certifications): limit(toCertifications: certifications)
            case .stop(let reason): departure.leave(reason)
            }
            account.charge(.attending)
            try settle()
            departure.leaveIfAlone(workers: workerCount, at: now)
        }
        return departure.reason ?? .finished
    }

    /// Waits for messages or a deadline and handles them; while the disk is full, only waits a
    /// moment.
    ///
    /// - Returns: the current time.
    private mutating func awaitNews() throws -> Instant {
        defer { account.charge(.deciding) }
        guard !pause.isOn else {
            SystemClock.sleep(for: .milliseconds(CoordinatorLimits.longestWait))
            account.charge(.waiting)
            return SystemClock.now()
        }
        _ = try poller.wait(milliseconds: waitingTime())
        wakeUp.clear()
        account.charge(.waiting)
        let readAll = try receive()
        let now = SystemClock.now()
        grace.note(turnAt: now, readAll: readAll)
        if !grace.holds(at: now), let deadline = coordinator.nextDeadline, deadline <= now {
            handle(.deadlineReached)
        }
        return now
    }

    private func waitingTime() -> Int {
        let now = SystemClock.now()
        let wait = coordinator.nextDeadline.map { $0 - now } ?? .seconds(1)
        // While leases wait for their renewals, their deadlines may have passed.
        let shortest = grace.holds(at: now) ? CoordinatorLimits.shortestGrace : 0
        return max(shortest, min(CoordinatorLimits.longestWait, Int(wait / .milliseconds(1)) + 1))
    }

    mutating func handle(_ input: Coordinator.Input) {
        pending += coordinator.handle(input, at: SystemClock.now())
    }

    private mutating func heedSignals(at now: Instant) {
        guard departure.heed(requests: signals.count, at: now) else { return }
        log.notice("stopping: running trainings are finished first; ask again to stop at once")
        handle(.drainRequested)
    }

    private mutating func limit(toCertifications certifications: Int) {
        let budget = study.budget.with(
            trials: study.searchTrials, certifications: certifications)
        if budget != study.budget { handle(.budgeted(budget)) }
    }
}
