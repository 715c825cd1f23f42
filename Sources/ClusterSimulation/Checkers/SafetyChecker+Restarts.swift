import Coordination
import Studies
import Trials

/// Checks that must hold when a coordinator ends and another one takes over.
extension SafetyChecker {
    /// Compares the study of a coordinator that ends with the durable events followed by its
    /// uncommitted ones.
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
                    "\(coordinator.divergentProposals) schedules differ from the recorded ones"))
        }
        checkAcknowledged(in: coordinator.study)
        takeUpLedger(from: events, at: now)
    }

    /// Looks for every report that was acknowledged.
    private mutating func checkAcknowledged(in study: StudyState) {
        for (index, report) in acknowledged.enumerated() {
            guard let report else { continue }
            let ended = study.ended(TrialID(rawValue: index + 1))
            // The report of a trial that was given up is not used.
            if let ended, ended.settlement == nil { continue }
            let kept = ended?.settlement
            // Attempts that were stopped at different caps are different trainings.
            if let kept, kept.fingerprint == report.fingerprint || !kept.isComparable(to: report) {
                continue
            }
            note(
                Violation(
                    .keepsReports,
                    """
                    the report \(report.fingerprint.rawValue) of trial \(index + 1) was \
                    acknowledged, and the journal holds \
                    \(kept?.fingerprint.rawValue ?? "none")
                    """))
        }
    }

    private static func difference(
        _ study: StudyState, _ expected: StudyState, _ which: String
    ) -> Violation? {
        guard study != expected else { return nil }
        let count = min(study.proposedTrials, expected.proposedTrials)
        let found = (1...max(1, count)).lazy.map(TrialID.init(rawValue:)).first { trial in
            study[trial] != expected[trial] || study.ended(trial) != expected.ended(trial)
        }.map { "trial \($0.rawValue) is \(words($0, study)), not \(words($0, expected))" }
        return Violation(
            .replays,
            """
            the study \(which) is not the fold of its events: \
            \(found ?? "\(study.proposedTrials) trials, not \(expected.proposedTrials)")
            """)
    }

    private static func words(_ trial: TrialID, _ study: StudyState) -> String {
        study[trial].map { "\($0.status)" } ?? study.ended(trial).map { "\($0)" } ?? "missing"
    }
}
