package import Trials

/// An attempt that a worker has, and its progress.
package struct AttemptProgress: Hashable, Sendable {
    /// The attempt.
    package let attempt: Attempt
    /// The latest check; `nil` while the attempt waits, and after its report is ready.
    package let point: GrowthPoint?

    /// Notes how far an attempt is.
    package init(attempt: Attempt, point: GrowthPoint? = nil) {
        self.attempt = attempt
        self.point = point
    }
}

extension AttemptProgress: Codable {
    private enum CodingKeys: CodingKey {
        case point
    }

    /// Reads an attempt and its progress.
    package init(from decoder: any Decoder) throws {
        attempt = try Attempt(from: decoder)
        point = try decoder.container(keyedBy: CodingKeys.self)
            .decodeIfPresent(GrowthPoint.self, forKey: .point)
    }

    /// Writes the keys of the attempt, and its progress beside them.
    package func encode(to encoder: any Encoder) throws {
        try attempt.encode(to: encoder)
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encodeIfPresent(point, forKey: .point)
    }
}
