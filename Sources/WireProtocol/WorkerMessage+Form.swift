internal import PlainJSON
internal import Trials

extension WorkerMessage: MessageForm {
    /// The value of the key `type`.
    enum Kind: String, CaseIterable {
        case report, progress, hello, release, fetch, goodbye
    }

    var kind: Kind {
        switch self {
        case .hello: .hello
        case .progress: .progress
        case .report: .report
        case .release: .release
        case .fetch: .fetch
        case .goodbye: .goodbye
        }
    }

    init(_ walk: inout FieldWalk, _ value: WorkerMessage?, as kind: Kind) throws {
        switch kind {
        case .report: self = try Self.report(&walk, value)
        case .progress: self = try Self.progress(&walk, value)
        case .hello: self = try Self.hello(&walk, value)
        case .release: self = try Self.release(&walk, value)
        case .fetch: self = try Self.fetch(&walk, value)
        case .goodbye:
            self = .goodbye
            try walk.type(kind)
        }
    }

    private static func report(_ walk: inout FieldWalk, _ value: Self?) throws -> Self {
        var written: (attempt: Attempt, report: TrainingReport)?
        if case .report(let attempt, let report) = value { written = (attempt, report) }
        let number = try walk.number(of: written?.attempt)
        let report = try walk.form("report", written?.report)
        let trial = try walk.trial(written?.attempt.trial)
        try walk.type(Kind.report)
        return .report(attempt: Attempt(trial: trial, number: number), report: report)
    }

    private static func progress(_ walk: inout FieldWalk, _ value: Self?) throws -> Self {
        var written: [AttemptProgress]?
        if case .progress(let holding) = value { written = holding }
        let holding = try walk.holding(written)
        try walk.type(Kind.progress)
        return .progress(holding: holding)
    }

    private static func hello(_ walk: inout FieldWalk, _ value: Self?) throws -> Self {
        typealias Hello = (
            worker: WorkerID, incarnation: Int, capacity: Int, holding: [AttemptProgress]
        )
        var written: Hello?
        if case .hello(let worker, let incarnation, let capacity, let holding) = value {
            written = (worker, incarnation, capacity, holding)
        }
        let capacity = try walk.field("capacity", written?.capacity, in: 1...1024)
        let holding = try walk.holding(written?.holding)
        let incarnation = try walk.field(
            "incarnation", written?.incarnation, in: 0...9_007_199_254_740_991)
        try walk.type(Kind.hello)
        let worker = try walk.word("worker", written?.worker)
        return .hello(
            worker: worker, incarnation: incarnation, capacity: capacity, holding: holding)
    }

    private static func release(_ walk: inout FieldWalk, _ value: Self?) throws -> Self {
        var written: (attempt: Attempt, reason: String, cause: ReleaseCause)?
        if case .release(let attempt, let reason, let cause) = value {
            written = (attempt, reason, cause)
        }
        let number = try walk.number(of: written?.attempt)
        let cause = try walk.word("cause", written?.cause, leavingOut: .refused)
        let reason = try walk.reason(written?.reason)
        let trial = try walk.trial(written?.attempt.trial)
        try walk.type(Kind.release)
        let attempt = Attempt(trial: trial, number: number)
        return .release(attempt: attempt, reason: reason, cause: cause)
    }

    private static func fetch(_ walk: inout FieldWalk, _ value: Self?) throws -> Self {
        var written: (dataset: DatasetDigest, offset: Int)?
        if case .fetch(let dataset, let offset) = value { written = (dataset, offset) }
        let dataset = try walk.word("dataset", written?.dataset)
        let offset = try walk.field("offset", written?.offset, in: FieldRange.counts)
        try walk.type(Kind.fetch)
        return .fetch(dataset: dataset, offset: offset)
    }
}

extension FieldWalk {
    fileprivate mutating func holding(_ value: [AttemptProgress]?) throws -> [AttemptProgress] {
        try forms("holding", value, in: 0...1024, "entries")
    }

    /// A reason in words; a longer one is cut when it is written.
    mutating func reason(_ value: String?) throws -> String {
        let longest = MessageCodec.reasonCharacters
        let reason = try text("reason", value.map { String($0.prefix(longest)) })
        try require(reason.count, in: 0...longest, "characters", of: "reason")
        return reason
    }
}
