import Compression
import FoundationEssentials
import Glibc
import OperatingSystem
import SearchBenchmark

/// Files of recorded trainings: a heading as JSON, then a line for each training.
struct TableFile {
    /// The most bytes that a compressed table may hold.
    private static let sizeLimit = 4 << 30

    let path: String
    let heading: TableHeading
    let trainings: [RecordedTraining]

    /// Reads a table, compressed or not.
    ///
    /// - Parameter isGrowing: passes over a last line that was cut off, as in a recording that was
    ///   interrupted.
    init(reading path: String, isGrowing: Bool = false) throws {
        self.path = path
        let bytes = try Self.contents(path)
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")),
            let heading = try? JSONDecoder().decode(
                TableHeading.self, from: Data(bytes[..<end])
            ).adapted
        else { throw Self.failure(path, .noHeading) }
        self.heading = heading
        let last = bytes.lastIndex(of: UInt8(ascii: "\n")) ?? end
        let rows = isGrowing ? bytes[end...last] : bytes[end...]
        do throws(TableError) {
            trainings = try RecordedTraining.read(rows, firstLine: 1)
        } catch {
            throw Self.failure(path, error)
        }
    }

    private static func contents(_ path: String) throws -> [UInt8] {
        let bytes = try FileBytes.read(path)
        guard Gzip.isGzip(bytes) else { return bytes }
        do throws(GzipError) {
            return try Gzip.decompressed(bytes, limit: sizeLimit)
        } catch {
            throw CommandFailure(.badRows, "\(path) is damaged: \(error)")
        }
    }

    static func failure(_ path: String, _ error: TableError) -> CommandFailure {
        CommandFailure(.badRows, "\(path): \(error)")
    }

    /// The heading's line.
    static func text(_ heading: TableHeading) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(heading), as: UTF8.self) + "\n"
    }
}

/// A table that is being recorded: lines are appended, and one that was cut off is removed first.
struct GrowingTable: ~Copyable {
    private let descriptor: CInt
    private let path: String
    /// The trainings that were there already.
    let recorded: [RecordedTraining]

    /// Goes on with a table of this heading, or begins one.
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
