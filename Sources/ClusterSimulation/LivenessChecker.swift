import Coordination
import Studies
import Trials

/// Knows by when a study has to be over: some time after the last fault.
struct LivenessChecker {
    /// When the faults are over for good.
    let faultsEnd: VirtualTime
    /// When everything has to be over.
    let limit: VirtualTime

    /// How long every trial of a worker's share may take on average; they take half of that.
    private static let training = TimeSpan.seconds(8)
    /// Time for leases that expire in silence and for the longest trainings, one after another.
    private static let patience = TimeSpan.seconds(300)

    /// Bounds a run, as if every trial were still to be trained, by workers with one slot.
    init(_ setting: RunSetting, faultsEnd: VirtualTime) {
        let plan = setting.definition().certification
        let certifying = plan.finalists * plan.replicates + plan.confirmations + plan.replicates
        let share = Int64((setting.trials + certifying) / setting.workers + 1)
        self.faultsEnd = faultsEnd
        limit =
            faultsEnd + TimeSpan(nanoseconds: Self.training.nanoseconds * share) + Self.patience
    }

    /// Says what is not over yet.
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
