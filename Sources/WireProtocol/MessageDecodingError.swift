internal import PlainJSON

/// Why the frames of a peer are not a message.
package enum MessageDecodingError: Error, Hashable, Sendable {
    /// The first frame is empty.
    case empty
    /// A frame is larger than `MessageCodec.frameBytes`.
    case tooLarge(bytes: Int)
    /// The peer speaks another version of the protocol: update the older side.
    case unsupportedVersion(Int)
    /// No message has this type.
    case unknownType(String)
    /// The message has a different number of frames than its type requires.
    case frameCount(found: Int, expected: Int)
    /// The text is not JSON, or a field is missing or invalid; the reason begins with the path of
    /// the field.
    case malformed(reason: String)
}

extension MessageDecodingError: CustomStringConvertible {
    /// Says in one sentence what was found and what is expected.
    package var description: String {
        switch self {
        case .empty: "the message is empty, expected a JSON object"
        case .tooLarge(let bytes):
            "a frame has \(bytes) bytes, expected at most \(MessageCodec.frameBytes)"
        case .unsupportedVersion(let version):
            "the peer speaks version \(version) of the protocol, expected "
                + "\(MessageCodec.version): update the older side"
        case .unknownType(let type): "no message has the type \(type)"
        case .frameCount(let found, let expected):
            "the message has \(found) frames, expected \(expected)"
        case .malformed(let reason): reason
        }
    }
}

extension MessageDecodingError {
    /// Converts an error of the decoder, with the path of the field.
    init(_ error: DecodingError) {
        switch error {
        case .dataCorrupted(let context) where context.codingPath.isEmpty:
            // The decoder has the same error, without a path, for both.
            self = .malformed(
                reason: "the text is not JSON, or has a number that its field cannot hold "
                    + "(a fraction or more than 64 bits, where a whole number is expected)"
            )
        case .typeMismatch(_, let context), .valueNotFound(_, let context),
            .dataCorrupted(let context):
            self = .malformed(reason: Self.place(context.codingPath) + context.debugDescription)
        case .keyNotFound(let key, let context):
            self = .malformed(reason: Self.place(context.codingPath + [key]) + "missing")
        @unknown default:
            self = .malformed(reason: "\(error)")
        }
    }

    private static func place(_ path: [any CodingKey]) -> String {
        path.isEmpty ? "" : FieldBoundsError.text(of: path) + ": "
    }
}
