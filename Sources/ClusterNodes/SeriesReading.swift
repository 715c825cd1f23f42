import Datasets
import StudyDocuments
import Trials

/// Reads a series that a config names, and makes rows of it that look back in time.
struct SeriesReading {
    let config: StudyConfig
    let path: String
    let series: SeriesSource

    func dataset() throws(StudyLoadingError) -> Dataset {
        let key = series.startKey(in: config)
        let training = try rows(of: series.training, key: key)
        let validation = try optionalRows(of: series.validation, key: "data.validation")
        let test = try optionalRows(of: series.test, key: "data.test")
        do throws(DatasetError) {
            return try Dataset(training: training, validation: validation, test: test)
                .dividedByTime(validation: config.split.validation, test: config.split.test)
        } catch {
            throw .dataset(error)
        }
    }

    private func optionalRows(
        of file: String?, key: String
    ) throws(StudyLoadingError) -> Dataset? {
        guard let file else { return nil }
        return try rows(of: file, key: key)
    }

    private func rows(of file: String, key: String) throws(StudyLoadingError) -> Dataset {
        let named = NamedFile(file, key: key, config: config, path: path)
        let bytes = try named.contents()
        do throws(DatasetError) {
            let table = try SeriesTable(
                csv: bytes, source: named.path, columnNames: series.columns.map(\.name))
            return try Dataset(
                series: table, target: series.target,
                seenBy: series.columns.map { LaggedColumn(name: $0.name, lags: $0.lags) })
        } catch {
            throw complaint(about: error)
        }
    }

    /// Blames the key of the config where that asks for what the file does not have.
    private func complaint(about error: DatasetError) -> StudyLoadingError {
        let blamed: ConfigError? =
            switch error {
            case .missingColumn(let source, let column, let columns):
                config.error(
                    at: column == series.target ? "data.target" : "data.inputs", found: column,
                    expected: "a column of \(source): \(columns.joined(separator: ", "))")
            case .shortSeries(let source, let rowCount, let lags) where rowCount > 3:
                config.error(
                    at: "data.lags", found: "\(lags)",
                    expected: "at most \(rowCount - 3), because \(source) has "
                        + "\(rowCount) rows")
            default: nil
            }
        return blamed.map { .config($0) } ?? .dataset(error)
    }
}

extension SeriesSource {
    /// The key that names the file of the training rows.
    fileprivate func startKey(in config: StudyConfig) -> String {
        config.line(of: "data.file") == nil ? "data.train" : "data.file"
    }
}
