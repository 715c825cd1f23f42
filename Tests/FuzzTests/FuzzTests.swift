import FoundationEssentials
import Testing

/// For any bytes, each reader returns a value or throws a typed error.
///
/// `scripts/fuzz` reads a million inputs of each target; it sets these environment variables.
@Suite struct FuzzTests {
    private static let wishes = ProcessInfo.processInfo.environment

    private static var targets: [FuzzTarget] {
        guard let name = wishes["ESPALIER_FUZZ_TARGET"] else { return FuzzTarget.all }
        return FuzzTarget.all.filter { $0.name == name }
    }

    private static func wish(_ name: String) -> Int? {
        wishes["ESPALIER_FUZZ_\(name)"].flatMap { Int($0) }
    }

    @Test(arguments: FuzzTarget.all)
    func `scripts/fuzz knows every reader`(target: FuzzTarget) {
        let script = Checkout.text(of: "scripts/fuzz")
        let words = script.split { $0.isWhitespace || $0 == "(" || $0 == ")" }
        #expect(words.contains { $0 == target.name })
    }

    @Test(arguments: targets)
    func `no damaged input stops a reader`(target: FuzzTarget) throws {
        let first = Self.wish("FIRST") ?? 0
        let count = Self.wish("INPUTS") ?? 2000
        let seed = UInt64(Self.wish("SEED") ?? 1)
        if let path = Self.wishes["ESPALIER_FUZZ_KEEP"] {
            let input = try target.mutation().input(first, seed: seed)
            return try Data(input.bytes).write(to: URL(filePath: path))
        }
        let run = try FuzzRun(
            target, numbers: first..<(first + count), seed: seed,
            position: Self.wishes["ESPALIER_FUZZ_POSITION"])
        // Both must happen; otherwise the damage is too small or too large to find errors.
        if count >= 1000 { #expect((1..<run.inputs).contains(run.accepted)) }
        if let path = Self.wishes["ESPALIER_FUZZ_FIGURES"] {
            let peak = FuzzRun.peakMemory()
            try """
            \(target.name): \(run.inputs) inputs in \(Int(run.seconds)) s, \(run.accepted) \
            accepted; slowest \(Int(run.slowest.seconds * 1000)) ms (\(run.slowest.number)); \
            peak memory \(peak) MiB\n
            """.write(toFile: path, atomically: false, encoding: .utf8)
            #expect(peak < 512, "\(peak) MiB")
            #expect(run.slowest.seconds < 5, "input \(run.slowest.number)")
        }
    }
}
