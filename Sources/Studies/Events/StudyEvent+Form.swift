package import PlainJSON
internal import Randomness
package import Trials

/// In the journal, an event is an object with one key, its kind, as in `{"leased": {…}}`.
extension StudyEvent {
    /// The kinds of events; the raw value is the key in the journal.
    package enum Kind: String {
        case defined, budgeted, proposed, leased, lost, reported, repeated, abandoned, suspended
    }

    /// The kind of the event.
    package var kind: Kind {
        switch self {
        case .defined: .defined
        case .budgeted: .budgeted
        case .proposed: .proposed
        case .leased: .leased
        case .lost: .lost
        case .reported: .reported
        case .repeated: .repeated
        case .abandoned: .abandoned
        case .suspended: .suspended
        }
    }

    /// Walks over the fields in the order of their keys.
    ///
    /// A report with a course is written without its curve, which is kept elsewhere.
    ///
    /// - Parameters:
    ///   - value: what is written; `nil` if it is read.
    ///   - base: the schedule from which those of proposals differ.
    package init(
        _ walk: inout FieldWalk, _ value: StudyEvent?, base: GrowthSchedule
    ) throws {
        self = try walk.kind(value?.kind) { walk, kind in
            switch kind {
            case .defined: try Self.defined(&walk, value)
            case .budgeted: try Self.budgeted(&walk, value)
            case .proposed: try Self.proposed(&walk, value, base)
            case .leased: try Self.leased(&walk, value)
            case .lost: try Self.lost(&walk, value)
            case .reported: try Self.reported(&walk, value)
            case .repeated: try Self.repeated(&walk, value)
            case .abandoned: try Self.abandoned(&walk, value)
            case .suspended: try Self.suspended(&walk, value)
            }
        }
    }
}

/// What a user edits may come with keys in any order, and with an older program's.
extension StudyEvent: Codable {
    /// Reads an event; values that a proposal lacks come from the decoder's `baseSchedule`.
    package init(from decoder: any Decoder) throws {
        var walk = try FieldWalk(reading: decoder)
        let base = decoder.userInfo[.baseSchedule] as? GrowthSchedule ?? .earlier
        try self.init(&walk, nil, base: base)
    }

    /// Writes the event, with all values of a proposal.
    package func encode(to encoder: any Encoder) throws {
        var walk = FieldWalk(writing: encoder)
        _ = try Self(&walk, self, base: .earlier)
    }
}

/// The fields of each kind.
extension StudyEvent {
    private static func defined(_ walk: inout FieldWalk, _ value: Self?) throws -> Self {
        var written: StudyDefinition?
        if case .defined(let definition) = value { written = definition }
        return .defined(definition: try walk.coded("definition", written))
    }

    private static func budgeted(_ walk: inout FieldWalk, _ value: Self?) throws -> Self {
        var written: StudyBudget?
        if case .budgeted(let budget) = value { written = budget }
        return .budgeted(budget: try walk.coded("budget", written))
    }

    private static func proposed(
        _ walk: inout FieldWalk, _ value: Self?, _ base: GrowthSchedule
    ) throws -> Self {
        typealias Proposal = (
            trial: TrialID, schedule: GrowthSchedule, seed: Seed, purpose: TrialPurpose,
            effort: Int?
        )
        var written: Proposal?
        if case .proposed(let trial, let schedule, let seed, let purpose, let effort) = value {
            written = (trial, schedule, seed, purpose, effort)
        }
        let effort = try walk.optionalField("effort", written?.effort, in: FieldRange.counts)
        let purpose = try walk.form("purpose", written?.purpose)
        let schedule = try walk.schedule("schedule", written?.schedule, differingFrom: base)
        let seed = try walk.seed(written?.seed)
        return .proposed(
            trial: try walk.trial(written?.trial), schedule: schedule, seed: seed,
            purpose: purpose, effort: effort)
    }

    private static func leased(_ walk: inout FieldWalk, _ value: Self?) throws -> Self {
        var written: (attempt: Attempt, worker: WorkerID)?
        if case .leased(let attempt, let worker) = value { written = (attempt, worker) }
        let number = try walk.number(of: written?.attempt)
        let attempt = Attempt(trial: try walk.trial(written?.attempt.trial), number: number)
        return .leased(attempt: attempt, worker: try walk.word("worker", written?.worker))
    }

    private static func lost(_ walk: inout FieldWalk, _ value: Self?) throws -> Self {
        var written: (attempt: Attempt, worker: WorkerID, reason: LossReason)?
        if case .lost(let attempt, let worker, let reason) = value {
            written = (attempt, worker, reason)
        }
        let number = try walk.number(of: written?.attempt)
        let reason = try walk.word("reason", written?.reason)
        let attempt = Attempt(trial: try walk.trial(written?.attempt.trial), number: number)
        return .lost(
            attempt: attempt, worker: try walk.word("worker", written?.worker), reason: reason)
    }

    private static func reported(_ walk: inout FieldWalk, _ value: Self?) throws -> Self {
        var written: (attempt: Attempt, worker: WorkerID, report: TrainingReport)?
        if case .reported(let attempt, let worker, let report) = value {
            written = (attempt, worker, report)
        }
        let number = try walk.number(of: written?.attempt)
        let report = try walk.object("report") { walk in
            try TrainingReport(
                &walk, written?.report,
                leavingOutCurve: walk.hasPlainText && written?.report.course != nil)
        }
        let attempt = Attempt(trial: try walk.trial(written?.attempt.trial), number: number)
        return .reported(
            attempt: attempt, worker: try walk.word("worker", written?.worker), report: report)
    }

    private static func repeated(_ walk: inout FieldWalk, _ value: Self?) throws -> Self {
        typealias Repetition = (
            attempt: Attempt, worker: WorkerID, fingerprint: Fingerprint, settledBy: WorkerID?
        )
        var written: Repetition?
        if case .repeated(let attempt, let worker, let fingerprint, let settledBy) = value {
            written = (attempt, worker, fingerprint, settledBy)
        }
        let number = try walk.number(of: written?.attempt)
        let fingerprint = try walk.word("fingerprint", written?.fingerprint)
        let settledBy = try walk.optionalWord("settledBy", written?.settledBy)
        let attempt = Attempt(trial: try walk.trial(written?.attempt.trial), number: number)
        return .repeated(
            attempt: attempt, worker: try walk.word("worker", written?.worker),
            fingerprint: fingerprint, settledBy: settledBy)
    }

    private static func abandoned(_ walk: inout FieldWalk, _ value: Self?) throws -> Self {
        var written: (trial: TrialID, attempts: Int)?
        if case .abandoned(let trial, let attempts) = value { written = (trial, attempts) }
        let attempts = try walk.field("attempts", written?.attempts, in: FieldRange.counts)
        return .abandoned(trial: try walk.trial(written?.trial), attempts: attempts)
    }

    private static func suspended(_ walk: inout FieldWalk, _ value: Self?) throws -> Self {
        var written: (worker: WorkerID, losses: Int)?
        if case .suspended(let worker, let losses) = value { written = (worker, losses) }
        let losses = try walk.field("losses", written?.losses, in: FieldRange.counts)
        return .suspended(worker: try walk.word("worker", written?.worker), losses: losses)
    }
}
