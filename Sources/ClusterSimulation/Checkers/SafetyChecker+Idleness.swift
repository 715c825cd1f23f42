import Coordination
import Studies
import Trials

/// Checks that no worker stands idle.
extension SafetyChecker {
    /// Looks for a worker with a free slot while a trial waits.
    mutating func checkIdleness(
        _ coordinator: borrowing Coordinator, at now: Instant
    ) {
        guard violation == nil else { return }
        for entry in coordinator.workers {
            let leases = ledger.live.count { $0.worker == entry.worker }
            if entry.leased.count != leases {
                note(
                    Violation(
                        .fencesLeases,
                        """
                        \(entry.worker.rawValue) has \(leases) leases, and the coordinator \
                        counts \(entry.leased.count)
                        """))
            }
            let hasTime = leases < entry.capacity && now < entry.lastHeard + leaseDuration
            let isSuspended = coordinator.study.isSuspended(entry.worker)
            if hasTime, !isSuspended, !entry.isLeaving, Self.hasWork(coordinator.study) {
                note(
                    Violation(
                        .keepsBusy,
                        """
                        \(entry.worker.rawValue) has \(leases) leases of \(entry.capacity) while \
                        there is work
                        """))
            }
        }
    }

    private static func hasWork(_ study: borrowing StudyState) -> Bool {
        !study.waiting.isEmpty || study.searchTrials < study.budget.trials
            || study.phase == .certifying && study.nextCertification() != nil
    }

    /// Checks that a worker that is about to start a training has a free slot.
    mutating func checkSlots(of worker: borrowing SimulatedWorker) {
        guard worker.trainings.count >= worker.slots else { return }
        note(
            Violation(
                .keepsSlots,
                """
                \(worker.name.rawValue) begins a training beside \(worker.trainings.count) on \
                \(worker.slots) slots
                """))
    }
}
