internal import Trials

/// The JSON of a coordinator's message, without the bytes of a chunk.
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
                    attempt: try Attempt(from: decoder),
                    task: try fields.read(.task)
                )
            case "acknowledge":
                .acknowledge(
                    attempt: try Attempt(from: decoder)
                )
            case "revoke":
                .revoke(attempt: try Attempt(from: decoder))
            case "cap":
                .cap(
                    attempt: try Attempt(from: decoder),
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
        case .lease(let attempt, let task):
            try attempt.encode(to: encoder)
            try fields.encode(task, forKey: .task)
        case .acknowledge(let attempt), .revoke(let attempt):
            try attempt.encode(to: encoder)
        case .cap(let attempt, let cap):
            try attempt.encode(to: encoder)
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
