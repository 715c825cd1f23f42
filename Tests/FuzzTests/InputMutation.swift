import Randomness

/// Damages golden inputs; the number of an input and its seed determine the damage.
struct InputMutation {
    /// Valid inputs.
    let goldens: [[UInt8]]
    /// Texts that often confuse readers of such inputs.
    let tokens: [[UInt8]]
    /// The brackets that open and close one more level.
    let brackets: [(open: [UInt8], close: [UInt8])]

    /// Length of the longest input (bytes).
    private static let longest = 1 << 16

    /// Makes one input; also returns the golden input that it comes from.
    func input(_ number: Int, seed: UInt64) -> (bytes: [UInt8], golden: Int) {
        let golden = number % goldens.count
        var bytes = goldens[golden]
        var generator = Seed(rawValue: seed).derived(for: .simulation, index: UInt64(number))
            .generator()
        repeat { mutate(&bytes, by: &generator) } while !bytes.isEmpty && generator.chance(0.4)
        return (Array(bytes.prefix(Self.longest)), golden)
    }

    private func mutate(_ bytes: inout [UInt8], by generator: inout PhiloxGenerator) {
        let place = generator.integer(below: bytes.count)
        switch generator.integer(below: 13) {
        case 0: bytes[place] ^= 1 << UInt8(generator.integer(below: 8))
        case 1: bytes[place] = UInt8(generator.integer(below: 256))
        case 2: bytes.removeSubrange(span(at: place, of: bytes, by: &generator))
        case 3, 4: bytes.insert(contentsOf: tokens.pick(by: &generator), at: place)
        case 5: bytes.removeSubrange(place...)
        case 6: splice(&bytes, at: place, by: &generator)
        case 7: repeatSpan(&bytes, at: place, by: &generator)
        case 8: nest(&bytes, at: place, by: &generator)
        case 9, 10: replaceNumber(&bytes, at: place, by: &generator)
        case 11: repeatField(&bytes, at: place, by: &generator)
        default: overwriteWord(&bytes, at: place, by: &generator)
        }
    }

    /// A short range of bytes after a position; most ranges are very short.
    private func span(
        at place: Int, of bytes: [UInt8], by generator: inout PhiloxGenerator
    ) -> Range<Int> {
        let length = 1 + generator.integer(below: 1 << (1 + generator.integer(below: 7)))
        return place..<min(bytes.count, place + length)
    }

    /// Continues with the rest of another input.
    private func splice(
        _ bytes: inout [UInt8], at place: Int, by generator: inout PhiloxGenerator
    ) {
        let other = goldens.pick(by: &generator)
        let from = generator.integer(below: other.count)
        bytes.replaceSubrange(place..., with: other[from...])
    }

    private func repeatSpan(
        _ bytes: inout [UInt8], at place: Int, by generator: inout PhiloxGenerator
    ) {
        let piece = Array(bytes[span(at: place, of: bytes, by: &generator)])
        let times = generator.chance(0.02) ? 2000 : 1 + generator.integer(below: 4)
        let copies = (0..<times).flatMap { _ in piece }
        bytes.insert(contentsOf: copies.prefix(Self.longest), at: place)
    }

    private func nest(
        _ bytes: inout [UInt8], at place: Int, by generator: inout PhiloxGenerator
    ) {
        guard !brackets.isEmpty else { return }
        let bracket = brackets.pick(by: &generator)
        let depth = [2, 20, 200, 600, 5000].pick(by: &generator)
        let inside = (0..<depth).flatMap { _ in bracket.open }
        let closing = generator.chance(0.5) ? (0..<depth).flatMap { _ in bracket.close } : []
        bytes.insert(contentsOf: inside + closing, at: place)
    }

    /// Replaces the next number by another one.
    private func replaceNumber(
        _ bytes: inout [UInt8], at place: Int, by generator: inout PhiloxGenerator
    ) {
        let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        guard let start = bytes[place...].firstIndex(where: isDigit) else { return }
        let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
        bytes.replaceSubrange(start..<end, with: Self.numbers.pick(by: &generator))
    }

    /// Copies the text between two separators to another position, so that keys repeat.
    private func repeatField(
        _ bytes: inout [UInt8], at place: Int, by generator: inout PhiloxGenerator
    ) {
        let separators: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "\n")]
        let isSeparator = { (byte: UInt8) in separators.contains(byte) }
        guard let start = bytes[place...].firstIndex(where: isSeparator),
            let end = bytes[(start + 1)...].firstIndex(where: isSeparator)
        else { return }
        let target = generator.integer(below: bytes.count)
        let next = bytes[target...].firstIndex(where: isSeparator) ?? bytes.count
        bytes.insert(contentsOf: Array(bytes[start..<end]), at: next)
    }

    /// Writes an extreme 4-byte number, in either byte order.
    private func overwriteWord(
        _ bytes: inout [UInt8], at place: Int, by generator: inout PhiloxGenerator
    ) {
        guard bytes.count >= 4 else { return }
        let start = min(place, bytes.count - 4)
        let word = Self.words.pick(by: &generator)
        for offset in 0..<4 {
            bytes[start + offset] = UInt8(truncatingIfNeeded: word >> (8 * offset))
        }
    }

    private static let words: [UInt32] = [
        0, 1, 2, 0x0100_0000, 0x7FFF_FFFF, 0xFFFF_FF7F, 0x8000_0000, 0x80, 0xFFFF_FFFF, 0xFEFF_FFFF,
        0x0000_C07F, 0x7FC0_0000, 0x0000_FFFF, 0x4000_0000, 0x40,
    ]

    private static let numbers: [[UInt8]] = [
        "-1", "0", "-0", "1", "2", "3", "4", "7", "12", "1000", "65536", "2147483648",
        "1000000000", "1000000001", "1000000000000000", "4611686018427387904",
        "9223372036854775807", "9223372036854775808", "18446744073709551615",
        "18446744073709551616", "-9223372036854775808", "0.1", "1e3", "1e15", "1e308", "1e309",
        "-1e308", "1e-320", "4.9e-324", "1e-400", "0.9999999999999999", "NaN", "null", "true",
        "123456789012345678901234567890123456789012345678901234567890",
    ].map { Array($0.utf8) }
}

extension Array {
    /// A random element.
    func pick(by generator: inout PhiloxGenerator) -> Element {
        self[generator.integer(below: count)]
    }
}
