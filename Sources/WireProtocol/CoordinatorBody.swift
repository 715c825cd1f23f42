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
