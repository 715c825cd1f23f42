import Studies
import Trials
import WireProtocol

/// Handles reports: the first one of a trial, and later ones.
extension Coordinator {
    /// Uses the first report of a trial, of any attempt, and compares later ones with it.
    ///
    /// Only an excerpt of its curve is recorded, even if a worker sends the whole curve.
    ///
    /// Only the worker that was given an attempt may report it; otherwise any peer could settle any
    /// trial.
    mutating func take(
        _ report: TrainingReport, of trial: TrialID, _ attempt: AttemptNumber,
        from entry: RosterEntry, at now: Instant, into directives: inout [Directive]
    ) {
        guard study.worker(of: trial, attempt) == entry.worker else {
            let reason =
                "trial \(trial.rawValue) has no attempt \(attempt.rawValue) of this worker"
            return refuse(reason, from: entry, into: &directives)
        }
        var freed = [entry.worker]
        if let ended = study.ended(trial) {
            compare(report, of: trial, ended, attempt, from: entry.worker, into: &directives)
        } else if let open = study[trial], isCredible(report, of: open) {
            record(
                .reported(
                    trial: trial, attempt: attempt, worker: entry.worker,
                    report: report.excerpt(target: study.definition.target)), into: &directives)
            if let lease = leases.end(trial) {
                roster.remove(trial, from: lease.worker)
                revoke(lease, unless: attempt, into: &directives)
                if lease.worker != entry.worker { freed.append(lease.worker) }
            }
            tellLowerCaps(into: &directives)
        } else {
            let reason = "trial \(trial.rawValue) has no such cap"
            return refuse(reason, from: entry, into: &directives)
        }
        directives.append(.send(.acknowledge(trial: trial, attempt: attempt), to: entry.peer))
        refill(freed, at: now, into: &directives)
    }

    private func refuse(
        _ reason: String, from entry: RosterEntry, into directives: inout [Directive]
    ) {
        directives.append(.send(.refused(reason: reason), to: entry.peer))
        directives.append(.note(.garbled(reason: reason)))
    }

    private mutating func compare(
        _ report: TrainingReport, of trial: TrialID, _ ended: EndedTrial,
        _ attempt: AttemptNumber, from worker: WorkerID, into directives: inout [Directive]
    ) {
        guard let settled = ended.settlement, settled.isComparable(to: report) else { return }
        let isEqual = settled.fingerprint == report.fingerprint
        // The same report of the same attempt is a repetition: its acknowledgement was lost.
        if isEqual, settled.attempt == attempt { return }
        record(
            .repeated(
                trial: trial, attempt: attempt, worker: worker, fingerprint: report.fingerprint,
                settledBy: settled.worker), into: &directives)
        if !isEqual {
            directives.append(.note(.disputed(trial, worker, settledBy: settled.worker)))
        }
    }

    private func revoke(
        _ lease: Lease, unless attempt: AttemptNumber, into directives: inout [Directive]
    ) {
        guard lease.attempt != attempt, let holder = roster[lease.worker] else { return }
        directives.append(
            .send(.revoke(trial: lease.trial, attempt: lease.attempt), to: holder.peer))
    }
}
