package import ScheduleSearch
package import Studies
package import Trials
import WireProtocol

/// Decides which worker trains which schedule, and when.
///
/// The coordinator performs no input or output and reads no clock. The caller passes inputs
/// together with the current time, and carries out the returned directives in order: a `record`
/// must be durable before any later directive is carried out.
package struct Coordinator: Sendable {
    /// The state of the study.
    package internal(set) var study: StudyState
    /// Number of recorded proposals that differ from those of the replayed strategy; zero unless
    /// the program or its strategy has changed since.
    package internal(set) var divergentProposals = 0

    let settings: CoordinatorSettings
    var strategy: any SearchStrategy
    var roster = WorkerRoster()
    var leases = LeaseBook()
    var isDraining = false
    var isFinished = false
    /// Until when suspended workers get no lease; a worker that is missing here may get one at
    /// once.
    var probations: [WorkerID: Instant] = [:]
    /// Number of losses by silence that were blamed on trials, for workers that are still silent.
    var silences: [WorkerID: Int] = [:]
    /// The last cap that was sent to the workers.
    var toldCap = Int.max

    /// Continues a study from its journal, or begins one that has just been defined.
    ///
    /// Leases that were out get a full duration from now on, because their workers may still be
    /// training.
    ///
    /// - Parameter strategy: chooses the schedules instead of the study's own strategy.
    /// - Throws: `JournalError` if the events are not those of a study.
    /// - Complexity: O(events), one `ask` or `tell` each.
    package init(
        replaying events: [StudyEvent], settings: CoordinatorSettings = CoordinatorSettings(),
        choosing strategy: (any SearchStrategy)? = nil, at now: Instant
    ) throws(JournalError) {
        study = try StudyState(replaying: events.prefix(2))
        self.settings = settings
        self.strategy =
            strategy ?? study.definition.search.makeStrategy(space: study.definition.space)
        for event in events.dropFirst(2) {
            rehearseProposal(event)
            try apply(event)
        }
        for record in study.openTrials {
            if case .running(let number, let worker) = record.status {
                var lease = Lease(
                    attempt: Attempt(trial: record.trial, number: number), worker: worker,
                    deadline: now + settings.leaseDuration)
                lease.isInherited = true
                leases.grant(lease)
            }
        }
    }

    /// When `deadlineReached` must be handled; `nil` if there is no deadline.
    package var nextDeadline: Instant? { leases.earliestDeadline }

    /// Number of leases that are out.
    package var leaseCount: Int { leases.count }

    /// Number of connected workers.
    package var workerCount: Int { roster.order.count }

    /// Tells whether a peer has introduced itself.
    package func knows(_ peer: PeerID) -> Bool { roster[peer] != nil }

    /// The worker that has introduced itself from an address; `nil` if none has.
    package func worker(at peer: PeerID) -> WorkerID? { roster[peer]?.worker }

    /// The connected workers, in the order in which they joined.
    package var workers: [RosterEntry] { roster.order.compactMap { roster[$0] } }

    /// Handles an input and returns the directives to carry out.
    package mutating func handle(_ input: Input, at now: Instant) -> [Directive] {
        var turn = Turn<Directive>(at: now)
        switch input {
        case .received(let message, let peer):
            receive(message, from: peer, in: &turn)
        case .garbled(let reason, let peer):
            turn.add(.send(.refused(reason: reason), to: peer))
            turn.add(.note(.garbled(reason: reason)))
        case .unreachable(let peer):
            if let entry = roster[peer] { roster.dismiss(entry.worker) }
        case .deadlineReached:
            expire(in: &turn)
        case .budgeted(let budget):
            record(.budgeted(budget: budget), in: &turn)
            isFinished = false
            leaseToAll(in: &turn)
        case .drainRequested:
            drain(in: &turn)
        }
        finishIfDone(in: &turn)
        return turn.directives
    }

    /// The only place where the study changes: each change is recorded.
    mutating func record(_ event: StudyEvent, in turn: inout Turn<Directive>) {
        do throws(JournalError) {
            try apply(event)
        } catch {
            preconditionFailure("the coordinator recorded \(event): \(error)")
        }
        turn.add(.record(event))
    }

    /// Asks the strategy again for a recorded proposal, with the standings of that time.
    private mutating func rehearseProposal(_ event: StudyEvent) {
        guard case .proposed(let trial, let schedule, _, .search, _) = event else { return }
        if nextSchedule(for: trial) != schedule { divergentProposals += 1 }
    }

    /// Changes the study, and reports the result of a trial of the search to the strategy.
    private mutating func apply(_ event: StudyEvent) throws(JournalError) {
        if let result = try study.apply(event) { strategy.tell(result) }
    }

    private mutating func drain(in turn: inout Turn<Directive>) {
        guard !isDraining else { return }
        isDraining = true
        for worker in workers { turn.add(.send(.drain, to: worker.peer)) }
    }

    private mutating func finishIfDone(in turn: inout Turn<Directive>) {
        guard !isFinished else { return }
        let isDone = isDraining ? leases.isEmpty : leases.isEmpty && study.phase == .finished
        guard isDone else { return }
        isFinished = true
        if !isDraining {
            for worker in workers { turn.add(.send(.finished, to: worker.peer)) }
        }
        turn.add(.finish)
    }
}
