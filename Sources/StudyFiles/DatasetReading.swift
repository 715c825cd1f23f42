import Datasets
import SparseLearning
import Studies
import StudyDocuments
import Trials

/// Reads the rows of a config.
struct DatasetReading {
    let config: StudyConfig
    let path: String

    /// Reads the rows, and checks that they can be split as the config says.
    func dataset() throws(StudyLoadingError) -> Dataset {
        let dataset = try rows()
        do throws(DatasetError) {
            _ = try dataset.split(config.split, training: config.split.seed)
        } catch {
            throw config.complaint(about: error)
        }
        return dataset
    }

    private func rows() throws(StudyLoadingError) -> Dataset {
        switch config.source {
        case .table(let file, let target):
            return try table(file, key: "data.file", target: target)
        case .tables(let training, let validation, let test, let target):
            let first = try table(training, key: "data.train", target: target)
            let second = try optionalTable(validation, key: "data.validation", target: target)
            let third = try optionalTable(test, key: "data.test", target: target)
            return try join(first, second, third)
        case .series(let series):
            return try SeriesReading(config: config, path: path, series: series).dataset()
        case .images(let training, let test):
            let first = try images(training, keys: ("data.images", "data.labels"))
            guard let test else { return first }
            let rest = try images(test, keys: ("data.test_images", "data.test_labels"))
            return try join(first, nil, rest)
        case .generated(.twoSpirals(let pointsPerArm)):
            return .twoSpirals(pointsPerArm: pointsPerArm)
        case .generated(.parity(let bits)): return .parity(bits: bits)
        case .generated(.exclusiveOr): return .xor()
        }
    }

    private var kind: TargetKind {
        config.learning == .classification ? .classes : .values
    }

    private func table(
        _ file: String, key: String, target: String
    ) throws(StudyLoadingError) -> Dataset {
        let bytes = try contents(of: file, key: key)
        do throws(DatasetError) {
            return try Dataset(csv: bytes, source: located(file), target: target, kind: kind)
        } catch {
            throw config.complaint(about: error)
        }
    }

    private func optionalTable(
        _ file: String?, key: String, target: String
    ) throws(StudyLoadingError) -> Dataset? {
        guard let file else { return nil }
        return try table(file, key: key, target: target)
    }

    private func images(
        _ files: LabeledImages, keys: (String, String)
    ) throws(StudyLoadingError) -> Dataset {
        let items = try contents(of: files.images, key: keys.0)
        let labels = try contents(of: files.labels, key: keys.1)
        do throws(DatasetError) {
            return try Dataset(
                idx: items, source: located(files.images), labels: labels,
                labelSource: located(files.labels), kind: kind)
        } catch {
            throw config.complaint(about: error)
        }
    }

    private func join(
        _ training: Dataset, _ validation: Dataset?, _ test: Dataset?
    ) throws(StudyLoadingError) -> Dataset {
        do throws(DatasetError) {
            return try Dataset(training: training, validation: validation, test: test)
        } catch {
            throw config.complaint(about: error)
        }
    }

    private func contents(
        of file: String, key: String
    ) throws(StudyLoadingError) -> [UInt8] {
        try NamedFile(file, key: key, config: config, path: path).contents()
    }

    private func located(_ file: String) -> String {
        NamedFile.located(file, besides: path)
    }
}
