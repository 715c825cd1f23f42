internal import FoundationEssentials

/// Writes messages as frames and reads them back; `cluster/PROTOCOL.md` describes the bytes.
///
/// The first frame is a JSON object with sorted keys, including version and type; the bytes of a
/// chunk are in a second frame. A newer version is refused; an unknown key is ignored, so that a
/// message may gain fields. Messages that occur in every trial are written and read by hand-written
/// code if they have our own form (`PlainMessages.swift`).
package enum MessageCodec {
    /// The version of the protocol that is written and read; no other is read.
    package static let version = 1
    /// Largest frame (bytes); sockets must refuse larger ones before they fill the memory.
    package static let frameBytes = 4 << 20
    /// Most points of a report's curve; such a curve always fits into a frame.
    package static let curvePoints = 20_000
    /// Bytes of a dataset in one chunk, except the last; far below what a frame may have.
    package static let chunkBytes = 128 << 10
    /// Longest reason (characters); a longer one is cut when it is written.
    package static let reasonCharacters = 1000

    // Both are reused: creating one takes as long as a small message.
    private static let encoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()
    private static let decoder = JSONDecoder()

    /// Writes a worker's message.
    ///
    /// - Precondition: every number is finite and the curve has at most `curvePoints` points.
    package static func encode(_ message: WorkerMessage) -> [[UInt8]] {
        [message.plainText.map(checked) ?? text(of: WorkerBody(message: message))]
    }

    /// Writes a coordinator's message.
    ///
    /// - Precondition: every number is finite.
    package static func encode(_ message: CoordinatorMessage) -> [[UInt8]] {
        let text = message.plainText.map(checked) ?? text(of: CoordinatorBody(message: message))
        guard case .chunk(_, _, _, let bytes) = message else { return [text] }
        return [text, bytes]
    }

    /// Reads a worker's message from the frames after the routing id.
    ///
    /// - Throws: `MessageDecodingError` for all bytes that are not a message.
    package static func decodeWorkerMessage(
        _ frames: [[UInt8]]
    ) throws(MessageDecodingError) -> WorkerMessage {
        let message: WorkerMessage
        if let text = onlyFrame(of: frames), let plain = try? WorkerMessage(plain: text) {
            message = plain
        } else {
            message = try read(WorkerBody.self, from: frames).message
            try requireFrames(frames, expected: 1)
        }
        try message.check()
        return message
    }

    /// Reads a coordinator's message.
    ///
    /// - Throws: `MessageDecodingError` for all bytes that are not a message.
    package static func decodeCoordinatorMessage(
        _ frames: [[UInt8]]
    ) throws(MessageDecodingError) -> CoordinatorMessage {
        if let text = onlyFrame(of: frames), let plain = try? CoordinatorMessage(plain: text) {
            try plain.check()
            return plain
        }
        var message = try read(CoordinatorBody.self, from: frames).message
        if case .chunk(let dataset, let offset, let total, _) = message {
            try requireFrames(frames, expected: 2)
            message = .chunk(dataset: dataset, offset: offset, total: total, bytes: frames[1])
        } else {
            try requireFrames(frames, expected: 1)
        }
        try message.check()
        return message
    }

    private static func text(of body: some Encodable) -> [UInt8] {
        do {
            return checked(Array(try encoder.encode(body)))
        } catch {
            preconditionFailure("a message cannot be written: \(error)")
        }
    }

    private static func checked(_ text: [UInt8]) -> [UInt8] {
        precondition(
            text.count <= frameBytes,
            "a message of \(text.count) bytes cannot be sent"
        )
        return text
    }

    /// The only frame of a message that may have the plain form; `nil` if there are several.
    private static func onlyFrame(of frames: [[UInt8]]) -> [UInt8]? {
        guard frames.count == 1, frames[0].count <= frameBytes else { return nil }
        return frames[0]
    }

    private static func read<Body: Decodable>(
        _ body: Body.Type,
        from frames: [[UInt8]]
    ) throws(MessageDecodingError) -> Body {
        guard let first = frames.first, !first.isEmpty else { throw .empty }
        for frame in frames where frame.count > frameBytes {
            throw .tooLarge(bytes: frame.count)
        }
        do {
            return try decoder.decode(body, from: Data(first))
        } catch let error as MessageDecodingError {
            throw error
        } catch let error as DecodingError {
            throw MessageDecodingError(error)
        } catch {
            throw .malformed(reason: "\(error)")
        }
    }

    private static func requireFrames(
        _ frames: [[UInt8]],
        expected: Int
    ) throws(MessageDecodingError) {
        guard frames.count == expected else {
            throw .frameCount(found: frames.count, expected: expected)
        }
    }
}
