import FoundationEssentials
import Glibc

/// Reads many damaged inputs, and measures time and memory.
struct FuzzRun {
    /// Number of inputs that were read.
    private(set) var inputs = 0
    /// Number of inputs that the reader accepted.
    private(set) var accepted = 0
    /// The longest time of one input (s), and its number.
    private(set) var slowest = (seconds: 0.0, number: 0)
    /// The time of all inputs (s).
    private(set) var seconds = 0.0

    /// Reads the inputs with the given numbers.
    ///
    /// - Parameter position: a file that always has the number of the current input, to find the
    ///   one that ended the process.
    init(
        _ target: FuzzTarget, numbers: Range<Int>, seed: UInt64, position: String? = nil
    ) throws {
        let mutation = try target.mutation()
        let file = position.map { unsafe open($0, O_WRONLY | O_CREAT | O_TRUNC, 0o644) }
        defer { if let file { close(file) } }
        let start = ContinuousClock.now
        for number in numbers {
            if let file { Self.write(number, to: file) }
            let (bytes, golden) = mutation.input(number, seed: seed)
            let before = ContinuousClock.now
            if try target.reads(bytes, golden) { accepted += 1 }
            let took = (ContinuousClock.now - before) / .seconds(1)
            if took > slowest.seconds { slowest = (took, number) }
            inputs += 1
        }
        seconds = (ContinuousClock.now - start) / .seconds(1)
    }

    private static func write(_ number: Int, to file: CInt) {
        let text = Array("\(number)\n".utf8)
        unsafe pwrite(file, text, text.count, 0)
    }

    /// The peak memory of this process (MiB).
    static func peakMemory() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return (line?.split(separator: " ").dropFirst().first).flatMap { Int($0) }.map { $0 / 1024 }
            ?? 0
    }
}
