internal import Trials

/// The top-level keys of a message.
enum Field: String, CodingKey {
    case attempt, cap, capacity, cause, dataset, guards, holding, incarnation, offset, reason,
        report, study, task
    case total, trial, type, version, worker
    case renewalInterval = "renewal_interval_ms"
}

typealias FieldReader = KeyedDecodingContainer<Field>
typealias FieldWriter = KeyedEncodingContainer<Field>

extension KeyedDecodingContainer where Key == Field {
    /// Reads the type after checking the version.
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

    mutating func writeReason(_ reason: String) throws {
        try encode(String(reason.prefix(MessageCodec.reasonCharacters)), forKey: .reason)
    }
}
