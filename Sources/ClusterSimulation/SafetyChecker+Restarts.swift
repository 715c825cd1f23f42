import Coordination
import Studies
import Trials

/// What must hold where a coordinator ends and another one takes over.
extension SafetyChecker {
    /// Compares the study of a coordinator that ends with the durable events and those it had not
    /// committed yet.
    mutating func ended(_ study: StudyState, uncommitted: [StudyEvent]) {
        guard violation == nil else { return }
        var expected = durable
        for event in uncommitted {
            do throws(JournalError) {
                try expected.apply(event)
            } catch {
                return note(Violation(.replays, "\(event) cannot be recorded: \(error)"))
            }
        }
        note(Self.difference(study, expected, "of a running coordinator"))
    }

    /// Compares a coordinator that was just rebuilt with the durable events.
    mutating func began(
        _ coordinator: borrowing Coordinator, from events: [StudyEvent], at now: Instant
    ) {
        guard violation == nil else { return }
        note(Self.difference(coordinator.study, durable, "that was replayed"))
        if coordinator.divergentProposals > 0 {
            note(
                Violation(
                    .rebuildsStrategy,
                    "\(coordinator.divergentProposals) schedules are asked for otherwise"))
        }
        checkAcknowledged(in: coordinator.study)
        takeUpLedger(from: events, at: now)
    }

    /// Looks for every report that a worker was allowed to forget.
    private mutating func checkAcknowledged(in study: StudyState) {
        for (index, report) in acknowledged.enumerated() {
            guard let report else { continue }
            let record = study[TrialID(rawValue: index + 1)]
            if case .abandoned? = record?.status { continue }
            if let kept = record?.report {
                // Attempts that were stopped at different caps are different trainings.
                let isComparable = !(kept.isCensored || report.isCensored)
                if kept.outcome != report.outcome, !isComparable { continue }
                if kept.fingerprint == report.fingerprint { continue }
            }
            note(
                Violation(
                    .keepsReports,
                    """
                    the report \(report.fingerprint.rawValue) of trial \(index + 1) was \
                    acknowledged, and the journal holds \
                    \(record?.report?.fingerprint.rawValue ?? "none")
                    """))
        }
    }

    private static func difference(
        _ study: StudyState, _ expected: StudyState, _ which: String
    ) -> Violation? {
        guard study != expected else { return nil }
        let trial = zip(study.trials, expected.trials).first { $0 != $1 }
        let found = trial.map { "trial \($0.trial.rawValue) is \($0.status), not \($1.status)" }
        return Violation(
            .replays,
            """
            the study \(which) is not the fold of its events: \
            \(found ?? "\(study.trials.count) trials, not \(expected.trials.count)")
            """)
    }
}
