import Randomness
import Trials

/// In the journal, an event is an object with one key, its kind, as in `{"leased": {…}}`.
extension StudyEvent: Codable {
    private enum Kind: CodingKey {
        case defined, budgeted, proposed, leased, lost, reported, repeated, abandoned, suspended
    }

    /// The keys of an event, beside those of its attempt.
    private enum Field: CodingKey {
        case definition, budget, trial, schedule, seed, purpose, effort, worker, reason, report
        case fingerprint, settledBy, attempts, losses
    }

    /// Reads an event.
    package init(from decoder: any Decoder) throws {
        let kinds = try decoder.container(keyedBy: Kind.self)
        guard let kind = kinds.allKeys.first, kinds.allKeys.count == 1 else {
            let problem = "an event has one key, its kind; here are \(kinds.allKeys.count)"
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: decoder.codingPath, debugDescription: problem))
        }
        let fields = try kinds.nestedContainer(keyedBy: Field.self, forKey: kind)
        func read<Value: Decodable>(_ field: Field) throws -> Value {
            try fields.decode(Value.self, forKey: field)
        }
        func attempt() throws -> Attempt { try kinds.decode(Attempt.self, forKey: kind) }
        self =
            switch kind {
            case .defined: .defined(definition: try read(.definition))
            case .budgeted: .budgeted(budget: try read(.budget))
            case .proposed:
                .proposed(
                    trial: try read(.trial), schedule: try read(.schedule), seed: try read(.seed),
                    purpose: try read(.purpose),
                    effort: try fields.decodeIfPresent(Int.self, forKey: .effort))
            case .leased: .leased(attempt: try attempt(), worker: try read(.worker))
            case .lost:
                .lost(
                    attempt: try attempt(), worker: try read(.worker), reason: try read(.reason))
            case .reported:
                .reported(
                    attempt: try attempt(), worker: try read(.worker), report: try read(.report))
            case .repeated:
                .repeated(
                    attempt: try attempt(), worker: try read(.worker),
                    fingerprint: try read(.fingerprint),
                    settledBy: try fields.decodeIfPresent(WorkerID.self, forKey: .settledBy))
            case .abandoned: .abandoned(trial: try read(.trial), attempts: try read(.attempts))
            case .suspended: .suspended(worker: try read(.worker), losses: try read(.losses))
            }
    }

    /// Writes the event.
    package func encode(to encoder: any Encoder) throws {
        var kinds = encoder.container(keyedBy: Kind.self)
        /// Writes the fields of an event, and its attempt beside them if it has one.
        func write(
            _ kind: Kind, of attempt: Attempt? = nil,
            _ fields: (inout KeyedEncodingContainer<Field>) throws -> Void
        ) throws {
            if let attempt { try kinds.encode(attempt, forKey: kind) }
            var container = kinds.nestedContainer(keyedBy: Field.self, forKey: kind)
            try fields(&container)
        }
        switch self {
        case .defined(let definition):
            try write(.defined) { try $0.encode(definition, forKey: .definition) }
        case .budgeted(let budget):
            try write(.budgeted) { try $0.encode(budget, forKey: .budget) }
        case .proposed(let trial, let schedule, let seed, let purpose, let effort):
            try write(.proposed) {
                try $0.encode(trial, forKey: .trial)
                try $0.encode(schedule, forKey: .schedule)
                try $0.encode(seed, forKey: .seed)
                try $0.encode(purpose, forKey: .purpose)
                try $0.encodeIfPresent(effort, forKey: .effort)
            }
        case .leased(let attempt, let worker):
            try write(.leased, of: attempt) { try $0.encode(worker, forKey: .worker) }
        case .lost(let attempt, let worker, let reason):
            try write(.lost, of: attempt) {
                try $0.encode(worker, forKey: .worker)
                try $0.encode(reason, forKey: .reason)
            }
        case .reported(let attempt, let worker, let report):
            try write(.reported, of: attempt) {
                try $0.encode(worker, forKey: .worker)
                try $0.encode(report, forKey: .report)
            }
        case .repeated(let attempt, let worker, let fingerprint, let settledBy):
            try write(.repeated, of: attempt) {
                try $0.encode(worker, forKey: .worker)
                try $0.encode(fingerprint, forKey: .fingerprint)
                try $0.encodeIfPresent(settledBy, forKey: .settledBy)
            }
        case .abandoned(let trial, let attempts):
            try write(.abandoned) {
                try $0.encode(trial, forKey: .trial)
                try $0.encode(attempts, forKey: .attempts)
            }
        case .suspended(let worker, let losses):
            try write(.suspended) {
                try $0.encode(worker, forKey: .worker)
                try $0.encode(losses, forKey: .losses)
            }
        }
    }
}
