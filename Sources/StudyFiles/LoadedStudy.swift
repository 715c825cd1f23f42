package import Datasets
import Digests
import SparseLearning
import OperatingSystem
package import Studies
package import StudyDocuments
package import Trials

/// A config together with its rows.
package struct LoadedStudy: Sendable {
    /// The path of the config.
    package let configPath: String
    /// The config.
    package let config: StudyConfig
    /// The rows.
    package let dataset: Dataset
    /// The canonical bytes of the rows, as they are sent to workers.
    package let bytes: [UInt8]
    /// The definition of the study.
    package private(set) var definition: StudyDefinition
    /// The names of features that are constant over the training rows, so they are useless.
    package let constantFeatures: [String]
    /// Number of validation rows of each training.
    package let validationCount: Int
    /// Number of rows that are not for test.
    package let countOutsideTest: Int

    /// Reads a config, its rows, and the schedules to try first.
    ///
    /// - Parameters:
    ///   - path: the config's file.
    ///   - start: files of schedules or studies to start from, before those in the config.
    ///   - method: the method in whose region to search, instead of the config's space.
    package init(
        config path: String, startingFrom start: [String], method: MethodFile? = nil
    ) throws {
        try self.init(config: path)
        let named = config.search.startFiles.map { NamedFile.located($0, besides: path) }
        definition = config.definition(
            dataset: definition.dataset, space: try method?.region(for: config.learning),
            start: try StartingPoints.schedules(in: start + named, for: config.learning))
    }

    /// Reads a config and its rows.
    ///
    /// - Parameter path: the config's file.
    package init(config path: String) throws(StudyLoadingError) {
        let text = try Self.text(of: path)
        let config = try Self.parse(text, path)
        let dataset = try DatasetReading(config: config, path: path).dataset()
        let bytes = dataset.canonicalBytes()
        guard let digest = DatasetDigest(rawValue: SHA256.hexadecimal(of: bytes)) else {
            preconditionFailure("SHA-256 gave no digest")
        }
        configPath = path
        self.config = config
        self.dataset = dataset
        self.bytes = bytes
        definition = config.definition(dataset: digest)
        let rows = try Self.rows(of: dataset, under: config.split)
        constantFeatures = dataset.constantFeatureNames(split: rows.common)
        validationCount = rows.split.validation.count
        countOutsideTest = dataset.rowCount - rows.split.test.count
    }

    private static func text(of path: String) throws(StudyLoadingError) -> String {
        do throws(FileError) {
            return String(
                decoding: try FileBytes.read(path, limit: .small("a config")), as: UTF8.self)
        } catch {
            throw .file(error)
        }
    }

    private static func parse(
        _ text: String, _ path: String
    ) throws(StudyLoadingError) -> StudyConfig {
        do throws(ConfigError) {
            return try StudyConfig(yaml: text, file: path)
        } catch {
            throw .config(error)
        }
    }

    /// Splits the rows as for one training, and checks that every part has some.
    ///
    /// - Returns: that split, and one with the rows on which any training may be trained.
    private static func rows(
        of dataset: Dataset, under plan: SplitPlan
    ) throws(StudyLoadingError) -> (split: RowSplit, common: RowSplit) {
        do throws(DatasetError) {
            let split = try dataset.split(plan, training: plan.seed)
            guard plan.folds != nil else { return (split, split) }
            let changing = (split.training + split.validation).sorted()
            return (split, RowSplit(training: changing, validation: [], test: split.test))
        } catch {
            throw .dataset(error)
        }
    }

    /// The dataset, split and scaled for a task.
    package func prepared(for task: TrainingTask) throws(StudyLoadingError) -> PreparedDataset {
        do throws(DatasetError) {
            return try dataset.prepared(for: task)
        } catch {
            throw .dataset(error)
        }
    }
}
