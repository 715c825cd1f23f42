package import Coordination
import Glibc
package import Logging
package import Studies
package import StudyStore
import Trials
import WireProtocol
import ZeroMQ

/// A coordinator process: one loop on one thread that owns the socket and the journal.
///
/// A turn takes in everything that has arrived, makes what follows durable in one transaction, and
/// only then answers.
package struct CoordinatorNode: ~Copyable {
    /// Messages taken in before the turn's transaction, so that nobody waits long for an answer.
    private static let turnLimit = 512
    /// Bytes of messages after which no further one is taken in, which bounds the memory of a turn.
    private static let turnBytes = 8 << 20
    /// Messages that are written out before they are sent; pieces of datasets are among them.
    private static let sendingGroup = 64
    /// The longest wait (ms), so that child processes and the clock are looked after.
    private static let longestWait = 200
    /// The shortest wait (ms) while overdue leases are held.
    private static let shortestGrace = 10

    private let context: Context
    private let socket: Socket
    private var admission: Admission
    private var poller: Poller
    private let signals: SignalWatch
    private let wakeUp: WakeUp
    private let journal: StudyJournal
    private let rows: ServedDataset
    private let log: Logger
    private var coordinator: Coordinator
    private var pending: [Coordinator.Directive] = []
    private var departure = Departure()
    private var pause = JournalPause()
    private var complaints = ComplaintTally()
    private var room = ConnectionRoom()
    private var grace = RenewalGrace()
    /// Where the time goes.
    package private(set) var account = TimeAccount()

    /// Takes up a study and listens.
    ///
    /// - Parameter events: everything that the journal holds.
    package init(
        resuming events: [StudyEvent], journal: StudyJournal, datasetBytes: [UInt8],
        listening place: ListeningPlace, settings: CoordinatorSettings, log: Logger
    ) throws {
        let coordinator = try LoadedStudy.resume(events, journal.path, settings)
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
        signals = SignalWatch(waking: wakeUp)
        self.journal = journal
        rows = ServedDataset(coordinator.study.definition.dataset, datasetBytes)
        self.log = log
        self.coordinator = coordinator
        if coordinator.divergentProposals > 0 {
            log.warning(
                """
                the strategy would now propose \(coordinator.divergentProposals) of the recorded \
                schedules otherwise; the study goes on with what was recorded
                """)
        }
    }

    /// Where the coordinator listens, with the port that was chosen for `*`.
    package var endpoint: String { socket.lastEndpoint }

    /// What the study has come to.
    package var study: StudyState { coordinator.study }

    /// The number of workers that are connected.
    package var workerCount: Int { coordinator.workerCount }

    /// Serves workers until the study is finished or somebody asks it to stop.
    ///
    /// - Parameter everyTurn: looks after whatever else the process does; a reason that it returns
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
            case .spendNoMore: try stopProposing()
            case .stop(let reason): departure.leave(reason)
            }
            account.charge(.attending)
            try settle()
            departure.leaveIfAlone(workers: workerCount, at: now)
        }
        return departure.reason ?? .finished
    }

    /// Waits for what happens next and takes it in; or, while the disk is full, for a moment.
    ///
    /// - Returns: the time that it is now.
    private mutating func awaitNews() throws -> Instant {
        defer { account.charge(.deciding) }
        guard !pause.isOn else {
            usleep(UInt32(Self.longestWait) * 1000)
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
        // Where leases wait for their renewals, their deadlines may have passed.
        let shortest = grace.holds(at: now) ? Self.shortestGrace : 0
        return max(shortest, min(Self.longestWait, Int(wait / .milliseconds(1)) + 1))
    }

    /// Takes in what has arrived, up to the limits of a turn.
    ///
    /// - Returns: whether that was all.
    private mutating func receive() throws -> Bool {
        let began = SystemClock.now()
        var arrived: [Delivery] = []
        var bytes = 0
        var readAll = false
        while arrived.count < Self.turnLimit, bytes < Self.turnBytes {
            guard let delivery = try socket.receiveDelivery() else {
                readAll = true
                break
            }
            bytes += delivery.frames.reduce(0) { $0 + $1.count }
            if let objection = admission.objection(to: delivery, at: began) {
                try turnAway(delivery, objection)
            } else {
                arrived.append(delivery)
            }
        }
        account.charge(.receiving)
        let inputs = arrived.compactMap { coordinator.input(of: $0) }
        account.charge(.decoding)
        for input in inputs { handle(input) }
        return readAll
    }

    private func turnAway(_ delivery: Delivery, _ reason: String) throws {
        guard let peer = delivery.frames.first else { return }
        let letter = Letter(.refused(reason: reason), to: PeerID(rawValue: peer))
        _ = try socket.send(letter.frames)
    }

    private mutating func handle(_ input: Coordinator.Input) {
        pending += coordinator.handle(input, at: SystemClock.now())
    }

    /// Makes the events of the turn durable, then carries out everything else in order; nothing of
    /// it where the disk is full.
    private mutating func settle() throws {
        while !pending.isEmpty {
            let directives = pending
            let events = directives.compactMap { directive in
                if case .record(let event) = directive { event } else { nil }
            }
            let entries = journal.entries(for: events)
            account.charge(.recording)
            if !entries.isEmpty {
                let isDurable = try pause.append(entries, to: journal, log: log)
                account.charge(.committing)
                guard isDurable else { return }
            }
            pending.removeAll(keepingCapacity: true)
            for start in stride(from: 0, to: directives.count, by: Self.sendingGroup) {
                let group = directives[start..<min(directives.count, start + Self.sendingGroup)]
                try send(group.compactMap { carryOut($0) })
            }
        }
    }

    /// Does what is to be done, and says what is to be sent.
    private mutating func carryOut(_ directive: Coordinator.Directive) -> Letter? {
        switch directive {
        case .record: break
        case .send(let message, let peer): return Letter(message, to: peer)
        case .sendChunk(let dataset, let offset, let peer):
            return Letter(rows.chunk(of: dataset, from: offset), to: peer)
        case .note(let notice): tell(notice)
        case .finish: departure.sayFarewell(at: SystemClock.now())
        }
        return nil
    }

    /// A message that cannot go out now is dropped: workers repeat what they need answered.
    private mutating func send(_ letters: [Letter]) throws {
        account.charge(.encoding)
        for letter in letters where try socket.send(letter.frames) == .unreachable {
            handle(.unreachable(letter.peer))
        }
        account.charge(.sending)
    }

    private mutating func tell(_ notice: Coordinator.Notice) {
        var words: String? = "\(notice)"
        if case .garbled = notice {
            words = complaints.words(for: "\(notice)", at: SystemClock.now())
        }
        if case .joined = notice, let warning = room.warning(at: workerCount) {
            log.warning("\(warning)")
        }
        guard let words else { return }
        log.log(level: notice.isWarning ? .warning : .info, "\(words)")
    }

    private mutating func heedSignals(at now: Instant) {
        guard departure.heed(requests: signals.count, at: now) else { return }
        log.notice("stopping: what is being trained is finished first; once more stops at once")
        handle(.drainRequested)
    }

    private mutating func stopProposing() throws {
        guard study.wantsSearch else { return }
        handle(.budgeted(study.budget.with(trials: study.searchTrials)))
    }
}
