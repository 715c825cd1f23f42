internal import PlainJSON
internal import Trials

extension CoordinatorMessage: MessageForm {
    /// The value of the key `type`.
    enum Kind: String, CaseIterable {
        case lease, acknowledge, chunk, cap, revoke, welcome, identify, drain, finished, refused
    }

    var kind: Kind {
        switch self {
        case .welcome: .welcome
        case .identify: .identify
        case .lease: .lease
        case .acknowledge: .acknowledge
        case .revoke: .revoke
        case .cap: .cap
        case .chunk: .chunk
        case .drain: .drain
        case .finished: .finished
        case .refused: .refused
        }
    }

    init(_ walk: inout FieldWalk, _ value: CoordinatorMessage?, as kind: Kind) throws {
        switch kind {
        case .lease: self = try Self.lease(&walk, value)
        case .acknowledge, .revoke, .cap: self = try Self.change(&walk, value, kind)
        case .chunk: self = try Self.chunk(&walk, value)
        case .welcome: self = try Self.welcome(&walk, value)
        case .refused: self = try Self.refused(&walk, value)
        case .identify, .drain, .finished: self = try Self.bare(&walk, kind)
        }
    }

    /// A message that says all by its type.
    private static func bare(_ walk: inout FieldWalk, _ kind: Kind) throws -> Self {
        try walk.type(kind)
        return switch kind {
        case .identify: .identify
        case .drain: .drain
        default: .finished
        }
    }

    private static func lease(_ walk: inout FieldWalk, _ value: Self?) throws -> Self {
        var written: (attempt: Attempt, task: TrainingTask)?
        if case .lease(let attempt, let task) = value { written = (attempt, task) }
        let number = try walk.number(of: written?.attempt)
        let task = try walk.form("task", written?.task)
        let trial = try walk.trial(written?.attempt.trial)
        try walk.type(Kind.lease)
        return .lease(attempt: Attempt(trial: trial, number: number), task: task)
    }

    /// What changes for an attempt that a worker has.
    private static func change(
        _ walk: inout FieldWalk, _ value: Self?, _ kind: Kind
    ) throws -> Self {
        var written: (attempt: Attempt, cap: Int?)?
        switch value {
        case .acknowledge(let attempt), .revoke(let attempt): written = (attempt, nil)
        case .cap(let attempt, let cap): written = (attempt, cap)
        default: break
        }
        let number = try walk.number(of: written?.attempt)
        var cap = 0
        if kind == .cap { cap = try walk.field("cap", written?.cap, in: FieldRange.counts) }
        let attempt = Attempt(trial: try walk.trial(written?.attempt.trial), number: number)
        try walk.type(kind)
        return switch kind {
        case .cap: .cap(attempt: attempt, cap: cap)
        case .revoke: .revoke(attempt: attempt)
        default: .acknowledge(attempt: attempt)
        }
    }

    /// A chunk without its bytes, which are in the second frame.
    private static func chunk(_ walk: inout FieldWalk, _ value: Self?) throws -> Self {
        var written: (dataset: DatasetDigest, offset: Int, total: Int)?
        if case .chunk(let dataset, let offset, let total, _) = value {
            written = (dataset, offset, total)
        }
        let dataset = try walk.word("dataset", written?.dataset)
        let offset = try walk.field("offset", written?.offset, in: FieldRange.counts)
        let total = try walk.field("total", written?.total, in: FieldRange.counts)
        try walk.require(offset, in: 0...max(0, total), "offset")
        try walk.type(Kind.chunk)
        return .chunk(dataset: dataset, offset: offset, total: total, bytes: [])
    }

    private static func welcome(_ walk: inout FieldWalk, _ value: Self?) throws -> Self {
        var written: (study: String, interval: Int, guards: TrialGuards)?
        if case .welcome(let study, let interval, let guards) = value {
            written = (study, interval, guards)
        }
        let guards = written?.guards == .unguarded ? nil : written?.guards
        let read = try walk.optionalForm("guards", guards)
        let interval = try walk.field(
            "renewal_interval_ms", written?.interval, in: 1...86_400_000)
        let study = try walk.text("study", written?.study)
        try walk.require(study.count, in: 1...200, "characters", of: "study")
        try walk.type(Kind.welcome)
        return .welcome(study: study, renewalInterval: interval, guards: read ?? .unguarded)
    }

    private static func refused(_ walk: inout FieldWalk, _ value: Self?) throws -> Self {
        var written: String?
        if case .refused(let reason) = value { written = reason }
        let reason = try walk.reason(written)
        try walk.type(Kind.refused)
        return .refused(reason: reason)
    }
}
