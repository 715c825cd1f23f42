internal import Trials

/// The keys at the top of a message.
enum Field: String, CodingKey {
    case attempt, cap, capacity, cause, dataset, guards, holding, incarnation, offset, reason,
        report, study, task
    case total, trial, type, version, worker
    case renewalInterval = "renewal_interval_ms"
}

typealias FieldReader = KeyedDecodingContainer<Field>
typealias FieldWriter = KeyedEncodingContainer<Field>

extension KeyedDecodingContainer where Key == Field {
    /// Reads the type, once the version is known to be understood.
    func readType() throws -> String {
        let version = try decode(Int.self, forKey: .version)
        guard version == MessageCodec.version else {
            throw MessageDecodingError.unsupportedVersion(version)
        }
        return try decode(String.self, forKey: .type)
    }

    func read<Value: Decodable>(_ field: Field) throws -> Value {
        try decode(Value.self, forKey: field)
    }
}

extension KeyedEncodingContainer where Key == Field {
    mutating func writeType(_ type: String) throws {
        try encode(MessageCodec.version, forKey: .version)
        try encode(type, forKey: .type)
    }

    mutating func writeAttempt(_ trial: TrialID, _ attempt: AttemptNumber) throws {
        try encode(trial, forKey: .trial)
        try encode(attempt, forKey: .attempt)
    }

    mutating func writeReason(_ reason: String) throws {
        try encode(String(reason.prefix(MessageCodec.reasonCharacters)), forKey: .reason)
    }
}

/// The JSON of what a worker says.
struct WorkerBody: Codable {
    let message: WorkerMessage

    init(message: WorkerMessage) {
        self.message = message
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Field.self)
        message =
            switch try fields.readType() {
            case "hello":
                .hello(
                    worker: try fields.read(.worker),
                    incarnation: try fields.read(.incarnation),
                    capacity: try fields.read(.capacity),
                    holding: try fields.read(.holding)
                )
            case "progress": .progress(holding: try fields.read(.holding))
            case "report":
                .report(
                    trial: try fields.read(.trial),
                    attempt: try fields.read(.attempt),
                    report: try fields.read(.report)
                )
            case "release":
                .release(
                    trial: try fields.read(.trial),
                    attempt: try fields.read(.attempt),
                    reason: try fields.read(.reason),
                    cause: try fields.decodeIfPresent(ReleaseCause.self, forKey: .cause)
                        ?? .refused
                )
            case "fetch":
                .fetch(dataset: try fields.read(.dataset), offset: try fields.read(.offset))
            case "goodbye": .goodbye
            case let unknown: throw MessageDecodingError.unknownType(unknown)
            }
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Field.self)
        try fields.writeType(message.type)
        switch message {
        case .hello(let worker, let incarnation, let capacity, let holding):
            try fields.encode(worker, forKey: .worker)
            try fields.encode(incarnation, forKey: .incarnation)
            try fields.encode(capacity, forKey: .capacity)
            try fields.encode(holding, forKey: .holding)
        case .progress(let holding): try fields.encode(holding, forKey: .holding)
        case .report(let trial, let attempt, let report):
            try fields.writeAttempt(trial, attempt)
            try fields.encode(report, forKey: .report)
        case .release(let trial, let attempt, let reason, let cause):
            try fields.writeAttempt(trial, attempt)
            try fields.writeReason(reason)
            if cause != .refused { try fields.encode(cause, forKey: .cause) }
        case .fetch(let dataset, let offset):
            try fields.encode(dataset, forKey: .dataset)
            try fields.encode(offset, forKey: .offset)
        case .goodbye: break
        }
    }
}

/// The JSON of what the coordinator says; the bytes of a chunk are not in it.
struct CoordinatorBody: Codable {
    let message: CoordinatorMessage

    init(message: CoordinatorMessage) {
        self.message = message
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Field.self)
        message =
            switch try fields.readType() {
            case "welcome":
                .welcome(
                    study: try fields.read(.study),
                    renewalInterval: try fields.read(.renewalInterval),
                    guards: try fields.decodeIfPresent(TrialGuards.self, forKey: .guards)
                        ?? .unguarded
                )
            case "identify": .identify
            case "lease":
                .lease(
                    trial: try fields.read(.trial),
                    attempt: try fields.read(.attempt),
                    task: try fields.read(.task)
                )
            case "acknowledge":
                .acknowledge(
                    trial: try fields.read(.trial),
                    attempt: try fields.read(.attempt)
                )
            case "revoke":
                .revoke(trial: try fields.read(.trial), attempt: try fields.read(.attempt))
            case "cap":
                .cap(
                    trial: try fields.read(.trial),
                    attempt: try fields.read(.attempt),
                    cap: try fields.read(.cap)
                )
            case "chunk":
                .chunk(
                    dataset: try fields.read(.dataset),
                    offset: try fields.read(.offset),
                    total: try fields.read(.total),
                    bytes: []
                )
            case "drain": .drain
            case "finished": .finished
            case "refused": .refused(reason: try fields.read(.reason))
            case let unknown: throw MessageDecodingError.unknownType(unknown)
            }
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Field.self)
        try fields.writeType(message.type)
        switch message {
        case .welcome(let study, let renewalInterval, let guards):
            try fields.encode(study, forKey: .study)
            try fields.encode(renewalInterval, forKey: .renewalInterval)
            if guards != .unguarded { try fields.encode(guards, forKey: .guards) }
        case .lease(let trial, let attempt, let task):
            try fields.writeAttempt(trial, attempt)
            try fields.encode(task, forKey: .task)
        case .acknowledge(let trial, let attempt), .revoke(let trial, let attempt):
            try fields.writeAttempt(trial, attempt)
        case .cap(let trial, let attempt, let cap):
            try fields.writeAttempt(trial, attempt)
            try fields.encode(cap, forKey: .cap)
        case .chunk(let dataset, let offset, let total, _):
            try fields.encode(dataset, forKey: .dataset)
            try fields.encode(offset, forKey: .offset)
            try fields.encode(total, forKey: .total)
        case .refused(let reason): try fields.writeReason(reason)
        case .identify, .drain, .finished: break
        }
    }
}

extension WorkerMessage {
    /// The value of the key `type`.
    package var type: String {
        switch self {
        case .hello: "hello"
        case .progress: "progress"
        case .report: "report"
        case .release: "release"
        case .fetch: "fetch"
        case .goodbye: "goodbye"
        }
    }
}

extension CoordinatorMessage {
    /// The value of the key `type`.
    package var type: String {
        switch self {
        case .welcome: "welcome"
        case .identify: "identify"
        case .lease: "lease"
        case .acknowledge: "acknowledge"
        case .revoke: "revoke"
        case .cap: "cap"
        case .chunk: "chunk"
        case .drain: "drain"
        case .finished: "finished"
        case .refused: "refused"
        }
    }
}
