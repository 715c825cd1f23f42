import Randomness
import Testing

@Suite struct PhiloxTests {
    /// The known answers of Random123 for philox4x32 with ten rounds.
    @Test(arguments: [
        (
            SIMD4<UInt32>(repeating: 0), SIMD2<UInt32>(repeating: 0),
            SIMD4<UInt32>(0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8)
        ),
        (
            SIMD4(repeating: UInt32.max), SIMD2(repeating: UInt32.max),
            SIMD4(0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD)
        ),
        (
            SIMD4(0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344),
            SIMD2(0xA409_3822, 0x299F_31D0),
            SIMD4(0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1)
        ),
    ])
    func `a block has the published bits`(
        counter: SIMD4<UInt32>,
        key: SIMD2<UInt32>,
        expected: SIMD4<UInt32>
    ) {
        #expect(Philox.block(counter: counter, key: key) == expected)
    }

    @Test func `a stream is the blocks of ascending counters`() {
        var generator = Seed(rawValue: 0x0000_0002_0000_0001).generator()
        let blocks = (0..<3).map { index in
            Philox.block(counter: SIMD4(UInt32(index), 0, 0, 0), key: SIMD2(1, 2))
        }
        for block in blocks {
            #expect(generator.next() == UInt64(block[0]) | UInt64(block[1]) << 32)
            #expect(generator.next() == UInt64(block[2]) | UInt64(block[3]) << 32)
        }
    }

    @Test func `a copy of a generator gives the same numbers`() {
        var original = Seed(rawValue: 5).generator()
        _ = original.next()
        var copy = original
        #expect((0..<10).map { _ in original.next() } == (0..<10).map { _ in copy.next() })
    }
}
