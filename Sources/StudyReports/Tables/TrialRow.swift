package import Randomness
package import Studies
package import Trials

/// One training of a study as a row of a table; an entry is `nil` if it is not known.
///
/// The SQL view `trial` of a study's file has the same columns, and `export --format csv` writes
/// them.
package struct TrialRow: Hashable, Codable, Sendable {
    /// Why a training is wanted.
    package enum Purpose: String, Hashable, Codable, Sendable {
        /// The search tries its schedule.
        case search
        /// A schedule of the search is trained again with a fresh seed.
        case certification
    }

    /// The state of a training.
    package enum State: String, Hashable, Codable, Sendable {
        /// No worker has it.
        case waiting
        /// A worker has it.
        case running
        /// It reached the target.
        case reached
        /// It was stopped at a cap.
        case censored
        /// It ended without reaching the target.
        case failed
        /// Too many attempts were lost.
        case abandoned
    }

    /// Its process number.
    package let trial: TrialID
    /// Why it is wanted.
    package let purpose: Purpose
    /// The trial whose schedule it trains again, if it certifies one.
    package let certifies: TrialID?
    /// Its state.
    package let state: State
    /// Attempts that were leased.
    package let attempts: Int
    /// The worker that reported it, or has it now, or had it last.
    package let worker: WorkerID?
    /// How many multiply–adds it may take, if that is less than the study allows.
    package let effort: Int?
    /// Its seed.
    package let seed: Seed
    /// Live connections at its end.
    package let connections: Int?
    /// Live hidden nodes at its end.
    package let hiddenNodes: Int?
    /// Inputs with a live connection.
    package let inputsUsed: Int?
    /// Score on the validation rows at its end.
    package let validation: Double?
    /// Score on the test rows at its end.
    package let test: Double?
    /// Passes over the training rows.
    package let epochs: Int?
    /// Multiply–adds of training, evaluation and scoring.
    package let multiplyAdds: Int?
    /// Time by the clock (s).
    package let seconds: Double?
    /// Processor time (s).
    package let cpuSeconds: Double?
    /// The hash of the final network and its curve.
    package let fingerprint: Fingerprint?
    /// The schedule that was tried; in a table, a column for each parameter.
    package let schedule: GrowthSchedule

    /// The columns of a table, in their order; those of the schedule's parameters follow.
    package enum CodingKeys: String, CodingKey, CaseIterable {
        case trial, purpose, certifies, state, attempts, worker, effort, seed, connections
        case hiddenNodes = "hidden_nodes"
        case inputsUsed = "inputs_used"
        case validation, test, epochs
        case multiplyAdds = "multiply_adds"
        case seconds
        case cpuSeconds = "cpu_seconds"
        case fingerprint, schedule
    }
}

extension TrialRow {
    /// Describes a trial.
    package init(_ record: TrialRecord) {
        trial = record.trial
        switch record.purpose {
        case .search: (purpose, certifies) = (.search, nil)
        case .certification(let finalist, _): (purpose, certifies) = (.certification, finalist)
        }
        state = State(record.status)
        attempts = record.attempts
        worker = record.settledBy ?? record.workers.last
        effort = record.effort
        seed = record.seed
        let report = record.report
        connections = report?.connections
        hiddenNodes = report?.hiddenNodes
        inputsUsed = report?.inputsUsed
        validation = report?.validation
        test = report?.test
        epochs = report?.epochs
        multiplyAdds = report?.multiplyAdds
        seconds = report?.seconds
        cpuSeconds = report?.cpuSeconds
        fingerprint = report?.fingerprint
        schedule = record.schedule
    }
}

extension TrialRow.State {
    init(_ status: TrialStatus) {
        switch status {
        case .waiting: self = .waiting
        case .running: self = .running
        case .abandoned: self = .abandoned
        case .settled(_, let report):
            switch report.outcome {
            case .reached: self = .reached
            case .censored: self = .censored
            case .failed: self = .failed
            }
        }
    }
}
