import Coordination
import ScheduleSearch
import Studies
import Trials
import WireProtocol

/// Checks everything that a coordinator receives, decides and makes durable, and keeps the first
/// violation.
struct SafetyChecker {
    /// The first violation.
    private(set) var violation: Violation?
    /// The fold of the durable events.
    private(set) var durable: StudyState

    private let names: [WorkerID]
    let leaseDuration: Duration
    private let isGentle: Bool
    private(set) var ledger: LeaseLedger
    /// When the coordinator last received a message of each worker, by its own clock.
    private var heard: [Instant?]
    /// The reports that were acknowledged to workers, by trial.
    private(set) var acknowledged: [TrainingReport?] = []
    /// The worker to which each attempt was leased, by trial and attempt.
    private var told: [[WorkerID?]] = []

    init(names: [WorkerID], leaseDuration: Duration, isGentle: Bool, durable: StudyState) {
        self.names = names
        self.leaseDuration = leaseDuration
        self.isGentle = isGentle
        self.durable = durable
        ledger = LeaseLedger(leaseDuration: leaseDuration)
        heard = Array(repeating: nil, count: names.count)
    }

    /// Keeps the first violation.
    mutating func note(_ found: Violation?) {
        if violation == nil { violation = found }
    }

    /// Begins to check a coordinator that was rebuilt from these events.
    mutating func takeUpLedger(from events: [StudyEvent], at now: Instant) {
        ledger = LeaseLedger(leaseDuration: leaseDuration, replaying: events, at: now)
        heard = Array(repeating: nil, count: names.count)
    }

    /// Compares the coordinator's decisions with what it may decide.
    mutating func observe(
        _ input: Coordinator.Input, _ directives: [Coordinator.Directive], at now: Instant,
        leaseCount: Int
    ) {
        if case .received(let message, let peer) = input, let connection = WorkerLink(peer),
            names.indices.contains(connection.worker)
        {
            heard[connection.worker] = now
            renew(message, names[connection.worker], directives, at: now)
        }
        for case .record(let event) in directives {
            note(ledger.note(event, at: now))
            checkSpirit(event, at: now)
        }
        if input == .deadlineReached { note(ledger.overdue(at: now)) }
        if ledger.live.count != leaseCount {
            note(
                Violation(
                    .fencesLeases,
                    "the coordinator counts \(leaseCount) leases, but \(ledger.live.count) are out"
                ))
        }
    }

    private mutating func renew(
        _ message: WorkerMessage, _ worker: WorkerID, _ directives: [Coordinator.Directive],
        at now: Instant
    ) {
        let holding: [AttemptProgress]
        // An unknown peer is asked to identify itself, and renews no lease. Nor does a peer that
        // says hello under the name of another worker, which is then asked to identify itself.
        if case .send(.identify, _)? = directives.first { return }
        switch message {
        case .hello(_, _, _, let held): holding = held
        case .progress(let held): holding = held
        default: return
        }
        for held in holding { ledger.renew(held.attempt, of: worker, at: now) }
    }

    private mutating func checkSpirit(_ event: StudyEvent, at now: Instant) {
        switch event {
        case .leased(let attempt, let worker):
            let last = names.firstIndex(of: worker).flatMap { heard[$0] }
            if let last, now < last + leaseDuration { return }
            note(
                Violation(
                    .leasesToTheLiving,
                    """
                    \(attempt.words) is leased to \(worker.rawValue), which \
                    has sent no message within the lease time
                    """))
        case .lost(let attempt, let worker, .silence) where isGentle:
            note(
                Violation(
                    .sparesTheLiving,
                    "\(attempt.words) is lost on \(worker.rawValue)"))
        default: break
        }
    }

    /// Applies events that became durable.
    mutating func committed(_ events: [StudyEvent]) {
        for event in events {
            checkCap(event)
            do throws(JournalError) {
                try durable.apply(event)
            } catch {
                let promise: Violation.Promise =
                    if case .settledTwice = error { .settlesOnce } else { .replays }
                note(Violation(promise, "the journal holds \(event), but \(error)"))
            }
        }
    }

    /// Checks the cap at which a trial was stopped.
    private mutating func checkCap(_ event: StudyEvent) {
        guard case .reported(let attempt, _, let report) = event,
            case .censored(let cap) = report.outcome
        else { return }
        if let record = durable[attempt.trial], record.purpose == .search, !record.isControl,
            let lowest = durable.standings.cap.lowest, cap >= lowest
        {
            return
        }
        note(
            Violation(
                .capsSoundly,
                "\(attempt.words) was stopped at a cap of \(cap)"))
    }

    /// Checks a message that reaches a worker.
    ///
    /// - Parameter held: the worker's attempts before it handles the message.
    mutating func delivered(
        _ message: CoordinatorMessage, to worker: WorkerID, holding held: [HeldAttempt]
    ) {
        switch message {
        case .acknowledge(let attempt):
            acknowledge(attempt, held)
        case .lease(let attempt, _):
            lease(attempt, to: worker)
        case .finished where durable.phase != .finished:
            note(
                Violation(
                    .recordsFirst,
                    "\(worker.rawValue) hears that the study is over while it is \(durable.phase)"
                ))
        default: break
        }
    }

    private mutating func acknowledge(_ attempt: Attempt, _ held: [HeldAttempt]) {
        guard durable.ended(attempt.trial) != nil else {
            return note(
                Violation(.keepsReports, "\(attempt.words) is acknowledged and not in the journal"))
        }
        for case .finished(let report) in held.lazy.filter({
            $0.attempt == attempt
        }).map(\.stage) {
            while acknowledged.count < attempt.trial.rawValue { acknowledged.append(nil) }
            acknowledged[attempt.trial.rawValue - 1] = report
        }
    }

    private mutating func lease(_ attempt: Attempt, to worker: WorkerID) {
        let (index, number) = (attempt.trial.rawValue - 1, attempt.number.rawValue)
        if durable.attempts(of: attempt.trial) ?? 0 < number {
            note(
                Violation(
                    .recordsFirst,
                    "\(worker.rawValue) gets \(attempt.words), not durable yet"
                ))
        }
        while told.count <= index { told.append([]) }
        while told[index].count < number { told[index].append(nil) }
        let first = told[index][number - 1] ?? worker
        told[index][number - 1] = first
        if first != worker {
            note(
                Violation(
                    .fencesLeases,
                    """
                    \(attempt.words) is given to \(first.rawValue) and to \
                    \(worker.rawValue)
                    """))
        }
    }
}
