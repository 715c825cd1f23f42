internal import FoundationEssentials
internal import PlainJSON
internal import Trials

/// Writes messages as frames and reads them back; `cluster/PROTOCOL.md` describes the bytes.
///
/// The first frame is a JSON object with sorted keys, including version and type; the bytes of a
/// chunk are in a second frame. A newer version is refused; an unknown key is ignored, so that a
/// message may gain fields. `WorkerMessage+Form.swift` and `CoordinatorMessage+Form.swift` say what
/// fields a message has. Our own messages are plain JSON, which is read fast; `JSONDecoder` reads
/// others by the same description, and says what is wrong with them.
package enum MessageCodec {
    /// The version of the protocol that is written and read; no other is read.
    package static let version = 1
    /// Largest frame (bytes); sockets must refuse larger ones before they fill the memory.
    package static let frameBytes = 4 << 20
    /// Most points of a report's curve; such a curve always fits into a frame.
    package static let curvePoints = TrainingLimits.checkRange.upperBound
    /// Bytes of a dataset in one chunk, except the last; far below what a frame may have.
    package static let chunkBytes = 128 << 10
    /// Longest reason (characters); a longer one is cut when it is written.
    package static let reasonCharacters = 1000

    /// Reused: creating one takes as long as a small message.
    private static let decoder = JSONDecoder()

    /// Writes a worker's message.
    ///
    /// - Precondition: every number is finite and the curve has at most `curvePoints` points.
    package static func encode(_ message: WorkerMessage) -> [[UInt8]] {
        var capacity = 128
        if case .report(_, let report) = message { capacity = 384 + 128 * report.curve.count }
        return [text(of: message, capacity: capacity)]
    }

    /// Writes a coordinator's message.
    ///
    /// - Precondition: every number is finite.
    package static func encode(_ message: CoordinatorMessage) -> [[UInt8]] {
        var capacity = 128
        if case .lease = message { capacity = 2048 }
        let text = text(of: message, capacity: capacity)
        guard case .chunk(_, _, _, let bytes) = message else { return [text] }
        return [text, bytes]
    }

    /// Reads a worker's message from the frames after the routing id.
    ///
    /// - Throws: `MessageDecodingError` for all bytes that are not a message.
    package static func decodeWorkerMessage(
        _ frames: [[UInt8]]
    ) throws(MessageDecodingError) -> WorkerMessage {
        let message = try read(WorkerMessage.self, from: frames)
        try requireFrames(frames, expected: 1)
        return message
    }

    /// Reads a coordinator's message.
    ///
    /// - Throws: `MessageDecodingError` for all bytes that are not a message.
    package static func decodeCoordinatorMessage(
        _ frames: [[UInt8]]
    ) throws(MessageDecodingError) -> CoordinatorMessage {
        let message = try read(CoordinatorMessage.self, from: frames)
        guard case .chunk(let dataset, let offset, let total, _) = message else {
            try requireFrames(frames, expected: 1)
            return message
        }
        try requireFrames(frames, expected: 2)
        let bytes = frames[1]
        guard bytes.count <= total - offset else {
            throw .malformed(
                reason: "bytes of the second frame: \(bytes.count), expected 0 to "
                    + "\(total - offset)")
        }
        return .chunk(dataset: dataset, offset: offset, total: total, bytes: bytes)
    }

    private static func text<Message: MessageForm>(
        of message: Message, capacity: Int
    ) -> [UInt8] {
        let text = FieldWalk.write(capacity: capacity) { walk in
            _ = try Message(&walk, message, as: message.kind)
        }
        precondition(
            text.count <= frameBytes, "a message of \(text.count) bytes cannot be sent")
        return text
    }

    private static func read<Message: MessageForm>(
        _ message: Message.Type, from frames: [[UInt8]]
    ) throws(MessageDecodingError) -> Message {
        guard let text = frames.first, !text.isEmpty else { throw .empty }
        for frame in frames where frame.count > frameBytes {
            throw .tooLarge(bytes: frame.count)
        }
        for kind in Message.Kind.allCases {
            let plain = try? FieldWalk.read(text, checksBounds: true) { walk in
                try Message(&walk, nil, as: kind)
            }
            if let plain { return plain }
        }
        return try decode(message, from: text)
    }

    /// Reads a text that has not the plain form, or is wrong.
    private static func decode<Message: MessageForm>(
        _ message: Message.Type, from text: [UInt8]
    ) throws(MessageDecodingError) -> Message {
        do {
            return try decoder.decode(MessageBody<Message>.self, from: Data(text)).message
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
