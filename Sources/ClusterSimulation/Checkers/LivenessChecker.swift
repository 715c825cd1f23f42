import Coordination
import Studies
import Trials

/// Knows when a study must be over: some time after the last fault.
struct LivenessChecker {
    /// When the faults are over for good.
    let faultsEnd: VirtualTime
    /// When the study must be over.
    let limit: VirtualTime

    /// Time allowed per trial of a worker's share, on average; trainings really take half of that.
    private static let training = VirtualSpan.seconds(8)
    /// Time for leases that expire and for the longest trainings, one after another.
    private static let reserve = VirtualSpan.seconds(300)

    /// Computes the limit as if every trial were still to be trained, by workers with one slot
    /// each.
    init(_ setting: RunSetting, faultsEnd: VirtualTime) {
        let plan = setting.definition().certification
        let certifying = plan.finalists * plan.replicates + plan.confirmations + plan.replicates
        let share = Int64((setting.trials + certifying) / setting.workers + 1)
        self.faultsEnd = faultsEnd
        limit =
            faultsEnd + VirtualSpan(nanoseconds: Self.training.nanoseconds * share) + Self.reserve
    }

    /// Describes what is not over yet.
    func violation(
        _ study: StudyState, _ workers: [SimulatedWorker], _ node: SimulatedCoordinator
    ) -> Violation {
        let staying = workers.filter { !$0.isDismissed }.map(\.name.rawValue)
        return Violation(
            .ends,
            """
            the faults were over at \(faultsEnd), and the study is \(study.phase) with \
            \(study.trialsOver) of \(study.proposedTrials) trials over, \
            \(node.coordinator.leaseCount) leases out, and \
            \(staying.isEmpty ? "no workers" : staying.joined(separator: ", ")) still there
            """)
    }
}
