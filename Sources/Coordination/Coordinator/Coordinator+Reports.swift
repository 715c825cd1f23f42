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
        _ report: TrainingReport, of attempt: Attempt,
        from entry: RosterEntry, in turn: inout Turn<Directive>
    ) {
        guard study.worker(of: attempt) == entry.worker else {
            let number = attempt.number.rawValue
            let reason = "trial \(attempt.trial.rawValue) has no attempt \(number) of this worker"
            return refuse(reason, from: entry, in: &turn)
        }
        var freed = [entry.worker]
        if let ended = study.ended(attempt.trial) {
            compare(report, of: attempt, ended, from: entry.worker, in: &turn)
        } else if let open = study[attempt.trial], isCredible(report, of: open) {
            record(
                .reported(
                    attempt: attempt, worker: entry.worker,
                    report: report.excerpt(target: study.definition.target)), in: &turn)
            if let lease = leases.end(attempt.trial) {
                roster.remove(attempt.trial, from: lease.worker)
                revoke(lease, unless: attempt, in: &turn)
                if lease.worker != entry.worker { freed.append(lease.worker) }
            }
            tellLowerCaps(in: &turn)
        } else {
            let reason = "trial \(attempt.trial.rawValue) has no such cap"
            return refuse(reason, from: entry, in: &turn)
        }
        turn.add(.send(.acknowledge(attempt: attempt), to: entry.peer))
        refill(freed, in: &turn)
    }

    private func refuse(_ reason: String, from entry: RosterEntry, in turn: inout Turn<Directive>) {
        turn.add(.send(.refused(reason: reason), to: entry.peer))
        turn.add(.note(.garbled(reason: reason)))
    }

    private mutating func compare(
        _ report: TrainingReport, of attempt: Attempt, _ ended: EndedTrial,
        from worker: WorkerID, in turn: inout Turn<Directive>
    ) {
        guard let settled = ended.settlement, settled.isComparable(to: report) else { return }
        let isEqual = settled.fingerprint == report.fingerprint
        // The same report of the same attempt is a repetition: its acknowledgement was lost.
        if isEqual, settled.number == attempt.number { return }
        record(
            .repeated(
                attempt: attempt, worker: worker, fingerprint: report.fingerprint,
                settledBy: settled.worker), in: &turn)
        if !isEqual {
            turn.add(.note(.disputed(attempt.trial, worker, settledBy: settled.worker)))
        }
    }

    private func revoke(_ lease: Lease, unless attempt: Attempt, in turn: inout Turn<Directive>) {
        guard lease.attempt != attempt, let holder = roster[lease.worker] else { return }
        turn.add(.send(.revoke(attempt: lease.attempt), to: holder.peer))
    }
}
