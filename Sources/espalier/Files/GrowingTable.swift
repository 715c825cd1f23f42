import FoundationEssentials
import OperatingSystem
import SearchBenchmark

/// A table that is being recorded: first removes a line that was cut off, then appends lines.
struct GrowingTable: ~Copyable {
    private let file: GrowingFile
    /// The trainings that were there already.
    let recorded: [RecordedTraining]

    /// Continues a table with this heading, or begins one.
    init(_ heading: TableHeading, at path: String) throws {
        let recorded = try Self.trainings(at: path, under: heading)
        let lines = try TableFile.text(heading) + recorded.map { $0.line + "\n" }.joined()
        try ResultFile.write(lines, to: path)
        file = try GrowingFile(path)
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

    /// Appends trainings.
    func append(_ trainings: [RecordedTraining]) throws {
        try file.append(trainings.map { $0.line + "\n" }.joined())
    }
}
