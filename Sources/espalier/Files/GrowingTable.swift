import FoundationEssentials
import Glibc
import OperatingSystem
import SearchBenchmark

/// A table that is being recorded: first removes a line that was cut off, then appends lines.
struct GrowingTable: ~Copyable {
    private let descriptor: CInt
    private let path: String
    /// The trainings that were there already.
    let recorded: [RecordedTraining]

    /// Continues a table with this heading, or begins one.
    init(_ heading: TableHeading, at path: String) throws {
        let recorded = try Self.trainings(at: path, under: heading)
        let lines = try TableFile.text(heading) + recorded.map { $0.line + "\n" }.joined()
        try ResultFile.write(lines, to: path)
        let descriptor = unsafe open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw CommandFailure(
                .cannotCreate, "\(path) cannot be written: \(SystemError.latest)")
        }
        self.descriptor = descriptor
        self.path = path
        self.recorded = recorded
    }

    private static func trainings(
        at path: String, under heading: TableHeading
    ) throws -> [RecordedTraining] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        let file = try TableFile(reading: path, isGrowing: true)
        guard file.heading == heading else {
            throw CommandFailure(
                .cannotCreate,
                "\(path) holds other trainings (config, levels or rows differ); remove it, or "
                    + "give another --out")
        }
        return file.trainings
    }

    deinit { close(descriptor) }

    /// Appends trainings.
    func append(_ trainings: [RecordedTraining]) throws {
        let text = trainings.map { $0.line + "\n" }.joined()
        let isWritten = unsafe Array(text.utf8).withUnsafeBytes {
            unsafe FileBytes.write($0, to: descriptor)
        }
        guard isWritten else {
            throw CommandFailure(.writeFailed, "\(path) cannot be written: \(SystemError.latest)")
        }
    }
}
