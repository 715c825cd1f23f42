internal import Trials

/// The JSON of a worker's message.
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
                    attempt: try Attempt(from: decoder),
                    report: try fields.read(.report)
                )
            case "release":
                .release(
                    attempt: try Attempt(from: decoder),
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
        case .report(let attempt, let report):
            try attempt.encode(to: encoder)
            try fields.encode(report, forKey: .report)
        case .release(let attempt, let reason, let cause):
            try attempt.encode(to: encoder)
            try fields.writeReason(reason)
            if cause != .refused { try fields.encode(cause, forKey: .cause) }
        case .fetch(let dataset, let offset):
            try fields.encode(dataset, forKey: .dataset)
            try fields.encode(offset, forKey: .offset)
        case .goodbye: break
        }
    }
}
