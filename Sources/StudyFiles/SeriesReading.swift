import Datasets
import StudyDocuments
import Trials

/// Reads the series of a config, and makes rows with lagged features.
struct SeriesReading {
    let config: StudyConfig
    let path: String
    let series: SeriesSource

    func dataset() throws(StudyLoadingError) -> Dataset {
        let training = try rows(of: series.training, key: series.startKey)
        let validation = try optionalRows(of: series.validation, key: "data.validation")
        let test = try optionalRows(of: series.test, key: "data.test")
        do throws(DatasetError) {
            return try Dataset(training: training, validation: validation, test: test)
                .dividedByTime(validation: config.split.validation, test: config.split.test)
        } catch {
            throw config.complaint(about: error)
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
            throw config.complaint(about: error)
        }
    }
}
