import FoundationEssentials
import SearchBenchmark
import StudyFiles

/// Files of recorded trainings: a heading as JSON, then a line for each training.
struct TableFile {
    let path: String
    let heading: TableHeading
    let trainings: [RecordedTraining]

    /// Reads a table, compressed or not.
    ///
    /// - Parameter isGrowing: ignores a last line that was cut off, as in an interrupted recording.
    init(reading path: String, isGrowing: Bool = false) throws {
        self.path = path
        let bytes = try UnpackedFile.read(path)
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
