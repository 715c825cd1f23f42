/// How a network is made.
public enum TrainingMethod: String, CaseIterable, Hashable, Codable, Sendable {
    /// It grows as its schedule says, and is thinned again.
    case growth

    /// Reads a method.
    ///
    /// - Throws: `DecodingError` that names the methods known here, if it is none of them.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let name = try container.decode(String.self)
        guard let method = Self(rawValue: name) else {
            let known = Self.allCases.map(\.rawValue).joined(separator: ", ")
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "no training method is called \(name) here, only \(known)")
        }
        self = method
    }
}
