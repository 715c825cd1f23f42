import Randomness
import Testing
import Trials
import WireProtocol

/// Damages golden frames at random: for each, the codec returns a message or throws a typed error,
/// and a message can be encoded and read again.
@Suite struct MutationTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `no damaged frame stops the codec`(seed: UInt64) throws {
        var generator = Seed(rawValue: seed).generator()
        let goldens = (Golden.workerMessages + Golden.coordinatorMessages).map { Array($0.utf8) }
        var (read, refused) = (0, 0)
        for round in 0..<40_000 {
            var frame = goldens[round % goldens.count]
            for _ in 0...Int(generator.next() % 3) {
                mutate(&frame, with: goldens, by: &generator)
            }
            if try survives(frame) { read += 1 } else { refused += 1 }
        }
        // Both must happen; otherwise the damage is too small or too large to find errors.
        #expect(read > 1000)
        #expect(refused > 1000)
    }

    /// Reads a frame in both directions; returns whether it was a message in either.
    private func survives(_ frame: [UInt8]) throws -> Bool {
        if let message = try? MessageCodec.decodeWorkerMessage([frame]) {
            #expect(try MessageCodec.decodeWorkerMessage(MessageCodec.encode(message)) == message)
            return true
        }
        if let message = try? MessageCodec.decodeCoordinatorMessage([frame]) {
            let again = try MessageCodec.decodeCoordinatorMessage(MessageCodec.encode(message))
            #expect(again == message)
            return true
        }
        return (try? MessageCodec.decodeCoordinatorMessage([frame, [1, 2, 3]])) != nil
    }

    private func mutate(
        _ frame: inout [UInt8],
        with others: [[UInt8]],
        by generator: inout PhiloxGenerator
    ) {
        guard !frame.isEmpty else { return }
        let position = Int(generator.next() % UInt64(frame.count))
        switch generator.next() % 6 {
        case 0: frame[position] ^= 1 << UInt8(generator.next() % 8)
        case 1: frame[position] = UInt8(truncatingIfNeeded: generator.next())
        case 2: frame.remove(at: position)
        case 3: frame.insert(contentsOf: Self.nasty(by: &generator), at: position)
        case 4: frame.removeSubrange(position...)
        default:
            let other = others[Int(generator.next() % UInt64(others.count))]
            frame.replaceSubrange(position..., with: other.suffix(frame.count - position))
        }
    }

    private static func nasty(by generator: inout PhiloxGenerator) -> [UInt8] {
        let texts = [
            "9", "-", "0", ".5", "e9", "e999", "null", "[", "{", "]", "}", ",", ":", "\"",
            "\\u0000",
            "\\ud800", "\u{feff}", "é", "9223372036854775808", "-0", " ",
        ]
        return Array(texts[Int(generator.next() % UInt64(texts.count))].utf8)
    }
}
