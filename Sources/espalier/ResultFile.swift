import Datasets
import FoundationEssentials
import Glibc
import SparseLearning
import OperatingSystem
import SparseNetworks
import Studies
import StudyDocuments
import StudyFiles
import Trials

/// Files that commands write for people to take home.
enum ResultFile {
    /// Writes a file whole or not at all.
    static func write(_ text: String, to path: String) throws {
        let draft = "\(path).draft"
        let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure(.cannotCreate, path) }
        defer { close(descriptor) }
        let isWritten = unsafe Array(text.utf8).withUnsafeBytes {
            unsafe FileBytes.write($0, to: descriptor)
        }
        guard isWritten else { throw failure(.writeFailed, path) }
        guard unsafe rename(draft, path) == 0 else { throw failure(.cannotCreate, path) }
    }

    private static func failure(_ status: FailureStatus, _ path: String) -> CommandFailure {
        CommandFailure(status, "\(path) cannot be written: \(SystemError.latest)")
    }
}

/// Files that hold a schedule.
enum ScheduleFile {
    static func read(_ path: String, for learning: LearningTask) throws -> GrowthSchedule {
        let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
        do {
            return try ScheduleDocument.read(yaml: text, file: path, learning: learning)
        } catch {
            throw CommandFailure(.badConfig, "\(error)")
        }
    }
}

/// Files that hold a trained network and all that is needed to use it elsewhere.
enum NetworkFile {
    private struct Scaling: Encodable {
        let mean: [Double]
        let deviation: [Double]
        let clip: Double
    }

    private struct Document: Encodable {
        let format = "espalier-network"
        let version = 1
        let study: String
        let inputs: [String]
        let classes: [String]?
        let scaling: Scaling
        let network: NetworkSnapshot
        let report: TrainingReport
    }

    static func write(
        _ trained: TrainedNetwork, of loaded: LoadedStudy, under schedule: GrowthSchedule,
        to path: String
    ) throws {
        let plan = loaded.definition.split
        let rows = try loaded.dataset.split(
            validation: plan.validation, test: plan.test, seed: plan.seed,
            sharesRows: plan.sharesRows)
        let scales = loaded.dataset.standardisation(
            split: rows, scaling: InputScaling(schedule)
        ).features
        let classes: [String]? =
            if case .classes(_, let names) = loaded.dataset.targets { names } else { nil }
        let document = Document(
            study: loaded.config.name, inputs: loaded.dataset.featureNames, classes: classes,
            scaling: Scaling(
                mean: scales.map(\.mean), deviation: scales.map(\.deviation),
                clip: Standardisation.clip), network: NetworkSnapshot(trained.network),
            report: trained.report)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        let text = String(decoding: try encoder.encode(document), as: UTF8.self)
        try ResultFile.write(text + "\n", to: path)
    }
}
