import Coordination
import Studies
import Trials

/// Knows by when a study has to be over: some time after the last fault.
struct LivenessChecker {
    /// When the faults are over for good.
    let faultsEnd: VirtualTime
    /// When everything has to be over.
    let limit: VirtualTime

    /// Bounds a run: as if every trial were still to be trained, each as long as the longest, after
    /// as many silent leases as a trial may have.
    init(_ setting: RunSetting, faultsEnd: VirtualTime) {
        let plan = setting.definition().certification
        let certifying = plan.finalists * plan.replicates + plan.confirmations + plan.replicates
        let rounds = (setting.trials + certifying) / setting.workers + 8
        let training = SimulatedTraining.longest.nanoseconds * Int64(rounds)
        self.faultsEnd = faultsEnd
        limit = faultsEnd + Span(nanoseconds: training) + .seconds(300)
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
            \(study.trialsOver) of \(study.trials.count) trials over, \
            \(node.coordinator.leaseCount) leases out, and \
            \(staying.isEmpty ? "no workers" : staying.joined(separator: ", ")) still there
            """)
    }
}
